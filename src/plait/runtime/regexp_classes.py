"""Character classes without the flag `v`: `[a-z\\d]`."""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.runtime.regexp_case import add_same
from plait.runtime.regexp_escapes import BACKSPACE, NONE, read_character_escape, read_class_escape
from plait.runtime.regexp_faults import RegexpFault
from plait.runtime.regexp_nodes import NodeKind, new_node
from plait.runtime.regexp_scratch import RANGES, is_over, report
from plait.runtime.regexp_sets import add_point, add_range, complement, finish_set, only_point, put_in_order
from plait.runtime.regexp_source import (
    FIRST_PAIR,
    HIGH_SURROGATE,
    LAST_SURROGATE,
    Unit,
    accept,
    advance,
    ahead,
    by_points,
    current,
    ignores_case,
    next_character,
)


@kernel
def read_class_atom() -> i64:
    """The next character of a class; NONE for an escape that stands for several, which are added to the set."""
    if current() != Unit.BACKSLASH:
        return next_character(by_points())
    unit = ahead(1)
    if unit == Unit.END:
        report(RegexpFault.ESCAPE_AT_END)
        return NONE
    if unit == Unit.LOWER_B:
        advance(2)
        return BACKSPACE
    if unit == Unit.HYPHEN and by_points():
        advance(2)
        return Unit.HYPHEN
    if read_class_escape(True):
        return NONE
    return read_character_escape(True)


@kernel
def read_class() -> i64:
    """The set that a class stands for, with the position behind its bracket."""
    start = RANGES.count
    is_negated = accept(Unit.CARET)
    while not is_over() and current() != Unit.RIGHT_BRACKET and current() != Unit.END:
        read_class_part()
    if not accept(Unit.RIGHT_BRACKET):
        report(RegexpFault.UNTERMINATED_CLASS)
    return finish_class(start, is_negated)


@kernel
def read_class_part() -> None:
    """Read a character or a range of a class."""
    first = read_class_atom()
    if current() != Unit.HYPHEN:
        if first != NONE:
            add_point(first)
        return
    advance(1)
    if current() == Unit.END:
        return
    if current() == Unit.RIGHT_BRACKET:
        if first != NONE:
            add_point(first)
        add_point(Unit.HYPHEN)
        return
    last = read_class_atom()
    if first != NONE and last != NONE:
        if first > last:
            report(RegexpFault.RANGE_OUT_OF_ORDER)
        add_range(first, last)
        return
    if by_points():
        report(RegexpFault.INVALID_CLASS)
    if first != NONE:
        add_point(first)
    if last != NONE:
        add_point(last)
    add_point(Unit.HYPHEN)


@kernel
def finish_class(start: i64, is_negated: bool) -> i64:
    """The number of the set in the making, with the variants of its letters if case is ignored, or of all others."""
    if ignores_case():
        put_in_order(start)
        add_same(start, by_points())
    put_in_order(start)
    if is_negated:
        complement(start)
    return finish_set(start)


@kernel
def character_node(character: i64) -> i64:
    """A term for one character."""
    start = RANGES.count
    add_point(character)
    number = finish_class(start, False)
    is_unit = only_point(number) == character and character < FIRST_PAIR
    if is_unit and not (by_points() and character >= HIGH_SURROGATE and character <= LAST_SURROGATE):
        return new_node(NodeKind.UNIT, character, 0)
    return new_node(NodeKind.SET, number, 0)
