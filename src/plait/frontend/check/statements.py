"""Statements: syntax to typed statements, with narrowing after branches that do not come back."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, FunctionSymbol, Scope, VariableSymbol
from plait.frontend.check.conversions import assign, narrowings, unknown
from plait.frontend.check.declarations import check_declarator, declare_names, new_variable
from plait.frontend.check.expressions import check_condition, check_expression
from plait.frontend.check.paths import completes
from plait.frontend.check.types import (
    ERROR_OBJECT,
    INT,
    INVALID,
    NUMBER,
    UNKNOWN,
    VOID,
    ArrayOf,
    PromiseOf,
    has_invalid,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import LogicalOperator
from plait.source import Span


def check_block(
    context: Context, span: Span, statements: tuple[syntax.Statement, ...], scope: Scope | None = None
) -> typed.Block:
    """Statements in a scope of their own, or in the given one whose names are declared already."""
    if scope is None:
        scope = Scope(context.scope, context.function.index)
        declare_names(context, scope, statements)
    inner = replace(context, scope=scope)
    checked: list[typed.Statement] = []
    for statement in statements:
        done = check_statement(inner, statement)
        checked.append(done)
        if isinstance(done, typed.If):
            inner = inner.narrow(_left_over(done))
    return typed.Block(span, tuple(checked))


def _left_over(statement: typed.If) -> frozenset[typed.Variable]:
    """The variables narrowed after an `if` of which only one branch comes back."""
    when_true, when_false = narrowings(statement.condition)
    if not completes(statement.then):
        return when_false
    if statement.otherwise is not None and not completes(statement.otherwise):
        return when_true
    return frozenset()


def check_statement(context: Context, node: syntax.Statement) -> typed.Statement:
    """The typed statement."""
    match node:
        case syntax.VariableDeclaration():
            return _declaration(context, node)
        case syntax.FunctionDeclaration(span=span) | syntax.BadStatement(span=span):
            return typed.Block(span, ())
        case syntax.ExpressionStatement(expression=expression):
            return _expression(context, expression)
        case syntax.Block(span=span, statements=statements):
            return check_block(context, span, statements)
        case syntax.If(span=span, condition=condition, then=then, otherwise=otherwise):
            test = check_condition(context, condition)
            when_true, when_false = narrowings(test)
            return typed.If(
                span,
                test,
                check_statement(context.narrow(when_true), then),
                None if otherwise is None else check_statement(context.narrow(when_false), otherwise),
            )
        case syntax.While() | syntax.DoWhile() | syntax.For() | syntax.ForOf():
            return _loop(context, node, ())
        case syntax.Labeled():
            return _labeled(context, node)
        case syntax.Break() | syntax.Continue():
            return _jump(context, node)
        case syntax.Return():
            return _return(context, node)
        case syntax.Throw(span=span, value=thrown):
            return typed.Throw(span, _thrown(context, thrown))
        case syntax.Try():
            return _try(context, node)
    assert_never(node)


def _declaration(context: Context, node: syntax.VariableDeclaration) -> typed.Statement:
    statements: list[typed.Statement] = []
    for declarator in node.declarators:
        symbol = context.scope.names.get(declarator.name.name)
        if isinstance(symbol, VariableSymbol) and symbol.declarator is declarator:
            statements.append(check_declarator(context, symbol, declarator))
        elif declarator.value is not None:
            check_expression(context, declarator.value)
    return statements[0] if len(statements) == 1 else typed.Block(node.span, tuple(statements))


def _expression(context: Context, node: syntax.Expression) -> typed.Statement:
    # `condition && effect` as a statement is an if.
    if isinstance(node, syntax.Logical):
        test = check_condition(context, node.left)
        when_true, when_false = narrowings(test)
        is_and = node.operator is LogicalOperator.AND
        effect = _expression(context.narrow(when_true if is_and else when_false), node.right)
        if test.type is INVALID:
            return effect
        if is_and:
            return typed.If(node.span, test, effect, None)
        return typed.If(node.span, test, typed.Block(node.span, ()), effect)
    return typed.Evaluate(node.span, check_expression(context, node))


def _loop(
    context: Context, node: syntax.While | syntax.DoWhile | syntax.For | syntax.ForOf, labels: tuple[str, ...]
) -> typed.Statement:
    target = typed.JumpTarget(is_loop=True)
    jumps = replace(
        context.jumps,
        unlabeled_break=target,
        unlabeled_continue=target,
        labels=(*context.jumps.labels, *((label, target) for label in labels)),
    )
    inner = replace(context, jumps=jumps)
    match node:
        case syntax.While(span=span, condition=condition, body=body):
            test = check_condition(context, condition)
            return typed.Loop(span, target, test, check_statement(inner.narrow(narrowings(test)[0]), body), None, True)
        case syntax.DoWhile(span=span, condition=condition, body=body):
            checked = check_statement(inner, body)
            return typed.Loop(span, target, check_condition(context, condition), checked, None, False)
        case syntax.For():
            return _for(inner, node, target)
        case syntax.ForOf():
            return _for_of(inner, node, target)
    assert_never(node)


def _for(context: Context, node: syntax.For, target: typed.JumpTarget) -> typed.Statement:
    scope = Scope(context.scope, context.function.index)
    start: tuple[typed.Statement, ...] = ()
    inner = replace(context, scope=scope)
    if node.start is not None:
        declare_names(context, scope, (node.start,))
        start = (check_statement(inner, node.start),)
    condition = None if node.condition is None else check_condition(inner, node.condition)
    step = None if node.step is None else check_expression(inner, node.step)
    body = check_statement(inner, node.body)
    loop = typed.Loop(node.span, target, condition, body, step, True)
    return typed.Block(node.span, (*start, loop))


def _for_of(context: Context, node: syntax.ForOf, target: typed.JumpTarget) -> typed.Statement:
    array = context.value(check_expression(context, node.iterable))
    element = array.type.element if isinstance(array.type, ArrayOf) else INVALID
    if element is INVALID and not has_invalid(array.type):
        if array.type is UNKNOWN:
            unknown(context, array.span)
        else:
            context.report(
                Code.STATEMENT,
                array.span,
                f"for-of over {array.type} is not supported",
                "for-of goes over the elements of an array",
            )
    scope = Scope(context.scope, context.function.index)
    symbol = VariableSymbol(node.name, None, node.is_constant, scope)
    symbol.variable = new_variable(context, symbol, element, has_value=True, end=node.name.span.end)
    scope.names[node.name.name] = symbol
    body = check_statement(replace(context, scope=scope), node.body)
    return typed.ForOf(node.span, target, symbol.variable, array, body)


def _labeled(context: Context, node: syntax.Labeled) -> typed.Statement:
    labels = [node.label.name]
    body: syntax.Statement = node.body
    outer = [name for name, _ in context.jumps.labels]
    while isinstance(body, syntax.Labeled):
        labels.append(body.label.name)
        body = body.body
    for index, label in enumerate(labels):
        if label in outer or label in labels[:index]:
            context.report(
                Code.JUMP_TARGET, node.label.span, f"the label `{label}` is there already", "choose another name"
            )
    if isinstance(body, syntax.While | syntax.DoWhile | syntax.For | syntax.ForOf):
        return _loop(context, body, tuple(labels))
    target = typed.JumpTarget(is_loop=False)
    jumps = replace(context.jumps, labels=(*context.jumps.labels, *((label, target) for label in labels)))
    return typed.Labeled(node.span, target, check_statement(replace(context, jumps=jumps), body))


def _jump(context: Context, node: syntax.Break | syntax.Continue) -> typed.Statement:
    is_break = isinstance(node, syntax.Break)
    word = "break" if is_break else "continue"
    target: typed.JumpTarget | None
    if node.label is None:
        target = context.jumps.unlabeled_break if is_break else context.jumps.unlabeled_continue
        if target is None:
            context.report(Code.JUMP_TARGET, node.span, f"`{word}` stands outside of any loop", "put it into a loop")
            return typed.Block(node.span, ())
    else:
        target = dict(context.jumps.labels).get(node.label.name)
        if target is None or (not is_break and not target.is_loop):
            context.report(
                Code.JUMP_TARGET,
                node.label.span,
                f"there is no {'statement' if is_break else 'loop'} with the label `{node.label.name}` around this",
            )
            return typed.Block(node.span, ())
    return typed.Break(node.span, target) if is_break else typed.Continue(node.span, target)


def _return(context: Context, node: syntax.Return) -> typed.Statement:
    function = context.function
    if node.value is None:
        function.returns_nothing = function.returns_nothing or node.span
        if function.result not in (None, VOID) and not has_invalid(function.result):
            context.report(
                Code.TYPE_MISMATCH,
                node.span,
                f"`return` must give a value of type {function.result}",
                "write the value",
            )
        return typed.Return(node.span, None, False)
    wanted = function.result if function.result is not VOID else None
    value = check_expression(context, node.value, wanted)
    found = value.type
    follows = function.may_await and isinstance(found, PromiseOf)
    if isinstance(found, PromiseOf) and follows:
        found = found.result
    if function.result is None:
        function.returned.append((found, node.span))
        if found is UNKNOWN:
            unknown(context, value.span)
        return typed.Return(node.span, value, follows)
    if follows:
        if found != function.result and not has_invalid(found) and not has_invalid(function.result):
            hint = "await the promise" if {found, function.result} == {INT, NUMBER} else ""
            context.report(
                Code.TYPE_MISMATCH,
                value.span,
                f"a promise of {found} cannot stand where one of {function.result} is needed",
                hint,
            )
        return typed.Return(node.span, value, True)
    if function.result is VOID:
        if found is not VOID and not has_invalid(found):
            context.report(
                Code.TYPE_MISMATCH, value.span, "a function of type void returns no value", "declare its result type"
            )
        return typed.Block(node.span, (typed.Evaluate(node.span, value), typed.Return(node.span, None, False)))
    return typed.Return(node.span, assign(context, value, function.result), False)


def _thrown(context: Context, node: syntax.Expression) -> typed.Expression:
    value = context.value(check_expression(context, node))
    if value.type in (ERROR_OBJECT, UNKNOWN) or has_invalid(value.type):
        return value
    return context.invalid(
        Code.THROWN_VALUE, value.span, f"a value of type {value.type} cannot be thrown", "throw new Error(message)"
    )


def _try(context: Context, node: syntax.Try) -> typed.Statement:
    body = check_block(context, node.body.span, node.body.statements)
    variable: typed.Variable | None = None
    handler: typed.Block | None = None
    if node.handler is not None:
        scope = Scope(context.scope, context.function.index)
        declare_names(context, scope, node.handler.body.statements)
        name = node.handler.name
        if name is not None:
            if name.name in scope.names:
                inner = scope.names[name.name]
                if isinstance(inner, VariableSymbol | FunctionSymbol):
                    context.report(
                        Code.DUPLICATE_NAME,
                        name.span,
                        f"`{name.name}` is declared again in the block",
                        "rename one of them",
                    )
            symbol = VariableSymbol(name, None, True, scope)
            variable = symbol.variable = new_variable(context, symbol, UNKNOWN, has_value=True, end=name.span.end)
            scope.names[name.name] = symbol
        handler = check_block(context, node.handler.body.span, node.handler.body.statements, scope)
    finalizer = None if node.finalizer is None else check_block(context, node.finalizer.span, node.finalizer.statements)
    return typed.Try(node.span, body, variable, handler, finalizer)
