"""What the command imports, shows and takes when it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import plait as package

from .conftest import COMMAND, Plait


def test_version(plait: Plait) -> None:
    assert plait("--version").output == f"plait {package.__version__}\n"


def test_help_lists_the_commands(plait: Plait) -> None:
    ended = plait("--help")
    assert ended.code == 0
    for command in ("run", "check", "compile", "asm", "dis", "init"):
        assert f"  {command} " in ended.output
        assert plait(command, "--help").code == 0


def test_an_unknown_command(plait: Plait) -> None:
    ended = plait("walk")
    assert ended.code == 2
    assert "walk" in ended.messages


def imported(*command: str) -> set[str]:
    """The modules that a command line imports."""
    done = subprocess.run([sys.executable, "-X", "importtime", *command], check=True, capture_output=True, timeout=120)
    lines = [line for line in done.stderr.decode().splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines}


def test_a_second_run_imports_nothing_it_does_not_need(plait: Plait, hello: Path) -> None:
    plait("run", hello)
    modules = imported("-m", "plait", "run", str(hello))
    unwanted = ("rich", "tree_sitter", "plait.frontend", "plait.kernel.analyse", "plait.kernel.tree", "asyncio")
    assert [name for name in sorted(modules) if name.startswith(unwanted)] == []


def test_the_package_imports_nothing_by_itself() -> None:
    modules = imported("-c", "import plait")
    assert [name for name in sorted(modules) if name.startswith(("plait.", "llvmlite", "click"))] == []


def test_the_first_start_says_what_takes_so_long(hello: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PLAIT_CACHE_DIR": str(tmp_path / "cache")}
    messages = []
    for _ in range(2):
        done = subprocess.run(
            [*COMMAND, "run", str(hello)], check=True, capture_output=True, timeout=200, env=environment
        )
        assert done.stdout == b"Hello, world!\n"
        messages.append(done.stderr.decode())
    assert messages == ["plait: compiling the machine (first start only)\n", ""]


def test_a_cache_that_cannot_be_written_is_no_trouble(hello: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    environment = {**os.environ, "PLAIT_CACHE_DIR": str(blocked)}
    command = [*COMMAND, "run", "--engine", "reference", str(hello)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=200, env=environment)
    assert done.stdout == b"Hello, world!\n"
