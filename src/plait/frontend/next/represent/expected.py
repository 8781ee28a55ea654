"""Which functions calls probably enter: a guess by names, of which nothing depends but speed.

A method is expected where its name is called if no other class of the program has a method of that name; a class where
its name is called with `new` or extended; a function where the name that declares it is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.represent.units import UnitTable, Variable


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What a call enters: a function, or the constructor of a class that writes none. `name` is what it is called."""

    table: UnitTable
    node: syntax.Function | syntax.Class
    name: str


def methods_by_name(tables: Iterable[UnitTable]) -> dict[str, Body]:
    """The methods whose names only one class has."""
    found: dict[str, Body] = {}
    several: set[str] = set()
    for table in tables:
        classes = [node for node in table.by_node if isinstance(node, syntax.Class)]
        for member in (member for node in classes for member in node.members):
            match member:
                case syntax.MethodDeclaration(name=syntax.Identifier(name=name), function=function) if (
                    function.kind is syntax.FunctionKind.METHOD and function.body is not None
                ):
                    if name in found:
                        several.add(name)
                    found[name] = Body(table, function, name)
                case _:
                    pass
    return {name: body for name, body in found.items() if name not in several}


def expected_function(table: UnitTable, variable: Variable) -> Body | None:
    """The function that a variable, which is declared in a file, always is; None if it may be several or none."""
    match _declaration(variable):
        case syntax.Function(body=body) as function if body is not None:
            return Body(table, function, variable.name)
        case syntax.VariableDeclarator(value=syntax.FunctionExpression(function=function)) if function.name is None:
            return Body(table, function, variable.name)
        case _:
            return None


def expected_constructor(table: UnitTable, variable: Variable) -> Body | None:
    """The constructor of the class that a variable, which is declared in a file, always is; None if it is none."""
    match _declaration(variable):
        case syntax.Class() as node:
            return Body(table, constructor_of(node) or node, variable.name)
        case _:
            return None


def constructor_of(node: syntax.Class) -> syntax.Function | None:
    """The constructor that a class writes."""
    for member in node.members:
        if isinstance(member, syntax.MethodDeclaration):
            function = member.function
            if function.kind is syntax.FunctionKind.CONSTRUCTOR and function.body is not None:
                return function
    return None


def _declaration(variable: Variable) -> Any:
    """What declares a variable that never gets another value."""
    symbol = variable.symbol
    if symbol is None or not variable.is_constant or symbol.flags & SymbolFlags.NAMESPACE:
        return None
    written = [item for item in symbol.declarations if not _is_type(item)]
    return written[0] if len(written) == 1 else None


def _is_type(declaration: Any) -> bool:
    """Whether a declaration says nothing but a type: an interface, or an overload of a function."""
    is_overload = isinstance(declaration, syntax.Function) and declaration.body is None
    return is_overload or isinstance(declaration, syntax.InterfaceDeclaration)
