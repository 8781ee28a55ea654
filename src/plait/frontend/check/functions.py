"""Functions as values: function expressions, names of functions, and what their parameters are."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, FunctionSymbol
from plait.frontend.check.types import INVALID, FunctionOf, Type, has_invalid, members_of


def check_function(
    context: Context, node: syntax.FunctionExpression, wanted: Type | None, infers_result: bool = False
) -> typed.Expression:
    """A function expression. The function type that is wanted gives the types that are not written."""
    guide = next((member for member in members_of(wanted) if isinstance(member, FunctionOf)), None) if wanted else None
    symbol = context.program.new_expression(context, node.function, guide, infers_result)
    return function_value(context, node, symbol)


def function_value(context: Context, node: syntax.Expression, symbol: FunctionSymbol) -> typed.Expression:
    """A function as a value."""
    type_ = context.program.function_type(symbol)
    context.program.note_call(context.function.index, symbol.index, node.span)
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    return typed.Closure(node.span, type_, symbol.index)
