"""Finding a property along a prototype chain, and caching where it was found."""

from __future__ import annotations

from plait.kernel import address, i64, kernel, shift_left, unlikely
from plait.memory.record_layouts import IS_PROTOTYPE, ORDINARY, RecordObject, Shape
from plait.runtime.dynamic import is_reference
from plait.runtime.keys import attributes_at, find_key
from plait.runtime.property_cache import DEEP, MISSING, MOST_SLOTS, NO_PLACE, place_of, recall, remember, steps_part
from plait.runtime.property_keys import may_spell_number
from plait.runtime.shapes import find_transition, home_of

MAX_CHAIN = 16
"""How many objects of a prototype chain kernels look at; the general code goes through longer ones."""


@kernel(inline=True)
def own_slot(home: RecordObject, key: i64) -> i64:
    """Where a record has a property of its own, below zero if it has none."""
    shape = home.shape
    return find_key(shape.keys, shape.count, key)


@kernel(inline=True)
def place_in(home: RecordObject, key: i64) -> i64:
    """The place of a property of an object with a home, cached or found; NO_PLACE when it cannot be cached.

    The key is an atom or a symbol.
    """
    known = recall(home.shape, key)
    return known if known != NO_PLACE else find_place(home, key)


@kernel
def find_place(home: RecordObject, key: i64) -> i64:
    """As `place_in`, for what is not cached, which is cached then."""
    shape = home.shape
    slot = own_slot(home, key)
    if slot >= 0:
        return cached(shape, key, home, slot, 0, 0)
    current = shape.prototype
    for steps in range(MAX_CHAIN - 1):
        if not is_reference(current):
            place = MISSING | steps_part(steps) | not_at_once(key) | shift_left(address(next_shape(shape, key)), 32)
            remember(shape, key, place)
            return place
        parent = home_of(current)
        if address(parent) == 0:
            return NO_PLACE
        parent.flags = parent.flags | IS_PROTOTYPE
        slot = own_slot(parent, key)
        if slot >= 0:
            return cached(shape, key, parent, slot, address(parent), steps_part(steps + 1))
        current = parent.shape.prototype
    return NO_PLACE


@kernel
def cached(shape: Shape, key: i64, home: RecordObject, slot: i64, holder: i64, steps: i64) -> i64:
    """The place of a property that has been found, cached unless it stands too far back. `steps` is a part of it."""
    if slot > MOST_SLOTS:
        return NO_PLACE
    place = place_of(slot, attributes_at(home.shape.keys, slot), holder) | steps | not_at_once(key)
    remember(shape, key, place)
    return place


@kernel(inline=True)
def not_at_once(key: i64) -> i64:
    """The part of a place that keeps it from being used without a look at the record: a key that spells a number is an
    element of a typed array, whose shape other records may have.
    """
    return DEEP if unlikely(may_spell_number(key)) else 0


@kernel
def next_shape(shape: Shape, key: i64) -> Shape:
    """The shape that a record gets by an ordinary property, null if there is none that it shares."""
    return find_transition(shape, key, ORDINARY) if address(shape.root) != 0 else Shape(0)
