"""Constant expressions of enums: their values at compile time."""

from __future__ import annotations

import math
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.declarations import enum_type
from plait.frontend.next.check.references import symbol_of
from plait.frontend.next.check.state import State
from plait.frontend.next.numbers import number_text
from plait.frontend.next.types.model import Literal

Value = str | float | None


def constant_value(c: State, node: Any) -> Value:
    """The value of a constant expression; None if it is computed."""
    match node:
        case syntax.NumericLiteral(value=number):
            return number
        case syntax.StringLiteral(value=text):
            return text
        case syntax.TemplateExpression():
            return _template(c, node)
        case syntax.Unary(operator=operator, operand=operand):
            return _unary(operator, constant_value(c, operand))
        case syntax.Binary(operator=operator, left=left, right=right):
            return _binary(operator, constant_value(c, left), constant_value(c, right))
        case syntax.Identifier() | syntax.PropertyAccess():
            return _name(c, node)
        case _:
            return None


def _template(c: State, node: syntax.TemplateExpression) -> Value:
    result = node.texts[0]
    for insertion, text in zip(node.insertions, node.texts[1:], strict=True):
        value = constant_value(c, insertion)
        if value is None:
            return None
        result += (value if isinstance(value, str) else number_text(value)) + text
    return result


def _unary(operator: str, value: Value) -> Value:
    if not isinstance(value, float):
        return None
    match operator:
        case "-":
            return -value
        case "+":
            return value
        case "~":
            return float(~_int32(value))
        case _:
            return None


def _int32(value: float) -> int:
    if not math.isfinite(value):
        return 0
    wrapped = int(value) & 0xFFFFFFFF
    return wrapped - (1 << 32) if wrapped >= 1 << 31 else wrapped


def _binary(operator: str, left: Value, right: Value) -> Value:
    if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
        if left is None or right is None:
            return None
        return "".join(value if isinstance(value, str) else number_text(value) for value in (left, right))
    if not isinstance(left, float) or not isinstance(right, float):
        return None
    try:
        match operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right if right else None
            case "%":
                return math.fmod(left, right) if right else None
            case "**":
                power = left**right
                return power if isinstance(power, float) else None
            case "|":
                return float(_int32(left) | _int32(right))
            case "&":
                return float(_int32(left) & _int32(right))
            case "^":
                return float(_int32(left) ^ _int32(right))
            case "<<":
                return float(_int32(float(_int32(left) << (_int32(right) & 31))))
            case ">>":
                return float(_int32(left) >> (_int32(right) & 31))
            case ">>>":
                return float((_int32(left) & 0xFFFFFFFF) >> (_int32(right) & 31))
            case _:
                return None
    except (OverflowError, ZeroDivisionError):
        return None


def _name(c: State, node: Any) -> Value:
    """Another member of an enum, or a constant."""
    if isinstance(node, syntax.PropertyAccess):
        owner = symbol_of(c, node.object) if isinstance(node.object, syntax.Identifier) else None
        symbol = None if owner is None else owner.exports.get(node.name.name)
    else:
        symbol = symbol_of(c, node)
    if symbol is None:
        return None
    if symbol.flags & SymbolFlags.ENUM_MEMBER and symbol.parent is not None:
        if symbol not in c.symbol_types and symbol.parent not in c.enums_in_progress:
            enum_type(c, symbol.parent)
        type = c.symbol_types.get(symbol)
        found: Value = None
        if (isinstance(type, Literal) and isinstance(type.value, str)) or (
            isinstance(type, Literal) and isinstance(type.value, float)
        ):
            found = type.value
        return found
    if symbol.flags & SymbolFlags.CONSTANT and symbol.declarations:
        declaration = symbol.declarations[0]
        if isinstance(declaration, syntax.VariableDeclarator) and declaration.value is not None:
            return constant_value(c, declaration.value)
    return None
