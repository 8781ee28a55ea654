"""Shapes: the roots of lineages, and how a shape grows out of another.

A lineage begins with an empty shape, the root, which is found again from the prototype. Programs whose objects are used
as dictionaries would make a shape for every set of keys; so keys that do not stand in the program (`is_computed`) make
new shapes of a shape only while it has led to few, and a lineage has only so many. Records that find no shape get one
of their own.
"""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i64, kernel, load_u32, size_of, store_u32
from plait.memory.allocator import allocate
from plait.memory.barrier import store_element_reference
from plait.memory.layouts import CONTEXT, DATA, NULL, NULL_ROOT_OFFSET, ArrayObject, Kind, ObjectHeader, Storage, Store
from plait.memory.record_layouts import Keys, RecordObject, Shape
from plait.runtime.arrays import store_size
from plait.runtime.atoms import serial_of
from plait.runtime.keys import allocate_keys, append_key, capacity_for, copy_keys, keys_size
from plait.runtime.value_kinds import function_properties, is_function, is_record

MAX_SHARED = 64
"""Records with more properties have a shape of their own."""

MAX_COMPUTED = 8
"""How many shapes may have grown out of one that gets another by a key that is computed."""

MAX_LINEAGE = 1 << 12
"""How many shapes a lineage has at most."""

LEAST_TRANSITIONS = 4


@kernel
def home_of(value: i64) -> RecordObject:
    """The record that holds the properties of an object, an `any` reference; null when there is none."""
    match ObjectHeader(value).kind:
        case Kind.RECORD:
            return RecordObject(value)
        case Kind.ARRAY:
            return RecordObject(ArrayObject(value).properties)
        case Kind.OBJECT:
            if is_function(value) and is_record(function_properties(value)):
                return RecordObject(function_properties(value))
            return RecordObject(0)
        case _:
            return RecordObject(0)


@kernel
def allocate_shape(prototype: i64, keys: Keys, count: i64) -> Shape:
    """A shape that has no root yet, for which there is room."""
    shape = Shape(allocate(Kind.SHAPE, size_of(Shape)))
    shape.keys = keys
    shape.count = count
    shape.prototype = prototype
    shape.root = Shape(0)
    shape.key = 0
    shape.attributes = 0
    shape.transitions = 0
    shape.transition_count = 0
    shape.number = 0
    return shape


@kernel
def known_root(prototype: i64) -> Shape:
    """The shape with which records with a prototype begin, null when there is none yet."""
    if prototype == NULL:
        return Shape(load_u32(NULL_ROOT_OFFSET))
    home = home_of(prototype)
    if address(home) == 0 or address(home.root) == 0 or home.root.prototype != prototype:
        return Shape(0)
    return home.root


@kernel
def root_of(prototype: i64) -> Shape:
    """The shape with which records with a prototype begin. There is room for it unless it is known."""
    known = known_root(prototype)
    if address(known) != 0:
        return known
    root = allocate_shape(prototype, Keys(0), 0)
    root.root = root
    if prototype == NULL:
        store_u32(NULL_ROOT_OFFSET, address(root))
        return root
    home = home_of(prototype)
    if address(home) != 0:
        home.root = root
    return root


@kernel
def transition_at(table: Store, position: i64) -> Shape:
    """The shape at a position of a store of transitions."""
    return Shape(load_u32(address(table) + DATA + 4 * position))


@kernel
def find_transition(shape: Shape, key: i64, attributes: i64) -> Shape:
    """The shape that has grown out of another by a property, null if there is none."""
    held = shape.transitions
    if shape.transition_count <= 1:
        only = Shape(held)
        if held != 0 and only.key == key and only.attributes == attributes:
            return only
        return Shape(0)
    table = Store(held)
    mask = table.capacity - 1
    position = serial_of(key) & mask
    while True:
        found = transition_at(table, position)
        if address(found) == 0 or (found.key == key and found.attributes == attributes):
            return found
        position = (position + 1) & mask


@kernel
def grown_transitions(shape: Shape) -> i64:
    """The capacity of the store that one transition more needs, 0 when it needs no new one."""
    count = shape.transition_count
    if count == 0:
        return 0
    if count == 1:
        return LEAST_TRANSITIONS
    capacity = Store(shape.transitions).capacity
    return 2 * capacity if 2 * (count + 1) > capacity else 0


@kernel
def put_transition(table: Store, child: Shape) -> None:
    """Put a shape into a store of transitions."""
    mask = table.capacity - 1
    position = serial_of(child.key) & mask
    while address(transition_at(table, position)) != 0:
        position = (position + 1) & mask
    store_element_reference(table, position, address(child))


@kernel
def add_transition(shape: Shape, child: Shape) -> None:
    """Let a shape lead to one that has grown out of it. There is room."""
    if shape.transition_count == 0:
        shape.transitions = address(child)
        shape.transition_count = 1
        return
    capacity = grown_transitions(shape)
    if capacity != 0:
        grown = Store(allocate(Kind.REFERENCE_STORE, store_size(Storage.REFERENCE, capacity)))
        grown.length = capacity
        grown.capacity = capacity
        fill_bytes(address(grown) + DATA, 0, 4 * capacity)
        if shape.transition_count == 1:
            put_transition(grown, Shape(shape.transitions))
        else:
            old = Store(shape.transitions)
            for position in range(old.capacity):
                if address(transition_at(old, position)) != 0:
                    put_transition(grown, transition_at(old, position))
        shape.transitions = address(grown)
    put_transition(Store(shape.transitions), child)
    shape.transition_count = shape.transition_count + 1


@kernel
def grown_keys(shape: Shape) -> i64:
    """The capacity of the keys that one property more needs, 0 when it can be appended to those of the shape."""
    keys = shape.keys
    count = shape.count
    return 0 if count == keys.length and count < keys.capacity else capacity_for(count + 1)


@kernel
def transition_need(shape: Shape) -> i64:
    """How many bytes it takes to let a shape grow by a property."""
    need: i64 = size_of(Shape)
    keys = grown_keys(shape)
    if keys != 0:
        need += keys_size(keys)
    transitions = grown_transitions(shape)
    if transitions != 0:
        need += store_size(Storage.REFERENCE, transitions)
    return need


@kernel
def grow(shape: Shape, key: i64, attributes: i64) -> Shape:
    """A new shape with one property more. There is room (`transition_need`)."""
    count = shape.count
    keys = shape.keys
    capacity = grown_keys(shape)
    if capacity != 0:
        keys = allocate_keys(capacity)
        copy_keys(shape.keys, count, keys)
    append_key(keys, key, attributes)
    child = allocate_shape(shape.prototype, keys, count + 1)
    child.root = shape.root
    child.key = key
    child.attributes = attributes
    add_transition(shape, child)
    shape.root.number = shape.root.number + 1
    return child


@kernel(inline=True)
def is_computed(key: i64) -> bool:
    """Whether a key does not stand in the program."""
    return key >= CONTEXT.image_end


@kernel
def may_grow(shape: Shape, key: i64) -> bool:
    """Whether a shared shape may grow by a new property."""
    if shape.count >= MAX_SHARED or shape.root.number >= MAX_LINEAGE:
        return False
    return not is_computed(key) or shape.transition_count < MAX_COMPUTED
