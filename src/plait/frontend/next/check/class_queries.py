"""Questions about classes: what they extend, what is inside them."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.classes import base_constructors, nodes_of, property_key
from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import declared_of_node, written_type
from plait.frontend.next.types.lookup import inherits
from plait.frontend.next.types.members import Property, Signature
from plait.frontend.next.types.model import ANY_LIKE, Declared, Reference


def has_unknown_base(c: State, declared: Declared) -> bool:
    """Whether a class or interface extends something that is not known."""
    for node in nodes_of(c, declared):
        if isinstance(node, syntax.Class) and node.base is not None:
            with c.trial():
                base = c.expression(node.base)
            if base.flags & ANY_LIKE or not base_constructors(c, node):
                return True
        elif isinstance(node, syntax.InterfaceDeclaration) and any(
            written_type(c, base).flags & ANY_LIKE for base in node.bases
        ):
            return True
    return any(
        isinstance(base, Reference) and isinstance(base.target, Declared) and has_unknown_base(c, base.target)
        for base in c.base_types(declared)
    )


def extends(c: State, inner: Declared, owner: Declared) -> bool:
    """Whether a class is another one or extends it."""
    return inherits(c.store, inner, owner)


def classes_around(c: State, node: Any) -> list[Declared]:
    """The classes around a node."""
    return [declared_of_node(c, item) for item in c.places.classes_around(node)]


def is_own_constructor(c: State, node: Any, property: Property) -> bool:
    """Whether a place stands in the constructor of the class that declares a property."""
    constructor = c.places.constructor_around(node)
    function = c.places.function_at(node)
    if constructor is None and not isinstance(function, syntax.PropertyDeclaration):
        current = c.places.parent(node)
        while current is not None and not isinstance(current, syntax.Function | syntax.StaticBlock):
            current = c.places.parent(current)
        if not isinstance(current, syntax.StaticBlock):
            return False
    around = c.places.classes_around(node)
    if not around:
        return False
    return property.owner is declared_of_node(c, around[0])


def own_property_of(c: State, node: syntax.Class, member: syntax.PropertyDeclaration) -> Property | None:
    """The property that a field declares."""
    declared = declared_of_node(c, node)
    key = property_key(c, member.name)
    return None if key is None else c.declared_members(declared).properties.get(key)


def super_constructors(c: State, node: Any) -> tuple[Signature, ...]:
    """The constructors that `super(...)` calls."""
    around = c.places.classes_around(node)
    return base_constructors(c, around[0]) if around else ()


def is_ambient_class(c: State, node: syntax.Class) -> bool:
    """Whether a class is declared as being somewhere else."""
    symbol = c.symbols.get(node)
    return symbol is not None and bool(symbol.flags & SymbolFlags.AMBIENT)
