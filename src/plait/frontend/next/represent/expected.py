"""Which functions calls probably enter: a guess by names, of which nothing depends but speed.

A method is expected where the type of the object is its class, or one that inherits it, or its name is called and no
other class of the program has a method of that name; a class where its name is called with `new` or extended; a
function where the name that declares it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.represent.units import UnitTable, Variable

BUILT_IN: Final = ("Array", "DataView")
"""Classes of the library of whose methods some calls are done where they stand."""

MAX_BASES: Final = 16
"""How far a method is looked for along the classes that a class extends."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What a call enters: a function, or the constructor of a class that writes none. `name` is what it is called."""

    table: UnitTable
    node: syntax.Function | syntax.Class
    name: str


@dataclass(frozen=True, slots=True)
class ExpectedValues:
    """What expressions probably give: `elements` are those of typed arrays and `DataView`s, with the `Element` of each,
    `classes` those of objects of a class, `texts` are texts.
    """

    elements: Mapping[Any, int]
    classes: Mapping[Any, syntax.Class]
    texts: Set[Any] = frozenset()


@dataclass(frozen=True, slots=True)
class Methods:
    """The methods of a program: those whose names only one class has, the file of each class, and the names of members
    of classes whose objects may be lists or views.
    """

    by_name: Mapping[str, Body] = field(default_factory=dict)
    tables: Mapping[syntax.Class, UnitTable] = field(default_factory=dict)
    of_built_in: frozenset[str] = frozenset()

    def expected(self, class_: syntax.Class | None, name: str) -> Body | None:
        """The method that a call of a name probably enters, of an object of a class if that is known."""
        for _ in range(MAX_BASES):
            table = None if class_ is None else self.tables.get(class_)
            if class_ is None or table is None:
                break
            function = next((function for known, function in methods_of(class_) if known == name), None)
            if function is not None:
                return Body(table, function, name)
            class_ = _base_of(table, class_)
        return self.by_name.get(name)


def find_methods(tables: Iterable[UnitTable]) -> Methods:
    """The methods of the files of a program."""
    classes = {node: table for table in tables for node in table.by_node if isinstance(node, syntax.Class)}
    found: dict[str, Body] = {}
    several: set[str] = set()
    for node, table in classes.items():
        for name, function in methods_of(node):
            if name in found:
                several.add(name)
            found[name] = Body(table, function, name)
    of_built_in = frozenset(
        member.name.name
        for node in classes
        if _may_be_built_in(classes, node)
        for member in node.members
        if isinstance(member, syntax.MethodDeclaration | syntax.PropertyDeclaration)
        and isinstance(member.name, syntax.Identifier)
    )
    return Methods({name: body for name, body in found.items() if name not in several}, classes, of_built_in)


def _may_be_built_in(tables: Mapping[syntax.Class, UnitTable], node: syntax.Class) -> bool:
    """Whether a class may extend one of `BUILT_IN`, at some distance."""
    for _ in range(MAX_BASES):
        table = tables.get(node)
        if node.base is None or table is None:
            return node.base is not None
        base = _base_of(table, node)
        if base is None:
            if not isinstance(node.base, syntax.Identifier) or table.variable_of(node.base) is not None:
                return True
            return node.base.name in BUILT_IN
        node = base
    return True


def methods_of(node: syntax.Class) -> Iterable[tuple[str, syntax.Function]]:
    """The methods of a class that are written, with their names."""
    for member in node.members:
        match member:
            case syntax.MethodDeclaration(name=syntax.Identifier(name=name), function=function) if (
                function.kind is syntax.FunctionKind.METHOD and function.body is not None
            ):
                yield name, function
            case _:
                pass


def _base_of(table: UnitTable, node: syntax.Class) -> syntax.Class | None:
    """The class that a class extends, if a name always means it."""
    variable = table.variable_of(node.base) if isinstance(node.base, syntax.Identifier) else None
    declared = None if variable is None else _declaration(variable)
    return declared if isinstance(declared, syntax.Class) else None


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
