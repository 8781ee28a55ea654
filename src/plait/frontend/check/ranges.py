"""Which numbers are certainly integers that fit an i32, and between which bounds.

A range says: the value is an integer from `low` to `high` and not -0. Such a value can be held as an i32
without any difference. The type of the expression does not matter: `a.length - 1` is a number with a range.
"""

from __future__ import annotations

from collections.abc import Mapping

from plait.frontend.check import typed
from plait.frontend.check.bounds import (
    FULL,
    LENGTH,
    Range,
    arithmetic_range,
    bitwise_range,
    fitting,
    negated_range,
    number_range,
)
from plait.frontend.check.types import INT, is_numeric


class Ranges:
    """Ranges of expressions, given those of variables. `variables` may grow by new ones."""

    def __init__(self, variables: Mapping[typed.Variable, Range]) -> None:
        self._variables = variables
        self._known: dict[typed.Expression, Range | None] = {}

    def of(self, expression: typed.Expression) -> Range | None:
        """The range of an expression, None when it may be another number or is none at all."""
        if not is_numeric(expression.type):
            return None
        if expression not in self._known:
            found = self._compute(expression)
            self._known[expression] = FULL if found is None and expression.type is INT else found
        return self._known[expression]

    def of_variable(self, variable: typed.Variable) -> Range | None:
        """The range of a variable."""
        if variable.constant is not None:
            return self.of(variable.constant)
        found = self._variables.get(variable)
        return FULL if found is None and variable.type is INT else found

    def _compute(self, expression: typed.Expression) -> Range | None:
        match expression:
            case typed.Constant(value=float() as value):
                return number_range(value)
            case typed.Read(variable=variable) | typed.PostfixUpdate(variable=variable):
                return self.of_variable(variable)
            case typed.Store(value=value) | typed.StoreElement(value=value) | typed.Comma(second=value):
                return self.of(value)
            case typed.Inline(value=value):
                return self.of(value)
            case typed.ToNumber(operand=operand) | typed.ToInt(operand=operand) | typed.Convert(operand=operand):
                return self.of(operand)
            case typed.Arithmetic(operator=operator, left=left, right=right):
                a, b = self.of(left), self.of(right)
                return None if a is None or b is None else arithmetic_range(operator, a, b)
            case typed.Negate(operand=operand):
                a = self.of(operand)
                return None if a is None else negated_range(a)
            case typed.Bitwise(operator=operator, left=left, right=right):
                return bitwise_range(operator, self.of(left), self.of(right))
            case typed.Complement(operand=operand):
                a = self.of(operand)
                return FULL if a is None else Range(~a.high, ~a.low)
            case typed.Logical(left=left, right=right) | typed.Choose(then=left, otherwise=right):
                a, b = self.of(left), self.of(right)
                return None if a is None or b is None else a.join(b)
            case typed.Length() | typed.Push():
                return LENGTH
            case typed.MathCall():
                return self._math(expression)
            case _:
                return None

    def _math(self, call: typed.MathCall) -> Range | None:
        if call.function is typed.MathFunction.IMUL:
            return FULL
        a = self.of(call.arguments[0])
        if a is None or call.function is typed.MathFunction.SQRT:
            return None
        if call.function is typed.MathFunction.ABS:
            if a.low >= 0:
                return a
            return fitting(0, max(-a.low, a.high))
        return a
