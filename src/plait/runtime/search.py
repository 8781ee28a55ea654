"""Finding strings in strings."""

from __future__ import annotations

from plait.kernel import compare_bytes, divide, i64, kernel, load_u8, load_u16
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime.strings import UNITS_PER_FUEL, unit_at, units_of, width_of


@kernel
def matches_at(text: StringObject, index: i64, part: StringObject) -> bool:
    """Whether the units from an index on are those of the part, which must end inside the text."""
    width = width_of(text)
    if width == width_of(part):
        return compare_bytes(units_of(text) + index * width, units_of(part), part.length * width)
    offset = 0
    while offset < part.length and unit_at(text, index + offset) == unit_at(part, offset):
        offset += 1
    return offset == part.length


@kernel
def next_unit(text: StringObject, unit: i64, start: i64, end: i64) -> i64:
    """The first index from `start` to before `end` where a unit stands; `end` if there is none."""
    place = units_of(text)
    if width_of(text) == 1:
        for index in range(start, end):
            if load_u8(place + index) == unit:
                return index
    else:
        for index in range(start, end):
            if load_u16(place + 2 * index) == unit:
                return index
    return end


@kernel
def index_of(text: StringObject, part: StringObject, start: i64) -> i64:
    """Where the part is found first, from `start` (in range) on; -1 if nowhere."""
    if part.length == 0:
        return start
    end = text.length - part.length + 1
    if width_of(part) > width_of(text):
        return -1
    first = unit_at(part, 0)
    index = start
    while index < end:
        index = next_unit(text, first, index, end)
        if index < end:
            charge_work(divide(part.length, UNITS_PER_FUEL))
            if matches_at(text, index, part):
                charge_work(divide(index - start, UNITS_PER_FUEL))
                return index
        index += 1
    charge_work(divide(text.length - start, UNITS_PER_FUEL))
    return -1


@kernel
def last_index_of(text: StringObject, part: StringObject, start: i64) -> i64:
    """Where the part is found last, at `start` or before; -1 if nowhere."""
    index = min(start, text.length - part.length)
    while index >= 0:
        charge_work(1 + divide(part.length, UNITS_PER_FUEL))
        if matches_at(text, index, part):
            return index
        index -= 1
    return -1


@kernel
def occurs_at(text: StringObject, part: StringObject, index: i64) -> bool:
    """Whether the part stands at an index, which may be anywhere."""
    if index < 0 or index + part.length > text.length:
        return False
    charge_work(divide(part.length, UNITS_PER_FUEL))
    return matches_at(text, index, part)


@kernel(inline=True)
def is_space(unit: i64) -> bool:
    """Whether a unit is white space or a line break in JavaScript's sense."""
    if unit < 0x80:
        return unit == 0x20 or (unit >= 0x09 and unit <= 0x0D)
    if unit < 0x2000:
        return unit == 0xA0 or unit == 0x1680
    if unit <= 0x202F:
        return unit <= 0x200A or unit == 0x2028 or unit == 0x2029 or unit == 0x202F
    return unit == 0x205F or unit == 0x3000 or unit == 0xFEFF


@kernel
def skip_spaces(text: StringObject, start: i64) -> i64:
    """The first index from `start` on where no space stands."""
    index = start
    while index < text.length and is_space(unit_at(text, index)):
        index += 1
    return index


@kernel
def skip_spaces_back(text: StringObject, start: i64) -> i64:
    """The index after the last unit that is no space; not below `start`."""
    end: i64 = text.length
    while end > start and is_space(unit_at(text, end - 1)):
        end -= 1
    return end
