"""Listing the own keys of an object: those that are indices in order, the other strings, then the symbols."""

from __future__ import annotations

from plait.kernel import (
    address,
    divide,
    i32,
    i64,
    kernel,
    load_i64,
    shift_left,
    shift_right_logical,
    size_of,
    store_i64,
    to_f64,
)
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.barrier import store_element_word
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, LIST_WORD, ArrayObject, Kind, ObjectHeader, Storage, Store, StringObject
from plait.memory.record_layouts import ENUMERABLE, HAS_ELEMENT_PROPERTIES, PRIVATE, RecordObject
from plait.runtime.arrays import lengthen, new_array, store_size
from plait.runtime.byte_buffers import typed_view, view_length
from plait.runtime.display import integer_length, write_integer
from plait.runtime.dynamic import box_number, is_reference
from plait.runtime.keys import attributes_at, key_at
from plait.runtime.lists import is_hole
from plait.runtime.number_keys import NO_INDEX
from plait.runtime.properties import find_own
from plait.runtime.property_keys import index_of_text
from plait.runtime.shapes import home_of
from plait.runtime.strings import allocate_string
from plait.runtime.value_kinds import is_list, is_string

ENUMERABLE_STRINGS = 1
ALL_STRINGS = 2
SYMBOLS = 4
"""Which keys are wanted, added together."""

SLOT_BITS = 31
SLOT_MASK = (1 << SLOT_BITS) - 1
"""While keys are sorted, the lower bits of an index hold its entry."""

FUEL_PER_KEY = 12

TEXT_LENGTH = int.from_bytes(b"length", "little")


@kernel
def is_wanted(home: RecordObject, slot: i64, which: i64) -> bool:
    """Whether an entry is to be listed."""
    keys = home.shape.keys
    key = key_at(keys, slot)
    attributes = attributes_at(keys, slot)
    if key == 0 or attributes & PRIVATE != 0:
        return False
    if ObjectHeader(key).kind != Kind.STRING:
        return which & SYMBOLS != 0
    return which & ALL_STRINGS != 0 or (which & ENUMERABLE_STRINGS != 0 and attributes & ENUMERABLE != 0)


@kernel
def element_count(value: i64) -> i64:
    """How many elements or units a value has whose keys are indices."""
    if is_list(value):
        return ArrayObject(value).store.length
    view = typed_view(value)
    if address(view) != 0:
        return view_length(view)
    return StringObject(value).length if is_string(value) else 0


@kernel
def digits_before(count: i64) -> i64:
    """Bytes of the strings of all indices below a count."""
    size = 0
    first: i64 = 0
    digits: i64 = 1
    end: i64 = 10
    while first < count:
        size += (min(count, end) - first) * align8(DATA + digits)
        first = end
        end *= 10
        digits += 1
    return size


@kernel
def list_keys(value: i64, which: i64) -> tuple[ArrayObject, i32]:
    """A list of the own keys of a value: ENUMERABLE_STRINGS, ALL_STRINGS and SYMBOLS say which."""
    home = home_of(value) if is_reference(value) else RecordObject(0)
    count = 0
    indices = 0
    shown = 0
    if address(home) != 0:
        count = home.shape.count
    for slot in range(count):
        if is_wanted(home, slot, which):
            shown += 1
            if key_index(home, slot) != NO_INDEX:
                indices += 1
    elements = element_count(value) if which & (ENUMERABLE_STRINGS | ALL_STRINGS) != 0 else 0
    named = 1 if which & ALL_STRINGS != 0 and (is_list(value) or is_string(value)) else 0
    total = elements + named + shown
    need = size_of(ArrayObject) + store_size(Storage.ANY, total) + digits_before(elements) + align8(DATA + 8 * named)
    if not has_room(need + align8(DATA + 8 * indices)):
        return ArrayObject(0), Outcome.NEED_MEMORY
    result, _ = new_array(LIST_WORD, total)
    add_elements(result.store, value, elements, named, which)
    if indices != 0:
        add_indices(result.store, home, which, indices, elements)
    add_names(result.store, home, count, which)
    charge_work(FUEL_PER_KEY * (count + elements))
    return result, Outcome.DONE


@kernel
def key_index(home: RecordObject, slot: i64) -> i64:
    """The index that the key of an entry is, or NO_INDEX."""
    key = key_at(home.shape.keys, slot)
    return index_of_text(StringObject(key)) if ObjectHeader(key).kind == Kind.STRING else NO_INDEX


@kernel
def add_elements(store: Store, value: i64, elements: i64, named: i64, which: i64) -> None:
    """Append the indices of elements, but of holes, and "length" if it is listed.

    Of elements that stand among a list's properties, those that are to be listed.
    """
    has_properties = is_list(value) and ArrayObject(value).flags & HAS_ELEMENT_PROPERTIES != 0
    for index in range(elements):
        if not is_list(value) or not is_hole(ArrayObject(value), index):
            text = allocate_string(integer_length(index), 1)
            write_integer(address(text) + DATA, index)
            store_element_word(store, lengthen(store), address(text))
        elif has_properties:
            home, slot = find_own(value, box_number(to_f64(index)))
            if slot >= 0 and is_wanted(home, slot, which):
                store_element_word(store, lengthen(store), key_at(home.shape.keys, slot))
    if named != 0:
        length = allocate_string(6, 1)
        store_i64(address(length) + DATA, TEXT_LENGTH)
        store_element_word(store, lengthen(store), address(length))


@kernel
def add_indices(store: Store, home: RecordObject, which: i64, indices: i64, first: i64) -> None:
    """Append the keys of a record that are indices from the first on, in order.

    There is room for them once more, to sort them.
    """
    numbers = Store(allocate(Kind.STORE, align8(DATA + 8 * indices)))
    numbers.length = indices
    numbers.capacity = indices
    found = 0
    last: i64 = NO_INDEX
    is_sorted = True
    for slot in range(home.shape.count):
        if is_wanted(home, slot, which):
            index = key_index(home, slot)
            if index != NO_INDEX and index >= first:
                store_i64(address(numbers) + DATA + 8 * found, shift_left(index, SLOT_BITS) | slot)
                found += 1
                is_sorted = is_sorted and index > last
                last = index
    if not is_sorted:
        sort_numbers(address(numbers) + DATA, found)
    for position in range(found):
        entry = load_i64(address(numbers) + DATA + 8 * position) & SLOT_MASK
        store_element_word(store, lengthen(store), key_at(home.shape.keys, entry))


@kernel
def sort_numbers(place: i64, count: i64) -> None:
    """Sort numbers of 8 bytes, none below zero, by heaps."""
    start = divide(count, 2)
    while start > 0:
        start -= 1
        sift(place, start, count)
    end = count
    while end > 1:
        end -= 1
        greatest = load_i64(place)
        store_i64(place, load_i64(place + 8 * end))
        store_i64(place + 8 * end, greatest)
        sift(place, 0, end)
    steps = 0
    rest = count
    while rest > 0:
        steps += count
        rest = shift_right_logical(rest, 1)
    charge_work(steps)


@kernel
def sift(place: i64, root: i64, count: i64) -> None:
    """Let a number sink in a heap to where it belongs."""
    hole: i64 = root
    number = load_i64(place + 8 * root)
    while True:
        child = 2 * hole + 1
        if child >= count:
            break
        if child + 1 < count and load_i64(place + 8 * child) < load_i64(place + 8 * (child + 1)):
            child += 1
        if load_i64(place + 8 * child) <= number:
            break
        store_i64(place + 8 * hole, load_i64(place + 8 * child))
        hole = child
    store_i64(place + 8 * hole, number)


@kernel
def add_names(store: Store, home: RecordObject, count: i64, which: i64) -> None:
    """Append the keys of a record that are no indices: strings first."""
    symbols = 0
    for slot in range(count):
        if is_wanted(home, slot, which):
            key = key_at(home.shape.keys, slot)
            if ObjectHeader(key).kind != Kind.STRING:
                symbols += 1
            elif key_index(home, slot) == NO_INDEX:
                store_element_word(store, lengthen(store), key)
    if symbols == 0:
        return
    for slot in range(count):
        if is_wanted(home, slot, which) and ObjectHeader(key_at(home.shape.keys, slot)).kind != Kind.STRING:
            store_element_word(store, lengthen(store), key_at(home.shape.keys, slot))
