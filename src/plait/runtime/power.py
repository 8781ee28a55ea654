"""JavaScript's `**`: the algorithm of fdlibm's `e_pow.c`, which V8 uses for `**` and `Math.pow`.

    Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
    Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
    preserved.

log2|x| is computed in two pieces, the first of which has a lower word of zero; its product with y is split into an
integer n and a rest y' of at most one half, again in two pieces; the result is 2^n * exp(y' * ln 2). The order of every
operation matters: the result must be the same to the last bit as in V8, whose one deviation from fdlibm is in
`exp2_pieces`.

A *word* is one half of the 64 bits of a number; upper words are signed here, so the sign is that of the number.
"""

from __future__ import annotations

import math

from plait.kernel import (
    absolute,
    bits_of,
    f64,
    f64_of,
    floor,
    i64,
    is_nan,
    kernel,
    shift_left,
    shift_right,
    sqrt,
    to_f64,
)

NAN = math.nan
INFINITY = math.inf

LOW_WORD = 0xFFFF_FFFF
MAGNITUDE = 0x7FFF_FFFF
FRACTION = 0x000F_FFFF
"""Parts of an upper word: all but the sign; the fraction."""

HALF = 0x3FE0_0000
BELOW_ONE = 0x3FEF_FFFF
ONE = 0x3FF0_0000
MINUS_1075 = 0x4090_CC00
TWO_10 = 0x4090_0000
TWO_31 = 0x41E0_0000
TWO_64 = 0x43F0_0000
"""Upper words of numbers (of -1075 without the sign)."""

SMALLEST_NORMAL = 0x0010_0000
SQRT_3_HALVES = 0x3988E
SQRT_3 = 0xBB67A
"""Fractions of the upper words of these roots."""

# (3/2) * (log(x) - 2s - 2/3 * s^3) as a polynomial
L1 = 5.99999999999994648725e-01
L2 = 4.28571428578550184252e-01
L3 = 3.33333329818377432918e-01
L4 = 2.72728123808534006489e-01
L5 = 2.30660745775561754067e-01
L6 = 2.06975017800338417784e-01

# The Remes approximation of t - t * (exp(t) + 1) / (exp(t) - 1)
P1 = 1.66666666666666019037e-01
P2 = -2.77777777770155933842e-03
P3 = 6.61375632143793436117e-05
P4 = -1.65339022054652515390e-06
P5 = 4.13813679705723846039e-08

LOG2_3_HALVES_HIGH = 5.84962487220764160156e-01
LOG2_3_HALVES_LOW = 1.35003920212974897128e-08
LN2 = 6.93147180559945286227e-01
LN2_HIGH = 6.93147182464599609375e-01
LN2_LOW = -1.90465429995776804525e-09
OVERFLOW_MARGIN = 8.0085662595372944372e-17
"""log2 of the largest number plus half a unit in its last place, beyond 1024, negated."""
TWO_THIRDS_PER_LN2 = 9.61796693925975554329e-01
TWO_THIRDS_PER_LN2_HIGH = 9.61796700954437255859e-01
TWO_THIRDS_PER_LN2_LOW = -7.02846165095275826516e-09
PER_LN2 = 1.44269504088896338700e00
PER_LN2_HIGH = 1.44269502162933349609e00
PER_LN2_LOW = 1.92596299112661746887e-08


@kernel(inline=True)
def high_word(x: f64) -> i64:
    """The upper word of a number."""
    return shift_right(bits_of(x), 32)


@kernel(inline=True)
def of_high_word(word: i64) -> f64:
    """The number with this upper word and a lower word of zero."""
    return f64_of(shift_left(word, 32))


@kernel(inline=True)
def without_low_word(x: f64) -> f64:
    """The number with its lower word set to zero."""
    return f64_of(bits_of(x) & ~LOW_WORD)


@kernel(inline=True)
def is_integer(y: f64) -> bool:
    """Whether a finite number is an integer."""
    return floor(y) == y


@kernel(inline=True)
def is_odd(y: f64) -> bool:
    """Whether an integer is odd; from 2^53 on none is."""
    half = 0.5 * y
    return floor(half) != half


@kernel
def log2_near_one(magnitude: f64) -> tuple[f64, f64]:
    """log2 of a number at most 2^-20 away from 1, in two pieces: log(x) is x - x^2/2 + x^3/3 - x^4/4 there."""
    t = magnitude - 1.0
    w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25))
    u = PER_LN2_HIGH * t
    v = t * PER_LN2_LOW - w * PER_LN2
    high = without_low_word(u + v)
    return high, v - (high - u)


@kernel
def log2_pieces(magnitude: f64) -> tuple[f64, f64]:
    """log2 of a positive finite number, in two pieces."""
    n = 0
    x = magnitude
    if high_word(x) < SMALLEST_NORMAL:
        x = x * 9007199254740992.0
        n = -53
    word = high_word(x)
    n += shift_right(word, 20) - 1023
    fraction = word & FRACTION
    word = fraction | ONE
    # The interval: near 1 or near 3/2, with the constants that go with it.
    near = 1.0
    log2_near_high = 0.0
    log2_near_low = 0.0
    step = 0
    if fraction > SQRT_3_HALVES:
        if fraction < SQRT_3:
            near = 1.5
            log2_near_high = LOG2_3_HALVES_HIGH
            log2_near_low = LOG2_3_HALVES_LOW
            step = 0x0004_0000
        else:
            n += 1
            word -= 0x0010_0000
    x = f64_of(shift_left(word, 32) | (bits_of(x) & LOW_WORD))

    # s = s_high + s_low = (x - near) / (x + near)
    u = x - near
    v = 1.0 / (x + near)
    s = u * v
    s_high = without_low_word(s)
    t_high = of_high_word((shift_right(word, 1) | 0x2000_0000) + 0x0008_0000 + step)
    t_low = x - (t_high - near)
    s_low = v * ((u - s_high * t_high) - s_high * t_low)
    # log(x)
    s2 = s * s
    r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))))
    r += s_low * (s_high + s)
    s2 = s_high * s_high
    t_high = without_low_word(3.0 + s2 + r)
    t_low = r - ((t_high - 3.0) - s2)
    u = s_high * t_high
    v = s_low * t_high + t_low * s
    # 2 / (3 * ln 2) * (s + ...)
    p_high = without_low_word(u + v)
    p_low = v - (p_high - u)
    z_high = TWO_THIRDS_PER_LN2_HIGH * p_high
    z_low = TWO_THIRDS_PER_LN2_LOW * p_high + p_low * TWO_THIRDS_PER_LN2 + log2_near_low
    t = to_f64(n)
    high = without_low_word(((z_high + z_low) + log2_near_high) + t)
    return high, z_low - (((high - t) - log2_near_high) - z_high)


@kernel(inline=True)
def scale_to_subnormal(x: f64, n: i64) -> f64:
    """x * 2^n rounded once, when the result is subnormal: fdlibm's `scalbn` for that case."""
    return f64_of(bits_of(x) + shift_left(n + 54, 52)) * 5.551115123125782702e-17


@kernel
def exp2_pieces(high: f64, low: f64) -> f64:
    """2^(high + low), with overflow to infinity and underflow to zero."""
    z = low + high
    word = high_word(z)
    if word >= TWO_10:
        if z > 1024.0 or low + OVERFLOW_MARGIN > z - high:
            return INFINITY
    elif (word & MAGNITUDE) >= MINUS_1075 and (z < -1075.0 or low <= z - high):
        return 0.0

    magnitude = word & MAGNITUDE
    n = 0
    if magnitude > HALF:
        # n is z rounded to an integer.
        rounded = word + shift_right(0x0010_0000, shift_right(magnitude, 20) - 1022)
        exponent = shift_right(rounded & MAGNITUDE, 20) - 1023
        high = high - of_high_word(rounded & ~shift_right(FRACTION, exponent))
        n = shift_right((rounded & FRACTION) | 0x0010_0000, 20 - exponent)
        if word < 0:
            n = -n
    t = without_low_word(low + high)
    u = t * LN2_HIGH
    v = (low - (t - high)) * LN2 + t * LN2_LOW
    z = u + v
    w = v - (z - u)
    t = z * z
    t1 = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
    # fdlibm subtracts w + z * w from the quotient; V8 does so from the divisor, which costs accuracy.
    r = (z * t1) / ((t1 - 2.0) - (w + z * w))
    z = 1.0 - (r - z)
    if shift_right(high_word(z) + shift_left(n, 20), 20) <= 0:
        return scale_to_subnormal(z, n)
    return f64_of(bits_of(z) + shift_left(n, 52))


@kernel
def power_of_magnitude(magnitude: f64, y: f64) -> f64:
    """The power of a positive finite number other than 1."""
    word = high_word(magnitude)
    y_word = high_word(y) & MAGNITUDE
    if y_word > TWO_31:
        # Overflow or underflow, unless the base is very close to 1.
        if word < BELOW_ONE or (y_word > TWO_64 and word <= BELOW_ONE):
            return INFINITY if y < 0.0 else 0.0
        if word > ONE or y_word > TWO_64:
            return INFINITY if y > 0.0 else 0.0
        log2_high, log2_low = log2_near_one(magnitude)
    else:
        log2_high, log2_low = log2_pieces(magnitude)
    y_high = without_low_word(y)
    return exp2_pieces(y_high * log2_high, (y - y_high) * log2_high + y * log2_low)


@kernel
def power(a: f64, b: f64) -> f64:
    """`a ** b`, as ECMAScript's Number::exponentiate: unlike C's `pow`, 1 to the power of NaN or infinity is NaN."""
    if b == 0.0:
        return 1.0
    if is_nan(a) or is_nan(b):
        return NAN
    magnitude = absolute(a)
    if absolute(b) == INFINITY:
        if magnitude == 1.0:
            return NAN
        return INFINITY if (magnitude > 1.0) == (b > 0.0) else 0.0
    if b == 1.0:
        return a
    if b == -1.0:
        return 1.0 / a
    if b == 2.0:
        return a * a
    negative = bits_of(a) < 0
    if b == 0.5 and not negative:
        return sqrt(a)
    odd = negative and is_integer(b) and is_odd(b)
    if magnitude == 0.0 or magnitude == INFINITY:
        result = magnitude if b > 0.0 else 1.0 / magnitude
    else:
        if negative and not is_integer(b):
            return NAN
        result = 1.0 if magnitude == 1.0 else power_of_magnitude(magnitude, b)
    return -result if odd else result
