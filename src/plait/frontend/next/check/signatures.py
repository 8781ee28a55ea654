"""Signatures of declared functions, methods and signature members."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.written import outer_parameters, type_parameter, written_type
from plait.frontend.next.types.instantiation import result_of
from plait.frontend.next.types.members import Parameter, Predicate, Signature
from plait.frontend.next.types.model import F, OriginKind, Type
from plait.frontend.next.types.unions import constituents_of, optional, without


def signature_of(c: State, node: Any) -> Signature:
    """The signature of a function, method, call signature or function type."""
    found = c.signatures.get(node)
    if found is None:
        found = _make(c, node)
        c.signatures[node] = found
    return found


def _make(c: State, node: Any) -> Signature:
    parameters = tuple([_parameter(c, parameter) for parameter in node.parameters])
    own = tuple([type_parameter(c, c.symbols[parameter.name]) for parameter in node.type_parameters])
    this = None if node.this_type is None else written_type(c, node.this_type)
    made = c.store.signature(parameters, None, own, this, node)
    if isinstance(node, syntax.FunctionTypeNode | syntax.CallSignature):
        made.is_construct = node.is_constructor
        made.is_abstract = isinstance(node, syntax.FunctionTypeNode) and node.is_abstract
    elif isinstance(node, syntax.Function):
        made.is_construct = node.kind is syntax.FunctionKind.CONSTRUCTOR
        made.is_method = node.kind in (syntax.FunctionKind.METHOD, syntax.FunctionKind.CONSTRUCTOR)
    else:
        made.is_method = True
    return made


def _parameter(c: State, node: syntax.Parameter) -> Parameter:
    name = node.target.name if isinstance(node.target, syntax.Identifier) else "{...}"
    is_optional = node.is_optional or node.default is not None
    del c
    return Parameter(name, None, is_optional, node.is_rest, node)


def parameter_type(c: State, parameter: Parameter) -> Type:
    """The type of a declared parameter as a caller sees it."""
    node = parameter.declaration
    if not isinstance(node, syntax.Parameter):
        return c.store.any
    type = declared_parameter_type(c, node)
    if node.is_optional or node.default is not None:
        return optional(c.store, type)
    return type


def initial_parameter_type(c: State, node: syntax.Parameter) -> Type:
    """The type of a parameter where its function begins: a default value has taken the place of undefined."""
    type = declared_parameter_type(c, node)
    if node.type is None or node.default is None or not _takes(type, F.UNDEFINED):
        return type
    with c.trial():
        value = c.expression(node.default, Wanted(type))
    return type if _takes(value, F.UNDEFINED) else without(c.store, type, F.UNDEFINED)


def _takes(type: Type, flags: int) -> bool:
    return any(item.flags & flags for item in constituents_of(type))


def declared_parameter_type(c: State, node: syntax.Parameter) -> Type:
    """The type of what may be assigned to a parameter inside of its function."""
    if node.type is not None:
        return written_type(c, node.type)
    assigned = c.parameter_types.get(node)
    if assigned is not None:
        return assigned
    if node.default is not None:
        type = c.default_type(node.target, node.default)
        c.parameter_types[node] = type
        return type
    if isinstance(node.target, syntax.ObjectPattern | syntax.ArrayPattern):
        return c.pattern_type(node.target)
    given = setter_type(c, node)
    if given is not None:
        c.parameter_types[node] = given
        return given
    if node.is_rest:
        return c.store.array(c.store.any)
    return c.store.any


def predicate(c: State, signature: Signature) -> Predicate | None:
    """What a declared function tells about its arguments, as it is written."""
    node = signature.declaration
    result = getattr(node, "result", None)
    if not isinstance(result, syntax.TypePredicateNode):
        return None
    index = -1
    for position, parameter in enumerate(node.parameters):
        if isinstance(parameter.target, syntax.Identifier) and parameter.target.name == result.name:
            index = position
    type = None if result.type is None else written_type(c, result.type)
    return Predicate(index, result.is_assertion, type)


def function_object(c: State, node: Any, nodes: tuple[Any, ...]) -> Type:
    """The type of a function with the signatures of several declarations; the one with a body does not count beside
    others.
    """
    scope = c.scopes.get(node)
    outer = outer_parameters(c, None if scope is None else scope.parent)
    origin = c.store.origin(OriginKind.FUNCTION, nodes, None, outer)
    return c.store.anonymous_of(origin, outer)


def overloads(nodes: tuple[Any, ...]) -> tuple[Any, ...]:
    """The declarations that callers see: all, or those without body where there are such."""
    functions = [node.function if isinstance(node, syntax.MethodDeclaration) else node for node in nodes]
    without = [node for node in functions if getattr(node, "body", None) is None]
    return tuple(without) if without else tuple(functions)


def setter_type(c: State, parameter: syntax.Parameter) -> Type | None:
    """The type of the parameter of a setter without one: what the getter of the same name gives."""
    function = c.places.parent(parameter)
    if not isinstance(function, syntax.Function) or function.kind is not syntax.FunctionKind.SETTER:
        return None
    member = c.places.parent(function)
    owner = c.places.parent(member)
    for other in getattr(owner, "members", ()):
        own = getattr(other, "function", None)
        if own is None or own.kind is not syntax.FunctionKind.GETTER:
            continue
        same = getattr(own.name, "name", None) == getattr(function.name, "name", "")
        if same and _is_static(other) == _is_static(member):
            return result_of(c.store, signature_of(c, own))
    return None


def _is_static(member: Any) -> bool:
    modifiers = getattr(member, "modifiers", None)
    return modifiers is not None and modifiers.is_static
