"""From source text to module: parse, check, lower.

A compilation runs on a thread of its own, so that it has enough of the machine's stack wherever it was started from,
and within the budget of `compilation.py`.
"""

from __future__ import annotations

from plait.bytecode.module import Module
from plait.frontend.check import check_program
from plait.frontend.compilation import Compilation, TooMuchError, compilation_of, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.lower import lower_program
from plait.frontend.own_stack import on_own_stack
from plait.frontend.parse import parse_program
from plait.source import SourceFile, Span


def compile_source(file: SourceFile) -> Module:
    """The module of a source file. Raises `CompileError` with all that is wrong with the file."""
    compilation = compilation_of(file)
    return on_own_stack(lambda: _compile(file, compilation), compilation.stop)


def _compile(file: SourceFile, compilation: Compilation) -> Module:
    diagnostics = Diagnostics()
    module: Module | None = None
    try:
        with running(compilation):
            module = _stages(file, diagnostics)
    except TooMuchError as error:
        diagnostics.report(error.code, error.span or Span(file, 0, 0), error.message, error.hint)
    diagnostics.raise_if_any()
    if module is None:
        raise AssertionError("a program without module has a diagnostic")
    return module


def _stages(file: SourceFile, diagnostics: Diagnostics) -> Module | None:
    tree = parse_program(file, diagnostics)
    if tree is None:
        return None
    program = check_program(tree, diagnostics)
    return None if diagnostics.found else lower_program(file.name, program, diagnostics)
