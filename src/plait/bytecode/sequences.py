"""Sequences of what belongs to a module's functions, of which a part is there already or is made on demand."""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class _ByIndex(Sequence[T], Generic[T]):
    """Slices and negative indices by way of `_at`, which is given indices that are in range."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self._at(number) for number in range(*index.indices(len(self))))
        return self._at(range(len(self))[index])

    @abstractmethod
    def _at(self, index: int) -> T: ...


class OnDemand(_ByIndex[T]):
    """Items that are made one by one, each when it is first asked for, in whatever thread."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._made: list[T | None] = [None] * count
        self._make = make
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._made)

    def _at(self, index: int) -> T:
        found = self._made[index]
        if found is None:
            with self._lock:
                found = self._made[index]
                if found is None:
                    found = self._made[index] = self._make(index)
        return found


class Extended(_ByIndex[T]):
    """The items of a base, then those of its own."""

    __slots__ = ("_base", "_own", "_start")

    def __init__(self, base: Sequence[T], own: tuple[T, ...]) -> None:
        self._base = base
        self._own = own
        self._start = len(base)

    def __len__(self) -> int:
        return self._start + len(self._own)

    def _at(self, index: int) -> T:
        return self._base[index] if index < self._start else self._own[index - self._start]
