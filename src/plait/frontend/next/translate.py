"""From source text to module by the second front end: parse, bind, check, represent, lower."""

from __future__ import annotations

from typing import Final

from plait.bytecode.module import Module
from plait.frontend.codes import Code
from plait.frontend.compilation import Compilation, TooMuchError, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import MAX_WORK, analyse_here
from plait.frontend.next.bind import BoundModule
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.lower.program import lower_program
from plait.frontend.next.represent.hints import Hints
from plait.frontend.own_stack import on_own_stack
from plait.source import SourceFile, Span

MACHINE_NAMES: Final = frozenset({"int", "long", "Mutex", "Channel", "sleep"})
"""Names of the library that only the first front end compiles."""


def translate(file: SourceFile, diagnostics: Diagnostics) -> Module | None:
    """The module of a file; None if something is wrong with it, which is reported."""
    compilation = Compilation(file, MAX_WORK)
    return on_own_stack(lambda: _translate(file, diagnostics, compilation), compilation.stop)


def _translate(file: SourceFile, diagnostics: Diagnostics, compilation: Compilation) -> Module | None:
    checker = analyse_here(file, diagnostics, compilation)
    if checker is None or diagnostics.found:
        return None
    _report_machine_names(file, checker.bound, diagnostics)
    if diagnostics.found:
        return None
    try:
        with running(compilation):
            return lower_program(file.name, (checker.bound,), Hints(checker.types), diagnostics)
    except TooMuchError as error:
        diagnostics.report(error.code, error.span or Span(file, 0, 0), error.message, error.hint)
        return None


def _report_machine_names(file: SourceFile, bound: BoundModule, diagnostics: Diagnostics) -> None:
    """Report the uses of what only the first front end compiles."""
    for name, symbol in bound.resolved.items():
        if symbol.name in MACHINE_NAMES and symbol.flags & SymbolFlags.AMBIENT and symbol.scope is not bound.scope:
            diagnostics.report(
                Code.LIBRARY,
                Span(file, name.start, name.end),
                f"`{symbol.name}` does not go together with other parts of this program yet",
                "see what else is reported",
            )
