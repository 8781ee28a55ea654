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


class MockClock:
    """A clock for tests: it stands still but for waits, which take no time and move it."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds that have been waited for."""
        return self._now

    def wait(self, seconds: float) -> None:
        """Move the clock."""
        self._now += seconds
