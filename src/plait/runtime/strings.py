"""Strings: allocation, concatenation, comparison."""

from __future__ import annotations

from plait.kernel import address, compare_bytes, copy_bytes, divide, i32, i64, kernel, load_u8, load_u16, store_u16
from plait.memory.allocator import align8, allocate
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, Kind, StringObject

MAX_STRING_LENGTH = 0x1FFFFFE8
"""The most code units a string can have; the same as in V8."""

UNITS_PER_FUEL = 16
"""How many code units are copied or compared for one unit of fuel."""


@kernel
def allocate_string(length: i64, width: i64) -> StringObject:
    """A string of `length` code units of `width` bytes whose units are not set yet; null when there is no room."""
    string = StringObject(allocate(Kind.STRING, align8(DATA + length * width)))
    if address(string) != 0:
        string.length = length
        string.width = width
    return string


@kernel(inline=True)
def unit_at(string: StringObject, index: i64) -> i64:
    """The code unit at an index, which must be in range."""
    if string.width == 1:
        return load_u8(address(string) + DATA + index)
    return load_u16(address(string) + DATA + 2 * index)


@kernel
def copy_units(source: StringObject, destination: i64, width: i64) -> None:
    """Write the units of a string at `destination`, `width` bytes each (not narrower than the string)."""
    if source.width == width:
        copy_bytes(destination, address(source) + DATA, source.length * width)
    else:
        for index in range(source.length):
            store_u16(destination + 2 * index, load_u8(address(source) + DATA + index))


@kernel(inline=True)
def any_null(a: StringObject, b: StringObject) -> bool:
    """Whether one of two strings is null."""
    return address(a) == 0 or address(b) == 0


@kernel
def concatenate(a: StringObject, b: StringObject) -> tuple[StringObject, i32]:
    """Both strings, one after the other; INVALID_STRING_LENGTH when the result would be too long."""
    if b.length == 0 or a.length == 0:
        if any_null(a, b):
            return a, ErrorCode.NULL_REFERENCE
        return (a if b.length == 0 else b), Outcome.DONE
    length = a.length + b.length
    if length > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    width = max(a.width, b.width)
    result = allocate_string(length, width)
    if address(result) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    copy_units(a, address(result) + DATA, width)
    copy_units(b, address(result) + DATA + a.length * width, width)
    charge_work(divide(length, UNITS_PER_FUEL))
    return result, Outcome.DONE


@kernel
def equal(a: StringObject, b: StringObject) -> bool:
    """Whether both have the same code units; null equals null alone.

    A string is two bytes wide only if it must be, so widths decide too (that of null is 0).
    """
    if a == b:
        return True
    if a.length != b.length or a.width != b.width:
        return False
    charge_work(divide(a.length, UNITS_PER_FUEL))
    return compare_bytes(address(a) + DATA, address(b) + DATA, a.length * a.width)


@kernel
def compare(a: StringObject, b: StringObject) -> i64:
    """Below zero, zero or above zero as `a` comes before, equals or comes after `b` in the order of code units."""
    count = min(a.length, b.length)
    for index in range(count):
        difference = unit_at(a, index) - unit_at(b, index)
        if difference != 0:
            charge_work(divide(index, UNITS_PER_FUEL))
            return difference
    charge_work(divide(count, UNITS_PER_FUEL))
    return a.length - b.length


@kernel(cold=True)
def no_unit(text: StringObject, index: i64) -> i32:
    """The code of the error that there is no unit at the index, with what its message needs."""
    if address(text) == 0:
        return ErrorCode.NULL_REFERENCE
    CONTEXT.pending_first = index
    CONTEXT.pending_second = text.length
    return ErrorCode.STRING_INDEX_OUT_OF_BOUNDS
