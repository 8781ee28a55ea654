"""A whole file: syntax errors first, then the tree, built from the leaves up."""

from __future__ import annotations

from typing import Any, Final

from tree_sitter import Node, Tree

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.parse import classes, expressions, functions, modules, names, statements, types
from plait.frontend.next.parse.operators import group
from plait.frontend.next.parse.parts import Builder, Part, Parts, Source
from plait.frontend.next.parse.tokens import Tokens, are_dissolved, dissolve
from plait.frontend.parse.grammar import SyntaxFault, errors, fault_of, grammar_tree, hidden_in_code
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
"""What may stand anywhere."""


def parse_module(file: SourceFile, diagnostics: Diagnostics) -> syntax.Module | None:
    """The tree of a file; None when its text is not TypeScript (which is reported)."""
    tree, mended = grammar_tree(file.text)
    source = Source(file, diagnostics, set() if mended is None else mended.blanked)
    if tree.root_node.has_error:
        for node in errors(tree.root_node):
            _report(source, fault_of(node, file.text, source.offset(node.start_byte), source.offset(node.end_byte)))
        return None
    module = _build(source, tree)
    for found in source.bad_escapes.values():
        for at, message in found:
            source.report(Code.ESCAPE, at, at + 2, message)
    for fault in hidden_in_code(tree.root_node, file.text, source.hidden):
        _report(source, fault)
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
            if kind == "%" and source.text[start] != "%":
                kind = source.text[start]  # Hidden from the grammar, which would take it for something else.
            if kind == "html_comment":
                source.report(Code.SYNTAX, start, end, "this is no comment", "comments begin with `//` or `/*`")
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


def _report(source: Source, fault: SyntaxFault) -> None:
    source.report(Code.SYNTAX, fault.start, fault.end, fault.message, fault.hint)
