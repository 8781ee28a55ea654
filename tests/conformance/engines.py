"""Running a program by one of plait's engines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import plait

from .programs import Program

CHECKED: Final[dict[str, object]] = {"forge_frames": True, "check_heap": True}
"""What all stress modes do besides: frames begin with forged references, collections check the whole heap."""

MODES: Final[dict[str, dict[str, object]]] = {
    "interpreter": {"engine": "interpreter"},
    "jit": {"engine": "jit"},
    "auto": {"engine": "auto"},
    "jit-suspend": {"engine": "jit", "suspend_always": True, **CHECKED},
    "jit-collect": {"engine": "jit", "collect_always": True, **CHECKED},
    "interpreter-stress": {"engine": "interpreter", "suspend_always": True, "collect_always": True, **CHECKED},
    "auto-stress": {"engine": "auto", "collect_always": True, **CHECKED},
    "reference": {"engine": "reference"},
    "reference-stress": {"engine": "reference", "collect_always": True, **CHECKED},
}
"""The ways to run a program. All must give the same, for the same fuel."""

STRESS: Final = ("jit-suspend", "jit-collect", "interpreter-stress", "auto-stress", "reference-stress")
"""The modes that are too slow for programs of some size."""

STACK_DEPTH: Final = 10_000


@dataclass(frozen=True)
class Outcome:
    """What a program printed, to standard output and to standard error, what it ended by (empty: well), and the fuel
    it used (None: not known)."""

    output: str
    errors: str
    error: str
    fuel: int | None = None


@cache
def compiled(program: Program) -> plait.Module:
    """The program's module."""
    return plait.compile(program.source, program.path.name)


@cache
def run_by_engine(program: Program, mode: str) -> Outcome:
    """Run a program in one of the `MODES`."""
    return run_module(compiled(program), program, mode)


def run_module(module: plait.Module, program: Program, mode: str) -> Outcome:
    """Run a module that has been made of a program in one of the `MODES`."""
    options = {"max_stack_depth": STACK_DEPTH, **program.limits, **MODES[mode]}
    pieces: list[str] = []
    errors: list[str] = []
    vm = plait.Vm(plait.VmOptions(**options), write=pieces.append, write_error=errors.append)  # type: ignore[arg-type]
    error = ""
    try:
        vm.execute(module)
    except plait.GuestError as thrown:
        error = f"Uncaught {thrown}"
    except plait.LimitError as reached:
        error = f"limit {reached.limit}"
    return Outcome("".join(pieces), "".join(errors), error, vm.stats.fuel)
