"""Properties and elements: read, and as what is assigned."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VARIABLE, SymbolFlags
from plait.frontend.next.check.class_queries import classes_around, extends, has_unknown_base, is_own_constructor
from plait.frontend.next.check.evolving import evolving_array
from plait.frontend.next.check.filters import present
from plait.frontend.next.check.private_names import private_key
from plait.frontend.next.check.references import symbol_of
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import nearest_name
from plait.frontend.next.check.this_types import super_
from plait.frontend.next.types.display import show
from plait.frontend.next.types.evaluation import try_access
from plait.frontend.next.types.instantiation import property_type, property_write_type
from plait.frontend.next.types.lookup import (
    apparent,
    base_constraint,
    index_for_key,
    index_info,
    indexes_of,
    properties_of,
    property_of,
    seen_through,
    tuple_element,
)
from plait.frontend.next.types.members import Property, PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    INSTANTIABLE,
    NUMBER_LIKE,
    STRING_LIKE,
    SYMBOL_LIKE,
    Anonymous,
    Declared,
    F,
    IndexedAccess,
    Intersection,
    Reference,
    TupleShape,
    Type,
    TypeParameter,
    Union,
    is_key_of,
)
from plait.frontend.next.types.unions import constituents_of, optional, union
from plait.frontend.next.types.widening import regular


def optional_chain(c: State, node: syntax.OptionalChain, wanted: Wanted | None) -> Type:
    """A chain: undefined as well if a link of it may be left out."""
    c.chains.append(False)
    type = c.expression(node.expression, wanted)
    is_left_out = c.chains.pop()
    return optional(c.store, type) if is_left_out else type


def object_of(c: State, object: Any, is_optional: bool) -> Type:
    """The type of the object of a property or element, without null and undefined."""
    type = super_(c, object) if isinstance(object, syntax.Super) else c.expression(object)
    return checked_present(c, type, object, is_optional)


def checked_present(c: State, type: Type, object: Any, is_optional: bool) -> Type:
    """Without null and undefined, which are reported unless the link is optional."""
    if type.flags & F.UNKNOWN and is_optional:
        if c.chains:
            c.chains[-1] = True
        return c.store.empty_object
    if type.flags & F.UNKNOWN:
        c.report(
            Code.UNKNOWN_VALUE, object, "the value is `unknown` here", "test it first, with `typeof` or `instanceof`"
        )
        return c.store.opaque
    known = base_constraint(c.store, type) if type.flags & INSTANTIABLE else type
    if known.flags & F.OPAQUE:
        return c.store.opaque
    nothing = [item for item in constituents_of(known) if item.flags & (F.UNDEFINED | F.NULL | F.VOID)]
    if known.flags & F.UNKNOWN and type.flags & INSTANTIABLE and not is_optional:
        return type
    if not nothing:
        return type
    if is_optional:
        if c.chains:
            c.chains[-1] = True
    else:
        words = " or ".join(sorted({"null" if item.flags & F.NULL else "undefined" for item in nothing}))
        c.report(
            Code.POSSIBLY_NOTHING,
            object,
            f"the value may be {words} here" if len(nothing) < len(constituents_of(known)) else f"the value is {words}",
            "test it first, or write `?.`",
        )
    return present(c, type)


def property_access(c: State, node: syntax.PropertyAccess) -> Type:
    """`a.b`, read."""
    type, property = _property(c, node, is_write=False)
    if property is not None and property.flags & PropertyFlags.METHOD and not isinstance(type, Union):
        return type
    return c.flow_type(node, type)


def _property(c: State, node: syntax.PropertyAccess, is_write: bool) -> tuple[Type, Property | None]:
    """The declared type of a property, and the property."""
    object = object_of(c, node.object, node.is_optional)
    key = node.name.name
    store = c.store
    if object.flags & F.OPAQUE:
        return store.opaque, None
    if object.flags & F.ANY:
        return _of_global_object(c, node), None
    if isinstance(node.name, syntax.PrivateName):
        key = private_key(c, node.name)
        if property_of(store, object, key) is None:
            c.report(Code.UNKNOWN_PROPERTY, node.name, f"`{show(store, object)}` has no `{node.name.name}`")
            return store.opaque, None
    this = c.this_type(node.object) if isinstance(node.object, syntax.Super) else None
    property = property_of(store, object, key, this)
    if property is not None and not property.flags & PropertyFlags.PARTIAL:
        c.properties[node] = property
        _check_access(c, node, property)
        if is_write:
            return property_write_type(store, property), property
        return property_type(store, property), property
    if isinstance(object, TypeParameter) and base_constraint(store, object).flags & F.UNKNOWN and property is None:
        _unknown_property(c, node.name, object, key)
        return store.opaque, None
    info = index_for_key(store, apparent(store, object), key)
    if info is not None:
        return info.type, None
    _unknown_property(c, node.name, object, key)
    return store.opaque, None


def _of_global_object(c: State, node: syntax.PropertyAccess) -> Type:
    """The type of a property of something unknown; of the global object, what `declare global` says."""
    if isinstance(node.object, syntax.Identifier) and node.object.name == "globalThis":
        symbol = c.augmentations.names.get(node.name.name)
        if symbol is not None and symbol.flags & (VARIABLE | SymbolFlags.FUNCTION):
            return c.type_of_symbol(symbol)
    return c.store.any


def _unknown_property(c: State, node: syntax.Node, object: Type, key: str) -> None:
    store = c.store
    if _mentions_opaque(c, object):
        return
    near = nearest_name(c, key, lambda: [name for name in properties_of(store, object) if not name.startswith("@@")])
    hint = f"did you mean `{near}`?" if near else ""
    if isinstance(object, Union):
        missing = next((item for item in object.constituents if property_of(store, item, key) is None), None)
        if missing is not None and any(property_of(store, item, key) is not None for item in object.constituents):
            hint = f"`{show(store, missing)}` has none"
    c.report(Code.UNKNOWN_PROPERTY, node, f"`{show(store, object)}` has no property `{key}`", hint)


def _mentions_opaque(c: State, type: Type) -> bool:
    """Whether a base class or constituent is not known."""
    if type.flags & ANY_LIKE:
        return True
    if type.flags & INSTANTIABLE:
        return _mentions_opaque(c, base_constraint(c.store, type))
    if isinstance(type, Union | Intersection):
        return any(_mentions_opaque(c, item) for item in type.constituents)
    if isinstance(type, Reference) and isinstance(type.target, Declared):
        return has_unknown_base(c, type.target)
    return False


def _check_access(c: State, node: syntax.PropertyAccess, property: Property) -> None:
    """Private and protected members are used inside of their classes alone."""
    hidden = property.flags & (PropertyFlags.PRIVATE | PropertyFlags.PROTECTED)
    if not hidden or property.owner is None:
        return
    around = classes_around(c, node)
    if property.flags & PropertyFlags.PRIVATE:
        if property.owner in around:
            return
        c.report(
            Code.ACCESS,
            node.name,
            f"`{property.key}` is private and can be used in `{property.owner.name}` alone",
        )
        return
    if any(extends(c, inner, property.owner) for inner in around):
        return
    c.report(
        Code.ACCESS,
        node.name,
        f"`{property.key}` is protected and can be used in `{property.owner.name}` and classes that extend it alone",
    )


def element_access(c: State, node: syntax.ElementAccess) -> Type:
    """`a[b]`, read."""
    type = _element(c, node, is_write=False)
    return c.flow_type(node, type)


def _element(c: State, node: syntax.ElementAccess, is_write: bool) -> Type:
    store = c.store
    object = object_of(c, node.object, node.is_optional)
    wanted = Wanted(None, is_const=True) if isinstance(node.index, syntax.TemplateExpression) else None
    index = regular(c.expression(node.index, wanted))
    if object.flags & F.OPAQUE or index.flags & F.OPAQUE:
        return store.opaque
    if object.flags & (F.ANY | F.NEVER):
        return object
    if index is store.string and _is_element_key(c, node.index):
        index = store.number
    key = store.key_of(index)
    if key is not None:
        property = property_of(store, object, key)
        if property is not None and not property.flags & PropertyFlags.PARTIAL:
            return property_write_type(store, property) if is_write else property_type(store, property)
        if isinstance(object, Reference) and isinstance(object.target, TupleShape) and key.isdecimal():
            found = tuple_element(store, object, int(key))
            if found is None:
                c.report(
                    Code.UNKNOWN_PROPERTY,
                    node.index,
                    f"the tuple `{show(store, object)}` has no element at position {key}",
                )
                return store.undefined
            return found
    accessed = try_access(store, object, index)
    if accessed is not None:
        return seen_through(store, accessed) if isinstance(accessed, IndexedAccess) else accessed
    return _no_element(c, node, object, index, key)


def _is_element_key(c: State, index: Any) -> bool:
    """Whether an index is the variable of a loop `for` in over something that has elements and no other keys."""
    symbol = symbol_of(c, index) if isinstance(index, syntax.Identifier) else None
    if symbol is None or not symbol.declarations:
        return False
    below: Any = index
    loop: Any = c.places.parent(index)
    while loop is not None:
        if isinstance(loop, syntax.ForIn) and below is loop.body:
            object = loop.object
            if c.loops.get(symbol.declarations[0]) is loop:
                infos = indexes_of(c.store, c.expression(object))
                return len(infos) == 1 and bool(infos[0].key.flags & F.NUMBER)
        below, loop = loop, c.places.parent(loop)
    return False


def _no_element(c: State, node: syntax.ElementAccess, object: Type, index: Type, key: str | None) -> Type:
    store = c.store
    whole = apparent(store, object)
    if isinstance(whole, Union):
        found = [index_info(store, item, index) for item in whole.constituents]
        if all(info is not None for info in found):
            return union(c.store, [info.type for info in found if info is not None])
    if _mentions_opaque(c, object):
        return store.opaque
    if isinstance(whole, Anonymous) and whole.is_fresh and index.flags & (F.STRING | F.NUMBER):
        # What an object literal has is known where it stands.
        types = [property_type(store, property) for property in properties_of(store, whole).values()]
        return union(store, [*types, store.undefined])
    if is_key_of(index, STRING_LIKE | NUMBER_LIKE | SYMBOL_LIKE | F.UNION | ANY_LIKE | INSTANTIABLE):
        if key is not None:
            _unknown_property(c, node.index, object, key)
        else:
            c.report(
                Code.UNKNOWN_PROPERTY,
                node.index,
                f"`{show(store, object)}` has no element under every `{show(store, index)}`",
                "give the object an index signature, or use a Map",
            )
        return store.opaque
    c.report(Code.TYPE_MISMATCH, node.index, f"`{show(store, index)}` cannot be an index")
    return store.opaque


# What is assigned.


def target_type(c: State, node: Any) -> Type:
    """The type that a value must have to be assigned to a place."""
    match node:
        case syntax.Identifier():
            return _assigned_name(c, node)
        case syntax.PropertyAccess():
            type, property = _property(c, node, is_write=True)
            if property is not None:
                _check_writable(c, node, property)
            return type
        case syntax.ElementAccess():
            type = _element(c, node, is_write=True)
            _check_index_writable(c, node)
            return type
        case syntax.NonNull() | syntax.Satisfies():
            return target_type(c, node.expression)
        case syntax.As():
            target_type(c, node.expression)
            return c.expression(node)
        case _:
            return c.expression(node)


def _assigned_name(c: State, node: syntax.Identifier) -> Type:
    symbol = symbol_of(c, node)
    if symbol is None:
        return c.expression(node)
    if node in c.imported or symbol.flags & SymbolFlags.IMPORT:
        c.report(Code.ASSIGNMENT_TO_CONSTANT, node, f"`{node.name}` is imported and cannot be assigned")
        return c.store.opaque
    if symbol.flags & SymbolFlags.CONSTANT:
        c.report(
            Code.ASSIGNMENT_TO_CONSTANT,
            node,
            f"`{node.name}` is a constant and cannot be assigned",
            "declare it with `let`",
        )
    elif symbol.flags & (SymbolFlags.FUNCTION | SymbolFlags.CLASS | SymbolFlags.ENUM | SymbolFlags.NAMESPACE):
        c.report(Code.ASSIGNMENT_TO_CONSTANT, node, f"`{node.name}` is no variable and cannot be assigned")
        return c.store.opaque
    declared = c.type_of_symbol(symbol)
    if declared is c.store.auto or declared is evolving_array(c):
        return c.store.opaque
    return declared


def _check_writable(c: State, node: syntax.PropertyAccess, property: Property) -> None:
    if not property.is_readonly:
        return
    if isinstance(node.object, syntax.This) and is_own_constructor(c, node, property):
        return
    c.report(Code.READONLY, node.name, f"`{property.key}` is read-only and cannot be assigned")


def _check_index_writable(c: State, node: syntax.ElementAccess) -> None:
    object = c.types.get(node.object)
    if object is None:
        return
    index = regular(c.expression(node.index))
    store = c.store
    whole = apparent(store, object)
    if whole.flags & (ANY_LIKE | F.UNION):
        return
    key = store.key_of(index)
    if key is not None:
        property = property_of(store, whole, key)
        if property is not None:
            if property.is_readonly and not (
                isinstance(node.object, syntax.This) and is_own_constructor(c, node, property)
            ):
                c.report(Code.READONLY, node, f"`{key}` is read-only and cannot be assigned")
            return
    info = index_info(store, whole, index)
    if info is not None and info.is_readonly:
        c.report(Code.READONLY, node, f"the elements of `{show(store, object)}` are read-only")
