"""What a `Vm` does with data and exports of its contexts: for the contexts, the handles, and whoever reads values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from plait.errors import GuestError
from plait.vm.handles import GuestObject
from plait.vm.host.bridge import Bridge
from plait.vm.host.errors import complete_error, thrown_value
from plait.vm.host.exports import Exports, call_exported, find_function
from plait.vm.host.fetching import fetch
from plait.vm.host.limits import AwaitedLimits, check_limits, is_long, limited
from plait.vm.host.objects import Objects, read_handle
from plait.vm.host.prepared import PreparedCall, prepare, prepare_at_once
from plait.vm.host.sending import send
from plait.vm.host.started import StartedCall, run_for, start_call
from plait.vm.runner import refuse_nested
from plait.vm.top_level import run_top_level, start_function

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.values import HostValue
    from plait.vm.vm import Vm


class HostSide:
    """Data and exports of the contexts of one `Vm`."""

    def __init__(self, vm: Vm) -> None:
        self._vm = vm

    def run_function(
        self, context: VmContext, function: int, arguments: Sequence[HostValue], *, copies: bool
    ) -> HostValue:
        """Call a function by its index; objects in its result come as copies, or as handles."""
        if not (self._vm.is_running and context.users):
            with self._vm.running(context):
                return self.run_function(context, function, arguments, copies=copies)
        runner = self._vm.runner()
        if context.bridge.is_describing:
            task = runner.start(context, function, arguments)
        else:
            task = start_function(self._vm, runner, context, function, arguments)
        return runner.call(context, task, context.module.functions[function].result, False, copies)

    def make_bridge(self, context: VmContext) -> Bridge:
        """What the host keeps of a context."""
        return Bridge(self._vm, context)

    def objects(self, context: VmContext) -> Objects:
        """What Python does with the objects of a context that it holds."""
        return Objects(context.bridge)

    def takes_data(self, context: VmContext) -> bool:
        """Whether the context's program takes dicts and other data of Python's."""
        return context.bridge.can_serve

    def send_data(self, context: VmContext, value: HostValue, name: object) -> GuestObject:
        """A handle of what a value of Python is in the program; messages call it by the name."""
        with self._vm.running(context):
            return send(context.bridge, value, name)

    def read_data(self, context: VmContext, word: int, name: str = "the result") -> HostValue:
        """A copy of a value of the program."""
        with self._vm.running(context):
            return fetch(context.bridge, word, name)

    def read_result(self, context: VmContext, word: int, copies: bool) -> HostValue:
        """A value of the program, objects as copies or as handles."""
        return fetch(context.bridge, word, "the result") if copies else read_handle(context.bridge, word)

    def prepare(self, context: VmContext, name: str) -> PreparedCall:
        """What calls what a program exports by a name."""
        return prepare(context.bridge, name)

    def prepare_at_once(self, context: VmContext, name: str) -> Callable[..., Any] | None:
        """What makes quick calls of what a program exports by a name, for calls that are awaited; None for no such."""
        return prepare_at_once(context.bridge, name)

    def call_export(
        self,
        context: VmContext,
        name: str,
        arguments: tuple[HostValue, ...],
        copies: bool,
        fuel: int | None,
        timeout: float | None,
    ) -> HostValue:
        """Call what a program exports by a name; what is called again is prepared for that."""
        # Calls that a function of the host makes are never quick, and go through as few functions as can be.
        if copies and not context.users and is_long(timeout):
            check_limits(fuel, None)
            prepared = context.bridge.prepared(name)
            if prepared is not None:
                return prepared.within(timeout, fuel, arguments)
        return self.call_slowly(context, name, arguments, copies, fuel, timeout)

    def call_slowly(
        self,
        context: VmContext,
        name: str,
        arguments: tuple[HostValue, ...],
        copies: bool,
        fuel: int | None,
        timeout: float | None,
    ) -> HostValue:
        """The same, for what is not prepared, or cannot be quick."""
        with limited(self._vm, context, fuel, timeout):
            if context.bridge.can_serve:
                return call_exported(context.bridge, name, arguments, copies)
            return self._vm.call_index(context, find_function(context.module, name), arguments)

    def complete_error(self, context: VmContext, error: GuestError, word: int) -> GuestError:
        """An exception for what a program has thrown, with what the program can say about that."""
        if self.takes_data(context):
            with self._vm.running(context):
                return complete_error(context.bridge, error, word)
        return error

    def thrown_value(self, context: VmContext, word: int) -> HostValue:
        """What a program has thrown: data as a copy."""
        with self._vm.running(context):
            return thrown_value(context.bridge, word)

    async def call_export_async(
        self,
        context: VmContext,
        name: str,
        arguments: tuple[HostValue, ...],
        copies: bool,
        fuel: int | None,
        timeout: float | None,
    ) -> HostValue:
        """Call what a program exports by a name, from an event loop."""
        from plait.vm.host.calls_async import call_exported_async

        return await call_exported_async(context.bridge, name, arguments, copies, AwaitedLimits(fuel, timeout))

    async def run_async(self, context: VmContext, fuel: int | None, timeout: float | None) -> HostValue:
        """Run the top level from an event loop, unless it has run, and all that it has started."""
        from plait.vm.host.calls_async import run_async

        return await run_async(context.bridge, AwaitedLimits(fuel, timeout))

    def start_call(self, context: VmContext, name: str, arguments: tuple[HostValue, ...]) -> StartedCall:
        """Queue a call of what a program exports by a name."""
        with self._vm.running(context):
            return start_call(context.bridge, name, arguments)

    def run_for(self, context: VmContext, fuel: int) -> bool:
        """Let the tasks of a context use so much fuel; whether something is left that can go on now."""
        return run_for(self._vm, context, fuel)

    def run_top_level(self, context: VmContext, fuel: int | None, timeout: float | None) -> HostValue:
        """Run the top level, unless it has run, and all that it has started; what it has returned."""
        with limited(self._vm, context, fuel, timeout):
            refuse_nested(context)
            return run_top_level(self._vm, self._vm.runner(), context)

    def exports_of(self, context: VmContext) -> Exports:
        """What a program exports, by name."""
        return Exports(context)
