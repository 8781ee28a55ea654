"""Layouts of what describes a program's code in the memory of its contexts: functions, loops, handlers, maps of live
slots, places in the source.
"""

from __future__ import annotations

from plait.kernel import Scope, Struct, u32
from plait.memory.layouts import StringObject


class FunctionInfo(Struct):
    """Descriptor of a function. Offsets are absolute; sizes in bytes.

    `stack_need` is how much stack, from the frame's start, must be there to run the function and write the arguments of
    any call it makes. `task_type` is the type id of a task of the function. `handlers` points to `HandlerRange`s,
    `maps` to `SafepointMap`s sorted by `pc`, `places` to `SourcePlace`s sorted by `pc`. `caption` is how the line of a
    frame of the function begins in the text of a stack trace. `leavings` counts how often its usual version has been
    left for the interpreter.
    """

    code: u32
    code_length: u32
    frame_size: u32
    stack_need: u32
    entry_charge: u32
    parameter_count: u32
    result_is_traced: u32
    task_type: u32
    handlers: u32
    handler_count: u32
    maps: u32
    map_count: u32
    hotness: u32
    request: u32
    leavings: u32
    general_request: u32
    first_loop: u32
    caption: StringObject
    places: u32
    place_count: u32


class SourcePlace(Struct):
    """From the prepared instruction `pc` on, the code of a function is from this line and column (from 1)."""

    pc: u32
    line: u32
    column: u32


class HandlerRange(Struct):
    """Instructions from `start` to before `end` are guarded by the handler at `handler` (indices of prepared
    instructions).
    """

    start: u32
    end: u32
    handler: u32


class SafepointMap(Struct):
    """The live references of a frame stopped at `pc`: `count` slots (u16 byte distances from the frame) at `slots`."""

    pc: u32
    count: u32
    slots: u32


class LoopInfo(Struct, scope=Scope.MACHINE):
    """A loop head that compiled code can be entered at: its function and the index of its charge instruction."""

    function: u32
    pc: u32
    hotness: u32
    request: u32
