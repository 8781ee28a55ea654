"""Numbers and booleans as strings, spelled as ECMAScript's Number::toString does."""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    absolute,
    address,
    bits_of,
    count_leading_zeros,
    divide_u64,
    f64,
    fill_bytes,
    guess_i64,
    i32,
    i64,
    is_nan,
    kernel,
    likely,
    mul_u64,
    shift_right,
    store_i64,
    store_u8,
    sub_u64,
    to_f64,
    to_i64,
    to_u64,
    u64,
)
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import DATA, StringObject
from plait.runtime.shortest import shortest
from plait.runtime.strings import allocate_string

POWERS_OF_TEN = ConstantTable(u64, [0, *(10**exponent for exponent in range(1, 20))])
"""The smallest number that has more digits than the index says; 0 has as many as 1 to 9."""

SHORTEST_FUEL = 128
"""What finding the digits of a number costs that is no integer."""

MAX_SAFE_INTEGER = (1 << 53) - 1
MAX_FINITE = 1.7976931348623157e308
MINUS_ZERO_BITS = -(1 << 63)

MAX_PLAIN_POINT = 21
MIN_PLAIN_POINT = -5
"""How far right or left of the first digit's left edge the decimal point may be when there is no exponent."""

ZERO = ord("0")
POINT = ord(".")
MINUS = ord("-")
PLUS = ord("+")
LETTER_E = ord("e")
LETTER_Y = ord("y")

# ASCII texts as the integers whose bytes they are, lowest first.
TEXT_TRUE = int.from_bytes(b"true", "little")
TEXT_FALSE = int.from_bytes(b"false", "little")
TEXT_NAN = int.from_bytes(b"NaN", "little")
TEXT_MINUS_ZERO = int.from_bytes(b"-0", "little")
TEXT_INFINITY = int.from_bytes(b"Infinity", "little")
TEXT_MINUS_INFINIT = int.from_bytes(b"-Infinit", "little")


@kernel(inline=True)
def magnitude_of(value: i64) -> u64:
    """The absolute value of any integer."""
    bits = to_u64(value)
    return bits if value >= 0 else sub_u64(0, bits)


@kernel(inline=True)
def count_digits(magnitude: u64) -> i64:
    """The number of decimal digits: from the number of bits (1233/4096 is about log10(2))."""
    low = shift_right((64 - count_leading_zeros(to_i64(magnitude))) * 1233, 12)
    return low + 1 if magnitude >= POWERS_OF_TEN[low] else low


@kernel(inline=True)
def write_digits(end: i64, magnitude: u64, count: i64) -> u64:
    """Write the last `count` decimal digits of a number that end before `end`; the result is what is left of it."""
    rest = magnitude
    for position in range(end - 1, end - 1 - count, -1):
        tenth = divide_u64(rest, 10)
        store_u8(position, ZERO + to_i64(sub_u64(rest, mul_u64(tenth, 10))))
        rest = tenth
    return rest


@kernel
def integer_length(value: i64) -> i64:
    """How many bytes `write_integer` writes."""
    count = count_digits(magnitude_of(value))
    return count if value >= 0 else count + 1


@kernel
def write_integer(destination: i64, value: i64) -> i64:
    """Write an integer as ASCII decimal digits; the result is the number of bytes."""
    magnitude = magnitude_of(value)
    count = count_digits(magnitude)
    start = destination
    if value < 0:
        store_u8(start, MINUS)
        start += 1
    write_digits(start + count, magnitude, count)
    return start + count - destination


@kernel
def integer_string(value: i64) -> tuple[StringObject, i32]:
    """A new string of the decimal digits of an integer."""
    result = allocate_string(integer_length(value), 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    write_integer(address(result) + DATA, value)
    return result, Outcome.DONE


@kernel
def short_string(text: i64, length: i64) -> tuple[StringObject, i32]:
    """A new string of 1 to 8 characters, given as the bytes of an integer (a string has room for a multiple of 8)."""
    result = allocate_string(length, 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    store_i64(address(result) + DATA, text)
    return result, Outcome.DONE


@kernel
def non_finite_string(a: f64) -> tuple[StringObject, i32]:
    """The name of NaN or an infinity."""
    if is_nan(a):
        short, outcome = short_string(TEXT_NAN, 3)
        return short, outcome
    if a > 0.0:
        short, outcome = short_string(TEXT_INFINITY, 8)
        return short, outcome
    result = allocate_string(9, 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    store_i64(address(result) + DATA, TEXT_MINUS_INFINIT)
    store_u8(address(result) + DATA + 8, LETTER_Y)
    return result, Outcome.DONE


@kernel
def plain_string(negative: i64, digits: u64, count: i64, point: i64) -> tuple[StringObject, i32]:
    """A number without exponent. `point` digits (or zeros) stand before the decimal point."""
    length = max(point, count if point == count else count + 1)
    if point <= 0:
        length = 2 - point + count
    result = allocate_string(negative + length, 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    start = address(result) + DATA
    if negative != 0:
        store_u8(start, MINUS)
        start += 1
    if point >= count:
        write_digits(start + count, digits, count)
        fill_bytes(start + count, ZERO, point - count)
    elif point > 0:
        integer_part = write_digits(start + 1 + count, digits, count - point)
        store_u8(start + point, POINT)
        write_digits(start + point, integer_part, point)
    else:
        store_u8(start, ZERO)
        store_u8(start + 1, POINT)
        fill_bytes(start + 2, ZERO, -point)
        write_digits(start + 2 - point + count, digits, count)
    return result, Outcome.DONE


@kernel
def exponent_string(negative: i64, digits: u64, count: i64, exponent: i64) -> tuple[StringObject, i32]:
    """A number with exponent: one digit before the decimal point, the others behind it."""
    exponent_size = integer_length(exponent) + (1 if exponent >= 0 else 0)
    mantissa_size = count + 1 if count > 1 else 1
    result = allocate_string(negative + mantissa_size + 1 + exponent_size, 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    start = address(result) + DATA
    if negative != 0:
        store_u8(start, MINUS)
        start += 1
    first_digit = write_digits(start + mantissa_size, digits, count - 1)
    if count > 1:
        store_u8(start + 1, POINT)
    store_u8(start, ZERO + to_i64(first_digit))
    start += mantissa_size
    store_u8(start, LETTER_E)
    start += 1
    if exponent >= 0:
        store_u8(start, PLUS)
        start += 1
    write_integer(start, exponent)
    return result, Outcome.DONE


@kernel
def decimal_string(a: f64) -> tuple[StringObject, i32]:
    """A new string that spells a finite number other than zero."""
    charge_work(SHORTEST_FUEL)
    digits, exponent = shortest(absolute(a))
    negative = 1 if a < 0.0 else 0
    magnitude = to_u64(digits)
    count = count_digits(magnitude)
    point = count + exponent
    if point >= MIN_PLAIN_POINT and point <= MAX_PLAIN_POINT:
        result, outcome = plain_string(negative, magnitude, count, point)
        return result, outcome
    result, outcome = exponent_string(negative, magnitude, count, point - 1)
    return result, outcome


@kernel
def number_to_string(a: f64) -> tuple[StringObject, i32]:
    """The number as JavaScript's `String(a)` spells it; 0 and -0 alike."""
    integer = guess_i64(a)
    if likely(to_f64(integer) == a and integer >= -MAX_SAFE_INTEGER and integer <= MAX_SAFE_INTEGER):
        result, outcome = integer_string(integer)
        return result, outcome
    if absolute(a) <= MAX_FINITE:
        result, outcome = decimal_string(a)
        return result, outcome
    result, outcome = non_finite_string(a)
    return result, outcome


@kernel
def number_to_display(a: f64) -> tuple[StringObject, i32]:
    """The number as the console shows it: as `number_to_string`, but with the sign of -0."""
    if bits_of(a) == MINUS_ZERO_BITS:
        result, outcome = short_string(TEXT_MINUS_ZERO, 2)
        return result, outcome
    result, outcome = number_to_string(a)
    return result, outcome


@kernel
def integer_to_string(a: i32) -> tuple[StringObject, i32]:
    """The decimal digits of the integer."""
    result, outcome = integer_string(a)
    return result, outcome


@kernel
def boolean_to_string(a: bool) -> tuple[StringObject, i32]:
    """`true` or `false`."""
    if a:
        result, outcome = short_string(TEXT_TRUE, 4)
        return result, outcome
    result, outcome = short_string(TEXT_FALSE, 5)
    return result, outcome
