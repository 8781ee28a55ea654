"""Strings, range 0x02. Indices are i32; `number.toInteger` gives one for any number. Null throws NULL_REFERENCE."""

from __future__ import annotations

import math

from plait.isa.instruction import Flags
from plait.kernel import address, f64, i32, kernel, to_f64
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ArrayObject, StringObject
from plait.native.table import NativeRange, native
from plait.runtime import letter_case, replace, search, strings, substrings

NAN = math.nan
STRING = NativeRange.STRING
LOOKS = Flags.THROWS | Flags.WORKS
BUILDS = LOOKS | Flags.ALLOCATES
IN_PARTS = BUILDS | Flags.CONTINUES


@native(STRING, 0x00, "string.charAt", "string i32 -> string", flags=Flags.THROWS | Flags.ALLOCATES)
@kernel
def char_at(text: StringObject, index: i32) -> tuple[StringObject, i32]:
    """The code unit at the index as a string; the empty string outside."""
    result, outcome = substrings.char_at(text, index)
    return result, outcome


@native(STRING, 0x01, "string.charCodeAt", "string i32 -> f64", flags=Flags.THROWS)
@kernel(inline=True)
def char_code_at(text: StringObject, index: i32) -> tuple[f64, i32]:
    """The code unit at the index; NaN outside."""
    if address(text) == 0:
        return NAN, ErrorCode.NULL_REFERENCE
    if index < 0 or index >= text.length:
        return NAN, Outcome.DONE
    return to_f64(strings.unit_at(text, index)), Outcome.DONE


@native(STRING, 0x02, "string.codePointAt", "string i32 -> i32", flags=Flags.THROWS)
@kernel
def code_point_at(text: StringObject, index: i32) -> tuple[i32, i32]:
    """The code point that begins at the index; -1 outside, where JavaScript has undefined."""
    if address(text) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    if index < 0 or index >= text.length:
        return -1, Outcome.DONE
    return substrings.code_point(text, index), Outcome.DONE


@native(STRING, 0x03, "string.slice", "string i32 i32 -> string", flags=BUILDS)
@kernel
def slice_string(text: StringObject, start: i32, end: i32) -> tuple[StringObject, i32]:
    """The units from `start` to before `end`; negative ends count from the end of the string."""
    result, outcome = substrings.slice_string(text, start, end)
    return result, outcome


@native(STRING, 0x04, "string.indexOf", "string string i32 -> i32", flags=IN_PARTS)
@kernel
def index_of(text: StringObject, part: StringObject, start: i32) -> tuple[i32, i32]:
    """Where the part is found first, from `start` on; -1 if nowhere."""
    if strings.any_null(text, part):
        return -1, ErrorCode.NULL_REFERENCE
    found, outcome = search.find(text, part, substrings.clamp(start, text.length), False)
    return found, outcome


@native(STRING, 0x05, "string.lastIndexOf", "string string i32 -> i32", flags=IN_PARTS)
@kernel
def last_index_of(text: StringObject, part: StringObject, start: i32) -> tuple[i32, i32]:
    """Where the part is found last, at `start` or before; -1 if nowhere."""
    if strings.any_null(text, part):
        return -1, ErrorCode.NULL_REFERENCE
    found, outcome = search.find(text, part, substrings.clamp(start, text.length), True)
    return found, outcome


@native(STRING, 0x06, "string.includes", "string string i32 -> bool", flags=IN_PARTS)
@kernel
def includes(text: StringObject, part: StringObject, start: i32) -> tuple[bool, i32]:
    """Whether the part is found from `start` on."""
    if strings.any_null(text, part):
        return False, ErrorCode.NULL_REFERENCE
    found, outcome = search.find(text, part, substrings.clamp(start, text.length), False)
    return found >= 0, outcome


@native(STRING, 0x07, "string.startsWith", "string string i32 -> bool", flags=LOOKS)
@kernel
def starts_with(text: StringObject, part: StringObject, start: i32) -> tuple[bool, i32]:
    """Whether the part stands at `start`."""
    if strings.any_null(text, part):
        return False, ErrorCode.NULL_REFERENCE
    return search.occurs_at(text, part, substrings.clamp(start, text.length)), Outcome.DONE


@native(STRING, 0x08, "string.endsWith", "string string i32 -> bool", flags=LOOKS)
@kernel
def ends_with(text: StringObject, part: StringObject, end: i32) -> tuple[bool, i32]:
    """Whether the part stands before `end`."""
    if strings.any_null(text, part):
        return False, ErrorCode.NULL_REFERENCE
    return search.occurs_at(text, part, substrings.clamp(end, text.length) - part.length), Outcome.DONE


@native(STRING, 0x09, "string.repeat", "string i32 -> string", fuel=24, flags=BUILDS)
@kernel
def repeat(text: StringObject, count: i32) -> tuple[StringObject, i32]:
    """The string `count` times; throws INVALID_COUNT below zero."""
    result, outcome = substrings.repeat(text, count)
    return result, outcome


@native(STRING, 0x0A, "string.padStart", "string i32 string -> string", fuel=24, flags=BUILDS)
@kernel
def pad_start(text: StringObject, length: i32, filler: StringObject) -> tuple[StringObject, i32]:
    """The string, filled up to the length in front."""
    result, outcome = substrings.pad(text, length, filler, True)
    return result, outcome


@native(STRING, 0x0B, "string.padEnd", "string i32 string -> string", fuel=24, flags=BUILDS)
@kernel
def pad_end(text: StringObject, length: i32, filler: StringObject) -> tuple[StringObject, i32]:
    """The string, filled up to the length behind."""
    result, outcome = substrings.pad(text, length, filler, False)
    return result, outcome


@native(STRING, 0x0C, "string.trim", "string -> string", flags=BUILDS)
@kernel
def trim(text: StringObject) -> tuple[StringObject, i32]:
    """The string without spaces and line breaks at both ends."""
    result, outcome = substrings.trim(text, True, True)
    return result, outcome


@native(STRING, 0x0D, "string.trimStart", "string -> string", flags=BUILDS)
@kernel
def trim_start(text: StringObject) -> tuple[StringObject, i32]:
    """The string without spaces and line breaks in front."""
    result, outcome = substrings.trim(text, True, False)
    return result, outcome


@native(STRING, 0x0E, "string.trimEnd", "string -> string", flags=BUILDS)
@kernel
def trim_end(text: StringObject) -> tuple[StringObject, i32]:
    """The string without spaces and line breaks behind."""
    result, outcome = substrings.trim(text, False, True)
    return result, outcome


@native(STRING, 0x0F, "string.toUpperCase", "string -> string", fuel=16, flags=IN_PARTS)
@kernel
def to_upper_case(text: StringObject) -> tuple[StringObject, i32]:
    """The string in upper case, whatever its letters are."""
    result, outcome = letter_case.change_case(text, True)
    return result, outcome


@native(STRING, 0x10, "string.toLowerCase", "string -> string", fuel=16, flags=IN_PARTS)
@kernel
def to_lower_case(text: StringObject) -> tuple[StringObject, i32]:
    """The string in lower case, whatever its letters are."""
    result, outcome = letter_case.change_case(text, False)
    return result, outcome


@native(STRING, 0x11, "string.splitInto", "array(string) string string i32 ->", flags=IN_PARTS)
@kernel
def split_into(array: ArrayObject, text: StringObject, separator: StringObject, limit: i32) -> i32:
    """Appends the pieces of the text between separators to the array: at most `limit`, all if it is below zero."""
    return replace.split_into(array, text, separator, limit)


@native(STRING, 0x12, "string.fromCharCode", "i32 -> string", flags=Flags.ALLOCATES)
@kernel
def from_char_code(unit: i32) -> tuple[StringObject, i32]:
    """The string of one code unit, of which the low 16 bits count."""
    result, outcome = substrings.unit_string(unit & 0xFFFF)
    return result, outcome


@native(STRING, 0x13, "string.fromCodePoint", "i32 -> string", flags=Flags.ALLOCATES | Flags.THROWS)
@kernel
def from_code_point(point: i32) -> tuple[StringObject, i32]:
    """The string of one code point; throws INVALID_CODE_POINT."""
    result, outcome = substrings.code_point_string(point)
    return result, outcome


@native(STRING, 0x14, "string.replace", "string string string -> string", flags=IN_PARTS)
@kernel
def replace_first(text: StringObject, part: StringObject, new: StringObject) -> tuple[StringObject, i32]:
    """The text with the first occurrence of the part replaced; throws REPLACEMENT_PATTERN for `$&` and the like."""
    result, outcome = replace.replace_text(text, part, new, False)
    return result, outcome


@native(STRING, 0x15, "string.replaceAll", "string string string -> string", flags=IN_PARTS)
@kernel
def replace_all(text: StringObject, part: StringObject, new: StringObject) -> tuple[StringObject, i32]:
    """The text with every occurrence of the part replaced; throws REPLACEMENT_PATTERN for `$&` and the like."""
    result, outcome = replace.replace_text(text, part, new, True)
    return result, outcome


@native(STRING, 0x16, "string.compare", "string string -> i32", flags=LOOKS)
@kernel
def compare(a: StringObject, b: StringObject) -> tuple[i32, i32]:
    """Below zero, zero or above zero as the first comes before, equals or comes after the second, by code units."""
    if strings.any_null(a, b):
        return 0, ErrorCode.NULL_REFERENCE
    return strings.compare(a, b), Outcome.DONE
