"""The linear memory of one context: address space reserved at once, pages committed when they are touched.

In front of offset 0 lies the worker page (see `kernel.worker_page`); the whole 4 GiB that a 32-bit offset can
name is reserved, and a guard behind it, so that nothing that native code does with an offset leaves the reservation.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
import weakref

from plait.errors import PlaitError, refuse_copy
from plait.kernel.worker_page import WORKER_PAGE_SIZE

RESERVED = 1 << 32
GUARD = 1 << 20
FRONT = max(mmap.PAGESIZE, WORKER_PAGE_SIZE)

_PROT_NONE = 0
_MAP_PRIVATE = 0x02
_MAP_ANONYMOUS = 0x1000 if sys.platform == "darwin" else 0x20
_MAP_NORESERVE = 0x40 if sys.platform == "darwin" else 0x4000
_MAP_FAILED = ctypes.c_void_p(-1).value
_MADV_DONTNEED = 4


class LinearMemory:
    """A reservation whose first `size` bytes can be used. `base` is the host address of offset 0.

    Raises `PlaitError` when the operating system refuses, and on systems where plait does not run.
    """

    __reduce__ = refuse_copy

    def __init__(self, size: int) -> None:
        if sys.platform == "win32":
            raise PlaitError("plait does not run on Windows yet: its memory needs POSIX mmap")
        self.size = -(-size // mmap.PAGESIZE) * mmap.PAGESIZE
        if self.size > RESERVED:
            raise PlaitError(f"a context cannot have more than {RESERVED} bytes of memory")
        libc = _libc()
        whole = FRONT + RESERVED + GUARD
        flags = _MAP_PRIVATE | _MAP_ANONYMOUS | _MAP_NORESERVE
        start = libc.mmap(None, whole, _PROT_NONE, flags, -1, 0)
        if start is None or start == _MAP_FAILED:
            raise PlaitError(f"cannot reserve {whole >> 20} MiB of address space for a context: {_reason()}")
        # Attached before anything can fail, so that the reservation is always returned.
        self._release = weakref.finalize(self, libc.munmap, start, whole)
        # At the end of the process a daemon thread may still be running in it.
        self._release.atexit = False
        if libc.mprotect(start, FRONT + self.size, mmap.PROT_READ | mmap.PROT_WRITE) != 0:
            reason = _reason()
            self._release()
            raise PlaitError(f"cannot use {self.size >> 20} MiB of memory for a context: {reason}")
        self.base: int = start + FRONT
        self._bytes = (ctypes.c_char * self.size).from_address(self.base)
        self.view = memoryview(self._bytes).cast("B")

    def release(self) -> None:
        """Return the whole reservation; nothing may use the memory afterwards. It happens by itself otherwise."""
        self.view.release()
        self._release()

    def discard(self, start: int, end: int) -> None:
        """Give the whole pages between two offsets back; they read as zeros afterwards."""
        first = -(-start // mmap.PAGESIZE) * mmap.PAGESIZE
        length = end // mmap.PAGESIZE * mmap.PAGESIZE - first
        if length > 0 and sys.platform == "linux":
            _libc().madvise(self.base + first, length, _MADV_DONTNEED)


def _libc() -> ctypes.CDLL:
    if not _loaded:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.mmap.restype = ctypes.c_void_p
        libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_longlong]
        libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
        libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
        libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
        _loaded.append(libc)
    return _loaded[0]


_loaded: list[ctypes.CDLL] = []


def _reason() -> str:
    import os

    return os.strerror(ctypes.get_errno())
