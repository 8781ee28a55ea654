"""Waiting for all tasks of an array: until every one is complete, or until the first of them fails.

Who waits so is in no queue itself. In the queue of each task of the array there is a *stand-in* of it: a task object
without frames, whose `waits_on` is that task (0 once it has left the queue) and whose `spawner` is the one who waits;
`link` chains those of one wait. What becomes of the array meanwhile does not matter.
"""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i32, i64, kernel, load_u32, offset_of, size_of
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    ArrayObject,
    Delivery,
    Kind,
    ObjectHeader,
    Store,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.runtime.errors import pend_value
from plait.runtime.wait_queues import append, begin_wait, leave_wait, take_turn, wake


@kernel
def new_task() -> Task:
    """A task object in which all is zero, for which there is room."""
    size = align8(size_of(Task))
    task = Task(allocate(Kind.TASK, size))
    fill_bytes(address(task) + size_of(ObjectHeader), 0, size - size_of(ObjectHeader))
    return task


@kernel
def task_at(store: Store, index: i64) -> Task:
    """A task of the array."""
    return Task(load_u32(address(store) + DATA + 4 * index))


@kernel
def throw_error_of(task: Task) -> i32:
    """Throw what a task has failed with."""
    pend_value(task.error)
    return Outcome.PENDING


@kernel
def check_awaited(task: Task, store: Store) -> i32:
    """Whether the task can wait for those of the array: for none that is null, nor for itself."""
    for index in range(store.length):
        awaited = task_at(store, index)
        if address(awaited) == 0:
            return ErrorCode.NULL_REFERENCE
        if awaited == task:
            return ErrorCode.AWAIT_SELF
    return Outcome.DONE


@kernel
def observe(store: Store) -> tuple[Task, i64]:
    """Somebody sees how the tasks of the array end. Gives the first that has failed, and how many are not complete."""
    failed = Task(0)
    missing = 0
    for index in range(store.length):
        awaited = task_at(store, index)
        awaited.observed = 1
        if awaited.status != TaskStatus.COMPLETE:
            missing += 1
        if awaited.status == TaskStatus.FAILED and address(failed) == 0:
            failed = awaited
    return failed, missing


@kernel
def place_stand_in(task: Task, awaited: Task, following: Task) -> Task:
    """Let a task that waits for all stand in the queue of one of them; `following` is its stand-in made before."""
    stand_in = new_task()
    stand_in.spawner = task
    stand_in.link = following
    begin_wait(stand_in, WaitKind.STAND_IN, address(awaited))
    first = address(awaited) + offset_of(Task, "first_waiter")
    append(first, address(awaited) + offset_of(Task, "last_waiter"), stand_in)
    return stand_in


@kernel
def wait_all(array: ArrayObject) -> i32:
    """Wait for all tasks of the array; also when none has to be waited for, the current task takes a turn.

    Throws the error of the first that fails; of those that have failed already, that of the first in the array.
    """
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        task.delivered = Delivery.NONE
        ended = Task(task.carried)
        task.carried = 0
        task.carried_is_traced = 0
        return Outcome.DONE if address(ended) == 0 else throw_error_of(ended)
    store = array.store
    outcome = check_awaited(task, store)
    if outcome != Outcome.DONE:
        return outcome
    if not has_room(align8(size_of(Task)) * store.length):
        return Outcome.NEED_MEMORY
    failed, missing = observe(store)
    charge_work(store.length)
    # A value received and not taken is no failed task.
    task.carried = address(failed)
    task.carried_is_traced = 1
    if missing == 0 or address(failed) != 0:
        take_turn()
        return Outcome.WAITING
    stand_in = Task(0)
    for index in range(store.length):
        awaited = task_at(store, index)
        if awaited.status != TaskStatus.COMPLETE:
            stand_in = place_stand_in(task, awaited, stand_in)
    task.missing = missing
    begin_wait(task, WaitKind.ALL, address(stand_in))
    return Outcome.WAITING


@kernel
def tell_who_waits_for_all(stand_in: Task, ended: Task) -> None:
    """A task has ended in whose queue the stand-in stood: wake who waits, if the task has failed or was the last."""
    waiter = stand_in.spawner
    stand_in.waits_on = 0
    waiter.missing = waiter.missing - 1
    if ended.status == TaskStatus.COMPLETE and waiter.missing != 0:
        return
    leave_wait(waiter)
    if ended.status == TaskStatus.FAILED:
        waiter.carried = address(ended)
    wake(waiter, Delivery.DONE)
