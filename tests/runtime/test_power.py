"""`**` against Node, to the last bit."""

from __future__ import annotations

import math
import random
import struct
from itertools import product

import pytest

from . import batches
from .conftest import Machine, Node
from .samples import pack_floats, random_float, signed_special

KNOWN = {
    (10.0, 308.0): 1e308,
    (10.0, -5.0): 0.000009999999999999999,
    (5.0, -23.0): 8.388608000000001e-17,
    (2.0, 0.5): math.sqrt(2),
    (-8.0, 1 / 3): math.nan,
    (-2.0, 3.0): -8.0,
    (0.0, 0.0): 1.0,
    (math.nan, 0.0): 1.0,
    (1.0, math.nan): math.nan,
    (1.0, math.inf): math.nan,
    (-1.0, -math.inf): math.nan,
    (-0.0, -3.0): -math.inf,
    (-0.0, 3.0): -0.0,
    (-0.0, 0.5): 0.0,
    (-math.inf, 0.5): math.inf,
    (-math.inf, -3.0): -0.0,
    (2.0, -1074.0): 5e-324,
    (2.0, -1075.0): 0.0,
    (2.0, 1024.0): math.inf,
    (-3.0, 1e300): math.inf,
}
"""What V8 11.3 gives."""


def random_pair(source: random.Random) -> tuple[float, float]:
    """A base and an exponent of one of several shapes."""
    sign = source.choice((1, 1, -1))
    shape = source.randrange(9)
    if shape == 0:
        return random_float(source), random_float(source)
    if shape == 1:
        return float(source.randint(-100, 100)), float(source.randint(-100, 100))
    if shape == 2:
        return source.randint(-1000, 1000) / 2, source.randint(-1000, 1000) / 2
    if shape == 3:
        return sign * 10 ** source.uniform(-308, 308), source.choice((1, -1)) * 10 ** source.uniform(-5, 3)
    if shape == 4:
        near_integer = math.nextafter(float(source.randint(-400, 400)), source.choice((math.inf, -math.inf)))
        return sign * 10 ** source.uniform(-3, 3), near_integer
    if shape == 5:
        subnormal = sign * source.getrandbits(52) * 5e-324
        return subnormal, source.choice((source.uniform(-2, 2), float(source.randint(-5, 5))))
    if shape == 6:
        near_one = sign * (1 + source.choice((1, -1)) * 2 ** -source.uniform(10, 53))
        return near_one, source.choice((1, -1)) * 2 ** source.uniform(10, 66)
    if shape == 7:
        base = 10 ** source.uniform(0.01, 20)
        limit = source.choice((1024, -1022, -1074, -1075)) * (1 + source.gauss(0, 1) * 10 ** source.uniform(-16, -2))
        return base, limit / math.log2(base)
    return source.uniform(-10, 10), source.choice((0.5, -0.5, 1 / 3, 1.5, float(source.randint(-20, 20))))


def test_known_powers(machine: Machine) -> None:
    """Values that do not need Node."""
    written = machine.run(batches.powers, pack_floats(item for pair in KNOWN for item in pair), len(KNOWN))
    assert [repr(value) for (value,) in struct.iter_unpack("<d", written)] == [repr(value) for value in KNOWN.values()]


def test_powers_are_those_of_node(machine: Machine, node: Node) -> None:
    """Every pair of special numbers, and random ones."""
    if not node.version.startswith("v20."):
        pytest.skip("V8 has changed its power function now and then; the last bits are those of Node 20")
    source = random.Random(machine.scale)
    pairs = list(product(signed_special(), repeat=2)) if machine.scale > 1 else []
    pairs += [random_pair(source) for _ in range(5_000 * machine.scale)]
    arguments = pack_floats(item for pair in pairs for item in pair)
    expected = node.run(
        """
        const a = new Float64Array(bytes)
        return new Float64Array(a.length / 2).map((_, i) => a[2 * i] ** a[2 * i + 1])
        """,
        arguments,
    )
    written = machine.run(batches.powers, arguments, len(pairs))
    if written != expected:
        both = zip(pairs, struct.iter_unpack("<d", written), struct.iter_unpack("<d", expected), strict=True)
        assert [item for item in both if repr(item[1]) != repr(item[2])] == []
    assert len(written) == 8 * len(pairs)
