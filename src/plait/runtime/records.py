"""Records: making them, and adding, deleting and changing their own properties."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, divide, i32, i64, kernel, load_i64, size_of, unlikely
from plait.memory.allocator import allocate, has_room
from plait.memory.barrier import store_element_word
from plait.memory.errors import Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import DATA, UNDEFINED, Kind, Storage, Store
from plait.memory.record_layouts import (
    METHOD,
    RecordObject,
    Shape,
)
from plait.runtime.arrays import allocate_store, store_size
from plait.runtime.keys import (
    allocate_keys,
    append_key,
    attributes_at,
    capacity_for,
    copy_keys,
    key_at,
    keys_size,
    set_key,
)
from plait.runtime.property_cache import forget, note_change
from plait.runtime.shapes import (
    allocate_shape,
    find_transition,
    grow,
    known_root,
    may_grow,
    root_of,
    transition_need,
)
from plait.runtime.value_kinds import is_function

LEAST_VALUES = 4

LEAST_OWN = 8
"""For how many properties a record with a shape of its own has room at least."""

REBUILD_FUEL = 16
FUEL_PER_PROPERTY = 4
"""What it costs to give a record a shape of its own."""


@kernel
def root_beside(prototype: i64, size: i64) -> Shape:
    """The shape of empty records with a prototype, when there is room for it, if it is new, and for so many bytes; null
    if there is not.
    """
    root = known_root(prototype)
    is_new = address(root) == 0
    if not has_room(size + size_of(Shape) if unlikely(is_new) else size):
        return Shape(0)
    return root_of(prototype) if unlikely(is_new) else root


@kernel
def new_record(prototype: i64) -> tuple[RecordObject, i32]:
    """An empty record; the prototype is an object or null."""
    root = root_beside(prototype, size_of(RecordObject))
    if address(root) == 0:
        return RecordObject(0), Outcome.NEED_MEMORY
    return make_record(root), Outcome.DONE


@kernel
def new_record_with_values(prototype: i64) -> tuple[RecordObject, i32]:
    """An empty record with room for a few properties."""
    root = root_beside(prototype, size_of(RecordObject) + store_size(Storage.ANY, LEAST_VALUES))
    if address(root) == 0:
        return RecordObject(0), Outcome.NEED_MEMORY
    return make_record_with_values(root), Outcome.DONE


@kernel
def new_record_of(root: Shape) -> tuple[i64, i32]:
    """The word of an empty record of a shape, with room for a few properties."""
    if not has_room(size_of(RecordObject) + store_size(Storage.ANY, LEAST_VALUES)):
        return 0, Outcome.NEED_MEMORY
    return address(make_record_with_values(root)), Outcome.DONE


@kernel(inline=True)
def make_record_with_values(root: Shape) -> RecordObject:
    """An empty record with room for a few properties, for which there is room."""
    record = make_record(root)
    values = allocate_store(Storage.ANY, LEAST_VALUES)
    values.length = 0
    record.values = values
    return record


@kernel(inline=True)
def make_record(root: Shape) -> RecordObject:
    """An empty record, for which there is room."""
    record = RecordObject(allocate(Kind.RECORD, size_of(RecordObject)))
    record.shape = root
    record.values = Store(0)
    record.inner = UNDEFINED
    record.root = Shape(0)
    record.flags = 0
    return record


@kernel(inline=True)
def value_at(record: RecordObject, slot: i64) -> i64:
    """The value of an own property."""
    return load_i64(address(record.values) + DATA + 8 * slot)


@kernel(inline=True)
def set_value(record: RecordObject, slot: i64, value: i64) -> None:
    """Set the value of an own property."""
    store_element_word(record.values, slot, value)


@kernel(inline=True)
def is_own_shape(shape: Shape) -> bool:
    """Whether a shape is a record's own."""
    return address(shape.root) == 0


@kernel
def rebuilt_capacity(shape: Shape) -> i64:
    """How many properties a record has room for when it has got a new shape of its own."""
    left = shape.number if is_own_shape(shape) else shape.count
    return max(LEAST_OWN, capacity_for(left + divide(left, 2) + 1))


@kernel
def rebuild_need(shape: Shape) -> i64:
    """How many bytes it takes to give a record with a shape a new one of its own."""
    capacity = rebuilt_capacity(shape)
    return size_of(Shape) + keys_size(capacity) + store_size(Storage.ANY, capacity)


@kernel
def rebuild(record: RecordObject, prototype: i64) -> None:
    """Give a record a new shape of its own, with room for more properties. There is room (`rebuild_need`)."""
    shape = record.shape
    capacity = rebuilt_capacity(shape)
    keys = allocate_keys(capacity)
    values = allocate_store(Storage.ANY, capacity)
    count = shape.count
    copy_keys(shape.keys, count, keys)
    left = 0
    for slot in range(count):
        if key_at(shape.keys, slot) != 0:
            store_element_word(values, left, value_at(record, slot))
            left += 1
    values.length = left
    own = allocate_shape(prototype, keys, left)
    own.number = left
    record.shape = own
    record.values = values
    charge_work(REBUILD_FUEL + FUEL_PER_PROPERTY * count)


@kernel
def make_own(record: RecordObject) -> i32:
    """Give a record a shape of its own unless it has one."""
    if is_own_shape(record.shape):
        return Outcome.DONE
    if not has_room(rebuild_need(record.shape)):
        return Outcome.NEED_MEMORY
    rebuild(record, record.shape.prototype)
    return Outcome.DONE


@kernel
def grown_values(values: Store) -> i64:
    """The capacity of the store that one value more needs, 0 when there is room for it."""
    capacity = values.capacity
    return 0 if values.length < capacity else max(LEAST_VALUES, 2 * capacity)


@kernel
def addition_need(record: RecordObject) -> i64:
    """How many bytes adding any property may take: for those who have to know before they know the key."""
    shape = record.shape
    if is_own_shape(shape):
        return 0 if shape.count < shape.keys.capacity else rebuild_need(shape)
    need = transition_need(shape) + rebuild_need(shape)
    capacity = grown_values(record.values)
    return need + store_size(Storage.ANY, capacity) if capacity != 0 else need


@kernel
def add_property(record: RecordObject, key: i64, attributes: i64, value: i64) -> i32:
    """Give a record a property that it does not have."""
    shape = record.shape
    note_change(record)
    if is_own_shape(shape):
        return add_to_own(record, key, attributes, value)
    target = find_transition(shape, key, attributes)
    need: i64 = 0
    if address(target) == 0:
        if is_of_prototype(attributes, value) or not may_grow(shape, key):
            return add_to_own(record, key, attributes, value)
        need = transition_need(shape)
    capacity = grown_values(record.values)
    if capacity != 0:
        need += store_size(Storage.ANY, capacity)
    if need != 0 and not has_room(need):
        return Outcome.NEED_MEMORY
    if address(target) == 0:
        target = grow(shape, key, attributes)
    finish_addition(record, target, capacity, value)
    return Outcome.DONE


@kernel(inline=True)
def finish_addition(record: RecordObject, target: Shape, capacity: i64, value: i64) -> None:
    """Give a record the shape that it has with one property more. There is room for a capacity that is not 0."""
    if capacity != 0:
        grow_values(record, capacity)
    append_value(record, value)
    record.shape = target


@kernel
def add_along(record: RecordObject, target: Shape, value: i64) -> i32:
    """As `add_property`, when the shape is known that the record gets."""
    capacity = grown_values(record.values)
    if unlikely(capacity != 0) and not has_room(store_size(Storage.ANY, capacity)):
        return Outcome.NEED_MEMORY
    note_change(record)
    finish_addition(record, target, capacity, value)
    return Outcome.DONE


@kernel(inline=True)
def is_of_prototype(attributes: i64, value: i64) -> bool:
    """Whether a property is one of those that prototypes and classes have; these share their shapes with nobody."""
    return attributes == METHOD and is_function(value)


@kernel
def grow_values(record: RecordObject, capacity: i64) -> None:
    """Give a record a larger store of values, for which there is room."""
    old = record.values
    values = allocate_store(Storage.ANY, capacity)
    used = 8 * old.length
    copy_bytes(address(values) + DATA, address(old) + DATA, used)
    values.length = old.length
    record.values = values
    charge_work(divide(used, BYTES_PER_FUEL))


@kernel(inline=True)
def append_value(record: RecordObject, value: i64) -> None:
    """Append a value, for which there is room."""
    values = record.values
    slot = values.length
    values.length = slot + 1
    store_element_word(values, slot, value)


@kernel
def add_to_own(record: RecordObject, key: i64, attributes: i64, value: i64) -> i32:
    """As `add_property`, to a shape of the record's own, which it gets if it has none, or one that is full."""
    shape = record.shape
    if not is_own_shape(shape) or shape.count == shape.keys.capacity:
        if not has_room(rebuild_need(shape)):
            return Outcome.NEED_MEMORY
        rebuild(record, shape.prototype)
        shape = record.shape
    forget(shape, key)
    append_key(shape.keys, key, attributes)
    shape.count = shape.count + 1
    shape.number = shape.number + 1
    append_value(record, value)
    return Outcome.DONE


@kernel
def delete_property(record: RecordObject, slot: i64) -> i32:
    """Delete an own property."""
    outcome = make_own(record)
    if outcome != Outcome.DONE:
        return outcome
    note_change(record)
    shape = record.shape
    forget(shape, key_at(shape.keys, slot))
    set_key(shape.keys, slot, 0, 0)
    shape.number = shape.number - 1
    set_value(record, slot, UNDEFINED)
    return Outcome.DONE


@kernel
def change_property(record: RecordObject, slot: i64, attributes: i64, value: i64) -> i32:
    """Give an own property a value and attributes."""
    keys = record.shape.keys
    if attributes_at(keys, slot) != attributes:
        outcome = make_own(record)
        if outcome != Outcome.DONE:
            return outcome
        note_change(record)
        keys = record.shape.keys
        forget(record.shape, key_at(keys, slot))
        set_key(keys, slot, key_at(keys, slot), attributes)
    set_value(record, slot, value)
    return Outcome.DONE
