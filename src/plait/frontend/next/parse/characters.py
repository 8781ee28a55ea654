"""Which characters names are made of (ECMA-262, 12.7)."""

from __future__ import annotations

import unicodedata
from typing import Final

_STARTS: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Cn"})
"""Categories of what a name may begin with. What is not assigned yet may be a letter of a newer version of Unicode."""

_CONTINUES: Final = frozenset({"Mn", "Mc", "Nd", "Pc"})
_OTHER_STARTS: Final = frozenset("$_\u1885\u1886\u2118\u212e\u309b\u309c")
_OTHERS: Final = frozenset("\u00b7\u0387\u19da\u200c\u200d\u30fb\uff65") | {chr(code) for code in range(0x1369, 0x1372)}
_NEVER: Final = frozenset("\u2e2f")
"""A letter that is kept for the syntax of patterns."""


def is_name(text: str) -> bool:
    """Whether a text is a name of JavaScript, a reserved word or not."""
    return bool(text) and _starts_name(text[0]) and all(map(is_part_of_name, text[1:]))


def _starts_name(character: str) -> bool:
    is_letter = unicodedata.category(character) in _STARTS and character not in _NEVER
    return is_letter or character in _OTHER_STARTS


def is_part_of_name(character: str) -> bool:
    """Whether a character may stand in a name behind its first."""
    return _starts_name(character) or unicodedata.category(character) in _CONTINUES or character in _OTHERS
