"""Whether what a type has depends on type parameters that are not known yet."""

from __future__ import annotations

from plait.frontend.next.types.instantiation import instantiate, mapper, template_of
from plait.frontend.next.types.model import (
    Anonymous,
    Conditional,
    IndexedAccess,
    Intersection,
    KeyOf,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.store import TypeStore


def is_generic_object(store: TypeStore, type: Type) -> bool:
    """Whether the properties of a type depend on type parameters."""
    if isinstance(type, Union | Intersection):
        return any(is_generic_object(store, item) for item in type.constituents)
    if isinstance(type, Anonymous):
        return has_unknown_keys(store, type)
    if isinstance(type, Reference) and isinstance(type.target, TupleShape):
        return type.target.has_variadic
    return isinstance(type, TypeParameter | IndexedAccess | Conditional)


def has_unknown_keys(store: TypeStore, type: Type) -> bool:
    """Whether it is a mapped type whose keys depend on type parameters."""
    if not isinstance(type, Anonymous) or not type.mentions or type.origin.kind is not OriginKind.MAPPED:
        return False
    if type.has_unknown_keys is None:
        type.has_unknown_keys = True
        mapping = type.origin.mapping
        if mapping is not None:
            keys = instantiate(store, mapping.constraint, mapper(type.origin.outer, type.arguments))
            type.has_unknown_keys = is_generic_index(keys)
    return type.has_unknown_keys


def mapped_parts(store: TypeStore, type: Type) -> tuple[Type, Type] | None:
    """The keys and the values of a mapped type whose keys depend on type parameters."""
    if not isinstance(type, Anonymous) or type.origin.mapping is None or not has_unknown_keys(store, type):
        return None
    map = mapper(type.origin.outer, type.arguments)
    mapping = type.origin.mapping
    return instantiate(store, mapping.constraint, map), instantiate(store, template_of(store, mapping), map)


def asked(store: TypeStore, type: Conditional) -> tuple[Type, Type]:
    """What a conditional type asks of which type: what stands before and behind `extends`."""
    map = mapper(type.root.outer, type.arguments)
    return instantiate(store, type.root.check, map), instantiate(store, type.root.extends, map)


def is_generic_index(type: Type) -> bool:
    """Whether a type of keys depends on type parameters."""
    if isinstance(type, Union | Intersection):
        return any(is_generic_index(item) for item in type.constituents)
    if isinstance(type, Template | StringMapping):
        return type.mentions
    return isinstance(type, TypeParameter | IndexedAccess | Conditional | KeyOf)
