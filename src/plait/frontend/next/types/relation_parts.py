"""What the relation asks of single types, and of pairs of them without going into them."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from plait.frontend.next.types.instantiation import instantiate_signature, parameter_type, result_of
from plait.frontend.next.types.lookup import elements_of_tuple, members_of
from plait.frontend.next.types.members import Mapper, Property, Signature
from plait.frontend.next.types.model import (
    BIGINT_LIKE,
    BOOLEAN_LIKE,
    NULLISH,
    NUMBER_LIKE,
    STRING_LIKE,
    SYMBOL_LIKE,
    Anonymous,
    Conditional,
    Declared,
    F,
    Intersection,
    Literal,
    OriginKind,
    Reference,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import is_empty_object


class Relation(IntEnum):
    """How strict the question is."""

    SUBTYPE = 1
    ASSIGNABLE = 2
    COMPARABLE = 3
    """Whether a value could be of both."""

    LOOSE_SUBTYPE = 4
    """A subtype, or one but for properties that are read-only and signatures of indexes."""


SUBTYPES: Final = (Relation.SUBTYPE, Relation.LOOSE_SUBTYPE)


def simply_related(source: Type, target: Type, is_subtype: bool, is_lenient: bool) -> bool:
    """What the flags of two types tell; `is_lenient` of assignability and comparability."""
    s, t = source.flags, target.flags
    if t & (F.ANY | F.UNKNOWN) or s & F.NEVER:
        return True
    if t & F.NEVER:
        return False
    if s & F.UNKNOWN and isinstance(target, Union):
        kinds = [NULLISH & item.flags for item in target.constituents]
        return F.NULL in kinds and F.UNDEFINED in kinds and any(is_empty_object(item) for item in target.constituents)
    if s & F.ANY:
        return not is_subtype
    if s & STRING_LIKE and t & F.STRING:
        return True
    if s & NUMBER_LIKE and t & F.NUMBER:
        return True
    if s & BIGINT_LIKE and t & F.BIGINT:
        return True
    if s & BOOLEAN_LIKE and t & F.BOOLEAN:
        return True
    if s & SYMBOL_LIKE and t & F.SYMBOL:
        return True
    if s & F.UNDEFINED and t & F.VOID:
        return True
    if s & F.OBJECT and t & F.NON_PRIMITIVE:
        return not (is_subtype and is_empty_object(source))
    if isinstance(source, Literal) and isinstance(target, Literal) and s & t & F.STRING_LITERAL:
        return bool(s & F.ENUM) and not t & F.ENUM and source.value == target.value
    if is_lenient and t & F.ENUM and t & F.NUMBER_LITERAL:
        if s & F.NUMBER and not s & F.ENUM:
            return True
        if isinstance(source, Literal) and isinstance(target, Literal) and not s & F.ENUM:
            return source.value == target.value
    return False


def is_inherited(store: TypeStore, own: Property, wanted: Property) -> bool:
    """Whether the class that declares one property extends the class that declares another."""
    from_owner, to_owner = own.owner, wanted.owner
    while from_owner is not None:
        if from_owner is to_owner:
            return True
        bases = store.resolver.base_types(from_owner)
        first = next((base for base in bases if isinstance(base, Reference)), None)
        from_owner = first.target if first is not None and isinstance(first.target, Declared) else None
    return False


def recursion_identity(type: Type) -> int:
    """What two instances of one declaration have in common; 0 for types that cannot be nested for ever."""
    match type:
        case Reference():
            return type.target.id if type.arguments else 0
        case Anonymous():
            return type.origin.id
        case Conditional():
            return type.root.id
        case TypeParameter():
            return 0
        case _:
            return 0


def is_nested(around: list[Type], most: int) -> bool:
    """Whether the last type of a list came out of others of its declaration so often. A type that was there before the
    one around it is a part of that, and did not come out of it.
    """
    if len(around) < most:
        return False
    type = around[-1]
    parts = type.constituents if isinstance(type, Intersection) else (type,)
    return any(_is_nested_in(recursion_identity(part), around, most) for part in parts)


def _is_nested_in(identity: int, around: list[Type], most: int) -> bool:
    count = last = 0
    for item in around if identity else ():
        if _has_identity(item, identity):
            if item.id >= last:
                count += 1
            last = item.id
    return count >= most


def _has_identity(type: Type, identity: int) -> bool:
    """Whether a type, or a part of an intersection, is of one declaration."""
    if isinstance(type, Intersection):
        return any(recursion_identity(part) == identity for part in type.constituents)
    return recursion_identity(type) == identity


def is_same(source: Type, target: Type) -> bool:
    """Whether two types are the same, or a literal and its base type."""
    if (source.regular if isinstance(source, Literal | Anonymous) else source) is target:
        return True
    flags = source.flags
    return bool(
        (target.flags & F.STRING and flags & F.STRING_LITERAL) or (target.flags & F.NUMBER and flags & F.NUMBER_LITERAL)
    )


def closely_matched(source: Type, target: Type) -> bool:
    """Whether two types are instances of one declaration."""
    match source, target:
        case Reference(), Reference():
            return source.target is target.target
        case Anonymous(), Anonymous():
            return source.origin is target.origin
        case _:
            return False


def is_array(type: Type) -> bool:
    """Whether it is `T[]` or `readonly T[]`."""
    return _name_of_target(type) in ("Array", "ReadonlyArray")


def elements_as_read_only(store: TypeStore, source: Type, target: Type) -> tuple[Type, Type] | None:
    """The elements of an array or tuple and of an array that has its methods, which tell whether they are related; None
    for others.
    """
    if not isinstance(source, Reference) or not isinstance(target, Reference):
        return None
    wanted = _name_of_target(target)
    if isinstance(source.target, TupleShape):
        if wanted == "ReadonlyArray" or (wanted == "Array" and not source.target.is_readonly):
            return elements_of_tuple(store, source), target.arguments[0]
        return None
    if wanted != "ReadonlyArray" or _name_of_target(source) != "Array":
        return None
    return source.arguments[0], target.arguments[0]


def _name_of_target(type: Type) -> str:
    return type.target.name if isinstance(type, Reference) and isinstance(type.target, Declared) else ""


def has_nullish(type: Type) -> bool:
    """Whether null or undefined is among the constituents."""
    return isinstance(type, Union) and any(item.flags & (F.UNDEFINED | F.NULL) for item in type.constituents)


def single_call(store: TypeStore, type: Type) -> Signature | None:
    """The signature of a type that can be called in one way and nothing else."""
    if isinstance(type, Union):
        rest = [item for item in type.constituents if not item.flags & (F.UNDEFINED | F.NULL)]
        if len(rest) != 1:
            return None
        type = rest[0]
    if not isinstance(type, Anonymous) or type.origin.kind is OriginKind.MAPPED:
        return None
    members = members_of(store, type)
    if len(members.calls) != 1 or members.constructs or members.properties or members.indexes:
        return None
    signature = members.calls[0]
    return None if signature.type_parameters else signature


def has_implicit_index(type: Type) -> bool:
    """Whether all properties of a type are known, so that they can stand for an index signature."""
    if isinstance(type, Intersection):
        return all(has_implicit_index(item) for item in type.constituents)
    return isinstance(type, Anonymous) and not type.origin.kind & (OriginKind.CLASS | OriginKind.FUNCTION)


def takes_anything(store: TypeStore, signature: Signature) -> bool:
    """Whether a signature is `(...args: any) => any`, for which every function stands."""
    if len(signature.parameters) != 1 or not signature.has_rest or signature.type_parameters:
        return False
    rest = parameter_type(store, signature.parameters[0])
    element = rest.arguments[0] if is_array(rest) and isinstance(rest, Reference) else rest
    if not element.flags & (F.ANY | F.UNKNOWN) or (element is rest and rest.flags & F.UNKNOWN):
        return False
    return bool(result_of(store, signature).flags & (F.ANY | F.UNKNOWN))


def erased(store: TypeStore, signature: Signature) -> Signature:
    """A generic signature with `any` for its type parameters."""
    if not signature.type_parameters:
        return signature
    types: dict[int, Type] = {parameter.id: store.any for parameter in signature.type_parameters}
    return instantiate_signature(store, signature, Mapper(types), False)


def fits_by_length(source: Type, target: Reference) -> bool | None:
    """Whether a tuple or array fits a tuple by the number of its elements; None if the elements decide."""
    shape = target.target
    assert isinstance(shape, TupleShape)
    if shape.has_variadic:
        return True
    if not isinstance(source, Reference):
        return False
    own = source.target
    if not isinstance(own, TupleShape):
        if own.name != "Array" and not (own.name == "ReadonlyArray" and shape.is_readonly):
            return False
        return shape.minimum == 0 and shape.has_rest
    if own.is_readonly and not shape.is_readonly:
        return False
    if own.has_variadic:
        return True
    if own.minimum < shape.minimum:
        return False
    if not shape.has_rest and (own.has_rest or len(own.kinds) > len(shape.kinds)):
        return False
    return None
