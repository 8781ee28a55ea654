"""Dynamic values, `any`: 0xef to 0xff."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, instruction
from plait.kernel import bool_to_i32, f64, i32, i64, kernel, to_f64, u32, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import FALSE, NULL, TRUE, StringObject
from plait.runtime import dynamic, dynamic_text
from plait.runtime.conversion import exact_i32

THROWS = Flags.THROWS
MAKES_TEXT = Flags.ALLOCATES | Flags.THROWS | Flags.WORKS


@instruction(0xEF, "ANY_TO_DISPLAY", "any -> string", fuel=16, flags=MAKES_TEXT)
@kernel(inline=True)
def any_to_display(value: i64) -> tuple[StringObject, i32]:
    """The value as the console shows it; throws NO_TEXT for objects, arrays and functions."""
    result, outcome = dynamic_text.any_to_display(value)
    return result, outcome


@instruction(0xF0, "BOX_I32", "i32 -> any")
@kernel(inline=True)
def box_i32(a: i32) -> i64:
    """The number as a dynamic value."""
    return dynamic.box_number(to_f64(a))


@instruction(0xF1, "BOX_I64", "i64 -> any", fuel=6, flags=Flags.ALLOCATES)
@kernel(inline=True)
def box_i64(a: i64) -> tuple[i64, i32]:
    """The i64 as a dynamic value, which is no number but a bigint."""
    result, outcome = dynamic.box_int64(a)
    return result, outcome


@instruction(0xF2, "BOX_F64", "f64 -> any")
@kernel(inline=True)
def box_f64(a: f64) -> i64:
    """The number as a dynamic value."""
    return dynamic.box_number(a)


@instruction(0xF3, "BOX_BOOL", "bool -> any")
@kernel(inline=True)
def box_bool(a: bool) -> i64:
    """The bool as a dynamic value."""
    return FALSE + bool_to_i32(a)


@instruction(0xF4, "BOX_REF", "R -> any")
@kernel(inline=True)
def box_ref(value: u32) -> i64:
    """The reference as a dynamic value; null becomes the null of `any`."""
    return NULL if value == 0 else value


@instruction(0xF5, "UNBOX_I32", "any -> i32", flags=THROWS)
@kernel(inline=True)
def unbox_i32(value: i64) -> tuple[i32, i32]:
    """The number, which must be an i32 (-0 is none); throws BAD_CAST otherwise."""
    result, fits = exact_i32(dynamic.number_of(value))
    if unlikely(not dynamic.is_number(value) or not fits):
        return 0, ErrorCode.BAD_CAST
    return result, Outcome.DONE


@instruction(0xF6, "UNBOX_I64", "any -> i64", fuel=2, flags=THROWS)
@kernel(inline=True)
def unbox_i64(value: i64) -> tuple[i64, i32]:
    """The i64; throws BAD_CAST for anything else."""
    if unlikely(not dynamic.is_int64(value)):
        return 0, ErrorCode.BAD_CAST
    return dynamic.int64_of(value), Outcome.DONE


@instruction(0xF7, "UNBOX_F64", "any -> f64", flags=THROWS)
@kernel(inline=True)
def unbox_f64(value: i64) -> tuple[f64, i32]:
    """The number; throws BAD_CAST for anything else."""
    if unlikely(not dynamic.is_number(value)):
        return 0.0, ErrorCode.BAD_CAST
    return dynamic.number_of(value), Outcome.DONE


@instruction(0xF8, "UNBOX_BOOL", "any -> bool", flags=THROWS)
@kernel(inline=True)
def unbox_bool(value: i64) -> tuple[bool, i32]:
    """The bool; throws BAD_CAST for anything else."""
    if unlikely(not dynamic.is_boolean(value)):
        return False, ErrorCode.BAD_CAST
    return value == TRUE, Outcome.DONE


@instruction(0xF9, "UNBOX_REF", "any -> $", Immediate.TYPE, fuel=2, flags=THROWS)
@kernel(inline=True)
def unbox_ref(value: i64, selector: i32) -> tuple[u32, i32]:
    """The reference, which must be of the type or null; throws BAD_CAST for anything else, undefined too."""
    if value == NULL:
        return 0, Outcome.DONE
    if unlikely(not dynamic.has_type(value, selector)):
        return 0, ErrorCode.BAD_CAST
    return value, Outcome.DONE


@instruction(0xFA, "ANY_TYPEOF", "any -> string", fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def any_typeof(value: i64) -> tuple[StringObject, i32]:
    """What JavaScript's `typeof` says; an i64 is a bigint."""
    result, outcome = dynamic_text.type_of(value)
    return result, outcome


@kernel(inline=True)
def equal_at_once(a: i64, b: i64) -> tuple[bool, bool]:
    """The usual case of `any_eq`: nothing is compared that would be work."""
    if dynamic.is_number(a) and dynamic.is_number(b):
        return dynamic.number_of(a) == dynamic.number_of(b), True
    if a == b or not dynamic.is_reference(a) or not dynamic.is_reference(b):
        return a == b, True
    are_equal, is_known = dynamic.compare_at_once(a, b)
    return are_equal, is_known


@instruction(0xFB, "ANY_EQ", "any any -> bool", fuel=2, flags=Flags.WORKS, usual=equal_at_once)
@kernel(inline=True)
def any_eq(a: i64, b: i64) -> bool:
    """JavaScript's `===`: numbers, strings and i64 by value, everything else by identity."""
    return dynamic.strictly_equal(a, b)


@instruction(0xFC, "ANY_TRUTHY", "any -> bool")
@kernel(inline=True)
def any_truthy(value: i64) -> bool:
    """Whether a condition of JavaScript holds for the value."""
    return dynamic.is_truthy(value)


@instruction(0xFD, "ANY_TO_STRING", "any -> string", fuel=16, flags=MAKES_TEXT)
@kernel(inline=True)
def any_to_string(value: i64) -> tuple[StringObject, i32]:
    """What JavaScript's `String` gives; throws NO_TEXT for arrays and functions."""
    result, outcome = dynamic_text.any_to_string(value)
    return result, outcome


@instruction(0xFE, "ANY_IS", "any -> bool", Immediate.TYPE, fuel=2)
@kernel(inline=True)
def any_is(value: i64, selector: i32) -> bool:
    """Whether the value is of the type: any but `any`. Null is of none; an i32 is any number that is one."""
    return dynamic.has_type(value, selector)


@instruction(0xFF, "ANY_IS_NULL", "any -> bool")
@kernel(inline=True)
def any_is_null(value: i64) -> bool:
    """Whether the value is null or undefined."""
    return dynamic.is_nullish(value)
