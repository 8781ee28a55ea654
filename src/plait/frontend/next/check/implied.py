"""What conditional types tell of types in their true branches: `T` is a string in `A` of `T extends string ? A : B`."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.check.state import State
from plait.frontend.next.types.instantiation import instantiate
from plait.frontend.next.types.members import Mapper
from plait.frontend.next.types.model import Type, TypeParameter
from plait.frontend.next.types.unions import intersection


def with_implied(c: State, node: Any, type: Type) -> Type:
    """A type that is written at a node, with what the conditional types around the node tell of its parts."""
    below, around = node, c.places.parent(node)
    while around is not None:
        if isinstance(around, syntax.ConditionalTypeNode) and below is around.true_type:
            type = _narrowed(c, around.check, around.extends, type)
        below, around = around, c.places.parent(around)
    return type


def _narrowed(c: State, check_node: Any, extends_node: Any, type: Type) -> Type:
    match check_node, extends_node:
        case syntax.TupleTypeNode(members=[check_member]), syntax.TupleTypeNode(members=[extends_member]):
            return _narrowed(c, check_member.type, extends_member.type, type)
        case _:
            pass
    check = c.written_type(check_node)
    if type is check:
        return intersection(c.store, (type, c.written_type(extends_node)))
    if isinstance(check, TypeParameter) and type.mentions:
        both = intersection(c.store, (check, c.written_type(extends_node)))
        return instantiate(c.store, type, Mapper({check.id: both}))
    return type
