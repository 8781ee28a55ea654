"""Random patterns on random subjects, in plait and in Node: `python -m fuzz.regexp --count 100000`.

Both give the places of all groups, or the message of the error, and what `replace` and `split` make of the subject. A
pattern that Node does not finish with is left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable

import plait
from fuzz.regexp_cases import Case, case_of

BATCH = 400
NODE_SECONDS = 10.0
FUEL = 2_000_000_000

PROGRAM = r"""
type Case = [string, string, string, number];
function examine(item: Case): unknown {
  const [pattern, flags, subject, lastIndex] = item;
  try {
    const places = new RegExp(pattern, flags + "d");
    places.lastIndex = lastIndex;
    const found = places.exec(subject);
    const indices = found === null ? null : [...(found.indices ?? [])].map((place) => place ?? null);
    const named = found?.groups;
    const groups = named === undefined ? null : Object.entries(named).map(([key, value]) => [key, value ?? null]);
    const again = new RegExp(pattern, flags);
    again.lastIndex = lastIndex;
    const replaced = subject.replace(again, "<$&$1$<n1>$$>");
    const all = new RegExp(pattern, flags.includes("g") ? flags : flags + "g");
    const pieces = subject.split(all).map((piece) => piece ?? null);
    const matched = subject.match(all);
    return [indices, groups, places.lastIndex, replaced, again.lastIndex, pieces, matched, subject.search(all)];
  } catch (error) {
    return String(error);
  }
}
"""

SCRIPT = r"""
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) require("fs").writeSync(1, JSON.stringify(examine(JSON.parse(line))) + "\n");
"""


def line_of(case: Case) -> str:
    """A case as both read it."""
    return json.dumps([case.pattern, case.flags, case.subject, case.last_index])


def node_answers(cases: list[Case]) -> list[str | None]:
    """What Node gives for each case; None where it takes too long."""
    types = {"type Case = [string, string, string, number];": "", ": Case": "", ": unknown": ""}
    program = PROGRAM
    for written, plain in types.items():
        program = program.replace(written, plain)
    answers: list[str | None] = []
    while len(answers) < len(cases):
        lines = "\n".join(map(line_of, cases[len(answers) :]))
        command = ["node", "-e", program + SCRIPT]
        try:
            done = subprocess.run(command, input=lines.encode(), capture_output=True, check=True, timeout=NODE_SECONDS)
            answers.extend(done.stdout.decode().split("\n")[:-1])
        except subprocess.TimeoutExpired as stopped:
            answers.extend((stopped.stdout or b"").decode().split("\n")[:-1])
            answers.append(None)
    return answers


def plait_answers(cases: list[Case], engine: str) -> list[str | None]:
    """What plait gives for each case; None where its fuel ends."""
    answers: list[str | None] = []
    while len(answers) < len(cases):
        lines = json.dumps([line_of(case) for case in cases[len(answers) :]])
        rest = f"for (const line of {lines}) console.log(JSON.stringify(examine(JSON.parse(line))));"
        pieces: list[str] = []
        vm = plait.Vm(plait.VmOptions(engine=engine, max_fuel=FUEL), write=pieces.append)
        try:
            vm.execute(plait.compile(PROGRAM + rest, "cases.ts"))
        except plait.LimitError:
            pieces.append("0\n")
        answers.extend(None if line == "0" else line for line in "".join(pieces).split("\n")[:-1])
    return answers


def differences(seeds: Iterable[int], engine: str) -> list[str]:
    """The cases for which both give different answers."""
    cases = [case_of(seed) for seed in seeds]
    found: list[str] = []
    for first in range(0, len(cases), BATCH):
        batch = cases[first : first + BATCH]
        for case, mine, theirs in zip(batch, plait_answers(batch, engine), node_answers(batch), strict=True):
            if mine != theirs and mine is not None and theirs is not None and not is_known(case):
                found.append(f"{case}\n  plait {mine}\n  Node  {theirs}")
    return found


def is_known(case: Case) -> bool:
    """Whether Node is known to be wrong: it takes `[^]` for at most one character when the flag `v` is there."""
    return "v" in case.flags and "[^]" in case.pattern


def main() -> int:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--engine", default="auto")
    options = parser.parse_args()
    failures = 0
    for first in range(options.seed, options.seed + options.count, BATCH):
        seeds = range(first, min(first + BATCH, options.seed + options.count))
        for text in differences(seeds, options.engine):
            failures += 1
            print(text, flush=True)
    print(f"{options.count} patterns, {failures} differ from Node")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
