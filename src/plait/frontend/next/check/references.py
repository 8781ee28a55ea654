"""References that can be narrowed, by a key that says which variable and path of properties they are."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags
from plait.frontend.next.check.state import State
from plait.frontend.next.numbers import number_text
from plait.frontend.next.syntax.node import children


def symbol_of(c: State, node: Any) -> Symbol | None:
    """The symbol of a name, where it is declared or used."""
    return c.resolved.get(node) or c.symbols.get(node)


def reference_key(c: State, node: Any) -> str | None:
    """The key of a reference; None of expressions that are none. That of `a.b` begins with that of `a` and a dot."""
    match node:
        case syntax.Identifier():
            symbol = symbol_of(c, node)
            if symbol is None:
                return None
            key = str(id(symbol))
            c.symbols_by_key[key] = symbol
            return key
        case syntax.This():
            return "this"
        case syntax.Super():
            return "super"
        case syntax.PropertyAccess():
            inner = reference_key(c, node.object)
            return None if inner is None else f"{inner}.{node.name.name}"
        case syntax.ElementAccess():
            inner = reference_key(c, node.object)
            if inner is None:
                return None
            index = node.index
            match index:
                case syntax.StringLiteral(value=text):
                    return f"{inner}.{text}"
                case syntax.NumericLiteral(value=number):
                    return f"{inner}.{number_text(number)}"
                case syntax.Identifier():
                    symbol = symbol_of(c, index)
                    if symbol is None or not is_constant(symbol):
                        return None
                    return f"{inner}.[{id(symbol)}]"
                case _:
                    return None
        case syntax.NonNull() | syntax.OptionalChain() | syntax.Satisfies():
            return reference_key(c, node.expression)
        case syntax.Sequence():
            return reference_key(c, node.right)
        case syntax.Assignment(operator="="):
            return reference_key(c, node.target)
        case _:
            return None


def is_constant(symbol: Symbol) -> bool:
    """Whether a variable keeps its value: a constant, or a parameter or variable that is never assigned again."""
    if symbol.flags & SymbolFlags.CONSTANT:
        return True
    return bool(symbol.flags & (SymbolFlags.PARAMETER | SymbolFlags.BLOCK_VARIABLE)) and symbol.last_assignment < 0


def mentions_of(c: State, condition: Any) -> frozenset[str] | None:
    """The keys of the variables of which a condition may tell something, by way of constants too; names of properties
    in it begin with a dot, and one that is computed is a dot. None if it cannot be told at a glance, or if the
    condition is about no variable.
    """
    found: set[str] = set()
    pending = [condition]
    for _ in range(MOST_MENTIONED):
        if not pending:
            return frozenset(found) or None
        node = pending.pop()
        pending.extend(children(node))
        match node:
            case syntax.Identifier():
                symbol = symbol_of(c, node)
                if symbol is not None:
                    found.add(str(id(symbol)))
                    declaration = symbol.declarations[0] if symbol.declarations else None
                    if isinstance(declaration, syntax.PatternElement):
                        declaration = c.sources.get(declaration)
                        if not isinstance(declaration, syntax.VariableDeclarator):
                            return None
                    if isinstance(declaration, syntax.VariableDeclarator) and declaration.value is not None:
                        pending.append(declaration.value)
            case syntax.PropertyAccess():
                found.add(f".{node.name.name}" if isinstance(node.name, syntax.Identifier) else ".")
            case syntax.ElementAccess():
                found.add(".")
            case syntax.This():
                found.add("this")
            case syntax.Super():
                found.add("super")
    return None


MOST_MENTIONED: Final = 40
"""How many nodes of a condition, and of the values of its constants, are looked at."""


def stripped(node: Any) -> Any:
    """Without what changes nothing of the value."""
    while isinstance(node, syntax.NonNull | syntax.As | syntax.Satisfies | syntax.AsConst):
        node = node.expression
    return node
