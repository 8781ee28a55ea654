"""Who looks into a context, and who runs it: classes, because every call from Python goes through them."""

from __future__ import annotations

import sys
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Final

from plait.errors import PlaitError
from plait.vm.context import VmContext
from plait.vm.idle_contexts import idle_contexts

if TYPE_CHECKING:
    from plait.vm.execution import Execution
    from plait.vm.vm import Vm


_HOLD_WORDS: Final = frozenset(
    {
        "plait.memory.fields",
        "plait.vm.handles",
        "plait.vm.handle_table",
        "plait.vm.host.fetching",
        "plait.vm.host.sending",
        "plait.vm.host_memory",
        "plait.vm.machine",
        "plait.vm.values",
    }
)
"""Modules that hold words of the heap while they work, and call nothing of Python's meanwhile."""


def _is_of_plait(frame: FrameType) -> bool:
    name = str(frame.f_globals.get("__name__"))
    return name.startswith("plait.") or name == "contextlib"


def _check_place() -> None:
    """Refuse to enter a context a second time in the midst of reading or writing its heap: a handler of signals or a
    finaliser runs there, and what it did would move what is being read or written.

    Raises `PlaitError`.
    """
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and _is_of_plait(frame):
        frame = frame.f_back
    while frame is not None and not _is_of_plait(frame):
        frame = frame.f_back
    if frame is not None and frame.f_globals["__name__"] in _HOLD_WORDS:
        raise PlaitError(
            "a context cannot be called in the midst of what plait does with its heap: let a handler of signals or a "
            "finaliser note what it wants, and call later"
        )


class Entered:
    """Who looks into an open context or runs it: one thread at a time, while no other runs it."""

    __slots__ = ("_context", "_vm")

    def __init__(self, vm: Vm, context: VmContext) -> None:
        self._vm = vm
        self._context = context

    def __enter__(self) -> None:
        vm, context = self._vm, self._context
        if not isinstance(context, VmContext):
            raise TypeError(f"a VmContext is needed, not {type(context).__name__}; Vm.load makes one")
        if context.owner() is not vm:
            raise ValueError("the context belongs to another Vm")
        if context.is_closed:
            raise PlaitError("the context is closed")
        if context.is_in_background:
            raise PlaitError("the context is running in the background: await what runs, or use call_async")
        if context.users:
            _check_place()
        vm.take()
        if context.users == 0:
            idle_contexts.wake(context)
            context.gate.is_open = 0
            context.snapshot = None
        context.users += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        vm, context = self._vm, self._context
        context.users -= 1
        try:
            if context.users == 0 and not context.is_closed and context.can_rest:
                idle_contexts.rest(context, vm.machine)
                context.open_gate()
        finally:
            vm.give_back()


class Running:
    """Who runs an open context; the outermost call may have a timeout of its own."""

    __slots__ = ("_entered", "_execution", "_timeout", "_vm")

    def __init__(self, vm: Vm, context: VmContext, timeout: float | None) -> None:
        self._vm = vm
        self._timeout = timeout
        self._entered = Entered(vm, context)
        self._execution: Execution | None = None

    def __enter__(self) -> None:
        self._entered.__enter__()
        if not self._vm.is_running:
            self._execution = self._vm.begin_execution(self._timeout)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._execution is not None:
                self._vm.end_execution(self._execution)
        finally:
            self._entered.__exit__(kind, error, trace)
