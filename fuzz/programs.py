"""Runs random programs by the engines and by Node, and compares: `python -m fuzz.programs --count 500`.

Needs Node, and `npm ci` in tests/oracle. The program of one seed is seen by `--seed N --show`.
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
KINDS = {"values": random_program, "tasks": random_tasks, "order": random_order}


def run_by_node(sources: list[str]) -> list[dict[str, str]]:
    """What programs print, and what they end by."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Node is not there: random programs are compared with what it prints")
    command = [node, str(ORACLE / "batch.mjs")]
    done = subprocess.run(command, check=False, input=json.dumps(sources), capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    answer: list[dict[str, str]] = json.loads(done.stdout)
    return answer


def run_by_plait(module: plait.Module, mode: str) -> tuple[str, str]:
    """What a program prints, and what it ends by."""
    lines: list[str] = []
    options = plait.VmOptions(max_stack_depth=10_000, max_fuel=30_000_000, **MODES[mode])  # type: ignore[arg-type]
    try:
        plait.Vm(options, write=lines.append).execute(module)
    except plait.GuestError as error:
        return "".join(lines), str(error).partition("\n")[0]
    except plait.LimitError as error:
        return "".join(lines), error.limit
    return "".join(lines), ""


def examine(source: str, other: str) -> dict[str, object]:
    """What the interpreter and another mode make of a program: output and end, or how the two differ."""
    module = plait.compile(source, name="random.ts")
    wrong = wrong_maps(module)
    if wrong:
        return {"failure": "\n".join(wrong)}
    first, second = run_by_plait(module, "interpreter"), run_by_plait(module, other)
    if first != second:
        return {"failure": f"interpreter: {first}\n{other}: {second}"}
    return {"failure": "", "output": first[0], "error": first[1]}


def examine_item(seed: int, kind: str) -> dict[str, object]:
    """Examine the program of a seed, in the interpreter and, by turns, one of the other modes."""
    try:
        return examine(KINDS[kind](seed), OTHERS[seed % len(OTHERS)])
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


def search(kind: str, first: int, count: int) -> int:
    """Compare the programs of so many seeds; how many differ."""
    started, failed = time.monotonic(), 0
    ends: Counter[str] = Counter()
    for start in range(first, first + count, BATCH):
        seeds = range(start, min(start + BATCH, first + count))
        expected = dict(zip(seeds, run_by_node([KINDS[kind](seed) for seed in seeds]), strict=True))
        for report in run_in_children("fuzz.programs", ["--kind", kind], seeds, SECONDS):
            found = report.failure or difference(report.data, expected[report.item])
            ends[expected[report.item]["error"].partition(":")[0] or "its end"] += 1
            if found:
                failed += 1
                print(f"seed {report.item}: {found}", flush=True)
    shares = ", ".join(f"{number} by {name}" for name, number in ends.most_common())
    print(f"{count} programs in {time.monotonic() - started:.0f} s, {failed} differ from Node; ended {shares}")
    return failed


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="how many programs (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--kind", choices=KINDS, default="values", help="what they are about (default values)")
    parser.add_argument("--show", action="store_true", help="print the program of the seed instead")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(partial(examine_item, kind=arguments.kind))
    elif arguments.show:
        print(KINDS[arguments.kind](arguments.seed), end="")
    else:
        sys.exit(1 if search(arguments.kind, arguments.seed, arguments.count) else 0)


if __name__ == "__main__":
    main()
