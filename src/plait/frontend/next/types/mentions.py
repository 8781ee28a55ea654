"""Which type parameters stand in a type."""

from __future__ import annotations

from collections.abc import Collection

from plait.frontend.next.types.model import (
    Anonymous,
    Conditional,
    IndexedAccess,
    Intersection,
    KeyOf,
    Reference,
    StringMapping,
    Template,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.store import TypeStore


def mentioned(type: Type, found: dict[int, TypeParameter] | None = None) -> dict[int, TypeParameter]:
    """The type parameters that stand in a type, by their ids; added to those `found`."""
    found = {} if found is None else found
    if not type.mentions:
        return found
    if isinstance(type, TypeParameter):
        found[type.id] = type
    elif not isinstance(type, Reference) or not type.is_recursive:
        for item in _parts(type):
            mentioned(item, found)
    return found


def may_mention(store: TypeStore, type: Type, parameters: Collection[int]) -> bool:
    """Whether one of some type parameters may stand in a type."""
    if not type.mentions:
        return False
    if isinstance(type, TypeParameter):
        return type.id in parameters
    if isinstance(type, Reference) and type.is_recursive:
        return True
    if type.id not in store.mentions:
        store.mentions[type.id] = _ids(store, type)
    found = store.mentions[type.id]
    return found is None or any(item in found for item in parameters)


def _ids(store: TypeStore, type: Type) -> frozenset[int] | None:
    found: set[int] = set()
    for part in _parts(type):
        if not part.mentions:
            continue
        if isinstance(part, TypeParameter):
            found.add(part.id)
            continue
        if isinstance(part, Reference) and part.is_recursive:
            return None
        if part.id not in store.mentions:
            store.mentions[part.id] = _ids(store, part)
        own = store.mentions[part.id]
        if own is None:
            return None
        found |= own
    return frozenset(found)


def _parts(type: Type) -> tuple[Type, ...]:
    match type:
        case Reference() | Anonymous() | Conditional():
            return type.arguments
        case Union() | Intersection():
            return type.constituents
        case IndexedAccess():
            return type.object, type.index
        case KeyOf() | StringMapping():
            return (type.type,)
        case Template():
            return type.types
        case _:
            return ()
