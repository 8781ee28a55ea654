"""What iterating and awaiting give."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.state import State
from plait.frontend.next.check.support import library_alias
from plait.frontend.next.types.callables import calls_of, parameter_at
from plait.frontend.next.types.display import show
from plait.frontend.next.types.evaluation import access_type, keyof_type
from plait.frontend.next.types.instantiation import element_of_array, property_type, result_of
from plait.frontend.next.types.lookup import apparent, base_constraint, property_of
from plait.frontend.next.types.model import (
    ANY_LIKE,
    INSTANTIABLE,
    NULLISH,
    PRIMITIVE,
    STRING_LIKE,
    Declared,
    F,
    Intersection,
    Literal,
    Reference,
    TupleShape,
    Type,
    Union,
)
from plait.frontend.next.types.unions import constituents_of, intersection, union, without

_ITERATORS: Final = frozenset(
    {
        "Iterable",
        "Iterator",
        "IterableIterator",
        "IteratorObject",
        "Generator",
        "ArrayIterator",
        "MapIterator",
        "SetIterator",
        "StringIterator",
        "AsyncIterable",
        "AsyncIterator",
        "AsyncIterableIterator",
        "AsyncIteratorObject",
        "AsyncGenerator",
    }
)
"""Types of the library whose first type argument is what iterating gives."""

_GENERATORS: Final = frozenset({"Generator", "AsyncGenerator", "Iterator", "AsyncIterator", "IteratorObject"})


def iterated(c: State, type: Type, place: Any, is_async: bool = False) -> Type:
    """What `for` of over a value of the type gives; a type that cannot be iterated is reported."""
    found = iterated_or_none(c, type, is_async)
    if found is None:
        nothing = any(item.flags & (F.UNDEFINED | F.NULL) for item in constituents_of(type))
        if nothing:
            c.report(Code.POSSIBLY_NOTHING, place, "the value may be null or undefined here", "test it first")
        else:
            c.report(
                Code.TYPE_MISMATCH, place, f"`{show(c.store, type)}` cannot be iterated", "it needs `[Symbol.iterator]`"
            )
        return c.store.opaque
    return found


def iterated_or_none(c: State, type: Type, is_async: bool = False) -> Type | None:
    """What iterating gives; None for types that cannot be iterated."""
    store = c.store
    if type.flags & ANY_LIKE:
        return type
    if type.flags & F.NEVER:
        return store.never
    if isinstance(type, Union):
        parts = [iterated_or_none(c, item, is_async) for item in type.constituents]
        known = [part for part in parts if part is not None]
        return union(store, known) if len(known) == len(parts) else None
    element = element_of_array(type)
    if element is not None:
        return awaited(c, element) if is_async else element
    if isinstance(type, Reference) and isinstance(type.target, TupleShape):
        found = access_type(c.store, type, store.number) if type.target.kinds else store.never
        return awaited(c, found) if is_async else found
    if type.flags & STRING_LIKE:
        return store.string
    if (
        isinstance(type, Reference)
        and isinstance(type.target, Declared)
        and _is_library(type.target)
        and type.target.name in _ITERATORS
        and type.arguments
    ):
        is_waited_for = is_async and not type.target.name.startswith("Async")
        return awaited(c, type.arguments[0]) if is_waited_for else type.arguments[0]
    whole = apparent(store, base_constraint(store, type) if type.flags & INSTANTIABLE else type)
    if isinstance(whole, Union) or (whole is not type and whole.flags & (PRIMITIVE | ANY_LIKE)):
        return iterated_or_none(c, whole, is_async) if whole is not type else None
    if isinstance(whole, Intersection):
        each = [iterated_or_none(c, part, is_async) for part in whole.constituents]
        known = [part for part in each if part is not None]
        return intersection(store, known) if known else None
    if is_async:
        property = property_of(store, whole, "@@asyncIterator")
        if property is not None:
            return _from_method(c, property_type(store, property), True)
    property = property_of(store, whole, "@@iterator")
    if property is None:
        return None
    found_sync = _from_method(c, property_type(store, property), False)
    return awaited(c, found_sync) if is_async else found_sync


def _is_library(declared: Declared) -> bool:
    return declared.symbol is not None


def _from_method(c: State, method: Type, is_async: bool) -> Type:
    """What an iterator gives, by the method that makes it."""
    store = c.store
    if method.flags & ANY_LIKE:
        return store.any
    calls = calls_of(store, method)
    if not calls:
        return store.opaque
    iterator = result_of(store, calls[0])
    if iterator.flags & ANY_LIKE:
        return iterator
    if (
        isinstance(iterator, Reference)
        and isinstance(iterator.target, Declared)
        and iterator.target.name in _ITERATORS
        and iterator.arguments
    ):
        return iterator.arguments[0]
    following = property_of(store, iterator, "next")
    if following is None:
        return store.opaque
    steps = calls_of(store, property_type(store, following))
    if not steps:
        return store.opaque
    result = result_of(store, steps[0])
    if is_async:
        result = awaited(c, result)
    return _value_of(c, result)


def _value_of(c: State, result: Type) -> Type:
    """The values of an iterator's results that are not the last."""
    store = c.store
    values: list[Type] = []
    for item in constituents_of(result):
        if item.flags & ANY_LIKE:
            return item
        done = property_of(store, item, "done")
        value = property_of(store, item, "value")
        if done is not None:
            done_type = property_type(store, done)
            if isinstance(done_type, Literal) and done_type.value is True:
                continue
        if value is not None:
            values.append(property_type(store, value))
    return union(store, values)


# Promises.


def awaited(c: State, type: Type) -> Type:
    """What `await` of a value of the type gives."""
    store = c.store
    if isinstance(type, Union):
        return union(store, [awaited(c, item) for item in type.constituents])
    if type.flags & (PRIMITIVE | ANY_LIKE | F.UNKNOWN | F.NEVER):
        return type
    if (
        isinstance(type, Reference)
        and isinstance(type.target, Declared)
        and type.target.name in ("Promise", "PromiseLike", "Task")
        and type.arguments
    ):
        return awaited(c, type.arguments[0])
    if type.flags & INSTANTIABLE:
        known = base_constraint(store, type)
        if known.flags & (PRIMITIVE | F.UNKNOWN) or known is type:
            return library_alias(c, "Awaited", (type,)) if not known.flags & PRIMITIVE else type
        if all(item.flags & PRIMITIVE or property_of(store, item, "then") is None for item in constituents_of(known)):
            return type
        return library_alias(c, "Awaited", (type,))
    then = property_of(store, type, "then")
    if then is None:
        return type
    calls = calls_of(store, property_type(store, then))
    if not calls:
        return type
    fulfilled = parameter_at(store, calls[0], 0)
    if fulfilled is None:
        return type
    for item in constituents_of(fulfilled):
        own = calls_of(store, item)
        if own:
            value = parameter_at(store, own[0], 0)
            return awaited(c, value) if value is not None else store.undefined
    return store.opaque


def awaited_or_none(c: State, type: Type) -> Type | None:
    """What a written result of an async function promises; None if it is no promise."""
    if type.flags & ANY_LIKE:
        return type
    found: list[Type] = []
    for item in constituents_of(type):
        if (
            isinstance(item, Reference)
            and isinstance(item.target, Declared)
            and item.target.name in ("Promise", "PromiseLike", "Task")
            and item.arguments
        ):
            found.append(awaited(c, item.arguments[0]))
            continue
        if item.flags & (F.ANY | F.UNKNOWN | F.OPAQUE):
            return item
    return union(c.store, found) if found else None


# Generators.


def generator_part(c: State, type: Type, position: int) -> Type | None:
    """The type that is yielded (0), returned (1) or passed to `next` (2), as a written or wanted type says it."""
    for item in constituents_of(type):
        if item.flags & ANY_LIKE:
            return item
        if isinstance(item, Reference) and isinstance(item.target, Declared) and item.target.name in _ITERATORS:
            if position == 0 and item.arguments:
                return item.arguments[0]
            if len(item.arguments) > position and item.target.name in _GENERATORS | {
                "Iterable",
                "IterableIterator",
                "AsyncIterable",
                "AsyncIterableIterator",
            }:
                return item.arguments[position]
    return None


def loop_variable_type(c: State, loop: Any) -> Type:
    """The type of the variable of a loop `for` of or `for` in."""
    if isinstance(loop, syntax.ForIn):
        return _key_variable_type(c, loop)
    return iterated(c, c.expression(loop.iterable), loop.iterable, loop.is_await)


def _key_variable_type(c: State, loop: syntax.ForIn) -> Type:
    """What `for` in gives: names of properties, of a type parameter those that it has."""
    store = c.store
    object = without(store, c.expression(loop.object), NULLISH)
    if object.flags & F.UNKNOWN or not object.mentions:
        return store.string
    keys = keyof_type(store, object)
    return library_alias(c, "Extract", (keys, store.string)) if keys.flags & INSTANTIABLE else store.string
