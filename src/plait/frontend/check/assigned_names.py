"""Which variables and properties a part of the program assigns, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plait.frontend import syntax
from plait.frontend.compilation import current, spend
from plait.frontend.syntax.parts import parts_of
from plait.source import Span

_ASKED_FOR: Final = (
    syntax.While
    | syntax.DoWhile
    | syntax.For
    | syntax.ForOf
    | syntax.Block
    | syntax.FunctionDeclaration
    | syntax.FunctionExpression
    | syntax.MethodDeclaration
)
"""Parts of which the names are kept: those that are asked for one inside of the other."""


def assigned_names(part: object) -> frozenset[str]:
    """The names of all that is assigned in a part of the syntax tree."""
    answers = current().answers
    stack: list[tuple[object, set[str], list[object]]] = [(part, set(), [part])]
    while True:
        owner, names, pending = stack[-1]
        if not pending:
            found = answers[_Key(owner)] = frozenset(names)
            spend(1 + len(found) // 8)
            stack.pop()
            if not stack:
                return found
            stack[-1][1].update(found)
            continue
        node = pending.pop()
        if node is not owner and isinstance(node, _ASKED_FOR):
            known = answers.get(_Key(node))
            if isinstance(known, frozenset):
                names.update(known)
            else:
                stack.append((node, set(), [node]))
            continue
        names.update(name for name, _ in targets_of(node))
        pending.extend(parts_of(node))


@dataclass(frozen=True, slots=True)
class _Key:
    """Under what the names of a part are kept."""

    part: object


def names_assigned_in_functions(program: object) -> frozenset[str]:
    """The names of all that functions and methods assign, anywhere in the program."""
    names: set[str] = set()
    pending: list[object] = [program]
    while pending:
        node = pending.pop()
        if isinstance(node, syntax.FunctionDeclaration | syntax.FunctionExpression | syntax.MethodDeclaration):
            names |= assigned_names(node)
        else:
            pending.extend(parts_of(node))
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
