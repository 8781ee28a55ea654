"""Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import COMMAND

ENDLESS = {
    "loop": "console.log('ready');\nlet n = 0;\nwhile (n >= 0) n = (n + 1) % 1000;\n",
    "calls": (
        "function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n"
        "console.log('ready');\nconsole.log(fib(60));\n"
    ),
    "tasks": (
        "async function one(): Promise<number> { return 1; }\n"
        "console.log('ready');\nlet n = 0;\nwhile (n >= 0) n = (n + await one()) % 1000;\n"
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
@pytest.mark.parametrize("engine", ["auto", "reference", "interpreter", "jit"])
@pytest.mark.parametrize("kind", ENDLESS)
def test_stops_at_once(program: Callable[[str], Path], engine: str, kind: str) -> None:
    command = [*COMMAND, "run", "--engine", engine, str(program(ENDLESS[kind]))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        # The program's first line shows up when the host next has its turn, which by the reference takes a minute.
        if engine == "reference":
            time.sleep(2)
        else:
            assert process.stdout.readline() == b"ready\n"
        sent = time.monotonic()
        process.send_signal(signal.SIGINT)
        try:
            _, messages = process.communicate(timeout=60)
        finally:
            process.kill()
        taken = time.monotonic() - sent
    assert process.returncode == 130
    assert messages.decode().split() == ["interrupted"]
    assert taken < 5, "a busy machine needs a moment, but not this long"
