"""Kernels that the host calls while no task of the context runs."""

from __future__ import annotations

from plait.kernel import address, i64, kernel
from plait.memory.collector import collect
from plait.memory.layouts import CONTEXT, UNDEFINED, StackObject, Task, TaskStatus, WaitKind
from plait.runtime.wait_queues import dequeue, leave_wait
from plait.tasks.stops import HostState, release_fuel


@kernel
def reserve_for_host(size: i64) -> i64:
    """Make sure that so many bytes can be allocated, by a collection if need be; 0 when they do not fit the limit."""
    if size <= CONTEXT.heap_end - CONTEXT.heap_top:
        return 1
    return 1 if collect(size) else 0


@kernel
def abandon_tasks() -> None:
    """End all tasks that run, could run, or wait for others, without letting them do anything more.

    Coroutines that are suspended stay: what they wait for may still come.
    """
    CONTEXT.throw_on_resume = 0
    CONTEXT.host_state = HostState.NONE
    CONTEXT.current_task = Task(0)
    release_fuel()
    while address(dequeue()) != 0:
        pass
    task = CONTEXT.all_tasks
    while address(task) != 0:
        has_ended = task.status == TaskStatus.COMPLETE or task.status == TaskStatus.FAILED
        if not has_ended and task.wait_kind != WaitKind.SUSPENDED:
            abandon_task(task)
        task = task.link


@kernel
def abandon_task(task: Task) -> None:
    """End a task that stands in no run queue."""
    if task.wait_kind != WaitKind.NONE:
        leave_wait(task)
    task.wait_kind = WaitKind.NONE
    task.waits_on = 0
    task.resumer = Task(0)
    task.spawner = Task(0)
    task.status = TaskStatus.FAILED
    task.error = UNDEFINED
    task.observed = 1
    task.stack = StackObject(0)
    if task.is_detached == 0:
        CONTEXT.unfinished = CONTEXT.unfinished - 1
