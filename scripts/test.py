#!/usr/bin/env python3
"""Install everything that the tests need and run all checks: ruff, mypy, pytest.

    python3 scripts/test.py                    everything
    python3 scripts/test.py -k sieve           arguments go to pytest; ruff and mypy run all the same

Needs Python 3.11 to 3.13, Node 20 or later and npm. Works in `.venv` and `tests/oracle/node_modules`, nowhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
ENVIRONMENT = REPOSITORY / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
WORKERS = min(4, os.cpu_count() or 1)


def main() -> int:
    """Run everything; the exit code."""
    npm = find_prerequisites()
    install(npm)
    failed = [
        name
        for name, command in {
            "ruff": [program("ruff"), "check", "."],
            "mypy": [program("mypy")],
            # The first start compiles the machine; after this the test workers find it compiled.
            "plait": [program("plait"), "run", "examples/hello.ts"],
            "pytest": [program("pytest"), "-n", str(WORKERS), *sys.argv[1:]],
        }.items()
        if run(name, command) != 0
    ]
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def find_prerequisites() -> str:
    """The path of npm; ends the script when something is missing."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(f"Python 3.11 to 3.13 is needed; this is {sys.version.split()[0]}")
    npm = shutil.which("npm")
    if shutil.which("node") is None or npm is None:
        sys.exit("Node and npm are needed on the PATH: the tests compare with what Node prints")
    return npm


def install(npm: str) -> None:
    """The environment with plait in it, and the TypeScript compiler."""
    if not PROGRAMS.is_dir():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = [program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name, command, folder in (
        ("pip", [*pip, "--editable", ".[test]"], REPOSITORY),
        ("npm", [npm, "ci", "--no-audit", "--no-fund"], REPOSITORY / "tests" / "oracle"),
    ):
        if run(name, command, folder) != 0:
            sys.exit(f"{name} could not install what the tests need")


def program(name: str) -> str:
    """A program of the environment."""
    return str(PROGRAMS / name)


def run(name: str, command: list[str], folder: Path = REPOSITORY) -> int:
    """Run a command; its exit code."""
    print(f"--- {name}", flush=True)
    return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
