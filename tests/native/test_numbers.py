"""Library functions of numbers against Node."""

from __future__ import annotations

import random
import struct
from math import inf, nan

import pytest

from .calls import Argument, Call, check_calls

NUMBERS = (
    *(0.0, -0.0, 1.0, -1.5, 0.1, 0.5, 1.005, 1.45, 8.345, 123.456, 999.995, 0.000001, 1e-7, 1e20, 1e21, 123456789e12),
    *(-0.000001, 25.0, 2.5, 1e100, 5e-324, 1.7976931348623157e308, nan, inf, -inf, 2.0**53, 2.0**31, -(2.0**31) - 1),
    *(1000000000000000128.0, 0.9999999999999999, 4294967295.5, 255.0, 0.1 + 0.2, 1 / 3, 35.99999),
)
SCRIPTS = {
    "number.isNaN": "Number.isNaN({0})",
    "number.isFinite": "Number.isFinite({0})",
    "number.isInteger": "Number.isInteger({0})",
    "number.isSafeInteger": "Number.isSafeInteger({0})",
    "number.toInteger": "Math.max(-2147483648, Math.min(2147483647, Math.trunc({0}) || 0))",
}
COUNTED = {
    "number.toFixed": ("({0}).toFixed({1})", (0, 1, 2, 3, 10, 20, 100, -1, 101)),
    "number.toPrecision": ("({0}).toPrecision({1})", (1, 2, 3, 15, 17, 21, 100, 0, 101)),
    "number.toExponential": ("({0}).toExponential({1})", (0, 1, 2, 16, 20, 100, 101)),
    "number.toString": ("({0}).toString({1})", (2, 3, 7, 8, 10, 16, 32, 36, 1, 37)),
}
TEXTS = (
    *(
        "",
        " ",
        "0",
        "-0",
        "+5",
        "12px",
        ".5",
        "5.",
        ".",
        "-.5e-3x",
        "1e",
        "1e+",
        "1e5",
        "1E-5",
        "e5",
        "Infinity",
        "-Infinityx",
    ),
    *(
        "infinity",
        "NaN",
        "0x1f",
        "0X1F",
        "-0x1f",
        "0b101",
        "0o17",
        "0b2",
        "0x",
        " \t\n 42 \u00a0",
        "4 2",
        "1_000",
        "1e400",
    ),
    *(
        "1e-400",
        "5e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1.7976931348623159e308",
        "9007199254740993",
    ),
    *("0.1", "123456789012345678901234567890", "9007199254740992.5", "9007199254740993.00000000000000000000000000001"),
    *(
        "0" * 30 + "1",
        "0." + "0" * 30 + "1",
        "1" * 400,
        "0x" + "f" * 20,
        "0x20000000000001",
        "0x20000000000003",
        "zz",
        "-z1",
    ),
    *(
        "11111111111111111111111111111111111111111111111111111111",
        "\u03a9",
        "1\u03a9",
        "--1",
        "+-1",
        "1..2",
        "08",
        "1e1000000000",
    ),
)


def random_numbers(seed: str, count: int) -> list[float]:
    """Numbers of all sizes, and such with few digits."""
    source = random.Random(seed)
    found: list[float] = []
    for _ in range(count):
        found.append(struct.unpack("<d", struct.pack("<Q", source.getrandbits(64)))[0])
        found.append(round(source.uniform(-1000, 1000), source.randint(0, 6)))
        found.append(source.getrandbits(60) / 2.0 ** source.randint(0, 80))
    return found


@pytest.mark.parametrize("name", SCRIPTS)
def test_tests(name: str) -> None:
    numbers = [*NUMBERS, *random_numbers(name, 30)]
    check_calls([Call(name, SCRIPTS[name], (number,)) for number in numbers])


@pytest.mark.parametrize("name", COUNTED)
def test_texts(name: str) -> None:
    script, counts = COUNTED[name]
    numbers = [*NUMBERS, *random_numbers(name, 40)]
    check_calls([Call(name, script, (number, count)) for number in numbers for count in counts])


def test_exponential_with_all_digits() -> None:
    numbers = [*NUMBERS, *random_numbers("all", 30)]
    check_calls([Call("number.toExponential", "({0}).toExponential({1} && undefined)", (item, -1)) for item in numbers])


def spelled(source: random.Random) -> str:
    """A number with many digits, often close to half way between two numbers."""
    digits = "".join(source.choice("0123456789") for _ in range(source.randint(1, 40)))
    place = source.randint(0, len(digits))
    exponent = source.choice(("", f"e{source.randint(-350, 330)}", f"e{source.randint(-30, 30)}"))
    return f"{digits[:place]}.{digits[place:]}{exponent}"


def halves(source: random.Random) -> str:
    """A number exactly half way between two, or next to it."""
    significand = 2 * source.getrandbits(52) + 2**53 + 1
    return f"{significand * 2 ** source.randint(0, 200)}{source.choice(('', '.0', '.00000000000000000000001'))}"


@pytest.mark.parametrize(("name", "script"), [("ofString", "Number"), ("parseFloat", "parseFloat")])
def test_reading(name: str, script: str) -> None:
    source = random.Random(name)
    texts = [*TEXTS, *(spelled(source) for _ in range(300)), *(halves(source) for _ in range(100))]
    check_calls([Call(f"number.{name}", script + "({0})", (text,)) for text in texts])


def test_parse_int() -> None:
    source = random.Random(0)
    calls: list[tuple[Argument, ...]] = [(text, radix) for text in TEXTS for radix in (0, 2, 8, 10, 16, 36, 7, 1, 37)]
    for _ in range(300):
        radix = source.choice((2, 3, 7, 10, 16, 32, 36))
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:radix]
        calls.append(("".join(source.choice(digits) for _ in range(source.randint(1, 80))), radix))
    check_calls([Call("number.parseInt", "parseInt({0}, {1})", arguments) for arguments in calls])


@pytest.mark.parametrize("engine", ["reference", "jit"])
def test_other_engines(engine: str) -> None:
    calls = [Call(name, script, (number,)) for name, script in SCRIPTS.items() for number in NUMBERS]
    for name, (script, counts) in COUNTED.items():
        calls += [Call(name, script, (number, counts[2])) for number in NUMBERS]
    calls += [Call("number.ofString", "Number({0})", (text,)) for text in TEXTS]
    check_calls(calls, engine)
