"""Assignments: plain, compound, conditional, and `++` and `--`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.types import (
    INVALID,
    NUMBER,
    VOID,
    Type,
    UnionOf,
    has_invalid,
    is_nullish,
    is_numeric,
    without_nullish,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator, LogicalOperator
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.check.targets import Target


class Check(Protocol):
    """The checker of expressions."""

    def __call__(self, context: Context, node: syntax.Expression, wanted: Type | None = None) -> typed.Expression:
        """The typed expression."""


def check_assign(context: Context, node: syntax.Assign, check: Check) -> typed.Expression:
    """`target = value` and `target += value`."""
    from plait.frontend.check import operators
    from plait.frontend.check.conversions import assign
    from plait.frontend.check.targets import check_target

    target = check_target(context, node.target, node.operator is not None, check)
    value = check(context, node.value, None if target is None else target.type)
    if target is None:
        return typed.Invalid(node.span, INVALID)
    if node.operator is None:
        found = value.type
        value = assign(context, value, target.type)
        context.flow.assign(target.reference, target.type, found)
        return _checked(value, _as_found(target.write(value), found))
    if target.element is not None:
        array, index = target.element
        old = typed.OldValue(node.target.span, target.type)
        read = operators.narrow(old, target.read.type)
        value = operators.binary(context, node.span, node.operator, read, value)
        found = value.type
        value = assign(context, value, target.type)
        update = typed.UpdateElement(node.span, value.type, array, index, old, value, gives_old=False)
        return _checked(value, _as_found(update, found))
    value = operators.binary(context, node.span, node.operator, target.read, value)
    found = value.type
    value = assign(context, value, target.type)
    context.flow.assign(target.reference, target.type, found)
    return _checked(value, _bound(target.bound, _as_found(target.write(value), found)))


def check_update(context: Context, node: syntax.Update, check: Check) -> typed.Expression:
    """`target++` and its kin."""
    from plait.frontend.check.conversions import assign
    from plait.frontend.check.operators import narrow
    from plait.frontend.check.targets import check_target

    target = check_target(context, node.target, True, check)
    if target is None or has_invalid(target.read.type):
        return typed.Invalid(node.span, INVALID)
    read = target.read
    if not is_numeric(read.type):
        return context.invalid(
            Code.OPERAND_TYPES,
            node.span,
            f"the operator `{'++' if node.delta > 0 else '--'}` does not take {read.type}",
        )
    operator = BinaryOperator.ADD if node.delta > 0 else BinaryOperator.SUBTRACT
    one = typed.Constant(node.span, NUMBER, 1.0)
    if target.element is not None:
        old = typed.OldValue(node.target.span, target.type)
        before = narrow(old, read.type)
        new = assign(context, typed.Arithmetic(node.span, read.type, operator, before, one), target.type)
        array, index = target.element
        update = typed.UpdateElement(node.span, target.type, array, index, old, new, gives_old=not node.is_prefix)
        return _as_found(update, read.type)
    if node.is_prefix or (isinstance(read, typed.Read) and read.type == target.type):
        new = assign(context, typed.Arithmetic(node.span, read.type, operator, read, one), target.type)
        context.flow.assign(target.reference, target.type, read.type)
        if not node.is_prefix and isinstance(read, typed.Read):
            return typed.PostfixUpdate(node.span, target.type, read.variable, new)
        return _checked(new, _bound(target.bound, target.write(new)))
    old = typed.OldValue(node.target.span, read.type)
    new = assign(context, typed.Arithmetic(node.span, read.type, operator, old, one), target.type)
    context.flow.assign(target.reference, target.type, read.type)
    body = typed.Comma(node.span, read.type, target.write(new), old)
    return _bound(target.bound, typed.Let(node.span, read.type, read, old, body))


def check_assign_if(context: Context, node: syntax.AssignIf, check: Check) -> typed.Expression:
    """`target ??= value`, `target ||= value`, `target &&= value`."""
    from plait.frontend.check import operators
    from plait.frontend.check.conversions import assign, common_type, condition, convert
    from plait.frontend.check.flow import join
    from plait.frontend.check.narrowing import outcomes
    from plait.frontend.check.targets import check_target

    target = check_target(context, node.target, True, check)
    if target is None or has_invalid(target.read.type):
        check(context, node.value)
        return typed.Invalid(node.span, INVALID)
    if target.element is not None:
        target = _element_computed_once(context, node.target.span, target.element)
    read = target.read
    flow = context.flow
    name = typed.OldValue(read.span, read.type if node.operator is not None else without_nullish(read.type))
    test: typed.Expression | None = None
    if node.operator is None:
        kept_state = flow.state
        if target.reference is not None and flow.state is not None:
            kept_state = {**flow.state, target.reference: name.type}
    else:
        test = condition(context, name)
        when_true, when_false = outcomes(flow.state, typed.Truthy(read.span, VOID, read))
        kept_state, flow.state = (
            (when_true, when_false) if node.operator is LogicalOperator.OR else (when_false, when_true)
        )
    value = check(context, node.value, target.type)
    found = value.type
    value = assign(context, value, target.type)
    flow.assign(target.reference, target.type, found)
    flow.state = join(kept_state, flow.state)
    if has_invalid(value.type):
        return typed.Invalid(node.span, INVALID)
    store = target.write(value)
    kept = operators.kept(name, node.operator)
    type_ = common_type(context, (kept, typed.OldValue(value.span, found)))
    stored = _stored(store, found, type_)
    if test is None:
        result: typed.Expression = typed.IfPresent(node.span, type_, read, name, convert(kept, type_), stored)
        if is_nullish(read.type):
            result = stored
    else:
        both = (convert(kept, type_), stored)
        then, otherwise = both if node.operator is LogicalOperator.OR else (both[1], both[0])
        result = typed.Let(node.span, type_, read, name, typed.Choose(node.span, type_, test, then, otherwise))
    return _bound(target.bound, result)


def _element_computed_once(context: Context, span: Span, element: tuple[typed.Expression, typed.Expression]) -> Target:
    """An element of an array as a target whose array and index are bound."""
    from plait.frontend.check.library import check_element
    from plait.frontend.check.targets import Target

    array, index = (typed.OldValue(part.span, part.type) for part in element)
    read = check_element(context, span, array, index)

    def write(value: typed.Expression) -> typed.Expression:
        return typed.StoreElement(span, value.type, array, index, value)

    return Target(read.type, read, write, None, ((element[0], array), (element[1], index)))


def _as_found(store: typed.Expression, found: Type) -> typed.Expression:
    """The value of an assignment to a union has the type of the value alone."""
    if isinstance(store.type, UnionOf) and not is_nullish(found) and found != store.type and found is not INVALID:
        return typed.Convert(store.span, found, store)
    return store


def _stored(store: typed.Expression, found: Type, wanted: Type) -> typed.Expression:
    """The value of an assignment, as the type of the value before the assignment made it wider."""
    return store if store.type == wanted else typed.Convert(store.span, wanted, store)


def _checked(value: typed.Expression, result: typed.Expression) -> typed.Expression:
    return typed.Invalid(result.span, INVALID) if has_invalid(value.type) else result


def _bound(bound: tuple[tuple[typed.Expression, typed.OldValue], ...], result: typed.Expression) -> typed.Expression:
    for value, name in reversed(bound):
        result = typed.Let(result.span, result.type, value, name, result)
    return result
