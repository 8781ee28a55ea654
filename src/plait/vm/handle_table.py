"""The table of a context's handles."""

from __future__ import annotations

import struct
from collections import deque
from typing import TYPE_CHECKING

from plait.errors import LimitError
from plait.memory.layouts import HANDLES_CAPACITY, HANDLES_OFFSET

if TYPE_CHECKING:
    from plait.vm.context import VmContext


class HandleTable:
    """Indices of `any` words in the context's memory. `dropped` takes the indices of handles that Python has let go."""

    def __init__(self, context: VmContext) -> None:
        self._context = context
        self._free: list[int] = []
        self.dropped: deque[int] = deque()

    @property
    def count(self) -> int:
        """How many handles are held."""
        self._release_dropped()
        return self._context.get("handle_count") - len(self._free)

    def add(self, word: int) -> int:
        """Hold a word; its index. Raises `LimitError` when the table is full."""
        self._release_dropped()
        if self._free:
            index = self._free.pop()
        else:
            index = self._context.get("handle_count")
            if index == HANDLES_CAPACITY:
                raise LimitError("handles", f"Python holds {HANDLES_CAPACITY} objects of the context; drop some")
            self._context.set("handle_count", index + 1)
        self.set(index, word)
        return index

    def remove(self, index: int) -> None:
        """Let go of a word."""
        self.set(index, 0)
        self._free.append(index)

    def get(self, index: int) -> int:
        """The word at an index."""
        word: int = struct.unpack_from("<Q", self._context.memory.view, HANDLES_OFFSET + 8 * index)[0]
        return word

    def set(self, index: int, word: int) -> None:
        """Replace the word at an index."""
        struct.pack_into("<Q", self._context.memory.view, HANDLES_OFFSET + 8 * index, word)

    def _release_dropped(self) -> None:
        while self.dropped:
            self.remove(self.dropped.popleft())
