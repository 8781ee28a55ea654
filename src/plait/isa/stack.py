"""Stack manipulation: 0x00 to 0x06."""

from __future__ import annotations

from plait.isa.instruction import Flags, Special, instruction, special
from plait.kernel import i32, kernel
from plait.memory.errors import ErrorCode

special(0x00, Special.NOP, "Does nothing.")
special(0x01, Special.POP, "Drops the top of the stack.")
special(0x02, Special.DUP, "Pushes the top of the stack once more.")
special(0x03, Special.SWAP, "Exchanges the two topmost values.")
special(0x06, Special.BREAKPOINT, "Does nothing; a debugger that steps stops here.")


@instruction(0x05, "TRAP", "->", flags=Flags.THROWS)
@kernel(inline=True)
def trap() -> i32:
    """Throws TRAP: what a compiler emits where execution must not come."""
    return ErrorCode.TRAP
