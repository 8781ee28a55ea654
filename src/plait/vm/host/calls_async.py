"""Calls that are awaited: of what a program exports, and whole programs."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plait.bytecode.host_functions import BEGIN_PROGRAM, find_host_function
from plait.errors import PlaitError
from plait.kernel.python_calls import NOT_BEGUN
from plait.vm.host.exports import found_export
from plait.vm.host.limits import AwaitedLimits, fueled_together
from plait.vm.host.lowering import Arguments
from plait.vm.host.operations import Serve
from plait.vm.host.prepared import drop_begun
from plait.vm.host.sending import send
from plait.vm.quick_calls import BEGUN
from plait.vm.report import failed_top_level
from plait.vm.task_interpreter import RunResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue


async def call_exported_async(
    bridge: Bridge, name: str, arguments: tuple[HostValue, ...], copies: bool, limits: AwaitedLimits
) -> HostValue:
    """Call what a program exports by a name, and wait for the promise that it may give."""
    limits.begin(bridge.vm.options)
    pump = bridge.pump()
    if copies and pump.is_free and (limits.seconds is None or limits.seconds > 0):
        call = bridge.at_once(name)
        if call is not None:
            found = _call_quickly(bridge, call, arguments, limits)
            if type(found) is not tuple or found[0] != NOT_BEGUN:
                return await _result(bridge, found, limits)
    await begin(bridge, limits)
    if copies and pump.is_free:
        return await _result(bridge, await pump.at_once(_starting(bridge, name, arguments), limits), limits)
    function = await pump.alone(lambda: found_export(bridge, name))
    given = await pump.alone(lambda: send(bridge, list(arguments), Arguments(name)))
    value = await pump.call(function, given, limits)
    return await pump.copy(value) if copies else value


def _call_quickly(
    bridge: Bridge, call: Callable[..., Any], arguments: tuple[HostValue, ...], limits: AwaitedLimits
) -> Any:
    """What a quick call by `Serve.AT_ONCE` gives."""
    bridge.vm.take()
    try:
        if limits.fuel is None:
            return call(*arguments)
        with fueled_together(bridge.context, [limits]):
            return call(*arguments)
    except BaseException:
        drop_begun(bridge)
        raise
    finally:
        bridge.vm.give_back()


def _starting(bridge: Bridge, name: str, arguments: tuple[HostValue, ...]) -> Callable[[], int]:
    """What starts the task of a call by `Serve.AT_ONCE`."""

    def start() -> int:
        bridge.forget()
        function = found_export(bridge, name)
        given = send(bridge, list(arguments), Arguments(name))
        asked = (float(Serve.AT_ONCE), function, None, given)
        return bridge.vm.runner().start(bridge.context, bridge.serve_index, asked)

    return start


async def _result(bridge: Bridge, found: Any, limits: AwaitedLimits) -> HostValue:
    """The result of a quick call, when that is there."""
    pump = bridge.pump()
    if type(found) is tuple:
        found = await pump.at_once(bridge.take_begun, limits, RunResult(BEGUN - found[0]))
    waits, value, milliseconds = found
    if milliseconds >= 0:
        pump.start()
    return await pump.copy(await pump.call_of_number(value, limits)) if waits else value


async def begin(bridge: Bridge, limits: AwaitedLimits) -> HostValue:
    """Let the top level run, unless it has; what it gives, as a handle if it is an object."""
    context = bridge.context
    if bridge.beginning is not None:
        return await _begun(bridge.beginning, limits)
    if context.is_initialised and context.top_level is None:
        return None
    if context.top_level is not None:
        await bridge.pump().alone(bridge.names)
        return None
    index = find_host_function(context.module, BEGIN_PROGRAM)
    if index is None:
        raise PlaitError(
            f"module {context.module.name!r} exports nothing: Python can reach only what a program exports"
        )
    pump = bridge.pump()
    bridge.beginning = pump.loop.create_future()
    context.is_initialised = True
    try:
        value = await pump.settled(await pump.run(index, (), limits), limits)
    except BaseException as error:
        failed = failed_top_level(context, error)
        failed.__cause__ = error
        bridge.beginning.set_exception(failed)
        # Nobody else may be waiting.
        bridge.beginning.exception()
        raise
    bridge.beginning.set_result(value)
    return value


async def _begun(beginning: asyncio.Future[Any], limits: AwaitedLimits) -> HostValue:
    """What the top level gives, which runs for another call."""
    if not beginning.done():
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(beginning), limits.left)
        if not beginning.done():
            raise limits.error()
    return beginning.result()


async def run_async(bridge: Bridge, limits: AwaitedLimits) -> HostValue:
    """Run the top level, unless it has run, until nothing of the program waits any more; what it has returned."""
    limits.begin(bridge.vm.options)
    context, pump = bridge.context, bridge.pump()
    if bridge.can_serve:
        value = await begin(bridge, limits)
        pump.start()
        await pump.drained(limits)
    elif context.is_initialised:
        return None
    else:
        main = context.module.main
        if main is None:
            raise PlaitError(f"module {context.module.name!r} has no main function")
        value = await pump.run(main, (), limits)
        context.is_initialised = True
    return await pump.copy(value)
