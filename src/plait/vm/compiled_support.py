"""What compiled code needs of the interpreter: calling a function that is not compiled."""

from __future__ import annotations

from plait.kernel import i64, kernel, native_stack_short, unlikely
from plait.memory.frames import forge_frame
from plait.memory.layouts import CONTEXT, Frame
from plait.tasks.stops import STOPPED, StopReason, function_info, request_function, stop_at
from plait.vm.interpreter import interpret
from plait.vm.interpreter_control import must_wait, refill_at


@kernel
def call_interpreted(frame: i64, function: i64, fuel: i64, depth: i64) -> tuple[i64, i64]:
    """Interpret a function on behalf of compiled code, which has put the arguments and the distance into the new
    frame.
    """
    header = Frame(frame)
    header.function = function
    header.pc = 0
    header.depth = depth
    info = function_info(function)
    left = fuel - info.entry_charge
    if unlikely(left < 0):
        left = refill_at(frame, 0, left)
        if left < 0:
            return STOPPED, 0
    is_short = native_stack_short()
    if unlikely(must_wait(frame, info.stack_need) or is_short) and (is_short or not forge_frame(frame, info)):
        stop_at(frame, 0, left, StopReason.NEED_STACK)
        return STOPPED, 0
    heat = info.hotness + 1
    if unlikely(heat >= CONTEXT.compile_threshold):
        request_function(function)
    else:
        info.hotness = heat
    remaining, value = interpret(frame, frame, left)
    return remaining, value
