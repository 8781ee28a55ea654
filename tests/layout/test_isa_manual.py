"""The manual of the instructions is what the instruction table says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plait.isa import INSTRUCTIONS
from plait.native import NATIVES

ROOT = Path(__file__).parents[2]


def test_manual_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "isa_manual.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_manual_has_everything() -> None:
    lines = (ROOT / "docs" / "isa.md").read_text(encoding="utf-8").splitlines()
    starts = [f"| `{entry.number:02x}` | `{entry.mnemonic}" for entry in INSTRUCTIONS.values()]
    starts += [f"| `{entry.id:04x}` | `{entry.name}`" for entry in NATIVES.values()]
    for start in starts:
        assert sum(line.startswith(start) for line in lines) == 1, start
