"""Kernels that go wrong when they are told to."""

from __future__ import annotations

from plait.kernel import i64, kernel, unreachable


@kernel
def asserting(n: i64) -> i64:
    """Fails for zero."""
    assert n != 0, "why"
    return n


@kernel
def unreachable_point(n: i64) -> i64:
    """Fails for zero."""
    if n == 0:
        unreachable("why")
    return n
