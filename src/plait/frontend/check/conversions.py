"""Conversions of typed expressions: to the type that is wanted, to text, to a condition; common types of several."""

from __future__ import annotations

from collections.abc import Sequence

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    PromiseOf,
    Type,
    has_invalid,
    is_numeric,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import LogicalOperator
from plait.source import Span

INT_HINT = "write `as int` to check that the number is an int, or `| 0` to cut it to one"


def assign(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression:
    """The value where one of type `wanted` is needed; reports if it is not."""
    found = value.type
    if has_invalid(found) or has_invalid(wanted) or (found == wanted and found is not VOID):
        return value
    if wanted is NUMBER and found is INT:
        return typed.ToNumber(value.span, NUMBER, value)
    if wanted is INT and found is NUMBER:
        if context.fits_int(value):
            return typed.ToInt(value.span, INT, value)
        if isinstance(value, typed.Constant):
            return context.invalid(
                Code.NUMBER_TO_INT,
                value.span,
                "this number is no int",
                "an int is an integer from -2147483648 to 2147483647",
            )
        return context.invalid(Code.NUMBER_TO_INT, value.span, "a number cannot stand where an int is needed", INT_HINT)
    if found is VOID:
        return context.value(value)
    if found is UNKNOWN:
        return unknown(context, value.span)
    hint = ""
    if (
        isinstance(found, ArrayOf)
        and isinstance(wanted, ArrayOf)
        and {_innermost(found), _innermost(wanted)} == {INT, NUMBER}
    ):
        hint = "arrays of int and arrays of number are held differently; declare both alike"
    elif found == PromiseOf(wanted):
        hint = "await the promise"
    elif wanted is TEXT:
        hint = "convert with String(value)"
    return context.invalid(
        Code.TYPE_MISMATCH, value.span, f"a value of type {found} cannot stand where {wanted} is needed", hint
    )


def _innermost(type_: Type) -> Type:
    while isinstance(type_, ArrayOf):
        type_ = type_.element
    return type_


def unknown(context: Context, span: Span) -> typed.Expression:
    """Report a use of a caught value whose type is not known."""
    return context.invalid(
        Code.UNKNOWN_VALUE, span, "the type of this value is unknown", "ask first: `if (e instanceof Error) { ... }`"
    )


def common_type(context: Context, values: Sequence[typed.Expression]) -> Type | None:
    """The type that all the values can have together, None when there is none."""
    types = [value.type for value in values]
    if any(has_invalid(type_) for type_ in types):
        return INVALID
    if all(type_ == types[0] for type_ in types):
        return types[0]
    if all(map(is_numeric, types)):
        return INT if all(value.type is INT or context.fits_int(value) for value in values) else NUMBER
    return None


def to_text(context: Context, value: typed.Expression) -> typed.Expression:
    """The value as JavaScript's String(value) gives it."""
    value = context.value(value)
    if value.type is INVALID or value.type is TEXT:
        return value
    if value.type is UNKNOWN:
        return unknown(context, value.span)
    if is_numeric(value.type) or value.type is BOOLEAN:
        if isinstance(value, typed.Constant) and isinstance(value.value, bool):
            return typed.Constant(value.span, TEXT, "true" if value.value else "false")
        return typed.ToText(value.span, TEXT, value)
    return context.invalid(
        Code.EXPRESSION,
        value.span,
        f"a value of type {value.type} cannot become a string yet",
        "use its parts, one by one",
    )


def condition(context: Context, value: typed.Expression) -> typed.Expression:
    """The value as a condition."""
    value = context.value(value)
    if value.type is INVALID or value.type is BOOLEAN:
        return value
    if value.type is UNKNOWN:
        return unknown(context, value.span)
    if is_numeric(value.type) or value.type is TEXT:
        return typed.Truthy(value.span, BOOLEAN, value)
    return context.invalid(
        Code.CONDITION, value.span, f"a value of type {value.type} cannot be a condition", "compare it with something"
    )


def narrowings(value: typed.Expression) -> tuple[frozenset[typed.Variable], frozenset[typed.Variable]]:
    """The variables that hold an error when the condition is true, and when it is false."""
    match value:
        case typed.IsError(operand=typed.Read(variable=variable)) if variable.type is UNKNOWN:
            return frozenset([variable]), frozenset()
        case typed.Not(operand=operand):
            when_true, when_false = narrowings(operand)
            return when_false, when_true
        case typed.Logical(operator=operator, left=left, right=right):
            left_true, left_false = narrowings(left)
            right_true, right_false = narrowings(right)
            if operator is LogicalOperator.AND:
                return left_true | right_true, left_false & right_false
            return left_true & right_true, left_false | right_false
        case _:
            return frozenset(), frozenset()
