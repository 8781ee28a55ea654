"""Speed of whole programs, beside Node and Lua, as ratios.

    python bench/speed.py [--repeat N]

All commands run in turn, N rounds in one go (at least five), each as a process of its own; from each time the median
of an empty program by the same command is subtracted, so that start-up does not count but compilation does. The
`cold` runs have an empty cache of compiled programs, the others what earlier rounds have left there,
as a user's second run would. Shown are medians, the spread (quartiles), and the ratio to Node (for the interpreter, to
lua5.4).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
STRIP = Path(__file__).parent.parent / "tests" / "oracle" / "strip.mjs"
NAMES = ("fib", "sieve", "mandelbrot", "richards", "binary_trees", "text")
EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to run a program. `cold`: the cache of compiled programs is emptied before each run."""

    name: str
    command: tuple[str, ...]
    suffix: str
    cold: bool = False


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5, help="rounds, at least 5 (default 5)")
    rounds = max(5, parser.parse_args().repeat)
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        strip_types(directory)
        contenders = find_contenders()
        cache = directory / "cache"
        for contender in contenders:
            measure(contender, EMPTY, directory, cache)
        runs = [(program, item) for program in (EMPTY, *NAMES) for item in contenders if can_run(item, program)]
        times = {(contender.name, program): [0.0] * rounds for program, contender in runs}
        for turn in range(rounds):
            for program, contender in runs:
                times[contender.name, program][turn] = measure(contender, program, directory, cache)
            print(f"round {turn + 1} of {rounds} done", file=sys.stderr, flush=True)
    report(contenders, times)
    return 0


def strip_types(directory: Path) -> None:
    """JavaScript twins of the programs, made by the TypeScript compiler."""
    listed = directory / "list.json"
    pairs = [[str(PROGRAMS / f"{name}.ts"), str(directory / f"{name}.mjs")] for name in (*NAMES, EMPTY)]
    listed.write_text(repr(pairs).replace("'", '"'))
    subprocess.run(["node", str(STRIP), str(listed)], check=True)


def find_contenders() -> list[Contender]:
    """Everyone who can run here; says who cannot."""
    plait = (sys.executable, "-m", "plait", "run")
    contenders = [
        Contender("node", ("node",), ".mjs"),
        Contender("jit", (*plait, "--engine", "jit"), ".ts"),
        Contender("auto", (*plait, "--engine", "auto"), ".ts"),
        Contender("jit, cold", (*plait, "--engine", "jit"), ".ts", cold=True),
        Contender("auto, cold", (*plait, "--engine", "auto"), ".ts", cold=True),
        Contender("interpreter", (*plait, "--engine", "interpreter"), ".ts"),
    ]
    lua = shutil.which("lua5.4")
    if lua is None:
        print("lua5.4 is missing: the interpreter is shown without comparison", file=sys.stderr)
    else:
        contenders.append(Contender("lua5.4", (lua,), ".lua"))
    return contenders


def can_run(contender: Contender, program: str) -> bool:
    """Whether there is a version of the program for the contender."""
    return contender.suffix != ".lua" or (PROGRAMS / f"{program}.lua").exists()


def measure(contender: Contender, program: str, directory: Path, cache: Path) -> float:
    """Seconds that a run takes, start-up included."""
    if contender.cold:
        cache = cache.with_name("cold")
        shutil.rmtree(cache / "programs", ignore_errors=True)
    folder = directory if contender.suffix == ".mjs" else PROGRAMS
    command = [*contender.command, str(folder / f"{program}{contender.suffix}")]
    environment = {**os.environ, "PLAIT_CACHE_DIR": str(cache)}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def report(contenders: list[Contender], times: dict[tuple[str, str], list[float]]) -> None:
    """Print the table."""
    start_up = {contender.name: statistics.median(times[contender.name, EMPTY]) for contender in contenders}
    print("start-up, ms: " + ", ".join(f"{name} {1000 * value:.0f}" for name, value in start_up.items()))
    for program in NAMES:
        print(f"\n{program:12} {'ms':>8}   {'quartiles':>15}   ratio")
        medians = {}
        for contender in (item for item in contenders if can_run(item, program)):
            net = sorted(1000 * (value - start_up[contender.name]) for value in times[contender.name, program])
            low, middle, high = statistics.quantiles(net, n=4)
            medians[contender.name] = middle
            base = "lua5.4" if contender.name == "interpreter" else "node"
            spread = f"{low:.0f} to {high:.0f}"
            print(f"{contender.name:12} {middle:8.1f}   {spread:>15}   ", end="")
            other = medians.get(base) if base == "node" else lua_median(times, start_up, program)
            print(f"{middle / other:.2f} x {base}" if other else "")


def lua_median(times: dict[tuple[str, str], list[float]], start_up: dict[str, float], program: str) -> float | None:
    """Lua's median in ms, if it ran."""
    if ("lua5.4", program) not in times:
        return None
    return 1000 * (statistics.median(times["lua5.4", program]) - start_up["lua5.4"])


if __name__ == "__main__":
    sys.exit(main())
