"""Declarations that add to what is declared elsewhere: `declare global`, `declare module "./file"`, and interfaces of
files that are no modules, which have the names of built-in ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.modules import Modules
from plait.frontend.next.bind.symbols import Scope, Symbol, SymbolFlags

_MERGED: Final = SymbolFlags.INTERFACE | SymbolFlags.CLASS | SymbolFlags.NAMESPACE | SymbolFlags.NAMESPACE_OF_TYPES

_CLASSES: Final = (
    *("Array", "ArrayBuffer", "BigInt", "Boolean", "DataView", "Date", "Error", "Function", "Map", "Number", "Object"),
    *("Promise", "RegExp", "Set", "String", "Symbol", "WeakMap", "WeakSet"),
)

BUILT_IN: Final = frozenset((*_CLASSES, *[f"{name}Constructor" for name in _CLASSES], "ReadonlyArray", "Math", "JSON"))
"""Interfaces to which a file may add that is no module, if it gives their classes something; others with the name of a
library's interface are its own.
"""


class Augmentations:
    """What the files of a program add: `declarations` by the symbol they belong to, `meant` the symbols that stand for
    others, `names` the names that all files see.
    """

    __slots__ = ("declarations", "meant", "names")

    def __init__(self, files: Iterable[BoundModule], library: BoundModule | None, modules: Modules) -> None:
        self.declarations: dict[Symbol, list[Any]] = {}
        self.meant: dict[Symbol, Symbol] = {}
        self.names: dict[str, Symbol] = {}
        known = {} if library is None else library.scope.names
        for file in files:
            if not _is_module(file.module):
                self._merge_built_in(file, known)
            for node in _blocks(file.module.statements):
                self._merge_block(file, node, file.scopes[node], known, modules)

    def _merge_built_in(self, file: BoundModule, known: dict[str, Symbol]) -> None:
        found = [
            (name, symbol)
            for name, symbol in file.scope.names.items()
            if name in BUILT_IN and symbol.flags & ~SymbolFlags.AMBIENT == SymbolFlags.INTERFACE and name in known
        ]
        extended = _extended(file.module) if found else frozenset()
        for name, symbol in found:
            if name in extended:
                self._merge(symbol, known[name])

    def _merge_block(
        self,
        file: BoundModule,
        node: syntax.ModuleDeclaration,
        scope: Scope,
        known: dict[str, Symbol],
        modules: Modules,
    ) -> None:
        for name, symbol in scope.names.items():
            if isinstance(node.name, syntax.LiteralName):
                source = modules.imports[file].get(node.name.name)
                target = None if source is None else modules.exported(source, name)
            else:
                target = known.get(name) or self.names.setdefault(name, symbol)
            if target is not None and target is not symbol:
                self._merge(symbol, target)

    def _merge(self, symbol: Symbol, target: Symbol) -> None:
        if not (symbol.flags & _MERGED and target.flags & _MERGED):
            return
        self.meant[symbol] = target
        self.declarations.setdefault(target, []).extend(symbol.declarations)
        for name, member in symbol.exports.items():
            other = target.exports.get(name)
            if other is not None:
                self._merge(member, other)


def _extended(module: syntax.Module) -> frozenset[str]:
    """The built-in interfaces to whose objects a file gives something: it names `Array.prototype`, or sets `Math.x`."""
    found: set[str] = set()
    for node in syntax.descendants(module):
        match node:
            case syntax.PropertyAccess(object=syntax.Identifier(name=name), name=syntax.Identifier(name="prototype")):
                found.add(name)
            case syntax.Assignment(target=syntax.PropertyAccess(object=syntax.Identifier(name=name))):
                found.add(name if name in ("Math", "JSON") else f"{name}Constructor")
            case _:
                pass
    return frozenset(found)


def _is_module(module: syntax.Module) -> bool:
    kinds = syntax.Import | syntax.ExportDeclaration | syntax.ExportNames | syntax.ExportAll | syntax.ExportDefault
    return any(isinstance(statement, kinds) for statement in module.statements)


def _blocks(statements: Iterable[Any]) -> Iterator[syntax.ModuleDeclaration]:
    """The declarations of a file that add to others."""
    for statement in statements:
        inner = statement.statement if isinstance(statement, syntax.Ambient) else None
        if isinstance(inner, syntax.ModuleDeclaration) and (
            isinstance(inner.name, syntax.LiteralName) or inner.name.name == "global"
        ):
            yield inner
