"""Programs in ordinary TypeScript, as Node runs them: `tests/programs/whole`.

Beside each program stands what Node prints (`tests/oracle/whole_programs.mjs` writes it anew). Every program runs by
the interpreter, and in one or two of the other modes, by turns. The programs in `refused` have one mistake each, which
the TypeScript compiler finds at the line that the first comment names.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from fuzz.map_oracle import wrong_maps

import plait

from .engines import MODES, STACK_DEPTH

WHOLE: Final = Path(__file__).parent.parent / "programs" / "whole"
PROGRAMS: Final = sorted([*(WHOLE / "topics").glob("*.ts"), *(WHOLE / "ordinary").glob("*.ts")])
REFUSED: Final = sorted((WHOLE / "refused").glob("*.ts"))

BY_TURNS: Final = {
    4: ("interpreter-stress", "auto-stress", "auto"),
    24: ("jit", "jit-suspend", "jit-collect", "reference"),
}
"""One program of so many is run in one of these modes."""

NOT_FOUND: Final = frozenset(
    {
        "assertion_needs_annotation",
        "condition_function_always_true",
        "condition_promise_always_true",
        "destructure_default_type",
        "overload_incompatible",
        "this_parameter",
    }
)
"""Mistakes that plait does not find: these programs run, as they do when their types are taken out."""


def cases() -> list[object]:
    """Every program by the interpreter, and by turns in the other modes."""
    found: list[object] = []
    for program in PROGRAMS:
        number = zlib.crc32(program.stem.encode())
        modes = ["interpreter"]
        modes += [names[number // every % len(names)] for every, names in BY_TURNS.items() if number % every == 0]
        found += [pytest.param(program, mode, id=f"{program.stem}-{mode}") for mode in modes]
    return found


@cache
def module_of(program: Path) -> plait.Module:
    """The program's module."""
    return plait.compile(program.read_text(encoding="utf-8"), program.name)


@cache
def run(program: Path, mode: str) -> tuple[str, int]:
    """What a program prints, and its fuel."""
    pieces: list[str] = []
    options = {"max_stack_depth": STACK_DEPTH, **MODES[mode]}
    vm = plait.Vm(plait.VmOptions(**options), write=pieces.append, write_error=lambda text: None)  # type: ignore[arg-type]
    vm.execute(module_of(program))
    return "".join(pieces), vm.stats.fuel


@pytest.mark.parametrize(("program", "mode"), cases())
def test_prints_what_node_prints(program: Path, mode: str) -> None:
    output, fuel = run(program, mode)
    assert output == program.with_suffix(".out").read_text(encoding="utf-8")
    if mode != "interpreter" and not uses_time(program):
        assert fuel == run(program, "interpreter")[1]


def uses_time(program: Path) -> bool:
    """Whether what a program does depends on the clock or on chance."""
    text = program.read_text(encoding="utf-8")
    used = r"setTimeout|setInterval|setImmediate|random\(|performance|console\.time|Date\(\)|Date\.now"
    return re.search(used, text) is not None


@pytest.mark.parametrize("program", PROGRAMS[::8], ids=lambda program: program.stem)
def test_maps_of_live_slots_are_right(program: Path) -> None:
    assert wrong_maps(module_of(program)) == []


@pytest.mark.parametrize("program", REFUSED, ids=lambda program: program.stem)
def test_is_refused(program: Path) -> None:
    text = program.read_text(encoding="utf-8")
    expected = re.match(r"// tsc: \w+ line (\d+)", text)
    assert expected
    if program.stem in NOT_FOUND:
        plait.compile(text, program.name)
        return
    with pytest.raises(plait.CompileError) as raised:
        plait.compile(text, program.name)
    line = int(expected[1])
    assert any(abs(item.span.line - line) <= 1 for item in raised.value.diagnostics), str(raised.value)
