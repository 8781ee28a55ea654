"""The files of a program, found by following imports from the first one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind import BoundModule
from plait.frontend.next.represent.finder import find_units
from plait.frontend.next.represent.units import UnitTable
from plait.frontend.source_files import FindFile
from plait.source import SourceFile, Span

Read: TypeAlias = Callable[[SourceFile, Diagnostics], BoundModule | None]
"""A file parsed and bound; None if it is no program, which is reported."""


@dataclass(slots=True, eq=False)
class ProgramFile:
    """A file of a program. `imports` gives the file that each specifier means."""

    bound: BoundModule
    table: UnitTable
    imports: dict[str, ProgramFile] = field(default_factory=dict)
    is_in_cycle: bool = False


@dataclass(slots=True, eq=False)
class ProgramFiles:
    """The files of a program by name; `order` are all in the order in which they would run, `first` those that are run
    at the start: the others wait for an `import(...)`. `imports` gives what each file imports, for types alone too, and
    those of which nothing but types is used are among its files.
    """

    by_name: dict[str, ProgramFile] = field(default_factory=dict)
    order: list[ProgramFile] = field(default_factory=list)
    first: list[ProgramFile] = field(default_factory=list)
    imports: dict[BoundModule, dict[str, BoundModule]] = field(default_factory=dict)


def find_files(first: SourceFile, find_file: FindFile, read: Read, diagnostics: dict[str, Diagnostics]) -> ProgramFiles:
    """All files of a program, each behind those that it imports, as far as they can be read.

    `diagnostics` gets those of each file.
    """
    files = ProgramFiles()
    finder = _Finder(find_file, read, diagnostics, files)
    finder.visit(first, [])
    files.first = list(files.order)
    finder.visit_called()
    finder.add_types()
    return files


class _Finder:
    """The walk over the files, depth first."""

    def __init__(
        self, find_file: FindFile, read: Read, diagnostics: dict[str, Diagnostics], files: ProgramFiles
    ) -> None:
        self.find_file = find_file
        self.read = read
        self.diagnostics = diagnostics
        self.files = files

    def visit(self, source: SourceFile, around: list[ProgramFile]) -> ProgramFile | None:
        """A file with all that it imports; `around` are those whose imports are being followed."""
        found = self.files.by_name.get(source.name)
        if found is not None:
            if found in around:
                for file in around[around.index(found) :]:
                    file.is_in_cycle = True
            return found
        diagnostics = self.diagnostics.setdefault(source.name, Diagnostics())
        bound = self.read(source, diagnostics)
        if bound is None:
            return None
        found = self.files.by_name[source.name] = ProgramFile(bound, find_units(bound))
        for specifier, node in _specifiers(found):
            self._import(found, specifier, node, [*around, found])
        self.files.order.append(found)
        return found

    def visit_called(self) -> None:
        """The files that are imported by calls, and what they import."""
        pending = list(self.files.order)
        while pending:
            file = pending.pop()
            known = len(self.files.order)
            for call in file.table.import_calls:
                if isinstance(call.argument, syntax.StringLiteral):
                    self._import(file, call.argument.value, call, [])
            pending.extend(self.files.order[known:])

    def add_types(self) -> None:
        """The files that are imported for types alone, and what they import."""
        by_name = {name: file.bound for name, file in self.files.by_name.items()}
        pending = list(by_name.values())
        while pending:
            bound = pending.pop()
            imports = self.files.imports[bound] = {}
            for specifier in _all_specifiers(bound):
                target = self.find_file(specifier, bound.file.name)
                if target is None:
                    continue
                if target.name not in by_name:
                    found = self.read(target, self.diagnostics.setdefault(target.name, Diagnostics()))
                    if found is None:
                        continue
                    by_name[target.name] = found
                    pending.append(found)
                imports[specifier] = by_name[target.name]

    def _import(self, file: ProgramFile, specifier: str, node: Any, around: list[ProgramFile]) -> None:
        source = file.bound.file
        target = self.find_file(specifier, source.name)
        if target is None:
            _report_missing(self.diagnostics[source.name], source, specifier, node)
            return
        imported = self.visit(target, around)
        if imported is not None:
            file.imports[specifier] = imported


def needed_files(file: ProgramFile) -> list[ProgramFile]:
    """A file behind all that it imports, in the order in which they run."""
    order: list[ProgramFile] = []
    seen: set[ProgramFile] = set()

    def visit(current: ProgramFile) -> None:
        if current in seen:
            return
        seen.add(current)
        for specifier, _ in _specifiers(current):
            if specifier in current.imports:
                visit(current.imports[specifier])
        order.append(current)

    visit(file)
    return order


def _report_missing(diagnostics: Diagnostics, source: SourceFile, specifier: str, node: syntax.Node) -> None:
    hint = (
        "check the path; `./name` means `name.ts` beside this file"
        if specifier.startswith(".")
        else "packages cannot be imported: give the module to `plait.compile(..., modules=...)`, or copy what you need"
    )
    message = f'there is no module "{specifier}"'
    diagnostics.report(Code.LIBRARY, Span(source, node.start, node.end), message, hint)


def _specifiers(file: ProgramFile) -> Iterator[tuple[str, Any]]:
    """The modules that are imported when the file runs: imports of types alone are not among them."""
    for statement in file.bound.module.statements:
        match statement:
            case syntax.Import(module=module):
                if is_needed(file.table, statement):
                    yield module, statement
            case syntax.ExportNames(module=str() as module, is_type=False):
                yield module, statement
            case syntax.ExportAll(module=module, is_type=False):
                yield module, statement
            case _:
                pass


def _all_specifiers(bound: BoundModule) -> set[str]:
    """The modules of which a file uses values or types."""
    found: set[str] = set()
    for node in syntax.descendants(bound.module) if "import" in bound.file.text else ():
        match node:
            case syntax.ImportType(module=module) | syntax.ImportCall(argument=syntax.StringLiteral(value=module)):
                found.add(module)
            case _:
                pass
    for statement in bound.module.statements:
        match statement:
            case syntax.Import(module=str() as module) | syntax.ExportAll(module=module):
                found.add(module)
            case syntax.ExportNames(module=str() as module):
                found.add(module)
            case syntax.Ambient(statement=syntax.ModuleDeclaration(name=syntax.LiteralName(name=module))):
                found.add(module)
            case _:
                pass
    return found


def is_needed(table: UnitTable, statement: syntax.Import) -> bool:
    """Whether an import gives anything that the file uses as a value, or stands there for its effects alone."""
    if statement.is_bare:
        return True
    if statement.is_type:
        return False
    values = [item for item in statement.specifiers if not item.is_type]
    return any(table.is_used(table.bound.symbols.get(item.local)) for item in values)
