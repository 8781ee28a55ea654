"""Names and flow in statements and declarations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.expressions import (
    assign_target,
    declare_target,
    visit_assigned_pattern,
    visit_condition,
    visit_place,
)
from plait.frontend.next.bind.flow import UNREACHABLE, CallFlow, FlowNode, Label, ReduceFlow, SwitchFlow, add_antecedent
from plait.frontend.next.bind.functions import class_declaration, function_declaration
from plait.frontend.next.bind.narrowable import is_entity_name, is_narrowing
from plait.frontend.next.bind.symbols import NAMESPACES, Scope, SymbolFlags
from plait.frontend.next.bind.walk import Jump, Visitor, Walk
from plait.source import Span

_KINDS: Final = {
    "var": SymbolFlags.VAR,
    "let": SymbolFlags.BLOCK_VARIABLE,
    "const": SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CONSTANT,
    "using": SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CONSTANT,
    "await using": SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CONSTANT,
}


def _variables(walk: Walk, node: syntax.VariableStatement, is_exported: bool = False, is_loop: bool = False) -> None:
    for declarator in node.declarators:
        walk.visit(declarator.type)
        walk.visit(declarator.value)
        is_assigned = is_loop or declarator.value is not None
        declare_target(walk, declarator.target, _KINDS[node.kind], declarator, is_exported, is_assigned)


def _function(walk: Walk, node: syntax.FunctionDeclaration) -> None:
    function_declaration(walk, node, False)


def _class(walk: Walk, node: syntax.ClassDeclaration) -> None:
    class_declaration(walk, node, False)


def _declare_type(walk: Walk, node: Any, flags: int, is_exported: bool) -> None:
    walk.declarer.declare(walk.scope, node.name, flags, node, is_exported)


def _interface(walk: Walk, node: syntax.InterfaceDeclaration, is_exported: bool = False) -> None:
    _declare_type(walk, node, SymbolFlags.INTERFACE, is_exported)
    walk.visitors[_InterfaceParts](walk, node)


def _enum(walk: Walk, node: syntax.EnumDeclaration, is_exported: bool = False) -> None:
    symbol = walk.declarer.declare(walk.scope, node.name, SymbolFlags.ENUM, node, is_exported)
    outer = walk.scope
    walk.scope = walk.scopes[node] = Scope(outer, walk.function, False, symbol, node)
    for member in node.members:
        made = walk.declarer.declare_in(
            symbol.exports, member.name.name, SymbolFlags.ENUM_MEMBER, member, walk.scope, member.name
        )
        made.parent = symbol
        walk.visit(member.value)
    walk.scope = outer


class _InterfaceParts:
    """The key of the visitor of what is inside an interface."""


def _statement(walk: Walk, node: syntax.ExpressionStatement) -> None:
    walk.visit(node.expression)
    note_calls(walk, node.expression)


def note_calls(walk: Walk, expression: Any) -> None:
    """A call as a statement may assert something, or not return."""
    match expression:
        case syntax.Call(callee=callee) if is_entity_name(callee) and walk.flow is not UNREACHABLE:
            walk.set_flow(CallFlow(expression, walk.flow))
        case syntax.Sequence(left=left, right=right):
            note_calls(walk, left)
            note_calls(walk, right)
        case _:
            pass


def _block(walk: Walk, node: syntax.Block) -> None:
    with walk.in_scope(node):
        walk.visit_statements(node.statements)


def _if(walk: Walk, node: syntax.If) -> None:
    then, otherwise, behind = Label(), Label(), Label()
    visit_condition(walk, node.condition, then, otherwise)
    walk.join(then)
    walk.visit(node.then)
    walk.to(behind)
    walk.join(otherwise)
    walk.visit(node.otherwise)
    walk.to(behind)
    walk.join(behind)


def _body(walk: Walk, node: Any, break_to: Label, continue_to: Label | None) -> None:
    walk.jumps.append(Jump(walk.labels, break_to, continue_to))
    walk.labels = ()
    walk.visit(node)
    walk.jumps.pop()


def _while(walk: Walk, node: syntax.While) -> None:
    head, body, behind = Label(is_loop=True), Label(), Label()
    walk.to(head)
    walk.flow = head
    visit_condition(walk, node.condition, body, behind)
    walk.join(body)
    _body(walk, node.body, behind, head)
    walk.to(head)
    walk.join(behind)


def _do(walk: Walk, node: syntax.DoWhile) -> None:
    head, condition, behind = Label(is_loop=True), Label(), Label()
    walk.to(head)
    walk.flow = head
    _body(walk, node.body, behind, condition)
    walk.to(condition)
    walk.join(condition)
    visit_condition(walk, node.condition, head, behind)
    walk.join(behind)


def _for(walk: Walk, node: syntax.For) -> None:
    with walk.in_scope(node):
        walk.visit(node.initializer)
        head, body, behind, step = Label(is_loop=True), Label(), Label(), Label()
        walk.to(head)
        walk.flow = head
        if node.condition is None:
            walk.to(body)
        else:
            visit_condition(walk, node.condition, body, behind)
        walk.join(body)
        _body(walk, node.body, behind, step)
        walk.to(step)
        walk.join(step)
        walk.visit(node.increment)
        walk.to(head)
        walk.join(behind)


def _for_each(walk: Walk, node: syntax.ForIn | syntax.ForOf) -> None:
    with walk.in_scope(node):
        walk.visit(node.object if isinstance(node, syntax.ForIn) else node.iterable)
        head, behind = Label(is_loop=True), Label()
        walk.to(head)
        walk.flow = head
        walk.to(behind)
        match node.variable:
            case syntax.VariableStatement() as declared:
                walk.scopes[declared] = walk.scope
                _variables(walk, declared, is_loop=True)
            case syntax.ObjectPattern() | syntax.ArrayPattern() as pattern:
                visit_assigned_pattern(walk, pattern, node)
            case target:
                visit_place(walk, target)
                assign_target(walk, target, node)
        _body(walk, node.body, behind, head)
        walk.to(head)
        walk.join(behind)


def _jump(walk: Walk, node: syntax.Break | syntax.Continue) -> None:
    is_break = isinstance(node, syntax.Break)
    label = None if node.label is None else node.label.name
    for jump in reversed(walk.jumps):
        target = jump.target(is_break, label)
        if target is not None:
            walk.to(target)
            walk.flow = UNREACHABLE
            return
    word = "break" if is_break else "continue"
    what = f"there is no statement labelled `{node.label.name}`" if node.label else f"`{word}` stands in no loop"
    walk.diagnostics.report(Code.JUMP_TARGET, Span(walk.file, node.start, node.end), f"{what} around it")
    walk.flow = UNREACHABLE


def _return(walk: Walk, node: syntax.Return) -> None:
    walk.visit(node.expression)
    if walk.return_target is not None:
        walk.to(walk.return_target)
    walk.flows[node] = walk.flow
    walk.flow = UNREACHABLE


def _throw(walk: Walk, node: syntax.Throw) -> None:
    walk.visit(node.expression)
    walk.flow = UNREACHABLE


def _switch(walk: Walk, node: syntax.Switch) -> None:
    behind = Label()
    walk.visit(node.expression)
    before = walk.flow
    walk.jumps.append(Jump(walk.labels, behind, None))
    walk.labels = ()
    with walk.in_scope(node):
        _cases(walk, node, before)
    walk.jumps.pop()
    walk.to(behind)
    if all(case.test is not None for case in node.cases):
        if not behind.antecedents:
            walk.exhaustive_switches.add(node)
        if before is not UNREACHABLE:
            add_antecedent(behind, SwitchFlow(node, 0, 0, before))
    walk.join(behind)


def _cases(walk: Walk, node: syntax.Switch, before: FlowNode) -> None:
    narrows = is_narrowing(node.expression) or isinstance(node.expression, syntax.BooleanLiteral)
    fallthrough: FlowNode = UNREACHABLE
    first = 0
    for position, case in enumerate(node.cases):
        walk.flow = before
        walk.visit(case.test)
        if not case.statements and position + 1 < len(node.cases):
            continue
        start = Label()
        if before is not UNREACHABLE:
            add_antecedent(start, SwitchFlow(node, first, position + 1, before) if narrows else before)
        add_antecedent(start, fallthrough)
        walk.join(start)
        walk.visit_statements(case.statements)
        fallthrough = walk.flow
        first = position + 1
    walk.flow = fallthrough if node.cases else before


def _labeled(walk: Walk, node: syntax.Labeled) -> None:
    behind = Label()
    is_loop = isinstance(
        node.body,
        syntax.While | syntax.DoWhile | syntax.For | syntax.ForIn | syntax.ForOf | syntax.Labeled | syntax.Switch,
    )
    if is_loop:
        walk.labels = (*walk.labels, node.label.name)
        walk.visit(node.body)
        walk.labels = ()
    else:
        walk.jumps.append(Jump((node.label.name,), behind, None, is_block=True))
        walk.visit(node.body)
        walk.jumps.pop()
        walk.to(behind)
        walk.join(behind)


def _try(walk: Walk, node: syntax.Try) -> None:
    outer = walk.return_target, walk.exception_target
    normal, returned, thrown = Label(), Label(), Label()
    if node.finally_ is not None:
        walk.return_target = returned
    walk.to(thrown)
    walk.exception_target = thrown
    walk.visit(node.body)
    walk.to(normal)
    if node.catch is not None:
        walk.join(thrown)
        thrown = Label()
        walk.to(thrown)
        walk.exception_target = thrown
        walk.visit(node.catch)
        walk.to(normal)
    walk.return_target, walk.exception_target = outer
    if node.finally_ is None:
        walk.join(normal)
        return
    head = Label()
    head.antecedents = [*normal.antecedents, *thrown.antecedents, *returned.antecedents]
    walk.flow = head
    walk.visit(node.finally_)
    if not walk.is_reachable:
        return
    if walk.return_target is not None and returned.antecedents:
        add_antecedent(walk.return_target, ReduceFlow(head, returned.antecedents, walk.flow))
    if walk.exception_target is not None and thrown.antecedents:
        add_antecedent(walk.exception_target, ReduceFlow(head, thrown.antecedents, walk.flow))
    walk.flow = ReduceFlow(head, normal.antecedents, walk.flow) if normal.antecedents else UNREACHABLE


def _catch(walk: Walk, node: syntax.CatchClause) -> None:
    with walk.in_scope(node):
        walk.visit(node.type)
        if node.target is not None:
            declare_target(walk, node.target, SymbolFlags.BLOCK_VARIABLE, node, False, False)
        walk.visit_statements(node.body.statements)


# Modules and namespaces.


def _ambient(walk: Walk, node: syntax.Ambient) -> None:
    outer, walk.declarer.is_ambient = walk.declarer.is_ambient, True
    walk.visit(node.statement)
    walk.declarer.is_ambient = outer


def _export(walk: Walk, node: syntax.ExportDeclaration) -> None:
    declare(walk, node.statement, True)


def declare(walk: Walk, statement: Any, is_exported: bool) -> None:
    """A declaration behind `export`."""
    match statement:
        case syntax.VariableStatement():
            _variables(walk, statement, is_exported)
        case syntax.FunctionDeclaration():
            function_declaration(walk, statement, is_exported)
        case syntax.ClassDeclaration():
            class_declaration(walk, statement, is_exported)
        case syntax.InterfaceDeclaration():
            _interface(walk, statement, is_exported)
        case syntax.TypeAliasDeclaration():
            _alias(walk, statement, is_exported)
        case syntax.EnumDeclaration():
            _enum(walk, statement, is_exported)
        case syntax.ModuleDeclaration():
            _namespace(walk, statement, is_exported)
        case syntax.ImportAlias():
            _import_alias(walk, statement, is_exported)
        case syntax.Ambient():
            outer, walk.declarer.is_ambient = walk.declarer.is_ambient, True
            declare(walk, statement.statement, is_exported)
            walk.declarer.is_ambient = outer
        case _:
            walk.visit(statement)


def _alias(walk: Walk, node: syntax.TypeAliasDeclaration, is_exported: bool = False) -> None:
    _declare_type(walk, node, SymbolFlags.ALIAS, is_exported)
    walk.visitors[_AliasParts](walk, node)


class _AliasParts:
    """The key of the visitor of what is inside an alias."""


def _namespace(walk: Walk, node: syntax.ModuleDeclaration, is_exported: bool = False) -> None:
    name = node.name
    outer = walk.scope
    if isinstance(name, syntax.LiteralName) or name.name == "global":
        with walk.in_scope(node, is_function=True):
            walk.visit_statements(node.body)
        return
    flags = SymbolFlags.NAMESPACE if _has_values(node.body) else SymbolFlags.NAMESPACE_OF_TYPES
    symbol = walk.declarer.declare(outer, name, flags, node, is_exported)
    walk.scope = walk.scopes[node] = Scope(outer, walk.function, True, symbol, node)
    if walk.declarer.is_ambient:
        for statement in node.body:
            declare(walk, statement, True)
    else:
        walk.visit_statements(node.body)
    walk.scope = outer


def _has_values(statements: tuple[syntax.Statement, ...]) -> bool:
    """Whether anything in a namespace is a value."""
    for statement in statements:
        inner: Any = statement
        while isinstance(inner, syntax.ExportDeclaration | syntax.Ambient):
            inner = inner.statement
        match inner:
            case syntax.InterfaceDeclaration() | syntax.TypeAliasDeclaration() | syntax.Import():
                continue
            case syntax.ModuleDeclaration():
                if _has_values(inner.body):
                    return True
            case _:
                return True
    return False


def _import(walk: Walk, node: syntax.Import) -> None:
    for specifier in node.specifiers:
        walk.declarer.declare(walk.scope, specifier.local, SymbolFlags.IMPORT, specifier, False)


def _import_alias(walk: Walk, node: syntax.ImportAlias, is_exported: bool = False) -> None:
    walk.declarer.declare(walk.scope, node.name, SymbolFlags.IMPORT, node, is_exported)
    if node.names:
        walk.use(node.names[0], NAMESPACES)


def _export_default(walk: Walk, node: syntax.ExportDefault) -> None:
    """A name stands for all that it means, which may be a type alone."""
    if isinstance(node.expression, syntax.Identifier):
        walk.use(node.expression, ~0)
        walk.flows[node.expression] = walk.flow
    else:
        walk.visit(node.expression)


def _export_names(walk: Walk, node: syntax.ExportNames) -> None:
    if node.module is None:
        for specifier in node.specifiers:
            if isinstance(specifier.local, syntax.Identifier):
                walk.use(specifier.local, ~0)


def _nothing(walk: Walk, node: Any) -> None:
    del walk, node


def visitors(types: Mapping[type, Visitor], *others: Mapping[type, Visitor]) -> dict[type, Visitor]:
    """The visitors of all nodes: these, and those of types and of other nodes."""
    found: dict[type, Visitor] = {}
    for other in others:
        found.update(other)
    found.update(types)
    found[_InterfaceParts] = types[syntax.InterfaceDeclaration]
    found[_AliasParts] = types[syntax.TypeAliasDeclaration]
    found.update(_VISITORS)
    return found


_VISITORS: Final[Mapping[type, Visitor]] = {
    syntax.VariableStatement: _variables,
    syntax.FunctionDeclaration: _function,
    syntax.ClassDeclaration: _class,
    syntax.InterfaceDeclaration: _interface,
    syntax.TypeAliasDeclaration: _alias,
    syntax.EnumDeclaration: _enum,
    syntax.ModuleDeclaration: _namespace,
    syntax.ExpressionStatement: _statement,
    syntax.Block: _block,
    syntax.If: _if,
    syntax.While: _while,
    syntax.DoWhile: _do,
    syntax.For: _for,
    syntax.ForIn: _for_each,
    syntax.ForOf: _for_each,
    syntax.Break: _jump,
    syntax.Continue: _jump,
    syntax.Return: _return,
    syntax.Throw: _throw,
    syntax.Switch: _switch,
    syntax.Labeled: _labeled,
    syntax.Try: _try,
    syntax.CatchClause: _catch,
    syntax.Ambient: _ambient,
    syntax.ExportDeclaration: _export,
    syntax.Import: _import,
    syntax.ImportAlias: _import_alias,
    syntax.ExportDefault: _export_default,
    syntax.ExportNames: _export_names,
    syntax.ExportAll: _nothing,
}
