"""A whole file: syntax errors first, then the tree."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.parse.grammar import SyntaxFault, errors, fault_of, grammar_tree, hidden_in_code
from plait.frontend.parse.modules import parse_export
from plait.frontend.parse.reader import Reader, children
from plait.frontend.parse.statements import parse_statement
from plait.source import SourceFile, Span


def parse_program(file: SourceFile, diagnostics: Diagnostics) -> syntax.Program | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    tree, mended = grammar_tree(file.text)
    root = tree.root_node
    reader = Reader(file, diagnostics, mended)
    if root.has_error:
        for node in errors(root):
            span = reader.span(node)
            _report(reader, fault_of(node, file.text, span.start, span.end))
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
        # Parameters of types are refused, so `in` and `out` before them never come to this.
        for fault in hidden_in_code(root, file.text, mended.blanked):
            _report(reader, fault)
    return syntax.Program(reader.span(root), tuple(statements))


def _report(reader: Reader, fault: SyntaxFault) -> None:
    span = Span(reader.file, fault.start, fault.end)
    reader.diagnostics.report(Code.SYNTAX, span, fault.message, fault.hint)
