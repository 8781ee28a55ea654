"""Prepared code that reads values where they come from: an operand that is a copy of another slot is read from that
slot. Slots are written as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plait.jit.slots import ENDS, class_of, written_slot
from plait.prepare.operations import Control, MachineClass
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

COPIED = (MachineClass.F64, MachineClass.ANY)


def without_copies(function: PreparedFunction) -> PreparedFunction:
    """The function with the counters and arrays of its loops as operands instead of copies of them. Code that is
    entered elsewhere than at its start or at a loop would not have what they are copies of.
    """
    return replace(function, instructions=tuple(_propagated(function))) if function.loops else function


def _propagated(function: PreparedFunction) -> Iterator[PreparedInstruction]:
    """What is a copy where paths meet is one on all of them; of paths that go backwards, or to handlers, nothing is
    known.
    """
    unknown = {*function.loops, *(item.target for item in function.handlers)}
    unknown.update(item.target for index, item in enumerate(function.instructions) if item.target <= index)
    arriving: dict[int, dict[int, int]] = {}
    sources: dict[int, int] | None = {}
    for index, item in enumerate(function.instructions):
        if index in unknown:
            sources = {}
        elif index in arriving:
            sources = _common(sources, arriving.pop(index))
        now = {} if sources is None else sources
        written = written_slot(item)
        first = 0 if written is None else 1
        slots = (*item.slots[:first], *(now.get(slot, slot) for slot in item.slots[first:]))
        yield item._replace(slots=slots) if now else item
        if written is not None:
            now = {copy: source for copy, source in now.items() if written not in (copy, source)}
        if item.operation.kind is Control.MOVE and _is_copied(function, item.slots[0], slots[1]):
            now[item.slots[0]] = slots[1]
        if item.target > index:
            arriving[item.target] = _common(arriving.get(item.target), now)
        sources = None if item.operation.kind in ENDS else now


def _common(one: dict[int, int] | None, other: dict[int, int]) -> dict[int, int]:
    """The copies on both of two paths, of which the first may not be one."""
    return dict(other) if one is None else dict(one.items() & other.items())


def _is_copied(function: PreparedFunction, target: int, source: int) -> bool:
    """Whether a copy may stand for its source: both are of the function's own, and held alike."""
    held = class_of(function, source)
    return held in COPIED and class_of(function, target) is held and target != source
