"""Finding where a pattern matches: which starts are tried, and matching in parts."""

from __future__ import annotations

from plait.kernel import (
    address,
    bits_of,
    copy_bytes,
    fill_bytes,
    i32,
    i64,
    kernel,
    load_i32,
    load_u8,
    load_u16,
    shift_right,
    store_i32,
    store_i64,
    to_f64,
)
from plait.memory.allocator import align8, allocate
from plait.memory.barrier import store_element_word
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, FIRST_NUMBER, ArrayObject, Kind, Store, StringObject
from plait.memory.pattern_layouts import PatternObject
from plait.runtime.array_parts import reserve
from plait.runtime.parts import PART, PROGRESS, clear_progress, finish, pause, resume, third_reference
from plait.runtime.regexp_code import LEAP_ENTRIES, PatternProgram, Scan
from plait.runtime.regexp_matcher import MATCHING, Status, in_set, is_boundary, steps_over
from plait.runtime.regexp_run import run_narrow, run_wide
from plait.runtime.regexp_source import is_high, is_low
from plait.runtime.search import next_unit
from plait.runtime.strings import load_unit, units_of, width_of

FUEL_PER_STEP = 4
"""A step is an operation of the code, a choice taken back, or some units that a loop goes over."""

STEPS = PART >> 2
"""How many steps a part takes."""

STEPS_TO_BEGIN = 4

SCANNED = 1 << 16
"""How many units are looked at before the steps are counted."""

FIRST_STACK = 480
MOST_STACK = 64 << 20
"""Bytes of the stack of choices: at first, and at most, as in V8."""

FEW_REGISTERS = 4

NOWHERE = -1
PAUSED = -2

BIAS = 1 << 32
"""Added to numbers that can be below 0."""

MOST_KEPT = 1 << 16
"""How large a store is kept for the next match."""

STARTING = 0
RUNNING = 1
"""Stages of a match: looking for where it can begin, and running from a start."""


@kernel
def next_start(program: PatternProgram, text: StringObject, first: i64) -> i64:
    """The first position from one on where a match can begin; NOWHERE if there is none, or PAUSED with the position
    that has been reached in `MATCHING`.
    """
    units = units_of(text)
    width = width_of(text)
    last = text.length - program.least
    start: i64 = first
    if program.by_points != 0 and width == 2:
        start = whole_point(units, text.length, start)
    if start > last:
        return NOWHERE
    if program.scan == Scan.START:
        return start if start == 0 else NOWHERE
    if program.scan == Scan.ANYWHERE:
        return start
    while start <= last and MATCHING.left > 0:
        stop: i64 = min(last + 1, start + SCANNED)
        found = start
        if program.scan == Scan.UNIT:
            found = next_unit(units, width, width, program.scanned, start, stop)
        elif program.ahead != 0:
            distance = program.ahead
            found = next_unit(units, width, width, program.ahead_unit, start + distance, stop + distance) - distance
        elif program.leaps != 0:
            found = next_by_leaps(program, units, width, start, stop)
        else:
            found = next_of_set(address(program) + program.scanned, units, width, start, stop)
            MATCHING.left = MATCHING.left - steps_over(found - start, width)
        MATCHING.left = MATCHING.left - 1 - shift_right(found - start, 3)
        if found < stop:
            is_whole = program.by_points == 0 or width == 1 or whole_point(units, text.length, found) == found
            if is_whole and can_begin(program, units, width, found, text.length):
                return found
            found += 1
        start = found
    MATCHING.start = start
    return NOWHERE if start > last else PAUSED


@kernel(inline=True)
def can_begin(program: PatternProgram, units: i64, width: i64, position: i64, length: i64) -> bool:
    """Whether a match can begin at a position, as far as scanning has not looked at that."""
    is_scanned = program.ahead == 0 and program.leaps == 0
    if not is_scanned and not in_set(address(program) + program.scanned, load_unit(units, width, position)):
        return False
    boundary = program.boundary
    return boundary == 0 or is_boundary(address(program) + boundary, units, width, position, length)


@kernel
def whole_point(units: i64, length: i64, position: i64) -> i64:
    """A position, or the next one if that is within a surrogate pair."""
    is_inside = position > 0 and position < length and is_low(load_u16(units + 2 * position))
    return position + 1 if is_inside and is_high(load_u16(units + 2 * position - 2)) else position


@kernel
def next_of_set(set_: i64, units: i64, width: i64, first: i64, end: i64) -> i64:
    """The first position from one on where a unit of a set stands; `end` if there is none."""
    position: i64 = first
    if width == 1:
        while position < end and not in_set(set_, load_u8(units + position)):
            position += 1
    else:
        while position < end and not in_set(set_, load_u16(units + 2 * position)):
            position += 1
    return position


@kernel
def next_by_leaps(program: PatternProgram, units: i64, width: i64, first: i64, end: i64) -> i64:
    """The first position from one on where a match may begin by the table of leaps; `end` if there is none."""
    table = address(program) + program.leaps
    distance = program.reach - 1
    place: i64 = first + distance
    looks: i64 = 0
    leap: i64 = 1
    while place < end + distance and leap != 0:
        leap = load_u8(table + min(load_unit(units, width, place), LEAP_ENTRIES - 1))
        place += leap
        looks += 1
    MATCHING.left = MATCHING.left - 1 - shift_right(looks, 2)
    return min(place - distance, end)


@kernel
def state_of(program: PatternProgram, room: i64) -> Store:
    """A store for registers and choices; null when memory is out."""
    size = align8(DATA + 4 * program.registers + room)
    state = Store(allocate(Kind.STORE, size))
    if address(state) != 0:
        state.length = 0
        state.capacity = shift_right(size - DATA, 2)
    return state


@kernel
def run_from(program: PatternProgram, text: StringObject, state: Store) -> i64:
    """Run the code from where matching stands; a `Status`."""
    registers = address(state) + DATA
    stack = registers + 4 * program.registers
    limit = address(state) + state.size
    if width_of(text) == 1:
        return run_narrow(address(program), units_of(text), text.length, registers, stack, limit)
    return run_wide(address(program), units_of(text), text.length, registers, stack, limit)


@kernel
def begin_looking(start: i64) -> None:
    """Let matching look for a start from a position on. What is kept of it later are numbers from the first."""
    MATCHING.start = start
    MATCHING.position = start
    MATCHING.place = 0
    MATCHING.top = 0
    MATCHING.begun = -1
    MATCHING.turns = 0
    MATCHING.left = STEPS
    MATCHING.needed = 0
    MATCHING.leap = 0


@kernel
def begin_run(program: PatternProgram, state: Store, start: i64) -> None:
    """Let matching stand at a start."""
    registers = address(state) + DATA
    # Behind a few registers stands what is not in use yet.
    store_i64(registers, -1)
    store_i64(registers + 8, -1)
    if program.registers > FEW_REGISTERS:
        fill_bytes(registers, 0xFF, 4 * program.registers)
    store_i32(registers, start)
    MATCHING.left = MATCHING.left - STEPS_TO_BEGIN - shift_right(program.registers, 4)
    MATCHING.start = start
    MATCHING.position = start
    MATCHING.place = program.code
    MATCHING.top = 0
    MATCHING.begun = -1
    MATCHING.turns = 0
    MATCHING.leap = 0


@kernel
def keep_progress(spent: i64, is_full: i64) -> None:
    """Put where matching stands where parts keep it, with the steps that nobody has been charged for, and whether the
    stack must grow first: no number there is below 0.
    """
    PROGRESS.index = MATCHING.start
    PROGRESS.position = MATCHING.position
    PROGRESS.place = MATCHING.place
    PROGRESS.memory = MATCHING.top
    PROGRESS.count = MATCHING.begun + 1
    PROGRESS.length = MATCHING.turns
    PROGRESS.width = MATCHING.left + BIAS
    PROGRESS.critical = MATCHING.needed
    PROGRESS.spent = spent
    PROGRESS.compared = MATCHING.leap
    PROGRESS.flag = is_full


@kernel
def take_progress() -> None:
    """Let matching stand where it stood when the last part was over."""
    MATCHING.start = PROGRESS.index
    MATCHING.position = PROGRESS.position
    MATCHING.place = PROGRESS.place
    MATCHING.top = PROGRESS.memory
    MATCHING.begun = PROGRESS.count - 1
    MATCHING.turns = PROGRESS.length
    MATCHING.left = PROGRESS.width - BIAS
    MATCHING.needed = PROGRESS.critical
    MATCHING.leap = PROGRESS.compared


@kernel
def grown(program: PatternProgram, state: Store) -> tuple[Store, i32]:
    """A larger store with the same registers and choices, whose copying counts as steps."""
    used = 4 * program.registers + MATCHING.top
    room = 2 * MATCHING.top + MATCHING.needed + FIRST_STACK
    if room > MOST_STACK:
        return state, ErrorCode.STACK_OVERFLOW
    larger = state_of(program, room)
    if address(larger) == 0:
        return state, Outcome.NEED_MEMORY
    MATCHING.left = MATCHING.left - shift_right(used, 5)
    copy_bytes(address(larger) + DATA, address(state) + DATA, used)
    return larger, Outcome.DONE


@kernel
def find(program: PatternProgram, text: StringObject, state: Store, is_sticky: bool) -> i64:
    """Go on with a match, at the stage that `PROGRESS` says; a `Status`."""
    while True:
        if PROGRESS.stage == STARTING:
            start = MATCHING.start
            if is_sticky:
                start = start if start <= text.length - program.least else NOWHERE
            else:
                start = next_start(program, text, start)
            if start == NOWHERE:
                return Status.FAILED
            if start == PAUSED:
                return Status.PAUSED
            begin_run(program, state, start)
            PROGRESS.stage = RUNNING
        status = run_from(program, text, state)
        if status != Status.FAILED or is_sticky:
            return status
        PROGRESS.stage = STARTING
        MATCHING.start = max(MATCHING.start + 1, MATCHING.leap)
        if MATCHING.left <= 0:
            return Status.PAUSED


@kernel
def match_pattern(pattern: PatternObject, text: StringObject, start: i64, is_sticky: bool) -> tuple[Store, i32]:
    """Match a pattern from a position on: the store of the registers, null if there is no match. UNFINISHED after a
    while.

    A collection makes room for one object, and then all is done again. So every object is kept where the next try finds
    it, and progress before the stack grows: a match that had to begin anew would not end, or its fuel would depend on
    where memory ran out.
    """
    program = PatternProgram(pattern.program + DATA)
    state = Store(pattern.state)
    if resume(address(text), address(pattern)):
        state = Store(third_reference())
        take_progress()
    else:
        if address(state) == 0:
            state = state_of(program, FIRST_STACK)
            if address(state) == 0:
                return state, Outcome.NEED_MEMORY
            pattern.state = address(state)
        clear_progress()
        begin_looking(start)
        if program.by_points != 0 and width_of(text) == 2 and whole_point(units_of(text), text.length, start) != start:
            # A place within a pair is that of the pair.
            MATCHING.start = start - 1
    before = MATCHING.left + PROGRESS.spent
    status: i64 = Status.FULL if PROGRESS.flag != 0 else find(program, text, state, is_sticky)
    while status == Status.FULL:
        keep_progress(before - MATCHING.left, 1)
        outcome = pause(address(text), address(pattern), address(state))
        if outcome == Outcome.NEED_MEMORY:
            return Store(0), outcome
        pattern.state = 0
        state, outcome = grown(program, state)
        if outcome == Outcome.NEED_MEMORY:
            return Store(0), outcome
        if outcome != Outcome.DONE:
            finish()
            return Store(0), outcome
        status = find(program, text, state, is_sticky)
    spent = before - MATCHING.left
    if status == Status.PAUSED:
        # The next part has all its steps, less what this one has taken too much.
        MATCHING.left = MATCHING.left + STEPS
        keep_progress(0, 0)
        outcome = pause(address(text), address(pattern), address(state))
        if outcome == Outcome.UNFINISHED:
            pattern.state = 0
            charge_work(FUEL_PER_STEP * spent)
        return Store(0), outcome
    charge_work(FUEL_PER_STEP * spent)
    finish()
    pattern.state = address(state) if state.size <= MOST_KEPT else 0
    if status == Status.FAILED:
        return Store(0), Outcome.DONE
    store_i32(address(state) + DATA + 4, MATCHING.position)
    return state, Outcome.DONE


@kernel
def match_into(
    pattern: PatternObject, text: StringObject, start: i64, is_sticky: bool, places: ArrayObject
) -> tuple[i32, i32]:
    """Match a pattern; the start of the match, -1 if there is none. The list is given start and end of every group."""
    if start < 0 or start > text.length:
        return -1, Outcome.DONE
    count = 2 * pattern.group_count
    outcome = reserve(places, count)
    if outcome != Outcome.DONE:
        return -1, outcome
    state, ended = match_pattern(pattern, text, start, is_sticky)
    if address(state) == 0:
        return -1, ended
    for index in range(count):
        number = load_i32(address(state) + DATA + 4 * index)
        store_element_word(places.store, index, FIRST_NUMBER + bits_of(to_f64(number)))
    places.store.length = count
    charge_work(shift_right(count, 2))
    return load_i32(address(state) + DATA), Outcome.DONE


@kernel
def match_end(pattern: PatternObject, text: StringObject, start: i64, is_sticky: bool) -> tuple[i32, i32]:
    """Match a pattern; the end of the match, -1 if there is none."""
    if start < 0 or start > text.length:
        return -1, Outcome.DONE
    state, ended = match_pattern(pattern, text, start, is_sticky)
    if address(state) == 0:
        return -1, ended
    return load_i32(address(state) + DATA + 4), Outcome.DONE
