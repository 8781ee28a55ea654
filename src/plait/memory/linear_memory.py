"""The linear memory of one context: address space reserved at once, pages committed when they are touched.

In front of offset 0 lies the worker page (see `kernel.worker_page`); the whole 4 GiB that a 32-bit offset can
name is reserved, and a guard behind it, so that nothing that native code does with an offset leaves the reservation.
"""

from __future__ import annotations

import ctypes
import mmap

from plait.errors import PlaitError, refuse_copy
from plait.kernel.worker_page import WORKER_PAGE_SIZE
from plait.memory.address_space import AddressSpace
from plait.memory.shared_pages import SharedPages

RESERVED = 1 << 32
GUARD = 1 << 20
FRONT = max(mmap.PAGESIZE, WORKER_PAGE_SIZE)


class LinearMemory:
    """A reservation whose first `size` bytes can be used. `base` is the host address of offset 0.

    Raises `PlaitError` when the operating system refuses, and on systems where plait does not run.
    """

    __reduce__ = refuse_copy

    def __init__(self, size: int) -> None:
        self.size = -(-size // mmap.PAGESIZE) * mmap.PAGESIZE
        if self.size > RESERVED:
            raise PlaitError(f"a context cannot have more than {RESERVED} bytes of memory")
        self._space = AddressSpace("a context", FRONT + RESERVED + GUARD, 0, FRONT + self.size)
        self.base = self._space.start + FRONT
        self._bytes = (ctypes.c_char * self.size).from_address(self.base)
        self.view = memoryview(self._bytes).cast("B")

    def begin_with(self, offset: int, pages: SharedPages) -> None:
        """Let the memory, which is still unused, hold these pages from an offset on."""
        pages.lay(self._space, FRONT + offset)

    def release(self) -> None:
        """Return the whole reservation; nothing may use the memory afterwards. It happens by itself otherwise."""
        self.view.release()
        self._space.release()

    def discard(self, start: int, end: int) -> None:
        """Give the whole pages between two offsets back; they read afterwards as they began."""
        first = -(-start // mmap.PAGESIZE) * mmap.PAGESIZE
        length = end // mmap.PAGESIZE * mmap.PAGESIZE - first
        if length > 0:
            self._space.discard(FRONT + first, length)
