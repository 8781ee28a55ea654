"""The time, range 0x0c, and random numbers, range 0x17."""

from __future__ import annotations

from plait.kernel import f64, kernel
from plait.native.table import NativeRange, native
from plait.runtime import clock, random_numbers


@native(NativeRange.DATE, 0x00, "clock.now", "-> f64", fuel=64)
@kernel
def now() -> f64:
    """Milliseconds of the context's clock, from any fixed point on."""
    return clock.milliseconds()


@native(NativeRange.DATE, 0x01, "clock.epoch", "-> f64", fuel=64)
@kernel
def epoch() -> f64:
    """Whole milliseconds since 1970, in UTC."""
    return clock.milliseconds_of_day()


@native(NativeRange.RANDOM, 0x00, "random.next", "-> f64", fuel=4)
@kernel
def random() -> f64:
    """A random number that is 0 or more and less than 1."""
    return random_numbers.next_number()
