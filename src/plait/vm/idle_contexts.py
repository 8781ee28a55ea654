"""Contexts that rest: kept by the host, while nothing of them runs. Together they hold a bounded amount of memory
beyond their objects.

A context that is called again and again keeps its heap's pages from one call to the next. Those of a process that
rest may keep `MAX_SPARE` bytes; beyond, the ones that have rested longest drop their garbage and give back their pages.
"""

from __future__ import annotations

import os
import threading
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from plait.errors import refuse_copy

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.machine import Machine

MAX_SPARE = 1 << 26
"""How many bytes that hold no reachable object the resting contexts of a process keep."""

LEAST_SPARE = 1 << 16
"""A context that keeps less is not counted."""

LONG_SLEEP = 1.0
"""A context that is to sleep for so many seconds rests, and keeps nothing."""


class _Resting(NamedTuple):
    context: weakref.ref[VmContext]
    machine: Machine
    spare: int


class IdleContexts:
    """The resting contexts that have kept their pages, in the order in which they came to rest.

    While one is here any thread may work on its memory, holding the lock; so it is taken out before it is used.
    """

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        self._fresh()

    def _fresh(self) -> None:
        self._lock = threading.RLock()
        self._resting: dict[int, _Resting] = {}
        self._spare = 0

    @property
    def spare(self) -> int:
        """Bytes that all of them keep."""
        return self._spare

    def rest(self, context: VmContext, machine: Machine) -> None:
        """The context is not used any more for now."""
        spare = context.heap_pages.spare
        if spare < LEAST_SPARE:
            return
        with self._lock:
            context.is_resting = True
            entry = _Resting(weakref.ref(context), machine, spare)
            self._resting[context.id] = entry
            self._spare += entry.spare
            while self._spare > MAX_SPARE:
                self._evict(next(iter(self._resting)))

    def wake(self, context: VmContext) -> None:
        """The context is used again, or closed."""
        if context.is_resting:
            with self._lock:
                self._take(context.id)
                context.is_resting = False

    def reset_in_child(self) -> None:
        """After a fork, in the child: who held the lock is not there. What rests keeps its pages until it is used."""
        self._fresh()

    def _take(self, number: int) -> _Resting | None:
        entry = self._resting.pop(number, None)
        if entry is not None:
            self._spare -= entry.spare
        return entry

    def _evict(self, number: int) -> None:
        entry = self._take(number)
        assert entry is not None
        context = entry.context()
        if context is not None:
            # Quick calls, which do not wake a context, are made by others than this thread only while the gate is open.
            was_open, context.gate.is_open = context.gate.is_open, 0
            give_back(context, entry.machine)
            context.gate.is_open = was_open
            context.is_resting = False


def give_back(context: VmContext, machine: Machine) -> None:
    """Let a context of which nothing runs keep its objects alone, as far as that takes no time."""
    if context.heap_pages.is_worth_compacting:
        machine.compact(context)
    context.heap_pages.give_back()


idle_contexts = IdleContexts()
"""Those of this process."""

with suppress(AttributeError):
    os.register_at_fork(after_in_child=idle_contexts.reset_in_child)
