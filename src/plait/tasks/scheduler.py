"""The run queue of a context, and the life of a task: spawned, waiting, woken, complete or failed.

With one worker this is JavaScript's order: a spawned task runs at once until its first wait, then its spawner goes on;
those woken go to the end of the queue.
"""

from __future__ import annotations

from plait.kernel import address, copy_bytes, i32, i64, kernel, size_of
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import Outcome
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FRAME_HEADER,
    Frame,
    Kind,
    StackObject,
    Task,
    TaskStatus,
)
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
    task = Task(allocate(Kind.TASK, align8(size_of(Task))))
    stack = StackObject(allocate(Kind.STACK, stack_size))
    frame = Frame(address(stack) + DATA)
    frame.function = function
    frame.pc = 0
    frame.distance = 0
    frame.depth = CONTEXT.max_depth - 1
    copy_bytes(address(frame) + FRAME_HEADER, arguments, 8 * count)
    task.result = 0
    task.status = TaskStatus.READY
    task.id = CONTEXT.next_task_id
    task.function = function
    task.frame = DATA
    task.stack = stack
    task.error = 0
    task.next = Task(0)
    task.first_waiter = Task(0)
    task.last_waiter = Task(0)
    task.spawner = Task(0)
    task.awaiting = Task(0)
    task.result_is_traced = function_info(function).result_is_traced
    task.observed = 0
    task.started = 0
    task.link = CONTEXT.all_tasks
    CONTEXT.all_tasks = task
    CONTEXT.next_task_id = CONTEXT.next_task_id + 1
    CONTEXT.unfinished = CONTEXT.unfinished + 1
    return task, Outcome.DONE


@kernel
def enqueue(task: Task) -> None:
    """Put a task at the end of the run queue."""
    task.status = TaskStatus.READY
    task.next = Task(0)
    if address(CONTEXT.queue_tail) == 0:
        CONTEXT.queue_head = task
    else:
        CONTEXT.queue_tail.next = task
    CONTEXT.queue_tail = task


@kernel
def dequeue() -> Task:
    """Take the first task of the run queue; null when it is empty."""
    task = CONTEXT.queue_head
    if address(task) != 0:
        CONTEXT.queue_head = task.next
        if address(task.next) == 0:
            CONTEXT.queue_tail = Task(0)
        task.next = Task(0)
        task.status = TaskStatus.RUNNING
    return task


@kernel
def wait_for(task: Task, awaited: Task) -> None:
    """Let a task wait until another has ended."""
    task.status = TaskStatus.WAITING
    task.awaiting = awaited
    task.next = Task(0)
    awaited.observed = 1
    if address(awaited.last_waiter) == 0:
        awaited.first_waiter = task
    else:
        awaited.last_waiter.next = task
    awaited.last_waiter = task


@kernel
def end_task(task: Task) -> None:
    """Let go of the stack of a task that has ended, and wake those who wait for it, first come first served."""
    task.stack = StackObject(0)
    CONTEXT.unfinished = CONTEXT.unfinished - 1
    waiter = task.first_waiter
    task.first_waiter = Task(0)
    task.last_waiter = Task(0)
    while address(waiter) != 0:
        following = waiter.next
        waiter.awaiting = Task(0)
        enqueue(waiter)
        waiter = following


@kernel
def complete_task(task: Task, value: i64) -> None:
    """The task has returned."""
    task.status = TaskStatus.COMPLETE
    task.result = value
    end_task(task)


@kernel
def fail_task(task: Task, error: i64) -> None:
    """The task has ended by throwing an `any` word; if nobody waits for it, it is remembered as possibly unhandled."""
    task.status = TaskStatus.FAILED
    task.error = error
    end_task(task)
    if task.observed == 0:
        task.next = Task(0)
        if address(CONTEXT.last_unhandled) == 0:
            CONTEXT.unhandled = task
        else:
            CONTEXT.last_unhandled.next = task
        CONTEXT.last_unhandled = task


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
