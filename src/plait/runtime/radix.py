"""Numbers in other radices, digit by digit as V8 does it."""

from __future__ import annotations

from plait.kernel import (
    absolute,
    address,
    bits_of,
    copy_bytes,
    f64,
    f64_of,
    floor,
    fmod,
    guess_i32,
    i32,
    i64,
    is_nan,
    kernel,
    load_u8,
    shift_right,
    store_u8,
)
from plait.memory.allocator import align8, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, StringObject
from plait.runtime.display import number_to_string
from plait.runtime.strings import allocate_string

MAX_FINITE = 1.7976931348623157e308
SMALLEST = 5e-324

FRACTION_BITS = 52
BIAS = 1023 + FRACTION_BITS
"""The exponent field of numbers whose last bit is worth 1."""

FUEL_PER_DIGIT = 10

HALF_SIZE = 1100
"""More than there are digits before, or behind, the point."""

ZERO = ord("0")
NINE = ord("9")
POINT = ord(".")
MINUS = ord("-")
LETTERS = ord("a") - 10


@kernel(inline=True)
def unit_of_digit(value: i64) -> i64:
    """The unit of a digit."""
    return ZERO + value if value < 10 else LETTERS + value


@kernel(inline=True)
def digit_of_unit(unit: i64) -> i64:
    """The digit of a unit."""
    return unit - ZERO if unit <= NINE else unit - LETTERS


@kernel(cold=True)
def carry(point: i64, end: i64, radix: i64) -> i64:
    """Add one in the last place of the fraction; gives its end, the place of the point if all digits went away."""
    place = end
    while place > point + 1:
        place -= 1
        value = digit_of_unit(load_u8(place))
        if value + 1 < radix:
            store_u8(place, unit_of_digit(value + 1))
            return place + 1
    return point


@kernel(cold=True)
def write_fraction(fraction: f64, precision: f64, radix: i64, radix_number: f64, point: i64) -> i64:
    """Write the point and the digits behind it; gives their end, the place of the point when they add up to one."""
    rest = fraction
    delta = precision
    place: i64 = point + 1
    store_u8(point, POINT)
    while True:
        rest = rest * radix_number
        delta = delta * radix_number
        value: i64 = guess_i32(rest)
        store_u8(place, unit_of_digit(value))
        place += 1
        rest = rest - floor(rest)
        if (rest > 0.5 or (rest == 0.5 and (value & 1) == 1)) and rest + delta > 1.0:
            return carry(point, place, radix)
        if rest < delta:
            return place


@kernel(cold=True)
def write_whole(whole: f64, radix_number: f64, point: i64) -> i64:
    """Write the digits before the point, from the last on, ending before `point`; gives where they begin.

    Places that the number is too coarse for are zeros.
    """
    rest = whole
    place: i64 = point
    while shift_right(bits_of(rest / radix_number), FRACTION_BITS) > BIAS:
        rest = rest / radix_number
        place -= 1
        store_u8(place, ZERO)
    while True:
        last = fmod(rest, radix_number)
        place -= 1
        store_u8(place, unit_of_digit(guess_i32(last)))
        rest = (rest - last) / radix_number
        if not rest > 0.0:
            return place


@kernel(cold=True)
def half_gap(magnitude: f64) -> f64:
    """Half the distance to the next number, at least the smallest number."""
    gap = 0.5 * (f64_of(bits_of(magnitude) + 1) - magnitude)
    return SMALLEST if gap < SMALLEST else gap


@kernel(cold=True)
def to_radix(a: f64, radix: i64, radix_number: f64) -> tuple[StringObject, i32]:
    """JavaScript's `toString(radix)`; INVALID_RADIX unless it is 2 to 36. `radix_number` is the radix again."""
    if radix < 2 or radix > 36:
        return StringObject(0), ErrorCode.INVALID_RADIX
    if radix == 10 or a == 0.0 or is_nan(a) or absolute(a) > MAX_FINITE:
        decimal, written = number_to_string(a)
        return decimal, written
    result_size = align8(DATA + 2 * HALF_SIZE + 1)
    if not has_room(2 * result_size):
        return StringObject(0), Outcome.NEED_MEMORY
    point = CONTEXT.heap_top + result_size + HALF_SIZE
    magnitude = absolute(a)
    whole = floor(magnitude)
    precision = half_gap(magnitude)
    end: i64 = point
    if magnitude - whole >= precision:
        end = write_fraction(magnitude - whole, precision, radix, radix_number, point)
        if end == point:
            whole = whole + 1.0
    start = write_whole(whole, radix_number, point)
    if a < 0.0:
        start -= 1
        store_u8(start, MINUS)
    charge_work(FUEL_PER_DIGIT * (end - start))
    text = allocate_string(end - start, 1)
    copy_bytes(address(text) + DATA, start, end - start)
    return text, Outcome.DONE
