"""Running something on a thread of its own, with as much stack as deep recursion needs."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from plait.collector import resting_collector
from plait.threads import start_thread

Result = TypeVar("Result")

STACK_BYTES: Final = 128 << 20
"""Address space of the thread's stack; memory is used only for what is reached."""

RECURSION_LIMIT: Final = 60_000
"""Frames of Python: more than `compilation.MAX_DEPTH` levels take."""


class _Limit:
    """Python's own limit of recursion, which belongs to all threads: raised while any thread needs it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._users = 0
        self._before = 0

    def raise_(self) -> None:
        """Begin to need a high limit."""
        with self.lock:
            if self._users == 0:
                self._before = sys.getrecursionlimit()
                sys.setrecursionlimit(max(self._before, RECURSION_LIMIT))
            self._users += 1

    def lower(self) -> None:
        """Need it no more."""
        with self.lock:
            self._users -= 1
            if self._users == 0 and sys.getrecursionlimit() == max(self._before, RECURSION_LIMIT):
                sys.setrecursionlimit(self._before)


_limits = [_Limit()]
"""That of this process alone."""


def _forget_other_threads() -> None:
    """In the child after a fork: the threads that held the lock or a high limit are not there."""
    _limits[0] = _Limit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_other_threads)


class _Work(Generic[Result]):
    """Something to do, and what came of it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self.result: list[Result] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do it."""
        try:
            self.result.append(self._work())
        except BaseException as error:
            self.error = error


def on_own_stack(work: Callable[[], Result], stop: Callable[[], None]) -> Result:
    """What the work gives or raises. It runs on another thread, for which this one waits.

    `stop` lets the work end soon; it is called when an exception comes while this thread waits, such as
    `KeyboardInterrupt`, which is then raised.
    """
    task = _Work(work)
    limit = _limits[0]
    limit.raise_()
    try:
        with resting_collector():
            thread = start_thread(task.run, "plait-front-end", STACK_BYTES)
            try:
                thread.join()
            except BaseException:
                stop()
                thread.join()
                raise
    finally:
        limit.lower()
    if task.error is not None:
        raise task.error
    return task.result[0]
