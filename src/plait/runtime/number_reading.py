"""Text to numbers: `Number`, `parseFloat`, `parseInt`."""

from __future__ import annotations

import math

from plait.kernel import ConstantTable, address, f64, i32, i64, kernel, to_f64, u8
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime.decimal import Decimal, append_digit, number_of_decimal, scratch_decimal
from plait.runtime.spaces import skip_spaces, skip_spaces_back
from plait.runtime.strings import unit_at

NAN = math.nan
INFINITY = math.inf
INFINITY_TEXT = ConstantTable(u8, list(b"Infinity"))
MAX_EXPONENT = 100_000
FUEL_PER_DIGIT = 8
MANY_BITS = 1 << 57

ZERO = ord("0")
NINE = ord("9")
POINT = ord(".")
MINUS = ord("-")
PLUS = ord("+")
LOWER_A = ord("a")
LOWER_E = ord("e")
LOWER_Z = ord("z")
CASE_BIT = 0x20

NO_DIGIT = 99
MAX_MULTIPLIER = 0xFFFFFFFF // 36


@kernel(cold=True)
def unit_or_zero(text: StringObject, index: i64) -> i64:
    """The unit at an index, 0 behind the end."""
    return unit_at(text, index) if index < text.length else 0


@kernel(inline=True)
def is_digit(unit: i64) -> bool:
    """Whether a unit is a decimal digit."""
    return unit >= ZERO and unit <= NINE


@kernel(cold=True)
def digit_value(unit: i64) -> i64:
    """The value of a digit in any radix up to 36; NO_DIGIT for what is none."""
    if is_digit(unit):
        return unit - ZERO
    letter = unit | CASE_BIT
    if unit < 0x80 and letter >= LOWER_A and letter <= LOWER_Z:
        return letter - LOWER_A + 10
    return NO_DIGIT


@kernel(cold=True)
def is_infinity_at(text: StringObject, index: i64) -> bool:
    """Whether `Infinity` stands at an index."""
    matched = 0
    while matched < len(INFINITY_TEXT) and unit_or_zero(text, index + matched) == INFINITY_TEXT[matched]:
        matched += 1
    return matched == len(INFINITY_TEXT)


@kernel(cold=True)
def read_exponent(text: StringObject, start: i64) -> tuple[i64, i64]:
    """The exponent that begins with `e` at an index, and where it ends; 0 and the index itself if there is none."""
    if unit_or_zero(text, start) | CASE_BIT != LOWER_E:
        return 0, start
    index = start + 1
    sign = unit_or_zero(text, index)
    if sign == MINUS or sign == PLUS:
        index += 1
    if not is_digit(unit_or_zero(text, index)):
        return 0, start
    exponent = 0
    while is_digit(unit_or_zero(text, index)):
        exponent = min(MAX_EXPONENT, 10 * exponent + unit_at(text, index) - ZERO)
        index += 1
    return -exponent if sign == MINUS else exponent, index


@kernel(cold=True)
def read_digits(text: StringObject, start: i64, decimal: Decimal, fraction: bool) -> i64:
    """Add the digits from an index on, of the whole part or the fraction, to a decimal; gives where they end."""
    index = start
    while is_digit(unit_or_zero(text, index)):
        value = unit_at(text, index) - ZERO
        if decimal.count != 0 or value != 0:
            append_digit(decimal, value)
            if not fraction:
                decimal.point += 1
        elif fraction:
            decimal.point -= 1
        index += 1
    return index


@kernel(cold=True)
def read_decimal(text: StringObject, start: i64, decimal: Decimal) -> i64:
    """Read the longest decimal literal without sign that begins at an index; gives where it ends: there, if none."""
    whole_end = read_digits(text, start, decimal, False)
    index: i64 = whole_end
    digits = whole_end - start
    if unit_or_zero(text, index) == POINT:
        fraction_end = read_digits(text, index + 1, decimal, True)
        digits += fraction_end - index - 1
        index = fraction_end
    if digits == 0:
        return start
    exponent, end = read_exponent(text, index)
    decimal.point += exponent
    charge_work(FUEL_PER_DIGIT * (end - start))
    return end


@kernel(cold=True)
def signed_decimal(text: StringObject, start: i64, decimal: Decimal) -> tuple[f64, i64]:
    """The number that the longest literal at an index spells, and where that ends: at the index, if there is none."""
    sign = unit_or_zero(text, start)
    first = start + 1 if sign == MINUS or sign == PLUS else start
    if is_infinity_at(text, first):
        return -INFINITY if sign == MINUS else INFINITY, first + len(INFINITY_TEXT)
    end = read_decimal(text, first, decimal)
    if end == first:
        return NAN, start
    number = number_of_decimal(decimal)
    return -number if sign == MINUS else number, end


@kernel(cold=True)
def parse_float(text: StringObject) -> tuple[f64, i32]:
    """JavaScript's `parseFloat`: what the text begins with; NaN if that is no number."""
    if address(text) == 0:
        return NAN, ErrorCode.NULL_REFERENCE
    decimal = scratch_decimal(0)
    if address(decimal) == 0:
        return NAN, Outcome.NEED_MEMORY
    number, _ = signed_decimal(text, skip_spaces(text, 0), decimal)
    return number, Outcome.DONE


@kernel(cold=True)
def radix_of_prefix(text: StringObject, start: i64) -> i64:
    """The radix that `0x`, `0o` or `0b` at an index stands for, 0 if there is none."""
    if unit_or_zero(text, start) != ZERO:
        return 0
    match unit_or_zero(text, start + 1) | CASE_BIT:
        case 0x78:
            return 16
        case 0x6F:
            return 8
        case 0x62:
            return 2
        case _:
            return 0


@kernel(cold=True)
def number_of_text(text: StringObject) -> tuple[f64, i32]:
    """JavaScript's `Number` of a string: all of it but the spaces at its ends; 0 for nothing, NaN for what is none."""
    if address(text) == 0:
        return NAN, ErrorCode.NULL_REFERENCE
    start = skip_spaces(text, 0)
    end = skip_spaces_back(text, start)
    if start == end:
        return 0.0, Outcome.DONE
    radix = radix_of_prefix(text, start)
    if radix != 0:
        digits_end = end_of_digits(text, start + 2, radix)
        if digits_end != end or digits_end == start + 2:
            return NAN, Outcome.DONE
        return integer_of_bits(text, start + 2, end, radix), Outcome.DONE
    decimal = scratch_decimal(0)
    if address(decimal) == 0:
        return NAN, Outcome.NEED_MEMORY
    number, number_end = signed_decimal(text, start, decimal)
    return number if number_end == end else NAN, Outcome.DONE


@kernel(cold=True)
def end_of_digits(text: StringObject, start: i64, radix: i64) -> i64:
    """Where the digits that begin at an index end."""
    index = start
    while index < text.length and digit_value(unit_at(text, index)) < radix:
        index += 1
    charge_work(FUEL_PER_DIGIT * (index - start))
    return index


@kernel(cold=True)
def integer_of_bits(text: StringObject, start: i64, end: i64, radix: i64) -> f64:
    """The number that digits in a radix that is a power of two spell, rounded to the nearest, to even in the middle."""
    value = 0
    scale = 1.0
    lost = False
    for index in range(start, end):
        following = digit_value(unit_at(text, index))
        if value < MANY_BITS:
            value = value * radix + following
        else:
            scale *= to_f64(radix)
            lost = lost or following != 0
    # The bits that are kept are more than those of a number: one that stands for all lost ones decides in the middle.
    return to_f64(value | 1 if lost else value) * scale


@kernel(cold=True)
def integer_in_parts(text: StringObject, start: i64, end: i64, radix: i64) -> f64:
    """The number that digits in another radix spell, computed as V8 does: parts of 32 bits, each rounded on its own."""
    value = 0.0
    index = start
    while index < end and unit_at(text, index) == ZERO:
        index += 1
    while index < end:
        part = 0
        multiplier = 1
        while index < end and multiplier * radix <= MAX_MULTIPLIER:
            part = part * radix + digit_value(unit_at(text, index))
            multiplier = multiplier * radix
            index += 1
        value = value * to_f64(multiplier) + to_f64(part)
    return value


@kernel(cold=True)
def parse_int(text: StringObject, radix: i64) -> tuple[f64, i32]:
    """JavaScript's `parseInt`: the integer that the text begins with; a radix of 0 stands for 10, or 16 after `0x`."""
    if address(text) == 0:
        return NAN, ErrorCode.NULL_REFERENCE
    if radix != 0 and (radix < 2 or radix > 36):
        return NAN, Outcome.DONE
    start: i64 = skip_spaces(text, 0)
    sign = unit_or_zero(text, start)
    if sign == MINUS or sign == PLUS:
        start += 1
    base: i64 = radix
    if (radix == 0 or radix == 16) and radix_of_prefix(text, start) == 16:
        start += 2
        base = 16
    elif radix == 0:
        base = 10
    end = end_of_digits(text, start, base)
    if start == end:
        return NAN, Outcome.DONE
    decimal = scratch_decimal(0)
    if address(decimal) == 0:
        return NAN, Outcome.NEED_MEMORY
    number = integer_in_radix(text, start, end, base, decimal)
    return -number if sign == MINUS else number, Outcome.DONE


@kernel(cold=True)
def integer_in_radix(text: StringObject, start: i64, end: i64, radix: i64, decimal: Decimal) -> f64:
    """The number that digits spell."""
    if radix == 10:
        read_digits(text, start, decimal, False)
        return number_of_decimal(decimal)
    if radix & (radix - 1) == 0:
        return integer_of_bits(text, start, end, radix)
    return integer_in_parts(text, start, end, radix)
