"""The run queue of a context as the host changes it."""

from __future__ import annotations

from plait.memory.fields import get_field, set_field
from plait.memory.layouts import Task, TaskStatus
from plait.vm.context import VmContext


def put_first(context: VmContext, task: int) -> bool:
    """Make a task the next of those that can run; whether it can."""
    view = context.memory.view
    before, here = 0, context.get("queue_head")
    while here not in (0, task):
        before, here = here, get_field(view, Task, here, "next")
    if here == 0 or before == 0:
        return here != 0
    following = get_field(view, Task, task, "next")
    set_field(view, Task, before, "next", following)
    if following == 0:
        context.set("queue_tail", before)
    else:
        set_field(view, Task, following, "previous", before)
    _push(context, task)
    return True


def put_back_current(context: VmContext) -> None:
    """The current task, if there is one, becomes the next of those that can run: it goes on where it stands."""
    task = context.get("current_task")
    if task == 0:
        return
    set_field(context.memory.view, Task, task, "status", TaskStatus.READY)
    _push(context, task)
    context.set("current_task", 0)


def _push(context: VmContext, task: int) -> None:
    """Put a task that stands in no queue at the front of the run queue."""
    view = context.memory.view
    first = context.get("queue_head")
    set_field(view, Task, task, "next", first)
    set_field(view, Task, task, "previous", 0)
    if first == 0:
        context.set("queue_tail", task)
    else:
        set_field(view, Task, first, "previous", task)
    context.set("queue_head", task)
