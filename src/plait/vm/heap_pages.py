"""Which pages of a context's two heap spaces stay committed, and when they go back to the operating system.

A page that was given back costs a fault when it is used again, so a running context keeps what its next collections
will use. Both spaces will be filled up to where the next collection is due; what lies beyond goes back when it is as
much again. What is wanted is remembered for some collections, so that a heap that shrinks and grows in turn keeps its
pages. A context that rests keeps what is in use (`vm/idle_contexts.py` says when).

All that decides are bytes allocated and collections done: a program's faults are the same in every run.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from plait.errors import refuse_copy
from plait.kernel import offset_of
from plait.memory.collector import MINIMUM_GROWTH
from plait.memory.fields import get_field, set_field
from plait.memory.layouts import CONTEXT_OFFSET, Context
from plait.memory.linear_memory import LinearMemory

DECAY = 7 / 8
"""What is left, after each collection, of what was wanted before it."""

MOST_COMPACTED = 2 * MINIMUM_GROWTH
"""Up to so many bytes of objects the garbage of a context that rests is looked for: that takes few milliseconds."""

LEAST_GARBAGE = 1 << 16
"""How many bytes may be garbage, at least, before it is looked for."""


_NAMES = (
    "heap_top",
    "heap_end",
    "space_start",
    "other_start",
    "space_size",
    "space_touched",
    "other_touched",
    "live_after_collection",
    "collections",
)
_WORDS = struct.Struct(f"<{len(_NAMES)}I")
_PLACE = CONTEXT_OFFSET + offset_of(Context, _NAMES[0])
assert [CONTEXT_OFFSET + offset_of(Context, name) for name in _NAMES] == [
    _PLACE + 4 * number for number in range(len(_NAMES))
]


class _Heap(NamedTuple):
    """What the context says of its heap: `_NAMES`, which stand next to each other."""

    heap_top: int
    heap_end: int
    space_start: int
    other_start: int
    space_size: int
    space_touched: int
    other_touched: int
    live_after_collection: int
    collections: int

    @property
    def used(self) -> int:
        """Bytes of the current space that hold objects."""
        return self.heap_top - self.space_start

    @property
    def touched(self) -> int:
        """Bytes of the current space that have been used; the collector looks only when it leaves the space."""
        return max(self.space_touched, self.used)

    @property
    def garbage(self) -> int:
        """Bytes allocated since the last collection, all of which may be garbage, if looking for it is worth it."""
        allocated = self.used - self.live_after_collection
        return allocated if allocated >= LEAST_GARBAGE and self.used <= MOST_COMPACTED else 0


class HeapPages:
    """The pages of the two spaces in a memory. Sizes are in bytes."""

    __reduce__ = refuse_copy

    def __init__(self, memory: LinearMemory) -> None:
        self._memory = memory
        self._wanted = 0
        self._collections = get_field(memory.view, Context, CONTEXT_OFFSET, "collections")

    @property
    def committed(self) -> int:
        """Bytes of both spaces that have been used and not been given back."""
        heap = self._heap()
        return heap.touched + heap.other_touched

    @property
    def spare(self) -> int:
        """What resting would give back, by estimate."""
        top, _, start, _, _, touched, other, live, _ = _WORDS.unpack_from(self._memory.view, _PLACE)
        used = top - start
        spare: int = max(touched - used, 0) + other
        return spare + used - live if used - live >= LEAST_GARBAGE and used <= MOST_COMPACTED else spare

    @property
    def is_worth_compacting(self) -> bool:
        """Whether there may be garbage, and little enough altogether that looking for it takes no time."""
        return self._heap().garbage > 0

    def trim(self) -> None:
        """The context is running: give back what is far more than its next collections will use."""
        done = get_field(self._memory.view, Context, CONTEXT_OFFSET, "collections") - self._collections
        if done == 0:
            return
        heap = self._heap()
        self._collections += done
        self._wanted = max(heap.heap_end - heap.space_start, MINIMUM_GROWTH, int(self._wanted * DECAY**done))
        if max(heap.touched, heap.other_touched) > 2 * self._wanted:
            self._keep(heap, self._wanted, self._wanted)

    def give_back(self) -> None:
        """The context rests: give back all that holds no object."""
        heap = self._heap()
        self._keep(heap, heap.used, 0)

    def _heap(self) -> _Heap:
        return _Heap._make(_WORDS.unpack_from(self._memory.view, _PLACE))

    def _keep(self, heap: _Heap, current: int, other: int) -> None:
        """Give back what lies beyond so many bytes of each space."""
        self._cut("space_touched", heap.space_start, heap.touched, current)
        self._cut("other_touched", heap.other_start, heap.other_touched, other)

    def _cut(self, name: str, start: int, touched: int, kept: int) -> None:
        if touched > kept:
            self._memory.discard(start + kept, start + touched)
            set_field(self._memory.view, Context, CONTEXT_OFFSET, name, kept)
