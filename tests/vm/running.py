"""Running assembly programs in every engine and stress mode, and comparing all that a program can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import plait
from plait.bytecode.assembler import assemble

ENGINES: Final = ("reference", "interpreter", "jit", "auto")
NATIVE: Final = ENGINES[1:]

CHECKED: Final[dict[str, Any]] = {"forge_frames": True, "check_heap": True}
"""What all stress modes do besides: frames begin with forged references, collections check the whole heap."""

MODES: Final[dict[str, dict[str, Any]]] = {
    "reference": {"engine": "reference"},
    "interpreter": {"engine": "interpreter"},
    "jit": {"engine": "jit"},
    "auto": {"engine": "auto"},
    "reference, suspend": {"engine": "reference", "suspend_always": True, **CHECKED},
    "reference, collect": {"engine": "reference", "collect_always": True, **CHECKED},
    "interpreter, suspend": {"engine": "interpreter", "suspend_always": True, **CHECKED},
    "interpreter, collect": {"engine": "interpreter", "collect_always": True, **CHECKED},
    "jit, suspend": {"engine": "jit", "suspend_always": True, **CHECKED},
    "jit, collect": {"engine": "jit", "collect_always": True, **CHECKED},
    "jit, both": {"engine": "jit", "suspend_always": True, "collect_always": True, **CHECKED},
}
"""The ways to run a program; it must do the same in all of them."""


@dataclass(frozen=True)
class Run:
    """What a program did: lines printed, value returned, how it ended (empty: well), trace, fuel, slices."""

    lines: tuple[str, ...]
    value: object
    error: str
    trace: tuple[str, ...]
    fuel: int
    preemptions: int


def module_of(text: str) -> plait.Module:
    """The module of an assembly text whose main is `main`."""
    return assemble(f".main main\n{text}", "test.plasm")


def run(module: plait.Module, **options: Any) -> Run:
    """Run a module in one way."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(**options), write=pieces.append)
    value: object = None
    error = ""
    trace: tuple[str, ...] = ()
    try:
        value = vm.execute(module)
    except plait.GuestError as thrown:
        error, trace = str(thrown), thrown.trace
    except plait.LimitError as reached:
        error, trace = f"{reached.limit}: {reached}", reached.trace
    return Run(tuple("".join(pieces).splitlines()), value, error, trace, vm.stats.fuel, vm.stats.preemptions)


def agree(text: str, *, reference: bool = True, **options: Any) -> Run:
    """Run an assembly program in all modes; what it did, which must be the same in all."""
    return agree_on(module_of(text), reference=reference, **options)


def agree_on(module: plait.Module, *, reference: bool = True, **options: Any) -> Run:
    """Run a module in all modes; what it did, which must be the same in all."""
    runs = {
        name: run(module, **{**options, **mode})
        for name, mode in MODES.items()
        if reference or mode["engine"] != "reference"
    }
    first = next(iter(runs.values()))
    different = {name: other for name, other in runs.items() if other != first}
    assert not different, f"expected {first}, but {different}"
    return first
