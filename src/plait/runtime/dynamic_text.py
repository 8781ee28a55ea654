"""The texts of `any` words: the name of their type, and what `String` and the console make of them."""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import ConstantTable, address, i32, i64, kernel, store_u8, u8, u32
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import (
    DATA,
    FIRST_REFERENCE,
    NULL,
    TRUE,
    UNDEFINED,
    ErrorObject,
    Kind,
    Object,
    ObjectHeader,
    StringObject,
    TypeKind,
)
from plait.runtime.display import boolean_to_string, integer_length, number_to_display, number_to_string, write_integer
from plait.runtime.dynamic import int64_of, is_boolean, is_int64, is_number, number_of
from plait.runtime.errors import is_error
from plait.runtime.stack_text import put_string, put_unit
from plait.runtime.strings import allocate_string, width_of

COLON = ord(":")
SPACE = ord(" ")
LETTER_N = ord("n")


class Text(IntEnum):
    """Texts that are always the same: indices into `TEXTS`."""

    UNDEFINED = 0
    OBJECT = 1
    BOOLEAN = 2
    NUMBER = 3
    STRING = 4
    FUNCTION = 5
    BIGINT = 6
    NULL = 7
    OBJECT_TEXT = 8
    PROMISE_TEXT = 9
    SYMBOL = 10


TEXTS = (
    "undefined",
    "object",
    "boolean",
    "number",
    "string",
    "function",
    "bigint",
    "null",
    "[object Object]",
    "[object Promise]",
    "symbol",
)
TEXT_UNITS = ConstantTable(u8, list("".join(TEXTS).encode("ascii")))
TEXT_STARTS = ConstantTable(u32, [sum(map(len, TEXTS[:index])) for index in range(len(TEXTS) + 1)])


@kernel
def fixed_text(index: i64) -> tuple[StringObject, i32]:
    """A new string of one of `TEXTS`."""
    start = TEXT_STARTS[index]
    length = TEXT_STARTS[index + 1] - start
    text = allocate_string(length, 1)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    for position in range(length):
        store_u8(address(text) + DATA + position, TEXT_UNITS[start + position])
    return text, Outcome.DONE


@kernel
def type_text(word: i64) -> i64:
    """Which of `TEXTS` is what JavaScript's `typeof` says."""
    if is_number(word):
        return Text.NUMBER
    if word == UNDEFINED:
        return Text.UNDEFINED
    if is_boolean(word):
        return Text.BOOLEAN
    if word < FIRST_REFERENCE:
        return Text.OBJECT
    kind = ObjectHeader(word).kind
    if kind == Kind.STRING:
        return Text.STRING
    if is_int64(word):
        return Text.BIGINT
    if kind != Kind.OBJECT:
        return Text.OBJECT
    match Object(word).info.type_kind:
        case TypeKind.CLOSURE:
            return Text.FUNCTION
        case TypeKind.SYMBOL:
            return Text.SYMBOL
        case TypeKind.BIGINT:
            return Text.BIGINT
        case _:
            return Text.OBJECT


@kernel
def type_of(word: i64) -> tuple[StringObject, i32]:
    """What JavaScript's `typeof` says."""
    text, outcome = fixed_text(type_text(word))
    return text, outcome


@kernel
def int64_text(value: i64, marked: bool) -> tuple[StringObject, i32]:
    """The digits of an i64, with the console's `n` behind them if marked."""
    digits = integer_length(value)
    text = allocate_string(digits + 1 if marked else digits, 1)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    write_integer(address(text) + DATA, value)
    if marked:
        store_u8(address(text) + DATA + digits, LETTER_N)
    return text, Outcome.DONE


@kernel
def error_text(error: ErrorObject) -> tuple[StringObject, i32]:
    """Name and message; one of them alone when the other is empty. A null reads as an empty string."""
    name = StringObject(error.name)
    message = StringObject(error.message)
    if address(name) != 0 and message.length == 0:
        return name, Outcome.DONE
    if address(message) != 0 and name.length == 0:
        return message, Outcome.DONE
    length = name.length + message.length
    text = allocate_string(length + 2 if length != 0 else 0, max(1, max(width_of(name), width_of(message))))
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    if length != 0:
        place = put_string(text, 0, name)
        place = put_unit(text, place, COLON)
        place = put_unit(text, place, SPACE)
        put_string(text, place, message)
    return text, Outcome.DONE


@kernel
def object_text(word: i64) -> tuple[StringObject, i32]:
    """The text of a reference to neither a string nor an i64; NO_TEXT for arrays, tuples and functions."""
    if is_error(word):
        described, made = error_text(ErrorObject(word))
        return described, made
    kind = ObjectHeader(word).kind
    if kind == Kind.TASK:
        promise, written = fixed_text(Text.PROMISE_TEXT)
        return promise, written
    if kind != Kind.OBJECT or has_hidden_text(Object(word).info.type_kind):
        return StringObject(0), ErrorCode.NO_TEXT
    text, outcome = fixed_text(Text.OBJECT_TEXT)
    return text, outcome


@kernel(inline=True)
def has_hidden_text(kind: i64) -> bool:
    """Whether JavaScript has a text for such objects that is not known here: a source text, the elements."""
    return kind == TypeKind.CLOSURE or kind == TypeKind.TUPLE or kind == TypeKind.SYMBOL


@kernel
def simple_text(word: i64) -> tuple[StringObject, i32]:
    """The text of undefined, null or a boolean."""
    if is_boolean(word):
        boolean, written = boolean_to_string(word == TRUE)
        return boolean, written
    text, outcome = fixed_text(Text.NULL if word == NULL else Text.UNDEFINED)
    return text, outcome


@kernel
def reference_text(word: i64) -> tuple[StringObject, i32]:
    """The text of a reference, as `String` gives it."""
    if ObjectHeader(word).kind == Kind.STRING:
        return StringObject(word), Outcome.DONE
    if is_int64(word):
        digits, written = int64_text(int64_of(word), False)
        return digits, written
    text, outcome = object_text(word)
    return text, outcome


@kernel
def any_to_string(word: i64) -> tuple[StringObject, i32]:
    """What JavaScript's `String` gives."""
    if is_number(word):
        number, written = number_to_string(number_of(word))
        return number, written
    if word < FIRST_REFERENCE:
        simple, made = simple_text(word)
        return simple, made
    text, outcome = reference_text(word)
    return text, outcome


@kernel
def any_to_display(word: i64) -> tuple[StringObject, i32]:
    """What the console shows: as `any_to_string`, but with the sign of -0 and an `n` behind an i64.

    NO_TEXT for what the console would take apart: objects, arrays, functions.
    """
    if is_number(word):
        number, written = number_to_display(number_of(word))
        return number, written
    if word < FIRST_REFERENCE:
        simple, made = simple_text(word)
        return simple, made
    if ObjectHeader(word).kind == Kind.STRING:
        return StringObject(word), Outcome.DONE
    if is_int64(word):
        digits, marked = int64_text(int64_of(word), True)
        return digits, marked
    return StringObject(0), ErrorCode.NO_TEXT
