"""What the files of a program export, and which variable each imported name means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE, SymbolFlags
from plait.frontend.next.program.graph import ProgramFile, ProgramFiles, needed_files
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Namespace, Storage, Variable
from plait.source import Span

Target: TypeAlias = "Variable | Namespace"
"""What an exported name means: a variable, or all that a file exports."""


def link(files: ProgramFiles, diagnostics: dict[str, Diagnostics]) -> dict[str, Target]:
    """Let every imported name mean a variable of the file that declares it. Names that nobody exports are reported.

    What the embedding program can ask for by name comes back: the exports of the first file, or its function `main`.
    """
    linker = _Linker(files)
    for file in files.order:
        linker.declare(file)
    for file in files.order:
        linker.link(file, diagnostics[file.bound.file.name])
    return linker.exports_for_host(files.first[-1]) if files.first else {}


class _Linker:
    def __init__(self, files: ProgramFiles) -> None:
        self.namespaces = {file: Namespace(file.bound.file.name, file.table) for file in files.order}
        self._exports: dict[ProgramFile, _Exported] = {}

    def declare(self, file: ProgramFile) -> None:
        """Make what a file exports global, and the variable of a default export that has no name."""
        for statement in file.bound.module.statements:
            match statement:
                case syntax.ExportDefault() if not file.table.is_type(statement.expression):
                    file.table.default = Variable("default", file.table.main, None, statement.end, True)
                case syntax.ExportDeclaration(is_default=True, statement=inner) if _name_of(inner) is None:
                    file.table.default = Variable("default", file.table.main, None, statement.end, True)
                case _:
                    pass
        variables = [file.table.default, *(self._own(file, name) for name in _exported_names(file))]
        for variable in variables:
            if isinstance(variable, Variable):
                variable.storage = Storage.GLOBAL
                variable.is_exported = True
                if file.is_in_cycle and not _is_hoisted(variable):
                    variable.is_late = True
        if file.table.default is not None:
            file.table.default.held = Held.WORD

    def link(self, file: ProgramFile, diagnostics: Diagnostics) -> None:
        """Resolve the imports of a file, and list what it exports."""
        for statement in file.bound.module.statements:
            if isinstance(statement, syntax.Import) and statement.module in file.imports:
                self._import(file, statement, diagnostics)
        file.table.is_linked = True
        namespace = self.namespaces[file]
        for name in sorted(self._names(file, [])):
            target = self.find(file, name, [])
            if target is not None:
                namespace.members[name] = target
        for call in file.table.import_calls:
            argument = call.argument
            if isinstance(argument, syntax.StringLiteral) and argument.value in file.imports:
                imported = file.imports[argument.value]
                tables = tuple(item.table for item in needed_files(imported))
                file.table.called_imports[call] = tables, self.namespaces[imported]

    def exports_for_host(self, file: ProgramFile) -> dict[str, Target]:
        """What a file exports; of one that exports nothing, the function `main`."""
        members = self.namespaces[file].members
        if members:
            return members
        main = self._own(file, "main")
        if main is None or not _is_hoisted(main):
            return {}
        main.storage = Storage.GLOBAL
        return {"main": main}

    def _import(self, file: ProgramFile, statement: syntax.Import, diagnostics: Diagnostics) -> None:
        source = file.imports[statement.module]
        for item in statement.specifiers:
            symbol = file.bound.symbols.get(item.local)
            if symbol is None or item.is_type:
                continue
            target = self.namespaces[source] if item.imported == "*" else self.find(source, item.imported, [])
            if target is not None:
                file.table.imported[symbol] = target
            elif file.table.is_used(symbol) and not _exports_type(source, item.imported):
                message = f'"{statement.module}" exports no `{item.imported}`'
                diagnostics.report(Code.UNKNOWN_NAME, Span(file.bound.file, item.start, item.end), message)

    def find(self, file: ProgramFile, name: str, around: list[ProgramFile]) -> Target | None:
        """What a file exports by a name."""
        if file in around:
            return None
        inner = [*around, file]
        exported = self._exported(file)
        if name == "default" and exported.default is not None:
            own = None if isinstance(exported.default, syntax.ExportDefault) else _name_of(exported.default.statement)
            return file.table.default if own is None else self._own(file, own)
        if name in exported.declared:
            return self._own(file, name)
        if name in exported.named:
            module, local = exported.named[name]
            if module is not None:
                return self.find(file.imports[module], local.name, inner)
            return self._local(file, local, inner) if isinstance(local, syntax.Identifier) else None
        if name in exported.namespaces:
            return self.namespaces[file.imports[exported.namespaces[name]]]
        found = [] if name == "default" else [self.find(file.imports[star], name, inner) for star in exported.stars]
        return next((target for target in found if target is not None), None)

    def _exported(self, file: ProgramFile) -> _Exported:
        known = self._exports.get(file)
        if known is None:
            known = self._exports[file] = _exported(file)
        return known

    def _own(self, file: ProgramFile, name: str) -> Variable | None:
        symbol = file.bound.scope.names.get(name)
        return None if symbol is None else file.table.by_symbol.get(symbol)

    def _local(self, file: ProgramFile, name: syntax.Identifier, around: list[ProgramFile]) -> Target | None:
        """What a name of a file means that is exported; it may be imported."""
        symbol = file.table.symbol_of(name)
        if symbol is None:
            return None
        own = file.table.by_symbol.get(symbol)
        if own is not None:
            return own
        for statement in file.bound.module.statements:
            if isinstance(statement, syntax.Import) and statement.module in file.imports:
                for item in statement.specifiers:
                    if file.bound.symbols.get(item.local) is symbol:
                        source = file.imports[statement.module]
                        if item.imported == "*":
                            return self.namespaces[source]
                        return self.find(source, item.imported, around)
        return None

    def _names(self, file: ProgramFile, around: list[ProgramFile]) -> set[str]:
        """The names that a file exports."""
        if file in around:
            return set()
        names: set[str] = set()
        for statement in file.bound.module.statements:
            match statement:
                case syntax.ExportDefault() | syntax.ExportDeclaration(is_default=True):
                    names.add("default")
                case syntax.ExportDeclaration(statement=declared):
                    names.update(_names_in(declared))
                case syntax.ExportNames(specifiers=specifiers):
                    names.update(item.exported for item in specifiers)
                case syntax.ExportAll(name=str() as name):
                    names.add(name)
                case syntax.ExportAll(module=module) if module in file.imports:
                    names |= self._names(file.imports[module], [*around, file]) - {"default"}
                case _:
                    pass
        return names


def _exports_type(file: ProgramFile, name: str) -> bool:
    """Whether a file exports a type of this name, or may do so."""
    symbol = file.bound.scope.names.get(name)
    if symbol is not None and not symbol.flags & VALUE:
        return True
    for statement in file.bound.module.statements:
        match statement:
            case syntax.ExportAll() | syntax.ExportNames(module=str()):
                return True
            case syntax.ExportDefault(expression=exported) if name == "default" and file.table.is_type(exported):
                return True
            case syntax.ExportNames(specifiers=specifiers):
                if any(item.exported == name and _may_be_type(file, statement, item) for item in specifiers):
                    return True
            case _:
                pass
    return False


def _may_be_type(file: ProgramFile, statement: syntax.ExportNames, item: syntax.ExportSpecifier) -> bool:
    """Whether what a file exports by a name of its own may be a type: it is one, or is imported."""
    if statement.is_type or item.is_type:
        return True
    symbol = file.table.symbol_of(item.local) if isinstance(item.local, syntax.Identifier) else None
    return symbol is None or not symbol.flags & VALUE or bool(symbol.flags & SymbolFlags.IMPORT)


def _is_hoisted(variable: Variable) -> bool:
    """Whether a variable has its value before its file runs: functions."""
    symbol = variable.symbol
    return symbol is not None and any(isinstance(item, syntax.Function) for item in symbol.declarations)


def _exported_names(file: ProgramFile) -> list[str]:
    """The names of the file's own variables that it exports."""
    names: list[str] = []
    for statement in file.bound.module.statements:
        match statement:
            case syntax.ExportDeclaration(statement=declared):
                names.extend(_names_in(declared))
            case syntax.ExportNames(module=None, specifiers=specifiers):
                names.extend(item.local.name for item in specifiers)
            case _:
                pass
    return names


@dataclass(frozen=True, slots=True)
class _Exported:
    """What a file exports, by how: `named` gives the file (None for itself) and the name there."""

    default: syntax.ExportDefault | syntax.ExportDeclaration | None
    declared: frozenset[str]
    named: Mapping[str, tuple[str | None, syntax.Identifier | syntax.LiteralName]]
    namespaces: Mapping[str, str]
    stars: tuple[str, ...]


def _exported(file: ProgramFile) -> _Exported:
    default: syntax.ExportDefault | syntax.ExportDeclaration | None = None
    declared: set[str] = set()
    named: dict[str, tuple[str | None, syntax.Identifier | syntax.LiteralName]] = {}
    namespaces: dict[str, str] = {}
    stars: list[str] = []
    for statement in file.bound.module.statements:
        match statement:
            case syntax.ExportDefault() | syntax.ExportDeclaration(is_default=True):
                default = default or statement
            case syntax.ExportDeclaration(statement=inner):
                declared.update(_names_in(inner))
            case syntax.ExportNames(module=module, specifiers=specifiers) if module is None or module in file.imports:
                for item in specifiers:
                    named.setdefault(item.exported, (module, item.local))
            case syntax.ExportAll(module=module, name=None) if module in file.imports:
                stars.append(module)
            case syntax.ExportAll(module=module, name=str() as alias) if module in file.imports:
                namespaces.setdefault(alias, module)
            case _:
                pass
    return _Exported(default, frozenset(declared), named, namespaces, tuple(stars))


def _name_of(declared: Any) -> str | None:
    names = _names_in(declared)
    return names[0] if names else None


def _names_in(declared: Any) -> list[str]:
    """The names that a declaration behind `export` declares."""
    match declared:
        case syntax.VariableStatement(declarators=declarators):
            return [name for declarator in declarators for name in _targets(declarator.target)]
        case syntax.FunctionDeclaration(function=function):
            return [function.name.name] if isinstance(function.name, syntax.Identifier) else []
        case syntax.ClassDeclaration(declaration=declaration):
            return [] if declaration.name is None else [declaration.name.name]
        case syntax.EnumDeclaration(name=name) | syntax.ModuleDeclaration(name=name):
            return [name.name]
        case _:
            return []


def _targets(target: Any) -> list[str]:
    match target:
        case syntax.Identifier(name=name):
            return [name]
        case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
            return [name for element in elements if element is not None for name in _targets(element.target)]
        case _:
            return []
