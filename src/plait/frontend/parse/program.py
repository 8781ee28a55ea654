"""A whole file: syntax errors first, then the tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.parse.modules import parse_export
from plait.frontend.parse.reader import Reader, children
from plait.frontend.parse.statements import parse_statement
from plait.source import SourceFile, Span


@cache
def _language() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


def parse_program(file: SourceFile, diagnostics: Diagnostics) -> syntax.Program | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    root = Parser(_language()).parse(file.text.encode(errors="surrogatepass")).root_node
    reader = Reader(file, diagnostics)
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
    return syntax.Program(reader.span(root), tuple(statements))


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
