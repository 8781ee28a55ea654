"""Conversions between numbers: 0x4e, 0x50 to 0x57, 0xd7."""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import (
    absolute,
    bits_of,
    f64,
    guess_i32,
    guess_i64,
    i32,
    i64,
    kernel,
    to_f64,
    unlikely,
    wrap_i32,
)
from plait.memory.errors import ErrorCode, Outcome
from plait.runtime.conversion import wrap_to_i32

ABOVE_I64 = 9223372036854775808.0
"""The smallest number above zero that no i64 equals."""


@instruction(0x50, "I32_TO_F64", "i32 -> f64")
@kernel(inline=True)
def i32_to_f64(a: i32) -> f64:
    """The same number as f64."""
    return to_f64(a)


@instruction(0x4E, "U32_TO_F64", "i32 -> f64")
@kernel(inline=True)
def u32_to_f64(a: i32) -> f64:
    """The number whose 32 bits, without a sign, those of the i32 are: what JavaScript's `>>>` gives."""
    return to_f64(a & 0xFFFFFFFF)


@instruction(0x51, "F64_TO_I32", "f64 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def f64_to_i32(a: f64) -> tuple[i32, i32]:
    """The same number as i32; throws NOT_AN_INT when it is none, or is -0."""
    result = guess_i32(a)
    if unlikely(to_f64(result) != a):
        return 0, ErrorCode.NOT_AN_INT
    if unlikely(result == 0 and bits_of(a) != 0):
        return 0, ErrorCode.NOT_AN_INT
    return result, Outcome.DONE


@instruction(0x52, "F64_TO_I32_WRAP", "f64 -> i32")
@kernel(inline=True)
def f64_to_i32_wrap(a: f64) -> i32:
    """JavaScript's ToInt32: the integer part modulo 2^32; 0 for NaN and infinities."""
    # The low half of an i64 is the integer part modulo 2^32.
    if unlikely(not absolute(a) < ABOVE_I64):
        return wrap_to_i32(a)
    return wrap_i32(guess_i64(a))


@instruction(0x53, "F64_TO_INDEX", "f64 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def f64_to_index(a: f64) -> tuple[i32, i32]:
    """The number as an array index; throws INDEX_NOT_INTEGER when it is no integer that fits."""
    result = guess_i32(a)
    if unlikely(to_f64(result) != a):
        return 0, ErrorCode.INDEX_NOT_INTEGER
    return result, Outcome.DONE


@instruction(0x54, "I32_TO_I64", "i32 -> i64")
@kernel(inline=True)
def i32_to_i64(a: i32) -> i64:
    """The same number as i64."""
    return a


@instruction(0x55, "I64_TO_I32", "i64 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def i64_to_i32(a: i64) -> tuple[i32, i32]:
    """The same number as i32; throws NOT_AN_INT when it does not fit."""
    result = wrap_i32(a)
    if unlikely(result != a):
        return 0, ErrorCode.NOT_AN_INT
    return result, Outcome.DONE


@instruction(0x56, "I64_TO_I32_WRAP", "i64 -> i32")
@kernel(inline=True)
def i64_to_i32_wrap(a: i64) -> i32:
    """The i32 with the same low 32 bits."""
    return wrap_i32(a)


@instruction(0x57, "I64_TO_F64", "i64 -> f64")
@kernel(inline=True)
def i64_to_f64(a: i64) -> f64:
    """The nearest f64 (of two as near, the even one)."""
    return to_f64(a)


@instruction(0xD7, "F64_TO_I64", "f64 -> i64", flags=Flags.THROWS)
@kernel(inline=True)
def f64_to_i64(a: f64) -> tuple[i64, i32]:
    """The same number as i64, 0 for -0; throws NOT_A_LONG when it is no integer or does not fit."""
    result = guess_i64(a)
    if unlikely(to_f64(result) != a or a >= ABOVE_I64):
        return 0, ErrorCode.NOT_A_LONG
    return result, Outcome.DONE
