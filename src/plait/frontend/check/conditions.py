"""Conditions: their value, and what is known when they are true and when they are false."""

from __future__ import annotations

from dataclasses import dataclass

from plait.frontend import syntax
from plait.frontend.check import operators, typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import condition
from plait.frontend.check.flow import State, join
from plait.frontend.check.narrowing import outcomes
from plait.frontend.check.types import BOOLEAN, INVALID
from plait.frontend.codes import Code
from plait.frontend.syntax import LogicalOperator, UnaryOperator


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, which is a boolean, and the states that its outcomes lead to."""

    value: typed.Expression
    when_true: State
    when_false: State


def check_condition(context: Context, node: syntax.Expression, check: Check, is_last: bool = False) -> Condition:
    """The typed condition; the operands of `&&`, `||` and `!` are conditions too. The flow goes on at both outcomes.

    `is_last`: it is the right operand of another; TypeScript does not ask then whether its form tells its outcome.
    """
    flow = context.flow
    match node:
        case syntax.Logical():
            result = _logical(context, node, check)
        case syntax.Unary(operator=UnaryOperator.NOT, operand=operand):
            inner = check_condition(context, operand, check)
            result = Condition(operators.negation(node.span, inner.value), inner.when_false, inner.when_true)
        case _:
            outcome = None if is_last else constant_outcome(node)
            if outcome is not None:
                value = constant_condition(context, node, outcome)
            else:
                value = condition(context, check(context, node))
            result = Condition(value, *outcomes(flow.state, value))
    flow.state = join(result.when_true, result.when_false)
    return result


def _logical(context: Context, node: syntax.Logical, check: Check) -> Condition:
    is_and = node.operator is LogicalOperator.AND
    left = check_condition(context, node.left, check)
    context.flow.state = left.when_true if is_and else left.when_false
    right = check_condition(context, node.right, check, is_last=True)
    if INVALID in (left.value.type, right.value.type):
        value: typed.Expression = typed.Invalid(node.span, INVALID)
    else:
        value = typed.Logical(node.span, BOOLEAN, node.operator, left.value, right.value)
    if is_and:
        return Condition(value, right.when_true, join(left.when_false, right.when_false))
    return Condition(value, join(left.when_true, right.when_true), right.when_false)


def constant_outcome(node: syntax.Expression) -> bool | None:
    """The outcome of a condition that TypeScript refuses, because its form alone tells it."""
    match node:
        case syntax.NumberLiteral(value=value) if value not in (0, 1):
            return True
        case syntax.StringLiteral(value=text):
            return text != ""
        case syntax.ObjectLiteral() | syntax.ArrayLiteral():
            return True
        case syntax.NullLiteral() | syntax.UndefinedLiteral():
            return False
        case syntax.As(operand=operand) | syntax.NonNull(operand=operand):
            return constant_outcome(operand)
        case syntax.Conditional(then=then, otherwise=otherwise):
            outcome = constant_outcome(then)
            return outcome if outcome is constant_outcome(otherwise) else None
        case _:
            return None


def always_nullish(node: syntax.Expression) -> bool | None:
    """Whether an expression is null or undefined by its form alone, or is not; None if its form does not tell.

    TypeScript refuses `??` behind one whose form tells.
    """
    match node:
        case syntax.NullLiteral() | syntax.UndefinedLiteral():
            return True
        case (
            syntax.NumberLiteral()
            | syntax.StringLiteral()
            | syntax.BooleanLiteral()
            | syntax.Template()
            | syntax.ArrayLiteral()
            | syntax.ObjectLiteral()
            | syntax.FunctionExpression()
            | syntax.Binary()
            | syntax.Unary()
            | syntax.TypeOf()
            | syntax.Update()
        ):
            return False
        case syntax.As(operand=operand) | syntax.NonNull(operand=operand):
            return always_nullish(operand)
        case syntax.Conditional(then=then, otherwise=otherwise):
            outcome = always_nullish(then)
            return outcome if outcome is always_nullish(otherwise) else None
        case _:
            return None


def constant_condition(context: Context, node: syntax.Expression, outcome: bool) -> typed.Expression:
    """Report a condition whose outcome is always the same."""
    word = str(outcome).lower()
    return context.invalid(Code.CONSTANT_CONDITION, node.span, f"this condition is always {word}", f"write {word}")
