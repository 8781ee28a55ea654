"""ToInt32 against Node."""

from __future__ import annotations

from . import batches
from .conftest import Machine, Node
from .samples import edges, pack_floats, random_floats


def test_wrapping_is_that_of_node(machine: Machine, node: Node) -> None:
    """Edges and random numbers."""
    numbers = [*edges(), *random_floats(machine.scale, 3_000 * machine.scale)]
    arguments = pack_floats(numbers)
    expected = node.run("return new Int32Array(Array.from(new Float64Array(bytes), a => a | 0))", arguments)
    assert machine.run(batches.wrapped, arguments, len(numbers)) == expected
