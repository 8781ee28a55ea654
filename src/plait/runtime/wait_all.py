"""Waiting for all tasks of an array: until every one is complete, or until the first of them fails."""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel, load_u32, offset_of
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    CONTEXT_OFFSET,
    DATA,
    ArrayObject,
    Context,
    Delivery,
    Store,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.runtime.errors import pend_value
from plait.runtime.wait_queues import append, begin_wait, leave_wait, take_turn, wake


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
def advance(task: Task) -> bool:
    """Whether all that the task waits for is complete. The array may have changed since; nobody waits for null."""
    store = ArrayObject(task.waits_on).store
    index = task.progress
    while index < store.length and (
        address(task_at(store, index)) == 0 or task_at(store, index).status == TaskStatus.COMPLETE
    ):
        index += 1
    task.progress = index
    return index >= store.length


@kernel
def contains(store: Store, wanted: Task) -> bool:
    """Whether a task is in the array."""
    index = 0
    while index < store.length and task_at(store, index) != wanted:
        index += 1
    return index < store.length


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
        failed = Task(task.carried)
        task.carried = 0
        task.carried_is_traced = 0
        return Outcome.DONE if address(failed) == 0 else throw_error_of(failed)
    # A value received and not taken is no failed task.
    task.carried = 0
    task.carried_is_traced = 0
    store = array.store
    failure = Task(0)
    for index in range(store.length):
        other = task_at(store, index)
        if address(other) == 0:
            return ErrorCode.NULL_REFERENCE
        if other == task:
            return ErrorCode.AWAIT_SELF
        other.observed = 1
        other.in_all = 1
        if other.status == TaskStatus.FAILED and address(failure) == 0:
            failure = other
    if address(failure) != 0:
        task.carried = address(failure)
        task.carried_is_traced = 1
        take_turn()
        return Outcome.WAITING
    begin_wait(task, WaitKind.ALL, address(array))
    task.progress = 0
    first = CONTEXT_OFFSET + offset_of(Context, "first_in_all")
    append(first, CONTEXT_OFFSET + offset_of(Context, "last_in_all"), task)
    if advance(task):
        leave_wait(task)
        take_turn()
    return Outcome.WAITING


@kernel
def tell_those_who_wait_for_all(ended: Task) -> None:
    """A task has ended: wake those who wait for it and others, if it has failed or was the last."""
    waiter = CONTEXT.first_in_all
    while address(waiter) != 0:
        following = waiter.next
        if ended.status == TaskStatus.COMPLETE:
            if advance(waiter):
                leave_wait(waiter)
                wake(waiter, Delivery.DONE)
        elif contains(ArrayObject(waiter.waits_on).store, ended):
            leave_wait(waiter)
            waiter.carried = address(ended)
            waiter.carried_is_traced = 1
            wake(waiter, Delivery.DONE)
        waiter = following
