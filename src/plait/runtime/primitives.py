"""Primitive values as words: their numbers and texts, and what `+` makes of them.

Whatever needs an object to become a primitive first gives `ABSENT`, and so does what JavaScript throws an error for:
symbols, and bigints among numbers.
"""

from __future__ import annotations

import math

from plait.kernel import address, f64, i32, i64, kernel, likely, load_u8, to_f64, unlikely
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    ABSENT,
    CONTEXT,
    MATHEMATICS_OFFSET,
    TRUE,
    UNDEFINED,
    Kind,
    ObjectHeader,
    StringObject,
)
from plait.runtime.concatenation import concatenate
from plait.runtime.dynamic import box_number, is_int64, is_number, is_reference, number_of
from plait.runtime.dynamic_text import any_to_string
from plait.runtime.number_reading import is_digit, number_of_text
from plait.runtime.strings import units_of, width_of

NAN = math.nan
ZERO = ord("0")
SHORT_NUMBER = 9
"""Of so few digits a number is read at once."""

READING_FUEL = 36
"""The work of reading any other, besides that for its digits."""

ASIDE_SIZE = 0x40
ASIDE = MATHEMATICS_OFFSET + 0x400 - ASIDE_SIZE
"""Room for the text of any primitive that is no string."""


@kernel(inline=True)
def is_text(word: i64) -> bool:
    """Whether a word is a string."""
    return is_reference(word) and ObjectHeader(word).kind == Kind.STRING


@kernel
def is_primitive(word: i64) -> bool:
    """Whether a word is a number, string, bigint, boolean, undefined or null."""
    if is_number(word) or is_text(word):
        return True
    return is_int64(word) if is_reference(word) else word < ABSENT


@kernel(inline=True)
def work_outcome() -> i32:
    """DONE, or WORKED when work has been noted."""
    return Outcome.DONE if likely(CONTEXT.work == 0) else Outcome.WORKED


@kernel
def short_number(text: StringObject) -> i64:
    """The number that a text of few digits is; -1 for any other."""
    if text.length == 0 or text.length > SHORT_NUMBER or width_of(text) != 1:
        return -1
    place = units_of(text)
    number = 0
    for index in range(text.length):
        unit = load_u8(place + index)
        if not is_digit(unit):
            return -1
        number = 10 * number + unit - ZERO
    return number


@kernel
def number_of_string(text: StringObject) -> tuple[f64, i32]:
    """What JavaScript's `Number` makes of a string."""
    short = short_number(text)
    if likely(short >= 0):
        return to_f64(short), Outcome.DONE
    charge_work(READING_FUEL)
    number, outcome = number_of_text(text)
    return number, outcome


@kernel
def constant_number(word: i64) -> f64:
    """The number of a boolean, undefined or null."""
    if word == UNDEFINED:
        return NAN
    return 1.0 if word == TRUE else 0.0


@kernel
def to_number(word: i64) -> tuple[i64, i32]:
    """The number of a primitive, as a word; `ABSENT` for bigints, and for what is no primitive."""
    if is_number(word):
        return word, Outcome.DONE
    if is_text(word):
        number, outcome = number_of_string(StringObject(word))
        return box_number(number), outcome
    if is_reference(word) or word == ABSENT:
        return ABSENT, Outcome.DONE
    return box_number(constant_number(word)), Outcome.DONE


@kernel
def to_text(word: i64) -> tuple[i64, i32]:
    """The text of a primitive; `ABSENT` for what is none."""
    if not is_primitive(word):
        return ABSENT, Outcome.DONE
    text, outcome = any_to_string(word)
    return address(text), outcome


@kernel
def text_aside(word: i64) -> StringObject:
    """The text of a primitive that is no string, for who copies it at once: it does not stand in the heap.

    What then makes a string of it allocates once, and need not ask for room for two.
    """
    top: i64 = CONTEXT.heap_top
    end: i64 = CONTEXT.heap_end
    CONTEXT.heap_top = ASIDE
    CONTEXT.heap_end = ASIDE + ASIDE_SIZE
    text, outcome = any_to_string(word)
    assert outcome == Outcome.DONE, "the longest text of a primitive fits"
    CONTEXT.heap_top = top
    CONTEXT.heap_end = end
    return text


@kernel
def add_primitive(text: StringObject, word: i64, is_behind: bool) -> tuple[i64, i32]:
    """A string and the text of a primitive that is none, which comes behind or in front."""
    if unlikely(text.length == 0):
        alone, made = to_text(word)
        return alone, made
    aside = text_aside(word)
    if is_behind:
        joined, outcome = concatenate(text, aside)
    else:
        joined, outcome = concatenate(aside, text)
    return address(joined), outcome


@kernel
def add_words(a: i64, b: i64) -> tuple[i64, i32]:
    """`a + b` of primitives; `ABSENT` when there is one that is none, or a bigint and no string."""
    if is_text(a):
        if is_text(b):
            joined, outcome = concatenate(StringObject(a), StringObject(b))
            return address(joined), outcome
        if not is_primitive(b):
            return ABSENT, Outcome.DONE
        longer, outcome = add_primitive(StringObject(a), b, True)
        return longer, outcome
    if is_text(b):
        if not is_primitive(a):
            return ABSENT, Outcome.DONE
        longer, outcome = add_primitive(StringObject(b), a, False)
        return longer, outcome
    first, _ = to_number(a)
    second, _ = to_number(b)
    if first == ABSENT or second == ABSENT:
        return ABSENT, Outcome.DONE
    return box_number(number_of(first) + number_of(second)), Outcome.DONE
