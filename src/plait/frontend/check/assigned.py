"""Definite assignment: no variable without a first value is read before it got one on every path."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from plait.frontend.check import typed
from plait.frontend.check.members import Member
from plait.frontend.check.operands import operands
from plait.frontend.check.paths import is_endless
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.syntax import LogicalOperator

State: TypeAlias = "frozenset[typed.Variable | Member] | None"
"""The tracked variables, and fields of an object under construction, that have a value; None where execution does not
come."""


def join(a: State, b: State) -> State:
    """Where two ways meet."""
    if a is None or b is None:
        return b if a is None else a
    return a & b


def check_assigned(diagnostics: Diagnostics, function: typed.Function, index: int | None) -> None:
    """Report the variables of a function that may be read without a value; `index` is its own."""
    Assigned(diagnostics, index).statement(function.body, frozenset())


class Assigned:
    """A walk over one function. Each method takes the state before and gives the state after."""

    def __init__(self, diagnostics: Diagnostics, index: int | None) -> None:
        self._index = index
        self._diagnostics = diagnostics
        self._leaving: dict[typed.JumpTarget, State] = {}

    def statement(self, node: typed.Statement, state: State) -> State:
        """After a statement."""
        match node:
            case typed.Declare(variable=variable, value=value):
                if value is not None:
                    return self.expression(value, state)
                return None if state is None else state - {variable}
            case typed.Evaluate(expression=expression):
                return self.expression(expression, state)
            case typed.Block(statements=statements):
                for inner in statements:
                    state = self.statement(inner, state)
                return state
            case typed.If(condition=condition, then=then, otherwise=otherwise):
                when_true, when_false = self.condition(condition, state)
                after = self.statement(then, when_true)
                return join(after, when_false if otherwise is None else self.statement(otherwise, when_false))
            case typed.Loop():
                return self._loop(node, state)
            case typed.ForOf(target=target, array=array, body=body):
                state = self.expression(array, state)
                self.statement(body, state)
                return join(state, self._leaving.pop(target, None))
            case typed.Switch():
                return self._switch(node, state)
            case typed.Labeled(target=target, body=body):
                return join(self.statement(body, state), self._leaving.pop(target, None))
            case typed.Break(target=target):
                self._leaving[target] = join(self._leaving.get(target), state)
                return None
            case typed.Continue():
                return None
            case typed.Return(value=result):
                if result is not None:
                    self.expression(result, state)
                return None
            case typed.Throw(value=thrown):
                self.expression(thrown, state)
                return None
            case typed.Try():
                return self._try(node, state)
        assert_never(node)

    def _loop(self, node: typed.Loop, state: State) -> State:
        if not node.tests_first:
            after = self.statement(node.body, state)
            # A `continue` comes to the condition with no more than the state before the body.
            if node.condition is not None:
                after = self.condition(node.condition, state if _continues(node.body, node.target) else after)[1]
            return join(None if is_endless(node) else after, self._leaving.pop(node.target, None))
        inside, after = (state, None) if node.condition is None else self.condition(node.condition, state)
        end = self.statement(node.body, inside)
        if node.step is not None:
            self.expression(node.step, inside if _continues(node.body, node.target) else end)
        return join(None if is_endless(node) else after, self._leaving.pop(node.target, None))

    def _switch(self, node: typed.Switch, state: State) -> State:
        state = self.expression(node.subject, state)
        entries: list[State] = []
        for case in node.cases:
            if case.condition is not None:
                state = self.expression(case.condition, state)
            entries.append(state)
        after: State = None
        for case, entry in zip(node.cases, entries, strict=True):
            after = join(after, state if case.condition is None else entry)
            for inner in case.statements:
                after = self.statement(inner, after)
        if all(case.condition is not None for case in node.cases) and not node.is_exhaustive:
            after = join(after, state)
        return join(after, self._leaving.pop(node.target, None))

    def _try(self, node: typed.Try, state: State) -> State:
        after = self.statement(node.body, state)
        if node.handler is not None:
            after = join(after, self.statement(node.handler, state))
        if node.finalizer is None:
            return after
        # The finalizer may run after an error anywhere in the body: what it reads must have been there before.
        final = self.statement(node.finalizer, state)
        return None if after is None or final is None else after | final

    def condition(self, node: typed.Expression, state: State) -> tuple[State, State]:
        """After a condition: when it is true, and when it is false."""
        match node:
            case typed.Constant(value=bool() as value):
                return (state, None) if value else (None, state)
            case typed.Not(operand=operand):
                when_true, when_false = self.condition(operand, state)
                return when_false, when_true
            case typed.Logical(operator=operator, left=left, right=right):
                left_true, left_false = self.condition(left, state)
                if operator is LogicalOperator.AND:
                    right_true, right_false = self.condition(right, left_true)
                    return right_true, join(left_false, right_false)
                right_true, right_false = self.condition(right, left_false)
                return join(left_true, right_true), right_false
            case _:
                after = self.expression(node, state)
                return after, after

    def expression(self, node: typed.Expression, state: State) -> State:
        """After an expression."""
        match node:
            case typed.Read(variable=variable):
                if (
                    variable.function == self._index
                    and not variable.has_value
                    and state is not None
                    and variable not in state
                ):
                    self._diagnostics.report(
                        Code.USED_BEFORE_ASSIGNMENT,
                        node.span,
                        f"`{variable.name}` may have no value yet",
                        "give it a value where it is declared",
                    )
                return state
            case typed.Store(variable=variable, value=value) | typed.PostfixUpdate(variable=variable, value=value):
                state = self.expression(value, state)
                return None if state is None else state | {variable}
            case typed.Logical():
                return join(*self.condition(node, state))
            case typed.IfPresent(object=object_, then=then, otherwise=otherwise):
                state = self.expression(object_, state)
                return join(self.expression(then, state), self.expression(otherwise, state))
            case typed.Choose(condition=condition, then=then, otherwise=otherwise):
                when_true, when_false = self.condition(condition, state)
                return join(self.expression(then, when_true), self.expression(otherwise, when_false))
            case _:
                for operand in operands(node):
                    state = self.expression(operand, state)
                return state


def _continues(statement: typed.Statement, target: typed.JumpTarget) -> bool:
    """Whether a `continue` inside goes on with the target."""
    match statement:
        case typed.Continue():
            return statement.target is target
        case typed.Declare() | typed.Evaluate() | typed.Break() | typed.Return() | typed.Throw():
            return False
        case typed.Block(statements=statements):
            return any(_continues(inner, target) for inner in statements)
        case typed.If(then=then, otherwise=otherwise):
            return _continues(then, target) or (otherwise is not None and _continues(otherwise, target))
        case typed.Loop(body=body) | typed.ForOf(body=body) | typed.Labeled(body=body):
            return _continues(body, target)
        case typed.Switch(cases=cases):
            return any(_continues(inner, target) for case in cases for inner in case.statements)
        case typed.Try(body=body, handler=handler, finalizer=finalizer):
            return any(_continues(block, target) for block in (body, handler, finalizer) if block is not None)
    assert_never(statement)
