"""Literals: strings, numbers, templates, arrays, objects."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE
from plait.frontend.next.check.classes import property_key
from plait.frontend.next.check.functions import object_accessor
from plait.frontend.next.check.iteration import iterated, iterated_or_none
from plait.frontend.next.check.literal_types import for_place
from plait.frontend.next.check.spreads import may_be_spread, new_object, or_nothing, spread_types
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import lenient_mapper, subtype_union, template_type
from plait.frontend.next.types.discriminants import is_discriminant
from plait.frontend.next.types.display import show
from plait.frontend.next.types.evaluation import access_type, try_access
from plait.frontend.next.types.generic import has_unknown_keys
from plait.frontend.next.types.instantiation import (
    element_of_array,
    instantiate,
    mapper,
    property_type,
    tuple_of,
)
from plait.frontend.next.types.lookup import (
    base_constraint,
    index_for_key,
    indexes_of,
    properties_of,
    property_of,
)
from plait.frontend.next.types.members import IndexInfo, Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    INSTANTIABLE,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    Anonymous,
    ElementKind,
    F,
    Intersection,
    Reference,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import (
    constituents_of,
    filter_type,
    union,
)
from plait.frontend.next.types.widening import regular


def template(c: State, node: syntax.TemplateExpression, wanted: Wanted | None) -> Type:
    """A template with insertions."""
    types: list[Type] = []
    for insertion in node.insertions:
        type = c.expression(insertion)
        if type.flags & SYMBOL_LIKE:
            c.report(Code.OPERAND_TYPES, insertion, "a symbol cannot become text by itself", "write `String(symbol)`")
        types.append(type)
    constant = c.constant_value(node)
    if isinstance(constant, str):
        return c.store.literal(constant).fresh
    if wanted is not None and (wanted.is_const or _wants_template(c, wanted.type)):
        return template_type(c, node.texts, tuple(types))
    return c.store.string


def _wants_template(c: State, type: Type | None) -> bool:
    if type is None:
        return False
    if isinstance(type, Union):
        return any(_wants_template(c, item) for item in type.constituents)
    if type.flags & (F.STRING_LITERAL | F.TEMPLATE):
        return True
    return bool(type.flags & INSTANTIABLE) and any(
        item.flags & STRING_LIKE for item in constituents_of(base_constraint(c.store, type))
    )


# Arrays.


def array(c: State, node: syntax.ArrayLiteral, wanted: Wanted | None) -> Type:
    """`[a, ...b]`: a tuple where one is wanted, else an array of the union of its elements."""
    store = c.store
    type = contextual(c, wanted)
    is_const = wanted is not None and (wanted.is_const or _is_const_parameter(wanted.type))
    as_tuple = is_const or (type is not None and wants_tuple(c, type))
    kinds: list[int] = []
    elements: list[Type] = []
    for index, element in enumerate(node.elements):
        if element is None:
            kinds.append(ElementKind.OPTIONAL)
            elements.append(store.undefined)
        elif isinstance(element, syntax.Spread):
            _spread(c, element, wanted, as_tuple, kinds, elements)
        else:
            own = None if type is None else element_wanted(c, type, index)
            part = Wanted(own) if wanted is None else wanted.of(own)
            if is_const and not part.is_const:
                part = Wanted(own, part.inference, part.skips_functions, True)
            found = c.expression(element, part)
            kinds.append(ElementKind.REQUIRED)
            elements.append(for_place(c, found, part))
    if as_tuple:
        kinds = [ElementKind.REQUIRED if kind is ElementKind.OPTIONAL else kind for kind in kinds]
        shape = store.tuple_shape(tuple(kinds), (None,) * len(kinds), is_const and not _wants_mutable(c, type))
        return tuple_of(store, shape, tuple(elements))
    types = [
        access_type(c.store, element, store.number) if kind & ElementKind.VARIADIC else element
        for kind, element in zip(kinds, elements, strict=True)
    ]
    if not types:
        return store.array(store.never)
    return store.array(subtype_union(c, types))


def _is_const_parameter(type: Type | None) -> bool:
    return isinstance(type, TypeParameter) and type.is_const


def _wants_mutable(c: State, type: Type | None) -> bool:
    if type is None:
        return False
    known = base_constraint(c.store, type) if isinstance(type, TypeParameter) else type
    return any(
        isinstance(item, Reference)
        and (item.target.is_readonly is False if isinstance(item.target, TupleShape) else item.target.name == "Array")
        for item in constituents_of(known)
    )


def wants_tuple(c: State, type: Type) -> bool:
    """Whether a tuple is wanted."""
    for item in constituents_of(type):
        if isinstance(item, Reference) and isinstance(item.target, TupleShape):
            return True
        if isinstance(item, Reference | Anonymous | Intersection) and _has_first_element(c, item):
            return True
        if isinstance(item, TypeParameter):
            known = base_constraint(c.store, item)
            if known is not item and wants_tuple(c, known):
                return True
        if isinstance(item, Anonymous) and has_unknown_keys(c.store, item):
            mapping = item.origin.mapping
            if mapping is not None and mapping.source is not None:
                source = instantiate(c.store, mapping.source, mapper(item.origin.outer, item.arguments))
                if source.flags & F.TYPE_PARAMETER and wants_tuple(c, base_constraint(c.store, source)):
                    return True
    return False


def _has_first_element(c: State, type: Type) -> bool:
    """Whether a type names its first element, as tuples do and interfaces of lists that are never empty."""
    return not has_unknown_keys(c.store, type) and "0" in properties_of(c.store, type)


def element_wanted(c: State, type: Type, index: int) -> Type | None:
    """What is wanted of an element."""
    found: list[Type] = []
    for item in constituents_of(type):
        if item.flags & (PRIMITIVE | F.NON_PRIMITIVE):
            continue
        if item.flags & ANY_LIKE:
            return None
        known = base_constraint(c.store, item) if item.flags & INSTANTIABLE else item
        if isinstance(known, Reference) and isinstance(known.target, TupleShape):
            element = try_access(c.store, known, c.store.number_literal(float(index)))
        elif isinstance(known, Reference | Anonymous | Intersection):
            own = element_of_array(known)
            element = own if own is not None else iterated_or_none(c, known)
        else:
            element = None
        if element is not None:
            found.append(element)
    return union(c.store, found) if found else None


def _spread(
    c: State,
    node: syntax.Spread,
    wanted: Wanted | None,
    as_tuple: bool,
    kinds: list[int],
    elements: list[Type],
) -> None:
    """`...value` in an array literal."""
    type = c.expression(node.expression, wanted)
    if as_tuple and isinstance(type, Reference) and isinstance(type.target, TupleShape):
        kinds.append(ElementKind.VARIADIC)
        elements.append(type)
        return
    if as_tuple and isinstance(type, TypeParameter):
        kinds.append(ElementKind.VARIADIC)
        elements.append(type)
        return
    kinds.append(ElementKind.REST)
    elements.append(iterated(c, type, node.expression))


# Objects.


def contextual(c: State, wanted: Wanted | None) -> Type | None:
    """What is wanted, with the type arguments known so far put in."""
    if wanted is None or wanted.type is None:
        return None
    type = wanted.type
    if wanted.inference is not None and type.mentions:
        type = instantiate(c.store, type, lenient_mapper(c, wanted.inference))
    return None if type.flags & (ANY_LIKE | F.UNKNOWN | F.NEVER) else type


def object_literal(c: State, node: syntax.ObjectLiteral, wanted: Wanted | None) -> Type:
    """`{ a: 1, ...b }`."""
    type = contextual(c, wanted)
    if type is not None:
        type = object_wanted(c, node, type)
    builder = _Object(c, node, wanted, type)
    if wanted is not None:
        is_any = wanted.type is not None and wanted.type.flags & F.ANY
        c.object_contexts[node] = wanted.type if is_any else type
    for member in node.members:
        builder.member(member)
    return builder.finish()


def object_wanted(c: State, node: syntax.ObjectLiteral, type: Type) -> Type | None:
    """What is wanted of an object literal: of a union the constituents that its own literals choose."""
    store = c.store
    if not isinstance(type, Union):
        return type
    objects = filter_type(store, type, lambda item: not item.flags & PRIMITIVE)
    if not isinstance(objects, Union):
        return objects
    kept = list(objects.constituents)
    names = set()
    for member in node.members:
        if isinstance(member, syntax.PropertyAssignment) and isinstance(
            member.name, syntax.Identifier | syntax.LiteralName
        ):
            key = member.name.name
            names.add(key)
            value = _plain_type(c, member.value)
            if value is None or not is_discriminant(store, objects, key):
                continue
            fitting = []
            for item in kept:
                own = property_of(store, item, key)
                if own is None or is_assignable(store, value, property_type(store, own)):
                    fitting.append(item)
            kept = fitting or kept
        elif isinstance(member, syntax.ShorthandProperty):
            names.add(member.name.name)
            if is_discriminant(store, objects, member.name.name):
                with c.trial():
                    value = c.expression(member.name)
                fitting = []
                for item in kept:
                    own = property_of(store, item, member.name.name)
                    if own is None or is_assignable(store, value, property_type(store, own)):
                        fitting.append(item)
                kept = fitting or kept
        elif isinstance(member, syntax.ObjectMethod) and isinstance(member.name, syntax.Identifier):
            names.add(member.name.name)
        elif isinstance(member, syntax.SpreadProperty):
            return union(store, kept)
    missing = []
    for item in kept:
        own_properties = properties_of(store, item)
        is_missing = any(
            key not in names
            and not property.is_optional
            and is_discriminant(store, objects, key)
            and not _may_be_undefined(property_type(store, property))
            for key, property in own_properties.items()
        )
        if not is_missing:
            missing.append(item)
    return union(store, missing or kept)


def _may_be_undefined(type: Type) -> bool:
    return any(item.flags & (F.UNDEFINED | ANY_LIKE | F.UNKNOWN) for item in constituents_of(type))


def _plain_type(c: State, node: Any) -> Type | None:
    """The type of an expression that has one whatever is wanted."""
    match node:
        case syntax.StringLiteral() | syntax.NumericLiteral() | syntax.BooleanLiteral() | syntax.NullLiteral():
            return regular(c.expression(node))
        case syntax.Identifier() | syntax.PropertyAccess() | syntax.BigIntLiteral():
            with c.trial():
                return regular(c.expression(node))
        case syntax.AsConst():
            return _plain_type(c, node.expression)
        case _:
            return None


class _Object:
    """An object literal while its members are collected."""

    __slots__ = ("c", "indexes", "is_const", "key_types", "node", "properties", "result", "type", "wanted")

    def __init__(self, c: State, node: syntax.ObjectLiteral, wanted: Wanted | None, type: Type | None) -> None:
        self.c = c
        self.node = node
        self.wanted = wanted
        self.type = type
        self.is_const = wanted is not None and (wanted.is_const or _is_const_parameter(wanted.type))
        self.properties: dict[str, Property] = {}
        self.key_types: list[tuple[Type, Type]] = []
        self.indexes: list[IndexInfo] = []
        self.result: Type | None = None

    def _part(self, key: str | None) -> Wanted | None:
        """What is wanted of the property under a key."""
        own = None
        if self.type is not None and key is not None:
            own = property_wanted(self.c, self.type, key)
        if self.wanted is None:
            return None if own is None else Wanted(own)
        part = self.wanted.of(own)
        return Wanted(own, part.inference, part.skips_functions, True) if self.is_const else part

    def member(self, member: Any) -> None:
        c = self.c
        match member:
            case syntax.PropertyAssignment():
                key = property_key(c, member.name)
                part = self._part(key) if key is not None else self._computed_part(member.name)
                type = for_place(c, c.expression(member.value, part), part)
                self._add(key, type, member, member.name)
            case syntax.ShorthandProperty():
                symbol = c.resolved.get(member.name)
                key = member.name.name
                part = self._part(key)
                if symbol is not None and not symbol.flags & VALUE:
                    c.report(Code.CLASS_AS_VALUE, member.name, f"`{key}` is a type, not a value")
                type = for_place(c, c.expression(member.name, part), part)
                self._add(key, type, member, member.name)
            case syntax.SpreadProperty():
                self._spread(member)
            case syntax.ObjectMethod():
                self._method(member)

    def _computed_part(self, name: Any) -> Wanted | None:
        """What is wanted of a property with a computed name: the values of an index signature."""
        own = None
        if self.type is not None and isinstance(name, syntax.ComputedName):
            found = [info.type for item in constituents_of(self.type) for info in indexes_of(self.c.store, item)]
            own = union(self.c.store, found) if found else None
        return Wanted(own) if self.wanted is None else self.wanted.of(own)

    def _add(self, key: str | None, type: Type, declaration: Any, name: Any) -> None:
        c = self.c
        if key is None:
            key_type = c.expression(name.expression) if isinstance(name, syntax.ComputedName) else c.store.string
            if key_type.flags & NUMBER_LIKE:
                self.key_types.append((c.store.number, type))
            elif key_type.flags & SYMBOL_LIKE:
                self.key_types.append((c.store.symbol, type))
            else:
                self.key_types.append((c.store.string, type))
            return
        old = self.properties.get(key)
        if (
            old is not None
            and old.declaration is not None
            and not isinstance(old.declaration, syntax.SpreadProperty)
            and c.places.parent(old.declaration) is self.node
        ):
            c.report(Code.DUPLICATE_NAME, name, f"the object literal has `{key}` twice", "leave one of them out")
        flags = PropertyFlags.READONLY if self.is_const else 0
        self.properties[key] = Property(key, flags, declaration, type=type)

    def _method(self, member: syntax.ObjectMethod) -> None:
        c = self.c
        key = property_key(c, member.name)
        kind = member.function.kind
        if kind is syntax.FunctionKind.METHOD:
            self._add(key, c.function_type(member.function, self._part(key)), member, member.name)
            if key is not None:
                self.properties[key].flags |= PropertyFlags.METHOD
            return
        type = object_accessor(c, member, self.node)
        if key is None:
            return
        found = self.properties.get(key)
        if found is not None and found.flags & (PropertyFlags.GETTER | PropertyFlags.SETTER):
            found.flags &= ~PropertyFlags.READONLY
            if kind is syntax.FunctionKind.GETTER:
                found.type = type
            return
        flag = PropertyFlags.GETTER | PropertyFlags.READONLY
        self.properties[key] = Property(
            key, flag if kind is syntax.FunctionKind.GETTER else PropertyFlags.SETTER, member, type=type
        )

    def _spread(self, member: syntax.SpreadProperty) -> None:
        c = self.c
        type = c.expression(member.expression, self.wanted)
        if not may_be_spread(c, type):
            c.report(
                Code.TYPE_MISMATCH, member.expression, f"`{show(c.store, type)}` is no object that could be spread"
            )
            type = c.store.opaque
        type = or_nothing(c, type)
        own = self._object()
        self.result = own if self.result is None else spread_types(c, self.result, own)
        self.result = spread_types(c, self.result, type)
        self.properties = {}
        self.key_types = []

    def _object(self) -> Type:
        """The object type of what has been collected since the last spread."""
        c = self.c
        store = c.store
        indexes: dict[int, list[Type]] = {}
        kinds: dict[int, Type] = {}
        for key, type in self.key_types:
            kinds[key.id] = key
            indexes.setdefault(key.id, []).append(type)
        infos = []
        for number, types in indexes.items():
            key = kinds[number]
            named = self.properties.values() if key is store.string else ()
            values = [*types, *[property_type(store, item) for item in named]]
            infos.append(IndexInfo(key, subtype_union(c, values), False))
        return new_object(c, self.node, Members(self.properties, indexes=tuple(infos)))

    def finish(self) -> Type:
        own = self._object()
        if self.result is None:
            return own
        result = spread_types(self.c, self.result, own) if self.properties or self.key_types else self.result
        for item in constituents_of(result):
            if isinstance(item, Anonymous) and item.is_spread:
                self._mark_written(item)
        return result

    def _mark_written(self, type: Anonymous) -> None:
        """Mark the properties that stand in the literal, for those that come from elsewhere cannot be too many."""
        for members in (type.members, type.regular.members):
            for property in members.properties.values() if members is not None else ():
                if any(property.declaration is member for member in self.node.members):
                    property.flags |= PropertyFlags.WRITTEN


def property_wanted(c: State, type: Type, key: str) -> Type | None:
    """What is wanted of a property."""
    found: list[Type] = []
    for item in constituents_of(type):
        if item.flags & ANY_LIKE:
            return None
        if has_unknown_keys(c.store, item):
            element = try_access(c.store, item, c.store.literal(key))
            if element is not None and not element.flags & F.OPAQUE:
                found.append(element)
            continue
        property = property_of(c.store, item, key) if not item.flags & PRIMITIVE else None
        if property is not None and property.key in properties_of(c.store, item):
            found.append(property_type(c.store, property))
            continue
        if item.flags & PRIMITIVE:
            continue
        info = index_for_key(c.store, item, key)
        if info is not None:
            found.append(info.type)
    return union(c.store, found) if found else None
