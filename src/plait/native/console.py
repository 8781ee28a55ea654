"""Console, range 0x04."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, kernel, unlikely
from plait.memory.errors import ErrorCode
from plait.memory.layouts import StringObject
from plait.native.table import NativeRange, native
from plait.runtime import console

LINE = 2000
"""What a line costs, which Python writes."""

WRITES = Flags.FLUSHES | Flags.WORKS | Flags.THROWS


@native(NativeRange.CONSOLE, 0x00, "console.log", "string ->", fuel=LINE, flags=WRITES)
@kernel(inline=True)
def console_log(text: StringObject) -> i32:
    """Writes the text and a line break to standard output. Throws NULL_REFERENCE."""
    if unlikely(address(text) == 0):
        return ErrorCode.NULL_REFERENCE
    return console.write_line(text, False)


@native(NativeRange.CONSOLE, 0x01, "console.unformatted", "string -> string", fuel=2, flags=Flags.THROWS | Flags.WORKS)
@kernel(inline=True)
def console_unformatted(text: StringObject) -> tuple[StringObject, i32]:
    """The text itself, if the console would print it as it is before further arguments; throws FORMAT_STRING if not."""
    return text, console.refuse_format(text)


@native(NativeRange.CONSOLE, 0x02, "console.error", "string ->", fuel=LINE, flags=WRITES)
@kernel(inline=True)
def console_error(text: StringObject) -> i32:
    """Writes the text and a line break to standard error. Throws NULL_REFERENCE."""
    if unlikely(address(text) == 0):
        return ErrorCode.NULL_REFERENCE
    return console.write_line(text, True)
