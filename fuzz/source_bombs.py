"""Source texts made to be slow, large or deep to compile, in growing sizes: `python -m fuzz.source_bombs`.

Each kind must take time and memory in proportion to its text, or be refused with a clear error within a few seconds.
"""

from __future__ import annotations

import argparse
import math
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from fuzz.bomb_sources import KINDS, REPORTED, written
from fuzz.children import run_in_children, serve
from plait import CompileError, Module, compile
from plait.frontend.codes import Code
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.pipeline import verify_module
from plait.source import SourceFile

SECONDS: Final = 6.0
"""What one text may take."""

LONG: Final = 2.0
"""From how many seconds on time must grow no faster than the text, and a refusal is late."""

STEEPEST: Final = 1.4
"""The greatest exponent of growth that is taken for linear: measuring is not exact."""

MAX_LENGTH: Final = 300_000
"""Characters of the longest text."""

MAX_MEGABYTES: Final = 700

MAX_MESSAGE: Final = 200_000
"""Characters of the longest message."""

PROCESS: Final = Path("/proc/self")

ONLY_FIRST: Final = frozenset({"imports of the host"})
"""Kinds that have to do with what the second front end alone is not given."""

SIZES: Final = tuple(10 * 3**step for step in range(11))

REFUSALS: Final = frozenset(code.code for code in (Code.NESTING, Code.TOO_LARGE))


@dataclass(frozen=True, slots=True)
class Point:
    """One compilation: seconds of processor time, megabytes that the process held at most, and how it ended."""

    size: int
    length: int
    seconds: float
    megabytes: int
    ending: str


def compiled(text: str, name: str, by_second: bool) -> Module:
    """The module of a text; `by_second`: as the second front end compiles it, whatever the first can do."""
    return translate(SourceFile(name, text), no_files) if by_second else compile(text, name)


def measure(name: str, size: int, by_second: bool) -> Point:
    """Compile the text of a kind in one size."""
    text = written(KINDS[name], size)
    started = time.process_time()
    ending = "compiled"
    _forget_peak()
    signal.setitimer(signal.ITIMER_PROF, 2 * SECONDS)
    try:
        verify_module(compiled(text, f"{name}.ts", by_second))
    except CompileError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
        first = error.diagnostics[0]
        is_expected = codes <= REFUSALS or name in REPORTED
        ending = f"{'refused' if is_expected else 'FAIL: refused'}: {first.code} {first.message[:90]}"
        if len(str(error)) > MAX_MESSAGE:
            ending = f"FAIL: {len(str(error))} characters of diagnostics"
    except Exception as error:
        ending = f"FAIL: {type(error).__name__}: {str(error)[:100]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - started
    return Point(size, len(text), round(seconds, 3), _peak(), ending)


def _forget_peak() -> None:
    """Let the most memory that the process has held be what it holds now."""
    PROCESS.joinpath("clear_refs").write_text("5")


def _peak() -> int:
    """The most megabytes that the process has held."""
    lines = PROCESS.joinpath("status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def series(name: str, max_length: int, by_second: bool) -> list[Point]:
    """Compile the texts of a kind in growing sizes, until one is refused, takes long, or would be too long."""
    points: list[Point] = []
    for size in SIZES:
        if len(written(KINDS[name], size)) > max_length and points:
            break
        points.append(measure(name, size, by_second))
        if points[-1].ending != "compiled" and not (name in REPORTED and points[-1].seconds < LONG):
            break
        if points[-1].seconds > SECONDS:
            break
    return points


def verdict(points: list[Point]) -> str:
    """`linear`, `refused`, or what is wrong."""
    last = points[-1]
    if last.ending.startswith("FAIL"):
        return last.ending
    if last.megabytes > MAX_MEGABYTES:
        return f"FAIL: {last.megabytes} MB"
    steep = growth(points)
    if last.seconds > LONG and steep > STEEPEST:
        return f"FAIL: grows with the power {steep:.1f}"
    return "linear" if last.ending == "compiled" else last.ending


def growth(points: list[Point]) -> float:
    """The exponent with which time has grown from the first point that can be measured well to the last one."""
    before = [point for point in points[:-1] if point.seconds > 0.1] or points[-2:-1]
    if not before or before[-1].length >= points[-1].length:
        return math.inf
    first = before[-1]
    return math.log(points[-1].seconds / max(first.seconds, 0.01)) / math.log(points[-1].length / first.length)


def explode(number: int, max_length: int, by_second: bool) -> dict[str, object]:
    """The child's side: the series of one kind."""
    points = series(list(KINDS)[number], max_length, by_second)
    return {"points": [asdict(point) for point in points], "verdict": verdict(points)}


def _alarm(_signal: int, _frame: object) -> None:
    raise TimeoutError("no end")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="kinds whose name contains this")
    parser.add_argument("--max-length", type=int, default=MAX_LENGTH, help="characters of the longest text")
    parser.add_argument("--second", action="store_true", help="compile by the second front end, whatever the first can")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        signal.signal(signal.SIGPROF, _alarm)
        serve(lambda number: explode(number, arguments.max_length, arguments.second))
        return
    names = list(KINDS)
    left_out = ONLY_FIRST if arguments.second else frozenset()
    items = [number for number, name in enumerate(names) if (arguments.only or "") in name and name not in left_out]
    failed = 0
    options = ["--max-length", str(arguments.max_length), *(["--second"] if arguments.second else [])]
    for report in run_in_children("fuzz.source_bombs", options, items, 240.0):
        found = str(report.data.get("verdict", f"FAIL: {report.failure.splitlines()[0] if report.failure else ''}"))
        failed += found.startswith("FAIL")
        points = report.data.get("points", [])
        assert isinstance(points, list)
        shown = " ".join(f"{point['size']}:{point['seconds']:.2f}s" for point in points[-3:])
        memory = f"{points[-1]['megabytes']} MB" if points else ""
        print(f"{report.item:4} {names[report.item]:45} {shown:40} {memory:7} {found}", flush=True)
    print(f"{len(items)} kinds, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
