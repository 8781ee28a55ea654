"""What every part of the parser needs: text and spans of tree-sitter nodes, and the place to report to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Final

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.compilation import TooMuchError, current
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.words import words
from plait.source import SourceFile, Span

MAX_NESTING: Final = 1000

RESERVED: Final = words(
    "arguments await break case catch class const continue debugger default delete do else enum eval "
    "export extends false finally for function if implements import in instanceof interface let new null "
    "package private protected public return static super switch this throw true try typeof undefined "
    "var void while with yield"
)


class Reader:
    """Reads nodes of one file. tree-sitter counts bytes of UTF-8; spans count characters.

    `refused_types` are names of types whose declaration was refused.
    """

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.refused_types: list[syntax.Identifier] = []
        self._offsets: dict[int, int] | None = None
        self._depth = 0
        self._compilation = current()
        if not file.text.isascii():
            starts = accumulate((len(character.encode(errors="surrogatepass")) for character in file.text), initial=0)
            self._offsets = {byte: character for character, byte in enumerate(starts)}

    def offset(self, byte: int) -> int:
        """The character offset of a byte offset."""
        return byte if self._offsets is None else self._offsets.get(byte, len(self.file.text))

    def span(self, node: Node) -> Span:
        """The span of a node."""
        return Span(self.file, self.offset(node.start_byte), self.offset(node.end_byte))

    def text(self, node: Node) -> str:
        """The text of a node."""
        return self.file.text[self.offset(node.start_byte) : self.offset(node.end_byte)]

    def report(self, code: Code, node: Node, message: str, hint: str = "") -> None:
        """Report something about a node."""
        self.diagnostics.report(code, self.span(node), message, hint)

    @contextmanager
    def nested(self, node: Node, levels: int = 1) -> Iterator[None]:
        """Levels of nesting. Raises `TooMuchError` beyond the limit."""
        self._depth += levels
        span = self.span(node)
        self._compilation.enter(span)
        self._compilation.spend(levels)
        if self._depth > MAX_NESTING:
            raise TooMuchError(
                Code.NESTING,
                span,
                f"the program is nested more than {MAX_NESTING} deep",
                "split the expression or the function",
            )
        try:
            yield
        finally:
            self._compilation.leave()
            self._depth -= levels


def field(node: Node, name: str) -> Node:
    """The child in a field that the grammar guarantees."""
    child = node.child_by_field_name(name)
    if child is None:
        raise AssertionError(f"{node.type} without {name}")
    return child


def children(node: Node) -> list[Node]:
    """The named children, without comments."""
    return [child for child in node.named_children if child.type != "comment"]
