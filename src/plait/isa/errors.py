"""Exceptions: 0xa0 to 0xa7.

`TRY` opens a guarded range that ends at the matching `END_TRY`; ranges nest, and the stack of open ranges is known at
every instruction. When an error is thrown inside, the stack is cut to its height at the `TRY`, what was thrown is
pushed as `any`, and execution continues at the handler, outside the range. Leaving the range by a jump is not possible;
`END_TRY` first.
"""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import i32, kernel
from plait.memory.layouts import ErrorObject, StringObject, TypeInfo
from plait.runtime import errors

special(0xA0, Special.TRY, "Opens a guarded range whose handler is the target.", Immediate.JUMP)
special(0xA1, Special.END_TRY, "Closes the innermost guarded range.")
special(0xA2, Special.THROW, "Pops an `any` and throws it.", fuel=8)
special(0xA6, Special.RETHROW, "Pops an `any` and throws it again: the trace of its first throw stays.", fuel=8)


@instruction(0xA3, "NEW_ERROR", "string -> C", Immediate.CLASS, fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_error(message: StringObject, info: i32) -> tuple[ErrorObject, i32]:
    """An object of Error or a class that inherits from it, with the message; other fields start as in any object."""
    result, outcome = errors.new_error(TypeInfo(info), message)
    return result, outcome
