"""Members of classes that cannot be what their names say, and private names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.bindings import is_computed
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule

_KIND: Final = syntax.FunctionKind
_ACCESSORS: Final = frozenset({_KIND.GETTER, _KIND.SETTER})


def private_members(node: syntax.Class) -> list[tuple[syntax.PrivateName, Any]]:
    """The members of a class that have private names, with these."""
    return [
        (member.name, member)
        for member in node.members
        if isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration)
        and isinstance(member.name, syntax.PrivateName)
    ]


def _class(faults: Faults, node: syntax.Class, place: Place) -> None:
    del place
    base: Any = node.base
    is_arrow = isinstance(base, syntax.FunctionExpression) and base.function.kind is _KIND.ARROW
    if is_arrow and not faults.is_in_brackets(base):
        faults.report(base, "an arrow function cannot stand here alone", "put parentheses around it")
    constructors = [
        member
        for member in node.members
        if isinstance(member, syntax.MethodDeclaration)
        and member.function.kind is _KIND.CONSTRUCTOR
        and member.function.body is not None
    ]
    for second in constructors[1:]:
        faults.report(second.name, "a class has one constructor", "leave one of them out", Code.DUPLICATE_NAME)
    seen: dict[str, Any] = {}
    for name, member in private_members(node):
        if _is_signature(member):
            continue
        if name.name in seen and not _are_a_pair(seen[name.name], member):
            message = f"the class has `{name.name}` twice"
            faults.report(name, message, "rename one of them", Code.DUPLICATE_NAME)
        seen[name.name] = None if name.name in seen else member


def _is_signature(member: Any) -> bool:
    return isinstance(member, syntax.MethodDeclaration) and member.function.body is None


def _are_a_pair(first: Any, second: Any) -> bool:
    """Whether two members are the getter and the setter of one name."""
    if not isinstance(first, syntax.MethodDeclaration) or not isinstance(second, syntax.MethodDeclaration):
        return False
    kinds = {first.function.kind, second.function.kind}
    return kinds == _ACCESSORS and first.modifiers.is_static == second.modifiers.is_static


def _method(faults: Faults, node: syntax.MethodDeclaration, place: Place) -> None:
    del place
    name, function = node.name, node.function
    if node.modifiers.decorators and (function.body is None or function.kind is _KIND.CONSTRUCTOR):
        what = "a constructor" if function.kind is _KIND.CONSTRUCTOR else "a method without a body"
        faults.report(node.modifiers.decorators[0], f"{what} has no decorators", "leave them out")
    if isinstance(name, syntax.PrivateName):
        _no_private_constructor(faults, name)
    if isinstance(name, syntax.PrivateName | syntax.ComputedName) or is_computed(faults.file.text, name):
        return
    is_plain = function.kind not in _ACCESSORS and not function.is_async and not function.is_generator
    if node.modifiers.is_static:
        if name.name == "prototype":
            faults.report(name, "a static member cannot be named `prototype`", "choose another name")
    elif name.name == "constructor" and not is_plain:
        faults.report(name, "a constructor is no getter, setter, generator or async function", "choose another name")


def _property(faults: Faults, node: syntax.PropertyDeclaration, place: Place) -> None:
    del place
    name = node.name
    if isinstance(name, syntax.PrivateName):
        _no_private_constructor(faults, name)
    if isinstance(name, syntax.PrivateName | syntax.ComputedName) or is_computed(faults.file.text, name):
        return
    if name.name == "constructor" or (name.name == "prototype" and node.modifiers.is_static):
        faults.report(name, f"a field cannot be named `{name.name}`", "choose another name")


def _decorators(faults: Faults, node: syntax.Modifiers, place: Place) -> None:
    """Decorators stand at what is there when the class is made."""
    del place
    if node.decorators and (node.is_declare or node.is_abstract):
        what = "declared elsewhere" if node.is_declare else "abstract"
        faults.report(node.decorators[0], f"a member that is {what} has no decorators", "leave them out")


def _parameter(faults: Faults, node: syntax.Parameter, place: Place) -> None:
    del place
    if node.decorators:
        message = "a parameter has no decorators: those of `experimentalDecorators` are not supported"
        faults.report(node.decorators[0], message, "decorate the method or the class")


def _no_private_constructor(faults: Faults, name: syntax.PrivateName) -> None:
    if name.name == "#constructor":
        faults.report(name, "`#constructor` is no private name", "choose another name")


def _private_key(faults: Faults, node: syntax.ObjectMethod | syntax.PropertyAssignment, place: Place) -> None:
    _no_private_key(faults, node.name, place)


def _private_part(faults: Faults, node: syntax.PatternElement, place: Place) -> None:
    _no_private_key(faults, node.name, place)


def _no_private_key(faults: Faults, name: Any, place: Place) -> None:
    del place
    if isinstance(name, syntax.PrivateName):
        faults.report(name, "private names stand in classes only", "leave `#` out")


def _private_use(faults: Faults, node: syntax.PropertyAccess | syntax.PrivateIn, place: Place) -> None:
    name = node.name
    if not isinstance(name, syntax.PrivateName):
        return
    if place.private is None or not place.private.has(name.name):
        faults.report(name, f"no class around declares `{name.name}`", "declare it as a field", Code.UNKNOWN_NAME)
    if isinstance(node, syntax.PropertyAccess) and isinstance(node.object, syntax.Super):
        faults.report(name, "`super` has no private members", f"write `this.{name.name}`", Code.SUPER)


def _delete(faults: Faults, node: syntax.Unary, place: Place) -> None:
    del place
    if node.operator != "delete":
        return
    operand: Any = node.operand
    while isinstance(operand, syntax.OptionalChain | syntax.NonNull | syntax.As | syntax.Satisfies):
        operand = operand.expression
    match operand:
        case syntax.Identifier(name=name):
            faults.report(node, f"`delete` takes no variables like `{name}`", "delete a property")
        case syntax.PropertyAccess(name=syntax.PrivateName(name=name)):
            faults.report(node, f"the private member `{name}` cannot be deleted", "assign undefined")
        case _:
            pass


RULES: Final[Mapping[type, Rule]] = {
    syntax.Class: _class,
    syntax.Modifiers: _decorators,
    syntax.Parameter: _parameter,
    syntax.MethodDeclaration: _method,
    syntax.PropertyDeclaration: _property,
    syntax.ObjectMethod: _private_key,
    syntax.PropertyAssignment: _private_key,
    syntax.PatternElement: _private_part,
    syntax.PropertyAccess: _private_use,
    syntax.PrivateIn: _private_use,
    syntax.Unary: _delete,
}
