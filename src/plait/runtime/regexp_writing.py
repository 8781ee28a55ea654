"""Writing code: words, places that are known later, and sets as they stand in programs."""

from __future__ import annotations

from plait.kernel import address, i64, kernel, load_i64, shift_left, shift_right, wrap_i32
from plait.runtime.regexp_code import (
    EVERY,
    SET_COUNT,
    SET_END,
    SET_WORDS,
    PatternProgram,
)
from plait.runtime.regexp_escapes import add_words
from plait.runtime.regexp_nodes import (
    ANYTHING,
    AT_END,
    OTHERS,
    NextUnits,
)
from plait.runtime.regexp_scratch import (
    CODE,
    COMPILATION,
    IMAGES,
    PLACES,
    RANGES,
    is_over,
    push,
    set_word,
    word_at,
)
from plait.runtime.regexp_sets import LAST_POINT, finish_set, range_first, range_last, set_size
from plait.runtime.regexp_source import (
    FIRST_PAIR,
    HIGH_SURROGATE,
    LAST_SURROGATE,
    by_points,
)

HEAD_WORDS = PatternProgram.SIZE // 4
RECENT = 16 * SET_WORDS
"""How far back an equal set is looked for."""

NARROW = 256
COUNT_WORD = SET_COUNT // 4
END_WORD = SET_END // 4


@kernel
def emit(word: i64) -> None:
    """Append a word to the code."""
    push(CODE, word)
    COMPILATION.work += 1


@kernel
def emit_target() -> i64:
    """Append a word that will be a target; its index."""
    emit(0)
    return CODE.count - 1


@kernel(inline=True)
def here() -> i64:
    """The place of the next word of the code."""
    return 4 * (HEAD_WORDS + CODE.count)


@kernel
def let_lead_here(index: i64) -> None:
    """Let a target be the next place."""
    if not is_over():
        set_word(CODE, index, here())


@kernel
def new_register() -> i64:
    """The number of a register that is used for nothing yet."""
    number = COMPILATION.registers
    COMPILATION.registers += 1
    return number


# Sets


@kernel
def emit_image(start: i64) -> None:
    """Append the place of the set whose image is the last from an index on; one of the last ones if it is equal."""
    size = IMAGES.count - start
    place = max(0, start - RECENT)
    found = start
    while place + size <= start and found == start:
        if word_at(IMAGES, place) == word_at(IMAGES, start) and is_equal_image(place, start, size):
            found = place
        place += 1
    if found != start:
        IMAGES.count = start
    push(PLACES, CODE.count)
    emit(found)


@kernel
def is_equal_image(a: i64, b: i64, size: i64) -> bool:
    """Whether two images are the same."""
    index = 0
    while index < size and word_at(IMAGES, a + index) == word_at(IMAGES, b + index):
        index += 1
    COMPILATION.work += index
    return index == size


@kernel
def begin_image() -> i64:
    """Begin an image, with nothing in it; its index."""
    start = IMAGES.count
    for _ in range(SET_WORDS):
        push(IMAGES, 0)
    return start


@kernel
def emit_set(number: i64) -> None:
    """Append the place of a set."""
    start = begin_image()
    if is_over():
        return
    count: i64 = 0
    for index in range(set_size(number)):
        first = range_first(number, index)
        last = range_last(number, index)
        for unit in range(first, min(last, NARROW - 1) + 1):
            word = start + shift_right(unit, 5)
            set_word(IMAGES, word, wrap_i32(word_at(IMAGES, word) | shift_left(1, unit & 31)))
        if last >= NARROW:
            push(IMAGES, max(first, NARROW))
            push(IMAGES, last)
            count += 1
    if is_over():
        return
    if count == 1 and word_at(IMAGES, IMAGES.count - 2) == NARROW and word_at(IMAGES, IMAGES.count - 1) == LAST_POINT:
        IMAGES.count -= 2
        count = EVERY
    set_word(IMAGES, start + COUNT_WORD, count)
    emit_image(start)


@kernel
def emit_next_units(units: NextUnits, is_known: bool) -> None:
    """Append the place of a set of units that can come next; 0 when everything can."""
    if not is_known or units.flags & ANYTHING != 0:
        emit(0)
        return
    start = begin_image()
    if is_over():
        return
    for part in range(4):
        bits = load_i64(address(units) + 8 * part)
        set_word(IMAGES, start + 2 * part, wrap_i32(bits))
        set_word(IMAGES, start + 2 * part + 1, wrap_i32(shift_right(bits, 32)))
    set_word(IMAGES, start + COUNT_WORD, EVERY if units.flags & OTHERS != 0 else 0)
    set_word(IMAGES, start + END_WORD, 1 if units.flags & AT_END != 0 else 0)
    emit_image(start)


@kernel
def emit_word_set() -> None:
    """Append the place of the set of what words are made of."""
    start = RANGES.count
    add_words()
    emit_set(finish_set(start))


@kernel
def needs_points(number: i64) -> bool:
    """Whether the code points of a set can be written as two units, or be halves of such."""
    if not by_points():
        return False
    count = set_size(number)
    for index in range(count):
        if range_last(number, index) >= HIGH_SURROGATE and range_first(number, index) <= LAST_SURROGATE:
            return True
    return count > 0 and range_last(number, count - 1) >= FIRST_PAIR
