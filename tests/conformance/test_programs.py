"""Every test program by the interpreter, by turns in the other modes, and by Node."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.map_oracle import wrong_maps

import plait

from .engines import MODES, STRESS, Outcome, compiled, run_by_engine
from .node import complaints_of_each, run_by_node, strip_types, tsc_complaints
from .programs import Program, ordinary_programs, programs_in

ORDINARY = ordinary_programs()
REFUSED = programs_in("refused")
OWN = programs_in("plait")
DIVERGENT = programs_in("divergent") + programs_in("limits")

LINES_APART = 2
"""How far from each other plait and TypeScript may see the same fault: at a member, or at its class."""


MODES_EACH = 2
"""In how many modes a program is run besides the interpreter; the whole table has turns within a few programs."""

OWN_MODES_EACH = 3
"""The same of programs that no other engine can run."""


def cases(programs: list[Program], others: int = MODES_EACH) -> list[object]:
    """Every program by the interpreter, and in some of the other modes, which take turns."""
    found: list[object] = []
    for turn, program in enumerate(programs):
        modes = [
            mode
            for mode in MODES
            if mode != "interpreter"
            and (not mode.startswith("reference") or program.for_reference)
            and not (program.is_example and mode in STRESS)
        ]
        first = turn * others % len(modes)
        taken = ["interpreter", *(modes + modes)[first : first + min(others, len(modes))]]
        found += [pytest.param(program, mode, id=f"{program.name}-{mode}") for mode in taken]
    return found


class Oracle:
    """What Node makes of the programs; each runs once."""

    def __init__(self, folder: Path) -> None:
        self._javascript = strip_types(ORDINARY, folder)
        self._outcomes: dict[Program, Outcome] = {}

    def outcome(self, program: Program) -> Outcome:
        """What Node makes of one program."""
        if program not in self._outcomes:
            self._outcomes[program] = run_by_node(self._javascript[program])
        return self._outcomes[program]


@pytest.fixture(scope="session")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    """Node, with the types of all programs stripped at once."""
    return Oracle(tmp_path_factory.mktemp("javascript"))


def check_fuel(program: Program, outcome: Outcome) -> None:
    """The fuel is that of the interpreter, whatever the engine."""
    assert outcome.fuel == run_by_engine(program, "interpreter").fuel


@pytest.mark.parametrize(("program", "mode"), cases(ORDINARY))
def test_prints_what_node_prints(program: Program, mode: str, oracle: Oracle) -> None:
    outcome = run_by_engine(program, mode)
    expected = oracle.outcome(program)
    assert outcome.output == expected.output
    assert outcome.errors == expected.errors
    assert outcome.error == expected.error
    check_fuel(program, outcome)


@pytest.mark.parametrize(("program", "mode"), cases(DIVERGENT) + cases(OWN, OWN_MODES_EACH))
def test_prints_what_its_comments_say(program: Program, mode: str) -> None:
    outcome = run_by_engine(program, mode)
    assert outcome.output == program.expected_output
    assert outcome.error == program.expected_error
    check_fuel(program, outcome)


@pytest.mark.parametrize("program", ORDINARY + DIVERGENT + OWN, ids=lambda program: program.name)
def test_maps_of_live_slots_are_right(program: Program) -> None:
    assert wrong_maps(compiled(program)) == []


@pytest.mark.parametrize("program", REFUSED, ids=lambda program: program.name)
def test_is_refused(program: Program) -> None:
    assert program.expected_diagnostics, "write `// expect: P2001 line 3` in the first line"
    with pytest.raises(plait.CompileError) as caught:
        compiled(program)
    found = [(diagnostic.code, diagnostic.span.line) for diagnostic in caught.value.diagnostics]
    assert sorted(found) == sorted(program.expected_diagnostics), str(caught.value)


def test_typescript_accepts_what_plait_accepts(tmp_path: Path) -> None:
    assert tsc_complaints(ORDINARY + DIVERGENT + OWN, tmp_path) == []


def test_codes_tell_what_typescript_refuses(tmp_path: Path) -> None:
    """Where a diagnostic says that the program is no TypeScript, the statement has a fault for its compiler, too."""
    complaints = complaints_of_each(REFUSED, tmp_path)
    misplaced = [
        (program.name, code, line)
        for program in REFUSED
        for code, line in program.expected_diagnostics
        if code < "P3" and not any(abs(line - other) <= LINES_APART for other in complaints[program])
    ]
    assert misplaced == []


def test_there_are_programs() -> None:
    assert ORDINARY
    assert REFUSED
    assert any(program.for_reference for program in ORDINARY)
