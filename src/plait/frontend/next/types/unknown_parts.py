"""The relation from and to types that depend on type parameters: by what is known of them.

`related` is the relation itself, asked of what is known.
"""

from __future__ import annotations

from collections.abc import Callable

from plait.frontend.next.types.generic import asked
from plait.frontend.next.types.identity import is_identical
from plait.frontend.next.types.instantiation import constraint_of, instantiate, mapper
from plait.frontend.next.types.lookup import base_constraint, seen_through
from plait.frontend.next.types.model import (
    Anonymous,
    Conditional,
    F,
    IndexedAccess,
    KeyOf,
    StringMapping,
    Template,
    Type,
    TypeParameter,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import union


def from_unknown(store: TypeStore, source: Type, target: Type, related: Callable[[Type, Type], bool]) -> bool:
    """Whether a type that depends on type parameters fits another one."""
    match source:
        case TypeParameter():
            constraint = constraint_of(store, source)
            if constraint is None:
                return related(store.unknown, target) if not target.flags & F.TYPE_PARAMETER else False
            return related(constraint, target)
        case IndexedAccess():
            through = seen_through(store, source)
            if through is not source:
                return related(through, target)
            object, index = bound_of(store, source.object), bound_of(store, source.index)
            if object is source.object and index is source.index:
                return not target.flags & F.TYPE_PARAMETER
            return related(store.resolver.access_type(object, index), target)
        case Conditional():
            return True
        case KeyOf():
            return related(union(store, (store.string, store.number, store.symbol)), target)
        case Template() | StringMapping():
            return related(store.string, target)
        case _:
            return False


def bound_of(store: TypeStore, type: Type) -> Type:
    """The constraint of a type parameter, else the type itself."""
    if isinstance(type, TypeParameter):
        constraint = constraint_of(store, type)
        return store.unknown if constraint is None else constraint
    return type


def may_be_mapped_from(store: TypeStore, source: Type, target: TypeParameter) -> bool:
    """Whether a mapped type may be the type parameter whose keys it has: it leaves none of them out, and what stands
    under them cannot be told.
    """
    mapping = source.origin.mapping if isinstance(source, Anonymous) else None
    if not isinstance(source, Anonymous) or mapping is None or mapping.source is None:
        return False
    if mapping.name_type is not None or mapping.optional > 0:
        return False
    return instantiate(store, mapping.source, mapper(source.origin.outer, source.arguments)) is target


def to_keys(store: TypeStore, source: Type, target: KeyOf, related: Callable[[Type, Type], bool]) -> bool:
    """Whether a type fits `keyof T`: by what is known of T."""
    constraint = bound_of(store, target.type)
    if constraint is target.type or constraint.flags & F.UNKNOWN:
        if isinstance(source, TypeParameter):
            return from_unknown(store, source, target, related)
        return source.flags & (F.CONDITIONAL | F.INDEXED_ACCESS) != 0
    return related(source, store.resolver.keyof_type(constraint))


def to_access(store: TypeStore, source: Type, target: IndexedAccess, related: Callable[[Type, Type], bool]) -> bool:
    """Whether a type fits `T[K]`: what is known of it by the constraints of both."""
    if (
        isinstance(source, IndexedAccess)
        and related(source.object, target.object)
        and related(source.index, target.index)
    ):
        return True
    through = seen_through(store, target)
    if through is not target:
        return related(source, through)
    object, index = base_constraint(store, target.object), base_constraint(store, target.index)
    if object.flags & F.UNKNOWN or (object is target.object and index is target.index):
        return False
    found = store.resolver.access_type(object, index)
    return found.flags & F.OPAQUE != 0 or related(source, found)


def are_apart(store: TypeStore, source: Type, target: Conditional, related: Callable[[Type, Type], bool]) -> bool:
    """Whether two conditional types ask something else of a type: that it is `1`, and that it is `2`."""
    if not isinstance(source, Conditional):
        return False
    own, wanted = asked(store, source)[1], asked(store, target)[1]
    if isinstance(own, TypeParameter) and isinstance(wanted, TypeParameter):
        return own is not wanted
    if own.mentions or wanted.mentions or is_identical(store, own, wanted):
        return False
    # Objects with the same members may be told in several ways.
    return not own.flags & wanted.flags & F.OBJECT or not (related(own, wanted) and related(wanted, own))
