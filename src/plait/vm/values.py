"""Values on their way between Python and a context."""

from __future__ import annotations

import struct
from math import nan
from typing import TypeAlias

from plait.errors import PlaitError
from plait.isa.value_types import Opaque, Primitive, ValueType
from plait.memory.layouts import (
    DATA,
    FALSE,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    NULL,
    TRUE,
    UNDEFINED,
    Kind,
    Object,
    ObjectHeader,
    StringObject,
    TypeInfo,
)
from plait.vm.context import VmContext, decode_units
from plait.vm.fields import get_field

HostValue: TypeAlias = int | float | bool | str | None


def read_string(context: VmContext, offset: int) -> str:
    """The Python string of a string object."""
    view = context.memory.view
    length = get_field(view, StringObject, offset, "length")
    width = get_field(view, StringObject, offset, "width")
    return decode_units(bytes(view[offset + DATA : offset + DATA + length * width]), width)


def is_error(context: VmContext, word: int) -> bool:
    """Whether an `any` word is an object of Error or a class that inherits from it."""
    if not FIRST_REFERENCE <= word < FIRST_NUMBER:
        return False
    view = context.memory.view
    if get_field(view, ObjectHeader, word, "kind") != Kind.OBJECT:
        return False
    return get_field(view, TypeInfo, get_field(view, Object, word, "info"), "error_name") != 0


def read_word(context: VmContext, word: int) -> HostValue:
    """The Python value of an `any` word: None for undefined and null. Raises `PlaitError` for objects."""
    word &= (1 << 64) - 1
    if word < FIRST_REFERENCE:
        return {UNDEFINED: None, NULL: None, FALSE: False, TRUE: True}[word]
    if word >= FIRST_NUMBER:
        return float(struct.unpack("<d", struct.pack("<Q", word - FIRST_NUMBER))[0])
    if get_field(context.memory.view, ObjectHeader, word, "kind") == Kind.STRING:
        return read_string(context, word)
    raise PlaitError("an object cannot be handed to Python yet; return a number, bool or string")


def describe_word(context: VmContext, word: int) -> str:
    """An `any` word in a message."""
    try:
        return repr(read_word(context, word))
    except PlaitError:
        return "an object"


def read_slot(context: VmContext, offset: int, value_type: ValueType) -> HostValue:
    """The Python value of a slot: f64 as float, i32 and i64 as int, string as str.

    Raises `PlaitError` for other types.
    """
    view = context.memory.view
    match value_type:
        case Primitive.I32:
            return int(struct.unpack_from("<i", view, offset)[0])
        case Primitive.I64:
            return int(struct.unpack_from("<q", view, offset)[0])
        case Primitive.F64:
            return float(struct.unpack_from("<d", view, offset)[0])
        case Primitive.BOOL:
            return view[offset] != 0
        case Opaque.STRING:
            return read_string(context, struct.unpack_from("<I", view, offset)[0])
        case Primitive.ANY:
            return read_word(context, int(struct.unpack_from("<Q", view, offset)[0]))
        case _:
            raise PlaitError(
                f"a value of type {value_type} cannot be handed to Python yet; return a number, bool or string"
            )


def write_slot(context: VmContext, offset: int, value: HostValue, value_type: ValueType) -> None:
    """Put a Python value into a slot.

    Raises `OverflowError` for an int that does not fit (i32) or is not exact (f64), `TypeError` for a value of another
    type.
    """
    view = context.memory.view
    match value_type, value:
        case Primitive.BOOL, bool():
            struct.pack_into("<q", view, offset, int(value))
        case Primitive(), bool():
            raise TypeError(f"{value_type} is needed, not bool")
        case Primitive.I32, int():
            _pack_integer(view, offset, value, 32)
        case Primitive.I64, int():
            _pack_integer(view, offset, value, 64)
        case Primitive.F64, int() | float():
            struct.pack_into("<d", view, offset, _exact_float(value))
        case Primitive(), _:
            raise TypeError(f"{value_type} is needed, not {type(value).__name__}")
        case _:
            raise TypeError(
                f"an argument of type {value_type} cannot be passed from Python yet; pass numbers and bools"
            )


def _pack_integer(view: memoryview, offset: int, value: int, bits: int) -> None:
    if not -(1 << bits - 1) <= value < 1 << bits - 1:
        raise OverflowError(f"{value} does not fit i{bits}")
    struct.pack_into("<q", view, offset, value)


def _exact_float(value: int | float) -> float:
    """The number as f64; there is one NaN."""
    if value != value:
        return nan
    number = float(value)
    if isinstance(value, int) and int(number) != value:
        raise OverflowError(f"{value} is not exact as f64")
    return number
