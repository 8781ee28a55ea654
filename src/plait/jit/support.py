"""Kernels that compiled code calls on its cold paths."""

from __future__ import annotations

from plait.kernel import Kernel, as_kernel, i64, kernel
from plait.memory.layouts import CONTEXT, Frame
from plait.runtime.errors import add_trace, pend_code, pend_value, take_pending
from plait.tasks.stops import StopReason, refill, stop_at


@kernel(cold=True)
def stop_compiled(frame: i64, function: i64, pc: i64, depth: i64, fuel: i64, reason: i64) -> None:
    """Stop in compiled code whose live values are in the frame, before the instruction with index `pc`."""
    header = Frame(frame)
    header.function = function
    header.depth = depth
    stop_at(frame, pc, fuel, reason)


@kernel(cold=True)
def stop_refused(frame: i64, function: i64, pc: i64, depth: i64, fuel: i64) -> None:
    """Stop because `refill` gave nothing; the reason is set."""
    stop_compiled(frame, function, pc, depth, fuel, CONTEXT.stop_reason)


@kernel(cold=True)
def stop_caller(frame: i64, function: i64, pc: i64, depth: i64, distance: i64) -> None:
    """Leave a frame whose callee, `distance` bytes further, has stopped."""
    header = Frame(frame)
    header.function = function
    header.pc = pc
    header.depth = depth
    Frame(frame + distance).distance = distance


@kernel(cold=True)
def leave_by_error(function: i64, pc: i64, fuel: i64) -> None:
    """The pending error leaves a compiled function that does not handle it."""
    add_trace(function, pc)
    CONTEXT.fuel = fuel
    CONTEXT.stop_reason = StopReason.THROWN


SUPPORT_KERNELS: tuple[Kernel, ...] = tuple(
    as_kernel(item)
    for item in (
        stop_compiled,
        stop_refused,
        stop_caller,
        leave_by_error,
        add_trace,
        pend_code,
        pend_value,
        take_pending,
        refill,
    )
)
"""What compiled code may call besides the meanings of instructions."""
