"""Offers damaged programs to the compiler, and runs what it accepts: `python -m fuzz.sources --count 20000`.

Every item, a conformance program with some words deleted, moved or exchanged, must be refused with `CompileError`, or
compile to a module that the verifier accepts and that ends within its limits.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import traceback
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import plait
from fuzz.children import run_in_children, serve

PROGRAMS = Path(__file__).parent.parent / "tests" / "programs"
SECONDS = 120.0
OPTIONS = plait.VmOptions(engine="interpreter", max_fuel=300_000, max_memory=1 << 24)
WORD = re.compile(r"[A-Za-z_#]\w*|\d+|\S")
NAME = re.compile(r"[A-Za-z_]\w*")
TYPE = re.compile(r"\b(?:number|string|boolean|void|unknown|int)\b")
TYPES = (
    *("number", "string", "boolean", "int", "null", "undefined", "unknown", "void", "never"),
    *("number[]", "[number, string]", "Promise<number>", "() => void", "{ x?: number }"),
)
PIECES = (
    *("this", "super", "await", "async", "static", "new", "return", "try", "catch", "null", "undefined", "'text'", "0"),
    *(".x", "...", "?.", "!", "(1)", "[0]", "(", ")", "{", "}", "=>", ";", ",", ":", "=", "?"),
)


@cache
def programs() -> tuple[str, ...]:
    """The texts that are damaged."""
    return tuple(path.read_text() for path in sorted(PROGRAMS.glob("*.ts")))


def damaged(random: Random) -> str:
    """A program with one to three faults."""
    text = random.choice(programs())
    for _ in range(random.randint(1, 3)):
        text = _damage(random, text)
    return text


def _damage(random: Random, text: str) -> str:
    spans = [found.span() for found in WORD.finditer(text)]
    if not spans:
        return text
    first, last = random.choice(spans)
    start, end = random.choice(spans)
    match random.randrange(7):
        case 0:
            return text[:first] + text[last:]
        case 1:
            return text[:first] + text[start:end] + text[last:]
        case 2 if last <= start:
            return text[:first] + text[start:end] + text[last:start] + text[first:last] + text[end:]
        case 3:
            lines = text.split("\n")
            del lines[random.randrange(len(lines))]
            return "\n".join(lines)
        case 4:
            return _exchange(random, text, TYPE, random.choice(TYPES))
        case 5:
            names = NAME.findall(text)
            return _exchange(random, text, NAME, random.choice(names)) if names else text
        case _:
            return f"{text[:first]}{random.choice(PIECES)} {text[first:]}"


def _exchange(random: Random, text: str, what: re.Pattern[str], by: str) -> str:
    places = [found.span() for found in what.finditer(text)]
    if not places:
        return text
    first, last = random.choice(places)
    return text[:first] + by + text[last:]


def examine(text: str) -> str:
    """What became of a program, in a word; raises for anything that must not happen."""
    try:
        module = plait.compile(text, name="damaged.ts")
    except plait.CompileError:
        return "refused"
    vm = plait.Vm(OPTIONS, write=_drop, write_error=_drop)
    try:
        vm.execute(module)
    except plait.GuestError:
        return "threw"
    except plait.LimitError:
        return "limit"
    return "ran"


def _drop(_: str) -> None:
    pass


def examine_item(item: int) -> dict[str, object]:
    """Damage a program and examine it."""
    text = damaged(Random(item))
    try:
        return {"result": examine(text), "failure": ""}
    except Exception:
        return {"result": "failed", "failure": f"{traceback.format_exc()}\n{text}"}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many programs (default 1000)")
    parser.add_argument("--seed", type=int, default=0, help="the first item")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(examine_item)
        return
    started = time.monotonic()
    results: Counter[str] = Counter()
    failed = 0
    items = range(arguments.seed, arguments.seed + arguments.count)
    for report in run_in_children("fuzz.sources", [], items, SECONDS):
        failure = report.failure or report.data["failure"]
        results[str(report.data.get("result", "died"))] += 1
        if failure:
            failed += 1
            print(f"item {report.item}:\n{failure}", flush=True)
    shares = ", ".join(f"{name} {100 * number / arguments.count:.1f} %" for name, number in results.most_common())
    print(f"{arguments.count} programs in {time.monotonic() - started:.0f} s, {failed} failed: {shares}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
