"""Small loops of ordinary programs, compiled by flow, beside Node: nanoseconds of CPU a turn, and the ratio.

    python bench/loops.py [--loops FILE] [--node NODE] [--turns N] [--rounds N] [NAME ...]

`bench/loops.ts` holds the loops, `bench/typed_loops.ts` those over typed arrays and texts. Each runs by the JIT (or
`auto`) after a call that does not count, and in turn by Node, in N rounds; shown are the medians, and the quartiles of
the ratio. Node has to take TypeScript (from 22.18 on).
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import time
from pathlib import Path

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile

LOOPS = Path(__file__).with_suffix(".ts")
ENGINES = ("jit", "auto")
TIMED = """
{name}({turns});
const before = process.cpuUsage();
{name}({turns});
const used = process.cpuUsage(before);
console.log(used.user + used.system);
"""


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="the loops (default: all)")
    parser.add_argument("--loops", default=LOOPS.name, help="the file beside this one that holds them")
    parser.add_argument("--engine", default="jit", choices=ENGINES, help="what runs them (default: jit)")
    parser.add_argument("--node", default="node", help="the program that is Node (default: node)")
    parser.add_argument("--turns", type=int, default=5_000_000, help="turns of each loop (default: 5000000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default: 5)")
    options = parser.parse_args()
    text = LOOPS.with_name(options.loops).read_text(encoding="utf-8")
    names = options.names or re.findall(r"^export function (\w+)", text, re.MULTILINE)
    print(f"{'loop':14} {'plait ns':>9} {'Node ns':>9}  plait / Node (quartiles)")
    for name in names:
        report(text, name, options)
    return 0


def report(text: str, name: str, options: argparse.Namespace) -> None:
    """Measure one loop and print its row."""
    module = translate(SourceFile(f"{name}.ts", f"{text}\n{name}({options.turns});\n"), no_files)
    vm = plait.Vm(plait.VmOptions(engine=options.engine))
    vm.execute(module)
    pairs: list[tuple[float, float]] = []
    for _ in range(options.rounds):
        start = time.process_time()
        vm.execute(module)
        ours = 1e9 * (time.process_time() - start) / options.turns
        program = text + TIMED.format(name=name, turns=options.turns)
        arguments = [options.node, "--input-type=module-typescript", "-e", program]
        node = subprocess.run(arguments, capture_output=True, text=True, check=True)
        pairs.append((ours, 1e3 * float(node.stdout.split()[-1]) / options.turns))
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    low, middle, high = statistics.quantiles([one / other for one, other in pairs], n=4)
    print(f"{name:14} {ours:9.2f} {theirs:9.2f}  {middle:.1f} ({low:.1f} to {high:.1f})", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
