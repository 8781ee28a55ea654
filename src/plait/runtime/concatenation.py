"""Concatenation of strings.

Short results are copied. The units of longer ones stand in a `TextBuffer`: if the longer of two strings reaches to the
end (or from the beginning) of what is used of its buffer, the other one is written behind it (or in front), where the
buffer has free room, and the result is a new `SharedString` over both. Otherwise both are copied: into a buffer without
free room if the longer one could not be continued, with room for half as much again if it could. So a text that is
built piece by piece, at either end, costs time and memory in proportion to its length, whether or not it is read in
between; nothing has to be put together at the first read.

What is charged depends on the lengths of the strings and on what has been written to their buffers, never on where the
buffers have room: the collector may take the room away. To claim room needs no more than to write it down, because one
worker at a time runs in a context.
"""

from __future__ import annotations

from plait.kernel import address, divide, i32, i64, kernel, size_of, unlikely
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import BUFFER_DATA, CONTEXT, DATA, SHARED, Kind, SharedString, StringObject, TextBuffer
from plait.runtime.strings import (
    MAX_STRING_LENGTH,
    UNITS_PER_FUEL,
    allocate_string,
    any_null,
    copy_units,
    width_of,
)

SHARED_LENGTH = 128
"""From how many units on the result of a concatenation is shared. To copy fewer costs less than to share them."""

COPIES = 3
"""How often a unit is copied that is put into a buffer: once then, twice (on average) when the buffer grows."""

LEAST_ROOM = 64
"""Bytes of free room in a buffer that has grown, at least."""

ROOM_FRACTION = 16
"""No buffer gets more free room at one side than this part of the memory limit."""


@kernel
def concatenate(a: StringObject, b: StringObject) -> tuple[StringObject, i32]:
    """Both strings, one after the other; INVALID_STRING_LENGTH when the result would be too long."""
    if b.length == 0 or a.length == 0:
        if any_null(a, b):
            return a, ErrorCode.NULL_REFERENCE
        return (a if b.length == 0 else b), Outcome.DONE
    length = a.length + b.length
    if unlikely(length >= SHARED_LENGTH):
        shared, made = share(a, b)
        return shared, made
    width = max(width_of(a), width_of(b))
    result = allocate_string(length, width)
    if address(result) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    copy_units(a, address(result) + DATA, width)
    copy_units(b, address(result) + DATA + a.length * width, width)
    charge_work(divide(length, UNITS_PER_FUEL))
    return result, Outcome.DONE


@kernel(cold=True)
def share(a: StringObject, b: StringObject) -> tuple[StringObject, i32]:
    """Both strings, neither of them empty, as one over a buffer; the shorter one is put into that of the longer one."""
    length = a.length + b.length
    if length > MAX_STRING_LENGTH:
        return StringObject(0), ErrorCode.INVALID_STRING_LENGTH
    width = max(width_of(a), width_of(b))
    if a.length >= b.length:
        if can_be_followed(a, width):
            following, appended = append(a, b, width)
            return following, appended
    elif can_be_preceded(b, width):
        preceding, prepended = prepend(a, b, width)
        return preceding, prepended
    result, outcome = copy_both(a, b, width, 0, 0)
    if outcome == Outcome.DONE:
        charge_work(divide(length, UNITS_PER_FUEL))
    return result, outcome


@kernel(inline=True)
def can_be_followed(a: StringObject, width: i64) -> bool:
    """Whether units of a width can be put behind a string, into its buffer."""
    if a.form != SHARED + width:
        return False
    shared = SharedString(address(a))
    return shared.start + a.length * width == shared.buffer.end


@kernel(inline=True)
def can_be_preceded(b: StringObject, width: i64) -> bool:
    """Whether units of a width can be put in front of a string, into its buffer."""
    if b.form != SHARED + width:
        return False
    shared = SharedString(address(b))
    return shared.start == shared.buffer.first


@kernel(inline=True)
def room_behind(buffer: TextBuffer) -> i64:
    """Free bytes behind what is used of a buffer."""
    return buffer.size - buffer.end


@kernel(inline=True)
def room_in_front(buffer: TextBuffer) -> i64:
    """Free bytes in front of what is used of a buffer."""
    return buffer.first - BUFFER_DATA


@kernel(inline=True)
def room_for(used: i64) -> i64:
    """Free bytes that a buffer gets at the side where it grows; even."""
    return min(divide(used, 2) + LEAST_ROOM, divide(CONTEXT.memory_limit, ROOM_FRACTION)) & ~1


@kernel(cold=True)
def append(a: StringObject, b: StringObject, width: i64) -> tuple[StringObject, i32]:
    """Put a string behind another one that can be followed."""
    buffer = SharedString(address(a)).buffer
    added = b.length * width
    if added > room_behind(buffer):
        used = a.length * width + added
        grown, outcome = copy_both(a, b, width, min(room_in_front(buffer), room_for(used)), room_for(used))
        if outcome == Outcome.DONE:
            charge_copies(b)
        return grown, outcome
    result = allocate_shared(a.length + b.length, width)
    if address(result) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    copy_units(b, address(buffer) + buffer.end, width)
    buffer.end = buffer.end + added
    result.buffer = buffer
    result.start = SharedString(address(a)).start
    charge_copies(b)
    return StringObject(address(result)), Outcome.DONE


@kernel(cold=True)
def prepend(a: StringObject, b: StringObject, width: i64) -> tuple[StringObject, i32]:
    """Put a string in front of another one that can be preceded."""
    buffer = SharedString(address(b)).buffer
    added = a.length * width
    if added > room_in_front(buffer):
        used = b.length * width + added
        grown, outcome = copy_both(a, b, width, room_for(used), min(room_behind(buffer), room_for(used)))
        if outcome == Outcome.DONE:
            charge_copies(a)
        return grown, outcome
    result = allocate_shared(a.length + b.length, width)
    if address(result) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    buffer.first = buffer.first - added
    copy_units(a, address(buffer) + buffer.first, width)
    result.buffer = buffer
    result.start = buffer.first
    charge_copies(a)
    return StringObject(address(result)), Outcome.DONE


@kernel(inline=True)
def charge_copies(piece: StringObject) -> None:
    """Charge for a piece that has been put into a buffer: for its part in every growth of the buffer, too."""
    charge_work(divide(COPIES * piece.length, UNITS_PER_FUEL))


@kernel(inline=True)
def allocate_shared(length: i64, width: i64) -> SharedString:
    """A shared string that has no buffer yet; null when there is no room."""
    string = SharedString(allocate(Kind.STRING, size_of(SharedString)))
    if address(string) != 0:
        string.length = length
        string.form = SHARED + width
    return string


@kernel(cold=True)
def copy_both(a: StringObject, b: StringObject, width: i64, front: i64, behind: i64) -> tuple[StringObject, i32]:
    """Both strings in a new buffer, which has free bytes in front and behind: even numbers of them, at least."""
    used = (a.length + b.length) * width
    size = align8(BUFFER_DATA + front + used + behind)
    if not has_room(size + size_of(SharedString)):
        return StringObject(0), Outcome.NEED_MEMORY
    buffer = TextBuffer(allocate(Kind.TEXT_BUFFER, size))
    buffer.first = BUFFER_DATA + front
    buffer.end = BUFFER_DATA + front + used
    buffer.used_before = 0
    buffer.unused = 0
    place = address(buffer) + buffer.first
    copy_units(a, place, width)
    copy_units(b, place + a.length * width, width)
    result = allocate_shared(a.length + b.length, width)
    result.buffer = buffer
    result.start = buffer.first
    return StringObject(address(result)), Outcome.DONE
