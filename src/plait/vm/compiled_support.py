"""What compiled code needs of the interpreter: to call a function that is not compiled, or to go on where the usual
version of one ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.kernel import as_kernel, enter_general, general_compiled, i64, kernel, native_stack_short, unlikely
from plait.memory.frames import forge_frame
from plait.memory.layouts import CONTEXT, Frame
from plait.tasks.stops import STOPPED, StopReason, function_info, request_function, request_general, stop_at
from plait.vm.interpreter import interpret
from plait.vm.interpreter_control import must_wait, refill_at

if TYPE_CHECKING:
    from plait.jit.writer import Interpreted


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


@kernel(cold=True)
def go_on(frame: i64, function: i64, at: i64, fuel: i64, depth: i64) -> tuple[i64, i64]:
    """Go on at an instruction that the usual version of a function has not done, its live values in the frame: in the
    general version, or, as long as that is not compiled, in the interpreter.
    """
    if general_compiled(function):
        left, result = enter_general(function, frame, fuel, depth, at)
        return left, result
    header = Frame(frame)
    header.function = function
    header.depth = depth
    if unlikely(native_stack_short()):
        stop_at(frame, at, fuel, StopReason.NEED_STACK)
        return STOPPED, 0
    header.pc = at
    info = function_info(function)
    leavings = info.leavings + 1
    if unlikely(leavings >= CONTEXT.compile_threshold):
        request_general(function)
    else:
        info.leavings = leavings
    CONTEXT.nested_interpreters = CONTEXT.nested_interpreters + 1
    remaining, value = interpret(frame, frame, fuel)
    CONTEXT.nested_interpreters = CONTEXT.nested_interpreters - 1
    return remaining, value


def interpreted() -> Interpreted:
    """What the interpreter does for compiled code."""
    # What does not compile need not import that.
    from plait.jit.writer import Interpreted

    return Interpreted(as_kernel(call_interpreted), as_kernel(go_on))
