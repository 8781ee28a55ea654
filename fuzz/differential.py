"""Runs random modules under all engines and stress modes and compares: `python -m fuzz.differential --count 500`.

A seed that told the engines apart is run alone by `--seed N --count 1`, and seen by `python -m fuzz.generate_module`.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from random import Random

from fuzz.children import run_in_children, serve
from fuzz.generate_module import generate_module
from fuzz.running import compare

REFERENCE_FUEL = 1_500
FUEL = 30_000
SECONDS = 900.0
"""How long a child may be silent: one module, all modes, and the first start's compilation.

A module in some thousands keeps so much that collecting at every allocation takes minutes.
"""


def examine(seed: int) -> dict[str, object]:
    """Compare the runs of one seed's module."""
    try:
        endings: list[str] = []
        differences = compare(generate_module(seed), Random(seed), REFERENCE_FUEL, FUEL, endings)
        return {"differences": differences, "endings": endings}
    except Exception:
        return {"differences": [traceback.format_exc()], "endings": []}


def search(first: int, count: int) -> int:
    """Examine so many seeds; the number of those that failed."""
    started = time.monotonic()
    failures = 0
    endings: Counter[str] = Counter()
    for done, report in enumerate(run_in_children("fuzz.differential", [], range(first, first + count), SECONDS), 1):
        differences = [report.failure] if report.failure else report.data["differences"]
        assert isinstance(differences, list)
        found = report.data.get("endings", [])
        assert isinstance(found, list)
        endings.update(found)
        if differences:
            failures += 1
            print(f"seed {report.item}:\n" + "\n".join(map(str, differences[:3])), flush=True)
        if sys.stderr.isatty():
            print(f"\r{done}/{count}, {failures} failed", end="", file=sys.stderr, flush=True)
    seconds = time.monotonic() - started
    print(f"{count} modules in {seconds:.0f} s; {failures} told the engines apart; with most fuel they ended by:")
    for ending, number in endings.most_common():
        print(f"  {number:6} {ending}")
    return failures


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(examine)
    else:
        sys.exit(1 if search(arguments.seed, arguments.count) else 0)


if __name__ == "__main__":
    main()
