"""The checker against the TypeScript compiler: types, errors, and programs without errors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from .oracle import Findings, alike, by_plait, by_typescript

HERE: Final = Path(__file__).parent
PROGRAMS: Final = HERE.parent.parent / "programs"


def texts(name: str) -> list[str]:
    """The texts of a file, which stand apart by lines of their own."""
    return (HERE / name).read_text(encoding="utf-8").split("\n// ---\n")


SNIPPETS: Final = texts("types.ts")
"""Texts without errors, whose variables have types that the TypeScript compiler and plait agree on."""

MISTAKES: Final = texts("mistakes.ts")
"""Texts with errors: plait reports the lines that the TypeScript compiler reports."""


@pytest.fixture(scope="module")
def snippet_findings() -> list[Findings]:
    return by_typescript(SNIPPETS)


@pytest.fixture(scope="module")
def mistake_findings() -> list[Findings]:
    return by_typescript(MISTAKES)


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_variables_have_the_types_that_typescript_finds(number: int, snippet_findings: list[Findings]) -> None:
    wanted, found = snippet_findings[number], by_plait(SNIPPETS[number])
    assert wanted.errors == ()
    assert found.errors == ()
    assert {name: alike(found.types[name]) for name in wanted.types} == {
        name: alike(text) for name, text in wanted.types.items()
    }


@pytest.mark.parametrize("number", range(len(MISTAKES)))
def test_errors_stand_in_the_lines_where_typescript_finds_them(number: int, mistake_findings: list[Findings]) -> None:
    wanted, found = mistake_findings[number], by_plait(MISTAKES[number])
    assert found.lines == wanted.lines, (found.errors, wanted.errors)


@pytest.mark.parametrize("program", sorted(PROGRAMS.glob("*.ts")), ids=lambda path: path.stem)
def test_programs_that_run_have_no_errors(program: Path) -> None:
    assert by_plait(program.read_text(encoding="utf-8")).errors == ()
