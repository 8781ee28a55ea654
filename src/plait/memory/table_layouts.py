"""The layout of hash tables, which remember in which order their entries came."""

from __future__ import annotations

from plait.kernel import Struct, i64, u32
from plait.memory.layouts import TypeInfo

TABLE_INFO = 12
"""The number of the type info of tables (no class has it)."""


class TableObject(Struct):
    """A hash table.

    `entries` is a store of words, or 0 as long as there are none: a key and a value each, one behind the other as they
    came. The key of an entry that has been deleted is `ABSENT`. `index` is a store of as many places of 8 bytes, twice
    as many as there is room for entries: an entry's position from 1 on, and above it, 32 bits, the hash of its key; 0
    is nobody's. An entry stands at the place that its hash says, or behind, in a circle; what stands there of entries
    that have been deleted stays.

    Every entry has a number, by which cursors know it, and which never changes, while its position does when the
    deleted are dropped. It is the position plus `shift`, but for the first `ordered` entries, whose numbers stand in
    the store `order` (0 when there are none). `is_watched` says that there may be a cursor. In front of `first` all
    entries are deleted; a cursor passed the entry in front of `recent` last. `brand` says of which built-in class the
    record is that keeps the table; 0 if none does.
    """

    kind: u32
    size: u32
    info: TypeInfo
    brand: u32
    entries: i64
    index: i64
    order: i64
    shift: i64
    count: u32
    first: u32
    recent: u32
    ordered: u32
    is_watched: u32
    unused1: u32


ENTRY_SIZE = 16
PLACE_SIZE = 8

TABLE_TRACED: tuple[int, ...] = tuple(TableObject.LAYOUT[name].offset for name in ("entries", "index", "order"))
"""Byte distances of the traced slots of tables."""
