"""Functions near the exponential one: fdlibm's `s_log1p.c`, `s_expm1.c`, `e_sinh.c`, `e_cosh.c`, `s_tanh.c`,
`s_asinh.c`, `e_acosh.c` and `e_atanh.c`, which V8 uses; and rounding to 32 bits.

    Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
    Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
    preserved.

The order of every operation matters. A *word* is one half of the 64 bits of a number; upper words are signed.
"""

from __future__ import annotations

import math

from plait.kernel import (
    absolute,
    bits_of,
    f64,
    f64_of,
    guess_i64,
    i64,
    is_nan,
    kernel,
    shift_left,
    shift_right,
    sqrt,
    to_f64,
)
from plait.runtime.logarithm import (
    EXP_OVERFLOW,
    FRACTION,
    G1,
    G2,
    G3,
    G4,
    G5,
    G6,
    G7,
    HALF_LN2,
    LN2_HIGH,
    LN2_LOW,
    LOW_WORD,
    MAGNITUDE,
    ONE,
    PER_LN2,
    THREE_HALVES_LN2,
    TWO_1023,
    exponential,
    logarithm,
)
from plait.runtime.power import high_word, of_high_word

NAN = math.nan
INFINITY = math.inf
LN2 = 6.93147180559945286227e-01

SQRT2_LESS_ONE = 0x3FDA_827A
ROOT_HALF_LESS_ONE = 0xBFD2_BEC4 - 2**32
"""Upper words of sqrt(2) - 1 and of sqrt(1/2) - 1."""

Q1 = -3.33333333333331316428e-02
Q2 = 1.58730158725481460165e-03
Q3 = -7.93650757867487942473e-05
Q4 = 4.00821782732936239552e-06
Q5 = -2.01099218183624371326e-07

SINH_OVERFLOW = 710.4758600739439
LARGEST_LOGARITHM = 709.7822265625
TWO_MINUS_28 = 3.725290298461914e-9


@kernel(inline=True)
def with_high_word(word: i64, x: f64) -> f64:
    """The number with this upper word and the lower word of `x`."""
    return f64_of(shift_left(word, 32) | (bits_of(x) & LOW_WORD))


@kernel
def logarithm_of_one_more(x: f64) -> f64:
    """`Math.log1p`."""
    if is_nan(x) or x < -1.0:
        return NAN
    if x == -1.0:
        return -INFINITY
    if x == INFINITY:
        return INFINITY
    word = high_word(x)
    magnitude = word & MAGNITUDE
    if magnitude < 0x3E20_0000:
        return x if magnitude < 0x3C90_0000 else x - x * x * 0.5
    k = 1
    f = x
    upper: i64 = 1
    c = 0.0
    if word < SQRT2_LESS_ONE and (word > 0 or word <= ROOT_HALF_LESS_ONE):
        k = 0
    if k != 0:
        u = x
        if word < 0x4340_0000:
            u = 1.0 + x
            k = shift_right(high_word(u), 20) - 1023
            c = (1.0 - (u - x) if k > 0 else x - (u - 1.0)) / u
        else:
            k = shift_right(high_word(u), 20) - 1023
        upper = high_word(u) & FRACTION
        if upper < 0x6_A09E:
            f = with_high_word(upper | ONE, u) - 1.0
        else:
            k += 1
            f = with_high_word(upper | 0x3FE0_0000, u) - 1.0
            upper = shift_right(0x10_0000 - upper, 2)
    dk = to_f64(k)
    half_square = 0.5 * f * f
    if upper == 0:
        if f == 0.0:
            return 0.0 if k == 0 else dk * LN2_HIGH + (c + dk * LN2_LOW)
        small = half_square * (1.0 - 0.66666666666666666 * f)
        return f - small if k == 0 else dk * LN2_HIGH - ((small - (dk * LN2_LOW + c)) - f)
    s = f / (2.0 + f)
    z = s * s
    r = z * (G1 + z * (G2 + z * (G3 + z * (G4 + z * (G5 + z * (G6 + z * G7))))))
    if k == 0:
        return f - (half_square - s * (half_square + r))
    return dk * LN2_HIGH - ((half_square - (s * (half_square + r) + (dk * LN2_LOW + c))) - f)


@kernel
def exponential_less_one(a: f64) -> f64:
    """`Math.expm1`."""
    if is_nan(a):
        return NAN
    word = high_word(a) & MAGNITUDE
    if word >= 0x4043_687A:
        if a > EXP_OVERFLOW:
            return INFINITY
        if a < 0.0:
            return -1.0
    x = a
    c = 0.0
    k = 0
    if word > HALF_LN2:
        k = guess_i64(PER_LN2 * a + (0.5 if a > 0.0 else -0.5))
        if word < THREE_HALVES_LN2:
            k = 1 if a > 0.0 else -1
        high = a - to_f64(k) * LN2_HIGH
        low = to_f64(k) * LN2_LOW
        x = high - low
        c = (high - x) - low
    elif word < 0x3C90_0000:
        return a
    return reduced_exponential(x, c, k)


@kernel
def reduced_exponential(x: f64, c: f64, k: i64) -> f64:
    """exp(x + c) * 2^k - 1 for a small `x`, of which `c` is what rounding has taken."""
    half = 0.5 * x
    square = x * half
    r = 1.0 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))))
    t = 3.0 - r * half
    e = square * ((r - t) / (6.0 - x * t))
    if k == 0:
        return x - (x * e - square)
    e = x * (e - c) - c
    e -= square
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2.0 * (e - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - e)
    if k <= -2 or k > 56:
        y = 1.0 - (e - x)
        y = y * 2.0 * TWO_1023 if k == 1024 else y * of_high_word(ONE + shift_left(k, 20))
        return y - 1.0
    power = of_high_word(ONE + shift_left(k, 20))
    if k < 20:
        t = of_high_word(ONE - shift_right(0x20_0000, k))
        return (t - (e - x)) * power
    t = of_high_word(shift_left(0x3FF - k, 20))
    return ((x - (e + t)) + 1.0) * power


@kernel
def hyperbolic_sine(x: f64) -> f64:
    """`Math.sinh`."""
    magnitude = absolute(x)
    h = -0.5 if x < 0.0 else 0.5
    if magnitude < 22.0:
        if magnitude < TWO_MINUS_28:
            return x
        t = exponential_less_one(magnitude)
        if magnitude < 1.0:
            return h * (2.0 * t - t * t / (t + 1.0))
        return h * (t + t / (t + 1.0))
    if magnitude < LARGEST_LOGARITHM:
        return h * exponential(magnitude)
    if magnitude <= SINH_OVERFLOW:
        w = exponential(0.5 * magnitude)
        return h * w * w
    return x * INFINITY


@kernel
def hyperbolic_cosine(x: f64) -> f64:
    """`Math.cosh`."""
    magnitude = absolute(x)
    word = high_word(magnitude)
    if word < 0x3FD6_2E43:
        t = exponential_less_one(magnitude)
        w = 1.0 + t
        return w if word < 0x3C80_0000 else 1.0 + (t * t) / (w + w)
    if word < 0x4036_0000:
        t = exponential(magnitude)
        return 0.5 * t + 0.5 / t
    if word < 0x4086_2E42:
        return 0.5 * exponential(magnitude)
    if magnitude <= SINH_OVERFLOW:
        w = exponential(0.5 * magnitude)
        return 0.5 * w * w
    return NAN if is_nan(x) else INFINITY


@kernel
def hyperbolic_tangent(x: f64) -> f64:
    """`Math.tanh`."""
    if is_nan(x):
        return NAN
    magnitude = absolute(x)
    z = 1.0
    if magnitude < 22.0:
        if high_word(magnitude) < 0x3E30_0000:
            return x
        if magnitude >= 1.0:
            z = 1.0 - 2.0 / (exponential_less_one(2.0 * magnitude) + 2.0)
        else:
            t = exponential_less_one(-2.0 * magnitude)
            z = -t / (t + 2.0)
    return z if x > 0.0 else -z


@kernel
def inverse_hyperbolic_sine(x: f64) -> f64:
    """`Math.asinh`."""
    magnitude = absolute(x)
    word = high_word(magnitude)
    if not magnitude < INFINITY or word < 0x3E30_0000:
        return x
    if word > 0x41B0_0000:
        w = logarithm(magnitude) + LN2
    elif word > 0x4000_0000:
        w = logarithm(2.0 * magnitude + 1.0 / (sqrt(x * x + 1.0) + magnitude))
    else:
        t = x * x
        w = logarithm_of_one_more(magnitude + t / (1.0 + sqrt(1.0 + t)))
    return w if x > 0.0 else -w


@kernel
def inverse_hyperbolic_cosine(x: f64) -> f64:
    """`Math.acosh`."""
    if not x >= 1.0:
        return NAN
    word = high_word(x)
    if word >= 0x41B0_0000:
        return INFINITY if x == INFINITY else logarithm(x) + LN2
    if x == 1.0:
        return 0.0
    if word > 0x4000_0000:
        return logarithm(2.0 * x - 1.0 / (x + sqrt(x * x - 1.0)))
    t = x - 1.0
    return logarithm_of_one_more(t + sqrt(2.0 * t + t * t))


@kernel
def inverse_hyperbolic_tangent(x: f64) -> f64:
    """`Math.atanh`."""
    magnitude = absolute(x)
    if not magnitude <= 1.0:
        return NAN
    if magnitude == 1.0:
        return INFINITY if x > 0.0 else -INFINITY
    word = high_word(magnitude)
    if word < 0x3E30_0000:
        return x
    if word < 0x3FE0_0000:
        t = magnitude + magnitude
        t = 0.5 * logarithm_of_one_more(t + t * magnitude / (1.0 - magnitude))
    else:
        t = 0.5 * logarithm_of_one_more((magnitude + magnitude) / (1.0 - magnitude))
    return t if x > 0.0 else -t
