"""Node as the oracle, and the TypeScript compiler. Where they are missing, tests fail."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plait.frontend.next.library_source import standard_declarations

from .engines import Outcome
from .programs import Program

ORACLE = Path(__file__).parent.parent / "oracle"

CONFIGURATION = ORACLE / "tsconfig.json"
"""How the TypeScript compiler checks programs."""

RETURN_OUTSIDE_FUNCTION: Final = 1108
"""The one complaint of tsc that is no fault: the top level of a plait program may return a value to the host."""


def node_command() -> str:
    """The path of Node."""
    found = shutil.which("node")
    assert found, "the tests need Node (node 20 or later on the PATH)"
    assert (ORACLE / "node_modules" / "typescript").is_dir(), "run `npm ci` in tests/oracle (scripts/test.py does)"
    return found


def strip_types(programs: Iterable[Program], folder: Path) -> dict[Program, Path]:
    """JavaScript files, in a folder, of programs; all by one start of Node."""
    targets = {program: folder / (program.name.replace("/", "--") + ".mjs") for program in programs}
    listed = folder / "list.json"
    listed.write_text(json.dumps([[str(program.path), str(target)] for program, target in targets.items()]))
    subprocess.run([node_command(), str(ORACLE / "strip.mjs"), str(listed)], check=True, timeout=120)
    return targets


def run_by_node(javascript: Path) -> Outcome:
    """Run a program by Node."""
    imports = [part for name in ("report.mjs", "plait.mjs") for part in ("--import", (ORACLE / name).as_uri())]
    command = [node_command(), *imports, str(javascript)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    messages = done.stderr.decode()
    if done.returncode == 0:
        return Outcome(done.stdout.decode(), messages, "")
    errors, mark, rest = messages.rpartition("\nUncaught ")
    if not mark:
        assert messages.startswith("Uncaught "), messages
        return Outcome(done.stdout.decode(), "", messages.partition("\n")[0])
    return Outcome(done.stdout.decode(), f"{errors}\n", f"Uncaught {rest.splitlines()[0]}")


def declarations(folder: Path) -> str:
    """The file of plait's own declarations, written into a folder: programs are checked with it alone."""
    path = folder / "plait.d.ts"
    path.write_text(standard_declarations(), encoding="utf-8")
    return str(path)


@dataclass(frozen=True)
class Complaint:
    """An error that tsc reports."""

    file: str
    line: int
    text: str


def complaints_of_each(programs: Sequence[Program], folder: Path) -> dict[Program, list[int]]:
    """The lines of each program, compiled by itself, at which the TypeScript compiler has something against it."""
    listed = folder / "each.json"
    files = [str(program.path) for program in programs]
    listed.write_text(json.dumps({"common": [declarations(folder)], "files": files, "options": {"noLib": True}}))
    command = [node_command(), str(ORACLE / "complaints.mjs"), str(listed)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=300, text=True)
    return {
        program: [line for line, code, _ in found if code != RETURN_OUTSIDE_FUNCTION]
        for program, found in zip(programs, json.loads(done.stdout), strict=True)
    }


def tsc_complaints(programs: Sequence[Program], folder: Path) -> list[Complaint]:
    """What the TypeScript compiler, in its strict mode, has against the programs. `folder` is for its configuration."""
    files = [declarations(folder), *(str(program.path) for program in programs)]
    configuration = folder / "tsconfig.json"
    options = {"noLib": True, "lib": None}
    configuration.write_text(json.dumps({"extends": str(CONFIGURATION), "files": files, "compilerOptions": options}))
    compiler = ORACLE / "node_modules" / "typescript" / "bin" / "tsc"
    command = [node_command(), str(compiler), "--pretty", "false", "-p", str(configuration)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=240)
    complaints = []
    for line in done.stdout.splitlines():
        match = re.match(r"(.*)\((\d+),\d+\): error TS(\d+): (.*)", line)
        if match and int(match[3]) != RETURN_OUTSIDE_FUNCTION:
            complaints.append(Complaint(Path(match[1]).name, int(match[2]), f"TS{match[3]}: {match[4]}"))
        assert match or not line.startswith("error"), line
    assert done.returncode == 0 or done.stdout, done.stderr
    return complaints
