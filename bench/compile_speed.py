"""How long it takes from the text of a program to code that can run, stage by stage, and how that grows with the text.

    python -m bench.compile_speed [--against FOLDER] [--only NAME] [--rounds N] [--large] [--commands]

Each row is a program, compiled in a process that has compiled another before, so that the library is there. Shown are
lines, milliseconds of the processor's time, the lines per second, and what each stage takes. `--against` compares with
another folder of the repository, run by run in turn; shown is the median of the ratios, with its quartiles. `--large`
adds programs that are generated, twice as long from one row to the next. `--commands` measures instead `plait run` of
small programs that are new each time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bench.compile_programs import GENERATED

ROOT: Final = Path(__file__).parent.parent
WHOLE: Final = ROOT / "tests" / "programs" / "whole"

STAGES: Final = {
    "first": ("plait.frontend.compile", "compile_by_first"),
    "parse": ("plait.frontend.next.analyse", "parse_module"),
    "early": ("plait.frontend.next.analyse", "report_early_errors"),
    "bind": ("plait.frontend.next.analyse", "bind_module"),
    "check": ("plait.frontend.next.translate", "check_files"),
    "units": ("plait.frontend.next.program.graph", "find_units"),
    "lower": ("plait.frontend.next.translate", "lower_program"),
    "verify": ("plait.vm.program", "verify"),
    "prepare": ("plait.vm.program", "prepare"),
}
"""The functions that are the stages, by where they are called; `first` is the whole first front end."""

SMALL: Final = {name: WHOLE / "topics" / f"{name}.ts" for name in ("mini_lisp", "classes_observer", "overloads")}
ORDINARY: Final = ("small_language", "expression_evaluator", "router")
SIZES: Final = (1_500, 3_000, 6_000, 12_000, 25_000, 50_000)


@dataclass
class Program:
    """A program to compile; `modules` are the files that it imports."""

    name: str
    source: str
    modules: dict[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> int:
        """The lines of all files."""
        return sum(text.count("\n") for text in (self.source, *self.modules.values()))


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", type=Path, help="another folder of the repository, for ratios")
    parser.add_argument("--only", default="", help="programs whose names contain this")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each program (default 3)")
    parser.add_argument("--large", action="store_true", help="the programs that are generated, too")
    parser.add_argument("--commands", action="store_true", help="measure the command line instead")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(next(item for item in programs(True) if item.name == arguments.measure))))
        return 0
    trees = [ROOT] if arguments.against is None else [arguments.against.resolve(), ROOT]
    if arguments.commands:
        report_commands(trees, arguments.rounds)
        return 0
    print(f"{'program':28} {'lines':>6} {'ms':>7} {'lines/s':>8}  stages in ms")
    for program in programs(arguments.large):
        if arguments.only in program.name:
            report(program, trees, arguments.rounds)
    return 0


def programs(with_large: bool) -> Iterator[Program]:
    """All programs."""
    for name, path in SMALL.items():
        yield Program(name, path.read_text(encoding="utf-8"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((WHOLE / "ordinary").glob("*.ts"))}
    for name in ORDINARY:
        yield Program(name, texts[name])
    yield Program("all_ordinary", "".join(f'import "./{name}";\n' for name in texts), texts)
    for name, make in GENERATED.items() if with_large else ():
        for size in SIZES:
            yield Program(f"{name}_{size}", make(size))


# Of one process.


def measure(program: Program) -> dict[str, float]:
    """The seconds of the processor's time that a program takes, as a whole and by stage, in a warm process."""
    import plait

    vm = plait.Vm(plait.VmOptions(engine="interpreter"), write=lambda text: None)
    for path in SMALL.values():
        vm.load(plait.compile(path.read_text(encoding="utf-8"), path.name))
    seconds: dict[str, float] = dict.fromkeys(("total", "load", *STAGES), 0.0)
    with _timed_stages(seconds):
        start = time.process_time()
        module = plait.compile(program.source, f"{program.name}.ts", modules=program.modules)
        compiled = time.process_time()
        vm.load(module)
    end = time.process_time()
    seconds["total"] = end - start
    seconds["load"] = end - compiled - seconds["verify"] - seconds["prepare"]
    return seconds


@contextmanager
def _timed_stages(seconds: dict[str, float]) -> Iterator[None]:
    places = [(name, import_module(module), attribute) for name, (module, attribute) in STAGES.items()]
    before = [getattr(module, attribute) for _, module, attribute in places]
    for (name, module, attribute), function in zip(places, before, strict=True):
        setattr(module, attribute, _timed(function, seconds, name))
    yield
    for (_, module, attribute), function in zip(places, before, strict=True):
        setattr(module, attribute, function)


def _timed(function: Callable[..., Any], seconds: dict[str, float], name: str) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            seconds[name] += time.process_time() - start

    return call


# Of all processes.


def report(program: Program, trees: list[Path], rounds: int) -> None:
    """Measure a program and print its row."""
    runs = [[_measure_in(tree, program.name) for tree in trees] for _ in range(rounds)]
    new = {name: statistics.median(run[-1][name] for run in runs) for name in runs[0][-1]}
    stages = " ".join(f"{name} {1000 * value:.0f}" for name, value in new.items() if name != "total")
    speed = program.lines / new["total"]
    print(f"{program.name:28} {program.lines:6} {1000 * new['total']:7.0f} {speed:8.0f}  {stages}", flush=True)
    if len(trees) > 1:
        print(f"{'':28} {_ratio([run[-1]['total'] / run[0]['total'] for run in runs])}", flush=True)


def _measure_in(tree: Path, name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.compile_speed", "--measure", name]
    run = subprocess.run(command, cwd=ROOT, env=_environment(tree), capture_output=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _environment(tree: Path) -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(tree / "src")}


def _ratio(ratios: list[float]) -> str:
    if len(ratios) < 2:
        return f"{ratios[0]:.2f} of before"
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"{middle:.2f} of before ({low:.2f} to {high:.2f})"


def report_commands(trees: list[Path], rounds: int) -> None:
    """How long `plait run` takes for programs that are new each time, from start to end.

    Python keeps what it compiles of plait, in a folder of this run, whatever the environment says.
    """
    with tempfile.TemporaryDirectory() as kept:
        for name, path in SMALL.items():
            runs = [[_command_seconds(tree, path, number, kept) for tree in trees] for number in range(rounds + 1)][1:]
            milliseconds = 1000 * statistics.median(run[-1] for run in runs)
            compared = _ratio([run[-1] / run[0] for run in runs]) if len(trees) > 1 else ""
            print(f"{name:28} {milliseconds:7.0f} ms {compared}", flush=True)


def _command_seconds(tree: Path, path: Path, number: int, kept: str) -> float:
    environment = {**_environment(tree), "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": kept}
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / f"new{number}.ts"
        program.write_text(path.read_text(encoding="utf-8") + f"// {time.time_ns()}\n", encoding="utf-8")
        command = [sys.executable, "-m", "plait", "run", str(program)]
        start = time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, check=True)
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
