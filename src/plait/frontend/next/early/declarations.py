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
from plait.frontend.next.early.place import BlockNames, FunctionNames, Place
from plait.frontend.next.early.rules import Rule


def _twice(faults: Faults, name: syntax.Identifier) -> None:
    message = f"`{name.name}` is declared twice in one scope"
    faults.report(name, message, "give one of them another name", Code.DUPLICATE_NAME)


def _lexical(faults: Faults, block: BlockNames, name: syntax.Identifier) -> None:
    """A name of the block alone."""
    if name.name in block.lexical or name.name in block.functions or name.name in block.heads:
        _twice(faults, name)
    block.lexical.add(name.name)
    block.function.lexical.setdefault(name.name, []).append((block.start, block.end))


def _variables(faults: Faults, node: syntax.VariableStatement, place: Place) -> None:
    block = place.block
    for declarator in node.declarators:
        for name in names_in(declarator.target):
            if node.kind == "var":
                block.function.variables.setdefault(name.name, []).append(name)
            else:
                _lexical(faults, block, name)


def check_variables(faults: Faults, names: FunctionNames) -> None:
    """Report each `var` of a function, and of those inside of it, in a block that has declared its name as well."""
    pending = [names]
    while pending:
        current = pending.pop()
        pending += current.inner
        for name, declared in current.variables.items():
            if name in current.lexical:
                _check_variable(faults, declared, current.lexical[name])


def _check_variable(faults: Faults, declared: list[syntax.Identifier], blocks: list[tuple[int, int]]) -> None:
    """Of two blocks one is inside the other, or they have nothing in common."""
    open_ends: list[int] = []
    following = sorted(blocks, reverse=True)
    for name in sorted(declared, key=lambda name: name.start):
        while following and following[-1][0] <= name.start:
            start, end = following.pop()
            while open_ends and open_ends[-1] <= start:
                open_ends.pop()
            open_ends.append(end)
        while open_ends and open_ends[-1] <= name.start:
            open_ends.pop()
        if open_ends:
            _twice(faults, name)


def _function(faults: Faults, node: syntax.FunctionDeclaration, place: Place) -> None:
    name = node.function.name
    if node.function.body is None or not isinstance(name, syntax.Identifier):
        return
    block = place.block
    if block.is_module or not block.is_function:
        _lexical(faults, block, name)
        return
    if name.name in block.lexical:
        _twice(faults, name)
    block.functions.add(name.name)


def _class(faults: Faults, node: syntax.ClassDeclaration, place: Place) -> None:
    if node.declaration.name is not None:
        _lexical(faults, place.block, node.declaration.name)


def _catch(faults: Faults, node: syntax.CatchClause, place: Place) -> None:
    """The names of a pattern of a `catch` are not declared by `var` in it; a name alone may be."""
    del faults
    if not isinstance(node.target, syntax.Identifier):
        for name in names_in(node.target):
            place.block.function.lexical.setdefault(name.name, []).append((node.start, node.end))


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
    syntax.CatchClause: _catch,
    syntax.Module: _module,
}
