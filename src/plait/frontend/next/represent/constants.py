"""Constants of a program whose values the text says: `const SIZE = 8`, `const MASK = ~SIZE & 0xff`."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.represent.units import UnitTable, Variable

MAX_DEPTH: Final = 20
"""How deep the expressions of constants are looked into."""


class Constants:
    """The values of constants, worked out when they are asked for."""

    def __init__(self) -> None:
        self._sources: dict[Variable, tuple[UnitTable, Any]] = {}
        self._values: dict[Variable, float | str | None] = {}

    def add(self, table: UnitTable, variable: Variable) -> None:
        """Note the variable if it is a constant that is declared with a value."""
        symbol = variable.symbol
        if symbol is None or not symbol.flags & SymbolFlags.CONSTANT or not variable.is_constant:
            return
        match symbol.declarations:
            case [syntax.VariableDeclarator(target=syntax.Identifier(), value=value)] if value is not None:
                self._sources[variable] = table, value
            case _:
                pass

    def value(self, variable: Variable | None, depth: int = 0) -> float | str | None:
        """The value of a variable that is a number or a text for ever; None if it is not known."""
        if variable is None or variable not in self._sources or depth > MAX_DEPTH:
            return None
        if variable not in self._values:
            table, expression = self._sources[variable]
            self._values[variable] = self._evaluate(table, expression, depth + 1)
        return self._values[variable]

    def _evaluate(self, table: UnitTable, node: Any, depth: int) -> float | str | None:
        match node:
            case syntax.NumericLiteral(value=value):
                return float(value)
            case syntax.StringLiteral(value=text):
                return text
            case syntax.Identifier():
                return self.value(table.variable_of(node), depth)
            case syntax.As() | syntax.AsConst() | syntax.Satisfies():
                return self._evaluate(table, node.expression, depth)
            case syntax.Unary(operator="-" | "~" as operator, operand=operand):
                number = self._number(table, operand, depth)
                return None if number is None else -number if operator == "-" else float(~_to_int32(number))
            case syntax.Binary(operator=operator, left=left, right=right) if operator in _OPERATORS:
                one, other = self._number(table, left, depth), self._number(table, right, depth)
                return None if one is None or other is None else _OPERATORS[operator](one, other)
            case _:
                return None

    def _number(self, table: UnitTable, node: Any, depth: int) -> float | None:
        value = None if depth > MAX_DEPTH else self._evaluate(table, node, depth + 1)
        return value if isinstance(value, float) else None


def _to_int32(value: float) -> int:
    """The integer that bit operators take a number for."""
    return 0 if not isfinite(value) else (int(value) + (1 << 31)) % (1 << 32) - (1 << 31)


def _bits(operator: Callable[[int, int], int]) -> Callable[[float, float], float | None]:
    def apply(one: float, other: float) -> float | None:
        return float(_to_int32(operator(_to_int32(one), _to_int32(other))))

    return apply


_OPERATORS: Final[dict[str, Callable[[float, float], float | None]]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "|": _bits(lambda one, other: one | other),
    "&": _bits(lambda one, other: one & other),
    "^": _bits(lambda one, other: one ^ other),
    "<<": _bits(lambda one, other: one << (other & 31)),
    ">>": _bits(lambda one, other: one >> (other & 31)),
}
