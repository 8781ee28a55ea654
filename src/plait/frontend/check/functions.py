"""Functions as values: function expressions, names of functions, and what their parameters are."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, FunctionSymbol
from plait.frontend.check.types import INVALID, FunctionOf, Type, has_invalid, members_of


def check_function(
    context: Context, node: syntax.FunctionExpression, wanted: Type | None, infers_result: bool = False
) -> typed.Expression:
    """A function expression. The function type that is wanted gives the types that are not written."""
    guide = next((member for member in members_of(wanted) if isinstance(member, FunctionOf)), None) if wanted else None
    declaration = node.function if guide is None else _padded(node.function, guide)
    symbol = context.program.new_expression(context, declaration, guide, infers_result)
    return function_value(context, node, symbol)


def _padded(declaration: syntax.FunctionDeclaration, guide: FunctionOf) -> syntax.FunctionDeclaration:
    """The function with all parameters of the type that is wanted: it may leave out those at the end."""
    parameters = declaration.parameters
    missing = range(len(parameters), len(guide.parameters))
    if guide.rest is not None or not missing or any(parameter.is_rest for parameter in parameters):
        return declaration
    span = declaration.span
    unused = (syntax.Parameter(syntax.Identifier(span, f"(unused {number})"), None) for number in missing)
    return replace(declaration, parameters=(*parameters, *unused))


def function_value(context: Context, node: syntax.Expression, symbol: FunctionSymbol) -> typed.Expression:
    """A function as a value."""
    type_ = context.program.function_type(symbol)
    context.program.note_call(context.function.index, symbol.index, node.span)
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    return typed.Closure(node.span, type_, symbol.index)
