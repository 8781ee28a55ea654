"""Minimum, maximum, rounding and sign of numbers, as JavaScript's `Math` has them."""

from __future__ import annotations

import math

from plait.kernel import bits_of, copysign, f64, floor, is_nan, kernel

NAN = math.nan


@kernel(inline=True)
def minimum(a: f64, b: f64) -> f64:
    """The smaller of the two; NaN if one is NaN; -0 is smaller than 0."""
    if a < b:
        return a
    if b < a:
        return b
    if is_nan(a) or is_nan(b):
        return NAN
    return a if bits_of(a) < 0 else b


@kernel(inline=True)
def maximum(a: f64, b: f64) -> f64:
    """The larger of the two; NaN if one is NaN; 0 is larger than -0."""
    if a > b:
        return a
    if b > a:
        return b
    if is_nan(a) or is_nan(b):
        return NAN
    return b if bits_of(a) < 0 else a


@kernel(inline=True)
def round_half_up(a: f64) -> f64:
    """The nearest integer, the upper one of two as near, with the sign of the number.

    The distance to the integer below is exact wherever it decides.
    """
    below = floor(a)
    nearest = below + 1.0 if a - below >= 0.5 else below
    return copysign(nearest, a)


@kernel(inline=True)
def sign(a: f64) -> f64:
    """1 or -1; zeros and NaN stay what they are."""
    if a > 0.0:
        return 1.0
    return -1.0 if a < 0.0 else a
