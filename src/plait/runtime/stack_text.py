"""The `stack` of an error: its name and message, then a line for each frame of its trace."""

from __future__ import annotations

from plait.kernel import address, divide, i32, i64, kernel, load_u32, shift_right_logical, size_of, store_u8, store_u16
from plait.memory.code_layouts import FunctionInfo, SourcePlace
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT, DATA, ErrorObject, Store, StringObject
from plait.runtime.display import integer_length, write_integer
from plait.runtime.strings import allocate_string, copy_units, units_of, width_of

COLON = ord(":")
SPACE = ord(" ")
CLOSE = ord(")")


@kernel
def place_of(function: i64, pc: i64) -> SourcePlace:
    """The place in the source of a prepared instruction; null when it is not known."""
    info = FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * function)
    low = 0
    high = info.place_count
    while low < high:
        middle = shift_right_logical(low + high, 1)
        if SourcePlace(info.places + size_of(SourcePlace) * middle).pc <= pc:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return SourcePlace(0)
    return SourcePlace(info.places + size_of(SourcePlace) * (low - 1))


@kernel
def caption_of(function: i64) -> StringObject:
    """How the line of a frame of the function begins."""
    return FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * function).caption


@kernel
def line_length(function: i64, pc: i64) -> i64:
    """How many units the line of a frame has."""
    length = caption_of(function).length + 1
    place = place_of(function, pc)
    if address(place) != 0:
        length += 2 + integer_length(place.line) + integer_length(place.column)
    return length


@kernel
def put_unit(string: StringObject, index: i64, unit: i64) -> i64:
    """Set a unit; gives the next index."""
    if width_of(string) == 1:
        store_u8(units_of(string) + index, unit)
    else:
        store_u16(units_of(string) + 2 * index, unit)
    return index + 1


@kernel
def put_string(string: StringObject, index: i64, source: StringObject) -> i64:
    """Write a string that is not wider; gives the next index."""
    width = width_of(string)
    copy_units(source, units_of(string) + width * index, width)
    return index + source.length


@kernel
def put_integer(string: StringObject, index: i64, value: i64) -> i64:
    """Write an integer that is not negative; gives the next index."""
    following: i64 = index + integer_length(value)
    if width_of(string) == 1:
        write_integer(units_of(string) + index, value)
        return following
    place = following
    rest: i64 = value
    while place > index:
        place -= 1
        tenth = divide(rest, 10)
        store_u16(units_of(string) + 2 * place, 48 + rest - 10 * tenth)
        rest = tenth
    return following


@kernel
def put_line(string: StringObject, index: i64, function: i64, pc: i64) -> i64:
    """Write the line of a frame; gives the next index."""
    following: i64 = put_string(string, index, caption_of(function))
    place = place_of(function, pc)
    if address(place) != 0:
        following = put_unit(string, following, COLON)
        following = put_integer(string, following, place.line)
        following = put_unit(string, following, COLON)
        following = put_integer(string, following, place.column)
    return put_unit(string, following, CLOSE)


@kernel
def stack_text(error: ErrorObject) -> tuple[StringObject, i32]:
    """The text. An error that was not thrown yet has no frames in it."""
    name = StringObject(error.name)
    message = StringObject(error.message)
    trace = Store(error.trace)
    width: i64 = 1
    length: i64 = 0
    if address(name) != 0:
        width = max(width, width_of(name))
        length = name.length
    if address(message) != 0 and message.length != 0:
        width = max(width, width_of(message))
        length += 2 + message.length
    frames = trace.length if address(trace) != 0 else 0
    for number in range(0, frames, 2):
        entry = address(trace) + DATA + 4 * number
        width = max(width, width_of(caption_of(load_u32(entry))))
        length += line_length(load_u32(entry), load_u32(entry + 4))
    text = allocate_string(length, width)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    index: i64 = 0
    if address(name) != 0:
        index = put_string(text, index, name)
    if address(message) != 0 and message.length != 0:
        index = put_unit(text, index, COLON)
        index = put_unit(text, index, SPACE)
        index = put_string(text, index, message)
    for number in range(0, frames, 2):
        entry = address(trace) + DATA + 4 * number
        index = put_line(text, index, load_u32(entry), load_u32(entry + 4))
    return text, Outcome.DONE
