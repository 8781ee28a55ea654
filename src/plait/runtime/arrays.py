"""Arrays: creation and growth. Elements live in a store; an array that grows gets a larger store."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, divide, fill_bytes, i32, i64, kernel, size_of
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.barrier import set_array_store
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, ArrayObject, Kind, Storage, Store

INITIAL_CAPACITY = 4
BYTES_PER_FUEL = 64
"""How many bytes are filled or copied for one unit of fuel."""


@kernel(inline=True)
def element_size(storage: i64) -> i64:
    """Bytes of an element."""
    if storage == Storage.BYTE:
        return 1
    if storage == Storage.DOUBLE:
        return 8
    return 4


@kernel(inline=True)
def store_size(storage: i64, capacity: i64) -> i64:
    """Bytes of a store, header included."""
    return align8(DATA + element_size(storage) * capacity)


@kernel
def allocate_store(storage: i64, capacity: i64) -> Store:
    """A store without elements; null when there is no room."""
    kind = Kind.REFERENCE_STORE if storage == Storage.REFERENCE else Kind.STORE
    store = Store(allocate(kind, store_size(storage, capacity)))
    if address(store) != 0:
        store.length = 0
        store.capacity = capacity
    return store


@kernel
def new_array(storage: i64, capacity: i64) -> tuple[ArrayObject, i32]:
    """An empty array with room for `capacity` elements."""
    if not has_room(size_of(ArrayObject) + store_size(storage, capacity)):
        return ArrayObject(0), Outcome.NEED_MEMORY
    array = ArrayObject(allocate(Kind.ARRAY, size_of(ArrayObject)))
    array.storage = storage
    array.store = allocate_store(storage, capacity)
    return array, Outcome.DONE


@kernel
def new_zeroed_array(storage: i64, length: i64) -> tuple[ArrayObject, i32]:
    """An array of `length` zeros; INVALID_LENGTH when the length is negative."""
    if length < 0:
        return ArrayObject(0), ErrorCode.INVALID_LENGTH
    array, outcome = new_array(storage, length)
    if outcome == Outcome.DONE:
        bytes_filled = element_size(storage) * length
        fill_bytes(address(array.store) + DATA, 0, bytes_filled)
        array.store.length = length
        charge_work(divide(bytes_filled, BYTES_PER_FUEL))
    return array, outcome


@kernel(cold=True)
def grow(array: ArrayObject) -> i32:
    """Give a full array a store twice as large."""
    old = array.store
    storage = array.storage
    capacity = max(INITIAL_CAPACITY, 2 * old.capacity)
    store = allocate_store(storage, capacity)
    if address(store) == 0:
        return Outcome.NEED_MEMORY
    used = element_size(storage) * old.length
    copy_bytes(address(store) + DATA, address(old) + DATA, used)
    store.length = old.length
    set_array_store(array, store)
    charge_work(divide(used, BYTES_PER_FUEL))
    return Outcome.DONE


@kernel(cold=True)
def index_error(index: i64, length: i64) -> i32:
    """Note index and length for the message, and give the error's code."""
    CONTEXT.pending_first = index
    CONTEXT.pending_second = length
    return ErrorCode.INDEX_OUT_OF_BOUNDS
