"""Locals and globals: 0x10 to 0x17. Parameters are the first locals."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x10, Special.LOAD_LOCAL, "Pushes the local, which must have been assigned on every path.", Immediate.LOCAL)
special(0x11, Special.STORE_LOCAL, "Pops a value of the local's type into it.", Immediate.LOCAL)
special(
    0x12,
    Special.LOAD_GLOBAL,
    "Pushes the global; throws GLOBAL_NOT_INITIALIZED for a reference that was never stored.",
    Immediate.GLOBAL,
)
special(0x13, Special.STORE_GLOBAL, "Pops a value of the global's type into it.", Immediate.GLOBAL)
