"""A whole file: syntax errors first, then the tree, built from the leaves up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Tree

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.parse import classes, expressions, functions, modules, names, statements, types
from plait.frontend.next.parse.parts import Builder, Part, Parts, Source
from plait.source import SourceFile

MAX_NESTING: Final = 2000
"""How deep the grammar's tree may be."""

_BUILDERS: Final[dict[str, Builder]] = {
    **names.BUILDERS,
    **types.BUILDERS,
    **functions.BUILDERS,
    **expressions.BUILDERS,
    **classes.BUILDERS,
    **statements.BUILDERS,
    **modules.BUILDERS,
    "program": lambda parts: syntax.Module(
        parts.start, parts.end, tuple([value for value in parts.values() if value is not None])
    ),
}

_EXTRAS: Final = frozenset({"comment", "html_comment", "hash_bang_line"})


@cache
def _language() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


def parse_module(file: SourceFile, diagnostics: Diagnostics) -> syntax.Module | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    tree = Parser(_language()).parse(file.text.encode(errors="surrogatepass"))
    source = Source(file, diagnostics)
    if tree.root_node.has_error:
        for node in _errors(tree.root_node):
            _report_error(source, node)
        return None
    module = _build(source, tree)
    for found in source.bad_escapes.values():
        for at, message in found:
            source.report(Code.ESCAPE, at, at + 2, message)
    return module


def _build(source: Source, tree: Tree) -> syntax.Module | None:
    """Fold the tree from its leaves: a builder gets what the builders of the parts gave."""
    cursor = tree.walk()
    offset = source.offset
    above: list[list[Part]] = []
    items: list[Part]
    while True:
        if cursor.goto_first_child():
            above.append([])
            if len(above) > MAX_NESTING:
                node = cursor.node
                assert node is not None
                at = offset(node.start_byte)
                message = f"the program is nested more than {MAX_NESTING} deep"
                source.report(Code.NESTING, at, at + 1, message, "split the expression or the function")
                return None
            continue
        items = []
        while True:
            node = cursor.node
            assert node is not None
            kind = node.type
            start, end = offset(node.start_byte), offset(node.end_byte)
            value: Any = None
            if kind not in _EXTRAS:
                builder = _BUILDERS.get(kind) if node.is_named else None
                if builder is not None:
                    if kind in classes.IN_CLASS_BODY and _is_in_class(node):
                        builder = classes.IN_CLASS_BODY[kind]
                    value = builder(Parts(source, kind, start, end, items))
                if not above:
                    module: syntax.Module = value
                    return module
                above[-1].append(Part(kind, cursor.field_name, start, end, value))
            if cursor.goto_next_sibling():
                break
            cursor.goto_parent()
            items = above.pop()


def _is_in_class(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "class_body"


def _errors(root: Node) -> Iterator[Node]:
    """The outermost nodes that the grammar could not make sense of, in the order of the text."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            pending.extend(reversed(node.children))


def _report_error(source: Source, node: Node) -> None:
    start, end = source.offset(node.start_byte), source.offset(node.end_byte)
    if node.is_missing:
        source.report(Code.SYNTAX, start, min(start + 1, len(source.text)), f"`{node.type}` is missing here")
        return
    text = source.text[start:end].split("\n")[0].strip()
    shown = text if len(text) <= 30 else text[:27] + "..."
    source.report(
        Code.SYNTAX,
        start,
        start + max(1, len(text)),
        f"syntax error at `{shown}`",
        "look here and just before for something missing or superfluous",
    )
