"""Limits of single calls, and what becomes of a context whose call they have ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from plait.errors import GuestError, LimitError, PlaitError, refuse_copy
from plait.vm.options import MAX_SECONDS, UNLIMITED, VmOptions

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


class AwaitedLimits:
    """What an awaited call may use: so many seconds, from when it begins, and so much fuel, of which a rest is left."""

    __slots__ = ("begun", "fuel", "limit", "rest", "seconds")
    __reduce__ = refuse_copy

    def __init__(self, fuel: int | None, timeout: float | None) -> None:
        check_limits(fuel, timeout)
        self.fuel = fuel
        self.rest = fuel or 0
        self.seconds = timeout
        self.limit = "timeout"
        self.begun = monotonic()

    def begin(self, options: VmOptions) -> None:
        """The call begins, in a machine that may have a limit of its own."""
        most = options.max_seconds
        if most is not None and (self.seconds is None or most <= self.seconds):
            self.seconds, self.limit = most, "max_seconds"
        self.begun = monotonic()

    @property
    def left(self) -> float | None:
        """How many seconds are left; None for no limit."""
        return None if self.seconds is None else max(0.0, self.begun + self.seconds - monotonic())

    @property
    def has_no_fuel(self) -> bool:
        """Whether its fuel is used up."""
        return self.fuel is not None and self.rest == 0

    def error(self, trace: Sequence[str] = ()) -> LimitError:
        """The exception when no time is left."""
        return LimitError(self.limit, f"the program takes too long: {self.limit} is {self.seconds}", trace)


@contextmanager
def fueled_together(context: VmContext, several: Sequence[AwaitedLimits]) -> Iterator[None]:
    """What runs in a context meanwhile counts for all these calls, and ends when one of them has no fuel left."""
    several = [item for item in several if item.fuel is not None]
    if not several:
        yield
        return
    least = min(several, key=lambda item: item.rest)
    before = context.fuel_used
    try:
        with fueled(context, least.rest, least.fuel):
            yield
    except LimitError as error:
        if error.limit == "fuel":
            least.rest = 0
        raise
    finally:
        used = 0 if context.is_closed else context.fuel_used - before
        for item in several:
            item.rest = max(0, item.rest - used)


@contextmanager
def fueled(context: VmContext, fuel: int | None, stated: int | None = None) -> Iterator[None]:
    """What runs in a context meanwhile may use so much fuel, which is what is left of what was stated."""
    if fuel is None:
        yield
        return
    rest = context.get("budget_left")
    given = min(fuel, rest)
    context.set("budget_left", given)
    context.call_fuel = fuel if stated is None else stated
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
