"""Code points that are the same when case is ignored: by simple case folding where texts are code points, else by what
`toUpperCase` gives for a unit (ECMA-262, Canonicalize).
"""

from __future__ import annotations

from plait.kernel import ConstantTable, divide, i64, kernel, shift_right, u32
from plait.runtime import regexp_case_data
from plait.runtime.regexp_scratch import COMPILATION, RANGES, word_at
from plait.runtime.regexp_sets import add_point


def _groups(text: str) -> list[list[int]]:
    """Groups of code points that are the same."""
    found: list[list[int]] = []
    for token in text.split():
        if "," in token:
            found.append([int(point, 16) for point in token.split(",")])
            continue
        first, count, step, distance = (int(number, 16) for number in token.split(":"))
        found += [[first + step * turn, first + step * turn + distance] for turn in range(count)]
    return found


def _circles(text: str) -> tuple[list[int], list[int]]:
    """All code points that are the same as others, in order; and for each the next of its group, in a circle."""
    following: dict[int, int] = {}
    for group in _groups(text):
        following.update(zip(group, [*group[1:], group[0]], strict=True))
    points = sorted(following)
    return points, [following[point] for point in points]


_UNITS = _circles(regexp_case_data.UNITS)
_POINTS = _circles(regexp_case_data.POINTS)

UNITS = ConstantTable(u32, _UNITS[0])
NEXT_UNITS = ConstantTable(u32, _UNITS[1])
POINTS = ConstantTable(u32, _POINTS[0])
NEXT_POINTS = ConstantTable(u32, _POINTS[1])


@kernel
def _cased(by_points: bool, index: i64) -> i64:
    """A code point that is the same as others, by its index among these."""
    return POINTS[index] if by_points else UNITS[index]


@kernel
def _first_cased(by_points: bool, point: i64) -> i64:
    """The index of the first code point from one on that is the same as others."""
    low: i64 = 0
    high: i64 = len(POINTS) if by_points else len(UNITS)
    while low < high:
        middle = shift_right(low + high, 1)
        if _cased(by_points, middle) < point:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def next_same(by_points: bool, point: i64) -> i64:
    """The next code point that is the same, in a circle; itself if there is no other."""
    index = _first_cased(by_points, point)
    if by_points:
        return NEXT_POINTS[index] if index < len(POINTS) and POINTS[index] == point else point
    return NEXT_UNITS[index] if index < len(UNITS) and UNITS[index] == point else point


@kernel
def is_same(by_points: bool, a: i64, b: i64) -> bool:
    """Whether two code points are the same when case is ignored."""
    if a == b:
        return True
    other = next_same(by_points, a)
    while other != a and other != b:
        other = next_same(by_points, other)
    return other == b


@kernel
def add_same(start: i64, by_points: bool) -> None:
    """Add to the set in the making all code points that are the same as one of it; it may be out of order then."""
    end = RANGES.count
    count: i64 = len(POINTS) if by_points else len(UNITS)
    for place in range(divide(end - start, 2)):
        last = word_at(RANGES, start + 2 * place + 1)
        index = _first_cased(by_points, word_at(RANGES, start + 2 * place))
        while index < count and _cased(by_points, index) <= last:
            point = _cased(by_points, index)
            other = next_same(by_points, point)
            while other != point:
                add_point(other)
                other = next_same(by_points, other)
            COMPILATION.work += 8
            index += 1
