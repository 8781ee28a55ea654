"""Trees to programs."""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import copy_bytes, i64, kernel, shift_right
from plait.runtime.regexp_analysis import are_apart, join, let_be
from plait.runtime.regexp_code import (
    ENDLESS,
    Op,
    PatternProgram,
    Scan,
)
from plait.runtime.regexp_nodes import (
    ANYTHING,
    SURE,
    WHOLE,
    NextUnits,
    NodeKind,
    begins_of,
    behind_of,
    node_at,
)
from plait.runtime.regexp_scratch import (
    CODE,
    COMPILATION,
    IMAGES,
    PLACES,
    RANGES,
    is_over,
    push,
    set_word,
    word_at,
)
from plait.runtime.regexp_sets import finish_set, only_point
from plait.runtime.regexp_source import (
    FIRST_PAIR,
    HIGH_SURROGATE,
    LOW_SURROGATE,
    by_points,
    ignores_case,
)
from plait.runtime.regexp_starts import emit_scan, has_references, is_first, note_places
from plait.runtime.regexp_writing import (
    HEAD_WORDS,
    emit,
    emit_next_units,
    emit_set,
    emit_target,
    emit_word_set,
    here,
    let_lead_here,
    needs_points,
    new_register,
)


class Form(IntEnum):
    """How a repetition is compiled."""

    NEVER = 0
    ONCE = 1
    STEPS = 2
    """A loop of single steps, in one operation."""
    OPTIONAL = 3
    STAR = 4
    PLUS = 5
    COUNTED = 6


# Steps


@kernel
def emit_unit(unit: i64, looks_back: bool) -> None:
    """Append a step over a unit."""
    emit(Op.UNIT_BACK if looks_back else Op.UNIT)
    emit(unit)


@kernel
def emit_set_step(number: i64, looks_back: bool) -> None:
    """Append a step over a code point of a set."""
    point = only_point(number)
    if by_points() and point >= FIRST_PAIR:
        high = HIGH_SURROGATE + shift_right(point - FIRST_PAIR, 10)
        low = LOW_SURROGATE + (point & 0x3FF)
        emit_unit(low if looks_back else high, looks_back)
        emit_unit(high if looks_back else low, looks_back)
        return
    if needs_points(number):
        emit(Op.POINT_SET_BACK if looks_back else Op.POINT_SET)
    else:
        emit(Op.SET_BACK if looks_back else Op.SET)
    emit_set(number)


@kernel
def emit_assertion(kind: i64) -> None:
    """Append an assertion about a place."""
    match kind:
        case NodeKind.START:
            emit(Op.START)
        case NodeKind.END:
            emit(Op.END)
        case NodeKind.LINE_START:
            emit(Op.LINE_START)
        case NodeKind.LINE_END:
            emit(Op.LINE_END)
        case _:
            emit(Op.BOUNDARY if kind == NodeKind.BOUNDARY else Op.NOT_BOUNDARY)
            emit_word_set()


@kernel
def emit_reference(group: i64, looks_back: bool) -> None:
    """Append a step over what a group has matched."""
    if ignores_case():
        emit(Op.REFERENCE_ANY_CASE_BACK if looks_back else Op.REFERENCE_ANY_CASE)
        emit(group)
        emit(1 if by_points() else 0)
    else:
        emit(Op.REFERENCE_BACK if looks_back else Op.REFERENCE)
        emit(group)


# The walk over the tree


@kernel
def emit_all() -> None:
    """Emit the code of the whole pattern."""
    COMPILATION.registers = 2 * COMPILATION.groups
    number: i64 = WHOLE
    is_entered = False
    while number != 0 and not is_over():
        if not is_entered:
            child = enter(number)
            if child != 0:
                number = child
                continue
        leave(number)
        node = node_at(number)
        parent = node.parent
        above = node_at(parent)
        backwards = above.kind == NodeKind.ALTERNATIVE and above.looks_back != 0
        neighbour = node.previous if backwards else node.next
        is_entered = neighbour == 0
        number = parent if neighbour == 0 else neighbour
    emit(Op.MATCH)
    emit_scan()
    place_sets()
    if not is_over():
        note_places()


@kernel
def place_sets() -> None:
    """Let the code know where sets are."""
    for index in range(PLACES.count):
        place = word_at(PLACES, index)
        set_word(CODE, place, here() + 4 * word_at(CODE, place))


@kernel
def enter(number: i64) -> i64:
    """Emit what stands in front of a node's children, or all of it; the child to go on with, 0 if none."""
    node = node_at(number)
    looks_back = node.looks_back != 0
    match node.kind:
        case NodeKind.UNIT:
            emit_unit(node.first, looks_back)
        case NodeKind.SET:
            emit_set_step(node.first, looks_back)
        case NodeKind.REFERENCE:
            COMPILATION.flags = node.flags
            emit_reference(node.first, looks_back)
        case NodeKind.GROUP:
            find_later(number)
            return node.child
        case NodeKind.CAPTURE:
            find_later(number)
            emit(Op.SAVE)
            emit(2 * node.first + (1 if looks_back else 0))
            return node.child
        case NodeKind.LOOK | NodeKind.LOOK_NOT:
            find_later(number)
            node.register = new_register()
            new_register()
            emit(Op.LOOK if node.kind == NodeKind.LOOK else Op.LOOK_NOT)
            emit(node.register)
            if node.kind == NodeKind.LOOK_NOT:
                node.place = emit_target()
            return node.child
        case NodeKind.ALTERNATIVE:
            enter_alternative(number)
            return node.last_child if looks_back else node.child
        case NodeKind.REPEAT:
            return enter_repeat(number)
        case NodeKind.EMPTY:
            pass
        case _:
            if node.kind == NodeKind.BOUNDARY or node.kind == NodeKind.NOT_BOUNDARY:
                COMPILATION.flags = node.flags
            emit_assertion(node.kind)
            if node.kind == NodeKind.BOUNDARY and is_first(number):
                COMPILATION.boundary = CODE.count - 1
    return 0


@kernel
def leave(number: i64) -> None:
    """Emit what stands behind a node's children."""
    node = node_at(number)
    match node.kind:
        case NodeKind.CAPTURE:
            join_alternatives(number)
            emit(Op.SAVE)
            emit(2 * node.first + (0 if node.looks_back != 0 else 1))
        case NodeKind.GROUP:
            join_alternatives(number)
        case NodeKind.LOOK | NodeKind.LOOK_NOT:
            join_alternatives(number)
            emit(Op.LOOK_END if node.kind == NodeKind.LOOK else Op.LOOK_NOT_END)
            emit(node.register)
            if node.kind == NodeKind.LOOK_NOT:
                let_lead_here(node.place)
        case NodeKind.ALTERNATIVE:
            if node.next != 0:
                emit(Op.JUMP)
                node.other_place = emit_target()
                let_lead_here(node.place)
        case NodeKind.REPEAT:
            leave_repeat(number)
        case _:
            pass


@kernel
def enter_alternative(number: i64) -> None:
    """Emit the choice between an alternative and those behind it."""
    node = node_at(number)
    if node.next == 0:
        return
    emit(Op.BRANCH)
    emit_next_units(begins_of(number), node.looks_back == 0)
    emit_next_units(behind_of(number), node.looks_back == 0)
    node.place = emit_target()


@kernel
def find_later(number: i64) -> None:
    """Put what the alternatives of a group begin with that come later where it stood what comes behind each."""
    child = node_at(number).last_child
    while child != 0:
        later = behind_of(child)
        let_be(later, 0)
        following = node_at(child).next
        if following != 0:
            add_all(later, behind_of(following))
            add_all(later, begins_of(following))
        child = node_at(child).previous


@kernel
def add_all(units: NextUnits, others: NextUnits) -> None:
    """Add what can come next, all flags included."""
    join(units, others)
    units.flags = units.flags | others.flags


@kernel
def join_alternatives(number: i64) -> None:
    """Let what jumps over later alternatives lead here."""
    child = node_at(number).child
    while child != 0 and node_at(child).next != 0:
        let_lead_here(node_at(child).other_place)
        child = node_at(child).next


# Repetitions


@kernel
def form_of(number: i64) -> i64:
    """How a repetition is compiled."""
    node = node_at(number)
    child = node_at(node.child)
    if node.second == 0:
        return Form.NEVER
    if node.first == 1 and node.second == 1:
        return Form.ONCE
    if node.looks_back == 0 and (child.kind == NodeKind.UNIT or child.kind == NodeKind.SET):
        return Form.STEPS
    if node.first == 0 and node.second == 1:
        return Form.OPTIONAL
    if node.second == ENDLESS and node.first == 0:
        return Form.STAR
    if node.second == ENDLESS and node.first == 1 and child.least > 0:
        return Form.PLUS
    return Form.COUNTED


@kernel
def enter_repeat(number: i64) -> i64:
    """Emit what stands in front of what is repeated; the child to go on with, 0 if none."""
    node = node_at(number)
    node.form = form_of(number)
    match node.form:
        case Form.NEVER:
            return 0
        case Form.STEPS:
            emit_steps(number)
            return 0
        case Form.OPTIONAL:
            emit_branch(number)
            emit_empty_check(number)
        case Form.STAR:
            node.other_place = here()
            emit_branch(number)
            emit_clearing(number)
            emit_empty_check(number)
        case Form.PLUS:
            node.other_place = here()
            emit_clearing(number)
        case Form.COUNTED:
            enter_counted(number)
        case _:
            pass
    return node.child


@kernel
def leave_repeat(number: i64) -> None:
    """Emit what stands behind what is repeated."""
    node = node_at(number)
    match node.form:
        case Form.OPTIONAL:
            finish_empty_check(number)
            let_lead_here(node.place)
        case Form.STAR:
            finish_empty_check(number)
            emit(Op.JUMP)
            emit(node.other_place)
            let_lead_here(node.place)
        case Form.PLUS:
            emit_branch(number)
            emit(Op.JUMP)
            emit(node.other_place)
            let_lead_here(node.place)
        case Form.COUNTED:
            if node_at(node.child).least == 0:
                emit(Op.NOT_EMPTY_COUNTED)
                emit(node.register + 1)
                emit(node.register)
                emit(node.first)
            emit(Op.JUMP)
            emit(node.other_place)
            let_lead_here(node.place)
        case _:
            pass


@kernel
def emit_branch(number: i64) -> None:
    """Emit the choice whether to begin a turn."""
    node = node_at(number)
    emit(Op.BRANCH_LAZY if node.is_lazy != 0 else Op.BRANCH)
    emit_next_units(begins_of(node.child), node.looks_back == 0)
    emit_next_units(behind_of(number), node.looks_back == 0)
    node.place = emit_target()


@kernel
def emit_clearing(number: i64) -> None:
    """Emit that the groups within forget what they have matched."""
    node = node_at(number)
    if node.first_group < node.last_group:
        emit(Op.CLEAR)
        emit(2 * node.first_group)
        emit(2 * node.last_group - 1)


@kernel
def emit_empty_check(number: i64) -> None:
    """Emit that the place is kept, if a turn can be empty."""
    node = node_at(number)
    if node_at(node.child).least == 0:
        node.register = new_register()
        emit(Op.SAVE)
        emit(node.register)


@kernel
def finish_empty_check(number: i64) -> None:
    """Emit that a turn must not have been empty, if it can be."""
    node = node_at(number)
    if node_at(node.child).least == 0:
        emit(Op.NOT_EMPTY)
        emit(node.register)


@kernel
def enter_counted(number: i64) -> None:
    """Emit the head of a loop that is counted."""
    node = node_at(number)
    node.register = new_register()
    emit(Op.COUNT)
    emit(node.register)
    node.other_place = here()
    emit(Op.COUNTED)
    emit(node.register)
    emit(node.first)
    emit(node.second)
    emit(node.is_lazy)
    emit_next_units(begins_of(node.child), node.looks_back == 0)
    emit_next_units(behind_of(number), node.looks_back == 0)
    node.place = emit_target()
    emit(Op.TURN)
    emit(node.register)
    emit_clearing(number)
    if node_at(node.child).least == 0:
        emit(Op.SAVE)
        emit(new_register())


@kernel
def emit_steps(number: i64) -> None:
    """Emit a loop of single steps."""
    node = node_at(number)
    child = node_at(node.child)
    behind = behind_of(number)
    is_known = behind.flags & ANYTHING == 0
    is_apart = is_known and are_apart(begins_of(node.child), behind)
    is_sure = behind.flags & SURE != 0
    most = node.second
    if is_apart or is_sure:
        if is_sure and node.is_lazy != 0:
            most = node.first
        leads = is_apart and most == ENDLESS and is_first(number) and not has_references()
        emit(Op.LOOP_FIRST if leads else Op.LOOP)
    else:
        emit(Op.LOOP_LAZY if node.is_lazy != 0 else Op.LOOP_GREEDY)
    steps_points = False
    if child.kind == NodeKind.UNIT:
        start = RANGES.count
        push(RANGES, child.first)
        push(RANGES, child.first)
        emit_set(finish_set(start))
    else:
        steps_points = needs_points(child.first)
        emit_set(child.first)
    emit(node.first)
    emit(most)
    emit(1 if steps_points else 0)
    if not is_apart and not is_sure:
        emit_next_units(behind, True)


# The program


@kernel
def program_words() -> i64:
    """How many words the program takes."""
    return HEAD_WORDS + CODE.count + IMAGES.count


@kernel
def write_program(place: i64) -> None:
    """Write the program to a place."""
    program = PatternProgram(place)
    program.registers = COMPILATION.registers
    program.capture_words = 2 * COMPILATION.groups
    is_scanned = COMPILATION.scan == Scan.UNIT or COMPILATION.scan == Scan.SET
    program.least = max(node_at(WHOLE).least, 1 if is_scanned else 0)
    program.code = 4 * HEAD_WORDS
    program.scan = COMPILATION.scan
    program.scanned = COMPILATION.scanned
    program.by_points = 1 if by_points() else 0
    program.ahead = COMPILATION.ahead
    program.ahead_unit = COMPILATION.ahead_unit
    program.boundary = COMPILATION.boundary
    program.leaps = COMPILATION.leaps
    program.reach = COMPILATION.reach
    copy_bytes(place + 4 * HEAD_WORDS, CODE.base, 4 * CODE.count)
    copy_bytes(place + 4 * (HEAD_WORDS + CODE.count), IMAGES.base, 4 * IMAGES.count)
