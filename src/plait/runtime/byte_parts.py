"""Work on the bytes of buffers and the elements of views in parts: copying, converting, filling, searching.

Between two parts others may have had their turn: how far a buffer or view goes is asked for anew in each. Whether there
is room to keep the progress is asked before a part, so that none is done twice.
"""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    address,
    copy_bytes,
    divide,
    fill_bytes,
    i32,
    i64,
    is_nan,
    kernel,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    shift_left,
    shift_right,
    store_i64,
    u8,
)
from plait.memory.allocator import has_room
from plait.memory.bigint_layouts import BigObject
from plait.memory.byte_layouts import BufferObject, Element, ViewObject
from plait.memory.errors import Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import CONTEXT, MATHEMATICS_OFFSET
from plait.runtime.bigints import is_bigint, is_negative
from plait.runtime.byte_buffers import SHIFTS, buffer_bytes, place_of_element, view_length
from plait.runtime.byte_elements import is_big, number_at, put_number, put_word
from plait.runtime.dynamic import is_int64, is_long, is_number, number_of
from plait.runtime.parts import CURSOR_SIZE, PROGRESS, clear_progress, finish, pause, resume

BYTES_PER_PART = 1 << 22
"""How many bytes are copied or filled in a part."""

CONVERTED_PER_PART = 1 << 17
SEARCHED_PER_PART = 1 << 20

BLOCK = 1 << 12
"""How many bytes are copied at once where the same ones are written again and again."""

FUEL_OF_FILL = 12
"""What it costs beside the bytes."""

COSTS = ConstantTable(u8, [3, 3, 3, 3, 3, 3, 3, 4, 4, 3, 2, 2])
"""Of each `Element` the fuel for converting one from it or to it."""

WANTED = MATHEMATICS_OFFSET + 0x100
"""Where the element stands that is looked for: behind the progress of parts."""

SIGN_OF_HALF = 0x8000
SIGN_OF_SINGLE = 0x80000000
SIGN_OF_DOUBLE = -(1 << 63)
ALL = -1


@kernel
def begun(first: i64, second: i64) -> i64:
    """How much of the work on two references the current task has done in earlier parts."""
    return PROGRESS.index if resume(first, second) else 0


@kernel(inline=True)
def can_pause() -> bool:
    """Whether there is room to keep the progress."""
    return address(CONTEXT.current_task.cursor) != 0 or has_room(CURSOR_SIZE)


@kernel
def paused(first: i64, second: i64, done: i64) -> i32:
    """Keep that so much of the work has been done."""
    clear_progress()
    PROGRESS.index = done
    return pause(first, second, 0)


@kernel
def copy_between(target: BufferObject, to: i64, source: BufferObject, start: i64, count: i64) -> i32:
    """Copy bytes from buffer to buffer, as many as there are."""
    done = begun(address(target), address(source))
    rest = min(count, min(source.length - start, target.length - to)) - done
    part = min(rest, BYTES_PER_PART)
    if part < rest and not can_pause():
        return Outcome.NEED_MEMORY
    if part > 0:
        # No byte is to be written over before it has been read: where the goal is behind, the last ones come first.
        place = rest - part if address(target) == address(source) and to > start else done
        copy_bytes(buffer_bytes(target) + to + place, buffer_bytes(source) + start + place, part)
        charge_work(divide(part, BYTES_PER_FUEL))
    if part < rest:
        return paused(address(target), address(source), done + part)
    finish()
    return Outcome.DONE


@kernel
def convert_elements(target: ViewObject, to: i64, source: ViewObject, start: i64, count: i64) -> i32:
    """Set elements of a view to those of another of a different kind, as many as there are."""
    if is_big(target.element) != is_big(source.element):
        return Outcome.DONE
    done = begun(address(target), address(source))
    rest = min(count, min(view_length(source) - start, view_length(target) - to)) - done
    part = min(rest, CONVERTED_PER_PART)
    if part < rest and not can_pause():
        return Outcome.NEED_MEMORY
    if part > 0:
        convert_part(place_of_element(target, to + done), target.element, source, start + done, part)
    if part < rest:
        return paused(address(target), address(source), done + part)
    finish()
    return Outcome.DONE


@kernel
def convert_part(goal: i64, element: i64, source: ViewObject, start: i64, count: i64) -> None:
    """Write so many elements of a view, from one on, at a place as others."""
    size = shift_left(1, SHIFTS[source.element])
    step = shift_left(1, SHIFTS[element])
    place = place_of_element(source, start)
    for index in range(count):
        if is_big(element):
            store_i64(goal + step * index, load_i64(place + size * index))
        else:
            put_number(goal + step * index, element, number_at(place + size * index, source.element))
    charge_work(count * (COSTS[source.element] + COSTS[element]))


@kernel
def fill_elements(view: ViewObject, word: i64, start: i64, end: i64) -> i32:
    """Set the elements from `start` to before `end`, of those that there are, to a number or a bigint; nothing if they
    cannot be that.
    """
    done = begun(address(view), 0)
    first = start + done
    rest = min(end, view_length(view)) - first
    shift: i64 = SHIFTS[view.element]
    part = min(rest, shift_right(BYTES_PER_PART, shift))
    if part < rest and not can_pause():
        return Outcome.NEED_MEMORY
    if part > 0 and put_word(place_of_element(view, first), view.element, word):
        repeat_bytes(place_of_element(view, first), shift_left(1, shift), shift_left(part, shift))
        if part < rest:
            return paused(address(view), 0, done + part)
    finish()
    return Outcome.DONE


@kernel
def repeat_bytes(place: i64, size: i64, total: i64) -> None:
    """Write the `size` bytes at a place again and again behind it, until there are so many."""
    charge_work(FUEL_OF_FILL + divide(total, BYTES_PER_FUEL))
    if size == 1:
        fill_bytes(place, load_u8(place), total)
        return
    filled = size
    while filled < total:
        count = min(min(filled, BLOCK), total - filled)
        copy_bytes(place + filled, place, count)
        filled += count


@kernel
def find_element(view: ViewObject, word: i64, start: i64) -> tuple[i64, i32]:
    """The first index from `start` on at which a number or a bigint stands; -1 when it does nowhere."""
    first = start + begun(address(view), 0)
    length = view_length(view)
    if first >= length or not put_wanted(view.element, word):
        finish()
        return -1, Outcome.DONE
    part = min(length - first, SEARCHED_PER_PART)
    is_last = first + part == length
    if not is_last and not can_pause():
        return -1, Outcome.NEED_MEMORY
    place = place_of_element(view, first)
    index = find_bits(place, SHIFTS[view.element], part, mask_of(view.element))
    charge_work(index)
    if index == part and not is_last:
        return -1, paused(address(view), 0, first + part - start)
    finish()
    return (first + index if index < part else -1), Outcome.DONE


@kernel
def put_wanted(element: i64, word: i64) -> bool:
    """Write what is looked for as an element; False when none can be equal to it."""
    if is_big(element):
        is_signed = element == Element.BIG_INT64
        fits = is_int64(word) if is_signed else is_bigint(word) and not is_negative(word)
        return fits and not (is_long(word) and BigObject(word).length > 1) and put_word(WANTED, element, word)
    if not is_number(word) or is_nan(number_of(word)):
        return False
    put_number(WANTED, element, number_of(word))
    return number_at(WANTED, element) == number_of(word)


@kernel
def mask_of(element: i64) -> i64:
    """The bits by which elements are equal to the one looked for: all, but for the sign of the two zeros of floats."""
    match element:
        case Element.FLOAT16:
            return ~SIGN_OF_HALF if load_u16(WANTED) & ~SIGN_OF_HALF == 0 else ALL
        case Element.FLOAT32:
            return ~SIGN_OF_SINGLE if load_u32(WANTED) & ~SIGN_OF_SINGLE == 0 else ALL
        case Element.FLOAT64:
            return ~SIGN_OF_DOUBLE if load_i64(WANTED) & ~SIGN_OF_DOUBLE == 0 else ALL
        case _:
            return ALL


@kernel
def find_bits(place: i64, shift: i64, count: i64, mask: i64) -> i64:
    """The first of so many elements that has the bits looked for; their count if none has."""
    index = 0
    match shift:
        case 0:
            byte = load_u8(WANTED)
            while index < count and load_u8(place + index) != byte:
                index += 1
        case 1:
            half = load_u16(WANTED) & mask
            while index < count and load_u16(place + 2 * index) & mask != half:
                index += 1
        case 2:
            single = load_u32(WANTED) & mask
            while index < count and load_u32(place + 4 * index) & mask != single:
                index += 1
        case _:
            double = load_i64(WANTED) & mask
            while index < count and load_i64(place + 8 * index) & mask != double:
                index += 1
    return index
