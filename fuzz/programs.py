"""Runs random programs by the engines and by Node, and compares: `python -m fuzz.programs --count 500`.

Programs of the kind `order` have 100 seeds each, which are independent of each other; of those that differ, the seed
that does is found by running halves. Needs Node, and `npm ci` in tests/oracle. The program of one seed is seen by
`--seed N --show`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import plait
from fuzz.children import run_in_children, serve
from fuzz.map_oracle import wrong_maps
from fuzz.program_declarations import random_program
from fuzz.program_order import random_order
from fuzz.program_tasks import random_tasks

ORACLE = Path(__file__).parent.parent / "tests" / "oracle"
SECONDS = 120.0
BATCH = 50
OBJECT = "[object Object]"
CHECKED: dict[str, object] = {"forge_frames": True, "check_heap": True}
MODES: dict[str, dict[str, object]] = {
    "interpreter": {"engine": "interpreter"},
    "jit": {"engine": "jit"},
    # Without forged frames, whose code takes long to compile; the modules of `fuzz.differential` have them.
    "jit-collect": {"engine": "jit", "collect_always": True, "check_heap": True},
    "interpreter-suspend": {"engine": "interpreter", "suspend_always": True, **CHECKED},
    "interpreter-collect": {"engine": "interpreter", "collect_always": True, **CHECKED},
}
OTHERS = tuple(MODES)[1:]
STRESS = OTHERS[2:]


@dataclass(frozen=True, slots=True)
class Kind:
    """What programs are about: how one of some seeds is made, how many it has, the modes that it is run by in turns."""

    make: Callable[[range], str]
    size: int
    others: tuple[str, ...]


KINDS = {
    "values": Kind(lambda seeds: random_program(seeds.start), 1, OTHERS),
    "tasks": Kind(lambda seeds: random_tasks(seeds.start), 1, OTHERS),
    # Machine code for a program of a hundred units takes as long as all else that happens to ten of them.
    "order": Kind(random_order, 100, ("jit", *STRESS, *STRESS, *STRESS, *STRESS, "jit-collect", *STRESS)),
}


def run_by_node(sources: list[str], *options: str) -> list[dict[str, str]]:
    """What programs print, and what they end by. The option `inspect` shows objects as Node's console does."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Node is not there: random programs are compared with what it prints")
    command = [node, str(ORACLE / "batch.mjs"), *options]
    done = subprocess.run(command, check=False, input=json.dumps(sources), capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    answer: list[dict[str, str]] = json.loads(done.stdout)
    return answer


def run_by_plait(module: plait.Module, mode: str, units: int) -> tuple[str, str]:
    """What a program prints, and what it ends by."""
    lines: list[str] = []
    fuel = 30_000_000 * units
    options = plait.VmOptions(max_stack_depth=10_000, max_fuel=fuel, **MODES[mode])  # type: ignore[arg-type]
    try:
        plait.Vm(options, write=lines.append).execute(module)
    except plait.GuestError as error:
        return "".join(lines), str(error).partition("\n")[0]
    except plait.LimitError as error:
        return "".join(lines), error.limit
    return "".join(lines), ""


def examine(source: str, other: str, units: int = 1) -> dict[str, object]:
    """What the interpreter and another mode make of a program: output and end, or how the two differ."""
    module = plait.compile(source, name="random.ts")
    wrong = wrong_maps(module)
    if wrong:
        return {"failure": "\n".join(wrong)}
    first, second = run_by_plait(module, "interpreter", units), run_by_plait(module, other, units)
    if first != second:
        return {"failure": f"interpreter and {other}: {_first_difference(first, second)}"}
    return {"failure": "", "output": first[0], "error": first[1]}


def _first_difference(first: tuple[str, str], second: tuple[str, str]) -> str:
    lines = zip(first[0].split("\n"), second[0].split("\n"), strict=False)
    found = next((pair for pair in lines if pair[0] != pair[1]), first if first[0] == second[0] else ("", ""))
    return f"{found[0]!r} and {found[1]!r}; ended {first[1]!r} and {second[1]!r}"


def examine_item(seed: int, kind: str, count: int, other: str) -> dict[str, object]:
    """Examine the program of some seeds, in the interpreter and another mode: the one given, or one by turns."""
    made = KINDS[kind]
    try:
        mode = other or made.others[seed // made.size % len(made.others)]
        return examine(made.make(range(seed, seed + count)), mode, count)
    except Exception:
        return {"failure": traceback.format_exc()}


def difference(report: dict[str, object], expected: dict[str, str]) -> str:
    """How plait's run differs from Node's; empty when it does not.

    Messages of the machine's errors are its own, objects that are thrown have no text, and tasks that wait for ever are
    an error in plait alone.
    """
    if report["failure"]:
        return str(report["failure"])
    own, other = str(report["output"]).split("\n"), expected["output"].split("\n")
    for number, (mine, theirs) in enumerate(zip(own, other, strict=False), 1):
        if mine != theirs:
            return f"line {number}: plait {mine!r}, Node {theirs!r}"
    if len(own) != len(other):
        return f"plait prints {len(own)} lines, Node {len(other)}"
    ends = [str(text).partition(":")[0] for text in (report["error"], expected["error"])]
    is_same = ends[0] == ends[1] or (ends[0] == "deadlock" and not ends[1]) or (ends[0] == OBJECT and bool(ends[1]))
    return "" if is_same else f"plait ends by {report['error']!r}, Node by {expected['error']!r}"


def _compared(kind: str, programs: list[range], other: str = "") -> Iterator[tuple[range, str, str]]:
    """Programs of as many seeds each, how what they do differs from Node's, and what Node ended them by."""
    expected = dict(zip(programs, run_by_node([KINDS[kind].make(seeds) for seeds in programs]), strict=True))
    count = len(programs[0])
    arguments = ["--kind", kind, "--count", str(count), "--other", other]
    for report in run_in_children("fuzz.programs", arguments, [seeds.start for seeds in programs], SECONDS):
        seeds = range(report.item, report.item + count)
        found = report.failure or difference(report.data, expected[seeds])
        yield seeds, found, expected[seeds]["error"].partition(":")[0] or "its end"


def _narrowed(kind: str, seeds: range, found: str, other: str) -> Iterator[tuple[range, str]]:
    """The smallest programs that differ, of the seeds of one that does."""
    parts = [seeds[: len(seeds) // 2], seeds[len(seeds) // 2 :]] if len(seeds) > 1 else []
    failed = [(part, text) for each in parts for part, text, _ in _compared(kind, [each], other) if text]
    if not failed:
        yield seeds, found
    for part, text in failed:
        yield from _narrowed(kind, part, text, other)


def search(kind: str, first: int, count: int, other: str) -> int:
    """Compare the programs of so many seeds; how many differ."""
    started, failed = time.monotonic(), 0
    ends: Counter[str] = Counter()
    size = KINDS[kind].size
    for start in range(first, first + count, BATCH * size):
        end = min(start + BATCH * size, first + count)
        programs = [range(at, at + size) for at in range(start, end, size)]
        for seeds, found, ending in _compared(kind, programs, other):
            ends[ending] += 1
            for part, text in _narrowed(kind, seeds, found, other) if found else ():
                failed += 1
                print(f"seed {part.start}{f' to {part.stop - 1}' if len(part) > 1 else ''}: {text}", flush=True)
    shares = ", ".join(f"{number} by {name}" for name, number in ends.most_common())
    print(f"{count} seeds in {time.monotonic() - started:.0f} s, {failed} differ from Node; programs ended {shares}")
    return failed


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="how many seeds (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--kind", choices=KINDS, default="values", help="what they are about (default values)")
    parser.add_argument("--other", choices=("", *OTHERS), default="", help="the other mode (all in turns)")
    parser.add_argument("--show", action="store_true", help="print the program of the seed instead")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    kind, seed = arguments.kind, arguments.seed
    if arguments.child:
        serve(partial(examine_item, kind=kind, count=arguments.count, other=arguments.other))
    elif arguments.show:
        print(KINDS[kind].make(range(seed, seed + 1)), end="")
    else:
        sys.exit(1 if search(kind, seed, arguments.count, arguments.other) else 0)


if __name__ == "__main__":
    main()
