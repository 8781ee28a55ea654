"""Texts made to be slow, large or deep to compile are dealt with soon; `python -m fuzz.source_bombs` tries all."""

from __future__ import annotations

import threading
import time

import pytest
from fuzz.bomb_sources import KINDS, REPORTED, written
from fuzz.source_bombs import MAX_MESSAGE, REFUSALS, compiled

from plait import CompileError, compile
from plait.pipeline import verify_module

SECONDS = 6.0
CHOSEN = (
    ("tuple aliases that double", 25),
    ("function aliases that triple", 25),
    ("union aliases that double", 25),
    ("method aliases that double", 60),
    ("mutually recursive interfaces", 35),
    ("linked interfaces that are compared", 60),
    ("object literals of different shapes", 100),
    ("diagnostics that name a type with `this`", 1),
    ("array type, deep", 100),
    ("chain of extends, interfaces", 400),
    ("overriding classes", 400),
    ("chained object literals", 300),
    ("loops, nested", 300),
    ("finally around returns", 100),
    ("arrays of subclasses", 60),
    ("union of classes", 300),
    ("switch of an enum", 2500),
    ("union of object types", 3000),
    ("parameters with defaults", 800),
    ("results inferred, callers first", 2000),
    ("errors on one line", 3000),
)
"""Kinds with a size that took many seconds, or did not end, when they were found."""

CHOSEN_FOR_SECOND = (
    ("try, many", 270),
    ("finally around returns", 270),
    ("returns before one finally", 500),
    ("ifs, many", 810),
    ("try, nested", 300),
    ("loop that assigns many variables", 30),
    ("loop that assigns many variables", 300),
    ("loop of variables that need each other", 300),
    ("type parameters on lines of their own", 1900),
    ("array of object literals of different shapes", 2430),
    ("Promise.all of many", 5000),
    ("else ifs of instances", 600),
    ("updates of properties", 2430),
    ("text built", 2430),
    ("chain of extends, classes", 1500),
    ("chain of extends, each before its base", 1500),
    ("ifs that narrow", 1500),
    ("else ifs of instances", 1500),
    ("diagnostics that name a wide type", 4000),
    ("loops, nested", 900),
    ("nested loops that assign", 900),
)
"""Those that the second front end was slow with, whatever the first makes of them."""


@pytest.mark.parametrize(("name", "size"), CHOSEN_FOR_SECOND)
def test_second_ends_soon(name: str, size: int) -> None:
    started = time.process_time()
    codes: set[str] = set()
    try:
        verify_module(compiled(written(KINDS[name], size), "bomb.ts", by_second=True))
    except CompileError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
    assert codes <= REFUSALS or name in REPORTED
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("name", ["loop of variables that need each other", "loop that assigns many variables"])
def test_loops_of_ninety_variables_are_compiled(name: str) -> None:
    verify_module(compiled(written(KINDS[name], 90), "loop.ts", by_second=True))


def test_names_that_are_not_declared_are_found_soon() -> None:
    """Each is compared with those that are declared, until there were many."""
    lines = [f"let v{number} = {number}; console.log(w{number}, v{number}.x{number});" for number in range(700)]
    started = time.process_time()
    with pytest.raises(CompileError) as raised:
        compiled("\n".join(lines), "names.ts", by_second=True)
    assert len(raised.value.diagnostics) == 1400
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(("name", "size"), CHOSEN)
def test_ends_soon(name: str, size: int) -> None:
    started = time.monotonic()
    codes: set[str] = set()
    message = ""
    try:
        compile(written(KINDS[name], size), "bomb.ts")
    except CompileError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
        message = str(error)
    assert codes <= REFUSALS or name in REPORTED
    assert len(message) < MAX_MESSAGE
    assert time.monotonic() - started < SECONDS


def test_same_answer_again() -> None:
    """What a text is refused for depends on the text alone, not on what was compiled before."""
    text = written(KINDS["tuple aliases that double"], 40)
    answers = set()
    for _ in range(2):
        with pytest.raises(CompileError) as raised:
            compile(text, "bomb.ts")
        answers.add(str(raised.value))
    assert len(answers) == 1


@pytest.mark.parametrize("kilobytes", [64, 256])
def test_on_a_small_stack(kilobytes: int) -> None:
    """The compiler has a stack of its own, whatever thread asks for it."""
    text = written(KINDS["parentheses"], 900)
    found: list[object] = []
    before = threading.stack_size(kilobytes << 10)
    try:
        thread = threading.Thread(target=lambda: found.append(compile(text, "deep.ts")))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert len(found) == 1
