"""Properties where a place in compiled code has not found them at its site: it gets what is cached of them then."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel
from plait.memory.record_layouts import RecordObject, Shape
from plait.runtime.dynamic import is_reference
from plait.runtime.own_sites import is_own_site, keep_found, keep_set
from plait.runtime.properties import append_property, get_property, set_property
from plait.runtime.property_cache import keep_at
from plait.runtime.value_kinds import is_record


@kernel
def get_property_at(site: i64, value: i64, key: i64) -> tuple[i64, i32]:
    """As `get_property`."""
    result, outcome = get_property(value, key)
    learn_to_get(value, key, site)
    return result, outcome


@kernel
def learn_to_get(value: i64, key: i64, site: i64) -> None:
    """Let a site where a property is read have what is cached of it."""
    shape = shape_to_cache(value, key)
    if address(shape) != 0:
        if is_own_site(site):
            keep_found(site, RecordObject(value), shape, key)
        else:
            keep_at(site, shape, key)


@kernel
def learn_to_set(value: i64, key: i64, word: i64, site: i64) -> None:
    """Let a site where a property is set or added have what is cached of it."""
    shape = shape_to_cache(value, key)
    if address(shape) != 0:
        keep_change(site, shape, key)


@kernel
def set_property_at(site: i64, value: i64, key: i64, word: i64) -> tuple[bool, i32]:
    """As `set_property`."""
    shape = shape_to_cache(value, key)
    is_done, outcome = set_property(value, key, word)
    if address(shape) != 0:
        keep_change(site, shape, key)
    return is_done, outcome


@kernel
def append_property_at(site: i64, value: i64, key: i64, word: i64) -> tuple[bool, i32]:
    """As `append_property`."""
    shape = shape_to_cache(value, key)
    is_done, outcome = append_property(value, key, word)
    if address(shape) != 0:
        keep_change(site, shape, key)
    return is_done, outcome


@kernel
def keep_change(site: i64, shape: Shape, key: i64) -> None:
    """Let a site have how the property of a record was set or added that had this shape before."""
    if is_own_site(site):
        keep_set(site, shape, key)
    else:
        keep_at(site, shape, key)


@kernel(inline=True)
def shape_to_cache(value: i64, key: i64) -> Shape:
    """The shape under which a property is cached; null if it is not."""
    return RecordObject(value).shape if is_record(value) and is_reference(key) else Shape(0)
