"""Names that are declared twice: variables of blocks against `var`, functions in blocks, parameters, exports.

Binding knows which declarations share a name by TypeScript's rules, where they stand in one block. Here are the rules
of ECMA-262 beyond that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.bindings import names_in
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import BlockNames, Place
from plait.frontend.next.early.rules import Rule


def _twice(faults: Faults, name: syntax.Identifier) -> None:
    message = f"`{name.name}` is declared twice in one scope"
    faults.report(name, message, "give one of them another name", Code.DUPLICATE_NAME)


def _lexical(faults: Faults, block: BlockNames, name: syntax.Identifier) -> None:
    """A name of the block alone."""
    if name.name in block.lexical or name.name in block.variables or name.name in block.heads:
        _twice(faults, name)
    block.lexical.add(name.name)


def _variable(faults: Faults, block: BlockNames, name: syntax.Identifier) -> None:
    """A name of the function, seen in all blocks up to its body."""
    current: BlockNames | None = block
    while current is not None and name.name not in current.variables:
        if name.name in current.lexical or name.name in current.patterns:
            _twice(faults, name)
            return
        current.variables.add(name.name)
        current = None if current.is_function else current.around


def _variables(faults: Faults, node: syntax.VariableStatement, place: Place) -> None:
    for declarator in node.declarators:
        for name in names_in(declarator.target):
            if node.kind == "var":
                _variable(faults, place.block, name)
            else:
                _lexical(faults, place.block, name)


def _function(faults: Faults, node: syntax.FunctionDeclaration, place: Place) -> None:
    name = node.function.name
    if node.function.body is None or not isinstance(name, syntax.Identifier):
        return
    block = place.block
    if not block.is_function:
        _lexical(faults, block, name)
        return
    if name.name in block.lexical or (block.is_module and name.name in block.variables):
        _twice(faults, name)
    block.variables.add(name.name)


def _class(faults: Faults, node: syntax.ClassDeclaration, place: Place) -> None:
    if node.declaration.name is not None:
        _lexical(faults, place.block, node.declaration.name)


def _module(faults: Faults, node: syntax.Module, place: Place) -> None:
    """The names that a file exports."""
    del place
    seen: set[str] = set()
    for statement in node.statements:
        for name, at in _exported(statement):
            if name in seen:
                faults.report(at, f"`{name}` is exported twice", "leave one of them out", Code.DUPLICATE_NAME)
            seen.add(name)


def _exported(statement: Any) -> list[tuple[str, syntax.Node]]:
    """What a statement exports, types left out."""
    match statement:
        case syntax.ExportNames(specifiers=specifiers, is_type=False):
            return [(specifier.exported, specifier) for specifier in specifiers if not specifier.is_type]
        case syntax.ExportAll(name=str() as name, is_type=False):
            return [(name, statement)]
        case syntax.ExportDefault(is_assignment=False):
            return [("default", statement)]
        case syntax.ExportDeclaration(statement=inner, is_default=is_default):
            return [("default" if is_default else name.name, name) for name in _declared(inner)]
        case _:
            return []


def _declared(statement: Any) -> list[Any]:
    """The names of values that a statement declares, or the statement itself if it has no name."""
    match statement:
        case syntax.VariableStatement(declarators=declarators):
            return [name for declarator in declarators for name in names_in(declarator.target)]
        case syntax.FunctionDeclaration(function=function) if function.body is not None:
            return [function.name or statement]
        case syntax.ClassDeclaration(declaration=declaration):
            return [declaration.name or statement]
        case _:
            return []


RULES: Final[Mapping[type, Rule]] = {
    syntax.VariableStatement: _variables,
    syntax.FunctionDeclaration: _function,
    syntax.ClassDeclaration: _class,
    syntax.Module: _module,
}
