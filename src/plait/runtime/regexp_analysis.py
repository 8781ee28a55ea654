"""What a pattern's parts can begin with and what can come behind them: it decides where loops need no choices."""

from __future__ import annotations

from plait.kernel import address as place_of
from plait.kernel import i64, kernel, load_i64, shift_left, shift_right, store_i64, wrap_mul_i64
from plait.runtime.regexp_nodes import (
    ANYTHING,
    AT_END,
    OTHERS,
    SURE,
    WHOLE,
    NextUnits,
    NodeKind,
    begins_of,
    behind_of,
    node_at,
)
from plait.runtime.regexp_scratch import COMPILATION
from plait.runtime.regexp_sets import range_first, range_last, set_size

LONGEST = 1 << 30
"""Lengths are not counted beyond this."""

NARROW = 256

FARTHEST_AHEAD = 16
"""How far behind the start of a match a unit is looked for by which matches are found."""


@kernel
def let_be(units: NextUnits, flags: i64) -> None:
    """Let no unit be among those that come next, with these flags."""
    units.bits0 = 0
    units.bits1 = 0
    units.bits2 = 0
    units.bits3 = 0
    units.flags = flags


@kernel
def join(units: NextUnits, others: NextUnits) -> None:
    """Add what can come next; of the flags, those for units and the end."""
    units.bits0 = units.bits0 | others.bits0
    units.bits1 = units.bits1 | others.bits1
    units.bits2 = units.bits2 | others.bits2
    units.bits3 = units.bits3 | others.bits3
    units.flags = units.flags | (others.flags & (OTHERS | AT_END))


@kernel
def are_apart(units: NextUnits, others: NextUnits) -> bool:
    """Whether no unit is among both."""
    both = (
        (units.bits0 & others.bits0)
        | (units.bits1 & others.bits1)
        | (units.bits2 & others.bits2)
        | (units.bits3 & others.bits3)
    )
    return both == 0 and units.flags & others.flags & OTHERS == 0


@kernel
def add_unit(units: NextUnits, unit: i64) -> None:
    """Add a unit."""
    if unit >= NARROW:
        units.flags = units.flags | OTHERS
    else:
        place = place_of(units) + 8 * shift_right(unit, 6)
        store_i64(place, load_i64(place) | shift_left(1, unit & 63))


@kernel
def add_units_of_set(units: NextUnits, number: i64) -> None:
    """Add all units that code points of a set begin with."""
    for index in range(set_size(number)):
        if range_last(number, index) >= NARROW:
            units.flags = units.flags | OTHERS
        for unit in range(range_first(number, index), min(range_last(number, index), NARROW - 1) + 1):
            add_unit(units, unit)


@kernel
def only_unit(units: NextUnits) -> i64:
    """The one unit that can come next; -1 if there are others."""
    found: i64 = -1
    for unit in range(NARROW):
        if shift_right(load_i64(place_of(units) + 8 * shift_right(unit, 6)), unit & 63) & 1 != 0:
            if found >= 0:
                return -1
            found = unit
    return -1 if units.flags & OTHERS != 0 else found


@kernel
def innermost_first(number: i64) -> i64:
    """The node that comes first among a node and those below, when children come before their parents."""
    found: i64 = number
    while node_at(found).child != 0:
        found = node_at(found).child
    return found


@kernel
def analyse() -> None:
    """Find everything out."""
    find_directions()
    number = innermost_first(WHOLE)
    while number != 0:
        COMPILATION.work += 8
        find_begins(number)
        node = node_at(number)
        number = innermost_first(node.next) if node.next != 0 else node.parent
    find_all_behind()


@kernel
def find_directions() -> None:
    """Find out which nodes are matched backwards."""
    number: i64 = WHOLE
    while number != 0:
        node = node_at(number)
        if node.parent != 0 and node.kind != NodeKind.LOOK and node.kind != NodeKind.LOOK_NOT:
            node.looks_back = node_at(node.parent).looks_back
        number = node.child if node.child != 0 else next_or_above(number)


@kernel
def next_or_above(number: i64) -> i64:
    """The next neighbour of a node, or of the closest one above it that has one; 0 if none."""
    above: i64 = number
    while above != 0 and node_at(above).next == 0:
        above = node_at(above).parent
    return node_at(above).next if above != 0 else 0


@kernel
def find_begins(number: i64) -> None:
    """Find out what a node can begin with and how short it can be, when that is known of its children."""
    node = node_at(number)
    begins = begins_of(number)
    let_be(begins, 0)
    match node.kind:
        case NodeKind.EMPTY:
            begins.flags = ANYTHING | SURE
        case NodeKind.UNIT:
            add_unit(begins, node.first)
            node.least = 1
        case NodeKind.SET:
            add_units_of_set(begins, node.first)
            node.least = 1
        case NodeKind.GROUP | NodeKind.CAPTURE:
            begin_with_alternatives(number)
        case NodeKind.ALTERNATIVE:
            begin_with_terms(number)
        case NodeKind.REPEAT:
            begin_with_repeat(number)
        case NodeKind.LOOK:
            begin_with_look(number)
        case NodeKind.END:
            begins.flags = AT_END
        case NodeKind.LINE_END:
            begins.flags = AT_END | OTHERS
            add_unit(begins, 10)
            add_unit(begins, 13)
        case _:
            begins.flags = ANYTHING
    is_look = node.kind == NodeKind.LOOK or node.kind == NodeKind.LOOK_NOT
    if node.kind == NodeKind.REFERENCE or (node.looks_back != 0 and not is_look):
        for part in range(4):
            store_i64(place_of(begins) + 8 * part, -1)
        begins.flags = OTHERS | AT_END | ANYTHING


@kernel
def begin_with_alternatives(number: i64) -> None:
    """A group begins with what one of its alternatives begins with."""
    begins = begins_of(number)
    child = node_at(number).child
    least: i64 = LONGEST
    while child != 0:
        join(begins, begins_of(child))
        begins.flags = begins.flags | (begins_of(child).flags & (ANYTHING | SURE))
        least = min(least, node_at(child).least)
        child = node_at(child).next
    node_at(number).least = least


@kernel
def begin_with_look(number: i64) -> None:
    """An assertion that looks ahead takes nothing, and what comes next is what it begins with."""
    begins = begins_of(number)
    if node_at(number).looks_back == 0:
        begin_with_alternatives(number)
        begins.flags = begins.flags & ~SURE
        node_at(number).least = 0
    else:
        begins.flags = ANYTHING


@kernel
def begin_with_terms(number: i64) -> None:
    """An alternative begins with what its first term begins with, or its second if the first can be empty..."""
    begins = begins_of(number)
    begins.flags = ANYTHING | SURE
    child = node_at(number).child
    least: i64 = 0
    while child != 0:
        flags = begins_of(child).flags
        if begins.flags & ANYTHING != 0:
            join(begins, begins_of(child))
        if flags & ANYTHING == 0:
            begins.flags = begins.flags & ~ANYTHING
        if flags & SURE == 0:
            begins.flags = begins.flags & ~SURE
        least = min(LONGEST, least + node_at(child).least)
        child = node_at(child).next
    node_at(number).least = least


@kernel
def begin_with_repeat(number: i64) -> None:
    """A repetition begins with what its child begins with, and can be empty if it need not be there."""
    node = node_at(number)
    begins = begins_of(number)
    below = begins_of(node.child)
    if node.second > 0:
        join(begins, below)
    begins.flags = begins.flags | (below.flags & (ANYTHING | SURE))
    if node.first == 0:
        begins.flags = begins.flags | ANYTHING | SURE
    node.least = min(LONGEST, wrap_mul_i64(node.first, node_at(node.child).least))


@kernel
def find_all_behind() -> None:
    """Find out what can come behind each node: first for the last of neighbours."""
    number: i64 = WHOLE
    while number != 0:
        COMPILATION.work += 8
        find_behind(number)
        node = node_at(number)
        if node.last_child != 0:
            number = node.last_child
        else:
            above: i64 = number
            while above != 0 and node_at(above).previous == 0:
                above = node_at(above).parent
            number = node_at(above).previous if above != 0 else 0


@kernel
def find_behind(number: i64) -> None:
    """Find out what can come behind a node, when that is known of its parent and of its next neighbour."""
    node = node_at(number)
    behind = behind_of(number)
    let_be(behind, ANYTHING)
    if node.looks_back != 0:
        return
    parent = node.parent
    if parent == 0 or node_at(parent).kind == NodeKind.LOOK or node_at(parent).kind == NodeKind.LOOK_NOT:
        behind.flags = ANYTHING | SURE
        return
    behind.flags = 0
    above = behind_of(parent)
    if node_at(parent).kind == NodeKind.REPEAT:
        join(behind, above)
        behind.flags = behind.flags | (above.flags & (ANYTHING | SURE))
        repeat_behind(number, parent)
    elif node_at(parent).kind == NodeKind.ALTERNATIVE and node.next != 0:
        term_behind(behind, begins_of(node.next), behind_of(node.next))
    else:
        join(behind, above)
        behind.flags = behind.flags | (above.flags & (ANYTHING | SURE))


@kernel
def repeat_behind(number: i64, parent: i64) -> None:
    """Behind the child of a repetition it can come again."""
    behind = behind_of(number)
    begins = begins_of(number)
    repeat = node_at(parent)
    if repeat.second > 1:
        join(behind, begins)
    if begins.flags & ANYTHING != 0 and repeat.second > 1:
        behind.flags = behind.flags | ANYTHING
    if begins.flags & ANYTHING != 0 or repeat.first > 1:
        behind.flags = behind.flags & ~SURE


@kernel
def term_behind(behind: NextUnits, begins: NextUnits, further: NextUnits) -> None:
    """Behind a term comes what the next one begins with, and what is behind that if it can be empty."""
    join(behind, begins)
    if begins.flags & ANYTHING != 0:
        join(behind, further)
        behind.flags = behind.flags | (further.flags & ANYTHING)
    behind.flags = behind.flags | (begins.flags & further.flags & SURE)


@kernel
def find_unit_ahead() -> None:
    """Find a unit that stands at a certain distance behind the start of every match, not far: of patterns of units."""
    distance: i64 = 0
    number: i64 = WHOLE
    while number != 0 and distance <= FARTHEST_AHEAD:
        node = node_at(number)
        below: i64 = 0
        match node.kind:
            case NodeKind.GROUP | NodeKind.CAPTURE:
                below = node.child
                if node_at(below).next != 0:
                    return
            case NodeKind.ALTERNATIVE:
                below = node.child
            case NodeKind.UNIT:
                if distance > 0 and node.first < NARROW:
                    COMPILATION.ahead = distance
                    COMPILATION.ahead_unit = node.first
                    return
                distance += 1
            case NodeKind.SET:
                distance += 1
            case NodeKind.REPEAT:
                kind = node_at(node.child).kind
                if node.first != node.second or (kind != NodeKind.UNIT and kind != NodeKind.SET):
                    return
                distance += node.first
            case NodeKind.REFERENCE | NodeKind.NAMED_REFERENCE:
                return
            case _:
                # All others take no units.
                pass
        number = below if below != 0 else next_or_above(number)
