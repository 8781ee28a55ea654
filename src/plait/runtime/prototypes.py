"""Prototypes of objects: reading and changing them."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel, size_of
from plait.memory.allocator import has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import NULL, ArrayObject
from plait.memory.record_layouts import RecordObject, Shape
from plait.runtime.dynamic import is_reference
from plait.runtime.lists import attach_properties
from plait.runtime.properties import prototype_of
from plait.runtime.property_cache import FUEL_PER_STEP, note_change
from plait.runtime.records import is_own_shape, rebuild, rebuild_need, root_beside
from plait.runtime.shapes import allocate_shape, home_of
from plait.runtime.value_kinds import is_list, is_object


@kernel
def is_in_chain(value: i64, start: i64) -> bool:
    """Whether an object is in a prototype chain."""
    current: i64 = start
    while is_reference(current):
        if current == value:
            return True
        charge_work(FUEL_PER_STEP)
        current = prototype_of(current)
    return False


@kernel
def set_prototype(value: i64, prototype: i64) -> i32:
    """Give an object another prototype, an object or null; CYCLIC_PROTOTYPE when it is the object or inherits from it.

    BAD_CAST for what has no record for its properties.
    """
    if not is_object(value) or (prototype != NULL and not is_object(prototype)):
        return ErrorCode.BAD_CAST
    if is_list(value):
        attached = attach_properties(ArrayObject(value))
        if attached != Outcome.DONE:
            return attached
    home = home_of(value)
    if address(home) == 0:
        return ErrorCode.BAD_CAST
    if home.shape.prototype == prototype:
        return Outcome.DONE
    if is_in_chain(value, prototype):
        return ErrorCode.CYCLIC_PROTOTYPE
    return move_to_prototype(home, prototype)


@kernel
def move_to_prototype(home: RecordObject, prototype: i64) -> i32:
    """Give a record a shape with another prototype."""
    shape = home.shape
    note_change(home)
    if shape.count == 0:
        root = root_beside(prototype, 0)
        if address(root) == 0:
            return Outcome.NEED_MEMORY
        home.shape = root
        return Outcome.DONE
    if not is_own_shape(shape):
        if not has_room(rebuild_need(shape)):
            return Outcome.NEED_MEMORY
        rebuild(home, prototype)
        return Outcome.DONE
    if not has_room(size_of(Shape)):
        return Outcome.NEED_MEMORY
    # Entries of the cache that stand for the old one say what its chain has.
    moved = allocate_shape(prototype, shape.keys, shape.count)
    moved.number = shape.number
    home.shape = moved
    return Outcome.DONE
