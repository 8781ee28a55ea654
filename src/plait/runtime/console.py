"""The console: lines wait in the context's console buffer until the host takes them.

The buffer holds records: a u32 with the number of code units in the upper 30 bits, then whether the line goes to
standard error, and the width less one in the lowest bit; then the units, padded to a multiple of 4. A line break ends
every record implicitly.
"""

from __future__ import annotations

from plait.kernel import ConstantTable, copy_bytes, i32, i64, kernel, store_u32, u8
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONSOLE_OFFSET, CONSOLE_SIZE, CONTEXT, StringObject
from plait.runtime.strings import unit_at, units_of, width_of

FUEL_PER_UNIT_LOOKED_AT = 2

PERCENT = ord("%")
SPECIFIERS = ConstantTable(u8, list(b"sdifjoOc%"))
"""What after a `%` makes Node's console replace it."""


@kernel
def refuse_format(text: StringObject) -> i32:
    """FORMAT_STRING when the text has a format specifier."""
    charge_work(FUEL_PER_UNIT_LOOKED_AT * text.length)
    for index in range(text.length - 1):
        if unit_at(text, index) == PERCENT:
            following = unit_at(text, index + 1)
            for place in range(len(SPECIFIERS)):
                if SPECIFIERS[place] == following:
                    return ErrorCode.FORMAT_STRING
    return Outcome.DONE


@kernel(inline=True)
def record_size(text: StringObject) -> i64:
    """Bytes that a line takes in the buffer."""
    return 4 + ((text.length * width_of(text) + 3) & ~3)


@kernel
def write_line(text: StringObject, is_error: bool) -> i32:
    """Append a line; NEED_FLUSH when the buffer has no room for it.

    A line longer than the whole buffer is left to the host: `console_long` tells it which, and
    `console_long_is_error` where to write it.
    """
    charge_work(text.length)
    size = record_size(text)
    used = CONTEXT.console_used
    if size > CONSOLE_SIZE - used:
        if used == 0 and CONTEXT.console_written != 0:
            CONTEXT.console_written = 0
            return Outcome.DONE
        CONTEXT.console_long_is_error = 1 if is_error else 0
        CONTEXT.console_long = text if size > CONSOLE_SIZE else StringObject(0)
        return Outcome.NEED_FLUSH
    place = CONSOLE_OFFSET + used
    width = width_of(text)
    store_u32(place, 4 * text.length + (2 if is_error else 0) + width - 1)
    copy_bytes(place + 4, units_of(text), text.length * width)
    CONTEXT.console_used = used + size
    return Outcome.DONE
