"""Reserving address space of the process, of which a part can be used; pages are committed when they are touched."""

from __future__ import annotations

import ctypes
import gc
import mmap
import os
import sys
from functools import cache

from plait.errors import PlaitError, refuse_copy

_PROT_NONE = 0
_MAP_PRIVATE = 0x02
_MAP_FIXED = 0x10
_MAP_ANONYMOUS = 0x1000 if sys.platform == "darwin" else 0x20
_MAP_NORESERVE = 0x40 if sys.platform == "darwin" else 0x4000
_MADV_DONTNEED = 4


class AddressSpace:
    """A reservation of `length` bytes at the host address `start`, of which `size` bytes from `offset` on can be used.

    All three are multiples of the page. `purpose` stands in messages. It ends when it is released or not referred to
    any more: not before that, as finalisers would, for those of others may still use it. Raises `PlaitError` when the
    operating system refuses, and on systems where plait does not run.
    """

    __reduce__ = refuse_copy

    def __init__(self, purpose: str, length: int, offset: int, size: int) -> None:
        if sys.platform == "win32":
            raise PlaitError("plait does not run on Windows yet: its memory needs POSIX mmap")
        try:
            self._map = _reserved(length)
        except OSError:
            # What nobody refers to any more may still hold some.
            gc.collect()
            try:
                self._map = _reserved(length)
            except OSError as error:
                reason = f"{error.strerror}{_limit_hint()}"
                raise PlaitError(
                    f"cannot reserve {length >> 20} MiB of address space for {purpose}: {reason}"
                ) from None
        self.start = _start_of(self._map)
        if _libc().mprotect(self.start + offset, size, mmap.PROT_READ | mmap.PROT_WRITE) != 0:
            reason = _reason()
            self.release()
            raise PlaitError(f"cannot use {size >> 20} MiB of memory for {purpose}: {reason}")

    def release(self) -> None:
        """Return the whole reservation; nothing may use it afterwards."""
        self._map.close()

    def map_file(self, descriptor: int, offset: int, length: int) -> None:
        """Let whole pages begin with what a file does, which does not change. What was there before is lost.

        Raises `PlaitError` when the operating system refuses: then the pages cannot be used any more.
        """
        protection = mmap.PROT_READ | mmap.PROT_WRITE
        flags = _MAP_PRIVATE | _MAP_FIXED | _MAP_NORESERVE
        start = self.start + offset
        if _libc().mmap(start, length, protection, flags, descriptor, 0) != start:
            raise PlaitError(f"cannot map {length >> 10} KiB: {_reason()}; there may be too many mappings of contexts")

    def discard(self, offset: int, length: int) -> None:
        """Give whole pages back: they read as zeros afterwards, or as the file that they began with.

        Does nothing where that cannot be had.
        """
        if sys.platform == "linux":
            _libc().madvise(self.start + offset, length, _MADV_DONTNEED)


def _reserved(length: int) -> mmap.mmap:
    """A reservation of which nothing can be used yet. Raises `OSError`."""
    return mmap.mmap(-1, length, flags=_MAP_PRIVATE | _MAP_ANONYMOUS | _MAP_NORESERVE, prot=_PROT_NONE)


class _Buffer(ctypes.Structure):
    """CPython's `Py_buffer`."""

    _fields_ = (
        ("start", ctypes.c_void_p),
        ("owner", ctypes.c_void_p),
        ("length", ctypes.c_ssize_t),
        ("item_size", ctypes.c_ssize_t),
        ("is_read_only", ctypes.c_int),
        ("dimensions", ctypes.c_int),
        ("rest", ctypes.c_void_p * 5),
    )


def _start_of(reserved: mmap.mmap) -> int:
    """Where a reservation is."""
    buffer = _Buffer()
    ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(reserved), ctypes.byref(buffer), 0)
    start: int = buffer.start
    ctypes.pythonapi.PyBuffer_Release(ctypes.byref(buffer))
    return start


@cache
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_longlong]
    libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return libc


def _limit_hint() -> str:
    """What to do when a process may have so much address space only."""
    try:
        import resource

        limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    except (ImportError, OSError):
        return ""
    if limit == resource.RLIM_INFINITY:
        return "; close contexts that are not needed"
    return (
        f"; the process may have {limit >> 20} MiB of it in all (ulimit -v), of which contexts need much, but memory "
        "only when they use it: raise that limit, and limit memory by VmOptions(max_memory=...) or by the container"
    )


def _reason() -> str:
    return os.strerror(ctypes.get_errno())
