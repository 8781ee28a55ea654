"""Kinds of words, what values of a kind have in common, ranges 0x10: for programs that are compiled by flow."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.isa.value_types import GENERAL_CLOSURE
from plait.kernel import address, i32, i64, kernel, likely, store_i64, u32, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ABSENT, INTRINSICS, INTRINSICS_OFFSET, StringObject
from plait.native.table import NativeRange, native
from plait.runtime import value_kinds
from plait.runtime.dynamic import is_reference

VALUE = NativeRange.VALUE
FUNCTION_OF = f"any string -> {GENERAL_CLOSURE}"


@native(VALUE, 0x00, "value.kind", "any -> i32", fuel=2)
@kernel
def value_kind(value: i64) -> i32:
    """The number of the kind of a value."""
    return value_kinds.kind_of(value)


@native(VALUE, 0x01, "value.isObject", "any -> bool", fuel=2)
@kernel(inline=True)
def is_object(value: i64) -> bool:
    """Whether the value is a function, a list or a record."""
    return is_reference(value) and value_kinds.is_object(value)


@kernel(inline=True)
def function_itself(value: i64, text: StringObject) -> tuple[u32, bool]:
    """The usual case of `function_of`: a function."""
    if likely(address(text) != 0 and value_kinds.is_function(value)):
        return value, True
    return 0, False


@native(VALUE, 0x07, "function.of", FUNCTION_OF, fuel=2, flags=Flags.DECLINES | Flags.THROWS, usual=function_itself)
@kernel(inline=True)
def function_of(value: i64, text: StringObject) -> tuple[u32, i32]:
    """The function that a value is; null if it is none. The text is what the error calls it."""
    if unlikely(address(text) == 0):
        return 0, ErrorCode.NULL_REFERENCE
    function, _ = function_itself(value, text)
    return function, Outcome.DONE


@native(VALUE, 0x02, "value.isAbsent", "any -> bool", fuel=1)
@kernel(inline=True)
def is_absent(value: i64) -> bool:
    """Whether the word says that there is no value."""
    return value == ABSENT


@native(VALUE, 0x03, "value.absent", "-> any", fuel=1)
@kernel(inline=True)
def absent() -> i64:
    """The word that says that there is no value."""
    return ABSENT


@native(VALUE, 0x04, "value.identity", "any -> i32", fuel=4)
@kernel
def identity(value: i64) -> i32:
    """The number that identifies an object; it never changes. 0 for what is no object."""
    return value_kinds.identity_of(value)


@native(VALUE, 0x05, "intrinsic.setPrototype", "i32 any ->", flags=Flags.THROWS)
@kernel
def set_intrinsic_prototype(kind: i32, prototype: i64) -> i32:
    """Sets the prototype of all values of a kind that are no records. Throws BAD_CAST for a kind that there is not."""
    if kind < 0 or kind >= INTRINSICS:
        return ErrorCode.BAD_CAST
    store_i64(INTRINSICS_OFFSET + 8 * kind, prototype)
    return Outcome.DONE


@native(VALUE, 0x06, "intrinsic.prototype", "i32 -> any", flags=Flags.THROWS)
@kernel
def intrinsic_prototype(kind: i32) -> tuple[i64, i32]:
    """The prototype of the values of a kind; null when none has been set."""
    if kind < 0 or kind >= INTRINSICS:
        return 0, ErrorCode.BAD_CAST
    return value_kinds.intrinsic_prototype(kind), Outcome.DONE
