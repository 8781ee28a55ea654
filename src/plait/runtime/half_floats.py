"""Numbers of 16 bits (IEEE 754 binary16): rounding to them, and their bits."""

from __future__ import annotations

import math

from plait.kernel import absolute, bits_of, f64, f64_of, i64, is_nan, kernel, shift_left, shift_right_logical, to_f64

INFINITY = math.inf
NAN = math.nan
LIMIT = 65520.0
"""From here on a number is nearer to infinity than to the greatest of 16 bits."""
LEAST_NORMAL = math.ldexp(1.0, -14)
LEAST = math.ldexp(1.0, -24)
SUBNORMAL_UNIT = math.ldexp(1.0, 28)
"""A number whose last bit has the value of the last bit of subnormal numbers of 16 bits."""
DROPPED = 42
"""How many bits of a fraction of 52 are not among its 10."""
DROPPED_BITS = (1 << DROPPED) - 1
BELOW_HALF = (1 << (DROPPED - 1)) - 1
FRACTION = (1 << 52) - 1
EXPONENT = 0x7FF
BIAS = 1023
HALF_BIAS = 15
LEAST_EXPONENT = -14


@kernel
def round_to_16_bits(x: f64) -> f64:
    """`Math.f16round`: the nearest number that 16 bits can hold, the even one of two as near."""
    magnitude = absolute(x)
    if not magnitude < LIMIT:
        return x if is_nan(x) else x * INFINITY
    if magnitude < LEAST_NORMAL:
        rounded = (magnitude + SUBNORMAL_UNIT) - SUBNORMAL_UNIT
        return f64_of(bits_of(rounded) | (bits_of(x) - bits_of(magnitude)))
    bits = bits_of(x)
    half = BELOW_HALF + (shift_right_logical(bits, DROPPED) & 1)
    return f64_of((bits + half) & ~DROPPED_BITS)


@kernel
def bits_of_half(number: f64) -> i64:
    """The 16 bits of the nearest number that 16 bits can hold."""
    bits = bits_of(round_to_16_bits(number))
    sign = shift_left(shift_right_logical(bits, 63), 15)
    exponent = shift_right_logical(bits, 52) & EXPONENT
    fraction = bits & FRACTION
    if exponent == EXPONENT:
        return sign | 0x7C00 | (0x200 if fraction != 0 else 0)
    power = exponent - BIAS
    if power >= LEAST_EXPONENT:
        return sign | shift_left(power + HALF_BIAS, 10) | shift_right_logical(fraction, DROPPED)
    if exponent == 0:
        return sign
    return sign | shift_right_logical(fraction | (FRACTION + 1), DROPPED + LEAST_EXPONENT - power)


@kernel
def half_of_bits(bits: i64) -> f64:
    """The number that 16 bits hold."""
    exponent = shift_right_logical(bits, 10) & 0x1F
    fraction = bits & 0x3FF
    sign = shift_left(shift_right_logical(bits, 15), 63)
    if exponent == 0:
        return f64_of(bits_of(to_f64(fraction) * LEAST) | sign)
    if exponent == 0x1F:
        return NAN if fraction != 0 else f64_of(bits_of(INFINITY) | sign)
    return f64_of(sign | shift_left(exponent + BIAS - HALF_BIAS, 52) | shift_left(fraction, DROPPED))
