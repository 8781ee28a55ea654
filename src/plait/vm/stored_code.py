"""The compiled code of a program on disk, from one process to the next: by module, kernels, and engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b

from plait.bytecode.module import Module
from plait.bytecode.standalone import own_part
from plait.errors import FormatError, refuse_copy
from plait.jit.linked_unit import LinkedUnit, ObjectUnit, pack_units, unpack_units
from plait.kernel.cache import ObjectCache

MAX_STORED_PROGRAMS = 256
MAX_STORED_BYTES = 1 << 24
"""How many programs' compiled code is kept on disk, and how many bytes of one."""


class StoredCode:
    """Where the code of one program is stored; "" as `kernels_key` for kernels that are not stored themselves."""

    __reduce__ = refuse_copy

    def __init__(self, module: Module, kernels_key: str, mode: str) -> None:
        self._kept = 0
        self._cache = ObjectCache.default("programs", MAX_STORED_PROGRAMS)
        self._key = ""
        # A module made by hand may hold what has no binary form; it runs all the same.
        with suppress(FormatError):
            if kernels_key and (module.base is None or module.base.key):
                digest = blake2b(own_part(module).to_bytes(), digest_size=24)
                base = "" if module.base is None else module.base.key
                digest.update(f"{kernels_key} {mode} {base}".encode())
                self._key = digest.hexdigest()

    def take(self, link: Callable[[ObjectUnit], LinkedUnit]) -> list[tuple[ObjectUnit, LinkedUnit]]:
        """The units stored for the program, linked; none if any of them cannot be."""

        def linked(data: bytes) -> list[tuple[ObjectUnit, LinkedUnit]]:
            return [(unit, link(unit)) for unit in unpack_units(data)]

        units = (self._cache.load(self._key, linked) if self._key else None) or []
        self._kept = len(units)
        return units

    def keep(self, units: list[ObjectUnit]) -> None:
        """Store the units if there are more than before."""
        if self._key and len(units) > self._kept and sum(len(unit.code) for unit in units) <= MAX_STORED_BYTES:
            self._kept = len(units)
            self._cache.put(self._key, pack_units(units))
