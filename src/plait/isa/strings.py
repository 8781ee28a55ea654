"""Strings: 0x58 to 0x67."""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import f64, i32, kernel
from plait.memory.layouts import StringObject
from plait.runtime import display, strings

BUILDS = Flags.ALLOCATES | Flags.WORKS


@instruction(0x58, "STRING_CONCAT", "string string -> string", fuel=4, flags=BUILDS | Flags.THROWS)
@kernel(inline=True)
def string_concat(a: StringObject, b: StringObject) -> tuple[StringObject, i32]:
    """Both strings, one after the other."""
    result, outcome = strings.concatenate(a, b)
    return result, outcome


@instruction(0x59, "STRING_EQ", "string string -> bool", fuel=2, flags=Flags.WORKS)
@kernel(inline=True)
def string_eq(a: StringObject, b: StringObject) -> bool:
    """Whether both have the same code units."""
    return strings.equal(a, b)


@instruction(0x5A, "STRING_LENGTH", "string -> i32")
@kernel(inline=True)
def string_length(a: StringObject) -> i32:
    """The number of UTF-16 code units."""
    return a.length


@instruction(0x5B, "I32_TO_STRING", "i32 -> string", fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def i32_to_string(a: i32) -> tuple[StringObject, i32]:
    """The decimal digits of the integer."""
    result, outcome = display.integer_to_string(a)
    return result, outcome


@instruction(0x5C, "F64_TO_STRING", "f64 -> string", fuel=16, flags=Flags.ALLOCATES)
@kernel(inline=True)
def f64_to_string(a: f64) -> tuple[StringObject, i32]:
    """The number as JavaScript's `String(a)` spells it."""
    result, outcome = display.number_to_string(a)
    return result, outcome


@instruction(0x5D, "F64_TO_DISPLAY", "f64 -> string", fuel=16, flags=Flags.ALLOCATES)
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


@instruction(0x5F, "STRING_LT", "string string -> bool", fuel=2, flags=Flags.WORKS)
@kernel(inline=True)
def string_lt(a: StringObject, b: StringObject) -> bool:
    """Whether the first comes before the second, by code units."""
    return strings.compare(a, b) < 0
