"""Where the values of the operand stack are while a function is being prepared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from plait.prepare.operations import MachineClass


@dataclass(frozen=True, slots=True)
class InSlot:
    """The value is in a slot.

    `definition` is the index of the instruction that put it there for this use alone, or -1.
    """

    slot: int
    machine_class: MachineClass
    definition: int = -1


@dataclass(frozen=True, slots=True)
class Known:
    """The value is a constant: the 8 bytes of its slot as an unsigned number, or the index of a string constant."""

    bits: int
    machine_class: MachineClass
    is_string: bool = False


StackValue: TypeAlias = InSlot | Known
