"""Calls that are awaited: of what a program exports, and whole programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.bytecode.host_functions import BEGIN_PROGRAM, find_host_function
from plait.errors import PlaitError
from plait.vm.host.exports import found_export
from plait.vm.host.limits import check_limits
from plait.vm.host.lowering import Arguments
from plait.vm.host.sending import send
from plait.vm.report import failed_top_level

if TYPE_CHECKING:
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue


async def call_exported_async(
    bridge: Bridge, name: str, arguments: tuple[HostValue, ...], copies: bool, timeout: float | None
) -> HostValue:
    """Call what a program exports by a name, and wait for the promise that it may give."""
    check_limits(None, timeout)
    await begin(bridge)
    function = await bridge.pump().alone(lambda: found_export(bridge, name))
    return await call_object_async(bridge, function, arguments, copies, name, timeout)


async def call_object_async(
    bridge: Bridge,
    function: HostValue,
    arguments: tuple[HostValue, ...],
    copies: bool,
    name: str,
    timeout: float | None = None,
) -> HostValue:
    """Call a function of the program, and wait for the promise that it may give."""
    pump = bridge.pump()
    seconds, limit = bridge.vm.options.max_seconds, "max_seconds"
    if timeout is not None and (seconds is None or timeout < seconds):
        seconds, limit = timeout, "timeout"
    begun = pump.loop.time()
    given = await pump.alone(lambda: send(bridge, list(arguments), Arguments(name)))
    value = await pump.call(function, given, (seconds, limit), begun)
    return await pump.copy(value) if copies else value


async def begin(bridge: Bridge, timeout: float | None = None) -> HostValue:
    """Let the top level run, unless it has; what it gives, as a handle if it is an object."""
    context = bridge.context
    if bridge.beginning is not None:
        return await bridge.beginning
    if context.is_initialised or context.top_level is not None:
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
        started = await pump.run(index, (), (timeout, "timeout"))
        value = await pump.settled(started, (timeout, "timeout"))
    except BaseException as error:
        failed = failed_top_level(context, error)
        failed.__cause__ = error
        bridge.beginning.set_exception(failed)
        # Nobody else may be waiting.
        bridge.beginning.exception()
        raise
    bridge.beginning.set_result(value)
    return value


async def execute_async(bridge: Bridge, timeout: float | None) -> HostValue:
    """Run a whole program until nothing of it waits any more; what its top level has returned."""
    check_limits(None, timeout)
    pump = bridge.pump()
    if not bridge.can_serve:
        main = bridge.context.module.main
        if main is None:
            raise PlaitError(f"module {bridge.context.module.name!r} has no main function")
        value = await pump.run(main, (), (timeout or bridge.vm.options.max_seconds, "timeout"))
    else:
        value = await begin(bridge, timeout or bridge.vm.options.max_seconds)
        await pump.drained()
    return await pump.copy(value)
