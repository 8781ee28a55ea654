"""Mistakes that the form of a declaration tells: constructors without `super(...)`, members twice, results without
types.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.classes import own_members, property_key
from plait.frontend.next.check.signatures import declared_parameter_type
from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import declared_of_node, written_type
from plait.frontend.next.types.display import show
from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import property_type
from plait.frontend.next.types.lookup import is_numeric_name
from plait.frontend.next.types.model import F
from plait.frontend.next.types.relation import is_assignable

_ACCESSORS = (syntax.FunctionKind.GETTER, syntax.FunctionKind.SETTER)


def check_class_form(c: State, node: syntax.Class) -> None:
    """The members of a class, each by itself and beside each other."""
    seen: dict[tuple[str, bool], Any] = {}
    for member in node.members:
        if not isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration):
            continue
        if isinstance(member, syntax.MethodDeclaration):
            _check_method(c, node, member)
        if isinstance(member.name, syntax.ComputedName):
            continue
        name = member.name.name, member.modifiers.is_static
        if name in seen and _is_duplicate(seen[name], member):
            c.report(Code.DUPLICATE_NAME, member.name, f"the class has `{name[0]}` twice", "leave one of them out")
        seen[name] = member


def _is_duplicate(first: Any, second: Any) -> bool:
    """Whether two members of one name cannot stand beside each other: one of them is a field."""
    return isinstance(first, syntax.PropertyDeclaration) or isinstance(second, syntax.PropertyDeclaration)


def _check_method(c: State, node: syntax.Class, member: syntax.MethodDeclaration) -> None:
    function = member.function
    if function.kind is syntax.FunctionKind.CONSTRUCTOR:
        if function.body is not None and node.base is not None and not isinstance(node.base, syntax.NullLiteral):
            _check_super(c, member, function)
    elif function.body is None and function.result is None and function.kind not in _ACCESSORS:
        _no_result(c, member.name)


def _check_super(c: State, member: syntax.MethodDeclaration, function: syntax.Function) -> None:
    """The constructor of a derived class calls that of its base, before it uses `this`."""
    own = list(_own_nodes(function.body))
    calls = [item for item in own if isinstance(item, syntax.Call) and isinstance(item.callee, syntax.Super)]
    if not calls:
        inner = syntax.descendants(function.body)
        if not any(isinstance(item, syntax.Call) and isinstance(item.callee, syntax.Super) for item in inner):
            c.report(Code.SUPER, member, "the constructor of a class that extends another one must call `super(...)`")
        return
    first = min(call.start for call in calls)
    for item in own:
        if isinstance(item, syntax.This) and item.end <= first:
            c.report(Code.SUPER, item, "`this` is used before `super(...)` is called", "call `super(...)` first")


def _own_nodes(body: Any) -> Iterator[Any]:
    """The nodes of a function, not those of functions and classes inside it."""
    pending = [body]
    while pending:
        current = pending.pop()
        yield current
        if not isinstance(current, syntax.Function | syntax.Class):
            pending.extend(syntax.children(current))


def check_signature_forms(c: State, node: syntax.InterfaceDeclaration) -> None:
    """The signatures of an interface have result types, and its properties fit its index signatures."""
    for member in node.members:
        match member:
            case syntax.MethodSignature(result=None, accessor="", name=name):
                _no_result(c, name)
            case syntax.CallSignature(result=None):
                _no_result(c, member)
            case _:
                pass
    if any(isinstance(member, syntax.IndexSignature) for member in node.members):
        _check_indexes(c, node)


def _no_result(c: State, place: syntax.Node) -> None:
    c.report(
        Code.MISSING_RESULT_TYPE,
        place,
        "what the function gives has no type",
        "write it: `name(): void`",
    )


def _check_indexes(c: State, node: syntax.InterfaceDeclaration) -> None:
    members = own_members(c, declared_of_node(c, node))
    for member in node.members:
        if not isinstance(member, syntax.PropertySignature | syntax.MethodSignature):
            continue
        key = property_key(c, member.name)
        if key is None or key not in members.properties or key.startswith(("@@", "#")):
            continue
        own = property_type(c.store, members.properties[key])
        for info in members.indexes:
            takes = info.key.flags & F.STRING or (info.key.flags & F.NUMBER and is_numeric_name(key))
            if takes and not is_assignable(c.store, own, info.type):
                c.report(
                    Code.TYPE_MISMATCH,
                    member.name,
                    f"`{key}` is `{show(c.store, own)}`, and the index signature says `{show(c.store, info.type)}`",
                )


def check_function_form(c: State, node: syntax.Function) -> None:
    """Required parameters stand before optional ones, and a type predicate is about the type of its parameter."""
    is_optional = False
    for parameter in node.parameters:
        if is_optional and not (parameter.is_optional or parameter.is_rest or parameter.default is not None):
            c.report(
                Code.MODIFIER,
                parameter,
                "a required parameter stands behind an optional one",
                "give it `?`",
            )
        is_optional = is_optional or parameter.is_optional
    result = node.result
    if not isinstance(result, syntax.TypePredicateNode) or result.type is None:
        return
    for parameter in node.parameters:
        if isinstance(parameter.target, syntax.Identifier) and parameter.target.name == result.name:
            own, wanted = written_type(c, result.type), declared_parameter_type(c, parameter)
            is_told = not parameter.is_rest and not has_unknown_keys(c.store, own)
            if is_told and not is_assignable(c.store, own, wanted):
                c.report(
                    Code.TYPE_MISMATCH,
                    result.type,
                    f"`{show(c.store, own)}` is no part of `{show(c.store, wanted)}`, the type of `{result.name}`",
                )
