"""Regular expressions, range 0x0D. What is no pattern throws BAD_CAST; null throws NULL_REFERENCE."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, i64, kernel
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import UNDEFINED, ArrayObject, StringObject
from plait.memory.pattern_layouts import PatternObject
from plait.native.table import NativeRange, native
from plait.runtime import regexp_compiler, regexp_match
from plait.runtime.regexp_compiler import is_pattern
from plait.runtime.strings import any_null

REGEXP = NativeRange.REGEXP
MATCHES = Flags.THROWS | Flags.WORKS | Flags.ALLOCATES | Flags.CONTINUES


@native(
    REGEXP,
    0x00,
    "regexp.compile",
    "string string i32 -> any",
    fuel=200,
    flags=Flags.THROWS | Flags.WORKS | Flags.ALLOCATES,
)
@kernel
def compile_pattern(source: StringObject, flags: StringObject, bits: i32) -> tuple[i64, i32]:
    """The pattern of a source; or a number, which says what is wrong with it. The flags are bits, for the matching, and
    a text, which is kept: 1 `d`, 2 `g`, 4 `i`, 8 `m`, 16 `s`, 32 `u`, 64 `v`, 128 `y`, added together.
    """
    if any_null(source, flags):
        return UNDEFINED, ErrorCode.NULL_REFERENCE
    result, outcome = regexp_compiler.compile_pattern(source, flags, bits)
    return result, outcome


@native(REGEXP, 0x01, "regexp.message", "i32 -> string", fuel=24, flags=Flags.THROWS | Flags.ALLOCATES)
@kernel
def message(fault: i32) -> tuple[StringObject, i32]:
    """What the number says that stands for a mistake in a source."""
    result, outcome = regexp_compiler.message_of(fault)
    return result, outcome


@native(REGEXP, 0x02, "regexp.isPattern", "any -> bool", fuel=2)
@kernel
def is_pattern_word(word: i64) -> bool:
    """Whether a word is a pattern."""
    return is_pattern(word)


@native(REGEXP, 0x03, "regexp.source", "any -> string", fuel=2, flags=Flags.THROWS)
@kernel
def source(word: i64) -> tuple[StringObject, i32]:
    """What a pattern was made of."""
    if not is_pattern(word):
        return StringObject(0), ErrorCode.BAD_CAST
    return StringObject(PatternObject(word).source), Outcome.DONE


@native(REGEXP, 0x04, "regexp.flags", "any -> string", fuel=2, flags=Flags.THROWS)
@kernel
def flags_text(word: i64) -> tuple[StringObject, i32]:
    """The flags of a pattern as a text."""
    if not is_pattern(word):
        return StringObject(0), ErrorCode.BAD_CAST
    return StringObject(PatternObject(word).flags), Outcome.DONE


@native(REGEXP, 0x05, "regexp.flagBits", "any -> i32", fuel=2, flags=Flags.THROWS)
@kernel
def flag_bits(word: i64) -> tuple[i32, i32]:
    """The flags of a pattern as bits."""
    if not is_pattern(word):
        return 0, ErrorCode.BAD_CAST
    return PatternObject(word).flag_bits, Outcome.DONE


@native(REGEXP, 0x06, "regexp.groupCount", "any -> i32", fuel=2, flags=Flags.THROWS)
@kernel
def group_count(word: i64) -> tuple[i32, i32]:
    """How many groups a pattern has, the whole match included."""
    if not is_pattern(word):
        return 0, ErrorCode.BAD_CAST
    return PatternObject(word).group_count, Outcome.DONE


@native(REGEXP, 0x07, "regexp.names", "any -> any", fuel=2, flags=Flags.THROWS)
@kernel
def names(word: i64) -> tuple[i64, i32]:
    """The list of the names of a pattern's groups, each followed by the number of its group; undefined without any."""
    if not is_pattern(word):
        return UNDEFINED, ErrorCode.BAD_CAST
    return PatternObject(word).names, Outcome.DONE


@native(REGEXP, 0x08, "regexp.match", "any string i32 bool array(any) -> i32", fuel=24, flags=MATCHES)
@kernel
def match(word: i64, text: StringObject, start: i32, is_sticky: bool, places: ArrayObject) -> tuple[i32, i32]:
    """Where a pattern matches first from a place on, or at that place alone; -1 if nowhere. The list is given start and
    end of every group, -1 for those without a match; it is left as it is if there is none.
    """
    if not is_pattern(word):
        return -1, ErrorCode.BAD_CAST
    if address(text) == 0 or address(places) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    found, outcome = regexp_match.match_into(PatternObject(word), text, start, is_sticky, places)
    return found, outcome


@native(REGEXP, 0x09, "regexp.end", "any string i32 bool -> i32", fuel=16, flags=MATCHES)
@kernel
def end_of_match(word: i64, text: StringObject, start: i32, is_sticky: bool) -> tuple[i32, i32]:
    """Where the first match of a pattern from a place on ends, or that at that place alone; -1 if there is none."""
    if not is_pattern(word):
        return -1, ErrorCode.BAD_CAST
    if address(text) == 0:
        return -1, ErrorCode.NULL_REFERENCE
    found, outcome = regexp_match.match_end(PatternObject(word), text, start, is_sticky)
    return found, outcome
