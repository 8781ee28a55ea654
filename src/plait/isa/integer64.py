"""i64 arithmetic, bits and comparison: 0xc0 to 0xd8.

The plain operations wrap; those called EXACT throw when the result does not fit.
"""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import (
    add_overflows_i64,
    divide,
    i32,
    i64,
    kernel,
    mul_overflows_i64,
    remainder,
    shift_left,
    shift_right,
    shift_right_logical,
    sub_overflows_i64,
    unlikely,
    wrap_add_i64,
    wrap_mul_i64,
    wrap_sub_i64,
)
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import StringObject
from plait.runtime import display

THROWS = Flags.THROWS
MIN_I64 = -(2**63)


@instruction(0xC0, "LADD", "i64 i64 -> i64")
@kernel(inline=True)
def ladd(a: i64, b: i64) -> i64:
    """The sum, wrapping."""
    return wrap_add_i64(a, b)


@instruction(0xC1, "LSUB", "i64 i64 -> i64")
@kernel(inline=True)
def lsub(a: i64, b: i64) -> i64:
    """The difference, wrapping."""
    return wrap_sub_i64(a, b)


@instruction(0xC2, "LMUL", "i64 i64 -> i64")
@kernel(inline=True)
def lmul(a: i64, b: i64) -> i64:
    """The product, wrapping."""
    return wrap_mul_i64(a, b)


@instruction(0xC3, "LDIV", "i64 i64 -> i64", fuel=2, flags=THROWS)
@kernel(inline=True)
def ldiv(a: i64, b: i64) -> tuple[i64, i32]:
    """The quotient, cut towards zero and wrapping; throws DIVISION_BY_ZERO."""
    if unlikely(b == 0):
        return 0, ErrorCode.DIVISION_BY_ZERO
    if unlikely(b == -1):
        return wrap_sub_i64(0, a), Outcome.DONE
    return divide(a, b), Outcome.DONE


@instruction(0xC4, "LREM", "i64 i64 -> i64", fuel=2, flags=THROWS)
@kernel(inline=True)
def lrem(a: i64, b: i64) -> tuple[i64, i32]:
    """The remainder, with the sign of the dividend; throws DIVISION_BY_ZERO."""
    if unlikely(b == 0):
        return 0, ErrorCode.DIVISION_BY_ZERO
    if unlikely(b == -1):
        return 0, Outcome.DONE
    return remainder(a, b), Outcome.DONE


@instruction(0xC5, "LNEG", "i64 -> i64")
@kernel(inline=True)
def lneg(a: i64) -> i64:
    """The negation, wrapping."""
    return wrap_sub_i64(0, a)


@instruction(0xC6, "LADD_EXACT", "i64 i64 -> i64", flags=THROWS)
@kernel(inline=True)
def ladd_exact(a: i64, b: i64) -> tuple[i64, i32]:
    """The sum; throws LONG_OVERFLOW."""
    if unlikely(add_overflows_i64(a, b)):
        return 0, ErrorCode.LONG_OVERFLOW
    return wrap_add_i64(a, b), Outcome.DONE


@instruction(0xC7, "LSUB_EXACT", "i64 i64 -> i64", flags=THROWS)
@kernel(inline=True)
def lsub_exact(a: i64, b: i64) -> tuple[i64, i32]:
    """The difference; throws LONG_OVERFLOW."""
    if unlikely(sub_overflows_i64(a, b)):
        return 0, ErrorCode.LONG_OVERFLOW
    return wrap_sub_i64(a, b), Outcome.DONE


@instruction(0xC8, "LMUL_EXACT", "i64 i64 -> i64", flags=THROWS)
@kernel(inline=True)
def lmul_exact(a: i64, b: i64) -> tuple[i64, i32]:
    """The product; throws LONG_OVERFLOW."""
    if unlikely(mul_overflows_i64(a, b)):
        return 0, ErrorCode.LONG_OVERFLOW
    return wrap_mul_i64(a, b), Outcome.DONE


@instruction(0xC9, "LNEG_EXACT", "i64 -> i64", flags=THROWS)
@kernel(inline=True)
def lneg_exact(a: i64) -> tuple[i64, i32]:
    """The negation; throws LONG_OVERFLOW for the smallest i64."""
    if unlikely(a == MIN_I64):
        return 0, ErrorCode.LONG_OVERFLOW
    return -a, Outcome.DONE


@instruction(0xCA, "LAND", "i64 i64 -> i64")
@kernel(inline=True)
def land(a: i64, b: i64) -> i64:
    """Bitwise and."""
    return a & b


@instruction(0xCB, "LOR", "i64 i64 -> i64")
@kernel(inline=True)
def lor(a: i64, b: i64) -> i64:
    """Bitwise or."""
    return a | b


@instruction(0xCC, "LXOR", "i64 i64 -> i64")
@kernel(inline=True)
def lxor(a: i64, b: i64) -> i64:
    """Bitwise exclusive or."""
    return a ^ b


@instruction(0xCD, "LNOT", "i64 -> i64")
@kernel(inline=True)
def lnot(a: i64) -> i64:
    """Bitwise complement."""
    return ~a


@instruction(0xCE, "LSHL", "i64 i64 -> i64")
@kernel(inline=True)
def lshl(a: i64, b: i64) -> i64:
    """Shift left by the low six bits of the second operand."""
    return shift_left(a, b & 63)


@instruction(0xCF, "LSHR", "i64 i64 -> i64")
@kernel(inline=True)
def lshr(a: i64, b: i64) -> i64:
    """Arithmetic shift right by the low six bits of the second operand."""
    return shift_right(a, b & 63)


@instruction(0xD0, "LUSHR", "i64 i64 -> i64")
@kernel(inline=True)
def lushr(a: i64, b: i64) -> i64:
    """Logical shift right by the low six bits of the second operand."""
    return shift_right_logical(a, b & 63)


@instruction(0xD1, "LLT", "i64 i64 -> bool")
@kernel(inline=True)
def llt(a: i64, b: i64) -> bool:
    """Less than."""
    return a < b


@instruction(0xD2, "LLE", "i64 i64 -> bool")
@kernel(inline=True)
def lle(a: i64, b: i64) -> bool:
    """Less than or equal."""
    return a <= b


@instruction(0xD3, "LGT", "i64 i64 -> bool")
@kernel(inline=True)
def lgt(a: i64, b: i64) -> bool:
    """Greater than."""
    return a > b


@instruction(0xD4, "LGE", "i64 i64 -> bool")
@kernel(inline=True)
def lge(a: i64, b: i64) -> bool:
    """Greater than or equal."""
    return a >= b


@instruction(0xD5, "LEQ", "i64 i64 -> bool")
@kernel(inline=True)
def leq(a: i64, b: i64) -> bool:
    """Equal."""
    return a == b


@instruction(0xD6, "LNE", "i64 i64 -> bool")
@kernel(inline=True)
def lne(a: i64, b: i64) -> bool:
    """Not equal."""
    return a != b


@instruction(0xD8, "I64_TO_STRING", "i64 -> string", fuel=24, flags=Flags.ALLOCATES)
@kernel(inline=True)
def i64_to_string(a: i64) -> tuple[StringObject, i32]:
    """The decimal digits of the integer."""
    result, outcome = display.integer_string(a)
    return result, outcome
