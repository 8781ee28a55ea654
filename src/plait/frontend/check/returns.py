"""What is somewhere in a function as it is written: its `return` statements, its `this`."""

from __future__ import annotations

from collections.abc import Iterator

from plait.frontend import syntax
from plait.frontend.syntax.parts import parts_of


def returns(part: object) -> Iterator[syntax.Return]:
    """The `return` statements in a part of a function, those of functions inside left out."""
    pending: list[object] = [part]
    while pending:
        node = pending.pop()
        match node:
            case syntax.FunctionDeclaration() | syntax.FunctionExpression() | syntax.PropertyMethod():
                pass
            case _:
                if isinstance(node, syntax.Return):
                    yield node
                pending.extend(parts_of(node))


def has_this(part: object) -> bool:
    """Whether a part of a function uses its `this`: arrow functions inside have the same, other functions do not."""
    pending: list[object] = [part]
    while pending:
        node = pending.pop()
        match node:
            case syntax.This():
                return True
            case syntax.FunctionDeclaration(is_arrow=False) | syntax.PropertyMethod() | syntax.ClassDeclaration():
                pass
            case _:
                pending.extend(parts_of(node))
    return False
