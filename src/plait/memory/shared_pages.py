"""Pages that many memories begin with: each maps them for itself, and copies those alone that it writes.

They stand in files without names that are in memory only. Nobody can change them any more once they are made, not even
a process that has been forked. Where the system has no such files, or the process no room for one, they are copied.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import threading
import weakref
from contextlib import suppress
from typing import Final

from plait.errors import refuse_copy
from plait.kernel.ownership import Owned
from plait.memory.address_space import AddressSpace

try:
    import fcntl
except ImportError:  # pragma: no cover
    HAS_FILES = False
else:
    HAS_FILES = hasattr(os, "memfd_create") and hasattr(fcntl, "F_ADD_SEALS")

MOST_OPEN: Final = 64
"""How many files are open at once; what has not been mapped for the longest time is closed, and made again at need."""

FEWEST_PAGES: Final = 4
"""So few pages are copied: that takes no longer."""


class _File:
    """A file of pages, which cannot be changed any more."""

    __reduce__ = refuse_copy

    def __init__(self, data: bytes) -> None:
        self.number = os.memfd_create("plait pages", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        self._owned = Owned(os.close, self.number)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.number, rest) :]
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SEAL
        fcntl.fcntl(self.number, fcntl.F_ADD_SEALS, seals)


class SharedPages:
    """Whole pages of bytes."""

    __reduce__ = refuse_copy

    def __init__(self, data: bytes) -> None:
        assert len(data) % mmap.PAGESIZE == 0
        self._data = data
        self._file: _File | None = None

    def lay(self, space: AddressSpace, offset: int) -> None:
        """Let a part of some address space that can be used, and has not been, begin with these pages."""
        if not (HAS_FILES and len(self._data) > FEWEST_PAGES * mmap.PAGESIZE and _open_files.map(self, space, offset)):
            ctypes.memmove(space.start + offset, self._data, len(self._data))

    @property
    def is_open(self) -> bool:
        """Whether there is a file of them now."""
        return self._file is not None

    def open(self) -> _File | None:
        """The file of the pages; None if there is no room for one."""
        if self._file is None:
            with suppress(OSError):
                self._file = _File(self._data)
        return self._file

    def close(self) -> None:
        """There need not be a file any more; what was mapped stays."""
        self._file = None


class _OpenFiles:
    """Those that have a file, in the order in which they were mapped. Under its lock they are mapped and closed."""

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """At first, and in a process that has been forked."""
        self._lock = threading.RLock()
        self._used: dict[int, weakref.ref[SharedPages]] = {}

    def map(self, pages: SharedPages, space: AddressSpace, offset: int) -> bool:
        """Map pages; whether that was possible."""
        with self._lock:
            file = pages.open()
            if file is None:
                return False
            self._used.pop(id(pages), None)
            self._used[id(pages)] = weakref.ref(pages)
            if len(self._used) > MOST_OPEN:
                self._close_some()
            space.map_file(file.number, offset, len(pages._data))
            return True

    def _close_some(self) -> None:
        alive = {number: reference for number, reference in self._used.items() if reference() is not None}
        for number in list(alive)[: max(0, len(alive) - MOST_OPEN)]:
            found = alive.pop(number)()
            if found is not None:
                found.close()
        self._used = alive


_open_files = _OpenFiles()

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_open_files.reset)
