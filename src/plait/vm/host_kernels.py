"""Kernels that the host calls while no task of the context runs."""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.memory.collector import collect
from plait.memory.layouts import CONTEXT


@kernel
def reserve_for_host(size: i64) -> i64:
    """Make sure that so many bytes can be allocated, by a collection if need be; 0 when they do not fit the limit."""
    if size <= CONTEXT.heap_end - CONTEXT.heap_top:
        return 1
    return 1 if collect(size) else 0
