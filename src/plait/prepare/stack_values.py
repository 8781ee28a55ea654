"""Where the values of the operand stack are while a function is being prepared. Named tuples: many are made."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from plait.prepare.operations import MachineClass


class InSlot(NamedTuple):
    """The value is in a slot.

    `definition` is the index of the instruction that put it there for this use alone, or -1.
    """

    slot: int
    machine_class: MachineClass
    definition: int = -1


class Known(NamedTuple):
    """The value is a constant: the 8 bytes of its slot as an unsigned number, or the index of a string constant."""

    bits: int
    machine_class: MachineClass
    is_string: bool = False


StackValue: TypeAlias = InSlot | Known
