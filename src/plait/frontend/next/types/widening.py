"""Widening: what the types of literals become where a variable is inferred; freshness."""

from __future__ import annotations

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
from plait.frontend.next.types.unions import map_type, union


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
    """Without the freshness of object literals, inside arrays and tuples too."""
    if isinstance(type, Anonymous):
        return type.regular
    if isinstance(type, Union):
        if not any(has_fresh(item) for item in type.constituents):
            return type
        return union(store, [widen(store, item) for item in type.constituents])
    if (
        isinstance(type, Reference)
        and not type.is_recursive
        and type.arguments
        and any(has_fresh(item) for item in type.arguments)
        and (isinstance(type.target, TupleShape) or type.target.name in ("Array", "ReadonlyArray"))
    ):
        return store.reference(type.target, tuple([widen(store, item) for item in type.arguments]))
    return type


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
