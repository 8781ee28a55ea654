"""Bigints and numbers: turning one into the other, and comparing them exactly."""

from __future__ import annotations

import math

from plait.kernel import (
    address,
    bits_of,
    f64,
    f64_of,
    floor,
    guess_i64,
    i32,
    i64,
    is_nan,
    kernel,
    load_i64,
    shift_left,
    shift_right,
    shift_right_logical,
    store_i64,
    to_f64,
)
from plait.memory.bigint_layouts import LIMBS, BigObject
from plait.memory.errors import Outcome
from plait.memory.layouts import MATHEMATICS_OFFSET
from plait.runtime.bigint_parts import bits_of_limbs, compare_limbs, trimmed
from plait.runtime.bigints import FIRST_ASIDE, is_negative, new_long, operand, settled
from plait.runtime.dynamic import box_int64, int64_of, is_int64

TWO_TO_63 = 9223372036854775808.0
INFINITY = math.inf
SIGNIFICANT = 53
FIRST_BIT = 1 << (SIGNIFICANT - 1)
LIMIT = 1 << SIGNIFICANT
UPPER_MASK = (1 << (SIGNIFICANT + 2)) - 1
MOST_BITS = 1024
NUMBER_ASIDE = MATHEMATICS_OFFSET + 0x200
"""Where the limbs of a number are put; 17 of them."""
NUMBER_LIMBS = 17


@kernel
def upper_bits(place: i64, bits: i64) -> i64:
    """The 55 bits from the highest one on, the last of which is 1 if any bit below is."""
    start = bits - 55
    limb = shift_right(start, 6)
    shift = start & 63
    word = shift_right_logical(load_i64(place + 8 * limb), shift)
    if shift > 9:
        word |= shift_left(load_i64(place + 8 * (limb + 1)), 64 - shift)
    word &= UPPER_MASK
    rest = load_i64(place + 8 * limb) & (shift_left(1, shift) - 1)
    for index in range(limb):
        rest |= load_i64(place + 8 * index)
    return word | (1 if rest != 0 else 0)


@kernel
def to_number(word: i64) -> f64:
    """The nearest number, the even one of two as near; infinite when there is none."""
    if is_int64(word):
        return to_f64(int64_of(word))
    place, length = operand(word, FIRST_ASIDE)
    bits = bits_of_limbs(place, length)
    sign = -1.0 if is_negative(word) else 1.0
    if bits > MOST_BITS:
        return sign * INFINITY
    upper = upper_bits(place, bits)
    # The last two bits of 55 decide.
    significand = shift_right(upper, 2)
    rest = upper & 3
    if rest > 2 or (rest == 2 and significand & 1 == 1):
        significand += 1
    exponent = bits - SIGNIFICANT
    if significand == LIMIT:
        significand = FIRST_BIT
        exponent += 1
    if exponent + SIGNIFICANT > MOST_BITS:
        return sign * INFINITY
    scale = shift_left(exponent + 1023, 52) if exponent < 1024 else 0
    return sign * to_f64(significand) * f64_of(scale)


@kernel
def put_number(number: f64) -> i64:
    """Put aside the limbs of the size of a whole number of 2^63 or more; how many they are."""
    bits = bits_of(number)
    exponent = (shift_right_logical(bits, 52) & 0x7FF) - 1075
    significand = (bits & (FIRST_BIT - 1)) | FIRST_BIT
    for index in range(NUMBER_LIMBS):
        store_i64(NUMBER_ASIDE + 8 * index, 0)
    limb = shift_right(exponent, 6)
    shift = exponent & 63
    store_i64(NUMBER_ASIDE + 8 * limb, shift_left(significand, shift))
    if shift > 11:
        store_i64(NUMBER_ASIDE + 8 * (limb + 1), shift_right_logical(significand, 64 - shift))
    return trimmed(NUMBER_ASIDE, NUMBER_LIMBS)


@kernel
def of_number(number: f64) -> tuple[i64, i32]:
    """The bigint of a whole number."""
    if -TWO_TO_63 <= number < TWO_TO_63:
        small, boxed = box_int64(guess_i64(number))
        return small, boxed
    length = put_number(number)
    made, outcome = new_long(length)
    if outcome != Outcome.DONE:
        return 0, outcome
    for index in range(length):
        store_i64(address(made) + LIMBS + 8 * index, load_i64(NUMBER_ASIDE + 8 * index))
    word, settling = settled(made, number < 0.0)
    return word, settling


@kernel
def compare_with_number(word: i64, number: f64) -> i64:
    """Below zero, zero or above zero as a bigint is less, equal or more than a number, which is not NaN."""
    if is_int64(word):
        if number >= TWO_TO_63:
            return -1
        if number < -TWO_TO_63:
            return 1
        lower = guess_i64(floor(number))
        value = int64_of(word)
        if value != lower:
            return 1 if value > lower else -1
        return -1 if number > floor(number) else 0
    negative = BigObject(word).is_negative != 0
    if -TWO_TO_63 < number < TWO_TO_63 or (number < 0.0) != negative:
        return -1 if negative else 1
    if number == INFINITY or number == -INFINITY:
        return 1 if negative else -1
    order = compare_limbs(word + LIMBS, BigObject(word).length, NUMBER_ASIDE, put_number(number))
    return -order if negative else order


@kernel
def is_whole(number: f64) -> bool:
    """Whether a number is a whole one."""
    return not is_nan(number) and floor(number) == number and number != INFINITY and number != -INFINITY
