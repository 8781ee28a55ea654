"""Members that all types of a union have: which one it is, is found out when the program runs."""

from __future__ import annotations

from collections.abc import Callable

from plait.frontend import syntax
from plait.frontend.check import arguments, objects, typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import convert
from plait.frontend.check.members import Member, MemberKind
from plait.frontend.check.relations import reduced_union, same_type
from plait.frontend.check.types import BOOLEAN, INVALID, VOID, ClassOf, FunctionOf, ObjectOf, Type, UnionOf, has_invalid
from plait.frontend.codes import Code
from plait.source import Span

Use = Callable[[typed.Expression, Member], typed.Expression]


def read_of_union(context: Context, node: syntax.Member, value: typed.Expression) -> typed.Expression:
    """`value.name`, where the value has one of several types of objects."""
    found = _members(context, node, value)
    if found is None:
        return typed.Invalid(node.span, INVALID)
    return _choice(node.span, value, found, lambda one, member: objects.read_member(context, node.span, one, member))


def call_of_union(
    context: Context, node: syntax.Call, callee: syntax.Member, value: typed.Expression, check: Check
) -> typed.Expression:
    """`value.name(arguments)`, where the value has one of several types of objects."""
    found = _members(context, callee, value)
    if found is None:
        arguments.check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    first = found[0][1]
    takes = first.type
    if not isinstance(takes, FunctionOf) or any(
        member.kind is not MemberKind.METHOD or not _takes_the_same(member.type, takes) for _, member in found
    ):
        arguments.check_all(context, node.arguments, check)
        return context.invalid(
            Code.UNION,
            callee.name_span,
            f"`{callee.name}` takes different arguments in the types of {value.type}: this cannot be called yet",
            "find out first which of them it is: `if (x instanceof C)`",
        )
    values = arguments.check_arguments(context, node.span, node.arguments, takes, first.name, check)
    if values is None:
        return typed.Invalid(node.span, INVALID)
    context.program.note_method(context.function.index, first.name, node.span)

    def call(one: typed.Expression, member: Member) -> typed.Expression:
        result = member.type.result if isinstance(member.type, FunctionOf) else INVALID
        return typed.CallMethod(node.span, result, one, member.name, member, None, values)

    return _choice(node.span, value, found, call)


def _takes_the_same(type_: Type, other: FunctionOf) -> bool:
    return isinstance(type_, FunctionOf) and same_type(
        FunctionOf(type_.parameters, VOID, type_.optional, type_.rest),
        FunctionOf(other.parameters, VOID, other.optional, other.rest),
    )


def _members(context: Context, node: syntax.Member, value: typed.Expression) -> list[tuple[Type, Member]] | None:
    """The member in each type of the union, classes before object types; None if one has none."""
    if not isinstance(value.type, UnionOf):
        raise AssertionError("a union")
    found: list[tuple[Type, Member]] = []
    for type_ in sorted(value.type.members, key=lambda member: isinstance(member, ObjectOf)):
        if not isinstance(type_, ClassOf | ObjectOf):
            context.report(
                Code.UNION,
                node.name_span,
                f"members of {value.type} cannot be used yet",
                "find out first which of them it is: `if (typeof x === ...)`",
            )
            return None
        member = objects.find_member(context, node, type_)
        if member is None or has_invalid(member.type):
            return None
        found.append((type_, member))
    return found


def _choice(span: Span, value: typed.Expression, found: list[tuple[Type, Member]], use: Use) -> typed.Expression:
    name = typed.OldValue(value.span, value.type)
    branches = [use(typed.Convert(span, type_, name), member) for type_, member in found]
    if any(has_invalid(branch.type) for branch in branches):
        return typed.Invalid(span, INVALID)
    types = [branch.type for branch in branches]
    is_void = VOID in types
    result_type = VOID if is_void else reduced_union(types)
    result = branches[-1] if is_void else convert(branches[-1], result_type)
    for (type_, _), branch in reversed(list(zip(found[:-1], branches[:-1], strict=True))):
        test = typed.IsOf(span, BOOLEAN, name, type_)
        then = branch if is_void else convert(branch, result_type)
        result = typed.Choose(span, result_type, test, then, result)
    return typed.Let(span, result_type, value, name, result)
