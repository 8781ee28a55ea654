"""How compiled code holds slots: most as the machine's class says, some better, by what is written into them.

- A *number slot* is one of words that are probably numbers: it is held in two parts, the number that it is, and the
  word if it is none. So arithmetic on words goes without making words of numbers and back.
- A *whole slot* is one of f64 that holds nothing but whole numbers: it is held as an i64. A counter is one.

Frames and everything outside of the function see the class alone.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plait.jit.slots import class_of, variables_of, written_slot
from plait.memory.kinds import TypeSelector
from plait.prepare.operations import Alternative, Branch, Compute, Control, MachineClass, entry_name
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

MAX_START: Final = 1 << 32
MAX_STEP: Final = 16
"""A whole slot begins with no larger number, and no instruction adds more to it: until it is no longer exact as an f64,
there are 2**49 additions, of which each is paid for. That takes days.
"""

WHOLE_RESULTS: Final = ("I32_TO_F64", "U32_TO_F64")
"""Operations whose result is a whole number, and not -0."""

_NUMBER_RESULTS: Final = (
    "BOX_F64",
    "BOX_I32",
    "dynamic.add",
    "dynamic.toNumber",
    "view.get",
    "data.get",
    "value.length",
)
_NUMBER_OPERANDS: Final = ("UNBOX_F64", "dynamic.number", "dynamic.add", "dynamic.toNumber", "view.set", "ANY_EQ")
_NO_SLOTS: Final[frozenset[int]] = frozenset()


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """The number slots and the whole slots of a function."""

    numbers: frozenset[int] = _NO_SLOTS
    wholes: frozenset[int] = _NO_SLOTS


def plan_slots(function: PreparedFunction) -> SlotPlan:
    """The plan for a function: only where there are loops does it matter."""
    if not function.loops:
        return SlotPlan()
    return SlotPlan(_number_slots(function), _whole_slots(function))


def whole_constant(bits: int) -> int | None:
    """The whole number that an f64 is by its bits, if it is small enough; None for -0 and all else."""
    (value,) = struct.unpack("<d", bits.to_bytes(8, "little"))
    if not abs(value) <= MAX_START or value != int(value) or (value == 0 and bits != 0):
        return None
    return int(value)


# Numbers among words.


def _number_slots(function: PreparedFunction) -> frozenset[int]:
    """Slots of words into which some operation gives a number, and of which some operation wants one: those between
    which values are moved count as one.
    """
    groups = _Groups()
    gives: set[int] = set()
    wants: set[int] = set()

    def is_word(slot: int) -> bool:
        return class_of(function, slot) is MachineClass.ANY

    for item in function.instructions:
        if item.operation.kind is Control.MOVE:
            if is_word(item.slots[0]) and is_word(item.slots[1]):
                groups.join(item.slots[0], item.slots[1])
            continue
        given = written_slot(item)
        name = _name(item)
        if given is not None and name in _NUMBER_RESULTS and is_word(given):
            gives.add(given)
        wants.update(slot for slot in _wanted(item, name) if is_word(slot))
    roots = {groups.root(slot) for slot in gives} & {groups.root(slot) for slot in wants}
    return frozenset(slot for slot in variables_of(function) if groups.root(slot) in roots and is_word(slot))


def _wanted(item: PreparedInstruction, name: str) -> Iterator[int]:
    """The slots of words that an instruction would rather have as numbers."""
    if name in ("view.set", "data.set"):
        yield item.slots[3]
    elif name == "ANY_IS":
        if item.immediate == TypeSelector.NUMBER:
            yield item.slots[-1]
    elif name in _NUMBER_OPERANDS:
        yield from item.slots if isinstance(item.operation.kind, Branch) else item.slots[1:]


def _name(item: PreparedInstruction) -> str:
    match item.operation.kind:
        case Compute(entry=entry) | Branch(entry=entry) | Alternative(entry=entry):
            return entry_name(entry)
        case _:
            return ""


class _Groups:
    """Slots that belong together."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def root(self, slot: int) -> int:
        """The slot that stands for the group of a slot."""
        parent = self._parents.get(slot, slot)
        while parent != slot:
            slot, parent = parent, self._parents.get(parent, parent)
        return slot

    def join(self, one: int, other: int) -> None:
        """Two slots belong together."""
        self._parents[self.root(one)] = self.root(other)


# Whole numbers.


def _whole_slots(function: PreparedFunction) -> frozenset[int]:
    """The slots of f64 into which nothing but whole numbers are written."""
    parameters = len(function.verified.function.parameter_types)
    slots = [slot for slot in variables_of(function) if class_of(function, slot) is MachineClass.F64]
    wholes = {slot for slot in slots if slot >= parameters}
    writers: dict[int, list[PreparedInstruction]] = {slot: [] for slot in wholes}
    for item in function.instructions:
        slot = written_slot(item)
        if slot in writers:
            writers[slot].append(item)
    wholes -= {slot for slot, items in writers.items() if not items}
    pending = True
    while pending:
        refused = {slot for slot in wholes if not all(_is_whole(item, wholes) for item in writers[slot])}
        wholes -= refused
        pending = bool(refused)
    return frozenset(wholes)


def _is_whole(item: PreparedInstruction, wholes: set[int]) -> bool:
    """Whether an instruction gives a whole number, if the slots do that are held to be whole."""
    match item.operation.kind:
        case Control.CONSTANT:
            return whole_constant(item.immediate) is not None
        case Control.MOVE:
            return item.slots[1] in wholes
        case Compute(entry=entry, constant=constant):
            name = entry_name(entry)
            if name in WHOLE_RESULTS:
                return True
            return name in ("FADD", "FSUB") and item.slots[1:] != () and _is_step(item, name, constant, wholes)
        case _:
            return False


def _is_step(item: PreparedInstruction, name: str, constant: int | None, wholes: set[int]) -> bool:
    """Whether an instruction adds a small constant to a whole slot, or takes it away."""
    if constant is None or (name == "FSUB" and constant == 0):
        return False
    step = whole_constant(item.immediate)
    return step is not None and abs(step) <= MAX_STEP and item.slots[1] in wholes
