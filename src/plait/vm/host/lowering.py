"""Python values that are more than plain data, told in plain data: tuples describe what a program has objects for.

The walk also finds what is wrong with a value, and says where it stands.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Set
from datetime import date, datetime, tzinfo
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from plait.memory.transfer_layouts import HELD_OBJECT, MAX_DEPTH
from plait.vm.handles import FunctionHandle, GuestObject, Handle, ObjectHandle, OpaqueHandle, context_of
from plait.vm.host.operations import REVIVED_CLASSES, Revive

if TYPE_CHECKING:
    from plait.vm.context import VmContext

Lowered: TypeAlias = Any
"""None, bool, int, float, str, lists and dicts of str of such; tuples that describe other values."""

PLAIN = (bool, int, float, str)
LARGEST_INT_BITS = 1 << 29
"""A larger int is no bigint that a program could work with."""


@dataclasses.dataclass(frozen=True, slots=True)
class Arguments:
    """What is called, as the place of the list of its arguments."""

    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: in what, under which key."""

    outer: Place | None
    key: object

    def __str__(self) -> str:
        parts: list[str] = []
        place: Place | None = self
        while place is not None:
            if place.outer is None:
                parts.append(
                    f"the arguments of {place.key.name}" if isinstance(place.key, Arguments) else str(place.key)
                )
            elif place.outer.outer is None and isinstance(place.outer.key, Arguments) and isinstance(place.key, int):
                parts.append(f"argument {place.key + 1} of {place.outer.key.name}")
                break
            elif isinstance(place.key, str) and place.key.isidentifier():
                parts.append(f".{place.key}")
            else:
                parts.append(f"[{place.key!r}]")
            place = place.outer
        return "".join(reversed(parts))


class Lowering:
    """Lowers the values that go to one context at a time.

    `names` are the classes that the program mentions, `number_of` gives a function of Python a number by which the
    program calls it, `zone` is the time zone of dates without one.
    """

    def __init__(
        self,
        context: VmContext,
        names: Set[str],
        number_of: Callable[[Callable[..., object]], int],
        iterate: Callable[[Any], tuple[Callable[..., object], Callable[..., object]]],
        zone: tzinfo,
    ) -> None:
        self._context = context
        self._names = names
        self._number_of = number_of
        self._iterate = iterate
        self._zone = zone
        self._known: dict[int, tuple[object, Lowered]] = {}
        self._open: dict[int, Place] = {}

    def lower(self, value: object, place: Place, depth: int = 0) -> Lowered:
        """A value in plain data. Raises `TypeError`, `ValueError` or `OverflowError`, which say where."""
        kind = type(value)
        if value is None or kind is bool or kind is float or kind is str:
            return value
        if kind is int:
            return _checked_int(value, place)  # type: ignore[arg-type]
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if id(value) in self._open:
            around = self._open[id(value)]
            raise ValueError(
                f"{place}: is the same object as {around}, which it is in: data in circles cannot be copied"
            )
        if depth > MAX_DEPTH - 2:
            raise ValueError(f"{_shortened(place)}: is nested more than {MAX_DEPTH - 2} deep")
        self._open[id(value)] = place
        try:
            lowered = self._container(value, place, depth + 1)
        finally:
            del self._open[id(value)]
        if isinstance(lowered, list | dict):
            # The value is kept, so that no other can have its id.
            self._known[id(value)] = value, lowered
        return lowered

    def _container(self, value: object, place: Place, depth: int) -> Lowered:
        match value:
            case Enum():
                return self.lower(value.value, place, depth)
            case GuestObject() | ObjectHandle() | FunctionHandle() | OpaqueHandle():
                return self._held(value, place)
            case bool() | int() | float() | str():
                return _without_subclass(value, place)
            case tuple() if hasattr(value, "_fields"):
                return self._fields(zip(value._fields, value, strict=True), place, depth)
            case list() | tuple():
                return [self.lower(item, Place(place, index), depth) for index, item in enumerate(value)]
            case Mapping():
                return self._mapping(value, place, depth)
            case set() | frozenset() | Set():
                items = [self.lower(item, Place(place, item), depth) for item in value]
                return self._described(Revive.SET, items, place, value)
            case bytes() | bytearray() | memoryview():
                return self._described(Revive.BYTES, bytes(value), place, value)
            case datetime() | date():
                return self._described(Revive.DATE, self._milliseconds(value), place, value)
            case BaseException():
                return self._error(value, place, depth)
            case _:
                return self._other(value, place, depth)

    def _other(self, value: Any, place: Place, depth: int) -> Lowered:
        """What is known by what it can do."""
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [item.name for item in dataclasses.fields(value)]
            return self._fields(((name, getattr(value, name)) for name in names), place, depth)
        if not isinstance(value, type):
            for method in ("model_dump", "tolist"):
                function = getattr(value, method, None)
                if callable(function):
                    return self.lower(function(), place, depth)
            if hasattr(value, "__aiter__"):
                functions = [(int(Revive.FUNCTION), self._number_of(item)) for item in self._iterate(value)]
                return int(Revive.ITERABLE), functions
            if callable(value):
                return int(Revive.FUNCTION), self._number_of(value)
        raise TypeError(f"{place}: {_described_type(value)} is no value that a program can have{_hint(value)}")

    def _held(self, value: Handle, place: Place) -> Lowered:
        if context_of(value) is not self._context:
            raise ValueError(f"{place}: the handle belongs to another context; objects cannot pass from one to another")
        return HELD_OBJECT, value.__plait__.index

    def _fields(self, items: Any, place: Place, depth: int) -> Lowered:
        return {name: self.lower(item, Place(place, name), depth) for name, item in items}

    def _mapping(self, value: Mapping[Any, object], place: Place, depth: int) -> Lowered:
        if all(isinstance(key, str) for key in value):
            return {_key(key): self.lower(item, Place(place, key), depth) for key, item in value.items()}
        pairs = [
            [self.lower(key, Place(place, key), depth), self.lower(item, Place(place, key), depth)]
            for key, item in value.items()
        ]
        return self._described(Revive.MAP, pairs, place, value)

    def _error(self, value: BaseException, place: Place, depth: int) -> Lowered:
        cause = value.__cause__
        text = getattr(value, "message", None) if isinstance(getattr(value, "message", None), str) else str(value)
        parts = (int(Revive.ERROR), getattr(value, "name", "") or type(value).__name__, text)
        return parts if cause is None else (*parts, self.lower(cause, Place(place, "__cause__"), depth))

    def _milliseconds(self, value: date) -> float:
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day)
        if value.tzinfo is None:
            value = value.replace(tzinfo=self._zone)
        return round(value.timestamp() * 1000)

    def _described(self, kind: Revive, payload: object, place: Place, value: object) -> Lowered:
        name = REVIVED_CLASSES[kind]
        if name not in self._names:
            what = "a dict with keys that are no str" if kind is Revive.MAP else type(value).__name__
            raise TypeError(f"{place}: {what} becomes a {name}, which the program does not mention")
        return int(kind), payload


def _checked_int(value: int, place: Place) -> int:
    if value.bit_length() > LARGEST_INT_BITS:
        raise OverflowError(f"{place}: an int of {value.bit_length()} bits is too large")
    return value


def _without_subclass(value: bool | int | float | str, place: Place) -> Lowered:
    """The plain value of one whose class inherits from a plain one."""
    if isinstance(value, int):
        return _checked_int(int.__int__(value), place)
    return float.__float__(value) if isinstance(value, float) else str.__str__(value)


def _key(key: str) -> str:
    return key if type(key) is str else str.__str__(key)


def _described_type(value: object) -> str:
    return f"the class {value.__name__}" if isinstance(value, type) else f"a value of type {type(value).__name__}"


def _hint(value: object) -> str:
    if hasattr(value, "__await__"):
        return "; await it first"
    if hasattr(value, "__iter__"):
        return "; make a list of it"
    return "; give its text by str(...), or a dict of its fields"


def _shortened(place: Place) -> str:
    text = str(place)
    return text if len(text) < 80 else f"{text[:40]}...{text[-20:]}"
