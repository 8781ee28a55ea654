"""i32 arithmetic, bits and comparison, and bools: 0x18 to 0x37.

The plain operations wrap; those called EXACT throw when the result does not fit.
"""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import (
    divide_i32,
    i32,
    kernel,
    remainder_i32,
    shift_left,
    shift_right,
    shift_right_logical,
    unlikely,
    wrap_i32,
)
from plait.memory.errors import ErrorCode, Outcome

THROWS = Flags.THROWS
MIN_I32 = -(2**31)
MAX_I32 = 2**31 - 1


@instruction(0x18, "IADD", "i32 i32 -> i32")
@kernel(inline=True)
def iadd(a: i32, b: i32) -> i32:
    """The sum, wrapping."""
    return wrap_i32(a + b)


@instruction(0x19, "ISUB", "i32 i32 -> i32")
@kernel(inline=True)
def isub(a: i32, b: i32) -> i32:
    """The difference, wrapping."""
    return wrap_i32(a - b)


@instruction(0x1A, "IMUL", "i32 i32 -> i32")
@kernel(inline=True)
def imul(a: i32, b: i32) -> i32:
    """The product, wrapping."""
    return wrap_i32(a * b)


@instruction(0x1B, "IDIV", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def idiv(a: i32, b: i32) -> tuple[i32, i32]:
    """The quotient, cut towards zero and wrapping; throws DIVISION_BY_ZERO."""
    if unlikely(b == 0):
        return 0, ErrorCode.DIVISION_BY_ZERO
    if unlikely(b == -1):
        return wrap_i32(-a), Outcome.DONE
    return divide_i32(a, b), Outcome.DONE


@instruction(0x1C, "IREM", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def irem(a: i32, b: i32) -> tuple[i32, i32]:
    """The remainder, with the sign of the dividend; throws DIVISION_BY_ZERO."""
    if unlikely(b == 0):
        return 0, ErrorCode.DIVISION_BY_ZERO
    if unlikely(b == -1):
        return 0, Outcome.DONE
    return remainder_i32(a, b), Outcome.DONE


@instruction(0x1D, "INEG", "i32 -> i32")
@kernel(inline=True)
def ineg(a: i32) -> i32:
    """The negation, wrapping."""
    return wrap_i32(-a)


@instruction(0x1E, "IADD_EXACT", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def iadd_exact(a: i32, b: i32) -> tuple[i32, i32]:
    """The sum; throws INTEGER_OVERFLOW."""
    result = a + b
    if unlikely(result != wrap_i32(result)):
        return 0, ErrorCode.INTEGER_OVERFLOW
    return wrap_i32(result), Outcome.DONE


@instruction(0x1F, "ISUB_EXACT", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def isub_exact(a: i32, b: i32) -> tuple[i32, i32]:
    """The difference; throws INTEGER_OVERFLOW."""
    result = a - b
    if unlikely(result != wrap_i32(result)):
        return 0, ErrorCode.INTEGER_OVERFLOW
    return wrap_i32(result), Outcome.DONE


@instruction(0x20, "IMUL_EXACT", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def imul_exact(a: i32, b: i32) -> tuple[i32, i32]:
    """The product; throws INTEGER_OVERFLOW."""
    result = a * b
    if unlikely(result != wrap_i32(result)):
        return 0, ErrorCode.INTEGER_OVERFLOW
    return wrap_i32(result), Outcome.DONE


@instruction(0x21, "INEG_EXACT", "i32 -> i32", flags=THROWS)
@kernel(inline=True)
def ineg_exact(a: i32) -> tuple[i32, i32]:
    """The negation; throws INTEGER_OVERFLOW for the smallest i32."""
    if unlikely(a == MIN_I32):
        return 0, ErrorCode.INTEGER_OVERFLOW
    return -a, Outcome.DONE


@instruction(0x22, "IREM_EXACT", "i32 i32 -> i32", flags=THROWS)
@kernel(inline=True)
def irem_exact(a: i32, b: i32) -> tuple[i32, i32]:
    """The remainder with the sign of the dividend; throws NOT_AN_INT where JavaScript gives NaN or -0."""
    if unlikely(b == 0):
        return 0, ErrorCode.NOT_AN_INT
    result = 0
    if b != -1:
        result = remainder_i32(a, b)
    if unlikely(result == 0 and a < 0):
        return 0, ErrorCode.NOT_AN_INT
    return result, Outcome.DONE


@instruction(0x23, "IAND", "i32 i32 -> i32")
@kernel(inline=True)
def iand(a: i32, b: i32) -> i32:
    """Bitwise and."""
    return a & b


@instruction(0x24, "IOR", "i32 i32 -> i32")
@kernel(inline=True)
def ior(a: i32, b: i32) -> i32:
    """Bitwise or."""
    return a | b


@instruction(0x25, "IXOR", "i32 i32 -> i32")
@kernel(inline=True)
def ixor(a: i32, b: i32) -> i32:
    """Bitwise exclusive or."""
    return a ^ b


@instruction(0x26, "INOT", "i32 -> i32")
@kernel(inline=True)
def inot(a: i32) -> i32:
    """Bitwise complement."""
    return ~a


@instruction(0x27, "ISHL", "i32 i32 -> i32")
@kernel(inline=True)
def ishl(a: i32, b: i32) -> i32:
    """Shift left by the low five bits of the second operand."""
    return wrap_i32(shift_left(a, b & 31))


@instruction(0x28, "ISHR", "i32 i32 -> i32")
@kernel(inline=True)
def ishr(a: i32, b: i32) -> i32:
    """Arithmetic shift right by the low five bits of the second operand."""
    return wrap_i32(shift_right(a, b & 31))


@instruction(0x29, "IUSHR", "i32 i32 -> i32")
@kernel(inline=True)
def iushr(a: i32, b: i32) -> i32:
    """Logical shift right by the low five bits of the second operand; the result is the i32 with the same bits."""
    return wrap_i32(shift_right_logical(a & 0xFFFFFFFF, b & 31))


@instruction(0x2A, "ILT", "i32 i32 -> bool")
@kernel(inline=True)
def ilt(a: i32, b: i32) -> bool:
    """Less than."""
    return a < b


@instruction(0x2B, "ILE", "i32 i32 -> bool")
@kernel(inline=True)
def ile(a: i32, b: i32) -> bool:
    """Less than or equal."""
    return a <= b


@instruction(0x2C, "IGT", "i32 i32 -> bool")
@kernel(inline=True)
def igt(a: i32, b: i32) -> bool:
    """Greater than."""
    return a > b


@instruction(0x2D, "IGE", "i32 i32 -> bool")
@kernel(inline=True)
def ige(a: i32, b: i32) -> bool:
    """Greater than or equal."""
    return a >= b


@instruction(0x2E, "IEQ", "i32 i32 -> bool")
@kernel(inline=True)
def ieq(a: i32, b: i32) -> bool:
    """Equal."""
    return a == b


@instruction(0x2F, "INE", "i32 i32 -> bool")
@kernel(inline=True)
def ine(a: i32, b: i32) -> bool:
    """Not equal."""
    return a != b


@instruction(0x30, "BNOT", "bool -> bool")
@kernel(inline=True)
def bnot(a: bool) -> bool:
    """Logical negation."""
    return not a


@instruction(0x31, "BEQ", "bool bool -> bool")
@kernel(inline=True)
def beq(a: bool, b: bool) -> bool:
    """Equal."""
    return a == b


@instruction(0x32, "BNE", "bool bool -> bool")
@kernel(inline=True)
def bne(a: bool, b: bool) -> bool:
    """Not equal."""
    return a != b


@instruction(0x33, "BAND", "bool bool -> bool")
@kernel(inline=True)
def band(a: bool, b: bool) -> bool:
    """Whether both are true."""
    return a and b


@instruction(0x34, "BOR", "bool bool -> bool")
@kernel(inline=True)
def bor(a: bool, b: bool) -> bool:
    """Whether one of them is true."""
    return a or b


@instruction(0x35, "BXOR", "bool bool -> bool")
@kernel(inline=True)
def bxor(a: bool, b: bool) -> bool:
    """Whether exactly one of them is true."""
    return a != b
