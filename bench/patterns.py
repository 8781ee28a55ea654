"""Speed of regular expressions beside Node, as ratios.

    python bench/patterns.py [--rounds N]

`programs/patterns.ts` finds all matches of twenty patterns in a text of a million units, and says how long each takes;
it runs N times (at least five) by plait and by Node in turn. Shown are the medians and the ratio.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import plait

PROGRAM = Path(__file__).parent / "programs" / "patterns.ts"
STRIP = Path(__file__).parent.parent / "tests" / "oracle" / "strip.mjs"
ROW = re.compile(r"(.*): (\d+) ([\d.e-]+)")


def main() -> int:
    """Run and print; the exit code: 1 when plait and Node find different matches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds, at least 5 (default 5)")
    rounds = max(5, parser.parse_args().rounds)
    node = shutil.which("node")
    if node is None:
        sys.exit("Node is needed on the PATH")
    module = plait.compile(PROGRAM.read_text(encoding="utf-8"), PROGRAM.name)
    own: dict[str, list[float]] = {}
    other: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        javascript = strip(node, Path(folder))
        for _ in range(rounds):
            counts = note(own, by_plait(module))
            done = subprocess.run([node, str(javascript)], check=True, capture_output=True, text=True)
            if note(other, done.stdout) != counts:
                print("plait and Node find different matches", file=sys.stderr)
                return 1
    print(f"{'pattern':20} {'plait ms':>9} {'Node ms':>9}  ratio")
    for name, times in own.items():
        mine, theirs = statistics.median(times), statistics.median(other[name])
        print(f"{name:20} {mine:9.2f} {theirs:9.2f}  {mine / theirs:.1f}")
    return 0


def strip(node: str, folder: Path) -> Path:
    """The program without types."""
    target = folder / "patterns.mjs"
    listed = folder / "list.json"
    listed.write_text(f'[["{PROGRAM}", "{target}"]]', encoding="utf-8")
    subprocess.run([node, str(STRIP), str(listed)], check=True)
    return target


def by_plait(module: plait.Module) -> str:
    """What the program prints."""
    pieces: list[str] = []
    plait.Vm(write=pieces.append).execute(module)
    return "".join(pieces)


def note(times: dict[str, list[float]], output: str) -> dict[str, int]:
    """Add the times of one run; how often each pattern matched."""
    counts: dict[str, int] = {}
    for name, count, milliseconds in ROW.findall(output):
        counts[name] = int(count)
        times.setdefault(name, []).append(float(milliseconds))
    return counts


if __name__ == "__main__":
    sys.exit(main())
