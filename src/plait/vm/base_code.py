"""The compiled code of a base, which all programs that begin with it share: in the process, and on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from plait.bytecode.module import Base
from plait.errors import refuse_copy
from plait.jit.linked_unit import LinkedUnit, ObjectUnit, pack_units, unpack_units
from plait.kernel.cache import ObjectCache
from plait.vm.background_compiler import Unit

MAX_BASES: Final = 16
"""How many bases' compiled code is kept on disk, each for some kernels and one mode."""

MAX_BYTES: Final = 1 << 25
"""How many bytes of one."""


class BaseCode:
    """The units that have been compiled of a base. Those from disk are linked when something of them is wanted."""

    __reduce__ = refuse_copy

    def __init__(self, base: Base, kernels_key: str, mode: str) -> None:
        self._cache = ObjectCache.default("base-code", MAX_BASES)
        self._key = f"{base.key} {kernels_key} {mode}" if base.key and kernels_key else ""
        self._units = (self._cache.load(self._key, unpack_units) if self._key else None) or []
        self._linked: dict[int, LinkedUnit] = {}
        self._kept = len(self._units)
        self._lock = threading.Lock()

    @property
    def linked(self) -> list[LinkedUnit]:
        """All that is linked."""
        with self._lock:
            return list(self._linked.values())

    def take(self, wanted: Unit, link: Callable[[ObjectUnit], LinkedUnit]) -> list[LinkedUnit]:
        """The units that have something of what is wanted, linked. One that cannot be linked is forgotten."""
        sets = [frozenset(part) for part in wanted]
        with self._lock:
            units = list(enumerate(self._units))
        found: list[LinkedUnit] = []
        for number, unit in units:
            parts = (unit.functions, unit.loops, unit.generals)
            if all(asked.isdisjoint(part) for asked, part in zip(sets, parts, strict=True)):
                continue
            linked = self._linked.get(number)
            if linked is None:
                try:
                    linked = link(unit)
                except Exception:
                    # What is on disk is no code of this base; it is compiled anew.
                    with self._lock:
                        self._units[number] = ObjectUnit((), (), (), (), b"")
                    continue
                with self._lock:
                    self._linked[number] = linked
            found.append(linked)
        return found

    def add(self, unit: ObjectUnit, linked: LinkedUnit) -> None:
        """Keep a unit that has been compiled."""
        with self._lock:
            self._linked[len(self._units)] = linked
            self._units.append(unit)

    def keep(self) -> None:
        """Store the units if there are more than before."""
        with self._lock:
            units = [unit for unit in self._units if unit.functions or unit.loops or unit.generals]
            if not self._key or len(units) <= self._kept or sum(len(unit.code) for unit in units) > MAX_BYTES:
                return
            self._kept = len(units)
        self._cache.put(self._key, pack_units(units))


@lru_cache(maxsize=MAX_BASES)
def base_code(base: Base, kernels_key: str, mode: str) -> BaseCode:
    """The compiled code of a base for some kernels, in one mode."""
    return BaseCode(base, kernels_key, mode)
