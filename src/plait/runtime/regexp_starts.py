"""Where matches can begin: what a text is scanned for, and what is known of the first units."""

from __future__ import annotations

from plait.kernel import address, divide, i64, kernel, load_i64, load_u8, shift_right, store_u8
from plait.runtime.regexp_analysis import find_unit_ahead, only_unit
from plait.runtime.regexp_code import LEAP_ENTRIES, Scan
from plait.runtime.regexp_nodes import (
    ANYTHING,
    AT_END,
    NODE_WORDS,
    OTHERS,
    WHOLE,
    NextUnits,
    NodeKind,
    begins_of,
    node_at,
)
from plait.runtime.regexp_scratch import CODE, COMPILATION, NODES, is_over, word_at
from plait.runtime.regexp_source import by_points
from plait.runtime.regexp_writing import NARROW, emit, emit_next_units, here

MOST_REACH = 8
"""How many units at most are looked at for leaps."""

MOST_LEAPED = 32
"""With more units than that among the first ones of matches, leaps are short."""

SHORTEST_OF_UNIT = 4

LEAP_WORDS = (LEAP_ENTRIES + 3) // 4
FOUR_BYTES = 0x01010101


@kernel
def emit_scan() -> None:
    """Find out where matches can begin; the set of units, if it takes one, is the last that is emitted."""
    begins = begins_of(WHOLE)
    unit = only_unit(begins)
    COMPILATION.scanned = unit
    if begins_at_start():
        COMPILATION.scan = Scan.START
    elif begins.flags & (ANYTHING | AT_END) != 0 or accepts_all(begins):
        COMPILATION.scan = Scan.ANYWHERE
    else:
        is_unit = unit >= 0
        if not by_points():
            if not is_unit:
                find_unit_ahead()
            if COMPILATION.ahead == 0:
                emit_leaps(is_unit)
        COMPILATION.scan = Scan.UNIT if is_unit and COMPILATION.leaps == 0 else Scan.SET
        if COMPILATION.scan == Scan.SET:
            emit_next_units(begins, True)


@kernel
def note_places() -> None:
    """Note where the sets for scanning stand, when all is emitted."""
    if COMPILATION.scan == Scan.SET:
        COMPILATION.scanned = word_at(CODE, CODE.count - 1)
    if COMPILATION.boundary != 0:
        COMPILATION.boundary = word_at(CODE, COMPILATION.boundary)


@kernel
def accepts_all(units: NextUnits) -> bool:
    """Whether every unit can come next."""
    all_bits = units.bits0 & units.bits1 & units.bits2 & units.bits3
    return all_bits == -1 and units.flags & OTHERS != 0


@kernel
def begins_at_start() -> bool:
    """Whether every alternative begins with an assertion that the text begins."""
    child = node_at(WHOLE).child
    while child != 0 and node_at(node_at(child).child).kind == NodeKind.START:
        child = node_at(child).next
    return child == 0


@kernel
def is_first(number: i64) -> bool:
    """Whether a node stands in front of all others, in groups without alternatives at most."""
    current: i64 = number
    while current != WHOLE:
        node = node_at(current)
        kind = node_at(node.parent).kind
        if node.previous != 0:
            return False
        if node.kind == NodeKind.ALTERNATIVE:
            is_of_group = kind == NodeKind.GROUP or kind == NodeKind.CAPTURE or node.parent == WHOLE
            if node.next != 0 or not is_of_group:
                return False
        elif kind != NodeKind.ALTERNATIVE:
            return False
        current = node.parent
    return True


@kernel
def has_references() -> bool:
    """Whether the pattern refers back to what a group has matched."""
    count = divide(NODES.count, NODE_WORDS)
    COMPILATION.work += count
    for number in range(WHOLE, count):
        kind = node_at(number).kind
        if kind == NodeKind.REFERENCE or kind == NodeKind.NAMED_REFERENCE:
            return True
    return False


# Leaps


@kernel
def emit_leaps(is_unit: bool) -> None:
    """Emit the table of leaps, if all matches begin with some units, of which not many are possible: still less if they
    begin with one unit, for which looking is faster.
    """
    owner = owner_of_alternatives()
    reach: i64 = MOST_REACH
    child = node_at(owner).child
    while child != 0:
        reach = min(reach, units_known(child, 0, 0))
        child = node_at(child).next
    if reach < (SHORTEST_OF_UNIT if is_unit else 2):
        return
    start = CODE.count
    for _ in range(LEAP_WORDS):
        emit(reach * FOUR_BYTES)
    if is_over():
        return
    table = CODE.base + 4 * start
    child = node_at(owner).child
    while child != 0:
        units_known(child, table, reach)
        child = node_at(child).next
    leaped = 0
    for unit in range(LEAP_ENTRIES):
        if load_u8(table + unit) < reach:
            leaped += 1
    if leaped > (MOST_REACH if is_unit else MOST_LEAPED):
        CODE.count = start
    else:
        COMPILATION.leaps = here() - 4 * LEAP_WORDS
        COMPILATION.reach = reach


@kernel
def owner_of_alternatives() -> i64:
    """The group whose alternatives all matches begin with: the whole pattern, or one that it begins with."""
    owner: i64 = WHOLE
    while node_at(node_at(owner).child).next == 0:
        term = node_at(node_at(owner).child).child
        while term != 0 and node_at(term).kind >= NodeKind.START:
            term = node_at(term).next
        if term == 0 or (node_at(term).kind != NodeKind.GROUP and node_at(term).kind != NodeKind.CAPTURE):
            return WHOLE
        owner = term
    return owner


@kernel
def units_known(alternative: i64, table: i64, reach: i64) -> i64:
    """Of how many units at the beginning of an alternative it is known what they can be, MOST_REACH at most. They are
    entered into the table, unless it is 0.
    """
    position: i64 = 0
    number = node_at(alternative).child
    while number != 0 and position < MOST_REACH:
        COMPILATION.work += 1
        node = node_at(number)
        below: i64 = 0
        repeated = number
        count: i64 = 0
        match node.kind:
            case NodeKind.UNIT | NodeKind.SET:
                count = 1
            case NodeKind.REPEAT:
                repeated = node.child
                kind = node_at(repeated).kind
                if kind != NodeKind.UNIT and kind != NodeKind.SET:
                    return position
                count = node.first
            case NodeKind.GROUP | NodeKind.CAPTURE:
                below = node.child
                if node_at(below).next != 0:
                    return position
            case NodeKind.ALTERNATIVE:
                below = node.child
            case NodeKind.REFERENCE | NodeKind.NAMED_REFERENCE:
                return position
            case _:
                # All others take no units.
                pass
        for _turn in range(min(count, MOST_REACH - position)):
            if position < reach and table != 0:
                shorten_leaps(table, begins_of(repeated), reach - 1 - position)
            position += 1
        if node.kind == NodeKind.REPEAT and node.first != node.second:
            return position
        number = below if below != 0 else next_below(number, alternative)
    return position


@kernel
def next_below(number: i64, top: i64) -> i64:
    """The next neighbour of a node, or of the closest one above it, below another node; 0 if none."""
    above: i64 = number
    while above != top and node_at(above).next == 0:
        above = node_at(above).parent
    return node_at(above).next if above != top else 0


@kernel
def shorten_leaps(table: i64, units: NextUnits, leap: i64) -> None:
    """Let the leaps for some units be no longer than one."""
    COMPILATION.work += NARROW
    for unit in range(NARROW):
        bits = load_i64(address(units) + 8 * shift_right(unit, 6))
        if shift_right(bits, unit & 63) & 1 != 0:
            store_u8(table + unit, min(load_u8(table + unit), leap))
    if units.flags & OTHERS != 0:
        store_u8(table + NARROW, min(load_u8(table + NARROW), leap))
