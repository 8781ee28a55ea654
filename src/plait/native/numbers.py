"""Numbers, range 0x09."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import absolute, f64, guess_i32, i32, is_nan, kernel, to_f64, truncate
from plait.memory.layouts import StringObject
from plait.native.table import NativeRange, native
from plait.runtime import number_parts, number_reading, radix

NUMBER = NativeRange.NUMBER
WRITES = Flags.THROWS | Flags.ALLOCATES | Flags.WORKS

MAX_FINITE = 1.7976931348623157e308
MAX_SAFE = 9007199254740991.0
MIN_I32 = -(2**31)
MAX_I32 = 2**31 - 1
LOWEST = -2147483648.0
HIGHEST = 2147483647.0


@native(NUMBER, 0x00, "number.isNaN", "f64 -> bool", fuel=1)
@kernel(inline=True)
def is_not_a_number(a: f64) -> bool:
    """Whether it is NaN."""
    return is_nan(a)


@native(NUMBER, 0x01, "number.isFinite", "f64 -> bool", fuel=1)
@kernel(inline=True)
def is_finite(a: f64) -> bool:
    """Whether it is neither NaN nor infinite."""
    return absolute(a) <= MAX_FINITE


@native(NUMBER, 0x02, "number.isInteger", "f64 -> bool", fuel=2)
@kernel(inline=True)
def is_integer(a: f64) -> bool:
    """Whether it is an integer."""
    return absolute(a) <= MAX_FINITE and truncate(a) == a


@native(NUMBER, 0x03, "number.isSafeInteger", "f64 -> bool", fuel=2)
@kernel(inline=True)
def is_safe_integer(a: f64) -> bool:
    """Whether it is an integer of at most 53 bits."""
    return absolute(a) <= MAX_SAFE and truncate(a) == a


@native(NUMBER, 0x04, "number.toInteger", "f64 -> i32", fuel=2)
@kernel(inline=True)
def to_integer(a: f64) -> i32:
    """The integer part, or the nearest i32 if that is none; 0 for NaN. An index is clamped to the same either way."""
    result = guess_i32(a)
    if to_f64(result) == a:
        return result
    if a >= HIGHEST:
        return MAX_I32
    if a <= LOWEST:
        return MIN_I32
    return 0 if is_nan(a) else guess_i32(truncate(a))


@native(NUMBER, 0x05, "number.toFixed", "f64 i32 -> string", fuel=64, flags=WRITES)
@kernel
def to_fixed(a: f64, count: i32) -> tuple[StringObject, i32]:
    """The number with so many digits behind the point; throws INVALID_DIGITS."""
    text, outcome = number_parts.to_fixed(a, count)
    return text, outcome


@native(NUMBER, 0x06, "number.toPrecision", "f64 i32 -> string", fuel=64, flags=WRITES)
@kernel
def to_precision(a: f64, count: i32) -> tuple[StringObject, i32]:
    """The number with so many digits; throws INVALID_PRECISION."""
    text, outcome = number_parts.to_precision(a, count)
    return text, outcome


@native(NUMBER, 0x07, "number.toExponential", "f64 i32 -> string", fuel=64, flags=WRITES)
@kernel
def to_exponential(a: f64, count: i32) -> tuple[StringObject, i32]:
    """The number with an exponent and so many digits behind the point, as many as needed for -1."""
    text, outcome = number_parts.to_exponential(a, count)
    return text, outcome


@native(NUMBER, 0x08, "number.toString", "f64 i32 -> string", fuel=64, flags=WRITES)
@kernel
def to_string(a: f64, base: i32) -> tuple[StringObject, i32]:
    """The number in a radix; throws INVALID_RADIX."""
    text, outcome = radix.to_radix(a, base, to_f64(base))
    return text, outcome


@native(NUMBER, 0x09, "number.parseFloat", "string -> f64", fuel=24, flags=WRITES)
@kernel
def parse_float(text: StringObject) -> tuple[f64, i32]:
    """The number that the text begins with, NaN if it is none."""
    number, outcome = number_reading.parse_float(text)
    return number, outcome


@native(NUMBER, 0x0A, "number.parseInt", "string i32 -> f64", fuel=24, flags=WRITES)
@kernel
def parse_int(text: StringObject, base: i32) -> tuple[f64, i32]:
    """The integer that the text begins with, in a radix; 0 stands for 10, or 16 after `0x`."""
    number, outcome = number_reading.parse_int(text, base)
    return number, outcome


@native(NUMBER, 0x0B, "number.ofString", "string -> f64", fuel=24, flags=WRITES)
@kernel
def of_string(text: StringObject) -> tuple[f64, i32]:
    """What JavaScript's `Number` makes of a string."""
    number, outcome = number_reading.number_of_text(text)
    return number, outcome
