"""Strings: allocation, where their units stand, comparison."""

from __future__ import annotations

from plait.kernel import (
    address,
    compare_bytes,
    copy_bytes,
    divide,
    i32,
    i64,
    kernel,
    likely,
    load_block,
    load_u8,
    load_u16,
    store_u16,
)
from plait.memory.allocator import align8, allocate
from plait.memory.errors import ErrorCode
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, SHARED, WIDTH_BITS, Kind, SharedString, StringObject

MAX_STRING_LENGTH = 0x1FFFFFE8
"""The most code units a string can have; the same as in V8."""

UNITS_PER_FUEL = 8
SHORT = 32
"""To compare strings that are shorter is in the price."""

"""How many code units are copied or compared for one unit of fuel; of two widths, one."""


@kernel
def allocate_string(length: i64, width: i64) -> StringObject:
    """A string of `length` code units of `width` bytes whose units are not set yet; null when there is no room."""
    string = StringObject(allocate(Kind.STRING, align8(DATA + length * width)))
    if address(string) != 0:
        string.length = length
        string.form = width
    return string


@kernel(inline=True)
def width_of(string: StringObject) -> i64:
    """Bytes of a code unit: 2 only if some unit needs them; 0 for null."""
    return string.form & WIDTH_BITS


@kernel(inline=True)
def units_of(string: StringObject) -> i64:
    """Where the code units of a string begin."""
    if likely(string.form & SHARED == 0):
        return address(string) + DATA
    return shared_units(SharedString(address(string)))


@kernel(reads=True)
def shared_units(string: SharedString) -> i64:
    """Where the units of a string begin that stand in a buffer."""
    return address(string.buffer) + string.start


@kernel(inline=True)
def load_unit(place: i64, width: i64, index: i64) -> i64:
    """A code unit, counted from the first, which stands at a place."""
    return load_u8(place + index) if width == 1 else load_u16(place + 2 * index)


@kernel(inline=True)
def unit_at(string: StringObject, index: i64) -> i64:
    """The code unit at an index, which must be in range."""
    if string.form & (WIDTH_BITS | SHARED) == 1:
        return load_u8(address(string) + DATA + index)
    return load_unit(units_of(string), width_of(string), index)


@kernel
def copy_units(source: StringObject, destination: i64, width: i64) -> None:
    """Write the units of a string at `destination`, `width` bytes each (not narrower than the string)."""
    place = units_of(source)
    if width_of(source) == width:
        copy_bytes(destination, place, source.length * width)
    else:
        for index in range(source.length):
            store_u16(destination + 2 * index, load_u8(place + index))


@kernel(inline=True)
def any_null(a: StringObject, b: StringObject) -> bool:
    """Whether one of two strings is null."""
    return address(a) == 0 or address(b) == 0


@kernel
def equal(a: StringObject, b: StringObject) -> bool:
    """Whether both have the same code units; null equals null alone.

    A string is two bytes wide only if it must be, so widths decide too (that of null is 0).
    """
    if a == b:
        return True
    if a.length != b.length or width_of(a) != width_of(b):
        return False
    if a.length >= SHORT:
        charge_work(divide(a.length, UNITS_PER_FUEL))
    return compare_bytes(units_of(a), units_of(b), a.length * width_of(a))


@kernel(reads=True)
def equal_short(a: StringObject, b: StringObject) -> bool:
    """As `equal`, of different strings of which one is shorter than SHORT."""
    if a.length != b.length or width_of(a) != width_of(b):
        return False
    return compare_bytes(units_of(a), units_of(b), a.length * width_of(a))


@kernel
def compare(a: StringObject, b: StringObject) -> i64:
    """Below zero, zero or above zero as `a` comes before, equals or comes after `b` in the order of code units."""
    count = min(a.length, b.length)
    place_a = units_of(a)
    place_b = units_of(b)
    width_a = width_of(a)
    width_b = width_of(b)
    index = common_blocks(place_a, place_b, count * width_a, width_a) if width_a == width_b else 0
    charge_work(divide(index * width_a, UNITS_PER_FUEL))
    first = index
    while index < count:
        difference = load_unit(place_a, width_a, index) - load_unit(place_b, width_b, index)
        index += 1
        if difference != 0:
            charge_work(index - first)
            return difference
    charge_work(index - first)
    return a.length - b.length


@kernel
def common_blocks(a: i64, b: i64, size: i64, width: i64) -> i64:
    """How many of the first units at two places, `size` bytes, are the same, in whole blocks of 8 bytes."""
    distance = 0
    while distance + 8 <= size and load_block(a + distance) == load_block(b + distance):
        distance += 8
    return divide(distance, width)


@kernel(cold=True)
def no_unit(text: StringObject, index: i64) -> i32:
    """The code of the error that there is no unit at the index, with what its message needs."""
    if address(text) == 0:
        return ErrorCode.NULL_REFERENCE
    CONTEXT.pending_first = index
    CONTEXT.pending_second = text.length
    return ErrorCode.STRING_INDEX_OUT_OF_BOUNDS
