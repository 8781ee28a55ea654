"""The examples in Python run as they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"

PRINTED = {
    "agent_tools.py": (
        "/**\n"
        " * Converts degrees Celsius.\n"
        " */\n"
        "declare function convert(degrees: number, unit?: string): number;\n"
        "/**\n"
        " * Looks up today's weather.\n"
        " */\n"
        "declare function weather(city: string): Promise<{ city: string; degrees: number }>;\n"
        "\n"
        "['Oslo: 57.2', 'Lima: 57.2', 'there is no Atlantis']\n"
        "LimitError\n"
    ),
    "grader.py": (
        "ada: 5 of 5\n"
        "bob: 2 of 5\n"
        "cyd: limit: fuel\n"
        "dan: limit: max_stack_depth\n"
        "eve: limit: fuel\n"
        "fay: exports no 'isPrime'; did you mean 'isPrim'?\n"
        "gus: does not compile: `tru` is not declared\n"
    ),
    "pricing_rules.py": (
        "[10, 4.5] 0.15000000000000002 12.33\n"
        "argument 1 of price.lines[0].article: a value of type object is no value that a program can have; "
        "give its text by str(...), or a dict of its fields\n"
        "TypeError: Cannot read properties of undefined (reading 'getUTCDay') "
        "('cannotRead (library)', 'getProperty (library)', 'price (rules.ts:14:50)')\n"
    ),
    "request_scripts.py": (
        "{'status': 200, 'seen': 1, 'body': '/0?a&b'}\n"
        "[200, 200, 200, 503, 200, 200, 200, 200, 200, 200, 200, 200, 200, 503, 200, 200, 200, 200, 200, 200]\n"
    ),
    "python_only.py": "the tasks ended at 160.0 and 160.0; the balance is 160.0\n",
    "specification.py": "complete: 16.0\npreempted\npreempted\nsuspended: it waits for a time\nerror: Error: trap\n"
    "main at 10: (20, 22)\nadd at 6: (20, 22)\nadd at 7: (42,)\nmain at 15: (42,)\n",
}


SERVED = {"web_service.py"}
"""Those that are served: `test_web_service.py` tests them."""


@pytest.mark.parametrize("name", sorted({file.name for file in EXAMPLES.glob("*.py")} - SERVED))
def test_example(name: str) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, PRINTED[name]), done.stderr
