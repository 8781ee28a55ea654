"""Tiering: which functions and loops of a program are compiled, and when.

`jit` compiles every function before the program starts and loop entries as they are asked for; `auto` compiles what
the interpreter finds hot, on one background thread that looks for requests while a program runs. Addresses are
published in the program's code tables, which running code reads at its next call or loop head.
"""

from __future__ import annotations

import atexit
import threading
from contextlib import suppress
from hashlib import blake2b
from typing import TypeAlias

from plait.errors import FormatError, refuse_copy
from plait.jit.limits import PROGRAM_INSTRUCTIONS, UNIT_INSTRUCTIONS, is_compilable
from plait.jit.linked_unit import ObjectUnit, link_unit, pack_units, unpack_units
from plait.kernel.cache import ObjectCache, default_cache_directory
from plait.memory.fields import get_field, set_field
from plait.memory.layouts import FunctionInfo, LoopInfo
from plait.vm.context import VmContext
from plait.vm.machine import Machine, NativeMachine
from plait.vm.options import Engine
from plait.vm.program import LoadedProgram

AUTO_THRESHOLD = 400
"""Calls of a function, or turns of a loop, after which `auto` asks for it to be compiled."""

JIT_THRESHOLD = 2
"""The same for `jit`, where it concerns loop entries alone."""

POLL_SECONDS = 0.001

IDLE_SECONDS = 1.0
"""How long the compiling thread stays when nothing runs: a context that is dropped without being closed leaves none."""

MAX_STORED_PROGRAMS = 256
MAX_STORED_BYTES = 1 << 24
"""How many programs' compiled code is kept on disk, and how many bytes of one."""

_compilation = threading.Lock()
"""Held while a unit is being compiled."""

# LLVM's own clean-up at the end of the process must not meet a compilation: the unit under way, which is small, ends
# first, and none begins after it.
atexit.register(_compilation.acquire, timeout=10)


def compile_threshold_of(engine: Engine | str) -> int | None:
    """The hotness at which the interpreter asks for compilation; None for never."""
    match engine:
        case Engine.AUTO:
            return AUTO_THRESHOLD
        case Engine.JIT:
            return JIT_THRESHOLD
        case _:
            return None


class NoTiers:
    """Nothing is compiled: the interpreter alone, or the reference."""

    compiled_functions = 0
    compiled_loops = 0

    def __init__(self, engine: Engine) -> None:
        self.names: tuple[str, ...] = (engine.value,)

    def watch(self, context: VmContext) -> None:
        """Nothing to look for."""

    def unwatch(self) -> None:
        """Nothing to look for."""

    def close(self) -> None:
        """Nothing to end."""


class CompilingTiers:
    """Compiles functions and loops of one program while it runs."""

    __reduce__ = refuse_copy

    def __init__(self, program: LoadedProgram, machine: NativeMachine, eager: bool, with_loops: bool) -> None:
        self.program = program
        self.machine = machine
        self.eager = eager
        self._spent = 0
        self._context: VmContext | None = None
        self._ended = threading.Event()
        self._watching = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stored = _StoredCode(program, machine, eager, with_loops)
        for unit in self._stored.take():
            self._publish(unit)
        if eager:
            self._compile_everything(with_loops)

    @property
    def compiled_functions(self) -> int:
        """How many functions have compiled code."""
        return sum(1 for entry in self.program.code.functions if entry)

    @property
    def compiled_loops(self) -> int:
        """How many loops can be entered in compiled code."""
        return sum(1 for entry in self.program.code.loops if entry)

    @property
    def names(self) -> tuple[str, ...]:
        """What ran."""
        compiled = self.compiled_functions or self.compiled_loops
        return ("interpreter", "jit") if compiled else ("interpreter",)

    def watch(self, context: VmContext) -> None:
        """The context is about to run: look for its requests from now on."""
        with self._lock:
            self._context = context
            self._watching.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="plait-compiler", daemon=True)
                self._thread.start()

    def unwatch(self) -> None:
        """The context has stopped running."""
        with self._lock:
            self._watching.clear()
            self._context = None

    def close(self) -> None:
        """Ask the thread to end; a compilation under way is not waited for. Keep what was compiled for the next run."""
        self._ended.set()
        self._watching.set()
        self._stored.keep()

    def _serve(self) -> None:
        while not self._ended.wait(POLL_SECONDS):
            if not self._watching.wait(IDLE_SECONDS) and self._is_idle():
                return
            functions, loops = self._requests()
            if functions or loops:
                self._compile(functions, loops)
                self._cool(loops)

    def _is_idle(self) -> bool:
        """Whether still nothing runs; the thread is then given up, and the next run starts another."""
        with self._lock:
            if self._watching.is_set():
                return False
            self._thread = None
            return True

    def _requests(self) -> tuple[list[int], list[int]]:
        """Functions and loops that were asked for and are not compiled yet."""
        with self._lock:
            context = self._context
            if context is None or context.get("compile_requests") == 0:
                return [], []
            context.set("compile_requests", 0)
            view, image, code = context.memory.view, self.program.image, self.program.code
            functions = [
                index
                for index in range(len(self.program.prepared.functions))
                if get_field(view, FunctionInfo, image.functions + FunctionInfo.SIZE * index, "request")
                and not code.functions[index]
            ]
            loops = [
                index
                for index in range(self.program.prepared.loop_count)
                if get_field(view, LoopInfo, image.loops + LoopInfo.SIZE * index, "request") and not code.loops[index]
            ]
        # Code entered at one loop goes on through the whole function, and of several hot loops the last one is inside
        # the others or behind them.
        chosen = {self.program.prepared.loop_place(loop)[0]: loop for loop in loops}
        return self._affordable(functions), self._affordable_loops(list(chosen.values()))

    def _cool(self, compiled: list[int]) -> None:
        """The functions of these loops have compiled code: their other loops have to become hot once more."""
        with self._lock:
            if self._context is None:
                return
            view, image, prepared = self._context.memory.view, self.program.image, self.program.prepared
            for loop in self._loops_of([prepared.loop_place(item)[0] for item in compiled]):
                for name in ("hotness", "request"):
                    set_field(view, LoopInfo, image.loops + LoopInfo.SIZE * loop, name, 0)

    def _affordable(self, functions: list[int]) -> list[int]:
        return [index for index in functions if self._spend(index)]

    def _affordable_loops(self, loops: list[int]) -> list[int]:
        return [loop for loop in loops if self._spend(self.program.prepared.loop_place(loop)[0])]

    def _spend(self, index: int) -> bool:
        """Whether a function may be compiled (once more)."""
        function = self.program.prepared.functions[index]
        if not is_compilable(function) or self._spent > PROGRAM_INSTRUCTIONS:
            return False
        self._spent += len(function.instructions)
        return True

    def _compile_everything(self, with_loops: bool) -> None:
        unit: list[int] = []
        size = 0
        for function in self.program.prepared.functions:
            if self.program.code.functions[function.index] or not self._spend(function.index):
                continue
            unit.append(function.index)
            size += len(function.instructions)
            if size > UNIT_INSTRUCTIONS:
                self._compile(unit, self._loops_of(unit) if with_loops else [])
                unit, size = [], 0
        if unit:
            self._compile(unit, self._loops_of(unit) if with_loops else [])

    def _loops_of(self, functions: list[int]) -> list[int]:
        prepared = [self.program.prepared.functions[index] for index in functions]
        return [loop for item in prepared for loop in range(item.first_loop, item.first_loop + len(item.loops))]

    def _compile(self, functions: list[int], loops: list[int]) -> None:
        with _compilation:
            self._compile_unit(functions, loops)

    def _compile_unit(self, functions: list[int], loops: list[int]) -> None:
        from plait.jit.unit import compile_unit
        from plait.kernel import as_kernel
        from plait.vm.compiled_support import call_interpreted

        program = self.program
        texts = self.machine.kernels.texts
        unit = compile_unit(program.prepared, program.image, functions, loops, as_kernel(call_interpreted), texts)
        program.code.units.append(unit)
        self._publish(unit)

    def _publish(self, unit: ObjectUnit) -> None:
        """Link a unit and let running code find it."""
        code = self.program.code
        linked = link_unit(unit, self.machine.kernels.addresses)
        code.keep.append(linked)
        for table, addresses in (
            (code.bodies, linked.bodies),
            (code.functions, linked.entries),
            (code.loops, linked.loops),
        ):
            for index, address in addresses.items():
                table[index] = address


class _StoredCode:
    """The compiled code of a program on disk, from one process to the next: by module, kernels, and engine."""

    __reduce__ = refuse_copy

    def __init__(self, program: LoadedProgram, machine: NativeMachine, eager: bool, with_loops: bool) -> None:
        self._code = program.code
        self._kept = len(program.code.units)
        self._cache = ObjectCache(default_cache_directory() / "programs", MAX_STORED_PROGRAMS)
        self._key = ""
        # A module made by hand may hold what has no binary form; it runs all the same.
        with suppress(FormatError):
            if machine.kernels.key:
                digest = blake2b(program.module.to_bytes(), digest_size=24)
                digest.update(f"{machine.kernels.key} {eager} {with_loops}".encode())
                self._key = digest.hexdigest()

    def take(self) -> list[ObjectUnit]:
        """The units stored for a program that has no code yet."""
        if self._code.units or not self._key:
            return []
        data = self._cache.get(self._key)
        if data is None:
            return []
        self._code.units.extend(unpack_units(data))
        self._kept = len(self._code.units)
        return list(self._code.units)

    def keep(self) -> None:
        """Store the units if there are more than before."""
        units = list(self._code.units)
        if self._key and len(units) > self._kept and sum(len(unit.code) for unit in units) <= MAX_STORED_BYTES:
            self._kept = len(units)
            self._cache.put(self._key, pack_units(units))


Tiers: TypeAlias = NoTiers | CompilingTiers


def make_tiers(engine: Engine | str, program: LoadedProgram, machine: Machine, stress: bool) -> Tiers:
    """The tiering policy of an engine for one execution of a program.

    Under `stress` (suspension at every safepoint) `jit` compiles all loop entries at once, so that it goes on in
    compiled code.
    """
    engine = Engine(engine)
    if isinstance(machine, NativeMachine) and engine in (Engine.AUTO, Engine.JIT):
        return CompilingTiers(program, machine, eager=engine is Engine.JIT, with_loops=stress)
    return NoTiers(engine)
