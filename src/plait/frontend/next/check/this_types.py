"""`this` and `super`, by where they stand."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.declarations import with_mixed_base
from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import declared_of_node, outer_parameters, written_type
from plait.frontend.next.types.mentions import mentioned
from plait.frontend.next.types.model import Declared, F, Intersection, OriginKind, Reference, Type
from plait.frontend.next.types.unions import constituents_of, union
from plait.frontend.next.types.widening import regular


def this(c: State, node: Any) -> Type:
    """`this` as an expression."""
    type = c.this_type(node)
    return c.flow_type(node, type)


def this_type(c: State, node: Any) -> Type:
    """The type of `this` where it stands, by what is around it."""
    context = c.places.this_context(node)
    match context:
        case None:
            return c.store.undefined
        case syntax.Class() | syntax.InterfaceDeclaration():
            declared = declared_of_node(c, context)
            return declared.this if declared.this is not None else c.store.opaque
        case ("static", syntax.Class() as declaration):
            return class_value(c, declaration)
        case syntax.Function():
            if context.this_type is not None:
                return written_type(c, context.this_type)
            if context.kind is syntax.FunctionKind.DECLARATION and isinstance(node, syntax.This):
                c.report(
                    Code.SUPER,
                    node,
                    "`this` has no type in a function that is no method",
                    "give the function a parameter `this: type`",
                )
            return this_in_function(c, context)
        case ("object", literal, method):
            return wanted_this(c, method) or object_this(c, literal)
        case _:
            return c.store.opaque


def super_(c: State, node: syntax.Super) -> Type:
    """`super` as the object of a property."""
    context = c.places.this_context(node)
    declaration: Any = context
    is_static = False
    if isinstance(context, tuple):
        is_static, declaration = context[0] == "static", context[1]
    if not isinstance(declaration, syntax.Class) or declaration.base is None:
        return c.store.opaque
    if is_static:
        return c.expression(declaration.base)
    declared = declared_of_node(c, declaration)
    bases = c.base_types(declared)
    return bases[0] if bases else c.store.opaque


def this_in_function(c: State, node: syntax.Function) -> Type:
    """`this` in a function that is no method, by what is wanted of the function."""
    wanted = wanted_this(c, node)
    if wanted is not None:
        return wanted
    parent = c.places.parent(c.places.parent(node))
    if isinstance(parent, syntax.PropertyAssignment):
        literal = c.places.parent(parent)
        if isinstance(literal, syntax.ObjectLiteral):
            return object_this(c, literal)
    return c.store.any


def wanted_this(c: State, node: syntax.Function) -> Type | None:
    """The parameter `this` of the signature that is wanted of a function."""
    signature = c.contexts.get(node)
    return None if signature is None else signature.this


def object_this(c: State, literal: Any) -> Type:
    """`this` in a method of an object literal: what is wanted of the literal, else the literal itself."""
    wanted = c.object_contexts.get(literal)
    if wanted is not None and wanted.flags & F.ANY:
        return wanted
    named = None if wanted is None else _named_this(wanted)
    if named is not None:
        return named
    if wanted is not None and _is_known_in(c, wanted, literal):
        rest = union(c.store, [item for item in constituents_of(wanted) if item.flags & (F.OBJECT | F.INTERSECTION)])
        if not rest.flags & F.NEVER:
            return rest
    known = c.object_types.get(literal)
    if known is None:
        c.object_types[literal] = c.store.opaque
        with c.trial():
            known = regular(c.expression(literal))
        c.object_types[literal] = known
    return known


def _is_known_in(c: State, type: Type, node: Any) -> bool:
    """Whether a type mentions no type parameters but those around a node: those of a call are not known yet."""
    if not type.mentions:
        return True
    around = {parameter.id for parameter in outer_parameters(c, c.places.scope_at(c.scopes, node))}
    return mentioned(type).keys() <= around


def _named_this(wanted: Type) -> Type | None:
    """The `T` of `ThisType<T>` in what is wanted of an object literal."""
    for item in constituents_of(wanted):
        for part in item.constituents if isinstance(item, Intersection) else (item,):
            if isinstance(part, Reference) and isinstance(part.target, Declared) and part.target.name == "ThisType":
                return part.arguments[0]
    return None


def class_value(c: State, node: syntax.Class) -> Type:
    """A class as a value."""
    symbol = c.symbols.get(node)
    if symbol is not None:
        return c.type_of_symbol(symbol)
    found = c.types.get(node)
    if found is None:
        scope = c.scopes.get(node)
        outer = outer_parameters(c, None if scope is None else scope.parent)
        plain = c.store.anonymous_of(c.store.origin(OriginKind.CLASS, node, None, outer), outer)
        found = with_mixed_base(c, node, plain)
        c.types[node] = found
    return found
