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
from plait.frontend.next.parse.operators import group
from plait.frontend.next.parse.parts import Builder, Part, Parts, Source
from plait.frontend.next.parse.tokens import Tokens, are_dissolved, dissolve
from plait.frontend.parse.mend import Mended, mend
from plait.frontend.words import words
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

_TEXTS: Final = words("string string_fragment template_string comment regex regex_pattern")
"""Nodes whose text is not code."""

_EXTRAS: Final = frozenset({"comment", "html_comment", "hash_bang_line"})


@cache
def _language() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


def parse_module(file: SourceFile, diagnostics: Diagnostics) -> syntax.Module | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    tree = _parse(file.text)
    mended = Mended(file.text)
    if tree.root_node.has_error:
        mended = mend(file.text)
        tree = _parse(mended.text)
    source = Source(file, diagnostics, mended.blanked)
    if tree.root_node.has_error:
        for node in _errors(tree.root_node):
            _report_error(source, node)
        return None
    module = _build(source, tree)
    for found in source.bad_escapes.values():
        for at, message in found:
            source.report(Code.ESCAPE, at, at + 2, message)
    _report_hidden(source, tree.root_node)
    return module


def _parse(text: str) -> Tree:
    return Parser(_language()).parse(text.encode(errors="surrogatepass"))


def _report_hidden(source: Source, root: Node) -> None:
    """Report what was hidden from the grammar and found in no place where it may stand, but not what is text."""
    for start in sorted(source.hidden):
        byte = len(source.text[:start].encode(errors="surrogatepass"))
        node = root.descendant_for_byte_range(byte, byte + 1)
        if node is None or node.type not in _TEXTS:
            source.report(Code.SYNTAX, start, start + 2, "syntax error", "leave this out")


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
            if kind == ">" and source.text[start] == "<":
                kind = "<"  # Hidden from the grammar, which would take it for the start of type arguments.
            if kind not in _EXTRAS:
                value: Any = None
                if are_dissolved(kind, items):
                    if kind == "subscript_expression":
                        _group(source, [item for item in items if item.field == "index"])
                    value = dissolve(Parts(source, kind, start, end, items))
                elif node.is_named:
                    value = _built(node, kind, Parts(source, kind, start, end, items))
                if not above:
                    module: syntax.Module = value
                    return module
                above[-1].append(Part(kind, cursor.field_name, start, end, value))
            if cursor.goto_next_sibling():
                break
            cursor.goto_parent()
            items = above.pop()


def _built(node: Node, kind: str, parts: Parts) -> Any:
    """What the builder of a kind makes of the parts; None if it has none."""
    builder = _BUILDERS.get(kind)
    if builder is None:
        return None
    _group(parts.source, parts.items)
    if kind in classes.IN_CLASS_BODY and _is_in_class(node):
        builder = classes.IN_CLASS_BODY[kind]
    return builder(parts)


def _group(source: Source, items: list[Part]) -> None:
    """Make expressions of those parts that are tokens."""
    for item in items:
        if isinstance(item.value, Tokens):
            item.value = group(source, item.value)


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
