"""Pieces of arrays, put together and taken apart, whatever the elements are."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, divide, i32, i64, kernel
from plait.memory.barrier import set_array_store
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import CONTEXT, DATA, ArrayObject, Store
from plait.runtime.arrays import (
    INITIAL_CAPACITY,
    allocate_store,
    element_size,
    load_word,
    new_array,
    storage_of,
    store_word,
)
from plait.runtime.substrings import relative


@kernel
def copy_elements(source: Store, first: i64, destination: Store, place: i64, count: i64, size: i64) -> None:
    """Copy elements of `size` bytes; the stores may be one."""
    start = address(source) + DATA + first * size
    copy_bytes(address(destination) + DATA + place * size, start, count * size)
    charge_work(divide(count * size, BYTES_PER_FUEL))


@kernel
def slice_array(array: ArrayObject, start: i64, end: i64) -> tuple[ArrayObject, i32]:
    """A new array of the elements from `start` to before `end`; negative ends count from the end."""
    if address(array) == 0:
        return array, ErrorCode.NULL_REFERENCE
    first = relative(start, array.store.length)
    count = max(0, relative(end, array.store.length) - first)
    result, outcome = new_array(array.type_word, count)
    if outcome == Outcome.DONE:
        copy_elements(array.store, first, result.store, 0, count, element_size(storage_of(array)))
        result.store.length = count
    return result, outcome


@kernel
def concatenate_arrays(a: ArrayObject, b: ArrayObject) -> tuple[ArrayObject, i32]:
    """A new array of the elements of both, which have the same type."""
    if address(a) == 0 or address(b) == 0:
        return a, ErrorCode.NULL_REFERENCE
    first = a.store.length
    result, outcome = new_array(a.type_word, first + b.store.length)
    if outcome == Outcome.DONE:
        size = element_size(storage_of(a))
        copy_elements(a.store, 0, result.store, 0, first, size)
        copy_elements(b.store, 0, result.store, first, b.store.length, size)
        result.store.length = first + b.store.length
    return result, outcome


@kernel
def reserve(array: ArrayObject, length: i64) -> i32:
    """Make sure that the array's store has room for `length` elements."""
    old = array.store
    if length <= old.capacity:
        return Outcome.DONE
    storage = storage_of(array)
    store = allocate_store(storage, max(length, max(INITIAL_CAPACITY, 2 * old.capacity)))
    if address(store) == 0:
        return Outcome.NEED_MEMORY
    copy_elements(old, 0, store, 0, old.length, element_size(storage))
    store.length = old.length
    set_array_store(array, store)
    return Outcome.DONE


@kernel
def append(array: ArrayObject, other: ArrayObject) -> i32:
    """Append the elements of another array (or of the same) of the same type."""
    if address(array) == 0 or address(other) == 0:
        return ErrorCode.NULL_REFERENCE
    first = array.store.length
    count = other.store.length
    outcome = reserve(array, first + count)
    if outcome == Outcome.DONE:
        copy_elements(other.store, 0, array.store, first, count, element_size(storage_of(array)))
        array.store.length = first + count
    return outcome


@kernel
def insert(array: ArrayObject, index: i64, word: i64) -> i32:
    """Put an element in front of the one at an index, or at the end."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    length = array.store.length
    if index < 0 or index > length:
        CONTEXT.pending_first = index
        CONTEXT.pending_second = length
        return ErrorCode.INDEX_OUT_OF_BOUNDS
    outcome = reserve(array, length + 1)
    if outcome == Outcome.DONE:
        storage = storage_of(array)
        copy_elements(array.store, index, array.store, index + 1, length - index, element_size(storage))
        array.store.length = length + 1
        store_word(array.store, storage, index, word)
    return outcome


@kernel
def remove(array: ArrayObject, start: i64, count: i64) -> i32:
    """Remove `count` elements from `start` on, or as many as there are; a negative start counts from the end."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    length = array.store.length
    first = relative(start, length)
    taken = max(0, min(count, length - first))
    rest = length - first - taken
    copy_elements(array.store, first + taken, array.store, first, rest, element_size(storage_of(array)))
    array.store.length = length - taken
    return Outcome.DONE


@kernel
def fill(array: ArrayObject, word: i64, start: i64, end: i64) -> i32:
    """Set the elements from `start` to before `end`; negative ends count from the end."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    store = array.store
    storage = storage_of(array)
    first = relative(start, store.length)
    last = max(first, relative(end, store.length))
    for index in range(first, last):
        store_word(store, storage, index, word)
    charge_work(last - first)
    return Outcome.DONE


@kernel
def reverse(array: ArrayObject) -> i32:
    """Turn the order of the elements round."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    store = array.store
    storage = storage_of(array)
    low = 0
    high = store.length - 1
    charge_work(store.length)
    while low < high:
        word = load_word(store, storage, low)
        store_word(store, storage, low, load_word(store, storage, high))
        store_word(store, storage, high, word)
        low += 1
        high -= 1
    return Outcome.DONE
