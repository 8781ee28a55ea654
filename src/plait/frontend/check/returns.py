"""The `return` statements of a function."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from plait.frontend import syntax
from plait.source import Span


def returns(part: object) -> Iterator[syntax.Return]:
    """The `return` statements in a part of a function, those of functions inside left out."""
    pending: list[object] = [part]
    while pending:
        node = pending.pop()
        match node:
            case tuple():
                pending.extend(node)
            case syntax.FunctionDeclaration() | syntax.FunctionExpression() | syntax.PropertyMethod() | Span():
                pass
            case _ if is_dataclass(node):
                if isinstance(node, syntax.Return):
                    yield node
                pending.extend(getattr(node, item.name) for item in fields(node))
            case _:
                pass
