"""Conditions: straight to jumps, and as values."""

from __future__ import annotations

from typing import Final

from plait.bytecode.builder import Label
from plait.frontend.check import typed
from plait.frontend.lower.code import Code
from plait.frontend.lower.numbers import emit_as, emit_compared
from plait.frontend.syntax import BinaryOperator, LogicalOperator
from plait.isa.value_types import BOOL, F64, I32, STRING, ValueType

_INTEGER: Final = {
    BinaryOperator.LESS: "ILT",
    BinaryOperator.LESS_EQUAL: "ILE",
    BinaryOperator.GREATER: "IGT",
    BinaryOperator.GREATER_EQUAL: "IGE",
    BinaryOperator.EQUAL: "IEQ",
    BinaryOperator.NOT_EQUAL: "INE",
}
_FLOAT: Final = {
    BinaryOperator.LESS: "FLT",
    BinaryOperator.LESS_EQUAL: "FLE",
    BinaryOperator.GREATER: "FGT",
    BinaryOperator.GREATER_EQUAL: "FGE",
    BinaryOperator.EQUAL: "FEQ",
    BinaryOperator.NOT_EQUAL: "FNE",
}


def emit_branch(code: Code, node: typed.Expression, label: Label, when: bool) -> None:
    """Jump to the label if the condition has the outcome `when`, else go on."""
    match node:
        case typed.Constant(value=bool() as value):
            if value is when:
                code.jump("JUMP", label)
        case typed.Not(operand=operand):
            emit_branch(code, operand, label, not when)
        case typed.Logical(operator=operator, left=left, right=right):
            decisive = operator is LogicalOperator.OR
            if decisive is when:
                emit_branch(code, left, label, when)
                emit_branch(code, right, label, when)
            else:
                past = code.label()
                emit_branch(code, left, past, decisive)
                emit_branch(code, right, label, when)
                code.place(past)
        case typed.IsError(operand=operand, class_name="Error"):
            if not isinstance(operand, typed.Read):
                code.emit_value(code, operand)
                code.emit("POP")
            if when:
                code.jump("JUMP", label)
        case typed.Compare(operator=BinaryOperator.GREATER_EQUAL | BinaryOperator.LESS_EQUAL) if (
            code.held(node.left) is STRING
        ):
            _emit_string_less(code, node)
            code.jump("JUMP_IF_FALSE" if when else "JUMP_IF_TRUE", label)
        case typed.Compare(operator=BinaryOperator.NOT_EQUAL) if code.held(node.left) is STRING:
            _emit_string_equal(code, node)
            code.jump("JUMP_IF_FALSE" if when else "JUMP_IF_TRUE", label)
        case _:
            code.emit_value(code, node)
            code.jump("JUMP_IF_TRUE" if when else "JUMP_IF_FALSE", label)


def emit_truthy(code: Code, found: ValueType) -> None:
    """Whether the top of the stack counts as true."""
    if found is F64:
        code.emit("FABS")
        code.emit("CONST_F64", 0.0)
        code.emit("FGT")
    elif found is I32:
        code.emit("CONST_I32", 0)
        code.emit("INE")
    elif found is STRING:
        code.emit("STRING_LENGTH")
        code.emit("CONST_I32", 0)
        code.emit("INE")
    elif found is not BOOL:
        raise AssertionError(f"a condition of type {found}")


def emit_logical(code: Code, node: typed.Logical) -> None:
    """`left && right` as a value."""
    found = code.held(node)
    end = code.label()
    emit_as(code, node.left, found)
    code.emit("DUP")
    emit_truthy(code, found)
    code.jump("JUMP_IF_FALSE" if node.operator is LogicalOperator.AND else "JUMP_IF_TRUE", end)
    code.emit("POP")
    emit_as(code, node.right, found)
    code.place(end)


def emit_choice(code: Code, node: typed.Choose) -> None:
    """`condition ? then : otherwise`."""
    found = code.held(node)
    otherwise, end = code.label(), code.label()
    emit_branch(code, node.condition, otherwise, when=False)
    emit_as(code, node.then, found)
    code.jump("JUMP", end)
    code.place(otherwise)
    emit_as(code, node.otherwise, found)
    code.place(end)


def emit_comparison(code: Code, node: typed.Compare) -> None:
    """A comparison as a boolean."""
    left, right = code.held(node.left), code.held(node.right)
    if left is STRING:
        if node.operator in (BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL):
            _emit_string_equal(code, node)
        else:
            _emit_string_less(code, node)
        if node.operator in (BinaryOperator.NOT_EQUAL, BinaryOperator.LESS_EQUAL, BinaryOperator.GREATER_EQUAL):
            code.emit("BNOT")
    elif left is BOOL:
        code.emit_value(code, node.left)
        code.emit_value(code, node.right)
        code.emit("BEQ" if node.operator is BinaryOperator.EQUAL else "BNE")
    elif left is I32 and right is I32:
        emit_compared(code, node.left)
        emit_compared(code, node.right)
        code.emit(_INTEGER[node.operator])
    else:
        emit_as(code, node.left, F64)
        emit_as(code, node.right, F64)
        code.emit(_FLOAT[node.operator])


def _emit_string_equal(code: Code, node: typed.Compare) -> None:
    code.emit_value(code, node.left)
    code.emit_value(code, node.right)
    code.emit("STRING_EQ")


def _emit_string_less(code: Code, node: typed.Compare) -> None:
    """`a < b` for `<` and `>=`, `b < a` for `>` and `<=`; the left operand is computed first in any case."""
    code.emit_value(code, node.left)
    if node.operator in (BinaryOperator.LESS, BinaryOperator.GREATER_EQUAL):
        code.emit_value(code, node.right)
    else:
        with code.temporary(STRING) as left:
            code.emit("STORE_LOCAL", left)
            code.emit_value(code, node.right)
            code.emit("LOAD_LOCAL", left)
    code.emit("STRING_LT")
