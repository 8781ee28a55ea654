"""Operators: arithmetic, comparison, logic, and the conditions of branches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from plait.bytecode.builder import Label
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.typed_numbers import (
    apply_typed,
    lower_typed_comparison,
    lower_typed_unary,
    operand_of,
    operation_kind,
)
from plait.frontend.next.lower.units import tests_unit
from plait.frontend.next.represent.held import MACHINE, NUMERIC, Held, join

_ARITHMETIC: Final = {"-": "FSUB", "*": "FMUL", "/": "FDIV", "%": "FREM", "**": "FPOW"}
_BITS: Final = {"&": "IAND", "|": "IOR", "^": "IXOR", "<<": "ISHL", ">>": "ISHR", ">>>": "IUSHR"}
_RELATIONS: Final = {
    "<": ("FLT", "STRING_LT", 0),
    "<=": ("FLE", "STRING_LE", 1),
    ">": ("FGT", "STRING_GT", 2),
    ">=": ("FGE", "STRING_GE", 3),
}


def lower_binary(code: Code, node: syntax.Binary) -> Held:
    """An operator between two expressions. A chain of one operator is as deep as it is long."""
    if node.operator in ("&&", "||", "??"):
        return _logical(code, node)
    compared = lower_typed_comparison(code, node)
    if compared is not None:
        return compared
    if node.operator in ("===", "!==", "==", "!="):
        return _equality(code, node)
    if node.operator == "in":
        if not isinstance(node.left, syntax.StringLiteral | syntax.NumericLiteral):
            code.computed_name()
        code.word(node.left)
        code.word(node.right)
        code.at(node)
        code.library("hasProperty")
        return Held.BOOLEAN
    if node.operator == "instanceof":
        code.word(node.left)
        code.word(node.right)
        code.at(node)
        code.library("isInstance")
        return Held.BOOLEAN
    left = code.value(node.left)
    kind = operation_kind(code, node)
    if kind is not None:
        code.at(node)
        right = partial(operand_of, code, node.right, kind)
        return apply_typed(code, node, node.operator, kind, left, right, (node.left, node.right))
    if left is Held.LONG:
        code.convert(left, Held.WORD)
        left = Held.WORD
    if node.operator in _ARITHMETIC or node.operator in _BITS:
        if _is_simple(node.right) and not may_be_bigint(code, node):
            left = _numeric_operand(code, node.operator, left)
        return apply(code, node, node.operator, left, lambda: code.value(node.right))
    return apply(code, node, node.operator, left, lambda: code.value(node.right))


def _is_simple(node: Any) -> bool:
    """Whether evaluating an expression does nothing that anyone could see, so that conversions may come before it."""
    return isinstance(node, syntax.NumericLiteral | syntax.Identifier | syntax.This)


def _numeric_operand(code: Code, operator: str, held: Held) -> Held:
    if held in (Held.INTEGER, Held.INT) and operator in _BITS:
        return held
    if held is Held.LONG:
        code.convert(held, Held.WORD)
        held = Held.WORD
    if held is Held.WORD and code.program.flows_in(code.table).has_bigints:
        code.to_number(held, "toNumberBeside")
    else:
        code.to_number(held)
    return Held.NUMBER


def apply(code: Code, node: Any, operator: str, left: Held, right: Callable[[], Held]) -> Held:
    """Write an operator; the left operand is on the stack, `right` writes the other."""
    if operator == "+":
        return _add(code, node, left, right)
    if operator in _RELATIONS:
        return _relation(code, node, operator, left, right)
    if left is Held.WORD and may_be_bigint(code, node):
        return _words(code, node, operator, right)
    if left in NUMERIC:
        _finish_operand(code, operator, left)
        other = right()
        code.at(node)
        _finish_operand(code, operator, _numeric_operand(code, operator, other))
        return _operate(code, operator)
    with code.temporary(left) as saved:
        code.store(saved)
        other = right()
        with code.temporary(other) as second:
            code.store(second)
            code.at(node)
            code.load(saved)
            _finish_operand(code, operator, _numeric_operand(code, operator, left))
            code.load(second)
            _finish_operand(code, operator, _numeric_operand(code, operator, other))
    return _operate(code, operator)


def may_be_bigint(code: Code, node: Any) -> bool:
    """Whether the result of arithmetic may be a bigint: of two words, in a program that mentions those."""
    flows = code.program.flows_in(code.table)
    return flows.has_bigints and flows.computed(code.table, node) is Held.WORD


def _words(code: Code, node: Any, operator: str, right: Callable[[], Held]) -> Held:
    """Write arithmetic on two words, the first of which is on the stack: on numbers here, else by the library."""
    general, done = code.label(), code.label()
    with code.temporary() as first, code.temporary() as second:
        code.store(first)
        code.convert(right(), Held.WORD)
        code.store(second)
        for local in (first, second):
            code.load(local)
            code.emit("ANY_IS", code.type_index(MACHINE[Held.NUMBER]))
            code.jump("JUMP_IF_FALSE", general)
        for local in (first, second):
            code.load(local)
            code.emit("UNBOX_F64")
            _finish_operand(code, operator, Held.NUMBER)
        code.convert(_operate(code, operator), Held.WORD)
        code.jump("JUMP", done)
        code.place(general)
        code.at(node)
        code.load(first)
        code.load(second)
        code.emit("CONST_F64", float(_WORD_OPERATORS.index(operator)))
        code.library("arithmetic")
        code.place(done)
    return Held.WORD


_WORD_OPERATORS: Final = ("-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>")
"""The numbers by which the library knows operators."""


def _change_word(code: Code, node: Any, mnemonic: str, name: str) -> Held:
    """Write a unary operator on the word on the stack: on numbers by an instruction, else by the library."""
    general, done = code.label(), code.label()
    with code.temporary() as word:
        code.store(word)
        code.load(word)
        code.emit("ANY_IS", code.type_index(MACHINE[Held.NUMBER]))
        code.jump("JUMP_IF_FALSE", general)
        code.load(word)
        code.emit("UNBOX_F64")
        code.emit(mnemonic)
        code.emit("BOX_F64")
        code.jump("JUMP", done)
        code.place(general)
        code.at(node)
        code.load(word)
        code.library(name)
        code.place(done)
    return Held.WORD


def _finish_operand(code: Code, operator: str, held: Held) -> None:
    if operator in _BITS:
        if held is Held.NUMBER:
            code.emit("F64_TO_I32_WRAP")
    else:
        code.convert(held, Held.NUMBER)


def _operate(code: Code, operator: str) -> Held:
    if operator in _ARITHMETIC:
        code.emit(_ARITHMETIC[operator])
        return Held.NUMBER
    code.emit(_BITS[operator])
    if operator != ">>>":
        return Held.INTEGER
    code.emit("U32_TO_F64")
    return Held.NUMBER


def _add(code: Code, node: Any, left: Held, right: Callable[[], Held]) -> Held:
    if left in NUMERIC:
        code.convert(left, Held.NUMBER)
        left = Held.NUMBER
    if left is Held.WORD and code.has_room(1):
        return _add_to_word(code, node, right)
    with code.temporary(left) as saved:
        code.store(saved)
        other = right()
        if other in NUMERIC:
            code.convert(other, Held.NUMBER)
            other = Held.NUMBER
        with code.temporary(other) as second:
            code.store(second)
            return _add_locals(code, node, saved, left, second, other)


def _add_to_word(code: Code, node: Any, right: Callable[[], Held]) -> Held:
    """`+` of the word on the stack and something."""
    other = code.above(1, right)
    if other is not Held.STRING:
        code.convert(other, Held.WORD)
        code.at(node)
        code.native_or_library("dynamic.add", "add")
        return Held.WORD
    with code.temporary(other) as second, code.temporary() as saved:
        code.store(second)
        code.store(saved)
        return _add_locals(code, node, saved, Held.WORD, second, other)


def _add_locals(code: Code, node: Any, saved: int, left: Held, second: int, other: Held) -> Held:
    primitive = (Held.NUMBER, Held.BOOLEAN)
    if left in primitive and other in primitive:
        for local, held in ((saved, left), (second, other)):
            code.load(local)
            code.to_number(held)
        code.emit("FADD")
        return Held.NUMBER
    code.at(node)
    if left is Held.STRING or other is Held.STRING:
        for local, held in ((saved, left), (second, other)):
            code.load(local)
            if held is Held.WORD or held in (Held.LIST, Held.FUNCTION):
                code.convert(held, Held.WORD)
                code.library("toAddedText")
            else:
                code.to_text(held)
        code.emit("STRING_CONCAT")
        return Held.STRING
    return _add_words(code, saved, left, second, other)


def _add_words(code: Code, saved: int, left: Held, second: int, other: Held) -> Held:
    """`+` of words: by the native, or the general code."""
    for local, held in ((saved, left), (second, other)):
        code.load(local)
        code.convert(held, Held.WORD)
    code.native_or_library("dynamic.add", "add")
    return Held.WORD


def _relation(code: Code, node: Any, operator: str, left: Held, right: Callable[[], Held]) -> Held:
    number, string, which = _RELATIONS[operator]
    if left in NUMERIC:
        code.convert(left, Held.NUMBER)
        left = Held.NUMBER
    with code.temporary(left) as saved:
        code.store(saved)
        other = right()
        if other in NUMERIC:
            code.convert(other, Held.NUMBER)
            other = Held.NUMBER
        with code.temporary(other) as second:
            code.store(second)
            if left is other and left in (Held.NUMBER, Held.STRING):
                code.load(saved)
                code.load(second)
                code.emit(number if left is Held.NUMBER else string)
                return Held.BOOLEAN
            general, done = code.label(), code.label()
            pairs = ((saved, left), (second, other))
            if not {left, other} - {Held.NUMBER, Held.WORD}:
                for local, held in pairs:
                    if held is Held.WORD:
                        code.load(local)
                        code.emit("ANY_IS", code.type_index(MACHINE[Held.NUMBER]))
                        code.jump("JUMP_IF_FALSE", general)
                for local, held in pairs:
                    code.load(local)
                    code.convert(held, Held.NUMBER)
                code.emit(number)
                code.jump("JUMP", done)
                code.place(general)
            code.at(node)
            for local, held in pairs:
                code.load(local)
                code.convert(held, Held.WORD)
            code.emit("CONST_F64", float(which))
            code.library("compare")
            code.place(done)
    return Held.BOOLEAN


def _equality(code: Code, node: syntax.Binary) -> Held:
    is_negative = node.operator.startswith("!")
    is_loose = node.operator in ("==", "!=")
    tested = _tested_type(code, node)
    if tested is None and not tests_unit(code, node):
        left = code.value(node.left)
        if left in NUMERIC:
            code.convert(left, Held.NUMBER)
            left = Held.NUMBER
        right = _other_operand(code, node, left, is_loose)
        _compare_equal(code, node, left, right, is_loose)
    if is_negative:
        negate(code)
    return Held.BOOLEAN


def negate(code: Code) -> None:
    """Write the negation of the bool on top."""
    code.emit("BNOT")


def _other_operand(code: Code, node: syntax.Binary, left: Held, is_loose: bool) -> Held:
    """Write the right operand; both are then on the stack, held alike unless they are compared loosely."""
    flows = code.program.flows_in(code.table)
    expected = flows.held(code.table, node.right)
    if expected in NUMERIC:
        expected = Held.NUMBER
    if left is not expected or left in (Held.LIST, Held.FUNCTION):
        code.convert(left, Held.WORD)
        code.word(node.right)
        return Held.WORD
    right = code.value(node.right)
    code.convert(right, left)
    return left


def _compare_equal(code: Code, node: Any, left: Held, right: Held, is_loose: bool) -> None:
    match right:
        case Held.NUMBER:
            code.emit("FEQ")
        case Held.STRING:
            code.emit("STRING_EQ")
        case Held.BOOLEAN:
            code.emit("BEQ")
        case _ if is_loose:
            code.at(node)
            code.library("looseEquals")
        case _:
            code.emit("ANY_EQ")


_TYPE_TESTS: Final = {"number": Held.NUMBER, "string": Held.STRING, "boolean": Held.BOOLEAN}


def _tested_type(code: Code, node: syntax.Binary) -> str | None:
    """`typeof x === "number"` as a test of the word."""
    match node.left, node.right:
        case syntax.Unary(operator="typeof", operand=operand), syntax.StringLiteral(value=name) if name in _TYPE_TESTS:
            if isinstance(operand, syntax.Identifier) and code.table.variable_of(operand) is None:
                return None
            code.word(operand)
            code.emit("ANY_IS", code.type_index(MACHINE[_TYPE_TESTS[name]]))
            return name
        case _:
            return None


# Logic.


def _logical(code: Code, node: syntax.Binary) -> Held:
    flows = code.program.flows_in(code.table)
    wanted = flows.held(code.table, node) or Held.WORD
    if wanted is Held.INTEGER:
        wanted = Held.NUMBER
    return logical(code, node.operator, lambda: code.value(node.left), lambda: code.value(node.right), wanted)


def logical(code: Code, operator: str, left: Callable[[], Held], right: Callable[[], Held], wanted: Held) -> Held:
    """Write `&&`, `||` or `??` of two values, the result held as wanted."""
    done = code.label()
    held = left()
    if operator == "??" and held is not Held.WORD:
        code.convert(held, wanted)
        return wanted
    with code.temporary(held) as saved:
        code.store(saved)
        other = code.label()
        code.load(saved)
        if operator == "??":
            code.emit("ANY_IS_NULL")
            code.jump("JUMP_IF_TRUE", other)
        else:
            code.truth(held)
            code.jump("JUMP_IF_TRUE" if operator == "&&" else "JUMP_IF_FALSE", other)
        code.load(saved)
        code.convert(held, wanted)
        code.jump("JUMP", done)
        code.place(other)
    code.convert(right(), wanted)
    code.place(done)
    return wanted


def lower_conditional(code: Code, node: syntax.Conditional) -> Held:
    """`a ? b : c`."""
    flows = code.program.flows_in(code.table)
    wanted = join(flows.held(code.table, node.when_true), flows.held(code.table, node.when_false)) or Held.WORD
    if wanted is Held.INTEGER:
        wanted = Held.NUMBER
    otherwise, done = code.label(), code.label()
    code.branch(node.condition, otherwise, False)
    code.convert(code.value(node.when_true), wanted)
    code.jump("JUMP", done)
    code.place(otherwise)
    code.convert(code.value(node.when_false), wanted)
    code.place(done)
    return wanted


def lower_unary(code: Code, node: syntax.Unary) -> Held:
    """`-x +x !x ~x void x`."""
    match node.operator:
        case "!":
            code.truth(code.value(node.operand))
            negate(code)
            return Held.BOOLEAN
        case "-" | "~" if (kind := operation_kind(code, node)) is not None:
            return lower_typed_unary(code, node, kind)
        case "-":
            if isinstance(node.operand, syntax.NumericLiteral):
                code.emit("CONST_F64", -node.operand.value)
                return Held.NUMBER
            if may_be_bigint(code, node):
                code.word(node.operand)
                return _change_word(code, node, "FNEG", "negate")
            code.number(node.operand)
            code.emit("FNEG")
            return Held.NUMBER
        case "+":
            code.number(node.operand)
            return Held.NUMBER
        case "~" if may_be_bigint(code, node):
            code.word(node.operand)
            code.at(node)
            code.library("complement")
            return Held.WORD
        case "~":
            held = _numeric_operand(code, "&", code.value(node.operand))
            _finish_operand(code, "&", held)
            code.integer(-1)
            code.emit("IXOR")
            return Held.INTEGER
        case _:
            code.effect(node.operand)
            code.undefined()
            return Held.WORD


# Branches.


def branch_logical(code: Code, node: syntax.Binary, label: Label, sense: bool) -> None:
    """A branch on an operator: `&&` and `||` branch without a value."""
    if node.operator not in ("&&", "||"):
        code.truth(lower_binary(code, node))
        code.jump("JUMP_IF_TRUE" if sense else "JUMP_IF_FALSE", label)
        return
    if (node.operator == "&&") is sense:
        skip = code.label()
        code.branch(node.left, skip, not sense)
        code.branch(node.right, label, sense)
        code.place(skip)
    else:
        code.branch(node.left, label, sense)
        code.branch(node.right, label, sense)


def branch_not(code: Code, node: syntax.Unary, label: Label, sense: bool) -> None:
    """A branch on `!x`."""
    if node.operator == "!":
        code.branch(node.operand, label, not sense)
    else:
        code.truth(code.value(node))
        code.jump("JUMP_IF_TRUE" if sense else "JUMP_IF_FALSE", label)
