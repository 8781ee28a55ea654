"""Object types against unions: which constituents are meant, and which properties are too many."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import is_tuple, property_type
from plait.frontend.next.types.lookup import index_for_key, members_of, properties_of, property_of
from plait.frontend.next.types.members import PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    PRIMITIVE,
    UNIT,
    Anonymous,
    Declared,
    F,
    Intersection,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import is_empty_object, union
from plait.frontend.next.types.widening import regular


def is_weak(store: TypeStore, type: Type) -> bool:
    """Whether an object type has properties, all of them optional, and nothing else."""
    if isinstance(type, Intersection):
        return all(is_weak(store, item) for item in type.constituents)
    if not isinstance(type, Reference | Anonymous) or is_tuple(type):
        return False
    if has_unknown_keys(store, type):
        return False
    members = members_of(store, type)
    if members.calls or members.constructs or members.indexes or not members.properties:
        return False
    return all(property.is_optional for property in members.properties.values())


def is_discriminant(store: TypeStore, type: Union, key: str) -> bool:
    """Whether a property tells the constituents of a union apart: its types differ, and some are units."""
    cached = type.resolved.get("discriminant " + key)
    if cached is not None:
        return bool(cached)
    result = False
    property = property_of(store, type, key)
    if property is not None and property.parts:
        types = [property_type(store, part) for part in property.parts]
        differs = any(item is not types[0] for item in types)
        result = differs and any(
            item.flags & UNIT or (isinstance(item, Union) and any(inner.flags & UNIT for inner in item.constituents))
            for item in types
        )
    type.resolved["discriminant " + key] = result
    return result


def has_excess_properties(store: TypeStore, source: Anonymous, target: Type, is_subtype: bool) -> bool:
    """Whether an object literal names a property that the wanted type does not have. As a subtype it may have none
    beyond those of `{}` either.
    """
    if is_subtype and is_empty_object(target):
        return source.members is not None and bool(source.members.properties or source.members.indexes)
    return excess_property(store, source, target) is not None


def excess_property(store: TypeStore, source: Anonymous, target: Type) -> str | None:
    """The first property of an object literal that the wanted type does not have; None if all are known, or nothing
    is.
    """
    if not _is_excess_target(store, target):
        return None
    if isinstance(target, Union):
        chosen = _discriminated_target(store, source, target)
        if chosen is not None:
            target = chosen
    own = source.regular.members.properties if source.regular.members is not None else {}
    for key, property in own.items():
        if source.is_spread and not property.flags & PropertyFlags.WRITTEN:
            continue
        if not is_known_property(store, target, key):
            return key
    return None


def _discriminated_target(store: TypeStore, source: Anonymous, target: Union) -> Type | None:
    """The constituents that the unit properties of an object literal leave."""
    objects = [item for item in target.constituents if not item.flags & PRIMITIVE]
    candidates = objects
    for key, property in members_of(store, source).properties.items():
        if not is_discriminant(store, target, key):
            continue
        type = property_type(store, property)
        kept = []
        for item in candidates:
            wanted = property_of(store, item, key)
            if wanted is not None and store.resolver.fits(type, property_type(store, wanted)):
                kept.append(item)
        if kept:
            candidates = kept
    if len(candidates) == len(objects):
        return None
    return union(store, candidates)


def _is_excess_target(store: TypeStore, target: Type) -> bool:
    """Whether an object literal for this type must name known properties alone."""
    if isinstance(target, Union):
        objects = [item for item in target.constituents if not item.flags & PRIMITIVE]
        return bool(objects) and all(_is_excess_target(store, item) for item in objects)
    if isinstance(target, Intersection):
        return all(_is_excess_target(store, item) for item in target.constituents)
    if not isinstance(target, Reference | Anonymous):
        return False
    if has_unknown_keys(store, target):
        return False
    if is_empty_object(target):
        return False
    if (
        isinstance(target, Reference)
        and isinstance(target.target, Declared)
        and target.target.name in ("Object", "Function")
        and target.target.parameters == ()
    ):
        return False
    members = members_of(store, target)
    return bool(members.properties or members.calls or members.constructs or members.indexes)


def is_known_property(store: TypeStore, target: Type, key: str) -> bool:
    """Whether any part of a type has a property."""
    if isinstance(target, Union | Intersection):
        return any(is_known_property(store, item, key) for item in target.constituents)
    if target.flags & (PRIMITIVE | F.NEVER):
        return False
    if target.flags & F.NON_PRIMITIVE:
        return False
    if not isinstance(target, Reference | Anonymous):
        return True
    if has_unknown_keys(store, target):
        return True
    return property_of(store, target, key) is not None or index_for_key(store, target, key) is not None


def are_unrelated(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether each of two object types certainly misses something of the other."""
    return _misses(store, source, target, True) and _misses(store, target, source, False)


def _misses(store: TypeStore, source: Type, target: Type, tells_apart: bool) -> bool:
    """Whether a required property of the target is not there, or, if that `tells_apart`, is another unit."""
    for key, wanted in properties_of(store, target).items():
        if wanted.flags & (PropertyFlags.OPTIONAL | PropertyFlags.PARTIAL):
            continue
        own = property_of(store, source, key)
        if own is None:
            return True
        if tells_apart and wanted.type is not None and wanted.type.flags & UNIT:
            type = regular(property_type(store, own))
            if not type.flags & ANY_LIKE and type is not regular(wanted.type):
                return True
    return False


def by_discriminant(store: TypeStore, source: Type, target: Union) -> Type | None:
    """The one constituent of a union that the source's unit properties choose; None if there is no such."""
    if not isinstance(source, Anonymous | Reference | Intersection):
        return None
    if len(target.constituents) < 4:
        return None
    candidates = list(target.constituents)
    is_chosen = False
    for key, property in properties_of(store, source).items():
        if not is_discriminant(store, target, key):
            continue
        type = property_type(store, property)
        if not type.flags & UNIT:
            continue
        is_chosen = True
        kept = []
        for item in candidates:
            wanted = property_of(store, item, key)
            if wanted is None or store.resolver.fits(type, property_type(store, wanted)):
                kept.append(item)
        candidates = kept
    if not is_chosen or len(candidates) != 1:
        return None
    return candidates[0]


_MAX_ROWS: Final = 25
"""How many combinations of discriminants are tried one by one."""


def discriminant_rows(store: TypeStore, source: Type, target: Union) -> list[dict[str, Type]]:
    """The combinations of units that a source may have where a union is told apart: those of `{ kind: "a" | "b" }`
    are
    two. Empty where there are none, or too many.
    """
    if not isinstance(source, Reference | Anonymous | Intersection):
        return []
    rows: list[dict[str, Type]] = [{}]
    for key, property in properties_of(store, source).items():
        if is_discriminant(store, target, key):
            type = property_type(store, property)
            units = type.constituents if isinstance(type, Union) else (type,)
            rows = [{**row, key: unit} for row in rows for unit in units]
            if len(rows) > _MAX_ROWS:
                return []
    return rows if rows[0] else []
