"""Running a context: turns, calls of the host, timers, nested calls from the host back into the guest."""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

from plait.bytecode.module import Function
from plait.errors import GuestError, LimitError, PlaitError, refuse_copy
from plait.isa.value_types import ANY, ObjectType
from plait.memory.errors import BUILTIN_CLASS_NAMES, BuiltinClass
from plait.memory.fields import get_double, get_field, set_field
from plait.memory.layouts import (
    ARGUMENTS_CAPACITY,
    ARGUMENTS_OFFSET,
    DATA,
    ErrorObject,
    Kind,
    Object,
    StackObject,
    Task,
    TaskStatus,
    type_info_offset,
)
from plait.verify.classes import VerifiedClass
from plait.vm.clock import LONGEST_WAIT, Clock, SystemClock, epoch_of
from plait.vm.context import VmContext
from plait.vm.deadlocks import deadlock_error
from plait.vm.handles import Handle, ObjectHandle, context_of, hold, reference_of
from plait.vm.heap_faults import check_fault, check_types
from plait.vm.host_calls import HostCalls
from plait.vm.host_memory import HostWriter, Plan, Planner, string_size
from plait.vm.idle_contexts import LONG_SLEEP, give_back
from plait.vm.machine import Machine
from plait.vm.quick_answers import STALE_MILLISECONDS
from plait.vm.recorder import recorded
from plait.vm.report import ending_error, fuel_error, task_error
from plait.vm.run_queue import put_back_current, put_first
from plait.vm.stats import collect_stats
from plait.vm.task_interpreter import RunResult
from plait.vm.tiers import Tiers, make_tiers
from plait.vm.values import HostValue, read_slot, read_string, read_u64

if TYPE_CHECKING:
    from plait.isa.value_types import ValueType
    from plait.vm.vm import Vm
    from plait.vm.writers import Write

STACK_SLACK = 1024
"""Bytes beside the stack's need for which room is made before a task is started."""

MAX_NESTED_CALLS = 50
"""How often a function of the host may call the guest that calls the host: less than Python's own recursion allows."""


LEAST_STACK = 12 << 10
"""How many bytes of its own stack a thread has to have left for a call that is nested in another."""


class Request(Enum):
    """What the running of a context needs from who drives it, which gives a number for it."""

    RUN = auto()
    """Run tasks: the `RunResult`."""
    COMPILE = auto()
    """Wait until what is compiled before is ready, or a while: whether it is."""
    SLEEP = auto()
    """Let time pass until the first timer is due: anything."""


Steps: TypeAlias = Generator[Request, int, RunResult]
"""The running of a context: what it needs, and how it ends."""


class Runner:
    """Runs contexts of one `Vm` by one machine."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm, machine: Machine, clock: Clock, write: Write, write_error: Write) -> None:
        self._vm = vm
        self._machine = machine
        self._clock = clock
        self._write = write
        self._write_error = write_error
        self._exceptions = 0
        self._calls = HostCalls(vm, machine, self._flush, self.guest_error)

    def start(self, context: VmContext, function: int, arguments: Sequence[HostValue], bound: int = 0) -> int:
        """Queue a task of a function on Python values; its offset, good until the context runs.

        The first `bound` arguments are not the caller's: messages do not count them.
        """
        if context.runs > MAX_NESTED_CALLS:
            raise PlaitError(f"more than {MAX_NESTED_CALLS} calls between host and guest are nested in each other")
        if self._vm.execution.is_entered:
            _check_stack(self._machine)
        called = context.module.functions[function]
        types = called.parameter_types
        check_argument_count(called, arguments, bound)
        if len(types) > ARGUMENTS_CAPACITY:
            raise ValueError(f"{called.name} takes {len(types)} arguments; the host can pass {ARGUMENTS_CAPACITY}")
        stack = context.program.prepared.functions[function].stack_need + StackObject.SIZE
        planner = Planner(context)
        plans = [
            _plan_argument(planner, value, item, f"argument {number} of {called.name}")
            for number, (value, item) in enumerate(zip(arguments, types, strict=True), 1 - bound)
        ]
        try:
            slots = HostWriter(self._machine, context).write(planner, plans, Task.SIZE + stack + STACK_SLACK)
        except LimitError:
            message = f"max_memory ({context.options.max_memory} bytes) is too small to start {called.name}"
            raise LimitError("max_memory", message) from None
        struct.pack_into(f"<{len(slots)}Q", context.memory.view, ARGUMENTS_OFFSET, *slots)
        task = self._machine.start_task(context, function, ARGUMENTS_OFFSET, len(slots))
        assert task != 0, "room has been made for the task"
        return task

    def call(
        self,
        context: VmContext,
        task: int,
        result: ValueType | None,
        whole: bool,
        copies: bool | None = None,
        begun: RunResult | None = None,
    ) -> HostValue:
        """Run a task that has been queued until it has ended, or (`whole`) until all tasks have; its result.

        It may have `begun`, with this result.

        Objects come all as `copies`, or all as handles; without a choice, as copies but for objects of the program's
        classes.
        """
        with self.entered(context):
            context.set("main_task", task)
            ended = self.drive(context, self.turns(context, whole, begun=begun))
            return self.finish(context, result, ended, whole, copies)

    def run_all(self, context: VmContext) -> None:
        """Run until all tasks of the context have ended."""
        refuse_nested(context)
        with self.entered(context):
            context.set("main_task", 0)
            ended = self.drive(context, self.turns(context, whole=True))
            self._check_end(context, ended)

    def run_until_idle(self, context: VmContext) -> None:
        """Run until no task can go on now."""
        refuse_nested(context)
        with self.entered(context):
            context.set("main_task", 0)
            if self.drive(context, self.turns(context, whole=False)) is RunResult.FUEL_LIMIT:
                raise fuel_error(context)

    def run_slice(self, context: VmContext, task: int) -> None:
        """Run one task until it ends, waits, or has used up its slice; nothing happens when it cannot run."""
        refuse_nested(context)
        current = context.get("current_task")
        if current not in (0, task):
            raise PlaitError("another task is in the middle of running; let it go on by run_tasks first")
        if not current and not put_first(context, task):
            return
        with self.entered(context):
            context.set("main_task", 0)
            if self.drive(context, self.turns(context, whole=False, turns=1)) is RunResult.FUEL_LIMIT:
                raise fuel_error(context)

    def new_object(self, context: VmContext, item: VerifiedClass) -> ObjectHandle:
        """An object of a class whose fields are zero; of an error class, with empty message and the class's name."""
        writer = HostWriter(self._machine, context)
        size = DATA + 8 * len(item.slots)
        builtin = [number for number in item.ancestors if number in BUILTIN_CLASS_NAMES]
        name = BUILTIN_CLASS_NAMES[BuiltinClass(builtin[-1])] if builtin else ""
        writer.reserve(size + string_size("") + string_size(name))
        place = writer.allocate(Kind.OBJECT, size)
        view = context.memory.view
        set_field(view, Object, place, "info", type_info_offset(item.number))
        if builtin:
            set_field(view, ErrorObject, place, "message", writer.string(""))
            set_field(view, ErrorObject, place, "name", writer.string(name))
        return ObjectHandle(hold(self._vm, context, place, ObjectType(item.number)))

    def step(self, context: VmContext) -> None:
        """Execute one prepared instruction, in the reference."""
        refuse_nested(context)
        with self.entered(context):
            context.begin_turn()
            self._check_ending(context)
            context.set("stepping", 1)
            try:
                ended = self.drive(context, self._turn(context))
            finally:
                context.set("stepping", 0)
            context.between_steps = ended is RunResult.STEPPED
            self._flush(context)
            if ended is RunResult.SLEEPING:
                self._wait_for_timers(context)
            elif ended is RunResult.INTERRUPTED:
                self._check_ending(context)
            elif ended is not RunResult.STEPPED:
                self._check_end(context, ended)

    @contextmanager
    def entered(self, context: VmContext) -> Iterator[None]:
        """Make the context ready. What runs in it already, and waits for the host meanwhile, goes on afterwards.

        The host can come from a function that the program has called, or from one that writes what it prints.
        """
        context.has_run = True
        self._vm.execution.enter(context)
        context.runs += 1
        try:
            if context.runs == 1:
                now = self._clock.now() * 1000
                context.set_now(now)
                context.set_clock(epoch_of(self._clock) * 1000 - now, type(self._clock) is SystemClock)
                yield
            else:
                with self._set_aside(context):
                    yield
        finally:
            context.runs -= 1
            self._vm.execution.leave()

    @contextmanager
    def _set_aside(self, context: VmContext) -> Iterator[None]:
        """Let the context run something else; then it is again as it was. Handles hold the tasks meanwhile."""
        context.set("asides", context.get("asides") + 1 & 0xFFFFFFFF)
        waits = context.waits_for_host
        kept = [context.handles.add(context.get(name)) for name in ("current_task", "main_task")]
        slice_left = _release_fuel(context)
        context.set("current_task", 0)
        context.waits_for_host = False
        try:
            yield
        finally:
            context.waits_for_host = waits
            _release_fuel(context)
            put_back_current(context)
            context.set("current_task", context.handles.get(kept[0]))
            context.set("main_task", context.handles.get(kept[1]))
            context.set("slice_left", slice_left)
            for index in kept:
                context.handles.remove(index)

    def drive(self, context: VmContext, steps: Steps) -> RunResult:
        """Do what the steps ask for, and wait for it."""
        try:
            request = next(steps)
            while True:
                match request:
                    case Request.RUN:
                        request = steps.send(self._machine.run_tasks(context))
                    case Request.COMPILE:
                        request = steps.send(int(self.is_compiled(context)))
                    case Request.SLEEP:
                        self._wait_for_timers(context)
                        request = steps.send(0)
        except StopIteration as end:
            ended: RunResult = end.value
            return ended
        finally:
            steps.close()

    def turns(self, context: VmContext, whole: bool, turns: int | None = None, begun: RunResult | None = None) -> Steps:
        """Give the context turns until it needs no more of them, or so many tasks had theirs.

        The first may have `begun`, and come back with this result.
        """
        tiers = self._tiers(context)
        recorder = self._vm.recorder
        context.between_steps = False
        context.set("stops_at_switches", int(recorder is not None))
        try:
            while not (tiers.is_ready(0) or (yield Request.COMPILE)):
                self._check_ending(context)
            while True:
                context.begin_turn()
                self._check_ending(context)
                if turns is not None:
                    context.set("turns_left", 0 if context.get("current_task") else turns)
                start = perf_counter()
                tiers.watch(context)
                ended = yield from self._turn(context, whole, begun)
                begun = None
                if recorder is not None:
                    recorder.looked(context)
                if ended is RunResult.HOST_TURN:
                    tiers.call()
                match ended:
                    case RunResult.NEED_FLUSH:
                        self._flush(context)
                        self._write_long_line(context)
                    case RunResult.HOST_TURN if turns is not None and not context.get("current_task"):
                        return ended
                    case RunResult.HOST_TURN | RunResult.INTERRUPTED:
                        self._check_ending(context)
                        context.end_turn(perf_counter() - start)
                        self._flush(context)
                        self._notice_time(context)
                        context.heap_pages.trim()
                    case RunResult.SLEEPING if turns is None and (whole or not self._has_ended(context)):
                        self._flush(context)
                        with recorded(recorder, "sleeps"):
                            yield Request.SLEEP
                    case _:
                        return ended
        finally:
            if context.runs == 1:
                tiers.unwatch()
            context.heap_pages.trim()
            self._flush(context)
            # A single call is too short for that.
            if whole or turns is not None:
                self._vm.stats = collect_stats(context, tiers)

    def _turn(self, context: VmContext, whole: bool = False, begun: RunResult | None = None) -> Steps:
        """Run tasks; calls of the host are answered at once. A `whole` program ends when an error is not handled."""
        while True:
            if begun is None:
                context.set("ends_when_unhandled", int(whole))
                begun = RunResult((yield Request.RUN))
            ended, begun = begun, None
            check_fault(context)
            check_types(context)
            if ended is not RunResult.HOST_CALL:
                return ended
            # Whoever takes the output may call the program, which may call the host.
            context.waits_for_host = True
            try:
                with recorded(self._vm.recorder, context.host_functions[context.get("host_function")].name):
                    begun = self._calls.answer(context)
            finally:
                context.waits_for_host = False
            self._notice_time(context)
            if self._vm.execution.ending is not None:
                return RunResult.INTERRUPTED

    def _check_ending(self, context: VmContext) -> None:
        """Raise `InterruptError` or `LimitError` if the program has to end; its tasks stay where they stand.

        What has to end it later stops the turn that has begun.
        """
        ending = self._vm.execution.ending
        if ending is not None:
            raise ending_error(context, self._vm.execution, ending)

    def guest_error(self, context: VmContext, error: Exception) -> int:
        """An object of class Error for a Python exception: its class's name, and its message.

        What the program itself threw and a call from the host has let through is thrown on as it was.
        """
        name, message = type(error).__name__, _message_of(error)
        if isinstance(error, GuestError):
            thrown = error.value
            if isinstance(thrown, Handle) and context_of(thrown) is context:
                return reference_of(thrown)
            if not error.name and isinstance(thrown, bool | int | float | str):
                return HostWriter(self._machine, context).slots([thrown], [ANY])[0]
            name, message = error.name or "Error", error.message
        writer = HostWriter(self._machine, context)
        writer.reserve(ErrorObject.SIZE + string_size(name) + string_size(message))
        place = writer.allocate(Kind.OBJECT, ErrorObject.SIZE)
        self._exceptions += 1
        context.keep_exception(self._exceptions, error)
        fields = {
            "info": type_info_offset(BuiltinClass.ERROR),
            "message": writer.string(message),
            "name": writer.string(name),
            "code": -self._exceptions,
        }
        for field, value in fields.items():
            set_field(context.memory.view, ErrorObject, place, field, value)
        return place

    def _has_ended(self, context: VmContext) -> bool:
        main = context.get("main_task")
        if main == 0:
            return True
        status = get_field(context.memory.view, Task, main, "status")
        return status in (TaskStatus.COMPLETE, TaskStatus.FAILED)

    def finish(
        self, context: VmContext, result: ValueType | None, ended: RunResult, whole: bool, copies: bool | None
    ) -> HostValue:
        main = context.get("main_task")
        if main and get_field(context.memory.view, Task, main, "status") == TaskStatus.FAILED:
            # Whoever calls has the error now; no later run is to report it again.
            set_field(context.memory.view, Task, main, "observed", 1)
            raise task_error(self._vm, context, main)
        if not self._has_ended(context) and ended not in (RunResult.FUEL_LIMIT, RunResult.UNHANDLED):
            raise deadlock_error(context)
        if whole or ended is RunResult.FUEL_LIMIT:
            self._check_end(context, ended)
        assert get_field(context.memory.view, Task, main, "status") == TaskStatus.COMPLETE
        if result is None:
            return None
        place = main + Task.LAYOUT["result"].offset
        if copies is not None and result is ANY:
            return self._vm.host.read_result(context, read_u64(context.memory.view, place), copies)
        return read_slot(self._vm, context, place, result)

    def _check_end(self, context: VmContext, ended: RunResult) -> None:
        """Raise what is wrong with how all tasks have ended."""
        if ended is RunResult.FUEL_LIMIT:
            raise fuel_error(context)
        failed = context.get("unhandled")
        context.set("unhandled", 0)
        context.set("last_unhandled", 0)
        while failed:
            if not get_field(context.memory.view, Task, failed, "observed"):
                raise task_error(self._vm, context, failed)
            failed = get_field(context.memory.view, Task, failed, "next")
        if context.get("unfinished"):
            raise deadlock_error(context)

    def _tiers(self, context: VmContext) -> Tiers:
        if context.tiers is None:
            context.tiers = make_tiers(context.options, context.program, self._machine)
        return context.tiers

    def is_compiled(self, context: VmContext) -> bool:
        """Whether everything is compiled that is to be before the program runs; waits a while for it."""
        return self._tiers(context).is_ready(LONGEST_WAIT)

    def seconds_to_timer(self, context: VmContext) -> float:
        """How long it is until the first timer of the context is due."""
        wake_at = get_double(context.memory.view, Task, context.get("first_timer"), "wake_at")
        return wake_at / 1000 - self._clock.now()

    def notice_timer(self, context: VmContext) -> None:
        """Let the context see the time, after it was waited for its first timer."""
        wake_at = get_double(context.memory.view, Task, context.get("first_timer"), "wake_at")
        now = self._clock.now()
        # What is due by the clock is due in milliseconds too, however the product rounds.
        context.set_now(max(now * 1000, wake_at) if now >= wake_at / 1000 else now * 1000)

    def _wait_for_timers(self, context: VmContext) -> None:
        """Let time pass until the first timer of the context is due, or less; then the context sees the new time."""
        rest = self.seconds_to_timer(context)
        if rest > 0:
            deadline = self._vm.execution.deadline
            if deadline is not None:
                rest = min(rest, deadline - self._clock.now())
            if rest >= LONG_SLEEP:
                give_back(context, self._machine)
            self._clock.wait(max(0.0, rest))
        self.notice_timer(context)

    def _notice_time(self, context: VmContext) -> None:
        """Let the context see that it, or a function of the host, has taken long."""
        now = self._clock.now() * 1000
        if now - context.now >= STALE_MILLISECONDS:
            context.set_now(now)

    def _flush(self, context: VmContext) -> None:
        for is_error, text in context.take_console():
            self._writer(context, is_error)(text)

    def _writer(self, context: VmContext, is_error: bool) -> Write:
        if is_error:
            return context.write_error or self._write_error
        return context.write or self._write

    def _write_long_line(self, context: VmContext) -> None:
        """Write a line that is larger than the console buffer; the program then goes on as if it had been buffered."""
        text = context.get("console_long")
        if text:
            is_error = context.get("console_long_is_error") != 0
            self._writer(context, is_error)(read_string(context, text) + "\n")
            context.set("console_long", 0)
            context.set("console_written", 1)


def _check_stack(machine: Machine) -> None:
    """Raise `PlaitError` if the thread's own stack has no room for one more call inside of the others."""
    left = machine.stack_left()
    if left is not None and left < LEAST_STACK:
        raise PlaitError(
            "the stack of this thread has no room for more calls between host and guest nested in each other; "
            "give it a larger one by threading.stack_size"
        )


def check_argument_count(called: Function, arguments: object, bound: int) -> None:
    """Raise `TypeError` for arguments that are no sequence, or not as many as the function has parameters."""
    if not isinstance(arguments, list | tuple):
        raise TypeError(f"the arguments of {called.name} must be a list or tuple, not {type(arguments).__name__}")
    wanted = len(called.parameter_types) - bound
    if len(arguments) - bound != wanted:
        plural = "" if wanted == 1 else "s"
        raise TypeError(f"{called.name} takes {wanted} argument{plural}, not {len(arguments) - bound}")


def _plan_argument(planner: Planner, value: HostValue, value_type: ValueType, what: str) -> Plan:
    planner.name = what
    try:
        return planner.plan(value, value_type)
    except (TypeError, ValueError, OverflowError) as error:
        if str(error).startswith(what):
            raise
        raise type(error)(f"{what}: {error}") from None


def _release_fuel(context: VmContext) -> int:
    """Give the fuel that the current task holds back to the budget, as between two tasks; what its slice has left."""
    fuel = context.get("fuel")
    context.set("budget_left", context.get("budget_left") + fuel)
    context.set("granted", context.get("granted") - fuel)
    context.set("fuel", 0)
    return context.get("slice_left") + fuel


def _message_of(error: Exception) -> str:
    try:
        return str(error)
    except Exception as failure:
        return f"(its text cannot be had: {type(failure).__name__})"


def refuse_nested(context: VmContext) -> None:
    """Raise `PlaitError` while the context runs, and has called the host."""
    if context.waits_for_host:
        raise PlaitError("a task of the context waits for this function of the host: not all tasks can end before it")
    if context.runs > 0:
        raise PlaitError("the context is running: not all its tasks can end before what it has called")
