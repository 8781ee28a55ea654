"""Steps of a debugger: from one instruction of the bytecode to the next.

The machine steps through prepared code, of which an instruction of the bytecode may be none, one or several.
"""

from __future__ import annotations

from dataclasses import dataclass

from plait.memory.fields import get_field
from plait.memory.layouts import Task
from plait.vm.context import VmContext
from plait.vm.frames import frame_offsets, frame_position
from plait.vm.runner import Runner


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the current task stands: its id (0 for no task), the number of its frames, and its innermost frame."""

    task: int
    depth: int
    function: int
    pc: int
    offset: int


def step_instruction(runner: Runner, context: VmContext) -> None:
    """Execute prepared instructions until the current task stands at another instruction of the bytecode."""
    start = last = _place(context)
    while True:
        runner.step(context)
        now = _place(context)
        moved = (now.task, now.depth, now.function, now.offset) != (
            start.task,
            start.depth,
            start.function,
            start.offset,
        )
        # Going back within one instruction is a jump to itself; staying is doing again what had no memory.
        if moved or now.pc < last.pc or not context.has_tasks:
            return
        last = now


def is_at_breakpoint(context: VmContext) -> bool:
    """Whether the current task stands behind a BREAKPOINT."""
    place = _place(context)
    return place.task != 0 and place.pc in context.program.stack_maps.of(place.function).breakpoints


def _place(context: VmContext) -> _Place:
    task = context.get("current_task")
    frames = frame_offsets(context, task) if task else []
    if not frames:
        return _Place(0, 0, 0, 0, 0)
    function, pc, offset = frame_position(context, frames[0])
    return _Place(get_field(context.memory.view, Task, task, "id"), len(frames), function, pc, offset)
