"""Objects made of several values at once: closures, tuples and array literals."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, i32, i64, kernel, load_i64, store_u8, store_u32, wrap_u32
from plait.memory.allocator import allocate
from plait.memory.errors import Outcome
from plait.memory.layouts import DATA, ArrayObject, Kind, Object, TypeInfo
from plait.runtime.arrays import element_size, new_array, storage_of_word


@kernel(inline=True)
def new_object_of(info: TypeInfo) -> tuple[Object, i32]:
    """An object of the info's size whose slots are not set yet: the caller sets them all before anything can stop."""
    result = Object(allocate(Kind.OBJECT, info.object_size))
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    result.info = info
    result.unused = 0
    return result, Outcome.DONE


@kernel(inline=True)
def pack(info: TypeInfo, slots: i64, count: i64) -> tuple[Object, i32]:
    """An object whose `count` slots are those at an offset."""
    result, outcome = new_object_of(info)
    if outcome == Outcome.DONE:
        copy_bytes(address(result) + DATA, slots, 8 * count)
    return result, outcome


@kernel
def new_array_for(type_word: i64, count: i64) -> tuple[ArrayObject, i32]:
    """An array of `count` elements that are not set yet: the caller sets them all before anything can stop."""
    array, outcome = new_array(type_word, count)
    if outcome == Outcome.DONE:
        array.store.length = count
    return array, outcome


@kernel
def pack_array(type_word: i64, slots: i64, count: i64) -> tuple[ArrayObject, i32]:
    """An array whose `count` elements are the values of the slots at an offset."""
    array, outcome = new_array_for(type_word, count)
    if outcome != Outcome.DONE:
        return array, outcome
    size = element_size(storage_of_word(type_word))
    start = address(array.store) + DATA
    if size == 8:
        copy_bytes(start, slots, 8 * count)
        return array, outcome
    for index in range(count):
        word = wrap_u32(load_i64(slots + 8 * index))
        if size == 1:
            store_u8(start + index, word & 1)
        else:
            store_u32(start + 4 * index, word)
    return array, outcome
