"""Arguments of calls, beside the parameters that take them."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign
from plait.frontend.check.types import INVALID, UNDEFINED, FunctionOf, has_invalid
from plait.frontend.codes import Code
from plait.source import Span


def check_all(context: Context, nodes: tuple[syntax.Expression, ...], check: Check) -> list[typed.Expression]:
    """The arguments, of which nothing is asked."""
    return [context.value(check(context, argument)) for argument in nodes]


def check_arguments(
    context: Context,
    span: Span,
    nodes: tuple[syntax.Expression, ...],
    function: FunctionOf,
    name: str,
    check: Check,
) -> tuple[typed.Expression, ...] | None:
    """The arguments of a call, one for each parameter; None if something is wrong, which is reported."""
    parameters = function.parameters
    values: list[typed.Expression] = []
    for index, argument in enumerate(nodes):
        wanted = parameters[index] if index < len(parameters) else None
        value = context.value(check(context, argument, wanted))
        values.append(value if wanted is None else assign(context, value, wanted))
    if not len(parameters) - function.optional <= len(values) <= len(parameters):
        _wrong_count(context, span, nodes, function, name)
        return None
    nothing = typed.Nothing(span, UNDEFINED)
    values.extend(typed.Convert(span, parameter, nothing) for parameter in parameters[len(values) :])
    return None if any(has_invalid(value.type) for value in values) else tuple(values)


def _wrong_count(
    context: Context, span: Span, nodes: tuple[syntax.Expression, ...], function: FunctionOf, name: str
) -> None:
    most = len(function.parameters)
    least = most - function.optional
    count = f"{most} argument{'s' * (most != 1)}" if least == most else f"{least} to {most} arguments"
    if len(nodes) > most:
        span = Span(span.file, nodes[most].span.start, nodes[-1].span.end)
    context.report(Code.ARGUMENT_COUNT, span, f"`{name}` takes {count}, not {len(nodes)}")


def call_value(context: Context, node: syntax.Call, callee: typed.Expression, check: Check) -> typed.Expression:
    """A call of a function value."""
    check_all(context, node.arguments, check)
    if has_invalid(callee.type):
        return typed.Invalid(node.span, INVALID)
    return context.invalid(Code.NOT_CALLABLE, node.callee.span, f"a value of type {callee.type} is no function")
