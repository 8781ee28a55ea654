"""The options of a machine: every limit, and how to run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from plait.vm.time_zones import find_zone

MIB = 1 << 20
MAX_MEMORY = 1800 * MIB
MAX_DEPTH = (1 << 31) - 1
UNLIMITED = (1 << 62) - 1
MAX_SECONDS = 1e9
MAX_SEED = (1 << 64) - 1
MAX_SCHEDULE_SEED = (1 << 32) - 1


class Engine(Enum):
    """Who executes. All engines give the same results, for the same fuel."""

    AUTO = "auto"
    """Interpret at first, compile in the background what turns out hot."""
    REFERENCE = "reference"
    """The kernels run by CPython, every memory access checked: slow, for tests and debugging."""
    INTERPRETER = "interpreter"
    """The same kernels as native code; nothing of the program is compiled."""
    JIT = "jit"
    """Functions are compiled before the program starts; of large programs, the rest in the background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmOptions:
    """How a `Vm` runs programs, and the limits it keeps. Raises `ValueError` for values out of range.

    max_stack_depth: frames of one task; one more throws "Maximum call stack size exceeded".
    max_fuel: fuel units of one execution, None for no limit; `LimitError` beyond. What is charged may exceed it by the
        charge of the loop or function that is not begun, or of the library call (of one that is long, its part) or
        collection that has just ended: a few million units, of a collection at most one for 64 bytes of `max_memory`.
    max_memory: bytes that a context's heap may hold, stacks included.
    max_seconds: seconds that a call of the host (`Vm.execute` and the like) may run or wait, with all that is nested in
        it, by the clock of the `Vm`; None for no limit; `LimitError` beyond.
    preemption_threshold: fuel units after which a task makes room for the next that can run; None for never.
    num_workers: threads that run tasks of a context. Only 1 is there yet.
    engine: an `Engine` or its name.
    timezone: the name of the time zone that dates are local to, such as "Europe/Berlin"; the system's is not asked for.
    random_seed: what random numbers begin with, from 0 to 2 ** 64 - 1: the same in every context; None for one of the
        system's, other in each.
    schedule_seed: a number, from 0 to 2 ** 32 - 1, from which it is chosen by chance which of the tasks that
        `Task.start` and groups have started has the next turn; None for the order in which they come.
    suspend_always: stress mode: every safepoint suspends the task. For tests.
    collect_always: stress mode: every allocation collects. For tests.
    forge_frames: stress mode: what a frame holds before anything is written to it is a reference to nothing; so is what
        compiled code has not saved where it stops. For tests.
    check_heap: stress mode: every collection checks all objects, references and frames, and spoils what it has left. A
        fault raises `HeapFaultError`, which is a fault of plait. For tests.
    """

    max_stack_depth: int = 1024
    max_fuel: int | None = None
    max_memory: int = 512 * MIB
    max_seconds: float | None = None
    preemption_threshold: int | None = None
    num_workers: int = 1
    engine: Engine | str = Engine.AUTO
    timezone: str = "UTC"
    random_seed: int | None = None
    schedule_seed: int | None = None
    suspend_always: bool = False
    collect_always: bool = False
    forge_frames: bool = False
    check_heap: bool = False

    def __post_init__(self) -> None:
        _check_range("max_stack_depth", self.max_stack_depth, 1, MAX_DEPTH)
        _check_range("max_memory", self.max_memory, 64 * 1024, MAX_MEMORY)
        if self.max_fuel is not None:
            _check_range("max_fuel", self.max_fuel, 0, UNLIMITED)
        if self.max_seconds is not None:
            _check_seconds("max_seconds", self.max_seconds)
        if self.preemption_threshold is not None:
            _check_range("preemption_threshold", self.preemption_threshold, 1, UNLIMITED)
        if self.random_seed is not None:
            _check_range("random_seed", self.random_seed, 0, MAX_SEED)
        if self.schedule_seed is not None:
            _check_range("schedule_seed", self.schedule_seed, 0, MAX_SCHEDULE_SEED)
        _check_zone(self.timezone)
        _check_range("num_workers", self.num_workers, 1, 1 << 10)
        if self.num_workers != 1:
            raise ValueError("num_workers: parallel workers are not there yet; only 1 is possible")
        if not isinstance(self.engine, Engine):
            if not isinstance(self.engine, str):
                raise TypeError(f"engine must be an Engine or its name, not {type(self.engine).__name__}")
            names = ", ".join(item.value for item in Engine)
            if self.engine not in [item.value for item in Engine]:
                raise ValueError(f"engine: {self.engine!r} is not one of {names}")
            object.__setattr__(self, "engine", Engine(self.engine))
        for name in ("suspend_always", "collect_always", "forge_frames", "check_heap"):
            if not isinstance(getattr(self, name), bool):
                raise TypeError(f"{name} must be a bool, not {type(getattr(self, name)).__name__}")


def _check_seconds(name: str, value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"{name} must be a float, not {type(value).__name__}")
    if not 0 <= value <= MAX_SECONDS:
        raise ValueError(f"{name} must be from 0 to {MAX_SECONDS:.0f}, not {value}")


def _check_zone(name: object) -> None:
    if not isinstance(name, str):
        raise TypeError(f"timezone must be a str, not {type(name).__name__}")
    if find_zone(name) is None:
        raise ValueError(f'timezone: {name!r} is not in the database of time zones; write it like "Europe/Berlin"')


def _check_range(name: str, value: object, low: int, high: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} must be an int, not {type(value).__name__}")
    if not low <= value <= high:
        raise ValueError(f"{name} must be from {low} to {high}, not {value}")
