"""A whole file: syntax errors first, then the tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.parse.mend import Mended, mend
from plait.frontend.parse.modules import parse_export
from plait.frontend.parse.reader import Reader, children
from plait.frontend.parse.statements import parse_statement
from plait.frontend.words import words
from plait.source import SourceFile, Span

_TEXTS = words("string string_fragment template_string comment regex regex_pattern")
"""Nodes whose text is not code."""


@cache
def _language() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


def parse_program(file: SourceFile, diagnostics: Diagnostics) -> syntax.Program | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    root = _parse(file.text)
    mended = None
    if root.has_error:
        mended = mend(file.text)
        root = _parse(mended.text)
    reader = Reader(file, diagnostics, mended)
    if root.has_error:
        for node in _errors(root):
            _report_error(reader, node)
        return None
    statements: list[syntax.Statement] = []
    for node in children(root):
        if node.type == "hash_bang_line":
            continue
        if node.type == "html_comment":
            reader.report(Code.SYNTAX, node, "HTML comments are not allowed", "write `//`")
            continue
        parse = parse_export if node.type == "export_statement" else parse_statement
        statements.append(parse(reader, node))
    if reader.refused_types:
        statements.append(syntax.BadStatement(reader.span(root), tuple(reader.refused_types)))
    if mended is not None and not diagnostics.found:
        _report_blanked(reader, root, mended)
    return syntax.Program(reader.span(root), tuple(statements))


def _parse(text: str) -> Node:
    return Parser(_language()).parse(text.encode(errors="surrogatepass")).root_node


def _report_blanked(reader: Reader, root: Node, mended: Mended) -> None:
    """Report what was hidden from the grammar and found in no place where it may stand, but not what is text.

    Parameters of types are refused, so `in` and `out` before them never come to this.
    """
    for start in sorted(mended.blanked):
        byte = len(reader.file.text[:start].encode(errors="surrogatepass"))
        node = root.descendant_for_byte_range(byte, byte + 1)
        if node is None or node.type not in _TEXTS:
            span = Span(reader.file, start, start + 2)
            reader.diagnostics.report(Code.SYNTAX, span, "syntax error", "leave this out")


def _errors(root: Node) -> Iterator[Node]:
    """The outermost nodes that the grammar could not make sense of, in the order of the text."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            pending.extend(reversed(node.children))


def _report_error(reader: Reader, node: Node) -> None:
    span = reader.span(node)
    if node.is_missing:
        at = Span(reader.file, span.start, min(span.start + 1, len(reader.file.text)))
        reader.diagnostics.report(Code.SYNTAX, at, f"`{node.type}` is missing here")
        return
    text = reader.text(node).split("\n")[0].strip()
    shown = text if len(text) <= 30 else text[:27] + "..."
    end = span.start + max(1, len(text))
    reader.diagnostics.report(
        Code.SYNTAX,
        Span(reader.file, span.start, end),
        f"syntax error at `{shown}`",
        "look here and just before for something missing or superfluous",
    )
