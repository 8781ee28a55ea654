"""Tiering: which functions and loops of a program are compiled, and when.

`jit` compiles every function of a program before it starts, loop entries and what it calls of its base as they are
asked for; `auto` compiles what the interpreter finds hot, by the process's background thread (`background_compiler`).
The general version of a function (`jit.usual_text`) is compiled when its usual one has been left often.
In the background that is done quickly first, and once more when nothing else is asked for.
Addresses are published in the program's code tables, which running code reads at its next call or loop head.
"""

from __future__ import annotations

import threading
from typing import TypeAlias

from plait.bytecode.standalone import used_functions
from plait.errors import refuse_copy
from plait.jit.limits import (
    BACKGROUND_STEPS,
    FIRST_LOOP_STEPS,
    FIRST_STEPS,
    PROGRAM_STEPS,
    UNIT_STEPS,
    compile_steps,
    is_compilable,
)
from plait.jit.linked_unit import LinkedUnit, ObjectUnit, link_unit
from plait.kernel.compiling import on_compiler_thread, start_compiler_thread
from plait.memory.code_layouts import FunctionInfo, LoopInfo
from plait.memory.fields import set_field
from plait.vm.background_compiler import Unit, background_compiler
from plait.vm.base_code import base_code
from plait.vm.context import VmContext
from plait.vm.machine import Machine, NativeMachine
from plait.vm.options import Engine, VmOptions
from plait.vm.program import LoadedProgram
from plait.vm.stored_code import StoredCode

AUTO_THRESHOLD = 400
"""Calls of a function, or turns of a loop, after which `auto` asks for it to be compiled."""

JIT_THRESHOLD = 100
"""The same for `jit`, where it concerns loop entries and functions of the base. Many of these are called a few times:
what is hot would wait for them if they were asked for sooner.
"""


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

    def is_ready(self, seconds: float) -> bool:
        """Nothing to wait for."""
        return True

    def watch(self, context: VmContext) -> None:
        """Nothing to look for."""

    def call(self) -> None:
        """Nobody to call."""

    def unwatch(self) -> None:
        """Nothing to look for."""

    def close(self) -> None:
        """Nothing to end."""


class CompilingTiers:
    """Compiles functions and loops of one program while a context of it runs.

    Its contexts share the code, and what is known of it (`CodeTables`): what the first has had compiled, or found on
    disk, the others have.
    """

    __reduce__ = refuse_copy

    def __init__(
        self,
        program: LoadedProgram,
        machine: NativeMachine,
        eager: bool,
        with_loops: bool,
        is_quick: bool,
        forges: bool,
    ) -> None:
        self.program = program
        self.machine = machine
        self.forges = forges
        self._context: VmContext | None = None
        self._is_eager = eager
        self._with_loops = with_loops
        self._is_quick = is_quick
        self._completion: threading.Thread | None = None
        self._failure: Exception | None = None
        self._is_closed = False
        self._calls: bool | None = None
        self._taken = Unit([], [], [])
        """What has been taken to be compiled, and is not yet."""
        code, base = program.code, program.prepared.base
        if code.stored is None:
            mode = f"{eager} {with_loops} {is_quick} {forges}"
            code.stored = StoredCode(program.module, machine.kernels.key, mode)
            for unit, linked in code.stored.take(self._link):
                code.units.append(unit)
                self._publish(linked)
            if base is not None and program.module.base is not None:
                code.base = base_code(program.module.base, machine.kernels.key, mode)
                for linked in code.base.linked:
                    self._publish(linked)
        self._first_own = 0 if base is None else len(base.module.functions)

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

    def is_ready(self, seconds: float) -> bool:
        """Whether everything is compiled that is to be before the program runs; waits so many seconds for it at most.

        It happens in a thread of its own, because LLVM heeds neither interrupts nor the time. Raises what has gone
        wrong.
        """
        if self._is_ready():
            return True
        if self._completion is None or not self._completion.is_alive():
            self._completion = start_compiler_thread(self._complete)
        self._completion.join(seconds)
        if self._failure is not None:
            raise self._failure
        return self._is_ready()

    def _is_ready(self) -> bool:
        return not self._is_eager or self.program.code.is_complete

    def _complete(self) -> None:
        try:
            self._compile_everything()
        except Exception as error:
            self._failure = error

    def watch(self, context: VmContext) -> None:
        """The context is about to run: requests of it are served from now on, if the compiler is running."""
        self._context = context
        background_compiler.watch(self)

    def call(self) -> None:
        """The context has stopped, perhaps because it has requests and the compiler is not running."""
        if not background_compiler.is_running and self._context is not None and self._context.get("compile_requests"):
            background_compiler.start()

    def unwatch(self) -> None:
        """The context has stopped running."""
        background_compiler.unwatch(self)
        self._context = None

    def close(self) -> None:
        """Keep what was compiled for the next run. A compilation under way is not waited for."""
        self._is_closed = True
        self.unwatch()
        if self.program.code.stored is not None:
            self.program.code.stored.keep(list(self.program.code.units))
        if self.program.code.base is not None:
            self.program.code.base.keep()

    # What the background compiler asks; but for `compile` it holds its lock meanwhile, so that the context is there.

    def set_calls_compiler(self, calls: bool) -> None:
        """Whether the context is to stop for the host when it has requests."""
        if self._context is not None and calls is not self._calls:
            self._calls = calls
            self._context.set("calls_compiler", int(calls))

    def take_requests(self) -> Unit | None:
        """Some of the functions and loops that were asked for and are not compiled yet; None when there are none."""
        context = self._context
        if context is None or context.get("compile_requests") == 0:
            return None
        context.set("compile_requests", 0)
        image, prepared, code = self.program.image, self.program.prepared, self.program.code
        count = len(prepared.functions)
        asked = [
            index
            for index in self._asked(FunctionInfo, "request", image.functions, count)
            if not code.functions[index] and index not in self._taken.functions
        ]
        generals = [
            index
            for index in self._asked(FunctionInfo, "general_request", image.functions, count)
            if not code.generals[index] and index not in self._taken.generals
        ]
        loops = [
            index
            for index in self._asked(LoopInfo, "request", image.loops, prepared.loop_count)
            if not code.loops[index] and index not in self._taken.loops
        ]
        # Code entered at one loop goes on through the whole function, and of several hot loops the last one is inside
        # the others or behind them.
        chosen = {prepared.loop_place(loop)[0]: loop for loop in loops}
        unit = Unit([], [], [])
        size = 0
        jobs = [(index, unit.functions, index) for index in asked]
        jobs += [(function, unit.loops, loop) for function, loop in chosen.items()]
        jobs += [(index, unit.generals, index) for index in generals]
        for function, part, index in jobs:
            if not self._may_compile(function):
                continue
            if size > BACKGROUND_STEPS:
                # The rest is asked for again, when others have had their turn.
                context.set("compile_requests", 1)
                break
            size += self._spend(function)
            part.append(index)
        for taken, part in zip(self._taken, unit, strict=True):
            taken.extend(part)
        return unit if size else None

    def _asked(self, layout: type[FunctionInfo | LoopInfo], field: str, table: int, count: int) -> list[int]:
        """The indices of a table's entries in which a field is set."""
        assert self._context is not None
        place = table + layout.LAYOUT[field].offset
        words = self._context.memory.view[place & ~3 : table + layout.SIZE * count].cast("I")
        return [index for index, word in enumerate(words[:: layout.SIZE // 4]) if word]

    def compile(self, unit: Unit) -> None:
        """Compile a unit quickly and publish its code."""
        try:
            self._compile_unit(unit, is_provisional=True)
        except Exception:
            heads = [self.program.prepared.loop_place(loop)[0] for loop in unit.loops]
            self.program.code.refused.update(unit.functions, unit.generals, heads)
            raise
        finally:
            # By the thread that compiles alone; who takes more meanwhile only adds to these.
            for taken, part in zip(self._taken, unit, strict=True):
                del taken[: len(part)]

    def improve(self, unit: Unit) -> None:
        """Compile a unit well, and publish its code in place of that which was there soon.

        The next call or turn of a loop finds it; what runs in the other goes on there, so that it is kept.
        """
        self._compile_unit(unit)

    def finish(self, unit: Unit) -> None:
        """The functions of the unit's loops have compiled code: their other loops have to become hot once more."""
        if self._context is None:
            return
        view, image, prepared = self._context.memory.view, self.program.image, self.program.prepared
        for loop in self._loops_of([prepared.loop_place(item)[0] for item in unit.loops]):
            for name in ("hotness", "request"):
                set_field(view, LoopInfo, image.loops + LoopInfo.SIZE * loop, name, 0)

    # Compiling

    def _may_compile(self, index: int) -> bool:
        """Whether a function may be compiled (once more)."""
        code = self.program.code
        if index not in code.refused and not is_compilable(self.program.prepared.functions[index]):
            code.refused.add(index)
        return index not in code.refused and code.spent <= PROGRAM_STEPS

    def _spend(self, index: int) -> int:
        """Count in a function that is about to be compiled; the steps that takes."""
        steps = compile_steps(self.program.prepared.functions[index])
        self.program.code.spent += steps
        return steps

    def _compile_everything(self) -> None:
        """Compile the program's functions, and their loops if they are wanted, as far as `FIRST_STEPS` reach.

        Functions of the base, of which a program uses very many and calls few, follow only if the loops are wanted;
        else they are compiled when they are hot, unless other programs have had them compiled.
        """
        left = FIRST_STEPS
        left_for_loops = FIRST_LOOP_STEPS if self._with_loops else 0
        functions: list[int] = []
        loops: list[int] = []
        unit_steps = 0
        used = used_functions(self.program.module)
        of_base = [index for index in used if index < self._first_own]
        if self._with_loops:
            self._take_of_base(Unit(of_base, self._loops_of_base(of_base), of_base))
        else:
            self._take_of_base(Unit(of_base, [], []))
        own = [index for index in used if index >= self._first_own]
        for index in own + of_base if self._with_loops else own:
            if self._is_closed:
                return
            if self.program.code.functions[index] or not self._may_compile(index):
                continue
            function = self.program.prepared.functions[index]
            steps = compile_steps(function)
            if steps > left:
                continue
            functions.append(index)
            self._spend(index)
            left -= steps
            unit_steps += steps
            loop_steps = steps * len(function.loops)
            if loop_steps <= left_for_loops:
                loops += self._loops_of([index])
                left_for_loops -= loop_steps
                unit_steps += loop_steps
            if unit_steps > UNIT_STEPS:
                self._compile_now(functions, loops)
                functions, loops, unit_steps = [], [], 0
        if functions:
            self._compile_now(functions, loops)
        self.program.code.is_complete = True

    def _compile_now(self, functions: list[int], loops: list[int]) -> None:
        """Compile functions and loops, and where loops are wanted, general versions."""
        unit = Unit(functions, loops, functions if self._with_loops else [])
        on_compiler_thread(lambda: self._compile_unit(unit))

    def _loops_of(self, functions: list[int]) -> list[int]:
        prepared = [self.program.prepared.functions[index] for index in functions]
        return [loop for item in prepared for loop in range(item.first_loop, item.first_loop + len(item.loops))]

    def _compile_unit(self, unit: Unit, is_provisional: bool = False) -> None:
        """Compile a unit, what is of the base apart: it is of use to other programs. What is provisional is compiled
        quickly, and kept for nobody else.
        """
        own, of_base = self._divided(unit)
        if any(own):
            compiled = self._compiled(own, is_provisional)
            if not is_provisional:
                self.program.code.units.append(compiled)
            self._publish(self._link(compiled))
        if any(of_base):
            self._compile_of_base(of_base, is_provisional)

    def _divided(self, unit: Unit) -> tuple[Unit, Unit]:
        """What of a unit is the program's own, and what is of the base."""
        own, of_base = Unit([], [], []), Unit([], [], [])
        for index in unit.functions:
            (own if index >= self._first_own else of_base).functions.append(index)
        for loop in unit.loops:
            is_own = self.program.prepared.loop_place(loop)[0] >= self._first_own
            (own if is_own else of_base).loops.append(loop)
        for index in unit.generals:
            (own if index >= self._first_own else of_base).generals.append(index)
        return own, of_base

    def _compile_of_base(self, unit: Unit, is_provisional: bool) -> None:
        base = self.program.code.base
        assert base is not None
        found = self._take_of_base(unit)
        missing = Unit(
            [index for index in unit.functions if not any(index in linked.entries for linked in found)],
            [loop for loop in unit.loops if not any(loop in linked.loops for linked in found)],
            [index for index in unit.generals if not any(index in linked.generals for linked in found)],
        )
        if any(missing):
            compiled = self._compiled(missing, is_provisional)
            linked = self._link(compiled)
            if not is_provisional:
                base.add(compiled, linked)
            self._publish(linked)

    def _take_of_base(self, unit: Unit) -> list[LinkedUnit]:
        """Publish what has been compiled of this of the base; gives that."""
        base = self.program.code.base
        found = [] if base is None else base.take(unit, self._link)
        for linked in found:
            self._publish(linked)
        return found

    def _loops_of_base(self, functions: list[int]) -> list[int]:
        """The loops of functions of the base, which need not be prepared for that."""
        wanted = frozenset(functions)
        loops = self.program.prepared.loops if functions else ()
        return [loop for loop, (function, _) in enumerate(loops) if function in wanted]

    def _compiled(self, unit: Unit, is_provisional: bool) -> ObjectUnit:
        from plait.jit.unit import compile_unit
        from plait.vm.compiled_support import interpreted

        program = self.program
        texts = self.machine.kernels.texts
        is_quick = is_provisional or self._is_quick
        return compile_unit(program.prepared, program.image, *unit, interpreted(), texts, self.forges, is_quick)

    def _link(self, unit: ObjectUnit) -> LinkedUnit:
        """Link a unit. Raises `ValueError` for one that has what the program has not."""
        prepared = self.program.prepared
        functions = len(prepared.functions)
        parts = ((unit.functions, functions), (unit.loops, prepared.loop_count), (unit.generals, functions))
        for indices, count in parts:
            if not all(0 <= index < count for index in indices):
                raise ValueError("a unit of another program")
        return link_unit(unit, self.machine.kernels.addresses)

    def _publish(self, linked: LinkedUnit) -> None:
        """Let running code find a unit."""
        code = self.program.code
        code.keep.append(linked)
        for table, addresses in (
            (code.bodies, linked.bodies),
            (code.functions, linked.entries),
            (code.loops, linked.loops),
            (code.generals, linked.generals),
        ):
            for index, address in addresses.items():
                table[index] = address


Tiers: TypeAlias = NoTiers | CompilingTiers


def make_tiers(options: VmOptions, program: LoadedProgram, machine: Machine) -> Tiers:
    """The tiering policy of the engine for one execution of a program.

    In the stress modes that stop much `jit` compiles all loop entries and general versions at once, so that it goes on
    in compiled code; where it stops at every charge, quickly, for it cannot be fast.
    """
    engine = Engine(options.engine)
    if isinstance(machine, NativeMachine) and engine in (Engine.AUTO, Engine.JIT):
        return CompilingTiers(
            program,
            machine,
            eager=engine is Engine.JIT,
            with_loops=options.suspend_always or options.forge_frames,
            is_quick=options.suspend_always,
            forges=options.forge_frames,
        )
    return NoTiers(engine)
