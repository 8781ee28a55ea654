"""Why execution stops, and how a frame is left so that it can be continued.

A stop leaves every frame of the task in memory: the innermost with the index of the instruction to execute next,
every other with that of its call in progress. The context then holds the reason, the innermost frame and the
remaining fuel, and every native function on the way returns a negative number in place of its fuel.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import divide, i64, kernel, size_of
from plait.memory.code_layouts import FunctionInfo, HandlerRange, LoopInfo
from plait.memory.layouts import CONTEXT, Frame
from plait.runtime.errors import add_trace


class StopReason(IntEnum):
    """Why a task has stopped."""

    NONE = 0
    THROWN = 1
    """An error is pending that no frame of the task handles."""
    SLICE_OVER = 2
    FUEL_LIMIT = 3
    INTERRUPTED = 4
    NEED_MEMORY = 5
    NEED_FLUSH = 6
    NEED_STACK = 7
    AWAITING = 8
    """`stop_task` is the task waited for."""
    YIELDED = 9
    SPAWNED = 10
    """`stop_task` is the new task, which runs first."""
    CONTINUE = 11
    """The interpreter has to do the next instruction."""
    HOST_TURN = 12
    """It is time to let the host look."""
    WAITING = 14
    """The task has been put where someone will wake it; its instruction is then done again."""
    STEPPED = 15
    """One instruction has been executed for a debugger."""
    UNFINISHED = 16
    """An instruction has done a part of its work; when that is paid for, it is done again."""
    HOST_CALL = 13
    """A function of the host is to be called: `host_function`, with the arguments in the frame's outgoing slots."""


class HostState(IntEnum):
    """How far the call of a function of the host is, which `host_task` waits for."""

    NONE = 0
    RETURNED = 1
    """`host_result` holds the slot of the result."""
    THREW = 2
    """`host_result` holds the `any` word that the call has thrown."""


DELAYS_PER_TURN = 1 << 10
"""For how many quanta more a turn of compiled code goes on until it is at a loop where it can be entered: 0.1 s."""

PATIENT_DELAYS = 1 << 6
"""For how many of them it hopes to come to such a loop, before it asks for the one where it is."""

STOPPED = -1
"""What compiled code and the interpreter return in place of fuel when the task has stopped."""


@kernel(inline=True)
def function_info(index: i64) -> FunctionInfo:
    """The descriptor of a function."""
    return FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * index)


@kernel(inline=True)
def loop_info(index: i64) -> LoopInfo:
    """The descriptor of a loop head."""
    return LoopInfo(CONTEXT.loops + size_of(LoopInfo) * index)


@kernel(cold=True)
def stop_at(frame: i64, pc: i64, fuel: i64, reason: i64) -> None:
    """Stop the task; `frame` is the innermost and `pc` the index of the instruction to execute next.

    An instruction that is done again notes its work again, but for one that has begun to wait, or that goes on where it
    was: that is charged here.
    """
    goes_on = reason == StopReason.WAITING or reason == StopReason.UNFINISHED
    CONTEXT.fuel = fuel - CONTEXT.work if goes_on else fuel
    CONTEXT.work = 0
    Frame(frame).pc = pc
    CONTEXT.stop_frame = frame
    CONTEXT.stop_reason = reason


@kernel(inline=True)
def draw_fuel(fuel: i64, aim: i64) -> i64:
    """Raise the fuel towards `aim`, as far as the slice and the budget allow."""
    available = min(CONTEXT.slice_left, CONTEXT.budget_left)
    grant = min(aim - fuel, available)
    CONTEXT.slice_left = CONTEXT.slice_left - grant
    CONTEXT.budget_left = CONTEXT.budget_left - grant
    CONTEXT.granted = CONTEXT.granted + grant
    return fuel + grant


@kernel
def charge_budget(units: i64) -> None:
    """Take fuel for what is no part of the task's slice from the budget, and what that lacks from the task's fuel."""
    taken = max(0, min(units, CONTEXT.budget_left))
    CONTEXT.budget_left = CONTEXT.budget_left - taken
    CONTEXT.granted = CONTEXT.granted + taken
    CONTEXT.fuel = CONTEXT.fuel - (units - taken)


@kernel(cold=True)
def refill(fuel: i64) -> i64:
    """New fuel after a charge has made it negative; still negative when the task must stop, with the reason set."""
    if CONTEXT.stop_word != 0:
        CONTEXT.stop_reason = StopReason.INTERRUPTED
        return fuel
    if CONTEXT.refills_left == 0:
        CONTEXT.stop_reason = StopReason.HOST_TURN
        return fuel
    if CONTEXT.suspend_always != 0:
        CONTEXT.refills_left = CONTEXT.refills_left - 1
        CONTEXT.stop_reason = StopReason.CONTINUE
        return fuel
    drawn = draw_fuel(fuel, CONTEXT.quantum)
    if drawn < 0:
        CONTEXT.stop_reason = exhausted()
    else:
        CONTEXT.refills_left = CONTEXT.refills_left - 1
    return drawn


@kernel(inline=True)
def calls_compiler() -> bool:
    """Whether something is to be compiled and the host has to start the compiler."""
    return CONTEXT.calls_compiler != 0 and CONTEXT.compile_requests != 0


@kernel
def exhausted() -> i64:
    """Why no more fuel could be drawn."""
    return StopReason.FUEL_LIMIT if CONTEXT.budget_left <= 0 else StopReason.SLICE_OVER


@kernel(inline=True)
def release_fuel() -> None:
    """Give the fuel that is left (or the debt) back to the budget, because another task comes next."""
    CONTEXT.budget_left = CONTEXT.budget_left + CONTEXT.fuel
    CONTEXT.granted = CONTEXT.granted - CONTEXT.fuel
    CONTEXT.fuel = 0


@kernel
def find_handler(function: i64, pc: i64) -> i64:
    """The index of the handler entry that guards an instruction, or -1. The ranges are sorted and disjoint."""
    info = function_info(function)
    low = 0
    high = info.handler_count
    while low < high:
        middle = divide(low + high, 2)
        handler = HandlerRange(info.handlers + size_of(HandlerRange) * middle)
        if pc < handler.start:
            high = middle
        elif pc >= handler.end:
            low = middle + 1
        else:
            return handler.handler
    return -1


@kernel(cold=True)
def unwind(frame: i64, last: i64) -> i64:
    """Find who handles the pending error, from `frame` outwards to `last`; each frame's `pc` is where it stands.

    Gives the frame, with its `pc` at the handler's entry, or 0.
    """
    current = frame
    while True:
        header = Frame(current)
        add_trace(header.function, header.pc)
        handler = find_handler(header.function, header.pc)
        if handler >= 0:
            header.pc = handler
            return current
        if current == last:
            return 0
        current -= header.distance


@kernel(inline=True)
def request_function(index: i64) -> None:
    """Ask for the function to be compiled."""
    info = function_info(index)
    if info.request == 0:
        info.request = 1
        CONTEXT.compile_requests = CONTEXT.compile_requests + 1


@kernel(inline=True)
def request_general(index: i64) -> None:
    """Ask for the general version of the function to be compiled."""
    info = function_info(index)
    if info.general_request == 0:
        info.general_request = 1
        CONTEXT.compile_requests = CONTEXT.compile_requests + 1


@kernel(inline=True)
def request_loop(index: i64) -> None:
    """Ask for the loop to be compiled."""
    info = loop_info(index)
    if info.request == 0:
        info.request = 1
        CONTEXT.compile_requests = CONTEXT.compile_requests + 1
