"""Texts as bytes and bytes as texts: UTF-8, UTF-16 and one byte a unit."""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    divide,
    i32,
    i64,
    kernel,
    load_u8,
    shift_left,
    shift_right_logical,
    store_u8,
    store_u16,
)
from plait.memory.byte_layouts import BufferObject
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import DATA, StringObject
from plait.runtime.byte_buffers import buffer_bytes, new_buffer
from plait.runtime.strings import MAX_STRING_LENGTH, allocate_string, load_unit, units_of, width_of
from plait.runtime.substrings import all_narrow, narrow_units

REPLACEMENT = 0xFFFD
MALFORMED = -1
STEPS_PER_BYTE = 2
"""The work for a byte that is looked at and for a unit that is written."""


@kernel(inline=True)
def is_surrogate(unit: i64) -> bool:
    """Whether a unit is one half of a pair."""
    return unit & 0xF800 == 0xD800


@kernel
def point_at(place: i64, width: i64, index: i64, length: i64) -> i64:
    """The code point that begins at an index; what is half a pair is replaced."""
    unit = load_unit(place, width, index)
    if not is_surrogate(unit):
        return unit
    if unit >= 0xDC00 or index + 1 >= length:
        return REPLACEMENT
    low = load_unit(place, width, index + 1)
    if low & 0xFC00 != 0xDC00:
        return REPLACEMENT
    return 0x10000 + shift_left(unit & 0x3FF, 10) + (low & 0x3FF)


@kernel(inline=True)
def encoded_size(point: i64) -> i64:
    """How many bytes a code point takes."""
    if point < 0x80:
        return 1
    if point < 0x800:
        return 2
    return 3 if point < 0x10000 else 4


@kernel
def put_point(goal: i64, point: i64) -> i64:
    """Write a code point; how many bytes that are."""
    size = encoded_size(point)
    if size == 1:
        store_u8(goal, point)
        return 1
    rest: i64 = point
    for index in range(size - 1, 0, -1):
        store_u8(goal + index, 0x80 | (rest & 0x3F))
        rest = shift_right_logical(rest, 6)
    store_u8(goal, (shift_right_logical(0xF00, size) & 0xFF) | rest)
    return size


@kernel
def size_in_bytes(text: StringObject) -> i64:
    """How many bytes a text takes in UTF-8."""
    place = units_of(text)
    width = width_of(text)
    length: i64 = text.length
    size = 0
    index = 0
    while index < length:
        point = point_at(place, width, index, length)
        size += encoded_size(point)
        index += 2 if point >= 0x10000 else 1
    charge_work(length)
    return size


@kernel
def encode(text: StringObject) -> tuple[i64, i32]:
    """A buffer with the bytes of a text in UTF-8."""
    size = size_in_bytes(text)
    word, outcome = new_buffer(size, -1)
    if outcome != Outcome.DONE:
        return word, outcome
    goal = buffer_bytes(BufferObject(word))
    place = units_of(text)
    width = width_of(text)
    length: i64 = text.length
    if size == length and width == 1:
        copy_bytes(goal, place, size)
        charge_work(divide(size, BYTES_PER_FUEL))
        return word, Outcome.DONE
    index = 0
    while index < length:
        point = point_at(place, width, index, length)
        goal += put_point(goal, point)
        index += 2 if point >= 0x10000 else 1
    charge_work(STEPS_PER_BYTE * size)
    return word, Outcome.DONE


@kernel(inline=True)
def least_second(first: i64) -> i64:
    """The least second byte behind a first one."""
    if first == 0xE0:
        return 0xA0
    return 0x90 if first == 0xF0 else 0x80


@kernel(inline=True)
def most_second(first: i64) -> i64:
    """The greatest second byte behind a first one."""
    if first == 0xED:
        return 0x9F
    return 0x8F if first == 0xF4 else 0xBF


@kernel
def decode_point(place: i64, end: i64) -> tuple[i64, i64]:
    """The code point that begins at a place, and its bytes; MALFORMED, and how many bytes are replaced together."""
    first: i64 = load_u8(place)
    if first < 0x80:
        return first, 1
    if first < 0xC2 or first > 0xF4:
        return MALFORMED, 1
    size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    point = first & (shift_right_logical(0x7F, size))
    for index in range(1, size):
        if place + index >= end:
            return MALFORMED, index
        following: i64 = load_u8(place + index)
        low = least_second(first) if index == 1 else 0x80
        high = most_second(first) if index == 1 else 0xBF
        if following < low or following > high:
            return MALFORMED, index
        point = shift_left(point, 6) | (following & 0x3F)
    return point, size


@kernel
def decode(buffer: BufferObject, start: i64, end: i64, is_strict: bool) -> tuple[StringObject, i32]:
    """The text of bytes in UTF-8; null, when it has to be right and is not."""
    place = buffer_bytes(buffer) + start
    stop = buffer_bytes(buffer) + end
    units = 0
    bits = 0
    at = place
    while at < stop:
        point, size = decode_point(at, stop)
        if point == MALFORMED:
            if is_strict:
                charge_work(STEPS_PER_BYTE * (at - place))
                return StringObject(0), Outcome.DONE
            point = REPLACEMENT
        units += 2 if point >= 0x10000 else 1
        bits |= point
        at += size
    if units > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    width = 1 if bits <= 0xFF else 2
    text = allocate_string(units, width)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    write_points(place, stop, address(text) + DATA, width)
    charge_work(STEPS_PER_BYTE * 2 * (end - start))
    return text, Outcome.DONE


@kernel
def write_points(place: i64, stop: i64, goal: i64, width: i64) -> None:
    """Write what bytes in UTF-8 say as units."""
    at = place
    to: i64 = goal
    while at < stop:
        point, size = decode_point(at, stop)
        at += size
        if point == MALFORMED:
            point = REPLACEMENT
        if width == 1:
            store_u8(to, point)
            to += 1
        elif point < 0x10000:
            store_u16(to, point)
            to += 2
        else:
            store_u16(to, 0xD7C0 + shift_right_logical(point, 10))
            store_u16(to + 2, 0xDC00 | (point & 0x3FF))
            to += 4


@kernel
def text_of_bytes(buffer: BufferObject, start: i64, end: i64) -> tuple[StringObject, i32]:
    """The text whose units are bytes."""
    if end - start > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    text = allocate_string(end - start, 1)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    copy_bytes(address(text) + DATA, buffer_bytes(buffer) + start, end - start)
    charge_work(divide(end - start, BYTES_PER_FUEL))
    return text, Outcome.DONE


@kernel
def text_of_units(buffer: BufferObject, start: i64, end: i64) -> tuple[StringObject, i32]:
    """The text whose units are pairs of bytes, the lower one first, at an even place."""
    count = divide(end - start, 2)
    if count > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    place = buffer_bytes(buffer) + start
    is_narrow = all_narrow(place, count)
    text = allocate_string(count, 1 if is_narrow else 2)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    if is_narrow:
        narrow_units(place, address(text) + DATA, count)
    else:
        copy_bytes(address(text) + DATA, place, 2 * count)
    charge_work(count)
    return text, Outcome.DONE
