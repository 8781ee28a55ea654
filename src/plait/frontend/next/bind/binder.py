"""Binding a file: every declaration gets its symbol, every name its meaning, every reference its place in the flow
graph.
"""

from __future__ import annotations

from typing import Final

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind import expressions, functions, statements, types
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.declare import Declarer
from plait.frontend.next.bind.flow import Start
from plait.frontend.next.bind.symbols import Scope, Symbol
from plait.frontend.next.bind.walk import Around, Use, Walk
from plait.source import SourceFile

_VISITORS: Final = statements.visitors(types.VISITORS, expressions.VISITORS, functions.VISITORS)

_EVERYWHERE: Final = 1 << 60
"""An assignment inside of another function may happen at any time."""


def bind_module(
    file: SourceFile,
    module: syntax.Module,
    diagnostics: Diagnostics,
    around: Scope | None = None,
    is_ambient: bool = False,
) -> BoundModule:
    """Bind a file. `around` is the scope of the library; a file that `is_ambient` declares things that are somewhere
    else.
    """
    scope = Scope(around, None, True, None, module)
    declarer = Declarer(file, diagnostics, is_ambient)
    walk = Walk(file, diagnostics, declarer, scope, Start(None, None), _VISITORS)
    walk.visit_statements(module.statements)
    resolved: dict[object, Symbol] = {}
    unresolved: list[syntax.Identifier] = []
    for use in walk.uses:
        symbol = _meant(use)
        if symbol is None:
            unresolved.append(use.name)
            continue
        resolved[use.name] = symbol
        _note_use(symbol, use)
    return BoundModule(
        file,
        module,
        scope,
        declarer.symbols,
        resolved,
        tuple(unresolved),
        walk.scopes,
        walk.flows,
        walk.sources,
        walk.ends,
        walk.returns,
        frozenset(walk.exhaustive_switches),
        walk.flow,
    )


def _meant(use: Use) -> Symbol | None:
    """The symbol that a name stands for. What a function declares in its body is not seen among its parameters."""
    symbol = use.scope.find(use.name.name, use.meaning)
    while symbol is not None and symbol.scope is not None and symbol.scope in use.heads:
        body = getattr(symbol.scope.node, "body", None)
        if body is None or all(declaration.start < body.start for declaration in symbol.declarations):
            break
        outer = symbol.scope.parent
        symbol = None if outer is None else outer.find(use.name.name, use.meaning)
    return symbol


def _note_use(symbol: Symbol, use: Use) -> None:
    """Whether the variable is captured, and up to where it is assigned."""
    is_inner = use.function is not symbol.function
    if is_inner:
        symbol.is_captured = True
    if use.is_write:
        position = _EVERYWHERE if is_inner else _assignment_end(use.name.start, use.around, symbol)
        symbol.last_assignment = max(symbol.last_assignment, position)


def _assignment_end(position: int, around: Around, symbol: Symbol) -> int:
    """The end of the outermost statement around an assignment that stands behind the variable's declaration."""
    declared = symbol.declarations[0].start if symbol.declarations else 0
    while around is not None and around[0] > declared:
        position = around[1]
        around = around[2]
    return position
