"""Conditions: straight to jumps, and as values."""

from __future__ import annotations

from typing import Final

from plait.bytecode.builder import Label
from plait.frontend.check import typed
from plait.frontend.check.types import NULL, TEXT, UNDEFINED, UNKNOWN, Type, is_numeric, members_of
from plait.frontend.lower.code import Code
from plait.frontend.lower.conversion import convert_top
from plait.frontend.lower.numbers import emit_as, emit_compared
from plait.frontend.syntax import BinaryOperator, LogicalOperator
from plait.isa.value_types import ANY, BOOL, F64, I32, STRING, ObjectType, ValueType, is_reference

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
        case typed.Compare(operator=BinaryOperator.GREATER_EQUAL | BinaryOperator.LESS_EQUAL) if _are_strings(
            code, node
        ):
            _emit_string_less(code, node)
            code.jump("JUMP_IF_FALSE" if when else "JUMP_IF_TRUE", label)
        case typed.Compare(operator=BinaryOperator.NOT_EQUAL) if _are_strings(code, node):
            _emit_string_equal(code, node)
            code.jump("JUMP_IF_FALSE" if when else "JUMP_IF_TRUE", label)
        case _:
            code.emit_value(code, node)
            code.jump("JUMP_IF_TRUE" if when else "JUMP_IF_FALSE", label)


def _are_strings(code: Code, node: typed.Compare) -> bool:
    """Whether two strings are compared, none of which may be missing."""
    return node.left.type is TEXT and node.right.type is TEXT


def emit_truthy(code: Code, type_: Type, found: ValueType) -> None:
    """Whether the top of the stack counts as true."""
    if found is F64:
        code.emit("FABS")
        code.emit("CONST_F64", 0.0)
        code.emit("FGT")
    elif found is I32:
        code.emit("CONST_I32", 0)
        code.emit("INE")
    elif found is STRING and type_ is TEXT:
        code.emit("STRING_LENGTH")
        code.emit("CONST_I32", 0)
        code.emit("INE")
    elif found is STRING:
        code.emit("BOX_REF")
        code.emit("ANY_TRUTHY")
    elif found is ANY:
        code.emit("ANY_TRUTHY")
    elif is_reference(found):
        code.emit("IS_NULL")
        code.emit("BNOT")
    elif found is not BOOL:
        raise AssertionError(f"a condition of type {found}")


def emit_logical(code: Code, node: typed.Logical) -> None:
    """`left && right` as a value."""
    found = code.held(node)
    end = code.label()
    emit_as(code, node.left, found)
    code.emit("DUP")
    emit_truthy(code, node.type, found)
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
    if _are_strings(code, node):
        if node.operator in (BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL):
            _emit_string_equal(code, node)
        else:
            _emit_string_less(code, node)
        if node.operator in (BinaryOperator.NOT_EQUAL, BinaryOperator.LESS_EQUAL, BinaryOperator.GREATER_EQUAL):
            code.emit("BNOT")
    elif not (is_numeric(node.left.type) and is_numeric(node.right.type)) and not (left is BOOL and right is BOOL):
        _emit_same(code, node, left, right)
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


def _emit_same(code: Code, node: typed.Compare, left: ValueType, right: ValueType) -> None:
    """`===` of references, by identity, or of values that may be of several types."""
    is_equal = node.operator is BinaryOperator.EQUAL
    are_objects = is_reference(left) and is_reference(right) and left is not STRING and right is not STRING
    shared = _shared_type(code, left, right) if are_objects else None
    if shared is not None and _mean_alike(node.left.type, node.right.type):
        for value, held_as in ((node.left, left), (node.right, right)):
            code.emit_value(code, value)
            if held_as != shared:
                code.emit("UPCAST", code.type_index(shared))
        code.emit("REF_EQ" if is_equal else "REF_NE")
        return
    code.emit_value(code, node.left)
    convert_top(code, node.left.type, left, UNKNOWN, ANY)
    code.emit_value(code, node.right)
    convert_top(code, node.right.type, right, UNKNOWN, ANY)
    code.emit("ANY_EQ")
    if not is_equal:
        code.emit("BNOT")


def _shared_type(code: Code, left: ValueType, right: ValueType) -> ValueType | None:
    """The one of two types of references that values of both have, if it is plain that they do."""
    if left == right:
        return left
    if isinstance(left, ObjectType) and isinstance(right, ObjectType):
        if code.tables.objects.inherits(left.class_id, right.class_id):
            return right
        if code.tables.objects.inherits(right.class_id, left.class_id):
            return left
    return None


def _mean_alike(left: Type, right: Type) -> bool:
    """Whether the null reference means the same in both types, or cannot be in one of them."""
    return not (UNDEFINED in members_of(left) and NULL in members_of(right)) and not (
        NULL in members_of(left) and UNDEFINED in members_of(right)
    )


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
