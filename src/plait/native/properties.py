"""Properties by key, range 0x12: for programs that are compiled by flow.

A key is a string, a symbol or a number. `ABSENT` and false say that the general code of the library has to go on.
"""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, i64, kernel, likely, load_i64
from plait.memory.barrier import store_slot
from plait.memory.errors import Outcome
from plait.memory.fuel import worked
from plait.memory.layouts import ABSENT, CONTEXT, ArrayObject
from plait.memory.record_layouts import INTEGRITY, IS_PROTOTYPE, RecordObject, Shape
from plait.native.table import NativeRange, native
from plait.runtime import properties, property_sites
from plait.runtime.dynamic import is_reference
from plait.runtime.lists import FROZEN
from plait.runtime.own_sites import append_at_own_site, get_at_own_site, is_own_site, set_at_own_site
from plait.runtime.property_cache import (
    DISTANCE,
    MISSING,
    OWN_AND_WRITABLE,
    PLAIN,
    entry_at,
    tag_of,
    upper_half,
    value_at_place,
)
from plait.runtime.property_list import list_keys
from plait.runtime.property_sites import learn_to_get, learn_to_set
from plait.runtime.records import append_value
from plait.runtime.value_kinds import is_record

PROPERTY = NativeRange.PROPERTY
FINDS = Flags.ALLOCATES | Flags.WORKS
FINDS_AT_ONCE = Flags.ALLOCATES | Flags.WORKS_SELDOM | Flags.HAS_SITE | Flags.DECLINES
CHANGES = FINDS | Flags.THROWS
APPENDS = FINDS_AT_ONCE | Flags.THROWS


@kernel(inline=True)
def property_at_site(value: i64, key: i64, site: i64) -> tuple[i64, bool]:
    """The usual case of `get_property`: a record that has been met."""
    if is_own_site(site):
        known, is_known = get_at_own_site(site, value, key)
        return known, is_known
    if likely(is_record(value) and is_reference(key)):
        home = RecordObject(value)
        entry = entry_at(site, home.shape, key)
        place = load_i64(entry + 8)
        if likely(load_i64(entry) == tag_of(home.shape, key) and place & PLAIN == CONTEXT.cache_stamp):
            return value_at_place(home, place), True
    return ABSENT, False


@native(
    PROPERTY, 0x00, "property.get", "any any -> any", flags=FINDS_AT_ONCE, usual=property_at_site, learns=learn_to_get
)
@kernel(inline=True)
def get_property(value: i64, key: i64, site: i64) -> tuple[i64, i32]:
    """The value of an own or inherited property, undefined when there is none."""
    found, is_found = property_at_site(value, key, site)
    if likely(is_found):
        return found, Outcome.DONE
    result, outcome = property_sites.get_property_at(site, value, key)
    return result, worked(outcome)


@native(PROPERTY, 0x01, "property.own", "any any -> any", fuel=12, flags=FINDS)
@kernel
def own_property(value: i64, key: i64) -> tuple[i64, i32]:
    """The value of an own property; `ABSENT` when there is none or it is an accessor."""
    result, outcome = properties.own_property(value, key)
    return result, outcome


@kernel(inline=True)
def set_at_site(value: i64, key: i64, word: i64, site: i64) -> bool:
    """The usual case of `set_property`: a record that has been met."""
    if is_own_site(site):
        return set_at_own_site(site, value, word)
    if likely(is_record(value) and is_reference(key)):
        home = RecordObject(value)
        entry = entry_at(site, home.shape, key)
        place = load_i64(entry + 8)
        is_own = load_i64(entry) == tag_of(home.shape, key) and place & OWN_AND_WRITABLE == CONTEXT.cache_stamp
        if likely(is_own and home.flags & INTEGRITY != FROZEN):
            store_slot(address(home.values) + (place & DISTANCE), word)
            return True
    return False


@native(
    PROPERTY,
    0x02,
    "property.set",
    "any any any -> bool",
    fuel=10,
    flags=FINDS_AT_ONCE,
    usual=set_at_site,
    learns=learn_to_set,
)
@kernel(inline=True)
def set_property(value: i64, key: i64, word: i64, site: i64) -> tuple[bool, i32]:
    """An ordinary assignment; whether it has been done."""
    if likely(set_at_site(value, key, word, site)):
        return True, Outcome.DONE
    is_done, outcome = property_sites.set_property_at(site, value, key, word)
    return is_done, worked(outcome)


@native(PROPERTY, 0x03, "property.define", "any any any i32 ->", fuel=12, flags=CHANGES)
@kernel
def define_property(value: i64, key: i64, word: i64, attributes: i32) -> i32:
    """Gives an object an own property with attributes, whatever its integrity.

    Throws BAD_CAST for what can have none, a function whose properties are a string too, and for what is no key.
    """
    return properties.define_property(value, key, word, attributes)


@native(PROPERTY, 0x04, "property.attributes", "any any -> i32", fuel=12, flags=Flags.WORKS)
@kernel
def property_attributes(value: i64, key: i64) -> i32:
    """The attributes of an own property, as far as the integrity of the object leaves them; -1 when there is none."""
    return properties.property_attributes(value, key)


@native(PROPERTY, 0x05, "property.raw", "any any -> any", fuel=12, flags=FINDS)
@kernel
def raw_property(value: i64, key: i64) -> tuple[i64, i32]:
    """The value of an own property, the list of an accessor; `ABSENT` when there is none."""
    result, outcome = properties.raw_property(value, key)
    return result, outcome


@native(PROPERTY, 0x06, "property.holder", "any any -> any", fuel=12, flags=Flags.WORKS)
@kernel
def property_holder(value: i64, key: i64) -> i64:
    """The first object of the chain, from the value itself on, that has a property; undefined when none has it.

    `ABSENT` when the chain is longer than kernels look.
    """
    return properties.property_holder(value, key)


@native(PROPERTY, 0x07, "property.delete", "any any -> bool", fuel=16, flags=FINDS)
@kernel
def delete_property(value: i64, key: i64) -> tuple[bool, i32]:
    """Deletes an own property if there is one; false when it cannot be deleted."""
    is_gone, outcome = properties.remove_property(value, key)
    return is_gone, outcome


@native(PROPERTY, 0x08, "property.keys", "any i32 -> array(any)", fuel=24, flags=FINDS)
@kernel
def own_keys(value: i64, which: i32) -> tuple[ArrayObject, i32]:
    """The own keys in JavaScript's order: 1 enumerable strings, 2 all strings, 4 symbols, added together."""
    result, outcome = list_keys(value, which)
    return result, outcome


@native(PROPERTY, 0x09, "property.accessor", "any any -> any", fuel=12, flags=Flags.WORKS)
@kernel
def property_accessor(value: i64, key: i64) -> i64:
    """The list of the accessor that an own or inherited property is; `ABSENT` when it is none."""
    return properties.find_accessor(value, key)


@kernel(inline=True)
def append_at_site(value: i64, key: i64, word: i64, site: i64) -> bool:
    """The usual case of `append_property`: a record that has been met, and has room."""
    if is_own_site(site):
        return append_at_own_site(site, value, word)
    if likely(is_record(value) and is_reference(key)):
        home = RecordObject(value)
        entry = entry_at(site, home.shape, key)
        place = load_i64(entry + 8)
        is_missing = load_i64(entry) == tag_of(home.shape, key) and place & PLAIN == CONTEXT.cache_stamp | MISSING
        values = home.values
        has_place = upper_half(place) != 0 and values.length < values.capacity
        if likely(is_missing and has_place and home.flags & (INTEGRITY | IS_PROTOTYPE) == 0):
            append_value(home, word)
            home.shape = Shape(upper_half(place))
            return True
    return False


@native(
    PROPERTY,
    0x0A,
    "property.append",
    "any any any -> bool",
    fuel=10,
    flags=APPENDS,
    usual=append_at_site,
    learns=learn_to_set,
)
@kernel(inline=True)
def append_property(value: i64, key: i64, word: i64, site: i64) -> tuple[bool, i32]:
    """Gives a record that is extensible an ordinary property of its own; whether that has been done.

    It is not when the record has one that cannot be configured, nor for other values.
    """
    if likely(append_at_site(value, key, word, site)):
        return True, Outcome.DONE
    is_done, outcome = property_sites.append_property_at(site, value, key, word)
    return is_done, worked(outcome)
