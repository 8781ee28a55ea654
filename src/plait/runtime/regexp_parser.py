"""Patterns to trees, with the mistakes that V8 finds in the order in which it finds them."""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.runtime.regexp_classes import character_node, finish_class, read_class
from plait.runtime.regexp_code import DOT_ALL, ENDLESS, IGNORE_CASE, MULTILINE
from plait.runtime.regexp_escapes import (
    read_character_escape,
    read_class_escape,
    read_group_name,
    read_octal,
)
from plait.runtime.regexp_faults import RegexpFault
from plait.runtime.regexp_nodes import (
    MODIFIED,
    WHOLE,
    NodeKind,
    append_child,
    has_alternatives,
    new_node,
    node_at,
    put_above,
)
from plait.runtime.regexp_scratch import (
    COMPILATION,
    NAME_TEXT,
    NAMES,
    RANGES,
    STRINGS,
    is_over,
    push,
    report,
    word_at,
)
from plait.runtime.regexp_set_classes import read_set_class
from plait.runtime.regexp_sets import add_line_ends, complement, finish_set
from plait.runtime.regexp_source import (
    Unit,
    accept,
    advance,
    ahead,
    by_points,
    current,
    has_sets,
    is_decimal,
    next_character,
)
from plait.runtime.regexp_strings import class_node

MOST_GROUPS = 0x10000
"""The most groups a pattern can have, the whole match included."""

MOST_WORK = 1 << 23
"""How much work a pattern may take to compile."""


@kernel
def count_groups() -> None:
    """Find out how many groups the pattern has, and whether some have names."""
    COMPILATION.all_groups = 1
    COMPILATION.is_named = 0
    in_class = False
    while current() != Unit.END:
        unit = current()
        advance(1)
        if unit == Unit.BACKSLASH:
            advance(1)
        elif unit == Unit.LEFT_BRACKET:
            in_class = True
        elif unit == Unit.RIGHT_BRACKET:
            in_class = False
        elif unit == Unit.LEFT_PARENTHESIS and not in_class:
            is_group = current() != Unit.QUESTION
            if not is_group and ahead(1) == Unit.LESS and ahead(2) != Unit.EQUALS and ahead(2) != Unit.EXCLAMATION:
                is_group = True
                COMPILATION.is_named = 1
            if is_group:
                COMPILATION.all_groups += 1
    COMPILATION.position = 0


@kernel
def parse_pattern() -> None:
    """Make the tree of the pattern."""
    count_groups()
    new_node(NodeKind.EMPTY, 0, 0)
    new_node(NodeKind.GROUP, 0, 0)
    COMPILATION.groups = 1
    if is_over():
        return
    node_at(WHOLE).first_group = 1
    append_child(WHOLE, new_node(NodeKind.ALTERNATIVE, 0, 0))
    group: i64 = WHOLE
    while not is_over() and group != 0:
        if COMPILATION.work > MOST_WORK:
            report(RegexpFault.TOO_LARGE)
        group = parse_term(group)
    if not is_over():
        resolve_names()


@kernel
def add_term(group: i64, node: i64) -> None:
    """Put a term behind the others of the group's last alternative."""
    if not is_over():
        append_child(node_at(group).last_child, node)


@kernel
def parse_term(group: i64) -> i64:
    """Parse one thing of the innermost open group; the group that is the innermost then, 0 at the end."""
    match current():
        case Unit.END:
            if group != WHOLE:
                report(RegexpFault.UNTERMINATED_GROUP)
            else:
                node_at(WHOLE).last_group = COMPILATION.groups
            return 0
        case Unit.RIGHT_PARENTHESIS:
            return close_group(group)
        case Unit.BAR:
            advance(1)
            append_child(group, new_node(NodeKind.ALTERNATIVE, 0, 0))
        case Unit.LEFT_PARENTHESIS:
            return open_group(group)
        case Unit.STAR | Unit.PLUS | Unit.QUESTION:
            report(RegexpFault.NOTHING_TO_REPEAT)
        case Unit.CARET:
            advance(1)
            is_line = COMPILATION.flags & MULTILINE != 0
            add_term(group, new_node(NodeKind.LINE_START if is_line else NodeKind.START, 0, 0))
        case Unit.DOLLAR:
            advance(1)
            is_line = COMPILATION.flags & MULTILINE != 0
            add_term(group, new_node(NodeKind.LINE_END if is_line else NodeKind.END, 0, 0))
        case Unit.BACKSLASH:
            parse_escape(group)
        case _:
            parse_character(group)
    return group


@kernel
def parse_character(group: i64) -> None:
    """Parse what stands for one character without a backslash."""
    match current():
        case Unit.POINT:
            advance(1)
            start = RANGES.count
            if COMPILATION.flags & DOT_ALL == 0:
                add_line_ends()
            complement(start)
            add_term(group, new_node(NodeKind.SET, finish_set(start), 0))
        case Unit.LEFT_BRACKET:
            advance(1)
            if has_sets():
                add_term(group, read_set_class())
            else:
                add_term(group, new_node(NodeKind.SET, read_class(), 0))
        case Unit.LEFT_BRACE:
            is_quantifier, _least, _most, _length = interval()
            if is_quantifier:
                report(RegexpFault.NOTHING_TO_REPEAT)
            elif by_points():
                report(RegexpFault.LONE_BRACKETS)
            add_character(group, next_character(by_points()))
        case Unit.RIGHT_BRACE | Unit.RIGHT_BRACKET:
            if by_points():
                report(RegexpFault.LONE_BRACKETS)
            add_character(group, next_character(by_points()))
        case _:
            add_character(group, next_character(by_points()))
    parse_quantifier(group)


@kernel
def add_character(group: i64, character: i64) -> None:
    """Add a term for one character."""
    add_term(group, character_node(character))


@kernel
def parse_escape(group: i64) -> None:
    """Parse what begins with a backslash."""
    unit = ahead(1)
    if unit == Unit.END:
        report(RegexpFault.ESCAPE_AT_END)
        return
    if unit == Unit.LOWER_B or unit == Unit.UPPER_B:
        advance(2)
        add_term(group, flagged_node(NodeKind.BOUNDARY if unit == Unit.LOWER_B else NodeKind.NOT_BOUNDARY, 0, 0))
        return
    if unit > Unit.ZERO and unit <= Unit.NINE:
        parse_reference(group, unit)
    elif unit == Unit.LOWER_K and (by_points() or COMPILATION.is_named != 0):
        advance(2)
        parse_named_reference(group)
    else:
        start = RANGES.count
        strings = STRINGS.count
        if read_class_escape(False):
            add_term(group, class_node(finish_class(start, False), strings))
        else:
            add_character(group, read_character_escape(False))
    parse_quantifier(group)


@kernel
def parse_reference(group: i64, unit: i64) -> None:
    """Parse a backslash before a digit from 1 to 9: a reference, if there are so many groups."""
    number: i64 = 0
    distance = 1
    while is_decimal(ahead(distance)) and number < MOST_GROUPS:
        number = 10 * number + ahead(distance) - Unit.ZERO
        distance += 1
    if number < COMPILATION.all_groups:
        advance(distance)
        add_reference(group, number)
        return
    if by_points():
        report(RegexpFault.INVALID_ESCAPE)
    if unit >= Unit.EIGHT:
        advance(2)
        add_character(group, unit)
        return
    advance(1)
    add_character(group, read_octal())


@kernel
def add_reference(group: i64, number: i64) -> None:
    """Add what a group has matched; within the group itself that is nothing."""
    add_term(group, flagged_node(NodeKind.EMPTY if is_within(group, number) else NodeKind.REFERENCE, number, 0))


@kernel
def flagged_node(kind: i64, first: i64, second: i64) -> i64:
    """A node that knows the flags at its place; 0 when memory is out."""
    number = new_node(kind, first, second)
    if number != 0:
        node_at(number).flags = COMPILATION.flags
    return number


@kernel
def parse_named_reference(group: i64) -> None:
    """Parse what stands behind `\\k`."""
    if not accept(Unit.LESS):
        report(RegexpFault.INVALID_NAMED_REFERENCE)
        return
    start = NAME_TEXT.count
    length = read_group_name()
    if length < 0:
        report(RegexpFault.INVALID_NAMED_REFERENCE)
        return
    add_term(group, flagged_node(NodeKind.NAMED_REFERENCE, start, length))


@kernel
def open_group(group: i64) -> i64:
    """Parse what begins a group; the new group."""
    advance(1)
    kind: i64 = NodeKind.CAPTURE
    looks_back = False
    name: i64 = NAME_TEXT.count
    length: i64 = 0
    flags: i64 = 0
    if accept(Unit.QUESTION):
        if accept(Unit.COLON):
            kind = NodeKind.GROUP
        elif accept(Unit.EQUALS):
            kind = NodeKind.LOOK
        elif accept(Unit.EXCLAMATION):
            kind = NodeKind.LOOK_NOT
        elif accept(Unit.LESS):
            if current() == Unit.EQUALS or current() == Unit.EXCLAMATION:
                kind = NodeKind.LOOK if current() == Unit.EQUALS else NodeKind.LOOK_NOT
                looks_back = True
                advance(1)
            else:
                length = read_group_name()
                if length < 0:
                    report(RegexpFault.INVALID_GROUP_NAME)
                elif has_rival(group, name, length):
                    report(RegexpFault.DUPLICATE_GROUP_NAME)
        else:
            kind = NodeKind.GROUP
            flags = COMPILATION.flags | MODIFIED
            read_modifiers()
    if is_over():
        return 0
    made = new_node(kind, 0, 0)
    add_term(group, made)
    append_child(made, new_node(NodeKind.ALTERNATIVE, 0, 0))
    if is_over():
        return 0
    node = node_at(made)
    node.looks_back = 1 if looks_back else 0
    node.flags = flags
    if kind == NodeKind.CAPTURE:
        if COMPILATION.groups >= MOST_GROUPS - 1:
            report(RegexpFault.TOO_MANY_GROUPS)
            return 0
        node.first = COMPILATION.groups
        if length > 0:
            push(NAMES, name)
            push(NAMES, length)
            push(NAMES, COMPILATION.groups)
        node.first_group = COMPILATION.groups
        COMPILATION.groups += 1
    else:
        node.first_group = COMPILATION.groups
    return made


@kernel
def read_modifiers() -> None:
    """Read the flags that a group adds and removes, up to the colon, and let them be those of what follows."""
    added = read_modifier_flags(0)
    removed: i64 = 0
    is_empty = added == 0
    if accept(Unit.HYPHEN):
        removed = read_modifier_flags(added)
        is_empty = is_empty and removed == 0
    if is_over():
        return
    if not accept(Unit.COLON):
        report(RegexpFault.INVALID_GROUP)
    elif is_empty:
        report(RegexpFault.INVALID_MODIFIERS)
    COMPILATION.flags = (COMPILATION.flags | added) & ~removed


@kernel
def read_modifier_flags(known: i64) -> i64:
    """Read letters of flags that a group may change; each may be there once."""
    found: i64 = 0
    while not is_over():
        flag: i64 = 0
        match current():
            case Unit.LOWER_I:
                flag = IGNORE_CASE
            case Unit.LOWER_M:
                flag = MULTILINE
            case Unit.LOWER_S:
                flag = DOT_ALL
            case _:
                return found
        if (known | found) & flag != 0:
            report(RegexpFault.REPEATED_MODIFIER)
        found = found | flag
        advance(1)
    return found


@kernel
def has_rival(group: i64, start: i64, length: i64) -> bool:
    """Whether a group of the name is there that can match together with one that is added to an open group: one that
    does not stand in another alternative of a group around both.
    """
    index: i64 = 0
    while index < NAMES.count:
        if is_named(index, start, length) and is_together(group, word_at(NAMES, index + 2)):
            return True
        index += 3
    return False


@kernel
def is_together(group: i64, capture: i64) -> bool:
    """Whether what is added to an open group is in the same alternatives as a group that is there already."""
    number: i64 = WHOLE
    while not (node_at(number).kind == NodeKind.CAPTURE and node_at(number).first == capture):
        number += 1
        COMPILATION.work += 1
    above: i64 = number
    while above != 0:
        if node_at(above).kind == NodeKind.ALTERNATIVE and is_open(group, node_at(above).parent):
            return node_at(node_at(above).parent).last_child == above
        above = node_at(above).parent
    return True


@kernel
def is_open(group: i64, number: i64) -> bool:
    """Whether a node is an open group or around it."""
    above: i64 = group
    while above != 0 and above != number:
        above = node_at(above).parent
        COMPILATION.work += 1
    return above != 0


@kernel
def close_group(group: i64) -> i64:
    """Parse the end of a group; the group around it."""
    if group == WHOLE:
        report(RegexpFault.UNMATCHED_PARENTHESIS)
        return 0
    advance(1)
    node = node_at(group)
    node.last_group = COMPILATION.groups
    if node.flags & MODIFIED != 0:
        COMPILATION.flags = node.flags & ~MODIFIED
    outer = node_at(node.parent).parent
    parse_quantifier(outer)
    return outer


@kernel
def interval() -> tuple[bool, i64, i64, i64]:
    """Whether a quantifier in braces stands ahead, its bounds, and how many units it takes. Nothing is passed."""
    distance = 1
    least: i64 = 0
    while is_decimal(ahead(distance)):
        least = min(ENDLESS, 10 * least + ahead(distance) - Unit.ZERO)
        distance += 1
    if distance == 1:
        return False, 0, 0, 0
    most: i64 = least
    if ahead(distance) == Unit.COMMA:
        distance += 1
        most = ENDLESS
        if is_decimal(ahead(distance)):
            most = 0
        while is_decimal(ahead(distance)):
            most = min(ENDLESS, 10 * most + ahead(distance) - Unit.ZERO)
            distance += 1
    return ahead(distance) == Unit.RIGHT_BRACE, least, most, distance + 1


@kernel
def parse_quantifier(group: i64) -> None:
    """Parse what says how often the last term of a group is there, if anything does."""
    if is_over():
        return
    least: i64 = 0
    most: i64 = ENDLESS
    match current():
        case Unit.STAR:
            advance(1)
        case Unit.PLUS:
            advance(1)
            least = 1
        case Unit.QUESTION:
            advance(1)
            most = 1
        case Unit.LEFT_BRACE:
            is_quantifier, least_given, most_given, length = interval()
            if not is_quantifier:
                if by_points():
                    report(RegexpFault.INCOMPLETE_QUANTIFIER)
                return
            least = least_given
            most = most_given
            if least > most:
                report(RegexpFault.NUMBERS_OUT_OF_ORDER)
            advance(length)
        case _:
            return
    is_lazy = accept(Unit.QUESTION)
    term = node_at(node_at(group).last_child).last_child
    kind = node_at(term).kind
    is_look = kind == NodeKind.LOOK or kind == NodeKind.LOOK_NOT
    if is_look and (by_points() or node_at(term).looks_back != 0):
        report(RegexpFault.INVALID_QUANTIFIER)
    repeat = new_node(NodeKind.REPEAT, least, most)
    if is_over():
        return
    put_above(repeat, term)
    node_at(repeat).is_lazy = 1 if is_lazy else 0
    if has_alternatives(kind):
        node_at(repeat).first_group = node_at(term).first_group
        node_at(repeat).last_group = node_at(term).last_group


@kernel
def is_named(index: i64, start: i64, length: i64) -> bool:
    """Whether a group, by its index in `NAMES`, has the name that stands at an index of `NAME_TEXT`."""
    COMPILATION.work += 4
    if word_at(NAMES, index + 1) != length:
        return False
    place = word_at(NAMES, index)
    same = 0
    while same < length and word_at(NAME_TEXT, place + same) == word_at(NAME_TEXT, start + same):
        same += 1
    return same == length


@kernel
def resolve_names() -> None:
    """Let references by name be references by number."""
    number: i64 = WHOLE
    while number != 0 and not is_over():
        if node_at(number).kind == NodeKind.NAMED_REFERENCE:
            resolve_name(number)
        number = following(number)


@kernel
def resolve_name(number: i64) -> None:
    """Let a reference by name be one to the group of the name. Of several groups one at most has matched, and what has
    not is like nothing: then it is a sequence of references to all of them.
    """
    start: i64 = node_at(number).first
    length: i64 = node_at(number).second
    found = 0
    index: i64 = 0
    while index < NAMES.count and not is_over():
        if is_named(index, start, length):
            group = word_at(NAMES, index + 2)
            if found == 0:
                node_at(number).kind = NodeKind.EMPTY if is_within(number, group) else NodeKind.REFERENCE
                node_at(number).first = group
            else:
                add_other_reference(number, group, found == 1)
            found += 1
        index += 3
    if found == 0:
        report(RegexpFault.UNKNOWN_NAMED_REFERENCE)


@kernel
def add_other_reference(number: i64, group: i64, is_second: bool) -> None:
    """Add a reference to a further group of the same name."""
    if is_second:
        first = new_node(node_at(number).kind, node_at(number).first, 0)
        alternative = new_node(NodeKind.ALTERNATIVE, 0, 0)
        if is_over():
            return
        node_at(first).flags = node_at(number).flags
        node = node_at(number)
        node.kind = NodeKind.GROUP
        node.first_group = COMPILATION.groups
        node.last_group = COMPILATION.groups
        append_child(number, alternative)
        append_child(alternative, first)
    other = new_node(NodeKind.EMPTY if is_within(number, group) else NodeKind.REFERENCE, group, 0)
    if is_over():
        return
    node_at(other).flags = node_at(first_of(number)).flags
    append_child(node_at(number).child, other)


@kernel
def first_of(number: i64) -> i64:
    """The first term of the first alternative of a group."""
    return node_at(node_at(number).child).child


@kernel
def is_within(number: i64, group: i64) -> bool:
    """Whether a node stands within a group."""
    above: i64 = number
    while above != 0 and not (node_at(above).kind == NodeKind.CAPTURE and node_at(above).first == group):
        above = node_at(above).parent
        COMPILATION.work += 1
    return above != 0


@kernel
def following(number: i64) -> i64:
    """The node behind another in the order of the source; 0 behind the last."""
    if node_at(number).child != 0:
        return node_at(number).child
    above: i64 = number
    while above != 0 and node_at(above).next == 0:
        above = node_at(above).parent
    return node_at(above).next if above != 0 else 0
