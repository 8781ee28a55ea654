"""The loop that runs the code of a pattern from one start in a text."""

from __future__ import annotations

from plait.kernel import i64, kernel, load_i32, shift_right, store_i32, unlikely
from plait.runtime.regexp_code import CHOICE_SIZE, POPS_GREEDY, POPS_LAZY, Op
from plait.runtime.regexp_matcher import (
    CHUNK,
    MATCHING,
    Status,
    can_come,
    drop_choices,
    in_set,
    is_boundary,
    is_line_end,
    point_at,
    point_before,
    push_choice,
    refer,
    restore,
    run_of_units,
    save,
    set_register,
    step_back,
    steps_over,
    units_of_point,
)
from plait.runtime.strings import load_unit


@kernel(inline=True)
def run(program: i64, units: i64, width: i64, length: i64, registers: i64, stack: i64, limit: i64) -> i64:
    """Run the code from where matching stands; a `Status`. After MATCHED `MATCHING.position` is the end."""
    position: i64 = MATCHING.position
    place: i64 = program + MATCHING.place
    top: i64 = stack + MATCHING.top
    left: i64 = MATCHING.left
    begun: i64 = MATCHING.begun
    turns: i64 = MATCHING.turns
    point: i64 = -1
    failed = False
    while True:
        while failed:
            if top == stack:
                MATCHING.left = left
                return Status.FAILED
            top -= CHOICE_SIZE
            left -= 1
            what = load_i32(top)
            if what < 0:
                store_i32(registers - 4 * (what + 1), load_i32(top + 4))
            else:
                position = load_i32(top + 4)
                if what < POPS_GREEDY:
                    place = program + what
                    failed = False
                elif what < POPS_LAZY:
                    place = program + what - POPS_GREEDY
                    least = load_i32(top + 8)
                    other = load_i32(place + 20)
                    by_points = load_i32(place + 16) != 0
                    before = position
                    position = step_back(units, width, position, least, by_points)
                    if other != 0:
                        lowest = max(least, position - CHUNK)
                        while position > lowest and not can_come(program + other, units, width, position, length):
                            position = step_back(units, width, position, least, by_points)
                        left -= 2 * steps_over(before - position, width)
                    place += 24
                    failed = position < least
                    if position > least:
                        store_i32(top + 4, position)
                        top += CHOICE_SIZE
                else:
                    place = program + what - POPS_LAZY
                    set_ = program + load_i32(place + 4)
                    by_points = load_i32(place + 16) != 0
                    other = load_i32(place + 20)
                    turns_left = load_i32(top + 8)
                    is_over = False
                    first = position
                    while not is_over:
                        is_over = True
                        step = 0
                        if turns_left > 0 and position < length:
                            if width == 2 and by_points:
                                point = point_at(units, position, length)
                                step = units_of_point(point) if in_set(set_, point) else 0
                            elif in_set(set_, load_unit(units, width, position)):
                                step = 1
                        if step != 0:
                            position += step
                            turns_left -= 1
                            failed = False
                            if other != 0 and position - first < CHUNK:
                                is_over = can_come(program + other, units, width, position, length)
                        else:
                            failed = True
                    left -= 2 * steps_over(position - first, width)
                    place += 24
                    if not failed:
                        store_i32(top + 4, position)
                        store_i32(top + 8, turns_left)
                        top += CHOICE_SIZE
                if unlikely(left <= 0) and not failed:
                    save(position, place - program, top - stack, left, 0)
                    return Status.PAUSED
        left -= 1
        match load_i32(place):
            case Op.UNIT:
                if position < length and load_unit(units, width, position) == load_i32(place + 4):
                    position += 1
                    place += 8
                else:
                    failed = True
            case Op.SET:
                if position < length and in_set(program + load_i32(place + 4), load_unit(units, width, position)):
                    position += 1
                    place += 8
                else:
                    failed = True
            case Op.LOOP | Op.LOOP_FIRST | Op.LOOP_GREEDY:
                set_ = program + load_i32(place + 4)
                least = load_i32(place + 8)
                most = load_i32(place + 12)
                by_points = load_i32(place + 16) != 0
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                if begun < 0:
                    begun = position
                    turns = 0
                is_over = False
                if width == 2 and by_points:
                    while not is_over:
                        stop = min(length, position + CHUNK)
                        first = position
                        while position < stop and turns < most and not is_over:
                            point = point_at(units, position, length)
                            if in_set(set_, point):
                                position += units_of_point(point)
                                turns += 1
                            else:
                                is_over = True
                        left -= 2 * (position - first)
                        if position >= length or turns >= most:
                            is_over = True
                        if unlikely(left <= 0) and not is_over:
                            save(position, place - program, top - stack, left, 0)
                            MATCHING.begun = begun
                            MATCHING.turns = turns
                            return Status.PAUSED
                else:
                    end = length if most > length - begun else begun + most
                    while not is_over:
                        stop = min(end, position + CHUNK)
                        first = position
                        position = run_of_units(units, width, set_, position, stop)
                        left -= steps_over(position - first, width)
                        is_over = position < stop or position >= end
                        if unlikely(left <= 0) and not is_over:
                            save(position, place - program, top - stack, left, 0)
                            MATCHING.begun = begun
                            return Status.PAUSED
                    turns = position - begun
                if load_i32(place) == Op.LOOP_FIRST:
                    MATCHING.leap = position
                if turns < least:
                    failed = True
                elif load_i32(place) != Op.LOOP_GREEDY:
                    place += 20
                else:
                    lowest = begun + least
                    if width == 2 and by_points:
                        lowest = begun
                        for _turn in range(least):
                            lowest += units_of_point(point_at(units, lowest, length))
                    if position > lowest:
                        top = push_choice(top, place - program + POPS_GREEDY, position, lowest)
                    place += 24
                begun = -1
            case Op.BRANCH | Op.BRANCH_LAZY:
                first_set = load_i32(place + 4)
                other = load_i32(place + 8)
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                goes_on = first_set == 0 or can_come(program + first_set, units, width, position, length)
                leaves = other == 0 or can_come(program + other, units, width, position, length)
                if goes_on and leaves:
                    if load_i32(place) == Op.BRANCH:
                        top = push_choice(top, load_i32(place + 12), position, 0)
                    else:
                        top = push_choice(top, place + 16 - program, position, 0)
                        goes_on = False
                failed = not goes_on and not leaves
                place = place + 16 if goes_on else program + load_i32(place + 12)
            case Op.JUMP:
                place = program + load_i32(place + 4)
                if unlikely(left <= 0):
                    save(position, place - program, top - stack, left, 0)
                    return Status.PAUSED
            case Op.SAVE:
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                top = set_register(registers, load_i32(place + 4), position, stack, top)
                place += 8
            case Op.MATCH:
                save(position, 0, 0, left, 0)
                return Status.MATCHED
            case Op.LOOP_LAZY:
                set_ = program + load_i32(place + 4)
                least = load_i32(place + 8)
                by_points = load_i32(place + 16) != 0
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                turns = 0
                while turns < least and not failed:
                    point = -1
                    if position < length:
                        point = load_unit(units, width, position)
                        if width == 2 and by_points:
                            point = point_at(units, position, length)
                    if point >= 0 and in_set(set_, point):
                        position += units_of_point(point)
                        turns += 1
                    else:
                        failed = True
                left -= turns
                if not failed:
                    top = push_choice(top, place - program + POPS_LAZY, position, load_i32(place + 12) - least)
                    other = load_i32(place + 20)
                    failed = other != 0 and not can_come(program + other, units, width, position, length)
                place += 24
            case Op.POINT_SET:
                failed = True
                if position < length:
                    point = load_unit(units, width, position)
                    if width == 2:
                        point = point_at(units, position, length)
                    if in_set(program + load_i32(place + 4), point):
                        failed = False
                        position += units_of_point(point)
                place += 8
            case Op.UNIT_BACK:
                failed = position == 0 or load_unit(units, width, position - 1) != load_i32(place + 4)
                position -= 1
                place += 8
            case Op.SET_BACK:
                failed = position == 0 or not in_set(
                    program + load_i32(place + 4), load_unit(units, width, position - 1)
                )
                position -= 1
                place += 8
            case Op.POINT_SET_BACK:
                failed = True
                if position > 0:
                    point = load_unit(units, width, position - 1)
                    if width == 2:
                        point = point_before(units, position)
                    if in_set(program + load_i32(place + 4), point):
                        failed = False
                        position -= units_of_point(point)
                place += 8
            case Op.CLEAR:
                first = load_i32(place + 4)
                last = load_i32(place + 8)
                if unlikely(limit - top < CHOICE_SIZE * (last - first + 1)):
                    save(position, place - program, top - stack, left, CHOICE_SIZE * (last - first + 1))
                    return Status.FULL
                for number in range(first, last + 1):
                    if load_i32(registers + 4 * number) != -1:
                        top = set_register(registers, number, -1, stack, top)
                left -= shift_right(last - first, 1)
                place += 12
            case Op.COUNT | Op.TURN:
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                number = load_i32(place + 4)
                count = 0 if load_i32(place) == Op.COUNT else load_i32(registers + 4 * number) + 1
                top = set_register(registers, number, count, stack, top)
                place += 8
            case Op.COUNTED:
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                count = load_i32(registers + 4 * load_i32(place + 4))
                first_set = load_i32(place + 20)
                other = load_i32(place + 24)
                goes_on = first_set == 0 or can_come(program + first_set, units, width, position, length)
                leaves = other == 0 or can_come(program + other, units, width, position, length)
                if count < load_i32(place + 8):
                    leaves = False
                if count >= load_i32(place + 12):
                    goes_on = False
                if goes_on and leaves:
                    if load_i32(place + 16) == 0:
                        top = push_choice(top, load_i32(place + 28), position, 0)
                    else:
                        top = push_choice(top, place + 32 - program, position, 0)
                        goes_on = False
                failed = not goes_on and not leaves
                place = place + 32 if goes_on else program + load_i32(place + 28)
            case Op.NOT_EMPTY:
                failed = position == load_i32(registers + 4 * load_i32(place + 4))
                place += 8
            case Op.NOT_EMPTY_COUNTED:
                count = load_i32(registers + 4 * load_i32(place + 8))
                is_empty = position == load_i32(registers + 4 * load_i32(place + 4))
                failed = is_empty and count > load_i32(place + 12)
                place += 16
            case Op.START:
                failed = position != 0
                place += 4
            case Op.END:
                failed = position != length
                place += 4
            case Op.LINE_START:
                failed = position != 0 and not is_line_end(load_unit(units, width, position - 1))
                place += 4
            case Op.LINE_END:
                failed = position != length and not is_line_end(load_unit(units, width, position))
                place += 4
            case Op.BOUNDARY:
                failed = not is_boundary(program + load_i32(place + 4), units, width, position, length)
                place += 8
            case Op.NOT_BOUNDARY:
                failed = is_boundary(program + load_i32(place + 4), units, width, position, length)
                place += 8
            case Op.REFERENCE | Op.REFERENCE_BACK:
                backwards = load_i32(place) == Op.REFERENCE_BACK
                found = refer(registers, place, units, width, position, length, backwards, False)
                failed = found < 0
                if not failed:
                    left -= shift_right(max(found - position, position - found), 1)
                    position = found
                place += 8
            case Op.REFERENCE_ANY_CASE | Op.REFERENCE_ANY_CASE_BACK:
                backwards = load_i32(place) == Op.REFERENCE_ANY_CASE_BACK
                found = refer(registers, place, units, width, position, length, backwards, True)
                failed = found < 0
                if not failed:
                    left -= max(found - position, position - found)
                    position = found
                place += 12
            case Op.LOOK:
                number = load_i32(place + 4)
                store_i32(registers + 4 * number, top - stack)
                store_i32(registers + 4 * number + 4, position)
                place += 8
            case Op.LOOK_END:
                number = load_i32(place + 4)
                bottom = stack + load_i32(registers + 4 * number)
                left -= shift_right(top - bottom, 6)
                top = drop_choices(top, bottom, stack)
                position = load_i32(registers + 4 * number + 4)
                place += 8
            case Op.LOOK_NOT:
                if unlikely(limit - top < CHOICE_SIZE):
                    save(position, place - program, top - stack, left, CHOICE_SIZE)
                    return Status.FULL
                store_i32(registers + 4 * load_i32(place + 4), top - stack)
                top = push_choice(top, load_i32(place + 8), position, 0)
                place += 12
            case _:
                # LOOK_NOT_END
                bottom = stack + load_i32(registers + 4 * load_i32(place + 4))
                left -= shift_right(top - bottom, 6)
                restore(registers, top, bottom)
                top = bottom
                failed = True


@kernel
def run_narrow(program: i64, units: i64, length: i64, registers: i64, stack: i64, limit: i64) -> i64:
    """`run` for units of one byte."""
    return run(program, units, 1, length, registers, stack, limit)


@kernel
def run_wide(program: i64, units: i64, length: i64, registers: i64, stack: i64, limit: i64) -> i64:
    """`run` for units of two bytes."""
    return run(program, units, 2, length, registers, stack, limit)
