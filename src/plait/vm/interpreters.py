"""The interpreter and the task interpreter of the specification (`docs/machine.md`), as views of what a `Vm` does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.errors import refuse_copy
from plait.vm.results import TaskResult

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.global_view import GlobalVars
    from plait.vm.registries import ClassRegistry, MutexRegistry
    from plait.vm.scheduler_view import Scheduler
    from plait.vm.vm import Vm


@dataclass(frozen=True, slots=True)
class SharedState:
    """What all tasks of a context share."""

    __reduce__ = refuse_copy

    vm: Vm

    @property
    def class_registry(self) -> ClassRegistry:
        """The classes."""
        return self.vm.class_registry

    @property
    def mutex_registry(self) -> MutexRegistry:
        """The mutexes that Python has made."""
        return self.vm.mutex_registry

    @property
    def global_vars(self) -> GlobalVars:
        """The globals."""
        return self.vm.global_vars

    @property
    def scheduler(self) -> Scheduler:
        """The tasks."""
        return self.vm.scheduler


def _check_vm(vm: object) -> None:
    from plait.vm.vm import Vm

    if not isinstance(vm, Vm):
        raise TypeError(f"a Vm is needed, not {type(vm).__name__}")


class Interpreter:
    """Executes the context loaded last instruction by instruction, for debuggers."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm) -> None:
        _check_vm(vm)
        self._vm = vm

    def execute_instruction(self, context: VmContext) -> bool:
        """Execute one instruction of the context's current or next task; whether a task is left.

        Raises `ValueError` for a context that is not the one loaded last, and what `Vm.run_tasks` raises.
        """
        if context is not self._vm.contexts.last:
            raise ValueError("only the context loaded last can be stepped through")
        return self._vm.step()


class TaskInterpreter:
    """Runs tasks of the context loaded last."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm) -> None:
        _check_vm(vm)
        self._vm = vm

    def run_task(self, task_id: int) -> TaskResult:
        """Run one task, started by `Vm.spawn_task`, before all others; what has become of it then.

        `Complete` or `Error` when it has ended, `Suspended` when it waits (then nothing happens until what it waits for
        has come, for instance by `Vm.run_tasks`), `Preempted` when its slice (`VmOptions.preemption_threshold`) is
        over or it has made room for others itself. Raises `KeyError` for an unknown id.
        """
        self._vm.run_slice(task_id)
        return self._vm.task_result(task_id)
