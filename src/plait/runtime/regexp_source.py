"""Reading the source of a pattern, and names for what stands in it."""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import i64, kernel
from plait.runtime.regexp_code import BY_POINTS, IGNORE_CASE, UNICODE_SETS
from plait.runtime.regexp_scratch import COMPILATION
from plait.runtime.strings import unit_at


class Unit(IntEnum):
    """Code units that mean something in patterns, and END, which stands behind the source."""

    END = -1
    LINE_FEED = 0x0A
    HASH = ord("#")
    DOLLAR = ord("$")
    PERCENT = ord("%")
    AMPERSAND = ord("&")
    LEFT_PARENTHESIS = ord("(")
    RIGHT_PARENTHESIS = ord(")")
    STAR = ord("*")
    PLUS = ord("+")
    COMMA = ord(",")
    HYPHEN = ord("-")
    POINT = ord(".")
    SLASH = ord("/")
    ZERO = ord("0")
    SEVEN = ord("7")
    EIGHT = ord("8")
    NINE = ord("9")
    COLON = ord(":")
    SEMICOLON = ord(";")
    LESS = ord("<")
    EQUALS = ord("=")
    GREATER = ord(">")
    QUESTION = ord("?")
    AT = ord("@")
    GRAVE = ord("`")
    TILDE = ord("~")
    EXCLAMATION = ord("!")
    UPPER_A = ord("A")
    UPPER_B = ord("B")
    UPPER_D = ord("D")
    UPPER_P = ord("P")
    UPPER_S = ord("S")
    UPPER_W = ord("W")
    UPPER_Z = ord("Z")
    LEFT_BRACKET = ord("[")
    BACKSLASH = ord("\\")
    RIGHT_BRACKET = ord("]")
    CARET = ord("^")
    UNDERSCORE = ord("_")
    LOWER_A = ord("a")
    LOWER_B = ord("b")
    LOWER_C = ord("c")
    LOWER_D = ord("d")
    LOWER_F = ord("f")
    LOWER_I = ord("i")
    LOWER_K = ord("k")
    LOWER_M = ord("m")
    LOWER_N = ord("n")
    LOWER_P = ord("p")
    LOWER_Q = ord("q")
    LOWER_R = ord("r")
    LOWER_S = ord("s")
    LOWER_T = ord("t")
    LOWER_U = ord("u")
    LOWER_V = ord("v")
    LOWER_W = ord("w")
    LOWER_X = ord("x")
    LOWER_Z = ord("z")
    LEFT_BRACE = ord("{")
    BAR = ord("|")
    RIGHT_BRACE = ord("}")


HIGH_SURROGATE = 0xD800
LOW_SURROGATE = 0xDC00
LAST_SURROGATE = 0xDFFF
FIRST_PAIR = 0x10000


@kernel
def ahead(distance: i64) -> i64:
    """The unit so far behind the next one; END behind the last."""
    index = COMPILATION.position + distance
    return unit_at(COMPILATION.source, index) if index < COMPILATION.length else Unit.END


@kernel
def current() -> i64:
    """The next unit."""
    return ahead(0)


@kernel
def advance(count: i64) -> None:
    """Pass units."""
    COMPILATION.position = min(COMPILATION.position + count, COMPILATION.length)
    COMPILATION.work += count


@kernel
def accept(unit: i64) -> bool:
    """Pass the next unit if it is this one; whether it was."""
    if current() != unit:
        return False
    advance(1)
    return True


@kernel(inline=True)
def joined(high: i64, low: i64) -> i64:
    """The code point of a surrogate pair."""
    return FIRST_PAIR + 0x400 * (high - HIGH_SURROGATE) + low - LOW_SURROGATE


@kernel(inline=True)
def is_high(unit: i64) -> bool:
    """Whether a unit is the first half of a pair."""
    return unit >= HIGH_SURROGATE and unit < LOW_SURROGATE


@kernel(inline=True)
def is_low(unit: i64) -> bool:
    """Whether a unit is the second half of a pair."""
    return unit >= LOW_SURROGATE and unit <= LAST_SURROGATE


@kernel
def next_character(by_points: bool) -> i64:
    """Pass the next unit, or code point, and give it; END at the end."""
    unit = current()
    advance(1)
    if by_points and is_high(unit) and is_low(current()):
        low = current()
        advance(1)
        return joined(unit, low)
    return unit


@kernel(inline=True)
def by_points() -> bool:
    """Whether the pattern is one of code points."""
    return COMPILATION.flags & BY_POINTS != 0


@kernel(inline=True)
def has_sets() -> bool:
    """Whether the flag `v` is there."""
    return COMPILATION.flags & UNICODE_SETS != 0


@kernel(inline=True)
def ignores_case() -> bool:
    """Whether the flag `i` is there."""
    return COMPILATION.flags & IGNORE_CASE != 0


@kernel
def is_decimal(unit: i64) -> bool:
    """Whether a unit is a decimal digit."""
    return unit >= Unit.ZERO and unit <= Unit.NINE


@kernel
def hexadecimal(unit: i64) -> i64:
    """The value of a hexadecimal digit; -1 for what is none."""
    if is_decimal(unit):
        return unit - Unit.ZERO
    letter = unit | 0x20
    return letter - Unit.LOWER_A + 10 if unit > 0 and letter >= Unit.LOWER_A and letter <= Unit.LOWER_F else -1


@kernel
def is_syntax(unit: i64) -> bool:
    """Whether a character means something in patterns."""
    match unit:
        case Unit.CARET | Unit.DOLLAR | Unit.BACKSLASH | Unit.POINT | Unit.STAR | Unit.PLUS | Unit.QUESTION:
            return True
        case (
            Unit.LEFT_PARENTHESIS
            | Unit.RIGHT_PARENTHESIS
            | Unit.LEFT_BRACKET
            | Unit.RIGHT_BRACKET
            | Unit.LEFT_BRACE
            | Unit.RIGHT_BRACE
            | Unit.BAR
        ):
            return True
        case _:
            return False
