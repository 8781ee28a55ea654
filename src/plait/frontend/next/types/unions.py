"""Unions and intersections: made in their simplest form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from plait.frontend.next.types.model import (
    BIGINT_LIKE,
    BOOLEAN_LIKE,
    NULLISH,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    UNIT,
    Anonymous,
    F,
    Intersection,
    Literal,
    OriginKind,
    Type,
    Union,
)
from plait.frontend.next.types.store import TypeStore

_MAX_PRODUCT: Final = 10_000
"""How many constituents distributing an intersection over unions may give."""


def constituents_of(type: Type) -> tuple[Type, ...]:
    """The constituents of a union; none of `never`, the type alone for others."""
    if isinstance(type, Union):
        return type.constituents
    return () if type.flags & F.NEVER else (type,)


def union(store: TypeStore, types: Iterable[Type]) -> Type:
    """The union of types: flat, without duplicates, literals beside their base, and `never`."""
    found: dict[int, Type] = {}
    flags = 0
    for item in types:
        if isinstance(item, Union):
            for inner in item.constituents:
                found[inner.id] = inner
            flags |= item.flags
            for inner in item.constituents:
                flags |= inner.flags
        elif not item.flags & F.NEVER:
            found[item.id] = item
            flags |= item.flags
    if flags & F.OPAQUE:
        return store.opaque
    if flags & F.ANY:
        return store.any
    if flags & F.UNKNOWN:
        return store.unknown
    if len(found) > 1:
        store.spend(len(found) // 8)
        found = _without_redundant(store, found, flags)
    if not found:
        return store.never
    if len(found) == 1:
        return next(iter(found.values()))
    members = tuple([found[key] for key in sorted(found)])
    if len(members) == 2 and members[0] is store.false and members[1] is store.true:
        return store.boolean
    return store.raw_union(members)


def _without_redundant(store: TypeStore, found: dict[int, Type], flags: int) -> dict[int, Type]:
    """Without literals beside their base type, and fresh ones beside the same regular one."""
    kept: dict[int, Type] = {}
    has_number = store.number.id in found
    has_true = store.true.id in found or store.true.fresh.id in found
    has_boolean = has_true and (store.false.id in found or store.false.fresh.id in found)
    for key, item in found.items():
        own = item.flags
        if own & (F.STRING_LITERAL | F.TEMPLATE | F.STRING_MAPPING) and flags & F.STRING:
            continue
        if own & (F.NUMBER_LITERAL | F.INTEGER) and has_number and item is not store.number:
            continue
        if own & F.BIGINT_LITERAL and flags & F.BIGINT:
            continue
        if own & F.UNIQUE_SYMBOL and flags & F.SYMBOL:
            continue
        if isinstance(item, Literal) and item.regular is not item:
            if item.regular.id in found:
                continue
            if has_boolean and own & F.BOOLEAN_LITERAL:
                kept[item.regular.id] = item.regular
                continue
        kept[key] = item
    return kept


def intersection(store: TypeStore, types: Iterable[Type]) -> Type:
    """The intersection of types: flat, distributed over unions, `never` where no value can be in all."""
    found: dict[int, Type] = {}
    flags = 0
    for item in types:
        for inner in item.constituents if isinstance(item, Intersection) else (item,):
            if inner.flags & F.UNKNOWN:
                continue
            regular = inner.regular if isinstance(inner, Literal) else inner
            found[regular.id] = regular
            flags |= inner.flags
    if flags & F.NEVER:
        return store.never
    if flags & F.OPAQUE:
        return store.opaque
    if flags & F.ANY:
        return store.any
    if not found:
        return store.unknown
    if flags & F.UNION:
        return _distribute(store, list(found.values()))
    if _is_empty(flags):
        return store.never
    members = _reduced(store, list(found.values()), flags)
    if members is None:
        return store.never
    if len(members) == 1:
        return members[0]
    members.sort(key=lambda item: not item.flags & PRIMITIVE)
    key = tuple([item.id for item in members])
    made = store.intersections.get(key)
    if made is None:
        made = store.intersections[key] = store.raw_intersection(tuple(members))
    return made


_DISJOINT: Final = (STRING_LIKE, NUMBER_LIKE, BIGINT_LIKE, BOOLEAN_LIKE, SYMBOL_LIKE, F.NULL, F.UNDEFINED | F.VOID)


def _is_empty(flags: int) -> bool:
    """Whether no value can be of all these kinds."""
    kinds = sum(1 for kind in _DISJOINT if flags & kind)
    if kinds > 1:
        return True
    return bool(kinds and flags & F.NON_PRIMITIVE) or bool(flags & NULLISH and flags & F.OBJECT)


def _reduced(store: TypeStore, members: list[Type], flags: int) -> list[Type] | None:
    """Without base types beside their literals and `{}` beside primitives; None if units differ."""
    units = [item for item in members if item.flags & UNIT]
    if len(units) > 1:
        return None
    kept: list[Type] = []
    for item in members:
        own = item.flags
        if own & F.STRING and flags & (F.STRING_LITERAL | F.TEMPLATE | F.STRING_MAPPING):
            continue
        if item is store.number and flags & (F.NUMBER_LITERAL | F.INTEGER):
            continue
        if own & F.BIGINT and flags & F.BIGINT_LITERAL:
            continue
        if own & F.SYMBOL and flags & F.UNIQUE_SYMBOL:
            continue
        if own & F.VOID and flags & F.UNDEFINED:
            continue
        if is_empty_object(item) and flags & PRIMITIVE:
            continue
        if is_empty_object(item) and any(other.flags & F.OBJECT and not is_empty_object(other) for other in members):
            continue
        kept.append(item)
    return kept


def is_empty_object(type: Type) -> bool:
    """Whether it is `{}`."""
    if not isinstance(type, Anonymous):
        return False
    if type.origin.kind is OriginKind.TYPE_LITERAL:
        return not type.origin.node.members
    members = type.members or type.origin.members
    return (
        members is not None
        and not members.properties
        and not members.calls
        and not members.constructs
        and not members.indexes
    )


def _distribute(store: TypeStore, members: list[Type]) -> Type:
    size = 1
    for item in members:
        if isinstance(item, Union):
            size *= len(item.constituents)
    if size > _MAX_PRODUCT:
        return store.opaque
    store.spend(size)
    others: list[Type] = [item for item in members if not isinstance(item, Union)]
    products: list[list[Type]] = [others]
    for item in members:
        if isinstance(item, Union):
            products = [[*product, inner] for product in products for inner in item.constituents]
    return union(store, [intersection(store, product) for product in products])


def map_type(store: TypeStore, type: Type, change: Callable[[Type], Type | None]) -> Type:
    """A union of what each constituent becomes; `change` gives None for one that goes."""
    if not isinstance(type, Union):
        if type.flags & F.NEVER:
            return type
        changed = change(type)
        return store.never if changed is None else changed
    mapped: list[Type] = []
    is_changed = False
    for item in type.constituents:
        made = change(item)
        is_changed = is_changed or made is not item
        if made is not None:
            mapped.append(made)
    return union(store, mapped) if is_changed else type


def filter_type(store: TypeStore, type: Type, keep: Callable[[Type], bool]) -> Type:
    """The union of the constituents that are kept."""
    if not isinstance(type, Union):
        return type if type.flags & F.NEVER or keep(type) else store.never
    kept = [item for item in type.constituents if keep(item)]
    if len(kept) == len(type.constituents):
        return type
    return union(store, kept)


def without(store: TypeStore, type: Type, flags: int) -> Type:
    """Without the constituents of these kinds."""
    return filter_type(store, type, lambda item: not item.flags & flags)


def optional(store: TypeStore, type: Type) -> Type:
    """`T | undefined`."""
    return union(store, (type, store.undefined))
