"""What a builder gets: the parts of a tree-sitter node, already built, and the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, Final, TypeAlias

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.source import SourceFile, Span

_LINE_END: Final = re.compile("[\n\r\u2028\u2029]")


def has_line_end(text: str) -> bool:
    """Whether a line ends in a text (ECMA-262, 12.3)."""
    return _LINE_END.search(text) is not None


class Part:
    """A child of a node: its kind and field in the grammar, its range, and what was built from it (None for
    punctuation).
    """

    __slots__ = ("end", "field", "kind", "start", "value")

    def __init__(self, kind: str, field: str | None, start: int, end: int, value: Any) -> None:
        self.kind = kind
        self.field = field
        self.start = start
        self.end = end
        self.value = value


class Parts:
    """The parts of one node, without comments. `start` and `end` are the node's own range."""

    __slots__ = ("end", "items", "kind", "source", "start")

    def __init__(self, source: Source, kind: str, start: int, end: int, items: list[Part]) -> None:
        self.source = source
        self.kind = kind
        self.start = start
        self.end = end
        self.items = items

    def part(self, field: str) -> Part | None:
        """The first part in a field."""
        for item in self.items:
            if item.field == field:
                return item
        return None

    def get(self, field: str) -> Any:
        """What was built from the part in a field; None where there is none."""
        for item in self.items:
            if item.field == field:
                return item.value
        return None

    def all(self, field: str) -> tuple[Any, ...]:
        """What was built from all parts in a field."""
        return tuple([item.value for item in self.items if item.field == field and item.value is not None])

    def has(self, kind: str) -> bool:
        """Whether a part is of a kind."""
        return any(item.kind == kind for item in self.items)

    def of(self, kind: str) -> Any:
        """What was built from the first part of a kind; None where there is none."""
        for item in self.items:
            if item.kind == kind:
                return item.value
        return None

    def values(self) -> tuple[Any, ...]:
        """All that was built."""
        return tuple([item.value for item in self.items if item.value is not None])

    def first(self) -> Any:
        """The first that was built."""
        for item in self.items:
            if item.value is not None:
                return item.value
        return None

    def separated(self) -> Iterator[Any]:
        """What was built between commas; None where nothing stands before a comma."""
        is_open = True
        for item in self.items:
            if item.kind == ",":
                if is_open:
                    yield None
                is_open = True
            elif item.value is not None:
                is_open = False
                yield item.value

    @property
    def text(self) -> str:
        """The source text of the node."""
        return self.source.text[self.start : self.end]

    def report(self, code: Code, message: str, hint: str = "") -> None:
        """Report something about the node."""
        self.source.report(code, self.start, self.end, message, hint)


class Source:
    """The text of a file, and where to report. Positions are character offsets; tree-sitter counts bytes of UTF-8.

    `raw_templates` keeps the raw texts of templates by their start, for tags; `bad_escapes` what is wrong in
    templates that turn out to have no tag; `hidden` the offsets of what the grammar was not shown and that was not
    found in its place yet.
    """

    def __init__(self, file: SourceFile, diagnostics: Diagnostics, hidden: set[int]) -> None:
        self.file = file
        self.text = file.text
        self.diagnostics = diagnostics
        self.hidden = hidden
        self.raw_templates: dict[int, tuple[tuple[str | None, ...], tuple[str, ...]]] = {}
        self.bad_escapes: dict[int, list[tuple[int, str]]] = {}
        self._offsets: dict[int, int] | None = None
        if not file.text.isascii():
            starts = accumulate((len(character.encode(errors="surrogatepass")) for character in file.text), initial=0)
            self._offsets = {byte: character for character, byte in enumerate(starts)}

    def offset(self, byte: int) -> int:
        """The character offset of a byte offset."""
        return byte if self._offsets is None else self._offsets.get(byte, len(self.text))

    def accept_hidden(self, start: int, end: int) -> bool:
        """Whether something in a range was hidden from the grammar; it may stand there."""
        found = [at for at in range(start, end) if at in self.hidden]
        self.hidden.difference_update(found)
        return bool(found)

    def accept_variance(self, start: int) -> None:
        """Words `in` and `out` that were hidden from the grammar may stand before a type parameter."""
        end = start
        while end > 0:
            if self.text[end - 1].isspace():
                end -= 1
                continue
            length = 2 if self.text.endswith("in", 0, end) else 3
            if end - length not in self.hidden:
                return
            end -= length
            self.hidden.discard(end)

    def report(self, code: Code, start: int, end: int, message: str, hint: str = "") -> None:
        """Report something about a range of the text."""
        self.diagnostics.report(code, Span(self.file, start, end), message, hint)


Builder: TypeAlias = Callable[[Parts], Any]
"""Makes a syntax node, or a part of one, of the parts of a tree-sitter node."""
