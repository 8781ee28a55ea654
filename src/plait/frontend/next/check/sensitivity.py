"""Which expressions have types that depend on what is wanted of them."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax


def is_sensitive(node: Any) -> bool:
    """Whether the type of an expression depends on what is wanted of it: functions with parameters that have no
    types.
    """
    match node:
        case syntax.FunctionExpression(function=function) | syntax.ObjectMethod(function=function):
            return is_sensitive_function(function)
        case syntax.ObjectLiteral(members=members):
            return any(is_sensitive(member) for member in members)
        case syntax.PropertyAssignment(value=value):
            return is_sensitive(value)
        case syntax.ArrayLiteral(elements=elements):
            return any(is_sensitive(element) for element in elements if element is not None)
        case syntax.Conditional(when_true=first, when_false=second):
            return is_sensitive(first) or is_sensitive(second)
        case syntax.Binary(operator="||" | "??", left=left, right=right):
            return is_sensitive(left) or is_sensitive(right)
        case syntax.Satisfies(expression=inner) | syntax.NonNull(expression=inner):
            return is_sensitive(inner)
        case _:
            return False


def is_sensitive_function(function: syntax.Function) -> bool:
    """Whether a function has parameters without types, or returns such a function at once."""
    if function.type_parameters:
        return False
    if any(parameter.type is None for parameter in function.parameters):
        return True
    body = function.body
    return function.result is None and not isinstance(body, syntax.Block) and is_sensitive(body)
