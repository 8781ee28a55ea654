"""What the command is on a terminal: colours, completion."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from plait.cli.colours import coloured

from .conftest import COMMAND, Plait

FAULTY = "const x: number = 'a';\nlet z = y2;\n"


def on_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes to a terminal."""
    # Not on every system.
    pty = pytest.importorskip("pty")
    own, other = pty.openpty()
    settings = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    settings |= {"TERM": "xterm"} | environment
    with subprocess.Popen([*COMMAND, *arguments], stdin=other, stdout=other, stderr=other, env=settings) as process:
        os.close(other)
        parts: list[bytes] = []
        try:
            while part := os.read(own, 65536):
                parts.append(part)
        except OSError:
            # So a terminal ends that nobody has open any more.
            pass
        assert process.wait(60) == 2
    os.close(own)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_colours(tmp_path: Path) -> None:
    file = tmp_path / "faulty.ts"
    file.write_text(FAULTY)
    text = on_terminal("check", str(file))
    assert "\x1b[1;31merror P2006:\x1b[0m" in text
    assert "\x1b[36m= hint:\x1b[0m" in text
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        assert "\x1b" not in on_terminal("check", str(file), **{name: value})


def test_no_colours_where_there_is_no_terminal(plait: Plait, tmp_path: Path) -> None:
    file = tmp_path / "faulty.ts"
    file.write_text(FAULTY)
    ended = plait("check", file)
    assert (ended.code, "\x1b" in ended.messages) == (2, False)


def test_a_trace_is_faint() -> None:
    lines = coloured("Uncaught Error: x\n    at f (a.ts:1:2)\nnothing").split("\n")
    assert lines == ["\x1b[1;31mUncaught\x1b[0m Error: x", "\x1b[2m    at f (a.ts:1:2)\x1b[0m", "nothing"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions(plait_here: Plait, shell: str) -> None:
    ended = plait_here("completions", shell)
    assert (ended.code, "_PLAIT_COMPLETE" in ended.output) == (0, True)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("plait ch", "plain,check\nfile,ch\n"),
        ("plait run --engi", "plain,--engine\n"),
        ("plait run --engine re", "plain,reference\n"),
        ("plait run exam", "file,exam\n"),
        ("plait check a.ts b", "file,b\n"),
        ("plait hello", "file,hello\n"),
    ],
)
def test_completion(monkeypatch: pytest.MonkeyPatch, words: str, completed: str) -> None:
    settings = os.environ | {"_PLAIT_COMPLETE": "bash_complete", "COMP_WORDS": words}
    settings["COMP_CWORD"] = str(len(words.split()) - 1)
    done = subprocess.run(COMMAND, env=settings, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == completed
