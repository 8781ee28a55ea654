"""Statements and declarations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE, SymbolFlags
from plait.frontend.next.check.access import checked_present, target_type
from plait.frontend.next.check.assignability import require
from plait.frontend.next.check.class_checks import check_class, check_interface
from plait.frontend.next.check.functions import check_function, check_returned, return_wanted
from plait.frontend.next.check.iteration import awaited_or_none, iterated
from plait.frontend.next.check.operators import are_comparable
from plait.frontend.next.check.patterns import wanted_by_pattern
from plait.frontend.next.check.references import symbol_of
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import check_truth, defer
from plait.frontend.next.check.written import check_constraints, written_type
from plait.frontend.next.types.display import show
from plait.frontend.next.types.model import ANY_LIKE, NULLISH, PRIMITIVE, F, Type
from plait.frontend.next.types.unions import constituents_of
from plait.frontend.next.types.widening import regular


def check_statements(c: State, statements: tuple[syntax.Statement, ...]) -> None:
    """Statements in their order; functions that are declared among them afterwards, with what is deferred."""
    for statement in statements:
        check_statement(c, statement)


def check_statement(c: State, node: Any) -> None:
    """One statement."""
    checker = _CHECKERS.get(type(node))
    if checker is not None:
        outer = c.current_scope
        c.current_scope = c.scopes.get(node, outer)
        checker(c, node)
        c.current_scope = outer


def _variables(c: State, node: syntax.VariableStatement) -> None:
    for declarator in node.declarators:
        _declarator(c, node, declarator)


def _declarator(c: State, node: syntax.VariableStatement, declarator: syntax.VariableDeclarator) -> None:
    if not isinstance(declarator.target, syntax.Identifier):
        if declarator.value is not None:
            c.check_declarator_pattern(declarator)
        return
    symbol = symbol_of(c, declarator.target)
    if symbol is None:
        return
    declared = c.type_of_symbol(symbol)
    if declarator.type is not None:
        written_type(c, declarator.type)
    if declarator.value is None:
        return
    value = c.initializer_type(declarator)
    if declarator.type is not None and not (declared.flags & F.UNIQUE_SYMBOL and value.flags & F.SYMBOL):
        require(c, value, declared, declarator.value, "value")


def _function(c: State, node: syntax.FunctionDeclaration) -> None:
    defer(c, node.function)


def _class(c: State, node: syntax.ClassDeclaration) -> None:
    check_class(c, node.declaration)


def _interface(c: State, node: syntax.InterfaceDeclaration) -> None:
    check_interface(c, node)


def _alias(c: State, node: syntax.TypeAliasDeclaration) -> None:
    for parameter in node.type_parameters:
        if parameter.constraint is not None:
            written_type(c, parameter.constraint)
    symbol = c.symbols.get(node)
    if symbol is not None:
        c.declared_type(symbol)


def _enum(c: State, node: syntax.EnumDeclaration) -> None:
    symbol = c.symbols.get(node)
    if symbol is not None:
        c.declared_type(symbol)
    needs_value = False
    for member in node.members:
        if member.value is not None:
            c.expression(member.value)
            needs_value = not isinstance(c.constant_value(member.value), float)
        elif needs_value:
            c.report(Code.TYPE_MISMATCH, member, "the member needs a value: the one before it is no number")


def _namespace(c: State, node: syntax.ModuleDeclaration) -> None:
    check_statements(c, node.body)


def _ambient(c: State, node: syntax.Ambient) -> None:
    inner = node.statement
    if isinstance(inner, syntax.VariableStatement):
        for declarator in inner.declarators:
            if declarator.type is not None:
                written_type(c, declarator.type)
        return
    if not isinstance(inner, syntax.FunctionDeclaration | syntax.ClassDeclaration):
        check_statement(c, inner)


def _export(c: State, node: syntax.ExportDeclaration) -> None:
    check_statement(c, node.statement)


def _export_default(c: State, node: syntax.ExportDefault) -> None:
    symbol = c.resolved.get(node.expression) if isinstance(node.expression, syntax.Identifier) else None
    if symbol is None or symbol.flags & (VALUE | SymbolFlags.IMPORT):
        c.expression(node.expression)


def _block(c: State, node: syntax.Block) -> None:
    check_statements(c, node.statements)


def _expression(c: State, node: syntax.ExpressionStatement) -> None:
    c.expression(node.expression)


def _if(c: State, node: syntax.If) -> None:
    type = c.expression(node.condition)
    check_truth(c, type, node.condition)
    if isinstance(node.then, syntax.Empty):
        c.report(Code.SYNTAX, node.then, "an `if` without a statement", "write `{}` if that is meant")
    check_statement(c, node.then)
    if node.otherwise is not None:
        check_statement(c, node.otherwise)


def _while(c: State, node: syntax.While) -> None:
    check_truth(c, c.expression(node.condition), node.condition)
    check_statement(c, node.body)


def _do(c: State, node: syntax.DoWhile) -> None:
    check_statement(c, node.body)
    check_truth(c, c.expression(node.condition), node.condition)


def _for(c: State, node: syntax.For) -> None:
    if isinstance(node.initializer, syntax.VariableStatement):
        _variables(c, node.initializer)
    elif node.initializer is not None:
        c.expression(node.initializer)
    if node.condition is not None:
        check_truth(c, c.expression(node.condition), node.condition)
    if node.increment is not None:
        c.expression(node.increment)
    check_statement(c, node.body)


def _for_in(c: State, node: syntax.ForIn) -> None:
    type = checked_present(c, c.expression(node.object), node.object, False)
    if all(item.flags & (PRIMITIVE & ~F.STRING) for item in constituents_of(type)) and not type.flags & F.NEVER:
        c.report(Code.TYPE_MISMATCH, node.object, f"`for` in goes over an object, not `{show(c.store, type)}`")
    _loop_target(c, node, c.store.string)
    check_statement(c, node.body)


def _loop_target(c: State, node: syntax.ForIn | syntax.ForOf, type: Type) -> None:
    """What the values of a loop go to."""
    target: Any = node.variable
    match target:
        case syntax.VariableStatement():
            _loop_variable(c, target, type)
        case syntax.ObjectPattern() | syntax.ArrayPattern():
            c.check_pattern(target, type, True, node)
        case _:
            require(c, type, target_type(c, target), target, "assignment")


def _loop_variable(c: State, variable: syntax.VariableStatement, type: Type) -> None:
    for declarator in variable.declarators:
        if isinstance(declarator.target, syntax.Identifier):
            symbol = symbol_of(c, declarator.target)
            if symbol is not None:
                c.type_of_symbol(symbol)
            if declarator.type is not None:
                c.report(Code.SYNTAX, declarator, "the variable of a `for` of or in has no written type")
        else:
            c.check_pattern(declarator.target, type, False, declarator)


def _for_of(c: State, node: syntax.ForOf) -> None:
    type = iterated(c, c.expression(node.iterable), node.iterable, node.is_await)
    _loop_target(c, node, type)
    check_statement(c, node.body)


def _return(c: State, node: syntax.Return) -> None:
    function = c.function_stack[-1] if c.function_stack else None
    if function is None:
        if node.expression is not None:
            c.expression(node.expression)
        return
    result = None if function.result is None else written_type(c, function.result)
    if node.expression is None:
        if result is not None and function.kind is not syntax.FunctionKind.CONSTRUCTOR and not function.is_generator:
            known = awaited_or_none(c, result) if function.is_async else result
            if known is not None and not any(
                item.flags & (F.VOID | F.UNDEFINED | ANY_LIKE | F.UNKNOWN) for item in constituents_of(known)
            ):
                c.report(Code.MISSING_RETURN, node, f"the function returns `{show(c.store, result)}`", "return a value")
        return
    if function.kind is syntax.FunctionKind.SETTER:
        c.report(Code.SYNTAX, node, "a setter returns nothing")
    type = c.expression(node.expression, return_wanted(c, function))
    if result is not None:
        check_returned(c, function, type, node.expression, result)


def _throw(c: State, node: syntax.Throw) -> None:
    c.expression(node.expression)


def _switch(c: State, node: syntax.Switch) -> None:
    type = c.expression(node.expression)
    outer = c.current_scope
    c.current_scope = c.scopes.get(node, outer)
    for case in node.cases:
        if case.test is not None:
            value = regular(c.expression(case.test, Wanted(type)))
            if not are_comparable(c, value, regular(type)) and not value.flags & NULLISH:
                c.report(
                    Code.NO_OVERLAP,
                    case.test,
                    f"`{show(c.store, value)}` and `{show(c.store, type)}` have no value in common",
                )
        check_statements(c, case.statements)
    c.current_scope = outer


def _labeled(c: State, node: syntax.Labeled) -> None:
    check_statement(c, node.body)


def _try(c: State, node: syntax.Try) -> None:
    check_statement(c, node.body)
    if node.catch is not None:
        outer = c.current_scope
        c.current_scope = c.scopes.get(node.catch, outer)
        clause = node.catch
        if clause.type is not None:
            type = written_type(c, clause.type)
            if not type.flags & (F.ANY | F.UNKNOWN):
                c.report(Code.TYPE_MISMATCH, clause.type, "a caught value is `any` or `unknown`", "leave the type out")
        if clause.target is not None and not isinstance(clause.target, syntax.Identifier):
            c.check_pattern(clause.target, c.store.any, False, clause)
        check_statements(c, clause.body.statements)
        c.current_scope = outer
    if node.finally_ is not None:
        check_statement(c, node.finally_)


def check_deferred(c: State) -> None:
    """What was put off until all declarations are known: bodies of functions, constraints of type arguments."""
    while c.deferred:
        item = c.deferred.pop(0)
        if isinstance(item, tuple):
            check_constraints(c, item[2], item[3], item[4])
            continue
        if item in c.deferred_seen:
            continue
        c.deferred_seen.add(item)
        outer = c.current_scope
        c.current_scope = c.scopes.get(item, outer)
        check_function(c, item)
        c.current_scope = outer


def wanted_for(c: State, declarator: syntax.VariableDeclarator) -> Wanted | None:
    """What a declaration wants of its value."""
    if declarator.type is not None:
        return Wanted(written_type(c, declarator.type))
    if not isinstance(declarator.target, syntax.Identifier):
        wanted = wanted_by_pattern(c, declarator.target)
        return None if wanted is None else Wanted(wanted, is_pattern=True)
    return None


_CHECKERS: Final[Mapping[type, Callable[[State, Any], None]]] = {
    syntax.VariableStatement: _variables,
    syntax.FunctionDeclaration: _function,
    syntax.ClassDeclaration: _class,
    syntax.InterfaceDeclaration: _interface,
    syntax.TypeAliasDeclaration: _alias,
    syntax.EnumDeclaration: _enum,
    syntax.ModuleDeclaration: _namespace,
    syntax.Ambient: _ambient,
    syntax.ExportDeclaration: _export,
    syntax.ExportDefault: _export_default,
    syntax.Block: _block,
    syntax.ExpressionStatement: _expression,
    syntax.If: _if,
    syntax.While: _while,
    syntax.DoWhile: _do,
    syntax.For: _for,
    syntax.ForIn: _for_in,
    syntax.ForOf: _for_of,
    syntax.Return: _return,
    syntax.Throw: _throw,
    syntax.Switch: _switch,
    syntax.Labeled: _labeled,
    syntax.Try: _try,
}
