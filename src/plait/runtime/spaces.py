"""White space in strings."""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime.strings import unit_at

FUEL_PER_SPACE = 2


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
    charge_work(FUEL_PER_SPACE * (index - start))
    return index


@kernel
def skip_spaces_back(text: StringObject, start: i64) -> i64:
    """The index after the last unit that is no space; not below `start`."""
    end: i64 = text.length
    while end > start and is_space(unit_at(text, end - 1)):
        end -= 1
    charge_work(FUEL_PER_SPACE * (text.length - end))
    return end
