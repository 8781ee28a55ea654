"""Unicode properties, by the names that `\\p{...}` gives them."""

from __future__ import annotations

from dataclasses import dataclass

from plait.kernel import ConstantTable, i64, kernel, load_u8, shift_right, u8, u16, u32
from plait.runtime import regexp_binary_data, regexp_category_data, regexp_script_data
from plait.runtime.regexp_scratch import COMPILATION
from plait.runtime.regexp_sets import add_range


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its names."""

    names: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]


def _properties(text: str) -> list[Property]:
    """The properties of a text as the data files have it."""
    found: list[Property] = []
    for part in text.split("@")[1:]:
        names, *tokens = part.split()
        ranges: list[tuple[int, int]] = []
        end = 0
        for token in tokens:
            gap, _, more = token.partition("+")
            first = end + int(gap, 16)
            end = first + int(more or "0", 16) + 1
            ranges.append((first, end - 1))
        found.append(Property(tuple(names.split("=")), tuple(ranges)))
    return found


class _Family:
    """Properties that are looked up together: where their names begin among all, and where these end."""

    def __init__(self, text: str) -> None:
        self.first = len(_names)
        for item in _properties(text):
            number = len(_starts)
            _starts.append(len(_ranges))
            _ranges.extend(bound for pair in item.ranges for bound in pair)
            for name in dict.fromkeys(item.names):
                _names.append(name)
                _numbers.append(number)
        self.last = len(_names)


_names: list[str] = []
_numbers: list[int] = []
_starts: list[int] = []
_ranges: list[int] = []

_CATEGORIES = _Family(regexp_category_data.CATEGORIES)
_SCRIPTS = _Family(regexp_script_data.SCRIPTS)
_EXTENSIONS = _Family(regexp_script_data.EXTENSIONS)
_BINARY = _Family(regexp_binary_data.BINARY)

RANGE_BOUNDS = ConstantTable(u32, _ranges)
RANGE_STARTS = ConstantTable(u16, [*_starts, len(_ranges)])
NAMES = ConstantTable(u8, list("".join(_names).encode()))
NAME_STARTS = ConstantTable(u16, [sum(map(len, _names[:place])) for place in range(len(_names) + 1)])
NAME_NUMBERS = ConstantTable(u16, _numbers)

CATEGORY = 0
SCRIPT = 1
EXTENSIONS = 2
BINARY = 3
"""The families of properties."""

ID_START = _numbers[_names.index("IDS", _BINARY.first)]
ID_CONTINUE = _numbers[_names.index("IDC", _BINARY.first)]

FIRST_NAMES = ConstantTable(u16, [family.first for family in (_CATEGORIES, _SCRIPTS, _EXTENSIONS, _BINARY)])
LAST_NAMES = ConstantTable(u16, [family.last for family in (_CATEGORIES, _SCRIPTS, _EXTENSIONS, _BINARY)])

_WORDS = ("General_Category", "gc", "Script", "sc", "Script_Extensions", "scx")
WORDS = ConstantTable(u8, list("".join(_WORDS).encode()))
WORD_STARTS = ConstantTable(u8, [sum(map(len, _WORDS[:place])) for place in range(len(_WORDS) + 1)])


@kernel
def family_named(place: i64, length: i64) -> i64:
    """The family that the word in front of `=` means; -1 if none. It stands at a place, a byte for each letter."""
    for word in range(len(WORD_STARTS) - 1):
        start = WORD_STARTS[word]
        if WORD_STARTS[word + 1] - start == length:
            index = 0
            while index < length and load_u8(place + index) == WORDS[start + index]:
                index += 1
            if index == length:
                return CATEGORY if word < 2 else (SCRIPT if word < 4 else EXTENSIONS)
    return -1


@kernel
def property_named(family: i64, place: i64, length: i64) -> i64:
    """The number of the property of a family with the name that stands at a place; -1 if there is none."""
    COMPILATION.work += LAST_NAMES[family] - FIRST_NAMES[family]
    for name in range(FIRST_NAMES[family], LAST_NAMES[family]):
        start = NAME_STARTS[name]
        if NAME_STARTS[name + 1] - start == length:
            index = 0
            while index < length and load_u8(place + index) == NAMES[start + index]:
                index += 1
            if index == length:
                return NAME_NUMBERS[name]
    return -1


@kernel
def add_property(number: i64) -> None:
    """Add the code points that have a property to the set in the making; by themselves they are in order."""
    start = RANGE_STARTS[number]
    index: i64 = start
    while index < RANGE_STARTS[number + 1]:
        add_range(RANGE_BOUNDS[index], RANGE_BOUNDS[index + 1])
        index += 2


@kernel
def has_property(number: i64, point: i64) -> bool:
    """Whether a code point has a property."""
    start: i64 = RANGE_STARTS[number]
    low: i64 = 0
    high: i64 = shift_right(RANGE_STARTS[number + 1] - start, 1)
    while low < high:
        middle = shift_right(low + high, 1)
        if RANGE_BOUNDS[start + 2 * middle + 1] < point:
            low = middle + 1
        else:
            high = middle
    return start + 2 * low < RANGE_STARTS[number + 1] and RANGE_BOUNDS[start + 2 * low] <= point
