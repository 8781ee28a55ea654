"""Exact decimals of numbers, digit by digit, for what `shortest` cannot do: rounding to a place, and reading.

A `Decimal` stands in free memory behind the heap's top (`scratch_decimal`) and is gone with the next allocation. It is
`0.d1d2d3... * 10^point`. The way between decimals and numbers, by shifts of at most 59 bits, is that of Go's `strconv`.
"""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    Struct,
    address,
    bits_of,
    copy_bytes,
    divide,
    f64,
    f64_of,
    i32,
    i64,
    kernel,
    load_u8,
    shift_left,
    shift_right,
    store_u8,
    to_f64,
)
from plait.memory.allocator import has_room
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT

MAX_DIGITS = 800
"""No number and no half way between two has more digits; of what is read, later ones only count as not zero."""

SPARE = 24
FUEL_PER_DIGIT = 5
MAX_SHIFT = 59
DIGITS = 16
DECIMAL_SIZE = DIGITS + MAX_DIGITS + SPARE

FRACTION_BITS = 52
HIDDEN_BIT = 1 << FRACTION_BITS
BIAS = -1023
MAX_EXPONENT = 2047

EXACT_LIMIT = 1 << 53
EXACT_POWERS = ConstantTable(f64, [float(10**exponent) for exponent in range(23)])

STEP = 27
SHIFTS = ConstantTable(i32, [1, 3, 6, 9, 13, 16, 19, 23, 26])
"""How many bits to shift a decimal whose point is at 0 to 8, or -8, so that it does not leave 1/2 to 1; then `STEP`."""


class Decimal(Struct):
    """`count` digits from `DIGITS` on, one a byte; `truncated` when digits beyond them are not all zero."""

    count: i32
    point: i32
    truncated: i32
    unused: i32


@kernel(cold=True)
def scratch_decimal(result_size: i64) -> Decimal:
    """Room for a decimal, behind room for a result of a size (a multiple of 8); null when there is no room."""
    if not has_room(result_size + DECIMAL_SIZE):
        return Decimal(0)
    decimal = Decimal(CONTEXT.heap_top + result_size)
    clear(decimal)
    return decimal


@kernel(cold=True)
def clear(decimal: Decimal) -> None:
    """Make it zero."""
    decimal.count = 0
    decimal.point = 0
    decimal.truncated = 0
    decimal.unused = 0


@kernel(inline=True)
def digit(decimal: Decimal, index: i64) -> i64:
    """A digit; 0 outside of those that are there."""
    if index < 0 or index >= decimal.count:
        return 0
    return load_u8(address(decimal) + DIGITS + index)


@kernel(inline=True)
def set_digit(decimal: Decimal, index: i64, value: i64) -> None:
    """Set a digit."""
    store_u8(address(decimal) + DIGITS + index, value)


@kernel(cold=True)
def trim(decimal: Decimal) -> None:
    """Drop zeros at the end."""
    while decimal.count > 0 and digit(decimal, decimal.count - 1) == 0:
        decimal.count -= 1
    if decimal.count == 0:
        decimal.point = 0


@kernel(cold=True)
def append_digit(decimal: Decimal, value: i64) -> None:
    """Add a digit at the end, or note that it is lost."""
    if decimal.count < MAX_DIGITS:
        set_digit(decimal, decimal.count, value)
        decimal.count += 1
    elif value != 0:
        decimal.truncated = 1


@kernel(cold=True)
def set_integer(decimal: Decimal, value: i64) -> None:
    """Make it a positive integer."""
    clear(decimal)
    count = 0
    rest: i64 = value
    while rest > 0:
        rest = divide(rest, 10)
        count += 1
    rest = value
    for index in range(count - 1, -1, -1):
        tenth = divide(rest, 10)
        set_digit(decimal, index, rest - 10 * tenth)
        rest = tenth
    decimal.count = count
    decimal.point = count
    trim(decimal)


@kernel(cold=True)
def shift_digits_right(decimal: Decimal, bits: i64) -> None:
    """Divide by 2^bits, at most 2^59."""
    charge_work(FUEL_PER_DIGIT * (decimal.count + SPARE))
    read = 0
    held = 0
    while shift_right(held, bits) == 0:
        if read >= decimal.count and held == 0:
            clear(decimal)
            return
        held = 10 * held + digit(decimal, read)
        read += 1
    decimal.point -= read - 1
    mask = shift_left(1, bits) - 1
    count: i64 = decimal.count
    decimal.count = 0
    while read < count or held > 0:
        following = load_u8(address(decimal) + DIGITS + read) if read < count else 0
        append_digit(decimal, shift_right(held, bits))
        held = 10 * (held & mask) + following
        read += 1
    trim(decimal)


@kernel(cold=True)
def shift_digits_left(decimal: Decimal, bits: i64) -> None:
    """Multiply by 2^bits, at most 2^59."""
    charge_work(FUEL_PER_DIGIT * (decimal.count + SPARE))
    held = 0
    write: i64 = decimal.count + SPARE
    read = decimal.count - 1
    while read >= 0 or held > 0:
        if read >= 0:
            held += shift_left(digit(decimal, read), bits)
            read -= 1
        tenth = divide(held, 10)
        write -= 1
        set_digit(decimal, write, held - 10 * tenth)
        held = tenth
    start = address(decimal) + DIGITS
    count = decimal.count + SPARE - write
    decimal.point += count - decimal.count
    copy_bytes(start, start + write, count)
    decimal.count = count
    while decimal.count > MAX_DIGITS:
        decimal.count -= 1
        if load_u8(start + decimal.count) != 0:
            decimal.truncated = 1
    trim(decimal)


@kernel(cold=True)
def shift_digits(decimal: Decimal, bits: i64) -> None:
    """Multiply by 2^bits, which may be negative."""
    rest: i64 = bits
    while rest > 0:
        shift_digits_left(decimal, min(rest, MAX_SHIFT))
        rest -= min(rest, MAX_SHIFT)
    while rest < 0:
        shift_digits_right(decimal, min(-rest, MAX_SHIFT))
        rest += min(-rest, MAX_SHIFT)


@kernel(cold=True)
def set_number(decimal: Decimal, a: f64) -> None:
    """Make it a positive finite number."""
    bits = bits_of(a)
    exponent = shift_right(bits, FRACTION_BITS)
    significand = bits & (HIDDEN_BIT - 1)
    if exponent == 0:
        exponent = 1
    else:
        significand |= HIDDEN_BIT
    set_integer(decimal, significand)
    shift_digits(decimal, exponent + BIAS - FRACTION_BITS)


@kernel(cold=True)
def round_to(decimal: Decimal, keep: i64) -> None:
    """Keep the first digits, rounding to the nearest, and up if two are as near."""
    if keep < 0:
        clear(decimal)
    elif keep < decimal.count:
        round_up = digit(decimal, keep) >= 5
        decimal.count = keep
        if round_up:
            increment(decimal)
        trim(decimal)


@kernel(cold=True)
def increment(decimal: Decimal) -> None:
    """Add one in the last place."""
    while decimal.count > 0 and digit(decimal, decimal.count - 1) == 9:
        decimal.count -= 1
    if decimal.count == 0:
        set_digit(decimal, 0, 1)
        decimal.count = 1
        decimal.point += 1
    else:
        set_digit(decimal, decimal.count - 1, digit(decimal, decimal.count - 1) + 1)


@kernel(cold=True)
def integer_part(decimal: Decimal) -> i64:
    """The nearest integer of a decimal below 2^62; the even one if two are as near."""
    value = 0
    for index in range(decimal.point):
        value = 10 * value + digit(decimal, index)
    place: i64 = decimal.point
    following = digit(decimal, place)
    exactly_half = following == 5 and place + 1 >= decimal.count and decimal.truncated == 0
    if exactly_half:
        return value + (value & 1)
    return value + 1 if following >= 5 else value


@kernel(cold=True)
def leading_integer(decimal: Decimal) -> i64:
    """The digits as an integer; there are at most 18."""
    value = 0
    for index in range(decimal.count):
        value = 10 * value + digit(decimal, index)
    return value


@kernel(cold=True)
def number_of_decimal(decimal: Decimal) -> f64:
    """The nearest number, the even one if two are as near; infinity when it is too large. The decimal is used up."""
    if decimal.count == 0 or decimal.point < -330:
        return 0.0
    if decimal.point > 310:
        return f64_of(shift_left(MAX_EXPONENT, FRACTION_BITS))
    exponent = decimal.point - decimal.count
    if decimal.count <= 18 and exponent >= -22 and exponent <= 22:
        significand = leading_integer(decimal)
        if significand < EXACT_LIMIT:
            exact = to_f64(significand)
            return exact * EXACT_POWERS[exponent] if exponent >= 0 else exact / EXACT_POWERS[-exponent]
    return number_by_shifts(decimal)


@kernel(cold=True)
def number_by_shifts(decimal: Decimal) -> f64:
    """As `number_of_decimal`: shift it to between 1/2 and 1, then take 53 bits, or fewer if it is subnormal."""
    exponent = 0
    while decimal.point > 0:
        down = STEP if decimal.point >= len(SHIFTS) else SHIFTS[decimal.point]
        shift_digits(decimal, -down)
        exponent += down
    while decimal.point < 0 or (decimal.point == 0 and digit(decimal, 0) < 5):
        up = STEP if -decimal.point >= len(SHIFTS) else SHIFTS[-decimal.point]
        shift_digits(decimal, up)
        exponent -= up
    exponent -= 1
    if exponent < BIAS + 1:
        shift_digits(decimal, exponent - (BIAS + 1))
        exponent = BIAS + 1
    shift_digits(decimal, FRACTION_BITS + 1)
    significand = integer_part(decimal)
    if significand == 2 * HIDDEN_BIT:
        significand = HIDDEN_BIT
        exponent += 1
    if exponent - BIAS >= MAX_EXPONENT:
        return f64_of(shift_left(MAX_EXPONENT, FRACTION_BITS))
    if significand & HIDDEN_BIT == 0:
        exponent = BIAS
    return f64_of(shift_left(exponent - BIAS, FRACTION_BITS) | (significand & (HIDDEN_BIT - 1)))
