"""Typed code that no one wrote: variables and loops inside of expressions."""

from __future__ import annotations

from collections.abc import Callable

from plait.frontend.check import typed
from plait.frontend.check.bounds import MAX_I32, Range
from plait.frontend.check.context import Context
from plait.frontend.check.types import BOOLEAN, NUMBER, VOID, ArrayOf, Type
from plait.frontend.syntax import BinaryOperator
from plait.source import Span

INDEX = Range(0, MAX_I32 - 1)


class Steps:
    """Statements in the making, and the value that follows them."""

    def __init__(self, context: Context, span: Span) -> None:
        self.context = context
        self.span = span
        self._statements: list[typed.Statement] = []

    def variable(self, type_: Type, value: typed.Expression, is_constant: bool = True) -> typed.Variable:
        """A new variable with its value."""
        function = self.context.function.index
        variable = typed.Variable("(temporary)", type_, self.span, is_constant, True, function, False, self.span.start)
        found = self.context.program.ranges.of(value) if is_constant else None
        if found is not None:
            self.context.program.constant_ranges[variable] = found
        self._statements.append(typed.Declare(self.span, variable, value))
        return variable

    def hold(self, value: typed.Expression) -> typed.Expression:
        """The value, computed here, to be used as often as one likes."""
        if isinstance(value, typed.Constant) or (
            isinstance(value, typed.Read) and value.variable.is_constant and not value.variable.is_program
        ):
            return value
        return self.read(self.variable(value.type, value))

    def read(self, variable: typed.Variable) -> typed.Expression:
        """The value of a variable."""
        return typed.Read(self.span, variable.type, variable)

    def do(self, effect: typed.Expression) -> None:
        """An expression for its effect."""
        self._statements.append(typed.Evaluate(self.span, effect))

    def store(self, variable: typed.Variable, value: typed.Expression) -> None:
        """An assignment."""
        self.do(typed.Store(self.span, variable.type, variable, value))

    def add(self, statement: typed.Statement) -> None:
        """Any statement."""
        self._statements.append(statement)

    def count(
        self, length: typed.Expression, body: Callable[[typed.Expression, typed.JumpTarget], typed.Statement]
    ) -> None:
        """A loop over the numbers from 0 to below `length`."""
        index = self.variable(NUMBER, self.number(0), is_constant=False)
        self.context.program.constant_ranges[index] = INDEX
        place = self.read(index)
        test = typed.Compare(self.span, BOOLEAN, BinaryOperator.LESS, place, length)
        following = typed.Arithmetic(self.span, NUMBER, BinaryOperator.ADD, place, self.number(1))
        step = typed.Store(self.span, NUMBER, index, following)
        target = typed.JumpTarget(is_loop=True)
        self.add(typed.Loop(self.span, target, test, body(place, target), step, True))

    def number(self, value: float) -> typed.Expression:
        """A number."""
        return typed.Constant(self.span, NUMBER, float(value))

    def truth(self, value: bool) -> typed.Expression:
        """True or false."""
        return typed.Constant(self.span, BOOLEAN, value)

    def element(self, array: typed.Expression, index: typed.Expression) -> typed.Expression:
        """An element of an array."""
        if not isinstance(array.type, ArrayOf):
            raise AssertionError("an array has elements")
        return typed.Element(self.span, array.type.element, array, index)

    def block(self, *statements: typed.Statement) -> typed.Statement:
        """Statements as one."""
        return typed.Block(self.span, statements)

    def push(self, array: typed.Expression, value: typed.Expression) -> typed.Statement:
        """`array.push(value)`."""
        return typed.Evaluate(self.span, typed.Push(self.span, NUMBER, array, (value,)))

    def statement(self) -> typed.Statement:
        """All of it as one statement."""
        return self.block(*self._statements)

    def result(self, value: typed.Expression | None) -> typed.Expression:
        """All of it as an expression; without value it is of type void."""
        if value is None:
            value = typed.Machine(self.span, VOID, (), ())
        return typed.Inline(self.span, value.type, tuple(self._statements), value)
