"""Strings: 0x58 to 0x67. A string is never changed. All but the comparisons for equality throw NULL_REFERENCE."""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import address, f64, i32, kernel, unlikely, wrap_u32
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import StringObject
from plait.runtime import concatenation, display, strings, substrings

BUILDS = Flags.ALLOCATES | Flags.WORKS
COMPARES = Flags.THROWS | Flags.WORKS


@instruction(0x58, "STRING_CONCAT", "string string -> string", fuel=8, flags=BUILDS | Flags.THROWS)
@kernel(inline=True)
def string_concat(a: StringObject, b: StringObject) -> tuple[StringObject, i32]:
    """Both strings, one after the other."""
    result, outcome = concatenation.concatenate(a, b)
    return result, outcome


@instruction(0x59, "STRING_EQ", "string string -> bool", fuel=2, flags=Flags.WORKS)
@kernel(inline=True)
def string_eq(a: StringObject, b: StringObject) -> bool:
    """Whether both have the same code units; null equals null alone."""
    return strings.equal(a, b)


@instruction(0x5A, "STRING_LENGTH", "string -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def string_length(a: StringObject) -> tuple[i32, i32]:
    """The number of UTF-16 code units."""
    if unlikely(address(a) == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return a.length, Outcome.DONE


@instruction(0x5B, "I32_TO_STRING", "i32 -> string", fuel=12, flags=Flags.ALLOCATES)
@kernel(inline=True)
def i32_to_string(a: i32) -> tuple[StringObject, i32]:
    """The decimal digits of the integer."""
    result, outcome = display.integer_to_string(a)
    return result, outcome


@instruction(0x5C, "F64_TO_STRING", "f64 -> string", fuel=16, flags=BUILDS)
@kernel(inline=True)
def f64_to_string(a: f64) -> tuple[StringObject, i32]:
    """The number as JavaScript's `String(a)` spells it."""
    result, outcome = display.number_to_string(a)
    return result, outcome


@instruction(0x5D, "F64_TO_DISPLAY", "f64 -> string", fuel=16, flags=BUILDS)
@kernel(inline=True)
def f64_to_display(a: f64) -> tuple[StringObject, i32]:
    """The number as the console shows it: as `F64_TO_STRING`, but with the sign of -0."""
    result, outcome = display.number_to_display(a)
    return result, outcome


@instruction(0x5E, "BOOL_TO_STRING", "bool -> string", fuel=2, flags=Flags.ALLOCATES)
@kernel(inline=True)
def bool_to_string(a: bool) -> tuple[StringObject, i32]:
    """`true` or `false`."""
    result, outcome = display.boolean_to_string(a)
    return result, outcome


@instruction(0x5F, "STRING_LT", "string string -> bool", fuel=2, flags=COMPARES)
@kernel(inline=True)
def string_lt(a: StringObject, b: StringObject) -> tuple[bool, i32]:
    """Whether the first comes before the second, by code units."""
    if unlikely(strings.any_null(a, b)):
        return False, ErrorCode.NULL_REFERENCE
    return strings.compare(a, b) < 0, Outcome.DONE


@instruction(0x60, "STRING_LE", "string string -> bool", fuel=2, flags=COMPARES)
@kernel(inline=True)
def string_le(a: StringObject, b: StringObject) -> tuple[bool, i32]:
    """Whether the first comes before the second or equals it."""
    if unlikely(strings.any_null(a, b)):
        return False, ErrorCode.NULL_REFERENCE
    return strings.compare(a, b) <= 0, Outcome.DONE


@instruction(0x61, "STRING_GT", "string string -> bool", fuel=2, flags=COMPARES)
@kernel(inline=True)
def string_gt(a: StringObject, b: StringObject) -> tuple[bool, i32]:
    """Whether the first comes after the second."""
    if unlikely(strings.any_null(a, b)):
        return False, ErrorCode.NULL_REFERENCE
    return strings.compare(a, b) > 0, Outcome.DONE


@instruction(0x62, "STRING_GE", "string string -> bool", fuel=2, flags=COMPARES)
@kernel(inline=True)
def string_ge(a: StringObject, b: StringObject) -> tuple[bool, i32]:
    """Whether the first comes after the second or equals it."""
    if unlikely(strings.any_null(a, b)):
        return False, ErrorCode.NULL_REFERENCE
    return strings.compare(a, b) >= 0, Outcome.DONE


@instruction(0x63, "STRING_NE", "string string -> bool", fuel=2, flags=Flags.WORKS)
@kernel(inline=True)
def string_ne(a: StringObject, b: StringObject) -> bool:
    """Whether they differ in some code unit; null differs from every string."""
    return not strings.equal(a, b)


@instruction(0x64, "STRING_CHAR_CODE_AT", "string i32 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def string_char_code_at(a: StringObject, index: i32) -> tuple[i32, i32]:
    """The UTF-16 code unit at the index; throws STRING_INDEX_OUT_OF_BOUNDS outside."""
    if unlikely(wrap_u32(index) >= a.length):
        return 0, strings.no_unit(a, index)
    return strings.unit_at(a, index), Outcome.DONE


@instruction(0x65, "STRING_SUBSTRING", "string i32 i32 -> string", fuel=8, flags=BUILDS | Flags.THROWS)
@kernel(inline=True)
def string_substring(a: StringObject, start: i32, end: i32) -> tuple[StringObject, i32]:
    """The units from `start` to before `end`, both clamped and put into order, as JavaScript's `substring`."""
    result, outcome = substrings.substring(a, start, end)
    return result, outcome
