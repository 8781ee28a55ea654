"""Objects made of several values at once: closures and tuples."""

from __future__ import annotations

from plait.kernel import address, copy_bytes, i32, i64, kernel
from plait.memory.allocator import allocate
from plait.memory.errors import Outcome
from plait.memory.layouts import DATA, Kind, Object, TypeInfo


@kernel(inline=True)
def new_object_of(info: TypeInfo) -> tuple[Object, i32]:
    """An object of the info's size whose slots are not set yet: the caller sets them all before anything can stop."""
    result = Object(allocate(Kind.OBJECT, info.object_size))
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    result.info = info
    result.unused = 0
    return result, Outcome.DONE


@kernel(inline=True)
def pack(info: TypeInfo, slots: i64, count: i64) -> tuple[Object, i32]:
    """An object whose `count` slots are those at an offset."""
    result, outcome = new_object_of(info)
    if outcome == Outcome.DONE:
        copy_bytes(address(result) + DATA, slots, 8 * count)
    return result, outcome
