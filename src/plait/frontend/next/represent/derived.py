"""Constructors of derived classes: `this` is there once `super(...)` has given it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, Final, get_args

from plait.frontend.next import syntax

_TYPE_NODES: Final = get_args(syntax.TypeNode)


class ThisState(Enum):
    """How the constructor of a derived class knows whether `this` is there."""

    AFTER_SUPER = auto()
    """`super(...)` is a statement of the body, and nothing before it looks at `this`."""
    CHECKED = auto()
    """Every use looks whether it is there."""
    UNCHECKED = auto()
    """A closure calls `super(...)`: `this` counts as there."""


def this_state(function: syntax.Function) -> ThisState:
    """How a constructor of a derived class is written."""
    calls, is_in_closure = _super_calls(function)
    if is_in_closure:
        return ThisState.UNCHECKED
    body = function.body
    if len(calls) != 1 or not isinstance(body, syntax.Block):
        return ThisState.CHECKED
    before: list[Any] = [*function.parameters, *calls[0].arguments]
    for statement in body.statements:
        if isinstance(statement, syntax.ExpressionStatement) and statement.expression is calls[0]:
            return ThisState.CHECKED if any(map(_looks_at_this, before)) else ThisState.AFTER_SUPER
        before.append(statement)
    return ThisState.CHECKED


def _super_calls(function: syntax.Function) -> tuple[list[syntax.Call], bool]:
    """The calls of `super` in a constructor, and whether one stands in a closure."""
    calls: list[syntax.Call] = []
    is_in_closure = False
    pending: list[tuple[Any, bool]] = [(child, False) for child in syntax.children(function)]
    while pending:
        node, is_inside = pending.pop()
        if isinstance(node, syntax.Call) and isinstance(node.callee, syntax.Super):
            calls.append(node)
            is_in_closure = is_in_closure or is_inside
        if isinstance(node, syntax.Function):
            if node.kind is not syntax.FunctionKind.ARROW:
                continue
            is_inside = True
        if not isinstance(node, (*_TYPE_NODES, syntax.Class)):
            pending.extend((child, is_inside) for child in syntax.children(node))
    return calls, is_in_closure


def _looks_at_this(node: Any) -> bool:
    """Whether `this`, `super` or a jump out of the constructor stands in a part of it."""
    pending = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, syntax.This | syntax.Super | syntax.Return):
            return True
        if isinstance(current, syntax.Function) and current.kind is not syntax.FunctionKind.ARROW:
            continue
        if not isinstance(current, _TYPE_NODES):
            pending.extend(syntax.children(current))
    return False
