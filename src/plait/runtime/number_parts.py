"""Numbers as text with a given number of digits: `toFixed`, `toPrecision`, `toExponential`."""

from __future__ import annotations

from plait.kernel import absolute, address, f64, i32, i64, kernel, store_u8
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import DATA, StringObject
from plait.runtime.decimal import Decimal, clear, digit, round_to, scratch_decimal, set_integer, set_number
from plait.runtime.display import integer_length, number_to_string, write_integer
from plait.runtime.shortest import shortest
from plait.runtime.strings import allocate_string

MAX_FINITE = 1.7976931348623157e308
PLAIN_LIMIT = 1e21
"""From here on `toFixed` writes numbers as `String` does."""

MAX_COUNT = 100
RESULT_SIZE = 256
"""Room that every result here fits into."""

ZERO = ord("0")
POINT = ord(".")
MINUS = ord("-")
PLUS = ord("+")
LETTER_E = ord("e")


@kernel(cold=True)
def put_digits(decimal: Decimal, first: i64, count: i64, place: i64) -> i64:
    """Write `count` digits from index `first` on, zeros where there are none; gives the place behind them."""
    for index in range(count):
        store_u8(place + index, ZERO + digit(decimal, first + index))
    return place + count


@kernel(cold=True)
def put_fixed(decimal: Decimal, fraction: i64, place: i64) -> i64:
    """Write a decimal with so many digits behind the point; gives the place behind it."""
    whole = max(decimal.point, 1)
    following: i64 = put_digits(decimal, decimal.point - whole, whole, place)
    if fraction > 0:
        store_u8(following, POINT)
        following = put_digits(decimal, decimal.point, fraction, following + 1)
    return following


@kernel(cold=True)
def put_exponential(decimal: Decimal, fraction: i64, place: i64) -> i64:
    """Write a decimal with one digit before the point, so many behind it, and an exponent."""
    following: i64 = put_digits(decimal, 0, 1, place)
    if fraction > 0:
        store_u8(following, POINT)
        following = put_digits(decimal, 1, fraction, following + 1)
    exponent = decimal.point - 1 if decimal.count > 0 else 0
    store_u8(following, LETTER_E)
    following += 1
    if exponent >= 0:
        store_u8(following, PLUS)
        following += 1
    return following + write_integer(following, exponent)


@kernel(cold=True)
def fixed_length(decimal: Decimal, fraction: i64) -> i64:
    """How many units `put_fixed` writes."""
    return max(decimal.point, 1) + (fraction + 1 if fraction > 0 else 0)


@kernel(cold=True)
def exponential_length(decimal: Decimal, fraction: i64) -> i64:
    """How many units `put_exponential` writes."""
    exponent = decimal.point - 1 if decimal.count > 0 else 0
    sign = 1 if exponent >= 0 else 0
    return 2 + (fraction + 1 if fraction > 0 else 0) + sign + integer_length(exponent)


@kernel(cold=True)
def write_number(decimal: Decimal, fraction: i64, exponential: bool, negative: bool) -> tuple[StringObject, i32]:
    """A new string of a decimal; there is room for it."""
    length = exponential_length(decimal, fraction) if exponential else fixed_length(decimal, fraction)
    text = allocate_string(length + 1 if negative else length, 1)
    place: i64 = address(text) + DATA
    if negative:
        store_u8(place, MINUS)
        place += 1
    if exponential:
        put_exponential(decimal, fraction, place)
    else:
        put_fixed(decimal, fraction, place)
    return text, Outcome.DONE


@kernel(cold=True)
def load_decimal(decimal: Decimal, a: f64) -> None:
    """Make it the magnitude of a finite number."""
    if a == 0.0:
        clear(decimal)
    else:
        set_number(decimal, absolute(a))


@kernel(cold=True)
def to_fixed(a: f64, count: i64) -> tuple[StringObject, i32]:
    """JavaScript's `toFixed`; INVALID_DIGITS unless there are 0 to 100."""
    if count < 0 or count > MAX_COUNT:
        return StringObject(0), ErrorCode.INVALID_DIGITS
    if not absolute(a) < PLAIN_LIMIT:
        whole, written = number_to_string(a)
        return whole, written
    decimal = scratch_decimal(RESULT_SIZE)
    if address(decimal) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    load_decimal(decimal, a)
    round_to(decimal, decimal.point + count)
    text, outcome = write_number(decimal, count, False, a < 0.0)
    return text, outcome


@kernel(cold=True)
def to_exponential(a: f64, count: i64) -> tuple[StringObject, i32]:
    """JavaScript's `toExponential`; INVALID_EXPONENT_DIGITS above 100; as many digits as needed for -1."""
    if not absolute(a) <= MAX_FINITE:
        special, written = number_to_string(a)
        return special, written
    if count < -1 or count > MAX_COUNT:
        return StringObject(0), ErrorCode.INVALID_EXPONENT_DIGITS
    decimal = scratch_decimal(RESULT_SIZE)
    if address(decimal) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    fraction: i64 = count
    if count >= 0 or a == 0.0:
        load_decimal(decimal, a)
        fraction = max(0, count)
        round_to(decimal, fraction + 1)
    else:
        digits, exponent = shortest(absolute(a))
        set_integer(decimal, digits)
        decimal.point += exponent
        fraction = decimal.count - 1
    text, outcome = write_number(decimal, fraction, True, a < 0.0)
    return text, outcome


@kernel(cold=True)
def to_precision(a: f64, count: i64) -> tuple[StringObject, i32]:
    """JavaScript's `toPrecision`; INVALID_PRECISION unless there are 1 to 100 digits."""
    if not absolute(a) <= MAX_FINITE:
        special, written = number_to_string(a)
        return special, written
    if count < 1 or count > MAX_COUNT:
        return StringObject(0), ErrorCode.INVALID_PRECISION
    decimal = scratch_decimal(RESULT_SIZE)
    if address(decimal) == 0:
        return StringObject(0), Outcome.NEED_MEMORY
    load_decimal(decimal, a)
    round_to(decimal, count)
    exponent = decimal.point - 1 if decimal.count > 0 else 0
    exponential = exponent < -6 or exponent >= count
    fraction = count - 1 if exponential else count - 1 - exponent
    text, outcome = write_number(decimal, fraction, exponential, a < 0.0)
    return text, outcome
