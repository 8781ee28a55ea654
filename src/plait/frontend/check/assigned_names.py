"""Which variables and properties a part of the program assigns, by name."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from plait.frontend import syntax
from plait.source import Span


def assigned_names(part: object) -> frozenset[str]:
    """The names of all that is assigned in a part of the syntax tree."""
    names: set[str] = set()
    pending: list[object] = [part]
    while pending:
        node = pending.pop()
        match node:
            case tuple():
                pending.extend(node)
                continue
            case _:
                names.update(name for name, _ in targets_of(node))
        if is_dataclass(node) and not isinstance(node, Span):
            pending.extend(getattr(node, item.name) for item in fields(node))
    return frozenset(names)


def names_assigned_in_functions(program: object) -> frozenset[str]:
    """The names of all that functions and methods assign, anywhere in the program."""
    names: set[str] = set()
    pending: list[object] = [program]
    while pending:
        node = pending.pop()
        if isinstance(node, tuple):
            pending.extend(node)
        elif isinstance(node, syntax.FunctionDeclaration | syntax.FunctionExpression | syntax.MethodDeclaration):
            names |= assigned_names(node)
        elif is_dataclass(node) and not isinstance(node, Span):
            pending.extend(getattr(node, item.name) for item in fields(node))
    return frozenset(names)


def targets_of(node: object) -> list[tuple[str, Span]]:
    """What a node assigns itself: the names of variables and properties, and where they stand."""
    match node:
        case syntax.Assign(target=target) | syntax.Update(target=target) | syntax.AssignIf(target=target):
            return _target(target)
        case syntax.AssignParts(targets=targets):
            return [found for target in targets if target is not None for found in _target(target)]
        case _:
            return []


def _target(target: syntax.Expression) -> list[tuple[str, Span]]:
    match target:
        case syntax.Name(name=name) | syntax.Member(name=name):
            return [(name, target.span)]
        case syntax.NonNull(operand=operand) | syntax.As(operand=operand):
            return _target(operand)
        case _:
            return []
