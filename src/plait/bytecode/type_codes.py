"""Types as bytes: one for each constructor, from the outside in. Zero stands for no type, where one may be missing."""

from __future__ import annotations

from typing import assert_never

from plait.errors import FormatError
from plait.isa.value_types import MAX_TYPE_DEPTH, ArrayType, Opaque, Primitive, TaskType, ValueType

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

_CODES = {value_type: code for code, value_type in SIMPLE_TYPES.items()}


def encode_type(value_type: ValueType | None) -> bytes:
    """The bytes of a type, or of no type. Raises `FormatError` when it nests too deep."""
    codes = bytearray()
    current = value_type
    while True:
        if len(codes) > MAX_TYPE_DEPTH:
            raise FormatError(f"a type is nested more than {MAX_TYPE_DEPTH} deep")
        match current:
            case None:
                codes.append(VOID)
                return bytes(codes)
            case Primitive() | Opaque():
                codes.append(_CODES[current])
                return bytes(codes)
            case ArrayType(element):
                codes.append(ARRAY)
                current = element
            case TaskType(result):
                codes.append(TASK)
                current = result
            case _:
                assert_never(current)


def type_of_codes(codes: bytes) -> ValueType | None:
    """The type with these bytes, which must be well-formed: constructors, then a type without parameters or VOID."""
    value_type = None if codes[-1] == VOID else SIMPLE_TYPES[codes[-1]]
    for code in reversed(codes[:-1]):
        if code == TASK:
            value_type = TaskType(value_type)
        else:
            assert value_type is not None
            value_type = ArrayType(value_type)
    return value_type
