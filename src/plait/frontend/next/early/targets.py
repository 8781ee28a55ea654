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


def check_target(faults: Faults, target: Any) -> None:
    """Report what cannot be assigned, also in the parts of a pattern."""
    while isinstance(target, syntax.NonNull | syntax.As | syntax.Satisfies):
        target = target.expression
    match target:
        case syntax.Identifier():
            refuse_bound(faults, target)
        case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
            for element in elements:
                if element is not None:
                    check_target(faults, element.target)
        case syntax.PropertyAccess() | syntax.ElementAccess() | syntax.ErrorExpression():
            pass
        case _:
            hint = "only a variable, a property, an element or a pattern can be assigned"
            faults.report(target, "this cannot be assigned", hint, Code.ASSIGNMENT_TARGET)


def _assignment(faults: Faults, node: syntax.Assignment, place: Place) -> None:
    del place
    check_target(faults, node.target)


def _update(faults: Faults, node: syntax.Update, place: Place) -> None:
    del place
    check_target(faults, node.operand)


def _loop(faults: Faults, node: syntax.ForIn | syntax.ForOf, place: Place) -> None:
    del place
    if not isinstance(node.variable, syntax.VariableStatement):
        check_target(faults, node.variable)


RULES: Final[Mapping[type, Rule]] = {
    syntax.Assignment: _assignment,
    syntax.Update: _update,
    syntax.ForIn: _loop,
    syntax.ForOf: _loop,
}
