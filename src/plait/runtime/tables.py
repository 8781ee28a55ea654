"""Hash tables in order of insertion: finding, setting, deleting entries. They look as `memory/table_layouts.py` says.

A table grows, and drops the entries that have been deleted, when there is no room for one more entry. Looking up costs
work only when many entries stand in each other's way or strings are long.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    divide,
    fill_bytes,
    i32,
    i64,
    kernel,
    load_i64,
    offset_of,
    shift_left,
    shift_right_logical,
    size_of,
    store_i64,
    unlikely,
)
from plait.memory.allocator import allocate, has_room
from plait.memory.barrier import store_slot
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    ABSENT,
    DATA,
    UNDEFINED,
    Kind,
    Object,
    Store,
    TypeInfo,
    type_info_offset,
)
from plait.memory.table_layouts import ENTRY_SIZE, PLACE_SIZE, TABLE_INFO, TableObject
from plait.runtime.dynamic import is_reference
from plait.runtime.hashing import hash_word, is_same_content, normal_key

TABLE_TYPE = TypeInfo(type_info_offset(TABLE_INFO))
LEAST_CAPACITY = 4
"""How many entries a table has room for at first."""

FREE_PROBES = 16
"""So many places that are others' are passed for nothing; what comes on top is work."""

REBUILT_PER_ENTRY = 12
"""The work of moving an entry."""

POSITION = 0xFFFFFFFF


@kernel(inline=True)
def is_table(word: i64) -> bool:
    """Whether a word is a table."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == TABLE_TYPE


@kernel
def new_table() -> tuple[i64, i32]:
    """The word of an empty table."""
    table = TableObject(allocate(Kind.OBJECT, size_of(TableObject)))
    if address(table) == 0:
        return 0, Outcome.NEED_MEMORY
    table.info = TABLE_TYPE
    table.brand = 0
    table.shift = 0
    table.is_watched = 0
    table.unused1 = 0
    forget_entries(table)
    return address(table), Outcome.DONE


@kernel(inline=True)
def set_stores(table: TableObject, entries: i64, index: i64, order: i64) -> None:
    """Give a table other stores."""
    store_slot(address(table) + offset_of(TableObject, "entries"), entries)
    store_slot(address(table) + offset_of(TableObject, "index"), index)
    store_slot(address(table) + offset_of(TableObject, "order"), order)


@kernel
def forget_entries(table: TableObject) -> None:
    """Let a table have no entries; the numbers of those that come are for the caller."""
    set_stores(table, 0, 0, 0)
    table.count = 0
    table.first = 0
    table.recent = 0
    table.ordered = 0


@kernel(inline=True)
def used_entries(table: TableObject) -> i64:
    """How many entries there are, those included that have been deleted."""
    return shift_right_logical(Store(table.entries).length, 1)


@kernel(inline=True)
def entry_at(table: TableObject, position: i64) -> i64:
    """Where the entry at a position stands: its key, and 8 bytes further its value."""
    return table.entries + DATA + ENTRY_SIZE * position


@kernel
def find(table: TableObject, key: i64, hashed: i64) -> i64:
    """The position of the entry of a normal key; -1 when there is none."""
    index = Store(table.index)
    if address(index) == 0:
        return -1
    places = address(index) + DATA
    mask = index.capacity - 1
    place = hashed & mask
    passed = 0
    found = -1
    while True:
        held = load_i64(places + PLACE_SIZE * place)
        if held == 0:
            break
        if shift_right_logical(held, 32) == hashed:
            position = (held & POSITION) - 1
            other = load_i64(entry_at(table, position))
            if other == key or (is_reference(key) and is_same_content(key, other)):
                found = position
                break
        place = (place + 1) & mask
        passed += 1
    if unlikely(passed > FREE_PROBES):
        charge_work(passed)
    return found


@kernel
def add_to_index(index: Store, hashed: i64, position: i64) -> None:
    """Put an entry into an index that has room for it."""
    places = address(index) + DATA
    mask = index.capacity - 1
    place = hashed & mask
    passed = 0
    while load_i64(places + PLACE_SIZE * place) != 0:
        place = (place + 1) & mask
        passed += 1
    store_i64(places + PLACE_SIZE * place, shift_left(hashed, 32) | (position + 1))
    if unlikely(passed > FREE_PROBES):
        charge_work(passed)


@kernel
def capacity_for(count: i64) -> i64:
    """For how many entries a table with so many gets room: a power of 2."""
    capacity: i64 = LEAST_CAPACITY
    while capacity < 2 * count:
        capacity *= 2
    return capacity


@kernel
def number_at(table: TableObject, position: i64) -> i64:
    """The number of the entry at a position."""
    if position < table.ordered:
        return load_i64(table.order + DATA + 8 * position)
    return position + table.shift


@kernel
def skip_deleted(table: TableObject, start: i64) -> i64:
    """The position of the first entry from `start` on that has not been deleted; as many as there are if none."""
    used = used_entries(table)
    position = start
    while position < used and load_i64(entry_at(table, position)) == ABSENT:
        position += 1
    if unlikely(position - start > FREE_PROBES):
        charge_work(divide(position - start, 2))
    return position


@kernel
def rebuild(table: TableObject) -> i32:
    """Give a table room for another entry, and drop the deleted ones."""
    count = table.count
    used = used_entries(table)
    capacity = capacity_for(count)
    first: i64 = 0
    if count != used:
        first = skip_deleted(table, table.first)
    is_shifted = count != used and number_at(table, first) + count == used + table.shift
    is_ordered = count != used and not is_shifted and table.is_watched != 0 and count != 0
    order_size = DATA + 8 * count if is_ordered else 0
    if not has_room(2 * DATA + (ENTRY_SIZE + 2 * PLACE_SIZE) * capacity + order_size):
        return Outcome.NEED_MEMORY
    charge_work(REBUILT_PER_ENTRY * max(count, divide(used, 2)))
    entries = Store(allocate(Kind.WORD_STORE, DATA + ENTRY_SIZE * capacity))
    entries.length = 2 * count
    entries.capacity = 2 * capacity
    index = Store(allocate(Kind.STORE, DATA + 2 * PLACE_SIZE * capacity))
    index.length = 2 * capacity
    index.capacity = 2 * capacity
    fill_bytes(address(index) + DATA, 0, 2 * PLACE_SIZE * capacity)
    order = Store(table.order)
    if count == used:
        copy_bytes(address(entries) + DATA, table.entries + DATA, ENTRY_SIZE * count)
    else:
        order = Store(0)
        if is_ordered:
            order = Store(allocate(Kind.STORE, order_size))
            order.length = count
            order.capacity = count
        next_number = used + table.shift
        move_entries(table, entries, order, first, used)
        table.ordered = count if is_ordered else 0
        table.shift = next_number - count if table.is_watched != 0 else 0
        table.first = 0
        table.recent = 0
    move_index(table, index, count == used)
    set_stores(table, address(entries), address(index), address(order))
    return Outcome.DONE


@kernel
def move_entries(table: TableObject, entries: Store, order: Store, first: i64, used: i64) -> None:
    """Copy the entries that have not been deleted, and note their numbers if there is an order.

    In place of its value, what is left of an entry keeps the position that it has now.
    """
    position = 0
    for old in range(first, used):
        place = entry_at(table, old)
        key = load_i64(place)
        if key != ABSENT:
            copy = address(entries) + DATA + ENTRY_SIZE * position
            store_i64(copy, key)
            store_i64(copy + 8, load_i64(place + 8))
            if address(order) != 0:
                store_i64(address(order) + DATA + 8 * position, number_at(table, old))
            store_i64(place + 8, position)
            position += 1


@kernel
def move_index(table: TableObject, index: Store, same_positions: bool) -> None:
    """Put the entries into a new index, from the old one, which has their hashes."""
    old = Store(table.index)
    for place in range(old.capacity):
        held = load_i64(address(old) + DATA + PLACE_SIZE * place)
        if held != 0:
            position = (held & POSITION) - 1
            if same_positions:
                add_to_index(index, shift_right_logical(held, 32), position)
            else:
                entry = entry_at(table, position)
                if load_i64(entry) != ABSENT:
                    add_to_index(index, shift_right_logical(held, 32), load_i64(entry + 8))


@kernel
def set_entry(table: TableObject, word: i64, value: i64) -> i32:
    """Set the value of a key."""
    key = normal_key(word)
    hashed = hash_word(key)
    position = find(table, key, hashed)
    if position >= 0:
        store_slot(entry_at(table, position) + 8, value)
        return Outcome.DONE
    entries = Store(table.entries)
    if entries.length == entries.capacity:
        outcome = rebuild(table)
        if outcome != Outcome.DONE:
            return outcome
        entries = Store(table.entries)
    position = used_entries(table)
    add_to_index(Store(table.index), hashed, position)
    place = entry_at(table, position)
    store_slot(place, key)
    store_slot(place + 8, value)
    entries.length = 2 * position + 2
    table.count = table.count + 1
    return Outcome.DONE


@kernel
def find_word(table: TableObject, word: i64) -> i64:
    """The position of the entry of a key; -1 when there is none."""
    key = normal_key(word)
    return find(table, key, hash_word(key))


@kernel
def value_of(table: TableObject, word: i64) -> i64:
    """The value of a key; `ABSENT` when there is no entry."""
    position = find_word(table, word)
    return ABSENT if position < 0 else load_i64(entry_at(table, position) + 8)


@kernel
def delete_entry(table: TableObject, word: i64) -> bool:
    """Delete the entry of a key; whether there was one."""
    position = find_word(table, word)
    if position < 0:
        return False
    place = entry_at(table, position)
    store_slot(place, ABSENT)
    store_slot(place + 8, UNDEFINED)
    table.count = table.count - 1
    return True


@kernel
def clear(table: TableObject) -> None:
    """Delete all entries. Cursors stand in front of those that come."""
    table.shift = table.shift + used_entries(table)
    forget_entries(table)
