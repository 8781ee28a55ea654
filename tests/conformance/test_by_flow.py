"""Programs that use what plait adds to TypeScript, by the second front end alone, beside Node and their comments."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile

from .engines import MODES, run_module
from .node import run_by_node, strip_types
from .programs import Program, ordinary_programs, programs_in

USES = re.compile(r"\b(?:int|Mutex|Channel)\b|\bsleep\(")
ORDINARY = [program for program in ordinary_programs() if USES.search(program.source) and not program.is_example]
BY_COMMENTS = [
    program
    for program in (*programs_in("divergent"), *programs_in("limits"))
    if USES.search(program.source) or program.expected_error == "limit deadlock"
]


@cache
def module_of(program: Program) -> plait.Module:
    """The program's module."""
    return translate(SourceFile(program.path.name, program.source), no_files)


def cases(programs: list[Program]) -> list[object]:
    """Every program in one of the modes, which take turns."""
    modes = [mode for mode in MODES if not mode.startswith("reference")]
    return [
        pytest.param(program, modes[turn % len(modes)], id=f"{program.name}-{modes[turn % len(modes)]}")
        for turn, program in enumerate(programs)
    ]


@pytest.fixture(scope="module")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> dict[Program, Path]:
    """The programs without their types."""
    return strip_types(ORDINARY, tmp_path_factory.mktemp("javascript"))


@pytest.mark.parametrize(("program", "mode"), cases(ORDINARY))
def test_prints_what_node_prints(program: Program, mode: str, javascript: dict[Program, Path]) -> None:
    outcome, expected = run_module(module_of(program), program, mode), run_by_node(javascript[program])
    assert (outcome.output, outcome.errors, outcome.error) == (expected.output, expected.errors, expected.error)


@pytest.mark.parametrize(("program", "mode"), cases(BY_COMMENTS))
def test_prints_what_its_comments_say(program: Program, mode: str) -> None:
    outcome = run_module(module_of(program), program, mode)
    assert outcome.output == program.expected_output
    assert outcome.error == program.expected_error
