"""Bigints, range 0x18: for programs that are compiled by flow. What is no bigint throws BAD_CAST.

`ABSENT` as a result says that it would take long: the library does it in pieces.
"""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, f64, guess_i64, i32, i64, kernel, to_f64
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ABSENT, StringObject
from plait.native.table import NativeRange, native
from plait.runtime import bigint_bits, bigint_numbers, bigint_texts, bigints
from plait.runtime.bigints import is_bigint

BIGINT = NativeRange.BIGINT
MAKES = Flags.ALLOCATES | Flags.THROWS | Flags.WORKS
FUEL = 12
LARGEST_RADIX = 36


@native(BIGINT, 0x00, "bigint.sum", "any any bool -> any", fuel=FUEL, flags=MAKES)
@kernel
def sum_of(a: i64, b: i64, is_difference: bool) -> tuple[i64, i32]:
    """The sum of two bigints, or their difference."""
    if not is_bigint(a) or not is_bigint(b):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigints.sum_of(a, b, is_difference)
    return word, outcome


@native(BIGINT, 0x01, "bigint.product", "any any -> any", fuel=FUEL, flags=MAKES)
@kernel
def product_of(a: i64, b: i64) -> tuple[i64, i32]:
    """The product of two bigints."""
    if not is_bigint(a) or not is_bigint(b):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigints.product_of(a, b)
    return word, outcome


@native(BIGINT, 0x02, "bigint.quotient", "any any bool -> any", fuel=2 * FUEL, flags=MAKES)
@kernel
def quotient_of(a: i64, b: i64, is_rest: bool) -> tuple[i64, i32]:
    """The quotient of two bigints, cut to an integer, or the rest; throws BIGINT_DIVISION_BY_ZERO."""
    if not is_bigint(a) or not is_bigint(b):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigints.quotient_of(a, b, is_rest)
    return word, outcome


@native(BIGINT, 0x03, "bigint.negate", "any -> any", fuel=FUEL, flags=MAKES)
@kernel
def negate(a: i64) -> tuple[i64, i32]:
    """A bigint with the other sign."""
    if not is_bigint(a):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigints.negated(a)
    return word, outcome


@native(BIGINT, 0x04, "bigint.bits", "any any i32 -> any", fuel=FUEL, flags=MAKES)
@kernel
def bits(a: i64, b: i64, which: i32) -> tuple[i64, i32]:
    """The bits of two bigints: 0 and, 1 or, 2 exclusive or."""
    if not is_bigint(a) or not is_bigint(b):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigint_bits.combined(a, b, which)
    return word, outcome


@native(BIGINT, 0x05, "bigint.shift", "any f64 -> any", fuel=FUEL, flags=MAKES)
@kernel
def shift(a: i64, count: f64) -> tuple[i64, i32]:
    """A bigint times a power of 2, or divided by one towards minus infinity; throws BIGINT_TOO_LARGE."""
    if not is_bigint(a) or not -9e15 < count < 9e15:
        return 0, ErrorCode.BAD_CAST
    if count >= 0.0:
        left, made = bigint_bits.shifted_left(a, guess_i64(count))
        return left, made
    right, outcome = bigint_bits.shifted_right(a, guess_i64(-count))
    return right, outcome


@native(BIGINT, 0x06, "bigint.piece", "any f64 f64 -> any", fuel=FUEL, flags=MAKES)
@kernel
def piece(a: i64, start: f64, count: f64) -> tuple[i64, i32]:
    """So many bits of the size of a bigint from one on; both are multiples of 64."""
    if not is_bigint(a) or not 0.0 <= start < 9e15 or not 0.0 <= count < 9e15:
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigint_bits.piece_of(a, guess_i64(start), guess_i64(count))
    return word, outcome


@native(BIGINT, 0x07, "bigint.size", "any -> f64", fuel=3, flags=Flags.THROWS)
@kernel
def size(a: i64) -> tuple[f64, i32]:
    """How many bits the size of a bigint has."""
    if not is_bigint(a):
        return 0.0, ErrorCode.BAD_CAST
    return to_f64(bigint_bits.bit_count(a)), Outcome.DONE


@native(BIGINT, 0x08, "bigint.isNegative", "any -> bool", fuel=3, flags=Flags.THROWS)
@kernel
def is_negative(a: i64) -> tuple[bool, i32]:
    """Whether a bigint is below zero."""
    if not is_bigint(a):
        return False, ErrorCode.BAD_CAST
    return bigints.is_negative(a), Outcome.DONE


@native(BIGINT, 0x09, "bigint.ofNumber", "f64 -> any", fuel=FUEL, flags=MAKES)
@kernel
def of_number(number: f64) -> tuple[i64, i32]:
    """The bigint of a whole number; `ABSENT` for any other."""
    if not bigint_numbers.is_whole(number):
        return ABSENT, Outcome.DONE
    word, outcome = bigint_numbers.of_number(number)
    return word, outcome


@native(BIGINT, 0x0A, "bigint.toNumber", "any -> f64", fuel=FUEL, flags=Flags.THROWS)
@kernel
def to_number(a: i64) -> tuple[f64, i32]:
    """The number that is nearest to a bigint."""
    if not is_bigint(a):
        return 0.0, ErrorCode.BAD_CAST
    return bigint_numbers.to_number(a), Outcome.DONE


@native(BIGINT, 0x0B, "bigint.toText", "any i32 -> any", fuel=2 * FUEL, flags=MAKES)
@kernel
def to_text(a: i64, radix: i32) -> tuple[i64, i32]:
    """The digits of a bigint in a radix."""
    if not is_bigint(a) or radix < 2 or radix > LARGEST_RADIX:
        return 0, ErrorCode.BAD_CAST
    text, outcome = bigint_texts.text_of(a, radix)
    return text, outcome


@kernel
def is_part(start: f64, end: f64, length: i64) -> bool:
    """Whether a text of so many units has such a part."""
    return start >= 0.0 and start <= end and end <= to_f64(length)


@native(BIGINT, 0x0C, "bigint.ofDigits", "string f64 f64 i32 -> any", fuel=2 * FUEL, flags=MAKES)
@kernel
def of_digits(text: StringObject, start: f64, end: f64, radix: i32) -> tuple[i64, i32]:
    """The bigint of the digits of a part of a text; `ABSENT` when they are too many, none, or something else."""
    if address(text) == 0 or radix < 2 or radix > LARGEST_RADIX or not is_part(start, end, text.length):
        return 0, ErrorCode.BAD_CAST
    word, outcome = bigint_texts.of_text(text, guess_i64(start), guess_i64(end), radix)
    return word, outcome
