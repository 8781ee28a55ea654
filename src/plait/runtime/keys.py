"""The keys of shapes: lists of keys with attributes, and finding a key in them."""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i64, kernel, load_u32, shift_right_logical, store_u32
from plait.memory.allocator import allocate
from plait.memory.layouts import DATA, Kind
from plait.memory.record_layouts import ENTRY_SIZE, LINEAR_KEYS, Keys
from plait.runtime.atoms import serial_of

LEAST_CAPACITY = 4

PERTURBATION = 5
"""How many bits of a key's number come in at each step of a search. Numbers that are alike part soon."""


@kernel(inline=True)
def keys_size(capacity: i64) -> i64:
    """Bytes of keys, header included."""
    index = 8 * capacity if capacity > LINEAR_KEYS else 0
    return DATA + ENTRY_SIZE * capacity + index


@kernel
def capacity_for(count: i64) -> i64:
    """The capacity of keys that have room for so many."""
    capacity: i64 = LEAST_CAPACITY
    while capacity < count:
        capacity *= 2
    return capacity


@kernel(inline=True)
def key_place(keys: Keys, slot: i64) -> i64:
    """Where an entry stands."""
    return address(keys) + DATA + ENTRY_SIZE * slot


@kernel(inline=True)
def key_at(keys: Keys, slot: i64) -> i64:
    """The key of an entry, 0 if it has been deleted."""
    return load_u32(key_place(keys, slot))


@kernel(inline=True)
def attributes_at(keys: Keys, slot: i64) -> i64:
    """The attributes of an entry."""
    return load_u32(key_place(keys, slot) + 4)


@kernel(inline=True)
def set_key(keys: Keys, slot: i64, key: i64, attributes: i64) -> None:
    """Set an entry."""
    store_u32(key_place(keys, slot), key)
    store_u32(key_place(keys, slot) + 4, attributes)


@kernel
def allocate_keys(capacity: i64) -> Keys:
    """Keys without entries, for which there is room."""
    keys = Keys(allocate(Kind.KEYS, keys_size(capacity)))
    keys.length = 0
    keys.capacity = capacity
    if capacity > LINEAR_KEYS:
        fill_bytes(key_place(keys, capacity), 0, 8 * capacity)
    return keys


@kernel
def find_key(keys: Keys, count: i64, key: i64) -> i64:
    """Which of the first `count` entries has a key; -1 when none does."""
    if keys.capacity <= LINEAR_KEYS:
        for slot in range(count):
            if key_at(keys, slot) == key:
                return slot
        return -1
    slot = find_in_index(keys, key)
    return slot if slot < count else -1


@kernel
def find_in_index(keys: Keys, key: i64) -> i64:
    """Which entry has a key, -1 when none does, of keys with an index."""
    index = key_place(keys, keys.capacity)
    mask = 2 * keys.capacity - 1
    rest = serial_of(key)
    position = rest & mask
    while True:
        number = load_u32(index + 4 * position)
        if number == 0:
            return -1
        if key_at(keys, number - 1) == key:
            return number - 1
        rest = shift_right_logical(rest, PERTURBATION)
        position = (5 * position + rest + 1) & mask


@kernel
def append_key(keys: Keys, key: i64, attributes: i64) -> None:
    """Append an entry, for which there is room."""
    slot = keys.length
    set_key(keys, slot, key, attributes)
    keys.length = slot + 1
    if keys.capacity <= LINEAR_KEYS:
        return
    index = key_place(keys, keys.capacity)
    mask = 2 * keys.capacity - 1
    rest = serial_of(key)
    position = rest & mask
    while load_u32(index + 4 * position) != 0:
        rest = shift_right_logical(rest, PERTURBATION)
        position = (5 * position + rest + 1) & mask
    store_u32(index + 4 * position, slot + 1)


@kernel
def copy_keys(source: Keys, count: i64, target: Keys) -> None:
    """Append the first `count` entries to others, but for those that have been deleted."""
    for slot in range(count):
        key = key_at(source, slot)
        if key != 0:
            append_key(target, key, attributes_at(source, slot))
