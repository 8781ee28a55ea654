"""Accessors of object literals: to the machine they are two methods, `get name` and `set name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.frontend import syntax
from plait.frontend.check.members import Member, MemberKind, Shape
from plait.frontend.check.types import INVALID, VOID, FunctionOf, Type, has_invalid
from plait.frontend.codes import Code

if TYPE_CHECKING:
    from plait.frontend.check.context import Context


def find_in_shape(shape: Shape, name: str) -> Member | None:
    """The member of an object type with a name."""
    found = shape.members.get(name)
    if found is not None:
        return found
    getter, setter = shape.members.get(f"get {name}"), shape.members.get(f"set {name}")
    first = getter or setter
    if first is None:
        return None
    return Member(
        name,
        MemberKind.ACCESSOR,
        lambda: _value_type(getter, setter),
        first.span,
        getter=None if getter is None else getter.function,
        setter=None if setter is None else setter.function,
    )


def accessor_part(property_: Member, part: str) -> Member:
    """The method `get name` or `set name` that stands for a property."""
    type_ = FunctionOf((), property_.type) if part == "get" else FunctionOf((property_.type,), VOID)
    return Member(f"{part} {property_.name}", MemberKind.METHOD, lambda: type_, property_.span)


def _value_type(getter: Member | None, setter: Member | None) -> Type:
    if getter is not None and isinstance(getter.type, FunctionOf):
        return getter.type.result
    if setter is not None and isinstance(setter.type, FunctionOf) and setter.type.parameters:
        return setter.type.parameters[0]
    return INVALID


def check_parameters(context: Context, node: syntax.PropertyMethod) -> bool:
    """Whether an accessor has as many parameters as it must; reported if not."""
    parameters = node.function.parameters
    wanted = 1 if node.accessor == "set" else 0
    if not node.accessor or (
        len(parameters) == wanted and not any(item.is_optional or item.is_rest or item.default for item in parameters)
    ):
        return True
    described = "a setter has one parameter" if wanted else "a getter has no parameter"
    context.report(Code.PARAMETER, node.function.name.span, described)
    return False


def check_accessors(context: Context, members: dict[str, Member]) -> bool:
    """Whether getters give something, setters nothing, and both are of one type; reported if not."""
    is_fine = True
    for key, member in members.items():
        part, _, name = key.partition(" ")
        if not name or member.span is None or not isinstance(member.type, FunctionOf) or has_invalid(member.type):
            continue
        other = members.get(f"get {name}")
        problem = ""
        if part == "get" and member.type.result is VOID:
            problem = f"the getter `{name}` returns nothing"
        elif part == "set" and member.type.result is not VOID:
            problem = f"the setter `{name}` returns a value"
        if problem:
            context.report(Code.TYPE_MISMATCH, member.span, problem)
            is_fine = False
        elif part == "set" and other is not None and isinstance(other.type, FunctionOf):
            taken, given = member.type.parameters[0], other.type.result
            if taken != given and not has_invalid(given):
                context.report(
                    Code.HELD_DIFFERENTLY,
                    member.span,
                    f"the getter gives {given}, the setter takes {taken}: this is not supported yet",
                    "give both the same type",
                )
                is_fine = False
    return is_fine
