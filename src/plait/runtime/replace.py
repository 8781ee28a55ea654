"""Replacing and splitting: strings made of the pieces between occurrences of another."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, divide, i32, i64, kernel, load_u8, store_u16
from plait.memory.allocator import has_room
from plait.memory.barrier import set_array_store, store_element_reference
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, ArrayObject, Storage, Store, StringObject
from plait.runtime.arrays import allocate_store, store_size
from plait.runtime.search import index_of
from plait.runtime.strings import (
    MAX_STRING_LENGTH,
    UNITS_PER_FUEL,
    allocate_string,
    any_null,
    unit_at,
    units_of,
    width_of,
)
from plait.runtime.substrings import all_narrow, narrow_units, piece

DOLLAR = ord("$")
AMPERSAND = ord("&")
GRAVE = ord("`")
QUOTE = ord("'")


@kernel(cold=True)
def is_pattern(text: StringObject) -> bool:
    """Whether a replacement has something in it that JavaScript replaces in turn: `$$`, `$&` and so on."""
    index = 0
    found = False
    while index < text.length - 1 and not found:
        if unit_at(text, index) == DOLLAR:
            unit = unit_at(text, index + 1)
            found = unit == DOLLAR or unit == AMPERSAND or unit == GRAVE or unit == QUOTE
        index += 1
    return found


@kernel(cold=True)
def next_match(text: StringObject, part: StringObject, start: i64) -> i64:
    """Where the part is found first, from `start` on; -1 if nowhere. `start` may be one beyond the text."""
    return index_of(text, part, start) if start <= text.length else -1


@kernel(cold=True)
def part_width(text: StringObject, start: i64, end: i64) -> i64:
    """The width that a part of a string needs."""
    return 1 if width_of(text) == 1 or all_narrow(units_of(text) + 2 * start, end - start) else 2


@kernel(cold=True)
def copy_part(text: StringObject, start: i64, end: i64, destination: i64, width: i64) -> i64:
    """Write a part of a string in units of `width` bytes, which its units fit; gives the place behind it."""
    source = units_of(text) + start * width_of(text)
    count = end - start
    if width_of(text) == width:
        copy_bytes(destination, source, count * width)
    elif width == 1:
        narrow_units(source, destination, count)
    else:
        for index in range(count):
            store_u16(destination + 2 * index, load_u8(source + index))
    return destination + count * width


@kernel(cold=True)
def measure(text: StringObject, part: StringObject, new: StringObject, everywhere: bool) -> tuple[i64, i64]:
    """Length and width of the text with occurrences replaced; the length is -1 when there are none."""
    found = next_match(text, part, 0)
    if found < 0:
        return -1, width_of(text)
    length: i64 = text.length
    width: i64 = width_of(new)
    position = 0
    while found >= 0:
        length += new.length - part.length
        width = max(width, part_width(text, position, found))
        position = found + part.length
        found = next_match(text, part, found + max(1, part.length)) if everywhere else -1
    return length, max(width, part_width(text, position, text.length))


@kernel(cold=True)
def replace_text(
    text: StringObject, part: StringObject, new: StringObject, everywhere: bool
) -> tuple[StringObject, i32]:
    """The text with the first occurrence of the part, or every one, replaced.

    REPLACEMENT_PATTERN for a replacement that JavaScript would not take literally.
    """
    if any_null(text, part) or address(new) == 0:
        return text, ErrorCode.NULL_REFERENCE
    if is_pattern(new):
        return text, ErrorCode.REPLACEMENT_PATTERN
    length, width = measure(text, part, new, everywhere)
    if length < 0:
        return text, Outcome.DONE
    if length > MAX_STRING_LENGTH:
        return text, ErrorCode.INVALID_STRING_LENGTH
    result = allocate_string(length, width)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    charge_work(divide(length, UNITS_PER_FUEL))
    place: i64 = address(result) + DATA
    position = 0
    found = next_match(text, part, 0)
    while found >= 0:
        place = copy_part(text, position, found, place, width)
        place = copy_part(new, 0, new.length, place, width)
        position = found + part.length
        found = next_match(text, part, found + max(1, part.length)) if everywhere else -1
    copy_part(text, position, text.length, place, width)
    return result, Outcome.DONE


@kernel(cold=True)
def next_separator(text: StringObject, separator: StringObject, start: i64) -> i64:
    """Where the piece that begins at `start` ends; -1 when it is the last one."""
    if separator.length == 0:
        return start + 1 if start + 1 < text.length else -1
    return index_of(text, separator, start)


@kernel(cold=True)
def count_pieces(text: StringObject, separator: StringObject, limit: i64) -> i64:
    """Into how many pieces a text falls, counted up to a limit."""
    if text.length == 0 and separator.length == 0:
        return 0
    count = 0
    start = 0
    while count < limit:
        count += 1
        end = next_separator(text, separator, start)
        if end < 0:
            return count
        start = end + separator.length
    return count


@kernel(cold=True)
def split_into(array: ArrayObject, text: StringObject, separator: StringObject, limit: i64) -> i32:
    """Append the pieces of a text between separators to an array of strings: at most `limit`, all if it is below 0."""
    if any_null(text, separator) or address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    old = array.store
    count = count_pieces(text, separator, MAX_STRING_LENGTH if limit < 0 else limit)
    length = old.length + count
    if not has_room(store_size(Storage.REFERENCE, length) + count * (DATA + 8) + text.length * width_of(text)):
        return Outcome.NEED_MEMORY
    store = allocate_store(Storage.REFERENCE, length)
    copy_bytes(address(store) + DATA, address(old) + DATA, 4 * old.length)
    charge_work(count + divide(text.length, UNITS_PER_FUEL))
    fill_pieces(store, old.length, text, separator, length)
    store.length = length
    set_array_store(array, store)
    return Outcome.DONE


@kernel(cold=True)
def fill_pieces(store: Store, first: i64, text: StringObject, separator: StringObject, length: i64) -> None:
    """Make the pieces and put them into a store, from index `first` to before `length`; there is room for all."""
    start = 0
    for index in range(first, length):
        end = next_separator(text, separator, start)
        found, _ = piece(text, start, text.length if end < 0 else end)
        store_element_reference(store, index, address(found))
        start = end + separator.length
