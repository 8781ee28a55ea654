"""Numbers and booleans as strings, against Node."""

from __future__ import annotations

import random
import struct

import pytest

from plait.memory.errors import Outcome

from . import batches
from .conftest import Batch, Machine, Node
from .samples import edges, pack_floats, random_floats

SPELLINGS = {
    0.0: "0",
    -1.0: "-1",
    0.1 + 0.2: "0.30000000000000004",
    123456789012345680000.0: "123456789012345680000",
    1e21: "1e+21",
    -1.5e300: "-1.5e+300",
    1e-6: "0.000001",
    1e-7: "1e-7",
    1.5e-7: "1.5e-7",
    5e-324: "5e-324",
    1.7976931348623157e308: "1.7976931348623157e+308",
    2.0**50 + 0.25: "1125899906842624.2",
    float("inf"): "Infinity",
    float("-inf"): "-Infinity",
    float("nan"): "NaN",
}


def lines(written: bytes) -> list[str]:
    """The lines that a batch has written."""
    return written.decode("ascii").splitlines()


def test_known_spellings(machine: Machine) -> None:
    """Values that do not need Node."""
    assert lines(machine.run(batches.number_lines, pack_floats(SPELLINGS), len(SPELLINGS))) == list(SPELLINGS.values())


@pytest.mark.parametrize(
    ("batch", "spelling"),
    [(batches.number_lines, "String(a)"), (batches.display_lines, "Object.is(a, -0) ? '-0' : String(a)")],
)
def test_spellings_are_those_of_node(machine: Machine, node: Node, batch: Batch, spelling: str) -> None:
    """Edges and random numbers."""
    numbers = [*edges(), *random_floats(machine.scale, 2_000 * machine.scale)]
    arguments = pack_floats(numbers)
    expected = node.run(f"return Array.from(new Float64Array(bytes), a => {spelling}).join('\\n')", arguments)
    assert lines(machine.run(batch, arguments, len(numbers))) == lines(expected)


def test_integers(machine: Machine) -> None:
    """i32 as strings, i64 as bytes: powers of ten and two with their neighbours, and the limits."""
    source = random.Random(machine.scale)
    near = [
        sign * base**exponent + step
        for base in (2, 10)
        for exponent in range(64)
        for sign in (1, -1)
        for step in (-1, 0, 1)
    ]
    near += [source.getrandbits(source.randrange(1, 64)) for _ in range(500)]
    for size, code, batch in ((32, "i", batches.i32_lines), (64, "q", batches.i64_lines)):
        values = [value for value in near if -(1 << size - 1) <= value < 1 << size - 1]
        arguments = struct.pack(f"<{len(values)}{code}", *values)
        assert lines(machine.run(batch, arguments, len(values))) == [str(value) for value in values]


def test_booleans(machine: Machine) -> None:
    """Both."""
    assert lines(machine.run(batches.boolean_lines, b"\x01\x00", 2)) == ["true", "false"]


@pytest.mark.parametrize("number", [0.0, -0.0, 1.5, -1e-7, 1e21, 12345.678, float("-inf"), float("nan"), 1e15])
def test_no_room_changes_nothing(machine: Machine, number: float) -> None:
    """A string that needs one byte more than there is is not made; with just enough room it is."""
    source = pack_floats([number])
    _, outcome, size = struct.unpack("<qqq", machine.run(batches.outcomes, source, 1))
    assert outcome == Outcome.DONE
    exact = machine.run(batches.outcomes, source, 1, heap_size=size)
    assert struct.unpack("<qqq", exact) == (batches.HEAP_TOP, Outcome.DONE, size)
    short = machine.run(batches.outcomes, source, 1, heap_size=size - 8)
    assert struct.unpack("<qqq", short) == (0, Outcome.NEED_MEMORY, 0)
