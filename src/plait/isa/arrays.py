"""Arrays: 0x80 to 0x97. Access throws INDEX_OUT_OF_BOUNDS outside the array; an array grows by push alone."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, instruction
from plait.kernel import (
    address,
    bool_to_i32,
    f64,
    i32,
    kernel,
    load_f64,
    load_i32,
    load_u8,
    load_u32,
    store_f64,
    store_i32,
    store_u8,
    u32,
    unlikely,
)
from plait.memory.barrier import store_element_reference
from plait.memory.errors import Outcome
from plait.memory.layouts import DATA, ArrayObject
from plait.runtime import arrays

GROWS = Flags.ALLOCATES | Flags.WORKS


@instruction(0x80, "NEW_ARRAY", "-> array($)", Immediate.TYPE, fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_array(storage: i32) -> tuple[ArrayObject, i32]:
    """An empty array whose elements have the given type."""
    result, outcome = arrays.new_array(storage, 0)
    return result, outcome


@instruction(0x81, "NEW_ARRAY_ZEROED", "i32 -> array($)", Immediate.TYPE, fuel=8, flags=GROWS | Flags.THROWS)
@kernel(inline=True)
def new_array_zeroed(length: i32, storage: i32) -> tuple[ArrayObject, i32]:
    """An array of `length` zeros or falses; element types that are references are refused.

    Throws INVALID_LENGTH below zero.
    """
    result, outcome = arrays.new_zeroed_array(storage, length)
    return result, outcome


@instruction(0x82, "ARRAY_LENGTH", "array(T) -> i32")
@kernel(inline=True)
def array_length(array: ArrayObject) -> i32:
    """The number of elements."""
    return array.store.length


@instruction(0x84, "ARRAY_GET_I32", "array(i32) i32 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_i32(array: ArrayObject, index: i32) -> tuple[i32, i32]:
    """The element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return 0, arrays.index_error(index, store.length)
    return load_i32(address(store) + DATA + 4 * index), Outcome.DONE


@instruction(0x85, "ARRAY_GET_F64", "array(f64) i32 -> f64", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_f64(array: ArrayObject, index: i32) -> tuple[f64, i32]:
    """The element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return 0.0, arrays.index_error(index, store.length)
    return load_f64(address(store) + DATA + 8 * index), Outcome.DONE


@instruction(0x86, "ARRAY_GET_BOOL", "array(bool) i32 -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_bool(array: ArrayObject, index: i32) -> tuple[bool, i32]:
    """The element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return False, arrays.index_error(index, store.length)
    return load_u8(address(store) + DATA + index) != 0, Outcome.DONE


@instruction(0x87, "ARRAY_GET_REF", "array(R) i32 -> R", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_ref(array: ArrayObject, index: i32) -> tuple[u32, i32]:
    """The element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return 0, arrays.index_error(index, store.length)
    return load_u32(address(store) + DATA + 4 * index), Outcome.DONE


@instruction(0x88, "ARRAY_SET_I32", "array(i32) i32 i32 ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_i32(array: ArrayObject, index: i32, value: i32) -> i32:
    """Sets the element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return arrays.index_error(index, store.length)
    store_i32(address(store) + DATA + 4 * index, value)
    return Outcome.DONE


@instruction(0x89, "ARRAY_SET_F64", "array(f64) i32 f64 ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_f64(array: ArrayObject, index: i32, value: f64) -> i32:
    """Sets the element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return arrays.index_error(index, store.length)
    store_f64(address(store) + DATA + 8 * index, value)
    return Outcome.DONE


@instruction(0x8A, "ARRAY_SET_BOOL", "array(bool) i32 bool ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_bool(array: ArrayObject, index: i32, value: bool) -> i32:
    """Sets the element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return arrays.index_error(index, store.length)
    store_u8(address(store) + DATA + index, bool_to_i32(value))
    return Outcome.DONE


@instruction(0x8B, "ARRAY_SET_REF", "array(R) i32 R ->", fuel=2, flags=Flags.THROWS)
@kernel(inline=True)
def array_set_ref(array: ArrayObject, index: i32, value: u32) -> i32:
    """Sets the element at the index."""
    store = array.store
    if unlikely(index < 0 or index >= store.length):
        return arrays.index_error(index, store.length)
    store_element_reference(store, index, value)
    return Outcome.DONE


@instruction(0x8C, "ARRAY_PUSH_I32", "array(i32) i32 ->", fuel=2, flags=GROWS)
@kernel(inline=True)
def array_push_i32(array: ArrayObject, value: i32) -> i32:
    """Appends an element."""
    store = array.store
    index = store.length
    if unlikely(index == store.capacity):
        if arrays.grow(array) != Outcome.DONE:
            return Outcome.NEED_MEMORY
        store = array.store
    store_i32(address(store) + DATA + 4 * index, value)
    store.length = index + 1
    return Outcome.DONE


@instruction(0x8D, "ARRAY_PUSH_F64", "array(f64) f64 ->", fuel=2, flags=GROWS)
@kernel(inline=True)
def array_push_f64(array: ArrayObject, value: f64) -> i32:
    """Appends an element."""
    store = array.store
    index = store.length
    if unlikely(index == store.capacity):
        if arrays.grow(array) != Outcome.DONE:
            return Outcome.NEED_MEMORY
        store = array.store
    store_f64(address(store) + DATA + 8 * index, value)
    store.length = index + 1
    return Outcome.DONE


@instruction(0x8E, "ARRAY_PUSH_BOOL", "array(bool) bool ->", fuel=2, flags=GROWS)
@kernel(inline=True)
def array_push_bool(array: ArrayObject, value: bool) -> i32:
    """Appends an element."""
    store = array.store
    index = store.length
    if unlikely(index == store.capacity):
        if arrays.grow(array) != Outcome.DONE:
            return Outcome.NEED_MEMORY
        store = array.store
    store_u8(address(store) + DATA + index, bool_to_i32(value))
    store.length = index + 1
    return Outcome.DONE


@instruction(0x8F, "ARRAY_PUSH_REF", "array(R) R ->", fuel=2, flags=GROWS)
@kernel(inline=True)
def array_push_ref(array: ArrayObject, value: u32) -> i32:
    """Appends an element."""
    store = array.store
    index = store.length
    if unlikely(index == store.capacity):
        if arrays.grow(array) != Outcome.DONE:
            return Outcome.NEED_MEMORY
        store = array.store
    store.length = index + 1
    store_element_reference(store, index, value)
    return Outcome.DONE
