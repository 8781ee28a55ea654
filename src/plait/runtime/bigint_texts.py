"""Digits of bigints in any radix. What would take long gives `ABSENT`: the library takes it apart."""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    address,
    copy_bytes,
    count_trailing_zeros,
    divide,
    i32,
    i64,
    kernel,
    load_i64,
    load_u32,
    remainder,
    shift_left,
    shift_right,
    shift_right_logical,
    store_i64,
    store_u8,
    store_u32,
    u8,
    u32,
)
from plait.memory.allocator import align8, has_room
from plait.memory.bigint_layouts import LIMBS
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import ABSENT, DATA, StringObject
from plait.runtime.bigint_parts import bits_of_limbs, divide_by_digit, times_digit_and, trimmed
from plait.runtime.bigints import FIRST_ASIDE, is_negative, new_long, operand, room_for, settled
from plait.runtime.strings import MAX_STRING_LENGTH, allocate_string, unit_at

LONGEST = 128
"""How many limbs are turned into digits at once."""
MOST_DIGITS = 2048
"""How many digits are read at once."""
DIGITS = ConstantTable(u8, list(b"0123456789abcdefghijklmnopqrstuvwxyz"))
FUEL_PER_DIGIT = 3
"""What a digit costs, beside the limbs that are divided or multiplied for it."""

MINUS = ord("-")
ZERO = ord("0")
NINE = ord("9")
LETTER_A = ord("a")
LETTER_Z = ord("z")


def _chunk(radix: int) -> int:
    count = 1
    while radix ** (count + 1) < 1 << 32:
        count += 1
    return count


CHUNKS = ConstantTable(u8, [0, 0, *(_chunk(radix) for radix in range(2, 37))])
"""As many digits of each radix fit 32 bits."""
POWERS = ConstantTable(u32, [0, 0, *(radix ** _chunk(radix) for radix in range(2, 37))])
BITS_OF_DIGITS = ConstantTable(u8, [0, 0, *(max(1, (radix - 1).bit_length() - 1) for radix in range(2, 37))])
"""So many bits at least a digit stands for."""


@kernel
def is_power_of_two(radix: i64) -> bool:
    """Whether digits are groups of bits."""
    return radix & (radix - 1) == 0


@kernel
def text_in_bits(word: i64, place: i64, length: i64, radix: i64) -> tuple[StringObject, i32]:
    """The digits of a radix that is a power of 2."""
    size = count_trailing_zeros(radix)
    count = max(1, divide(bits_of_limbs(place, length) + size - 1, size))
    sign = 1 if is_negative(word) else 0
    if count + sign > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    text = allocate_string(count + sign, 1)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    goal = address(text) + DATA
    if sign != 0:
        store_u8(goal, MINUS)
    for index in range(count):
        bit = index * size
        limb = shift_right(bit, 6)
        digit = shift_right_logical(load_i64(place + 8 * limb), bit & 63) if limb < length else 0
        if bit & 63 > 64 - size and limb + 1 < length:
            digit |= shift_left(load_i64(place + 8 * (limb + 1)), 64 - (bit & 63))
        store_u8(goal + sign + count - 1 - index, DIGITS[digit & (radix - 1)])
    charge_work(FUEL_PER_DIGIT * count)
    return text, Outcome.DONE


@kernel
def text_of(word: i64, radix: i64) -> tuple[i64, i32]:
    """The digits of a bigint; `ABSENT` when it is too long."""
    place, length = operand(word, FIRST_ASIDE)
    if is_power_of_two(radix):
        bits, made = text_in_bits(word, place, length, radix)
        return address(bits), made
    if length > LONGEST:
        return ABSENT, Outcome.DONE
    most = divide(bits_of_limbs(place, length), BITS_OF_DIGITS[radix]) + 2
    aside = room_for(length + 1) + align8(DATA + most + CHUNKS[radix])
    if not has_room(aside + align8(DATA + most + CHUNKS[radix])):
        return 0, Outcome.NEED_MEMORY
    work, outcome = new_long(length + 1)
    if outcome != Outcome.DONE:
        return 0, outcome
    digits = address(work) + LIMBS
    copy_bytes(digits, place, 8 * length)
    work.length = 0
    room = allocate_string(most + CHUNKS[radix], 1)
    count = write_digits(digits, 2 * length, radix, address(room) + DATA + room.length)
    sign = 1 if is_negative(word) else 0
    text = allocate_string(count + sign, 1)
    if sign != 0:
        store_u8(address(text) + DATA, MINUS)
    copy_bytes(address(text) + DATA + sign, address(room) + DATA + room.length - count, count)
    charge_work((length + FUEL_PER_DIGIT) * count)
    return address(text), Outcome.DONE


@kernel
def write_digits(digits: i64, length: i64, radix: i64, end: i64) -> i64:
    """Write the digits that limbs are, which are spent, in front of a place; how many."""
    left: i64 = length
    place: i64 = end
    while left > 0 and load_u32(digits + 4 * (left - 1)) == 0:
        left -= 1
    while left > 0:
        rest = divide_by_digit(digits, left, POWERS[radix], digits)
        while left > 0 and load_u32(digits + 4 * (left - 1)) == 0:
            left -= 1
        for _ in range(CHUNKS[radix]):
            if left == 0 and rest == 0:
                break
            place -= 1
            store_u8(place, DIGITS[remainder(rest, radix)])
            rest = divide(rest, radix)
    if place == end:
        place -= 1
        store_u8(place, DIGITS[0])
    return end - place


@kernel
def value_of_digit(unit: i64) -> i64:
    """What a digit or a letter stands for; 99 for all else."""
    if ZERO <= unit <= NINE:
        return unit - ZERO
    letter = unit | 32
    if LETTER_A <= letter <= LETTER_Z:
        return letter - LETTER_A + 10
    return 99


@kernel
def of_text(text: StringObject, start: i64, end: i64, radix: i64) -> tuple[i64, i32]:
    """The bigint of digits; `ABSENT` when they are too many, or none."""
    count = end - start
    if count <= 0 or count > MOST_DIGITS:
        return ABSENT, Outcome.DONE
    limbs = shift_right(count * (BITS_OF_DIGITS[radix] + 1), 6) + 1
    made, outcome = new_long(limbs)
    if outcome != Outcome.DONE:
        return 0, outcome
    place = address(made) + LIMBS
    for index in range(limbs):
        store_i64(place + 8 * index, 0)
    used = 0
    for index in range(start, end):
        digit = value_of_digit(unit_at(text, index))
        if digit >= radix:
            made.length = 0
            return ABSENT, Outcome.DONE
        carry = times_digit_and(place, used, radix, digit)
        if carry != 0:
            store_u32(place + 4 * used, carry)
            used += 1
    charge_work(divide(count * (used + 2 * FUEL_PER_DIGIT), 2))
    made.length = max(1, trimmed(place, limbs))
    word, settling = settled(made, False)
    return word, settling
