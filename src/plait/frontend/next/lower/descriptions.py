"""How messages name expressions, as V8 does: it prints what it has read of them."""

from __future__ import annotations

import re
from math import isinf
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code

INTERMEDIATE: Final = "(intermediate value)"
_NEGATED: Final = {"!==": "===", "!=": "=="}
_CHAINED: Final = frozenset(("+", "*", "&", "|", "^", "&&", "||", "??", "-", "/", "%", "<<", ">>", ">>>"))
_TRANSPARENT: Final = (syntax.As, syntax.AsConst, syntax.Satisfies, syntax.NonNull, syntax.Instantiation)


def describe(code: Code, node: Any) -> str:
    """How a message names an expression. In a chain of calls each is named, with all those before it."""
    known = code.program.descriptions
    found = known.get(node)
    if found is None:
        found = known[node] = _describe(code, node)
    return found


def _describe(code: Code, node: Any) -> str:
    match node:
        case syntax.Identifier(name=name):
            return name
        case syntax.This():
            return "this"
        case syntax.StringLiteral(value=value):
            return f'"{value}"'
        case syntax.NumericLiteral(value=value):
            return _number(value)
        case syntax.BooleanLiteral() | syntax.NullLiteral() | syntax.RegularExpressionLiteral():
            return code.table.bound.file.text[node.start : node.end]
        case syntax.PropertyAccess() | syntax.ElementAccess():
            return _member(code, node)
        case syntax.Call(callee=callee):
            return f"{describe(code, callee)}(...)"
        case syntax.TaggedTemplate(tag=tag):
            return f"{describe(code, tag)}(...)"
        case syntax.TemplateExpression(insertions=insertions):
            return "".join(describe(code, item) for item in insertions)
        case syntax.ArrayLiteral(elements=elements):
            return f"[{','.join(_element(code, item) for item in elements)}]"
        case syntax.ObjectLiteral(members=members):
            return "{" + INTERMEDIATE * len(members) + "}"
        case syntax.Conditional():
            return INTERMEDIATE * 3
        case _:
            return _operation(code, node)


def _operation(code: Code, node: Any) -> str:
    match node:
        case syntax.Unary(operator="-", operand=syntax.NumericLiteral(value=value)):
            return _number(-value)
        case syntax.Unary(operator=operator, operand=operand):
            space = " " if operator.isalpha() else ""
            return f"({operator}{space}{describe(code, operand)})"
        case syntax.Update(operator=operator, operand=operand):
            text = describe(code, operand)
            return f"({operator}{text})" if node.is_prefix else f"({text}{operator})"
        case syntax.Binary():
            return _binary(code, node)
        case syntax.Assignment(target=target):
            return describe(code, target)
        case syntax.Sequence():
            return f"({' , '.join(_sequence(code, node))})"
        case _ if isinstance(node, _TRANSPARENT):
            return describe(code, node.expression)
        case _:
            return INTERMEDIATE


def _number(value: float) -> str:
    """A number as JavaScript shows it."""
    if isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return re.sub(r"e([+-]?)0*(\d)", lambda found: f"e{found[1] or '+'}{found[2]}", repr(value)).replace(".0e", "e")


def _element(code: Code, node: Any) -> str:
    if node is None:
        return INTERMEDIATE
    if isinstance(node, syntax.Spread):
        return f"(...{describe(code, node.expression)})"
    return describe(code, node)


def _member(code: Code, node: syntax.PropertyAccess | syntax.ElementAccess) -> str:
    object_ = INTERMEDIATE if isinstance(node.object, syntax.Super) else describe(code, node.object)
    question = "?." if node.is_optional else ""
    if isinstance(node, syntax.PropertyAccess):
        if isinstance(node.name, syntax.PrivateName):
            return f"{object_}{question}[{node.name.name}]"
        return f"{object_}{question or '.'}{node.name.name}"
    if isinstance(node.index, syntax.StringLiteral):
        return f"{object_}{question or '.'}{node.index.value}"
    return f"{object_}{question}[{describe(code, node.index)}]"


def _binary(code: Code, node: syntax.Binary) -> str:
    operator = node.operator
    if operator in _NEGATED:
        return f"(!({describe(code, node.left)} {_NEGATED[operator]} {describe(code, node.right)}))"
    operands = [node.right]
    left = node.left
    while operator in _CHAINED and isinstance(left, syntax.Binary) and left.operator == operator:
        operands.append(left.right)
        left = left.left
    operands.append(left)
    return f"({f' {operator} '.join(describe(code, item) for item in reversed(operands))})"


def _sequence(code: Code, node: Any) -> list[str]:
    operands: list[str] = []
    while isinstance(node, syntax.Sequence):
        operands.append(describe(code, node.right))
        node = node.left
    return [describe(code, node), *reversed(operands)]


def _plain(node: Any) -> Any:
    while isinstance(node, _TRANSPARENT):
        node = node.expression
    return node


def _returning(code: Code, node: Any) -> str:
    """How a message names a call whose result is no iterable."""
    while isinstance(node, syntax.Call | syntax.New):
        node = _plain(node.callee)
    return f"{describe(code, node)} is not a function or its return value"


def describe_spread(code: Code, node: Any) -> str:
    """How a message names what is spread in an array."""
    node = _plain(node)
    return _returning(code, node) if isinstance(node, syntax.Call | syntax.New) else describe(code, node)


def describe_iterable(code: Code, node: Any) -> str:
    """How a message names what a loop goes over; empty if by its value."""
    node = _plain(node)
    match node:
        case syntax.Binary(operator="&&" | "||" | "??") | syntax.Conditional():
            return ""
        case syntax.ObjectLiteral(members=members) if members:
            return ""
        case _:
            return describe_spread(code, node)


def describe_taken(code: Code, node: Any) -> str:
    """How a message names what an array pattern takes apart in a declaration; empty if by its value."""
    node = _plain(node)
    literals = syntax.StringLiteral | syntax.NumericLiteral | syntax.BooleanLiteral | syntax.NullLiteral
    is_named = isinstance(node, syntax.Identifier | syntax.This | literals | syntax.Call | syntax.New)
    return (
        describe_spread(code, node) if is_named or (isinstance(node, syntax.ObjectLiteral) and not node.members) else ""
    )
