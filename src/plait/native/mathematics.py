"""Mathematics, range 0x0a: what has no instruction."""

from __future__ import annotations

from plait.kernel import count_leading_zeros, f64, f64_of_single, i32, is_nan, kernel, single_bits_of
from plait.native.table import NativeRange, native
from plait.runtime import arc, half_floats, hyperbolic, logarithm, trigonometry

MATH = NativeRange.MATH
FUEL = 64
SLOW = 160


@native(MATH, 0x00, "math.exp", "f64 -> f64", fuel=FUEL)
@kernel
def exp(a: f64) -> f64:
    """e to the power of the number, as `Math.exp`."""
    return logarithm.exponential(a)


@native(MATH, 0x01, "math.log", "f64 -> f64", fuel=FUEL)
@kernel
def log(a: f64) -> f64:
    """The natural logarithm, as `Math.log`."""
    return logarithm.logarithm(a)


@native(MATH, 0x02, "math.log2", "f64 -> f64", fuel=FUEL)
@kernel
def log2(a: f64) -> f64:
    """The logarithm to base 2, as `Math.log2`."""
    return logarithm.logarithm2(a)


@native(MATH, 0x03, "math.log10", "f64 -> f64", fuel=SLOW)
@kernel
def log10(a: f64) -> f64:
    """The logarithm to base 10, as `Math.log10`."""
    return logarithm.logarithm10(a)


@native(MATH, 0x04, "math.cbrt", "f64 -> f64", fuel=FUEL)
@kernel
def cbrt(a: f64) -> f64:
    """The cube root, as `Math.cbrt`."""
    return logarithm.cube_root(a)


@native(MATH, 0x05, "math.atan", "f64 -> f64", fuel=FUEL)
@kernel
def atan(a: f64) -> f64:
    """The arc tangent, as `Math.atan`."""
    return arc.arc_tangent(a)


@native(MATH, 0x06, "math.atan2", "f64 f64 -> f64", fuel=FUEL)
@kernel
def atan2(y: f64, x: f64) -> f64:
    """The angle of the point (x, y), as `Math.atan2`."""
    return arc.arc_tangent2(y, x)


@native(MATH, 0x07, "math.asin", "f64 -> f64", fuel=FUEL)
@kernel
def asin(a: f64) -> f64:
    """The arc sine, as `Math.asin`."""
    return arc.arc_sine(a)


@native(MATH, 0x08, "math.acos", "f64 -> f64", fuel=FUEL)
@kernel
def acos(a: f64) -> f64:
    """The arc cosine, as `Math.acos`."""
    return arc.arc_cosine(a)


@native(MATH, 0x09, "math.sin", "f64 -> f64", fuel=SLOW)
@kernel
def sin(a: f64) -> f64:
    """The sine, as `Math.sin`."""
    return trigonometry.sine(a)


@native(MATH, 0x0A, "math.cos", "f64 -> f64", fuel=SLOW)
@kernel
def cos(a: f64) -> f64:
    """The cosine, as `Math.cos`."""
    return trigonometry.cosine(a)


@native(MATH, 0x0B, "math.tan", "f64 -> f64", fuel=SLOW)
@kernel
def tan(a: f64) -> f64:
    """The tangent, as `Math.tan`."""
    return trigonometry.tangent(a)


@native(MATH, 0x10, "math.clz32", "i32 -> i32", fuel=1)
@kernel(inline=True)
def clz32(a: i32) -> i32:
    """How many of the 32 bits stand above the highest one that is set, as `Math.clz32`."""
    return count_leading_zeros(a & 0xFFFFFFFF) - 32


@native(MATH, 0x11, "math.log1p", "f64 -> f64", fuel=FUEL)
@kernel
def log1p(a: f64) -> f64:
    """The natural logarithm of one more than the number, as `Math.log1p`."""
    return hyperbolic.logarithm_of_one_more(a)


@native(MATH, 0x12, "math.expm1", "f64 -> f64", fuel=FUEL)
@kernel
def expm1(a: f64) -> f64:
    """One less than e to the power of the number, as `Math.expm1`."""
    return hyperbolic.exponential_less_one(a)


@native(MATH, 0x13, "math.sinh", "f64 -> f64", fuel=FUEL)
@kernel
def sinh(a: f64) -> f64:
    """The hyperbolic sine, as `Math.sinh`."""
    return hyperbolic.hyperbolic_sine(a)


@native(MATH, 0x14, "math.cosh", "f64 -> f64", fuel=FUEL)
@kernel
def cosh(a: f64) -> f64:
    """The hyperbolic cosine, as `Math.cosh`."""
    return hyperbolic.hyperbolic_cosine(a)


@native(MATH, 0x15, "math.tanh", "f64 -> f64", fuel=FUEL)
@kernel
def tanh(a: f64) -> f64:
    """The hyperbolic tangent, as `Math.tanh`."""
    return hyperbolic.hyperbolic_tangent(a)


@native(MATH, 0x16, "math.asinh", "f64 -> f64", fuel=FUEL)
@kernel
def asinh(a: f64) -> f64:
    """The inverse of the hyperbolic sine, as `Math.asinh`."""
    return hyperbolic.inverse_hyperbolic_sine(a)


@native(MATH, 0x17, "math.acosh", "f64 -> f64", fuel=FUEL)
@kernel
def acosh(a: f64) -> f64:
    """The inverse of the hyperbolic cosine, as `Math.acosh`."""
    return hyperbolic.inverse_hyperbolic_cosine(a)


@native(MATH, 0x18, "math.atanh", "f64 -> f64", fuel=FUEL)
@kernel
def atanh(a: f64) -> f64:
    """The inverse of the hyperbolic tangent, as `Math.atanh`."""
    return hyperbolic.inverse_hyperbolic_tangent(a)


@native(MATH, 0x19, "math.fround", "f64 -> f64", fuel=FUEL)
@kernel
def fround(a: f64) -> f64:
    """The nearest number that 32 bits can hold, as `Math.fround`."""
    return a if is_nan(a) else f64_of_single(single_bits_of(a))


@native(MATH, 0x1A, "math.f16round", "f64 -> f64", fuel=FUEL)
@kernel
def f16round(a: f64) -> f64:
    """The nearest number that 16 bits can hold, as `Math.f16round`."""
    return half_floats.round_to_16_bits(a)
