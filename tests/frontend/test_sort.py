"""Sorting of long arrays calls the comparator as Node does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.conformance.node import ORACLE, node_command, run_by_node
from tests.conformance.programs import PROGRAMS

import plait

LENGTHS = "const lengths = [1000, 5000];\n"


def test_calls_for_long_arrays(tmp_path: Path) -> None:
    """The program of the short arrays, made for long ones."""
    lines = (PROGRAMS / "sort_calls.ts").read_text().splitlines(keepends=True)
    source, target, listed = tmp_path / "long.ts", tmp_path / "long.mjs", tmp_path / "list.json"
    source.write_text("".join(LENGTHS if line.startswith("const lengths") else line for line in lines))
    listed.write_text(json.dumps([[str(source), str(target)]]))
    subprocess.run([node_command(), str(ORACLE / "strip.mjs"), str(listed)], check=True, timeout=120)
    expected = run_by_node(target).output
    written: list[str] = []
    plait.Vm(write=written.append).execute(plait.compile(source.read_text(), "long.ts"))
    assert "".join(written) == expected
    assert len(expected.splitlines()) > 100
