"""Which pages of a context's two heap spaces stay committed, and when they go back to the operating system.

A page that was given back costs a fault when it is used again, so a running context keeps what its next collections
will use. Both spaces will be filled up to where the next collection is due; what lies beyond goes back when it is as
much again. What is wanted is remembered for some collections, so that a heap that shrinks and grows in turn keeps its
pages. A context that rests keeps what is in use (`vm/idle_contexts.py` says when).

All that decides are bytes allocated and collections done: a program's faults are the same in every run.
"""

from __future__ import annotations

from plait.errors import refuse_copy
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


class HeapPages:
    """The pages of the two spaces in a memory. Sizes are in bytes."""

    __reduce__ = refuse_copy

    def __init__(self, memory: LinearMemory) -> None:
        self._memory = memory
        self._wanted = 0
        self._collections = 0

    @property
    def committed(self) -> int:
        """Bytes of both spaces that have been used and not been given back."""
        return self._touched() + self._get("other_touched")

    @property
    def spare(self) -> int:
        """What resting would give back, by estimate."""
        return self.committed - self._used() + (self._garbage() if self.is_worth_compacting else 0)

    @property
    def is_worth_compacting(self) -> bool:
        """Whether there may be garbage, and little enough altogether that looking for it takes no time."""
        return self._garbage() >= LEAST_GARBAGE and self._used() <= MOST_COMPACTED

    def trim(self) -> None:
        """The context is running: give back what is far more than its next collections will use."""
        collections = self._get("collections")
        done = collections - self._collections
        if done == 0:
            return
        self._collections = collections
        now = max(self._get("heap_end") - self._get("space_start"), MINIMUM_GROWTH)
        self._wanted = max(now, int(self._wanted * DECAY**done))
        if self._touched() > 2 * self._wanted or self._get("other_touched") > 2 * self._wanted:
            self._keep(self._wanted, self._wanted)

    def give_back(self) -> None:
        """The context rests: give back all that holds no object."""
        self._keep(self._used(), 0)

    def _keep(self, current: int, other: int) -> None:
        """Give back what lies beyond so many bytes of each space."""
        self._cut("space_start", "space_touched", self._touched(), current)
        self._cut("other_start", "other_touched", self._get("other_touched"), other)

    def _cut(self, start: str, touched: str, end: int, kept: int) -> None:
        if end > kept:
            base = self._get(start)
            self._memory.discard(base + kept, base + end)
            set_field(self._memory.view, Context, CONTEXT_OFFSET, touched, kept)

    def _touched(self) -> int:
        """Bytes of the current space that have been used; the collector looks only when it leaves the space."""
        return max(self._get("space_touched"), self._used())

    def _used(self) -> int:
        return self._get("heap_top") - self._get("space_start")

    def _garbage(self) -> int:
        """Bytes allocated since the last collection, all of which may be garbage."""
        return self._used() - self._get("live_after_collection")

    def _get(self, name: str) -> int:
        return get_field(self._memory.view, Context, CONTEXT_OFFSET, name)
