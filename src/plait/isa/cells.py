"""Cells, which hold variables that closures share: 0x7b to 0x7d."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, instruction
from plait.kernel import address, i32, i64, kernel, load_i64, store_i64, u32, unlikely
from plait.memory.barrier import store_slot
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import DATA, Object, TypeInfo
from plait.runtime.pack import new_object_of


@instruction(0x7B, "NEW_CELL", "X -> cell(X)", Immediate.TYPE, fuel=6, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_cell(content: i64, info: i32) -> tuple[Object, i32]:
    """A cell of the type that is named, which holds the value."""
    cell, outcome = new_object_of(TypeInfo(info))
    if outcome == Outcome.DONE:
        store_i64(address(cell) + DATA, content)
    return cell, outcome


@instruction(0x7C, "CELL_GET", "cell(W) -> W", flags=Flags.THROWS)
@kernel(inline=True)
def cell_get(cell: u32) -> tuple[i64, i32]:
    """What the cell holds. Throws NULL_REFERENCE."""
    if unlikely(cell == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return load_i64(cell + DATA), Outcome.DONE


@instruction(0x7D, "CELL_SET", "cell(W) W ->", flags=Flags.THROWS)
@kernel(inline=True)
def cell_set(cell: u32, content: i64) -> i32:
    """Makes the cell hold the value. Throws NULL_REFERENCE."""
    if unlikely(cell == 0):
        return ErrorCode.NULL_REFERENCE
    store_slot(cell + DATA, content)
    return Outcome.DONE
