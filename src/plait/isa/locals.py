"""Locals and globals: 0x10 to 0x17. Parameters are the first locals."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x10, Special.LOAD_LOCAL, "Pushes the local, which must have been assigned on every path.", Immediate.LOCAL)
special(0x11, Special.STORE_LOCAL, "Pops a value of the local's type into it.", Immediate.LOCAL)
special(
    0x12,
    Special.LOAD_GLOBAL,
    "Pushes the global.",
    Immediate.GLOBAL,
)
special(0x13, Special.STORE_GLOBAL, "Pops a value of the global's type into it.", Immediate.GLOBAL)
special(0x14, Special.LOAD_STATIC, "Pushes the static field of the class.", Immediate.CLASS, Immediate.STATIC)
special(0x15, Special.STORE_STATIC, "Pops into the static field of the class.", Immediate.CLASS, Immediate.STATIC)
special(0x16, Special.LOAD_CAPTURED, "Pushes what the running closure has captured.", Immediate.CAPTURED)
