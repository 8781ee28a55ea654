"""Widening: what the types of literals become where a variable is inferred; freshness."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from plait.frontend.next.types.members import Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    Anonymous,
    F,
    Literal,
    OriginKind,
    Reference,
    TupleShape,
    Type,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import constituents_of, map_type, union


def regular(type: Type) -> Type:
    """Without freshness."""
    return type.regular if isinstance(type, Literal | Anonymous) else type


def base_of_literal(store: TypeStore, type: Type) -> Type:
    """`string` for `"a"`, the enum for its member, and so on."""
    if isinstance(type, Literal):
        if type.flags & F.ENUM:
            return store.resolver.enum_of(type)
        if type.flags & F.STRING_LITERAL:
            return store.string
        if type.flags & F.NUMBER_LITERAL:
            return store.number
        return store.bigint if type.flags & F.BIGINT_LITERAL else store.boolean
    if isinstance(type, Union) and not type.flags & F.BOOLEAN:
        return map_type(store, type, lambda item: base_of_literal(store, item))
    if type.flags & F.UNIQUE_SYMBOL:
        return store.symbol
    return type


def widen_literal(store: TypeStore, type: Type) -> Type:
    """The base type of fresh literals; others stay."""
    if isinstance(type, Literal):
        return base_of_literal(store, type) if type.fresh is type else type
    if isinstance(type, Union):
        if not any(isinstance(item, Literal) and item.fresh is item for item in type.constituents):
            return type
        return union(store, [widen_literal(store, item) for item in type.constituents])
    return type


def widen_unique(store: TypeStore, type: Type) -> Type:
    """`symbol` for the symbol of a constant, where a variable that changes is inferred."""
    if type.flags & F.UNIQUE_SYMBOL:
        return store.symbol
    if isinstance(type, Union):
        return map_type(store, type, lambda item: widen_unique(store, item))
    return type


def widen(store: TypeStore, type: Type) -> Type:
    """Without the freshness of object literals, inside arrays and tuples too. Object literals that stand in one union
    get the properties of each other, as optional ones that are undefined.
    """
    return _widened(store, type, None) if has_fresh(type) else type


class _Siblings:
    """Object literals that stand in one place, and the properties that one of them gets from the others."""

    __slots__ = ("absent", "literals")

    def __init__(self, store: TypeStore, literals: tuple[Anonymous, ...]) -> None:
        self.literals = literals
        self.absent = {
            key: Property(key, PropertyFlags.OPTIONAL, type=store.undefined)
            for item in (literals if len(literals) > 1 else ())
            if not item.is_spread
            for key in _properties(item)
        }


def _widened(store: TypeStore, type: Type, siblings: _Siblings | None) -> Type:
    """The same beside object literals that stand in the same place of others."""
    if isinstance(type, Anonymous):
        return _widened_object(store, type, siblings) if type.is_fresh else type
    if isinstance(type, Union):
        if siblings is not None and siblings.literals:
            return union(store, [_widened(store, item, siblings) for item in type.constituents])
        found: Type | None = type.resolved.get(_WIDENED)
        if found is None:
            own = _Siblings(store, literals_among(type.constituents))
            found = union(store, [_widened(store, item, own) for item in type.constituents])
            type.resolved[_WIDENED] = found
        return found
    if isinstance(type, Reference) and not type.is_recursive and any(has_fresh(item) for item in type.arguments):
        is_array = not isinstance(type.target, TupleShape) and type.target.name in ("Array", "ReadonlyArray")
        if is_array or isinstance(type.target, TupleShape):
            return store.reference(type.target, tuple([widen(store, item) for item in type.arguments]))
    return type


_WIDENED: Final = " widened"
_COST_OF_PROPERTY: Final = 8


def literals_among(types: Iterable[Type]) -> tuple[Anonymous, ...]:
    """The object literals that stand there, of types."""
    return tuple([item for item in types if isinstance(item, Anonymous) and item.is_fresh])


def _widened_object(store: TypeStore, type: Anonymous, siblings: _Siblings | None) -> Type:
    if siblings is None or len(siblings.literals) < 2 or type.members is None:
        return type.regular
    store.spend(_COST_OF_PROPERTY * len(siblings.absent))
    own = type.members.properties
    properties = {**own, **siblings.absent, **own}
    is_changed = len(properties) > len(own)
    for key, property in own.items():
        if property.type is None or not has_fresh(property.type):
            continue
        there = [_properties(item)[key].type for item in siblings.literals if key in _properties(item)]
        parts = [part for item in there if item is not None for part in constituents_of(item)]
        made = Property(key, property.flags, property.declaration, property.owner)
        made.declarations = property.declarations
        made.type = _widened(store, property.type, _Siblings(store, literals_among(parts)))
        properties[key] = made
        is_changed = True
    if not is_changed:
        return type.regular
    members = Members(properties, indexes=type.members.indexes)
    return store.synthetic(members, type.origin.outer, OriginKind.OBJECT_LITERAL, type.origin.node)


def _properties(type: Anonymous) -> dict[str, Property]:
    return {} if type.members is None else type.members.properties


def has_fresh(type: Type) -> bool:
    """Whether an object literal that stands there is in a type."""
    if isinstance(type, Anonymous):
        return type.is_fresh
    if isinstance(type, Union):
        return any(has_fresh(item) for item in type.constituents)
    return isinstance(type, Reference) and not type.is_recursive and any(has_fresh(item) for item in type.arguments)


def is_object_literal(type: Type) -> bool:
    """Whether it is the type of an object literal."""
    return isinstance(type, Anonymous) and type.origin.kind is OriginKind.OBJECT_LITERAL
