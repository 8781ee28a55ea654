"""The table of atoms: a hash table of strings, each of which is the only atom with its units.

It is a `Store` of entries of 8 bytes: a string (u32) and the hash of its units (u32). `capacity`, a power of 2, says
for how many it has room; `length`, how many there are. An entry stands where its hash says or behind, in a circle. The
table keeps no string alive: a collection that is due drops those that nothing else leads to (`memory/collector.py`).
"""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i64, kernel, load_i64, shift_right_logical, store_i64
from plait.memory.layouts import DATA, Kind, Store

WORD = 0xFFFFFFFF

LEAST_CAPACITY = 64

CAPACITY_PER_ATOM = 4
"""A table that has room for more atoms than so many times those in it is made smaller."""


@kernel(inline=True)
def table_size(capacity: i64) -> i64:
    """Bytes of a table, header included."""
    return DATA + 8 * capacity


@kernel
def begin_table(place: i64, capacity: i64) -> Store:
    """An empty table at a place where there is room for it."""
    table = Store(place)
    table.kind = Kind.STORE
    table.size = table_size(capacity)
    table.length = 0
    table.capacity = capacity
    fill_bytes(place + DATA, 0, 8 * capacity)
    return table


@kernel(inline=True)
def entry_at(table: Store, position: i64) -> i64:
    """The entry at a position, 0 when there is none."""
    return load_i64(address(table) + DATA + 8 * position)


@kernel(inline=True)
def set_entry(table: Store, position: i64, entry: i64) -> None:
    """Set the entry at a position."""
    store_i64(address(table) + DATA + 8 * position, entry)


@kernel(inline=True)
def string_of(entry: i64) -> i64:
    """The offset of the string of an entry."""
    return entry & WORD


@kernel(inline=True)
def hash_of(entry: i64) -> i64:
    """The hash of the string of an entry."""
    return shift_right_logical(entry, 32)


@kernel
def insert_entry(table: Store, entry: i64) -> None:
    """Add an entry, for which there is room."""
    mask = table.capacity - 1
    position = hash_of(entry) & mask
    while entry_at(table, position) != 0:
        position = (position + 1) & mask
    set_entry(table, position, entry)
    table.length = table.length + 1
