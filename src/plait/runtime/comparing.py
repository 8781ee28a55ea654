"""Comparing words: `<` and its kin, `==`, SameValue; and which keys are indices of arrays."""

from __future__ import annotations

from plait.kernel import (
    bool_to_i32,
    f64,
    guess_i64,
    i32,
    i64,
    is_nan,
    kernel,
    to_f64,
)
from plait.memory.errors import Outcome
from plait.memory.layouts import ABSENT, FALSE, TRUE, StringObject
from plait.runtime.bigint_numbers import compare_with_number
from plait.runtime.bigints import compare_bigints, is_bigint
from plait.runtime.dynamic import is_long, is_nullish, is_number, is_reference, number_of
from plait.runtime.hashing import is_same_content, normal_key
from plait.runtime.primitives import is_primitive, is_text, to_number
from plait.runtime.strings import compare, unit_at
from plait.runtime.value_kinds import is_symbol

LESS = 0
LESS_OR_EQUAL = 1
GREATER = 2
GREATER_OR_EQUAL = 3

ZERO = ord("0")
NINE = ord("9")
INDEX_LIMIT = (1 << 32) - 1
LONGEST_INDEX = 10


@kernel(inline=True)
def boolean_word(value: bool) -> i64:
    """The word of a bool."""
    return FALSE + bool_to_i32(value)


@kernel(inline=True)
def numbers_compare(a: f64, b: f64, which: i64) -> bool:
    """Whether a comparison holds; none does with NaN."""
    match which:
        case 0:
            return a < b
        case 1:
            return a <= b
        case 2:
            return a > b
        case _:
            return a >= b


@kernel
def integers_compare(difference: i64, which: i64) -> bool:
    """Whether a comparison holds between what is so far apart, or as this is to zero."""
    match which:
        case 0:
            return difference < 0
        case 1:
            return difference <= 0
        case 2:
            return difference > 0
        case _:
            return difference >= 0


@kernel
def comparable(word: i64) -> tuple[i64, f64, i32]:
    """The number by which a primitive is compared, and `ABSENT` beside it for what is none."""
    number, outcome = to_number(word)
    if number == ABSENT or outcome != Outcome.DONE:
        return ABSENT, 0.0, outcome
    return TRUE, number_of(number), Outcome.DONE


@kernel
def compare_with_bigint(a: i64, b: i64, which: i64) -> tuple[i64, i32]:
    """Whether a comparison holds of which one side is a bigint; `ABSENT` when the other is a text or no primitive."""
    if is_text(a) or is_text(b):
        return ABSENT, Outcome.DONE
    has_number, number, outcome = comparable(b if is_bigint(a) else a)
    if outcome != Outcome.DONE or has_number == ABSENT:
        return ABSENT, outcome
    if is_nan(number):
        return FALSE, Outcome.DONE
    order = compare_with_number(a, number) if is_bigint(a) else -compare_with_number(b, number)
    return boolean_word(integers_compare(order, which)), Outcome.DONE


@kernel
def compare_words(a: i64, b: i64, which: i64) -> tuple[i64, i32]:
    """Whether a comparison holds between primitives: strings by their units, all else as numbers.

    `ABSENT` when one is no primitive, or a text beside a bigint, which is read as a bigint.
    """
    if is_text(a) and is_text(b):
        order = compare(StringObject(a), StringObject(b))
        return boolean_word(integers_compare(order, which)), Outcome.DONE
    if is_bigint(a) and is_bigint(b):
        return boolean_word(integers_compare(compare_bigints(a, b), which)), Outcome.DONE
    if is_bigint(a) or is_bigint(b):
        answer, compared = compare_with_bigint(a, b, which)
        return answer, compared
    has_first, first, outcome = comparable(a)
    if outcome != Outcome.DONE:
        return ABSENT, outcome
    has_second, second, outcome = comparable(b)
    if outcome != Outcome.DONE:
        return ABSENT, outcome
    if has_first == ABSENT or has_second == ABSENT:
        return ABSENT, Outcome.DONE
    return boolean_word(numbers_compare(first, second, which)), Outcome.DONE


@kernel
def loosely_equal(a: i64, b: i64) -> tuple[i64, i32]:
    """`a == b`; `ABSENT` when an object meets what it has to become a primitive for, or a text meets a bigint."""
    if is_number(a) and is_number(b):
        return boolean_word(number_of(a) == number_of(b)), Outcome.DONE
    if a == b:
        return TRUE, Outcome.DONE
    if is_nullish(a) or is_nullish(b):
        return boolean_word(is_nullish(a) and is_nullish(b)), Outcome.DONE
    if not is_comparable(a) or not is_comparable(b):
        return objects_equal(a, b), Outcome.DONE
    if (is_text(a) and is_text(b)) or (is_bigint(a) and is_bigint(b)):
        return boolean_word(is_same_content(a, b)), Outcome.DONE
    result, outcome = compare_words(a, b, LESS_OR_EQUAL)
    if outcome != Outcome.DONE or result != TRUE:
        return result, outcome
    reverse, outcome = compare_words(a, b, GREATER_OR_EQUAL)
    return reverse, outcome


@kernel
def is_comparable(word: i64) -> bool:
    """Whether a word is a primitive but for symbols."""
    return is_primitive(word) or is_long(word)


@kernel
def objects_equal(a: i64, b: i64) -> i64:
    """`a == b` of words that are not the same, of which one at least is no primitive."""
    if is_symbol(a):
        return FALSE if is_comparable(b) or is_symbol(b) else ABSENT
    if is_symbol(b):
        return FALSE if is_comparable(a) else ABSENT
    return ABSENT if is_comparable(a) or is_comparable(b) else FALSE


@kernel
def is_same_value(a: i64, b: i64) -> bool:
    """JavaScript's `Object.is`."""
    return a == b or (is_reference(a) and is_same_content(a, b))


@kernel
def is_same_value_zero(a: i64, b: i64) -> bool:
    """As `Object.is`, but for the zeros, which are the same: how Maps and `includes` compare."""
    return is_same_value(normal_key(a), normal_key(b))


@kernel
def text_index(text: StringObject) -> i64:
    """The index of an array that a text spells as JavaScript does; -1 for any other."""
    if text.length == 0 or text.length > LONGEST_INDEX:
        return -1
    index = 0
    for position in range(text.length):
        unit = unit_at(text, position)
        if unit < ZERO or unit > NINE:
            return -1
        index = 10 * index + unit - ZERO
    if unit_at(text, 0) == ZERO and text.length > 1:
        return -1
    return index if index < INDEX_LIMIT else -1


@kernel
def array_index(key: i64) -> i64:
    """The index of an array that a key is, a number or string; -1 for any other."""
    if is_text(key):
        return text_index(StringObject(key))
    if not is_number(key):
        return -1
    number = number_of(key)
    index = guess_i64(number)
    return index if to_f64(index) == number and 0 <= index < INDEX_LIMIT else -1
