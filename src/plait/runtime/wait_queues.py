"""The queues that tasks stand in: the run queue and those of what they wait for. A task stands in one at most.

A queue is two places that hold references (4 bytes each): the first task and the last; `Task.next` leads through it,
`Task.previous` back. Those who sleep stand in a heap (`runtime/timers.py`).
"""

from __future__ import annotations

from plait.kernel import address, f64, i64, kernel, load_u32, offset_of, store_u32
from plait.memory.layouts import (
    CONTEXT,
    CONTEXT_OFFSET,
    ChannelObject,
    Context,
    Delivery,
    MutexObject,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.runtime.timers import add_timer, take_out_timer


@kernel
def append(first: i64, last: i64, task: Task) -> None:
    """Put a task at the end of the queue whose places are given."""
    task.next = Task(0)
    tail = load_u32(last)
    task.previous = Task(tail)
    if tail == 0:
        store_u32(first, address(task))
    else:
        Task(tail).next = task
    store_u32(last, address(task))


@kernel
def take_out(first: i64, last: i64, task: Task) -> None:
    """Take a task out of the queue that it stands in."""
    if address(task.previous) == 0:
        store_u32(first, address(task.next))
    else:
        task.previous.next = task.next
    if address(task.next) == 0:
        store_u32(last, address(task.previous))
    else:
        task.next.previous = task.previous
    task.next = Task(0)
    task.previous = Task(0)


@kernel
def take_first(first: i64, last: i64) -> Task:
    """Take the first task out of a queue; null when it is empty."""
    task = Task(load_u32(first))
    if address(task) != 0:
        take_out(first, last, task)
    return task


@kernel
def enqueue(task: Task) -> None:
    """Put a task at the end of the run queue."""
    task.status = TaskStatus.READY
    first = CONTEXT_OFFSET + offset_of(Context, "queue_head")
    append(first, CONTEXT_OFFSET + offset_of(Context, "queue_tail"), task)


@kernel
def dequeue() -> Task:
    """Take the first task of the run queue, which then runs; null when it is empty."""
    first = CONTEXT_OFFSET + offset_of(Context, "queue_head")
    task = take_first(first, CONTEXT_OFFSET + offset_of(Context, "queue_tail"))
    if address(task) != 0:
        task.status = TaskStatus.RUNNING
    return task


@kernel
def begin_wait(task: Task, kind: i64, waits_on: i64) -> None:
    """Say what a task waits for from now on; the caller puts it into the queue of that."""
    task.status = TaskStatus.WAITING
    task.wait_kind = kind
    task.waits_on = waits_on


@kernel
def wake(task: Task, delivery: i64) -> None:
    """A task that has just been taken out of the queue of what it waits for can go on."""
    task.wait_kind = WaitKind.NONE
    task.waits_on = 0
    task.delivered = delivery
    enqueue(task)


@kernel
def take_turn() -> None:
    """Let the current task go to the end of the run queue with its instruction done but for that."""
    task = CONTEXT.current_task
    task.delivered = Delivery.DONE
    enqueue(task)


@kernel
def take_out_stand_ins(first: Task) -> None:
    """Take all stand-ins of one wait out of the queues that they still stand in."""
    stand_in = first
    while address(stand_in) != 0:
        place = stand_in.waits_on
        if place != 0:
            take_out(place + offset_of(Task, "first_waiter"), place + offset_of(Task, "last_waiter"), stand_in)
        stand_in = stand_in.link


@kernel
def leave_wait(task: Task) -> None:
    """Take a task that waits out of the queue that it stands in."""
    place = task.waits_on
    match task.wait_kind:
        case WaitKind.TASK:
            take_out(place + offset_of(Task, "first_waiter"), place + offset_of(Task, "last_waiter"), task)
        case WaitKind.MUTEX:
            first = place + offset_of(MutexObject, "first_waiter")
            take_out(first, place + offset_of(MutexObject, "last_waiter"), task)
        case WaitKind.SENDING:
            first = place + offset_of(ChannelObject, "first_sender")
            take_out(first, place + offset_of(ChannelObject, "last_sender"), task)
        case WaitKind.RECEIVING:
            first = place + offset_of(ChannelObject, "first_receiver")
            take_out(first, place + offset_of(ChannelObject, "last_receiver"), task)
        case WaitKind.SLEEP:
            take_out_timer(task)
        case WaitKind.RESUMING:
            Task(place).resumer = Task(0)
        case WaitKind.SUSPENDED:
            pass
        case _:
            take_out_stand_ins(Task(place))
    task.wait_kind = WaitKind.NONE
    task.waits_on = 0


@kernel
def start_timer(task: Task, wake_at: f64) -> None:
    """Let a task wait until a time; those with equal times are woken in the order in which they came."""
    begin_wait(task, WaitKind.SLEEP, 0)
    add_timer(task, wake_at)


@kernel
def wake_next_timer() -> bool:
    """Wake the task whose time comes first, if it has come."""
    task = CONTEXT.first_timer
    if address(task) == 0 or task.wake_at > CONTEXT.now:
        return False
    leave_wait(task)
    wake(task, Delivery.DONE)
    return True


@kernel
def cancel(task: Task) -> bool:
    """Ask a task to end; False when it has ended.

    One that waits is woken to get the error there; every other gets it when it next waits.
    """
    if task.status == TaskStatus.COMPLETE or task.status == TaskStatus.FAILED:
        return False
    if task.cancelled == 0:
        task.cancelled = 1
        if task.wait_kind != WaitKind.NONE:
            leave_wait(task)
            task.woken_to_cancel = 1
            wake(task, Delivery.NONE)
        else:
            task.cancel_pending = 1
    return True
