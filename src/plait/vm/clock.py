"""Time as a context sees it: the system's, or one that a test moves by hand."""

from __future__ import annotations

import time
from typing import Protocol, runtime_checkable

LONGEST_WAIT = 0.02
"""Waits are cut into pieces of so many seconds at most, between which `Vm.interrupt` and signals get through."""


@runtime_checkable
class Clock(Protocol):
    """What `Vm` asks for the time, in seconds from any fixed point on, and lets wait."""

    def now(self) -> float:
        """The time, which never goes back."""

    def wait(self, seconds: float) -> None:
        """Come back after so many seconds, or earlier. An interrupt of the program is noticed then."""


class SystemClock:
    """The system's monotonic clock."""

    def now(self) -> float:
        """Seconds."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Sleep; `LONGEST_WAIT` at most."""
        time.sleep(min(seconds, LONGEST_WAIT))


def epoch_of(clock: Clock) -> float:
    """Seconds since 1970, by a clock or the system."""
    epoch = getattr(clock, "epoch", None)
    return float(epoch()) if epoch is not None else time.time()


class MockClock:
    """A clock for tests: it stands still but for waits, which take no time and move it.

    It begins at 0 seconds, which are `start` since 1970.
    """

    def __init__(self, start: float = 0.0) -> None:
        self._now = 0.0
        self._start = start

    def epoch(self) -> float:
        """Seconds since 1970."""
        return self._start + self._now

    def now(self) -> float:
        """Seconds that have been waited for."""
        return self._now

    def wait(self, seconds: float) -> None:
        """Move the clock."""
        self._now += seconds
