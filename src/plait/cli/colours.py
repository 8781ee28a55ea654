"""Colours of messages on a terminal."""

from __future__ import annotations

import os
import re
from typing import Final, TextIO

RED, BLUE, CYAN, BOLD, DIM = "1;31", "34", "36", "1", "2"

_HEAD: Final = re.compile(r"(.+:\d+:\d+: )(error P\d+:)( .*)")
_GUTTER: Final = re.compile(r"( *\d* \| )(.*)")
_CARETS: Final = re.compile(r"\s*\^+")
_HINT: Final = re.compile(r"( +)(= hint:)( .*)")
_END: Final = re.compile(r"(Uncaught|Deadlock:|Stopped at a limit:|plait:)( .*)")


def has_colours(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours, and its user has not said otherwise by NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def coloured(message: str) -> str:
    """A message with colours: what is wrong in red, places in blue, the rest of a trace faint."""
    return "\n".join(map(_coloured_line, message.split("\n")))


def _coloured_line(line: str) -> str:
    if found := _HEAD.fullmatch(line):
        return _paint(BOLD, found[1]) + _paint(RED, found[2]) + _paint(BOLD, found[3])
    if found := _GUTTER.fullmatch(line):
        text = _paint(RED, found[2]) if _CARETS.fullmatch(found[2]) else found[2]
        return _paint(BLUE, found[1]) + text
    if found := _HINT.fullmatch(line):
        return found[1] + _paint(CYAN, found[2]) + found[3]
    if found := _END.fullmatch(line):
        return _paint(RED, found[1]) + found[2]
    return _paint(DIM, line) if line.startswith("    at ") else line


def _paint(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"
