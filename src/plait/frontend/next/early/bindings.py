"""The names that targets declare or assign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plait.frontend.next import syntax


def names_in(target: Any) -> Iterator[syntax.Identifier]:
    """The names that a declared target has, in the order of the text."""
    match target:
        case syntax.Identifier():
            yield target
        case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
            for element in elements:
                if element is not None:
                    yield from names_in(element.target)
        case _:
            pass


def parameter_names(function: syntax.Function) -> list[syntax.Identifier]:
    """The names that the parameters of a function declare."""
    return [name for parameter in function.parameters for name in names_in(parameter.target)]


def is_function_with_body(node: Any) -> bool:
    """Whether a statement declares a function, and is no signature of one."""
    return isinstance(node, syntax.FunctionDeclaration) and node.function.body is not None


def is_escaped(text: str) -> bool:
    """Whether a name is written with an escape sequence."""
    return "\\" in text


def is_computed(text: str, name: Any) -> bool:
    """Whether the name of a property is written in brackets; one that is a literal there stands for itself."""
    return isinstance(name, syntax.ComputedName) or text[name.start] == "["
