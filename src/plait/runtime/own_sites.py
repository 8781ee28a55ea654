"""Sites that places in compiled code have for themselves: how each has found the property it asks for last.

A site is three words:

- The first says that records of a shape have the property as their own: the shape (lower half), and how far from the
  start of their store the value stands (upper half). Such a shape is shared and never changes, and nothing else has a
  reference to it where records have their shape (`memory.layouts.ObjectHeader`): that one comparison proves it all.
- The second and the third say what else is known of records of a shape. Where a property is read: the shape and the
  distance, the record that holds the value (lower half) and the stamp of the cache (upper half). Where it is set: the
  shape and the one that a record has when it gets the property; the stamp.

What is known goes by the property cache, and a collection empties the sites as well. Results and fuel never depend on
them.
"""

from __future__ import annotations

from plait.kernel import address, i64, kernel, likely, load_i64, load_u32, shift_left, store_i64
from plait.memory.barrier import store_slot
from plait.memory.layouts import (
    ABSENT,
    CONTEXT,
    OWN_SITES_OFFSET,
    SHAPE_DISTANCE,
)
from plait.memory.record_layouts import AT_SITES, HOLDS_VIEW, INTEGRITY, IS_PROTOTYPE, RecordObject, Shape
from plait.runtime.cached_values import cached_method, cached_static
from plait.runtime.dynamic import is_reference
from plait.runtime.lists import FROZEN
from plait.runtime.property_cache import (
    BY_FUNCTION,
    DEEP,
    DISTANCE,
    LOWER_HALF,
    MISSES,
    MISSING,
    NO_PLACE,
    READ_ONLY,
    STAMP,
    entry_of,
    note_use,
    recall,
    tag_of,
    upper_half,
    value_at_place,
)
from plait.runtime.records import append_value
from plait.runtime.value_kinds import is_function, is_list, is_record, is_string


@kernel(inline=True)
def is_own_site(site: i64) -> bool:
    """Whether a place in compiled code shares its site with no other."""
    return site >= OWN_SITES_OFFSET


@kernel(inline=True)
def get_at_own_site(site: i64, value: i64, key: i64) -> tuple[i64, bool]:
    """The value of a property, and whether it is known; else ABSENT."""
    if not is_reference(value):
        return ABSENT, False
    shape = load_u32(value + SHAPE_DISTANCE)
    first = load_i64(site)
    if likely(first & LOWER_HALF == shape):
        return load_i64(address(RecordObject(value).values) + upper_half(first)), True
    second = load_i64(site + 8)
    third = load_i64(site + 16)
    if likely(second & LOWER_HALF == shape and upper_half(third) == CONTEXT.cache_stamp):
        holder = RecordObject(third & LOWER_HALF)
        return load_i64(address(holder.values) + upper_half(second)), True
    found = find_cached(site, value, key)
    return found, found != ABSENT


@kernel(inline=True)
def set_at_own_site(site: i64, value: i64, word: i64) -> bool:
    """Set a property of a record, or add one, if it is known how; whether that has been done."""
    if not is_reference(value):
        return False
    record = RecordObject(value)
    first = load_i64(site)
    if likely(first & LOWER_HALF == load_u32(value + SHAPE_DISTANCE) and record.flags & INTEGRITY != FROZEN):
        store_slot(address(record.values) + upper_half(first), word)
        return True
    return append_at_own_site(site, value, word)


@kernel(inline=True)
def append_at_own_site(site: i64, value: i64, word: i64) -> bool:
    """Add a property to a record if it is known how; whether that has been done."""
    if not is_reference(value):
        return False
    record = RecordObject(value)
    shape = load_u32(value + SHAPE_DISTANCE)
    second = load_i64(site + 8)
    if likely(second & LOWER_HALF == shape and load_i64(site + 16) == CONTEXT.cache_stamp):
        values = record.values
        is_plain = record.flags & (INTEGRITY | IS_PROTOTYPE | HOLDS_VIEW) == 0
        if likely(is_plain and values.length < values.capacity):
            append_value(record, word)
            record.shape = Shape(upper_half(second))
            return True
    return False


@kernel(reads=True)
def find_cached(site: i64, value: i64, key: i64) -> i64:
    """The value of a property that is cached, but not at the site; ABSENT if it is not, or if the site is free."""
    if is_function(value):
        return cached_static(value, key)
    if not is_record(value):
        return cached_method(value, key) if is_list(value) or is_string(value) else ABSENT
    if (load_i64(site) | load_i64(site + 8)) == 0 or not is_reference(key):
        return ABSENT
    home = RecordObject(value)
    place = recall(home.shape, key)
    if place == NO_PLACE or place & (BY_FUNCTION | MISSING | DEEP) != 0:
        return ABSENT
    return value_at_place(home, place)


@kernel
def keep_found(site: i64, record: RecordObject, shape: Shape, key: i64) -> None:
    """Let a site where a property is read have what is cached of it now."""
    place = place_to_keep(shape, key)
    if place == NO_PLACE or place & (BY_FUNCTION | MISSING | DEEP) != 0:
        return
    holder = upper_half(place)
    is_shared = address(shape.root) != 0
    word = shift_left(place & DISTANCE, 32) | address(shape)
    if holder == 0 and is_shared:
        if may_use(site, site):
            store_i64(site, word)
    elif may_use(site, site + 8):
        if not is_shared:
            shape.transition_count = AT_SITES
        store_i64(site + 8, word)
        store_i64(site + 16, shift_left(CONTEXT.cache_stamp, 32) | (holder if holder != 0 else address(record)))


@kernel
def keep_set(site: i64, shape: Shape, key: i64) -> None:
    """Let a site where a property is set have what was cached for the shape of the record before."""
    place = place_to_keep(shape, key)
    if place == NO_PLACE or place & (BY_FUNCTION | READ_ONLY | DEEP) != 0 or address(shape.root) == 0:
        return
    if place & MISSING == 0:
        if upper_half(place) == 0 and may_use(site, site):
            store_i64(site, shift_left(place & DISTANCE, 32) | address(shape))
    elif upper_half(place) != 0 and may_use(site, site + 8):
        store_i64(site + 8, shift_left(upper_half(place), 32) | address(shape))
        store_i64(site + 16, CONTEXT.cache_stamp)


@kernel
def place_to_keep(shape: Shape, key: i64) -> i64:
    """What is cached of a key, or NO_PLACE."""
    entry = entry_of(shape, key)
    is_cached = load_i64(entry) == tag_of(shape, key) and load_i64(entry + 8) & STAMP == CONTEXT.cache_stamp
    return load_i64(entry + 8) if is_cached else NO_PLACE


@kernel
def may_use(site: i64, word: i64) -> bool:
    """Whether a word of a site may get what is known now: if it is free, or after several misses. So sites at which
    records of several shapes meet keep one of them for a while. The next collection empties the site.
    """
    misses = CONTEXT.site_misses + 1
    CONTEXT.site_misses = misses & (MISSES - 1)
    if load_i64(word) != 0 and misses != MISSES:
        return False
    note_use(site)
    return True
