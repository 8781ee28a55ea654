"""What can end a running program from outside: an interrupt, and the time that it may take."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum, auto
from typing import TYPE_CHECKING

from plait.vm.alarm import alarms

if TYPE_CHECKING:
    from plait.vm.clock import Clock
    from plait.vm.context import VmContext

SHORTEST_ALARM = 0.005
"""After how many seconds, at least, it is looked once more what a clock says that is not the system's."""


class Ending(Enum):
    """Why an execution has to end."""

    INTERRUPTED = auto()
    OUT_OF_TIME = auto()


class Execution:
    """One call of the host that runs programs, with all calls that are nested in it: they end together.

    `interrupt` and `ring` take no lock: any thread and any signal handler may call them at any time.
    """

    def __init__(
        self, clock: Clock, max_seconds: float | None, limit: str = "max_seconds", stated: float | None = None
    ) -> None:
        self._clock = clock
        self.seconds = max_seconds
        self.stated = max_seconds if stated is None else stated
        """The seconds as whoever has limited them has said, of which some may have been used before."""
        self.limit = limit
        """How the `LimitError` names what sets the seconds."""
        self._interrupted = False
        self._out_of_time = False
        self._has_rung = False
        self._contexts: list[VmContext] = []
        self.deadline: float | None = None
        """The time of the clock at which it has to end, once it has begun to run."""

    def close(self) -> None:
        """The call has ended."""
        if self.deadline is not None:
            alarms.clear(self.ring)

    def enter(self, context: VmContext) -> None:
        """The context runs from now on; it may do so already, further outside."""
        if self.deadline is None and self.seconds is not None:
            self.deadline = self._clock.now() + self.seconds
            alarms.set(self.ring, self.seconds)
        self._contexts.append(context)

    @property
    def is_entered(self) -> bool:
        """Whether any context runs in it."""
        return bool(self._contexts)

    def runs(self, context: VmContext) -> bool:
        """Whether the context runs in it."""
        return context in self._contexts

    def leave(self) -> None:
        """The context entered last does not run any more."""
        self._contexts.pop()

    def interrupt(self) -> None:
        """Let it end."""
        self._interrupted = True
        self.ring()

    def ring(self) -> None:
        """Let the contexts stop for the host to look whether they have to end."""
        self._has_rung = True
        for context in tuple(self._contexts):
            # A context that has just ended may have returned its memory.
            with suppress(ValueError):
                context.set("stop_word", 1)

    @property
    def ending(self) -> Ending | None:
        """Why it has to end, if it has to; that does not change any more."""
        if self._interrupted:
            return Ending.INTERRUPTED
        if self.deadline is None:
            return None
        rest = self.deadline - self._clock.now()
        if rest <= 0 or self._out_of_time:
            self._out_of_time = True
            return Ending.OUT_OF_TIME
        if self._has_rung:
            # By this clock, which is not the system's, that was too early.
            self._has_rung = False
            alarms.set(self.ring, max(rest, SHORTEST_ALARM))
        return None
