"""Instantiation: types with other types in place of type parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from plait.frontend.next.types.members import IndexInfo, Mapper, Members, Parameter, Predicate, Property, Signature
from plait.frontend.next.types.model import (
    Alias,
    Anonymous,
    Conditional,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Mapping,
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
from plait.frontend.next.types.templates import string_mapping, template
from plait.frontend.next.types.unions import intersection, optional, union, without

MAX_DEPTH: Final = 60
"""How deep an instantiation may lead to others before it is given up as opaque."""


def mapper(parameters: Iterable[TypeParameter], arguments: Iterable[Type]) -> Mapper:
    """What maps parameters to arguments."""
    return Mapper({parameter.id: argument for parameter, argument in zip(parameters, arguments, strict=False)})


def combined(store: TypeStore, first: Mapper, second: Mapper) -> Mapper:
    """What maps as `first` does, then `second` what is in the result; and as `second` what `first` leaves."""
    types = {key: instantiate(store, type, second) for key, type in first.types.items()}
    for key, type in second.types.items():
        types.setdefault(key, type)
    return Mapper(types)


def instantiate(store: TypeStore, type: Type, map: Mapper) -> Type:
    """The type with the mapper's types in place of type parameters."""
    if not type.mentions or not map.types:
        return type
    if isinstance(type, TypeParameter):
        return map.types.get(type.id, type)
    if store.instantiation_depth > MAX_DEPTH:
        return store.opaque
    store.instantiation_depth += 1
    store.spend()
    try:
        return _instantiate(store, type, map)
    finally:
        store.instantiation_depth -= 1


def _instantiate(store: TypeStore, type: Type, map: Mapper) -> Type:
    match type:
        case Reference() if type.is_recursive:
            return _instantiate_recursive(store, type, map)
        case Reference():
            arguments = tuple([instantiate(store, argument, map) for argument in type.arguments])
            if isinstance(type.target, TupleShape):
                return tuple_of(store, type.target, arguments)
            return store.reference(type.target, arguments)
        case Anonymous():
            if type.origin.kind is OriginKind.MAPPED:
                arguments = tuple([instantiate(store, argument, map) for argument in type.arguments])
                mapped = store.resolver.mapped_type(type.origin, mapper(type.origin.outer, arguments))
                return _with_alias(store, mapped, type, map)
            arguments = tuple([instantiate(store, argument, map) for argument in type.arguments])
            made = store.anonymous_of(type.origin, arguments)
            if made.alias is None:
                made.alias = type.alias
            return made
        case Union():
            return union(store, [instantiate(store, item, map) for item in type.constituents])
        case Intersection():
            return intersection(store, [instantiate(store, item, map) for item in type.constituents])
        case KeyOf():
            return store.resolver.keyof_type(instantiate(store, type.type, map))
        case IndexedAccess():
            return store.resolver.access_type(instantiate(store, type.object, map), instantiate(store, type.index, map))
        case Conditional():
            arguments = tuple([instantiate(store, argument, map) for argument in type.arguments])
            decided = store.resolver.conditional_type(type.root, mapper(type.root.outer, arguments))
            return _with_alias(store, decided, type, map)
        case Template():
            return template(store, type.texts, tuple([instantiate(store, item, map) for item in type.types]))
        case StringMapping():
            return string_mapping(store, type.name, instantiate(store, type.type, map))
        case _:
            return type


def _instantiate_recursive(store: TypeStore, type: Reference, map: Mapper) -> Reference:
    """A reference that leads back to itself: its arguments are instantiated when they are needed first."""
    key = (type.id, *[number for item in sorted(map.types.items(), key=_by_id) for number in (item[0], item[1].id)])
    found = store.recursive.get(key)
    if found is None:
        found = store.recursive[key] = Reference(
            store.new_id(),
            type.target,
            None,
            lambda: tuple([instantiate(store, argument, map) for argument in type.arguments]),
            any(item.mentions for item in map.types.values()),
        )
    return found


def _by_id(item: tuple[int, Type]) -> int:
    return item[0]


def _with_alias(store: TypeStore, made: Type, type: Anonymous | Conditional, map: Mapper) -> Type:
    """The same with the name under which it was written, whose arguments inference goes by."""
    alias = type.alias
    if alias is None or not isinstance(made, Anonymous | Conditional) or made.alias is not None:
        return made
    if is_instance_of(made, type):
        made.alias = Alias(alias.symbol, tuple([instantiate(store, item, map) for item in alias.arguments]))
    return made


def is_instance_of(made: Type, type: Type) -> bool:
    """Whether a computed type is another one with type arguments, and not one of its branches or arguments."""
    match made, type:
        case Anonymous(), Anonymous():
            return made.origin is type.origin
        case Conditional(), Conditional():
            return made.root is type.root
        case _:
            return False


def tuple_of(store: TypeStore, shape: TupleShape, arguments: tuple[Type, ...]) -> Type:
    """A tuple, with variadic elements that are known now spread into it."""
    if not shape.has_variadic:
        return store.reference(shape, arguments)
    for position, (kind, argument) in enumerate(zip(shape.kinds, arguments, strict=True)):
        if kind & ElementKind.VARIADIC and isinstance(argument, Union):
            others = [
                tuple_of(store, shape, (*arguments[:position], item, *arguments[position + 1 :]))
                for item in argument.constituents
            ]
            return union(store, others)
    kinds: list[int] = []
    labels: list[str | None] = []
    elements: list[Type] = []

    def add(kind: int, label: str | None, element: Type) -> None:
        kinds.append(kind)
        labels.append(label)
        elements.append(element)

    for kind, label, argument in zip(shape.kinds, shape.labels, arguments, strict=True):
        if not kind & ElementKind.VARIADIC:
            add(kind, label, argument)
        elif isinstance(argument, Reference) and isinstance(argument.target, TupleShape):
            inner = argument.target
            for own_kind, own_label, element in zip(inner.kinds, inner.labels, argument.arguments, strict=True):
                add(own_kind, own_label or label, element)
        elif argument.flags & (F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL):
            add(ElementKind.VARIADIC, label, argument)
        elif argument.flags & (F.ANY | F.OPAQUE):
            add(ElementKind.REST, label, argument)
        else:
            inner_element = element_of_array(argument)
            add(ElementKind.REST, label, store.opaque if inner_element is None else inner_element)
    rests = [index for index, kind in enumerate(kinds) if kind & ElementKind.REST]
    if len(rests) > 1:
        first, last = rests[0], rests[-1]
        merged = union(store, elements[first : last + 1])
        kinds[first : last + 1] = [ElementKind.REST]
        labels[first : last + 1] = [labels[first]]
        elements[first : last + 1] = [merged]
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] & ElementKind.REQUIRED:
            for before in range(index):
                if kinds[before] & ElementKind.OPTIONAL:
                    kinds[before] = ElementKind.REQUIRED
            break
    return store.reference(store.tuple_shape(tuple(kinds), tuple(labels), shape.is_readonly), tuple(elements))


def element_of_array(type: Type) -> Type | None:
    """The element type of `T[]` or `readonly T[]`; None of others, tuples among them."""
    if (
        isinstance(type, Reference)
        and not isinstance(type.target, TupleShape)
        and type.target.name in ("Array", "ReadonlyArray")
        and type.target.symbol is not None
        and type.arguments
    ):
        return type.arguments[0]
    return None


def is_tuple(type: Type) -> bool:
    """Whether it is a tuple."""
    return isinstance(type, Reference) and isinstance(type.target, TupleShape)


def template_of(store: TypeStore, mapping: Mapping) -> Type:
    """The type of the properties of a mapped type, in terms of its parameter; resolved when it is needed first."""
    if mapping.template is None:
        mapping.template = store.resolver.written_type(mapping.template_node)
    return mapping.template


# Members.


def instantiate_property(property: Property, map: Mapper) -> Property:
    """The property with a mapper; its type is worked out when it is needed."""
    made = Property(property.key, property.flags, property.declaration, property.owner)
    made.declarations = property.declarations
    made.target = property
    made.mapper = map
    return made


def instantiate_signature(
    store: TypeStore, signature: Signature, map: Mapper, keeps_parameters: bool = True
) -> Signature:
    """The signature with a mapper. It gets type parameters of its own, unless they are mapped themselves
    (`keeps_parameters` is false).
    """
    own: tuple[TypeParameter, ...] = ()
    if keeps_parameters and signature.type_parameters:
        own = tuple([_copy(store, parameter) for parameter in signature.type_parameters])
        types = dict(map.types)
        types.update({old.id: new for old, new in zip(signature.type_parameters, own, strict=True)})
        map = Mapper(types)
        for parameter in own:
            parameter.mapper = map
    parameters = tuple([_instantiate_parameter(parameter, map) for parameter in signature.parameters])
    this = None if signature.this is None else instantiate(store, signature.this, map)
    made = store.signature(parameters, None, own, this, signature.declaration)
    made.target = signature
    made.mapper = map
    made.minimum = signature.minimum
    made.is_construct = signature.is_construct
    made.is_abstract = signature.is_abstract
    made.is_method = signature.is_method
    made.owner = signature.owner
    return made


def _copy(store: TypeStore, parameter: TypeParameter) -> TypeParameter:
    made = store.type_parameter(parameter.name, parameter.symbol, parameter.declaration, parameter.owner)
    made.target = parameter
    made.is_const = parameter.is_const
    return made


def _instantiate_parameter(parameter: Parameter, map: Mapper) -> Parameter:
    made = Parameter(parameter.name, None, parameter.is_optional, parameter.is_rest, parameter.declaration)
    made.target = parameter
    made.mapper = map
    return made


PROPERTY_COST: Final = 2
"""Steps for a property made of another one."""


def instantiate_members(store: TypeStore, members: Members, map: Mapper) -> Members:
    """All members with a mapper."""
    if not map.types:
        return members
    store.spend(PROPERTY_COST * len(members.properties))
    return Members(
        {key: instantiate_property(property, map) for key, property in members.properties.items()},
        tuple([instantiate_signature(store, signature, map) for signature in members.calls]),
        tuple([instantiate_signature(store, signature, map) for signature in members.constructs]),
        tuple(
            [
                IndexInfo(instantiate(store, info.key, map), instantiate(store, info.type, map), info.is_readonly)
                for info in members.indexes
            ]
        ),
    )


# What is worked out when it is needed.


def parameter_type(store: TypeStore, parameter: Parameter) -> Type:
    """The type of a parameter; of a rest parameter that of the whole array."""
    if parameter.type is None:
        if parameter.target is not None and parameter.mapper is not None:
            parameter.type = instantiate(store, parameter_type(store, parameter.target), parameter.mapper)
        else:
            found = store.resolver.parameter_type(parameter)
            if parameter.type is None:
                parameter.type = found
            return found
    return parameter.type


def result_of(store: TypeStore, signature: Signature) -> Type:
    """What a call of the signature gives."""
    if signature.result is None:
        if signature.target is not None and signature.mapper is not None:
            inner = result_of(store, signature.target)
            if signature.target.result is None:
                return instantiate(store, inner, signature.mapper)
            signature.result = instantiate(store, inner, signature.mapper)
        elif signature.parts:
            signature.result = union(store, [result_of(store, part) for part in signature.parts])
        else:
            return store.resolver.signature_result(signature)
    return signature.result


def predicate_of(store: TypeStore, signature: Signature) -> Predicate | None:
    """What a call of the signature tells about its arguments."""
    if not signature.predicate_known:
        signature.predicate_known = True
        if signature.target is not None and signature.mapper is not None:
            inner = predicate_of(store, signature.target)
            if inner is not None:
                type = None if inner.type is None else instantiate(store, inner.type, signature.mapper)
                signature.predicate = Predicate(inner.index, inner.is_assertion, type)
        elif signature.parts:
            signature.predicate = _joined_predicate(store, signature)
        elif signature.declaration is not None:
            signature.predicate = store.resolver.signature_predicate(signature)
    return signature.predicate


def _joined_predicate(store: TypeStore, signature: Signature) -> Predicate | None:
    """What a call of any of several signatures tells, if all tell something of the same argument; those that always
    give `false` need not.
    """
    found: list[Predicate] = []
    for part in signature.parts:
        own = predicate_of(store, part)
        if own is not None:
            found.append(own)
        elif result_of(store, part) not in (store.false, store.false.fresh):
            return None
    types = [item.type for item in found if item.type is not None]
    if not found or len(types) != len(found):
        return None
    first = found[0]
    if any(item.index != first.index or item.is_assertion != first.is_assertion for item in found):
        return None
    return Predicate(first.index, first.is_assertion, union(store, types))


def constraint_of(store: TypeStore, parameter: TypeParameter) -> Type | None:
    """The constraint of a type parameter; None where there is none."""
    if not parameter.constraint_known:
        parameter.constraint_known = True
        if parameter.target is not None and parameter.mapper is not None:
            inner = constraint_of(store, parameter.target)
            parameter.constraint = None if inner is None else instantiate(store, inner, parameter.mapper)
        elif parameter.owner is not None and parameter.declaration is None:
            parameter.constraint = store.reference(parameter.owner, parameter.owner.parameters)
        else:
            parameter.constraint = store.resolver.constraint(parameter)
    return parameter.constraint


def default_of(store: TypeStore, parameter: TypeParameter) -> Type | None:
    """The default of a type parameter; None where there is none."""
    if parameter.default is None:
        if parameter.target is not None and parameter.mapper is not None:
            inner = default_of(store, parameter.target)
            parameter.default = None if inner is None else instantiate(store, inner, parameter.mapper)
        else:
            parameter.default = store.resolver.default(parameter)
    return parameter.default


def property_type(store: TypeStore, property: Property) -> Type:
    """The type of a property when it is read."""
    if property.type is None:
        if property.target is not None and property.mapper is not None:
            made = instantiate(store, property_type(store, property.target), property.mapper)
            if property.undefined > 0:
                made = optional(store, made)
            elif property.undefined < 0:
                made = without(store, made, F.UNDEFINED)
            if property.target.type is None:
                return made
            property.type = made
        else:
            return store.resolver.property_type(property)
    return property.type


def property_write_type(store: TypeStore, property: Property) -> Type:
    """The type that a value must have to be assigned to a property."""
    if property.write_type is not None:
        return property.write_type
    if property.target is not None and property.mapper is not None:
        return instantiate(store, property_write_type(store, property.target), property.mapper)
    if property.declaration is not None and not property.parts and property.owner is not None:
        return store.resolver.property_write_type(property)
    return property_type(store, property)
