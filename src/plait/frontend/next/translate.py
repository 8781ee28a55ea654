"""From source text to module by the second front end: parse, bind, check, represent, link the files, lower."""

from __future__ import annotations

from plait.bytecode.module import Module
from plait.errors import CompileError
from plait.frontend.codes import Code
from plait.frontend.compilation import Compilation, TooMuchError, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import FREE_WORK, check_files, read_file
from plait.frontend.next.bind import BoundModule
from plait.frontend.next.expected_values import expected_values
from plait.frontend.next.lower.program import lower_program
from plait.frontend.next.program.graph import find_files
from plait.frontend.next.program.links import link
from plait.frontend.next.represent.typed_numbers import TypedNumbers
from plait.frontend.next.typed_numbers import typed_numbers
from plait.frontend.own_stack import on_own_stack
from plait.frontend.source_files import FindFile
from plait.source import SourceFile, Span


def translate(file: SourceFile, find_file: FindFile, budget: float = float("inf")) -> Module:
    """The module of a program whose first file is given. Raises `CompileError` with all that is wrong with it."""
    compilation = Compilation(file, FREE_WORK, most=budget)
    diagnostics: dict[str, Diagnostics] = {}
    module = on_own_stack(lambda: _translate(file, find_file, diagnostics, compilation), compilation.stop)
    if module is None:
        raise CompileError([item for found in diagnostics.values() for item in found.in_order()])
    return module


def _translate(
    file: SourceFile, find_file: FindFile, diagnostics: dict[str, Diagnostics], compilation: Compilation
) -> Module | None:
    try:
        return _stages(file, find_file, diagnostics, compilation)
    except TooMuchError as error:
        found = diagnostics.setdefault(file.name, Diagnostics())
        found.report(error.code, error.span or Span(file, 0, 0), error.message, error.hint)
        return None
    except RecursionError:
        message = "something in this program is nested too deeply"
        diagnostics.setdefault(file.name, Diagnostics()).report(Code.NESTING, Span(file, 0, 0), message, "split it")
        return None


def _stages(
    file: SourceFile, find_file: FindFile, diagnostics: dict[str, Diagnostics], compilation: Compilation
) -> Module | None:
    def read(source: SourceFile, found: Diagnostics) -> BoundModule | None:
        return read_file(source, found, compilation)

    files = find_files(file, find_file, read, diagnostics)
    checker = check_files(files.imports, diagnostics, compilation) if files.imports else None
    exports = link(files, diagnostics)
    if any(found.found for found in diagnostics.values()):
        return None
    with running(compilation):
        tables = [item.table for item in files.order]
        first = [item.table for item in files.first]
        expected = expected_values({} if checker is None else checker.types)
        numbers = TypedNumbers() if checker is None else typed_numbers(checker)
        return lower_program(file.name, tables, first, diagnostics[file.name], exports, expected, numbers)
