"""Words that are no names, and names that cannot be declared or assigned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.bindings import names_in, parameter_names
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule
from plait.frontend.words import words

RESERVED: Final = words(
    "break case catch class const continue debugger default delete do else enum export extends false finally for "
    "function if import in instanceof new null return super switch this throw true try typeof var void while with "
    "implements interface let package private protected public static yield"
)
"""ECMA-262, 12.7.2, with the words that are reserved in strict code, which all code is."""

_NEVER_BOUND: Final = words("eval arguments")


def _identifier(faults: Faults, node: syntax.Identifier, place: Place) -> None:
    name = node.name
    if name in RESERVED or (name == "await" and place.function.reserves_await):
        faults.report(node, f"`{name}` cannot be used as a name", "choose another name", Code.RESERVED_NAME)
    elif name == "arguments" and place.function.forbids_arguments:
        where = place.function.forbids_arguments
        faults.report(node, f"`arguments` means nothing in {where}", "pass what is needed on", Code.RESERVED_NAME)


def refuse_bound(faults: Faults, name: syntax.Identifier) -> None:
    """Report a name that can be neither declared nor assigned."""
    if name.name in _NEVER_BOUND:
        message = f"`{name.name}` can be neither declared nor assigned"
        faults.report(name, message, "choose another name", Code.RESERVED_NAME)


def _function(faults: Faults, node: syntax.Function, place: Place) -> None:
    del place
    if node.body is None:
        return
    if isinstance(node.name, syntax.Identifier) and node.kind in _NAMED_BY_VARIABLE:
        refuse_bound(faults, node.name)
    for name in parameter_names(node):
        refuse_bound(faults, name)


_NAMED_BY_VARIABLE: Final = frozenset({syntax.FunctionKind.DECLARATION, syntax.FunctionKind.EXPRESSION})


def _declarator(faults: Faults, node: syntax.VariableDeclarator, place: Place) -> None:
    del place
    for name in names_in(node.target):
        refuse_bound(faults, name)


def _catch(faults: Faults, node: syntax.CatchClause, place: Place) -> None:
    del place
    for name in names_in(node.target):
        refuse_bound(faults, name)


def _class(faults: Faults, node: syntax.Class, place: Place) -> None:
    del place
    if node.name is not None:
        refuse_bound(faults, node.name)


def _import(faults: Faults, node: syntax.ImportSpecifier, place: Place) -> None:
    del place
    refuse_bound(faults, node.local)


RULES: Final[Mapping[type, Rule]] = {
    syntax.Identifier: _identifier,
    syntax.Function: _function,
    syntax.VariableDeclarator: _declarator,
    syntax.CatchClause: _catch,
    syntax.Class: _class,
    syntax.ImportSpecifier: _import,
}
