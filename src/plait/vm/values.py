"""Values on their way between Python and a context.

| guest | Python |
|---|---|
| i32, i64 | int, if it fits (`OverflowError`) |
| f64 | float; an int if it is exact |
| bool, string | bool, str |
| any | None (undefined and null), bool, float, int (i64), str, list, tuple, handle |
| object, interface, closure, task, mutex, channel | handle; None for null |
| array, tuple | list, tuple: copies both ways; None for null |
"""

from __future__ import annotations

import struct
from math import copysign, nan
from typing import TYPE_CHECKING, Any, TypeAlias

from plait.errors import PlaitError
from plait.isa.value_types import (
    ANY,
    MUTEX,
    ArrayType,
    ObjectType,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
    is_reference,
)
from plait.memory.bigint_layouts import LIMB_SIZE, LIMBS, BigObject
from plait.memory.fields import get_field
from plait.memory.layouts import (
    ABSENT,
    DATA,
    FALSE,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    INTRINSICS_OFFSET,
    LIST_WORD,
    NULL,
    SHARED,
    TRUE,
    UNDEFINED,
    WIDTH_BITS,
    ArrayObject,
    Kind,
    Object,
    ObjectHeader,
    SharedString,
    Storage,
    Store,
    StringObject,
    Task,
    TypeInfo,
    TypeKind,
)
from plait.memory.record_layouts import RecordObject, Shape
from plait.runtime.value_kinds import ValueKind
from plait.vm.context import VmContext, decode_units

if TYPE_CHECKING:
    from plait.vm.vm import Vm

HostValue: TypeAlias = Any
"""What the table above says."""

Seen: TypeAlias = dict[int, HostValue]
"""What has been made of the object at an offset."""

MAX_NESTING = 100
"""How deep arrays and tuples may be nested on their way to Python."""

MASK = (1 << 64) - 1


def read_u64(view: memoryview, offset: int) -> int:
    """The 8 bytes at an offset."""
    word: int = struct.unpack_from("<Q", view, offset)[0]
    return word


def read_string(context: VmContext, offset: int) -> str:
    """The Python string of a string object."""
    view = context.memory.view
    length = get_field(view, StringObject, offset, "length")
    form = get_field(view, StringObject, offset, "form")
    start, width = offset + DATA, form & WIDTH_BITS
    if form & SHARED:
        start = get_field(view, SharedString, offset, "buffer") + get_field(view, SharedString, offset, "start")
    return decode_units(bytes(view[start : start + length * width]), width)


def is_error(context: VmContext, word: int) -> bool:
    """Whether an `any` word is an object of Error or a class that inherits from it."""
    if not FIRST_REFERENCE <= word < FIRST_NUMBER:
        return False
    view = context.memory.view
    if get_field(view, ObjectHeader, word, "kind") != Kind.OBJECT:
        return False
    return get_field(view, TypeInfo, get_field(view, Object, word, "info"), "error_name") != 0


def read_slot(vm: Vm, context: VmContext, offset: int, value_type: ValueType) -> HostValue:
    """The Python value of the slot at an offset."""
    (bits,) = struct.unpack_from("<Q", context.memory.view, offset)
    return read_bits(vm, context, bits, value_type)


def read_bits(
    vm: Vm, context: VmContext, bits: int, value_type: ValueType, depth: int = 0, seen: Seen | None = None
) -> HostValue:
    """The Python value of the 8 bytes of a slot. Raises `PlaitError` for arrays that are nested too deep.

    `seen` is what has been made so far: what is met twice is copied once, however large a program makes it.
    """
    match value_type:
        case Primitive.I32:
            return (bits & 0xFFFFFFFF ^ 0x80000000) - 0x80000000
        case Primitive.I64:
            return (bits ^ 1 << 63) - (1 << 63)
        case Primitive.F64:
            return float(struct.unpack("<d", struct.pack("<Q", bits))[0])
        case Primitive.BOOL:
            return bits & 0xFF != 0
        case Primitive.ANY:
            return read_word(vm, context, bits, depth, seen)
        case _:
            return read_reference(vm, context, bits & 0xFFFFFFFF, depth, seen)


def show_bits(vm: Vm, context: VmContext, bits: int, value_type: ValueType) -> HostValue:
    """The 8 bytes of a slot as a debugger shows them: as `read_bits`, but data is not copied."""
    if is_reference(value_type) or (value_type is ANY and FIRST_REFERENCE <= bits < FIRST_NUMBER):
        return show_reference(vm, context, bits & 0xFFFFFFFF)
    return read_bits(vm, context, bits, value_type)


def show_reference(vm: Vm, context: VmContext, reference: int) -> HostValue:
    """A reference as a debugger shows it: objects of programs that are compiled by flow are handles."""
    is_dynamic = reference != 0 and vm.host.takes_data(context) and _is_dynamic(context, reference)
    return vm.make_handle(context, reference, ANY) if is_dynamic else read_reference(vm, context, reference)


def read_word(vm: Vm, context: VmContext, word: int, depth: int = 0, seen: Seen | None = None) -> HostValue:
    """The Python value of an `any` word."""
    if FIRST_REFERENCE <= word < FIRST_NUMBER:
        return read_reference(vm, context, word, depth, seen)
    value = plain_value(context, word)
    if type(value) is float and value.is_integer() and vm.host.takes_data(context):
        return whole_number(value)
    return value


def whole_number(value: float) -> int | float:
    """A number that is whole as Python has it in data: an int, unless it is -0 or too large to be exact."""
    return int(value) if -MAX_EXACT <= value <= MAX_EXACT and (value or copysign(1.0, value) > 0) else value


MAX_EXACT = float(1 << 53)


def plain_value(context: VmContext, word: int) -> HostValue:
    """The Python value of an `any` word that is a constant, number or string; None for every other."""
    if FIRST_REFERENCE <= word < FIRST_NUMBER:
        is_string = get_field(context.memory.view, ObjectHeader, word, "kind") == Kind.STRING
        return read_string(context, word) if is_string else None
    if word < FIRST_REFERENCE:
        return {FALSE: False, TRUE: True}.get(word)
    return float(struct.unpack("<d", struct.pack("<Q", word - FIRST_NUMBER & MASK))[0])


def read_reference(vm: Vm, context: VmContext, reference: int, depth: int = 0, seen: Seen | None = None) -> HostValue:
    """The Python value of a reference."""
    if reference == 0:
        return None
    seen = {} if seen is None else seen
    if reference not in seen and vm.host.takes_data(context) and _is_dynamic(context, reference):
        if depth == 0 and _is_instance(context, reference):
            return vm.make_handle(context, reference, ANY)
        return vm.host.read_data(context, reference)
    if reference not in seen:
        if depth > MAX_NESTING:
            raise PlaitError(f"arrays nested more than {MAX_NESTING} deep cannot be handed to Python")
        seen[reference] = _read_object(vm, context, reference, depth, seen)
    return seen[reference]


def _is_dynamic(context: VmContext, reference: int) -> bool:
    """Whether an object is of a kind that programs have that are compiled by flow."""
    view = context.memory.view
    match get_field(view, ObjectHeader, reference, "kind"):
        case Kind.STRING:
            return False
        case Kind.ARRAY:
            return get_field(view, ArrayObject, reference, "type_word") == LIST_WORD
        case Kind.RECORD:
            return True
        case Kind.OBJECT:
            info = get_field(view, Object, reference, "info")
            if get_field(view, TypeInfo, info, "error_name"):
                return True
            kind = get_field(view, TypeInfo, info, "type_kind")
            return kind == TypeKind.SYMBOL or (
                kind == TypeKind.CLOSURE and get_field(view, TypeInfo, info, "has_properties") != 0
            )
        case _:
            return False


def _is_instance(context: VmContext, reference: int) -> bool:
    """Whether an object is one of a class of the program."""
    view = context.memory.view
    if get_field(view, ObjectHeader, reference, "kind") != Kind.RECORD:
        return False
    prototype = get_field(view, Shape, get_field(view, RecordObject, reference, "shape"), "prototype")
    plain = (NULL, read_u64(view, INTRINSICS_OFFSET + 8 * ValueKind.RECORD))
    return prototype not in plain and get_field(view, RecordObject, reference, "inner") == UNDEFINED


ELEMENT_FORMATS = {
    Storage.BYTE: "B",
    Storage.WORD: "I",
    Storage.DOUBLE: "Q",
    Storage.REFERENCE: "I",
    Storage.ANY: "Q",
}
"""How `struct` spells stored elements."""

PLAIN_FORMATS: dict[ValueType, str] = {Primitive.BOOL: "?", Primitive.I32: "i", Primitive.F64: "d", Primitive.I64: "q"}
"""The same for elements that need nothing else to be Python values."""


def _read_object(vm: Vm, context: VmContext, reference: int, depth: int, seen: Seen) -> HostValue:
    view = context.memory.view
    match Kind(get_field(view, ObjectHeader, reference, "kind")):
        case Kind.STRING:
            return read_string(context, reference)
        case Kind.ARRAY:
            return _read_array(vm, context, reference, depth, seen)
        case Kind.TASK:
            function = context.module.functions[get_field(view, Task, reference, "function")]
            return vm.make_handle(context, reference, TaskType(function.result))
        case Kind.RECORD:
            return vm.make_handle(context, reference, ANY)
        case _:
            return _read_slots(vm, context, reference, depth, seen)


def _read_array(vm: Vm, context: VmContext, array: int, depth: int, seen: Seen) -> list[HostValue]:
    view = context.memory.view
    store = get_field(view, ArrayObject, array, "store")
    length = get_field(view, Store, store, "length")
    type_word = get_field(view, ArrayObject, array, "type_word")
    array_type = context.program.prepared.layout.type_of_id(type_word >> 8)
    assert isinstance(array_type, ArrayType)
    plain = PLAIN_FORMATS.get(array_type.element)
    if plain is not None:
        return list(struct.unpack_from(f"<{length}{plain}", view, store + DATA))
    stored = struct.unpack_from(f"<{length}{ELEMENT_FORMATS[Storage(type_word & 0xFF)]}", view, store + DATA)
    values = seen[array] = []
    values.extend(read_bits(vm, context, bits, array_type.element, depth + 1, seen) for bits in stored)
    return values


def _read_slots(vm: Vm, context: VmContext, reference: int, depth: int, seen: Seen) -> HostValue:
    """What is made of slots that a type info describes."""
    view = context.memory.view
    info = get_field(view, Object, reference, "info")
    match TypeKind(get_field(view, TypeInfo, info, "type_kind")):
        case TypeKind.CLASS:
            number = get_field(view, TypeInfo, info, "class_id")
            return vm.make_handle(context, reference, ObjectType(number))
        case TypeKind.INT64:
            return int(struct.unpack_from("<q", view, reference + DATA)[0])
        case TypeKind.BIGINT:
            return read_bigint(view, reference)
        case TypeKind.SYMBOL:
            return vm.make_handle(context, reference, ANY)
        case TypeKind.MUTEX:
            return vm.make_handle(context, reference, MUTEX)
        case TypeKind.TABLE | TypeKind.PATTERN | TypeKind.BUFFER | TypeKind.VIEW:
            # No program holds one but inside of an object of the library.
            return None
        case TypeKind.TUPLE | TypeKind.CLOSURE | TypeKind.CHANNEL | TypeKind.CELL:
            known = context.program.prepared.layout.type_of_id(get_field(view, TypeInfo, info, "type_id"))
            if not isinstance(known, TupleType):
                return vm.make_handle(context, reference, known)
            words = struct.unpack_from(f"<{len(known.elements)}Q", view, reference + DATA)
            pairs = zip(words, known.elements, strict=True)
            return tuple(read_bits(vm, context, bits, item, depth + 1, seen) for bits, item in pairs)


def read_bigint(view: memoryview, reference: int) -> int:
    """The bigint that fits no i64."""
    size = LIMB_SIZE * get_field(view, BigObject, reference, "length")
    number = int.from_bytes(view[reference + LIMBS : reference + LIMBS + size], "little")
    return -number if get_field(view, BigObject, reference, "is_negative") else number


def describe_word(context: VmContext, word: int) -> str:
    """What JavaScript's `String(x)` gives for an `any` word, roughly: for messages."""
    if word < FIRST_REFERENCE:
        constants = {UNDEFINED: "undefined", NULL: "null", FALSE: "false", TRUE: "true", ABSENT: "undefined"}
        return constants[word]
    if word >= FIRST_NUMBER:
        number = float(struct.unpack("<d", struct.pack("<Q", word - FIRST_NUMBER & MASK))[0])
        if number != number:
            return "NaN"
        if number in (float("inf"), float("-inf")):
            return "Infinity" if number > 0 else "-Infinity"
        return str(int(number)) if number == int(number) and abs(number) < 1e21 else repr(number)
    if get_field(context.memory.view, ObjectHeader, word, "kind") == Kind.STRING:
        return read_string(context, word)
    return "[object Object]"


def pack_scalar(value: HostValue, value_type: ValueType) -> int:
    """The slot of a number or bool.

    Raises `OverflowError` for an int that does not fit (i32, i64) or is not exact (f64), `TypeError` for a value of
    another type.
    """
    match value_type, value:
        case Primitive.BOOL, bool():
            return int(value)
        case Primitive(), bool():
            raise TypeError(f"{value_type} is needed, not bool")
        case Primitive.I32, int():
            return _fitting(value, 32)
        case Primitive.I64, int():
            return _fitting(value, 64)
        case Primitive.F64, int() | float():
            bits: int = struct.unpack("<Q", struct.pack("<d", exact_float(value)))[0]
            return bits
        case _:
            raise TypeError(f"{value_type} is needed, not {type(value).__name__}")


def _fitting(value: int, bits: int) -> int:
    if not -(1 << bits - 1) <= value < 1 << bits - 1:
        raise OverflowError(f"{_spelled(value)} does not fit i{bits}")
    return value & MASK


def _spelled(value: int | float) -> str:
    """A number in a message; Python refuses to spell very long ones."""
    return str(value) if abs(value) < 1 << 128 else f"an int of {int(value).bit_length()} bits"


def exact_float(value: int | float) -> float:
    """The number as f64; there is one NaN. Raises `OverflowError` for an int that is not exact."""
    if value != value:
        return nan
    try:
        number = float(value)
    except OverflowError:
        raise OverflowError(f"{_spelled(value)} is not exact as f64") from None
    if isinstance(value, int) and int(number) != value:
        raise OverflowError(f"{_spelled(value)} is not exact as f64")
    return number


def box_number(value: int | float) -> int:
    """The `any` word of a number."""
    bits: int = struct.unpack("<Q", struct.pack("<d", exact_float(value)))[0]
    return bits + FIRST_NUMBER & MASK
