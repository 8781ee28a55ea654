"""Properties that strings have: those of emoji."""

from __future__ import annotations

from plait.kernel import ConstantTable, i64, kernel, load_u8, u8, u16, u32
from plait.runtime.regexp_emoji_data import EMOJI
from plait.runtime.regexp_scratch import COMPILATION, STRINGS, is_over, push
from plait.runtime.regexp_sets import add_range

ALL = "RGI_Emoji"
"""The property of all that have one of the others."""


def _ranges(text: str) -> list[int]:
    """The bounds of the ranges of single code points."""
    found: list[int] = []
    end = 0
    for token in text.split():
        gap, _, more = token.partition("+")
        first = end + int(gap, 16)
        end = first + int(more or "0", 16) + 1
        found += [first, end - 1]
    return found


def _strings(text: str) -> list[int]:
    """The strings: for each how many code points it has, then these."""
    found: list[int] = []
    string: list[int] = []
    for token in text.split():
        shared, *others = [int(number, 16) for number in token.split(",")]
        string = [*string[:shared], *others]
        found += [len(string), *string]
    return found


_names: list[str] = []
_bounds: list[int] = []
_bound_starts: list[int] = [0]
_words: list[int] = []
_word_starts: list[int] = [0]
for _part in EMOJI.split("@")[1:]:
    _name, _, _rest = _part.partition(" ")
    _points, _, _others = _rest.partition(";")
    _names.append(_name.strip())
    _bounds += _ranges(_points)
    _bound_starts.append(len(_bounds))
    _words += _strings(_others)
    _word_starts.append(len(_words))
_names.append(ALL)

NAMES = ConstantTable(u8, list("".join(_names).encode()))
NAME_STARTS = ConstantTable(u8, [sum(map(len, _names[:place])) for place in range(len(_names) + 1)])
BOUNDS = ConstantTable(u32, _bounds)
BOUND_STARTS = ConstantTable(u16, _bound_starts)
WORDS = ConstantTable(u32, _words)
WORD_STARTS = ConstantTable(u16, _word_starts)

NONE = -1


@kernel
def property_of_strings(place: i64, length: i64) -> i64:
    """The number of the property with the name that stands at a place, a byte for each letter; NONE for others."""
    for name in range(len(NAME_STARTS) - 1):
        start = NAME_STARTS[name]
        if NAME_STARTS[name + 1] - start == length:
            index = 0
            while index < length and load_u8(place + index) == NAMES[start + index]:
                index += 1
            if index == length:
                return name
    return NONE


@kernel
def add_strings(number: i64) -> None:
    """Add what has a property: single code points to the set in the making, the others to its strings."""
    is_all = number == len(NAME_STARTS) - 2
    first: i64 = 0 if is_all else number
    last: i64 = len(BOUND_STARTS) - 2 if is_all else number
    index: i64 = BOUND_STARTS[first]
    while index < BOUND_STARTS[last + 1]:
        add_range(BOUNDS[index], BOUNDS[index + 1])
        index += 2
    word: i64 = WORD_STARTS[first]
    end: i64 = WORD_STARTS[last + 1]
    COMPILATION.work += end - word
    while word < end and not is_over():
        push(STRINGS, WORDS[word])
        word += 1
