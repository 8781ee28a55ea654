"""Operators applied to typed operands: which types they take, what they give, and constants computed here."""

from __future__ import annotations

import math
from typing import Final

from plait.frontend.check import equality, typed
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import common_type, to_text, unknown
from plait.frontend.check.narrowing import comparable
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NULLISH,
    NUMBER,
    TEXT,
    UNKNOWN,
    PromiseOf,
    Simple,
    Type,
    UnionOf,
    has_invalid,
    is_numeric,
    members_of,
    union,
    without_nullish,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator, LogicalOperator, UnaryOperator
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
COMPARISONS: Final = frozenset(
    [
        BinaryOperator.LESS,
        BinaryOperator.LESS_EQUAL,
        BinaryOperator.GREATER,
        BinaryOperator.GREATER_EQUAL,
        BinaryOperator.EQUAL,
        BinaryOperator.NOT_EQUAL,
        BinaryOperator.INSTANCE_OF,
    ]
)
_EQUALITY: Final = frozenset([BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL])
_NO_INT: Final = frozenset([BinaryOperator.DIVIDE, BinaryOperator.POWER])


def binary(
    context: Context, span: Span, operator: BinaryOperator, left: typed.Expression, right: typed.Expression
) -> typed.Expression:
    """`left operator right`, for every operator but `instanceof`."""
    left, right = context.value(left), context.value(right)
    if operator not in _EQUALITY:
        left, right = as_plain(left), as_plain(right)
    if has_invalid(left.type) or has_invalid(right.type):
        return typed.Invalid(span, INVALID)
    if operator in _EQUALITY:
        return equality.check_equality(context, span, operator, left, right)
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
    for type_ in (left, right):
        if isinstance(type_, UnionOf) and without_nullish(type_) != type_:
            hint = "exclude null and undefined first: `if (x !== null)`, or `x ?? 0`"
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
    if not both_numeric and not (left.type is TEXT and right.type is TEXT):
        if _takes_as_comparable(left.type, right.type):
            message = f"the operator `{operator.value}` does not take {left.type} and {right.type} yet"
            return context.invalid(Code.EXPRESSION, span, message, "compare numbers, or strings")
        return _wrong_operands(context, span, operator, left.type, right.type)
    return typed.Compare(span, BOOLEAN, operator, left, right)


def _takes_as_comparable(left: Type, right: Type) -> bool:
    """Whether TypeScript compares values of two types by their size, though they are not both numbers or strings."""
    if any(kind in NULLISH for type_ in (left, right) for kind in members_of(type_)):
        return False
    are_numbers = [all(map(is_numeric, members_of(type_))) for type_ in (left, right)]
    return not any(are_numbers) and any(comparable(a, b) for a in members_of(left) for b in members_of(right))


def unary(context: Context, span: Span, operator: UnaryOperator, operand: typed.Expression) -> typed.Expression:
    """A prefix operator, for all but `!`, `+` and `void`."""
    operand = as_plain(context.value(operand))
    if has_invalid(operand.type):
        return typed.Invalid(span, INVALID)
    if operand.type is UNKNOWN:
        return unknown(context, operand.span)
    if not is_numeric(operand.type):
        # TypeScript takes anything that is there: JavaScript makes a number of it.
        may_be_nothing = any(member in NULLISH for member in members_of(operand.type))
        return context.invalid(
            Code.OPERAND_TYPES if may_be_nothing else Code.EXPRESSION,
            span,
            f"the operator `{operator.value}` does not take {operand.type}",
            "convert it with Number(value)",
        )
    match operator, operand:
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


def kept(name: typed.Expression, operator: LogicalOperator | None) -> typed.Expression:
    """The left value of `??`, `||` or `&&`, where it is the value of the whole."""
    match operator:
        case None:
            return name
        case LogicalOperator.OR:
            return narrow(name, without_nullish(name.type))
        case LogicalOperator.AND:
            return narrow(name, union(member for member in members_of(name.type) if isinstance(member, Simple)))


def narrow(value: typed.Expression, type_: Type) -> typed.Expression:
    """The value as one of a narrower type that it is known to have."""
    return value if value.type == type_ or value.type is UNKNOWN else typed.Convert(value.span, type_, value)
