"""Reporting what is wrong with a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.source import SourceFile, Span

_BLANK: Final = re.compile(r"(?:\s|//[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Faults:
    """Where to report, and the text, which says what the tree does not: escapes, brackets, commas."""

    file: SourceFile
    diagnostics: Diagnostics

    def report(self, node: syntax.Node, message: str, hint: str = "", code: Code = Code.SYNTAX) -> None:
        """Report something about a node."""
        self.diagnostics.report(code, Span(self.file, node.start, node.end), message, hint)

    def text(self, node: syntax.Node) -> str:
        """The node as it is written."""
        return self.file.text[node.start : node.end]

    def is_in_brackets(self, node: syntax.Node) -> bool:
        """Whether something opens directly before an expression; its own parentheses, if it may stand without."""
        text = self.file.text
        at = len(text[: node.start].rstrip())
        while at > 0 and text[at - 1] != "(":
            line = text.rfind("\n", 0, at) + 1
            comment = text.rfind("/*", 0, at) if text.endswith("*/", 0, at) else text.find("//", line, at)
            if comment < 0:
                return False
            at = len(text[:comment].rstrip())
        return at > 0

    def next_character(self, position: int) -> str:
        """The first character behind a position that is no blank and in no comment; empty at the end."""
        blank = _BLANK.match(self.file.text, position)
        end = position if blank is None else blank.end()
        return self.file.text[end : end + 1]
