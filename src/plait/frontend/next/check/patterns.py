"""Patterns: values taken apart, where they are declared and where they are assigned."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.access import checked_present, target_type
from plait.frontend.next.check.assignability import require
from plait.frontend.next.check.classes import property_key
from plait.frontend.next.check.declarations import variable_type
from plait.frontend.next.check.filters import present
from plait.frontend.next.check.iteration import iterated
from plait.frontend.next.check.references import symbol_of
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import library_alias, subtype_union
from plait.frontend.next.check.written import outer_parameters
from plait.frontend.next.types.display import show
from plait.frontend.next.types.evaluation import access_type, try_access
from plait.frontend.next.types.instantiation import property_type
from plait.frontend.next.types.lookup import (
    apparent,
    base_constraint,
    index_for_key,
    indexes_of,
    members_of,
    properties_of,
    property_of,
    tuple_element,
)
from plait.frontend.next.types.members import Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    INSTANTIABLE,
    Anonymous,
    ElementKind,
    F,
    Intersection,
    OriginKind,
    Reference,
    TupleShape,
    Type,
    Union,
)
from plait.frontend.next.types.unions import constituents_of, union, without
from plait.frontend.next.types.widening import widen, widen_literal


def check_pattern(c: State, pattern: Any, type: Type, is_assigned: bool, source: Any) -> None:
    """Take a type apart: the variables of a pattern get their types, the places that it assigns are checked."""
    match pattern:
        case syntax.ObjectPattern():
            _object(c, pattern, type, is_assigned, source)
        case syntax.ArrayPattern():
            _array(c, pattern, type, is_assigned, source)
        case _:
            _target(c, pattern, type, is_assigned)


def _target(c: State, target: Any, type: Type, is_assigned: bool) -> None:
    """A name or place gets a part."""
    c.assigned[target] = type
    if is_assigned:
        require(c, type, target_type(c, target), target, "assignment")
        return
    symbol = symbol_of(c, target)
    if symbol is None:
        return
    is_constant = bool(symbol.flags & SymbolFlags.CONSTANT)
    found = variable_type(c, symbol, None, type, is_constant)
    if found is c.store.auto:
        found = c.store.any
    if c.muted and symbol in c.symbol_types:
        return
    c.symbol_types[symbol] = found


def _object(c: State, pattern: syntax.ObjectPattern, type: Type, is_assigned: bool, source: Any) -> None:
    if pattern.elements:
        type = checked_present(c, type, pattern, False)
    taken: list[str] = []
    for element in pattern.elements:
        if element.is_rest:
            part = _rest(c, type, taken)
        elif element.name is None:
            continue
        else:
            key = property_key(c, element.name)
            if key is not None:
                taken.append(key)
            part = _property(c, element, type, key)
        part = _with_default(c, element, part)
        check_pattern(c, element.target, part, is_assigned, source)


def _property(c: State, element: syntax.PatternElement, type: Type, key: str | None) -> Type:
    """The type of a property that a pattern takes."""
    store = c.store
    if type.flags & ANY_LIKE:
        return type if type.flags & F.OPAQUE else store.any
    if key is None:
        assert isinstance(element.name, syntax.ComputedName)
        index = c.expression(element.name.expression)
        found = try_access(store, type, index)
        if found is None:
            c.report(
                Code.UNKNOWN_PROPERTY,
                element.name,
                f"`{show(store, type)}` has no element under every `{show(store, index)}`",
            )
            return store.opaque
        return found
    property = property_of(store, type, key)
    if property is not None and not property.flags & PropertyFlags.PARTIAL:
        return property_type(store, property)
    info = index_for_key(store, apparent(store, type), key)
    if info is not None:
        return info.type
    if (
        element.default is not None
        and isinstance(type, Anonymous)
        and type.origin.kind is OriginKind.OBJECT_LITERAL
        and property is None
    ):
        return store.undefined
    if property is not None and isinstance(type, Union) and _all_literals(type):
        return union(store, (property_type(store, property), store.undefined))
    if isinstance(type, Reference) and isinstance(type.target, TupleShape) and key.isdecimal():
        found = tuple_element(store, type, int(key))
        if found is not None:
            return found
    assert element.name is not None
    c.report(Code.UNKNOWN_PROPERTY, element.name, f"`{show(store, type)}` has no property `{key}`")
    return store.opaque


def _all_literals(type: Union) -> bool:
    return all(
        isinstance(item, Anonymous) and item.origin.kind is OriginKind.OBJECT_LITERAL for item in type.constituents
    )


def _with_default(c: State, element: syntax.PatternElement, type: Type) -> Type:
    if element.default is None:
        return type
    kept = without(c.store, type, F.UNDEFINED)
    value = c.expression(element.default, None if kept.flags & (F.NEVER | ANY_LIKE) else Wanted(kept))
    if type.flags & ANY_LIKE:
        return type
    if isinstance(element.default, syntax.ArrayLiteral) and not element.default.elements and not kept.flags & F.NEVER:
        return kept
    known = present(c, type) if type.flags & INSTANTIABLE else kept
    return subtype_union(c, [known, value])


def _rest(c: State, type: Type, taken: list[str]) -> Type:
    """The object of the properties that a pattern leaves."""
    store = c.store
    if type.flags & ANY_LIKE:
        return type
    if isinstance(type, Union):
        return union(store, [_rest(c, item, taken) for item in type.constituents])
    if type.flags & INSTANTIABLE:
        keys = union(store, [store.literal(key) for key in taken])
        return library_alias(c, "Omit", (type, keys)) if taken else type
    if not isinstance(type, Reference | Anonymous | Intersection):
        return store.empty_object
    properties: dict[str, Property] = {}
    members = members_of(store, type)
    for key, property in members.properties.items():
        hidden = property.flags & (PropertyFlags.PRIVATE | PropertyFlags.PROTECTED)
        is_method = property.flags & PropertyFlags.METHOD and isinstance(type, Reference)
        if key in taken or hidden or is_method:
            continue
        made = Property(key, property.flags & PropertyFlags.OPTIONAL, property.declaration)
        made.type = property_type(store, property)
        properties[key] = made
    outer = outer_parameters(c, c.current_scope)
    return store.synthetic(Members(properties, indexes=members.indexes), outer, OriginKind.OBJECT_LITERAL)


def _array(c: State, pattern: syntax.ArrayPattern, type: Type, is_assigned: bool, source: Any) -> None:
    type = checked_present(c, type, pattern, False)
    for index, element in enumerate(pattern.elements):
        if element is None:
            continue
        part = rest_elements(c, type, index, pattern) if element.is_rest else _element(c, pattern, element, type, index)
        part = _with_default(c, element, part)
        check_pattern(c, element.target, part, is_assigned, source)
    if not pattern.elements:
        iterated(c, type, pattern)


def _element(c: State, pattern: syntax.ArrayPattern, element: syntax.PatternElement, type: Type, index: int) -> Type:
    """The type of an element that a pattern takes."""
    store = c.store
    found: list[Type] = []
    for item in constituents_of(type):
        if isinstance(item, Reference) and isinstance(item.target, TupleShape):
            own = tuple_element(store, item, index)
            if own is None:
                if element.default is None and len(constituents_of(type)) == 1:
                    c.report(
                        Code.UNKNOWN_PROPERTY,
                        element,
                        f"the tuple `{show(store, item)}` has no element at position {index}",
                    )
                own = store.undefined
            found.append(own)
        elif _tuple_in(c, item) is not None:
            found.append(access_type(store, item, store.number_literal(float(index))))
        else:
            found.append(iterated(c, item, pattern))
    return union(store, found)


def _tuple_in(c: State, type: Type) -> Reference | None:
    """The tuple that an intersection has besides something else, or that a type parameter stands for."""
    known = base_constraint(c.store, type) if type.flags & INSTANTIABLE else type
    for part in known.constituents if isinstance(known, Intersection) else (known,):
        if isinstance(part, Reference) and isinstance(part.target, TupleShape):
            return part
    return None


def rest_elements(c: State, type: Type, index: int, place: Any) -> Type:
    """The array of the elements that a pattern leaves."""
    store = c.store
    if isinstance(type, Union):
        return union(store, [rest_elements(c, item, index, place) for item in type.constituents])
    if type.flags & INSTANTIABLE:
        type = _tuple_in(c, type) or type
    if isinstance(type, Reference) and isinstance(type.target, TupleShape):
        shape = type.target
        if not any(kind & ElementKind.VARIADIC for kind in shape.kinds):
            start = min(index, shape.fixed)
            made = store.tuple_shape(shape.kinds[start:], shape.labels[start:], False)
            return store.reference(made, type.arguments[start:])
    return store.array(iterated(c, type, place))


def pattern_type(c: State, pattern: Any) -> Type:
    """The type that a parameter has by its pattern alone."""
    store = c.store
    if isinstance(pattern, syntax.ArrayPattern):
        elements: list[Type] = []
        kinds: list[int] = []
        for element in pattern.elements:
            if element is not None and element.is_rest:
                kinds.append(ElementKind.REST)
                elements.append(store.any)
                continue
            kinds.append(ElementKind.REQUIRED if element is None or element.default is None else ElementKind.OPTIONAL)
            elements.append(store.any if element is None else _part_type(c, element))
        shape = store.tuple_shape(tuple(kinds), (None,) * len(kinds), False)
        return store.reference(shape, tuple(elements))
    properties: dict[str, Property] = {}
    for element in pattern.elements:
        if element.is_rest or element.name is None:
            continue
        key = property_key(c, element.name)
        if key is not None:
            flags = PropertyFlags.OPTIONAL if element.default is not None else 0
            properties[key] = Property(key, flags, element, type=_part_type(c, element))
    return store.synthetic(Members(properties))


def _part_type(c: State, element: syntax.PatternElement) -> Type:
    if element.default is not None:
        return default_type(c, element.target, element.default)
    if isinstance(element.target, syntax.ObjectPattern | syntax.ArrayPattern):
        return pattern_type(c, element.target)
    return c.store.any


def default_type(c: State, target: Any, default: Any) -> Type:
    """The type of a place by its default value. An object literal for an object pattern has all that the pattern takes,
    and what has a default of its own there may be missing.
    """
    found = widen(c.store, widen_literal(c.store, c.expression(default)))
    if not isinstance(target, syntax.ObjectPattern) or not isinstance(default, syntax.ObjectLiteral):
        return found
    taken = properties_of(c.store, pattern_type(c, target))
    properties = dict(properties_of(c.store, found))
    literals = _literals_in(c, default)
    for element in target.elements:
        key = None if element.is_rest or element.name is None else property_key(c, element.name)
        if key is None:
            continue
        own = properties.get(key)
        if own is None:
            properties[key] = taken[key]
        else:
            flags = own.flags | (taken[key].flags & PropertyFlags.OPTIONAL)
            is_literal = key in literals and element.default is None
            type = default_type(c, element.target, literals[key]) if is_literal else property_type(c.store, own)
            properties[key] = Property(key, flags, own.declaration, type=type)
    return c.store.synthetic(Members(properties, indexes=tuple(indexes_of(c.store, found))))


def _literals_in(c: State, node: syntax.ObjectLiteral) -> dict[str, Any]:
    """The object literals among the values of an object literal."""
    found: dict[str, Any] = {}
    for member in node.members:
        if isinstance(member, syntax.PropertyAssignment) and isinstance(member.value, syntax.ObjectLiteral):
            key = property_key(c, member.name)
            if key is not None:
                found[key] = member.value
    return found


def wanted_by_pattern(c: State, pattern: Any) -> Type | None:
    """What a pattern wants of the value that it takes apart: tuples for array patterns."""
    store = c.store
    if isinstance(pattern, syntax.ArrayPattern) and not any(
        element is not None and element.is_rest for element in pattern.elements
    ):
        elements = [
            store.unknown if element is None else (wanted_by_pattern(c, element.target) or store.unknown)
            for element in pattern.elements
        ]
        return store.fixed_tuple(tuple(elements)) if elements else None
    return None
