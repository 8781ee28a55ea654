"""Ranges of integers, and what operators make of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from plait.frontend.syntax import BinaryOperator


@dataclass(frozen=True, slots=True)
class Range:
    """Integers from `low` to `high`, both within i32; -0 is not among them."""

    low: int
    high: int

    @property
    def has_zero(self) -> bool:
        """Whether zero is in the range."""
        return self.low <= 0 <= self.high

    def join(self, other: Range) -> Range:
        """The smallest range that holds both."""
        return Range(min(self.low, other.low), max(self.high, other.high))


MIN_I32: Final = -(2**31)
MAX_I32: Final = 2**31 - 1
FULL: Final = Range(MIN_I32, MAX_I32)
LENGTH: Final = Range(0, MAX_I32)


def fitting(low: int, high: int) -> Range | None:
    """The range, None when it leaves i32."""
    return Range(low, high) if low >= MIN_I32 and high <= MAX_I32 else None


def number_range(value: float) -> Range | None:
    """The range of one number."""
    if value != value or not MIN_I32 <= value <= MAX_I32 or value != int(value):
        return None
    if value == 0 and math.copysign(1, value) < 0:
        return None
    return Range(int(value), int(value))


def arithmetic_range(operator: BinaryOperator, a: Range, b: Range) -> Range | None:
    """The range of the exact result of an operation, None when it may leave i32 or be -0 or no integer."""
    match operator:
        case BinaryOperator.ADD:
            return fitting(a.low + b.low, a.high + b.high)
        case BinaryOperator.SUBTRACT:
            return fitting(a.low - b.high, a.high - b.low)
        case BinaryOperator.MULTIPLY:
            if (a.has_zero and b.low < 0) or (b.has_zero and a.low < 0):
                return None
            products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
            return fitting(min(products), max(products))
        case BinaryOperator.REMAINDER:
            if b.has_zero or a.low < 0:
                return None
            return Range(0, min(a.high, max(abs(b.low), abs(b.high)) - 1))
        case _:
            return None


def negated_range(a: Range) -> Range | None:
    """The range of the negation, None when it may leave i32 or be -0."""
    return None if a.has_zero else fitting(-a.high, -a.low)


def bitwise_range(operator: BinaryOperator, a: Range | None, b: Range | None) -> Range | None:
    """The range of a bitwise operation; None only for `>>>` with a result above i32."""
    shift = b.low & 31 if b is not None and b.low == b.high else None
    match operator:
        case BinaryOperator.AND:
            bounds = [operand.high for operand in (a, b) if operand is not None and operand.low >= 0]
            return Range(0, min(bounds)) if bounds else FULL
        case BinaryOperator.OR | BinaryOperator.XOR:
            if a is not None and b is not None and a.low >= 0 and b.low >= 0:
                return Range(0, (1 << max(a.high.bit_length(), b.high.bit_length())) - 1)
            return FULL
        case BinaryOperator.SHIFT_RIGHT:
            base = a or FULL
            if shift is None:
                return Range(min(base.low, 0), max(base.high, -1))
            return Range(base.low >> shift, base.high >> shift)
        case BinaryOperator.SHIFT_RIGHT_UNSIGNED:
            if a is not None and a.low >= 0:
                return Range(0, a.high)
            return Range(0, (1 << (32 - shift)) - 1) if shift else None
        case _:
            return FULL
