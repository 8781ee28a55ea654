"""The top level of a context's module: its main function, which runs to its end before anything else is called.

A module without a main function has none: its functions can be called at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plait.errors import PlaitError
from plait.memory.fields import get_field
from plait.memory.layouts import Task, TaskStatus
from plait.vm.report import failed_top_level, task_error
from plait.vm.values import HostValue

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.runner import Runner
    from plait.vm.vm import Vm


def start_function(
    vm: Vm, runner: Runner, context: VmContext, function: int, arguments: Sequence[HostValue], bound: int = 0
) -> int:
    """Queue a task of a function as `Runner.start` does, after the top level has run.

    A task of the main function is the run of the top level itself. Raises what the top level has thrown to nobody, and
    `PlaitError` when it has done so before.
    """
    if function != context.module.main:
        _run_top_level(vm, runner, context)
        return runner.start(context, function, arguments, bound)
    task = runner.start(context, function, arguments)
    forget_top_level(context)
    context.top_level = context.handles.add(task)
    return task


def run_top_level(vm: Vm, runner: Runner, context: VmContext) -> HostValue:
    """Run the top level and all that it has started; what it has returned, None if it had run before."""
    main = context.module.main
    if main is None:
        raise PlaitError(f"module {context.module.name!r} has no top level; call one of its functions")
    if context.is_initialised or context.top_level is not None:
        _run_top_level(vm, runner, context)
        runner.run_all(context)
        return None
    task = start_function(vm, runner, context, main, ())
    return runner.call(context, task, context.module.functions[main].result, whole=True)


def forget_top_level(context: VmContext) -> None:
    """Let go of the task that runs the top level."""
    if context.top_level is not None:
        context.handles.remove(context.top_level)
        context.top_level = None


def _run_top_level(vm: Vm, runner: Runner, context: VmContext) -> None:
    """Let the top level end, unless it has ended, or it is what calls."""
    main = context.module.main
    if main is None or context.is_initialised or context.waits_for_host:
        return
    if context.top_level is None and context.bridge.can_serve:
        context.bridge.begin()
        return
    if context.top_level is None:
        context.top_level = context.handles.add(runner.start(context, main, ()))
    task = context.handles.get(context.top_level)
    match TaskStatus(get_field(context.memory.view, Task, task, "status")):
        case TaskStatus.COMPLETE:
            pass
        case TaskStatus.FAILED:
            error = task_error(vm, context, task)
            raise failed_top_level(context, error) from error
        case TaskStatus.READY | TaskStatus.RUNNING | TaskStatus.WAITING:
            runner.call(context, task, context.module.functions[main].result, whole=False)
    context.is_initialised = True
    forget_top_level(context)
