"""Frames as those see them who follow references: the map of a frame that has stopped, and frames filled on purpose."""

from __future__ import annotations

from plait.kernel import divide, i64, kernel, size_of, store_i64
from plait.memory.code_layouts import FunctionInfo, SafepointMap
from plait.memory.layouts import CONTEXT, FRAME_HEADER

FORGED = 0xF0F0F0F4
"""What a frame holds under `forge_frames` where nothing has been written: as a reference and as an `any` word it leads
behind the memory of every context, and to no object.
"""


@kernel
def map_at(info: FunctionInfo, pc: i64) -> SafepointMap:
    """The map of the live references of a frame that stands at `pc`; null when it cannot be stopped there."""
    low = 0
    high = info.map_count
    while low < high:
        middle = divide(low + high, 2)
        candidate = SafepointMap(info.maps + size_of(SafepointMap) * middle)
        if candidate.pc == pc:
            return candidate
        if candidate.pc < pc:
            low = middle + 1
        else:
            high = middle
    return SafepointMap(0)


@kernel
def fill_slots(start: i64, end: i64) -> None:
    """Put a forged reference into every slot from one place to another."""
    place = start
    while place < end:
        store_i64(place, FORGED)
        place += 8


@kernel(cold=True)
def forge_frame(frame: i64, info: FunctionInfo) -> bool:
    """Under `forge_frames`, fill a frame whose function begins, but for its parameters, and the outgoing slots.

    Whether that was done: the frame fits the stack then.
    """
    end = frame + info.stack_need
    if CONTEXT.forge_frames == 0 or end > CONTEXT.stack_end:
        return False
    fill_slots(frame + FRAME_HEADER + 8 * info.parameter_count, end)
    return True


@kernel(cold=True)
def forge_slots(frame: i64, size: i64) -> None:
    """Fill a frame of compiled code, of so many bytes, before what is live is written to it."""
    fill_slots(frame + FRAME_HEADER, frame + size)
