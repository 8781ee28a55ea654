"""What is assigned: variables, properties, elements, patterns of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.names import refuse_bound
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule


def _check_target(faults: Faults, target: Any) -> None:
    """Report what cannot be assigned, also in the parts of a pattern."""
    pending = [target]
    while pending:
        part = pending.pop()
        match part:
            case syntax.NonNull() | syntax.As() | syntax.Satisfies():
                pending.append(part.expression)
            case syntax.Identifier():
                refuse_bound(faults, part)
            case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
                pending += [element.target for element in elements if element is not None]
            case syntax.PropertyAccess() | syntax.ElementAccess() | syntax.ErrorExpression():
                pass
            case _:
                hint = "only a variable, a property, an element or a pattern can be assigned"
                faults.report(part, "this cannot be assigned", hint, Code.ASSIGNMENT_TARGET)


def _assignment(faults: Faults, node: syntax.Assignment, place: Place) -> None:
    del place
    _check_target(faults, node.target)


def _update(faults: Faults, node: syntax.Update, place: Place) -> None:
    del place
    _check_target(faults, node.operand)


def _loop(faults: Faults, node: syntax.ForIn | syntax.ForOf, place: Place) -> None:
    del place
    if not isinstance(node.variable, syntax.VariableStatement):
        _check_target(faults, node.variable)


RULES: Final[Mapping[type, Rule]] = {
    syntax.Assignment: _assignment,
    syntax.Update: _update,
    syntax.ForIn: _loop,
    syntax.ForOf: _loop,
}
