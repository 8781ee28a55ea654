"""Functions of the library as values: `map(String)`, `const f = Math.floor`."""

from __future__ import annotations

from typing import Final

from plait.frontend import syntax
from plait.frontend.check import mathematics, numbers
from plait.frontend.check.context import Context
from plait.frontend.check.types import FunctionOf, Type, members_of
from plait.source import Span

CONVERSIONS: Final = ("String", "Number", "Boolean")
"""Functions that make something of any value."""

CONSOLE: Final = {"log": False, "info": False, "debug": False, "error": True, "warn": True}
"""The functions of the console that write a line, and whether to standard error."""


def library_function_value(
    context: Context, node: syntax.Expression, wanted: Type | None
) -> syntax.FunctionExpression | None:
    """The arrow function that does what the named function of the library does; None if none is named.

    A function that takes anything is one only where the type of its argument is wanted.
    """
    match node:
        case syntax.Name(name=name) if context.scope.find(name) is None:
            owner = "Number"
        case syntax.Member(object=syntax.Name(name=owner), name=name) if context.scope.find(owner) is None:
            pass
        case _:
            return None
    functions = () if wanted is None else members_of(wanted)
    guide = next((member for member in functions if isinstance(member, FunctionOf)), None)
    if isinstance(node, syntax.Name) and name in CONVERSIONS:
        return None if guide is None else _arrow(node, (None,))
    if owner == "console" and name in CONSOLE:
        return None if guide is None else _arrow(node, (None,) * len(guide.parameters))
    if owner == "Number" and (name in numbers.GLOBAL_FUNCTIONS or isinstance(node, syntax.Member)):
        types = numbers.PARAMETERS.get(name)
        return None if types is None else _arrow(node, types)
    count = mathematics.parameter_count(name) if owner == "Math" else None
    return None if count is None else _arrow(node, ("number",) * count)


def _arrow(node: syntax.Expression, types: tuple[str | None, ...]) -> syntax.FunctionExpression:
    """`(a: number) => callee(a)`; a type that ends in `?` makes the parameter optional."""
    span = node.span
    names = [f"(argument {place})" for place in range(len(types))]
    parameters = tuple(_parameter(span, name, type_) for name, type_ in zip(names, types, strict=True))
    call = syntax.Call(span, node, tuple(syntax.Name(span, name) for name in names))
    body = syntax.Block(span, (syntax.Return(span, call),))
    declaration = syntax.FunctionDeclaration(span, syntax.Identifier(span, ""), False, parameters, None, body, True)
    return syntax.FunctionExpression(span, declaration)


def _parameter(span: Span, name: str, type_: str | None) -> syntax.Parameter:
    identifier = syntax.Identifier(span, name)
    if type_ is None:
        return syntax.Parameter(identifier, None)
    written = syntax.NamedType(span, type_.rstrip("?"), ())
    default = syntax.NumberLiteral(span, 0.0) if type_.endswith("?") else None
    return syntax.Parameter(identifier, written, default=default)
