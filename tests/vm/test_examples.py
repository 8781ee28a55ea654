"""The examples in Python run as they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"

PRINTED = {
    "python_only.py": "the tasks ended at 160.0 and 160.0; the balance is 160.0\n",
    "specification.py": "complete: 16.0\npreempted\npreempted\nsuspended: it waits for a time\nerror: Error: trap\n"
    "main at 10: (20, 22)\nadd at 6: (20, 22)\nadd at 7: (42,)\nmain at 15: (42,)\n",
}


@pytest.mark.parametrize("name", [file.name for file in sorted(EXAMPLES.glob("*.py"))])
def test_example(name: str) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, PRINTED[name]), done.stderr
