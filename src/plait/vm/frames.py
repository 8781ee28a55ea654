"""Frames of tasks, as a debugger reads them from the memory of a context."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.isa.value_types import ValueType
from plait.memory.layouts import FRAME_HEADER, Frame, Task
from plait.vm.fields import get_field

if TYPE_CHECKING:
    from plait.vm.context import VmContext


@dataclass(frozen=True, slots=True)
class FrameView:
    """One frame: what it is in, and the 8 bytes of each local that is live there, by number."""

    function: int
    name: str
    ip: int
    line: int | None
    column: int | None
    local_types: tuple[ValueType, ...]
    slots: Mapping[int, int]


def task_frames(context: VmContext, task: int) -> tuple[FrameView, ...]:
    """The frames of a task, innermost first."""
    view = context.memory.view
    stack = get_field(view, Task, task, "stack")
    if stack == 0:
        return ()
    frames: list[FrameView] = []
    frame = stack + get_field(view, Task, task, "frame")
    while True:
        frames.append(_frame_view(context, frame))
        distance = get_field(view, Frame, frame, "distance")
        if distance == 0:
            return tuple(frames)
        frame -= distance


def _frame_view(context: VmContext, frame: int) -> FrameView:
    view = context.memory.view
    index = get_field(view, Frame, frame, "function")
    prepared = context.program.prepared.functions[index]
    verified = prepared.verified
    function = verified.function
    offset = prepared.instructions[get_field(view, Frame, frame, "pc")].offset
    found = bisect_right(function.positions, offset, key=lambda position: position.offset) - 1
    position = function.positions[found] if found >= 0 else None
    types = (*function.parameter_types, *function.local_types)
    live = verified.live_locals.get(offset, 0)
    slots = {
        number: struct.unpack_from("<Q", view, frame + FRAME_HEADER + 8 * number)[0]
        for number in range(len(types))
        if live >> number & 1
    }
    line, column = (position.line, position.column) if position else (None, None)
    return FrameView(index, function.name, offset, line, column, types, slots)
