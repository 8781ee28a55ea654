"""Conversions between numbers: 0x50 to 0x57."""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import bits_of, f64, guess_i32, i32, kernel, to_f64, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.runtime.conversion import wrap_to_i32


@instruction(0x50, "I32_TO_F64", "i32 -> f64")
@kernel(inline=True)
def i32_to_f64(a: i32) -> f64:
    """The same number as f64."""
    return to_f64(a)


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
    result = guess_i32(a)
    if unlikely(to_f64(result) != a):
        return wrap_to_i32(a)
    return result


@instruction(0x53, "F64_TO_INDEX", "f64 -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def f64_to_index(a: f64) -> tuple[i32, i32]:
    """The number as an array index; throws INDEX_NOT_INTEGER when it is no integer that fits."""
    result = guess_i32(a)
    if unlikely(to_f64(result) != a):
        return 0, ErrorCode.INDEX_NOT_INTEGER
    return result, Outcome.DONE
