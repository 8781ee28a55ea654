"""Runs random programs whose values have no types by the engines and by Node: `python -m fuzz.dynamic --count 500`.

A program has many forms, each of its own seed, which are independent of each other. The form of one seed is seen by
`--seed N --show`. Needs Node, and `npm ci` in tests/oracle.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterator
from functools import partial
from random import Random

import plait
from fuzz.children import run_in_children, serve
from fuzz.dynamic_expressions import PRELUDE, Scope
from fuzz.dynamic_statements import Statements
from fuzz.map_oracle import wrong_maps
from fuzz.programs import OTHERS, STRESS, run_by_node, run_by_plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile

SECONDS = 240.0
SIZE = 10
MESSAGE = 600
"""How much of a refusal is shown."""
BATCH = 10
MARK = "#### "
OTHER_MODES = (*STRESS, *STRESS, "jit")


def random_forms(seeds: range) -> str:
    """The program of some seeds."""
    forms = [_form(seed) for seed in seeds]
    calls = [
        f'steps = 0; console.log("{MARK}{seed}"); '
        f'try {{ await form{seed}(); }} catch (e: any) {{ log("ended by", text(e)); }} '
        "for (let i = 0; i < 40; i++) await null;"
        for seed in seeds
    ]
    return "\n".join((PRELUDE, *forms, *calls)) + "\n"


def _form(seed: int) -> str:
    scope = Scope(Random(seed))
    scope.in_async = True
    statements = Statements(scope)
    found: list[str] = []
    while scope.budget > 0 and len(found) < 8:
        found.append(statements.statement(3))
    return f"const form{seed}: any = async (): Promise<any> => {{\n" + "\n".join(found) + "\n};"


def examine(source: str, other: str, units: int) -> dict[str, object]:
    """What the interpreter makes of a program, and whether another mode makes the same."""
    module = translate(SourceFile("random.ts", source), no_files)
    wrong = wrong_maps(module)
    if wrong:
        return {"failure": "\n".join(wrong)}
    first = run_by_plait(module, "interpreter", units)
    if other:
        second = run_by_plait(module, other, units)
        if first != second:
            return {"failure": f"interpreter and {other} differ", "output": first[0], "other": second[0]}
    return {"failure": "", "output": first[0] + first[1]}


def examine_item(start: int, size: int, mode: str) -> dict[str, object]:
    """Examine the program of the seeds from one on."""
    other = OTHER_MODES[start // size % len(OTHER_MODES)] if mode == "turns" else mode
    try:
        return examine(random_forms(range(start, start + size)), other, size)
    except Exception as error:
        return {"failure": str(error)[:MESSAGE] if isinstance(error, plait.PlaitError) else traceback.format_exc()}


def parts(output: str) -> dict[str, str]:
    """What the forms of a program have printed, by their seeds."""
    found = {}
    for piece in output.split(MARK)[1:]:
        seed, _, shown = piece.partition("\n")
        found[seed] = shown
    return found


def difference(own: str, expected: str) -> str:
    """The first line that differs."""
    lines, others = own.split("\n"), expected.split("\n")
    for number, (mine, theirs) in enumerate(zip(lines, others, strict=False), 1):
        if mine != theirs:
            return f"line {number}: plait {mine!r}, Node {theirs!r}"
    return f"plait prints {len(lines)} lines, Node {len(others)}"


def compared(starts: list[int], size: int, mode: str) -> Iterator[tuple[str, str]]:
    """The seeds whose forms do not do the same, and how they differ."""
    expected = run_by_node([random_forms(range(start, start + size)) for start in starts], "inspect")
    nodes = dict(zip(starts, expected, strict=True))
    for report in run_in_children("fuzz.dynamic", ["--size", str(size), "--other", mode], starts, SECONDS):
        seeds = f"{report.item} to {report.item + size - 1}"
        failure = report.failure or str(report.data["failure"])
        if failure:
            yield seeds, failure
        own = parts(str(report.data.get("output", "")))
        for seed, shown in parts(nodes[report.item]["output"]).items():
            if own.get(seed) != shown and own:
                yield seed, difference(own.get(seed, "nothing"), shown)


def search(first: int, count: int, size: int, mode: str) -> int:
    """Compare the forms of so many seeds; how many differ."""
    started, failed = time.monotonic(), 0
    for start in range(first, first + count, BATCH * size):
        end = min(start + BATCH * size, first + count)
        for seed, found in compared(list(range(start, end, size)), size, mode):
            failed += 1
            print(f"seed {seed}: {found}", flush=True)
    print(f"{count} seeds in {time.monotonic() - started:.0f} s, {failed} differ")
    return failed


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="how many seeds (default 300)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--size", type=int, default=SIZE, help=f"seeds of one program (default {SIZE})")
    parser.add_argument(
        "--other", choices=("turns", "", *OTHERS), default="turns", help="the other mode (all in turns)"
    )
    parser.add_argument("--show", action="store_true", help="print the program of the seed instead")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(partial(examine_item, size=arguments.size, mode=arguments.other))
    elif arguments.show:
        print(random_forms(range(arguments.seed, arguments.seed + 1)), end="")
    else:
        sys.exit(1 if search(arguments.seed, arguments.count, arguments.size, arguments.other) else 0)


if __name__ == "__main__":
    main()
