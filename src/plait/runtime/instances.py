"""Objects as `new` makes them, before their constructor runs."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel
from plait.memory.errors import Outcome
from plait.memory.layouts import ABSENT, StringObject
from plait.memory.record_layouts import RecordObject
from plait.runtime.lookup import place_in
from plait.runtime.property_cache import BY_FUNCTION, MISSING, NO_PLACE, recall, upper_half, value_at_place
from plait.runtime.property_keys import UNKNOWN, UNUSABLE, find_key_of
from plait.runtime.records import new_record_with_values
from plait.runtime.strings import unit_at
from plait.runtime.value_kinds import function_properties, is_function, is_record, is_string

CLASS = ord("c")
FUNCTION = ord("f")
BUILTIN = ord("b")
"""Kinds of functions whose objects are records, as the texts begin that functions keep (`bodies/functions.ts`)."""


@kernel
def new_instance(function: i64, key: i64) -> tuple[i64, i32]:
    """An empty record that has the record for prototype which is a function's own property of this key.

    ABSENT when the general code has to do it.
    """
    if not is_function(function) or not is_record(function_properties(function)):
        return ABSENT, Outcome.DONE
    home = RecordObject(function_properties(function))
    if not is_string(home.inner) or not makes_records(StringObject(home.inner)):
        return ABSENT, Outcome.DONE
    place = recall(home.shape, key)
    if place == NO_PLACE:
        known = find_key_of(key)
        if known == UNKNOWN or known == UNUSABLE:
            return ABSENT, Outcome.DONE
        place = place_in(home, known)
    if place == NO_PLACE or place & (BY_FUNCTION | MISSING) != 0 or upper_half(place) != 0:
        return ABSENT, Outcome.DONE
    prototype = value_at_place(home, place)
    if not is_record(prototype):
        return ABSENT, Outcome.DONE
    record, outcome = new_record_with_values(prototype)
    return address(record), outcome


@kernel
def makes_records(kind: StringObject) -> bool:
    """Whether functions of a kind make records."""
    if kind.length == 0:
        return False
    first = unit_at(kind, 0)
    return first == CLASS or first == FUNCTION or first == BUILTIN
