"""The operators and operands of an expression, in the order of the text, without the grammar's idea of their grouping.

The grammar lets `!` and `as` behind an operand reach over what stands before it, and knows no rule for a unary
operator before `**`. What it finds for certain are the tokens: so its nodes are dissolved into these, as deep as no
bracket separates them.
"""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.parts import Part, Parts
from plait.frontend.words import words

_DISSOLVED: Final = words(
    "assignment_expression augmented_assignment_expression as_expression await_expression binary_expression "
    "call_expression instantiation_expression member_expression new_expression non_null_expression "
    "satisfies_expression sequence_expression subscript_expression ternary_expression type_assertion "
    "unary_expression update_expression yield_expression"
)


class Tokens:
    """The tokens of an expression.

    A token is a leaf of the grammar (an operator, a bracket of an index) or something built: an operand, an index, a
    list of arguments, a type. An arrow function whose body is an expression is a token without its body, whose
    tokens follow it.
    """

    __slots__ = ("parts",)

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts


def are_dissolved(kind: str, items: list[Part]) -> bool:
    """Whether a node of a kind with these parts becomes tokens."""
    if kind == "arrow_function":
        return items[-1].kind != "statement_block"
    if kind not in _DISSOLVED:
        return False
    declares = items[0].kind == "using" or isinstance(items[-1].value, syntax.VariableStatement)
    return not declares


def dissolve(parts: Parts) -> Tokens:
    """The tokens of a node that is dissolved; what the grammar put into brackets is built already."""
    items = parts.items
    if parts.kind == "arrow_function":
        *head, body = items
        made = Parts(parts.source, parts.kind, parts.start, head[-1].end, head)
        return Tokens([Part("arrow_function", None, parts.start, head[-1].end, made), *_spread(body)])
    first = items[0].value
    if isinstance(first, Tokens):
        tokens = first.parts
        items = items[1:]
    else:
        tokens = []
    for item in items:
        tokens.extend(_spread(item))
    return Tokens(tokens)


def _spread(item: Part) -> list[Part]:
    return item.value.parts if isinstance(item.value, Tokens) else [item]
