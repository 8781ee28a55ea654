"""From source texts to checked files: parse and bind each, then check all."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.compilation import Compilation, TooMuchError, running
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.bind import BoundModule, bind_module
from plait.frontend.next.bind.modules import Modules
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags
from plait.frontend.next.check.checker import Checker
from plait.frontend.next.check.state import CheckedFile
from plait.frontend.next.early import report_early_errors
from plait.frontend.next.library_source import library_text
from plait.frontend.next.parse import parse_module
from plait.frontend.next.types.model import Declared, Reference
from plait.frontend.next.types.variance import variances_of
from plait.frontend.own_stack import on_own_stack
from plait.kernel.cache import ObjectCache
from plait.own_files import digest_of_files
from plait.source import SourceFile, Span

_KEPT: Final = 4
"""For how many states of plait's files the library's declarations are kept on disk."""

FREE_WORK: Final = 3_000_000
WORK_PER_CHARACTER: Final = 20
"""Steps that a compilation may take: so many in any case, and so many more for each character of its files. Ordinary
programs need one to ten for a character.
"""


def analyse(file: SourceFile, diagnostics: Diagnostics) -> Checker | None:
    """Check a file by itself; what is wrong with it is reported. None if its text is not TypeScript."""
    compilation = Compilation(file, FREE_WORK)

    def stages() -> Checker | None:
        bound = read_file(file, diagnostics, compilation)
        return None if bound is None else check_files({bound: {}}, {file.name: diagnostics}, compilation)

    return on_own_stack(stages, compilation.stop)


def read_file(file: SourceFile, diagnostics: Diagnostics, compilation: Compilation) -> BoundModule | None:
    """A file parsed and bound; None if its text is not TypeScript, which is reported."""
    compilation.allow(WORK_PER_CHARACTER * len(file.text))
    module = parse_module(file, diagnostics)
    if module is None:
        return None
    report_early_errors(file, module, diagnostics)
    with running(compilation):
        return bind_module(file, module, diagnostics, _library().bound.scope)


def check_files(
    imports: Mapping[BoundModule, Mapping[str, BoundModule]],
    diagnostics: Mapping[str, Diagnostics],
    compilation: Compilation,
) -> Checker:
    """Check files, for each of which it is given what it imports. What is wrong goes to the diagnostics of each."""
    with running(compilation):
        files = [CheckedFile(bound, diagnostics[bound.file.name]) for bound in imports]
        library = _library()
        checker = Checker(files, library.bound, Modules(imports), library.variances)
        try:
            checker.run()
        except TooMuchError:
            source = checker.file.bound.file
            message = "the types of the program need more work than a compilation may take"
            place = Span(source, 0, min(1, len(source.text)))
            checker.file.diagnostics.report(Code.TOO_LARGE, place, message, "write simpler types, or fewer")
    return checker


@dataclass(frozen=True, slots=True)
class _Library:
    """The library's declarations, bound, and how references to those with type parameters vary with these."""

    bound: BoundModule
    variances: Mapping[Symbol, tuple[int, ...]]


@cache
def _library() -> _Library:
    """The library's declarations; from disk, if this state of plait's files has bound them before."""
    cache_ = ObjectCache.default("declarations", _KEPT)
    found = cache_.load(digest_of_files(), pickle.loads)
    if isinstance(found, _Library):
        return found
    bound = _bound_library()
    library = _Library(bound, _variances(bound))
    cache_.put(digest_of_files(), pickle.dumps(library))
    return library


def _bound_library() -> BoundModule:
    diagnostics = Diagnostics()
    file = SourceFile("library.ts", library_text())
    module = parse_module(file, diagnostics)
    diagnostics.raise_if_any()
    if module is None:
        raise AssertionError("a file without tree has a diagnostic")
    bound = bind_module(file, module, diagnostics, is_ambient=True)
    diagnostics.raise_if_any()
    return bound


def _variances(library: BoundModule) -> dict[Symbol, tuple[int, ...]]:
    """The variances of all classes and interfaces, each found by itself, so that they do not depend on the order."""
    file = SourceFile("none.ts", "")
    module = parse_module(file, Diagnostics())
    assert module is not None
    empty = bind_module(file, module, Diagnostics(), library.scope)
    found: dict[Symbol, tuple[int, ...]] = {}
    with running(Compilation()):
        for symbol in library.scope.names.values():
            if not symbol.flags & (SymbolFlags.CLASS | SymbolFlags.INTERFACE):
                continue
            checker = Checker([CheckedFile(empty, Diagnostics())], library, Modules({empty: {}}), {})
            reference = checker.declared_type(symbol)
            if not isinstance(reference, Reference) or not isinstance(reference.target, Declared):
                continue
            variances = variances_of(checker.store, reference.target)
            if variances:
                found[symbol] = variances
    return found
