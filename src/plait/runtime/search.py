"""Finding strings in strings, in time that grows with the lengths of both.

A search begins by looking for the first unit of the part and comparing what follows it. When that compares much more
than it gets ahead, the two-way algorithm takes over where it stands: M. Crochemore, D. Perrin, "Two-way
string-matching", Journal of the ACM 38 (1991), 651-675. It needs no memory beside some numbers, so that a search can
stop at any time and go on later (`runtime/parts.py`).

A search backwards is one of the reversed part in the reversed text; all indices of its progress count from the end.
"""

from __future__ import annotations

from plait.kernel import address, bool_to_i32, compare_bytes, divide, i32, i64, kernel, load_u8, load_u16
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime.parts import PART, PROGRESS, clear_progress, finish, pause, resume
from plait.runtime.strings import UNITS_PER_FUEL, load_unit, unit_at, units_of, width_of

NOWHERE = -1
PAUSED = -2

FUEL_PER_STEP = 4

RESUMED = PART >> 4
"""Searches in shorter texts end within a part: they take less than 16 steps for each unit."""

SCAN = 0
"""The phases of a search: looking for the first unit;"""
SMALLER = 1
GREATER = 2
"""finding the maximal suffix of the part in one order of units, and in the other;"""
PERIOD = 3
"""finding whether the part repeats itself;"""
RIGHT = 4
LEFT = 5
"""comparing the part behind the critical position, and before it."""

BLOCK = 32
"""How many units are looked at at once for the first one."""

PATIENCE = 8
"""How many units may be compared for each that the search gets ahead."""

FIRST_SPENT = 1024
"""How many units more may be compared."""

SHORT = 64
"""How many units are compared one by one, before blocks of them are."""

LONG = 1 << 16
"""No longer parts are compared at once."""


@kernel(inline=True)
def start_of(text: StringObject, backward: bool) -> i64:
    """The place of the unit at index 0."""
    if backward:
        return units_of(text) + (text.length - 1) * width_of(text)
    return units_of(text)


@kernel
def matches_at(text: StringObject, index: i64, part: StringObject) -> bool:
    """Whether the units from an index on are those of the part, which must end inside the text."""
    width = width_of(text)
    if width == width_of(part):
        return compare_bytes(units_of(text) + index * width, units_of(part), part.length * width)
    offset = 0
    while offset < part.length and unit_at(text, index + offset) == unit_at(part, offset):
        offset += 1
    return offset == part.length


@kernel
def any_narrow_in_block(place: i64, unit: i64) -> bool:
    """Whether a unit is among the units of a block of one byte each."""
    found: i32 = 0
    for offset in range(BLOCK):
        found |= bool_to_i32(load_u8(place + offset) == unit)
    return found != 0


@kernel
def any_wide_in_block(place: i64, unit: i64) -> bool:
    """Whether a unit is among the units of a block of two bytes each."""
    found: i32 = 0
    for offset in range(BLOCK):
        found |= bool_to_i32(load_u16(place + 2 * offset) == unit)
    return found != 0


@kernel
def next_unit(start: i64, step: i64, width: i64, unit: i64, first: i64, end: i64) -> i64:
    """The first index from `first` to before `end` where a unit stands; `end` if there is none.

    Index 0 is at the place `start`, the others `step` bytes (the width, or less that) apart.
    """
    index = first
    # A block backwards begins at its last unit.
    back = (1 - BLOCK) * width if step < 0 else 0
    while index + BLOCK <= end:
        place = start + index * step + back
        if width == 1:
            if any_narrow_in_block(place, unit):
                break
        elif any_wide_in_block(place, unit):
            break
        index += BLOCK
    while index < end and load_unit(start + index * step, width, 0) != unit:
        index += 1
    return index


@kernel
def begin_search(index: i64) -> None:
    """Begin a search at an index."""
    PROGRESS.phase = SCAN
    PROGRESS.index = index
    PROGRESS.spent = 0


@kernel
def prefix_at(text: StringObject, part: StringObject, index: i64, backward: bool) -> i64:
    """How many units of the part, of the first ones, stand at an index, or a guess that is less; its length for all.

    NOWHERE when the part is too long to find out.
    """
    here = start_of(text, backward)
    there = start_of(part, backward)
    width = width_of(text)
    part_width = width_of(part)
    step = -width if backward else width
    part_step = -part_width if backward else part_width
    here += index * step
    limit = min(part.length, SHORT)
    matched = 1
    while matched < limit and load_unit(here + matched * step, width, 0) == load_unit(
        there + matched * part_step, part_width, 0
    ):
        matched += 1
    rest = part.length - matched
    if matched < SHORT or rest == 0:
        return matched
    if rest > LONG or width != part_width:
        return NOWHERE
    back = (part.length - 1) * part_width if backward else 0
    equal = compare_bytes(here - back, there - back, part.length * part_width)
    return part.length if equal else matched + divide(rest, 2)


@kernel
def scan(text: StringObject, part: StringObject, backward: bool, budget: i64) -> tuple[i64, i64]:
    """Search from unit to unit; where, NOWHERE or PAUSED, and what is left of the budget.

    PAUSED with something left says that the phase is over.
    """
    start = start_of(text, backward)
    step = -width_of(text) if backward else width_of(text)
    unit = load_unit(start_of(part, backward), width_of(part), 0)
    end = text.length - part.length + 1
    index = PROGRESS.index
    spent = PROGRESS.spent
    left = budget
    while index < end:
        stop = min(end, index + BLOCK + PATIENCE * left)
        following = next_unit(start, step, width_of(text), unit, index, stop)
        left -= 1 + divide(following - index, PATIENCE)
        spent = max(0, spent - PATIENCE * (following - index))
        index = following
        if index == end:
            return NOWHERE, left
        if index < stop:
            matched = prefix_at(text, part, index, backward)
            if matched == part.length:
                return index, left - divide(matched, PATIENCE)
            if matched >= 0:
                left -= 1 + matched
                spent += matched - PATIENCE
                index += 1
            if matched < 0 or spent > FIRST_SPENT:
                PROGRESS.phase = SMALLER
                PROGRESS.suffix = 0
                PROGRESS.j = 0
                PROGRESS.k = 1
                PROGRESS.period = 1
                PROGRESS.index = index
                return PAUSED, left
        if left <= 0:
            PROGRESS.index = index
            PROGRESS.spent = max(0, spent)
            return PAUSED, 0
    return NOWHERE, left


@kernel
def maximal_suffix(part: StringObject, backward: bool, budget: i64) -> i64:
    """Go on finding the maximal suffix: where it begins, `suffix`, and its period. Gives what is left of the budget;
    if that is nothing, it is not found yet.
    """
    start = start_of(part, backward)
    width = width_of(part)
    step = -width if backward else width
    smaller = PROGRESS.phase == SMALLER
    suffix = PROGRESS.suffix
    period = PROGRESS.period
    j = PROGRESS.j
    k = PROGRESS.k
    left = budget
    while j + k < part.length and left > 0:
        left -= 1
        a = load_unit(start + (j + k) * step, width, 0)
        b = load_unit(start + (suffix - 1 + k) * step, width, 0)
        if a == b:
            if k == period:
                j += period
                k = 1
            else:
                k += 1
        elif (a < b) == smaller:
            j += k
            k = 1
            period = j - suffix + 1
        else:
            j += 1
            suffix = j
            k = 1
            period = 1
    PROGRESS.suffix = suffix
    PROGRESS.period = period
    PROGRESS.j = j
    PROGRESS.k = k
    return left


@kernel
def factorise(part: StringObject, backward: bool, budget: i64) -> i64:
    """Go on finding the critical position of the part and its period; what is left of the budget."""
    left = budget
    if PROGRESS.phase == SMALLER:
        left = maximal_suffix(part, backward, left)
        if left <= 0:
            return 0
        PROGRESS.critical = PROGRESS.suffix
        PROGRESS.other_period = PROGRESS.period
        PROGRESS.suffix = 0
        PROGRESS.j = 0
        PROGRESS.k = 1
        PROGRESS.period = 1
        PROGRESS.phase = GREATER
    if PROGRESS.phase == GREATER:
        left = maximal_suffix(part, backward, left)
        if left <= 0:
            return 0
        if PROGRESS.suffix < PROGRESS.critical:
            PROGRESS.period = PROGRESS.other_period
        else:
            PROGRESS.critical = PROGRESS.suffix
        PROGRESS.compared = 0
        PROGRESS.phase = PERIOD
    start = start_of(part, backward)
    width = width_of(part)
    step = -width if backward else width
    critical = PROGRESS.critical
    period = PROGRESS.period
    compared = PROGRESS.compared
    while (
        compared < critical
        and left > 0
        and load_unit(start + compared * step, width, 0) == load_unit(start + (compared + period) * step, width, 0)
    ):
        compared += 1
        left -= 1
    if left <= 0:
        PROGRESS.compared = compared
        return 0
    PROGRESS.flag = 1 if compared == critical else 0
    if compared != critical:
        PROGRESS.period = max(critical, part.length - critical) + 1
    PROGRESS.memory = 0
    PROGRESS.compared = critical
    PROGRESS.phase = RIGHT
    return left


@kernel
def two_way(text: StringObject, part: StringObject, backward: bool, budget: i64) -> tuple[i64, i64]:
    """Search by the critical position; where, NOWHERE or PAUSED, and what is left of the budget.

    `compared` is how far the comparison at the index is; `memory`, how many of the first units are known to match.
    """
    start = start_of(text, backward)
    width = width_of(text)
    part_width = width_of(part)
    step = -width if backward else width
    part_start = start_of(part, backward)
    part_step = -part_width if backward else part_width
    critical = PROGRESS.critical
    period = PROGRESS.period
    memory = PROGRESS.memory
    index = PROGRESS.index
    compared = PROGRESS.compared
    in_right = PROGRESS.phase == RIGHT
    left = budget
    end = text.length - part.length + 1
    while index < end:
        here = start + index * step
        if in_right:
            while (
                compared < part.length
                and left > 0
                and load_unit(here + compared * step, width, 0)
                == load_unit(part_start + compared * part_step, part_width, 0)
            ):
                compared += 1
                left -= 1
            if left > 0:
                if compared < part.length:
                    index += compared - critical + 1
                    memory = 0
                    compared = critical
                    left -= 1
                else:
                    in_right = False
                    compared = critical
        else:
            while (
                compared > memory
                and left > 0
                and load_unit(here + (compared - 1) * step, width, 0)
                == load_unit(part_start + (compared - 1) * part_step, part_width, 0)
            ):
                compared -= 1
                left -= 1
            if left > 0:
                if compared <= memory:
                    return index, left
                index += period
                memory = part.length - period if PROGRESS.flag != 0 else 0
                compared = max(critical, memory)
                in_right = True
                left -= 1
        if left <= 0:
            PROGRESS.index = index
            PROGRESS.memory = memory
            PROGRESS.compared = compared
            PROGRESS.phase = RIGHT if in_right else LEFT
            return PAUSED, 0
    return NOWHERE, left


@kernel
def advance(text: StringObject, part: StringObject, backward: bool, budget: i64) -> tuple[i64, i64]:
    """Go on with a search that has begun; where the part (not empty) is found, NOWHERE or PAUSED.

    Also gives what is left of the budget of steps; nothing when it has been PAUSED.
    """
    left = budget
    if PROGRESS.phase == SCAN:
        found, left = scan(text, part, backward, left)
        if found != PAUSED or left <= 0:
            return found, left
    if PROGRESS.phase < RIGHT:
        left = factorise(part, backward, left)
        if left <= 0:
            return PAUSED, 0
    found, left = two_way(text, part, backward, left)
    return found, left


@kernel
def find(text: StringObject, part: StringObject, first: i64, backward: bool) -> tuple[i64, i32]:
    """Where the part is found from an index on, forwards or backwards; -1 if nowhere. UNFINISHED after a while."""
    if part.length == 0:
        return first, Outcome.DONE
    room = text.length - part.length
    if room < 0 or width_of(part) > width_of(text):
        return NOWHERE, Outcome.DONE
    is_long = text.length >= RESUMED
    if not (is_long and resume(address(text), address(part))):
        if is_long:
            clear_progress()
        begin_search(room - min(first, room) if backward else first)
    found, left = advance(text, part, backward, PART)
    charge_work(FUEL_PER_STEP * (PART - left))
    if found == PAUSED:
        return NOWHERE, pause(address(text), address(part), 0)
    if is_long:
        finish()
    return room - found if backward and found >= 0 else found, Outcome.DONE


@kernel
def occurs_at(text: StringObject, part: StringObject, index: i64) -> bool:
    """Whether the part stands at an index, which may be anywhere."""
    if index < 0 or index + part.length > text.length:
        return False
    charge_work(divide(part.length, UNITS_PER_FUEL) if width_of(text) == width_of(part) else part.length)
    return matches_at(text, index, part)
