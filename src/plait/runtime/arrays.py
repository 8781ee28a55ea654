"""Arrays: creation, growth, and what does not depend on the type of the elements.

Elements live in a store; an array that grows gets a larger store. A *word* is an element as the 8 bytes of a slot.
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
    load_i32,
    load_i64,
    load_u8,
    load_u32,
    size_of,
    store_i64,
    store_u8,
    store_u32,
    wrap_u32,
)
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.barrier import set_array_store, store_element_reference, store_element_word
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import CONTEXT, DATA, ArrayObject, Kind, Storage, Store

INITIAL_CAPACITY = 4
FUEL_OF_GROWTH = 8
"""What a larger store costs beside the bytes that are copied to it."""


@kernel(inline=True)
def storage_of_word(type_word: i64) -> i64:
    """The storage that an array's type word says."""
    return type_word & 0xFF


@kernel(inline=True)
def storage_of(array: ArrayObject) -> i64:
    """How the elements of an array are stored."""
    return storage_of_word(array.type_word)


@kernel(inline=True)
def element_size(storage: i64) -> i64:
    """Bytes of an element."""
    if storage == Storage.BYTE:
        return 1
    if storage == Storage.DOUBLE or storage == Storage.ANY:
        return 8
    return 4


@kernel(inline=True)
def store_kind(storage: i64) -> i64:
    """The kind of a store: what the collector does with it."""
    if storage == Storage.REFERENCE:
        return Kind.REFERENCE_STORE
    return Kind.WORD_STORE if storage == Storage.ANY else Kind.STORE


@kernel(inline=True)
def store_size(storage: i64, capacity: i64) -> i64:
    """Bytes of a store, header included."""
    return align8(DATA + element_size(storage) * capacity)


@kernel
def allocate_store(storage: i64, capacity: i64) -> Store:
    """A store without elements; null when there is no room."""
    store = Store(allocate(store_kind(storage), store_size(storage, capacity)))
    if address(store) != 0:
        store.length = 0
        store.capacity = capacity
    return store


@kernel
def new_array(type_word: i64, capacity: i64) -> tuple[ArrayObject, i32]:
    """An empty array with room for `capacity` elements."""
    storage = storage_of_word(type_word)
    if not has_room(size_of(ArrayObject) + store_size(storage, capacity)):
        return ArrayObject(0), Outcome.NEED_MEMORY
    array = ArrayObject(allocate(Kind.ARRAY, size_of(ArrayObject)))
    array.type_word = type_word
    array.properties = 0
    array.flags = 0
    array.store = allocate_store(storage, capacity)
    return array, Outcome.DONE


@kernel
def new_zeroed_array(type_word: i64, length: i64) -> tuple[ArrayObject, i32]:
    """An array of `length` zeros; INVALID_LENGTH when the length is negative."""
    if length < 0:
        return ArrayObject(0), ErrorCode.INVALID_LENGTH
    array, outcome = new_array(type_word, length)
    if outcome == Outcome.DONE:
        bytes_filled = element_size(storage_of_word(type_word)) * length
        fill_bytes(address(array.store) + DATA, 0, bytes_filled)
        array.store.length = length
        charge_work(divide(bytes_filled, BYTES_PER_FUEL))
    return array, outcome


@kernel(inline=True)
def lengthen(store: Store) -> i64:
    """Count in one element more, for which there is room; its index. The caller sets it."""
    index = store.length
    store.length = index + 1
    return index


@kernel(cold=True)
def no_element(array: ArrayObject, index: i64) -> i32:
    """The code of the error that there is no element at the index, with what its message needs."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    CONTEXT.pending_first = index
    CONTEXT.pending_second = array.store.length
    return ErrorCode.INDEX_OUT_OF_BOUNDS


@kernel
def load_word(store: Store, storage: i64, index: i64) -> i64:
    """An element as a word."""
    start = address(store) + DATA
    match storage:
        case Storage.BYTE:
            return load_u8(start + index)
        case Storage.WORD:
            return load_i32(start + 4 * index)
        case Storage.REFERENCE:
            return load_u32(start + 4 * index)
        case _:
            return load_i64(start + 8 * index)


@kernel
def store_word(store: Store, storage: i64, index: i64, word: i64) -> None:
    """Set an element."""
    start = address(store) + DATA
    match storage:
        case Storage.BYTE:
            store_u8(start + index, word & 1)
        case Storage.WORD:
            store_u32(start + 4 * index, wrap_u32(word))
        case Storage.REFERENCE:
            store_element_reference(store, index, word)
        case Storage.ANY:
            store_element_word(store, index, word)
        case _:
            store_i64(start + 8 * index, word)


@kernel(cold=True)
def push_growing(array: ArrayObject, word: i64) -> i32:
    """Give a full array a store twice as large and append a word; the outcome is never DONE.

    Null looks full: its store is null, and so has no capacity.
    """
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    old = array.store
    storage = storage_of(array)
    capacity = max(INITIAL_CAPACITY, 2 * old.capacity)
    store = allocate_store(storage, capacity)
    if address(store) == 0:
        return Outcome.NEED_MEMORY
    used = element_size(storage) * old.length
    copy_bytes(address(store) + DATA, address(old) + DATA, used)
    store.length = old.length
    set_array_store(array, store)
    store_word(store, storage, lengthen(store), word)
    charge_work(FUEL_OF_GROWTH + divide(used, BYTES_PER_FUEL))
    return Outcome.WORKED


@kernel
def pop(array: ArrayObject) -> tuple[i64, i32]:
    """Remove the last element and give it; EMPTY_ARRAY when there is none."""
    store = array.store
    length = store.length
    if length == 0:
        return 0, (ErrorCode.NULL_REFERENCE if address(array) == 0 else ErrorCode.EMPTY_ARRAY)
    store.length = length - 1
    return load_word(store, storage_of(array), length - 1), Outcome.DONE


@kernel
def shift(array: ArrayObject) -> tuple[i64, i32]:
    """Remove the first element and give it; EMPTY_ARRAY when there is none. All others move."""
    store = array.store
    length = store.length
    if length == 0:
        return 0, (ErrorCode.NULL_REFERENCE if address(array) == 0 else ErrorCode.EMPTY_ARRAY)
    storage = storage_of(array)
    first = load_word(store, storage, 0)
    size = element_size(storage)
    moved = size * (length - 1)
    start = address(store) + DATA
    copy_bytes(start, start + size, moved)
    store.length = length - 1
    charge_work(divide(moved, BYTES_PER_FUEL))
    return first, Outcome.DONE


@kernel
def truncate_array(array: ArrayObject, length: i64) -> i32:
    """Keep the first `length` elements; INVALID_LENGTH when there are not as many."""
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    if length < 0 or length > array.store.length:
        return ErrorCode.INVALID_LENGTH
    array.store.length = length
    return Outcome.DONE
