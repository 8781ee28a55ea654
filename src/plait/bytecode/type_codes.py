"""Types as bytes: one code for each constructor, then its parts. Zero stands for no type, where one may be missing.

Classes and interfaces are u16 numbers; tuples and closures have a u16 count of types first, closures their result
last.
"""

from __future__ import annotations

import struct
from typing import assert_never

from plait.errors import FormatError
from plait.isa.value_types import (
    MAX_TYPE_DEPTH,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
)

VOID = 0

SIMPLE_TYPES: dict[int, ValueType] = {
    1: Primitive.I32,
    2: Primitive.I64,
    3: Primitive.F64,
    4: Primitive.BOOL,
    5: Opaque.STRING,
    6: Opaque.MUTEX,
    7: Primitive.ANY,
}
"""Types without parameters, by byte."""

ARRAY = 16
TASK = 17
CELL = 18
CHANNEL = 19
OBJECT = 20
INTERFACE = 21
TUPLE = 22
CLOSURE = 23

MAX_U16 = 0xFFFF

MAX_TYPE_SIZE = 1 << 12
"""Bytes of one type."""

_CODES = {value_type: code for code, value_type in SIMPLE_TYPES.items()}


def encode_type(value_type: ValueType | None) -> bytes:
    """The bytes of a type, or of no type. Raises `FormatError` when it nests too deep or has too many parts."""
    codes = bytearray()
    _encode(value_type, codes, 0)
    if len(codes) > MAX_TYPE_SIZE:
        raise FormatError(f"a type takes more than {MAX_TYPE_SIZE} bytes")
    return bytes(codes)


def _encode(value_type: ValueType | None, codes: bytearray, depth: int) -> None:
    if depth > MAX_TYPE_DEPTH:
        raise FormatError(f"a type is nested more than {MAX_TYPE_DEPTH} deep")
    if len(codes) >= MAX_TYPE_SIZE:
        raise FormatError(f"a type takes more than {MAX_TYPE_SIZE} bytes")
    match value_type:
        case None:
            codes.append(VOID)
        case Primitive() | Opaque():
            codes.append(_CODES[value_type])
        case ArrayType(inner):
            codes.append(ARRAY)
            _encode(inner, codes, depth + 1)
        case TaskType(inner):
            codes.append(TASK)
            _encode(inner, codes, depth + 1)
        case CellType(inner):
            codes.append(CELL)
            _encode(inner, codes, depth + 1)
        case ChannelType(inner):
            codes.append(CHANNEL)
            _encode(inner, codes, depth + 1)
        case ObjectType(number):
            codes += _numbered(OBJECT, number, "class")
        case InterfaceType(number):
            codes += _numbered(INTERFACE, number, "interface")
        case TupleType(()):
            raise FormatError("a tuple type has no elements")
        case TupleType(elements):
            codes += _numbered(TUPLE, len(elements), "count of elements")
            for element in elements:
                _encode(element, codes, depth + 1)
        case ClosureType(parameters, result):
            codes += _numbered(CLOSURE, len(parameters), "count of parameters")
            for parameter in parameters:
                _encode(parameter, codes, depth + 1)
            _encode(result, codes, depth + 1)
        case _:
            assert_never(value_type)


def _numbered(code: int, number: int, what: str) -> bytes:
    if not 0 <= number <= MAX_U16:
        raise FormatError(f"a type has the {what} {number}, which is not from 0 to {MAX_U16}")
    return struct.pack("<BH", code, number)
