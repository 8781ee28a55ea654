"""Exceptions: 0xa0 to 0xa7.

`TRY` opens a guarded range that ends at the matching `END_TRY`; ranges nest, and the stack of open ranges is known at
every instruction. When an error is thrown inside, the stack is cut to its height at the `TRY`, what was thrown is
pushed as `any`, and execution continues at the handler, outside the range. Leaving the range by a jump is not possible;
`END_TRY` first.
"""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import address, i32, kernel, unlikely
from plait.memory.errors import ErrorCode
from plait.memory.layouts import ErrorObject, StringObject, TypeInfo
from plait.runtime import errors
from plait.runtime.stack_text import stack_text

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


@instruction(0xA7, "ERROR_STACK", "object(0) -> string", fuel=32, flags=Flags.ALLOCATES | Flags.THROWS)
@kernel(inline=True)
def error_stack(error: ErrorObject) -> tuple[StringObject, i32]:
    """Name and message of the error and, if it has been thrown, where. Throws NULL_REFERENCE."""
    if unlikely(address(error) == 0):
        return StringObject(0), ErrorCode.NULL_REFERENCE
    text, outcome = stack_text(error)
    return text, outcome
