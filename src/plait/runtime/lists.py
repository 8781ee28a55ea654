"""Lists, the arrays of words of programs that are compiled by flow: elements, length, other properties.

A *hole*, where a list has no element, holds ABSENT.
"""

from __future__ import annotations

from plait.kernel import address, divide, i32, i64, kernel, load_i64
from plait.memory.barrier import store_element_word
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import ABSENT, DATA, UNDEFINED, ArrayObject
from plait.memory.record_layouts import HAS_ELEMENT_PROPERTIES, INTEGRITY, LENGTH_IS_FIXED
from plait.runtime.array_parts import reserve
from plait.runtime.records import new_record
from plait.runtime.value_kinds import ValueKind, intrinsic_prototype

EXTENSIBLE = 0
SEALED = 2
FROZEN = 3

MAX_LENGTH = (1 << 31) - 1

MAX_GAP = 1 << 16
"""How far behind its end a list is set at most; what lies between are holes."""


@kernel(inline=True)
def integrity_of_list(array: ArrayObject) -> i64:
    """The `Integrity` of a list."""
    return array.flags & INTEGRITY


@kernel
def element(array: ArrayObject, index: i64) -> i64:
    """The element at an index, undefined outside, ABSENT for a hole."""
    if index < 0 or index >= array.store.length:
        return UNDEFINED
    return load_i64(address(array.store) + DATA + 8 * index)


@kernel(inline=True)
def is_hole(array: ArrayObject, index: i64) -> bool:
    """Whether a list has no element at an index that is below its length."""
    return load_i64(address(array.store) + DATA + 8 * index) == ABSENT


@kernel
def set_element(array: ArrayObject, index: i64, value: i64) -> tuple[bool, i32]:
    """Set an element, or add one at the end or not far behind; whether it could be. Where an element may stand among
    the properties it cannot.
    """
    if array.flags & HAS_ELEMENT_PROPERTIES != 0 and index < array.store.length and is_hole(array, index):
        return False, Outcome.DONE
    is_set, outcome = put_element(array, index, value)
    return is_set, outcome


@kernel
def put_element(array: ArrayObject, index: i64, value: i64) -> tuple[bool, i32]:
    """Set an element, or add one at the end or not far behind; whether it could be."""
    length = array.store.length
    integrity = integrity_of_list(array)
    if index < length:
        if integrity != EXTENSIBLE and (integrity == FROZEN or is_hole(array, index)):
            return False, Outcome.DONE
        store_element_word(array.store, index, value)
        return True, Outcome.DONE
    if array.flags & (INTEGRITY | LENGTH_IS_FIXED) != EXTENSIBLE or index - length > MAX_GAP or index >= MAX_LENGTH:
        return False, Outcome.DONE
    outcome = lengthen_list(array, index + 1)
    if outcome == Outcome.DONE:
        store_element_word(array.store, index, value)
    return outcome == Outcome.DONE, outcome


@kernel
def lengthen_list(array: ArrayObject, length: i64) -> i32:
    """Make a list longer; what is added are holes."""
    outcome = reserve(array, length)
    if outcome == Outcome.DONE:
        store = array.store
        first = store.length
        for index in range(first, length):
            store_element_word(store, index, ABSENT)
        store.length = length
        charge_work(divide(8 * (length - first), BYTES_PER_FUEL))
    return outcome


@kernel
def set_length(array: ArrayObject, length: i64) -> tuple[bool, i32]:
    """Make a list shorter, or longer by holes; whether it may be changed so. INVALID_LENGTH below zero."""
    if length < 0:
        return False, ErrorCode.INVALID_LENGTH
    integrity = integrity_of_list(array)
    present = array.store.length
    if length == present:
        return integrity != FROZEN, Outcome.DONE
    if length < present:
        if integrity >= SEALED:
            return False, Outcome.DONE
        array.store.length = length
        return True, Outcome.DONE
    if integrity != EXTENSIBLE:
        return False, Outcome.DONE
    outcome = lengthen_list(array, length)
    return outcome == Outcome.DONE, outcome


@kernel
def attach_properties(array: ArrayObject) -> i32:
    """Give a list a record for properties that are no elements, unless it has one."""
    if array.properties != 0:
        return Outcome.DONE
    record, outcome = new_record(intrinsic_prototype(ValueKind.LIST))
    if outcome != Outcome.DONE:
        return outcome
    record.flags = integrity_of_list(array)
    array.properties = address(record)
    return Outcome.DONE
