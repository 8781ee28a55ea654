"""Tuples: 0x98 to 0x9a."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import i32, i64, kernel, load_i64, store_i64, u32, unlikely
from plait.memory.errors import ErrorCode, Outcome

special(
    0x98,
    Special.NEW_TUPLE,
    "Pops the elements; pushes a tuple of the (tuple) type.",
    Immediate.TYPE,
    Immediate.COUNT,
    fuel=8,
)


@instruction(0x99, "TUPLE_GET", "$ -> E", Immediate.TYPE, Immediate.ELEMENT, flags=Flags.THROWS)
@kernel(inline=True)
def tuple_get(value: u32, distance: i32) -> tuple[i64, i32]:
    """The element at the position. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return load_i64(value + distance), Outcome.DONE


@instruction(0x9A, "TUPLE_SET", "$ E ->", Immediate.TYPE, Immediate.ELEMENT, flags=Flags.THROWS)
@kernel(inline=True)
def tuple_set(value: u32, element: i64, distance: i32) -> i32:
    """Sets the element at the position. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return ErrorCode.NULL_REFERENCE
    store_i64(value + distance, element)
    return Outcome.DONE
