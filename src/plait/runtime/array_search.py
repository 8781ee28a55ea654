"""Where a value stands in an array, by the type of its elements; -1 if nowhere."""

from __future__ import annotations

from plait.kernel import (
    address,
    bool_to_i32,
    f64,
    i32,
    i64,
    is_nan,
    kernel,
    load_f64,
    load_i32,
    load_i64,
    load_u8,
    load_u32,
)
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, Kind, ObjectHeader, Store, StringObject
from plait.runtime.dynamic import is_number, number_of, strictly_equal
from plait.runtime.strings import equal

FUEL_PER_NUMBER = 1
FUEL_PER_REFERENCE = 5
"""What looking at an element costs; comparing strings costs more."""


@kernel(inline=True)
def found(store: Store, index: i64, start: i64, fuel: i64) -> i64:
    """The result of a search that has ended at an index, with its work charged: so much fuel for each element."""
    charge_work(fuel * (index - start))
    return index if index < store.length else -1


@kernel
def find_i32(store: Store, value: i32, start: i64) -> i64:
    """An i32."""
    index = start
    while index < store.length and load_i32(address(store) + DATA + 4 * index) != value:
        index += 1
    return found(store, index, start, FUEL_PER_NUMBER)


@kernel
def find_i64(store: Store, value: i64, start: i64) -> i64:
    """An i64."""
    index = start
    while index < store.length and load_i64(address(store) + DATA + 8 * index) != value:
        index += 1
    return found(store, index, start, FUEL_PER_NUMBER)


@kernel
def find_f64(store: Store, value: f64, start: i64) -> i64:
    """A number; NaN is nowhere."""
    index = start
    while index < store.length and load_f64(address(store) + DATA + 8 * index) != value:
        index += 1
    return found(store, index, start, FUEL_PER_NUMBER)


@kernel
def find_f64_or_nan(store: Store, value: f64, start: i64) -> i64:
    """A number, NaN too."""
    if not is_nan(value):
        return find_f64(store, value, start)
    index = start
    while index < store.length and not is_nan(load_f64(address(store) + DATA + 8 * index)):
        index += 1
    return found(store, index, start, FUEL_PER_NUMBER)


@kernel
def find_bool(store: Store, value: bool, start: i64) -> i64:
    """A bool."""
    index = start
    while index < store.length and load_u8(address(store) + DATA + index) != bool_to_i32(value):
        index += 1
    return found(store, index, start, FUEL_PER_NUMBER)


@kernel
def same_reference(a: i64, b: i64) -> bool:
    """Whether two references are the same, or strings with the same units."""
    if a == b:
        return True
    strings = ObjectHeader(a).kind == Kind.STRING and ObjectHeader(b).kind == Kind.STRING
    return strings and equal(StringObject(a), StringObject(b))


@kernel
def find_reference(store: Store, value: i64, start: i64) -> i64:
    """A reference: strings by their units, everything else by identity."""
    index = start
    while index < store.length and not same_reference(load_u32(address(store) + DATA + 4 * index), value):
        index += 1
    return found(store, index, start, FUEL_PER_REFERENCE)


@kernel
def find_any(store: Store, value: i64, start: i64) -> i64:
    """An `any` word, by strict equality."""
    index = start
    while index < store.length and not strictly_equal(load_i64(address(store) + DATA + 8 * index), value):
        index += 1
    return found(store, index, start, FUEL_PER_REFERENCE)


@kernel
def find_any_or_nan(store: Store, value: i64, start: i64) -> i64:
    """An `any` word, by strict equality, NaN too. All NaNs are one word."""
    if is_number(value) and is_nan(number_of(value)):
        return find_i64(store, value, start)
    return find_any(store, value, start)
