"""Mathematical functions against Node, to the last bit."""

from __future__ import annotations

import math
import random
import struct

import pytest

from .calls import Call, check_calls

SPECIAL = (
    *(0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 10.0, 1000.0, 1e22, 1e-22, 5e-324, 2.2250738585072014e-308, math.inf),
    *(-math.inf, math.nan, 1.7976931348623157e308, 709.782712893384, -745.1332191019412, -745.2, 0.3465735902799727),
    *(math.pi, math.pi / 2, math.pi / 4, math.e, 0.975, 0.9999999999999999, 1.0000000000000002, 1.5, 0.4375, 0.6875),
    *(n * math.pi / 2 for n in range(3, 33)),
    *(710.4758600739439, 710.4758600739440, 709.79, 22.0, 21.999999999999996, 2.0**28, 2.0**-28, 2.0**-29, 2.0**-54),
    *(0.41421356237309503, 0.4142135623730951, -0.2928932188134525, -0.29289321881345254, 2.0**53, 38.8, 39.0),
    *(3.4028234663852886e38, 3.4028235677973366e38, 3.4028235677973362e38, 1.1754943508222875e-38, 1e-45, 7e-46),
    *(1.401298464324817e-45, 7.006492321624085e-46, 16777217.0, 16777219.0, 1.0000000596046448),
    *(6381956970095103.0 * 2.0**797, 2.0**20, 1e6, 823549.6645, 1647099.3, 5.0e9),
)
RANGES = {
    "exp": (-750.0, 750.0),
    "log": (0.0, 10.0),
    "log2": (0.0, 10.0),
    "log10": (0.0, 1000.0),
    "cbrt": (-1000.0, 1000.0),
    "atan": (-10.0, 10.0),
    "sin": (-30.0, 30.0),
    "cos": (-30.0, 30.0),
    "tan": (-30.0, 30.0),
    "asin": (-1.0, 1.0),
    "acos": (-1.0, 1.0),
    "log1p": (-1.0, 10.0),
    "expm1": (-60.0, 60.0),
    "sinh": (-30.0, 30.0),
    "cosh": (-30.0, 30.0),
    "tanh": (-25.0, 25.0),
    "asinh": (-10.0, 10.0),
    "acosh": (1.0, 10.0),
    "atanh": (-1.0, 1.0),
    "fround": (-1e-37, 1e-37),
}


def anywhere(source: random.Random) -> float:
    """A number of any size."""
    return float(struct.unpack("<d", struct.pack("<Q", source.getrandbits(64)))[0])


def arguments(name: str, count: int) -> list[float]:
    """Numbers in the usual range of a function, near 1, and anywhere."""
    source = random.Random(name)
    low, high = RANGES[name]
    found = [*SPECIAL, *(-item for item in SPECIAL)]
    for _ in range(count):
        found += [
            source.uniform(low, high),
            anywhere(source),
            1.0 + source.uniform(-1, 1) * 2.0 ** -source.randint(1, 40),
        ]
    return found


@pytest.mark.parametrize("name", RANGES)
def test_as_node(name: str) -> None:
    check_calls([Call(f"math.{name}", f"Math.{name}({{0}})", (item,)) for item in arguments(name, 400)])


def test_angle_of_a_point() -> None:
    source = random.Random(2)
    pairs = [(y, x) for y in SPECIAL for x in (*SPECIAL[:6], math.inf, -math.inf, math.nan, -1e300, 1e-300)]
    pairs += [(-y, x) for y, x in pairs]
    pairs += [(source.uniform(-9, 9), source.uniform(-9, 9)) for _ in range(300)]
    pairs += [(anywhere(source), anywhere(source)) for _ in range(300)]
    check_calls([Call("math.atan2", "Math.atan2({0}, {1})", pair) for pair in pairs])


def test_leading_zeros() -> None:
    check_calls([Call("math.clz32", "Math.clz32({0})", (item,)) for item in (0, 1, -1, 255, 2**31 - 1, -(2**31))])


def test_reference() -> None:
    check_calls(
        [Call(f"math.{name}", f"Math.{name}({{0}})", (item,)) for name in RANGES for item in SPECIAL], "reference"
    )
