"""The table of a context's handles."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Iterable

from plait.errors import LimitError, refuse_copy
from plait.memory.fields import get_field, set_field
from plait.memory.layouts import CONTEXT_OFFSET, HANDLES_CAPACITY, HANDLES_OFFSET, Context
from plait.memory.linear_memory import LinearMemory


class HandleTable:
    """Indices of `any` words in the context's memory. `dropped` takes the indices of handles that Python has let go."""

    __reduce__ = refuse_copy

    def __init__(self, memory: LinearMemory, free: Iterable[int] = ()) -> None:
        # Not the context: the two would keep each other, and with them the memory, until the next cycle collection.
        self._memory = memory
        self._free = list(free)
        self.dropped: deque[int] = deque()

    @property
    def _used(self) -> int:
        return get_field(self._memory.view, Context, CONTEXT_OFFSET, "handle_count")

    @property
    def count(self) -> int:
        """How many handles are held."""
        self._release_dropped()
        return self._top() - len(self._free)

    def add(self, word: int) -> int:
        """Hold a word; its index. Raises `LimitError` when the table is full."""
        self._release_dropped()
        if self._free:
            index = self._free.pop()
        else:
            index = self._top()
            if index == HANDLES_CAPACITY:
                raise LimitError("handles", f"Python holds {HANDLES_CAPACITY} objects of the context; drop some")
            set_field(self._memory.view, Context, CONTEXT_OFFSET, "handle_count", index + 1)
        self.set(index, word)
        return index

    def remove(self, index: int) -> None:
        """Let go of a word."""
        self.set(index, 0)
        self._free.append(index)

    def get(self, index: int) -> int:
        """The word at an index."""
        word: int = struct.unpack_from("<Q", self._memory.view, HANDLES_OFFSET + 8 * index)[0]
        return word

    def set(self, index: int, word: int) -> None:
        """Replace the word at an index."""
        struct.pack_into("<Q", self._memory.view, HANDLES_OFFSET + 8 * index, word)

    def _top(self) -> int:
        return get_field(self._memory.view, Context, CONTEXT_OFFSET, "handle_count")

    def _release_dropped(self) -> None:
        while self.dropped:
            self.remove(self.dropped.popleft())
