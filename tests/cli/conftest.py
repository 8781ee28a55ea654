"""Running the command in a process of its own."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plait.cli.main import invoke

COMMAND = (sys.executable, "-m", "plait")
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@dataclass(frozen=True)
class Ended:
    """How the command ended and what it wrote."""

    code: int
    output: str
    messages: str


Plait = Callable[..., Ended]


@pytest.fixture(scope="session", autouse=True)
def machine() -> None:
    """Makes sure that the machine is compiled, so that nothing is said about it later."""
    subprocess.run([*COMMAND, "run", str(EXAMPLES / "hello.ts")], check=True, capture_output=True, timeout=200)


@pytest.fixture
def plait() -> Plait:
    """Runs the command with some arguments, and something to read on standard input."""

    def run(*arguments: str | Path, stdin: bytes = b"", folder: Path | None = None) -> Ended:
        command = [*COMMAND, *map(str, arguments)]
        done = subprocess.run(command, check=False, input=stdin, capture_output=True, timeout=120, cwd=folder)
        messages = done.stderr.decode()
        assert "Traceback" not in messages
        return Ended(done.returncode, done.stdout.decode(), messages)

    return run


@pytest.fixture
def plait_here(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Plait:
    """Runs the command in this process, which is quicker."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = invoke([str(argument) for argument in arguments])
        output, messages = capsysbinary.readouterr()
        assert b"Traceback" not in messages
        return Ended(code, output.decode(), messages.decode())

    return run


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a file of a program's text."""

    def write(source: str) -> Path:
        path = tmp_path / "program.ts"
        path.write_text(source, encoding="utf-8")
        return path

    return write


@pytest.fixture
def hello() -> Path:
    """A program that prints "Hello, world!"."""
    return EXAMPLES / "hello.ts"
