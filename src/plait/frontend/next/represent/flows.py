"""How each variable, parameter and result of a program is held: by what flows into it.

A place is raw if everything that flows into it is proven to be of one primitive kind, a list or a function; else it is
a word. The sources of each place are collected in one walk; then places are widened until nothing changes. A place
goes up at most twice, and is looked at again only when one that it depends on has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.represent.constants import Constants
from plait.frontend.next.represent.held import NUMERIC, Held, join
from plait.frontend.next.represent.library_facts import FUNCTIONS, MATH_CONSTANTS, STATIC_FUNCTIONS, STRING_METHODS
from plait.frontend.next.represent.typed_numbers import TypedNumbers
from plait.frontend.next.represent.units import Unit, UnitTable, Variable

_RESULTS: Final[dict[str, Held]] = {
    **dict.fromkeys(("-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"), Held.NUMBER),
    **dict.fromkeys(("<", ">", "<=", ">=", "==", "!=", "===", "!==", "in", "instanceof"), Held.BOOLEAN),
}
LOGICAL: Final = ("&&", "||", "??")


class Slot:
    """A parameter, or the result, of a function that is called directly."""

    __slots__ = ("held",)

    def __init__(self) -> None:
        self.held: Held | None = None


class Direct:
    """A function of the top level whose calls are known. `is_value`: it is used otherwise too.

    `parameters` has a slot for each parameter; `gives_nothing` says that no `return` has a value.
    """

    __slots__ = ("gives_nothing", "is_value", "parameters", "result", "unit", "variable")

    def __init__(self, variable: Variable, unit: Unit, count: int) -> None:
        self.variable = variable
        self.unit = unit
        self.parameters = tuple(Slot() for _ in range(count))
        self.result = Slot()
        self.is_value = False
        self.gives_nothing = True


Place: TypeAlias = "Variable | Slot"


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """What flows into a place: an expression of a file, or something held in a known way."""

    table: UnitTable | None
    expression: Any
    held: Held | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LoopValue:
    """What a loop over the value of an expression gives."""

    iterable: Any


class Flows:
    """How the places of a program are held."""

    def __init__(self) -> None:
        self.directs: dict[Variable, Direct] = {}
        self.by_unit: dict[Unit, Direct] = {}
        self.sources: dict[Place, list[Value]] = {}
        self.natives: Callable[[str], Held | None] = lambda name: None
        self.names: Callable[[str], Held | None] = lambda name: None
        self.constants = Constants()
        self.has_bigints = False
        """Whether the program mentions bigints: then arithmetic on words may have one as its result."""
        self.numbers = TypedNumbers()
        self._fixed: set[Place] = set()
        self._readers: dict[Place, dict[Place, None]] = {}
        self._found: dict[Any, Held | None] = {}
        self._is_solved = False
        self._current: Place | None = None

    # What flows where.

    def add(self, place: Place, value: Value) -> None:
        """Let a value flow into a place."""
        if place in self._fixed:
            return
        self.sources.setdefault(place, []).append(value)

    def fix(self, place: Place, held: Held) -> None:
        """Hold a place in one way, whatever flows into it: what does not fit throws."""
        self.add(place, Value(None, None, held))
        self._fixed.add(place)

    def solve(self) -> None:
        """Widen places until nothing changes. Those into which nothing flows hold undefined."""
        pending: dict[Place, None] = dict.fromkeys(self.sources)
        while pending:
            place = next(iter(pending))
            del pending[place]
            self._current = place
            held = place.held
            for value in self.sources[place]:
                if held is Held.WORD:
                    break
                held = join(held, self._held_of_value(value))
            self._current = None
            if held is not place.held:
                place.held = held
                pending.update(dict.fromkeys(self._readers.get(place, ())))
        for place in self.sources:
            if place.held is None:
                place.held = Held.WORD
        self._is_solved = True

    def _held_of_value(self, value: Value) -> Held | None:
        if isinstance(value.expression, Slot):
            return self.place(value.expression)
        if value.table is None:
            return value.held
        if isinstance(value.expression, LoopValue):
            whole = self.held(value.table, value.expression.iterable)
            return whole if whole is None or whole is Held.STRING else Held.WORD
        held = self.held(value.table, value.expression)
        return Held.NUMBER if held is Held.INTEGER else held

    def place(self, place: Place) -> Held | None:
        """How a place is held, as far as is known."""
        if self._current is not None:
            self._readers.setdefault(place, {})[self._current] = None
        return place.held

    # Expressions.

    def held(self, table: UnitTable, node: Any) -> Held | None:
        """How the value of an expression is held; None while nothing is known to flow into what it reads."""
        if not self._is_solved:
            return self.numbers.held(node) or self._held(table, node)
        if node not in self._found:
            self._found[node] = self.numbers.held(node) or self._held(table, node)
        return self._found[node]

    def computed(self, table: UnitTable, node: Any) -> Held | None:
        """How the value of an expression is held before it becomes the int or long that is wanted where it stands."""
        return self._held(table, node)

    def _held(self, table: UnitTable, node: Any) -> Held | None:
        match node:
            case syntax.NumericLiteral():
                return Held.NUMBER
            case syntax.StringLiteral() | syntax.TemplateExpression():
                return Held.STRING
            case syntax.BooleanLiteral() | syntax.PrivateIn():
                return Held.BOOLEAN
            case syntax.ArrayLiteral():
                return Held.LIST
            case syntax.FunctionExpression():
                return Held.FUNCTION
            case syntax.Identifier():
                return self._name(table, node)
            case syntax.Unary():
                return self._unary(table, node)
            case syntax.Update():
                return self._numeric(table, (node.operand,))
            case syntax.Binary():
                return self.binary(table, node.operator, node.left, node.right)
            case syntax.Assignment():
                return self._assignment(table, node)
            case syntax.Conditional():
                return self._both(table, node.when_true, node.when_false)
            case syntax.Sequence():
                return self.held(table, node.right)
            case syntax.As() | syntax.AsConst() | syntax.Satisfies() | syntax.NonNull() | syntax.Instantiation():
                return self.held(table, node.expression)
            case syntax.Call():
                return self._call(table, node)
            case syntax.PropertyAccess():
                return self._property(table, node)
            case _:
                return Held.WORD

    def _both(self, table: UnitTable, one: Any, other: Any) -> Held | None:
        left, right = self.held(table, one), self.held(table, other)
        if left is Held.WORD or right is Held.WORD:
            return Held.WORD
        return join(left, right)

    def _name(self, table: UnitTable, node: syntax.Identifier) -> Held | None:
        variable = table.variable_of(node)
        match self.constants.value(variable):
            case float():
                return Held.NUMBER
            case str():
                return Held.STRING
            case _:
                pass
        if variable is not None:
            return Held.WORD if variable not in self.sources else self.place(variable)
        if table.symbol_of(node) is None or self.is_global(table, node, node.name):
            if node.name in ("NaN", "Infinity"):
                return Held.NUMBER
            return self.names(node.name) or Held.WORD
        return Held.WORD

    def is_global(self, table: UnitTable, node: Any, name: str) -> bool:
        """Whether an expression is the library's global of that name."""
        if not isinstance(node, syntax.Identifier) or node.name != name:
            return False
        symbol = table.symbol_of(node)
        return symbol is None or bool(symbol.flags & SymbolFlags.AMBIENT)

    def _unary(self, table: UnitTable, node: syntax.Unary) -> Held | None:
        match node.operator:
            case "!" | "delete":
                return Held.BOOLEAN
            case "typeof":
                return Held.STRING
            case "void":
                return Held.WORD
            case "-" | "~":
                return self._numeric(table, (node.operand,))
            case _:
                return Held.NUMBER

    def _numeric(self, table: UnitTable, operands: tuple[Any, ...]) -> Held | None:
        """How the result of arithmetic is held: of words it may be a bigint in programs that mention those."""
        if not self.has_bigints:
            return Held.NUMBER
        held = [self.held(table, operand) for operand in operands]
        if None in held:
            return None
        return Held.WORD if all(item in (Held.WORD, Held.LONG) for item in held) else Held.NUMBER

    def binary(self, table: UnitTable, operator: str, left: Any, right: Any) -> Held | None:
        """How the result of an operator is held."""
        if operator == "+":
            return _sum(self.held(table, left), self.held(table, right))
        if operator == "&&" or operator == "||":
            return self._both(table, left, right)
        if operator == "??":
            held = self.held(table, left)
            return self._both(table, left, right) if held is Held.WORD or held is None else held
        found = _RESULTS.get(operator, Held.WORD)
        return self._numeric(table, (left, right)) if self.has_bigints and found in _NUMERIC_RESULTS else found

    def _assignment(self, table: UnitTable, node: syntax.Assignment) -> Held | None:
        if node.operator == "=":
            return self.held(table, node.value)
        operator = node.operator[:-1]
        return self.binary(table, operator, node.target, node.value)

    def _call(self, table: UnitTable, node: syntax.Call) -> Held | None:
        callee = node.callee
        if node.is_optional:
            return Held.WORD
        if isinstance(callee, syntax.Identifier):
            variable = table.variable_of(callee)
            direct = None if variable is None else self.directs.get(variable)
            if direct is not None:
                return Held.WORD if direct.gives_nothing else self.place(direct.result)
            if self.is_global(table, callee, callee.name):
                return self.natives(callee.name) or FUNCTIONS.get(callee.name, Held.WORD)
            return Held.WORD
        if isinstance(callee, syntax.PropertyAccess) and not callee.is_optional:
            return self._method_result(table, callee)
        return Held.WORD

    def _method_result(self, table: UnitTable, callee: syntax.PropertyAccess) -> Held | None:
        object_, name = callee.object, callee.name.name
        if isinstance(object_, syntax.Identifier) and object_.name in STATIC_FUNCTIONS:
            if self.is_global(table, object_, object_.name):
                return STATIC_FUNCTIONS[object_.name].get(name, Held.WORD)
            return Held.WORD
        held = self.held(table, object_)
        if held is None:
            return None
        return STRING_METHODS.get(name, Held.WORD) if held is Held.STRING else Held.WORD

    def _property(self, table: UnitTable, node: syntax.PropertyAccess) -> Held | None:
        if node.is_optional:
            return Held.WORD
        if node.name.name == "length":
            held = self.held(table, node.object)
            return None if held is None else Held.NUMBER if held in (Held.STRING, Held.LIST) else Held.WORD
        if node.name.name in MATH_CONSTANTS and self.is_global(table, node.object, "Math"):
            return Held.NUMBER
        return Held.WORD


def _sum(left: Held | None, right: Held | None) -> Held | None:
    """How the result of `+` is held."""
    if left is Held.STRING or right is Held.STRING:
        return Held.STRING
    if left is None or right is None:
        return None
    return Held.NUMBER if left in _ADDED and right in _ADDED else Held.WORD


_ADDED: Final = NUMERIC | {Held.BOOLEAN}
_NUMERIC_RESULTS: Final = (Held.NUMBER, Held.INTEGER)


def is_raw_allowed(variable: Variable) -> bool:
    """Whether a variable may be held raw: nobody sees it before it has its value."""
    return not variable.is_late
