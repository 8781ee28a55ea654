"""Conversions of numbers that hardware does not do the way ECMAScript wants."""

from __future__ import annotations

from plait.kernel import bits_of, f64, guess_i32, i32, kernel, shift_left, shift_right_logical, to_f64, wrap_i32

FRACTION_BITS = 52
FRACTION_MASK = (1 << FRACTION_BITS) - 1
EXPONENT_MASK = 0x7FF
EXPONENT_BIAS = 1023 + FRACTION_BITS
"""What to subtract from the exponent field so that the number is its whole significand times a power of two."""


@kernel(cold=True)
def wrap_to_i32(a: f64) -> i32:
    """ECMAScript's ToInt32: the integer part modulo 2^32, from the bits of the number; 0 for NaN and infinities."""
    bits = bits_of(a)
    shift = (shift_right_logical(bits, FRACTION_BITS) & EXPONENT_MASK) - EXPONENT_BIAS
    if shift >= 32 or shift < -FRACTION_BITS:
        return 0
    significand = (bits & FRACTION_MASK) | (FRACTION_MASK + 1)
    low = wrap_i32(shift_left(significand, shift) if shift >= 0 else shift_right_logical(significand, -shift))
    return low if bits >= 0 else wrap_i32(-low)


@kernel(inline=True)
def exact_i32(a: f64) -> tuple[i32, bool]:
    """The same number as i32, and whether there is one: -0 is none."""
    result = guess_i32(a)
    return result, to_f64(result) == a and (result != 0 or bits_of(a) == 0)
