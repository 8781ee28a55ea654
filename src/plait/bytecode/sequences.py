"""Sequences of what belongs to a module's functions, of which a part is there already or is made on demand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class OnDemand(Sequence[T], Generic[T]):
    """Items that are made one by one, each when it is first asked for, in whatever thread."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._made: list[T | None] = [None] * count
        self._make = make
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        found = self._made[index]
        if found is None:
            with self._lock:
                found = self._made[index]
                if found is None:
                    found = self._made[index] = self._make(range(len(self))[index])
        return found


class Extended(Sequence[T], Generic[T]):
    """The items of a base, then those of its own."""

    __slots__ = ("_base", "_own", "_start")

    def __init__(self, base: Sequence[T], own: tuple[T, ...]) -> None:
        self._base = base
        self._own = own
        self._start = len(base)

    def __len__(self) -> int:
        return self._start + len(self._own)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        place = range(len(self))[index]
        return self._base[place] if place < self._start else self._own[place - self._start]
