"""Contexts that begin as copies of another: what start-up code has done is done once for all of them.

A copy has all that is in the memory of the context: globals, objects, timers, tasks that wait. It does not have what
is outside of that and belongs to one context alone: handles, calls that are awaited, tasks that Python has started.
Functions of Python that the program holds are the same for both.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

from plait.errors import PlaitError, refuse_copy
from plait.memory.layouts import HANDLES_OFFSET
from plait.memory.linear_memory import LinearMemory
from plait.memory.shared_pages import SharedPages
from plait.vm.context import VmContext
from plait.vm.idle_contexts import give_back
from plait.vm.options import UNLIMITED

if TYPE_CHECKING:
    from plait.vm.machine import Machine
    from plait.vm.vm import Vm


class Snapshot:
    """What a context held when it was made, but for handles of Python's alone."""

    __reduce__ = refuse_copy

    def __init__(self, context: VmContext, machine: Machine) -> None:
        give_back(context, machine)
        kept = context.handles_of_its_own()
        view = context.memory.view
        page = mmap.PAGESIZE
        first = bytearray(view[: -(-context.get("image_end") // page) * page])
        count = context.get("handle_count")
        self.free = [index for index in range(count) if index not in kept]
        """The handles that are free in a copy."""
        for index in self.free:
            first[HANDLES_OFFSET + 8 * index : HANDLES_OFFSET + 8 * index + 8] = bytes(8)
        start = max(len(first), context.get("space_start") // page * page)
        rest = bytes(view[start : -(-context.get("heap_top") // page) * page])
        self._parts = [(0, SharedPages(bytes(first))), (start, SharedPages(rest))]

    def lay(self, memory: LinearMemory) -> None:
        """Let a fresh memory hold all of it."""
        for offset, pages in self._parts:
            memory.begin_with(offset, pages)


def fork(vm: Vm, context: VmContext) -> VmContext:
    """A context that begins as a copy. Raises `PlaitError` for one that cannot be copied, and says why."""
    snapshot = context.snapshot
    with vm.entered(context):
        reason = _hindrance(context)
        if reason is not None:
            raise PlaitError(f"the context cannot be forked: {reason}")
        # Nothing has changed since it was made.
        context.snapshot = snapshot = snapshot or Snapshot(context, vm.machine)
        made = VmContext(context.program, context.options, context.compile_threshold, lambda: vm, snapshot)
        made.is_kept = True
        made.copy_state(context)
        _begin_budget(made)
        vm.contexts.add(made)
        return made


def _hindrance(context: VmContext) -> str | None:
    if context.runs or context.users > 1:
        return "it is running; fork it when that has ended"
    if context.between_steps:
        return "it stands between two steps of a debugger; let it run first"
    if context.awaits:
        return "something of it is awaited in an event loop; fork it when that has ended"
    return None


def _begin_budget(context: VmContext) -> None:
    """The copy has used no fuel yet, and has what the options say, of which a task that runs may hold some."""
    held = context.get("fuel")
    most = context.options.max_fuel
    context.set("granted", held)
    context.set("budget_left", (UNLIMITED if most is None else most) - held)
