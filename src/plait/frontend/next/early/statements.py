"""Statements: what stands where one statement stands, labels, heads of loops, variables without values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule

_DECLARATION: Final = re.compile(r"(?:async[ \t]+)?function\b|class\b")

MODULE_ITEMS: Final = (
    syntax.Import | syntax.ExportDeclaration | syntax.ExportNames | syntax.ExportAll | syntax.ExportDefault
)
"""Statements that make a file a module."""


def _single(faults: Faults, node: Any) -> None:
    """Report a declaration where one statement stands."""
    inner = node
    while isinstance(inner, syntax.Labeled):
        inner = inner.body
    is_declaration = isinstance(inner, syntax.FunctionDeclaration | syntax.ClassDeclaration | MODULE_ITEMS) or (
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
    if isinstance(node, syntax.ForOf):
        _check_of(faults, node)
    if not isinstance(declared, syntax.VariableStatement):
        return
    if len(declared.declarators) != 1:
        faults.report(declared, "a loop over values declares one variable")
    for declarator in declared.declarators:
        if declarator.value is not None:
            faults.report(declarator.value, "the variable of a loop over values has no value of its own")
    if isinstance(node, syntax.ForIn) and declared.kind.endswith("using"):
        faults.report(declared, "`using` cannot stand in a `for` over keys", "declare it in the body")


def _check_of(faults: Faults, node: syntax.ForOf) -> None:
    if isinstance(node.iterable, syntax.Sequence) and not faults.is_in_brackets(node.iterable):
        faults.report(node.iterable, "a loop goes over one value", "leave the others out")
    target = node.variable
    is_plain = isinstance(target, syntax.Identifier) and faults.next_character(target.end) != ")"
    if not node.is_await and is_plain and faults.text(target) == "async":
        faults.report(target, "`async` cannot stand here", "choose another name")


def _switch(faults: Faults, node: syntax.Switch, place: Place) -> None:
    del place
    for case in [case for case in node.cases if case.test is None][1:]:
        faults.report(case, "a `switch` has one `default`", "leave one of them out")


def _expression(faults: Faults, node: syntax.ExpressionStatement, place: Place) -> None:
    """An expression cannot begin like a declaration or a block."""
    del place
    inner = node.expression
    is_pattern = isinstance(inner, syntax.Assignment) and isinstance(inner.target, syntax.ObjectPattern)
    is_block = is_pattern and faults.file.text[node.start] == "{"
    if is_block or _DECLARATION.match(faults.file.text, node.start):
        faults.report(node, "a statement cannot begin like this", "put parentheses around the expression")


def _export_default(faults: Faults, node: syntax.ExportDefault | syntax.ExportDeclaration, place: Place) -> None:
    _module_item(faults, node, place)
    if isinstance(node, syntax.ExportDeclaration):
        inner = node.statement
        if isinstance(inner, syntax.VariableStatement):
            if node.is_default:
                faults.report(inner, "variables are no default export", "export a value, or the names")
            elif inner.kind.endswith("using"):
                faults.report(inner, f"`{inner.kind}` declares nothing that can be exported", "declare it with `const`")
    elif not node.is_assignment and _DECLARATION.match(faults.file.text, node.expression.start):
        faults.report(node.expression, "a default export cannot begin like this", "put parentheses around it")


def _module_item(faults: Faults, node: Any, place: Place) -> None:
    if not place.block.holds_exports:
        faults.report(node, "imports and exports stand at the top level", "move it there")


def _export_names(faults: Faults, node: syntax.ExportNames, place: Place) -> None:
    _module_item(faults, node, place)
    for specifier in node.specifiers:
        if node.module is None and isinstance(specifier.local, syntax.LiteralName):
            faults.report(specifier.local, "what is exported is a name", "write a name, `as` the string")


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
    syntax.Switch: _switch,
    syntax.ExpressionStatement: _expression,
    syntax.ExportDefault: _export_default,
    syntax.ExportDeclaration: _export_default,
    syntax.ExportNames: _export_names,
    syntax.ExportAll: _module_item,
    syntax.Import: _module_item,
}
