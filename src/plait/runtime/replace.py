"""Replacing and splitting: strings made of the pieces between occurrences of another.

Both go through the text twice, to find out how much there will be and to make it, each in parts (`runtime/parts.py`).
"""

from __future__ import annotations

from plait.kernel import address, copy_bytes, divide, i32, i64, kernel, load_u8, size_of, store_u16
from plait.memory.allocator import align8, has_room
from plait.memory.barrier import set_array_store, store_element_reference
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, ArrayObject, Storage, Store, StringObject
from plait.runtime.array_parts import copy_elements, reserve
from plait.runtime.arrays import element_size, new_array, store_size
from plait.runtime.parts import (
    CURSOR_SIZE,
    MEASURING,
    PART,
    PROGRESS,
    WRITING,
    clear_progress,
    finish,
    pause,
    resume,
    third_reference,
)
from plait.runtime.search import FUEL_PER_STEP, NOWHERE, PAUSED, advance, begin_search
from plait.runtime.strings import MAX_STRING_LENGTH, allocate_string, any_null, unit_at, units_of, width_of
from plait.runtime.substrings import all_narrow, narrow_units, piece

STEPS_PER_MATCH = 11
STEPS_PER_PIECE = 16
UNITS_PER_STEP = 16
"""What an occurrence and a piece cost, and how many units are copied for a step, in steps of a search."""

DOLLAR = ord("$")
AMPERSAND = ord("&")
GRAVE = ord("`")
QUOTE = ord("'")


@kernel(cold=True)
def is_pattern(text: StringObject) -> bool:
    """Whether a replacement has something in it that JavaScript replaces in turn: `$$`, `$&` and so on."""
    charge_work(text.length)
    index = 0
    found = False
    while index < text.length - 1 and not found:
        if unit_at(text, index) == DOLLAR:
            unit = unit_at(text, index + 1)
            found = unit == DOLLAR or unit == AMPERSAND or unit == GRAVE or unit == QUOTE
        index += 1
    return found


@kernel(cold=True)
def begin(index: i64) -> None:
    """Begin looking for occurrences at an index."""
    PROGRESS.position = index
    begin_search(index)


@kernel(cold=True)
def next_match(text: StringObject, part: StringObject, budget: i64) -> tuple[i64, i64]:
    """Where the part is found next: the index, NOWHERE or PAUSED; and what is left of the budget of steps."""
    if part.length == 0:
        index = PROGRESS.index
        return (index if index <= text.length else NOWHERE), budget - STEPS_PER_MATCH
    if width_of(part) > width_of(text):
        return NOWHERE, budget
    found, left = advance(text, part, False, budget)
    return found, left - STEPS_PER_MATCH


@kernel(cold=True)
def pass_match(part: StringObject, found: i64) -> None:
    """Go on behind an occurrence: what has not been dealt with begins there."""
    begin_search(found + max(1, part.length))
    PROGRESS.position = found + part.length


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
def measure(text: StringObject, part: StringObject, new: StringObject, everywhere: bool) -> bool:
    """Go on finding out how long and wide the text is with occurrences replaced; whether all are found.

    `count` is how many there are.
    """
    left = PART
    while True:
        found, left = next_match(text, part, left)
        if found == PAUSED:
            charge_work(FUEL_PER_STEP * (PART - left))
            return False
        if found >= 0:
            PROGRESS.count = PROGRESS.count + 1
            PROGRESS.length = PROGRESS.length + new.length - part.length
            PROGRESS.width = max(PROGRESS.width, part_width(text, PROGRESS.position, found))
            pass_match(part, found)
        if found < 0 or not everywhere:
            PROGRESS.width = max(PROGRESS.width, part_width(text, PROGRESS.position, text.length))
            charge_work(FUEL_PER_STEP * (PART - left))
            return True
        if left <= 0:
            charge_work(FUEL_PER_STEP * (PART - left))
            return False


@kernel(cold=True)
def fill_replaced(
    text: StringObject, part: StringObject, new: StringObject, result: StringObject, everywhere: bool
) -> bool:
    """Go on writing the text with occurrences replaced; whether it is written. `place` counts from the first unit."""
    start = units_of(result)
    place: i64 = start + PROGRESS.place
    left = PART
    done = False
    paused = False
    while not done and not paused:
        found, left = next_match(text, part, left)
        if found >= 0:
            left -= divide(found - PROGRESS.position + new.length, UNITS_PER_STEP)
            place = copy_part(text, PROGRESS.position, found, place, width_of(result))
            place = copy_part(new, 0, new.length, place, width_of(result))
            pass_match(part, found)
        done = found == NOWHERE or (found >= 0 and not everywhere)
        paused = found == PAUSED or left <= 0
    if done:
        left -= divide(text.length - PROGRESS.position, UNITS_PER_STEP)
        copy_part(text, PROGRESS.position, text.length, place, width_of(result))
    PROGRESS.place = place - start
    charge_work(FUEL_PER_STEP * (PART - left))
    return done


@kernel(cold=True)
def replace_text(
    text: StringObject, part: StringObject, new: StringObject, everywhere: bool
) -> tuple[StringObject, i32]:
    """The text with the first occurrence of the part, or every one, replaced. UNFINISHED after a while.

    REPLACEMENT_PATTERN for a replacement that JavaScript would not take literally.
    """
    if any_null(text, part) or address(new) == 0:
        return text, ErrorCode.NULL_REFERENCE
    result = StringObject(0)
    if resume(address(text), address(part)):
        result = StringObject(third_reference())
    else:
        if is_pattern(new):
            return text, ErrorCode.REPLACEMENT_PATTERN
        clear_progress()
        PROGRESS.stage = MEASURING
        PROGRESS.length = text.length
        PROGRESS.width = width_of(new)
    if PROGRESS.stage == MEASURING:
        if not measure(text, part, new, everywhere):
            return text, pause(address(text), address(part), 0)
        length = PROGRESS.length
        if PROGRESS.count == 0 or length > MAX_STRING_LENGTH:
            finish()
            return text, (Outcome.DONE if PROGRESS.count == 0 else ErrorCode.INVALID_STRING_LENGTH)
        if not has_room(align8(DATA + length * PROGRESS.width) + CURSOR_SIZE):
            return text, Outcome.NEED_MEMORY
        result = allocate_string(length, PROGRESS.width)
        begin(0)
        PROGRESS.stage = WRITING
        PROGRESS.place = 0
    if not fill_replaced(text, part, new, result, everywhere):
        return text, pause(address(text), address(part), address(result))
    finish()
    return result, Outcome.DONE


@kernel(cold=True)
def count_pieces(text: StringObject, separator: StringObject, limit: i64) -> bool:
    """Go on counting into how many pieces a text falls, up to a limit; whether all are counted.

    `position` is where the next piece begins.
    """
    left = PART
    done = PROGRESS.count >= limit
    paused = False
    while not done and not paused:
        end, left = next_separator(text, separator, left)
        paused = end == PAUSED or left <= 0
        if end != PAUSED:
            PROGRESS.count = PROGRESS.count + 1
            done = end == NOWHERE or PROGRESS.count >= limit
    charge_work(FUEL_PER_STEP * (PART - left))
    return done


@kernel(cold=True)
def next_separator(text: StringObject, separator: StringObject, budget: i64) -> tuple[i64, i64]:
    """Where the piece at `position` ends: NOWHERE when it is the last one, or PAUSED; and what is left of the budget.

    Then the next piece, if there is one, is at `position`.
    """
    if separator.length == 0:
        end = PROGRESS.position + 1
        if end >= text.length:
            return NOWHERE, budget - 1
        PROGRESS.position = end
        return end, budget - 1
    found, left = next_match(text, separator, budget)
    if found >= 0:
        pass_match(separator, found)
    return found, left


@kernel(cold=True)
def fill_pieces(pieces: Store, text: StringObject, separator: StringObject) -> bool:
    """Go on making the pieces, for which there is room; whether all are made. `place` says how many are."""
    filled = PROGRESS.place
    left = PART
    while filled < PROGRESS.count and left > 0:
        start = PROGRESS.position
        end, left = next_separator(text, separator, left)
        if end != PAUSED:
            found, _ = piece(text, start, text.length if end == NOWHERE else end)
            store_element_reference(pieces, filled, address(found))
            filled += 1
            left -= STEPS_PER_PIECE
    pieces.length = filled
    PROGRESS.place = filled
    charge_work(FUEL_PER_STEP * (PART - left))
    return filled == PROGRESS.count


@kernel(cold=True)
def pieces_size(array: ArrayObject, text: StringObject) -> i64:
    """Bytes that the pieces which are not made yet take at most, with what it takes to append them."""
    strings = (PROGRESS.count - PROGRESS.place) * (DATA + 8) + (text.length - PROGRESS.position) * width_of(text)
    old = array.store
    grown = store_size(Storage.REFERENCE, 2 * old.capacity + PROGRESS.count) if old.length != 0 else 0
    return align8(strings) + grown + CURSOR_SIZE


@kernel(cold=True)
def append_pieces(array: ArrayObject, pieces: Store) -> i32:
    """Append the elements of a store to an array; to an empty one they are given as they are."""
    first = array.store.length
    if first == 0:
        set_array_store(array, pieces)
        return Outcome.DONE
    outcome = reserve(array, first + pieces.length)
    if outcome == Outcome.DONE:
        copy_elements(pieces, 0, array.store, first, pieces.length, element_size(Storage.REFERENCE))
        array.store.length = first + pieces.length
    return outcome


@kernel(cold=True)
def split_into(array: ArrayObject, text: StringObject, separator: StringObject, limit: i64) -> i32:
    """Append the pieces of a text between separators to an array of strings: at most `limit`, all if it is below 0.

    UNFINISHED after a while; the array has none of the pieces until it has all.
    """
    if any_null(text, separator) or address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    pieces = ArrayObject(0)
    if resume(address(text), address(separator)):
        pieces = ArrayObject(third_reference())
    else:
        clear_progress()
        PROGRESS.stage = MEASURING
        if (text.length == 0 and separator.length == 0) or limit == 0:
            return Outcome.DONE
    if PROGRESS.stage == MEASURING:
        if not count_pieces(text, separator, MAX_STRING_LENGTH if limit < 0 else limit):
            return pause(address(text), address(separator), 0)
        begin(0)
        size = size_of(ArrayObject) + store_size(Storage.REFERENCE, PROGRESS.count)
        if not has_room(size + pieces_size(array, text)):
            return Outcome.NEED_MEMORY
        pieces, _ = new_array(array.type_word, PROGRESS.count)
        PROGRESS.stage = WRITING
    elif not has_room(pieces_size(array, text)):
        return Outcome.NEED_MEMORY
    if not fill_pieces(pieces.store, text, separator):
        return pause(address(text), address(separator), address(pieces))
    outcome = append_pieces(array, pieces.store)
    if outcome == Outcome.DONE:
        finish()
    return outcome
