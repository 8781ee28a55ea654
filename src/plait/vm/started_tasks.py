"""Tasks that Python has started in a context, by id."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plait.errors import refuse_copy

if TYPE_CHECKING:
    from plait.vm.handles import OpaqueHandle
    from plait.vm.results import Complete

FIRST_SWEEP = 1 << 10
"""How many handles are held before it is first looked which tasks have ended."""


class StartedTasks:
    """A handle of each task until it is known to be complete, then its result.

    A context has a limited number of handles; how many tasks Python starts one after the other is not limited.
    """

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        self._running: dict[int, OpaqueHandle] = {}
        self._complete: dict[int, Complete] = {}
        self._sweep_at = FIRST_SWEEP

    def add(self, task_id: int, handle: OpaqueHandle) -> None:
        """Take up a task."""
        self._running[task_id] = handle

    def find(self, task_id: int) -> OpaqueHandle | Complete:
        """A task, or its result. Raises `KeyError`."""
        found = self._complete.get(task_id) or self._running.get(task_id)
        if found is None:
            raise KeyError(f"no task that spawn_task has started in this context has the id {task_id}")
        return found

    def sweep(self, result_of: Callable[[OpaqueHandle], Complete | None]) -> None:
        """Let go of the tasks that are complete, when there are many; `result_of` says which are."""
        if len(self._running) < self._sweep_at:
            return
        for task_id, handle in list(self._running.items()):
            result = result_of(handle)
            if result is not None:
                self._complete[task_id] = result
                del self._running[task_id]
        self._sweep_at = max(FIRST_SWEEP, 2 * len(self._running))

    def clear(self) -> None:
        """Forget all."""
        self._running.clear()
        self._complete.clear()
