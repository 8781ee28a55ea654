"""Number and string literals: their text to their value."""

from __future__ import annotations

import math
import re
from typing import Final

_DIGITS = r"[0-9](?:_?[0-9])*"
_DECIMAL: Final = re.compile(rf"(?:(?:0|[1-9](?:_?[0-9])*)(?:\.(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?")
_RADIX: Final = (
    (re.compile(r"0[xX]([0-9a-fA-F](?:_?[0-9a-fA-F])*)"), 16),
    (re.compile(r"0[oO]([0-7](?:_?[0-7])*)"), 8),
    (re.compile(r"0[bB]([01](?:_?[01])*)"), 2),
)
_SIMPLE_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
_HEX: Final = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}")

_LINE_BREAK: Final = re.compile(r"[^\\\r\n]*(?:\\(?:\r\n|\r(?!\n)|[^\r])[^\\\r\n]*)*[\r\n]")


class LiteralError(ValueError):
    """A literal that JavaScript does not accept. `offset` is where in the text."""

    def __init__(self, message: str, offset: int = 0) -> None:
        self.offset = offset
        super().__init__(message)


def number_value(text: str) -> float:
    """The value of a number literal. Raises `LiteralError`."""
    for pattern, base in _RADIX:
        if match := pattern.fullmatch(text):
            try:
                return float(int(match[1].replace("_", ""), base))
            except OverflowError:
                return math.inf
    if _DECIMAL.fullmatch(text):
        return float(text.replace("_", ""))
    if re.fullmatch(r"0[0-9_]+", text):
        raise LiteralError("a number cannot begin with 0; an octal number begins with 0o")
    raise LiteralError("this is not a number of JavaScript")


def string_value(text: str) -> str:
    """The text between quotes, or between the parts of a template, with its escapes replaced. Raises `LiteralError`."""
    if "\\" not in text:
        return text
    pieces: list[str] = []
    position = 0
    while (backslash := text.find("\\", position)) >= 0:
        pieces.append(text[position:backslash])
        piece, position = _escape(text, backslash + 1)
        pieces.append(piece)
    pieces.append(text[position:])
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


ACROSS_LINES: Final = ("a string ends on the line on which it begins", "write \\n, or a template: `...`")
"""What to say of a line break in a string."""


def line_break_in(text: str) -> int:
    """Where a line ends in the text between quotes without a backslash before it; -1 when none does."""
    if "\n" not in text and "\r" not in text:
        return -1
    found = _LINE_BREAK.match(text)
    return -1 if found is None else found.end() - 1


def _escape(text: str, start: int) -> tuple[str, int]:
    """What the escape whose first character after the backslash is at `start` stands for, and where it ends."""
    character = text[start : start + 1]
    if text.startswith("\r\n", start):
        return "", start + 2
    if character in ("\n", "\r", "\u2028", "\u2029"):
        return "", start + 1
    if character in _SIMPLE_ESCAPES:
        return _SIMPLE_ESCAPES[character], start + 1
    if character == "0" and not text[start + 1 : start + 2].isdecimal():
        return "\0", start + 1
    if character and character in "0123456789":
        raise LiteralError("octal escapes are not allowed; write \\x and two hexadecimal digits", start - 1)
    if character in ("x", "u"):
        match = _HEX.match(text, start)
        if match is None:
            raise LiteralError("expected \\xHH, \\uHHHH or \\u{H...} with hexadecimal digits", start - 1)
        code = int(match[1] or match[2] or match[3], 16)
        if code > 0x10FFFF:
            raise LiteralError("no character has a code above 10FFFF", start - 1)
        return chr(code), match.end()
    return character, start + 1
