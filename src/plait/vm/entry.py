"""Who looks into a context, and who runs it: classes, because every call from Python goes through them."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from plait.errors import PlaitError
from plait.vm.context import VmContext
from plait.vm.idle_contexts import idle_contexts

if TYPE_CHECKING:
    from plait.vm.execution import Execution
    from plait.vm.vm import Vm


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
