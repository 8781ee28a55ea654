"""Mutexes: held by one task at a time, handed over in the order in which tasks asked."""

from __future__ import annotations

from plait.kernel import address, i32, kernel, offset_of, size_of
from plait.memory.allocator import allocate
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    MUTEX_INFO,
    Delivery,
    Kind,
    MutexObject,
    Task,
    TypeInfo,
    WaitKind,
    type_info_offset,
)
from plait.runtime.wait_queues import append, begin_wait, take_first, take_turn, wake

INFO = type_info_offset(MUTEX_INFO)


@kernel
def new_mutex() -> tuple[MutexObject, i32]:
    """A free mutex."""
    mutex = MutexObject(allocate(Kind.OBJECT, size_of(MutexObject)))
    if address(mutex) == 0:
        return mutex, Outcome.NEED_MEMORY
    mutex.info = TypeInfo(INFO)
    mutex.unused = 0
    mutex.owner = 0
    mutex.first_waiter = 0
    mutex.last_waiter = 0
    return mutex, Outcome.DONE


@kernel
def lock(mutex: MutexObject) -> i32:
    """Take the mutex for the current task, now or later; either way the task takes a turn."""
    if address(mutex) == 0:
        return ErrorCode.NULL_REFERENCE
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        task.delivered = Delivery.NONE
        return Outcome.DONE
    if mutex.owner == 0:
        mutex.owner = address(task)
        take_turn()
    else:
        begin_wait(task, WaitKind.MUTEX, address(mutex))
        first = address(mutex) + offset_of(MutexObject, "first_waiter")
        append(first, address(mutex) + offset_of(MutexObject, "last_waiter"), task)
    return Outcome.WAITING


@kernel
def try_lock(mutex: MutexObject) -> tuple[bool, i32]:
    """Take the mutex for the current task if it is free; whether it was."""
    if address(mutex) == 0:
        return False, ErrorCode.NULL_REFERENCE
    if mutex.owner != 0:
        return False, Outcome.DONE
    mutex.owner = address(CONTEXT.current_task)
    return True, Outcome.DONE


@kernel
def unlock(mutex: MutexObject) -> i32:
    """Hand the mutex to the task that has waited longest, or make it free. Throws NOT_LOCKED."""
    if address(mutex) == 0:
        return ErrorCode.NULL_REFERENCE
    if mutex.owner == 0:
        return ErrorCode.NOT_LOCKED
    first = address(mutex) + offset_of(MutexObject, "first_waiter")
    following: Task = take_first(first, address(mutex) + offset_of(MutexObject, "last_waiter"))
    mutex.owner = address(following)
    if address(following) != 0:
        wake(following, Delivery.DONE)
    return Outcome.DONE
