"""Limits of single calls, and what becomes of a context whose call they have ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from plait.errors import GuestError, PlaitError
from plait.vm.options import MAX_SECONDS, UNLIMITED

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.vm import Vm


SHORTEST_TIMEOUT: Final = 0.01
"""A timeout, in seconds, beside which it does not matter how long a quick call takes."""


@contextmanager
def limited(vm: Vm, context: VmContext, fuel: int | None, timeout: float | None) -> Iterator[None]:
    """Who calls into a context within limits. What a limit or an interrupt has ended does not go on later.

    Raises `PlaitError` for a call from a function of the host that has limits of its own.
    """
    check_limits(fuel, timeout)
    is_outermost = context.runs == 0 and not vm.is_running
    if not is_outermost and (fuel is not None or timeout is not None):
        raise PlaitError(
            "fuel and timeout are for calls from outside: this one is made while the context runs, by a function "
            "of the host, or by what runs in turn with a call that is awaited; await this one as well"
        )
    with vm.running(context, timeout):
        try:
            with fueled(context, fuel):
                yield
        except BaseException as error:
            # What has come out of the middle of a run, such as an exception of who writes the output, ends that run.
            has_ended = isinstance(error, GuestError | TypeError | ValueError | KeyError | OverflowError)
            if is_outermost and not context.is_closed and not has_ended:
                abandon(vm, context)
            raise


@contextmanager
def fueled(context: VmContext, fuel: int | None) -> Iterator[None]:
    """What runs in a context meanwhile may use so much fuel."""
    if fuel is None:
        yield
        return
    rest = context.get("budget_left")
    given = min(fuel, rest)
    context.set("budget_left", given)
    context.call_fuel = fuel
    try:
        yield
    finally:
        context.call_fuel = None
        # What the tasks that still stand have drawn comes out of the whole.
        context.set("budget_left", min(UNLIMITED, context.get("budget_left") + rest - given))


def abandon(vm: Vm, context: VmContext) -> None:
    """End what runs in a context without letting it do anything more. Its objects stay what they are."""
    vm.machine.abandon_tasks(context)
    context.set("main_task", 0)
    context.bridge.was_stopped()


def is_long(timeout: float | None) -> bool:
    """Whether a call may begin to run before it is looked at its timeout."""
    return timeout is None or (type(timeout) in (int, float) and SHORTEST_TIMEOUT <= timeout <= MAX_SECONDS)


def check_limits(fuel: int | None, timeout: float | None) -> None:
    """Raise `TypeError` or `ValueError` for limits that are none."""
    if fuel is not None:
        if not isinstance(fuel, int) or isinstance(fuel, bool):
            raise TypeError(f"fuel must be an int, not {type(fuel).__name__}")
        if not 0 <= fuel <= UNLIMITED:
            raise ValueError(f"fuel must be from 0 to {UNLIMITED}, not {fuel}")
    if timeout is not None:
        if not isinstance(timeout, int | float) or isinstance(timeout, bool):
            raise TypeError(f"timeout must be a float, not {type(timeout).__name__}")
        if not 0 <= timeout <= MAX_SECONDS:
            raise ValueError(f"timeout must be from 0 to {MAX_SECONDS:.0f} seconds, not {timeout}")
