"""What ended a program, as an exception with a stack trace in source positions."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from plait.errors import GuestError, InterruptError, LimitError, PlaitError
from plait.memory.errors import MACHINE_ERRORS, ErrorCode
from plait.memory.fields import get_field
from plait.memory.layouts import DATA, TRACE_CAPACITY, ErrorObject, Store, Task
from plait.vm.context import VmContext
from plait.vm.deadlocks import found_deadlock
from plait.vm.execution import Ending, Execution
from plait.vm.frames import frame_offsets, frame_position
from plait.vm.positions import LIBRARY, describe_position
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
        if code == ErrorCode.DEADLOCK:
            return found_deadlock(context, get_field(view, ErrorObject, word, "cause") & (1 << 64) - 1)
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
