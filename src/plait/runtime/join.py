"""Joining the elements of arrays into one string."""

from __future__ import annotations

from plait.kernel import address, divide, f64, i32, i64, kernel, load_f64, load_i32, load_u32
from plait.memory.allocator import align8, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, DATA, ArrayObject, Store, StringObject
from plait.runtime.conversion import exact_i32
from plait.runtime.display import integer_length, integer_string, number_to_string
from plait.runtime.strings import MAX_STRING_LENGTH, UNITS_PER_FUEL, allocate_string, copy_units, width_of

MAX_NUMBER_LENGTH = 24
"""Units of the longest number, such as -1.2345678901234567e-308."""

NUMBER_STRING_SIZE = (DATA + MAX_NUMBER_LENGTH + 7) & ~7
"""Bytes of the string of the longest number."""

FUEL_OF_F64 = 16
FUEL_OF_I32 = 24
"""What it costs to make the string of a number, that of an integer if it is an f64."""

FUEL_OF_STRING = 8


@kernel(inline=True)
def string_at(store: Store, index: i64) -> StringObject:
    """An element of an array of strings."""
    return StringObject(load_u32(address(store) + DATA + 4 * index))


@kernel
def join_strings(array: ArrayObject, separator: StringObject) -> tuple[StringObject, i32]:
    """The strings with a separator between any two of them; null is the empty string."""
    if address(array) == 0 or address(separator) == 0:
        return separator, ErrorCode.NULL_REFERENCE
    store = array.store
    length = separator.length * max(0, store.length - 1)
    width: i64 = width_of(separator) if store.length > 1 else 1
    for index in range(store.length):
        length += string_at(store, index).length
        width = max(width, width_of(string_at(store, index)))
    if length > MAX_STRING_LENGTH:
        return separator, ErrorCode.INVALID_STRING_LENGTH
    result = allocate_string(length, width if length != 0 else 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    charge_work(FUEL_OF_STRING * store.length + divide(length, UNITS_PER_FUEL))
    place: i64 = address(result) + DATA
    for index in range(store.length):
        if index != 0:
            place = put_text(separator, place, width)
        place = put_text(string_at(store, index), place, width)
    return result, Outcome.DONE


@kernel
def put_text(text: StringObject, place: i64, width: i64) -> i64:
    """Write a string, or nothing for null; gives the place behind it."""
    if text.length != 0:
        copy_units(text, place, width)
    return place + text.length * width


@kernel
def join_numbers(array: ArrayObject, separator: StringObject, floats: bool) -> tuple[StringObject, i32]:
    """The numbers as strings, with a separator between any two of them.

    The result is made as large as it can become, and then cut; the string of each number stands behind it for a moment.
    """
    if address(array) == 0 or address(separator) == 0:
        return separator, ErrorCode.NULL_REFERENCE
    store = array.store
    count = store.length
    width = width_of(separator) if count > 1 else 1
    if not has_room(NUMBER_STRING_SIZE):
        return separator, Outcome.NEED_MEMORY
    bound = separator.length * max(0, count - 1) + numbers_bound(store, floats)
    if bound > MAX_STRING_LENGTH:
        return separator, ErrorCode.INVALID_STRING_LENGTH
    if not has_room(align8(DATA + bound * width) + NUMBER_STRING_SIZE):
        return separator, Outcome.NEED_MEMORY
    result = allocate_string(bound, width)
    start = address(result) + DATA
    place: i64 = start
    for index in range(count):
        if index != 0:
            place = put_text(separator, place, width)
        text = number_at(store, index, floats)
        place = put_text(text, place, width)
        CONTEXT.heap_top = address(text)
    result.length = divide(place - start, width)
    result.size = align8(DATA + place - start)
    CONTEXT.heap_top = address(result) + result.size
    charge_work(count * (FUEL_OF_F64 if floats else FUEL_OF_I32) + divide(result.length, UNITS_PER_FUEL))
    return result, Outcome.DONE


@kernel
def numbers_bound(store: Store, floats: bool) -> i64:
    """How many units the strings of all elements have, or a number that is greater and a possible length."""
    bound = 0
    for index in range(store.length):
        bound += number_bound(store, index, floats)
    if bound <= MAX_STRING_LENGTH:
        return bound
    length = 0
    for index in range(store.length):
        text = number_at(store, index, floats)
        length += text.length
        CONTEXT.heap_top = address(text)
    return length


@kernel(inline=True)
def number_bound(store: Store, index: i64, floats: bool) -> i64:
    """How many units the string of an element has at most; exact for integers."""
    if not floats:
        return integer_length(load_i32(address(store) + DATA + 4 * index))
    integer, fits = exact_i32(f64_at(store, index))
    return integer_length(integer) if fits else MAX_NUMBER_LENGTH


@kernel
def number_at(store: Store, index: i64, floats: bool) -> StringObject:
    """A new string of an element; there is room for it."""
    if floats:
        number, _ = number_to_string(f64_at(store, index))
        return number
    integer, _ = integer_string(load_i32(address(store) + DATA + 4 * index))
    return integer


@kernel(inline=True)
def f64_at(store: Store, index: i64) -> f64:
    """An element of an array of numbers."""
    return load_f64(address(store) + DATA + 8 * index)
