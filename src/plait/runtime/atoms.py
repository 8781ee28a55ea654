"""Atoms: strings that are the keys of properties, one for each text, so that keys are compared by identity.

A string becomes an atom when it is first used as a key; a shared one is copied for it. The constants of the program are
made atoms together with the first one, so that a constant and another string are never both an atom of one text.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    compare_bytes,
    copy_bytes,
    divide,
    fill_bytes,
    i64,
    kernel,
    likely,
    shift_left,
    shift_right_logical,
    unlikely,
)
from plait.memory.allocator import align8, allocate
from plait.memory.atom_table import LEAST_CAPACITY, begin_table, entry_at, hash_of, insert_entry, string_of, table_size
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    INTERNED,
    NUMBERS_ENTRIES,
    NUMBERS_OFFSET,
    SERIAL_SHIFT,
    SHARED,
    Kind,
    Object,
    ObjectHeader,
    Store,
    StringObject,
)
from plait.runtime.hashing import HASHED_BYTES_PER_FUEL, hash_units
from plait.runtime.strings import allocate_string, units_of, width_of
from plait.runtime.value_kinds import next_serial

FREE_PROBES = 8
"""So many entries of the table that are not the one looked for are in the price."""


@kernel(inline=True)
def is_atom(text: StringObject) -> bool:
    """Whether a string is an atom."""
    return text.form & INTERNED != 0


@kernel(inline=True)
def serial_of(key: i64) -> i64:
    """The number that identifies a key: an atom or a symbol."""
    if likely(ObjectHeader(key).kind == Kind.STRING):
        return shift_right_logical(StringObject(key).form, SERIAL_SHIFT)
    return Object(key).unused


@kernel(inline=True)
def charge_probes(probes: i64) -> None:
    """Charge for the entries that have been looked at."""
    if unlikely(probes > FREE_PROBES):
        charge_work(probes)


@kernel
def find_units(place: i64, size: i64, width: i64, hashed: i64) -> StringObject:
    """The atom with the units at a place, null if there is none."""
    table = Store(CONTEXT.atoms)
    if address(table) == 0:
        return StringObject(0)
    mask = table.capacity - 1
    position = hashed & mask
    first = position
    probes = 0
    while True:
        entry = entry_at(table, position)
        if entry == 0:
            charge_probes(probes)
            return StringObject(0)
        if hash_of(entry) == hashed:
            found = StringObject(string_of(entry))
            is_alike = found.length * width == size and width_of(found) == width
            if is_alike and compare_bytes(units_of(found), place, size):
                charge_probes(probes)
                return found
        probes += 1
        position = (position + 1) & mask
        assert position != first, "there is always room in the table"


@kernel
def known_atom(text: StringObject) -> StringObject:
    """The atom of a text; null if there is none, so that no object has such a key."""
    if likely(is_atom(text)):
        return text
    width = width_of(text)
    size = text.length * width
    place = units_of(text)
    charge_work(divide(size, HASHED_BYTES_PER_FUEL))
    return find_units(place, size, width, hash_units(place, size))


@kernel
def atom_need(size: i64) -> i64:
    """How many bytes making an atom of new units may allocate, `size` bytes."""
    table = Store(CONTEXT.atoms)
    grown: i64 = 0
    if address(table) == 0:
        grown = table_size(first_capacity())
    elif is_crowded(table.length + 1, table.capacity):
        grown = table_size(2 * table.capacity)
    return grown + align8(DATA + size)


@kernel(inline=True)
def is_crowded(length: i64, capacity: i64) -> bool:
    """Whether so many entries are too many for a table."""
    return 4 * length > 3 * capacity


@kernel
def first_capacity() -> i64:
    """The capacity of the first table, which has to hold the constants of the program."""
    count = count_strings(CONTEXT.constants, CONTEXT.constants_end)
    count += count_strings(CONTEXT.base_constants, CONTEXT.base_constants_end)
    capacity: i64 = LEAST_CAPACITY
    while is_crowded(2 * count, capacity):
        capacity *= 2
    return capacity


@kernel
def count_strings(place: i64, end: i64) -> i64:
    """How many strings stand one behind the other."""
    count: i64 = 0
    while place < end:
        count += 1
        place += ObjectHeader(place).size
    return count


@kernel
def make_room() -> None:
    """A table with room for one atom more. The memory for it is there (`atom_need`)."""
    table = Store(CONTEXT.atoms)
    if address(table) == 0:
        make_table()
    elif is_crowded(table.length + 1, table.capacity):
        capacity = 2 * table.capacity
        grown = begin_table(allocate(Kind.STORE, table_size(capacity)), capacity)
        for position in range(table.capacity):
            entry = entry_at(table, position)
            if entry != 0:
                insert_entry(grown, entry)
        CONTEXT.atoms = address(grown)
        fill_bytes(NUMBERS_OFFSET, 0, 8 * NUMBERS_ENTRIES)
        charge_work(table.capacity)


@kernel(cold=True)
def make_table() -> None:
    """The first table, with the constants of the program."""
    capacity = first_capacity()
    table = begin_table(allocate(Kind.STORE, table_size(capacity)), capacity)
    CONTEXT.atoms = address(table)
    add_strings(CONTEXT.constants, CONTEXT.constants_end)
    add_strings(CONTEXT.base_constants, CONTEXT.base_constants_end)
    charge_work(capacity)


@kernel(cold=True)
def add_strings(place: i64, end: i64) -> None:
    """Make atoms of strings that stand one behind the other."""
    while place < end:
        text = StringObject(place)
        width = width_of(text)
        add_atom(text, hash_units(units_of(text), text.length * width))
        place += ObjectHeader(place).size


@kernel
def add_atom(text: StringObject, hashed: i64) -> None:
    """Make a string an atom, which is in no buffer, and for which the table has room."""
    text.form = text.form | INTERNED | shift_left(next_serial(), SERIAL_SHIFT)
    insert_entry(Store(CONTEXT.atoms), shift_left(hashed, 32) | address(text))


@kernel
def intern(text: StringObject) -> StringObject:
    """The atom of a text; what it may need has been reserved (`atom_need`)."""
    if likely(is_atom(text)):
        return text
    width = width_of(text)
    size = text.length * width
    place = units_of(text)
    make_room()
    if is_atom(text):
        return text
    charge_work(divide(size, HASHED_BYTES_PER_FUEL))
    hashed = hash_units(place, size)
    found = find_units(place, size, width, hashed)
    if address(found) != 0:
        return found
    atom = text
    if text.form & SHARED != 0:
        atom = copy_of_units(place, size, width)
    add_atom(atom, hashed)
    return atom


@kernel
def intern_units(place: i64, size: i64) -> StringObject:
    """The atom with the units of one byte at a place; what it may need has been reserved (`atom_need`)."""
    make_room()
    hashed = hash_units(place, size)
    found = find_units(place, size, 1, hashed)
    if address(found) != 0:
        return found
    atom = copy_of_units(place, size, 1)
    add_atom(atom, hashed)
    return atom


@kernel
def copy_of_units(place: i64, size: i64, width: i64) -> StringObject:
    """A string of the units at a place, for which there is room."""
    text = allocate_string(divide(size, width), width)
    copy_bytes(address(text) + DATA, place, size)
    return text
