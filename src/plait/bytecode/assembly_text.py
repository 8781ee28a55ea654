"""The spelling of assembly text (`.plasm`): tokens of a line, names, strings and numbers, in both directions."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from plait.bytecode.text import normalize_text

BARE_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]*")
"""Names that need no quotes, and labels."""

HOST_PREFIX = "host:"
"""Stands before the name of an import where a native function is named."""

INTEGER = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20})")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NAN = re.compile(r"nan:0x[0-9a-fA-F]{16}")
_TOKEN = re.compile(
    r'(?P<skip>\s+|;.*)|(?P<string>"(?:[^"\\]|\\.)*")|(?P<mark>->|[(),])|(?P<word>[^\s();,"]+)', re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))", re.DOTALL)
_SIMPLE_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_ESCAPED = {character: letter for letter, character in _SIMPLE_ESCAPES.items()}

PLAIN_NAN = 0x7FF8000000000000
"""The bits of the NaN that is spelled `nan`; others give their bits."""


class AssemblyCode(StrEnum):
    """The codes of the assembler's diagnostics."""

    TEXT = "P9001"
    """Characters that are no token."""
    WORD = "P9002"
    """No such directive or instruction."""
    OPERAND = "P9003"
    """An operand that is missing, too much, of the wrong kind or out of range."""
    NAME = "P9004"
    """A name that stands for nothing, or for several things."""
    TWICE = "P9005"
    """Something that may be said once was said again."""
    PLACE = "P9006"
    """A line that is only possible inside a function, a class or an interface."""


class AssemblyError(Exception):
    """What is wrong with a part of a line, from `start` to before `end` (offsets in the file)."""

    def __init__(self, code: AssemblyCode, message: str, start: int, end: int, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint
        super().__init__(message)


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    STRING = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark such as `(`, or a string. `text` is as written, but for a string it is the string itself."""

    kind: TokenKind
    text: str
    start: int
    end: int

    def is_mark(self, text: str) -> bool:
        """Whether the token is this mark."""
        return self.kind is TokenKind.MARK and self.text == text

    def is_word(self, text: str) -> bool:
        """Whether the token is this word."""
        return self.kind is TokenKind.WORD and self.text == text


def tokens_of(line: str, offset: int) -> Iterator[Token]:
    """The tokens of a line that starts at `offset` in the file; a comment is none. Raises `AssemblyError`."""
    position = 0
    while position < len(line):
        found = _TOKEN.match(line, position)
        if found is None:
            raise AssemblyError(
                AssemblyCode.TEXT, "the string does not end", offset + position, offset + len(line), 'close it with "'
            )
        start, end = offset + position, offset + found.end()
        position = found.end()
        match found.lastgroup:
            case "string":
                yield Token(TokenKind.STRING, _unquote(found.group(), start), start, end)
            case "mark":
                yield Token(TokenKind.MARK, found.group(), start, end)
            case "word":
                yield Token(TokenKind.WORD, found.group(), start, end)


def _unquote(quoted: str, offset: int) -> str:
    def replace(found: re.Match[str]) -> str:
        digits, letter = found.group(1), found.group(2)
        if digits is not None and int(digits, 16) <= 0x10FFFF:
            return chr(int(digits, 16))
        if letter not in _SIMPLE_ESCAPES:
            start = offset + 1 + found.start()
            hint = r"known are \" \\ \n \r \t and \u{hexadecimal code point}"
            end = start + len(found.group())
            raise AssemblyError(AssemblyCode.TEXT, f"no such escape: {found.group()}", start, end, hint)
        return _SIMPLE_ESCAPES[letter]

    return normalize_text(_ESCAPE.sub(replace, quoted[1:-1]))


def quote(text: str) -> str:
    """The string in quotes, on one line; whatever does not print is escaped."""
    spelled: list[str] = []
    for character in text:
        if character in _ESCAPED:
            spelled.append("\\" + _ESCAPED[character])
        elif character.isprintable():
            spelled.append(character)
        else:
            spelled.append(f"\\u{{{ord(character):x}}}")
    return '"' + "".join(spelled) + '"'


def spell_name(name: str) -> str:
    """The name as it is, or in quotes where it could be read as something else."""
    return name if BARE_NAME.fullmatch(name) else quote(name)


def spell_native_import(name: str) -> str:
    """The name of an import from the host as an operand."""
    return HOST_PREFIX + name if BARE_NAME.fullmatch(name) else quote(HOST_PREFIX + name)


def spell_float(value: float) -> str:
    """The f64 so that `parse_float` gives the same bits."""
    if value != value:
        (bits,) = struct.unpack("<Q", struct.pack("<d", value))
        return "nan" if bits == PLAIN_NAN else f"nan:0x{bits:016x}"
    return repr(value)


def parse_float(text: str) -> float | None:
    """The f64 spelled `text`; None when it is none, or too large to be finite."""
    if text in ("inf", "+inf", "-inf"):
        return float(text)
    bits = PLAIN_NAN if text == "nan" else int(text[4:], 16) if _NAN.fullmatch(text) else None
    if bits is not None:
        (value,) = struct.unpack("<d", struct.pack("<Q", bits))
        return float(value) if value != value else None
    if not _DECIMAL.fullmatch(text):
        return None
    number = float(text)
    return None if number in (float("inf"), float("-inf")) else number
