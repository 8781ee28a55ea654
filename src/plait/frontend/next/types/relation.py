"""The relation between types: the questions that others ask."""

from __future__ import annotations

from plait.frontend.next.types.model import Type
from plait.frontend.next.types.relater import Relater
from plait.frontend.next.types.relation_parts import Relation
from plait.frontend.next.types.store import TypeStore


def is_related(store: TypeStore, source: Type, target: Type, relation: Relation) -> bool:
    """Whether the types are related."""
    if source is target:
        return True
    known = store.relations.get((source.id, target.id, int(relation)))
    if known is not None:
        return known
    return Relater(store, relation).related(source, target)


def is_assignable(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether a value of one type may be assigned where another is wanted."""
    return is_related(store, source, target, Relation.ASSIGNABLE)


def is_subtype(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether one type says at least as much as another."""
    return is_related(store, source, target, Relation.SUBTYPE)


def is_loose_subtype(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether one type says at least as much as another, but for what is read-only and signatures of indexes."""
    return is_related(store, source, target, Relation.LOOSE_SUBTYPE)


def is_comparable(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether values of both types can be equal."""
    return is_related(store, source, target, Relation.COMPARABLE)
