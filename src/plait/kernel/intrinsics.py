"""Intrinsics on integers and floats: each function is the reference, its decorator has the native text."""

from __future__ import annotations

import math
import struct

from plait.kernel.errors import KernelRangeError
from plait.kernel.intrinsic import intrinsic
from plait.kernel.types import f64, i8, i16, i32, i64, integer, shift_count, u8, u16, u32, u64

MASK = (1 << 64) - 1
SIGN = 1 << 63
LOW_I64 = -(1 << 63)
HIGH_I64 = (1 << 63) - 1

_DOUBLE = struct.Struct("<d")
_SINGLE = struct.Struct("<f")
_INT = struct.Struct("<I")
_LONG = struct.Struct("<q")

Pair = tuple[int, int]


def _wrap_bounds(x: Pair, n: Pair) -> Pair:
    """Of `x << n`."""
    corners = [value << count for value in x for count in n]
    low, high = min(corners), max(corners)
    return (low, high) if low >= LOW_I64 and high <= HIGH_I64 else (LOW_I64, HIGH_I64)


def _shift_right_bounds(x: Pair, n: Pair) -> Pair:
    corners = [value >> count for value in x for count in n]
    return min(corners), max(corners)


def _shift_right_logical_bounds(x: Pair, n: Pair) -> Pair:
    if x[0] >= 0:
        return _shift_right_bounds(x, n)
    return (0, MASK >> n[0]) if n[0] > 0 else (LOW_I64, HIGH_I64)


def _divide_bounds(a: Pair, b: Pair) -> Pair:
    greatest = max(abs(a[0]), abs(a[1]))
    low = 0 if a[0] >= 0 and b[0] >= 0 else max(-greatest, LOW_I64)
    return low, min(greatest, HIGH_I64)


def _remainder_bounds(a: Pair, b: Pair) -> Pair:
    greatest = max(abs(b[0]), abs(b[1])) - 1
    low = 0 if a[0] >= 0 else max(-greatest, a[0], LOW_I64)
    high = 0 if a[1] <= 0 else min(greatest, a[1])
    return low, high


@intrinsic("{r} = trunc i64 {0} to i8", identity_when_fitting=True)
def wrap_i8(x: integer) -> i8:
    """The low 8 bits, signed."""
    return ((x & 0xFF) ^ 0x80) - 0x80


@intrinsic("{r} = trunc i64 {0} to i8", identity_when_fitting=True)
def wrap_u8(x: integer) -> u8:
    """The low 8 bits."""
    return x & 0xFF


@intrinsic("{r} = trunc i64 {0} to i16", identity_when_fitting=True)
def wrap_i16(x: integer) -> i16:
    """The low 16 bits, signed."""
    return ((x & 0xFFFF) ^ 0x8000) - 0x8000


@intrinsic("{r} = trunc i64 {0} to i16", identity_when_fitting=True)
def wrap_u16(x: integer) -> u16:
    """The low 16 bits."""
    return x & 0xFFFF


@intrinsic("{r} = trunc i64 {0} to i32", identity_when_fitting=True)
def wrap_i32(x: integer) -> i32:
    """The low 32 bits, signed."""
    return ((x & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000


@intrinsic("{r} = trunc i64 {0} to i32", identity_when_fitting=True)
def wrap_u32(x: integer) -> u32:
    """The low 32 bits."""
    return x & 0xFFFFFFFF


@intrinsic("{r} = add i64 {0}, {1}")
def wrap_add_i64(a: i64, b: i64) -> i64:
    """The sum, modulo 2^64."""
    return (((a + b) & MASK) ^ SIGN) - SIGN


@intrinsic("{r} = sub i64 {0}, {1}")
def wrap_sub_i64(a: i64, b: i64) -> i64:
    """The difference, modulo 2^64."""
    return (((a - b) & MASK) ^ SIGN) - SIGN


@intrinsic("{r} = mul i64 {0}, {1}")
def wrap_mul_i64(a: i64, b: i64) -> i64:
    """The product, modulo 2^64."""
    return (((a * b) & MASK) ^ SIGN) - SIGN


@intrinsic("{r} = add i64 {0}, {1}")
def add_u64(a: u64, b: u64) -> u64:
    """The sum, modulo 2^64."""
    return (a + b) & MASK


@intrinsic("{r} = sub i64 {0}, {1}")
def sub_u64(a: u64, b: u64) -> u64:
    """The difference, modulo 2^64."""
    return (a - b) & MASK


@intrinsic("{r} = mul i64 {0}, {1}")
def mul_u64(a: u64, b: u64) -> u64:
    """The product, modulo 2^64."""
    return (a * b) & MASK


@intrinsic(
    "{t0} = zext i64 {0} to i128\n"
    "{t1} = zext i64 {1} to i128\n"
    "{t2} = mul i128 {t0}, {t1}\n"
    "{t3} = lshr i128 {t2}, 64\n"
    "{r} = trunc i128 {t3} to i64"
)
def multiply_high_u64(a: u64, b: u64) -> u64:
    """The upper 64 bits of the product."""
    return (a * b) >> 64


@intrinsic("{r} = udiv i64 {0}, {1}")
def divide_u64(a: u64, b: u64) -> u64:
    """The quotient; the divisor must not be zero."""
    return a // nonzero(b)


@intrinsic("{r} = urem i64 {0}, {1}")
def remainder_u64(a: u64, b: u64) -> u64:
    """The remainder; the divisor must not be zero."""
    return a % nonzero(b)


def nonzero(divisor: int) -> int:
    """The divisor, unless it is zero."""
    if divisor == 0:
        raise KernelRangeError("division by zero")
    return divisor


def quotient(a: int, b: int, highest: int) -> int:
    """The quotient cut towards zero."""
    result = abs(a) // abs(nonzero(b))
    if (a < 0) != (b < 0):
        return -result
    if result > highest:
        raise KernelRangeError(f"the quotient of {a} and {b} overflows")
    return result


@intrinsic("{r} = sdiv i64 {0}, {1}", bounds=_divide_bounds)
def divide(a: i64, b: i64) -> i64:
    """The quotient, cut towards zero; the divisor must not be zero, nor the quotient overflow."""
    return quotient(a, b, HIGH_I64)


@intrinsic("{r} = srem i64 {0}, {1}", bounds=_remainder_bounds)
def remainder(a: i64, b: i64) -> i64:
    """The remainder with the sign of `a`; the divisor must not be zero, nor the quotient overflow."""
    return a - b * quotient(a, b, HIGH_I64)


@intrinsic("{r} = sdiv i32 {0}, {1}")
def divide_i32(a: i32, b: i32) -> i32:
    """The quotient, cut towards zero; the divisor must not be zero, nor the quotient overflow."""
    return quotient(a, b, 0x7FFFFFFF)


@intrinsic("{r} = srem i32 {0}, {1}")
def remainder_i32(a: i32, b: i32) -> i32:
    """The remainder with the sign of `a`; the divisor must not be zero, nor the quotient overflow."""
    return a - b * quotient(a, b, 0x7FFFFFFF)


@intrinsic("{r} = shl i64 {0}, {1}", bounds=_wrap_bounds)
def shift_left(x: i64, n: shift_count) -> i64:
    """Shifted to the left; bits fall off at the top."""
    return (((x << n) & MASK) ^ SIGN) - SIGN


@intrinsic("{r} = ashr i64 {0}, {1}", bounds=_shift_right_bounds)
def shift_right(x: i64, n: shift_count) -> i64:
    """Shifted to the right; the sign stays."""
    return x >> n


@intrinsic("{r} = lshr i64 {0}, {1}", bounds=_shift_right_logical_bounds)
def shift_right_logical(x: i64, n: shift_count) -> i64:
    """The 64 bits shifted to the right; zeros come in."""
    return (x & MASK) >> n if n else x


@intrinsic("{r} = shl i64 {0}, {1}")
def shift_left_u64(x: u64, n: shift_count) -> u64:
    """Shifted to the left; bits fall off at the top."""
    return (x << n) & MASK


@intrinsic("{r} = lshr i64 {0}, {1}", bounds=_shift_right_bounds)
def shift_right_u64(x: u64, n: shift_count) -> u64:
    """Shifted to the right."""
    return x >> n


@intrinsic("{r} = call i64 @llvm.ctlz.i64(i64 {0}, i1 false)", bounds=lambda x: (0, 64))
def count_leading_zeros(x: integer) -> i64:
    """Of 64 bits; 64 for zero."""
    return 64 - (x & MASK).bit_length()


@intrinsic("{r} = call i64 @llvm.cttz.i64(i64 {0}, i1 false)", bounds=lambda x: (0, 64))
def count_trailing_zeros(x: integer) -> i64:
    """Of 64 bits; 64 for zero."""
    return (x & -x).bit_length() - 1 if x & MASK else 64


@intrinsic("{r} = add i64 {0}, 0")
def to_u64(x: i64) -> u64:
    """The same bits."""
    return x & MASK


@intrinsic("{r} = add i64 {0}, 0")
def to_i64(x: u64) -> i64:
    """The same bits."""
    return (x ^ SIGN) - SIGN


def _overflow(operation: str) -> str:
    return (
        f"{{t0}} = call {{{{i64, i1}}}} @llvm.s{operation}.with.overflow.i64(i64 {{0}}, i64 {{1}})\n"
        "{r} = extractvalue {{i64, i1}} {t0}, 1"
    )


@intrinsic(_overflow("add"))
def add_overflows_i64(a: i64, b: i64) -> bool:
    """Whether the sum does not fit i64."""
    return not LOW_I64 <= a + b <= HIGH_I64


@intrinsic(_overflow("sub"))
def sub_overflows_i64(a: i64, b: i64) -> bool:
    """Whether the difference does not fit i64."""
    return not LOW_I64 <= a - b <= HIGH_I64


@intrinsic(_overflow("mul"))
def mul_overflows_i64(a: i64, b: i64) -> bool:
    """Whether the product does not fit i64."""
    return not LOW_I64 <= a * b <= HIGH_I64


@intrinsic("{r} = sitofp i64 {0} to double")
def to_f64(i: i64) -> f64:
    """The nearest f64."""
    return float(i)


@intrinsic("{t0} = fptosi double {0} to i32\n{r} = freeze i32 {t0}")
def guess_i32(x: f64) -> i32:
    """The number cut to an i32, and any i32 when it is outside the range."""
    return int(x) if -2147483649.0 < x < 2147483648.0 else -0x80000000


@intrinsic("{t0} = fptosi double {0} to i64\n{r} = freeze i64 {t0}")
def guess_i64(x: f64) -> i64:
    """The number cut to an i64, and any i64 when it is outside the range."""
    return int(x) if -9223372036854775808.0 <= x < 9223372036854775808.0 else LOW_I64


@intrinsic("{r} = bitcast double {0} to i64")
def bits_of(x: f64) -> i64:
    """The 64 bits of a number."""
    bits: int = _LONG.unpack(_DOUBLE.pack(x))[0]
    return bits


@intrinsic("{r} = bitcast i64 {0} to double")
def f64_of(bits: i64) -> f64:
    """The number with these 64 bits."""
    number: float = _DOUBLE.unpack(_LONG.pack(bits))[0]
    return number


@intrinsic("{t0} = fptrunc double {0} to float\n{t1} = bitcast float {t0} to i32\n{r} = zext i32 {t1} to i64")
def single_bits_of(x: f64) -> i64:
    """The 32 bits of the nearest number that 32 bits can hold."""
    try:
        bits: int = _INT.unpack(_SINGLE.pack(x))[0]
    except OverflowError:
        return 0xFF800000 if x < 0.0 else 0x7F800000
    return bits


@intrinsic("{t0} = trunc i64 {0} to i32\n{t1} = bitcast i32 {t0} to float\n{r} = fpext float {t1} to double")
def f64_of_single(bits: i64) -> f64:
    """The number that the lower 32 bits hold."""
    number: float = _SINGLE.unpack(_INT.pack(bits & 0xFFFFFFFF))[0]
    return number


@intrinsic("{r} = call double @llvm.sqrt.f64(double {0})")
def sqrt(x: f64) -> f64:
    """The square root; NaN for negative numbers."""
    return math.sqrt(x) if x >= 0.0 else math.nan


def _rounded(x: float, integer_part: int) -> float:
    """An integer as f64, with the sign of the number it was made from (so that -0.5 becomes -0.0)."""
    return math.copysign(float(integer_part), x)


@intrinsic("{r} = call double @llvm.floor.f64(double {0})")
def floor(x: f64) -> f64:
    """The largest integer not above."""
    return _rounded(x, math.floor(x)) if math.isfinite(x) else x


@intrinsic("{r} = call double @llvm.ceil.f64(double {0})")
def ceil(x: f64) -> f64:
    """The smallest integer not below."""
    return _rounded(x, math.ceil(x)) if math.isfinite(x) else x


@intrinsic("{r} = call double @llvm.trunc.f64(double {0})")
def truncate(x: f64) -> f64:
    """The integer part."""
    return _rounded(x, math.trunc(x)) if math.isfinite(x) else x


@intrinsic("{r} = call double @llvm.fabs.f64(double {0})")
def absolute(x: f64) -> f64:
    """The absolute value."""
    return math.fabs(x)


@intrinsic("{r} = call double @llvm.copysign.f64(double {0}, double {1})")
def copysign(x: f64, y: f64) -> f64:
    """The magnitude of `x` with the sign of `y`."""
    return math.copysign(x, y)


@intrinsic("{r} = frem double {0}, {1}")
def fmod(x: f64, y: f64) -> f64:
    """The remainder with the sign of `x`, exact; NaN when `x` is infinite or `y` zero."""
    return math.nan if math.isinf(x) or y == 0.0 else math.fmod(x, y)


@intrinsic("{r} = icmp ne i32 0, 0")
def is_reference() -> bool:
    """Whether the kernel is run by CPython."""
    return True


@intrinsic("{r} = fcmp uno double {0}, {0}")
def is_nan(x: f64) -> bool:
    """Whether it is not a number."""
    return math.isnan(x)


@intrinsic("{r} = zext i1 {0} to i32", bounds=lambda b: (0, 1))
def bool_to_i32(b: bool) -> i32:
    """1 for True, 0 for False."""
    return int(b)


@intrinsic("{r} = call i1 @llvm.expect.i1(i1 {0}, i1 true)")
def likely(b: bool) -> bool:
    """The condition itself, which is nearly always true."""
    return b


@intrinsic("{r} = call i1 @llvm.expect.i1(i1 {0}, i1 false)")
def unlikely(b: bool) -> bool:
    """The condition itself, which is hardly ever true."""
    return b
