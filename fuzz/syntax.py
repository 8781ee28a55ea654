"""Compares how random expressions and types are grouped with the TypeScript compiler:
`python -m fuzz.syntax --count 5000`.

Each of the two front ends is compared. What the compiler refuses as no program has to be refused; what a front end says
it does not support is left out.
Needs Node, and `npm ci` in tests/oracle. The form of one seed is seen by `--seed N --show`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from fuzz.flow_shapes import shape_of_module
from fuzz.shapes import shape_of_program
from fuzz.syntax_forms import random_form
from fuzz.syntax_statements import random_program
from plait.frontend.check import check_program
from plait.frontend.compilation import compilation_of, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import analyse
from plait.frontend.next.early import report_early_errors
from plait.frontend.next.parse import parse_module
from plait.frontend.parse import parse_program
from plait.source import SourceFile

SHAPES = Path(__file__).parent.parent / "tests" / "oracle" / "shapes.mjs"
BATCH = 1000
PROGRESS = 10_000
"""After how many forms it is said how far the search is; it goes on from there by `--seed`."""

REFUSED = ""
UNSUPPORTED = "not supported"


def shapes_of_compiler(texts: list[str]) -> list[str]:
    """The shapes of programs as the TypeScript compiler reads them; empty for those that it refuses."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Node is not there: the TypeScript compiler says how programs are grouped")
    command = [node, str(SHAPES)]
    done = subprocess.run(command, check=False, input=json.dumps(texts), capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    answer: list[str] = json.loads(done.stdout)
    return answer


def typed_shape(text: str, is_refused: bool = False) -> str:
    """The shape of a program in the first front end; empty when that says that it is none, `UNSUPPORTED` when it has no
    tree for it.

    `is_refused` asks the checker too: some rules of the grammar are its.
    """
    diagnostics = Diagnostics()
    file = SourceFile("form.ts", text)
    with running(compilation_of(file)):
        tree = parse_program(file, diagnostics)
        if _has(diagnostics, "P1"):
            return REFUSED
        if tree is None or diagnostics.found:
            return UNSUPPORTED
        if is_refused:
            check_program(tree, diagnostics)
            if _has(diagnostics, "P1"):
                return REFUSED
        return shape_of_program(tree)


def flow_shape(text: str, is_refused: bool = False) -> str:
    """The same of the second front end."""
    diagnostics = Diagnostics()
    file = SourceFile("form.ts", text)
    with running(compilation_of(file)):
        module = parse_module(file, diagnostics)
        if module is not None:
            report_early_errors(file, module, diagnostics)
        if module is None or _has(diagnostics, "P1"):
            return REFUSED
        if diagnostics.found:
            return UNSUPPORTED
    if is_refused:
        analyse(file, diagnostics)
        if _has(diagnostics, "P1"):
            return REFUSED
    return shape_of_module(module)


FRONT_ENDS: dict[str, Callable[[str, bool], str]] = {"typed": typed_shape, "flow": flow_shape}
"""What gives the shape of a program, by front end: the one that proves all types, the one that goes by the flow."""


def _has(diagnostics: Diagnostics, family: str) -> bool:
    return any(item.code.startswith(family) for item in diagnostics.found.values())


def difference(text: str, expected: str, front_end: str) -> tuple[str, str]:
    """What became of a form, in a word, and how its shape differs from the compiler's; empty when it does not."""
    shape_of = FRONT_ENDS[front_end]
    found = shape_of(text, expected == REFUSED)
    if found == UNSUPPORTED:
        return UNSUPPORTED, ""
    if expected == REFUSED != found and "<<" in text:
        # The compiler takes what is between the signs of `a << b >> (c)` for type arguments: ask with another shift.
        found, expected = found.replace("(<<", "(>>"), shapes_of_compiler([text.replace("<<", ">>")])[0]
    if expected == REFUSED != found and _is_read_as_types(text, shape_of):
        return "refused", ""
    if expected == REFUSED != found and "<<" in text:
        # Another shift may be read otherwise behind type arguments, and says nothing then.
        return "not comparable", ""
    if found == expected:
        return "refused" if expected == REFUSED else "compared", ""
    return "differ", f"{front_end} {found or 'refuses'}\ntsc   {expected or 'refuses'}"


def _examined(text: str, expected: str, front_end: str) -> tuple[str, str]:
    try:
        return difference(text, expected, front_end)
    except Exception as error:
        return "failed", f"{front_end} fails: {type(error).__name__}: {error}"


def _is_read_as_types(text: str, shape_of: Callable[[str, bool], str]) -> bool:
    """Whether the compiler refuses a text because it takes what is between `<` and `>` for type arguments, with a
    mistake in them, or a `?` behind a cast for part of the type: without these it is grouped alike.
    """
    others: list[str] = []
    for other in (text, re.sub(r"(?<!\?)\?\s*(\(*)(?:--|\+\+|[-+~!]\s*)+", r"? \1", text)):
        places = [place.start() for place in re.finditer("(?<!<)<(?![<=])", other)]
        others += [other, *(f"{other[:place]}<={other[place + 1 :]}" for place in places)]
    return any(
        shape != REFUSED and shape == shape_of(other, False)
        for other, shape in zip(others, shapes_of_compiler(others), strict=True)
    )


def search(first: int, count: int, front_ends: tuple[str, ...], make: Callable[[int], str] = random_form) -> int:
    """Compare the forms of so many seeds; how many differ."""
    started = time.monotonic()
    results: Counter[str] = Counter()
    for start in range(first, first + count, BATCH):
        seeds = range(start, min(start + BATCH, first + count))
        texts = [make(seed) for seed in seeds]
        for seed, text, expected in zip(seeds, texts, shapes_of_compiler(texts), strict=True):
            for front_end in front_ends:
                result, found = _examined(text, expected, front_end)
                results[result] += 1
                if found:
                    print(f"seed {seed}: {text}\n{found}", flush=True)
        if (start - first) % PROGRESS == PROGRESS - BATCH:
            print(f"up to seed {seeds.stop - 1}: {dict(results)}", flush=True)
    shares = ", ".join(f"{number} {name}" for name, number in results.most_common())
    print(f"{count} forms in {time.monotonic() - started:.0f} s: {shares}")
    return results["differ"] + results["failed"]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many forms (default 1000)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--front-end", choices=tuple(FRONT_ENDS), help="one of the two alone")
    parser.add_argument("--show", action="store_true", help="print the form of the seed instead")
    parser.add_argument("--statements", action="store_true", help="statements, for the second front end")
    arguments = parser.parse_args()
    make = random_program if arguments.statements else random_form
    if arguments.show:
        print(make(arguments.seed))
    else:
        front_ends = (arguments.front_end,) if arguments.front_end else tuple(FRONT_ENDS)
        sys.exit(1 if search(arguments.seed, arguments.count, front_ends, make) else 0)


if __name__ == "__main__":
    main()
