"""Assignments: plain, compound, and `++` and `--`."""

from __future__ import annotations

from typing import Protocol

from plait.frontend import syntax
from plait.frontend.check import library, operators, typed
from plait.frontend.check.context import Context, FunctionSymbol
from plait.frontend.check.conversions import assign
from plait.frontend.check.names import find_variable
from plait.frontend.check.types import INVALID, NUMBER, UNKNOWN, Type, has_invalid, is_numeric
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.source import Span


class Check(Protocol):
    """The checker of expressions."""

    def __call__(self, context: Context, node: syntax.Expression, wanted: Type | None = None) -> typed.Expression:
        """The typed expression."""


def check_assign(context: Context, node: syntax.Assign, check: Check) -> typed.Expression:
    """`target = value` and `target += value`."""
    match node.target:
        case syntax.Name():
            variable = _assignable(context, node.target)
            wanted = None if variable is None else variable.type
            value = check(context, node.value, wanted)
            if variable is None:
                return typed.Invalid(node.span, INVALID)
            if node.operator is not None:
                old = typed.Read(node.target.span, variable.type, variable)
                value = operators.binary(context, node.span, node.operator, old, value)
            value = assign(context, value, variable.type)
            return typed.Store(node.span, _result(value, variable.type), variable, value)
        case syntax.Index():
            array, index, element = _element(context, node.target, check)
            if node.operator is None:
                value = check(context, node.value, element)
                if has_invalid(element):
                    return typed.Invalid(node.span, INVALID)
                value = assign(context, value, element)
                return typed.StoreElement(node.span, _result(value, element), array, index, value)
            right = check(context, node.value, element)
            if has_invalid(element):
                return typed.Invalid(node.span, INVALID)
            old_value = typed.OldValue(node.target.span, element)
            value = operators.binary(context, node.span, node.operator, old_value, right)
            value = assign(context, value, element)
            return typed.UpdateElement(
                node.span, _result(value, element), array, index, old_value, value, gives_old=False
            )
        case _:
            check(context, node.value)
            return _wrong_target(context, node.target, check)


def check_update(context: Context, node: syntax.Update, check: Check) -> typed.Expression:
    """`target++` and its kin."""
    match node.target:
        case syntax.Name():
            variable = _assignable(context, node.target)
            if variable is None:
                return typed.Invalid(node.span, INVALID)
            old: typed.Expression = typed.Read(node.target.span, variable.type, variable)
            value = _stepped(context, node, old, variable.type)
            if value.type is INVALID:
                return value
            if node.is_prefix:
                return typed.Store(node.span, variable.type, variable, value)
            return typed.PostfixUpdate(node.span, variable.type, variable, value)
        case syntax.Index():
            array, index, element = _element(context, node.target, check)
            if has_invalid(element):
                return typed.Invalid(node.span, INVALID)
            old_value = typed.OldValue(node.target.span, element)
            value = _stepped(context, node, old_value, element)
            if value.type is INVALID:
                return value
            return typed.UpdateElement(node.span, element, array, index, old_value, value, gives_old=not node.is_prefix)
        case _:
            return _wrong_target(context, node.target, check)


def _result(value: typed.Expression, wanted: Type) -> Type:
    return INVALID if has_invalid(value.type) else wanted


def _stepped(context: Context, node: syntax.Update, old: typed.Expression, type_: Type) -> typed.Expression:
    """The old value plus or minus one."""
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    if not is_numeric(type_):
        return context.invalid(
            Code.OPERAND_TYPES, node.span, f"the operator `{'++' if node.delta > 0 else '--'}` does not take {type_}"
        )
    operator = BinaryOperator.ADD if node.delta > 0 else BinaryOperator.SUBTRACT
    return typed.Arithmetic(node.span, type_, operator, old, typed.Constant(node.span, NUMBER, 1.0))


def _assignable(context: Context, target: syntax.Name) -> typed.Variable | None:
    """The variable of a target, None if it cannot be assigned."""
    symbol = context.scope.find(target.name)
    if isinstance(symbol, FunctionSymbol):
        context.report(Code.ASSIGNMENT_TO_CONSTANT, target.span, f"the function `{target.name}` cannot be assigned")
        return None
    variable = find_variable(context, target)
    if not isinstance(variable, typed.Variable):
        if isinstance(variable, typed.Constant):
            context.report(Code.ASSIGNMENT_TO_CONSTANT, target.span, f"`{target.name}` cannot be assigned")
        return None
    if variable.is_constant:
        if variable.type is UNKNOWN:
            context.report(
                Code.EXPRESSION, target.span, "a caught value cannot be assigned", "declare another variable"
            )
        else:
            context.report(
                Code.ASSIGNMENT_TO_CONSTANT,
                target.span,
                f"`{target.name}` is a constant",
                "declare it with `let` to assign it",
            )
        return None
    return variable


def _element(context: Context, target: syntax.Index, check: Check) -> tuple[typed.Expression, typed.Expression, Type]:
    """Array, index and element type of a target; the type is invalid if something is wrong."""
    array = context.value(check(context, target.object))
    index = library.check_index(context, check(context, target.index))
    element = library.check_element(context, target.span, array, index)
    if INVALID in (array.type, index.type):
        return array, index, INVALID
    return array, index, element.type


def _wrong_target(context: Context, target: syntax.Expression, check: Check) -> typed.Expression:
    span: Span = target.span
    if isinstance(target, syntax.Member):
        object_ = check(context, target.object)
        if object_.type is not INVALID:
            context.report(
                Code.EXPRESSION,
                span,
                f"the property `{target.name}` cannot be assigned",
                "assign to a variable or an array element",
            )
    return typed.Invalid(span, INVALID)
