"""Arithmetic on bigints of all sizes beside Python's."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Final

import pytest

import plait

SIZES: Final = (1, 8, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200, 640, 1000)


def numbers(count: int, seed: int) -> list[int]:
    """Numbers of all sizes and signs, many of which have long rows of equal bits."""
    source = random.Random(seed)
    found = []
    for _ in range(count):
        bits = source.choice(SIZES)
        number = source.choice(
            [source.getrandbits(bits), (1 << bits) - 1, 1 << bits, (1 << bits) - (1 << bits // 2), source.randrange(9)]
        )
        found.append(number if source.random() < 0.5 else -number)
    return found


def truncated(a: int, b: int) -> int:
    """The quotient, cut to an integer."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


OPERATIONS: Final[dict[str, Callable[[int, int], int]]] = {
    "a + b": lambda a, b: a + b,
    "a - b": lambda a, b: a - b,
    "a * b": lambda a, b: a * b,
    "b === 0n ? 0n : a / b": lambda a, b: truncated(a, b) if b else 0,
    "b === 0n ? 0n : a % b": lambda a, b: a - b * truncated(a, b) if b else 0,
    "a & b": lambda a, b: a & b,
    "a | b": lambda a, b: a | b,
    "a ^ b": lambda a, b: a ^ b,
    "a << (b & 127n)": lambda a, b: a << (b & 127),
    "a >> (b & 127n)": lambda a, b: a >> (b & 127),
    "~a": lambda a, b: ~a,
    "-a": lambda a, b: -a,
    "BigInt.asIntN(70, a)": lambda a, b: (a + (1 << 69)) % (1 << 70) - (1 << 69),
    "BigInt.asUintN(64, a)": lambda a, b: a % (1 << 64),
    "BigInt(a < b)": lambda a, b: int(a < b),
    "BigInt(a === b)": lambda a, b: int(a == b),
    "BigInt(String(a))": lambda a, b: a,
    'BigInt((a < 0n ? "-" : "") + BigInt("0x" + (a < 0n ? -a : a).toString(16)))': lambda a, b: a,
    "BigInt(Number(a >> 900n))": lambda a, b: int(float(a >> 900)),
}


def run(program: str, engine: str) -> str:
    """What a program prints."""
    pieces: list[str] = []
    plait.Vm(plait.VmOptions(engine=engine), write=pieces.append).execute(plait.compile(program, "bigints.ts"))
    return "".join(pieces)


@pytest.mark.parametrize(("engine", "count"), [("interpreter", 400), ("reference", 12), ("jit", 40)])
def test_arithmetic(engine: str, count: int) -> None:
    first, second = numbers(count, 1), numbers(count, 2)
    program = [
        f"const first = [{', '.join(f'{number}n' for number in first)}];",
        f"const second = [{', '.join(f'{number}n' for number in second)}];",
        "for (let i = 0; i < first.length; i++) {",
        "  const a = first[i]!, b = second[i]!;",
        f"  console.log([{', '.join(OPERATIONS)}].join(' '));",
        "}",
    ]
    lines = run("\n".join(program), engine).splitlines()
    assert len(lines) == count
    for a, b, line in zip(first, second, lines, strict=True):
        results = dict(zip(OPERATIONS, map(int, line.split(" ")), strict=True))
        wrong = {text: (a, b, results[text]) for text, compute in OPERATIONS.items() if results[text] != compute(a, b)}
        assert not wrong


def test_what_is_long_is_taken_apart() -> None:
    program = """
    const a = 7n ** 60000n, b = 3n ** 40000n, c = 2n ** 150000n - 1n;
    const sum = (text: string) => {
      let s = 0;
      for (let i = 0; i < text.length; i++) s = (s * 31 + text.charCodeAt(i)) % 1000003;
      return s;
    };
    for (const x of [a, a * b, a / b, a % b, c * c, -c / b]) console.log(sum(String(x)));
    console.log(BigInt(String(a)) === a, (a / b) * b + (a % b) === a, sum(c.toString(7)), sum(c.toString(32)));
    """

    def check(text: str) -> int:
        total = 0
        for unit in text:
            total = (total * 31 + ord(unit)) % 1000003
        return total

    def digits(value: int, radix: int) -> str:
        found = []
        while value:
            value, rest = divmod(value, radix)
            found.append("0123456789abcdefghijklmnopqrstuvwxyz"[rest])
        return "".join(reversed(found))

    a, b, c = 7**60000, 3**40000, 2**150000 - 1

    sys.set_int_max_str_digits(0)
    first = [str(a), str(a * b), str(a // b), str(a % b), str(c * c), str(-(c // b))]
    expected = "\n".join(str(check(text)) for text in first)
    expected += f"\ntrue true {check(digits(c, 7))} {check(digits(c, 32))}\n"
    assert run(program, "interpreter") == expected


def test_limits() -> None:
    program = """
    const long = () => 1n << 1000000000n;
    for (const make of [() => 2n ** 2000000000n, () => 1n << 2000000000n, () => long() * long()]) {
      try {
        console.log(make() > 0n);
      } catch (error) {
        console.log(String(error));
      }
    }
    """
    assert run(program, "interpreter") == "RangeError: Maximum BigInt size exceeded\n" * 3
    vm = plait.Vm(plait.VmOptions(max_fuel=5_000_000))
    growing = plait.compile("let x = 3n; while (true) x = x * x;", "growing.ts")
    with pytest.raises(plait.LimitError) as raised:
        vm.execute(growing)
    assert raised.value.limit in ("max_fuel", "max_memory")
