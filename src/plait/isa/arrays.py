"""Arrays: 0x80 to 0x97, and 0x9b.

Access throws INDEX_OUT_OF_BOUNDS outside the array, NULL_REFERENCE if there is no array; an array grows by push alone.
One comparison finds all of that: as an unsigned number, an index below zero is above every length, and the length of
null reads as 0.
"""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import (
    address,
    bits_of,
    bool_to_i32,
    f64,
    i32,
    i64,
    kernel,
    load_f64,
    load_i32,
    load_i64,
    load_u8,
    load_u32,
    store_f64,
    store_i32,
    store_i64,
    store_u8,
    u32,
    unlikely,
    wrap_u32,
)
from plait.memory.barrier import store_element_reference, store_element_word
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import DATA, ArrayObject
from plait.runtime import arrays

GROWS = Flags.ALLOCATES | Flags.WORKS
PUSHES = Flags.ALLOCATES | Flags.THROWS | Flags.WORKS_SELDOM


@instruction(0x80, "NEW_ARRAY", "-> array($)", Immediate.TYPE, fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_array(type_word: i32) -> tuple[ArrayObject, i32]:
    """An empty array whose elements have the given type."""
    result, outcome = arrays.new_array(type_word, 0)
    return result, outcome


@instruction(0x81, "NEW_ARRAY_ZEROED", "i32 -> array($)", Immediate.TYPE, fuel=16, flags=GROWS | Flags.THROWS)
@kernel(inline=True)
def new_array_zeroed(length: i32, type_word: i32) -> tuple[ArrayObject, i32]:
    """An array of `length` zeros or falses; element types that are references are refused.

    Throws INVALID_LENGTH below zero.
    """
    result, outcome = arrays.new_zeroed_array(type_word, length)
    return result, outcome


@instruction(0x82, "ARRAY_LENGTH", "array(T) -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def array_length(array: ArrayObject) -> tuple[i32, i32]:
    """The number of elements."""
    if unlikely(address(array) == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return array.store.length, Outcome.DONE


@instruction(0x83, "ARRAY_TRUNCATE", "array(T) i32 ->", fuel=2, flags=Flags.THROWS)
@kernel(inline=True)
def array_truncate(array: ArrayObject, length: i32) -> i32:
    """Keeps the first elements, as many as said; throws INVALID_LENGTH when there are fewer, or below zero."""
    return arrays.truncate_array(array, length)


@instruction(0x84, "ARRAY_GET_I32", "array(i32) i32 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_i32(array: ArrayObject, index: i32) -> tuple[i32, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return 0, arrays.no_element(array, index)
    return load_i32(address(store) + DATA + 4 * place), Outcome.DONE


@instruction(0x85, "ARRAY_GET_F64", "array(f64) i32 -> f64", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_f64(array: ArrayObject, index: i32) -> tuple[f64, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return 0.0, arrays.no_element(array, index)
    return load_f64(address(store) + DATA + 8 * place), Outcome.DONE


@instruction(0x86, "ARRAY_GET_BOOL", "array(bool) i32 -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_bool(array: ArrayObject, index: i32) -> tuple[bool, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return False, arrays.no_element(array, index)
    return load_u8(address(store) + DATA + place) != 0, Outcome.DONE


@instruction(0x87, "ARRAY_GET_REF", "array(R) i32 -> R", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_ref(array: ArrayObject, index: i32) -> tuple[u32, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return 0, arrays.no_element(array, index)
    return load_u32(address(store) + DATA + 4 * place), Outcome.DONE


@instruction(0x88, "ARRAY_SET_I32", "array(i32) i32 i32 ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_i32(array: ArrayObject, index: i32, value: i32) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_i32(address(store) + DATA + 4 * place, value)
    return Outcome.DONE


@instruction(0x89, "ARRAY_SET_F64", "array(f64) i32 f64 ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_f64(array: ArrayObject, index: i32, value: f64) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_f64(address(store) + DATA + 8 * place, value)
    return Outcome.DONE


@instruction(0x8A, "ARRAY_SET_BOOL", "array(bool) i32 bool ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_bool(array: ArrayObject, index: i32, value: bool) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_u8(address(store) + DATA + place, bool_to_i32(value))
    return Outcome.DONE


@instruction(0x8B, "ARRAY_SET_REF", "array(R) i32 R ->", fuel=2, flags=Flags.THROWS)
@kernel(inline=True)
def array_set_ref(array: ArrayObject, index: i32, value: u32) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_element_reference(store, place, value)
    return Outcome.DONE


@instruction(0x8C, "ARRAY_PUSH_I32", "array(i32) i32 ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_i32(array: ArrayObject, value: i32) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, value)
    index = arrays.lengthen(store)
    store_i32(address(store) + DATA + 4 * index, value)
    return Outcome.DONE


@instruction(0x8D, "ARRAY_PUSH_F64", "array(f64) f64 ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_f64(array: ArrayObject, value: f64) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, bits_of(value))
    index = arrays.lengthen(store)
    store_f64(address(store) + DATA + 8 * index, value)
    return Outcome.DONE


@instruction(0x8E, "ARRAY_PUSH_BOOL", "array(bool) bool ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_bool(array: ArrayObject, value: bool) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, bool_to_i32(value))
    index = arrays.lengthen(store)
    store_u8(address(store) + DATA + index, bool_to_i32(value))
    return Outcome.DONE


@instruction(0x8F, "ARRAY_PUSH_REF", "array(R) R ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_ref(array: ArrayObject, value: u32) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, value)
    index = arrays.lengthen(store)
    store_element_reference(store, index, value)
    return Outcome.DONE


@instruction(0x90, "ARRAY_GET_I64", "array(i64) i32 -> i64", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_i64(array: ArrayObject, index: i32) -> tuple[i64, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return 0, arrays.no_element(array, index)
    return load_i64(address(store) + DATA + 8 * place), Outcome.DONE


@instruction(0x91, "ARRAY_SET_I64", "array(i64) i32 i64 ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_i64(array: ArrayObject, index: i32, value: i64) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_i64(address(store) + DATA + 8 * place, value)
    return Outcome.DONE


@instruction(0x92, "ARRAY_PUSH_I64", "array(i64) i64 ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_i64(array: ArrayObject, value: i64) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, value)
    index = arrays.lengthen(store)
    store_i64(address(store) + DATA + 8 * index, value)
    return Outcome.DONE


@instruction(0x93, "ARRAY_GET_ANY", "array(any) i32 -> any", flags=Flags.THROWS)
@kernel(inline=True)
def array_get_any(array: ArrayObject, index: i32) -> tuple[i64, i32]:
    """The element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return 0, arrays.no_element(array, index)
    return load_i64(address(store) + DATA + 8 * place), Outcome.DONE


@instruction(0x94, "ARRAY_SET_ANY", "array(any) i32 any ->", flags=Flags.THROWS)
@kernel(inline=True)
def array_set_any(array: ArrayObject, index: i32, value: i64) -> i32:
    """Sets the element at the index."""
    store = array.store
    place = wrap_u32(index)
    if unlikely(place >= store.length):
        return arrays.no_element(array, index)
    store_element_word(store, place, value)
    return Outcome.DONE


@instruction(0x95, "ARRAY_PUSH_ANY", "array(any) any ->", fuel=2, flags=PUSHES)
@kernel(inline=True)
def array_push_any(array: ArrayObject, value: i64) -> i32:
    """Appends an element."""
    store = array.store
    if unlikely(store.length == store.capacity):
        return arrays.push_growing(array, value)
    index = arrays.lengthen(store)
    store_element_word(store, index, value)
    return Outcome.DONE


@instruction(0x96, "ARRAY_POP", "array(W) -> W", fuel=2, flags=Flags.THROWS)
@kernel(inline=True)
def array_pop(array: ArrayObject) -> tuple[i64, i32]:
    """Removes the last element; throws EMPTY_ARRAY when there is none."""
    word, outcome = arrays.pop(array)
    return word, outcome


@instruction(0x97, "ARRAY_SHIFT", "array(W) -> W", fuel=4, flags=Flags.THROWS | Flags.WORKS)
@kernel(inline=True)
def array_shift(array: ArrayObject) -> tuple[i64, i32]:
    """Removes the first element, so that the others move; throws EMPTY_ARRAY when there is none."""
    word, outcome = arrays.shift(array)
    return word, outcome


special(
    0x9B,
    Special.NEW_ARRAY_OF,
    "Pops the elements; pushes an array of them whose elements have the given type.",
    Immediate.TYPE,
    Immediate.COUNT,
    fuel=8,
)
