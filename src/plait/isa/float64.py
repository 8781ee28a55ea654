"""f64 arithmetic and comparison: 0x38 to 0x4d. IEEE 754 double precision, as JavaScript's numbers."""

from __future__ import annotations

from plait.isa.instruction import instruction
from plait.kernel import absolute, ceil, f64, floor, kernel, sqrt, truncate
from plait.runtime import rounding
from plait.runtime.float_remainder import float_remainder
from plait.runtime.power import power


@instruction(0x38, "FADD", "f64 f64 -> f64")
@kernel(inline=True)
def fadd(a: f64, b: f64) -> f64:
    """The sum."""
    return a + b


@instruction(0x39, "FSUB", "f64 f64 -> f64")
@kernel(inline=True)
def fsub(a: f64, b: f64) -> f64:
    """The difference."""
    return a - b


@instruction(0x3A, "FMUL", "f64 f64 -> f64")
@kernel(inline=True)
def fmul(a: f64, b: f64) -> f64:
    """The product."""
    return a * b


@instruction(0x3B, "FDIV", "f64 f64 -> f64")
@kernel(inline=True)
def fdiv(a: f64, b: f64) -> f64:
    """The quotient."""
    return a / b


@instruction(0x3C, "FREM", "f64 f64 -> f64", fuel=2)
@kernel(inline=True)
def frem(a: f64, b: f64) -> f64:
    """The remainder with the sign of the dividend, as JavaScript's `%`."""
    return float_remainder(a, b)


@instruction(0x3D, "FPOW", "f64 f64 -> f64", fuel=8)
@kernel(inline=True)
def fpow(a: f64, b: f64) -> f64:
    """The power, as JavaScript's `**`."""
    return power(a, b)


@instruction(0x3E, "FNEG", "f64 -> f64")
@kernel(inline=True)
def fneg(a: f64) -> f64:
    """The negation."""
    return -a


@instruction(0x3F, "FABS", "f64 -> f64")
@kernel(inline=True)
def fabs(a: f64) -> f64:
    """The absolute value."""
    return absolute(a)


@instruction(0x40, "FSQRT", "f64 -> f64", fuel=2)
@kernel(inline=True)
def fsqrt(a: f64) -> f64:
    """The square root; NaN for negative numbers."""
    return sqrt(a)


@instruction(0x41, "FFLOOR", "f64 -> f64")
@kernel(inline=True)
def ffloor(a: f64) -> f64:
    """The largest integer not above."""
    return floor(a)


@instruction(0x42, "FCEIL", "f64 -> f64")
@kernel(inline=True)
def fceil(a: f64) -> f64:
    """The smallest integer not below."""
    return ceil(a)


@instruction(0x43, "FTRUNC", "f64 -> f64")
@kernel(inline=True)
def ftrunc(a: f64) -> f64:
    """The integer part."""
    return truncate(a)


@instruction(0x44, "FMIN", "f64 f64 -> f64")
@kernel(inline=True)
def fmin(a: f64, b: f64) -> f64:
    """The smaller of the two as `Math.min` says it: NaN if one is NaN; -0 is smaller than 0."""
    return rounding.minimum(a, b)


@instruction(0x45, "FMAX", "f64 f64 -> f64")
@kernel(inline=True)
def fmax(a: f64, b: f64) -> f64:
    """The larger of the two as `Math.max` says it: NaN if one is NaN; 0 is larger than -0."""
    return rounding.maximum(a, b)


@instruction(0x46, "FROUND", "f64 -> f64")
@kernel(inline=True)
def fround(a: f64) -> f64:
    """The nearest integer, the upper one of two as near, with the sign of the number: `Math.round`."""
    return rounding.round_half_up(a)


@instruction(0x47, "FSIGN", "f64 -> f64")
@kernel(inline=True)
def fsign(a: f64) -> f64:
    """1 or -1; zeros and NaN stay what they are."""
    return rounding.sign(a)


@instruction(0x48, "FLT", "f64 f64 -> bool")
@kernel(inline=True)
def flt(a: f64, b: f64) -> bool:
    """Less than."""
    return a < b


@instruction(0x49, "FLE", "f64 f64 -> bool")
@kernel(inline=True)
def fle(a: f64, b: f64) -> bool:
    """Less than or equal."""
    return a <= b


@instruction(0x4A, "FGT", "f64 f64 -> bool")
@kernel(inline=True)
def fgt(a: f64, b: f64) -> bool:
    """Greater than."""
    return a > b


@instruction(0x4B, "FGE", "f64 f64 -> bool")
@kernel(inline=True)
def fge(a: f64, b: f64) -> bool:
    """Greater than or equal."""
    return a >= b


@instruction(0x4C, "FEQ", "f64 f64 -> bool")
@kernel(inline=True)
def feq(a: f64, b: f64) -> bool:
    """Equal; NaN equals nothing, the two zeros are equal."""
    return a == b


@instruction(0x4D, "FNE", "f64 f64 -> bool")
@kernel(inline=True)
def fne(a: f64, b: f64) -> bool:
    """Not equal."""
    return a != b
