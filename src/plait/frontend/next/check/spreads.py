"""Object literals made: their types, and what spreading others into them gives."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import outer_parameters
from plait.frontend.next.types.generic import is_generic_object
from plait.frontend.next.types.instantiation import property_type
from plait.frontend.next.types.lookup import base_constraint, members_of
from plait.frontend.next.types.members import Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    INSTANTIABLE,
    NULLISH,
    PRIMITIVE,
    Anonymous,
    F,
    Intersection,
    Literal,
    OriginKind,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.unions import filter_type, intersection, is_empty_object, map_type, optional, union
from plait.frontend.next.types.widening import has_fresh, widen


def new_object(c: State, node: Any, members: Members) -> Anonymous:
    """The type of an object literal: fresh where it stands."""
    scope = None if node is None else c.places.scope_at(c.scopes, node)
    outer = outer_parameters(c, scope or c.current_scope)
    store = c.store
    regular_type = store.synthetic(_widened(c, members), outer, OriginKind.OBJECT_LITERAL, node)
    fresh = store.synthetic(members, outer, OriginKind.OBJECT_LITERAL, node)
    fresh.is_fresh = True
    fresh.regular = regular_type
    return fresh


def _widened(c: State, members: Members) -> Members:
    """The members without the freshness of object literals in them."""
    store = c.store
    properties: dict[str, Property] | None = None
    for key, property in members.properties.items():
        if property.type is not None and has_fresh(property.type):
            if properties is None:
                properties = dict(members.properties)
            made = Property(key, property.flags, property.declaration, type=widen(store, property.type))
            made.declarations = property.declarations
            properties[key] = made
    return members if properties is None else Members(properties, indexes=members.indexes)


def spread_types(c: State, left: Type, right: Type) -> Type:
    """`{ ...left, ...right }`."""
    store = c.store
    if left.flags & F.OPAQUE or right.flags & F.OPAQUE:
        return store.opaque
    if left.flags & F.ANY or right.flags & F.ANY:
        return store.any
    left, right = _without_nothing(c, left), _without_nothing(c, right)
    if right.flags & F.NEVER:
        return left
    if left.flags & F.NEVER:
        return right
    left = or_nothing(c, left)
    if isinstance(left, Union):
        return union(store, [spread_types(c, item, right) for item in left.constituents])
    right = or_nothing(c, right)
    if isinstance(right, Union):
        return union(store, [spread_types(c, left, item) for item in right.constituents])
    if right.flags & (PRIMITIVE | F.NON_PRIMITIVE) or right is store.empty_object:
        return left
    if is_generic_object(c.store, left) or is_generic_object(c.store, right):
        if isinstance(left, Anonymous) and left.members is not None and not left.members.properties:
            return right
        if isinstance(left, Intersection) and not is_generic_object(c.store, right):
            *before, last = left.constituents
            if not is_generic_object(c.store, last):
                return intersection(store, (*before, spread_types(c, last, right)))
        return intersection(store, (left, right))
    if not isinstance(left, Reference | Anonymous | Intersection) or not isinstance(
        right, Reference | Anonymous | Intersection
    ):
        return right
    return _spread_members(c, left, right)


def may_be_spread(c: State, type: Type) -> bool:
    """Whether `...` can take the properties of a value."""
    known = _without_nothing(c, map_type(c.store, type, lambda item: _bound(c, item)))
    if isinstance(known, Union | Intersection):
        return all(may_be_spread(c, item) for item in known.constituents)
    return not known.flags & (PRIMITIVE | F.UNKNOWN) or known.flags & F.NEVER != 0


def _bound(c: State, type: Type) -> Type:
    """What is known of a type; the type itself where nothing is."""
    known = base_constraint(c.store, type) if type.flags & INSTANTIABLE else type
    return c.store.opaque if known.flags & F.UNKNOWN and known is not type else known


def or_nothing(c: State, type: Type) -> Type:
    """What one object type or nothing gives: all its properties, as optional ones."""
    if not isinstance(type, Union):
        return type
    given = [item for item in type.constituents if not _gives_nothing(item)]
    if not given:
        return c.store.empty_object
    if len(given) > 1 or len(given) == len(type.constituents):
        return type
    whole = given[0]
    if not isinstance(whole, Reference | Anonymous | Intersection) or is_generic_object(c.store, whole):
        return type
    members = members_of(c.store, whole)
    properties: dict[str, Property] = {}
    for key, property in members.properties.items():
        if _is_spread(whole, property, PropertyFlags.PRIVATE | PropertyFlags.PROTECTED):
            made = properties[key] = _plain(c, property)
            made.flags |= PropertyFlags.OPTIONAL
            made.type = optional(c.store, property_type(c.store, property))
    return c.store.synthetic(
        Members(properties, indexes=members.indexes), outer_parameters(c, c.current_scope), OriginKind.OBJECT_LITERAL
    )


def _gives_nothing(type: Type) -> bool:
    return is_empty_object(type) or bool(type.flags & (PRIMITIVE | F.NON_PRIMITIVE))


def _without_nothing(c: State, type: Type) -> Type:
    """Null and undefined give nothing; `false`, `0` and `""` neither."""
    return filter_type(c.store, type, lambda item: not _is_certainly_false(item))


def _is_certainly_false(type: Type) -> bool:
    if isinstance(type, Literal):
        return type.value is not None and not type.value
    return bool(type.flags & (NULLISH | F.VOID))


SPREAD_COST: Final = 4
"""Steps for a property that is spread."""


def _spread_members(
    c: State, left: Reference | Anonymous | Intersection, right: Reference | Anonymous | Intersection
) -> Type:
    store = c.store
    properties: dict[str, Property] = {}
    hidden = PropertyFlags.PRIVATE | PropertyFlags.PROTECTED
    store.spend(SPREAD_COST * (len(members_of(store, left).properties) + len(members_of(store, right).properties)))
    for key, property in members_of(store, left).properties.items():
        if not _is_spread(left, property, hidden):
            continue
        properties[key] = _plain(c, property)
    for key, property in members_of(store, right).properties.items():
        if not _is_spread(right, property, hidden):
            continue
        before = properties.get(key)
        if before is not None and property.is_optional:
            made = Property(key, before.flags & PropertyFlags.OPTIONAL, property.declaration)
            given = filter_type(store, property_type(store, property), lambda item: not item.flags & F.UNDEFINED)
            made.type = union(store, (property_type(store, before), given))
            properties[key] = made
        else:
            properties[key] = _plain(c, property)
    indexes = (*members_of(store, left).indexes, *members_of(store, right).indexes)
    made_type = new_object(c, None, Members(properties, indexes=indexes))
    made_type.is_spread = made_type.regular.is_spread = True
    return made_type


def _is_spread(whole: Type, property: Property, hidden: int) -> bool:
    if property.flags & hidden or property.key.startswith("#"):
        return False
    is_class = isinstance(whole, Reference) and getattr(whole.target, "is_class", False)
    return not (is_class and property.flags & (PropertyFlags.METHOD | PropertyFlags.GETTER))


def _plain(c: State, property: Property) -> Property:
    made = Property(property.key, property.flags & PropertyFlags.OPTIONAL, property.declaration)
    made.declarations = property.declarations
    made.type = property_type(c.store, property)
    return made
