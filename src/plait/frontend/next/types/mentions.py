"""Which type parameters stand in a type."""

from __future__ import annotations

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


def mentioned(type: Type, found: dict[int, TypeParameter] | None = None) -> dict[int, TypeParameter]:
    """The type parameters that stand in a type, by their ids; added to those `found`."""
    found = {} if found is None else found
    if not type.mentions:
        return found
    match type:
        case TypeParameter():
            found[type.id] = type
        case Reference() if type.is_recursive:
            pass
        case Reference() | Anonymous() | Conditional():
            for item in type.arguments:
                mentioned(item, found)
        case Union() | Intersection():
            for item in type.constituents:
                mentioned(item, found)
        case IndexedAccess():
            mentioned(type.object, found)
            mentioned(type.index, found)
        case KeyOf() | StringMapping():
            mentioned(type.type, found)
        case Template():
            for item in type.types:
                mentioned(item, found)
        case _:
            pass
    return found
