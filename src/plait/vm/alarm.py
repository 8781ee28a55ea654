"""Alarms: functions that are called at a time of the system's clock, by one thread that all of the process share.

The thread starts with the first alarm and sleeps while there is none. A function that is called so must come back at
once, and must not raise.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue


class Alarms:
    """The alarms that are set; at most one for a function."""

    def __init__(self) -> None:
        self._due: dict[Callable[[], None], float] = {}
        self._begin()

    def _begin(self) -> None:
        """Without a thread, as at first, and in a process that has been forked."""
        self._lock = threading.RLock()
        # A lock that a signal handler may find taken by the thread it interrupts is no use to wake anyone by.
        self._changes: SimpleQueue[None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._next_look = math.inf
        """When the thread looks at the alarms by itself."""

    def set(self, function: Callable[[], None], seconds: float) -> None:
        """Let the function be called in so many seconds, and not when it was to be called before."""
        due = time.monotonic() + seconds
        with self._lock:
            self._due[function] = due
            if due < self._next_look:
                self._next_look = due
                self._wake()

    def clear(self, function: Callable[[], None]) -> None:
        """Do not let the function be called, unless that is happening just now."""
        with self._lock:
            self._due.pop(function, None)

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="plait-alarms", daemon=True)
            self._thread.start()
        self._changes.put(None)

    def _serve(self) -> None:
        while True:
            with suppress(Empty):
                pause = self._next_look - time.monotonic()
                self._changes.get(timeout=None if math.isinf(pause) else max(0.0, min(pause, LONGEST_PAUSE)))
            for function in self._take_due():
                function()

    def _take_due(self) -> list[Callable[[], None]]:
        with self._lock:
            now = time.monotonic()
            found = [function for function, due in self._due.items() if due <= now]
            for function in found:
                del self._due[function]
            self._next_look = min(self._due.values(), default=math.inf)
        return found

    def after_fork(self) -> None:
        """The child has the alarms, but not the thread."""
        self._begin()
        if self._due:
            self._next_look = min(self._due.values())
            self._wake()


LONGEST_PAUSE = 3600.0
"""How many seconds the thread sleeps at most: no system's wait takes any number."""

alarms = Alarms()
"""The alarms of this process."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=alarms.after_fork)
