"""Angles brought to between -pi/4 and pi/4: fdlibm's `e_rem_pio2.c`.

Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
preserved.
"""

from __future__ import annotations

import struct

from plait.kernel import ConstantTable, absolute, f64, guess_i64, i64, kernel, shift_right, to_f64
from plait.runtime.large_angle import reduce_large
from plait.runtime.power import high_word

MAGNITUDE = 0x7FFF_FFFF
QUARTER_PI = 0x3FE9_21FB
THREE_QUARTERS_PI = 0x4002_D97C
HALF_PI = 0x3FF9_21FB
MEDIUM = 0x4139_21FB

PER_HALF_PI = 6.36619772367581382433e-01
PIECE1 = 1.57079632673412561417e00
REST1 = 6.07710050650619224932e-11
PIECE2 = 6.07710050630396597660e-11
REST2 = 2.02226624879595063154e-21
PIECE3 = 2.02226624871116645580e-21
REST3 = 8.47842766036889956997e-32
"""The first 33 bits of pi/2, the next 33, and so on; and what is left each time."""

MULTIPLES = ConstantTable(
    i64, [struct.unpack("<q", struct.pack("<d", n * 1.5707963267948966))[0] >> 32 for n in range(1, 32)]
)
"""Upper words of the multiples of pi/2, near which more bits of it are needed."""


@kernel
def reduce_medium(t: f64, word: i64) -> tuple[i64, f64, f64]:
    """As `reduce_angle`, for a positive number that is not large, whose upper word is given."""
    n = guess_i64(t * PER_HALF_PI + 0.5)
    fn = to_f64(n)
    r = t - fn * PIECE1
    w = fn * REST1
    y0 = r - w
    if n >= 32 or word == MULTIPLES[n - 1]:
        exponent = shift_right(word, 20)
        if exponent - (shift_right(high_word(y0), 20) & 0x7FF) > 16:
            before = r
            w = fn * PIECE2
            r = before - w
            w = fn * REST2 - ((before - r) - w)
            y0 = r - w
            if exponent - (shift_right(high_word(y0), 20) & 0x7FF) > 49:
                before = r
                w = fn * PIECE3
                r = before - w
                w = fn * REST3 - ((before - r) - w)
                y0 = r - w
    return n, y0, (r - y0) - w


@kernel
def reduce_small(t: f64, word: i64) -> tuple[i64, f64, f64]:
    """As `reduce_angle`, for a positive number between pi/4 and 3/4 pi, whose upper word is given."""
    z = t - PIECE1
    if word != HALF_PI:
        y0 = z - REST1
        return 1, y0, (z - y0) - REST1
    z = z - PIECE2
    y0 = z - REST2
    return 1, y0, (z - y0) - REST2


@kernel
def reduce_positive(t: f64) -> tuple[i64, f64, f64]:
    """As `reduce_angle`, for a positive number above pi/4."""
    word = high_word(t)
    if word < THREE_QUARTERS_PI:
        return reduce_small(t, word)
    if word <= MEDIUM:
        return reduce_medium(t, word)
    return reduce_large(t)


@kernel
def reduce_angle(a: f64) -> tuple[i64, f64, f64]:
    """How many quarter turns (modulo 4) to take off a finite number, and what is left, in two pieces."""
    if high_word(a) & MAGNITUDE <= QUARTER_PI:
        return 0, a, 0.0
    n, y0, y1 = reduce_positive(absolute(a))
    if a < 0.0:
        return -n & 3, -y0, -y1
    return n & 3, y0, y1
