"""Allocation: an inline bump of the heap's top. When there is no room, the caller returns NEED_MEMORY and nothing has
changed.

`heap_end` is not the end of the space but where the next collection is due; with `collect_always` it is moved to the
top after every collection, so that each allocation finds no room once.
"""

from __future__ import annotations

from plait.kernel import i64, kernel, likely
from plait.memory.layouts import CONTEXT, ObjectHeader


@kernel(inline=True)
def align8(size: i64) -> i64:
    """The size rounded up to a multiple of 8."""
    return (size + 7) & ~7


@kernel(cold=True)
def request_memory(size: i64) -> None:
    """Note how much room the instruction that is about to be retried needs, in bytes (capped: no object is larger)."""
    CONTEXT.requested = min(size, 0xFFFFFFF8)


@kernel(inline=True)
def has_room(size: i64) -> bool:
    """Whether `size` bytes (a multiple of 8) can be allocated now; if not, the request is noted.

    For kernels that allocate several objects: ask for all of them first.
    """
    if likely(size <= CONTEXT.heap_end - CONTEXT.heap_top):
        return True
    request_memory(size)
    return False


@kernel(inline=True)
def allocate(kind: i64, size: i64) -> i64:
    """A new object of `size` bytes (a multiple of 8, header included), or 0 when there is no room.

    Only the header is set: the caller initialises everything that the collector reads.
    """
    top = CONTEXT.heap_top
    if likely(size <= CONTEXT.heap_end - top):
        CONTEXT.heap_top = top + size
        header = ObjectHeader(top)
        header.kind = kind
        header.size = size
        return top
    request_memory(size)
    return 0
