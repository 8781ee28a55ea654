"""Looking up what types have: members, properties, signatures, elements."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.types.instantiation import (
    constraint_of,
    instantiate,
    instantiate_members,
    mapper,
    property_type,
    property_write_type,
    template_of,
)
from plait.frontend.next.types.members import (
    EMPTY_MEMBERS,
    IndexInfo,
    Mapper,
    Members,
    Property,
    PropertyFlags,
    Signature,
)
from plait.frontend.next.types.mixins import mixed_constructors
from plait.frontend.next.types.model import (
    BIGINT_LIKE,
    BOOLEAN_LIKE,
    INSTANTIABLE,
    NUMBER_LIKE,
    STRING_LIKE,
    SYMBOL_LIKE,
    UNIT,
    Anonymous,
    Conditional,
    Declared,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    Literal,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import intersection, map_type, optional, union, without

MAX_CONSTRAINTS: Final = 50


def members_of(store: TypeStore, type: Reference | Anonymous | Intersection, this: Type | None = None) -> Members:
    """The members of an object type. `this` is what `this` stands for in them, the type itself if it is not given."""
    if this is not None and this is not type:
        return _members_with_this(store, type, this)
    if type.members is None:
        store.spend(4)
        match type:
            case Reference():
                type.members = _reference_members(store, type, type)
            case Anonymous():
                type.members = _anonymous_members(store, type)
            case Intersection():
                type.members = _intersection_members(store, type, None)
    return type.members


def _members_with_this(store: TypeStore, type: Reference | Anonymous | Intersection, this: Type) -> Members:
    match type:
        case Reference():
            return _reference_members(store, type, this)
        case Anonymous():
            return members_of(store, type)
        case Intersection():
            return _intersection_members(store, type, this)


def _reference_members(store: TypeStore, type: Reference, this: Type) -> Members:
    target = type.target
    if isinstance(target, TupleShape):
        return _tuple_members(store, type, target)
    declared = store.resolver.declared_members(target)
    types = {parameter.id: argument for parameter, argument in zip(target.parameters, type.arguments, strict=False)}
    if target.this is not None:
        types[target.this.id] = this
    return instantiate_members(store, declared, Mapper(types))


def _tuple_members(store: TypeStore, type: Reference, shape: TupleShape) -> Members:
    """Those of the array, `length` and an element for each place."""
    elements = elements_of_tuple(store, type)
    array = store.readonly_array(elements) if shape.is_readonly else store.array(elements)
    inherited = members_of(store, array, type) if isinstance(array, Reference) else EMPTY_MEMBERS
    properties = dict(inherited.properties)
    readonly = PropertyFlags.READONLY if shape.is_readonly else 0
    for index in range(shape.fixed):
        is_optional = bool(shape.kinds[index] & ElementKind.OPTIONAL)
        flags = readonly | (PropertyFlags.OPTIONAL if is_optional else 0)
        made = Property(str(index), flags)
        element = type.arguments[index]
        made.type = optional(store, element) if is_optional else element
        properties[made.key] = made
    length: Type = store.number
    if not shape.has_rest:
        length = union(
            store, [store.number_literal(float(count)) for count in range(shape.minimum, len(shape.kinds) + 1)]
        )
    properties["length"] = Property("length", readonly, type=length)
    return Members(properties, inherited.calls, inherited.constructs, inherited.indexes)


def elements_of_tuple(store: TypeStore, type: Reference) -> Type:
    """The type of all elements of a tuple together."""
    return union(store, [element_type(store, type, index) for index in range(len(type.arguments))])


def element_type(store: TypeStore, type: Reference, index: int) -> Type:
    """The type of an element of a tuple, as it is among its type arguments; that of what is in `...T` for variadic
    ones.
    """
    argument = type.arguments[index]
    shape = type.target
    if isinstance(shape, TupleShape) and shape.kinds[index] & ElementKind.VARIADIC:
        return store.resolver.access_type(argument, store.number)
    return argument


def tuple_element(store: TypeStore, type: Reference, position: int) -> Type | None:
    """The type of the value at a position of a tuple; None beyond its end."""
    shape = type.target
    assert isinstance(shape, TupleShape)
    if position < shape.fixed:
        argument = type.arguments[position]
        return optional(store, argument) if shape.kinds[position] & ElementKind.OPTIONAL else argument
    if shape.has_rest:
        return union(store, [element_type(store, type, index) for index in range(shape.fixed, len(shape.kinds))])
    return None


def _anonymous_members(store: TypeStore, type: Anonymous) -> Members:
    origin = type.origin
    map = mapper(origin.outer, type.arguments)
    if origin.kind is OriginKind.MAPPED:
        type.members = EMPTY_MEMBERS
        return store.resolver.mapped_members(origin, map)
    if origin.members is None:
        origin.members = store.resolver.origin_members(origin)
    if type.arguments == origin.outer:
        return origin.members
    return instantiate_members(store, origin.members, map)


def _intersection_members(store: TypeStore, type: Intersection, this: Type | None) -> Members:
    properties: dict[str, list[Property]] = {}
    calls: list[Signature] = []
    constructors: list[tuple[Signature, ...]] = []
    indexes: list[IndexInfo] = []
    for item in type.constituents:
        inner = apparent(store, item)
        if not isinstance(inner, Reference | Anonymous | Intersection) or inner is type:
            continue
        own = members_of(store, inner, this or type)
        for key, property in own.properties.items():
            properties.setdefault(key, []).append(property)
        calls.extend(own.calls)
        if own.constructs:
            constructors.append(own.constructs)
        for info in own.indexes:
            same = next((other for other in indexes if other.key is info.key), None)
            if same is None:
                indexes.append(info)
            else:
                same_type = intersection(store, (same.type, info.type))
                indexes[indexes.index(same)] = IndexInfo(same.key, same_type, same.is_readonly and info.is_readonly)
    joined = {
        key: found[0] if len(found) == 1 else _joined_property(store, key, found) for key, found in properties.items()
    }
    return Members(joined, tuple(calls), mixed_constructors(store, constructors), tuple(indexes))


def _joined_property(store: TypeStore, key: str, found: list[Property]) -> Property:
    """A property that several constituents of an intersection have."""
    flags = found[0].flags
    for other in found[1:]:
        shared = flags & other.flags & (PropertyFlags.OPTIONAL | PropertyFlags.READONLY)
        flags = (flags | other.flags) & ~(PropertyFlags.OPTIONAL | PropertyFlags.READONLY) | shared
    made = Property(key, flags, found[0].declaration, found[0].owner)
    made.parts = tuple(found)
    made.declarations = tuple([item for property in found for item in property.declarations])
    made.type = intersection(store, [property_type(store, property) for property in found])
    made.write_type = intersection(store, [property_write_type(store, property) for property in found])
    return made


# The types whose members others have.


def base_constraint(store: TypeStore, type: Type) -> Type:
    """What is known of a type that depends on type parameters; `unknown` where nothing is. Others are themselves."""
    for _ in range(MAX_CONSTRAINTS):
        if not type.flags & INSTANTIABLE:
            break
        match type:
            case TypeParameter():
                found = constraint_of(store, type)
                if found is None:
                    return store.unknown
                type = found
            case IndexedAccess():
                through = seen_through(store, type)
                if through is not type:
                    type = through
                    continue
                object, index = _constrained_object(store, type.object), base_constraint(store, type.index)
                if object.flags & F.UNKNOWN:
                    return store.unknown
                if object is type.object and index is type.index:
                    # A mapped type whose keys are not known: what it has cannot be told.
                    return store.opaque if isinstance(object, Anonymous | Intersection) else store.unknown
                type = store.resolver.access_type(object, index)
            case Conditional():
                return store.opaque
            case Template() | StringMapping():
                return store.string
            case _:
                return union(store, (store.string, store.number, store.symbol))
    if isinstance(type, Union) and any(item.flags & INSTANTIABLE for item in type.constituents):
        return union(store, [base_constraint(store, item) for item in type.constituents])
    if isinstance(type, Intersection) and any(item.flags & INSTANTIABLE for item in type.constituents):
        return intersection(store, [base_constraint(store, item) for item in type.constituents])
    return store.opaque if type.flags & INSTANTIABLE else type


def _constrained_object(store: TypeStore, type: Type) -> Type:
    """What is known of the object of `T[K]`: of a tuple with `...T` in it, with what is known of T."""
    if not isinstance(type, Reference) or not isinstance(type.target, TupleShape) or not type.target.has_variadic:
        return base_constraint(store, type)
    kinds = zip(type.target.kinds, type.arguments, strict=True)
    known = [base_constraint(store, item) if kind & ElementKind.VARIADIC else item for kind, item in kinds]
    if any(item.flags & F.UNKNOWN for item in known):
        return type
    return store.resolver.tuple_type(type.target, tuple(known))


def seen_through(store: TypeStore, type: IndexedAccess, depth: int = 0) -> Type:
    """What `M[K]` of a mapped type is for a single key: the template with the key put in, which may be such a type
    again. Others are themselves.

    For several keys it is what the template gives for each of them, which need not be what it gives for their union;
    so `M[K]` stays itself until its keys are known.
    """
    object = type.object
    if not isinstance(object, Anonymous) or object.origin.kind is not OriginKind.MAPPED or depth > MAX_CONSTRAINTS:
        return type
    mapping = object.origin.mapping
    if mapping is None or mapping.name_type is not None:
        return type

    def seen(item: Type) -> Type:
        return seen_through(store, item, depth + 1) if isinstance(item, IndexedAccess) else item

    map = {p.id: a for p, a in zip(object.origin.outer, object.arguments, strict=True)}
    map[mapping.parameter.id] = type.index
    made = map_type(store, instantiate(store, template_of(store, mapping), Mapper(map)), seen)
    return optional(store, made) if mapping.optional > 0 else made


_WRAPPERS: Final = (
    (STRING_LIKE, "String"),
    (NUMBER_LIKE, "Number"),
    (BOOLEAN_LIKE, "Boolean"),
    (BIGINT_LIKE, "BigInt"),
    (SYMBOL_LIKE, "Symbol"),
)


def apparent(store: TypeStore, type: Type) -> Type:
    """The type whose members a value of the type has: constraints for type parameters, library interfaces for
    primitives.
    """
    if type.flags & F.OBJECT:
        if isinstance(type, Anonymous) and type.mentions and type.origin.kind is OriginKind.MAPPED:
            return _apparent_mapped(store, type)
        return type
    is_part_unknown = isinstance(type, Intersection) and any(_is_unknown_union(store, i) for i in type.constituents)
    if is_part_unknown or (type.flags & INSTANTIABLE and not type.flags & (F.TEMPLATE | F.STRING_MAPPING)):
        type = base_constraint(store, type)
    for flags, name in _WRAPPERS:
        if type.flags & flags:
            return store.resolver.library_type(name, ())
    if type.flags & (F.NON_PRIMITIVE | F.UNKNOWN):
        return store.empty_object
    return reduced(store, type)


def _is_unknown_union(store: TypeStore, type: Type) -> bool:
    """Whether a type depends on type parameters and is known to be one of several: some of them may fit no other
    constituent of an intersection, as `undefined` in `M[K] & {}`.
    """
    return type.flags & INSTANTIABLE != 0 and isinstance(base_constraint(store, type), Union)


def reduced(store: TypeStore, type: Type) -> Type:
    """`never` for an intersection that no value is of, for a property would have to have two values."""
    if isinstance(type, Union):
        return _reduced_union(store, type)
    if not isinstance(type, Intersection):
        return type
    if type.is_empty is None:
        type.is_empty = False
        type.is_empty = any(_has_no_value(store, item) for item in members_of(store, type).properties.values())
    return store.never if type.is_empty else type


def _reduced_union(store: TypeStore, type: Union) -> Type:
    found: Type | None = type.resolved.get("reduced")
    if found is None:
        kept = [item for item in type.constituents if not reduced(store, item).flags & F.NEVER]
        found = type.resolved["reduced"] = type if len(kept) == len(type.constituents) else union(store, kept)
    return found


def _has_no_value(store: TypeStore, property: Property) -> bool:
    """Whether a property of an intersection has units as types that exclude each other."""
    if not property.parts or property.is_optional or property.type is None or not property.type.flags & F.NEVER:
        return False
    types = [property_type(store, part) for part in property.parts]
    return any(item.flags & UNIT for item in types) and not any(item.flags & F.NEVER for item in types)


def _apparent_mapped(store: TypeStore, type: Anonymous) -> Type:
    """A mapped type over the keys of a type parameter that is an array: an array."""
    mapping = type.origin.mapping
    if mapping is None or not isinstance(mapping.source, TypeParameter):
        return type
    map = mapper(type.origin.outer, type.arguments)
    source = map.get(mapping.source)
    if not isinstance(source, TypeParameter):
        return type
    known = base_constraint(store, source)
    if not isinstance(known, Reference):
        return type
    if not isinstance(known.target, TupleShape) and known.target.name not in ("Array", "ReadonlyArray"):
        return type
    types = dict(map.types)
    types[mapping.source.id] = known
    return store.resolver.mapped_type(type.origin, Mapper(types))


def property_of(store: TypeStore, type: Type, key: str, this: Type | None = None) -> Property | None:
    """The property of a type under a key, as reading finds it; None where there is none.

    A property of a union that not all constituents have is PARTIAL.
    """
    whole = this or type
    type = apparent(store, type)
    match type:
        case Union():
            return _union_property(store, type, key)
        case Reference() | Anonymous() | Intersection():
            members = members_of(store, type, whole if whole.flags & F.TYPE_PARAMETER else None)
            found = members.properties.get(key)
            if found is not None:
                return found
            if members.calls or members.constructs:
                function = store.resolver.library_type("Function", ())
                if isinstance(function, Reference):
                    found = members_of(store, function).properties.get(key)
                    if found is not None:
                        return found
            object = store.resolver.library_type("Object", ())
            if isinstance(object, Reference):
                return members_of(store, object).properties.get(key)
            return None
        case _:
            return None


def own_property(store: TypeStore, type: Type, key: str) -> Property | None:
    """The property of an object type under a key, without those that all objects have."""
    type = apparent(store, type)
    if isinstance(type, Union):
        return _union_property(store, type, key)
    if isinstance(type, Reference | Anonymous | Intersection):
        return members_of(store, type).properties.get(key)
    return None


def _union_property(store: TypeStore, type: Union, key: str) -> Property | None:
    if key in type.resolved:
        cached: Property | None = type.resolved[key]
        return cached
    store.spend(len(type.constituents) // 4)
    found: list[Property] = []
    types: list[Type] = []
    is_partial = False
    flags = 0
    for item in type.constituents:
        inner = apparent(store, item)
        if inner.flags & F.NEVER:
            continue
        property = property_of(store, item, key)
        if property is not None:
            found.append(property)
            flags |= property.flags
            continue
        info = index_for_key(store, inner, key)
        if info is not None and isinstance(inner, Reference) and isinstance(inner.target, TupleShape):
            # Beyond the end of a tuple there is what its rest gives, or nothing.
            types.append(tuple_element(store, inner, int(key)) or store.undefined if key.isdecimal() else info.type)
        elif info is not None:
            types.append(info.type)
        elif isinstance(inner, Anonymous) and inner.origin.kind is OriginKind.OBJECT_LITERAL and not inner.is_spread:
            # What an object literal does not name is not there, to whatever variable it went.
            types.append(store.undefined)
        else:
            is_partial = True
    result: Property | None = None
    if found:
        if is_partial:
            flags |= PropertyFlags.PARTIAL
        first = found[0]
        if (len(found) == 1 and not types and not is_partial) or (
            all(property is first for property in found) and not types and not is_partial
        ):
            result = first
        else:
            result = Property(key, flags, first.declaration, first.owner)
            result.parts = tuple(found)
            result.declarations = first.declarations
            result.type = union(store, [*[property_type(store, property) for property in found], *types])
            result.write_type = union(store, [*[property_write_type(store, property) for property in found], *types])
    type.resolved[key] = result
    return result


def properties_of(store: TypeStore, type: Type) -> dict[str, Property]:
    """All properties of a type; those that all constituents of a union have."""
    type = apparent(store, type)
    match type:
        case Union():
            keys: list[str] | None = None
            for item in type.constituents:
                own = properties_of(store, item)
                keys = list(own) if keys is None else [key for key in keys if key in own]
            found = {key: _union_property(store, type, key) for key in keys or ()}
            return {key: property for key, property in found.items() if property is not None}
        case Reference() | Anonymous() | Intersection():
            return members_of(store, type).properties
        case _:
            return {}


def indexes_of(store: TypeStore, type: Type) -> tuple[IndexInfo, ...]:
    """The index signatures of a type."""
    type = apparent(store, type)
    match type:
        case Reference() | Anonymous() | Intersection():
            return members_of(store, type).indexes
        case Union():
            found: list[IndexInfo] = []
            first, *others = type.constituents
            for info in indexes_of(store, first):
                types = [info.type]
                for other in others:
                    same = index_info(store, other, info.key)
                    if same is None:
                        break
                    types.append(same.type)
                else:
                    found.append(IndexInfo(info.key, union(store, types), info.is_readonly))
            return tuple(found)
        case _:
            return ()


def index_info(store: TypeStore, type: Type, key: Type) -> IndexInfo | None:
    """The index signature of a type that takes keys of a type; that of strings takes numbers."""
    applicable = [info for info in indexes_of(store, type) if info.key is key or _takes(store, info.key, key)]
    if not applicable:
        return None
    exact = [info for info in applicable if info.key is key]
    if exact:
        return exact[0]
    if len(applicable) == 1:
        return applicable[0]
    numeric = [info for info in applicable if info.key.flags & F.NUMBER]
    if key.flags & NUMBER_LIKE and numeric:
        return numeric[0]
    return IndexInfo(
        applicable[0].key, intersection(store, [info.type for info in applicable]), applicable[0].is_readonly
    )


def _takes(store: TypeStore, own: Type, key: Type) -> bool:
    if isinstance(key, Intersection):
        return any(own is part or _takes(store, own, part) for part in key.constituents)
    if own.flags & F.STRING:
        return bool(key.flags & (STRING_LIKE | NUMBER_LIKE))
    if own.flags & F.NUMBER:
        if key.flags & NUMBER_LIKE:
            return True
        return isinstance(key, Literal) and isinstance(key.value, str) and is_numeric_name(key.value)
    if own.flags & F.SYMBOL:
        return bool(key.flags & SYMBOL_LIKE)
    if isinstance(own, Template):
        return store.resolver.fits_template(key, own)
    return False


def is_numeric_name(name: str) -> bool:
    """Whether a property name is a number as JavaScript writes it; canonical integers are told quickly."""
    if name.isdecimal():
        return name == "0" or name[0] != "0"
    return name in ("Infinity", "-Infinity", "NaN") or (name[:1] == "-" and name[1:].isdecimal() and name[1] != "0")


def values_under(store: TypeStore, type: Type, key: Type) -> list[Type]:
    """The types of the properties of a type, where they are there, that an index signature for a key speaks of."""
    found: list[Type] = []
    for name, property in properties_of(store, type).items():
        if not key.flags & F.NUMBER or is_numeric_name(name):
            own = property_type(store, property)
            found.append(without(store, own, F.UNDEFINED) if property.is_optional else own)
    return found


def index_for_key(store: TypeStore, type: Type, key: str) -> IndexInfo | None:
    """The index signature that takes a property name."""
    if key.startswith("@@"):
        return index_info(store, type, store.symbol)
    if not indexes_of(store, type):
        return None
    return index_info(store, type, store.literal(key))


def inherits(store: TypeStore, declared: Declared, base: Declared) -> bool:
    """Whether a class or interface is another one or extends it."""
    pending = [declared]
    seen: set[int] = set()
    while pending:
        current = pending.pop()
        if current is base:
            return True
        if current.id in seen:
            continue
        seen.add(current.id)
        bases = [item.target for item in store.resolver.base_types(current) if isinstance(item, Reference)]
        pending.extend([base for base in bases if isinstance(base, Declared)])
    return False
