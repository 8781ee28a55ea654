"""Jumps: 0x68 to 0x6f. A jump's distance counts from the end of the instruction."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x68, Special.JUMP, "Continues at the target.", Immediate.JUMP)
special(0x69, Special.JUMP_IF_TRUE, "Pops a bool; continues at the target if it is true.", Immediate.JUMP)
special(0x6A, Special.JUMP_IF_FALSE, "Pops a bool; continues at the target if it is false.", Immediate.JUMP)
