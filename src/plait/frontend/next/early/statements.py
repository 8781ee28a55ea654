"""Statements: what stands where one statement stands, labels, heads of loops, variables without values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule


def _single(faults: Faults, node: Any) -> None:
    """Report a declaration where one statement stands."""
    inner = node
    while isinstance(inner, syntax.Labeled):
        inner = inner.body
    is_declaration = isinstance(inner, syntax.FunctionDeclaration | syntax.ClassDeclaration) or (
        isinstance(inner, syntax.VariableStatement) and inner.kind != "var"
    )
    if is_declaration:
        faults.report(inner, "a declaration cannot stand here alone", "put braces around it")


def _body(faults: Faults, node: Any, place: Place) -> None:
    del place
    _single(faults, node.body)


def _if(faults: Faults, node: syntax.If, place: Place) -> None:
    del place
    _single(faults, node.then)
    if node.otherwise is not None:
        _single(faults, node.otherwise)


def _labeled(faults: Faults, node: syntax.Labeled, place: Place) -> None:
    if node.label.name in place.labels:
        message = f"the label `{node.label.name}` is there already"
        faults.report(node.label, message, "choose another name", Code.JUMP_TARGET)
    _single(faults, node.body)


def _loop(faults: Faults, node: syntax.ForIn | syntax.ForOf, place: Place) -> None:
    _body(faults, node, place)
    declared = node.variable
    if not isinstance(declared, syntax.VariableStatement):
        return
    if len(declared.declarators) != 1:
        faults.report(declared, "a loop over values declares one variable")
    for declarator in declared.declarators:
        if declarator.value is not None:
            faults.report(declarator.value, "the variable of a loop over values has no value of its own")
    if isinstance(node, syntax.ForIn) and declared.kind.endswith("using"):
        faults.report(declared, "`using` cannot stand in a `for` over keys", "declare it in the body")


def _variables(faults: Faults, node: syntax.VariableStatement, place: Place) -> None:
    """Report variables that must have a value and have none."""
    if place.is_loop_head:
        return
    for declarator in node.declarators:
        is_pattern = not isinstance(declarator.target, syntax.Identifier)
        if node.kind.endswith("using") and is_pattern:
            faults.report(declarator.target, "`using` declares variables, no patterns", "declare a variable")
        if declarator.value is not None:
            continue
        if is_pattern:
            message, hint = "a pattern needs a value to take apart", "write `= value`"
        elif node.kind in ("let", "var"):
            continue
        else:
            message, hint = f"a `{node.kind}` needs a value", "give it one, or declare it with `let`"
        faults.report(declarator, message, hint, Code.CONST_WITHOUT_VALUE)


RULES: Final[Mapping[type, Rule]] = {
    syntax.If: _if,
    syntax.While: _body,
    syntax.DoWhile: _body,
    syntax.With: _body,
    syntax.For: _body,
    syntax.ForIn: _loop,
    syntax.ForOf: _loop,
    syntax.Labeled: _labeled,
    syntax.VariableStatement: _variables,
}
