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
    found = members_of_union(context, node, value)
    if found is None:
        return typed.Invalid(node.span, INVALID)
    return choice_of_union(
        node.span, value, found, lambda one, member: objects.read_member(context, node.span, one, member)
    )


def call_of_union(
    context: Context, node: syntax.Call, callee: syntax.Member, value: typed.Expression, check: Check
) -> typed.Expression:
    """`value.name(arguments)`, where the value has one of several types of objects."""
    found = members_of_union(context, callee, value)
    if found is None:
        arguments.check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    takes = _common_parameters(found, node.arguments)
    if takes is None:
        arguments.check_all(context, node.arguments, check)
        return context.invalid(
            Code.UNION,
            callee.name_span,
            f"`{callee.name}` takes different arguments in the types of {value.type}: this cannot be called yet",
            "find out first which of them it is: `if (x instanceof C)`",
        )
    span, name = node.span, found[0][1].name
    values = arguments.check_arguments(context, span, node.arguments, takes, name, check)
    if values is None:
        return typed.Invalid(span, INVALID)
    context.program.note_method(context.function.index, name, span)

    def call(one: typed.Expression, member: Member) -> typed.Expression:
        if not isinstance(member.type, FunctionOf):
            raise AssertionError("a method")
        left_out = arguments.left_out(context, span, member.type, len(values))
        return typed.CallMethod(span, member.type.result, one, name, member, None, (*values, *left_out))

    return choice_of_union(span, value, found, call)


def _common_parameters(found: list[tuple[Type, Member]], given: tuple[syntax.Expression, ...]) -> FunctionOf | None:
    """The parameters that the methods have in common: all, or those for which there are arguments."""
    types = [member.type for _, member in found if member.kind is MemberKind.METHOD]
    takes = [
        FunctionOf(item.parameters, VOID, item.optional, item.rest) for item in types if isinstance(item, FunctionOf)
    ]
    if len(takes) < len(found):
        return None
    if not all(same_type(item, takes[0]) for item in takes):
        count = len(given)
        if any(isinstance(item, syntax.Spread) for item in given):
            return None
        if not all(len(item.parameters) - item.optional <= count <= len(item.parameters) for item in takes):
            return None
        takes = [FunctionOf(item.parameters[:count], VOID) for item in takes]
    return takes[0] if all(same_type(item, takes[0]) for item in takes) else None


def members_of_union(
    context: Context, node: syntax.Member, value: typed.Expression
) -> list[tuple[Type, Member]] | None:
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


def choice_of_union(
    span: Span, value: typed.Expression, found: list[tuple[Type, Member]], use: Use
) -> typed.Expression:
    """What is done with the value by whichever type it has."""
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
