"""Cursors that go through a table while it changes: the number of the entry passed last, plus one; 0 to begin."""

from __future__ import annotations

from plait.kernel import divide, f64, guess_i64, i64, kernel, load_i64, to_f64
from plait.memory.layouts import ABSENT, DATA, UNDEFINED
from plait.memory.table_layouts import TableObject
from plait.runtime.tables import entry_at, number_at, skip_deleted, used_entries

MAX_NUMBER = 9007199254740992.0


@kernel(inline=True)
def number_of_cursor(cursor: f64) -> i64:
    """A cursor as an integer; -1 for what is none."""
    return guess_i64(cursor) if cursor >= 0.0 and cursor <= MAX_NUMBER else -1


@kernel
def search_order(table: TableObject, number: i64) -> i64:
    """The position of the first of the entries with a number of their own whose number is not less."""
    low = 0
    high = table.ordered
    recent = table.recent
    if 0 < recent < high:
        # Most cursors are where the last one was.
        if number_at(table, recent - 1) < number:
            low = recent
            if number_at(table, recent) >= number:
                return recent
        else:
            high = recent
    while low < high:
        middle = divide(low + high, 2)
        if load_i64(table.order + DATA + 8 * middle) < number:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def position_of(table: TableObject, number: i64) -> i64:
    """The position of the first entry whose number is not less."""
    position = number - table.shift
    if position >= table.ordered:
        return position
    return 0 if table.ordered == 0 else search_order(table, number)


@kernel
def next_cursor(table: TableObject, cursor: f64) -> f64:
    """The cursor behind the next entry; -1 when there is none."""
    number = number_of_cursor(cursor)
    if number < 0:
        return -1.0
    start = max(position_of(table, number), table.first)
    position = skip_deleted(table, start)
    if start == table.first:
        table.first = position
    if position >= used_entries(table):
        return -1.0
    table.is_watched = 1
    table.recent = position + 1
    return to_f64(number_at(table, position) + 1)


@kernel
def passed_entry(table: TableObject, cursor: f64) -> i64:
    """Where the entry stands that a cursor has passed last; 0 when it is no more."""
    number = number_of_cursor(cursor) - 1
    if number < 0:
        return 0
    position = position_of(table, number)
    if position >= used_entries(table) or number_at(table, position) != number:
        return 0
    place = entry_at(table, position)
    return 0 if load_i64(place) == ABSENT else place


@kernel
def passed_word(table: TableObject, cursor: f64, distance: i64) -> i64:
    """The key (`distance` 0) or value (8) of the entry that a cursor has passed last; undefined when it is no more."""
    place = passed_entry(table, cursor)
    return UNDEFINED if place == 0 else load_i64(place + distance)
