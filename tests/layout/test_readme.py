"""What the README shows is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def readme(repository: Path) -> str:
    """The README's text."""
    return (repository / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(readme: str) -> None:
    examples = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    # The second shows a piece of a program.
    assert len(examples) == 2
    done = subprocess.run([sys.executable, "-c", examples[0]], check=True, capture_output=True, text=True, timeout=200)
    assert re.fullmatch(r"the sum is 5050\n\d+ units of fuel\n", done.stdout)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(repository: Path, name: str) -> None:
    text = (repository / name).read_text(encoding="utf-8")
    files = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert files
    assert [target for target in files if not (repository / target).exists()] == []


def test_the_commands_name_files_that_exist(readme: str, repository: Path) -> None:
    named = re.findall(r"(?:examples|scripts)/[\w.-]+", readme)
    assert {"examples/mandelbrot.ts", "scripts/test.py"} <= set(named)
    assert [path for path in named if not (repository / path).is_file()] == []
