"""Pieces of strings, and strings made of repeated or padded pieces."""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    divide,
    i32,
    i64,
    kernel,
    load_u8,
    load_u16,
    shift_left,
    shift_right,
    store_u8,
    store_u16,
)
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, StringObject
from plait.runtime.spaces import skip_spaces, skip_spaces_back
from plait.runtime.strings import (
    MAX_STRING_LENGTH,
    UNITS_PER_FUEL,
    allocate_string,
    any_null,
    copy_units,
    unit_at,
    units_of,
    width_of,
)


@kernel
def all_narrow(place: i64, count: i64) -> bool:
    """Whether `count` two-byte units at a place are all below 256."""
    bits = 0
    for index in range(count):
        bits |= load_u16(place + 2 * index)
    return bits <= 0xFF


@kernel
def narrow_units(source: i64, destination: i64, count: i64) -> None:
    """Copy two-byte units that are below 256 as bytes."""
    for index in range(count):
        store_u8(destination + index, load_u16(source + 2 * index))


@kernel
def piece(text: StringObject, start: i64, end: i64) -> tuple[StringObject, i32]:
    """The units from `start` to before `end`, which must be in order and in range."""
    count = end - start
    if count == text.length:
        return text, Outcome.DONE
    width = width_of(text)
    source = units_of(text) + start * width
    charge_work(divide(count, UNITS_PER_FUEL))
    if width == 2 and all_narrow(source, count):
        narrowed = allocate_string(count, 1)
        if address(narrowed) == 0:
            return narrowed, Outcome.NEED_MEMORY
        narrow_units(source, address(narrowed) + DATA, count)
        return narrowed, Outcome.DONE
    result = allocate_string(count, width)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    copy_bytes(address(result) + DATA, source, count * width)
    return result, Outcome.DONE


@kernel(inline=True)
def clamp(index: i64, length: i64) -> i64:
    """The index, moved to the nearest end when it is outside."""
    return max(0, min(index, length))


@kernel
def substring(text: StringObject, start: i64, end: i64) -> tuple[StringObject, i32]:
    """JavaScript's `substring`: both ends are clamped, and exchanged if they are out of order."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    first = clamp(start, text.length)
    last = clamp(end, text.length)
    result, outcome = piece(text, min(first, last), max(first, last))
    return result, outcome


@kernel(inline=True)
def relative(index: i64, length: i64) -> i64:
    """An index that counts from the end when it is negative, clamped."""
    return max(0, length + index) if index < 0 else min(index, length)


@kernel
def slice_string(text: StringObject, start: i64, end: i64) -> tuple[StringObject, i32]:
    """JavaScript's `slice`: negative ends count from the end of the string."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    first = relative(start, text.length)
    last = max(first, relative(end, text.length))
    result, outcome = piece(text, first, last)
    return result, outcome


@kernel
def unit_string(unit: i64) -> tuple[StringObject, i32]:
    """The string of one code unit."""
    width = 1 if unit < 256 else 2
    result = allocate_string(1, width)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    if width == 1:
        store_u8(address(result) + DATA, unit)
    else:
        store_u16(address(result) + DATA, unit)
    return result, Outcome.DONE


@kernel
def char_at(text: StringObject, index: i64) -> tuple[StringObject, i32]:
    """The string of the code unit at an index; the empty string outside."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    if index < 0 or index >= text.length:
        empty = allocate_string(0, 1)
        return empty, (Outcome.NEED_MEMORY if address(empty) == 0 else Outcome.DONE)
    result, outcome = unit_string(unit_at(text, index))
    return result, outcome


@kernel
def fill_repeated(place: i64, pattern: StringObject, count: i64, width: i64) -> None:
    """Write `count` units: the pattern (not empty) over and over, cut at the end."""
    if count <= pattern.length:
        copy_first_units(pattern, place, count, width)
        return
    copy_units(pattern, place, width)
    done = pattern.length
    while done < count:
        more = min(done, count - done)
        copy_bytes(place + done * width, place, more * width)
        done += more


@kernel
def copy_first_units(source: StringObject, destination: i64, count: i64, width: i64) -> None:
    """Write the first units of a string, `width` bytes each (not narrower than the string)."""
    place = units_of(source)
    if width_of(source) == width:
        copy_bytes(destination, place, count * width)
    else:
        for index in range(count):
            store_u16(destination + 2 * index, load_u8(place + index))


@kernel
def repeat(text: StringObject, count: i64) -> tuple[StringObject, i32]:
    """The string `count` times; INVALID_COUNT below zero, INVALID_STRING_LENGTH when the result would be too long."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    if count < 0:
        CONTEXT.pending_first = count
        return text, ErrorCode.INVALID_COUNT
    length = text.length * count
    if count == 1 or text.length == 0:
        return text, Outcome.DONE
    if length > MAX_STRING_LENGTH:
        return text, ErrorCode.INVALID_STRING_LENGTH
    result = allocate_string(length, width_of(text))
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    charge_work(divide(length, UNITS_PER_FUEL))
    if length != 0:
        fill_repeated(address(result) + DATA, text, length, width_of(text))
    return result, Outcome.DONE


@kernel
def pad(text: StringObject, length: i64, filler: StringObject, at_start: bool) -> tuple[StringObject, i32]:
    """The string, filled up to a length at its start or end."""
    if any_null(text, filler):
        return text, ErrorCode.NULL_REFERENCE
    count = length - text.length
    if count <= 0 or filler.length == 0:
        return text, Outcome.DONE
    if length > MAX_STRING_LENGTH:
        return text, ErrorCode.INVALID_STRING_LENGTH
    width = max(width_of(text), filler_width(filler, count))
    result = allocate_string(length, width)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    charge_work(divide(length, UNITS_PER_FUEL))
    start = address(result) + DATA
    if at_start:
        fill_padding(start, filler, count, width)
        copy_units(text, start + count * width, width)
    else:
        copy_units(text, start, width)
        fill_padding(start + text.length * width, filler, count, width)
    return result, Outcome.DONE


@kernel
def filler_width(filler: StringObject, count: i64) -> i64:
    """The width that the part of a filler needs which is used."""
    width = width_of(filler)
    if width == 1 or count >= filler.length:
        return width
    return 1 if all_narrow(units_of(filler), count) else 2


@kernel
def fill_padding(place: i64, filler: StringObject, count: i64, width: i64) -> None:
    """As `fill_repeated`, also where a wide filler is cut to a part that is narrow."""
    if width_of(filler) > width:
        narrow_units(units_of(filler), place, count)
    else:
        fill_repeated(place, filler, count, width)


@kernel
def trim(text: StringObject, at_start: bool, at_end: bool) -> tuple[StringObject, i32]:
    """The string without spaces at its ends."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    start = skip_spaces(text, 0) if at_start else 0
    end = skip_spaces_back(text, start) if at_end else text.length
    result, outcome = piece(text, start, end)
    return result, outcome


@kernel
def code_point(text: StringObject, index: i64) -> i64:
    """The code point that begins at an index, which must be in range."""
    unit = unit_at(text, index)
    if unit & 0xFC00 == 0xD800 and index + 1 < text.length:
        low = unit_at(text, index + 1)
        if low & 0xFC00 == 0xDC00:
            return 0x10000 + shift_left(unit & 0x3FF, 10) + (low & 0x3FF)
    return unit


@kernel
def code_point_string(point: i64) -> tuple[StringObject, i32]:
    """The string of one code point; INVALID_CODE_POINT for what is none."""
    if point < 0 or point > 0x10FFFF:
        CONTEXT.pending_first = point
        return StringObject(0), ErrorCode.INVALID_CODE_POINT
    if point < 0x10000:
        single, made = unit_string(point)
        return single, made
    result = allocate_string(2, 2)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    store_u16(address(result) + DATA, 0xD800 + shift_right(point - 0x10000, 10))
    store_u16(address(result) + DATA + 2, 0xDC00 + (point & 0x3FF))
    return result, Outcome.DONE
