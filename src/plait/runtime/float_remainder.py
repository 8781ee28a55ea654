"""JavaScript's `%` on numbers: the remainder of the division truncated towards zero, with the sign of the dividend."""

from __future__ import annotations

from plait.kernel import copysign, f64, fmod, guess_i32, kernel, likely, remainder_i32, to_f64


@kernel
def remainder_of_any(a: f64, b: f64) -> f64:
    """The remainder of any two numbers. C's `fmod` is exact, and defined as ECMAScript's Number::remainder."""
    return fmod(a, b)


@kernel(inline=True)
def float_remainder(a: f64, b: f64) -> f64:
    """`a % b`. Two integers that fit i32 are divided as such; a result of zero has the sign of the dividend."""
    dividend = guess_i32(a)
    divisor = guess_i32(b)
    if likely(divisor > 0 and to_f64(dividend) == a and to_f64(divisor) == b):
        return copysign(to_f64(remainder_i32(dividend, divisor)), a)
    return remainder_of_any(a, b)
