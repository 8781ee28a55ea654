"""Inverse trigonometric functions: fdlibm's `s_atan.c`, `e_atan2.c`, `e_asin.c` and `e_acos.c`, which V8 uses.

Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
preserved.
"""

from __future__ import annotations

import math

from plait.kernel import ConstantTable, absolute, bits_of, f64, is_nan, kernel, shift_right, sqrt
from plait.runtime.power import high_word, without_low_word

NAN = math.nan
INFINITY = math.inf
MAGNITUDE = 0x7FFF_FFFF

PI = 3.1415926535897931160e00
PI_LOW = 1.2246467991473531772e-16
HALF_PI = 1.57079632679489655800e00
HALF_PI_LOW = 6.12323399573676603587e-17
QUARTER_PI = 7.85398163397448278999e-01

HIGHS = ConstantTable(f64, [4.63647609000806093515e-01, QUARTER_PI, 9.82793723247329054082e-01, HALF_PI])
LOWS = ConstantTable(
    f64, [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, HALF_PI_LOW]
)
"""The arcs that arguments are moved to the neighbourhood of: of 1/2, 1, 3/2 and infinity."""

A0 = 3.33333333333329318027e-01
A1 = -1.99999999998764832476e-01
A2 = 1.42857142725034663711e-01
A3 = -1.11111104054623557880e-01
A4 = 9.09088713343650656196e-02
A5 = -7.69187620504482999495e-02
A6 = 6.66107313738753120669e-02
A7 = -5.83357013379057348645e-02
A8 = 4.97687799461593236017e-02
A9 = -3.65315727442169155270e-02
A10 = 1.62858201153657823623e-02

P0 = 1.66666666666666657415e-01
P1 = -3.25565818622400915405e-01
P2 = 2.01212532134862925881e-01
P3 = -4.00555345006794114027e-02
P4 = 7.91534994289814532176e-04
P5 = 3.47933107596021167570e-05
Q1 = -2.40339491173441421878e00
Q2 = 2.02094576023350569471e00
Q3 = -6.88283971605453293030e-01
Q4 = 7.70381505559019352791e-02


@kernel
def arc_series(x: f64) -> f64:
    """The polynomial of the arc tangent."""
    z = x * x
    w = z * z
    s1 = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))))
    s2 = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))))
    return s1 + s2


@kernel
def arc_tangent(a: f64) -> f64:
    """`Math.atan`."""
    if is_nan(a):
        return NAN
    word = high_word(a) & MAGNITUDE
    if word >= 0x4410_0000:
        return HALF_PI + HALF_PI_LOW if a > 0.0 else -HALF_PI - HALF_PI_LOW
    if word < 0x3FDC_0000:
        return a if word < 0x3E40_0000 else a - a * arc_series(a)
    x = absolute(a)
    near = 3
    if word < 0x3FE6_0000:
        near = 0
        x = (2.0 * x - 1.0) / (2.0 + x)
    elif word < 0x3FF3_0000:
        near = 1
        x = (x - 1.0) / (x + 1.0)
    elif word < 0x4003_8000:
        near = 2
        x = (x - 1.5) / (1.0 + 1.5 * x)
    else:
        x = -1.0 / x
    z = HIGHS[near] - ((x * arc_series(x) - LOWS[near]) - x)
    return -z if a < 0.0 else z


@kernel
def arc_of_infinity(y: f64, x: f64) -> f64:
    """The magnitude of `Math.atan2` when an argument is infinite."""
    if absolute(x) != INFINITY:
        return HALF_PI
    if absolute(y) == INFINITY:
        return QUARTER_PI if x > 0.0 else 3.0 * QUARTER_PI
    return 0.0 if x > 0.0 else PI


@kernel
def arc_of_point(y: f64, x: f64) -> f64:
    """The magnitude of `Math.atan2` for numbers that are neither zero nor infinite; `y` is positive."""
    k = shift_right((high_word(y) & MAGNITUDE) - (high_word(x) & MAGNITUDE), 20)
    if k > 60:
        return HALF_PI + 0.5 * PI_LOW
    z = 0.0 if x < 0.0 and k < -60 else arc_tangent(absolute(y / x))
    return z if x > 0.0 else PI - (z - PI_LOW)


@kernel
def arc_tangent2(y: f64, x: f64) -> f64:
    """`Math.atan2`."""
    if is_nan(x) or is_nan(y):
        return NAN
    if x == 1.0:
        return arc_tangent(y)
    if y == 0.0:
        result = 0.0 if bits_of(x) >= 0 else PI
    elif x == 0.0:
        result = HALF_PI
    elif absolute(x) == INFINITY or absolute(y) == INFINITY:
        result = arc_of_infinity(y, x)
    else:
        result = arc_of_point(absolute(y), x)
    return -result if bits_of(y) < 0 else result


@kernel
def quotient(t: f64) -> f64:
    """The rational approximation of the arc sine."""
    p = t * (P0 + t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5)))))
    q = 1.0 + t * (Q1 + t * (Q2 + t * (Q3 + t * Q4)))
    return p / q


@kernel
def arc_sine(a: f64) -> f64:
    """`Math.asin`."""
    word = high_word(a) & MAGNITUDE
    if not absolute(a) <= 1.0:
        return NAN
    if absolute(a) == 1.0:
        return a * HALF_PI + a * HALF_PI_LOW
    if word < 0x3FE0_0000:
        return a if word < 0x3E40_0000 else a + a * quotient(a * a)
    t = (1.0 - absolute(a)) * 0.5
    s = sqrt(t)
    r = quotient(t)
    if word >= 0x3FEF_3333:
        result = HALF_PI - (2.0 * (s + s * r) - HALF_PI_LOW)
    else:
        w = without_low_word(s)
        c = (t - w * w) / (s + w)
        p = 2.0 * s * r - (HALF_PI_LOW - 2.0 * c)
        q = QUARTER_PI - 2.0 * w
        result = QUARTER_PI - (p - q)
    return result if a > 0.0 else -result


@kernel
def arc_cosine(a: f64) -> f64:
    """`Math.acos`."""
    word = high_word(a) & MAGNITUDE
    if not absolute(a) <= 1.0:
        return NAN
    if absolute(a) == 1.0:
        return 0.0 if a > 0.0 else PI + 2.0 * HALF_PI_LOW
    if word < 0x3FE0_0000:
        if word <= 0x3C60_0000:
            return HALF_PI + HALF_PI_LOW
        return HALF_PI - (a - (HALF_PI_LOW - a * quotient(a * a)))
    if a < 0.0:
        z = (1.0 + a) * 0.5
        s = sqrt(z)
        return PI - 2.0 * (s + (quotient(z) * s - HALF_PI_LOW))
    z = (1.0 - a) * 0.5
    s = sqrt(z)
    df = without_low_word(s)
    c = (z - df * df) / (s + df)
    return 2.0 * (df + (quotient(z) * s + c))
