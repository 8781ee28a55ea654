"""Threads whose stack is as large as is wanted."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable


class _Starting:
    """`lock` is held while the size of the stacks of new threads, which belongs to the process, is another."""

    def __init__(self) -> None:
        self.lock = threading.Lock()

    def renew(self) -> None:
        """In the child of a fork: whoever holds the lock in the parent is not there."""
        self.lock = threading.Lock()


_starting = _Starting()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_starting.renew)


def start_thread(work: Callable[[], None], name: str, stack_size: int) -> threading.Thread:
    """A started daemon thread with so many bytes of stack, of which only what is used is committed.

    The size that the process has set for the threads that others start stays what it is; only a thread that is started
    at this very moment gets more.
    """
    thread = threading.Thread(target=work, name=name, daemon=True)
    with _starting.lock:
        before = threading.stack_size(stack_size)
        try:
            thread.start()
        finally:
            # Somebody else may have set another size meanwhile, which then holds.
            if threading.stack_size() == stack_size:
                threading.stack_size(before)
    return thread
