"""Types computed from types: `keyof`, `T[K]`, conditional and mapped types, evaluated as far as their operands are
known.
"""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.generic import has_unknown_keys, is_generic_index, is_generic_object
from plait.frontend.next.types.inference import infer
from plait.frontend.next.types.inferred import inferred_mapper
from plait.frontend.next.types.instantiation import (
    combined,
    constraint_of,
    element_of_array,
    instantiate,
    property_type,
    template_of,
    tuple_of,
)
from plait.frontend.next.types.lookup import (
    apparent,
    index_for_key,
    index_info,
    indexes_of,
    is_numeric_name,
    properties_of,
    property_of,
    tuple_element,
)
from plait.frontend.next.types.members import IndexInfo, Mapper, Members, Property, PropertyFlags
from plait.frontend.next.types.mentions import mentioned
from plait.frontend.next.types.model import (
    ANY_LIKE,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    Anonymous,
    ConditionalRoot,
    ElementKind,
    F,
    Intersection,
    KeyOf,
    Literal,
    Mapping,
    Origin,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
    is_key_of,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.templates import literal_text
from plait.frontend.next.types.unions import intersection, map_type, optional, union, without

_MAX_TAIL: Final = 200
"""How often a conditional type may end in itself."""

_HIDDEN: Final = PropertyFlags.PRIVATE | PropertyFlags.PROTECTED


# keyof


def keyof_type(store: TypeStore, type: Type) -> Type:
    """`keyof T`."""
    if type.flags & F.OPAQUE:
        return store.opaque
    if type.flags & (F.ANY | F.NEVER):
        return union(store, (store.string, store.number, store.symbol))
    if type.flags & F.UNKNOWN:
        return store.never
    if isinstance(type, Union):
        return intersection(store, [keyof_type(store, item) for item in type.constituents])
    if isinstance(type, Intersection):
        return union(store, [keyof_type(store, item) for item in type.constituents])
    if isinstance(type, Anonymous) and has_unknown_keys(store, type):
        mapping = type.origin.mapping
        assert mapping is not None
        map = Mapper({p.id: a for p, a in zip(type.origin.outer, type.arguments, strict=True)})
        return instantiate(store, mapping.name_type or mapping.constraint, map)
    if is_generic_object(store, type):
        return store.raw_keyof(type)
    mapping = type.origin.mapping if isinstance(type, Anonymous) else None
    if isinstance(type, Anonymous) and mapping is not None and mapping.name_type is None:
        map = Mapper({p.id: a for p, a in zip(type.origin.outer, type.arguments, strict=True)})
        return instantiate(store, mapping.constraint, map)
    found: list[Type] = []
    for key, property in properties_of(store, type).items():
        if property.flags & _HIDDEN or key.startswith("#"):
            continue
        found.append(key_type(store, key))
    for info in () if _is_enum_object(type) else indexes_of(store, type):
        found.append(info.key)
        if info.key.flags & F.STRING:
            found.append(store.number)
    return union(store, found)


def _is_enum_object(type: Type) -> bool:
    """Whether it is an enum as a value, whose numbers are no names of it."""
    return isinstance(type, Anonymous) and type.origin.kind is OriginKind.ENUM


def key_type(store: TypeStore, key: str) -> Type:
    """The type of a property's name."""
    if key.startswith("@@"):
        return store.symbol_keys.get(key) or store.well_known_symbol(key[2:])
    if is_numeric_name(key):
        return store.number_literal(float(key))
    return store.literal(key)


# T[K]


def access_type(store: TypeStore, object: Type, index: Type) -> Type:
    """`T[K]`; opaque where the type has no such property."""
    found = try_access(store, object, index)
    return store.opaque if found is None else found


def try_access(store: TypeStore, object: Type, index: Type) -> Type | None:
    """`T[K]`; None where the type has no such property."""
    if (object.flags | index.flags) & F.OPAQUE:
        return store.opaque
    if object.flags & F.ANY:
        return store.any
    if is_generic_index(index) or is_generic_object(store, object):
        return _generic_access(store, object, index)
    if isinstance(index, Union):
        types = [try_access(store, object, item) for item in index.constituents]
        known = [item for item in types if item is not None]
        return union(store, known) if len(known) == len(types) else None
    if isinstance(object, Union):
        types = [try_access(store, item, index) for item in object.constituents]
        known = [item for item in types if item is not None]
        return union(store, known) if len(known) == len(types) else None
    if index.flags & F.NEVER:
        return store.never
    own_key = store.key_of(index)
    if own_key is not None:
        return _known_access(store, object, own_key, index)
    if isinstance(object, Reference) and isinstance(object.target, TupleShape) and is_key_of(index, NUMBER_LIKE):
        return union(store, [_tuple_item(store, object, position) for position in range(len(object.target.kinds))])
    info = index_info(store, object, index) if is_key_of(index, STRING_LIKE | NUMBER_LIKE | SYMBOL_LIKE) else None
    if info is None and index.flags & F.ANY:
        info = index_info(store, object, store.string) or index_info(store, object, store.number)
    return None if info is None else info.type


def _tuple_item(store: TypeStore, type: Reference, position: int) -> Type:
    shape = type.target
    assert isinstance(shape, TupleShape)
    argument = type.arguments[position]
    if shape.kinds[position] & ElementKind.VARIADIC:
        return access_type(store, argument, store.number)
    return optional(store, argument) if shape.kinds[position] & ElementKind.OPTIONAL else argument


def _known_access(store: TypeStore, object: Type, key: str, index: Type) -> Type | None:
    if isinstance(object, Reference) and isinstance(object.target, TupleShape) and key.isdecimal():
        return tuple_element(store, object, int(key))
    property = property_of(store, object, key)
    if property is not None:
        return property_type(store, property)
    info = index_for_key(store, apparent(store, object), key) or index_info(store, object, index)
    return None if info is None else info.type


def _generic_access(store: TypeStore, object: Type, index: Type) -> Type:
    """`T[K]` with something unknown."""
    if not object.mentions and not index.mentions:
        return store.opaque
    return store.raw_access(object, index)


# Conditional types


def conditional_type(store: TypeStore, root: ConditionalRoot, map: Mapper) -> Type:
    """`A extends B ? C : D` with arguments for the type parameters around it."""
    arguments = tuple([map.get(parameter) for parameter in root.outer])
    key = (root.id, *[argument.id for argument in arguments])
    known = store.conditional_results.get(key)
    if known is not None:
        return known
    store.spend(5)
    if store.instantiation_depth > 50:
        return store.opaque
    store.instantiation_depth += 1
    try:
        result = _conditional(store, root, map)
    finally:
        store.instantiation_depth -= 1
    store.conditional_results[key] = result
    return result


def _conditional(store: TypeStore, root: ConditionalRoot, map: Mapper) -> Type:
    over = root.distributes_over
    if over is not None:
        argument = map.get(over)
        if isinstance(argument, Union):
            parts = []
            for item in argument.constituents:
                types = dict(map.types)
                types[over.id] = item
                parts.append(conditional_type(store, root, Mapper(types)))
            return union(store, parts)
        if argument.flags & F.NEVER:
            return store.never
    check = instantiate(store, root.check, map)
    extends = instantiate(store, root.extends, map)
    if (check.flags | extends.flags) & F.OPAQUE:
        return store.opaque
    whole = map
    by_element = _are_short_tuples(root)
    is_deferred = _is_generic(store, check, by_element)
    if root.infers:
        inference = Inference(store, root.infers)
        if not is_deferred:
            infer(inference, check, instantiate(store, root.extends, _without(map, root.infers)))
        whole = combined(store, inferred_mapper(inference, is_conditional=True), map)
        extends = instantiate(store, root.extends, whole)
    if not is_deferred and not _is_generic(store, extends, by_element):
        true_node, false_node = root.node.true_type, root.node.false_type
        if check.flags & F.ANY and not extends.flags & (F.ANY | F.UNKNOWN):
            return union(store, (_branch(store, true_node, whole), _branch(store, false_node, map)))
        is_true = _is_certainly(store, check, extends)
        if is_true is not None:
            return _branch(store, true_node, whole) if is_true else _branch(store, false_node, map)
    arguments = tuple([map.get(parameter) for parameter in root.outer])
    return store.raw_conditional(root, arguments, check, extends)


def _is_certainly(store: TypeStore, check: Type, extends: Type) -> bool | None:
    """Whether a type extends another one, whatever the type parameters inside of them are; None if it depends on
    them.
    """
    if extends.flags & (F.ANY | F.UNKNOWN):
        return True
    inside = mentioned(extends, mentioned(check))
    if not inside:
        return is_assignable(store, check, extends)
    anything = Mapper(dict.fromkeys(inside, store.any))
    if not is_assignable(store, instantiate(store, check, anything), instantiate(store, extends, anything)):
        return False
    free = Mapper({key: store.unconstrained(parameter) for key, parameter in inside.items()})
    return is_assignable(store, instantiate(store, check, free), instantiate(store, extends, free)) or None


def _without(map: Mapper, parameters: tuple[TypeParameter, ...]) -> Mapper:
    own = {parameter.id for parameter in parameters}
    return Mapper({key: type for key, type in map.types.items() if key not in own})


def _branch(store: TypeStore, node: object, map: Mapper) -> Type:
    return instantiate(store, store.resolver.written_type(node), map)


def _is_generic(store: TypeStore, type: Type, by_element: bool = False) -> bool:
    """Whether the type itself, not only something inside it, depends on type parameters; `by_element`: or an element
    of a tuple.
    """
    if by_element and isinstance(type, Reference) and isinstance(type.target, TupleShape):
        return any(_is_generic(store, argument) for argument in type.arguments)
    return is_generic_object(store, type) or is_generic_index(type)


def _are_short_tuples(root: ConditionalRoot) -> bool:
    """Whether a conditional type is written with tuples of one length on both sides: `[T] extends [never]`."""
    check, extends = root.node.check, root.node.extends
    if not isinstance(check, syntax.TupleTypeNode) or not isinstance(extends, syntax.TupleTypeNode):
        return False
    return len(check.members) == len(extends.members)


# Mapped types


def mapped_type(store: TypeStore, origin: Origin, map: Mapper) -> Type:
    """A mapped type; one over the keys of a type parameter maps arrays to arrays, and unions and primitives as they
    are.
    """
    mapping = origin.mapping
    arguments = tuple([map.get(parameter) for parameter in origin.outer])
    if mapping is not None and _has_untold_keys(store, mapping, map, arguments):
        return store.opaque
    if mapping is not None and isinstance(mapping.source, TypeParameter):
        source = map.get(mapping.source)
        if source is not mapping.source:
            return map_type(store, source, lambda item: _mapped_over(store, origin, mapping, map, item))
    return store.anonymous_of(origin, arguments)


def _has_untold_keys(store: TypeStore, mapping: Mapping, map: Mapper, arguments: tuple[Type, ...]) -> bool:
    """Whether the keys of a mapped type cannot be told."""
    if mapping.constraint.flags & F.OPAQUE:
        return True
    if not any(argument.flags & F.OPAQUE for argument in arguments):
        return False
    return bool(instantiate(store, mapping.constraint, map).flags & F.OPAQUE)


def _mapped_over(store: TypeStore, origin: Origin, mapping: Mapping, map: Mapper, source: Type) -> Type:
    assert isinstance(mapping.source, TypeParameter)
    if source.flags & (PRIMITIVE | F.OPAQUE | F.NEVER):
        return source
    types = dict(map.types)
    types[mapping.source.id] = source
    if isinstance(source, Reference) and mapping.name_type is None:
        element = element_of_array(source)
        if element is not None:
            types[mapping.parameter.id] = store.number
            made = _with_modifier(store, instantiate(store, template_of(store, mapping), Mapper(types)), mapping)
            was_readonly = not isinstance(source.target, TupleShape) and source.target.name == "ReadonlyArray"
            is_readonly = mapping.readonly > 0 or (mapping.readonly == 0 and was_readonly)
            return store.readonly_array(made) if is_readonly else store.array(made)
        if isinstance(source.target, TupleShape):
            return _mapped_tuple(store, mapping, types, source.target)
    return store.anonymous_of(origin, tuple([types.get(parameter.id, parameter) for parameter in origin.outer]))


def _mapped_tuple(store: TypeStore, mapping: Mapping, types: dict[int, Type], shape: TupleShape) -> Type:
    elements: list[Type] = []
    kinds: list[int] = []
    for index, old_kind in enumerate(shape.kinds):
        if old_kind & ElementKind.VARIADIC:
            return store.opaque
        own = dict(types)
        own[mapping.parameter.id] = store.number if old_kind & ElementKind.REST else store.literal(str(index))
        made = instantiate(store, template_of(store, mapping), Mapper(own))
        kind = old_kind
        if mapping.optional > 0 and old_kind & ElementKind.REQUIRED:
            kind = ElementKind.OPTIONAL
        elif mapping.optional < 0 and old_kind & ElementKind.OPTIONAL:
            kind = ElementKind.REQUIRED
            made = without(store, made, F.UNDEFINED)
        elements.append(without(store, made, F.UNDEFINED) if kind & ElementKind.OPTIONAL else made)
        kinds.append(kind)
    is_readonly = mapping.readonly > 0 or (mapping.readonly == 0 and shape.is_readonly)
    return tuple_of(store, store.tuple_shape(tuple(kinds), shape.labels, is_readonly), tuple(elements))


def _with_modifier(store: TypeStore, type: Type, mapping: Mapping) -> Type:
    if mapping.optional > 0:
        return optional(store, type)
    return without(store, type, F.UNDEFINED) if mapping.optional < 0 else type


def mapped_members(store: TypeStore, origin: Origin, map: Mapper) -> Members:
    """The members of a mapped type."""
    mapping = origin.mapping
    if mapping is None:
        return Members({})
    properties: dict[str, Property] = {}
    indexes: list[IndexInfo] = []
    template = Property("", 0, type=template_of(store, mapping))
    modifiers: Type | None = None
    if mapping.source is not None:
        modifiers = apparent(store, instantiate(store, mapping.source, map))
        if modifiers.flags & ANY_LIKE:
            indexes.append(IndexInfo(store.string, _value(store, mapping, map, store.string), False))
            return Members({}, indexes=tuple(indexes))
        keys: list[Type] = [
            key_type(store, name)
            for name, property in properties_of(store, modifiers).items()
            if not property.flags & _HIDDEN and not name.startswith("#")
        ]
        keys.extend([info.key for info in indexes_of(store, modifiers)])
    else:
        keys = list(_key_constituents(store, instantiate(store, mapping.constraint, map)))
        modifiers = _picked_from(store, mapping, map)
    for key_of in keys:
        _add_key(store, mapping, map, key_of, modifiers, template, properties, indexes)
    return Members(properties, indexes=tuple(indexes))


def _picked_from(store: TypeStore, mapping: Mapping, map: Mapper) -> Type | None:
    """The type of whose keys a mapped type takes some, as `Pick` does: modifiers are those of its properties."""
    if not isinstance(mapping.constraint, TypeParameter):
        return None
    bound = constraint_of(store, mapping.constraint)
    return apparent(store, instantiate(store, bound.type, map)) if isinstance(bound, KeyOf) else None


def _key_constituents(store: TypeStore, type: Type) -> tuple[Type, ...]:
    if type.mentions and not isinstance(type, Union):
        type = apparent(store, type) if not type.flags & F.TEMPLATE else type
    return type.constituents if isinstance(type, Union) else (type,)


def _value(store: TypeStore, mapping: Mapping, map: Mapper, key: Type) -> Type:
    types = dict(map.types)
    types[mapping.parameter.id] = key
    return _with_modifier(store, instantiate(store, template_of(store, mapping), Mapper(types)), mapping)


def _add_key(
    store: TypeStore,
    mapping: Mapping,
    map: Mapper,
    key_of: Type,
    modifiers: Type | None,
    template: Property,
    properties: dict[str, Property],
    indexes: list[IndexInfo],
) -> None:
    types = dict(map.types)
    types[mapping.parameter.id] = key_of
    own = Mapper(types)
    named = key_of if mapping.name_type is None else instantiate(store, mapping.name_type, own)
    for name in named.constituents if isinstance(named, Union) else (named,):
        name_key = store.key_of(name)
        if name_key is None:
            if is_key_of(name, F.STRING | F.NUMBER | F.SYMBOL | F.TEMPLATE):
                indexes.append(IndexInfo(name, _value(store, mapping, map, key_of), mapping.readonly > 0))
            elif name.flags & F.ANY:
                indexes.append(IndexInfo(store.string, _value(store, mapping, map, key_of), mapping.readonly > 0))
            continue
        source_key = store.key_of(key_of)
        old = None
        if modifiers is not None and source_key is not None and modifiers.flags & (F.OBJECT | F.UNION | F.INTERSECTION):
            old = property_of(store, modifiers, source_key)
        is_optional = mapping.optional > 0 or (mapping.optional == 0 and old is not None and old.is_optional)
        is_readonly = mapping.readonly > 0 or (mapping.readonly == 0 and old is not None and old.is_readonly)
        flags = 0
        if is_optional:
            flags |= PropertyFlags.OPTIONAL
        if is_readonly:
            flags |= PropertyFlags.READONLY
        made = Property(name_key, flags, None if old is None else old.declaration)
        made.target = template
        made.mapper = own
        if is_optional:
            made.undefined = 1
        elif mapping.optional < 0 and old is not None and old.is_optional:
            made.undefined = -1
        properties[name_key] = made


# Template literal types


def fits_template(store: TypeStore, source: Type, target: Type) -> bool:
    """Whether a string type fits a template type or string mapping."""
    if isinstance(target, StringMapping):
        if isinstance(source, Literal) and isinstance(source.value, str):
            text = source.value
            match target.name:
                case "Uppercase":
                    same = text == text.upper()
                case "Lowercase":
                    same = text == text.lower()
                case "Capitalize":
                    same = text[:1] == text[:1].upper()
                case _:
                    same = text[:1] == text[:1].lower()
            return same and is_assignable(store, source, target.type)
        return source is target or bool(source.flags & F.ANY)
    if not isinstance(target, Template):
        return False
    if isinstance(source, Template):
        return True
    own = literal_text(source)
    return own is not None and match_template(store, own, target) is not None


def match_template(store: TypeStore, text: str, target: Template) -> list[Type] | None:
    """The literal types that stand for the types of a template in a text; None if it does not match."""
    first, *others = target.texts
    if not text.startswith(first):
        return None
    position = len(first)
    found: list[Type] = []
    for number, (item, following) in enumerate(zip(target.types, others, strict=True)):
        if number == len(target.types) - 1:
            if not text.endswith(following) or len(text) - len(following) < position:
                return None
            end = len(text) - len(following)
        elif following:
            end = text.find(following, position)
            if end < 0:
                return None
        else:
            end = min(position + 1, len(text))
        piece = text[position:end]
        if not _piece_fits(store, piece, item):
            return None
        found.append(store.literal(piece))
        position = end + len(following)
    return found


def _piece_fits(store: TypeStore, piece: str, item: Type) -> bool:
    """Whether a piece of text is what a type gives in a template."""
    if item.flags & (F.STRING | ANY_LIKE | F.TYPE_PARAMETER):
        return True
    if item.flags & F.NUMBER:
        try:
            return piece.strip() == piece and piece != "" and float(piece) == float(piece)
        except ValueError:
            return False
    if item.flags & F.BIGINT:
        return piece.lstrip("-").isdecimal()
    if isinstance(item, Union):
        return any(_piece_fits(store, piece, inner) for inner in item.constituents)
    own = literal_text(item)
    if own is not None:
        return own == piece
    return fits_template(store, store.literal(piece), item)
