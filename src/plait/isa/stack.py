"""Stack manipulation: 0x00 to 0x07."""

from __future__ import annotations

from plait.isa.instruction import Special, special

special(0x00, Special.NOP, "Does nothing.")
special(0x01, Special.POP, "Drops the top of the stack.")
special(0x02, Special.DUP, "Pushes the top of the stack once more.")
special(0x03, Special.SWAP, "Exchanges the two topmost values.")
special(0x06, Special.BREAKPOINT, "Does nothing; a debugger that steps stops here.")
