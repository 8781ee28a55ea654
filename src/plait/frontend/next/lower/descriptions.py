"""How messages name expressions, as V8 does: by their text, where that is a path."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code


def describe(code: Code, callee: Any) -> str:
    """How a message names what is called."""
    match callee:
        case syntax.Identifier(name=name):
            return name
        case syntax.This():
            return "this"
        case syntax.Super():
            return "(intermediate value)"
        case syntax.PropertyAccess(object=object_, name=name):
            return f"{describe(code, object_)}.{name.name}"
        case syntax.ElementAccess(object=object_, index=syntax.StringLiteral(value=name)):
            return f"{describe(code, object_)}.{name}"
        case syntax.ElementAccess(object=object_, index=syntax.Identifier() | syntax.NumericLiteral()):
            return f"{describe(code, object_)}[{code.table.bound.file.text[callee.index.start : callee.index.end]}]"
        case syntax.ElementAccess(object=object_):
            return f"{describe(code, object_)}[...]"
        case syntax.NumericLiteral() | syntax.StringLiteral() | syntax.BooleanLiteral() | syntax.NullLiteral():
            return code.table.bound.file.text[callee.start : callee.end]
        case syntax.Call(callee=inner):
            return f"{describe(code, inner)}(...)"
        case syntax.OptionalChain(expression=inner) | syntax.NonNull(expression=inner) | syntax.As(expression=inner):
            return describe(code, inner)
        case _:
            return "(intermediate value)"


def describe_iterable(code: Code, node: Any) -> str:
    """How a message names what is iterated over."""
    if isinstance(node, syntax.Call):
        return f"{describe(code, node.callee)} is not a function or its return value"
    return describe(code, node)
