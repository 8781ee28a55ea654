"""Calls of function values, and what they probably enter."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.expected import expected_constructor, expected_function
from plait.frontend.next.represent.held import GENERAL
from plait.frontend.next.represent.units import UnitTable, Variable


def enter(code: Code, node: syntax.Node, count: int, expected: int | None) -> None:
    """Write the call of the function value on top, which is probably one of the expected function, with `this` and so
    many arguments below it.
    """
    code.at(node)
    if expected is None:
        code.emit("CALL_GENERAL", count)
    else:
        code.emit("CALL_GENERAL_EXPECTED", expected, count)


def enter_with_all(code: Code, node: syntax.Node, expected: int | None) -> None:
    """The same with all that the general signature takes above the function value."""
    code.at(node)
    if expected is None:
        code.emit("CALL_CLOSURE", len(GENERAL.parameters))
    else:
        code.emit("CALL_EXPECTED", expected, len(GENERAL.parameters))


def expected_callee(code: Code, callee: Any) -> int | None:
    """The function that a call of an expression probably enters."""
    if code.is_library or not code.reachable:
        return None
    match callee:
        case syntax.PropertyAccess(object=object_, name=syntax.Identifier(name=name)) if not isinstance(
            object_, syntax.Super
        ):
            class_ = code.program.expected.classes.get(object_)
            return code.program.expected_body(code.program.methods.expected(class_, name))
        case syntax.Identifier():
            declared = _declared(code, callee)
            return None if declared is None else code.program.expected_body(expected_function(*declared))
        case _:
            return None


def expected_class(code: Code, callee: Any) -> int | None:
    """The constructor that `new` of an expression probably enters, or `super(...)` of a class that extends it."""
    if code.is_library or not code.reachable or not isinstance(callee, syntax.Identifier):
        return None
    declared = _declared(code, callee)
    return None if declared is None else code.program.expected_body(expected_constructor(*declared))


def _declared(code: Code, name: syntax.Identifier) -> tuple[UnitTable, Variable] | None:
    """The variable of a name, and the file that declares it; None for the library's."""
    variable = code.table.variable_of(name)
    table = None if variable is None else code.program.file_of(variable.owner)
    return None if variable is None or table is None else (table, variable)
