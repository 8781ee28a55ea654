"""Names in types, and the scopes of type parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.expressions import declare_target, visit_property_name
from plait.frontend.next.bind.symbols import NAMESPACES, TYPE, SymbolFlags
from plait.frontend.next.bind.walk import Visitor, Walk


def declare_type_parameters(walk: Walk, parameters: tuple[syntax.TypeParameterDeclaration, ...]) -> None:
    """Declare type parameters in the scope, then go over their constraints and defaults."""
    for parameter in parameters:
        walk.declarer.declare(walk.scope, parameter.name, SymbolFlags.TYPE_PARAMETER, parameter, False)
    for parameter in parameters:
        walk.visit(parameter.constraint)
        walk.visit(parameter.default)


def declare_signature_parameters(walk: Walk, parameters: tuple[syntax.Parameter, ...]) -> None:
    """The parameters of a signature without body."""
    for parameter in parameters:
        walk.visit(parameter.type)
        declare_target(walk, parameter.target, SymbolFlags.VAR | SymbolFlags.PARAMETER, parameter, False, False)


def _reference(walk: Walk, node: syntax.TypeReference) -> None:
    walk.use(node.names[0], TYPE if len(node.names) == 1 else NAMESPACES)
    walk.scopes[node] = walk.scope
    if node.arguments is not None:
        walk.visit_all(node.arguments)


def _query(walk: Walk, node: syntax.TypeQuery) -> None:
    walk.scopes[node] = walk.scope
    walk.visit(node.expression)
    if node.arguments is not None:
        walk.visit_all(node.arguments)


def _here(walk: Walk, node: Any) -> None:
    """A type whose instantiation depends on the type parameters around it."""
    walk.scopes[node] = walk.scope
    for child in syntax.children(node):
        walk.visit(child)


def _signature(walk: Walk, node: syntax.FunctionTypeNode | syntax.CallSignature | syntax.MethodSignature) -> None:
    if isinstance(node, syntax.MethodSignature):
        visit_property_name(walk, node.name)
    with walk.in_scope(node):
        declare_type_parameters(walk, node.type_parameters)
        walk.visit(node.this_type)
        declare_signature_parameters(walk, node.parameters)
        walk.visit(node.result)


def _property_signature(walk: Walk, node: syntax.PropertySignature) -> None:
    walk.scopes[node] = walk.scope
    visit_property_name(walk, node.name)
    walk.visit(node.type)


def _index_signature(walk: Walk, node: syntax.IndexSignature) -> None:
    walk.visit(node.key)
    walk.visit(node.type)


def _mapped(walk: Walk, node: syntax.MappedTypeNode) -> None:
    with walk.in_scope(node):
        declare_type_parameters(walk, (node.parameter,))
        walk.visit(node.name_type)
        walk.visit(node.type)


def _conditional(walk: Walk, node: syntax.ConditionalTypeNode) -> None:
    walk.visit(node.check)
    with walk.in_scope(node):
        walk.visit(node.extends)
        walk.visit(node.true_type)
    walk.visit(node.false_type)


def _infer(walk: Walk, node: syntax.InferType) -> None:
    """`infer T` declares in the conditional type around it, however deep it stands there."""
    scope = walk.scope
    while not isinstance(scope.node, syntax.ConditionalTypeNode) and scope.parent is not None:
        scope = scope.parent
    name = node.parameter.name
    if name.name in scope.names:
        symbol = scope.names[name.name]
        symbol.declarations.append(node.parameter)
        walk.declarer.symbols[node.parameter] = symbol
        walk.declarer.symbols[name] = symbol
    else:
        walk.declarer.declare(scope, name, SymbolFlags.TYPE_PARAMETER, node.parameter, False)
    walk.visit(node.parameter.constraint)


def _member(walk: Walk, node: syntax.TupleMember) -> None:
    walk.visit(node.type)


def _predicate(walk: Walk, node: syntax.TypePredicateNode) -> None:
    walk.visit(node.type)


def _literal(walk: Walk, node: syntax.LiteralType) -> None:
    del walk, node


def _this(walk: Walk, node: syntax.ThisType) -> None:
    walk.scopes[node] = walk.scope


def _import(walk: Walk, node: syntax.ImportType) -> None:
    if node.arguments is not None:
        walk.visit_all(node.arguments)


def _interface(walk: Walk, node: syntax.InterfaceDeclaration) -> None:
    with walk.in_scope(node):
        declare_type_parameters(walk, node.type_parameters)
        walk.visit_all(node.bases)
        walk.visit_all(node.members)


def _alias(walk: Walk, node: syntax.TypeAliasDeclaration) -> None:
    with walk.in_scope(node):
        declare_type_parameters(walk, node.type_parameters)
        walk.visit(node.type)


VISITORS: Final[Mapping[type, Visitor]] = {
    syntax.TypeReference: _reference,
    syntax.TypeQuery: _query,
    syntax.ThisType: _this,
    syntax.TypeLiteral: _here,
    syntax.FunctionTypeNode: _signature,
    syntax.CallSignature: _signature,
    syntax.MethodSignature: _signature,
    syntax.PropertySignature: _property_signature,
    syntax.IndexSignature: _index_signature,
    syntax.MappedTypeNode: _mapped,
    syntax.ConditionalTypeNode: _conditional,
    syntax.InferType: _infer,
    syntax.TupleMember: _member,
    syntax.TypePredicateNode: _predicate,
    syntax.LiteralType: _literal,
    syntax.ImportType: _import,
    syntax.InterfaceDeclaration: _interface,
    syntax.TypeAliasDeclaration: _alias,
}
