"""Upper and lower case, for the scripts whose letters have one counterpart each: Latin, Greek, Cyrillic.

What JavaScript turns into several units (but `ß`), what depends on its surroundings, and letters of further scripts
with two cases are refused.
"""

from __future__ import annotations

from plait.kernel import ConstantTable, address, divide, i32, i64, kernel, store_u8, store_u16, u16
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import StringObject
from plait.runtime.strings import MAX_STRING_LENGTH, UNITS_PER_FUEL, allocate_string, unit_at, units_of, width_of

MAPPED = 0x530
"""Units below this have an entry in the tables."""

REFUSED = 0xFFFF
SHARP_S = 0xDF
CAPITAL_S = ord("S")


def _mapping(upper: bool) -> list[int]:
    units = []
    for unit in range(MAPPED):
        mapped = chr(unit).upper() if upper else chr(unit).lower()
        units.append(ord(mapped) if len(mapped) == 1 else REFUSED)
    if upper:
        units[SHARP_S] = SHARP_S
    else:
        units[0x3A3] = REFUSED
    return units


UPPER = ConstantTable(u16, _mapping(True))
LOWER = ConstantTable(u16, _mapping(False))

CASED_BLOCKS = (
    (0x0530, 0x058F),
    (0x10A0, 0x10FF),
    (0x13A0, 0x13FF),
    (0x1C80, 0x1CBF),
    (0x1D00, 0x1FFF),
    (0x2100, 0x218F),
    (0x24B0, 0x24EF),
    (0x2C00, 0x2D2F),
    (0xA640, 0xA7FF),
    (0xAB30, 0xABBF),
    (0xD801, 0xD801),
    (0xD803, 0xD803),
    (0xD806, 0xD806),
    (0xD81B, 0xD81B),
    (0xD83A, 0xD83A),
    (0xFB00, 0xFB17),
    (0xFF21, 0xFF5A),
)
"""First and last units of blocks (and of surrogates that lead to blocks) that may have letters of two cases."""

BLOCK_STARTS = ConstantTable(u16, [first for first, _ in CASED_BLOCKS])
BLOCK_ENDS = ConstantTable(u16, [last for _, last in CASED_BLOCKS])


@kernel(cold=True)
def other_case(unit: i64, upper: bool) -> i64:
    """The unit in the other case, itself if it has none, or REFUSED."""
    if unit < MAPPED:
        return UPPER[unit] if upper else LOWER[unit]
    for block in range(len(BLOCK_STARTS)):
        if BLOCK_STARTS[block] <= unit and unit <= BLOCK_ENDS[block]:
            return REFUSED
    return unit


@kernel(cold=True)
def change_case(text: StringObject, upper: bool) -> tuple[StringObject, i32]:
    """The text in upper or lower case; UNKNOWN_CASE when a letter's case is not known."""
    if address(text) == 0:
        return text, ErrorCode.NULL_REFERENCE
    bits = 0
    length: i64 = text.length
    changed = False
    for index in range(text.length):
        unit = unit_at(text, index)
        mapped = other_case(unit, upper)
        if mapped == REFUSED and unit != REFUSED:
            return text, ErrorCode.UNKNOWN_CASE
        bits |= mapped
        if upper and unit == SHARP_S:
            length += 1
        changed = changed or mapped != unit or (upper and unit == SHARP_S)
    charge_work(divide(length, UNITS_PER_FUEL))
    if not changed:
        return text, Outcome.DONE
    if length > MAX_STRING_LENGTH:
        return text, ErrorCode.INVALID_STRING_LENGTH
    result = allocate_string(length, 1 if bits <= 0xFF else 2)
    if address(result) == 0:
        return result, Outcome.NEED_MEMORY
    write_case(text, result, upper)
    return result, Outcome.DONE


@kernel(cold=True)
def write_case(text: StringObject, result: StringObject, upper: bool) -> None:
    """Fill a string of the right length and width with the text in the other case."""
    place = 0
    for index in range(text.length):
        unit = unit_at(text, index)
        if upper and unit == SHARP_S:
            place = put(result, put(result, place, CAPITAL_S), CAPITAL_S)
        else:
            place = put(result, place, other_case(unit, upper))


@kernel(inline=True)
def put(result: StringObject, index: i64, unit: i64) -> i64:
    """Set a unit; gives the next index."""
    if width_of(result) == 1:
        store_u8(units_of(result) + index, unit)
    else:
        store_u16(units_of(result) + 2 * index, unit)
    return index + 1
