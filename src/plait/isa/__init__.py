"""The instruction table: one entry per instruction, by family. Importing the package fills the table."""

from plait.isa import (
    arrays,
    calls,
    cells,
    channels,
    constants,
    control,
    conversions,
    dynamic,
    errors,
    float64,
    integer32,
    integer64,
    locals,
    mutexes,
    objects,
    stack,
    strings,
    tasks,
    tuples,
)
from plait.isa.instruction import (
    BY_MNEMONIC,
    INSTRUCTIONS,
    Effect,
    Flags,
    Immediate,
    Instruction,
    NativeFunction,
    Special,
)

FAMILIES = (
    stack,
    constants,
    locals,
    integer32,
    float64,
    conversions,
    strings,
    control,
    calls,
    cells,
    arrays,
    tuples,
    errors,
    tasks,
    mutexes,
    channels,
    integer64,
    objects,
    dynamic,
)
"""The modules that define instructions, in the order of their numbers."""

__all__ = [
    "BY_MNEMONIC",
    "FAMILIES",
    "INSTRUCTIONS",
    "Effect",
    "Flags",
    "Immediate",
    "Instruction",
    "NativeFunction",
    "Special",
]
