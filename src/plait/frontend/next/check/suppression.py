"""Comments that suppress errors: `@ts-ignore`, `@ts-expect-error`, `@ts-nocheck`."""

from __future__ import annotations

import re
from typing import Final

_NO_CHECK: Final = re.compile(r"^\s*(?://+|/\*+|\*)\s*@ts-nocheck\b", re.MULTILINE)
_COMMENT: Final = re.compile(r"^\s*(?://+|/\*+|\*)\s*@ts-(?:ignore|expect-error)\b")
_INLINE: Final = re.compile(r"(?://+|/\*+)\s*@ts-(?:ignore|expect-error)\b")
_ONLY_COMMENT: Final = re.compile(r"^\s*(?://.*|\*.*|/\*.*\*/\s*)?$")


def suppressed_lines(text: str) -> frozenset[int] | None:
    """The lines (from 1) in which errors do not count; None if none counts in the whole file."""
    if "@ts-" not in text:
        return frozenset()
    if _NO_CHECK.search(text):
        return None
    lines = text.split("\n")
    found: set[int] = set()
    for number, line in enumerate(lines, 1):
        if _COMMENT.match(line) is None and _INLINE.search(line) is None:
            continue
        following = number
        while following < len(lines) and _ONLY_COMMENT.match(lines[following]):
            following += 1
        found.add(following + 1)
    return frozenset(found)
