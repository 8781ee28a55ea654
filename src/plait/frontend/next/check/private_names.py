"""Private names of classes: which class a name belongs to, and what `#name in x` tells."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.check.state import State
from plait.frontend.next.check.this_types import class_value
from plait.frontend.next.check.written import declared_of_node
from plait.frontend.next.types.lookup import property_of
from plait.frontend.next.types.model import ANY_LIKE, F, Type, Union
from plait.frontend.next.types.unions import filter_type


def private_key(c: State, name: syntax.PrivateName) -> str:
    """The key of a private name: of the innermost class around that declares it."""
    found = private_member(c, name)
    return name.name if found is None else f"{name.name}#{declared_of_node(c, found[0]).id}"


def private_member(c: State, name: syntax.PrivateName) -> tuple[syntax.Class, Any] | None:
    """The innermost class around a private name that declares it, and the member that it is."""
    for around in c.places.classes_around(name):
        for member in around.members:
            if isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration):
                own = member.name
                if isinstance(own, syntax.PrivateName) and own.name == name.name:
                    return around, member
    return None


def narrowed_by_private(c: State, type: Type, node: syntax.PrivateIn, sense: bool) -> Type:
    """What is left of a type when a value has a private name, or has it not."""
    key = private_key(c, node.name)

    def keep(item: Type) -> bool:
        return (property_of(c.store, item, key) is not None) == sense

    if isinstance(type, Union):
        return filter_type(c.store, type, keep)
    if sense and (type.flags & (F.UNKNOWN | ANY_LIKE | F.NON_PRIMITIVE) or not keep(type)):
        return _having(c, node)
    return type


def _having(c: State, node: syntax.PrivateIn) -> Type:
    """The objects that have a private name: those of the class that declares it, or the class itself."""
    found = private_member(c, node.name)
    if found is None:
        return c.store.opaque
    owner, member = found
    if member.modifiers.is_static:
        return class_value(c, owner)
    declared = declared_of_node(c, owner)
    return c.store.reference(declared, tuple([c.store.any for _ in declared.parameters]))
