"""What programs see of the time: the clock that timers go by, and the time of day."""

from __future__ import annotations

from plait.kernel import f64, floor, kernel, load_i64, read_clock, to_f64
from plait.memory.layouts import CONTEXT, MATHEMATICS_OFFSET

READING = MATHEMATICS_OFFSET
"""Where the seconds and nanoseconds of the system's clock are put."""


@kernel
def milliseconds() -> f64:
    """The time of the context's clock. Timers go by what a program has seen."""
    if CONTEXT.reads_clock != 0:
        read_clock(READING)
        now = to_f64(load_i64(READING)) * 1000.0 + to_f64(load_i64(READING + 8)) / 1000000.0
        if now > CONTEXT.now:
            CONTEXT.now = now
    return CONTEXT.now


@kernel
def milliseconds_of_day() -> f64:
    """Whole milliseconds since 1970."""
    return floor(milliseconds() + CONTEXT.epoch)
