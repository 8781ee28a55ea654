"""What is wrong with regular expressions that stand in programs, found before these run.

The machine's own kernels look, run by CPython: what `regexp.compile` would say is what is said here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from plait.kernel import kernel
from plait.kernel.reference_memory import ReferenceMemory
from plait.memory.fields import set_fields
from plait.memory.layouts import CONTEXT_OFFSET, DATA, IMAGE_OFFSET, Context, Kind, StringObject
from plait.runtime.regexp_code import UNICODE, UNICODE_SETS
from plait.runtime.regexp_compiler import LONGEST_SOURCE, check_pattern
from plait.runtime.regexp_faults import MESSAGES, RegexpFault
from plait.runtime.regexp_scratch import COMPILATION

if TYPE_CHECKING:
    from plait.kernel.reference import ReferenceProgram

FLAGS: Final = "dgimsuvy"
FIRST_ROOM: Final = 1 << 20
"""Bytes of memory that looking takes at first; ten times as much when that is not enough."""


@kernel
def ran_out() -> bool:
    """Whether there was too little memory."""
    return COMPILATION.failed != 0


def fault_of(source: str, flags: str) -> str | None:
    """What V8 says of a regular expression; None if nothing is wrong with it."""
    bits = sum(1 << FLAGS.index(flag) for flag in set(flags) if flag in FLAGS)
    both = UNICODE | UNICODE_SETS
    if set(flags) - set(FLAGS) or len(set(flags)) < len(flags) or bits & both == both:
        return "Invalid regular expression flags"
    fault = _number_of_fault(source, bits)
    return f"Invalid regular expression: /{source}/{flags}: {MESSAGES[fault]}" if fault else None


@cache
def _program() -> ReferenceProgram:
    # Only programs with patterns need the kernel compiler.
    from plait.kernel.reference import compile_reference

    return compile_reference([check_pattern, ran_out])


@cache
def _number_of_fault(source: str, bits: int) -> RegexpFault | None:
    units = source.encode("utf-16-le", "surrogatepass")
    if len(units) > 2 * LONGEST_SOURCE:
        return RegexpFault.TOO_LARGE
    room = FIRST_ROOM
    while True:
        memory, place = _memory(units, room)
        program = _program()
        number = program.function(check_pattern)(memory, place, bits, True)
        if not program.function(ran_out)(memory):
            return RegexpFault(number) if number else None
        room *= 10


def _memory(units: bytes, room: int) -> tuple[ReferenceMemory, int]:
    """A memory with a source in it, and room behind it; where the source stands."""
    start = IMAGE_OFFSET
    top = start + (DATA + len(units) + 7 & ~7)
    data = bytearray(top + room)
    set_fields(data, StringObject, start, kind=Kind.STRING, size=top - start, length=len(units) // 2, form=2)
    data[start + DATA : start + DATA + len(units)] = units
    set_fields(data, Context, CONTEXT_OFFSET, heap_top=top, heap_end=len(data), memory_limit=len(data))
    return ReferenceMemory(data, CONTEXT_OFFSET, len(data)), start
