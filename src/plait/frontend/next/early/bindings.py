"""The names that targets declare or assign."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax


def names_in(target: Any) -> list[syntax.Identifier]:
    """The names that a declared target has, in the order of the text."""
    found: list[syntax.Identifier] = []
    pending = [target]
    while pending:
        part = pending.pop()
        match part:
            case syntax.Identifier():
                found.append(part)
            case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
                pending += [element.target for element in reversed(elements) if element is not None]
            case _:
                pass
    return found


def parameter_names(function: syntax.Function) -> list[syntax.Identifier]:
    """The names that the parameters of a function declare."""
    return [name for parameter in function.parameters for name in names_in(parameter.target)]


def is_computed(text: str, name: Any) -> bool:
    """Whether the name of a property is written in brackets; one that is a literal there stands for itself."""
    return isinstance(name, syntax.ComputedName) or text[name.start] == "["
