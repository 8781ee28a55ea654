"""From source text to module: parse, check, lower."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from plait.bytecode.module import Module
from plait.frontend.check import check_program
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.lower import lower_program
from plait.frontend.parse import parse_program
from plait.source import SourceFile

RECURSION_LIMIT: Final = 20_000
"""Enough for every pass over a program as deeply nested as the parser admits."""


def compile_source(file: SourceFile) -> Module:
    """The module of a source file. Raises `CompileError` with all that is wrong with the file."""
    diagnostics = Diagnostics()
    with _deep_recursion():
        tree = parse_program(file, diagnostics)
        if tree is None:
            diagnostics.raise_if_any()
            raise AssertionError("a program without tree has a diagnostic")
        program = check_program(tree, diagnostics)
        diagnostics.raise_if_any()
        module = lower_program(file.name, program, diagnostics)
        diagnostics.raise_if_any()
    if module is None:
        raise AssertionError("a program without module has a diagnostic")
    return module


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Python frames live on the heap, so the limit may be raised for programs that are nested deeply."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, RECURSION_LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
