"""The same kernels under both back ends, compared with each other and with what is expected."""

from __future__ import annotations

import math
import struct

import pytest

from plait.kernel import (
    KernelAssertionError,
    KernelError,
    KernelMemoryError,
    KernelRangeError,
)

from . import samples
from .harness import LOWEST, SIZE, Both


@pytest.fixture(scope="module")
def both() -> Both:
    """All samples."""
    return Both(samples.ALL)


def test_total(both: Both) -> None:
    """Loads in a loop."""
    memory = struct.pack("<IIII4i", 0, 4, 0, 0, 5, -7, 2**31 - 1, 99)
    assert both.run(samples.total, 64, 3, memory=memory) == 5 - 7 + 2**31 - 1
    assert both.run(samples.total, 64, 9, memory=memory) == 5 - 7 + 2**31 - 1 + 99
    assert both.run(samples.total, 64, -1, memory=memory) == 0


def test_several_results(both: Both) -> None:
    """Returned, passed on, unpacked."""
    assert both.run(samples.use_pair, 2**31 - 1, 2) == (2**31 - 1) * 2 - (-(2**31) + 1)
    assert both.run(samples.use_triple, 3, 1.25) == 2.5
    assert both.run(samples.use_triple, 6, 1.25) == 20.0


def test_recursion(both: Both) -> None:
    """A kernel that calls itself, and two that call each other."""
    assert both.run(samples.fibonacci, 15) == 610
    assert both.run(samples.is_even, 10) is True
    assert both.run(samples.is_even, 7) is False


@pytest.mark.parametrize(
    ("subject", "expected"),
    [(1, 11), (2, 11), (-9, 11), (3, 21), (5, 62), (6, -6), (7, 1), (40, 1), (1000000007, 100), (4, 0), (-(2**63), 0)],
)
def test_match(both: Both, subject: int, expected: int) -> None:
    """Every kind of arm."""
    assert both.run(samples.classify, subject) == expected


def test_match_without_default(both: Both) -> None:
    """Nothing happens when nothing matches."""
    assert [both.run(samples.small_match, n) for n in range(5)] == [5, 6, 7, 7, 5]


@pytest.mark.parametrize(("start", "stop"), [(0, 30), (1, 2), (5, 5), (9, 3), (-20, 150), (7, 200)])
def test_ranges(both: Both, start: int, stop: int) -> None:
    """Loops over ranges in all directions, against Python itself."""
    result, index = 0, -1
    for index in range(start, stop, 3):
        if index & 1 == 0:
            continue
        if index > 100:
            break
        result = result * 7 + index
        index = 5  # noqa: PLW2901 (this is what is tested)
    for down in range(stop, start, -2):
        result ^= down
    result += 3
    if abs(result) < 2**60:
        assert both.run(samples.ranges, start, stop) == result * 3 + index


def test_ranges_at_the_end_of_i64(both: Both) -> None:
    """The step must not wrap around."""
    assert both.run(samples.up_to_the_end, 0) == 0
    assert both.run(samples.up_to_the_end, 8) == 2 + 200
    assert both.run(samples.up_to_the_end, 11) == 3 + 300


def test_loops(both: Both) -> None:
    """while."""
    for n in (0, 1, 5, 60, 1000):
        assert both.run(samples.loops, n) < 0


@pytest.mark.parametrize("a", [False, True])
@pytest.mark.parametrize("b", [False, True])
def test_short_circuit(both: Both, a: bool, b: bool) -> None:
    """The counters of the operands evaluated must agree too; the harness compares the memories."""
    both.run(samples.short_circuit, a, b)
    evaluated = list(both.memory.view_u8[100:105])
    assert evaluated == [int(a), int(not b), int(not a), int(a and b), 2]


def test_order_of_evaluation(both: Both) -> None:
    """From left to right."""
    assert both.run(samples.order, 5) == 1 * 1000 + 6 * 100 - 8 + 10


def test_fields(both: Both) -> None:
    """Every kind of field, and what stands where."""
    memory = struct.pack("<bbhB", 0, -5, -100, 4)
    assert both.run(samples.fields, 200, 4.5, memory=memory, at=200) == 1.5
    view = bytes(both.memory.view_u8)
    node = samples.Node
    assert struct.unpack_from("<bbhB", view, 200) == (0, -103, -100, 254)
    assert struct.unpack_from("<I", view, 200 + node.LAYOUT["next"].offset) == (128,)
    assert struct.unpack_from("<I", view, 200 + node.LAYOUT["buffer"].offset) == (208,)
    assert struct.unpack_from("<q", view, 200 + node.LAYOUT["wide"].offset) == (
        node.SIZE + node.LAYOUT["number"].offset + 128 + 1000,
    )
    assert struct.unpack_from("<Q", view, 200 + node.LAYOUT["huge"].offset) == (2**64 - 1,)
    assert view[128] == 1
    assert struct.unpack_from("<I", view, 128 + node.LAYOUT["next"].offset) == (200,)
    assert struct.unpack_from("<II", view, 128 + 32) == (0xFFFFFFFF, 1)


def test_constants_and_tables(both: Both) -> None:
    """Compile-time constants of every kind, and tables."""
    assert both.run(samples.constants, 0) == -3 + 20 + 40 - 500 + (0xF0 & ~0x10 | 1 ^ 3)
    assert both.run(samples.constants, 3) == -32768 + 20 + 40 - 500 + (0xF0 & ~0x10 | 1 ^ 3)
    assert both.run(samples.tables, 19) == 10**19 + 1


@pytest.mark.parametrize("a", [0.0, -0.0, 1.0, -3.5, math.inf, -math.inf, math.nan, 1e308, 5e-324])
@pytest.mark.parametrize("b", [0.0, -0.0, 2.0, math.inf, math.nan, 1e-308, -1e308])
def test_floats(both: Both, a: float, b: float) -> None:
    """Nothing raises."""
    both.run(samples.floats, a, b)


def test_unsigned(both: Both) -> None:
    """u64 beyond i64."""
    top = 2**64 - 1
    assert both.run(samples.unsigned, 5, 6) == top
    assert both.run(samples.unsigned, top, 1) == ((top & 1) ^ (top - 15) | 3) ^ 1
    assert both.run(samples.unsigned, 1, top) == (1 ^ (top - 15)) | 3


def test_narrowing(both: Both) -> None:
    """Through annotated locals."""
    assert both.run(samples.narrow, -1) == 65534
    assert both.run(samples.narrow, 2**40 + 5) == 5 + 127


def test_no_result(both: Both) -> None:
    """A kernel that returns nothing."""
    assert both.run(samples.nothing, 128, 77) is None
    assert both.memory.view_i64[16] == 77
    assert both.run(samples.nothing, 128, -1) is None
    assert both.memory.view_i64[16] == 0


def test_bounds_are_checked_in_the_reference(both: Both) -> None:
    """Below, above, across the end, misaligned; and by the limit as it is at the time."""
    store = both.reference.function(samples.nothing)
    for offset in (LOWEST - 8, -8, SIZE, SIZE - 4, 129, 2**40):
        with pytest.raises(KernelMemoryError, match=rf"samples\.py:\d+: .*{offset:#x}"):
            store(both.memory, offset, 1)
    both.memory.limit = 256
    try:
        with pytest.raises(KernelMemoryError):
            store(both.memory, 256, 1)
        store(both.memory, 248, 1)
    finally:
        both.memory.limit = SIZE


def test_ranges_are_checked_in_the_reference(both: Both) -> None:
    """Results, locals and tables."""
    with pytest.raises(KernelRangeError, match=r"samples\.py:\d+: .* does not fit i64"):
        both.reference.function(samples.order)(both.memory, 2**62)
    with pytest.raises(KernelRangeError, match="index 20 in a table of 20"):
        both.reference.function(samples.tables)(both.memory, 20)
    both.memory.view_u8[100:105] = bytes([255]) * 5
    with pytest.raises(KernelRangeError, match="256 does not fit u8"):
        both.reference.function(samples.short_circuit)(both.memory, True, True)


def test_several_results_do_not_reach_python(both: Both) -> None:
    """C has no such functions."""
    with pytest.raises(KernelError, match="several values"):
        both.native.function(samples.swapped)
    assert both.native.address(samples.swapped) > 0


def test_a_kernel_is_not_called_directly() -> None:
    """It has no memory then."""
    with pytest.raises(KernelError, match="called from Python"):
        samples.fibonacci(3)


def test_assertions(both: Both) -> None:
    """Checked in the reference only."""
    from . import faults

    program = Both([faults.asserting, faults.unreachable_point])
    for kernel in (faults.asserting, faults.unreachable_point):
        with pytest.raises(KernelAssertionError, match=r"faults\.py:\d+: .*why"):
            program.reference.function(kernel)(program.memory, 0)
        assert program.run(kernel, 1) == 1
