"""plait: programs in TypeScript syntax inside a Python process, on a typed bytecode machine.

    import plait

    module = plait.compile("console.log(1 + 2)", name="sum.ts")
    plait.Vm(plait.VmOptions(max_fuel=1_000_000)).execute(module)

Everything is imported on first use, so that `import plait` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plait.bytecode.module import Module
    from plait.errors import CompileError, FormatError, GuestError, LimitError, PlaitError, VerifyError
    from plait.pipeline import compile_source_text as compile
    from plait.vm.options import Engine, VmOptions
    from plait.vm.stats import RunStats
    from plait.vm.vm import Vm

__version__ = "0.1.0"

__all__ = [
    "CompileError",
    "Engine",
    "FormatError",
    "GuestError",
    "LimitError",
    "Module",
    "PlaitError",
    "RunStats",
    "VerifyError",
    "Vm",
    "VmOptions",
    "__version__",
    "compile",
]

_HOMES: Final = {
    "CompileError": ("plait.errors", "CompileError"),
    "Engine": ("plait.vm.options", "Engine"),
    "FormatError": ("plait.errors", "FormatError"),
    "GuestError": ("plait.errors", "GuestError"),
    "LimitError": ("plait.errors", "LimitError"),
    "Module": ("plait.bytecode.module", "Module"),
    "PlaitError": ("plait.errors", "PlaitError"),
    "RunStats": ("plait.vm.stats", "RunStats"),
    "VerifyError": ("plait.errors", "VerifyError"),
    "Vm": ("plait.vm.vm", "Vm"),
    "VmOptions": ("plait.vm.options", "VmOptions"),
    "compile": ("plait.pipeline", "compile_source_text"),
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'plait' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home[0]), home[1])
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
