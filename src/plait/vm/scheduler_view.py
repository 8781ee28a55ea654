"""The scheduler of a context as the host sees it: which tasks there are, what each does, and in which order they
run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.errors import refuse_copy
from plait.memory.fields import get_field
from plait.memory.layouts import Task, TaskStatus, WaitKind
from plait.vm.deadlocks import describe_wait
from plait.vm.frames import FrameView, task_frames
from plait.vm.results import TaskId

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.vm import Vm


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task that has not ended. `waits_for` says in words what it waits for, and is empty when it does not."""

    id: TaskId
    function: str
    status: TaskStatus
    waits_for: str
    is_cancelled: bool
    frames: tuple[FrameView, ...]


class Scheduler:
    """The tasks of the context loaded last."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm) -> None:
        self._vm = vm

    @property
    def tasks(self) -> tuple[TaskView, ...]:
        """All tasks that have not ended, oldest first."""
        context = self._vm.contexts.last
        if context is None:
            return ()
        with self._vm.entered(context):
            tasks = [_task_view(self._vm, context, task) for task in _chain(context, context.get("all_tasks"), "link")]
        return tuple(sorted((task for task in tasks if task.status not in ENDED), key=lambda task: task.id))

    @property
    def queue(self) -> tuple[TaskId, ...]:
        """The tasks that can run, in the order in which they will."""
        context = self._vm.contexts.last
        if context is None:
            return ()
        with self._vm.entered(context):
            view, first = context.memory.view, context.get("queue_head")
            return tuple(TaskId(get_field(view, Task, task, "id")) for task in _chain(context, first, "next"))

    @property
    def current(self) -> TaskId | None:
        """The task that is in the middle of running, if there is one."""
        context = self._vm.contexts.last
        if context is None:
            return None
        with self._vm.entered(context):
            task = context.get("current_task")
            return TaskId(get_field(context.memory.view, Task, task, "id")) if task else None


ENDED = (TaskStatus.COMPLETE, TaskStatus.FAILED)


def _chain(context: VmContext, first: int, link: str) -> Iterator[int]:
    task = first
    while task:
        yield task
        task = get_field(context.memory.view, Task, task, link)


def _task_view(vm: Vm, context: VmContext, task: int) -> TaskView:
    view = context.memory.view
    kind = WaitKind(get_field(view, Task, task, "wait_kind"))
    function = context.module.functions[get_field(view, Task, task, "function")]
    return TaskView(
        TaskId(get_field(view, Task, task, "id")),
        function.name,
        TaskStatus(get_field(view, Task, task, "status")),
        "" if kind is WaitKind.NONE else describe_wait(context, task, kind),
        bool(get_field(view, Task, task, "cancelled")),
        task_frames(vm, context, task),
    )
