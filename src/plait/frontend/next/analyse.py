"""From source text to a checked module: parse, bind, check.

This is the front end's second generation, which finds errors but does not make modules yet: `frontend/compile.py` still
compiles programs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.bind import BoundModule, bind_module
from plait.frontend.next.check.checker import Checker
from plait.frontend.next.library_source import library_text
from plait.frontend.next.parse import parse_module
from plait.frontend.next.types.store import WorkLimitError
from plait.source import SourceFile, Span

RECURSION_LIMIT: Final = 30_000
"""Enough for checking a program as deeply nested as the parser admits."""


def analyse(file: SourceFile, diagnostics: Diagnostics) -> Checker | None:
    """Check a file; what is wrong with it is reported. None if its text is not TypeScript."""
    with _deep_recursion():
        module = parse_module(file, diagnostics)
        if module is None:
            return None
        library = _library()
        checker = Checker(bind_module(file, module, diagnostics, library.scope), diagnostics, library)
        try:
            checker.run()
        except WorkLimitError:
            place = Span(file, 0, min(1, len(file.text)))
            message = "the types of the program need more work than a compilation may take"
            diagnostics.report(Code.TOO_LARGE, place, message, "write simpler types, or fewer")
    return checker


@cache
def _library() -> BoundModule:
    """The library's declarations, bound."""
    diagnostics = Diagnostics()
    file = SourceFile("library.ts", library_text())
    module = parse_module(file, diagnostics)
    diagnostics.raise_if_any()
    if module is None:
        raise AssertionError("a file without tree has a diagnostic")
    bound = bind_module(file, module, diagnostics, is_ambient=True)
    diagnostics.raise_if_any()
    return bound


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Python frames live on the heap, so the limit may be raised for programs that are nested deeply."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, RECURSION_LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
