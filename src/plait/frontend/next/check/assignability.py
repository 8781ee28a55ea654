"""Values where a type is wanted: errors at the place that is in the way."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.state import State
from plait.frontend.next.types.discriminants import excess_property
from plait.frontend.next.types.display import show
from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import property_type
from plait.frontend.next.types.lookup import index_for_key, members_of, properties_of, property_of
from plait.frontend.next.types.model import (
    ANY_LIKE,
    PRIMITIVE,
    Anonymous,
    F,
    Intersection,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import constituents_of
from plait.frontend.next.types.widening import base_of_literal, regular


def require(c: State, type: Type, wanted: Type, node: Any, what: str) -> bool:
    """Whether the value of an expression may stand where a type is wanted; if not it is reported where it stands, or
    the part of it that is in the way.
    """
    note_integers(c, wanted, node)
    return fits(c, type, wanted, node, what)


def note_integers(c: State, wanted: Type, node: Any) -> None:
    """Note the expressions whose values are stored where an int or a long is wanted. What is found last counts, in
    trials too: of what a trial has found nothing is looked at again.
    """
    if c.store.has_integers:
        _note_integers(c, wanted, node)


def _note_integers(c: State, wanted: Type, node: Any) -> None:
    if any(item.flags & F.INTEGER for item in constituents_of(wanted)):
        c.stored[node] = wanted
        return
    c.stored.pop(node, None)
    if not isinstance(wanted, Reference | Anonymous | Intersection):
        return
    if isinstance(node, syntax.ObjectLiteral):
        for member in node.members:
            if isinstance(member, syntax.PropertyAssignment | syntax.ShorthandProperty):
                value = member.value if isinstance(member, syntax.PropertyAssignment) else member.name
                _note_part(c, wanted, _key_of(member), value)
    elif isinstance(node, syntax.ArrayLiteral):
        for index, element in enumerate(node.elements):
            if isinstance(element, syntax.Spread):
                return
            if element is not None:
                _note_part(c, wanted, str(index), element)


def _note_part(c: State, wanted: Type, key: str | None, node: Any) -> None:
    """Note what a property or element of a literal is stored as."""
    if key is None:
        return
    property = property_of(c.store, wanted, key)
    if property is not None:
        _note_integers(c, property_type(c.store, property), node)
        return
    info = index_for_key(c.store, wanted, key)
    if info is not None:
        _note_integers(c, info.type, node)


def fits(c: State, type: Type, wanted: Type, node: Any, what: str) -> bool:
    """Whether a value of a type, that of the node or computed from it, may stand where another is wanted."""
    if is_assignable(c.store, type, wanted):
        return True
    if not _elaborate(c, type, wanted, node):
        _report(c, type, wanted, node, what)
    return False


def _elaborate(c: State, type: Type, wanted: Type, node: Any) -> bool:
    """Report the property or element that is in the way."""
    store = c.store
    if isinstance(node, syntax.Conditional) and not isinstance(wanted, Union):
        return False
    if isinstance(node, syntax.ObjectLiteral) and isinstance(wanted, Reference | Anonymous | Intersection | Union):
        if isinstance(type, Anonymous) and type.is_fresh:
            key = excess_property(store, type, wanted)
            if key is not None:
                place = next((member for member in node.members if _key_of(member) == key), node)
                c.report(
                    Code.EXCESS_PROPERTY,
                    getattr(place, "name", place),
                    f"`{show(store, wanted)}` has no property `{key}`",
                    "leave it out, or look for a misspelling",
                )
                return True
        if isinstance(wanted, Union):
            return False
        return _elaborate_object(c, type, wanted, node)
    return False


def _key_of(member: Any) -> str | None:
    name = getattr(member, "name", None)
    return None if name is None else getattr(name, "name", None)


def _elaborate_object(c: State, type: Type, wanted: Type, node: syntax.ObjectLiteral) -> bool:
    store = c.store
    own = properties_of(store, type)
    for member in node.members:
        if not isinstance(member, syntax.PropertyAssignment | syntax.ShorthandProperty):
            continue
        key = _key_of(member)
        if key is None or key not in own:
            continue
        property = property_of(store, wanted, key)
        place_type: Type | None = None if property is None else property_type(store, property)
        if property is None:
            info = index_for_key(store, wanted, key)
            place_type = None if info is None else info.type
        if place_type is None:
            continue
        mine = property_type(store, own[key])
        if not is_assignable(store, mine, place_type):
            value = member.value if isinstance(member, syntax.PropertyAssignment) else member.name
            if not _elaborate(c, mine, place_type, value):
                _report(c, mine, place_type, member.name, "property")
            return True
    return False


def _report(c: State, type: Type, wanted: Type, node: Any, what: str) -> None:
    store = c.store
    if type.flags & ANY_LIKE and type.flags & F.OPAQUE:
        return
    shown = (
        base_of_literal(store, regular(type))
        if not wanted.flags & (F.STRING_LITERAL | F.NUMBER_LITERAL | F.UNION)
        else regular(type)
    )
    reason = explain(c, type, wanted)
    c.report(
        Code.TYPE_MISMATCH,
        node,
        f"`{show(store, shown)}` does not fit `{show(store, wanted)}`{': ' + reason if reason else ''}",
    )


def explain(c: State, type: Type, wanted: Type) -> str:
    """Which member is in the way; empty if it is something else."""
    store = c.store
    if isinstance(wanted, Union):
        rest = [item for item in wanted.constituents if not item.flags & PRIMITIVE]
        if len(rest) != 1:
            return ""
        wanted = rest[0]
    if isinstance(type, Union):
        bad = next((item for item in type.constituents if not is_assignable(store, item, wanted)), None)
        if bad is not None and bad.flags & (F.UNDEFINED | F.NULL):
            return f"it may be {show(store, bad)}"
        return ""
    if not isinstance(wanted, Reference | Anonymous) or not isinstance(type, Reference | Anonymous):
        return ""
    if has_unknown_keys(c.store, wanted):
        return ""
    for key, property in members_of(store, wanted).properties.items():
        own = property_of(store, type, key)
        if own is None:
            if not property.is_optional:
                return f"it has no `{key}`"
            continue
        mine, theirs = property_type(store, own), property_type(store, property)
        if not is_assignable(store, mine, theirs):
            return f"`{key}` is `{show(store, mine)}`, not `{show(store, theirs)}`"
        if own.is_optional and not property.is_optional:
            return f"`{key}` may be missing"
    return ""
