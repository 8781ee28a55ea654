"""Values of properties that are cached and can be read at once, of lists, strings and functions."""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.memory.layouts import ABSENT, ArrayObject
from plait.memory.record_layouts import RecordObject
from plait.runtime.dynamic import is_reference
from plait.runtime.number_keys import NO_INDEX
from plait.runtime.property_cache import BY_FUNCTION, DEEP, MISSING, NO_PLACE, recall, value_at_place
from plait.runtime.property_keys import index_of, is_length
from plait.runtime.value_kinds import ValueKind, function_properties, intrinsic_prototype, is_list, is_record, is_string


@kernel(reads=True)
def cached_method(value: i64, key: i64) -> i64:
    """What is cached of the prototype of a list or string for a key that is no element's and not the length; ABSENT if
    nothing is.
    """
    if not is_string(key) or (is_list(value) and ArrayObject(value).properties != 0):
        return ABSENT
    prototype = intrinsic_prototype(ValueKind.LIST if is_list(value) else ValueKind.STRING)
    if not is_record(prototype):
        return ABSENT
    home = RecordObject(prototype)
    place = recall(home.shape, key)
    if place == NO_PLACE or place & (BY_FUNCTION | MISSING | DEEP) != 0 or is_length(key) or index_of(key) != NO_INDEX:
        return ABSENT
    return value_at_place(home, place)


@kernel(reads=True)
def cached_static(function: i64, key: i64) -> i64:
    """The value of a property of a function, if it is cached and can be read at once; else ABSENT."""
    if not is_reference(key) or not is_record(function_properties(function)):
        return ABSENT
    home = RecordObject(function_properties(function))
    place = recall(home.shape, key)
    if place == NO_PLACE or place & (BY_FUNCTION | MISSING | DEEP) != 0:
        return ABSENT
    return value_at_place(home, place)
