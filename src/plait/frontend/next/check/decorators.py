"""Decorators: each is called with what it stands at and a context, and what it gives replaces that."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.arguments import Argument, parameter_for
from plait.frontend.next.check.calls import choose_signature, is_any_function, not_callable
from plait.frontend.next.check.classes import property_key
from plait.frontend.next.check.state import State
from plait.frontend.next.check.this_types import class_value
from plait.frontend.next.check.written import declared_of_node
from plait.frontend.next.types.callables import calls_of, parameter_count
from plait.frontend.next.types.display import show
from plait.frontend.next.types.instantiation import property_type, result_of
from plait.frontend.next.types.lookup import members_of
from plait.frontend.next.types.members import Members, Parameter, Property
from plait.frontend.next.types.model import ANY_LIKE, Anonymous, F, Intersection, Type
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import intersection, union


class _Call:
    """How a decorator is called: with what, in which context, and what may replace it."""

    __slots__ = ("context", "result", "value")

    def __init__(self, value: Type, context: Type, result: Type) -> None:
        self.value = value
        self.context = context
        self.result = result


def check_decorators(c: State, node: syntax.Class) -> None:
    """The decorators of a class and of its members."""
    if node.decorators:
        type = class_value(c, node)
        call = _Call(type, c.library_type("ClassDecoratorContext", (type,)), type)
        for decorator in node.decorators:
            _check(c, decorator, call)
    for member in node.members:
        if isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration) and member.modifiers.decorators:
            call_or_none = _call_of(c, node, member)
            for decorator in member.modifiers.decorators:
                _check(c, decorator, call_or_none)


def _call_of(
    c: State, node: syntax.Class, member: syntax.PropertyDeclaration | syntax.MethodDeclaration
) -> _Call | None:
    """How the decorators of a member are called; None if its type cannot be told."""
    property = _property_of(c, node, member)
    if property is None:
        return None
    declared = declared_of_node(c, node)
    this = class_value(c, node) if member.modifiers.is_static else c.store.reference(declared, declared.parameters)
    type = property_type(c.store, property)
    if isinstance(member, syntax.PropertyDeclaration):
        if member.modifiers.is_accessor:
            target = c.library_type("ClassAccessorDecoratorTarget", (this, type))
            result = c.library_type("ClassAccessorDecoratorResult", (this, type))
            return _Call(target, _context(c, member, "ClassAccessorDecoratorContext", this, type), result)
        initializer = _function(c, this, (Parameter("value", type, False, False),), type)
        context = _context(c, member, "ClassFieldDecoratorContext", this, type)
        return _Call(c.store.undefined, context, initializer)
    match member.function.kind:
        case syntax.FunctionKind.GETTER:
            getter = _function(c, None, (), type)
            return _Call(getter, _context(c, member, "ClassGetterDecoratorContext", this, type), getter)
        case syntax.FunctionKind.SETTER:
            setter = _function(c, None, (Parameter("value", type, False, False),), c.store.void)
            return _Call(setter, _context(c, member, "ClassSetterDecoratorContext", this, type), setter)
        case _:
            return _Call(type, _context(c, member, "ClassMethodDecoratorContext", this, type), type)


def _property_of(
    c: State, node: syntax.Class, member: syntax.PropertyDeclaration | syntax.MethodDeclaration
) -> Property | None:
    key = property_key(c, member.name)
    if key is None:
        return None
    if not member.modifiers.is_static:
        return c.declared_members(declared_of_node(c, node)).properties.get(key)
    owner = class_value(c, node)
    return members_of(c.store, owner).properties.get(key) if isinstance(owner, Anonymous | Intersection) else None


def _function(c: State, this: Type | None, parameters: tuple[Parameter, ...], result: Type) -> Type:
    return c.store.synthetic(Members({}, (c.store.signature(parameters, result, this=this),)))


def _context(
    c: State, member: syntax.PropertyDeclaration | syntax.MethodDeclaration, name: str, this: Type, type: Type
) -> Type:
    """The context of a member's decorators, which says what is known of the member."""
    store = c.store
    known = {"private": isinstance(member.name, syntax.PrivateName), "static": member.modifiers.is_static}
    parts: dict[str, Type] = {key: store.literal(value) for key, value in known.items()}
    if not isinstance(member.name, syntax.ComputedName):
        parts["name"] = store.literal(member.name.name)
    properties = {key: Property(key, 0, type=part) for key, part in parts.items()}
    return intersection(store, (c.library_type(name, (this, type)), store.synthetic(Members(properties))))


def _check(c: State, decorator: syntax.Decorator, call: _Call | None) -> None:
    """A decorator: called with two arguments, or with one if it takes no second one."""
    type = c.expression(decorator.expression)
    if type.flags & (ANY_LIKE | F.NEVER) or call is None:
        return
    signatures = calls_of(c.store, type)
    if not signatures:
        if not is_any_function(type):
            not_callable(c, decorator.expression, type, False)
        return
    counts = [parameter_count(c.store, signature) for signature in signatures]
    if max(counts) == 0:
        c.report(
            Code.ARGUMENT_COUNT,
            decorator.expression,
            "a decorator takes what it stands at and a context, and this one takes nothing",
            "call it, if it makes a decorator",
        )
        return
    types = (call.value, call.context)[: max(1, min(2, max(counts)))]
    arguments = [Argument(None, item) for item in types]
    signature = choose_signature(c, decorator.expression, signatures, arguments, None, None)
    if signature is None:
        return
    for index, argument in enumerate(arguments):
        wanted = parameter_for(c, signature, index, argument)
        if wanted is not None and not is_assignable(c.store, types[index], wanted):
            _report(c, decorator, types[index], wanted, index)
            return
    result = result_of(c.store, signature)
    allowed = union(c.store, (c.store.void, call.result))
    if not result.flags & ANY_LIKE and not is_assignable(c.store, result, allowed):
        c.report(
            Code.TYPE_MISMATCH,
            decorator.expression,
            f"the decorator gives `{show(c.store, result)}`, and `{show(c.store, allowed)}` is wanted",
        )


def _report(c: State, decorator: syntax.Decorator, type: Type, wanted: Type, index: int) -> None:
    what: Any = "stands at" if index == 0 else "gets as its context"
    c.report(
        Code.TYPE_MISMATCH,
        decorator.expression,
        f"the decorator {what} `{show(c.store, type)}`, and takes `{show(c.store, wanted)}`",
    )
