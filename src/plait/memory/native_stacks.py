"""The native stacks on which guest code runs, whatever the stack of the thread that called it is like."""

from __future__ import annotations

from typing import Final

from plait.errors import refuse_copy
from plait.memory.address_space import AddressSpace

GUARD: Final = 1 << 20
"""Bytes below a stack that cannot be touched: more than the frame of any one function."""

KEPT: Final = 64
"""How many stacks that nobody uses are kept."""


class NativeStack:
    """A stack of `size` bytes; `top` is its upper end, from which it grows downwards.

    Raises `PlaitError` for want of memory.
    """

    __reduce__ = refuse_copy

    def __init__(self, size: int) -> None:
        self._space = AddressSpace("a native stack", GUARD + size, GUARD, size)
        self.top = self._space.start + GUARD + size


class NativeStacks:
    """Stacks of `size` bytes, each used by one thread at a time.

    A thread needs one only while it is in native code, from which Python is never called, so that nested runs of one
    thread take turns on the same stack.
    """

    __reduce__ = refuse_copy

    def __init__(self, size: int) -> None:
        self._size = size
        self._free: list[NativeStack] = []

    def take(self) -> NativeStack:
        """A stack that is the caller's until it gives it back. Raises `PlaitError` for want of memory."""
        try:
            return self._free.pop()
        except IndexError:
            return NativeStack(self._size)

    def give_back(self, stack: NativeStack) -> None:
        """The stack is not used any more."""
        if len(self._free) < KEPT:
            self._free.append(stack)
