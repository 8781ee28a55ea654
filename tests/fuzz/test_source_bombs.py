"""Texts made to be slow, large or deep to compile are dealt with soon; `python -m fuzz.source_bombs` tries all."""

from __future__ import annotations

import time

import pytest
from fuzz.bomb_sources import KINDS, REPORTED, written
from fuzz.source_bombs import REFUSALS

from plait import CompileError, compile

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
)
"""Kinds with a size that took many seconds, or did not end, when they were found."""


@pytest.mark.parametrize(("name", "size"), CHOSEN)
def test_ends_soon(name: str, size: int) -> None:
    started = time.monotonic()
    try:
        compile(written(KINDS[name], size), "bomb.ts")
    except CompileError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
        assert codes <= REFUSALS or name in REPORTED
    assert time.monotonic() - started < SECONDS
