"""Matching: the code of a pattern on a text, in parts (`runtime/parts.py`), with its choices on a stack in the heap.

A choice is taken back when a step fails: then the last one decides. Registers that are changed while there are choices
leave their old values among them. Kernels that take a `width` are made for each width of a unit.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, i64, kernel, load_i32, load_u8, load_u32, shift_right, store_i32
from plait.memory.layouts import MATHEMATICS_OFFSET
from plait.runtime.regexp_case import is_same
from plait.runtime.regexp_code import (
    CHOICE_SIZE,
    SET_COUNT,
    SET_END,
    SET_WORDS,
)
from plait.runtime.regexp_source import is_high, is_low, joined
from plait.runtime.strings import load_unit

NARROW = 256
CHUNK = 1 << 12
"""How many units a loop goes over before it looks whether a part is over."""


class Status(IntEnum):
    """How running the code has ended."""

    MATCHED = 0
    FAILED = 1
    PAUSED = 2
    FULL = 3
    """The stack is too small: `needed` bytes more are needed."""


class Matching(Struct):
    """Where matching stands when it does not run: the place in the text, that in the code, and the end of the stack,
    both counted from where these begin. `begun` is where a loop began that is not over (-1: there is none), `turns` how
    often it has gone on. `left` is how many steps this part may still take. If the match fails, none begins before
    `leap`.
    """

    start: i64
    position: i64
    place: i64
    top: i64
    begun: i64
    turns: i64
    left: i64
    needed: i64
    leap: i64


MATCHING = Matching(MATHEMATICS_OFFSET + 0x200)


@kernel(inline=True)
def in_set(set_: i64, unit: i64) -> bool:
    """Whether a code point is in a set, which stands at a place."""
    if unit < NARROW:
        return shift_right(load_u8(set_ + shift_right(unit, 3)), unit & 7) & 1 != 0
    return in_ranges(set_, unit)


@kernel
def in_ranges(set_: i64, point: i64) -> bool:
    """Whether a code point from 256 on is in a set."""
    count = load_i32(set_ + SET_COUNT)
    if count <= 0:
        return count < 0
    ranges = set_ + 4 * SET_WORDS
    low: i64 = 0
    high: i64 = count
    while low < high:
        middle = shift_right(low + high, 1)
        if load_u32(ranges + 8 * middle + 4) < point:
            low = middle + 1
        else:
            high = middle
    return low < count and load_u32(ranges + 8 * low) <= point


@kernel(inline=True)
def can_come(set_: i64, units: i64, width: i64, position: i64, length: i64) -> bool:
    """Whether what stands at a position, a unit or the end, is in a set of units that can come next."""
    if position >= length:
        return load_i32(set_ + SET_END) != 0
    return in_set(set_, load_unit(units, width, position))


@kernel(inline=True)
def is_line_end(unit: i64) -> bool:
    """Whether a unit ends a line."""
    return unit == 10 or unit == 13 or unit == 0x2028 or unit == 0x2029


@kernel
def point_at(units: i64, position: i64, length: i64) -> i64:
    """The code point that begins at a position, of units of two bytes."""
    unit = load_unit(units, 2, position)
    if is_high(unit) and position + 1 < length and is_low(load_unit(units, 2, position + 1)):
        return joined(unit, load_unit(units, 2, position + 1))
    return unit


@kernel
def point_before(units: i64, position: i64) -> i64:
    """The code point that ends at a position, of units of two bytes."""
    unit = load_unit(units, 2, position - 1)
    if is_low(unit) and position > 1 and is_high(load_unit(units, 2, position - 2)):
        return joined(load_unit(units, 2, position - 2), unit)
    return unit


@kernel(inline=True)
def units_of_point(point: i64) -> i64:
    """How many units a code point takes."""
    return 2 if point > 0xFFFF else 1


@kernel(inline=True)
def step_back(units: i64, width: i64, position: i64, least: i64, by_points: bool) -> i64:
    """The position before a step that has led to one, not before `least`."""
    if width == 2 and by_points and position - 2 >= least and units_of_point(point_before(units, position)) == 2:
        return position - 2
    return position - 1


@kernel(inline=True)
def steps_over(count: i64, width: i64) -> i64:
    """How many steps it is to look for so many units in a set: wide ones are looked for in its ranges."""
    return count if width == 2 else shift_right(count, 2)


@kernel(inline=True)
def run_of_units(units: i64, width: i64, set_: i64, position: i64, end: i64) -> i64:
    """The first position from one on, at `end` at the latest, where no unit of a set stands."""
    place = position
    while place < end and in_set(set_, load_unit(units, width, place)):
        place += 1
    return place


@kernel(inline=True)
def is_boundary(set_: i64, units: i64, width: i64, position: i64, length: i64) -> bool:
    """Whether a word begins or ends at a position."""
    before = position > 0 and in_set(set_, load_unit(units, width, position - 1))
    behind = position < length and in_set(set_, load_unit(units, width, position))
    return before != behind


@kernel
def push_choice(top: i64, what: i64, position: i64, more: i64) -> i64:
    """Put a choice onto the stack, which has room; its new end."""
    store_i32(top, what)
    store_i32(top + 4, position)
    store_i32(top + 8, more)
    return top + CHOICE_SIZE


@kernel(inline=True)
def set_register(registers: i64, number: i64, value: i64, stack: i64, top: i64) -> i64:
    """Change a register, and keep its old value if there are choices; the new end of the stack."""
    place = registers + 4 * number
    end = top
    if top != stack:
        store_i32(top, -1 - number)
        store_i32(top + 4, load_i32(place))
        end = top + CHOICE_SIZE
    store_i32(place, value)
    return end


@kernel
def restore(registers: i64, from_top: i64, bottom: i64) -> None:
    """Give registers the values back that they had when the stack ended lower."""
    top: i64 = from_top
    while top > bottom:
        top -= CHOICE_SIZE
        what = load_i32(top)
        if what < 0:
            store_i32(registers - 4 * (what + 1), load_i32(top + 4))


@kernel
def drop_choices(from_top: i64, bottom: i64, stack: i64) -> i64:
    """Drop choices from the end of the stack down to where it ended once, but no old values; its new end."""
    if bottom == stack:
        return stack
    place = bottom
    kept = bottom
    while place < from_top:
        if load_i32(place) < 0:
            store_i32(kept, load_i32(place))
            store_i32(kept + 4, load_i32(place + 4))
            kept += CHOICE_SIZE
        place += CHOICE_SIZE
    return kept


@kernel
def save(position: i64, place: i64, top: i64, left: i64, needed: i64) -> None:
    """Keep where matching stands."""
    MATCHING.position = position
    MATCHING.place = place
    MATCHING.top = top
    MATCHING.left = left
    MATCHING.needed = needed
    MATCHING.begun = -1
    MATCHING.turns = 0


@kernel
def same_units(units: i64, width: i64, a: i64, b: i64, count: i64) -> bool:
    """Whether the same units stand at two positions."""
    index = 0
    while index < count and load_unit(units, width, a + index) == load_unit(units, width, b + index):
        index += 1
    return index == count


@kernel
def same_in_any_case(units: i64, width: i64, a: i64, b: i64, count: i64, by_points: bool) -> bool:
    """Whether units at two positions are the same when case is ignored."""
    index = 0
    is_equal = True
    while index < count and is_equal:
        first = load_unit(units, width, a + index)
        second = load_unit(units, width, b + index)
        if by_points and width == 2:
            first = point_at(units, a + index, a + count)
            second = point_at(units, b + index, b + count)
        is_equal = is_same(by_points, first, second)
        index += units_of_point(first)
    return is_equal


@kernel(inline=True)
def refer(
    registers: i64, place: i64, units: i64, width: i64, position: i64, length: i64, backwards: bool, any_case: bool
) -> i64:
    """The position behind what a group has matched, if that stands at a position (or before it); -1 if not."""
    group = load_i32(place + 4)
    start = load_i32(registers + 8 * group)
    end = load_i32(registers + 8 * group + 4)
    if start < 0 or end < 0:
        return position
    count = end - start
    first = position - count if backwards else position
    if first < 0 or first + count > length:
        return -1
    if any_case:
        is_there = same_in_any_case(units, width, start, first, count, load_i32(place + 8) != 0)
    else:
        is_there = same_units(units, width, start, first, count)
    if not is_there:
        return -1
    return first if backwards else first + count
