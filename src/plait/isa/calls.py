"""Calls: 0x70 to 0x7f. The arguments stand on the stack in order; the count must be the callee's."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x70, Special.CALL, "Calls the function; pushes its result.", Immediate.FUNCTION, Immediate.COUNT, fuel=2)
special(0x71, Special.RETURN, "Returns the top of the stack.")
special(0x72, Special.RETURN_VOID, "Returns from a function without result.")
special(0x73, Special.NATIVE_CALL, "Calls the library function with this id.", Immediate.NATIVE, Immediate.COUNT)
