"""`Vm`: loads modules, makes contexts, runs them, and turns what happened into values and exceptions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypeAlias

from plait.bytecode.module import Function, Module
from plait.errors import LimitError, PlaitError
from plait.memory.layouts import ARGUMENTS_CAPACITY, ARGUMENTS_OFFSET, Task, TaskStatus
from plait.vm.clock import Clock, SystemClock
from plait.vm.context import VmContext
from plait.vm.fields import get_double, get_field
from plait.vm.machine import Machine, native_machine, reference_machine
from plait.vm.options import Engine, VmOptions
from plait.vm.program import LoadedProgram, load_program
from plait.vm.report import deadlock_error, fuel_error, task_error
from plait.vm.stats import RunStats, collect_stats
from plait.vm.task_interpreter import RunResult
from plait.vm.tiers import Tiers, compile_threshold_of, make_tiers
from plait.vm.values import HostValue, read_slot, read_string, write_slot

Write: TypeAlias = Callable[[str], object]


class Vm:
    """A machine. Each `execute` runs in a fresh context; nothing of one program can reach another.

    `write` receives what programs print, in pieces of whole lines; standard output by default. `clock` is what their
    timers go by; the system's by default. A `Vm` may be used by
    one thread at a time.
    """

    def __init__(
        self, options: VmOptions | None = None, *, write: Write | None = None, clock: Clock | None = None
    ) -> None:
        if options is not None and not isinstance(options, VmOptions):
            raise TypeError(f"options must be VmOptions, not {type(options).__name__}")
        if write is not None and not callable(write):
            raise TypeError(f"write must be a function that takes a str, not {type(write).__name__}")
        self.options = options or VmOptions()
        self.stats = RunStats()
        self._write = write or _write_to_stdout
        self._clock: Clock = clock or SystemClock()
        self._loaded: dict[int, tuple[Module, LoadedProgram]] = {}

    def load(self, module: Module) -> VmContext:
        """Verify the module and make a context for it.

        Raises `VerifyError` for a module that breaks a rule, `LimitError` for one that is too large.
        """
        _check_module(module)
        return VmContext(self._program(module), self.options, compile_threshold_of(self.options.engine))

    def execute(self, module: Module) -> HostValue:
        """Run the module's main function in a fresh context until all its tasks have ended; its result.

        Raises `GuestError` for an error that nobody caught, `LimitError` for a limit or a deadlock, `VerifyError`.
        """
        _check_module(module)
        if module.main is None:
            raise PlaitError(
                f"module {module.name!r} has no main function; run one of its functions by execute_function"
            )
        return self.execute_function(module, module.main, ())

    def execute_function(self, module: Module, function: int | str, arguments: Sequence[HostValue] = ()) -> HostValue:
        """Run a function, given by index or name, on numbers and bools in a fresh context; its result.

        Raises as `execute`; `OverflowError`, `TypeError` or `ValueError` for arguments that do not fit.
        """
        _check_module(module)
        index = _function_index(module, function)
        context = self.load(module)
        try:
            return self.run(context, index, arguments)
        finally:
            # An exception that is kept would keep the context, by its traceback.
            context.close()

    def run(self, context: VmContext, function: int, arguments: Sequence[HostValue] = ()) -> HostValue:
        """Run a function in a context until all the context's tasks have ended; its result."""
        if context.is_closed:
            raise PlaitError("the context is closed")
        function = _function_index(context.program.module, function)
        machine = self._machine()
        called = context.program.module.functions[function]
        _write_arguments(context, called, arguments)
        task = machine.start_task(context, function, ARGUMENTS_OFFSET, len(arguments))
        if task == 0:
            raise LimitError(
                "max_memory", f"max_memory ({context.options.max_memory} bytes) is too small to start the program"
            )
        context.set("main_task", task)
        context.set_now(self._clock.now() * 1000)
        tiers = make_tiers(self.options.engine, context.program, machine, self.options.suspend_always)
        try:
            result = self._run(machine, context, tiers)
        finally:
            tiers.close()
            self._flush(context)
            self.stats = collect_stats(context, tiers)
        return self._finish(context, called, result)

    def _run(self, machine: Machine, context: VmContext, tiers: Tiers) -> RunResult:
        """Give the context turns until it needs no more of them."""
        while True:
            context.begin_turn()
            start = perf_counter()
            try:
                tiers.watch(context)
                result = RunResult(machine.run_tasks(context))
            finally:
                tiers.unwatch()
            match result:
                case RunResult.NEED_FLUSH:
                    self._flush(context)
                    self._write_long_line(context)
                case RunResult.HOST_TURN | RunResult.INTERRUPTED:
                    context.end_turn(perf_counter() - start)
                    self._flush(context)
                    context.discard_copy_space()
                case RunResult.SLEEPING:
                    self._flush(context)
                    self._wait_for_timers(context)
                case _:
                    return result

    def _wait_for_timers(self, context: VmContext) -> None:
        """Let time pass until the first timer of the context is due, or less; then the context sees the new time."""
        first = context.get("first_timer")
        wake_at = get_double(context.memory.view, Task, first, "wake_at")
        rest = wake_at / 1000 - self._clock.now()
        if rest > 0:
            self._clock.wait(rest)
        context.set_now(self._clock.now() * 1000)

    def _finish(self, context: VmContext, called: Function, result: RunResult) -> HostValue:
        main = context.get("main_task")
        if result is RunResult.MAIN_FAILED:
            raise task_error(context, main)
        if result is RunResult.FUEL_LIMIT:
            raise fuel_error(context)
        failed = context.get("unhandled")
        while failed:
            if not get_field(context.memory.view, Task, failed, "observed"):
                raise task_error(context, failed)
            failed = get_field(context.memory.view, Task, failed, "next")
        if context.get("unfinished"):
            raise deadlock_error(context)
        assert get_field(context.memory.view, Task, main, "status") == TaskStatus.COMPLETE
        if called.result is None:
            return None
        return read_slot(context, main + Task.LAYOUT["result"].offset, called.result)

    def _program(self, module: Module) -> LoadedProgram:
        found = self._loaded.get(id(module))
        if found is None:
            found = self._loaded[id(module)] = module, load_program(module)
            while len(self._loaded) > MAX_LOADED:
                del self._loaded[next(iter(self._loaded))]
        return found[1]

    def _machine(self) -> Machine:
        return reference_machine() if self.options.engine is Engine.REFERENCE else native_machine()

    def _flush(self, context: VmContext) -> None:
        lines = context.take_console()
        if lines:
            self._write("".join(line + "\n" for line in lines))

    def _write_long_line(self, context: VmContext) -> None:
        """Write a line that is larger than the console buffer; the program then goes on as if it had been buffered."""
        text = context.get("console_long")
        if text:
            self._write(read_string(context, text) + "\n")
            context.set("console_long", 0)
            context.set("console_written", 1)


MAX_LOADED = 64
"""How many programs a `Vm` keeps ready to run again."""


def _check_module(module: object) -> None:
    if not isinstance(module, Module):
        raise TypeError(f"a Module is needed, not {type(module).__name__}; see plait.compile and Module.from_bytes")


def _function_index(module: Module, function: int | str) -> int:
    if isinstance(function, int) and not isinstance(function, bool):
        if not 0 <= function < len(module.functions):
            raise ValueError(f"module {module.name!r} has no function {function}; it has {len(module.functions)}")
        return function
    if not isinstance(function, str):
        raise TypeError(f"a function is named or given by its index, not by {type(function).__name__}")
    for index, candidate in enumerate(module.functions):
        if candidate.name == function:
            return index
    raise ValueError(f"module {module.name!r} has no function named {function!r}")


def _write_arguments(context: VmContext, called: Function, arguments: Sequence[HostValue]) -> None:
    wanted = len(called.parameter_types)
    if len(arguments) != wanted:
        raise TypeError(f"{called.name} takes {wanted} arguments, not {len(arguments)}")
    if wanted > ARGUMENTS_CAPACITY:
        raise ValueError(f"{called.name} takes {wanted} arguments; the host can pass at most {ARGUMENTS_CAPACITY}")
    for position, (value, value_type) in enumerate(zip(arguments, called.parameter_types, strict=True)):
        write_slot(context, ARGUMENTS_OFFSET + 8 * position, value, value_type)


def _write_to_stdout(text: str) -> None:
    encoded = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    sys.stdout.write(encoded)
