"""What ended a program, as an exception with a stack trace in source positions."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from plait.bytecode.module import Module
from plait.errors import GuestError, InterruptError, LimitError, PlaitError
from plait.memory.errors import MACHINE_ERRORS, ErrorCode
from plait.memory.fields import get_field
from plait.memory.layouts import DATA, TRACE_CAPACITY, ErrorObject, MutexObject, Store, Task, TaskStatus, WaitKind
from plait.vm.context import VmContext
from plait.vm.execution import Ending, Execution
from plait.vm.frames import frame_offsets, frame_position
from plait.vm.program import LoadedProgram
from plait.vm.values import HostValue, describe_word, is_error, plain_value, read_string, read_word

if TYPE_CHECKING:
    from plait.vm.vm import Vm


def task_error(vm: Vm, context: VmContext, task: int) -> GuestError | LimitError:
    """The exception for what a task has ended by."""
    return word_error(vm, context, get_field(context.memory.view, Task, task, "error") & (1 << 64) - 1)


def word_error(vm: Vm, context: VmContext, word: int) -> GuestError | LimitError:
    """The exception for an `any` word that was thrown."""
    view = context.memory.view
    # What is asked of the program may move what it has thrown.
    held = context.handles.add(word)
    try:
        if not is_error(context, word):
            thrown = GuestError("", describe_word(context, word))
            thrown.value = _thrown_value(vm, context, word)
            return vm.host.complete_error(context, thrown, context.handles.get(held))
        code = get_field(view, ErrorObject, word, "code")
        message = _text(context, get_field(view, ErrorObject, word, "message"))
        trace = read_trace(context, word)
        if code > 0 and MACHINE_ERRORS[ErrorCode(code)].limit:
            limit = MACHINE_ERRORS[ErrorCode(code)].limit
            where = f" (in {trace[0]})" if trace else ""
            return LimitError(limit, f"{message}: {limit} is {getattr(context.options, limit)}{where}", trace)
        error = GuestError(_text(context, get_field(view, ErrorObject, word, "name")), message, trace)
        error.value = _thrown_value(vm, context, word)
        if code < 0:
            error.__cause__ = context.host_exceptions.get(-code)
        return vm.host.complete_error(context, error, context.handles.get(held))
    finally:
        context.handles.remove(held)


def _thrown_value(vm: Vm, context: VmContext, word: int) -> HostValue:
    """What was thrown; None for an object of a context that ends with the execution, for nobody keeps that.

    While a function of the host runs, the program may get back what it has thrown.
    """
    is_wanted = context.is_kept or context.runs > 1
    if vm.host.takes_data(context) and (is_wanted or not is_error(context, word)):
        return vm.host.thrown_value(context, word)
    return read_word(vm, context, word) if is_wanted else plain_value(context, word)


def _text(context: VmContext, string: int) -> str:
    return read_string(context, string) if string else ""


def failed_top_level(context: VmContext, error: BaseException) -> PlaitError:
    """The exception for whoever calls into a context whose top level has failed before."""
    return PlaitError(f"the top level of module {context.module.name!r} has failed: {error}")


def fuel_error(context: VmContext) -> LimitError:
    """The exception for a program that has used up its fuel, or that of a call."""
    trace = _trace_now(context)
    where = f" (in {trace[0]})" if trace else ""
    limit, fuel = ("max_fuel", context.options.max_fuel) if context.call_fuel is None else ("fuel", context.call_fuel)
    return LimitError(limit, f"the program has used up its fuel: {limit} is {fuel}{where}", trace)


def ending_error(context: VmContext, execution: Execution, ending: Ending) -> LimitError | InterruptError:
    """The exception for a program that something outside of it has ended."""
    trace = _trace_now(context)
    where = f" (in {trace[0]})" if trace else ""
    match ending:
        case Ending.INTERRUPTED:
            return InterruptError(f"the program was interrupted{where}", trace)
        case Ending.OUT_OF_TIME:
            text = f"the program takes too long: {execution.limit} is {execution.stated}{where}"
            return LimitError(execution.limit, text, trace)


def _trace_now(context: VmContext) -> list[str]:
    """Where the current task stands, or else the one that is waited for; innermost frame first."""
    task = context.get("current_task") or context.get("main_task")
    if not task:
        return []
    positions = (frame_position(context, frame) for frame in frame_offsets(context, task)[:TRACE_CAPACITY])
    return _own_frames([describe_position(context.program, function, pc) for function, pc, _ in positions])


def deadlock_error(context: VmContext) -> LimitError:
    """The exception for tasks that wait for each other for ever: who waits for whom, and where."""
    view = context.memory.view
    waits: dict[int, str] = {}
    task = context.get("all_tasks")
    while task:
        kind = WaitKind(get_field(view, Task, task, "wait_kind"))
        if kind not in (WaitKind.NONE, WaitKind.SUSPENDED):
            what = describe_wait(context, task, kind)
            number = get_field(view, Task, task, "id")
            waits[number] = f"\n    {_task_name(context, task)} waits {what}{_place(context, task)}"
        task = get_field(view, Task, task, "link")
    lines = [waits[number] for number in sorted(waits)]
    more = f"\n    and {len(lines) - MAX_LINES} more" if len(lines) > MAX_LINES else ""
    return LimitError("deadlock", f"no task can ever run again:{''.join(lines[:MAX_LINES])}{more}")


def describe_wait(context: VmContext, task: int, kind: WaitKind) -> str:
    """What a task waits for, in words that follow "waits"."""
    view = context.memory.view
    place = get_field(view, Task, task, "waits_on")
    match kind:
        case WaitKind.TASK:
            return f"for {_task_name(context, place)}"
        case WaitKind.MUTEX:
            owner = get_field(view, MutexObject, place, "owner")
            ended = ", which has ended" if get_field(view, Task, owner, "status") in ENDED else ""
            return f"for a mutex that {_task_name(context, owner)} holds{ended}"
        case WaitKind.SENDING:
            return "to send to a channel that nobody receives from"
        case WaitKind.RECEIVING:
            return "to receive from a channel that nobody sends to"
        case WaitKind.ALL:
            return f"for all of {_unfinished_names(context, place)}"
        case WaitKind.RESUMING:
            return f"for what {_task_name(context, place)}, a coroutine, hands out"
        case WaitKind.SUSPENDED:
            return "to be resumed"
        case WaitKind.SLEEP | WaitKind.NONE | WaitKind.STAND_IN:
            return "for a time"


def _unfinished_names(context: VmContext, stand_in: int) -> str:
    """Those that a task waits for by stand-ins, of which the last made is given."""
    view = context.memory.view
    waited_for: list[int] = []
    while stand_in:
        waited_for.append(get_field(view, Task, stand_in, "waits_on"))
        stand_in = get_field(view, Task, stand_in, "link")
    names = [_task_name(context, task) for task in reversed(waited_for) if task]
    return ", ".join(names[:MAX_NAMES]) + (" and others" if len(names) > MAX_NAMES else "")


MAX_LINES = 32
"""Of how many tasks a message says what they wait for."""

MAX_NAMES = 8
"""How many tasks a message names that one task waits for."""


def _task_name(context: VmContext, task: int) -> str:
    view = context.memory.view
    function = context.program.module.functions[get_field(view, Task, task, "function")]
    return f"task {get_field(view, Task, task, 'id')} ({function.name})"


ENDED = (TaskStatus.COMPLETE, TaskStatus.FAILED)


def _place(context: VmContext, task: int) -> str:
    """Where the innermost frame of a task stands; empty for a function of the library."""
    function, pc, _ = frame_position(context, frame_offsets(context, task)[0])
    if not context.module.functions[function].positions:
        return ""
    return f", in {describe_position(context.program, function, pc)}"


def read_trace(context: VmContext, error: int) -> list[str]:
    """The stack trace of an error object, innermost frame first."""
    view = context.memory.view
    store = get_field(view, ErrorObject, error, "trace")
    if not store:
        return []
    count = get_field(view, Store, store, "length")
    words = struct.unpack_from(f"<{count}I", view, store + DATA)
    lines = [
        describe_position(context.program, function, pc) for function, pc in zip(words[::2], words[1::2], strict=True)
    ]
    return _own_frames(lines)


def _own_frames(lines: list[str]) -> list[str]:
    """The lines of a trace up to the program's own outermost function: what has started that is left out."""
    own = [index for index, line in enumerate(lines) if not line.endswith(LIBRARY)]
    return lines[: own[-1] + 1] if own else lines


LIBRARY = " (library)"
"""How lines end of functions that the compiler has added."""


def _has_positions(module: Module) -> bool:
    return any(item.positions for item in module.functions[module.first_function :])


def describe_position(program: LoadedProgram, function: int, pc: int) -> str:
    """`name (file:line:column)` of a prepared instruction.

    A function without positions in a module that has them is one that the compiler added: `name (library)`.
    """
    source = program.module.functions[function]
    if not source.positions and _has_positions(program.module):
        # What is prepared of the library is made when it is first asked for, which takes long.
        return f"{source.name}{LIBRARY}"
    offset = program.prepared.functions[function].instructions[pc].offset
    position = source.position_at(offset)
    if position is None:
        return f"{source.name} ({program.module.name}, at {offset})"
    return f"{source.name} ({program.module.name}:{position.line}:{position.column})"
