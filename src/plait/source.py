"""Source files, spans in them, and diagnostics that show the offending line with a caret and a hint."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A named text. Positions in it are character offsets; lines and columns count from 1."""

    name: str
    text: str
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts.extend(offset + 1 for offset, character in enumerate(self.text) if character == "\n")
        object.__setattr__(self, "line_starts", tuple(starts))

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1), without its line break."""
        start = self.line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of character offsets in a source file."""

    file: SourceFile
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.file.locate(self.start)[0]

    @property
    def column(self) -> int:
        return self.file.locate(self.start)[1]


LONGEST_LINE: Final = 400
"""How many characters of a line a diagnostic shows."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong with a program. `code` is stable ("P2001"); `hint` says what to do."""

    code: str
    message: str
    span: Span
    hint: str = ""

    def render(self) -> str:
        """`file:line:column: error P…: message`, the source line, a caret line, and the hint."""
        line, column = self.span.file.locate(self.span.start)
        text = self.span.file.line_text(line)
        shown = column
        if len(text) > LONGEST_LINE:
            first = max(0, min(column - LONGEST_LINE // 2, len(text) - LONGEST_LINE))
            text = text[first : first + LONGEST_LINE]
            shown = column - first
        width = max(1, min(self.span.end - self.span.start, len(text) - shown + 1))
        gutter = f"{line:>5} | "
        indent = "".join("\t" if character == "\t" else " " for character in text[: shown - 1])
        rendered = [
            f"{self.span.file.name}:{line}:{column}: error {self.code}: {self.message}",
            gutter + text,
            " " * (len(gutter) - 2) + "| " + indent + "^" * width,
        ]
        if self.hint:
            rendered.append(" " * (len(gutter) - 2) + "= hint: " + self.hint)
        return "\n".join(rendered)
