"""`%` against Node."""

from __future__ import annotations

import random
from itertools import product

from . import batches
from .conftest import Machine, Node
from .samples import pack_floats, random_float, signed_special


def random_pair(source: random.Random) -> tuple[float, float]:
    """Integers around the limits of i32, or numbers of any shape."""
    shape = source.randrange(3)
    if shape == 0:
        return float(source.randint(-50, 50)), float(source.randint(-9, 9))
    if shape == 1:
        bits = source.randrange(1, 34)
        return float(source.randint(-(2**bits), 2**bits)), float(source.randint(-(2**31), 2**31))
    return random_float(source), random_float(source)


def test_remainders_are_those_of_node(machine: Machine, node: Node) -> None:
    """Every pair of special numbers, and random ones. (`repr` tells the zeros apart.)"""
    source = random.Random(machine.scale)
    special = [*signed_special(), -2147483648.0, 5.0, -5.0]
    pairs = [*product(special, repeat=2), *(random_pair(source) for _ in range(4_000 * machine.scale))]
    arguments = pack_floats(item for pair in pairs for item in pair)
    expected = node.run(
        """
        const a = new Float64Array(bytes)
        return new Float64Array(a.length / 2).map((_, i) => a[2 * i] % a[2 * i + 1])
        """,
        arguments,
    )
    assert machine.run(batches.remainders, arguments, len(pairs)) == expected
