"""Large angles brought to between -pi/4 and pi/4: fdlibm's `k_rem_pio2.c`, for 53 bits.

    Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
    Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
    preserved.

The number is cut into at most three parts of 24 bits, and multiplied by as many 24-bit parts of 2/pi as matter. Parts
stand in four arrays in memory, because there are more the closer the angle is to a multiple of pi/2. The order of every
operation matters.
"""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    bits_of,
    divide,
    f64,
    f64_of,
    floor,
    guess_i64,
    i32,
    i64,
    kernel,
    load_f64,
    load_i64,
    shift_left,
    shift_right,
    store_f64,
    store_i64,
    to_f64,
)
from plait.memory.layouts import MATHEMATICS_OFFSET

PART = 16777216.0
PER_PART = 5.9604644775390625e-08
PART_MASK = 0xFFFFFF
PARTS = 66
LAST = 4
"""The number of the last part of 2/pi that is needed in any case."""

FACTORS = MATHEMATICS_OFFSET
PRODUCTS = MATHEMATICS_OFFSET + 0x100
INTEGERS = MATHEMATICS_OFFSET + 0x200
SUMS = MATHEMATICS_OFFSET + 0x300
"""The arrays, of 32 numbers each: parts of 2/pi, sums of products, the same as 24-bit integers, sums with pi/2."""

HALF_PI_PARTS = ConstantTable(
    f64,
    [
        1.57079625129699707031e00,
        7.54978941586159635335e-08,
        5.39030252995776476554e-15,
        3.28200341580791294123e-22,
        1.27065575308067607349e-29,
    ],
)


def _arc_cotangent(x: int, unity: int) -> int:
    """acot(x) as a multiple of 1/unity."""
    total = term = unity // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        n, sign = n + 2, -sign
    return total


def _two_per_pi() -> list[int]:
    """The bits of 2/pi behind the point, 24 at a time."""
    bits = 24 * PARTS
    unity = 1 << (bits + 128)
    pi = 4 * (4 * _arc_cotangent(5, unity) - _arc_cotangent(239, unity))
    quotient = (2 * unity << bits) // pi
    return [quotient >> (bits - 24 * (index + 1)) & PART_MASK for index in range(PARTS)]


TWO_PER_PI = ConstantTable(i32, _two_per_pi())


@kernel(inline=True)
def power_of_two(exponent: i64) -> f64:
    """2^exponent."""
    return f64_of(shift_left(1023 + exponent, 52))


@kernel(inline=True)
def number_at(array: i64, index: i64) -> f64:
    """A number of an array."""
    return load_f64(array + 8 * index)


@kernel(inline=True)
def integer_at(index: i64) -> i64:
    """A part as an integer."""
    return load_i64(INTEGERS + 8 * index)


@kernel(cold=True)
def product_sum(x0: f64, x1: f64, x2: f64, last: i64, index: i64) -> f64:
    """The sum of the products that have the same weight; `last` is the number of the number's last part."""
    total = 0.0 + x0 * number_at(FACTORS, last + index)
    if last > 0:
        total = total + x1 * number_at(FACTORS, last + index - 1)
    if last > 1:
        total = total + x2 * number_at(FACTORS, last + index - 2)
    return total


@kernel(cold=True)
def distill(last: i64) -> f64:
    """Turn the sums of products into integers of 24 bits, the least first; gives what is left at the top."""
    z = number_at(PRODUCTS, last)
    for index in range(last):
        upper = to_f64(guess_i64(PER_PART * z))
        store_i64(INTEGERS + 8 * index, guess_i64(z - PART * upper))
        z = number_at(PRODUCTS, last - 1 - index) + upper
    return z


@kernel(cold=True)
def complement(count: i64, scale: i64) -> bool:
    """Make the fraction that the integers are what is missing to one; whether it was not zero."""
    carry = False
    for index in range(count):
        value = integer_at(index)
        if carry:
            store_i64(INTEGERS + 8 * index, PART_MASK - value)
        elif value != 0:
            carry = True
            store_i64(INTEGERS + 8 * index, 0x1000000 - value)
    if scale > 0:
        top = integer_at(count - 1)
        store_i64(INTEGERS + 8 * (count - 1), top & shift_right(PART_MASK, scale))
    return carry


@kernel(cold=True)
def turns_and_rest(last: i64, scale: i64) -> tuple[i64, f64, bool]:
    """Take whole quarter turns off the integers: their number, what is left above the integers, whether the rest is
    negative, so that what is missing to the next one is left.
    """
    z = distill(last) * power_of_two(scale)
    z = z - 8.0 * floor(z * 0.125)
    turns = guess_i64(z)
    z = z - to_f64(turns)
    over = False
    half = False
    if scale > 0:
        top = integer_at(last - 1)
        whole = shift_right(top, 24 - scale)
        turns += whole
        top -= shift_left(whole, 24 - scale)
        store_i64(INTEGERS + 8 * (last - 1), top)
        over = shift_right(top, 23 - scale) > 0
    elif scale == 0:
        over = shift_right(integer_at(last - 1), 23) > 0
    elif z >= 0.5:
        over = True
        half = True
    if over:
        turns += 1
        carry = complement(last, scale)
        if half:
            z = 1.0 - z
            if carry:
                z = z - power_of_two(scale)
    return turns, z, over


@kernel(cold=True)
def sum_with_half_pi(last: i64, scale: i64) -> tuple[f64, f64]:
    """The integers, `last` being the number of the highest and `scale` its exponent, times pi/2, in two pieces."""
    weight = power_of_two(scale)
    for index in range(last, -1, -1):
        store_f64(PRODUCTS + 8 * index, weight * to_f64(integer_at(index)))
        weight = weight * PER_PART
    for index in range(last, -1, -1):
        total = 0.0
        for k in range(min(LAST, last - index) + 1):
            total = total + HALF_PI_PARTS[k] * number_at(PRODUCTS, index + k)
        store_f64(SUMS + 8 * (last - index), total)
    y0 = 0.0
    for index in range(last, -1, -1):
        y0 = y0 + number_at(SUMS, index)
    y1 = number_at(SUMS, 0) - y0
    for index in range(1, last + 1):
        y1 = y1 + number_at(SUMS, index)
    return y0, y1


@kernel(cold=True)
def put_top(z: f64, last: i64, scale: i64) -> tuple[i64, i64]:
    """Make what is left above the integers integers too; gives the number of the highest and its exponent."""
    top = z * power_of_two(-scale)
    if top >= PART:
        upper = to_f64(guess_i64(PER_PART * top))
        store_i64(INTEGERS + 8 * last, guess_i64(top - PART * upper))
        store_i64(INTEGERS + 8 * (last + 1), guess_i64(upper))
        return last + 1, scale + 24
    store_i64(INTEGERS + 8 * last, guess_i64(top))
    return last, scale


@kernel(cold=True)
def are_zero(last: i64) -> bool:
    """Whether the integers that stand for the bits that are needed in any case are all zero."""
    bits = 0
    for index in range(LAST, last):
        bits |= integer_at(index)
    return bits == 0


@kernel(cold=True)
def parts_missing() -> i64:
    """How many more parts of 2/pi are needed when the first ones all went into whole turns."""
    count = 1
    while count < LAST and integer_at(LAST - count) == 0:
        count += 1
    return count


@kernel(cold=True)
def reduce_large(a: f64) -> tuple[i64, f64, f64]:
    """Quarter turns (modulo 8) to take off a large positive number, and what is left, in two pieces."""
    bits = bits_of(a)
    exponent = shift_right(bits, 52) - 1046
    z = f64_of(bits - shift_left(exponent, 52))
    x0 = floor(z)
    z = (z - x0) * PART
    x1 = floor(z)
    x2 = (z - x1) * PART
    parts = 2
    if x2 == 0.0:
        parts = 0 if x1 == 0.0 else 1
    first = divide(exponent - 3, 24)
    scale = exponent - 24 * (first + 1)
    last = LAST
    for index in range(parts + LAST + 1):
        place = first - parts + index
        store_f64(FACTORS + 8 * index, 0.0 if place < 0 else to_f64(TWO_PER_PI[place]))
    for index in range(LAST + 1):
        store_f64(PRODUCTS + 8 * index, product_sum(x0, x1, x2, parts, index))
    turns, rest, over = turns_and_rest(last, scale)
    while rest == 0.0 and are_zero(last):
        more = parts_missing()
        for index in range(last + 1, last + more + 1):
            store_f64(FACTORS + 8 * (parts + index), to_f64(TWO_PER_PI[first + index]))
            store_f64(PRODUCTS + 8 * index, product_sum(x0, x1, x2, parts, index))
        last += more
        turns, rest, over = turns_and_rest(last, scale)
    if rest == 0.0:
        last -= 1
        scale -= 24
        while integer_at(last) == 0:
            last -= 1
            scale -= 24
    else:
        last, scale = put_top(rest, last, scale)
    y0, y1 = sum_with_half_pi(last, scale)
    if over:
        return turns, -y0, -y1
    return turns, y0, y1
