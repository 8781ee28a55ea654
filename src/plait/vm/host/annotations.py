"""Annotations of Python functions as programs see them: their spelling in TypeScript, and values made to fit them."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence, Set
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints, is_typeddict

from plait.vm.handles import GuestObject
from plait.vm.host.lowering import Place

SPELLED: Final[dict[object, str]] = {
    int: "number",
    float: "number",
    bool: "boolean",
    str: "string",
    bytes: "Uint8Array",
    bytearray: "Uint8Array",
    datetime: "Date",
    date: "Date",
    object: "any",
    Any: "any",
    None: "void",
    type(None): "null",
    dict: "Record<string, any>",
    list: "any[]",
    tuple: "any[]",
    set: "Set<any>",
    Callable: "(...args: any[]) => any",
    GuestObject: "any",
}
"""Annotations without parameters."""


def spell(hint: Any) -> str:
    """An annotation in TypeScript. Raises `TypeError` for one that stands for nothing that a program could have."""
    if hint in SPELLED:
        return SPELLED[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(spell(part) for part in parts))
    if origin is Literal:
        return " | ".join(_spelled_literal(part) for part in parts)
    if origin in (Awaitable, Coroutine):
        return f"Promise<{spell(parts[-1])}>"
    if origin is tuple:
        return f"{_element(parts[0])}[]" if parts[1:] == (...,) else f"[{', '.join(map(spell, parts))}]"
    if origin in (list, Sequence):
        return f"{_element(parts[0])}[]"
    if origin in (set, frozenset, Set):
        return f"Set<{spell(parts[0])}>"
    if origin in (dict, Mapping):
        kind = "Record" if parts[0] is str else "Map"
        return f"{kind}<{spell(parts[0])}, {spell(parts[1])}>"
    if origin is Callable or getattr(origin, "__name__", "") == "Callable":
        return _spelled_function(parts)
    if isinstance(hint, type):
        return _spelled_class(hint)
    raise TypeError(f"{hint} stands for nothing that a program could have")


def _element(hint: Any) -> str:
    text = spell(hint)
    return f"({text})" if " " in text and not text.startswith("{") else text


def _spelled_literal(value: object) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    return str(value)


def _spelled_function(parts: tuple[Any, ...]) -> str:
    if len(parts) != 2:
        return "(...args: any[]) => any"
    arguments = parts[0]
    given = (
        "...args: any[]"
        if arguments is ...
        else ", ".join(f"{chr(97 + i)}: {spell(a)}" for i, a in enumerate(arguments))
    )
    return f"({given}) => {spell(parts[1])}"


def _spelled_class(kind: type) -> str:
    fields = _fields_of(kind)
    if fields is not None:
        return "{ " + "; ".join(f"{name}{'?' * (not needed)}: {spell(hint)}" for name, hint, needed in fields) + " }"
    if issubclass(kind, Enum):
        return " | ".join(dict.fromkeys(_spelled_literal(item.value) for item in kind))
    if hasattr(kind, "model_validate"):
        return "any"
    raise TypeError(f"{kind.__name__} stands for nothing that a program could have")


def _fields_of(kind: type) -> list[tuple[str, Any, bool]] | None:
    """The fields of a dataclass or TypedDict: name, annotation, whether it has to be there."""
    if is_typeddict(kind):
        hints = get_type_hints(kind, include_extras=True)
        return [(name, _without_mark(hint), _is_required(kind, hint)) for name, hint in hints.items()]
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        missing = dataclasses.MISSING
        return [
            (item.name, hints[item.name], item.default is missing and item.default_factory is missing)
            for item in dataclasses.fields(kind)
            if item.init
        ]
    return None


def _without_mark(hint: Any) -> Any:
    """The annotation of a field of a TypedDict without what says whether it has to be there."""
    return get_args(hint)[0] if get_origin(hint) in (Required, NotRequired) else hint


def _is_required(kind: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    return origin is Required or (origin is not NotRequired and bool(kind.__total__))


def fit(value: Any, hint: Any, place: Place) -> Any:
    """A value of a program made to fit an annotation. Raises `TypeError`, which says where it does not fit."""
    kind = type(value)
    if kind is hint or hint is Any or hint is object or hint is inspect.Parameter.empty:
        return value
    if hint is float and kind is int:
        return float(value)
    if hint is None or hint is type(None):
        return _needed(value is None, value, "None", place)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _fit_any(value, hint, parts, place)
    if origin is Literal:
        return _needed(any(value == part and type(value) is type(part) for part in parts), value, spell(hint), place)
    if hint in _SIMPLE:
        return _fit_simple(value, hint, place)
    kind = origin or hint
    if kind in (list, Sequence, tuple, set, frozenset, Set):
        return _fit_items(value, kind, parts, place)
    if kind in (dict, Mapping):
        _needed(isinstance(value, dict), value, "a dict", place)
        if not parts:
            return value
        return {fit(key, parts[0], place): fit(item, parts[1], Place(place, key)) for key, item in value.items()}
    if kind is Callable or getattr(kind, "__name__", "") == "Callable":
        return _needed(callable(value), value, "a function", place)
    return _fit_class(value, kind, place)


_SIMPLE: Final = (int, float, bool, str, bytes, bytearray, datetime, date)


def _fit_simple(value: Any, hint: Any, place: Place) -> Any:
    if hint is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if hint is bytearray and isinstance(value, bytes):
        return bytearray(value)
    if hint is date and isinstance(value, datetime):
        return value.date()
    fits = isinstance(value, hint) and (hint is bool or not isinstance(value, bool))
    return _needed(fits, value, hint.__name__, place)


def _fit_items(value: Any, kind: Any, parts: tuple[Any, ...], place: Place) -> Any:
    is_set = kind in (set, frozenset, Set)
    _needed(isinstance(value, set if is_set else list), value, "a set" if is_set else "a list", place)
    make = kind if kind in (tuple, frozenset) else set if is_set else list
    if not parts:
        return make(value)
    if kind is tuple and parts[1:] != (...,):
        _needed(len(value) == len(parts), value, f"a list of {len(parts)} values", place)
        hints = zip(value, parts, strict=True)
        return tuple(fit(item, part, Place(place, index)) for index, (item, part) in enumerate(hints))
    return make(fit(item, parts[0], Place(place, index)) for index, item in enumerate(value))


def _fit_any(value: Any, hint: Any, parts: tuple[Any, ...], place: Place) -> Any:
    for part in parts:
        try:
            return fit(value, part, place)
        except TypeError:
            continue
    return _needed(False, value, spell(hint), place)


def _fit_class(value: Any, kind: Any, place: Place) -> Any:
    fields = _fields_of(kind)
    if not is_typeddict(kind) and isinstance(value, kind):
        return value
    if fields is not None:
        _needed(isinstance(value, dict), value, f"an object for {kind.__name__}", place)
        names = {name for name, _, _ in fields}
        for key in value:
            if key not in names:
                raise TypeError(f"{place}: {kind.__name__} has no field {key!r}")
        for name, _, needed in fields:
            if needed and name not in value:
                raise TypeError(f"{place}: {kind.__name__} needs a field {name!r}")
        given = {name: fit(value[name], hint, Place(place, name)) for name, hint, _ in fields if name in value}
        return kind(**given)
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            return _needed(False, value, spell(kind), place)
    validate = getattr(kind, "model_validate", None)
    if validate is not None:
        return validate(value)
    return _needed(False, value, kind.__name__, place)


def _needed(fits: bool, value: Any, what: str, place: Place) -> Any:
    if not fits:
        given = "null" if value is None else type(value).__name__
        raise TypeError(f"{place}: {what} is needed, not {given}")
    return value
