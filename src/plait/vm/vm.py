"""`Vm`: loads modules, makes contexts, runs them, and turns what happened into values and exceptions."""

from __future__ import annotations

import inspect
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, overload

from plait.bytecode.module import Module
from plait.errors import PlaitError, VerifyError, refuse_copy
from plait.isa.value_types import TaskType, ValueType
from plait.memory.fields import get_field
from plait.memory.layouts import DATA, Object, Task, TaskStatus, TypeInfo, WaitKind
from plait.verify.classes import VerifiedClass
from plait.vm.clock import Clock, SystemClock
from plait.vm.context import VmContext
from plait.vm.deadlocks import describe_wait
from plait.vm.entry import Entered, Running
from plait.vm.execution import Execution
from plait.vm.forking import fork
from plait.vm.frames import FrameView, task_frames
from plait.vm.global_view import GlobalVars
from plait.vm.handles import (
    FunctionHandle,
    Handle,
    ObjectHandle,
    OpaqueHandle,
    context_of,
    hold,
    make_handle,
    reference_of,
)
from plait.vm.host.exports import check_function, function_index
from plait.vm.host.limits import is_long
from plait.vm.host.side import HostSide
from plait.vm.host_functions import HostFunction, declaration, link, make_host_function
from plait.vm.host_memory import HostWriter
from plait.vm.idle_contexts import idle_contexts
from plait.vm.interpreters import SharedState
from plait.vm.machine import Machine, native_machine, reference_machine
from plait.vm.options import Engine, VmOptions
from plait.vm.own_functions import Turns, own_functions
from plait.vm.program import LoadedProgram, load_program
from plait.vm.recorder import Recorder
from plait.vm.registries import ClassRegistry, ContextRegistry, MutexRegistry
from plait.vm.report import task_error
from plait.vm.results import Complete, Error, Preempted, Suspended, TaskId, TaskResult
from plait.vm.runner import Runner, refuse_nested
from plait.vm.scheduler_view import Scheduler
from plait.vm.stats import RunStats
from plait.vm.stepping import is_at_breakpoint, step_instruction
from plait.vm.tiers import compile_threshold_of
from plait.vm.top_level import forget_top_level, start_function
from plait.vm.values import HostValue, read_slot
from plait.vm.writers import Write, check_writers, write_to


class Vm:
    """A machine. Each `execute` runs in a fresh context; nothing of one program can reach another.

    `write` receives what programs print, in pieces of whole lines; standard output by default. `write_error` receives
    what they print by `console.error` and `console.warn`; standard error by default. `clock` is what their timers go
    by, and `VmOptions.max_seconds`; the system's by default. A `Vm` may be used by one thread at a time: another gets a
    `PlaitError`, but for `interrupt`.

    `contexts`, `scheduler`, `class_registry`, `mutex_registry` and `global_vars` are views of the contexts that `load`
    has made, all but the first of the one loaded last.
    """

    __reduce__ = refuse_copy

    def __init__(
        self,
        options: VmOptions | None = None,
        *,
        write: Write | None = None,
        write_error: Write | None = None,
        clock: Clock | None = None,
    ) -> None:
        if options is not None and not isinstance(options, VmOptions):
            raise TypeError(f"options must be VmOptions, not {type(options).__name__}")
        check_writers(write, write_error)
        if clock is not None and (isinstance(clock, type) or not isinstance(clock, Clock)):
            raise TypeError(f"clock must be a Clock, such as SystemClock(), not {clock!r}")
        self.options = options or VmOptions()
        self.stats = RunStats()
        self.contexts = ContextRegistry()
        self.scheduler = Scheduler(self)
        self.shared_state = SharedState(self)
        self.class_registry = ClassRegistry(self)
        self.mutex_registry = MutexRegistry(self)
        self.host = HostSide(self)
        self.host_functions: dict[str, HostFunction] = {}
        self.turns = Turns()
        self.recorder: Recorder | None = None
        self._offers = own_functions(self.options, self.turns)
        self._write = write or (lambda text: write_to(sys.stdout, text))
        self._write_error = write_error or (lambda text: write_to(sys.stderr, text))
        self.clock: Clock = clock or SystemClock()
        self._loaded: dict[int, tuple[Module, LoadedProgram]] = {}
        self.lock = threading.RLock()
        self._runners: dict[int, Runner] = {}
        self._execution: Execution | None = None
        self._executions: list[Execution] = []

    # Host functions

    @overload
    def function(self, name: Callable[..., Any], signature: None = None) -> Callable[..., Any]: ...

    @overload
    def function(
        self, name: str | None = None, signature: str | None = None, *, replace: bool = False
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]: ...

    def function(self, name: Any = None, signature: str | None = None, *, replace: bool = False) -> Any:
        """Offer a Python function to programs; a decorator.

        `@vm.function("name", "(i32, string) -> f64")`, or `@vm.function("name")` or `@vm.function` for a function whose
        annotations say what it takes and gives (int, list[str], dict[str, float], dataclasses, ...): arguments are made
        to fit them. Of an `async def`, programs get a promise. Modules are linked when they are loaded; what an
        exception becomes is said at `GuestError`. To `replace` a function that is there has to be meant.
        """
        if callable(name) and signature is None:
            return self._offer(None, None, name, False)
        return lambda function: self._offer(name, signature, function, replace)

    def _offer(
        self, name: str | None, signature: str | None, function: Callable[..., Any], replace: bool
    ) -> Callable[..., Any]:
        made = make_host_function(name, signature, function)
        if made.name in self.host_functions and not replace:
            raise ValueError(f"the host function {made.name!r} is there already; replace=True replaces it")
        self.host_functions[made.name] = made
        return function

    def functions(self, group: object, *, replace: bool = False) -> None:
        """Offer all functions of a module or object whose names begin with no underscore."""
        own = getattr(group, "__name__", None)
        for name, function in inspect.getmembers(group, inspect.isroutine):
            is_imported = inspect.ismodule(group) and getattr(function, "__module__", own) != own
            if not name.startswith("_") and not is_imported:
                self._offer(name, None, function, replace)

    def declarations(self) -> str:
        """TypeScript that declares the functions that are offered, their docstrings as comments."""
        return "".join(f"{declaration(item)}\n" for item in self.host_functions.values())

    # Loading and running

    def load(self, module: Module, *, write: Write | None = None, write_error: Write | None = None) -> VmContext:
        """Verify and link the module and make a context for it, which is then the one loaded last.

        What its program prints goes to `write` and `write_error`, if given, instead of those of the `Vm`.
        Raises `VerifyError` for a module that breaks a rule, `LinkError` for one that imports what is not there,
        `LimitError` for one that is too large.
        """
        _check_module(module)
        check_writers(write, write_error)
        pending = self.class_registry.pending
        if pending:
            if module.classes:
                raise PlaitError(f"module {module.name!r} has classes of its own: load it before registering others")
            module = replace(module, classes=tuple(pending))
        try:
            context = self._open(module)
        except VerifyError:
            # No other module could be loaded with a class that breaks a rule.
            pending.clear()
            raise
        context.is_kept = True
        context.write, context.write_error = write, write_error
        # Who has the context can use it, also if nobody else keeps the machine.
        context.owner = lambda: self
        pending.clear()
        self.contexts.add(context)
        return context

    def reload(self, context: VmContext, module: Module) -> None:
        """Let a context that has not run yet begin with another module."""
        program = self._program(module)
        context.host_functions = link(module, self.host_functions, self._offers)
        context.close_tiers()
        idle_contexts.wake(context)
        context.gate.is_open = 0
        context.memory.release()
        context.open(program)
        context.host_functions = link(module, self.host_functions, self._offers)

    def execute(self, module: Module) -> HostValue:
        """Run the module's main function in a fresh context until all its tasks have ended; its result.

        Raises `GuestError` for an error that nobody caught, `LimitError` for a limit or a deadlock, `VerifyError`,
        `LinkError`.
        """
        _check_module(module)
        if module.main is None:
            raise PlaitError(
                f"module {module.name!r} has no main function; run one of its functions by execute_function"
            )
        return self.execute_function(module, module.main, ())

    def execute_function(self, module: Module, function: int | str, arguments: Sequence[HostValue] = ()) -> HostValue:
        """Run a function, given by index or name, in a fresh context until all tasks have ended; its result.

        The module's main function runs to its end before. How values cross is said in `plait.vm.values`. Handles in the
        result keep the context. Raises as `execute`;
        `OverflowError`, `TypeError` or `ValueError` for arguments that do not fit.
        """
        _check_module(module)
        with self._executing():
            self._program(module)
            check_function(module, function)
            context = self._open(module)
            is_kept = False
            try:
                result = self.run(context, function, arguments)
                is_kept = True
                return result
            finally:
                # An exception that is kept would keep the context, by its traceback.
                context.close_tiers()
                forget_top_level(context)
                if not is_kept or context.handles.count == 0:
                    context.close()

    def run(self, context: VmContext, function: int | str, arguments: Sequence[HostValue] = ()) -> HostValue:
        """Run a function in a context until all the context's tasks have ended; its result.

        The first call of a context, here or elsewhere, lets the module's main function run to its end before, and
        raises what that has thrown; every later call then raises `PlaitError`.
        """
        with self.running(context):
            refuse_nested(context)
            index, arguments = self._callee(context, function, arguments)
            runner = self.runner()
            task = start_function(self, runner, context, index, arguments)
            return runner.call(context, task, context.module.functions[index].result, whole=True)

    # Tasks

    def spawn_task(self, function: int | str, arguments: Sequence[HostValue] = ()) -> TaskId:
        """Queue a task of a function in the context loaded last; it runs when `run_tasks` or `step` is called.

        Unless the function is the main function, that runs to its end now if it has not run.
        """
        context = self.last_context()
        with self.running(context):
            index, arguments = self._callee(context, function, arguments)
            context.tasks.sweep(self._result_if_complete)
            task = start_function(self, self.runner(), context, index, arguments)
            number = TaskId(get_field(context.memory.view, Task, task, "id"))
            result = context.module.functions[index].result
            context.tasks.add(number, OpaqueHandle(hold(self, context, task, TaskType(result))))
            return number

    def _result_if_complete(self, handle: OpaqueHandle) -> Complete | None:
        result = self.result_of(handle)
        return result if isinstance(result, Complete) else None

    def run_tasks(self) -> None:
        """Run the context loaded last until all its tasks have ended.

        Raises as `execute` for a task whose error nobody caught, neither another task nor `task_result`.
        """
        context = self.last_context()
        with self.running(context):
            self.runner().run_all(context)

    def run_until_idle(self) -> None:
        """Run the context loaded last until no task can go on without time passing; what waits may wait."""
        context = self.last_context()
        with self.running(context):
            self.runner().run_until_idle(context)

    def run_slice(self, task_id: int) -> None:
        """Run one task that `spawn_task` started until it ends, waits, or has used up its slice.

        Raises `KeyError` for any other id.
        """
        context = self.last_context()
        found = context.tasks.find(task_id)
        with self.running(context):
            if not isinstance(found, Complete):
                self.runner().run_slice(context, reference_of(found))

    def task_result(self, task_id: int) -> TaskResult:
        """What has become of a task that `spawn_task` started. Raises `KeyError` for any other id."""
        context = self.last_context()
        found = context.tasks.find(task_id)
        with self.entered(context):
            return found if isinstance(found, Complete) else self.result_of(found)

    def result_of(self, handle: OpaqueHandle) -> TaskResult:
        """What has become of a task that is held."""
        context = context_of(handle)
        view = context.memory.view
        task = reference_of(handle)
        match TaskStatus(get_field(view, Task, task, "status")):
            case TaskStatus.COMPLETE:
                result = context.module.functions[get_field(view, Task, task, "function")].result
                if result is None:
                    return Complete(None)
                return Complete(read_slot(self, context, task + Task.LAYOUT["result"].offset, result))
            case TaskStatus.FAILED:
                return Error(task_error(self, context, task))
            case _:
                kind = WaitKind(get_field(view, Task, task, "wait_kind"))
                return Preempted() if kind is WaitKind.NONE else Suspended(describe_wait(context, task, kind))

    def step(self) -> bool:
        """Execute one instruction of the context loaded last, by the reference engine; whether a task is left.

        Afterwards `context.stack` shows the frames of the current task, `context.ip` where it stands. Raises as
        `run_tasks`. An instruction that waits for time waits.
        """
        context = self.last_context()
        with self.running(context):
            if context.has_tasks:
                step_instruction(self.runner(Engine.REFERENCE), context)
            return context.has_tasks

    def run_to_breakpoint(self) -> bool:
        """Step until an instruction comes next that stands behind a BREAKPOINT, or no task is left; whether one is."""
        context = self.last_context()
        with self.running(context):
            while self.step():
                if is_at_breakpoint(context):
                    return True
            return False

    def read_frames(self, context: VmContext) -> tuple[FrameView, ...]:
        """The frames of the current task of a context, innermost first; what `VmContext.stack` is."""
        with self.entered(context):
            task = context.get("current_task")
            return task_frames(self, context, task) if task else ()

    @property
    def global_vars(self) -> GlobalVars:
        """The globals of the context loaded last, by name or index."""
        return GlobalVars(self, self.last_context())

    def fork(self, context: VmContext, write: Write | None = None, write_error: Write | None = None) -> VmContext:
        """A context that begins as a copy of another; what `VmContext.fork` does."""
        check_writers(write, write_error)
        made = fork(self, context)
        made.write, made.write_error = write or context.write, write_error or context.write_error
        return made

    def interrupt(self) -> bool:
        """End what this `Vm` runs; whether it runs anything.

        Any thread and any signal handler may call it. The call of the host that runs programs, with those nested in
        it, raises `InterruptError` within some 20 ms (unless it has come to its end just before); a function of the
        host, a call of the library and a collection that are running come to their end first. Nothing happens, also to
        what runs later, when nothing runs.

        The tasks of the context stay where they stand, and go on when it next runs; `VmContext.close` ends them.
        """
        executions = tuple(self._executions)
        for execution in executions:
            execution.interrupt()
        return bool(executions)

    def interrupt_context(self, context: VmContext) -> bool:
        """The same for what runs in a context, with all that the call of the host runs which runs that."""
        executions = [execution for execution in tuple(self._executions) if execution.runs(context)]
        for execution in executions:
            execution.interrupt()
        return bool(executions)

    # What handles do

    def make_handle(self, context: VmContext, reference: int, value_type: ValueType) -> Handle:
        """A handle of an object of a context."""
        return make_handle(self, context, reference, value_type)

    def call_function(self, context: VmContext, function: int | str, arguments: Sequence[HostValue] = ()) -> HostValue:
        """Call a function in a context and run until it has returned; other tasks run as they can meanwhile."""
        with self.running(context):
            return self.call_index(context, *self._callee(context, function, arguments))

    async def execute_async(
        self, module: Module, *, fuel: int | None = None, timeout: float | None = None
    ) -> HostValue:
        """Run a program in a fresh context from an event loop, which goes on meanwhile; what its top level returns.

        Functions of the host may be asynchronous. Raises as `execute`.
        """
        _check_module(module)
        context = self._open(module)
        # Nobody else keeps it, and it is not the one loaded last.
        context.is_kept = True
        context.owner = lambda: self
        try:
            return await self.host.run_async(context, fuel, timeout)
        finally:
            if not context.is_closed:
                context.close()

    def call_bound(
        self, context: VmContext, function: int, receiver: Handle, arguments: tuple[HostValue, ...]
    ) -> HostValue:
        """Call a method of an object, or a closure's function, as `call_function` does."""
        with self.running(context):
            return self.call_index(context, function, (receiver, *arguments), bound=1)

    def _callee(
        self, context: VmContext, function: int | str, arguments: Sequence[HostValue]
    ) -> tuple[int, Sequence[HostValue]]:
        """The index of the function that is called, and with what: what is only exported is called by the program."""
        if isinstance(function, str) and context.bridge.exports(function):
            return context.bridge.call_of(function, arguments)
        return function_index(context.module, function), arguments

    def call_index(
        self, context: VmContext, function: int, arguments: Sequence[HostValue], bound: int = 0
    ) -> HostValue:
        """Call a function by its index, in a context that is entered."""
        runner = self.runner()
        task = start_function(self, runner, context, function, arguments, bound)
        return runner.call(context, task, context.module.functions[function].result, whole=False)

    def call_closure(self, context: VmContext, closure: FunctionHandle, arguments: tuple[HostValue, ...]) -> HostValue:
        """Call a guest function that Python holds."""
        with self.entered(context):
            info = get_field(context.memory.view, Object, reference_of(closure), "info")
            function = get_field(context.memory.view, TypeInfo, info, "function")
        return self.call_bound(context, function, closure, arguments)

    def read_field(self, context: VmContext, handle: Handle, slot: int, value_type: ValueType) -> HostValue:
        """The field of an object."""
        with self.entered(context):
            return read_slot(self, context, reference_of(handle) + DATA + 8 * slot, value_type)

    def write_field(
        self, context: VmContext, handle: Handle, slot: int, value_type: ValueType, value: HostValue
    ) -> None:
        """Set the field of an object."""
        with self.entered(context):
            (bits,) = HostWriter(self.machine, context).slots([value], [value_type])
            place = reference_of(handle) + DATA + 8 * slot
            context.memory.view[place : place + 8] = bits.to_bytes(8, "little")

    def construct(self, context: VmContext, item: VerifiedClass, arguments: tuple[HostValue, ...]) -> ObjectHandle:
        """A new object; its constructor runs if there are arguments or it takes none."""
        with self.entered(context):
            handle = self.runner().new_object(context, item)
        if item.constructor is not None:
            takes = len(context.module.functions[item.constructor].parameter_types) - 1
            if arguments or takes == 0:
                self.call_bound(context, item.constructor, handle, arguments)
        elif arguments:
            raise TypeError(f"the class {item.name} has no constructor that takes arguments")
        return handle

    # The rest

    @property
    def can_be_quick(self) -> bool:
        """Whether calls may be quick: when nothing stops or records tasks all the time, by the system's clock."""
        options = self.options
        if self.recorder is not None:
            return False
        return not options.suspend_always and type(self.clock) is SystemClock and is_long(options.max_seconds)

    @property
    def machine(self) -> Machine:
        """The kernels by which this machine runs."""
        return reference_machine() if self.options.engine is Engine.REFERENCE else native_machine()

    def runner(self, engine: Engine | None = None) -> Runner:
        """What runs contexts by the kernels of the machine, or of another engine."""
        machine = reference_machine() if engine is Engine.REFERENCE else self.machine
        if id(machine) not in self._runners:
            self._runners[id(machine)] = Runner(self, machine, self.clock, self._write, self._write_error)
        return self._runners[id(machine)]

    def _open(self, module: Module) -> VmContext:
        functions = link(module, self.host_functions, self._offers)
        context = VmContext(
            self._program(module), self.options, compile_threshold_of(self.options.engine), weakref.ref(self)
        )
        context.host_functions = functions
        return context

    def last_context(self) -> VmContext:
        """The context loaded last. Raises `PlaitError` when none is open."""
        context = self.contexts.last
        if context is None:
            raise PlaitError("no module is loaded; Vm.load makes a context")
        return context

    def _program(self, module: Module) -> LoadedProgram:
        found = self._loaded.get(id(module))
        if found is None:
            found = self._loaded[id(module)] = module, load_program(module)
            while len(self._loaded) > MAX_LOADED:
                del self._loaded[next(iter(self._loaded))]
        return found[1]

    @property
    def execution(self) -> Execution:
        """The call of the host that is running programs. Only while one is."""
        assert self._execution is not None
        return self._execution

    def running(self, context: VmContext, timeout: float | None = None) -> Running:
        """Who runs an open context; the outermost call may have a timeout of its own."""
        return Running(self, context, timeout)

    def begin_execution(self, timeout: float | None) -> Execution:
        """The outermost call of the host that runs programs begins."""
        seconds, limit = self.options.max_seconds, "max_seconds"
        if timeout is not None and (seconds is None or timeout < seconds):
            seconds, limit = timeout, "timeout"
        execution = self._execution = Execution(self.clock, seconds, limit)
        self._executions.append(execution)
        return execution

    def end_execution(self, execution: Execution) -> None:
        """That call ends."""
        self._execution = None
        self._executions.remove(execution)
        execution.close()

    @contextmanager
    def _executing(self) -> Iterator[None]:
        """Who runs programs: the outermost such call is an `Execution`."""
        self.take()
        try:
            if self._execution is not None:
                yield
                return
            execution = self.begin_execution(None)
            try:
                yield
            finally:
                self.end_execution(execution)
        finally:
            self.give_back()

    @contextmanager
    def registered(self, execution: Execution) -> Iterator[None]:
        """Meanwhile an execution is under way: `interrupt` ends it."""
        self._executions.append(execution)
        try:
            yield
        finally:
            self._executions.remove(execution)
            execution.close()

    @property
    def is_running(self) -> bool:
        """Whether a call of the host is running programs."""
        return self._execution is not None

    @contextmanager
    def active(self, execution: Execution) -> Iterator[None]:
        """What runs meanwhile belongs to an execution."""
        outer, self._execution = self._execution, execution
        try:
            yield
        finally:
            self._execution = outer

    def entered(self, context: VmContext) -> Entered:
        """Who looks into an open context or runs it: one thread at a time, while no other runs it."""
        return Entered(self, context)

    def take(self) -> None:
        """Begin what one thread at a time may do. Raises `PlaitError` in any other."""
        if not self.lock.acquire(blocking=False):
            raise PlaitError("this Vm is running in another thread; use one Vm a thread")

    def give_back(self) -> None:
        """End it."""
        self.lock.release()


MAX_LOADED = 64
"""How many programs a `Vm` keeps ready to run again."""


def _check_module(module: object) -> None:
    if not isinstance(module, Module):
        raise TypeError(f"a Module is needed, not {type(module).__name__}; see plait.compile and Module.from_bytes")
