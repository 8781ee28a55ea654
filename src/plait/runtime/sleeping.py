"""Sleeping: timers on the context's clock."""

from __future__ import annotations

from plait.kernel import f64, i32, kernel, truncate
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT, Delivery
from plait.runtime.wait_queues import start_timer

MAX_MILLISECONDS = 2147483647.0
"""The longest that a timer can take; JavaScript makes 1 of anything longer."""


@kernel
def sleep_for(milliseconds: f64) -> i32:
    """Let the current task wait for a time, counted from when the context was last told the time."""
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        task.delivered = Delivery.NONE
        return Outcome.DONE
    whole = 1.0
    if milliseconds >= 1.0 and milliseconds <= MAX_MILLISECONDS:
        whole = truncate(milliseconds)
    start_timer(task, CONTEXT.now + whole)
    return Outcome.WAITING
