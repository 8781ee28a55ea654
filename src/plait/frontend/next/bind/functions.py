"""Functions and classes: their scopes, and the flow inside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.expressions import declare_target, visit_call, visit_property_name
from plait.frontend.next.bind.flow import FlowNode, Label, Start
from plait.frontend.next.bind.symbols import Scope, SymbolFlags
from plait.frontend.next.bind.types import declare_type_parameters
from plait.frontend.next.bind.walk import Visitor, Walk

_CONTINUES: Final = (syntax.FunctionKind.EXPRESSION, syntax.FunctionKind.ARROW)


def _function(walk: Walk, node: syntax.Function, is_called: bool = False, is_in_expression: bool = False) -> None:
    """A function. One that is called where it stands is a part of the flow around it; what is known around a method of
    an object literal or of a class in an expression is known inside.
    """
    outer = (
        walk.flow,
        walk.function,
        walk.jumps,
        walk.labels,
        walk.return_target,
        walk.exception_target,
    )
    is_inline = is_called and not node.is_async and not node.is_generator
    behind: Label | None = None
    if node.kind is syntax.FunctionKind.CONSTRUCTOR or is_inline:
        behind = Label()
    if not is_inline:
        walk.flow = Start(node, walk.flow if node.kind in _CONTINUES or is_in_expression else None)
        walk.exception_target = None
    walk.return_target = behind
    walk.jumps, walk.labels = [], ()
    around = walk.scope
    if node.kind is syntax.FunctionKind.EXPRESSION and isinstance(node.name, syntax.Identifier):
        walk.scope = Scope(around, node, False, None, None)
        walk.declarer.declare(walk.scope, node.name, SymbolFlags.FUNCTION, node, False)
    with walk.in_scope(node, is_function=True) as scope:
        walk.function = scope.function = node
        declare_type_parameters(walk, node.type_parameters)
        walk.visit(node.this_type)
        heads, walk.heads = walk.heads, (*walk.heads, scope)
        for parameter in node.parameters:
            walk.visit_all(parameter.decorators)
            walk.visit(parameter.type)
            _parameter(walk, parameter)
        walk.heads = heads
        walk.visit(node.result)
        body = node.body
        if isinstance(body, syntax.Block):
            walk.visit_statements(body.statements)
        else:
            walk.visit(body)
    walk.scope = around
    walk.ends[node] = walk.flow
    end: FlowNode = walk.flow
    if behind is not None:
        walk.to(behind)
        walk.join(behind)
        end = walk.returns[node] = walk.flow
    flow, walk.function, walk.jumps, walk.labels, walk.return_target, walk.exception_target = outer
    walk.flow = end if is_inline else flow


def _parameter(walk: Walk, parameter: syntax.Parameter) -> None:
    if parameter.default is not None:
        behind = Label()
        walk.to(behind)
        walk.visit(parameter.default)
        walk.to(behind)
        walk.join(behind)
    flags = SymbolFlags.VAR | SymbolFlags.PARAMETER
    declare_target(walk, parameter.target, flags, parameter, False, not isinstance(parameter.target, syntax.Identifier))


def _function_expression(walk: Walk, node: syntax.FunctionExpression) -> None:
    walk.flows[node] = walk.flow
    _function(walk, node.function)


def _called_function(walk: Walk, node: syntax.Call) -> None:
    """A call; of a function where it stands, too."""
    callee = node.callee
    if not isinstance(callee, syntax.FunctionExpression) or node.is_optional:
        visit_call(walk, node)
        return
    if node.type_arguments is not None:
        walk.visit_all(node.type_arguments)
    walk.visit_all(node.arguments)
    walk.flows[callee] = walk.flow
    _function(walk, callee.function, is_called=True)
    walk.flows[node] = walk.flow


def bind_class(walk: Walk, node: syntax.Class, is_in_expression: bool = False) -> None:
    """The parts of a class, whose name is declared already."""
    walk.visit_all(node.decorators)
    with walk.in_scope(node):
        declare_type_parameters(walk, node.type_parameters)
        walk.visit(node.base)
        if node.base_arguments is not None:
            walk.visit_all(node.base_arguments)
        walk.visit_all(node.interfaces)
        for member in node.members:
            match member:
                case syntax.PropertyDeclaration():
                    _property(walk, member)
                case syntax.MethodDeclaration():
                    walk.visit_all(member.modifiers.decorators)
                    visit_property_name(walk, member.name)
                    is_constructor = member.function.kind is syntax.FunctionKind.CONSTRUCTOR
                    _function(walk, member.function, is_in_expression=is_in_expression and not is_constructor)
                case syntax.StaticBlock():
                    outer = walk.jumps, walk.labels
                    walk.jumps, walk.labels = [], ()
                    with walk.in_scope(member.body, is_function=True):
                        walk.visit_statements(member.body.statements)
                    walk.jumps, walk.labels = outer
                case _:
                    walk.visit(member)


def _property(walk: Walk, node: syntax.PropertyDeclaration) -> None:
    walk.visit_all(node.modifiers.decorators)
    visit_property_name(walk, node.name)
    walk.visit(node.type)
    if node.value is None:
        return
    outer = walk.flow, walk.exception_target
    walk.flow, walk.exception_target = Start(None, None), None
    with walk.in_scope(node, is_function=True):
        walk.visit(node.value)
    walk.flow, walk.exception_target = outer


def _class_expression(walk: Walk, node: syntax.ClassExpression) -> None:
    declaration = node.declaration
    if declaration.name is None:
        walk.scopes[node] = walk.scope
        bind_class(walk, declaration, is_in_expression=True)
        return
    with walk.in_scope(node):
        walk.declarer.declare(walk.scope, declaration.name, SymbolFlags.CLASS, declaration, False)
        bind_class(walk, declaration, is_in_expression=True)


def function_declaration(walk: Walk, node: syntax.FunctionDeclaration, is_exported: bool) -> None:
    """A declared function."""
    name = node.function.name
    if isinstance(name, syntax.Identifier):
        walk.declarer.declare(walk.scope, name, SymbolFlags.FUNCTION, node.function, is_exported)
    _function(walk, node.function)


def class_declaration(walk: Walk, node: syntax.ClassDeclaration, is_exported: bool) -> None:
    """A declared class; its name is assigned there."""
    declaration = node.declaration
    if declaration.name is not None:
        walk.declarer.declare(walk.scope, declaration.name, SymbolFlags.CLASS, declaration, is_exported)
    bind_class(walk, declaration)


def _visit_function(walk: Walk, node: syntax.Function) -> None:
    _function(walk, node, is_in_expression=True)


VISITORS: Final[Mapping[type, Visitor]] = {
    syntax.Function: _visit_function,
    syntax.FunctionExpression: _function_expression,
    syntax.ClassExpression: _class_expression,
    syntax.Call: _called_function,
}
