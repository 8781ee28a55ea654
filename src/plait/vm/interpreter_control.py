"""The parts of the interpreter's loop that are not derived: its frame, and the cases of the control operations."""

from __future__ import annotations

import textwrap

from plait.isa.value_types import GENERAL_ARGUMENTS
from plait.kernel import i32, i64, kernel, load_u32, native_stack_short, shift_right, size_of, store_i64
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT, UNDEFINED, Frame, Prepared, Task, TaskStatus
from plait.prepare.operations import Alternative, Control, control, operations
from plait.runtime.errors import pend_value
from plait.tasks.stops import HostState, StopReason, calls_compiler, function_info, refill, request_general, stop_at

CALL_NUMBER = control(Control.CALL).number
CALL_DYNAMIC_NUMBER = control(Control.CALL_DYNAMIC).number

_WITH_RESULT = [
    operation.number
    for operation in operations()
    if isinstance(operation.kind, Alternative) and operation.kind.gives_result
]
FIRST_ALTERNATIVE, LAST_ALTERNATIVE = _WITH_RESULT[0], _WITH_RESULT[-1]
"""The operations between them call a function that gives a result if a native declines."""

STEP = 1
STEP_DONE = 2
"""Values of `Context.stepping`: one instruction is to be executed; it has been. 0 when nobody steps."""

MOST_NESTED = 32
"""How many interpreters within one another enter loops at once."""

RETURNED = 0x100
"""An `outcome` of the loop alone: the frame returns `value`."""

STOPPING = 0x101
"""An `outcome` of the loop alone: the task stops; the frame is up to date."""

DECLINED = 0x102
"""An `outcome` of the loop alone: the function that the instruction names is to be called, its arguments are ready."""


@kernel(inline=True)
def position_of(frame: i64, pc: i64) -> i64:
    """The index of a prepared instruction in the code of the frame's function."""
    return shift_right(pc - function_info(Frame(frame).function).code, 4)


@kernel(inline=True)
def code_at(frame: i64) -> i64:
    """The offset of the prepared instruction at which a frame stands."""
    header = Frame(frame)
    return function_info(header.function).code + size_of(Prepared) * header.pc


@kernel(inline=True)
def gives_result(operation: i64) -> bool:
    """Whether a call operation has a slot for its result."""
    is_alternative = operation >= FIRST_ALTERNATIVE and operation <= LAST_ALTERNATIVE
    return operation == CALL_NUMBER or operation == CALL_DYNAMIC_NUMBER or is_alternative


@kernel(inline=True)
def must_wait(frame: i64, need: i64) -> bool:
    """Whether the frame does not fit the task's stack, or frames are forged."""
    return frame + need > CONTEXT.call_limit


@kernel(cold=True)
def refill_at(frame: i64, pc: i64, fuel: i64) -> i64:
    """Refill after a charge; if the task must stop, it stops before the instruction with index `pc`."""
    drawn = fuel
    if calls_compiler():
        CONTEXT.stop_reason = StopReason.HOST_TURN
    else:
        drawn = refill(fuel)
    if drawn < 0:
        Frame(frame).pc = pc
        CONTEXT.stop_frame = frame
        CONTEXT.fuel = drawn
    return drawn


@kernel(cold=True)
def may_enter(frame: i64, is_refilled: bool) -> bool:
    """Whether code is entered at a loop.

    Each time that a loop's code leaves its usual version for the interpreter, which enters it again, native stack is
    used. A loop for which that happens often should have its general version; until then, it is seldom entered.
    """
    if CONTEXT.nested_interpreters >= MOST_NESTED and not is_refilled:
        request_general(Frame(frame).function)
        return False
    return not native_stack_short()


@kernel(inline=True)
def frame_after(frame: i64) -> i64:
    """Where the frame of a function called from this frame begins."""
    return frame + function_info(Frame(frame).function).frame_size


@kernel(inline=True)
def pad_arguments(slots: i64, count: i64) -> None:
    """Fill the slots of a call by the general signature, from the closure's on, behind so many arguments."""
    place = slots + 16 + 8 * count
    end = slots + 16 + 8 * GENERAL_ARGUMENTS
    while place < end:
        store_i64(place, UNDEFINED)
        place += 8
    store_i64(end, 0)
    store_i64(end + 8, count)


@kernel(cold=True)
def wait_or_throw(awaited: Task, frame: i64, pc: i64, fuel: i64) -> i32:
    """Await a task that is not complete: throw its error if it has failed, else stop until it ends."""
    position = position_of(frame, pc)
    if awaited.status == TaskStatus.FAILED:
        awaited.observed = 1
        Frame(frame).pc = position
        pend_value(awaited.error)
        return Outcome.THROWN
    CONTEXT.stop_task = awaited
    stop_at(frame, position, fuel, StopReason.AWAITING)
    return STOPPING


@kernel(inline=True)
def host_has(state: i64) -> bool:
    """Whether the host has answered the current task in this way."""
    return CONTEXT.host_state == state and CONTEXT.host_task == CONTEXT.current_task


@kernel
def take_answer() -> i64:
    """The slot that the host has answered with; it then has not answered any more."""
    answer = CONTEXT.host_result
    CONTEXT.host_state = HostState.NONE
    CONTEXT.host_task = Task(0)
    CONTEXT.host_result = 0
    CONTEXT.host_result_is_traced = 0
    return answer


@kernel(cold=True)
def ask_host(frame: i64, position: i64, pc: i64, fuel: i64) -> i32:
    """Let the host call the import that the instruction names, or throw what its call has thrown."""
    if host_has(HostState.THREW):
        Frame(frame).pc = position
        pend_value(take_answer())
        return Outcome.THROWN
    CONTEXT.host_function = load_u32(pc + 8)
    stop_at(frame, position, fuel, StopReason.HOST_CALL)
    return STOPPING


PROLOGUE = """
def interpret(frame: i64, last: i64, fuel: i64) -> tuple[i64, i64]:
    pc = code_at(frame)
    outcome: i32 = 0
    value = 0
    while True:
        if is_reference():
            if CONTEXT.stepping == STEP_DONE:
                stop_at(frame, position_of(frame, pc), fuel, StopReason.STEPPED)
                return STOPPED, 0
            if CONTEXT.stepping == STEP:
                CONTEXT.stepping = STEP_DONE
        match load_u16(pc):
"""

CASES: dict[Control, str] = {
    Control.MOVE: """
store_i64(frame + load_u16(pc + 2), load_i64(frame + load_u16(pc + 4)))
pc += 16
continue
""",
    Control.CONSTANT: """
store_i64(frame + load_u16(pc + 2), load_i64(pc + 8))
pc += 16
continue
""",
    Control.CONSTANT_STRING: """
store_i64(frame + load_u16(pc + 2), load_i64(pc + 8))
pc += 16
continue
""",
    Control.LOAD_GLOBAL: """
store_i64(frame + load_u16(pc + 2), load_i64(load_u32(pc + 8)))
pc += 16
continue
""",
    Control.STORE_GLOBAL: """
store_i64(load_u32(pc + 8), load_i64(frame + load_u16(pc + 2)))
pc += 16
continue
""",
    Control.JUMP: """
pc += load_i64(pc + 8)
continue
""",
    Control.BRANCH_TRUE: """
if load_u8(frame + load_u16(pc + 2)) != 0:
    pc += load_i64(pc + 8)
    continue
pc += 16
continue
""",
    Control.BRANCH_FALSE: """
if load_u8(frame + load_u16(pc + 2)) == 0:
    pc += load_i64(pc + 8)
    continue
pc += 16
continue
""",
    Control.CHARGE: """
fuel -= load_u32(pc + 8)
is_refilled = fuel < 0
if unlikely(is_refilled):
    fuel = refill_at(frame, position_of(frame, pc) + 1, fuel)
    if fuel < 0:
        return STOPPED, 0
loop = load_u32(pc + 12)
if unlikely(loop_compiled(loop)):
    if may_enter(frame, is_refilled):
        Frame(frame).pc = position_of(frame, pc) + 1
        fuel, value = enter_loop(loop, frame, fuel, Frame(frame).depth)
        outcome = RETURNED
        if fuel < 0:
            outcome = STOPPING
            if CONTEXT.stop_reason == StopReason.THROWN:
                if frame == last:
                    return STOPPED, 0
                frame -= Frame(frame).distance
                fuel = CONTEXT.fuel
                outcome = Outcome.THROWN
    else:
        pc += 16
        continue
else:
    entered = loop_info(loop)
    heat = entered.hotness + 1
    if unlikely(heat >= CONTEXT.compile_threshold):
        request_loop(loop)
    else:
        entered.hotness = heat
    pc += 16
    continue
""",
    Control.CHARGE_WORK: """
fuel -= CONTEXT.work
CONTEXT.work = 0
if unlikely(fuel < 0):
    fuel = refill_at(frame, position_of(frame, pc) + 1, fuel)
    if fuel < 0:
        return STOPPED, 0
pc += 16
continue
""",
    Control.CALL: "",
    Control.CALL_VOID: "",
    Control.RETURN: """
value = load_i64(frame + load_u16(pc + 2))
outcome = RETURNED
""",
    Control.RETURN_VOID: """
outcome = RETURNED
""",
    Control.THROW: """
pend_value(load_i64(frame + load_u16(pc + 2)))
Frame(frame).pc = position_of(frame, pc)
outcome = Outcome.THROWN
""",
    Control.CATCH: """
caught, outcome = take_pending()
if outcome == 0:
    store_i64(frame + load_u16(pc + 2), caught)
    fuel -= load_u32(pc + 8) + CONTEXT.thrown_work
    CONTEXT.thrown_work = 0
    if unlikely(fuel < 0):
        fuel = refill_at(frame, position_of(frame, pc) + 1, fuel)
        if fuel < 0:
            return STOPPED, 0
    pc += 16
    continue
""",
    Control.SPAWN: """
child, outcome = spawn(load_u32(pc + 8), frame_after(frame) + 16, load_u32(pc + 12))
if outcome == 0:
    store_i64(frame + load_u16(pc + 2), address(child))
    CONTEXT.stop_task = child
    stop_at(frame, position_of(frame, pc) + 1, fuel, StopReason.SPAWNED)
    return STOPPED, 0
""",
    Control.SPAWN_DYNAMIC: """
child, outcome = spawn(load_u32(frame + load_u16(pc + 4)), frame_after(frame) + 16, load_u32(pc + 12))
if outcome == 0:
    store_i64(frame + load_u16(pc + 2), address(child))
    CONTEXT.stop_task = child
    stop_at(frame, position_of(frame, pc) + 1, fuel, StopReason.SPAWNED)
    return STOPPED, 0
""",
    Control.PACK: """
packed, outcome = pack(TypeInfo(load_u32(pc + 8)), frame_after(frame) + 16, load_u32(pc + 12))
if outcome == 0:
    store_i64(frame + load_u16(pc + 2), address(packed))
    pc += 16
    continue
""",
    Control.PACK_ARRAY: """
made, outcome = pack_array(load_u32(pc + 8), frame_after(frame) + 16, load_u32(pc + 12))
if outcome == 0:
    store_i64(frame + load_u16(pc + 2), address(made))
    pc += 16
    continue
""",
    Control.PAD: """
pad_arguments(frame_after(frame) + 16, load_u32(pc + 8))
pc += 16
continue
""",
    Control.CALL_HOST: """
if host_has(HostState.RETURNED):
    store_i64(frame + load_u16(pc + 2), take_answer())
    pc += 16
    continue
outcome = ask_host(frame, position_of(frame, pc), pc, fuel)
""",
    Control.CALL_HOST_VOID: """
if host_has(HostState.RETURNED):
    take_answer()
    pc += 16
    continue
outcome = ask_host(frame, position_of(frame, pc), pc, fuel)
""",
    Control.AWAIT: """
awaited = Task(load_u32(frame + load_u16(pc + 4)))
if awaited.status == TaskStatus.COMPLETE:
    store_i64(frame + load_u16(pc + 2), awaited.result)
    pc += 16
    continue
outcome = wait_or_throw(awaited, frame, pc, fuel)
""",
    Control.AWAIT_VOID: """
awaited = Task(load_u32(frame + load_u16(pc + 2)))
if awaited.status == TaskStatus.COMPLETE:
    pc += 16
    continue
outcome = wait_or_throw(awaited, frame, pc, fuel)
""",
    Control.YIELD: """
stop_at(frame, position_of(frame, pc) + 1, fuel, StopReason.YIELDED)
return STOPPED, 0
""",
}

_CALL = """
caller = Frame(frame)
caller.pc = load_u32(pc + 12)
depth = caller.depth
if likely(depth != 0):
    function = {function}
    distance = function_info(caller.function).frame_size
    callee = Frame(frame + distance)
    callee.function = function
    callee.pc = 0
    callee.distance = distance
    callee.depth = depth - 1
    if function_compiled(function):
        left, value = enter_function(function, frame + distance, fuel, depth - 1)
        if likely(left >= 0):
            fuel = left
            if gives_result(load_u16(pc)):
                store_i64(frame + load_u16(pc + 2), value)
            pc += 16
            continue
        outcome = STOPPING
        if CONTEXT.stop_reason == StopReason.THROWN:
            fuel = CONTEXT.fuel
            outcome = Outcome.THROWN
    else:
        called = function_info(function)
        frame = frame + distance
        fuel -= called.entry_charge
        if unlikely(fuel < 0):
            fuel = refill_at(frame, 0, fuel)
            if fuel < 0:
                return STOPPED, 0
        if unlikely(must_wait(frame, called.stack_need)):
            if not forge_frame(frame, called):
                stop_at(frame, 0, fuel, StopReason.NEED_STACK)
                return STOPPED, 0
        heat = called.hotness + 1
        if unlikely(heat >= CONTEXT.compile_threshold):
            request_function(function)
        else:
            called.hotness = heat
        pc = called.code
        continue
else:
    outcome = ErrorCode.STACK_OVERFLOW
"""

CASES[Control.CALL] = CASES[Control.CALL_VOID] = _CALL.replace("{function}", "load_u32(pc + 8)")
CASES[Control.CALL_DYNAMIC] = _CALL.replace("{function}", "load_u32(frame + load_u16(pc + 4))")
CASES[Control.CALL_DYNAMIC_VOID] = _CALL.replace("{function}", "load_u32(frame + load_u16(pc + 2))")

_DECLINED = textwrap.indent(CASES[Control.CALL].strip("\n"), " " * 12)

EPILOGUE = f"""
            case _:
                unreachable("no such operation")
        if outcome == DECLINED:
{_DECLINED}
        if outcome == RETURNED:
            if frame == last:
                return fuel, value
            frame -= Frame(frame).distance
            pc = code_at(frame)
            if gives_result(load_u16(pc)):
                store_i64(frame + load_u16(pc + 2), value)
            pc += 16
            continue
        if outcome == STOPPING:
            return STOPPED, 0
        if outcome == Outcome.NEED_MEMORY:
            stop_at(frame, position_of(frame, pc), fuel, StopReason.NEED_MEMORY)
            return STOPPED, 0
        if outcome == Outcome.NEED_FLUSH:
            stop_at(frame, position_of(frame, pc), fuel, StopReason.NEED_FLUSH)
            return STOPPED, 0
        if outcome == Outcome.WAITING:
            stop_at(frame, position_of(frame, pc), fuel, StopReason.WAITING)
            return STOPPED, 0
        if outcome == Outcome.UNFINISHED:
            stop_at(frame, position_of(frame, pc), fuel, StopReason.UNFINISHED)
            return STOPPED, 0
        if outcome != Outcome.THROWN:
            Frame(frame).pc = position_of(frame, pc)
            pend_code(outcome)
        frame = unwind(frame, last)
        if frame == 0:
            CONTEXT.fuel = fuel
            CONTEXT.stop_reason = StopReason.THROWN
            return STOPPED, 0
        pc = code_at(frame)
"""
