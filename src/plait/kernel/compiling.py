"""Where LLVM is used: by one thread at a time, on a stack that is large enough for it, and not across a fork.

A child of a fork has the forking thread alone. What another thread was in the middle of stays as it was for ever: a
lock held, a module half imported, LLVM's own state. So a fork waits until no thread compiles, which is a moment for the
code of a program and some seconds at the first start, when the kernels are compiled.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from plait.threads import start_thread

T = TypeVar("T")

STACK_SIZE: Final = 16 << 20
"""Bytes of stack of a thread that compiles: LLVM goes down into what it compiles. Only what is used is committed."""

EXIT_SECONDS: Final = 10.0
"""How long the end of the process waits for the compilation under way, at most."""

compiling: Final = threading.RLock()
"""Held by the thread that uses LLVM, or imports what it needs for that; it waits for no other thread meanwhile."""

_here: Final = threading.local()


def start_compiler_thread(work: Callable[[], None]) -> threading.Thread:
    """A started daemon thread that is allowed to compile, whatever stack other threads get."""

    def run() -> None:
        _here.may_compile = True
        work()

    return start_thread(run, "plait-compiler", STACK_SIZE)


def on_compiler_thread(work: Callable[[], T]) -> T:
    """What `work` gives or raises, done in a thread that may compile: this one, or one of its own that is waited for.

    `compiling` is held meanwhile. The wait can be interrupted; the work then goes on by itself.
    """
    if getattr(_here, "may_compile", False):
        with compiling:
            return work()
    results: list[T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            with compiling:
                results.append(work())
        except BaseException as failure:
            failures.append(failure)

    # Again, if a signal's handler has forked meanwhile and this is the child, where the thread is not there.
    while not results and not failures:
        start_compiler_thread(run).join()
    if failures:
        raise failures[0]
    return results[0]


class _ForkGuard:
    """Holds, while the process forks, the locks of all who could be in the middle of compiling."""

    def __init__(self) -> None:
        self._held: list[Any] = []

    def acquire(self) -> None:
        """Before the fork: ours first, as everywhere; then llvmlite's, which its finalisers take without ours."""
        compiling.acquire()
        self._held.append(compiling)
        llvmlite = sys.modules.get("llvmlite.binding.ffi")
        if llvmlite is not None:
            lock = llvmlite.lib._lock._lock
            lock.acquire()
            self._held.append(lock)

    def release(self) -> None:
        """After the fork, in parent and child: the child's only thread is the one that holds them."""
        while self._held:
            self._held.pop().release()


_guard: Final = _ForkGuard()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_guard.acquire, after_in_parent=_guard.release, after_in_child=_guard.release)


ending: Final = threading.Event()
"""Set when the process ends: nothing that can be left is begun any more."""


def _end() -> None:
    """LLVM's own clean-up at the end of the process must not meet a compilation: the one under way ends first, and none
    begins after it.
    """
    ending.set()
    compiling.acquire(timeout=EXIT_SECONDS)


atexit.register(_end)
