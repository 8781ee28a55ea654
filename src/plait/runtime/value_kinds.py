"""What kind of value a word is for programs that are compiled by flow, and the numbers that identify objects."""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import address, i64, kernel, likely, load_i64, shift_left, shift_right_logical
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FIRST_REFERENCE,
    INTRINSICS_OFFSET,
    NULL,
    SERIAL_BITS,
    UNDEFINED,
    ArrayObject,
    Kind,
    Object,
    ObjectHeader,
    Storage,
    Task,
    TypeKind,
)
from plait.memory.record_layouts import IDENTITY_SHIFT, RecordObject
from plait.runtime.arrays import storage_of
from plait.runtime.dynamic import is_boolean, is_number, is_reference
from plait.runtime.errors import is_error


class ValueKind(IntEnum):
    """Kinds of values. The first ten are also the numbers of intrinsic prototypes."""

    UNDEFINED = 0
    NULL = 1
    BOOLEAN = 2
    NUMBER = 3
    STRING = 4
    SYMBOL = 5
    BIGINT = 6
    FUNCTION = 7
    LIST = 8
    RECORD = 9
    ERROR = 10
    """An error of the machine's own."""
    ABSENT = 11
    OTHER = 12
    """What only modules that are compiled by types make."""


LAST_SERIAL = (1 << SERIAL_BITS) - 1


@kernel
def kind_of(word: i64) -> i64:
    """The `ValueKind` of a word."""
    if is_number(word):
        return ValueKind.NUMBER
    if word < FIRST_REFERENCE:
        return kind_of_constant(word)
    match ObjectHeader(word).kind:
        case Kind.RECORD:
            return ValueKind.RECORD
        case Kind.STRING:
            return ValueKind.STRING
        case Kind.ARRAY:
            return ValueKind.LIST if storage_of(ArrayObject(word)) == Storage.ANY else ValueKind.OTHER
        case Kind.OBJECT:
            return kind_of_object(Object(word))
        case _:
            return ValueKind.OTHER


@kernel
def kind_of_constant(word: i64) -> i64:
    """The kind of a word that is neither a number nor a reference."""
    if word == UNDEFINED:
        return ValueKind.UNDEFINED
    if word == NULL:
        return ValueKind.NULL
    return ValueKind.BOOLEAN if is_boolean(word) else ValueKind.ABSENT


@kernel
def kind_of_object(thing: Object) -> i64:
    """The kind of what is made of slots."""
    match thing.info.type_kind:
        case TypeKind.CLOSURE:
            return ValueKind.FUNCTION if thing.info.has_properties != 0 else ValueKind.OTHER
        case TypeKind.SYMBOL:
            return ValueKind.SYMBOL
        case TypeKind.INT64 | TypeKind.BIGINT:
            return ValueKind.BIGINT
        case _:
            return ValueKind.ERROR if is_error(address(thing)) else ValueKind.OTHER


@kernel(inline=True)
def is_record(word: i64) -> bool:
    """Whether a word is a record."""
    return is_reference(word) and ObjectHeader(word).kind == Kind.RECORD


@kernel(inline=True)
def is_string(word: i64) -> bool:
    """Whether a word is a string."""
    return is_reference(word) and ObjectHeader(word).kind == Kind.STRING


@kernel(inline=True)
def is_list(word: i64) -> bool:
    """Whether a word is a list."""
    return is_reference(word) and ObjectHeader(word).kind == Kind.ARRAY and storage_of(ArrayObject(word)) == Storage.ANY


@kernel(inline=True)
def is_function(word: i64) -> bool:
    """Whether a word is a function that has properties."""
    return is_reference(word) and ObjectHeader(word).kind == Kind.OBJECT and Object(word).info.has_properties != 0


@kernel(inline=True)
def is_symbol(word: i64) -> bool:
    """Whether a word is a symbol."""
    if not is_reference(word) or ObjectHeader(word).kind != Kind.OBJECT:
        return False
    return Object(word).info.type_kind == TypeKind.SYMBOL


@kernel
def is_object(word: i64) -> bool:
    """Whether a word is a function, a list or a record."""
    kind = kind_of(word)
    return kind == ValueKind.FUNCTION or kind == ValueKind.LIST or kind == ValueKind.RECORD


@kernel(reads=True)
def intrinsic_prototype(kind: i64) -> i64:
    """The prototype of the values of a kind that are no records; null when none has been set."""
    prototype = load_i64(INTRINSICS_OFFSET + 8 * kind)
    return NULL if prototype == UNDEFINED else prototype


@kernel(inline=True)
def function_properties(function: i64) -> i64:
    """The word in the first slot of a function."""
    return load_i64(function + DATA)


@kernel
def next_serial() -> i64:
    """A number that identifies something, never 0; after very many they begin again."""
    serial = CONTEXT.last_serial + 1 if likely(CONTEXT.last_serial < LAST_SERIAL) else 1
    CONTEXT.last_serial = serial
    return serial


@kernel
def identity_of(word: i64) -> i64:
    """The number that identifies an object; 0 for what is none."""
    if not is_reference(word):
        return 0
    match ObjectHeader(word).kind:
        case Kind.RECORD:
            record = RecordObject(word)
            record.flags = identified(record.flags)
            return shift_right_logical(record.flags, IDENTITY_SHIFT)
        case Kind.ARRAY:
            array = ArrayObject(word)
            array.flags = identified(array.flags)
            return shift_right_logical(array.flags, IDENTITY_SHIFT)
        case Kind.OBJECT:
            thing = Object(word)
            if thing.unused == 0:
                thing.unused = next_serial()
            return thing.unused
        case Kind.TASK:
            return Task(word).id
        case _:
            return 0


@kernel
def identified(flags: i64) -> i64:
    """The flags of an object, with a number that identifies it."""
    if shift_right_logical(flags, IDENTITY_SHIFT) != 0:
        return flags
    return flags | shift_left(next_serial(), IDENTITY_SHIFT)
