"""Python's cyclic collector, which rests while plait builds what nearly all stays."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Resting:
    """How many threads let the collector rest, and whether it is to go on behind the last of them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.count = 0
        self.was_enabled = False

    def renew(self) -> None:
        """In the child of a fork: the other threads of the parent are not there."""
        self.lock = threading.Lock()
        if self.count:
            self.count = 0
            if self.was_enabled:
                gc.enable()


_resting = _Resting()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_resting.renew)


@contextmanager
def resting_collector() -> Iterator[None]:
    """Let the collector of the process rest: what is built meanwhile is looked through once instead of again and again.

    A compilation is bounded by its budget, and so is what it leaves. Who has switched the collector off finds it off.
    """
    with _resting.lock:
        if _resting.count == 0:
            _resting.was_enabled = gc.isenabled()
            gc.disable()
        _resting.count += 1
    try:
        yield
    finally:
        with _resting.lock:
            # The child of a fork that was made meanwhile has begun anew.
            if _resting.count:
                _resting.count -= 1
                if _resting.count == 0 and _resting.was_enabled:
                    gc.enable()
