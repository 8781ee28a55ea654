"""Operators on words, range 0x15. `ABSENT` says that an object has to become primitive first, or that it is wrong."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import f64, f64_of, i32, i64, kernel, likely, to_f64
from plait.memory.errors import Outcome
from plait.memory.layouts import ABSENT, DECLINED_NUMBER
from plait.native.table import NativeRange, native
from plait.runtime import comparing, primitives
from plait.runtime.comparing import boolean_word, numbers_compare
from plait.runtime.dynamic import box_number, is_number, number_of
from plait.runtime.primitives import is_text, work_outcome

DYNAMIC = NativeRange.DYNAMIC
SELDOM = Flags.WORKS_SELDOM
MAKES = Flags.WORKS_SELDOM | Flags.ALLOCATES
ADDS = MAKES | Flags.THROWS | Flags.DECLINES


@kernel(inline=True)
def add_numbers(a: i64, b: i64) -> tuple[i64, bool]:
    """The usual case of `add`: two numbers."""
    if likely(is_number(a) and is_number(b)):
        return box_number(number_of(a) + number_of(b)), True
    return ABSENT, False


@native(DYNAMIC, 0x00, "dynamic.add", "any any -> any", fuel=4, flags=ADDS, usual=add_numbers)
@kernel(inline=True)
def add(a: i64, b: i64) -> tuple[i64, i32]:
    """`a + b` of primitives; throws INVALID_STRING_LENGTH."""
    total, are_numbers = add_numbers(a, b)
    if likely(are_numbers):
        return total, Outcome.DONE
    result, outcome = general_add(a, b)
    return result, outcome


@kernel
def general_add(a: i64, b: i64) -> tuple[i64, i32]:
    """As `add`, of any words."""
    result, outcome = primitives.add_words(a, b)
    return result, work_outcome() if outcome == Outcome.DONE else outcome


@kernel(inline=True)
def number_itself(value: i64) -> tuple[i64, bool]:
    """The usual case of `to_number`: a number."""
    return value, is_number(value)


@native(DYNAMIC, 0x01, "dynamic.toNumber", "any -> any", fuel=4, flags=MAKES, usual=number_itself)
@kernel(inline=True)
def to_number(value: i64) -> tuple[i64, i32]:
    """The number of a primitive, as a word; `ABSENT` for a bigint."""
    if likely(is_number(value)):
        return value, Outcome.DONE
    result, outcome = general_number(value)
    return result, outcome


@kernel
def general_number(value: i64) -> tuple[i64, i32]:
    """As `to_number`, of any word."""
    result, outcome = primitives.to_number(value)
    return result, work_outcome() if outcome == Outcome.DONE else outcome


@native(DYNAMIC, 0x02, "dynamic.toText", "any -> any", fuel=8, flags=MAKES)
@kernel(inline=True)
def to_text(value: i64) -> tuple[i64, i32]:
    """The text of a primitive."""
    if likely(is_text(value)):
        return value, Outcome.DONE
    result, outcome = general_text(value)
    return result, outcome


@kernel
def general_text(value: i64) -> tuple[i64, i32]:
    """As `to_text`, of any word."""
    result, outcome = primitives.to_text(value)
    return result, work_outcome() if outcome == Outcome.DONE else outcome


@native(DYNAMIC, 0x03, "dynamic.looseEqual", "any any -> any", fuel=4, flags=MAKES)
@kernel(inline=True)
def loose_equal(a: i64, b: i64) -> tuple[i64, i32]:
    """`a == b`: true or false; `ABSENT` when an object meets a primitive."""
    if likely(is_number(a) and is_number(b)):
        return boolean_word(number_of(a) == number_of(b)), Outcome.DONE
    result, outcome = general_equal(a, b)
    return result, outcome


@kernel
def general_equal(a: i64, b: i64) -> tuple[i64, i32]:
    """As `loose_equal`, of any words."""
    result, outcome = comparing.loosely_equal(a, b)
    return result, work_outcome() if outcome == Outcome.DONE else outcome


@native(DYNAMIC, 0x04, "dynamic.sameValue", "any any -> bool", fuel=4, flags=SELDOM)
@kernel
def same_value(a: i64, b: i64) -> tuple[bool, i32]:
    """JavaScript's `Object.is`."""
    result = comparing.is_same_value(a, b)
    return result, work_outcome()


@native(DYNAMIC, 0x05, "dynamic.sameValueZero", "any any -> bool", fuel=4, flags=SELDOM)
@kernel
def same_value_zero(a: i64, b: i64) -> tuple[bool, i32]:
    """As `Object.is`, but 0 and -0 are the same."""
    result = comparing.is_same_value_zero(a, b)
    return result, work_outcome()


@kernel(inline=True)
def compare_numbers(a: i64, b: i64, which: i32) -> tuple[i64, bool]:
    """The usual case of `compare`: two numbers."""
    if likely(is_number(a) and is_number(b)):
        return boolean_word(numbers_compare(number_of(a), number_of(b), which)), True
    return ABSENT, False


@native(DYNAMIC, 0x06, "dynamic.compare", "any any i32 -> any", fuel=4, flags=MAKES, usual=compare_numbers)
@kernel(inline=True)
def compare(a: i64, b: i64, which: i32) -> tuple[i64, i32]:
    """Whether `a < b` (0), `a <= b` (1), `a > b` (2) or `a >= b` (3) holds between primitives."""
    relation, are_numbers = compare_numbers(a, b, which)
    if likely(are_numbers):
        return relation, Outcome.DONE
    result, outcome = general_compare(a, b, which)
    return result, outcome


@kernel
def general_compare(a: i64, b: i64, which: i32) -> tuple[i64, i32]:
    """As `compare`, of any words."""
    result, outcome = comparing.compare_words(a, b, which)
    return result, work_outcome() if outcome == Outcome.DONE else outcome


@native(DYNAMIC, 0x07, "dynamic.arrayIndex", "any -> f64", fuel=8)
@kernel
def array_index(key: i64) -> f64:
    """The index of an array, below 2 ** 32 - 1, that a number or string is as a key; -1 if it is none."""
    return to_f64(comparing.array_index(key))


@kernel(inline=True)
def number_value(value: i64) -> tuple[f64, bool]:
    """The usual case of `number`: a number."""
    return number_of(value), is_number(value)


@native(DYNAMIC, 0x08, "dynamic.number", "any -> f64", fuel=2, flags=Flags.DECLINES, usual=number_value)
@kernel(inline=True)
def number(value: i64) -> f64:
    """The number that a value is; declines what is none."""
    return number_of(value) if likely(is_number(value)) else f64_of(DECLINED_NUMBER)
