"""The reference: kernels as checked Python functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from plait.kernel import intrinsics, reference_memory
from plait.kernel.emit_python import GlobalNames, emit_python
from plait.kernel.intrinsic import Intrinsic
from plait.kernel.kernel import Kernel, as_kernel
from plait.kernel.layout import ConstantTable
from plait.kernel.program import Program
from plait.kernel.sources import register_source


class _Namespace:
    """The namespace of all generated functions. One for the process, so that no kernel is emitted twice."""

    def __init__(self) -> None:
        self.globals: dict[str, Any] = {
            **vars(intrinsics),
            "__access_failed": reference_memory.access_failed,
            "__outside_load": reference_memory.outside_load,
            "__range_failed": reference_memory.range_failed,
            "__index_failed": reference_memory.index_failed,
            "__assertion_failed": reference_memory.assertion_failed,
            "__unreachable_reached": reference_memory.unreachable_reached,
            "__divide_f64": reference_memory.divide_f64,
            "__inf": math.inf,
            "__nan": math.nan,
            "__min": min,
            "__max": max,
            "__range": range,
        }
        self._kernels: dict[int, tuple[Kernel, str]] = {}
        self._tables: dict[int, str] = {}
        self._names = GlobalNames(self.kernel_name, self._table_name, self._arms_name, self._intrinsic_name)

    def kernel_name(self, kernel: Kernel) -> str:
        """The name of the function of a kernel, whether it is there already or not."""
        if id(kernel) not in self._kernels:
            last = "".join(c if c.isalnum() else "_" for c in kernel.name.rpartition(".")[2])
            self._kernels[id(kernel)] = (kernel, f"__k{len(self._kernels)}_{last}")
        return self._kernels[id(kernel)][1]

    def function(self, kernel: Kernel) -> Callable[..., Any]:
        """The function of a kernel, made on first use. What it calls must be made too before it runs."""
        name = self.kernel_name(kernel)
        function: Callable[..., Any] | None = self.globals.get(name)
        if function is None:
            source = emit_python(kernel.definition, name, self._names)
            file = f"<reference of {kernel.name} ({name})>"
            register_source(file, source)
            exec(compile(source, file, "exec"), self.globals)
            function = self.globals[name]
        return function

    def _table_name(self, table: ConstantTable[int] | ConstantTable[float]) -> str:
        name = self._tables.setdefault(id(table), f"__table{len(self._tables)}")
        # Holding the values alone would let the table go and another one take its id.
        self.globals[name] = table.values
        self.globals[f"{name}_owner"] = table
        return name

    def _arms_name(self, arms: dict[int, int]) -> str:
        name = f"__arms{len(self.globals)}"
        self.globals[name] = arms.get
        return name

    def _intrinsic_name(self, intrinsic: Intrinsic) -> str:
        name = f"__intrinsic_{intrinsic.name}"
        self.globals[name] = intrinsic.function
        return name


_namespace = _Namespace()


class ReferenceProgram:
    """Compiled kernels, ready to be called."""

    def __init__(self, roots: Iterable[Callable[..., object]]) -> None:
        self.program = Program(roots)
        for kernel in self.program.kernels:
            _namespace.function(kernel)

    def function(self, kernel: Callable[..., object]) -> Callable[..., Any]:
        """A kernel as a Python function `(memory, *arguments)`; structs are given and returned as offsets."""
        return _namespace.function(as_kernel(kernel))

    def source(self, kernel: Callable[..., object]) -> str:
        """The Python text of one kernel, for those who want to read it."""
        found = as_kernel(kernel)
        return emit_python(found.definition, _namespace.kernel_name(found), _namespace._names)


def compile_reference(roots: Iterable[Callable[..., object]]) -> ReferenceProgram:
    """Compiles kernels, and all that they call, for CPython."""
    return ReferenceProgram(roots)
