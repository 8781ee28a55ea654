"""Calls that are prepared once: what is called is looked for, and how, before the first of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plait.errors import refuse_copy
from plait.kernel.python_calls import NOT_BEGUN
from plait.vm.handles import GuestObject
from plait.vm.host.exports import found_export
from plait.vm.host.limits import abandon, fueled, limited
from plait.vm.host.operations import Serve
from plait.vm.quick_calls import BEGUN, OPERATION_SHIFT
from plait.vm.task_interpreter import RunResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from plait.vm.host.bridge import Bridge


class PreparedCall:
    """Calls what a program exports by a name, as `VmContext.call` does; data is copied both ways.

    A call that is done within some microseconds is one step of native code, during which Python's global lock is held.
    """

    __slots__ = ("_acquire", "_bridge", "_call", "_function", "_name", "_release")
    __reduce__ = refuse_copy

    def __init__(self, bridge: Bridge, name: str, quick: Callable[..., Any] | None) -> None:
        self._bridge = bridge
        self._name = name
        self._function = quick or _never
        self._acquire, self._release = bridge.vm.lock.acquire, bridge.vm.lock.release

    def __call__(self, /, *arguments: Any) -> Any:
        """Call it. Raises as `VmContext.call`."""
        if not self._acquire(False):
            self._bridge.vm.take()
        try:
            found = self._function(*arguments)
            return self._go_on(arguments, found[0], None) if type(found) is tuple else found
        except BaseException:
            drop_begun(self._bridge)
            raise
        finally:
            self._release()

    def within(self, timeout: float | None, fuel: int | None, arguments: tuple[Any, ...]) -> Any:
        """Call it; it has so many seconds, which are some, and so much fuel."""
        if not self._acquire(False):
            self._bridge.vm.take()
        try:
            context = self._bridge.context
            if fuel is None:
                found = self._function(*arguments)
                return self._go_on(arguments, found[0], timeout) if type(found) is tuple else found
            if context.gate.is_open:
                with fueled(context, fuel):
                    found = self._function(*arguments)
                    if type(found) is not tuple:
                        return found
                    if found[0] != NOT_BEGUN:
                        return self._go_on(arguments, found[0], timeout)
            return self._bridge.vm.host.call_slowly(context, self._name, arguments, True, fuel, timeout)
        except BaseException:
            drop_begun(self._bridge)
            raise
        finally:
            self._release()

    def _go_on(self, arguments: tuple[Any, ...], outcome: int, timeout: float | None) -> Any:
        """The call cannot be quick, or takes longer."""
        bridge = self._bridge
        if outcome == NOT_BEGUN and self._is_full():
            with bridge.vm.entered(bridge.context):
                # What the context keeps while it rests is counted anew.
                pass
            found = self._function(*arguments)
            if type(found) is not tuple:
                return found
            outcome = found[0]
        if outcome == NOT_BEGUN:
            return bridge.vm.host.call_slowly(bridge.context, self._name, arguments, True, None, timeout)
        with limited(bridge.vm, bridge.context, None, timeout):
            return bridge.go_on(RunResult(BEGUN - outcome))

    def _is_full(self) -> bool:
        """Whether nothing else is in the way of a quick call but that others have allocated so much."""
        context = self._bridge.context
        return bool(context.gate.is_open) and context.get("heap_top") > context.get("quick_top")

    def __repr__(self) -> str:
        return f"<plait prepared call of {self._name!r}>"


def drop_begun(bridge: Bridge) -> None:
    """An exception has come before the quick call that has begun could go on: nothing of it is to go on later."""
    context = bridge.context
    if not context.is_closed and not context.users and context.get("begun_task"):
        with bridge.vm.running(context):
            bridge.take_begun()
            abandon(bridge.vm, context)


def _never(*_: Any) -> tuple[int]:
    """Stands for a function that makes quick calls, where there is none."""
    return (NOT_BEGUN,)


def prepare(bridge: Bridge, name: str) -> PreparedCall:
    """What calls what a program exports by a name. Raises `KeyError`."""
    with bridge.vm.running(bridge.context):
        return PreparedCall(bridge, name, _quick_function(bridge, name, Serve.CALL) if bridge.can_serve else None)


def prepare_at_once(bridge: Bridge, name: str) -> Callable[..., Any] | None:
    """What makes quick calls of what a program exports by a name, by `Serve.AT_ONCE`; None where there are none."""
    with bridge.vm.running(bridge.context):
        return _quick_function(bridge, name, Serve.AT_ONCE)


def _quick_function(bridge: Bridge, name: str, operation: Serve) -> Callable[..., Any] | None:
    vm, context = bridge.vm, bridge.context
    found = found_export(bridge, name)
    if not (isinstance(found, GuestObject) and bridge.is_constant(name) and vm.can_be_quick):
        return None
    asked = found.__plait__.index | operation << OPERATION_SHIFT
    quick = vm.machine.quick_function(context, bridge.serve_index, asked, (found, context))
    context.is_quick = context.is_quick or quick is not None
    return quick
