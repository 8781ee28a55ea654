"""What binding gives: which symbol each name is, and how each reference is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import FlowNode
from plait.frontend.next.bind.symbols import Scope, Symbol
from plait.source import SourceFile


@dataclass(frozen=True, slots=True, eq=False)
class BoundModule:
    """A file with its names resolved.

    `symbols` gives the symbol of a declaration and of a declared name, `resolved` that of a used name (names of the
    library and of other files among them); `unresolved` are the names that mean nothing. `scopes` says which scope a
    node opens or stands in. `flows` says how a reference is reached, `sources` in which declaration the part of a
    pattern stands, `ends` how the end of a function is, `returns` how the end of a constructor is, by `return` too.
    `exhaustive_switches` are those behind which execution goes on only if no case was taken.
    """

    file: SourceFile
    module: syntax.Module
    scope: Scope
    symbols: dict[Any, Symbol]
    resolved: dict[Any, Symbol]
    unresolved: tuple[syntax.Identifier, ...]
    scopes: dict[Any, Scope]
    flows: dict[Any, FlowNode]
    sources: dict[Any, Any]
    ends: dict[Any, FlowNode]
    returns: dict[Any, FlowNode]
    exhaustive_switches: frozenset[Any]
    end: FlowNode
