"""The property cache: where properties were found last, by the shape of the record that was asked and the key.

An entry is two words. The first holds the shape (lower half) and the key. The second, a *place*, says how far from the
start of its store the value stands (lower 16 bits), what is to be known about it (flags), the *stamp* of the entry, and
(upper half) the record that holds the value, 0 for the one that was asked. Of a property that no object of the chain
has (MISSING), the upper half is the shape that the record has when it gets it, 0 if that is not known.

Entries hold as long as their stamp is the context's, which changes with every change of a record that an entry
depends on but the one that was asked (`IS_PROTOTYPE`), and while shapes do not change; who changes a shape of a
record's own forgets its entries. A collection empties the cache. Results and fuel never depend on it.

Where an entry stands, a shape and a key say. Places in compiled code that find properties have an entry each besides,
their *site*, in which stands what was found there last.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    fill_bytes,
    i64,
    kernel,
    load_i64,
    shift_left,
    shift_right_logical,
    store_i64,
    unlikely,
    wrap_mul_i64,
)
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    CACHE_ENTRIES,
    CACHE_ENTRY_SIZE,
    CACHE_OFFSET,
    CONTEXT,
    DATA,
    OWN_SITE_SIZE,
    OWN_SITES_OFFSET,
    SITES,
)
from plait.memory.record_layouts import ACCESSOR, AT_SITES, IS_PROTOTYPE, WRITABLE, RecordObject, Shape

DISTANCE = 0xFFFF
READ_ONLY = 1 << 16
BY_FUNCTION = 1 << 17
"""The property is an accessor."""

MISSING = 1 << 18
DEEP = 1 << 19
"""To find it takes more than FREE_STEPS steps along the chain, and from STEPS_SHIFT on stands, how many; or the key may
spell a number (`lookup.not_at_once`), and none stand there.
"""

STEPS_SHIFT = 20
STEPS = 15
STAMP = 0xFF000000
STAMP_STEP = 1 << 24

PLAIN = STAMP | BY_FUNCTION | MISSING | DEEP
"""Of these a place has nothing but the stamp when the value can be read at once."""

OWN_AND_WRITABLE = ~DISTANCE
"""Of these a place has nothing but the stamp when the value is the record's own and can be written."""

NO_PLACE = 0

FREE_STEPS = 3
FUEL_PER_STEP = 8
"""What a step along the chain costs beyond those that are in the price, whether or not the place is cached."""

MISSES = 4
"""How often a site misses before it gets another entry."""

LOWER_HALF = 0xFFFFFFFF

MOST_SLOTS = (DISTANCE - DATA) // 8
"""Slots behind these are not cached."""

SPREAD = 40503


@kernel(inline=True)
def tag_of(shape: Shape, key: i64) -> i64:
    """The first word of the entry of a key, which is a reference."""
    return shift_left(key, 32) | address(shape)


@kernel(inline=True)
def entry_of(shape: Shape, key: i64) -> i64:
    """Where the entry of a key stands."""
    mixed = shift_right_logical(address(shape), 3) + wrap_mul_i64(shift_right_logical(key, 3), SPREAD)
    position = (mixed ^ shift_right_logical(mixed, 10)) & (CACHE_ENTRIES - 1)
    return CACHE_OFFSET + CACHE_ENTRY_SIZE * position


@kernel(inline=True)
def recall(shape: Shape, key: i64) -> i64:
    """The place that is cached for a key, which is a reference; NO_PLACE if there is none."""
    entry = entry_of(shape, key)
    if load_i64(entry) != tag_of(shape, key):
        return NO_PLACE
    place = load_i64(entry + 8)
    return place if place & STAMP == CONTEXT.cache_stamp else NO_PLACE


@kernel(inline=True)
def upper_half(place: i64) -> i64:
    """The record or the shape that a place names, or 0."""
    return shift_right_logical(place, 32)


@kernel
def remember(shape: Shape, key: i64, place: i64) -> None:
    """Cache a place, but for its stamp."""
    entry = entry_of(shape, key)
    store_i64(entry, tag_of(shape, key))
    store_i64(entry + 8, (place & ~STAMP) | CONTEXT.cache_stamp)
    CONTEXT.cache_is_used = 1


@kernel(inline=True)
def entry_at(site: i64, shape: Shape, key: i64) -> i64:
    """Where the entry of a key stands for a place in compiled code; 0 is any other place."""
    return site if site != 0 else entry_of(shape, key)


@kernel
def keep_at(site: i64, shape: Shape, key: i64) -> None:
    """Let a site have what is cached for a key now, if it has nothing, or has missed several times.

    So sites at which records of several shapes meet keep one of them for a while.
    """
    entry = entry_of(shape, key)
    if site == 0 or load_i64(entry) != tag_of(shape, key):
        return
    misses = CONTEXT.site_misses + 1
    CONTEXT.site_misses = misses & (MISSES - 1)
    is_free = load_i64(site) == 0 or load_i64(site + 8) & STAMP != CONTEXT.cache_stamp
    if is_free or misses == MISSES:
        if address(shape.root) == 0:
            shape.transition_count = AT_SITES
        store_i64(site, load_i64(entry))
        store_i64(site + 8, load_i64(entry + 8))


@kernel
def forget(shape: Shape, key: i64) -> None:
    """Forget what is cached for a key and a shape of a record's own."""
    if unlikely(shape.transition_count == AT_SITES):
        shape.transition_count = 0
        forget_all()
        return
    entry = entry_of(shape, key)
    if load_i64(entry) == tag_of(shape, key):
        store_i64(entry, 0)


@kernel
def note_use(site: i64) -> None:
    """Something is kept at a site now, which the next collection has to empty: whoever writes there says so."""
    if site >= OWN_SITES_OFFSET:
        CONTEXT.own_sites_used = max(CONTEXT.own_sites_used, site + OWN_SITE_SIZE - OWN_SITES_OFFSET)
    CONTEXT.cache_is_used = 1


@kernel(cold=True)
def forget_all() -> None:
    """Let no entry hold any more."""
    stamp = CONTEXT.cache_stamp + STAMP_STEP
    if stamp > STAMP:
        fill_bytes(CACHE_OFFSET, 0, CACHE_ENTRY_SIZE * (CACHE_ENTRIES + SITES) + CONTEXT.own_sites_used)
        stamp = 0
    CONTEXT.cache_stamp = stamp


@kernel(inline=True)
def note_change(record: RecordObject) -> None:
    """Properties of a record appear, go or change their attributes: entries of others may depend on it."""
    if unlikely(record.flags & IS_PROTOTYPE != 0):
        forget_all()


@kernel(inline=True)
def charge_steps(place: i64) -> None:
    """Charge for the steps along the chain to a place."""
    if unlikely(place & DEEP != 0):
        charge_work(FUEL_PER_STEP * (shift_right_logical(place, STEPS_SHIFT) & STEPS))


@kernel(inline=True)
def steps_part(steps: i64) -> i64:
    """The part of a place that says how many steps along the chain it takes."""
    return shift_left(steps, STEPS_SHIFT) | DEEP if unlikely(steps > FREE_STEPS) else 0


@kernel(inline=True)
def place_of(slot: i64, attributes: i64, holder: i64) -> i64:
    """The place of a property that has been found, but for the stamp. `holder` is 0 for the record that was asked."""
    place = shift_left(holder, 32) | (DATA + 8 * slot)
    if attributes & ACCESSOR != 0:
        return place | BY_FUNCTION | READ_ONLY
    return place if attributes & WRITABLE != 0 else place | READ_ONLY


@kernel(inline=True)
def value_at_place(home: RecordObject, place: i64) -> i64:
    """The value at a place of a property of an object with a home."""
    holder = upper_half(place)
    source = RecordObject(holder) if holder != 0 else home
    return load_i64(address(source.values) + (place & DISTANCE))
