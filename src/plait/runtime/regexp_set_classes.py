"""Character classes with the flag `v`: classes within classes, what is in both, what is in one alone, and strings.

The classes that are open stand in `CLASSES`, the innermost last. What the innermost has so far is the set in the making
from its `ranges` on, and the strings from its `strings` on; what an operand has stands behind it. Sets are closed: with
the flag `i`, who has a letter has all that are the same.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import i32, i64, kernel
from plait.kernel.layout import Struct
from plait.runtime.regexp_case import add_same
from plait.runtime.regexp_escapes import BACKSPACE, read_character_escape, read_class_escape
from plait.runtime.regexp_faults import RegexpFault
from plait.runtime.regexp_scratch import (
    CLASSES,
    RANGES,
    STRINGS,
    grow,
    is_over,
    push,
    report,
    set_word,
    word_at,
)
from plait.runtime.regexp_sets import add_point, add_range, complement, finish_set, intersect, put_in_order, subtract
from plait.runtime.regexp_source import Unit, accept, advance, ahead, current, ignores_case, next_character
from plait.runtime.regexp_strings import class_node, keep_strings


class Operator(IntEnum):
    """How the operands of a class go together. NONE as long as there is one at most."""

    NONE = 0
    UNION = 1
    INTERSECTION = 2
    SUBTRACTION = 3


class Operand(IntEnum):
    """What the last operand of a class was."""

    NONE = 0
    CHARACTER = 1
    OTHER = 2


class OpenClass(Struct):
    """A class that is being read. `character` is the last operand if that is one, not in the set yet.

    `has_strings` says whether there may be strings in it, whatever they are.
    """

    ranges: i32
    strings: i32
    operator: i32
    is_negated: i32
    last: i32
    character: i32
    has_strings: i32
    is_first: i32


OPEN_WORDS = OpenClass.SIZE // 4


@kernel
def innermost() -> OpenClass:
    """The innermost open class."""
    return OpenClass(CLASSES.base + 4 * (CLASSES.count - OPEN_WORDS))


@kernel
def open_class() -> None:
    """Begin a class, with the position behind its bracket."""
    if CLASSES.capacity - CLASSES.count < OPEN_WORDS and not grow(CLASSES, OPEN_WORDS):
        return
    CLASSES.count += OPEN_WORDS
    opened = innermost()
    opened.ranges = RANGES.count
    opened.strings = STRINGS.count
    opened.operator = Operator.NONE
    opened.is_negated = 1 if accept(Unit.CARET) else 0
    opened.last = Operand.NONE
    opened.character = 0
    opened.has_strings = 0
    opened.is_first = 1


@kernel
def read_set_class() -> i64:
    """The term that a class stands for, with the position behind its bracket."""
    bottom = CLASSES.count
    ranges = RANGES.count
    strings = STRINGS.count
    open_class()
    while not is_over() and CLASSES.count > bottom:
        if current() == Unit.END:
            report(RegexpFault.UNTERMINATED_CLASS)
        elif current() == Unit.RIGHT_BRACKET:
            close_class(bottom)
        else:
            read_part(innermost())
    if is_over():
        return 0
    put_in_order(ranges)
    return class_node(finish_set(ranges), strings)


@kernel
def close_class(bottom: i64) -> None:
    """Parse the end of the innermost class, which becomes an operand of the one around it."""
    advance(1)
    opened = innermost()
    settle(opened)
    put_in_order(opened.ranges)
    if opened.is_negated != 0:
        if opened.has_strings != 0:
            report(RegexpFault.NEGATED_STRINGS)
        complement(opened.ranges)
    ranges = opened.ranges
    strings = opened.strings
    has_strings = opened.has_strings != 0
    CLASSES.count = CLASSES.count - OPEN_WORDS
    if CLASSES.count > bottom:
        add_operand(innermost(), ranges, strings, has_strings)


@kernel
def settle(opened: OpenClass) -> None:
    """Put the last operand into the set if it is a character: it is not the beginning of a range."""
    if opened.last == Operand.CHARACTER:
        start = RANGES.count
        add_point(opened.character)
        opened.last = Operand.OTHER
        close_set(start)
        combine(opened, start)


@kernel
def close_set(start: i64) -> None:
    """Put a set in order, with the variants of its letters if case is ignored."""
    if ignores_case():
        put_in_order(start)
        add_same(start, True)
    put_in_order(start)


@kernel
def combine(opened: OpenClass, middle: i64) -> None:
    """Make one set of what a class has and of an operand in order, which begins at an index."""
    if opened.operator == Operator.INTERSECTION and opened.is_first == 0:
        intersect(opened.ranges, middle)
    elif opened.operator == Operator.SUBTRACTION and opened.is_first == 0:
        subtract(opened.ranges, middle)


@kernel
def add_operand(opened: OpenClass, ranges: i64, strings: i64, has_strings: bool) -> None:
    """Add an operand to a class: its set in order, which begins at an index, and its strings."""
    combine(opened, ranges)
    if opened.operator >= Operator.INTERSECTION and opened.is_first == 0:
        keep_strings(opened.strings, strings, opened.operator == Operator.INTERSECTION)
        if opened.operator == Operator.INTERSECTION and not has_strings:
            opened.has_strings = 0
    elif has_strings:
        opened.has_strings = 1
    opened.is_first = 0
    opened.last = Operand.OTHER


@kernel
def read_part(opened: OpenClass) -> None:
    """Read an operand, or an operator with the operand behind it."""
    unit = current()
    is_double = ahead(1) == unit
    if opened.last != Operand.NONE and opened.operator == Operator.NONE:
        choose_operator(opened, unit, is_double)
        return
    if opened.operator >= Operator.INTERSECTION:
        wanted: i64 = Unit.AMPERSAND if opened.operator == Operator.INTERSECTION else Unit.HYPHEN
        if unit != wanted or not is_double:
            report(RegexpFault.INVALID_SET_OPERATION)
            return
        advance(2)
        if wanted == Unit.AMPERSAND and current() == Unit.AMPERSAND:
            report(RegexpFault.INVALID_CLASS_CHARACTER)
            return
        read_operand(opened)
        return
    if unit != Unit.HYPHEN or opened.last == Operand.NONE:
        settle(opened)
        read_operand(opened)
        return
    if is_double:
        report(RegexpFault.INVALID_SET_OPERATION)
        return
    read_range(opened)


@kernel
def choose_operator(opened: OpenClass, unit: i64, is_double: bool) -> None:
    """Find out how the operands of a class go together, of which the first has been read."""
    if is_double and (unit == Unit.AMPERSAND or unit == Unit.HYPHEN):
        settle(opened)
        put_in_order(opened.ranges)
        opened.is_first = 0
        opened.operator = Operator.INTERSECTION if unit == Unit.AMPERSAND else Operator.SUBTRACTION
        if unit == Unit.HYPHEN and opened.is_negated != 0 and opened.has_strings != 0:
            report(RegexpFault.NEGATED_STRINGS)
    else:
        opened.operator = Operator.UNION


@kernel
def read_range(opened: OpenClass) -> None:
    """Read the rest of a range, from its hyphen on."""
    if opened.last != Operand.CHARACTER:
        report(RegexpFault.INVALID_CLASS)
        return
    first = opened.character
    advance(1)
    opened.last = Operand.NONE
    read_operand(opened)
    if is_over():
        return
    if opened.last != Operand.CHARACTER:
        report(RegexpFault.INVALID_CLASS)
        return
    if first > opened.character:
        report(RegexpFault.RANGE_OUT_OF_ORDER)
        return
    start = RANGES.count
    add_range(first, opened.character)
    opened.last = Operand.OTHER
    close_set(start)


@kernel
def read_operand(opened: OpenClass) -> None:
    """Read an operand. A class is opened; what else stands for several is added; a character waits for a hyphen,
    unless the operands are in no union.
    """
    unit = current()
    if unit == Unit.LEFT_BRACKET:
        advance(1)
        open_class()
        return
    ranges = RANGES.count
    strings = STRINGS.count
    if unit == Unit.BACKSLASH:
        if ahead(1) == Unit.LOWER_Q:
            has_strings = read_strings()
            close_set(ranges)
            add_operand(opened, ranges, strings, has_strings)
            return
        if read_class_escape(True):
            close_set(ranges)
            add_operand(opened, ranges, strings, STRINGS.count > strings)
            return
    opened.character = read_set_character()
    opened.last = Operand.CHARACTER
    if opened.operator >= Operator.INTERSECTION:
        add_point(opened.character)
        close_set(ranges)
        add_operand(opened, ranges, strings, False)


@kernel
def is_reserved(unit: i64) -> bool:
    """Whether a unit means nothing yet when it stands twice, so that it may not."""
    match unit:
        case Unit.AMPERSAND | Unit.EXCLAMATION | Unit.HASH | Unit.DOLLAR | Unit.PERCENT | Unit.STAR | Unit.PLUS:
            return True
        case Unit.COMMA | Unit.POINT | Unit.COLON | Unit.SEMICOLON | Unit.LESS | Unit.EQUALS | Unit.GREATER:
            return True
        case Unit.QUESTION | Unit.AT | Unit.CARET | Unit.GRAVE | Unit.TILDE:
            return True
        case _:
            return False


@kernel
def is_set_syntax(unit: i64) -> bool:
    """Whether a unit means something in a class, so that it needs a backslash."""
    match unit:
        case Unit.LEFT_PARENTHESIS | Unit.RIGHT_PARENTHESIS | Unit.LEFT_BRACKET | Unit.RIGHT_BRACKET | Unit.LEFT_BRACE:
            return True
        case Unit.RIGHT_BRACE | Unit.SLASH | Unit.HYPHEN | Unit.BACKSLASH | Unit.BAR:
            return True
        case _:
            return False


@kernel
def read_set_character() -> i64:
    """Read a character of a class."""
    unit = current()
    if unit == Unit.BACKSLASH:
        escaped = ahead(1)
        if escaped == Unit.END:
            report(RegexpFault.ESCAPE_AT_END)
            return 0
        if escaped == Unit.LOWER_B:
            advance(2)
            return BACKSPACE
        is_mark = is_reserved(escaped) and escaped != Unit.STAR and escaped != Unit.PLUS and escaped != Unit.GRAVE
        if is_mark or escaped == Unit.GRAVE or escaped == Unit.HYPHEN:
            advance(2)
            return escaped
        return read_character_escape(True)
    if is_set_syntax(unit):
        report(RegexpFault.INVALID_CLASS_CHARACTER)
    elif is_reserved(unit) and ahead(1) == unit:
        report(RegexpFault.INVALID_SET_OPERATION)
    return next_character(True)


@kernel
def read_strings() -> bool:
    """Read `\\q{...}`: adds strings, and those of one character to the set; whether there is another string."""
    advance(2)
    if not accept(Unit.LEFT_BRACE):
        report(RegexpFault.INVALID_ESCAPE)
        return False
    has_strings = False
    is_done = False
    while not is_done and not is_over():
        start = STRINGS.count
        push(STRINGS, 0)
        length: i64 = 0
        while not is_over() and current() != Unit.BAR and current() != Unit.RIGHT_BRACE:
            if current() == Unit.END:
                report(RegexpFault.INVALID_CLASS_CHARACTER)
            else:
                push(STRINGS, read_set_character())
                length += 1
        is_done = current() == Unit.RIGHT_BRACE
        advance(1)
        if length == 1:
            add_point(word_at(STRINGS, STRINGS.count - 1))
            STRINGS.count = start
        elif not is_over():
            set_word(STRINGS, start, length)
            has_strings = True
    return has_strings
