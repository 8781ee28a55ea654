"""Comments that suppress errors: `@ts-ignore`, `@ts-expect-error`, `@ts-nocheck`."""

from __future__ import annotations

import re
from typing import Final

_COMMENT: Final = re.compile(r"^\s*(?://+|/\*+|\*)\s*@ts-(ignore|expect-error|nocheck)\b", re.MULTILINE)
_ONLY_COMMENT: Final = re.compile(r"^\s*(?://.*|\*.*|/\*.*\*/\s*)?$")
_INLINE: Final = re.compile(r"/\*+\s*@ts-(?:ignore|expect-error)\b")


def suppressed_lines(text: str) -> frozenset[int] | None:
    """The lines (from 1) in which errors do not count; None if none counts in the whole file."""
    if "@ts-" not in text:
        return frozenset()
    lines = text.split("\n")
    found: set[int] = set()
    for number, line in enumerate(lines, 1):
        match = _COMMENT.match(line)
        if match is None and not _INLINE.search(line):
            continue
        if match is not None and match[1] == "nocheck":
            return None
        following = number
        while following < len(lines) and _ONLY_COMMENT.match(lines[following]):
            following += 1
        found.add(following + 1)
    return frozenset(found)
