"""Declaring names: which symbol a declaration belongs to."""

from __future__ import annotations

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import KINDS, VALUE, Declaration, Scope, Symbol, SymbolFlags
from plait.source import SourceFile, Span


class Declarer:
    """Declares names in scopes, and keeps which symbol each declaration belongs to."""

    __slots__ = ("diagnostics", "file", "is_ambient", "symbols")

    def __init__(self, file: SourceFile, diagnostics: Diagnostics, is_ambient: bool) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.is_ambient = is_ambient
        self.symbols: dict[object, Symbol] = {}

    def declare(
        self, scope: Scope, name: syntax.Identifier, flags: int, declaration: Declaration, is_exported: bool
    ) -> Symbol:
        """The symbol of a name in a scope, with one more declaration."""
        table = scope.symbol.exports if is_exported and scope.symbol is not None else scope.names
        symbol = self.declare_in(table, name.name, flags, declaration, scope, name)
        symbol.is_exported = symbol.is_exported or is_exported
        if scope.symbol is not None:
            symbol.parent = scope.symbol
        self.symbols[name] = symbol
        return symbol

    def declare_in(
        self,
        table: dict[str, Symbol],
        name: str,
        flags: int,
        declaration: Declaration,
        scope: Scope | None,
        place: syntax.Node,
    ) -> Symbol:
        """The symbol of a name in a table, with one more declaration."""
        if self.is_ambient:
            flags |= SymbolFlags.AMBIENT
        symbol = table.get(name)
        if symbol is None:
            symbol = table[name] = Symbol(name, flags, scope, None if scope is None else scope.function)
        elif symbol.admits(flags):
            is_here = any(item & VALUE and not item & SymbolFlags.AMBIENT for item in (symbol.flags, flags))
            symbol.flags |= flags
            if is_here:
                symbol.flags &= ~SymbolFlags.AMBIENT
        else:
            for other in (symbol.declarations[0], place):
                self._report_duplicate(name, other)
            symbol.flags |= flags & ~KINDS
        symbol.declarations.append(declaration)
        self.symbols[declaration] = symbol
        return symbol

    def _report_duplicate(self, name: str, place: syntax.Node) -> None:
        self.diagnostics.report(
            Code.DUPLICATE_NAME,
            Span(self.file, place.start, place.end),
            f"`{name}` is declared twice in one scope",
            "give one of them another name",
        )
