"""Sets of code points in the making: ranges at the end of `RANGES`, each a pair of first and last.

A set in the making is known by the index where its ranges begin; it reaches to the end of the list. A set in order has
its ranges sorted, and no two of them meet.
"""

from __future__ import annotations

from plait.kernel import divide, i64, kernel, shift_right
from plait.runtime.regexp_scratch import COMPILATION, RANGES, SETS, push, set_word, word_at

LAST_POINT = 0x10FFFF
ZERO = ord("0")
NINE = ord("9")
UPPER_A = ord("A")
UPPER_Z = ord("Z")
UNDERSCORE = ord("_")
LOWER_A = ord("a")
LOWER_Z = ord("z")
MOST_INSERTED = 4
"""As many ranges behind sorted ones are inserted; of more, all are sorted."""

NEXT_LINE = 0x2028
"""The line separator; the paragraph separator is behind it."""


@kernel
def add_range(first: i64, last: i64) -> None:
    """Add the code points from first to last to the set in the making."""
    if COMPILATION.without_sets != 0:
        return
    push(RANGES, first)
    push(RANGES, last)
    COMPILATION.work += 4


@kernel
def add_point(point: i64) -> None:
    """Add a code point."""
    add_range(point, point)


@kernel
def _pair_before(start: i64, a: i64, b: i64) -> bool:
    """Whether one range begins before another."""
    return word_at(RANGES, start + 2 * a) < word_at(RANGES, start + 2 * b)


@kernel
def _swap(start: i64, a: i64, b: i64) -> None:
    """Exchange two ranges."""
    for part in range(2):
        kept = word_at(RANGES, start + 2 * a + part)
        set_word(RANGES, start + 2 * a + part, word_at(RANGES, start + 2 * b + part))
        set_word(RANGES, start + 2 * b + part, kept)


@kernel
def _sift(start: i64, root: i64, count: i64) -> None:
    """Let the range at a place of the heap sink to where it belongs."""
    place = root
    while 2 * place + 1 < count:
        child = 2 * place + 1
        if child + 1 < count and _pair_before(start, child, child + 1):
            child += 1
        if not _pair_before(start, place, child):
            break
        _swap(start, place, child)
        place = child


@kernel
def _sort(start: i64, count: i64) -> None:
    """Sort ranges by where they begin (heap sort: the order of equals does not matter)."""
    COMPILATION.work += 16 * count
    for turn in range(divide(count, 2)):
        _sift(start, divide(count, 2) - 1 - turn, count)
    for turn in range(count - 1):
        last = count - 1 - turn
        _swap(start, 0, last)
        _sift(start, 0, last)


@kernel
def _count_in_order(start: i64, count: i64) -> i64:
    """How many ranges at the beginning are sorted."""
    number = min(1, count)
    while number < count and _pair_before(start, number - 1, number):
        number += 1
    return number


@kernel
def _insert(start: i64, index: i64) -> None:
    """Let a range go to its place among those before it, which are sorted."""
    place = index
    while place > 0 and _pair_before(start, place, place - 1):
        _swap(start, place - 1, place)
        place -= 1
    COMPILATION.work += 2 * (index - place)


@kernel
def put_in_order(start: i64) -> None:
    """Sort the ranges of the set in the making, and join those that meet."""
    count = divide(RANGES.count - start, 2)
    in_order = _count_in_order(start, count)
    if count - in_order > MOST_INSERTED:
        _sort(start, count)
    else:
        for index in range(in_order, count):
            _insert(start, index)
    COMPILATION.work += 2 * count
    end = start
    for index in range(count):
        first = word_at(RANGES, start + 2 * index)
        last = word_at(RANGES, start + 2 * index + 1)
        if end > start and first <= word_at(RANGES, end - 1) + 1:
            set_word(RANGES, end - 1, max(last, word_at(RANGES, end - 1)))
        else:
            set_word(RANGES, end, first)
            set_word(RANGES, end + 1, last)
            end += 2
    RANGES.count = end


@kernel
def complement(start: i64) -> None:
    """Make of a set in order the set of all other code points, in order."""
    end = RANGES.count
    following: i64 = 0
    for index in range(divide(end - start, 2)):
        first = word_at(RANGES, start + 2 * index)
        last = word_at(RANGES, start + 2 * index + 1)
        if first > following:
            add_range(following, first - 1)
        following = last + 1
    if following <= LAST_POINT:
        add_range(following, LAST_POINT)
    _move_down(end, start)


@kernel
def _move_down(source: i64, destination: i64) -> None:
    """Let what stands from an index on stand from a lower one on."""
    count = max(0, RANGES.count - source)
    for index in range(count):
        set_word(RANGES, destination + index, word_at(RANGES, source + index))
    RANGES.count = destination + count


@kernel
def intersect(start: i64, middle: i64) -> None:
    """Make of two sets in order, from `start` and from `middle` on, what is in both."""
    end = RANGES.count
    a = start
    b = middle
    while a < middle and b < end:
        first = max(word_at(RANGES, a), word_at(RANGES, b))
        last = min(word_at(RANGES, a + 1), word_at(RANGES, b + 1))
        if first <= last:
            add_range(first, last)
        if word_at(RANGES, a + 1) < word_at(RANGES, b + 1):
            a += 2
        else:
            b += 2
    _move_down(end, start)


@kernel
def subtract(start: i64, middle: i64) -> None:
    """Make of two sets in order, from `start` and from `middle` on, what is in the first alone."""
    complement(middle)
    intersect(start, middle)


@kernel
def finish_set(start: i64) -> i64:
    """Keep a set in order, which is in the making no longer; its number."""
    number = SETS.count
    count = divide(RANGES.count - start, 2)
    push(SETS, count)
    for index in range(2 * count):
        push(SETS, word_at(RANGES, start + index))
    RANGES.count = start
    return number


@kernel(inline=True)
def set_size(number: i64) -> i64:
    """How many ranges a set has."""
    return word_at(SETS, number)


@kernel(inline=True)
def range_first(number: i64, index: i64) -> i64:
    """The first code point of a range of a set."""
    return word_at(SETS, number + 1 + 2 * index)


@kernel(inline=True)
def range_last(number: i64, index: i64) -> i64:
    """The last code point of a range of a set."""
    return word_at(SETS, number + 2 + 2 * index)


@kernel
def only_point(number: i64) -> i64:
    """The code point that a set alone has; -1 if it has none or several."""
    if set_size(number) != 1 or range_first(number, 0) != range_last(number, 0):
        return -1
    return range_first(number, 0)


@kernel
def set_has(number: i64, point: i64) -> bool:
    """Whether a code point is in a set."""
    low: i64 = 0
    high: i64 = set_size(number)
    while low < high:
        middle = shift_right(low + high, 1)
        if range_last(number, middle) < point:
            low = middle + 1
        else:
            high = middle
    return low < set_size(number) and range_first(number, low) <= point


@kernel
def add_set(number: i64) -> None:
    """Add a finished set to the one in the making."""
    for index in range(set_size(number)):
        add_range(range_first(number, index), range_last(number, index))


@kernel
def add_digits() -> None:
    """Add what `\\d` stands for."""
    add_range(ZERO, NINE)


@kernel
def add_spaces() -> None:
    """Add what `\\s` stands for."""
    add_range(9, 13)
    add_point(32)
    add_point(0xA0)
    add_point(0x1680)
    add_range(0x2000, 0x200A)
    add_range(NEXT_LINE, NEXT_LINE + 1)
    add_point(0x202F)
    add_point(0x205F)
    add_point(0x3000)
    add_point(0xFEFF)


@kernel
def add_word_characters() -> None:
    """Add what `\\w` stands for when case counts."""
    add_range(ZERO, NINE)
    add_range(UPPER_A, UPPER_Z)
    add_point(UNDERSCORE)
    add_range(LOWER_A, LOWER_Z)


@kernel
def add_line_ends() -> None:
    """Add what ends a line."""
    add_point(10)
    add_point(13)
    add_range(NEXT_LINE, NEXT_LINE + 1)
