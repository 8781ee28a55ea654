"""Frames of tasks, as a debugger reads them from the memory of a context."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.isa.value_types import ANY, BOOL, F64, I32, I64, ValueType
from plait.memory.fields import get_field
from plait.memory.layouts import FRAME_HEADER, Frame, Task
from plait.prepare.operations import Control, MachineClass
from plait.prepare.prepared import PreparedFunction
from plait.prepare.stack_values import InSlot, StackValue
from plait.vm.values import HostValue, show_bits, show_reference

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.vm import Vm


@dataclass(frozen=True, slots=True)
class FrameView:
    """One frame, as it was when it was read.

    `function` is the index of its function and `name` the name; `ip` the byte offset of the instruction that it does
    next (of the call that it waits for, in all but the innermost), `line` and `column` where that is from (from 1; None
    when the module does not say). `locals` are the values of the locals that are read before they are next assigned,
    by number, parameters first; what the others hold may be gone. `operands` is the operand stack, the top last; what
    has been passed on to the call that the frame waits for is not among them any more.
    """

    function: int
    name: str
    ip: int
    line: int | None
    column: int | None
    locals: Mapping[int, HostValue]
    operands: tuple[HostValue, ...]


def task_frames(vm: Vm, context: VmContext, task: int) -> tuple[FrameView, ...]:
    """The frames of a task, innermost first."""
    frames = frame_offsets(context, task)
    return tuple(_frame_view(vm, context, frame, is_innermost=frame == frames[0]) for frame in frames)


def frame_offsets(context: VmContext, task: int) -> list[int]:
    """Where the frames of a task are, innermost first."""
    view = context.memory.view
    stack = get_field(view, Task, task, "stack")
    if stack == 0:
        return []
    frames = [stack + get_field(view, Task, task, "frame")]
    while distance := get_field(view, Frame, frames[-1], "distance"):
        frames.append(frames[-1] - distance)
    return frames


def outgoing_slots(context: VmContext, task: int) -> int:
    """Where the arguments stand that the innermost frame of a task passes on."""
    frame = frame_offsets(context, task)[0]
    function = get_field(context.memory.view, Frame, frame, "function")
    return frame + context.program.prepared.functions[function].frame_size + FRAME_HEADER


def frame_position(context: VmContext, frame: int) -> tuple[int, int, int]:
    """The function of a frame, the index of the prepared instruction it does next, and the offset that is from."""
    view = context.memory.view
    function = get_field(view, Frame, frame, "function")
    pc = get_field(view, Frame, frame, "pc")
    offset = context.program.prepared.functions[function].instructions[pc].offset
    return function, pc, context.program.stack_maps.of(function).fused.get(offset, offset)


def _frame_view(vm: Vm, context: VmContext, frame: int, is_innermost: bool) -> FrameView:
    index, pc, offset = frame_position(context, frame)
    prepared = context.program.prepared.functions[index]
    function = prepared.verified.function
    position = function.position_at(offset)
    types = (*function.parameter_types, *function.local_types)
    live, stack = _kept(context, prepared, pc, offset, is_innermost)
    slots = {
        number: show_bits(vm, context, _slot(context, frame, number), value_type)
        for number, value_type in enumerate(types)
        if number in live
    }
    operands = tuple(_operand(vm, context, frame, value) for value in stack)
    line, column = (position.line, position.column) if position else (None, None)
    return FrameView(index, function.name, offset, line, column, slots, operands)


def _kept(
    context: VmContext, prepared: PreparedFunction, pc: int, offset: int, is_innermost: bool
) -> tuple[set[int], tuple[StackValue, ...]]:
    """The locals and operands that a frame has.

    Where it can be found stopped these are what its map names: the rest may be gone, as operands that have been passed
    on are. Between two steps it has all that has been computed, also right before a call, whose map is that of the
    frame that waits for it.
    """
    maps = context.program.stack_maps.of(prepared.index)
    stack = maps.stacks.get(offset, ())
    if pc not in prepared.live or (is_innermost and prepared.instructions[pc].operation.kind in CALLS):
        live = prepared.verified.live_locals.get(offset, 0)
        return {slot for slot in range(live.bit_length()) if live >> slot & 1}, stack
    kept = {slot for slot, _ in prepared.live[pc]}
    has_all = all(value.slot in kept for value in stack if isinstance(value, InSlot))
    return kept, stack if is_innermost and has_all else maps.stops[pc]


CALLS = (Control.CALL, Control.CALL_VOID, Control.CALL_DYNAMIC, Control.CALL_DYNAMIC_VOID)


def _slot(context: VmContext, frame: int, number: int) -> int:
    bits: int = struct.unpack_from("<Q", context.memory.view, frame + FRAME_HEADER + 8 * number)[0]
    return bits


_TYPES: dict[MachineClass, ValueType] = {
    MachineClass.I32: I32,
    MachineClass.I64: I64,
    MachineClass.F64: F64,
    MachineClass.BOOL: BOOL,
    MachineClass.ANY: ANY,
}


def _operand(vm: Vm, context: VmContext, frame: int, value: StackValue) -> HostValue:
    if not isinstance(value, InSlot) and value.is_string:
        return context.module.strings[value.bits]
    bits = _slot(context, frame, value.slot) if isinstance(value, InSlot) else value.bits
    known = _TYPES.get(value.machine_class)
    if known is None:
        return show_reference(vm, context, bits & 0xFFFFFFFF)
    return show_bits(vm, context, bits, known)
