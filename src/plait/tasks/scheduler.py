"""The life of a task: spawned, waiting, complete or failed.

With one worker this is JavaScript's order: a spawned task runs at once until its first wait, then its spawner goes on;
those woken go to the end of the queue.
"""

from __future__ import annotations

from plait.kernel import address, copy_bytes, i32, i64, kernel, offset_of, size_of
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FRAME_HEADER,
    Delivery,
    ErrorObject,
    Frame,
    Kind,
    StackObject,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.runtime.coroutines import tell_resumer
from plait.runtime.errors import is_error
from plait.runtime.wait_all import new_task, tell_who_waits_for_all
from plait.runtime.wait_queues import append, begin_wait, take_first, wake
from plait.tasks.stops import function_info

INITIAL_STACK = 512
"""The least size of a new stack, in bytes."""


@kernel
def stack_size_for(function: i64) -> i64:
    """The size of the first stack of a task that runs a function."""
    return max(INITIAL_STACK, align8(DATA + function_info(function).stack_need))


@kernel
def spawn(function: i64, arguments: i64, count: i64) -> tuple[Task, i32]:
    """A new task that will run the function on the arguments, `count` slots at `arguments`. It is not queued."""
    stack_size = stack_size_for(function)
    if not has_room(align8(size_of(Task)) + stack_size):
        return Task(0), Outcome.NEED_MEMORY
    task = new_task()
    stack = StackObject(allocate(Kind.STACK, stack_size))
    frame = Frame(address(stack) + DATA)
    frame.function = function
    frame.pc = 0
    frame.distance = 0
    frame.depth = CONTEXT.max_depth - 1
    copy_bytes(address(frame) + FRAME_HEADER, arguments, 8 * count)
    task.id = CONTEXT.next_task_id
    task.function = function
    task.frame = DATA
    task.stack = stack
    task.result_is_traced = function_info(function).result_is_traced
    task.link = CONTEXT.all_tasks
    CONTEXT.all_tasks = task
    CONTEXT.next_task_id = CONTEXT.next_task_id + 1
    if is_coroutine():
        CONTEXT.coroutine_spawner = 0
        task.is_detached = 1
    else:
        CONTEXT.unfinished = CONTEXT.unfinished + 1
    return task, Outcome.DONE


@kernel
def is_coroutine() -> bool:
    """Whether the task that is being started is a coroutine, by what its spawner has said just now."""
    spawner = CONTEXT.current_task
    return address(spawner) != 0 and CONTEXT.coroutine_spawner == spawner.id


@kernel
def wait_for(task: Task, awaited: Task) -> None:
    """Let a task wait until another has ended."""
    awaited.observed = 1
    begin_wait(task, WaitKind.TASK, address(awaited))
    first = address(awaited) + offset_of(Task, "first_waiter")
    append(first, address(awaited) + offset_of(Task, "last_waiter"), task)


@kernel
def end_task(task: Task) -> None:
    """Let go of the stack of a task that has ended, and wake those who wait for it, first come first served."""
    task.stack = StackObject(0)
    if task.is_detached == 0:
        CONTEXT.unfinished = CONTEXT.unfinished - 1
    else:
        tell_resumer(task)
    first = address(task) + offset_of(Task, "first_waiter")
    last = address(task) + offset_of(Task, "last_waiter")
    waiter = take_first(first, last)
    while address(waiter) != 0:
        if waiter.wait_kind == WaitKind.STAND_IN:
            tell_who_waits_for_all(waiter, task)
        else:
            wake(waiter, Delivery.NONE)
        waiter = take_first(first, last)


@kernel
def complete_task(task: Task, value: i64) -> None:
    """The task has returned."""
    task.status = TaskStatus.COMPLETE
    task.result = value
    end_task(task)


@kernel
def fail_task(task: Task, error: i64) -> None:
    """The task has ended by throwing an `any` word; if nobody waits for it, it is remembered as possibly unhandled.

    The error of having been cancelled needs nobody who handles it.
    """
    task.status = TaskStatus.FAILED
    task.error = error
    end_task(task)
    if is_error(error) and ErrorObject(error).code == ErrorCode.TASK_CANCELLED:
        task.observed = 1
    if task.observed == 0:
        task.next = Task(0)
        if address(CONTEXT.last_unhandled) == 0:
            CONTEXT.unhandled = task
        else:
            CONTEXT.last_unhandled.next = task
        CONTEXT.last_unhandled = task


@kernel
def is_any_unhandled() -> bool:
    """Whether a task has failed that nobody waits for; the first such is then `Context.unhandled`."""
    while address(CONTEXT.unhandled) != 0 and CONTEXT.unhandled.observed != 0:
        CONTEXT.unhandled = CONTEXT.unhandled.next
    if address(CONTEXT.unhandled) == 0:
        CONTEXT.last_unhandled = Task(0)
    return address(CONTEXT.unhandled) != 0


@kernel
def grow_stack(task: Task, need: i64) -> i32:
    """Give the task a stack with at least `need` bytes from its innermost frame on."""
    old = task.stack
    size = max(2 * old.size, align8(task.frame + need))
    stack = StackObject(allocate(Kind.STACK, size))
    if address(stack) == 0:
        return Outcome.NEED_MEMORY
    copy_bytes(address(stack) + DATA, address(old) + DATA, old.size - DATA)
    task.stack = stack
    return Outcome.DONE
