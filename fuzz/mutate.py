"""Offers damaged modules and random bytes to the loader, and runs what survives: `python -m fuzz.mutate --count 20000`.

Every item must be refused with `FormatError` or `VerifyError`, or have right maps of live slots and run to the same end
under all engines.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from random import Random

from fuzz.children import run_in_children, serve
from fuzz.mutations import mutant, random_bytes
from fuzz.running import AUTO, JIT, REFERENCE, Limits, Mode, Runner
from plait.bytecode.module import Module
from plait.errors import FormatError, LimitError, PlaitError, VerifyError

FUEL = 400
MEMORY = 1 << 20
DEPTH = 20
SECONDS = 120.0
INTERPRETER = Mode("interpreter", "interpreter", "interpreter")
COLLECTING = Mode("interpreter, collecting", "interpreter", "interpreter", collect=True)
MODES = (INTERPRETER, REFERENCE, JIT, AUTO, COLLECTING)


def examine(data: bytes) -> str:
    """What became of the bytes, in a word; raises for anything that must not happen."""
    try:
        module = Module.from_bytes(data, check_integrity=False)
    except FormatError:
        return "format"
    if Module.from_bytes(module.to_bytes()) != module:
        raise AssertionError("the module's bytes are read as another module")
    runner = Runner(module)
    endings: list[str] = []
    for mode in MODES:
        try:
            if mode is MODES[0]:
                wrong = runner.wrong_maps(mode)
                if wrong:
                    raise AssertionError("\n".join(wrong))
            if module.main is None:
                return "without main"
            outcome = runner.run(mode, Limits(FUEL, DEPTH, None, MEMORY))
        except VerifyError:
            return "verify"
        except LimitError as error:
            return f"limit {error.limit}"
        except PlaitError as error:
            # A result that Python cannot be given.
            endings.append(str(error))
            continue
        endings.append(str(outcome))
    if len(set(endings)) != 1:
        pairs = zip(MODES, endings, strict=True)
        raise AssertionError("\n".join(f"{mode.name}: {ending}" for mode, ending in pairs))
    return "ran"


def examine_item(item: int) -> dict[str, object]:
    """Make and examine the item: random bytes when it is odd, a mutant when it is even."""
    random = Random(item)
    data = random_bytes(random) if item % 2 else mutant(random)
    try:
        return {"result": examine(data), "failure": ""}
    except Exception:
        return {"result": "failed", "failure": f"{traceback.format_exc()}\nbytes: {data.hex()}"}


def offer(first: int, count: int, what: str) -> tuple[Counter[str], int]:
    """Examine `count` items that are mutants or random bytes; the results, and how many failed."""
    odd = int(what == "random bytes")
    items = range(2 * first + odd, 2 * (first + count) + odd, 2)
    results: Counter[str] = Counter()
    failures = 0
    for done, report in enumerate(run_in_children("fuzz.mutate", [], items, SECONDS), 1):
        failure = report.failure or report.data["failure"]
        results[str(report.data.get("result", "died"))] += 1
        if failure:
            failures += 1
            print(f"item {report.item}:\n{failure}", flush=True)
        if sys.stderr.isatty():
            print(f"\r{what}: {done}/{count}, {failures} failed", end="", file=sys.stderr, flush=True)
    return results, failures


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="how many of each: random bytes, mutants")
    parser.add_argument("--seed", type=int, default=0, help="the first item")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(examine_item)
        return
    failed = 0
    for what in ("random bytes", "mutants"):
        started = time.monotonic()
        results, failures = offer(arguments.seed, arguments.count, what)
        failed += failures
        shares = ", ".join(f"{name} {100 * number / arguments.count:.1f} %" for name, number in results.most_common())
        print(f"{arguments.count} {what} in {time.monotonic() - started:.0f} s, {failures} failed: {shares}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
