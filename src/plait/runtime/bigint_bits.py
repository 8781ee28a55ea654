"""Bigints bit by bit: shifting, and, or, exclusive or, pieces. Below zero there are endless ones in front."""

from __future__ import annotations

from plait.kernel import (
    add_u64,
    address,
    fill_bytes,
    i32,
    i64,
    kernel,
    load_i64,
    load_u64,
    shift_left,
    shift_right,
    store_i64,
    store_u64,
    sub_u64,
    to_i64,
    to_u64,
    u64,
)
from plait.memory.bigint_layouts import LIMBS
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.runtime.bigint_parts import bits_of_limbs, shift_limbs_left, shift_limbs_right
from plait.runtime.bigints import (
    FIRST_ASIDE,
    FUEL_PER_LIMB,
    MAX_LIMBS,
    SECOND_ASIDE,
    is_negative,
    new_long,
    operand,
    settled,
)
from plait.runtime.dynamic import box_int64

AND = 0
OR = 1
XOR = 2


@kernel
def bit_count(word: i64) -> i64:
    """How many bits the size of a bigint has."""
    place, length = operand(word, FIRST_ASIDE)
    return bits_of_limbs(place, length)


@kernel
def shifted_left(word: i64, count: i64) -> tuple[i64, i32]:
    """A bigint times a power of 2."""
    place, length = operand(word, FIRST_ASIDE)
    if length == 0:
        return word, Outcome.DONE
    limbs = shift_right(count, 6)
    if limbs + length > MAX_LIMBS:
        return 0, ErrorCode.BIGINT_TOO_LARGE
    made, outcome = new_long(length + limbs + 1)
    if outcome != Outcome.DONE:
        return 0, outcome
    goal = address(made) + LIMBS
    fill_bytes(goal, 0, 8 * limbs)
    shift_limbs_left(place, length, count & 63, goal + 8 * limbs)
    result, settling = settled(made, is_negative(word))
    return result, settling


@kernel
def has_bits_below(place: i64, length: i64, count: i64) -> bool:
    """Whether one of the lowest bits is 1."""
    limbs = min(shift_right(count, 6), length)
    for index in range(limbs):
        if load_i64(place + 8 * index) != 0:
            return True
    return limbs < length and load_i64(place + 8 * limbs) & (shift_left(1, count & 63) - 1) != 0


@kernel
def shifted_right(word: i64, count: i64) -> tuple[i64, i32]:
    """A bigint divided by a power of 2, towards minus infinity."""
    place, length = operand(word, FIRST_ASIDE)
    negative = is_negative(word)
    limbs = shift_right(count, 6)
    if limbs >= length:
        small, boxed = box_int64(-1 if negative else 0)
        return small, boxed
    made, outcome = new_long(length - limbs + 1)
    if outcome != Outcome.DONE:
        return 0, outcome
    goal = address(made) + LIMBS
    shift_limbs_right(place + 8 * limbs, length - limbs, count & 63, goal)
    store_i64(goal + 8 * (length - limbs), 0)
    charge_work(length)
    if negative and has_bits_below(place, length, count):
        carry: u64 = to_u64(1)
        for index in range(length - limbs + 1):
            total = add_u64(load_u64(goal + 8 * index), carry)
            carry = to_u64(1) if carry != 0 and total == 0 else to_u64(0)
            store_u64(goal + 8 * index, total)
    result, settling = settled(made, negative)
    return result, settling


@kernel
def piece_of(word: i64, start: i64, count: i64) -> tuple[i64, i32]:
    """`count` bits of the size of a bigint, from a multiple of 64 on: a multiple of 64, too."""
    place, length = operand(word, FIRST_ASIDE)
    first = min(shift_right(start, 6), length)
    limbs = min(shift_right(count, 6), length - first)
    made, outcome = new_long(max(limbs, 1))
    if outcome != Outcome.DONE:
        return 0, outcome
    store_i64(address(made) + LIMBS, 0)
    for index in range(limbs):
        store_i64(address(made) + LIMBS + 8 * index, load_i64(place + 8 * (first + index)))
    result, settling = settled(made, False)
    return result, settling


@kernel
def combined(a: i64, b: i64, which: i64) -> tuple[i64, i32]:
    """The bits of two bigints, by AND, OR or XOR."""
    place_a, length_a = operand(a, FIRST_ASIDE)
    place_b, length_b = operand(b, SECOND_ASIDE)
    length = max(length_a, length_b) + 1
    made, outcome = new_long(length)
    if outcome != Outcome.DONE:
        return 0, outcome
    charge_work(2 * FUEL_PER_LIMB * length)
    negative_a = is_negative(a)
    negative_b = is_negative(b)
    goal = address(made) + LIMBS
    borrow_a: u64 = to_u64(1)
    borrow_b: u64 = to_u64(1)
    for index in range(length):
        x = load_u64(place_a + 8 * index) if index < length_a else to_u64(0)
        y = load_u64(place_b + 8 * index) if index < length_b else to_u64(0)
        if negative_a:
            plain_a = x
            x = to_u64(~to_i64(sub_u64(x, borrow_a)))
            borrow_a = to_u64(1) if borrow_a != 0 and plain_a == 0 else to_u64(0)
        if negative_b:
            plain_b = y
            y = to_u64(~to_i64(sub_u64(y, borrow_b)))
            borrow_b = to_u64(1) if borrow_b != 0 and plain_b == 0 else to_u64(0)
        match which:
            case 0:
                store_u64(goal + 8 * index, x & y)
            case 1:
                store_u64(goal + 8 * index, x | y)
            case _:
                store_u64(goal + 8 * index, x ^ y)
    negative = load_i64(goal + 8 * (length - 1)) < 0
    if negative:
        negate_limbs(goal, length)
    result, settling = settled(made, negative)
    return result, settling


@kernel
def negate_limbs(place: i64, length: i64) -> None:
    """Limbs in two's complement with the other sign."""
    carry: u64 = to_u64(1)
    for index in range(length):
        total = add_u64(to_u64(~load_i64(place + 8 * index)), carry)
        carry = to_u64(1) if carry != 0 and total == 0 else to_u64(0)
        store_u64(place + 8 * index, total)
