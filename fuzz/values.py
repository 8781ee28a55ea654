"""Random numbers, dates and bigints in plait, in Node and in Python: `python -m fuzz.values numbers --count 100000`.

One program makes the cases of a subject by a generator of its own from a seed, and prints a line for each. Lines of
numbers and dates are compared with those of Node, dates in several time zones, lines of bigints with Python's `int`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from random import Random
from typing import Final

import plait
from fuzz.value_programs import DATES, GENERATOR, NUMBERS, bigint_lines, bigint_program

BATCH: Final = 4_000
BIGINTS: Final = 400
ZONES: Final = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns")


def by_plait(program: str, zone: str, engine: str) -> list[str]:
    """The lines that a program prints in plait."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, timezone=zone), write=pieces.append)
    vm.execute(plait.compile(program, "values.ts"))
    return "".join(pieces).split("\n")


def by_node(program: str, zone: str) -> list[str]:
    """The lines that a program prints in Node."""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        capture_output=True,
        check=True,
        env={**os.environ, "TZ": zone},
        timeout=300,
    )
    return done.stdout.decode().split("\n")


def differences(subject: str, seed: int, engine: str) -> tuple[int, list[str]]:
    """How many values of the batch of a seed were compared, and the lines that differ."""
    zone = ZONES[seed % len(ZONES)] if subject == "dates" else "UTC"
    if subject == "bigints":
        random = Random(seed)
        pairs = [_pair(random) for _ in range(BIGINTS)]
        mine = by_plait(bigint_program(pairs), zone, engine)
        expected = [*bigint_lines(pairs), ""]
    else:
        text = NUMBERS if subject == "numbers" else DATES
        program = f"{GENERATOR}{text}".replace("SEED", str(seed)).replace("COUNT", str(BATCH))
        mine = by_plait(f"// @ts-nocheck\n{program}", zone, engine)
        expected = by_node(program, zone)
    count = sum(line.count(" ") + 1 for line in expected)
    if len(mine) != len(expected):
        return count, [f"seed {seed}: {len(mine)} lines, not {len(expected)}"]
    found = zip(mine, expected, strict=True)
    return count, [f"seed {seed} {zone}\n  plait {one}\n  wanted {two}" for one, two in found if one != two]


def _pair(random: Random) -> tuple[int, int]:
    """Two integers: small ones, those at the borders of machine words, large ones."""
    return _integer(random), _integer(random)


def _integer(random: Random) -> int:
    bits = random.choice((1, 3, 8, 31, 32, 53, 63, 64, 65, 127, 128, 200, 600, 2_000))
    border = random.choice((0, 0, 1 << bits, (1 << bits) - 1))
    value = border or random.getrandbits(bits)
    return random.choice((1, -1)) * (value + random.choice((0, 0, 0, 1, -1)))


def main() -> int:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subject", choices=["numbers", "dates", "bigints"])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000, help="of values compared, at least (default 100,000)")
    parser.add_argument("--engine", default="auto")
    options = parser.parse_args()
    compared = failures = 0
    seed = options.seed
    while compared < options.count:
        count, found = differences(options.subject, seed, options.engine)
        compared += count
        failures += len(found)
        for text in found[:20]:
            print(text, flush=True)
        seed += 1
    print(f"{compared} {options.subject} of the seeds {options.seed} to {seed - 1}, {failures} lines differ")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
