"""Statements: syntax to typed statements, with narrowing after branches that do not come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned_names import assigned_names
from plait.frontend.check.classes import check_super_call
from plait.frontend.check.conditions import check_condition
from plait.frontend.check.context import Context, FunctionSymbol, Scope, VariableSymbol
from plait.frontend.check.conversions import assign
from plait.frontend.check.declarations import check_declarator, declare_names, new_variable
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.flow import State, join
from plait.frontend.check.iteration import check_view, element_of, go_over, received_of
from plait.frontend.check.switch import check_switch
from plait.frontend.check.types import (
    INT,
    INVALID,
    NUMBER,
    UNDEFINED,
    UNKNOWN,
    VOID,
    PromiseOf,
    has_invalid,
    members_of,
)
from plait.frontend.codes import Code
from plait.frontend.compilation import current
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
    return typed.Block(span, tuple(check_statement(inner, statement) for statement in statements))


def check_statement(context: Context, node: syntax.Statement) -> typed.Statement:
    """The typed statement."""
    compilation = current()
    compilation.enter(node.span)
    try:
        return _check(context, node)
    finally:
        compilation.leave()


def _check(context: Context, node: syntax.Statement) -> typed.Statement:
    match node:
        case syntax.VariableDeclaration():
            return _declaration(context, node)
        case syntax.FunctionDeclaration(span=span) | syntax.BadStatement(span=span):
            return typed.Block(span, ())
        case syntax.ClassDeclaration():
            return context.program.classes.statement(context, node)
        case syntax.InterfaceDeclaration() | syntax.AliasDeclaration() | syntax.EnumDeclaration():
            return typed.Block(node.span, ())
        case syntax.ExpressionStatement(expression=syntax.SuperCall() as call):
            return check_super_call(context, call)
        case syntax.ExpressionStatement(expression=expression):
            return _expression(context, expression)
        case syntax.Block(span=span, statements=statements):
            return check_block(context, span, statements)
        case syntax.If(span=span, condition=condition, then=then, otherwise=otherwise):
            return _if(context, span, condition, then, otherwise)
        case syntax.While() | syntax.DoWhile() | syntax.For() | syntax.ForOf():
            return _loop(context, node, ())
        case syntax.Switch():
            return check_switch(context, node, check_statement)
        case syntax.Labeled():
            return _labeled(context, node)
        case syntax.Break() | syntax.Continue():
            return _jump(context, node)
        case syntax.Return():
            return _return(context, node)
        case syntax.Throw(span=span, value=thrown):
            value = _thrown(context, thrown)
            context.flow.state = None
            return typed.Throw(span, value)
        case syntax.Try():
            return _try(context, node)
        case syntax.Export():
            return _export(context, node)
        case syntax.Import() | syntax.DeclareModule():
            return typed.Block(node.span, ())
    assert_never(node)


def _export(context: Context, node: syntax.Export) -> typed.Statement:
    """Nothing comes of it, but the names have to be there."""
    exported: set[str] = set()
    for here, there in node.names:
        if here.name not in context.scope.names and here.name not in context.scope.types:
            context.report(
                Code.UNKNOWN_NAME, here.span, f"`{here.name}` is not declared", "declare it, or check the spelling"
            )
        if there.name in exported:
            context.report(
                Code.DUPLICATE_NAME, there.span, f"`{there.name}` is exported twice", "leave one of them out"
            )
        exported.add(there.name)
    return typed.Block(node.span, ())


def _declaration(context: Context, node: syntax.VariableDeclaration) -> typed.Statement:
    statements: list[typed.Statement] = []
    for declarator in node.declarators:
        symbol = context.scope.names.get(declarator.name.name)
        if isinstance(symbol, VariableSymbol) and symbol.declarator is declarator:
            statements.append(check_declarator(context, symbol, declarator))
        elif declarator.value is not None:
            check_expression(context, declarator.value)
    return statements[0] if len(statements) == 1 else typed.Block(node.span, tuple(statements))


def _inside(context: Context) -> Context:
    """Where a statement is checked that may not run, block or not."""
    return replace(context, scope=Scope(context.scope, context.function.index))


def _if(
    context: Context,
    span: Span,
    condition: syntax.Expression,
    then: syntax.Statement,
    otherwise: syntax.Statement | None,
) -> typed.Statement:
    flow = context.flow
    test = check_condition(context, condition, check_expression)
    flow.state = test.when_true
    inside = _inside(context)
    checked = check_statement(inside, then)
    after_then, flow.state = flow.state, test.when_false
    other = None if otherwise is None else check_statement(inside, otherwise)
    flow.state = join(after_then, flow.state)
    return typed.If(span, test.value, checked, other)


def _expression(context: Context, node: syntax.Expression) -> typed.Statement:
    # `condition && effect` as a statement is an if.
    if isinstance(node, syntax.Logical):
        flow = context.flow
        test = check_condition(context, node.left, check_expression)
        is_and = node.operator is LogicalOperator.AND
        skipped, flow.state = (test.when_false, test.when_true) if is_and else (test.when_true, test.when_false)
        effect = _expression(context, node.right)
        flow.state = join(skipped, flow.state)
        if test.value.type is INVALID:
            return effect
        if is_and:
            return typed.If(node.span, test.value, effect, None)
        return typed.If(node.span, test.value, typed.Block(node.span, ()), effect)
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
    inner = replace(_inside(context), jumps=jumps)
    flow = context.flow
    match node:
        case syntax.While(span=span, condition=condition, body=body):
            flow.forget_names(assigned_names(node))
            test = check_condition(context, condition, check_expression)
            flow.state = test.when_true
            checked = check_statement(inner, body)
            result = typed.Loop(span, target, test.value, checked, None, True)
            after = test.when_false
        case syntax.DoWhile(span=span, condition=condition, body=body):
            flow.forget_names(assigned_names(node))
            checked = check_statement(inner, body)
            flow.arrive(target, is_break=False)
            test = check_condition(context, condition, check_expression)
            result = typed.Loop(span, target, test.value, checked, None, False)
            after = test.when_false
        case syntax.For():
            return _for(inner, node, target)
        case syntax.ForOf():
            return _for_of(inner, node, target)
    flow.state = after
    flow.arrive(target, is_break=True)
    return result


def _for(context: Context, node: syntax.For, target: typed.JumpTarget) -> typed.Statement:
    scope = Scope(context.scope, context.function.index)
    start: tuple[typed.Statement, ...] = ()
    inner = replace(context, scope=scope)
    if node.start is not None:
        declare_names(context, scope, (node.start,))
        start = (check_statement(inner, node.start),)
    flow = context.flow
    flow.forget_names(assigned_names(node))
    condition: typed.Expression | None = None
    after: State = None
    if node.condition is not None:
        test = check_condition(inner, node.condition, check_expression)
        condition, after, flow.state = test.value, test.when_false, test.when_true
    body = check_statement(inner, node.body)
    flow.arrive(target, is_break=False)
    step = None if node.step is None else check_expression(inner, node.step)
    flow.state = after
    flow.arrive(target, is_break=True)
    loop = typed.Loop(node.span, target, condition, body, step, True, _declared_anew(start))
    return typed.Block(node.span, (*start, loop))


def _declared_anew(start: Sequence[typed.Statement]) -> tuple[typed.Variable, ...]:
    """The variables that the head of a `for` declares and that can change."""
    found: list[typed.Variable] = []
    for statement in start:
        match statement:
            case typed.Declare(variable=variable) if not variable.is_constant:
                found.append(variable)
            case typed.Block(statements=inner):
                found.extend(_declared_anew(inner))
            case _:
                pass
    return tuple(found)


def _for_of(context: Context, node: syntax.ForOf, target: typed.JumpTarget) -> typed.Statement:
    value = check_view(context, node.iterable, None, check_expression)
    element = received_of(context, node.span, value) if node.is_await else element_of(context, value)
    scope = Scope(context.scope, context.function.index)
    symbol = VariableSymbol(node.name, None, node.is_constant, scope)
    symbol.variable = new_variable(context, symbol, element, has_value=True, end=node.name.span.end)
    scope.names[node.name.name] = symbol
    flow = context.flow
    flow.forget_names(assigned_names(node))
    before = flow.state
    body = check_statement(replace(context, scope=scope), node.body)
    flow.arrive(target, is_break=False)
    flow.state = join(before, flow.state)
    flow.arrive(target, is_break=True)
    return go_over(context, node.span, target, symbol.variable, value, body)


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
    checked = check_statement(replace(context, jumps=jumps), body)
    context.flow.arrive(target, is_break=True)
    return typed.Labeled(node.span, target, checked)


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
    context.flow.leave(target, is_break)
    return typed.Break(node.span, target) if is_break else typed.Continue(node.span, target)


def _return(context: Context, node: syntax.Return) -> typed.Statement:
    result = _returned(context, node)
    context.flow.state = None
    return result


def _returned(context: Context, node: syntax.Return) -> typed.Statement:
    function = context.function
    if node.value is None:
        if function.result is not None and {UNKNOWN, UNDEFINED} & set(members_of(function.result)):
            nothing = typed.Convert(node.span, function.result, typed.Nothing(node.span, UNDEFINED))
            return typed.Return(node.span, nothing, False)
        if function.result is None:
            function.returns_nothing = True
            return typed.Return(node.span, typed.Nothing(node.span, UNDEFINED), False)
        if function.result is not VOID and not has_invalid(function.result):
            context.report(
                Code.TYPE_MISMATCH,
                node.span,
                f"`return` must give a value of type {function.result}",
                "write the value",
            )
        return typed.Return(node.span, None, False)
    wanted = function.result if function.result is not VOID else None
    value = check_expression(context, node.value, wanted)
    if function.drops_result:
        return typed.Block(node.span, (typed.Evaluate(node.span, value), typed.Return(node.span, None, False)))
    found = value.type
    follows = function.may_await and isinstance(found, PromiseOf)
    if isinstance(found, PromiseOf) and follows:
        found = found.result
    if function.result is None:
        function.returned.append((found, node.span))
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
        if found not in (VOID, UNDEFINED) and not has_invalid(found):
            context.report(
                Code.TYPE_MISMATCH, value.span, "a function of type void returns no value", "declare its result type"
            )
        return typed.Block(node.span, (typed.Evaluate(node.span, value), typed.Return(node.span, None, False)))
    return typed.Return(node.span, assign(context, value, function.result), False)


def _thrown(context: Context, node: syntax.Expression) -> typed.Expression:
    value = context.value(check_expression(context, node))
    return value if has_invalid(value.type) or value.type is UNKNOWN else typed.Convert(value.span, UNKNOWN, value)


def _try(context: Context, node: syntax.Try) -> typed.Statement:
    flow = context.flow
    before = flow.state
    body = check_block(context, node.body.span, node.body.statements)
    after, flow.state = flow.state, before
    flow.forget_names(assigned_names(node.body))
    caught = flow.state
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
        after = join(after, flow.state)
    finalizer = None
    if node.finalizer is not None:
        flow.state = caught
        if node.handler is not None:
            flow.forget_names(assigned_names(node.handler.body))
        finalizer = check_block(context, node.finalizer.span, node.finalizer.statements)
        is_left = flow.state is None
        flow.state = after
        flow.forget_names(assigned_names(node.finalizer))
        after = None if is_left else flow.state
    flow.state = after
    return typed.Try(node.span, body, variable, handler, finalizer)
