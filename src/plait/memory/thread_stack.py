"""How much of the calling thread's own stack is left, where the system can say so."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable
from typing import Any

_here = threading.local()


def stack_left(place: Callable[[], int]) -> int | None:
    """How many bytes of its stack the calling thread has left; None where that is not known.

    `place` is native code that says where the stack is. A thread whose stack has been exchanged by somebody else is not
    known either.
    """
    bounds = getattr(_here, "bounds", None)
    if bounds is None:
        bounds = _here.bounds = _bounds()
    low, high = bounds
    now = place()
    return now - low if low < now <= high else None


def _bounds() -> tuple[int, int]:
    """The lowest place of the stack of the calling thread, and that above it; nothing where that is not known."""
    try:
        return _bounds_on_mac() if sys.platform == "darwin" else _bounds_on_linux()
    except (AttributeError, OSError):
        return 0, 0


def _bounds_on_linux() -> tuple[int, int]:
    library: Any = ctypes.CDLL(None)
    library.pthread_self.restype = ctypes.c_void_p
    attributes = ctypes.create_string_buffer(256)
    if library.pthread_getattr_np(ctypes.c_void_p(library.pthread_self()), attributes) != 0:
        return 0, 0
    low, size, guard = ctypes.c_void_p(), ctypes.c_size_t(), ctypes.c_size_t()
    library.pthread_attr_getstack(attributes, ctypes.byref(low), ctypes.byref(size))
    library.pthread_attr_getguardsize(attributes, ctypes.byref(guard))
    library.pthread_attr_destroy(attributes)
    start = low.value or 0
    # Some versions of the C library count the guard in.
    return start + guard.value, start + size.value


def _bounds_on_mac() -> tuple[int, int]:
    library: Any = ctypes.CDLL(None)
    library.pthread_self.restype = ctypes.c_void_p
    library.pthread_get_stackaddr_np.restype = ctypes.c_void_p
    library.pthread_get_stacksize_np.restype = ctypes.c_size_t
    thread = ctypes.c_void_p(library.pthread_self())
    high = library.pthread_get_stackaddr_np(thread) or 0
    return high - library.pthread_get_stacksize_np(thread), high
