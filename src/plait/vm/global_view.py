"""The globals of a context as a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plait.bytecode.module import Global
from plait.errors import refuse_copy
from plait.vm.context import VmContext
from plait.vm.host_memory import HostWriter
from plait.vm.values import HostValue, read_slot

if TYPE_CHECKING:
    from plait.vm.vm import Vm


class GlobalVars:
    """Values of globals by name or index. Setting one converts as an argument is converted.

    Those of a base are not among the names.
    """

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm, context: VmContext) -> None:
        self._vm = vm
        self._context = context

    def __getitem__(self, key: int | str) -> HostValue:
        index, variable = self._find(key)
        with self._vm.entered(self._context):
            return read_slot(self._vm, self._context, self._place(index), variable.type)

    def __setitem__(self, key: int | str, value: HostValue) -> None:
        index, variable = self._find(key)
        with self._vm.entered(self._context):
            (bits,) = HostWriter(self._vm.machine, self._context).slots([value], [variable.type])
            place = self._place(index)
            self._context.memory.view[place : place + 8] = bits.to_bytes(8, "little")

    def __iter__(self) -> Iterator[str]:
        module = self._context.module
        return (variable.name for variable in module.globals[module.first_global :])

    def __len__(self) -> int:
        module = self._context.module
        return len(module.globals) - module.first_global

    def keys(self) -> list[str]:
        """The names, in order."""
        return list(self)

    def _place(self, index: int) -> int:
        return self._context.program.image.globals[index]

    def _find(self, key: int | str) -> tuple[int, Global]:
        module = self._context.module
        first = module.first_global if isinstance(key, str) else 0
        for index, variable in enumerate(module.globals[first:], first):
            if key == (variable.name if isinstance(key, str) else index):
                return index, variable
        raise KeyError(f"no global variable is {'called' if isinstance(key, str) else 'number'} {key!r}")
