"""Calls that Python has started and lets go on when it likes: for hosts that schedule by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plait.errors import LimitError, PlaitError, refuse_copy
from plait.isa.value_types import TaskType
from plait.vm.handles import OpaqueHandle, hold
from plait.vm.host.exports import found_export
from plait.vm.host.limits import check_limits, fueled
from plait.vm.host.lowering import Arguments
from plait.vm.host.operations import Serve
from plait.vm.host.sending import send
from plait.vm.results import Complete, Error

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.host.bridge import Bridge
    from plait.vm.vm import Vm


class StartedCall:
    """A call of what a program exports, which goes on when its context runs (`VmContext.run_for`, or any call)."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm, handle: OpaqueHandle) -> None:
        self._vm = vm
        self._handle = handle

    @property
    def is_done(self) -> bool:
        """Whether it has returned or thrown."""
        return isinstance(self._state(), Complete | Error)

    def result(self) -> Any:
        """What it has returned, as a copy. Raises what it has thrown, and `PlaitError` before it is done."""
        state = self._state()
        if isinstance(state, Complete):
            return state.value
        if isinstance(state, Error):
            raise state.error
        raise PlaitError("the call is not done: let its context run")

    def _state(self) -> object:
        context = self._handle.__plait__.context
        with self._vm.running(context):
            return self._vm.result_of(self._handle)


def start_call(bridge: Bridge, name: str, arguments: tuple[Any, ...]) -> StartedCall:
    """Queue a call of what a program exports by a name. Its top level runs now, if it has not run."""
    vm, context = bridge.vm, bridge.context
    function = found_export(bridge, name)
    bridge.forget()
    given = send(bridge, list(arguments), Arguments(name))
    task = vm.runner().start(context, bridge.serve_index, (float(Serve.CALL), function, None, given))
    result = context.module.functions[bridge.serve_index].result
    return StartedCall(vm, OpaqueHandle(hold(vm, context, task, TaskType(result))))


def run_for(vm: Vm, context: VmContext, fuel: int) -> bool:
    """Let the tasks of a context use so much fuel; whether something is left that can go on now."""
    check_limits(fuel, None)
    with vm.running(context), fueled(context, fuel):
        try:
            vm.runner().run_until_idle(context)
        except LimitError as error:
            if error.limit != "fuel":
                raise
            return True
    return False
