"""Kernels that compiled code calls on its cold paths."""

from __future__ import annotations

from plait.kernel import Kernel, as_kernel, i64, kernel, loop_compiled
from plait.memory.frames import forge_slots
from plait.memory.layouts import CONTEXT, Frame
from plait.runtime.elements import get_element
from plait.runtime.errors import add_trace, pend_code, pend_value, take_pending
from plait.runtime.pack import new_array_for, new_object_of
from plait.runtime.view_elements import bytes_of_data, elements_of_expected, set_unexpected
from plait.tasks.stops import DELAYS_PER_TURN, PATIENT_DELAYS, StopReason, refill, request_loop, stop_at


@kernel(cold=True)
def stop_compiled(frame: i64, function: i64, pc: i64, depth: i64, fuel: i64, reason: i64) -> None:
    """Stop in compiled code whose live values are in the frame, before the instruction with index `pc`.

    The reason NONE stands for the one that the context holds.
    """
    header = Frame(frame)
    header.function = function
    header.depth = depth
    stop_at(frame, pc, fuel, CONTEXT.stop_reason if reason == StopReason.NONE else reason)


@kernel(cold=True)
def stop_caller(frame: i64, function: i64, pc: i64, depth: i64, distance: i64) -> None:
    """Leave a frame whose callee, `distance` bytes further, has stopped."""
    header = Frame(frame)
    header.function = function
    header.pc = pc
    header.depth = depth
    Frame(frame + distance).distance = distance


@kernel(cold=True)
def leave_call(frame: i64, function: i64, pc: i64, depth: i64, distance: i64) -> None:
    """Leave a frame, its live values in it, whose callee has stopped or has thrown what is not handled here."""
    if CONTEXT.stop_reason == StopReason.THROWN:
        add_trace(function, pc)
    else:
        stop_caller(frame, function, pc, depth, distance)


@kernel(cold=True)
def leave_by_error(function: i64, pc: i64, fuel: i64) -> None:
    """The pending error leaves a compiled function that does not handle it."""
    add_trace(function, pc)
    CONTEXT.fuel = fuel
    CONTEXT.stop_reason = StopReason.THROWN


@kernel(cold=True)
def leave_by_code(function: i64, pc: i64, fuel: i64, code: i64) -> None:
    """An error of the machine leaves a compiled function that does not handle it."""
    pend_code(code)
    leave_by_error(function, pc, fuel)


@kernel(cold=True)
def refill_in_loop(fuel: i64, loop: i64) -> i64:
    """As `refill`, at the head of a loop.

    The host's turn is put off for a while if the function would have to go on in the interpreter afterwards, because
    compiled code cannot be entered at this loop yet.
    """
    if CONTEXT.refills_left == 0 and CONTEXT.delays_left > 0 and not loop_compiled(loop):
        if CONTEXT.delays_left <= DELAYS_PER_TURN - PATIENT_DELAYS:
            request_loop(loop)
        CONTEXT.delays_left = CONTEXT.delays_left - 1
        CONTEXT.refills_left = 1
    return refill(fuel)


@kernel(cold=True)
def ask_for_loop(loop: i64) -> bool:
    """Whether compiled code can be entered at a loop; if not, it is asked for."""
    if loop_compiled(loop):
        return True
    request_loop(loop)
    return False


SUPPORT_KERNELS: tuple[Kernel, ...] = tuple(
    as_kernel(item)
    for item in (
        stop_compiled,
        stop_caller,
        leave_call,
        leave_by_error,
        leave_by_code,
        add_trace,
        pend_code,
        pend_value,
        take_pending,
        new_object_of,
        new_array_for,
        refill,
        refill_in_loop,
        ask_for_loop,
        forge_slots,
        get_element,
        elements_of_expected,
        bytes_of_data,
        set_unexpected,
    )
)
"""What compiled code may call besides the meanings of instructions."""
