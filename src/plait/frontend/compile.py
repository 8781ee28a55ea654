"""From source text to module.

The first front end compiles what it knows, to code in which all types are proven. What it refuses the second compiles,
by the flow of values, and so it does with programs that export something: Python gives them values of any kind. What
both refuse is reported as the first sees it, if it sees mistakes of the program alone, else as the second does.
The first ends at the first thing that makes it refuse a program; it looks for the others if the second refuses it, too.

A compilation runs on a thread of its own, so that it has enough of the machine's stack wherever it was started from,
and within the budget of `compilation.py`.
"""

from __future__ import annotations

import re
from typing import Final

from plait.bytecode.module import Module
from plait.errors import CompileError
from plait.frontend.check import check_program
from plait.frontend.codes import Code
from plait.frontend.compilation import Compilation, TooMuchError, compilation_of, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.lower import lower_program
from plait.frontend.next.lower.host_functions import DECLARES_DATA
from plait.frontend.next.translate import translate
from plait.frontend.own_stack import on_own_stack
from plait.frontend.parse import parse_program
from plait.frontend.source_files import FindFile
from plait.source import SourceFile, Span

UNLIMITED: Final = float("inf")

LIMITS: Final = frozenset({Code.TOO_LARGE.code, Code.NESTING.code})
"""Codes of the first front end behind which the second does not try."""

CERTAIN: Final = frozenset(
    code.code
    for code in (
        Code.AWAIT_OUTSIDE,
        Code.RESERVED_NAME,
        Code.USED_BEFORE_DECLARATION,
        Code.UNUSED_VALUE,
        Code.CONSTANT_CONDITION,
    )
)
"""Codes of the first front end that are right about every program, if they are all that it reports."""


_EXPORT: Final = re.compile(r"(?:^|[;{}])[^\S\n]*export\s+(?!type\b|interface\b|declare\b|\{\s*\})", re.MULTILINE)
"""What a program has that exports values, or looks like it."""


def no_files(specifier: str, importer: str) -> None:
    """Where a program of one file finds others."""
    del specifier, importer


def compile_source(file: SourceFile, find_file: FindFile = no_files, budget: float = UNLIMITED) -> Module:
    """The module of a program whose first file is given; `find_file` gives the files that are imported.

    Raises `CompileError` with all that is wrong with the program.
    """
    if _EXPORT.search(file.text) is not None or DECLARES_DATA.search(file.text) is not None:
        return _compile_by_flow(file, find_file, budget)
    diagnostics: Diagnostics = _UntilRefused(one_is_enough=True)
    module = None
    is_refused = False
    try:
        module = compile_by_first(file, diagnostics, budget)
    except _RefusedError:
        is_refused = True
    if is_refused:
        try:
            return translate(file, find_file, budget)
        except CompileError:
            diagnostics = Diagnostics()
            module = compile_by_first(file, diagnostics, budget)
            if not (_has_limit(diagnostics) or _is_of_typescript(diagnostics)):
                raise
    if module is not None:
        return module
    diagnostics.raise_if_any()
    raise AssertionError("a program without module has a diagnostic")


class _RefusedError(Exception):
    """The first front end refuses a program, and it is for the second to say whether it is wrong."""


class _UntilRefused(Diagnostics):
    """Diagnostics up to the first behind which the second front end tries."""

    def report(self, code: Code, span: Span, message: str, hint: str = "") -> None:
        """Add a diagnostic. Raises `_RefusedError` for one that the second front end need not agree with."""
        if code.code not in LIMITS and code.code not in CERTAIN:
            raise _RefusedError
        super().report(code, span, message, hint)


def _has_limit(diagnostics: Diagnostics) -> bool:
    return any(code in LIMITS for _, code in diagnostics.found)


def _compile_by_flow(file: SourceFile, find_file: FindFile, budget: float) -> Module:
    """The module of a program that has to do with values of Python's of any kind."""
    try:
        return translate(file, find_file, budget)
    except CompileError as error:
        if any(item.code in LIMITS for item in error.diagnostics):
            raise
        diagnostics = Diagnostics()
        module = compile_by_first(file, diagnostics, budget)
        if module is not None:
            return module
        raise


def compile_by_first(file: SourceFile, diagnostics: Diagnostics, budget: float = UNLIMITED) -> Module | None:
    """The module that the first front end makes of a file; None if it refuses it, and says why."""
    compilation = compilation_of(file, budget)
    return on_own_stack(lambda: _compile(file, compilation, diagnostics), compilation.stop)


def _is_of_typescript(diagnostics: Diagnostics) -> bool:
    """Whether all that is reported is wrong by TypeScript's rules, and nothing by those of the first front end."""
    return all(code < "P3" for _, code in diagnostics.found)


def _compile(file: SourceFile, compilation: Compilation, diagnostics: Diagnostics) -> Module | None:
    try:
        with running(compilation):
            return _stages(file, diagnostics)
    except TooMuchError as error:
        diagnostics.report(error.code, error.span or Span(file, 0, 0), error.message, error.hint)
        return None


def _stages(file: SourceFile, diagnostics: Diagnostics) -> Module | None:
    tree = parse_program(file, diagnostics)
    if tree is None:
        return None
    program = check_program(tree, diagnostics)
    return None if diagnostics.found else lower_program(file.name, program, diagnostics)
