"""Every intrinsic: the reference against native code, on random and extreme operands."""

from __future__ import annotations

import ctypes
import math
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plait.kernel
from plait.kernel import Kernel, KernelMemoryError, KernelRangeError
from plait.kernel.intrinsic import INTRINSICS, Intrinsic
from plait.kernel.types import MACHINE_TYPES, Family, MachineType

from .harness import LOWEST, SIZE, Both

GUEST = {
    *("function_compiled", "loop_compiled", "general_compiled", "enter_function", "enter_loop", "enter_general"),
    "native_stack_short",
}
PURE = [found for found in INTRINSICS.values() if not found.memory and found.name not in GUEST]
GUESSES = {"guess_i32": 31, "guess_i64": 63}
"""Intrinsics whose result is arbitrary outside the range, and the exponent of the range."""


def _call_kernel(intrinsic: Intrinsic) -> Kernel:
    """A kernel that does nothing but call an intrinsic."""
    names = [t.name if t.name in MACHINE_TYPES else "i64" for t in intrinsic.parameters]
    parameters = ", ".join(f"x{number}: {name}" for number, name in enumerate(names))
    arguments = ", ".join(f"x{number}" for number in range(len(names)))
    results = ", ".join(t.name for t in intrinsic.results) or "None"
    keyword = "return " if intrinsic.results else ""
    source = f"def call({parameters}) -> {results}:\n    {keyword}{intrinsic.name}({arguments})\n"
    return Kernel.from_source(source, f"call.{intrinsic.name}", vars(plait.kernel), f"<{intrinsic.name}>")


CALLS = {found.name: _call_kernel(found) for found in INTRINSICS.values() if found.name not in GUEST}


@pytest.fixture(scope="module")
def both() -> Both:
    """All intrinsics."""
    return Both(CALLS.values())


def _operands(machine_type: MachineType) -> st.SearchStrategy[object]:
    if machine_type.family is Family.F64:
        near = st.integers(-(2**64), 2**64).map(float)
        halves = st.integers(-(2**33), 2**33).map(lambda n: n / 2)
        return st.one_of(
            st.floats(), near, halves, st.sampled_from([2.0**31, -(2.0**31) - 1, 2.0**63, -(2.0**63), -0.5])
        )
    if machine_type.family is Family.BOOL:
        return st.booleans()
    if machine_type.name == "shift_count":
        return st.integers(0, 63)
    low, high = max(machine_type.low, -(2**63)), min(machine_type.high, 2**64 - 1)
    if machine_type.name == "integer":
        high = 2**63 - 1
    edges = [n for p in (0, 7, 8, 15, 16, 31, 32, 63) for s in (1, -1) for n in (s * 2**p - 1, s * 2**p, s * 2**p + 1)]
    return st.one_of(st.integers(low, high), st.sampled_from([n for n in edges if low <= n <= high]))


def _is_defined(name: str, operands: tuple[object, ...]) -> bool:
    """Whether an intrinsic has a definite result for the operands."""
    match name, operands:
        case "is_reference", ():
            return False
        case (("divide_u64" | "remainder_u64"), (_, divisor)):
            return divisor != 0
        case (("divide" | "remainder"), (dividend, divisor)):
            return divisor != 0 and (dividend, divisor) != (-(2**63), -1)
        case (("divide_i32" | "remainder_i32"), (dividend, divisor)):
            return divisor != 0 and (dividend, divisor) != (-(2**31), -1)
        case (("guess_i32" | "guess_i64"), (float(number),)):
            limit = 2.0 ** GUESSES[name]
            return not math.isnan(number) and -limit <= number < limit
    return True


@pytest.mark.parametrize("intrinsic", PURE, ids=lambda found: found.name)
def test_back_ends_agree(both: Both, intrinsic: Intrinsic) -> None:
    """The reference and native code give the same."""

    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(st.tuples(*map(_operands, intrinsic.parameters)))
    def run(operands: tuple[object, ...]) -> None:
        if _is_defined(intrinsic.name, operands):
            both.run(CALLS[intrinsic.name], *operands)

    run()


@pytest.mark.parametrize("name", GUESSES)
def test_guesses_can_be_compared_back(both: Both, name: str) -> None:
    """Whatever a guess is outside the range, it is not the number."""
    for number in (math.nan, math.inf, -math.inf, 2.0**63, 2.0**64, -(2.0**64), 1e300):
        for function, memory in (
            (both.reference.function(CALLS[name]), both.memory),
            (both.native.function(CALLS[name]), 0),
        ):
            assert float(function(memory, number)) != number


@pytest.mark.parametrize(
    ("name", "operands", "expected"),
    [
        ("wrap_i8", (200,), -56),
        ("wrap_u8", (-1,), 255),
        ("wrap_i16", (2**15,), -(2**15)),
        ("wrap_u32", (-1,), 2**32 - 1),
        ("wrap_i32", (2**31,), -(2**31)),
        ("wrap_add_i64", (2**63 - 1, 1), -(2**63)),
        ("wrap_mul_i64", (2**62, 6), -(2**63)),
        ("multiply_high_u64", (2**64 - 1, 2**64 - 1), 2**64 - 2),
        ("divide", (-7, 2), -3),
        ("remainder", (-7, 2), -1),
        ("remainder", (7, -2), 1),
        ("divide_i32", (7, -2), -3),
        ("shift_left", (3, 63), -(2**63)),
        ("shift_right", (-1, 63), -1),
        ("shift_right_logical", (-1, 63), 1),
        ("shift_right_logical", (-1, 0), -1),
        ("count_leading_zeros", (0,), 64),
        ("count_leading_zeros", (-1,), 0),
        ("count_trailing_zeros", (0,), 64),
        ("count_trailing_zeros", (-(2**63),), 63),
        ("to_u64", (-1,), 2**64 - 1),
        ("to_i64", (2**63,), -(2**63)),
        ("add_overflows_i64", (2**63 - 1, 1), True),
        ("sub_overflows_i64", (0, -(2**63)), True),
        ("mul_overflows_i64", (2**32, 2**31), True),
        ("mul_overflows_i64", (2**32, -(2**31)), False),
        ("guess_i32", (-2147483648.9,), -(2**31)),
        ("guess_i64", (-1.9,), -1),
        ("bits_of", (-0.0,), -(2**63)),
        ("f64_of", (0x3FF0000000000000,), 1.0),
        ("sqrt", (-1.0,), math.nan),
        ("sqrt", (-0.0,), -0.0),
        ("floor", (-0.0,), -0.0),
        ("floor", (-0.5,), -1.0),
        ("ceil", (-0.5,), -0.0),
        ("truncate", (-1.5,), -1.0),
        ("floor", (-math.inf,), -math.inf),
        ("fmod", (-7.5, 2.0), -1.5),
        ("fmod", (math.inf, 2.0), math.nan),
        ("fmod", (1.0, 0.0), math.nan),
        ("fmod", (-4.0, 2.0), -0.0),
        ("fmod", (5.0, math.inf), 5.0),
        ("copysign", (3.0, -0.0), -3.0),
        ("is_nan", (math.nan,), True),
        ("bool_to_i32", (True,), 1),
    ],
)
def test_known_results(both: Both, name: str, operands: tuple[object, ...], expected: float) -> None:
    """What each intrinsic means."""
    result = both.run(CALLS[name], *operands)
    assert repr(result) == repr(expected)


@pytest.mark.parametrize(
    ("name", "operands"),
    [
        ("divide", (1, 0)),
        ("remainder", (1, 0)),
        ("divide", (-(2**63), -1)),
        ("remainder", (-(2**63), -1)),
        ("divide_i32", (-(2**31), -1)),
        ("divide_u64", (1, 0)),
        ("shift_left", (1, 64)),
        ("shift_right", (1, -1)),
        ("shift_right_u64", (1, 64)),
    ],
)
def test_outside_the_domain(both: Both, name: str, operands: tuple[int, ...]) -> None:
    """The reference refuses."""
    with pytest.raises(KernelRangeError):
        both.reference.function(CALLS[name])(both.memory, *operands)


@pytest.mark.parametrize("name", ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f64"])
def test_loads_and_stores(both: Both, name: str) -> None:
    """Of every type, at both ends of its range and of the memory."""
    machine_type = MACHINE_TYPES[name]
    values = (-0.0, math.inf, 1.5) if name == "f64" else (machine_type.low, machine_type.high)
    for offset in (LOWEST, SIZE - machine_type.size):
        for value in values:
            both.run(CALLS[f"store_{name}"], offset, value)
            code = {"i8": "b", "i16": "h", "i32": "i", "i64": "q", "f64": "d"}.get(name) or {
                "u8": "B", "u16": "H", "u32": "I", "u64": "Q"
            }[name]  # fmt: skip
            data = struct.pack(f"<{code}", value)
            assert bytes(both.memory.view_u8[offset : offset + machine_type.size]) == data
            assert repr(both.run(CALLS[f"load_{name}"], offset, memory=data, at=offset)) == repr(value)


TEXT = bytes(range(1, 40))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(64, 100), st.integers(64, 100), st.integers(0, 40), st.integers(0, 255))
def test_blocks_of_bytes(first: int, second: int, count: int, value: int) -> None:
    """Copying (also within itself), filling and comparing."""
    both = _shared()
    both.run(CALLS["copy_bytes"], first, second, count, memory=TEXT)
    both.run(CALLS["fill_bytes"], first, value, count, memory=TEXT)
    expected = bytearray(64) + TEXT + bytes(200)
    equal = expected[first : first + count] == expected[second : second + count]
    assert both.run(CALLS["compare_bytes"], first, second, count, memory=TEXT) is equal
    block = int.from_bytes(expected[first : first + 8], "little", signed=True)
    assert both.run(CALLS["load_block"], first, memory=TEXT) == block


_made: list[Both] = []


def _shared() -> Both:
    if not _made:
        _made.append(Both(CALLS.values()))
    return _made[0]


def test_blocks_outside_the_memory(both: Both) -> None:
    """Refused in the reference; a block of nothing may lie anywhere."""
    both.run(CALLS["copy_bytes"], 0, SIZE + 100, 0)
    for operands in ((SIZE - 3, 64, 4), (64, SIZE - 3, 4), (0, 64, 1)):
        with pytest.raises(KernelMemoryError):
            both.reference.function(CALLS["copy_bytes"])(both.memory, *operands)
    with pytest.raises(KernelRangeError):
        both.reference.function(CALLS["fill_bytes"])(both.memory, 64, 0, -1)


def test_the_clock(both: Both) -> None:
    """The reference and native code read one clock."""
    if not plait.kernel.HAS_CLOCK:
        pytest.skip("native code cannot read the clock here")
    both.reference.function(CALLS["read_clock"])(both.memory, 64)
    first = both.memory.view_i64[8] * 10**9 + both.memory.view_i64[9]
    base = ctypes.addressof(ctypes.c_char.from_buffer(both.native_memory))
    both.native.function(CALLS["read_clock"])(base, 64)
    seconds, nanoseconds = struct.unpack_from("<qq", both.native_memory, 64)
    assert 0 <= seconds * 10**9 + nanoseconds - first < 10**9


def test_atomics(both: Both) -> None:
    """Single-threaded, their results and effects."""
    memory = struct.pack("<q", 2**63 - 1)
    assert both.run(CALLS["atomic_load_i64"], 64, memory=memory) == 2**63 - 1
    assert both.run(CALLS["atomic_add_i64"], 64, 2, memory=memory) == 2**63 - 1
    assert both.memory.view_i64[8] == -(2**63) + 1
    assert both.run(CALLS["atomic_exchange_i64"], 64, -5, memory=memory) == 2**63 - 1
    assert both.memory.view_i64[8] == -5
    both.run(CALLS["atomic_store_i64"], 64, -6)
    assert both.memory.view_i64[8] == -6
    assert both.run(CALLS["atomic_compare_exchange_i64"], 64, 2**63 - 1, 9, memory=memory) is True
    assert both.memory.view_i64[8] == 9
    assert both.run(CALLS["atomic_compare_exchange_i64"], 64, 1, 9, memory=memory) is False
    with pytest.raises(KernelMemoryError):
        both.reference.function(CALLS["atomic_load_i64"])(both.memory, 68)
