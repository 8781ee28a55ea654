"""Objects as `new` makes them, before their constructor runs."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel, shift_left, store_i64, wrap_add_i64
from plait.memory.errors import Outcome
from plait.memory.layouts import ABSENT, CONTEXT, StringObject
from plait.memory.record_layouts import RecordObject
from plait.runtime.dynamic import is_reference
from plait.runtime.lookup import place_in
from plait.runtime.property_cache import BY_FUNCTION, MISSING, NO_PLACE, note_use, recall, upper_half, value_at_place
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
def new_instance_at(site: i64, function: i64, key: i64) -> tuple[i64, i32]:
    """As `new_instance`. The site of the property cache gets the shape with which objects of the function begin, if it
    is a class: its `prototype` stays what it is.
    """
    result, outcome = new_instance(function, key)
    if site != 0 and outcome == Outcome.DONE and result != ABSENT and is_reference(key) and is_class(function):
        store_i64(site, tag_of_class(function, key))
        store_i64(site + 8, shift_left(address(RecordObject(result).shape), 32) | CONTEXT.cache_stamp)
        note_use(site)
    return result, outcome


@kernel(inline=True)
def tag_of_class(function: i64, key: i64) -> i64:
    """The first word of the entry of a site where objects of a class are made: of no other word and key, if that is a
    reference.
    """
    return wrap_add_i64(shift_left(key, 32), function)


@kernel
def is_class(function: i64) -> bool:
    """Whether a function that makes records is a class of the program."""
    kind = StringObject(RecordObject(function_properties(function)).inner)
    return unit_at(kind, 0) == CLASS


@kernel
def makes_records(kind: StringObject) -> bool:
    """Whether functions of a kind make records."""
    if kind.length == 0:
        return False
    first = unit_at(kind, 0)
    return first == CLASS or first == FUNCTION or first == BUILTIN
