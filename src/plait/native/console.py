"""Console, range 0x04."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import i32, kernel
from plait.memory.layouts import StringObject
from plait.native.table import NativeRange, native
from plait.runtime import console


@native(NativeRange.CONSOLE, 0x00, "console.log", "string ->", fuel=8, flags=Flags.FLUSHES | Flags.WORKS)
@kernel(inline=True)
def console_log(text: StringObject) -> i32:
    """Writes the text and a line break to standard output."""
    return console.write_line(text)


@native(NativeRange.CONSOLE, 0x01, "console.unformatted", "string -> string", fuel=2, flags=Flags.THROWS | Flags.WORKS)
@kernel(inline=True)
def console_unformatted(text: StringObject) -> tuple[StringObject, i32]:
    """The text itself, if the console would print it as it is before further arguments; throws FORMAT_STRING if not."""
    return text, console.refuse_format(text)
