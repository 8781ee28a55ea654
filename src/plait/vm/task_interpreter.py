"""The task interpreter: runs the tasks of a context until the host is needed.

One kernel, `run_tasks`, takes tasks from the run queue, continues each where it stopped (in compiled code when it is
at the start of a compiled function, else in the interpreter), and deals with every reason to stop that needs no host.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import (
    address,
    enter_function,
    enter_loop,
    function_compiled,
    i64,
    kernel,
    limit_native_stack,
    loop_compiled,
    shift_right,
    size_of,
    store_i64,
    unlikely,
)
from plait.memory.collector import close_error_reserve, collect, collection_charge, open_error_reserve
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.frames import forge_frame
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    UNDEFINED,
    Delivery,
    Frame,
    Prepared,
    StackObject,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.prepare.operations import Control, control
from plait.runtime.coroutines import other_side
from plait.runtime.errors import pend_code, simplify_pending, take_pending
from plait.runtime.wait_queues import dequeue, enqueue, leave_wait, wake_next_timer
from plait.tasks.scheduler import complete_task, fail_task, grow_stack, is_any_unhandled, spawn, wait_for
from plait.tasks.stops import (
    STOPPED,
    StopReason,
    calls_compiler,
    charge_budget,
    draw_fuel,
    exhausted,
    function_info,
    refill,
    release_fuel,
    unwind,
)
from plait.vm.interpreter import interpret
from plait.vm.interpreter_control import gives_result

CATCH_NUMBER = control(Control.CATCH).number
CHARGE_NUMBER = control(Control.CHARGE).number
SPAWN_NUMBER = control(Control.SPAWN).number
AWAIT_NUMBER = control(Control.AWAIT).number
AWAIT_VOID_NUMBER = control(Control.AWAIT_VOID).number
SPAWN_DYNAMIC_NUMBER = control(Control.SPAWN_DYNAMIC).number
CALL_HOST_NUMBER = control(Control.CALL_HOST).number
CALL_HOST_VOID_NUMBER = control(Control.CALL_HOST_VOID).number
YIELD_NUMBER = control(Control.YIELD).number


NATIVE_STACK = 384 * 1024
"""How much native stack compiled code may use before it unwinds and goes on with an empty one, in bytes."""


class RunResult(IntEnum):
    """Why `run_tasks` came back to the host."""

    IDLE = 0
    """No task can run. When unfinished ones remain, that is a deadlock."""
    MAIN_FAILED = 1
    FUEL_LIMIT = 2
    INTERRUPTED = 3
    NEED_FLUSH = 4
    HOST_TURN = 5
    HOST_CALL = 6
    """The host is to call a function for the current task and go on."""
    STEPPED = 8
    """One instruction has been executed, in the reference, for a debugger."""
    SLEEPING = 7
    """No task can run before the time `wake_at` of the first timer; then the host goes on."""
    HEAP_FAULT = 10
    """The heap check has found something: nothing may be done with the context any more."""
    UNHANDLED = 9
    """No task can run but for timers, and one has failed that nobody waits for: `ends_when_unhandled` was set."""


@kernel
def start_task(function: i64, arguments: i64, count: i64) -> Task:
    """Spawn a task for the host and queue it; null when there is no room for it.

    It does not collect: nobody would follow the arguments.
    """
    task, outcome = spawn(function, arguments, count)
    if outcome == Outcome.DONE:
        enqueue(task)
    if CONTEXT.collect_always != 0:
        # What is left of the room that the host has made would be taken without a collection.
        CONTEXT.heap_end = CONTEXT.heap_top
    return task


@kernel
def leave_task(task: Task) -> None:
    """The current task has ended or waits: its spawner goes on if it still waits for the task's first wait.

    Before that, control goes between a coroutine and its resumer; the spawner then waits for who has it.
    """
    following = task.spawner
    task.spawner = Task(0)
    other = other_side(task)
    if address(other) != 0:
        other.spawner = following
        following = other
    CONTEXT.current_task = following
    if address(following) != 0:
        following.status = TaskStatus.RUNNING
    else:
        release_fuel()


@kernel
def leave_at_wait(task: Task) -> None:
    """The current task waits from now on, or goes to the end of the run queue; if it is to end, it is told there.

    One that has been given what it waited for, and only takes a turn, is told at its next wait.
    """
    if task.cancel_pending != 0 and task.delivered == Delivery.NONE:
        task.cancel_pending = 0
        task.woken_to_cancel = 1
        if task.wait_kind != WaitKind.NONE:
            leave_wait(task)
            enqueue(task)
    leave_task(task)


@kernel
def preempt_task(task: Task) -> None:
    """The slice of the current task is over: it goes to the end of the queue, and then its spawner if that waits.

    Who has started or resumed a coroutine waits for it all the same.
    """
    spawner = task.spawner
    CONTEXT.current_task = Task(0)
    release_fuel()
    enqueue(task)
    if task.is_detached == 0 and address(spawner) != 0:
        task.spawner = Task(0)
        enqueue(spawner)


@kernel
def begin_turn(task: Task) -> None:
    """A task from the queue becomes the current one, with a whole slice."""
    CONTEXT.current_task = task
    CONTEXT.slice_left = CONTEXT.slice
    if task.woken_to_cancel != 0:
        task.woken_to_cancel = 0
        throw_in_task(ErrorCode.TASK_CANCELLED)


@kernel
def collect_for_task() -> bool:
    """Collect on behalf of the current task, which pays for it; whether what was requested fits now.

    Nothing is collected when it cannot pay: it then has no fuel left, less than none.
    """
    charge = collection_charge(CONTEXT.requested)
    left = CONTEXT.budget_left + CONTEXT.fuel
    if charge > left:
        charge_budget(max(0, left) + 1)
        return False
    charge_budget(charge)
    return collect(CONTEXT.requested)


@kernel
def take_error() -> None:
    """Make what is pending an `any` word, whatever it takes, as `pending_value`."""
    value, outcome = take_pending()
    if outcome != Outcome.DONE:
        collect_for_task()
        heap_end = CONTEXT.heap_end
        open_error_reserve()
        value, outcome = take_pending()
        close_error_reserve(heap_end)
        if outcome != Outcome.DONE:
            simplify_pending()
            value, outcome = take_pending()
    CONTEXT.pending_value = value


@kernel
def charge_thrown_work() -> None:
    """Nobody catches what was thrown: its work is charged all the same."""
    charge_budget(CONTEXT.thrown_work)
    CONTEXT.thrown_work = 0


@kernel
def throw_in_task(code: i64) -> None:
    """Let the current task go on with an error at the instruction at which it stopped."""
    pend_code(code)
    CONTEXT.throw_on_resume = 1


@kernel
def reserve_stack(task: Task) -> None:
    """Make room for the innermost frame, or let the task go on with an error."""
    frame = Frame(address(task.stack) + task.frame)
    need = function_info(frame.function).stack_need
    if task.frame + need <= task.stack.size or grow_stack(task, need) == Outcome.DONE:
        return
    fits = collect_for_task()
    if CONTEXT.fuel < 0:
        return
    # The collection has moved the task.
    moved = CONTEXT.current_task
    if not (fits and grow_stack(moved, need) == Outcome.DONE):
        # The frame cannot be used, not even by a handler of its own: the call has failed. (The outermost always fits.)
        moved.frame = moved.frame - Frame(address(moved.stack) + moved.frame).distance
        throw_in_task(ErrorCode.OUT_OF_MEMORY)


@kernel
def out_of_memory(task: Task) -> None:
    """What the current task was about to do needs more memory than there is: an error, unless it is catching one."""
    frame = Frame(address(task.stack) + task.frame)
    here = Prepared(function_info(frame.function).code + size_of(Prepared) * frame.pc)
    if here.operation == CATCH_NUMBER:
        simplify_pending()
    else:
        throw_in_task(ErrorCode.OUT_OF_MEMORY)


@kernel
def needs_interpreter(operation: i64) -> bool:
    """Whether compiled code stops before the operation for the interpreter to do it."""
    awaits = operation == AWAIT_NUMBER or operation == AWAIT_VOID_NUMBER
    spawns = operation == SPAWN_NUMBER or operation == SPAWN_DYNAMIC_NUMBER
    asks_host = operation == CALL_HOST_NUMBER or operation == CALL_HOST_VOID_NUMBER
    return awaits or spawns or asks_host or operation == YIELD_NUMBER


@kernel
def compiled_loop_before(frame: Frame) -> i64:
    """The index of the compiled loop whose head the frame has just passed and that can go on; -1 when there is none."""
    info = function_info(frame.function)
    if frame.pc == 0:
        return -1
    here = info.code + size_of(Prepared) * frame.pc
    before = Prepared(here - size_of(Prepared))
    if before.operation != CHARGE_NUMBER or needs_interpreter(Prepared(here).operation):
        return -1
    loop = shift_right(before.immediate, 32)
    return loop if loop_compiled(loop) else -1


@kernel
def take_result(frame: Frame, value: i64) -> None:
    """The call in which the frame stands has returned."""
    call = Prepared(function_info(frame.function).code + size_of(Prepared) * frame.pc)
    if gives_result(call.operation):
        store_i64(address(frame) + call.field0, value)
    frame.pc = frame.pc + 1


@kernel
def resume(task: Task, fuel: i64) -> tuple[i64, i64]:
    """Continue the innermost frame of a task until the task ends or stops."""
    stack = address(task.stack)
    outermost = stack + DATA
    frame = stack + task.frame
    CONTEXT.stack_end = stack + task.stack.size
    CONTEXT.call_limit = CONTEXT.stack_end
    if unlikely(CONTEXT.forge_frames != 0):
        CONTEXT.call_limit = 0
        if Frame(frame).pc == 0:
            forge_frame(frame, function_info(Frame(frame).function))
    left = fuel
    loop = compiled_loop_before(Frame(frame))
    if CONTEXT.throw_on_resume != 0:
        CONTEXT.throw_on_resume = 0
        frame = unwind(frame, outermost)
        if frame == 0:
            CONTEXT.fuel = fuel
            CONTEXT.stop_reason = StopReason.THROWN
            return STOPPED, 0
    elif task.started == 0:
        task.started = 1
        function = Frame(frame).function
        if function_compiled(function):
            result, value = enter_function(function, frame, fuel, Frame(frame).depth)
            return result, value
        left -= function_info(function).entry_charge
        if left < 0:
            left = refill(left)
            if left < 0:
                CONTEXT.stop_frame = frame
                CONTEXT.fuel = left
                return STOPPED, 0
    elif loop >= 0:
        left, value = enter_loop(loop, frame, fuel, Frame(frame).depth)
        if left < 0 and CONTEXT.stop_reason != StopReason.THROWN:
            return STOPPED, 0
        if frame == outermost:
            return left, value
        caller = frame - Frame(frame).distance
        if left < 0:
            left = CONTEXT.fuel
            frame = unwind(caller, outermost)
            if frame == 0:
                return STOPPED, 0
        else:
            frame = caller
            take_result(Frame(frame), value)
    final, returned = interpret(frame, outermost, left)
    return final, returned


@kernel
def after_failure(task: Task) -> bool:
    """The current task has ended by the pending error; whether it was the main task."""
    # Its frames are no more: they stand anywhere, not only where a collection could read them.
    task.stack = StackObject(0)
    take_error()
    error = CONTEXT.pending_value
    CONTEXT.pending_value = UNDEFINED
    charge_thrown_work()
    # Making the error's object may have collected: the context has the task's present address.
    current = CONTEXT.current_task
    failed_main = current == CONTEXT.main_task
    fail_task(current, error)
    if failed_main:
        CONTEXT.current_task = Task(0)
        release_fuel()
        return True
    leave_task(current)
    return False


@kernel
def run_tasks() -> i64:
    """Run until no task can run or the host is needed; gives a `RunResult`."""
    limit_native_stack(NATIVE_STACK)
    while True:
        # A pending error belongs to the current task, which the host may put aside: that is to take it first.
        if CONTEXT.stop_word != 0 and CONTEXT.throw_on_resume == 0:
            return RunResult.INTERRUPTED
        if address(CONTEXT.current_task) == 0:
            if CONTEXT.turns_left == 0:
                return RunResult.HOST_TURN
            CONTEXT.turns_left = 0 if calls_compiler() else CONTEXT.turns_left - 1
            following = dequeue()
            if address(following) == 0:
                if CONTEXT.ends_when_unhandled != 0 and is_any_unhandled():
                    return RunResult.UNHANDLED
                if wake_next_timer():
                    continue
                return RunResult.IDLE if address(CONTEXT.first_timer) == 0 else RunResult.SLEEPING
            begin_turn(following)
        if CONTEXT.stops_at_switches != 0 and CONTEXT.shown_task != CONTEXT.current_task.id:
            CONTEXT.shown_task = CONTEXT.current_task.id
            return RunResult.HOST_TURN
        fuel = CONTEXT.fuel
        if fuel <= 0:
            fuel = draw_fuel(fuel, 0 if CONTEXT.suspend_always != 0 else CONTEXT.quantum)
            CONTEXT.fuel = fuel
        task = CONTEXT.current_task
        left = -1
        value = 0
        if fuel < 0:
            CONTEXT.stop_reason = exhausted()
            CONTEXT.stop_frame = address(task.stack) + task.frame
        else:
            if CONTEXT.throw_on_resume == 0:
                reserve_stack(task)
                if CONTEXT.fuel < 0:
                    continue
            left, value = resume(CONTEXT.current_task, CONTEXT.fuel)
        task = CONTEXT.current_task
        if left >= 0:
            CONTEXT.fuel = left
            complete_task(task, value)
            leave_task(task)
            continue
        if CONTEXT.stop_reason != StopReason.THROWN:
            task.frame = CONTEXT.stop_frame - address(task.stack)
        match CONTEXT.stop_reason:
            case StopReason.THROWN:
                if after_failure(task):
                    return RunResult.MAIN_FAILED
            case StopReason.CONTINUE | StopReason.NEED_STACK:
                pass
            case StopReason.UNFINISHED:
                if CONTEXT.refills_left == 0:
                    return RunResult.HOST_TURN
                CONTEXT.refills_left = CONTEXT.refills_left - 1
            case StopReason.SLICE_OVER:
                CONTEXT.preemptions = CONTEXT.preemptions + 1
                preempt_task(task)
            case StopReason.NEED_MEMORY:
                if CONTEXT.collects_later != 0:
                    return RunResult.HOST_TURN
                if not collect_for_task() and CONTEXT.fuel >= 0:
                    out_of_memory(CONTEXT.current_task)
                if CONTEXT.heap_fault != 0:
                    return RunResult.HEAP_FAULT
            case StopReason.AWAITING:
                if CONTEXT.stop_task == task:
                    throw_in_task(ErrorCode.AWAIT_SELF)
                else:
                    wait_for(task, CONTEXT.stop_task)
                    leave_at_wait(task)
            case StopReason.YIELDED:
                enqueue(task)
                leave_at_wait(task)
            case StopReason.WAITING:
                leave_at_wait(task)
                # Coroutines go back and forth without coming by the run queue.
                if address(CONTEXT.current_task) != 0 and CONTEXT.turns_left != 0:
                    CONTEXT.turns_left = CONTEXT.turns_left - 1
                    if CONTEXT.turns_left == 0:
                        return RunResult.HOST_TURN
            case StopReason.SPAWNED:
                child = CONTEXT.stop_task
                child.spawner = task
                task.status = TaskStatus.WAITING
                child.status = TaskStatus.RUNNING
                CONTEXT.current_task = child
            case StopReason.FUEL_LIMIT:
                return RunResult.FUEL_LIMIT
            case StopReason.INTERRUPTED:
                return RunResult.INTERRUPTED
            case StopReason.NEED_FLUSH:
                return RunResult.NEED_FLUSH
            case StopReason.HOST_CALL:
                return RunResult.HOST_CALL
            case StopReason.STEPPED:
                return RunResult.STEPPED
            case _:
                return RunResult.HOST_TURN
