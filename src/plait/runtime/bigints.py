"""Bigints: boxed i64 values as far as they fit, longer ones as objects of limbs; sums, products, quotients, comparison.

What would take long gives `ABSENT`: the library then takes it apart into what does not.
"""

from __future__ import annotations

from plait.kernel import (
    add_overflows_i64,
    address,
    copy_bytes,
    divide,
    fill_bytes,
    i32,
    i64,
    kernel,
    load_i64,
    load_u32,
    mul_overflows_i64,
    remainder,
    store_i64,
    sub_overflows_i64,
    wrap_add_i64,
    wrap_mul_i64,
    wrap_sub_i64,
)
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.bigint_layouts import LIMBS, BigObject
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import ABSENT, DATA, MATHEMATICS_OFFSET, Kind
from plait.runtime.bigint_parts import (
    add_limbs,
    compare_limbs,
    divide_by_digit,
    divide_digits,
    free_bits,
    multiply_limbs,
    shift_limbs_left,
    shift_limbs_right,
    subtract_limbs,
    trimmed,
)
from plait.runtime.dynamic import BIGINT_TYPE, box_int64, int64_of, is_int64, is_long

MAX_LIMBS = 1 << 24
"""The most that a bigint can have, as in V8."""

LONG_WORK = 1 << 18
"""Steps of multiplying and dividing limbs: more are not done at once."""

FUEL_PER_LIMB = 2
"""What it costs to put a limb of two bigints together, beside making one."""

FUEL_PER_DIVISION = 8
"""What a step of a division costs, and what it costs to shift a limb of the dividend."""

SIGN_BIT = -(1 << 63)
FIRST_ASIDE = MATHEMATICS_OFFSET + 0x300
SECOND_ASIDE = FIRST_ASIDE + 16
"""Where the limb of an operand is put that is an i64."""


@kernel(inline=True)
def is_bigint(word: i64) -> bool:
    """Whether a word is a bigint."""
    return is_int64(word) or is_long(word)


@kernel
def is_negative(word: i64) -> bool:
    """Whether a bigint is below zero."""
    return BigObject(word).is_negative != 0 if is_long(word) else int64_of(word) < 0


@kernel
def operand(word: i64, aside: i64) -> tuple[i64, i64]:
    """Where the limbs of a bigint's size stand, and how many; that of an i64 is put aside."""
    if is_long(word):
        return word + LIMBS, BigObject(word).length
    value = int64_of(word)
    store_i64(aside, value if value >= 0 else wrap_sub_i64(0, value))
    return aside, (1 if value != 0 else 0)


@kernel
def room_for(length: i64) -> i64:
    """Bytes of a bigint of so many limbs, and of an i64 for the case that it fits one."""
    return LIMBS + 8 * length + DATA + 8


@kernel
def new_long(length: i64) -> tuple[BigObject, i32]:
    """A bigint whose limbs are not set yet; BIGINT_TOO_LARGE."""
    if length > MAX_LIMBS:
        return BigObject(0), ErrorCode.BIGINT_TOO_LARGE
    if not has_room(room_for(length)):
        return BigObject(0), Outcome.NEED_MEMORY
    charge_work(length)
    return make_long(length), Outcome.DONE


@kernel
def make_long(length: i64) -> BigObject:
    """As `new_long`, where it is known that there is room."""
    made = BigObject(allocate(Kind.OBJECT, LIMBS + 8 * length))
    made.info = BIGINT_TYPE
    made.unused = 0
    made.length = length
    made.is_negative = 0
    return made


@kernel
def settled(made: BigObject, negative: bool) -> tuple[i64, i32]:
    """The word of a bigint whose limbs have been set: an i64 if it fits one, for which there is room."""
    place = address(made) + LIMBS
    length = trimmed(place, made.length)
    made.length = length
    made.is_negative = 1 if negative else 0
    if length > 1:
        return address(made), Outcome.DONE
    limb = load_i64(place) if length == 1 else 0
    if limb < 0 and not (limb == SIGN_BIT and negative):
        return address(made), Outcome.DONE
    word, outcome = box_int64(wrap_sub_i64(0, limb) if negative else limb)
    return word, outcome


@kernel
def of_unsigned(bits: i64) -> tuple[i64, i32]:
    """The bigint of 64 bits without sign."""
    if bits >= 0:
        small, boxed = box_int64(bits)
        return small, boxed
    if not has_room(room_for(1)):
        return 0, Outcome.NEED_MEMORY
    made = make_long(1)
    store_i64(address(made) + LIMBS, bits)
    return address(made), Outcome.DONE


@kernel
def low_bits(word: i64) -> i64:
    """The lowest 64 bits of a bigint, as if it had endless ones in front below zero."""
    if is_int64(word):
        return int64_of(word)
    low = load_i64(word + LIMBS)
    return wrap_sub_i64(0, low) if BigObject(word).is_negative != 0 else low


@kernel
def compare_bigints(a: i64, b: i64) -> i64:
    """Below zero, zero or above zero as the first is less, equal or more."""
    if is_int64(a) and is_int64(b):
        return (1 if int64_of(a) > int64_of(b) else 0) - (1 if int64_of(a) < int64_of(b) else 0)
    if is_negative(a) != is_negative(b):
        return -1 if is_negative(a) else 1
    place_a, length_a = operand(a, FIRST_ASIDE)
    place_b, length_b = operand(b, SECOND_ASIDE)
    order = compare_limbs(place_a, length_a, place_b, length_b)
    charge_work(min(length_a, length_b))
    return -order if is_negative(a) else order


@kernel
def sum_of(a: i64, b: i64, is_difference: bool) -> tuple[i64, i32]:
    """The sum of two bigints, or what is left of the first without the second."""
    if is_int64(a) and is_int64(b):
        x = int64_of(a)
        y = int64_of(b)
        overflows = sub_overflows_i64(x, y) if is_difference else add_overflows_i64(x, y)
        if not overflows:
            small, boxed = box_int64(wrap_sub_i64(x, y) if is_difference else wrap_add_i64(x, y))
            return small, boxed
    place_a, length_a = operand(a, FIRST_ASIDE)
    place_b, length_b = operand(b, SECOND_ASIDE)
    made, outcome = new_long(max(length_a, length_b) + 1)
    if outcome != Outcome.DONE:
        return 0, outcome
    charge_work(FUEL_PER_LIMB * max(length_a, length_b))
    negative_a = is_negative(a)
    negative_b = is_negative(b) != is_difference
    goal = address(made) + LIMBS
    order = compare_limbs(place_a, length_a, place_b, length_b)
    if order < 0:
        place: i64 = place_a
        length: i64 = length_a
        place_a = place_b
        length_a = length_b
        place_b = place
        length_b = length
    if negative_a == negative_b:
        add_limbs(place_a, length_a, place_b, length_b, goal)
    else:
        subtract_limbs(place_a, length_a, place_b, length_b, goal)
        store_i64(goal + 8 * length_a, 0)
    word, settling = settled(made, negative_b if order < 0 else negative_a)
    return word, settling


@kernel
def product_of(a: i64, b: i64) -> tuple[i64, i32]:
    """The product; `ABSENT` when that is too much work."""
    if is_int64(a) and is_int64(b) and not mul_overflows_i64(int64_of(a), int64_of(b)):
        small, boxed = box_int64(wrap_mul_i64(int64_of(a), int64_of(b)))
        return small, boxed
    place_a, length_a = operand(a, FIRST_ASIDE)
    place_b, length_b = operand(b, SECOND_ASIDE)
    if length_a + length_b > MAX_LIMBS:
        return 0, ErrorCode.BIGINT_TOO_LARGE
    if length_a * length_b > LONG_WORK:
        return ABSENT, Outcome.DONE
    made, outcome = new_long(length_a + length_b)
    if outcome != Outcome.DONE:
        return 0, outcome
    multiply_limbs(place_a, length_a, place_b, length_b, address(made) + LIMBS)
    charge_work(length_a * length_b + divide(length_a * length_b, 4))
    word, settling = settled(made, is_negative(a) != is_negative(b))
    return word, settling


@kernel
def quotient_of(a: i64, b: i64, is_rest: bool) -> tuple[i64, i32]:
    """The quotient, cut to an integer, or the rest; BIGINT_DIVISION_BY_ZERO; `ABSENT` when that is too much work."""
    place_b, length_b = operand(b, SECOND_ASIDE)
    if length_b == 0:
        return 0, ErrorCode.BIGINT_DIVISION_BY_ZERO
    if is_int64(a) and is_int64(b) and not (int64_of(a) == SIGN_BIT and int64_of(b) == -1):
        x = int64_of(a)
        y = int64_of(b)
        small, boxed = box_int64(remainder(x, y) if is_rest else divide(x, y))
        return small, boxed
    place_a, length_a = operand(a, FIRST_ASIDE)
    if compare_limbs(place_a, length_a, place_b, length_b) < 0:
        if is_rest:
            return a, Outcome.DONE
        zero, made_zero = box_int64(0)
        return zero, made_zero
    if (length_a - length_b + 1) * length_b > LONG_WORK:
        return ABSENT, Outcome.DONE
    # The quotient, the rest with a limb more than the dividend, and the divisor, each shifted.
    quotient_limbs = length_a - length_b + 1
    aside = LIMBS + 8 * (length_a + 1 + length_b + 1)
    if not has_room(room_for(max(quotient_limbs, length_b)) + align8(aside + 8 * quotient_limbs)):
        return 0, Outcome.NEED_MEMORY
    made, outcome = new_long(length_b if is_rest else quotient_limbs)
    if outcome != Outcome.DONE:
        return 0, outcome
    work = BigObject(allocate(Kind.OBJECT, align8(aside + 8 * quotient_limbs)))
    work.info = BIGINT_TYPE
    work.unused = 0
    work.length = 0
    work.is_negative = 0
    rest = address(work) + LIMBS
    divisor = rest + 8 * (length_a + 1)
    whole = divisor + 8 * (length_b + 1)
    fill_bytes(whole, 0, 8 * quotient_limbs)
    divide_limbs(place_a, length_a, place_b, length_b, rest, divisor, whole)
    charge_work(FUEL_PER_DIVISION * (quotient_limbs * length_b + length_a))
    if is_rest:
        copy_bytes(address(made) + LIMBS, rest, 8 * length_b)
    else:
        copy_bytes(address(made) + LIMBS, whole, 8 * quotient_limbs)
    negative = is_negative(a) if is_rest else is_negative(a) != is_negative(b)
    word, settling = settled(made, negative)
    return word, settling


@kernel
def divide_limbs(a: i64, length_a: i64, b: i64, length_b: i64, rest: i64, divisor: i64, whole: i64) -> None:
    """Divide limbs; there is room for the rest, for the divisor shifted, and for the quotient, which is 0."""
    digits_b = 2 * length_b
    if load_u32(b + 4 * (digits_b - 1)) == 0:
        digits_b -= 1
    digits_a = 2 * length_a
    if digits_b == 1:
        copy_bytes(rest, a, 8 * length_a)
        left = divide_by_digit(rest, digits_a, load_u32(b), rest)
        copy_bytes(whole, rest, 8 * length_a)
        store_i64(rest, left)
        return
    count = free_bits(load_u32(b + 4 * (digits_b - 1)))
    shift_limbs_left(a, length_a, count, rest)
    shift_limbs_left(b, length_b, count, divisor)
    if load_u32(rest + 4 * digits_a) == 0 and load_u32(rest + 4 * (digits_a - 1)) == 0:
        digits_a -= 1
    divide_digits(rest, digits_a + 1, divisor, digits_b, whole)
    shift_limbs_right(rest, length_b, count, rest)


@kernel
def negated(word: i64) -> tuple[i64, i32]:
    """The bigint with the other sign."""
    if is_int64(word) and int64_of(word) != SIGN_BIT:
        small, boxed = box_int64(-int64_of(word))
        return small, boxed
    place, length = operand(word, FIRST_ASIDE)
    made, outcome = new_long(length)
    if outcome != Outcome.DONE:
        return 0, outcome
    copy_bytes(address(made) + LIMBS, place, 8 * length)
    result, settling = settled(made, not is_negative(word))
    return result, settling
