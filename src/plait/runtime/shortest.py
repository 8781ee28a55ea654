"""The shortest decimal that reads back as the same number: Schubfach.

Raffaello Giulietti, *The Schubfach way to render doubles*, 2020. Names are those of the paper: a number is c * 2^q, the
decimal sought is a multiple of 10^k, and g is an upper approximation of a power of ten, 126 bits long.
"""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    add_u64,
    bits_of,
    divide,
    f64,
    i32,
    i64,
    kernel,
    mul_u64,
    multiply_high_u64,
    shift_left,
    shift_right,
    shift_right_u64,
    to_i64,
    to_u64,
    u64,
)

FRACTION_BITS = 52
HIDDEN_BIT = 1 << FRACTION_BITS
MIN_Q = -1074

MIN_POWER = -292
MAX_POWER = 324
MASK_63 = (1 << 63) - 1


def _powers_of_ten() -> list[int]:
    """g for 10^-292 to 10^324, cut into halves of 63 bits: 10^e is below g * 2^r, and g - 1 is at most 10^e * 2^-r."""
    negative = []
    quotient = 1 << 1216
    for _ in range(-MIN_POWER):
        quotient //= 10
        negative.append(quotient)
    powers = negative[::-1]
    product = 1 << 125
    for _ in range(MAX_POWER + 1):
        powers.append(product)
        product *= 10
    halves: list[int] = []
    for power in powers:
        g = (power >> (power.bit_length() - 126)) + 1
        halves += (g >> 63, g & MASK_63)
    return halves


POWERS_OF_TEN = ConstantTable(u64, _powers_of_ten())


@kernel(inline=True)
def floor_log10_pow2(e: i64) -> i64:
    """The integer part (downwards) of log10(2^e)."""
    return shift_right(e * 661_971_961_083, 41)


@kernel(inline=True)
def floor_log10_three_quarters_pow2(e: i64) -> i64:
    """The integer part (downwards) of log10(3/4 * 2^e)."""
    return shift_right(e * 661_971_961_083 - 274_743_187_321, 41)


@kernel(inline=True)
def floor_log2_pow10(e: i64) -> i64:
    """The integer part (downwards) of log2(10^e)."""
    return shift_right(e * 913_124_641_741, 38)


@kernel(inline=True)
def round_to_odd(g_high: u64, g_low: u64, cp: i64) -> i64:
    """g * cp / 2^127, rounded down, or to the odd neighbour when digits are lost."""
    factor = to_u64(cp)
    x_high = multiply_high_u64(g_low, factor)
    y_low = mul_u64(g_high, factor)
    y_high = multiply_high_u64(g_high, factor)
    z = add_u64(shift_right_u64(y_low, 1), x_high)
    w = add_u64(y_high, shift_right_u64(z, 63))
    return to_i64(w | shift_right_u64(add_u64(z & MASK_63, MASK_63), 63))


@kernel(inline=True)
def schubfach(c: i64, q: i64) -> tuple[i64, i64]:
    """The shortest decimal (the nearest, of several; the even one, of two as near) that rounds to c * 2^q."""
    out = c & 1
    cb = 4 * c
    cb_right = cb + 2
    if c != HIDDEN_BIT or q == MIN_Q:
        cb_left = cb - 2
        k = floor_log10_pow2(q)
    else:
        cb_left = cb - 1
        k = floor_log10_three_quarters_pow2(q)
    h = q + floor_log2_pow10(-k) + 2
    g_high = POWERS_OF_TEN[2 * (-k - MIN_POWER)]
    g_low = POWERS_OF_TEN[2 * (-k - MIN_POWER) + 1]
    vb = round_to_odd(g_high, g_low, shift_left(cb, h))
    vb_left = round_to_odd(g_high, g_low, shift_left(cb_left, h)) + out
    vb_right = round_to_odd(g_high, g_low, shift_left(cb_right, h)) - out
    s = shift_right(vb, 2)
    if s >= 10:
        lower_ten = 10 * divide(s, 10)
        lower_ten_fits = vb_left <= 4 * lower_ten
        upper_ten_fits = 4 * (lower_ten + 10) <= vb_right
        if lower_ten_fits:
            if not upper_ten_fits:
                return lower_ten, k
        elif upper_ten_fits:
            return lower_ten + 10, k
    lower_fits = vb_left <= 4 * s
    upper_fits = 4 * (s + 1) <= vb_right
    if lower_fits:
        if not upper_fits:
            return s, k
    elif upper_fits:
        return s + 1, k
    middle = vb - (4 * s + 2)
    if middle < 0 or (middle == 0 and (s & 1) == 0):
        return s, k
    return s + 1, k


@kernel
def shortest(a: f64) -> tuple[i64, i32]:
    """The decimal digits and exponent of a finite positive number: `digits * 10^exponent`; the last digit is not 0."""
    bits = bits_of(a)
    biased = shift_right(bits, FRACTION_BITS)
    fraction = bits & (HIDDEN_BIT - 1)
    exponent = 0
    if biased == 0:
        digits, exponent = schubfach(fraction, MIN_Q)
    else:
        c = fraction | HIDDEN_BIT
        q = biased - 1075
        if q <= 0 and q > -53 and (c & (shift_left(1, -q) - 1)) == 0:
            digits = shift_right(c, -q)
        else:
            digits, exponent = schubfach(c, q)
    # Of a number with few digits, most zeros go at once.
    short = divide(digits, 100_000_000)
    if 100_000_000 * short == digits:
        digits = short
        exponent += 8
    while True:
        tenth = divide(digits, 10)
        if 10 * tenth != digits:
            return digits, exponent
        digits = tenth
        exponent += 1
