"""A whole file: syntax errors first, then the tree."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.parse.grammar import grammar_tree, has_refused_form
from plait.frontend.parse.modules import parse_export
from plait.frontend.parse.reader import Reader, children
from plait.frontend.parse.statements import parse_statement
from plait.source import SourceFile, Span


def parse_program(file: SourceFile, diagnostics: Diagnostics) -> syntax.Program | None:
    """The tree of a file; None when the grammar cannot read its text for certain, or, if one diagnostic is enough, when
    a form in it is refused (which is reported).
    """
    tree = grammar_tree(file.text)
    if tree is None:
        message = "the grammar of the first front end may not read this as TypeScript does"
        diagnostics.report(Code.GRAMMAR, Span(file, 0, min(1, len(file.text))), message)
        return None
    if diagnostics.one_is_enough and has_refused_form(tree):
        message = "the first front end does not know a form that is used here"
        diagnostics.report(Code.GRAMMAR, Span(file, 0, min(1, len(file.text))), message)
        return None
    root = tree.root_node
    reader = Reader(file, diagnostics)
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
