"""`===` and `!==`: which values may be equal, and how they are compared."""

from __future__ import annotations

from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.narrowing import comparable
from plait.frontend.check.types import BOOLEAN, NEVER, NULLISH, UNKNOWN, ClassOf, ObjectOf, PromiseOf, Type, members_of
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.frontend.words import words
from plait.source import Span

_TYPE_NAMES: Final = words("string number bigint boolean symbol undefined object function")


def check_equality(
    context: Context,
    span: Span,
    operator: BinaryOperator,
    left: typed.Expression,
    right: typed.Expression,
    is_case: bool = False,
) -> typed.Expression:
    """`left === right` or `left !== right`, or what a `case` asks; neither type is invalid."""
    for value, other in ((left, right), (right, left)):
        if isinstance(other, typed.Nothing):
            test = typed.IsNothing(span, BOOLEAN, value, (other.type,))
            return test if operator is BinaryOperator.EQUAL else typed.Not(span, BOOLEAN, test)
    if not _may_be_equal(left, right):
        # TypeScript compares objects with anything by their members.
        is_certain = not any(isinstance(member, ClassOf | ObjectOf) for member in _members_of_both(left, right))
        return context.invalid(
            Code.NO_OVERLAP if is_certain else Code.COMPARISON,
            span,
            f"values of type {left.type} and {right.type} are never equal",
            "convert one of them to the type of the other",
        )
    if (
        (not is_case and _is_nan(left, right))
        or _never_equal(left, right)
        or _is_no_type_name(left, right)
        or _is_no_type_name(right, left)
    ):
        return context.invalid(
            Code.NO_OVERLAP, span, "these values are never equal", "leave the comparison out; ask for NaN by `x !== x`"
        )
    if isinstance(left.type, PromiseOf) or isinstance(right.type, PromiseOf):
        return context.invalid(
            Code.REFERENCE_COMPARISON, span, f"values of type {left.type} cannot be compared yet", "await them"
        )
    context.program.note_comparison(left.type, right.type)
    return typed.Compare(span, BOOLEAN, operator, left, right)


def _may_be_equal(left: typed.Expression, right: typed.Expression) -> bool:
    if UNKNOWN in (left.type, right.type):
        return True
    if NEVER in (left.type, right.type):
        return False
    return any(
        comparable(a, b)
        for a in members_of(left.type)
        for b in members_of(right.type)
        if not (a in NULLISH and b in NULLISH and a != b)
    )


def _is_no_type_name(left: typed.Expression, right: typed.Expression) -> bool:
    """Whether `typeof` is compared with a text that it never gives."""
    return (
        isinstance(left, typed.TypeOf)
        and isinstance(right, typed.Constant)
        and right.is_literal
        and right.value not in _TYPE_NAMES
    )


def _never_equal(left: typed.Expression, right: typed.Expression) -> bool:
    """Whether TypeScript knows the values on both sides and they differ."""
    first, second = literal_values(left), literal_values(right)
    return first is not None and second is not None and not first & second


def _is_nan(left: typed.Expression, right: typed.Expression) -> bool:
    """Whether one of the values is NaN as such, which TypeScript does not let one compare."""
    return any(isinstance(value, typed.Constant) and value.value != value.value for value in (left, right))


def _members_of_both(left: typed.Expression, right: typed.Expression) -> tuple[Type, ...]:
    return (*members_of(left.type), *members_of(right.type))


def literal_values(value: typed.Expression) -> frozenset[float | bool | str] | None:
    """The values that an expression of literals can have, None for another expression."""
    match value:
        case typed.Constant(is_literal=True):
            return frozenset([value.value])
        case typed.Read(variable=variable) if variable.constant is not None:
            return literal_values(variable.constant)
        case typed.Choose(then=left, otherwise=right) | typed.Logical(left=left, right=right):
            both = literal_values(left), literal_values(right)
            return None if both[0] is None or both[1] is None else both[0] | both[1]
        case typed.Comma(second=second):
            return literal_values(second)
        case _:
            return None
