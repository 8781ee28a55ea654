"""From source text to a checked module: parse, bind, check."""

from __future__ import annotations

from functools import cache
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.compilation import Compilation, TooMuchError, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.bind import BoundModule, bind_module
from plait.frontend.next.check.checker import Checker
from plait.frontend.next.library_source import library_text
from plait.frontend.next.parse import parse_module
from plait.frontend.own_stack import on_own_stack
from plait.source import SourceFile, Span

MAX_WORK: Final = 20_000_000
"""Steps of work on types that one compilation may take."""


def analyse(file: SourceFile, diagnostics: Diagnostics) -> Checker | None:
    """Check a file; what is wrong with it is reported. None if its text is not TypeScript."""
    compilation = Compilation(file, MAX_WORK)
    return on_own_stack(lambda: analyse_here(file, diagnostics, compilation), compilation.stop)


def analyse_here(file: SourceFile, diagnostics: Diagnostics, compilation: Compilation) -> Checker | None:
    """As `analyse`, on the stack of the caller and by the budget of a compilation."""
    module = parse_module(file, diagnostics)
    if module is None:
        return None
    library = _library()
    with running(compilation):
        checker = Checker(bind_module(file, module, diagnostics, library.scope), diagnostics, library)
        try:
            checker.run()
        except TooMuchError:
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
