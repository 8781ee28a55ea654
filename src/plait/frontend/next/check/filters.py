"""Filters: what is left of a type when a value is true, there, of a kind, of another type."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.check.state import State
from plait.frontend.next.types.callables import calls_of
from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.identity import is_identical
from plait.frontend.next.types.instantiation import is_tuple, property_type, result_of
from plait.frontend.next.types.lookup import base_constraint, inherits, property_of
from plait.frontend.next.types.model import (
    ANY_LIKE,
    BIGINT_LIKE,
    BOOLEAN_LIKE,
    INSTANTIABLE_NON_PRIMITIVE,
    NULLISH,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    UNIT,
    Declared,
    F,
    Intersection,
    Literal,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_assignable, is_comparable, is_loose_subtype, is_subtype
from plait.frontend.next.types.relation_parts import erased
from plait.frontend.next.types.unions import constituents_of, filter_type, intersection, map_type, union
from plait.frontend.next.types.widening import regular

# Truth and presence.


def truthy(c: State, type: Type) -> Type:
    """What is left of a type when the value is true in a condition."""
    if type.flags & F.UNKNOWN:
        return c.store.empty_object
    return map_type(c.store, type, lambda item: _truthy(c, item))


def _truthy(c: State, item: Type) -> Type | None:
    if isinstance(item, Literal) and item.value is not None:
        return item if _is_true(item.value) else None
    return _present(c, item)


def _is_true(value: str | float | int | bool) -> bool:
    if isinstance(value, float):
        return value == value and value != 0
    return bool(value)


def falsy(c: State, type: Type) -> Type:
    """What is left of a type when the value is false in a condition."""
    return map_type(c.store, type, lambda item: _falsy(c, item))


def _falsy(c: State, item: Type) -> Type | None:
    if isinstance(item, Literal) and item.value is not None:
        return None if _is_true(item.value) else item
    if item.flags & (F.OBJECT | F.NON_PRIMITIVE | SYMBOL_LIKE):
        return None
    if isinstance(item, Intersection):
        return item if any(_falsy(c, part) is not None for part in item.constituents) else None
    if item.flags & INSTANTIABLE_NON_PRIMITIVE:
        known = base_constraint(c.store, item)
        return None if known is not item and falsy(c, known).flags & F.NEVER and not known.flags & F.NEVER else item
    return item


def present(c: State, type: Type) -> Type:
    """Without null and undefined."""
    if type.flags & F.UNKNOWN:
        return c.store.empty_object
    return map_type(c.store, type, lambda item: _present(c, item))


def _present(c: State, item: Type) -> Type | None:
    if item.flags & (NULLISH | F.VOID):
        return None
    if item.flags & INSTANTIABLE_NON_PRIMITIVE:
        return _non_nullable(c, item)
    return item


def _non_nullable(c: State, item: Type) -> Type:
    """`T & {}`, unless the constraint says that it is there already."""
    known = base_constraint(c.store, item)
    if known.flags & (F.UNKNOWN | F.OPAQUE) or any(part.flags & NULLISH for part in constituents_of(known)):
        return intersection(c.store, (item, c.store.empty_object))
    return item


def without_one(c: State, item: Type, flags: int) -> Type | None:
    """Without null, or without undefined: `T` that may be anything is something, or the other of them."""
    store = c.store
    if isinstance(item, Intersection) and any(part.flags & flags & NULLISH for part in item.constituents):
        return None
    if not item.flags & INSTANTIABLE_NON_PRIMITIVE or not base_constraint(store, item).flags & F.UNKNOWN:
        return item
    other = store.undefined if flags & F.NULL else store.null
    return union(store, (intersection(store, (item, store.empty_object)), intersection(store, (item, other))))


def absent(c: State, type: Type, flags: int = NULLISH) -> Type:
    """Null and undefined alone, or one of them."""
    if type.flags & F.UNKNOWN:
        nothing = [c.store.null] if flags & F.NULL else []
        return union(c.store, [*nothing, *([c.store.undefined] if flags & F.UNDEFINED else [])])
    return map_type(c.store, type, lambda item: _absent(c, item, flags))


def _absent(c: State, item: Type, flags: int) -> Type | None:
    if item.flags & INSTANTIABLE_NON_PRIMITIVE:
        known = base_constraint(c.store, item)
        is_there = known is not item and not known.flags & F.NEVER and absent(c, known, flags).flags & F.NEVER
        return None if is_there else item
    if item.flags & (ANY_LIKE | F.UNKNOWN):
        return item
    wanted = flags | (F.VOID if flags & F.UNDEFINED else 0)
    return item if item.flags & wanted else None


# Types against types.

_TYPEOF: Final = {
    "string": STRING_LIKE,
    "number": NUMBER_LIKE,
    "bigint": BIGINT_LIKE,
    "boolean": BOOLEAN_LIKE,
    "symbol": SYMBOL_LIKE,
    "undefined": F.UNDEFINED | F.VOID,
}


def by_typeof(c: State, type: Type, name: str, is_equal: bool) -> Type:
    """What is left of a type when `typeof` gives a name, or does not."""
    store = c.store
    if not is_equal:
        return filter_type(store, type, lambda item: not _always_typeof(c, item, name))
    return map_type(store, type, lambda item: _typeof_part(c, item, name))


def _primitive_named(c: State, name: str) -> Type | None:
    store = c.store
    named: dict[str, Type] = {
        "string": store.string,
        "number": store.number,
        "bigint": store.bigint,
        "boolean": store.boolean,
        "symbol": store.symbol,
        "undefined": store.undefined,
    }
    return named.get(name)


def _always_typeof(c: State, item: Type, name: str) -> bool:
    """Whether `typeof` of all values of the type gives the name."""
    if isinstance(item, Intersection):
        parts = [part for part in item.constituents if part.flags & PRIMITIVE] or item.constituents
        if name == "object" and any(_always_typeof(c, part, "function") for part in parts):
            return False
        return any(_always_typeof(c, part, name) for part in parts)
    flags = _TYPEOF.get(name)
    if flags is not None:
        return bool(item.flags & flags) and not item.flags & F.UNKNOWN
    is_callable = bool(item.flags & F.OBJECT) and _is_callable(c, item)
    if name == "function":
        return is_callable
    if name == "object":
        if item.flags & F.NULL:
            return True
        return bool(item.flags & F.OBJECT) and not is_callable and not _may_be_primitive(c, item)
    return False


def _is_callable(c: State, item: Type) -> bool:
    return bool(calls_of(c.store, item) or calls_of(c.store, item, True)) or (
        isinstance(item, Reference) and getattr(item.target, "name", "") == "Function"
    )


def _may_be_primitive(c: State, item: Type) -> bool:
    """Whether a primitive may stand for an object type: `{}`, `{ length: number }`."""
    return item is c.store.empty_object


def _typeof_part(c: State, item: Type, name: str) -> Type | None:
    """What is left of one constituent."""
    store = c.store
    own = _primitive_named(c, name)
    if item.flags & ANY_LIKE:
        return own if own is not None and item.flags & F.ANY else item
    if item.flags & F.UNKNOWN:
        if own is not None:
            return own
        if name == "object":
            return union(store, (store.non_primitive, store.null))
        return store.resolver.library_type("Function", ()) if name == "function" else item
    if item is store.empty_object or item.flags & F.NON_PRIMITIVE:
        if own is not None:
            return own if item is store.empty_object and name != "undefined" else None
        if name == "function":
            return store.resolver.library_type("Function", ())
        return store.non_primitive if name == "object" else item
    if item.flags & (INSTANTIABLE_NON_PRIMITIVE | F.INTERSECTION):
        known = base_constraint(store, item)
        if known is item and isinstance(item, Intersection):
            return _typeof_intersection(c, item, name)
        if known.flags & F.UNKNOWN:
            if own is not None:
                return intersection(store, (item, own))
            if name == "object":
                return union(store, (intersection(store, (item, store.non_primitive)), store.null))
            if name == "function":
                return intersection(store, (item, store.resolver.library_type("Function", ())))
        fitting = map_type(store, known, lambda part: _typeof_part(c, part, name))
        if fitting.flags & F.NEVER:
            return None
        return item if fitting is known else intersection(store, (item, fitting))
    if own is not None:
        return item if item.flags & _TYPEOF[name] else None
    if name == "function":
        if item.flags & F.OBJECT and _is_callable(c, item):
            return item
        return None
    if name == "object":
        if item.flags & F.NULL:
            return item
        return item if item.flags & F.OBJECT and not _is_callable(c, item) else None
    return item


def _typeof_intersection(c: State, item: Intersection, name: str) -> Type | None:
    """An intersection without type parameters is what its primitive is, else a function if a part is one."""
    parts = [part for part in item.constituents if part.flags & PRIMITIVE] or item.constituents
    fitting = [part for part in parts if _typeof_part(c, part, name) is not None]
    return item if (len(fitting) == len(parts) if name == "object" else fitting) else None


def instance_type(c: State, constructor: Type) -> Type | None:
    """The type of the objects of what stands right of `instanceof`."""
    store = c.store
    property = property_of(store, constructor, "prototype")
    if property is not None:
        type = property_type(store, property)
        if not type.flags & ANY_LIKE:
            return type
    signatures = calls_of(store, constructor, True)
    if not signatures:
        return None
    return union(store, [result_of(store, erased(store, signature)) for signature in signatures])


def narrowed(c: State, type: Type, candidate: Type, sense: bool, is_instance: bool = False) -> Type:
    """What is left of a type when a value is, or is not, of a candidate type."""
    store = c.store
    if not sense:
        if type.flags & ANY_LIKE or candidate.flags & ANY_LIKE:
            return type
        if is_instance:
            return filter_type(store, type, lambda item: not _derives(c, item, candidate))
        return filter_type(store, type, lambda item: not _is_certainly(c, item, candidate))
    if type.flags & (ANY_LIKE | F.UNKNOWN):
        return candidate
    if type is candidate:
        return candidate
    result = union(store, [_narrowed_to(c, type, part, is_instance) for part in constituents_of(candidate)])
    if not result.flags & F.NEVER:
        return result
    if is_subtype(store, candidate, type):
        return candidate
    if is_assignable(store, type, candidate):
        return type
    if is_assignable(store, candidate, type):
        return candidate
    return intersection(store, (type, candidate))


def _is_certainly(c: State, item: Type, candidate: Type) -> bool:
    """Whether all values of a type are of a candidate type."""
    if item.flags & ANY_LIKE:
        return False
    return is_subtype_or_equal(c, item, candidate) or is_loose_subtype(c.store, item, candidate)


def _narrowed_to(c: State, type: Type, candidate: Type, is_instance: bool) -> Type:
    store = c.store

    def related(item: Type) -> Type | None:
        if item.flags & ANY_LIKE:
            return candidate
        if has_unknown_keys(store, item) or (_is_instantiable(item) and base_constraint(store, item).flags & F.OPAQUE):
            return None
        if is_instance:
            if _derives(c, item, candidate):
                return item
            return candidate if _derives(c, candidate, item) else None
        if is_subtype_or_equal(c, item, candidate):
            return item
        if is_subtype_or_equal(c, candidate, item):
            return candidate
        if is_loose_subtype(store, item, candidate):
            return item
        return candidate if is_loose_subtype(store, candidate, item) else None

    def joined(item: Type) -> Type | None:
        """A type parameter that may be of the candidate type, as both."""
        if not _is_instantiable(item):
            return None
        known = base_constraint(store, item)
        if known.flags & F.UNKNOWN or is_assignable(store, candidate, known):
            return intersection(store, (item, candidate))
        return item if is_assignable(store, known, candidate) else None

    direct = map_type(store, type, related)
    return map_type(store, type, joined) if direct.flags & F.NEVER else direct


def _is_instantiable(type: Type) -> bool:
    """Whether a type, or a part of an intersection, depends on type parameters."""
    if isinstance(type, Intersection):
        return any(_is_instantiable(part) for part in type.constituents)
    return bool(type.flags & INSTANTIABLE_NON_PRIMITIVE)


def is_subtype_or_equal(c: State, source: Type, target: Type) -> bool:
    """Whether a type says at least as much as another one."""
    if source.flags & ANY_LIKE or target.flags & F.OPAQUE:
        return False
    return is_subtype(c.store, source, target) or is_identical(c.store, source, target)


def _derives(c: State, source: Type, target: Type) -> bool:
    """Whether a class inherits from another one, as `instanceof` sees it."""
    store = c.store
    if isinstance(source, Union):
        return all(_derives(c, item, target) for item in source.constituents)
    if isinstance(target, Union):
        return any(_derives(c, source, item) for item in target.constituents)
    if source.flags & INSTANTIABLE_NON_PRIMITIVE:
        return _derives(c, base_constraint(store, source), target)
    if source.flags & PRIMITIVE:
        return False
    if not isinstance(source, Reference) or not isinstance(target, Reference):
        return is_subtype_or_equal(c, source, target)
    if is_tuple(source):
        return getattr(target.target, "name", "") in ("Array", "Object")
    if getattr(target.target, "name", "") == "Object" and not target.arguments:
        return True
    if getattr(target.target, "name", "") == "Function" and _is_callable(c, source):
        return True
    return _inherits(c, source, target)


def may_equal(c: State, item: Type, value: Type, is_strict: bool) -> bool:
    """Whether a constituent may equal a value."""
    if not is_strict and item.flags & NULLISH and any(part.flags & NULLISH for part in constituents_of(value)):
        return True
    return is_comparable(c.store, item, value) or is_comparable(c.store, value, item)


def to_literal(c: State, item: Type, value: Type) -> Type:
    """A primitive that equals literals is one of them."""
    store = c.store
    if not value.flags & (UNIT | F.UNION):
        return item
    for flags, literal in (
        (F.STRING, F.STRING_LITERAL),
        (F.NUMBER, F.NUMBER_LITERAL),
        (F.BIGINT, F.BIGINT_LITERAL),
    ):
        if item.flags & flags:
            values = [part for part in constituents_of(value) if part.flags & literal]
            others = [part for part in constituents_of(value) if part.flags & flags]
            if values and not others:
                return union(store, values)
    return item


def same_unit(item: Type, value: Type) -> bool:
    """Whether two unit types are that of the same value."""
    item, value = regular(item), regular(value)
    if item is value:
        return True
    if isinstance(item, Literal) and isinstance(value, Literal):
        return item.value == value.value and type(item.value) is type(value.value) and item.value is not None
    return False


def _inherits(c: State, source: Reference, target: Reference) -> bool:
    if not isinstance(source.target, Declared) or not isinstance(target.target, Declared):
        return source.target is target.target
    if inherits(c.store, source.target, target.target):
        return True
    if source.target.is_class and target.target.is_class:
        return False
    return is_subtype(c.store, source, target)
