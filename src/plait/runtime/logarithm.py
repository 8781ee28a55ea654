"""Exponential function, logarithms and cube root: fdlibm's `e_exp.c`, `e_log.c`, `e_log10.c`, `e_log2.c` and
`s_cbrt.c`, which V8 uses.

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
    divide,
    f64,
    f64_of,
    guess_i64,
    i64,
    is_nan,
    kernel,
    shift_left,
    shift_right,
    to_f64,
)
from plait.runtime.power import high_word, of_high_word, without_low_word

NAN = math.nan
INFINITY = math.inf

LOW_WORD = 0xFFFF_FFFF
MAGNITUDE = 0x7FFF_FFFF
FRACTION = 0x000F_FFFF
ONE = 0x3FF0_0000
SMALLEST_NORMAL = 0x0010_0000

TWO_54 = 1.80143985094819840000e16
TWO_1023 = 8.98846567431157953865e307
TWO_MINUS_1000 = 9.33263618503218878990e-302

LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
PER_LN2 = 1.44269504088896338700e00
EXP_OVERFLOW = 7.09782712893383973096e02
EXP_UNDERFLOW = -7.45133219101941108420e02
HALF_LN2 = 0x3FD6_2E42
THREE_HALVES_LN2 = 0x3FF0_A2B2
TINY_EXPONENT = 0x3E30_0000

P1 = 1.66666666666666019037e-01
P2 = -2.77777777770155933842e-03
P3 = 6.61375632143793436117e-05
P4 = -1.65339022054652515390e-06
P5 = 4.13813679705723846039e-08

G1 = 6.666666666666735130e-01
G2 = 3.999999999940941908e-01
G3 = 2.857142874366239149e-01
G4 = 2.222219843214978396e-01
G5 = 1.818357216161805012e-01
G6 = 1.531383769920937332e-01
G7 = 1.479819860511658591e-01

PER_LN10 = 4.34294481903251816668e-01
LOG10_2_HIGH = 3.01029995663611771306e-01
LOG10_2_LOW = 3.69423907715893078616e-13
PER_LN2_HIGH = 1.44269504072144627571e00
PER_LN2_LOW = 1.67517131648865118353e-10

CBRT_NORMAL = 715094163
CBRT_SUBNORMAL = 696219795
C0 = 1.87595182427177009643
C1 = -1.88497979543377169875
C2 = 1.621429720105354466140
C3 = -0.758397934778766047437
C4 = 0.145996192886612446982


@kernel
def exponential(a: f64) -> f64:
    """`Math.exp`."""
    if is_nan(a):
        return NAN
    if a > EXP_OVERFLOW:
        return INFINITY
    if a < EXP_UNDERFLOW:
        return 0.0
    if a == 1.0:
        return math.e
    word = high_word(a) & MAGNITUDE
    high = a
    low = 0.0
    x = a
    k = 0
    if word > HALF_LN2:
        if word < THREE_HALVES_LN2:
            k = 1 if a > 0.0 else -1
            high = a - to_f64(k) * LN2_HIGH
            low = to_f64(k) * LN2_LOW
        else:
            k = guess_i64(PER_LN2 * a + (0.5 if a > 0.0 else -0.5))
            high = a - to_f64(k) * LN2_HIGH
            low = to_f64(k) * LN2_LOW
        x = high - low
    elif word < TINY_EXPONENT:
        return 1.0 + a
    t = x * x
    c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
    if k == 0:
        return 1.0 - ((x * c) / (c - 2.0) - x)
    y = 1.0 - ((low - (x * c) / (2.0 - c)) - high)
    if k == 1024:
        return y * 2.0 * TWO_1023
    if k >= -1021:
        return y * of_high_word(ONE + shift_left(k, 20))
    return y * of_high_word(ONE + shift_left(k + 1000, 20)) * TWO_MINUS_1000


@kernel
def is_special(a: f64) -> bool:
    """Whether the logarithm of a number is one of `special_logarithm`."""
    return not (a > 0.0 and a < INFINITY)


@kernel
def special_logarithm(a: f64) -> f64:
    """The logarithm of zero, infinity, NaN and negative numbers."""
    if a == 0.0:
        return -INFINITY
    return INFINITY if a == INFINITY else NAN


@kernel
def split(a: f64) -> tuple[f64, i64]:
    """A positive finite number as one between sqrt(1/2) and sqrt(2), times a power of two."""
    k = 0
    x = a
    if high_word(x) < SMALLEST_NORMAL:
        k = -54
        x = x * TWO_54
    word = high_word(x)
    k += shift_right(word, 20) - 1023
    word &= FRACTION
    carry = (word + 0x95F64) & 0x10_0000
    k += shift_right(carry, 20)
    return f64_of(shift_left(word | (carry ^ ONE), 32) | (bits_of(x) & LOW_WORD)), k


@kernel
def series(s: f64) -> f64:
    """The polynomial of log(1 + f) in s = f / (2 + f)."""
    z = s * s
    w = z * z
    t1 = w * (G2 + w * (G4 + w * G6))
    t2 = z * (G1 + w * (G3 + w * (G5 + w * G7)))
    return t2 + t1


@kernel
def logarithm(a: f64) -> f64:
    """`Math.log`."""
    if is_special(a):
        return special_logarithm(a)
    x, k = split(a)
    f = x - 1.0
    dk = to_f64(k)
    word = high_word(x) & FRACTION
    if FRACTION & (2 + word) < 3:
        if f == 0.0:
            return 0.0 if k == 0 else dk * LN2_HIGH + dk * LN2_LOW
        small = f * f * (0.5 - 0.33333333333333333 * f)
        return f - small if k == 0 else dk * LN2_HIGH - ((small - dk * LN2_LOW) - f)
    s = f / (2.0 + f)
    r = series(s)
    if (word - 0x6147A) | (0x6B851 - word) > 0:
        half_square = 0.5 * f * f
        if k == 0:
            return f - (half_square - s * (half_square + r))
        return dk * LN2_HIGH - ((half_square - (s * (half_square + r) + dk * LN2_LOW)) - f)
    if k == 0:
        return f - s * (f - r)
    return dk * LN2_HIGH - ((s * (f - r) - dk * LN2_LOW) - f)


@kernel
def logarithm10(a: f64) -> f64:
    """`Math.log10`."""
    if is_special(a):
        return special_logarithm(a)
    k = 0
    x = a
    if high_word(x) < SMALLEST_NORMAL:
        k = -54
        x = x * TWO_54
    word = high_word(x)
    k += shift_right(word, 20) - 1023
    negative = 1 if k < 0 else 0
    word = (word & FRACTION) | shift_left(0x3FF - negative, 20)
    y = to_f64(k + negative)
    x = f64_of(shift_left(word, 32) | (bits_of(x) & LOW_WORD))
    z = y * LOG10_2_LOW + PER_LN10 * logarithm(x)
    return z + y * LOG10_2_HIGH


@kernel
def logarithm2(a: f64) -> f64:
    """`Math.log2`."""
    if is_special(a):
        return special_logarithm(a)
    if a == 1.0:
        return 0.0
    x, k = split(a)
    y = to_f64(k)
    f = x - 1.0
    half_square = 0.5 * f * f
    s = f / (2.0 + f)
    r = s * (half_square + series(s))
    high = without_low_word(f - half_square)
    low = (f - high) - half_square + r
    value_high = high * PER_LN2_HIGH
    value_low = (low + high) * PER_LN2_LOW + low * PER_LN2_HIGH
    w = y + value_high
    value_low += (y - w) + value_high
    return value_low + w


@kernel
def cube_root(a: f64) -> f64:
    """`Math.cbrt`."""
    if is_nan(a) or a == 0.0 or absolute(a) == INFINITY:
        return a
    word = high_word(absolute(a))
    if word < SMALLEST_NORMAL:
        word = divide(high_word(absolute(a) * TWO_54), 3) + CBRT_SUBNORMAL
    else:
        word = divide(word, 3) + CBRT_NORMAL
    t = of_high_word(word)
    t = -t if a < 0.0 else t
    r = (t * t) * (t / a)
    t = t * ((C0 + r * (C1 + r * C2)) + ((r * r) * r) * (C3 + r * C4))
    t = f64_of((bits_of(t) + 0x8000_0000) & -0x4000_0000)
    s = t * t
    r = a / s
    w = t + t
    r = (r - t) / (w + r)
    return t + t * r
