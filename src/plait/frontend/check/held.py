"""How values of a type are held in a module."""

from __future__ import annotations

from typing import assert_never

from plait.frontend.check.types import (
    NULLISH,
    ArrayOf,
    ChannelOf,
    ClassOf,
    EnumOf,
    FunctionOf,
    Lock,
    ObjectOf,
    PromiseOf,
    Simple,
    TupleOf,
    Type,
    UnionOf,
    members_of,
)
from plait.frontend.compilation import spend
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    MUTEX,
    STRING,
    ArrayType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
)


def value_type(type_: Type) -> ValueType | None:
    """How values of the type are held in a module; None for `void`. Classes and object types are numbered."""
    match type_:
        case Simple.NUMBER:
            return F64
        case Simple.INT:
            return I32
        case Simple.BOOLEAN:
            return BOOL
        case Simple.STRING:
            return STRING
        case Simple.UNKNOWN | Simple.NULL | Simple.UNDEFINED | Simple.NEVER:
            return ANY
        case Simple.VOID:
            return None
        case Simple.INVALID:
            raise AssertionError("an invalid program is not lowered")
        case ArrayOf(element):
            return ArrayType(element_type(element))
        case PromiseOf(result):
            return TaskType(value_type(result))
        case TupleOf(elements):
            spend(type_.extent.size // 8)
            return TupleType(tuple(map(held, elements)))
        case ChannelOf(element):
            return ChannelType(held(element))
        case Lock():
            return MUTEX
        case EnumOf(info):
            return STRING if info.is_text else F64
        case ClassOf(info):
            return ObjectType(info.number)
        case ObjectOf(shape):
            return InterfaceType(shape.number)
        case FunctionOf(parameters, result, _, rest):
            spend(type_.extent.size // 8)
            types = [held(parameter) for parameter in parameters]
            if rest is not None:
                types.append(ArrayType(element_type(rest)))
            return ClosureType(tuple(types), value_type(result))
        case UnionOf():
            only = nullable(type_)
            return ANY if only is None else held(only[0])
    assert_never(type_)


def held(type_: Type) -> ValueType:
    """How values of the type are held; the type is not `void`."""
    result = value_type(type_)
    if result is None:
        raise AssertionError("void has no values")
    return result


def element_type(element: Type) -> ValueType:
    """How arrays hold their elements: as values of the type are held, or as words.

    The machine's arrays have elements of one exact type. Where an array of objects stands for one of wider elements
    (`Dog[]` for `Animal[]`), lowering marks both types: all their arrays hold words, and what is read is asked for its
    type.
    """
    members = members_of(element)
    # Of more than two types, one of which would have to be null or undefined, all values are words.
    if len(members) > 2 or any(map(_is_word_in_arrays, members)):
        return ANY
    return held(element)


def _is_word_in_arrays(type_: Type) -> bool:
    match type_:
        case ClassOf(info):
            return info.is_word_in_arrays
        case ObjectOf(shape):
            return shape.is_word_in_arrays
        case _:
            return False


def is_held_by_reference(type_: Type) -> bool:
    """Whether values of the type, which is no union, are references of a type of their own."""
    if isinstance(type_, EnumOf):
        return type_.info.is_text
    return not isinstance(type_, Simple) or type_ is Simple.STRING


def nullable(type_: Type) -> tuple[Type, Type] | None:
    """What the null reference stands beside, and what it means, where a union is held as a reference; else None."""
    members = members_of(type_)
    if len(members) != 2:
        return None
    others = [member for member in members if member not in NULLISH]
    nothings = [member for member in members if member in NULLISH]
    if len(others) == 1 and len(nothings) == 1 and is_held_by_reference(others[0]):
        return others[0], nothings[0]
    return None
