"""Upper and lower case of strings, as `toUpperCase` and `toLowerCase` have it: all letters of Unicode, also those that
become several, and the small sigma at the end of a word.

Unicode Standard, section 3.13, "Default Case Conversion". A code point finds its mapping in two steps: a page for
its upper bits, then an entry of that page. An entry is 0 for what has no other case, else the number of a distance
or, beyond those, of what becomes several units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plait.kernel import (
    ConstantTable,
    address,
    bool_to_i32,
    divide,
    i32,
    i64,
    kernel,
    load_u8,
    shift_right,
    store_u8,
    store_u16,
    u8,
    u16,
    wrap_u8,
)
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime import case_data
from plait.runtime.parts import (
    MEASURING,
    PART,
    PROGRESS,
    WRITING,
    clear_progress,
    finish,
    pause,
    resume,
    third_reference,
)
from plait.runtime.strings import MAX_STRING_LENGTH, UNITS_PER_FUEL, allocate_string, units_of, width_of
from plait.runtime.substrings import code_point

PAGE_BITS = 7
PAGE = 1 << PAGE_BITS


NEITHER = 0
CASED = 1
IGNORABLE = 2
"""What a code point is for the words around a sigma; IGNORABLE also if it is cased."""

TAGS = 0xE0000
TAGS_END = 0xE01EF
"""Code points in this block stand in no page."""


def _numbers(token: str) -> list[int]:
    return [int(number, 16) for number in token.replace(",", ":").split(":")]


def _mappings(simple: str, special: str) -> tuple[dict[int, int], dict[int, Sequence[int]]]:
    """Distances by code point, and what becomes several units."""
    distances: dict[int, int] = {}
    for first, count, step, distance in map(_numbers, simple.split()):
        distances.update(dict.fromkeys(range(first, first + count * step, step), distance))
    return distances, {point: units for point, *units in map(_numbers, special.split())}


def _paged(numbers: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """The number of the page for the upper bits of every code point, and all pages; what is not given is 0."""
    contents: dict[int, list[int]] = {}
    for point, number in numbers.items():
        contents.setdefault(point >> PAGE_BITS, [0] * PAGE)[point & (PAGE - 1)] = number
    empty = [0] * PAGE
    pages: dict[tuple[int, ...], int] = {}
    page_numbers = [pages.setdefault(tuple(contents.get(page, empty)), len(pages)) for page in range(max(contents) + 1)]
    return page_numbers, [number for content in pages for number in content]


def _properties() -> tuple[list[int], list[int]]:
    """CASED and IGNORABLE by pages."""
    found: dict[int, int] = {}
    for text, kind in ((case_data.CASED, CASED), (case_data.CASE_IGNORABLE, IGNORABLE)):
        for first, last in map(_numbers, text.split()):
            found.update(dict.fromkeys(range(first, last + 1), kind))
    return _paged({point: kind for point, kind in found.items() if point < TAGS})


class _Tables:
    """The tables of one direction."""

    def __init__(self, simple: str, special: str) -> None:
        distances, several = _mappings(simple, special)
        self.distances = sorted(set(distances.values()))
        self.several = [several[point] for point in sorted(several)]
        entries = {point: 1 + self.distances.index(distance) for point, distance in distances.items()}
        first = 1 + len(self.distances)
        entries |= {point: first + number for number, point in enumerate(sorted(several))}
        self.page_numbers, self.entries = _paged(entries)


_UPPER = _Tables(case_data.UPPER, case_data.UPPER_SPECIAL)
_LOWER = _Tables(case_data.LOWER, case_data.LOWER_SPECIAL)
_PROPERTY_PAGES, _PROPERTIES = _properties()

UPPER_PAGES = ConstantTable(u8, _UPPER.page_numbers)
UPPER_ENTRIES = ConstantTable(u8, _UPPER.entries)
UPPER_DISTANCES = ConstantTable(i32, _UPPER.distances)
LOWER_PAGES = ConstantTable(u8, _LOWER.page_numbers)
LOWER_ENTRIES = ConstantTable(u8, _LOWER.entries)
LOWER_DISTANCES = ConstantTable(i32, _LOWER.distances)

SEVERAL = ConstantTable(u16, [[*units, 0][place] for units in _UPPER.several + _LOWER.several for place in range(3)])
"""What becomes several units, three for each, of which the last may be 0: those of upper case, then of lower case."""

FIRST_OF_LOWER = len(_UPPER.several)

PROPERTY_PAGES = ConstantTable(u8, _PROPERTY_PAGES)
PROPERTIES = ConstantTable(u8, _PROPERTIES)

CAPITAL_SIGMA = 0x3A3
FINAL_SIGMA = 0x3C2
SMALL_A = ord("a")
CAPITAL_A = ord("A")
LETTERS = 26
CASE_DISTANCE = 32

CHANGED = 1
HAS_SIGMA = 2

FUEL_PER_UNIT = 9
"""What mapping a unit costs that is no ASCII."""


@kernel
def entry_of(point: i64, upper: bool) -> i64:
    """The entry of a code point."""
    page = shift_right(point, PAGE_BITS)
    if upper:
        return UPPER_ENTRIES[PAGE * UPPER_PAGES[page] + (point & (PAGE - 1))] if page < len(UPPER_PAGES) else 0
    return LOWER_ENTRIES[PAGE * LOWER_PAGES[page] + (point & (PAGE - 1))] if page < len(LOWER_PAGES) else 0


@kernel
def several_of(entry: i64, upper: bool) -> i64:
    """Where in SEVERAL the units of an entry begin; -1 for an entry that is a distance."""
    number = entry - 1 - (len(UPPER_DISTANCES) if upper else len(LOWER_DISTANCES))
    if number < 0:
        return -1
    return 3 * (number if upper else FIRST_OF_LOWER + number)


@kernel(inline=True)
def size_of_point(point: i64) -> i64:
    """How many units a code point takes."""
    return 1 if point < 0x10000 else 2


@kernel
def property_of(point: i64) -> i64:
    """NEITHER, CASED or IGNORABLE."""
    if point >= TAGS:
        return IGNORABLE if is_ignorable_tag(point) else NEITHER
    page = shift_right(point, PAGE_BITS)
    return PROPERTIES[PAGE * PROPERTY_PAGES[page] + (point & (PAGE - 1))] if page < len(PROPERTY_PAGES) else NEITHER


@kernel(inline=True)
def is_ignorable_tag(point: i64) -> bool:
    """Whether a code point from the block of tags on is IGNORABLE."""
    return point == 0xE0001 or (point >= 0xE0020 and point <= 0xE007F) or (point >= 0xE0100 and point <= 0xE01EF)


@kernel
def measure(text: StringObject, upper: bool) -> i64:
    """Go on finding out length and width of the result, and whether it differs (CHANGED) and has a sigma (HAS_SIGMA);
    where the part ends.
    """
    index = PROGRESS.position
    end = min(text.length, index + PART)
    length = PROGRESS.length
    bits = PROGRESS.width
    flag = PROGRESS.flag
    while index < end:
        point = code_point(text, index)
        entry = entry_of(point, upper)
        index += size_of_point(point)
        if entry == 0:
            bits |= point
            length += size_of_point(point)
        else:
            flag |= HAS_SIGMA | CHANGED if point == CAPITAL_SIGMA else CHANGED
            several = several_of(entry, upper)
            if several >= 0:
                bits |= SEVERAL[several] | SEVERAL[several + 1]
                length += 2 if SEVERAL[several + 2] == 0 else 3
            else:
                mapped = point + (UPPER_DISTANCES[entry - 1] if upper else LOWER_DISTANCES[entry - 1])
                bits |= mapped
                length += size_of_point(mapped)
    PROGRESS.length = length
    PROGRESS.width = bits
    PROGRESS.flag = flag
    return index


@kernel
def end_sigma(result: StringObject) -> None:
    """The sigma whose end of word was open is the last letter of its word."""
    if PROGRESS.memory != 0:
        store_u16(units_of(result) + 2 * (PROGRESS.memory - 1), FINAL_SIGMA)
        PROGRESS.memory = 0


@kernel
def note_sigma(result: StringObject, point: i64, place: i64) -> None:
    """A code point comes, whose lower case is written at `place`.

    `count` says whether the last one that is not IGNORABLE was CASED; `memory` is the place behind a sigma after which
    no other one has come.
    """
    kind = property_of(point)
    if kind == IGNORABLE:
        return
    if kind == CASED:
        PROGRESS.memory = 0
    else:
        end_sigma(result)
    if point == CAPITAL_SIGMA and PROGRESS.count != 0:
        PROGRESS.memory = place + 1
    PROGRESS.count = 1 if kind == CASED else 0


@kernel
def write(text: StringObject, result: StringObject, upper: bool) -> i64:
    """Go on writing the result; where the part ends."""
    index = PROGRESS.position
    end = min(text.length, index + PART)
    place = PROGRESS.place
    has_sigma = not upper and PROGRESS.flag & HAS_SIGMA != 0
    while index < end:
        point = code_point(text, index)
        if has_sigma:
            note_sigma(result, point, place)
        entry = entry_of(point, upper)
        several = several_of(entry, upper) if entry != 0 else -1
        if several >= 0:
            place = put(result, place, SEVERAL[several])
            place = put(result, place, SEVERAL[several + 1])
            if SEVERAL[several + 2] != 0:
                place = put(result, place, SEVERAL[several + 2])
        else:
            mapped = point
            if entry != 0:
                mapped += UPPER_DISTANCES[entry - 1] if upper else LOWER_DISTANCES[entry - 1]
            if mapped < 0x10000:
                place = put(result, place, mapped)
            else:
                place = put(result, place, 0xD800 + shift_right(mapped - 0x10000, 10))
                place = put(result, place, 0xDC00 + (mapped & 0x3FF))
        index += size_of_point(point)
    PROGRESS.place = place
    if has_sigma and index >= text.length:
        end_sigma(result)
    return index


@kernel(inline=True)
def put(result: StringObject, index: i64, unit: i64) -> i64:
    """Set a unit; gives the next index."""
    if width_of(result) == 1:
        store_u8(units_of(result) + index, unit)
    else:
        store_u16(units_of(result) + 2 * index, unit)
    return index + 1


@kernel
def is_ascii(text: StringObject) -> bool:
    """Whether all units are below 128."""
    if width_of(text) != 1:
        return False
    bits: i32 = 0
    place = units_of(text)
    for index in range(text.length):
        bits |= load_u8(place + index)
    return bits < 0x80


@kernel
def has_letter(text: StringObject, first: i64) -> bool:
    """Whether one of the 26 units from `first` on is in an ASCII string."""
    found: i32 = 0
    place = units_of(text)
    for index in range(text.length):
        found |= bool_to_i32(wrap_u8(load_u8(place + index) - first) < LETTERS)
    return found != 0


@kernel
def change_ascii(text: StringObject, upper: bool) -> tuple[StringObject, i32]:
    """An ASCII string in upper or lower case."""
    first = SMALL_A if upper else CAPITAL_A
    distance = -CASE_DISTANCE if upper else CASE_DISTANCE
    charge_work(divide(text.length, UNITS_PER_FUEL))
    if not has_letter(text, first):
        return text, Outcome.DONE
    result = allocate_string(text.length, 1)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    source = units_of(text)
    place = units_of(result)
    for index in range(text.length):
        unit = load_u8(source + index)
        store_u8(place + index, unit + (distance if wrap_u8(unit - first) < LETTERS else 0))
    return result, Outcome.DONE


@kernel
def change_case(text: StringObject, upper: bool) -> tuple[StringObject, i32]:
    """The text in upper or lower case. UNFINISHED after a while."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    if is_ascii(text):
        changed, outcome = change_ascii(text, upper)
        return changed, outcome
    is_long = text.length > PART
    operation = 1 if upper else 2
    result = StringObject(0)
    if is_long and resume(address(text), operation):
        result = StringObject(third_reference())
    else:
        clear_progress()
    if PROGRESS.stage == MEASURING:
        index = measure(text, upper)
        charge_work(FUEL_PER_UNIT * (index - PROGRESS.position))
        PROGRESS.position = index
        if index < text.length:
            return text, pause(address(text), operation, 0)
        if PROGRESS.flag == 0 or PROGRESS.length > MAX_STRING_LENGTH:
            if is_long:
                finish()
            return text, (Outcome.DONE if PROGRESS.flag == 0 else ErrorCode.INVALID_STRING_LENGTH)
        result = allocate_string(PROGRESS.length, 1 if PROGRESS.width <= 0xFF else 2)
        if address(result) == 0:
            return result, Outcome.NEED_MEMORY
        PROGRESS.stage = WRITING
        PROGRESS.position = 0
        PROGRESS.place = 0
        PROGRESS.count = 0
        PROGRESS.memory = 0
        if is_long:
            return text, pause(address(text), operation, address(result))
    index = write(text, result, upper)
    charge_work(FUEL_PER_UNIT * (index - PROGRESS.position))
    PROGRESS.position = index
    if index < text.length:
        return text, pause(address(text), operation, address(result))
    if is_long:
        finish()
    return result, Outcome.DONE
