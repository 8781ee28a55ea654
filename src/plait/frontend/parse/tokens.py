"""The operators and operands of an expression, in the order of the text, without the grammar's idea of their grouping.

The grammar lets `!` and `as` behind an operand reach over what stands before it, knows no rule for a unary operator
before `**`, and takes anything for the target of an assignment. What it finds for certain are the tokens: so its
nodes are dissolved into these, as deep as no bracket separates them.
"""

from __future__ import annotations

from typing import Final

from tree_sitter import Node

from plait.frontend.words import words

DISSOLVED: Final = words(
    "assignment_expression augmented_assignment_expression as_expression await_expression binary_expression "
    "call_expression instantiation_expression member_expression new_expression non_null_expression "
    "satisfies_expression sequence_expression subscript_expression ternary_expression unary_expression "
    "update_expression"
)
_LAST_IS_WHOLE: Final = words("as_expression satisfies_expression member_expression")
"""Nodes whose last child is no operand of an operator: a type, or the name of a member."""


def tokens_of(root: Node) -> tuple[list[Node], int]:
    """The tokens of an expression, and how many nodes were dissolved into them: no tree of them is deeper.

    A token is a leaf of the grammar (an operator, a bracket of an index) or a node that stays whole: an operand, an
    index, a list of arguments, a type, or an arrow function, whose body of tokens follows it if it has no block.
    """
    tokens: list[Node] = []
    count = 0
    pending = [(root, False)]
    while pending:
        node, is_whole = pending.pop()
        kind = node.type
        if is_whole or (kind not in DISSOLVED and kind != "arrow_function"):
            if kind != "comment":
                tokens.append(node)
            continue
        count += 1
        if kind == "arrow_function":
            tokens.append(node)
            body = node.child_by_field_name("body")
            if body is not None and body.type != "statement_block":
                pending.append((body, False))
            continue
        parts = node.children
        if kind == "subscript_expression":
            index = node.child_by_field_name("index")
            pending.extend((part, part == index) for part in reversed(parts))
        else:
            last = parts[-1] if kind in _LAST_IS_WHOLE else None
            pending.extend((part, part is last) for part in reversed(parts))
    return tokens, count
