"""Shortest digits. Python's `repr` gives the same digits, by another algorithm (David Gay's)."""

from __future__ import annotations

import math
import struct
from decimal import Decimal
from fractions import Fraction

from plait.runtime import shortest

from . import batches
from .conftest import Machine
from .samples import edges, pack_floats, random_floats


def digits_and_exponent(number: float) -> tuple[int, int]:
    """What `repr` says, without trailing zeros."""
    _, digits, exponent = Decimal(repr(number)).normalize().as_tuple()
    assert isinstance(exponent, int)
    return int("".join(map(str, digits))), exponent


def test_digits_are_those_of_repr(machine: Machine) -> None:
    """Edges and random numbers."""
    candidates = [*edges(), *random_floats(machine.scale, 2_000 * machine.scale)]
    numbers = [abs(number) for number in candidates if number != 0 and math.isfinite(number)]
    written = machine.run(batches.shortest_digits, pack_floats(numbers), len(numbers))
    for number, (digits, exponent) in zip(numbers, struct.iter_unpack("<qq", written), strict=True):
        assert (digits, exponent) == digits_and_exponent(number), number


def test_powers_of_ten() -> None:
    """Every entry of the table: one more than the first 126 bits of the power."""
    table = shortest.POWERS_OF_TEN
    for index, exponent in enumerate(range(shortest.MIN_POWER, shortest.MAX_POWER + 1)):
        g = table[2 * index] << 63 | table[2 * index + 1]
        assert g.bit_length() == 126
        power = Fraction(10) ** exponent
        shift = power.numerator.bit_length() - power.denominator.bit_length() - 126
        scaled = power / Fraction(2) ** shift
        if scaled < 2**125:
            scaled *= 2
        if scaled >= 2**126:
            scaled /= 2
        assert g == math.floor(scaled) + 1, exponent
