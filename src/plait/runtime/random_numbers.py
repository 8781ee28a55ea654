"""Random numbers: xorshift128+, whose state is the context's. The host seeds it."""

from __future__ import annotations

from plait.kernel import f64, i64, kernel, shift_left, shift_right_logical, to_f64, wrap_add_i64
from plait.memory.layouts import CONTEXT

UNIT = 2.0**-53


@kernel
def next_bits() -> i64:
    """The next 64 bits."""
    first = CONTEXT.random_first
    second = CONTEXT.random_second
    first = first ^ shift_left(first, 23)
    mixed = first ^ second ^ shift_right_logical(first, 18) ^ shift_right_logical(second, 5)
    CONTEXT.random_first = second
    CONTEXT.random_second = mixed
    return wrap_add_i64(mixed, second)


@kernel
def next_number() -> f64:
    """The next number: 0 or more, and less than 1."""
    return to_f64(shift_right_logical(next_bits(), 11)) * UNIT
