"""Sine, cosine and tangent: fdlibm's `k_sin.c`, `k_cos.c` and `k_tan.c`, which V8 uses.

Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
preserved.
"""

from __future__ import annotations

import math

from plait.kernel import absolute, f64, i64, kernel
from plait.runtime.angle import reduce_angle
from plait.runtime.power import high_word, of_high_word, without_low_word

NAN = math.nan
MAX_FINITE = 1.7976931348623157e308
MAGNITUDE = 0x7FFF_FFFF
TINY = 0x3E40_0000
TINY_TANGENT = 0x3E30_0000
LARGE_TANGENT = 0x3FE5_9428

S1 = -1.66666666666666324348e-01
S2 = 8.33333333332248946124e-03
S3 = -1.98412698298579493134e-04
S4 = 2.75573137070700676789e-06
S5 = -2.50507602534068634195e-08
S6 = 1.58969099521155010221e-10

C1 = 4.16666666666666019037e-02
C2 = -1.38888888888741095749e-03
C3 = 2.48015872894767294178e-05
C4 = -2.75573143513906633035e-07
C5 = 2.08757232129817482790e-09
C6 = -1.13596475577881948265e-11

T0 = 3.33333333333334091986e-01
T1 = 1.33333333333201242699e-01
T2 = 5.39682539762260521377e-02
T3 = 2.18694882948595424599e-02
T4 = 8.86323982359930005737e-03
T5 = 3.59207910759131235356e-03
T6 = 1.45620945432529025516e-03
T7 = 5.88041240820264096874e-04
T8 = 2.46463134818469906812e-04
T9 = 7.81794442939557092300e-05
T10 = 7.14072491382608190305e-05
T11 = -1.85586374855275456654e-05
T12 = 2.59073051863633712884e-05
QUARTER_PI = 7.85398163397448278999e-01
QUARTER_PI_LOW = 3.06161699786838301793e-17


@kernel
def sine_near_zero(x: f64, y: f64, exact: bool) -> f64:
    """The sine of x + y between -pi/4 and pi/4; `exact` when y is 0."""
    if high_word(x) & MAGNITUDE < TINY:
        return x
    z = x * x
    v = z * x
    r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))
    if exact:
        return x + v * (S1 + z * r)
    return x - ((z * (0.5 * y - v * r) - y) - v * S1)


@kernel
def cosine_near_zero(x: f64, y: f64) -> f64:
    """The cosine of x + y between -pi/4 and pi/4."""
    word = high_word(x) & MAGNITUDE
    if word < TINY:
        return 1.0
    z = x * x
    r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
    if word < 0x3FD3_3333:
        return 1.0 - (0.5 * z - (z * r - x * y))
    qx = 0.28125 if word > 0x3FE9_0000 else of_high_word(word - 0x0020_0000)
    iz = 0.5 * z - qx
    return (1.0 - qx) - (iz - (z * r - x * y))


@kernel
def minus_reciprocal(w: f64, x: f64, r: f64) -> f64:
    """-1 / (x + r), where w is x + r rounded."""
    z = without_low_word(w)
    v = r - (z - x)
    a = -1.0 / w
    t = without_low_word(a)
    return t + a * ((1.0 + t * z) + t * v)


@kernel
def tangent_near_zero(a: f64, b: f64, odd: bool) -> f64:
    """The tangent of a + b between -pi/4 and pi/4, or -1 divided by it when the number of quarter turns is odd."""
    word = high_word(a) & MAGNITUDE
    if word < TINY_TANGENT:
        return minus_reciprocal(a + b, a, b) if odd else a
    x = a
    y = b
    if word >= LARGE_TANGENT:
        if a < 0.0:
            x = -x
            y = -y
        x = (QUARTER_PI - x) + (QUARTER_PI_LOW - y)
        y = 0.0
    z = x * x
    w = z * z
    r = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))))
    v = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))))
    s = z * x
    r = y + z * (s * (r + v) + y)
    r += T0 * s
    w = x + r
    if word >= LARGE_TANGENT:
        v = -1.0 if odd else 1.0
        large = v - 2.0 * (x - (w * w / (w + v) - r))
        return -large if a < 0.0 else large
    return minus_reciprocal(w, x, r) if odd else w


@kernel
def of_quadrant(quadrant: i64, y0: f64, y1: f64, exact: bool) -> f64:
    """The sine of an angle that was reduced."""
    match quadrant:
        case 0:
            return sine_near_zero(y0, y1, exact)
        case 1:
            return cosine_near_zero(y0, y1)
        case 2:
            return -sine_near_zero(y0, y1, exact)
        case _:
            return -cosine_near_zero(y0, y1)


@kernel
def is_small(a: f64) -> bool:
    """Whether an angle needs no reduction."""
    return high_word(a) & MAGNITUDE <= 0x3FE9_21FB


@kernel
def sine(a: f64) -> f64:
    """`Math.sin`."""
    if not absolute(a) <= MAX_FINITE:
        return NAN
    quadrant, y0, y1 = reduce_angle(a)
    return of_quadrant(quadrant, y0, y1, is_small(a))


@kernel
def cosine(a: f64) -> f64:
    """`Math.cos`."""
    if not absolute(a) <= MAX_FINITE:
        return NAN
    quadrant, y0, y1 = reduce_angle(a)
    return of_quadrant((quadrant + 1) & 3, y0, y1, False)


@kernel
def tangent(a: f64) -> f64:
    """`Math.tan`."""
    if not absolute(a) <= MAX_FINITE:
        return NAN
    quadrant, y0, y1 = reduce_angle(a)
    return tangent_near_zero(y0, y1, (quadrant & 1) == 1)
