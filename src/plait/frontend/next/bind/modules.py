"""What files export, and which symbol of another file each imported name means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags


class Modules:
    """The files of a program with what they import from each other: `imports` gives the file that each specifier means.

    `made` are the symbols of default exports without a name, by what declares them.
    """

    __slots__ = ("_exports", "_namespaces", "_specifiers", "imports", "made")

    def __init__(self, imports: Mapping[BoundModule, Mapping[str, BoundModule]]) -> None:
        self.imports = imports
        self.made: dict[Any, Symbol] = {}
        self._namespaces: dict[BoundModule, Symbol] = {}
        self._exports: dict[tuple[BoundModule, str], Symbol | None] = {}
        self._specifiers: dict[Symbol, tuple[BoundModule, str, str]] = {}
        for file in imports:
            for statement in file.module.statements:
                if isinstance(statement, syntax.Import):
                    for item in statement.specifiers:
                        symbol = file.symbols[item.local]
                        self._specifiers[symbol] = file, statement.module, item.imported

    def resolved(self, file: BoundModule) -> dict[Any, Symbol]:
        """The names of a file that mean something of another file, or an alias, with the symbol that is meant."""
        found: dict[Any, Symbol] = {}
        for name, symbol in file.resolved.items():
            if symbol.flags & SymbolFlags.IMPORT:
                target = self.target(file, symbol)
                if target is not None:
                    found[name] = target
        return found

    def target(self, file: BoundModule, symbol: Symbol) -> Symbol | None:
        """What an imported name means; None if that is not known."""
        found = self._specifiers.get(symbol)
        if found is not None:
            source, specifier, name = found
            return self.imported(source, specifier, name)
        declaration = symbol.declarations[0]
        return self._alias(file, declaration) if isinstance(declaration, syntax.ImportAlias) else None

    def _alias(self, file: BoundModule, node: syntax.ImportAlias) -> Symbol | None:
        """`import A = N.B`."""
        symbol = file.resolved.get(node.names[0]) if node.names else None
        if symbol is not None and symbol.flags & SymbolFlags.IMPORT:
            symbol = self.target(file, symbol)
        for name in node.names[1:]:
            symbol = None if symbol is None else symbol.exports.get(name.name)
        return symbol

    def imported(self, file: BoundModule, specifier: str, name: str) -> Symbol | None:
        """What a file imports from a module under a name; all that it exports for `*`."""
        source = self.imports[file].get(specifier)
        if source is None:
            return None
        return self.namespace(source) if name == "*" else self.exported(source, name)

    def namespace(self, file: BoundModule) -> Symbol:
        """A namespace with all that a file exports."""
        found = self._namespaces.get(file)
        if found is None:
            found = self._namespaces[file] = Symbol(file.file.name, SymbolFlags.NAMESPACE, None, None)
            found.declarations.append(file.module)
            for name in sorted(self._names(file, ())):
                symbol = self.exported(file, name)
                if symbol is not None:
                    found.exports[name] = symbol
        return found

    def exported(self, file: BoundModule, name: str) -> Symbol | None:
        """What a file exports under a name; None if it exports nothing, or something that is not known."""
        key = file, name
        if key not in self._exports:
            self._exports[key] = None
            self._exports[key] = self._exported(file, name)
        return self._exports[key]

    def _exported(self, file: BoundModule, name: str) -> Symbol | None:
        stars: list[str] = []
        for statement in file.module.statements:
            match statement:
                case syntax.ExportDefault(is_assignment=False) if name == "default":
                    return self._default(file, statement)
                case syntax.ExportDeclaration(is_default=True, statement=inner) if name == "default":
                    return self._declared_default(file, inner)
                case syntax.ExportNames(module=module, specifiers=specifiers):
                    for item in specifiers:
                        if item.exported == name:
                            return self._specified(file, module, item)
                case syntax.ExportAll(module=module, name=None):
                    stars.append(module)
                case syntax.ExportAll(module=module, name=alias) if alias == name:
                    return self.imported(file, module, "*")
                case _:
                    pass
        own = file.scope.names.get(name)
        if own is not None and own.is_exported:
            return own
        if name == "default":
            return None
        return next((found for module in stars if (found := self.imported(file, module, name)) is not None), None)

    def _specified(self, file: BoundModule, module: str | None, item: syntax.ExportSpecifier) -> Symbol | None:
        if module is not None:
            return self.imported(file, module, item.local.name)
        symbol = file.resolved.get(item.local)
        if symbol is not None and symbol.flags & SymbolFlags.IMPORT:
            return self.target(file, symbol)
        return symbol

    def _default(self, file: BoundModule, node: syntax.ExportDefault) -> Symbol | None:
        """The value of `export default expression`; a name stands for all that it means."""
        if isinstance(node.expression, syntax.Identifier):
            symbol = file.resolved.get(node.expression)
            if symbol is not None and symbol.flags & SymbolFlags.IMPORT:
                return self.target(file, symbol)
            return symbol
        return self._made(file, node, SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CONSTANT, node)

    def _declared_default(self, file: BoundModule, statement: Any) -> Symbol | None:
        match statement:
            case syntax.FunctionDeclaration(function=function):
                if isinstance(function.name, syntax.Identifier):
                    return file.symbols.get(function.name)
                return self._made(file, function, SymbolFlags.FUNCTION, function)
            case syntax.ClassDeclaration(declaration=declaration):
                if declaration.name is not None:
                    return file.symbols.get(declaration.name)
                return self._made(file, declaration, SymbolFlags.CLASS, declaration)
            case syntax.InterfaceDeclaration(name=name):
                return file.symbols.get(name)
            case _:
                return None

    def _made(self, file: BoundModule, node: Any, flags: int, declaration: Any) -> Symbol:
        found = self.made.get(node)
        if found is None:
            found = self.made[node] = Symbol("default", flags, file.scope, None)
            found.declarations.append(declaration)
        return found

    def _names(self, file: BoundModule, around: tuple[BoundModule, ...]) -> set[str]:
        """The names that a file exports."""
        if file in around:
            return set()
        names = {name for name, symbol in file.scope.names.items() if symbol.is_exported}
        for statement in file.module.statements:
            match statement:
                case syntax.ExportDefault() | syntax.ExportDeclaration(is_default=True):
                    names.add("default")
                case syntax.ExportNames(specifiers=specifiers):
                    names.update(item.exported for item in specifiers)
                case syntax.ExportAll(name=str() as name):
                    names.add(name)
                case syntax.ExportAll(module=module) if module in self.imports[file]:
                    names |= self._names(self.imports[file][module], (*around, file)) - {"default"}
                case _:
                    pass
        return names
