"""Speed of whole programs as the second front end compiles them, beside the first, as ratios.

    python bench/front_ends.py [--rounds N]

Each program of `bench/programs` is compiled by both; both run in turn by the JIT, in one process, N rounds (at least
five) behind one that does not count, in which everything becomes hot. Shown are the medians and the spread
(quartiles) of the ratio.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import plait
from plait.bytecode.module import Module
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile

PROGRAMS = Path(__file__).parent / "programs"
EMPTY = "empty"


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds, at least 5 (default 5)")
    rounds = max(5, parser.parse_args().rounds)
    print(f"{'program':14} {'first ms':>9} {'second ms':>9}  second / first (quartiles)")
    for path in sorted(PROGRAMS.glob("*.ts")):
        if path.stem != EMPTY:
            report(path, rounds)
    return 0


def report(path: Path, rounds: int) -> None:
    """Measure one program and print its row."""
    text = path.read_text(encoding="utf-8")
    runs = [Run(plait.compile(text, path.name)), Run(translate(SourceFile(path.name, text), no_files))]
    for run in runs:
        run.seconds()
    pairs = [[run.seconds() for run in runs] for _ in range(rounds)]
    first, second = (statistics.median(times) for times in zip(*pairs, strict=True))
    low, middle, high = statistics.quantiles([pair[1] / pair[0] for pair in pairs], n=4)
    row = f"{path.stem:14} {1000 * first:9.1f} {1000 * second:9.1f}  {middle:.2f} ({low:.2f} to {high:.2f})"
    print(row, flush=True)


class Run:
    """A module and the machine that runs it."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._vm = plait.Vm(plait.VmOptions(engine="jit"), write=lambda text: None)

    def seconds(self) -> float:
        """How long one run takes."""
        begun = time.perf_counter()
        self._vm.execute(self._module)
        return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
