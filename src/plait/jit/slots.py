"""Slots of prepared functions as compiled code sees them: what writes them, and the variables into which `variables`
divides them. A variable has a number like a slot; its slot is the lower part of that.
"""

from __future__ import annotations

from typing import Final

from plait.prepare.operations import Alternative, Branch, Compute, Control, Joined, MachineClass
from plait.prepare.prepared import PreparedFunction, PreparedInstruction

VARIABLE_BITS: Final = 16
SLOT_MASK: Final = (1 << VARIABLE_BITS) - 1

ENDS: Final = (Control.JUMP, Control.RETURN, Control.RETURN_VOID, Control.THROW)
"""Operations behind which execution does not go on."""


def slot_of(variable: int) -> int:
    """The slot of the frame to which a variable belongs."""
    return variable & SLOT_MASK


def class_of(function: PreparedFunction, variable: int) -> MachineClass | None:
    """How a variable of the function's own is held; None for parameters of the next call."""
    slot = slot_of(variable)
    return function.slot_classes[slot] if slot < function.slot_count else None


def variables_of(function: PreparedFunction) -> list[int]:
    """All variables of the function's own that occur in it, and its parameters."""
    found = set(range(len(function.verified.function.parameter_types)))
    for item in function.instructions:
        found.update(item.slots)
    for items in function.live.values():
        found.update(slot for slot, _ in items)
    return sorted(slot for slot in found if class_of(function, slot) is not None)


def written_slot(item: PreparedInstruction) -> int | None:
    """The slot that an instruction writes, if it writes one."""
    match item.operation.kind:
        case Compute(entry=entry):
            return item.slots[0] if entry.effect.pushes else None  # type: ignore[union-attr]
        case Joined():
            return item.slots[0]
        case Alternative() as kind:
            return item.slots[0] if kind.gives_result else None
        case Branch():
            return None
        case kind:
            return item.slots[0] if kind in _WRITING else None


_WRITING: Final = frozenset(
    {
        Control.MOVE,
        Control.CONSTANT,
        Control.CONSTANT_STRING,
        Control.LOAD_GLOBAL,
        Control.CALL,
        Control.CALL_DYNAMIC,
        Control.CALL_HOST,
        Control.PACK,
        Control.PACK_ARRAY,
        Control.CATCH,
        Control.SPAWN,
        Control.SPAWN_DYNAMIC,
        Control.AWAIT,
    }
)
