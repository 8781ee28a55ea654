"""Stores of references into heap objects: the one place where a write barrier goes.

The collector copies everything it finds, so a store needs no record; every store of a reference into an object that
is older than the current instruction nevertheless comes through here.
"""

from __future__ import annotations

from plait.kernel import address, i64, kernel, store_i64, store_u32
from plait.memory.layouts import DATA, ArrayObject, Store


@kernel(inline=True)
def store_element_reference(store: Store, index: i64, value: i64) -> None:
    """Set an element of a reference store; the index has been checked."""
    store_u32(address(store) + DATA + 4 * index, value)


@kernel(inline=True)
def set_array_store(array: ArrayObject, store: Store) -> None:
    """Give an array another store."""
    array.store = store


@kernel(inline=True)
def store_element_word(store: Store, index: i64, word: i64) -> None:
    """Set an element of a store of `any` words; the index has been checked."""
    store_i64(address(store) + DATA + 8 * index, word)


@kernel(inline=True)
def store_slot(place: i64, word: i64) -> None:
    """Set the slot of an object that stands at an offset."""
    store_i64(place, word)
