"""Arrays, range 0x01. Indices are i32; `number.toInteger` gives one for any number. Null throws NULL_REFERENCE."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, f64, i32, i64, kernel, u32
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ArrayObject, StringObject
from plait.native.table import NativeRange, native
from plait.runtime import array_parts, array_search, join
from plait.runtime.substrings import relative

ARRAY = NativeRange.ARRAY
LOOKS = Flags.THROWS | Flags.WORKS
BUILDS = LOOKS | Flags.ALLOCATES


@native(ARRAY, 0x00, "array.slice", "array(T) i32 i32 -> array(T)", flags=BUILDS)
@kernel
def slice_array(array: ArrayObject, start: i32, end: i32) -> tuple[ArrayObject, i32]:
    """A new array of the elements from `start` to before `end`; negative ends count from the end."""
    result, outcome = array_parts.slice_array(array, start, end)
    return result, outcome


@native(ARRAY, 0x01, "array.concat", "array(T) array(T) -> array(T)", flags=BUILDS)
@kernel
def concat(a: ArrayObject, b: ArrayObject) -> tuple[ArrayObject, i32]:
    """A new array of the elements of both."""
    result, outcome = array_parts.concatenate_arrays(a, b)
    return result, outcome


@native(ARRAY, 0x02, "array.append", "array(T) array(T) ->", flags=BUILDS)
@kernel
def append(array: ArrayObject, other: ArrayObject) -> i32:
    """Appends the elements of the other array."""
    return array_parts.append(array, other)


@native(ARRAY, 0x03, "array.insert", "array(W) i32 W ->", flags=BUILDS)
@kernel
def insert(array: ArrayObject, index: i32, value: i64) -> i32:
    """Puts an element in front of the one at the index, or at the end; throws INDEX_OUT_OF_BOUNDS."""
    return array_parts.insert(array, index, value)


@native(ARRAY, 0x04, "array.remove", "array(T) i32 i32 ->", flags=LOOKS)
@kernel
def remove(array: ArrayObject, start: i32, count: i32) -> i32:
    """Removes `count` elements from `start` on, or as many as there are; a negative start counts from the end."""
    return array_parts.remove(array, start, count)


@native(ARRAY, 0x05, "array.fill", "array(W) W i32 i32 ->", flags=LOOKS)
@kernel
def fill(array: ArrayObject, value: i64, start: i32, end: i32) -> i32:
    """Sets the elements from `start` to before `end`; negative ends count from the end."""
    return array_parts.fill(array, value, start, end)


@native(ARRAY, 0x06, "array.reverse", "array(T) ->", flags=LOOKS)
@kernel
def reverse(array: ArrayObject) -> i32:
    """Turns the order of the elements round."""
    return array_parts.reverse(array)


@native(ARRAY, 0x07, "array.join", "array(string) string -> string", flags=BUILDS)
@kernel
def join_strings(array: ArrayObject, separator: StringObject) -> tuple[StringObject, i32]:
    """The strings with the separator between any two of them; null is the empty string."""
    result, outcome = join.join_strings(array, separator)
    return result, outcome


@native(ARRAY, 0x08, "array.join.f64", "array(f64) string -> string", flags=BUILDS)
@kernel
def join_f64(array: ArrayObject, separator: StringObject) -> tuple[StringObject, i32]:
    """The numbers as strings, with the separator between any two of them."""
    result, outcome = join.join_numbers(array, separator, True)
    return result, outcome


@native(ARRAY, 0x09, "array.join.i32", "array(i32) string -> string", flags=BUILDS)
@kernel
def join_i32(array: ArrayObject, separator: StringObject) -> tuple[StringObject, i32]:
    """The numbers as strings, with the separator between any two of them."""
    result, outcome = join.join_numbers(array, separator, False)
    return result, outcome


@native(ARRAY, 0x10, "array.indexOf.i32", "array(i32) i32 i32 -> i32", flags=LOOKS)
@kernel
def index_of_i32(array: ArrayObject, value: i32, start: i32) -> tuple[i32, i32]:
    """Where the array has an i32: the first index from `start` on, -1 if nowhere."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_i32(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x11, "array.indexOf.i64", "array(i64) i64 i32 -> i32", flags=LOOKS)
@kernel
def index_of_i64(array: ArrayObject, value: i64, start: i32) -> tuple[i32, i32]:
    """Where the array has an i64: the first index from `start` on, -1 if nowhere."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_i64(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x12, "array.indexOf.f64", "array(f64) f64 i32 -> i32", flags=LOOKS)
@kernel
def index_of_f64(array: ArrayObject, value: f64, start: i32) -> tuple[i32, i32]:
    """The first index from `start` on, or -1, of a number; NaN is nowhere."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_f64(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x13, "array.indexOf.bool", "array(bool) bool i32 -> i32", flags=LOOKS)
@kernel
def index_of_bool(array: ArrayObject, value: bool, start: i32) -> tuple[i32, i32]:
    """Where the array has a bool: the first index from `start` on, -1 if nowhere."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_bool(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x14, "array.indexOf.ref", "array(R) R i32 -> i32", flags=LOOKS)
@kernel
def index_of_ref(array: ArrayObject, value: u32, start: i32) -> tuple[i32, i32]:
    """The first index from `start` on, or -1, of a reference: strings by their units, everything else by identity."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_reference(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x15, "array.indexOf.any", "array(any) any i32 -> i32", flags=LOOKS)
@kernel
def index_of_any(array: ArrayObject, value: i64, start: i32) -> tuple[i32, i32]:
    """The first index from `start` on, or -1, of a dynamic value, by strict equality."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_any(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x16, "array.find.f64", "array(f64) f64 i32 -> i32", flags=LOOKS)
@kernel
def find_f64(array: ArrayObject, value: f64, start: i32) -> tuple[i32, i32]:
    """The first index from `start` on, or -1, of a number, NaN too."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_f64_or_nan(store, value, relative(start, store.length)), Outcome.DONE


@native(ARRAY, 0x17, "array.find.any", "array(any) any i32 -> i32", flags=LOOKS)
@kernel
def find_any(array: ArrayObject, value: i64, start: i32) -> tuple[i32, i32]:
    """The first index from `start` on, or -1, of a dynamic value, by strict equality, NaN too."""
    if address(array) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    store = array.store
    return array_search.find_any_or_nan(store, value, relative(start, store.length)), Outcome.DONE
