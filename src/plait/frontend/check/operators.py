"""Operators applied to typed operands: which types they take, what they give, and constants computed here."""

from __future__ import annotations

import math
from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import common_type, to_text, unknown
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    ClassOf,
    PromiseOf,
    Type,
    has_invalid,
    is_numeric,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator, UnaryOperator
from plait.source import Span

_ARITHMETIC: Final = frozenset(
    [
        BinaryOperator.ADD,
        BinaryOperator.SUBTRACT,
        BinaryOperator.MULTIPLY,
        BinaryOperator.DIVIDE,
        BinaryOperator.REMAINDER,
        BinaryOperator.POWER,
    ]
)
_BITWISE: Final = frozenset(
    [
        BinaryOperator.AND,
        BinaryOperator.OR,
        BinaryOperator.XOR,
        BinaryOperator.SHIFT_LEFT,
        BinaryOperator.SHIFT_RIGHT,
        BinaryOperator.SHIFT_RIGHT_UNSIGNED,
    ]
)
_EQUALITY: Final = frozenset([BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL])
_NO_INT: Final = frozenset([BinaryOperator.DIVIDE, BinaryOperator.POWER])


def binary(
    context: Context, span: Span, operator: BinaryOperator, left: typed.Expression, right: typed.Expression
) -> typed.Expression:
    """`left operator right`, for every operator but `instanceof`."""
    left, right = context.value(left), context.value(right)
    if has_invalid(left.type) or has_invalid(right.type):
        return typed.Invalid(span, INVALID)
    for operand in (left, right):
        if operand.type is UNKNOWN:
            return unknown(context, operand.span)
    if operator is BinaryOperator.ADD and TEXT in (left.type, right.type):
        return _concatenation(context, span, left, right)
    if operator in _ARITHMETIC or operator in _BITWISE:
        if not (is_numeric(left.type) and is_numeric(right.type)):
            return _wrong_operands(context, span, operator, left.type, right.type)
        if operator in _ARITHMETIC:
            return _arithmetic(context, span, operator, left, right)
        return _bitwise(context, span, operator, left, right)
    return _comparison(context, span, operator, left, right)


def _wrong_operands(
    context: Context, span: Span, operator: BinaryOperator, left: Type, right: Type
) -> typed.Expression:
    hint = "await the promise first" if isinstance(left, PromiseOf) or isinstance(right, PromiseOf) else ""
    return context.invalid(
        Code.OPERAND_TYPES, span, f"the operator `{operator.value}` does not take {left} and {right}", hint
    )


def _concatenation(context: Context, span: Span, left: typed.Expression, right: typed.Expression) -> typed.Expression:
    left, right = to_text(context, left), to_text(context, right)
    if INVALID in (left.type, right.type):
        return typed.Invalid(span, INVALID)
    match left, right:
        case typed.Constant(value=str() as first), typed.Constant(value=str() as second):
            joined = (first + second).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
            return typed.Constant(span, TEXT, joined)
    return typed.Concatenate(span, TEXT, left, right)


def _arithmetic(
    context: Context, span: Span, operator: BinaryOperator, left: typed.Expression, right: typed.Expression
) -> typed.Expression:
    type_ = NUMBER if operator in _NO_INT else _mixed(context, left, right)
    if isinstance(left, typed.Constant) and isinstance(right, typed.Constant):
        folded = _fold(operator, float(left.value), float(right.value))
        if folded is not None:
            return typed.Constant(span, NUMBER, folded)
    return typed.Arithmetic(span, type_, operator, left, right)


def _mixed(context: Context, left: typed.Expression, right: typed.Expression) -> Type:
    """Int when both operands are, or one is and the other certainly has an int's value; else number."""
    return NUMBER if INT not in (left.type, right.type) else common_type(context, (left, right)) or NUMBER


def _fold(operator: BinaryOperator, a: float, b: float) -> float | None:
    match operator:
        case BinaryOperator.ADD:
            return a + b
        case BinaryOperator.SUBTRACT:
            return a - b
        case BinaryOperator.MULTIPLY:
            return a * b
        case BinaryOperator.DIVIDE if b != 0:
            return a / b
        case _:
            return None


def _bitwise(
    context: Context, span: Span, operator: BinaryOperator, left: typed.Expression, right: typed.Expression
) -> typed.Expression:
    if isinstance(left, typed.Constant) and isinstance(right, typed.Constant):
        value = _fold_bitwise(operator, float(left.value), float(right.value))
        return typed.Constant(span, NUMBER, value)
    type_ = NUMBER if operator is BinaryOperator.SHIFT_RIGHT_UNSIGNED else _mixed(context, left, right)
    return typed.Bitwise(span, type_, operator, left, right)


def to_int32(value: float) -> int:
    """JavaScript's ToInt32."""
    if not math.isfinite(value):
        return 0
    return (int(value) + 2**31) % 2**32 - 2**31


def _fold_bitwise(operator: BinaryOperator, left: float, right: float) -> float:
    a, b = to_int32(left), to_int32(right)
    match operator:
        case BinaryOperator.AND:
            result = a & b
        case BinaryOperator.OR:
            result = a | b
        case BinaryOperator.XOR:
            result = a ^ b
        case BinaryOperator.SHIFT_LEFT:
            result = to_int32(float((a << (b & 31)) & 0xFFFFFFFF))
        case BinaryOperator.SHIFT_RIGHT:
            result = a >> (b & 31)
        case _:
            result = (a & 0xFFFFFFFF) >> (b & 31)
    return float(result)


def _comparison(
    context: Context, span: Span, operator: BinaryOperator, left: typed.Expression, right: typed.Expression
) -> typed.Expression:
    both_numeric = is_numeric(left.type) and is_numeric(right.type)
    if operator not in _EQUALITY:
        if not both_numeric and not (left.type is TEXT and right.type is TEXT):
            return _wrong_operands(context, span, operator, left.type, right.type)
    elif not both_numeric and left.type != right.type:
        return context.invalid(
            Code.NO_OVERLAP,
            span,
            f"values of type {left.type} and {right.type} are never equal",
            "convert one of them to the type of the other",
        )
    elif isinstance(left.type, ArrayOf | PromiseOf | ClassOf):
        return context.invalid(
            Code.REFERENCE_COMPARISON, span, f"values of type {left.type} cannot be compared yet", "compare their parts"
        )
    elif _never_equal(left, right):
        return context.invalid(
            Code.NO_OVERLAP, span, "these values are never equal", "leave the comparison out; ask for NaN by `x !== x`"
        )
    return typed.Compare(span, BOOLEAN, operator, left, right)


def _never_equal(left: typed.Expression, right: typed.Expression) -> bool:
    """Whether TypeScript knows the values on both sides and they differ, or one of them is NaN as such."""
    values = _literals(left), _literals(right)
    if any(literals is not None and any(value != value for value in literals) for literals in values):
        return True
    return values[0] is not None and values[1] is not None and not values[0] & values[1]


def _literals(value: typed.Expression) -> frozenset[float | bool | str] | None:
    """The values that an expression of literals can have, None for another expression."""
    match value:
        case typed.Constant(is_literal=True):
            return frozenset([value.value])
        case typed.Read(variable=variable) if variable.constant is not None:
            return _literals(variable.constant)
        case typed.Choose(then=left, otherwise=right) | typed.Logical(left=left, right=right):
            both = _literals(left), _literals(right)
            return None if both[0] is None or both[1] is None else both[0] | both[1]
        case typed.Comma(second=second):
            return _literals(second)
        case _:
            return None


def unary(context: Context, span: Span, operator: UnaryOperator, operand: typed.Expression) -> typed.Expression:
    """A prefix operator, for all but `!`."""
    operand = context.value(operand)
    if has_invalid(operand.type):
        return typed.Invalid(span, INVALID)
    if operand.type is UNKNOWN:
        return unknown(context, operand.span)
    if not is_numeric(operand.type):
        hint = "compare, or convert explicitly" if operator is UnaryOperator.PLUS else ""
        return context.invalid(
            Code.OPERAND_TYPES, span, f"the operator `{operator.value}` does not take {operand.type}", hint
        )
    match operator, operand:
        case UnaryOperator.PLUS, _:
            return operand
        case UnaryOperator.NEGATE, typed.Constant():
            return typed.Constant(span, NUMBER, -float(operand.value), operand.is_literal)
        case UnaryOperator.NEGATE, _:
            return typed.Negate(span, operand.type, operand)
        case UnaryOperator.COMPLEMENT, typed.Constant():
            return typed.Constant(span, NUMBER, float(~to_int32(float(operand.value))))
        case _:
            return typed.Complement(span, operand.type, operand)


def negation(span: Span, operand: typed.Expression) -> typed.Expression:
    """`!operand` of a condition."""
    if operand.type is INVALID:
        return operand
    return typed.Not(span, BOOLEAN, operand)


def as_type(context: Context, span: Span, operand: typed.Expression, wanted: Type) -> typed.Expression:
    """`operand as wanted`."""
    operand = context.value(operand)
    if has_invalid(operand.type) or has_invalid(wanted):
        return typed.Invalid(span, INVALID)
    if operand.type == wanted and wanted is not VOID:
        return operand
    if wanted is INT and operand.type is NUMBER:
        if isinstance(operand, typed.Constant) and not context.fits_int(operand):
            return context.invalid(
                Code.NUMBER_TO_INT, span, "this number is no int", "an int is an integer from -2147483648 to 2147483647"
            )
        return typed.ToInt(span, INT, operand)
    if wanted is NUMBER and operand.type is INT:
        return typed.ToNumber(span, NUMBER, operand)
    return context.invalid(
        Code.EXPRESSION,
        span,
        f"`as` cannot make {wanted} of {operand.type}",
        "`as` converts between number and int only",
    )
