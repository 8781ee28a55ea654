"""Numbers that are likely to be spelled, converted or divided wrongly."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Iterable

MAX = 1.7976931348623157e308
TINY = 5e-324
SMALLEST_NORMAL = 2.2250738585072014e-308


def pack_floats(values: Iterable[float]) -> bytes:
    """Little-endian f64."""
    items = list(values)
    return struct.pack(f"<{len(items)}d", *items)


def with_neighbours(values: Iterable[float]) -> list[float]:
    """Each value, and the numbers just below and above it."""
    result: list[float] = []
    for value in values:
        result += (value, math.nextafter(value, -math.inf), math.nextafter(value, math.inf))
    return result


def edges() -> list[float]:
    """Zeros, NaN, infinities, powers of two and ten with their neighbours, ties, the limits of integers."""
    positive = with_neighbours(2.0**exponent for exponent in range(-1074, 1024))
    positive += with_neighbours(float(f"1e{exponent}") for exponent in range(-323, 309))
    positive += with_neighbours([2.0**31, 2.0**32, 2.0**53, 2.0**63, 2.0**64, MAX, 0.1 + 0.2, 123456789012345680000.0])
    positive += [float(f"{digits}e{exponent}") for digits in (5, 12, 999) for exponent in range(-310, 300, 7)]
    positive += [TINY * factor for factor in range(1, 200)]
    positive += [2.0**53 + step for step in range(-20, 20)]
    # Halfway between two decimals that are both as short as can be.
    positive += [2.0**50 + quarters / 4 for quarters in range(1, 40)]
    finite = [value for value in positive if value <= MAX]
    return [0.0, -0.0, math.nan, math.inf, -math.inf, *finite, *(-value for value in finite)]


def random_float(source: random.Random) -> float:
    """A number of one of several shapes: random bits, decimals, integers, quarters."""
    shape = source.randrange(6)
    if shape <= 1:
        value: float = struct.unpack("<d", source.getrandbits(64).to_bytes(8, "little"))[0]
        return value
    if shape == 2:
        return float(f"{source.randrange(10 ** source.randrange(1, 18))}e{source.randint(-30, 10)}")
    if shape == 3:
        return source.choice((1, -1)) * source.getrandbits(source.randrange(1, 53)) / 4
    if shape == 4:
        return float(source.getrandbits(source.randrange(1, 70)))
    return source.uniform(-1, 1) * 10.0 ** source.randint(-9, 22)


def random_floats(seed: int, count: int) -> list[float]:
    """Numbers of all shapes; the same ones for the same seed."""
    source = random.Random(seed)
    return [random_float(source) for _ in range(count)]


SPECIAL = [
    *(0.0, 1.0, 2.0, 3.0, 0.5, 1.5, 2.5, 1 / 3, 0.1, 10.0, 1e21, 2147483647.0, 4294967295.0),
    *(math.inf, math.nan, TINY, SMALLEST_NORMAL, MAX, 1e300, 1e-300, 1022.0, 1023.0, 1024.0, 1074.0, 1075.0),
    *with_neighbours([1.0, 1 - 2.0**-20, 1 + 2.0**-20, 2.0**31, 2.0**32, 2.0**53, 2.0**63, 2.0**64, 2.0**65]),
]
"""Arguments of which every pair is worth a try; with the same negated: `signed_special`."""


def signed_special() -> list[float]:
    """`SPECIAL`, and the same negated."""
    return [*SPECIAL, *(-value for value in SPECIAL)]
