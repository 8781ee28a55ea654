"""Operators on ints and longs: exact, or they throw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import Held

_INT: Final = {"+": "IADD_EXACT", "-": "ISUB_EXACT", "*": "IMUL_EXACT", "%": "IREM_EXACT"}
_LONG: Final = {"+": "LADD_EXACT", "-": "LSUB_EXACT", "*": "LMUL_EXACT", "&": "LAND", "|": "LOR", "^": "LXOR"}
_DIVISIONS: Final = {"/": ("LDIV", 2), "%": ("LREM", 3)}
"""The instructions, and the numbers by which the library knows these operators (`arithmetic`)."""
_SHIFTS: Final = {"<<": 8, ">>": 9}
_COMPARISONS: Final = {
    "<": ("ILT", "LLT"),
    "<=": ("ILE", "LLE"),
    ">": ("IGT", "LGT"),
    ">=": ("IGE", "LGE"),
    "===": ("IEQ", "LEQ"),
    "==": ("IEQ", "LEQ"),
    "!==": ("INE", "LNE"),
    "!=": ("INE", "LNE"),
}


def operation_kind(code: Code, node: Any) -> Held | None:
    """INT or LONG if an operator computes such a number."""
    return code.program.flows_in(code.table).numbers.operations.get(node)


def apply_typed(
    code: Code, node: Any, operator: str, kind: Held, left: Held, right: Callable[[], Held], operands: tuple[Any, Any]
) -> Held:
    """Write an operator; the left operand is on the stack, `right` writes the other. The nodes of both are given."""
    is_compared = node in code.program.flows_in(code.table).numbers.compared
    computes_float = operator == "*" and kind is Held.INT and not is_compared and _may_be_negative_zero(code, operands)
    held = Held.NUMBER if computes_float else kind
    # What is computed in f64 is checked to be of ints first, if it is not known to be.
    if computes_float and left not in (Held.INT, Held.INTEGER):
        code.convert(left, kind)
        left = kind
    code.convert(left, held)
    with code.temporary(held) as first, code.temporary(held) as second:
        code.store(first)
        other = right()
        if computes_float and other not in (Held.INT, Held.INTEGER):
            code.at(node)
            code.convert(other, kind)
            other = kind
        code.convert(other, held)
        code.store(second)
        code.at(node)
        if computes_float:
            _load(code, first, second)
            code.emit("FMUL")
            code.emit("F64_TO_I32")
        elif kind is Held.INT:
            _load(code, first, second)
            is_safe = operator == "%" and is_compared and _literal(operands[1])
            code.emit("IREM" if is_safe else _INT[operator])
        else:
            _long(code, operator, first, second, operands[1])
    return kind


def _load(code: Code, *locals_: int) -> None:
    for local in locals_:
        code.load(local)


def _literal(node: Any) -> float:
    """The value of an operand that is a literal above 0; 0 for all others."""
    match node:
        case syntax.NumericLiteral(value=value) | syntax.BigIntLiteral(value=value):
            return value
        case _:
            return 0


def _may_be_negative_zero(code: Code, operands: tuple[Any, Any]) -> bool:
    """Whether a product of ints may be -0: not if a factor is above 0, nor if both are the same variable."""
    left, right = operands
    if _literal(left) > 0 or _literal(right) > 0:
        return False
    if not isinstance(left, syntax.Identifier) or not isinstance(right, syntax.Identifier):
        return True
    return code.table.symbol_of(left) is not code.table.symbol_of(right)


def _long(code: Code, operator: str, first: int, second: int, divisor: Any) -> None:
    """Write an operator on the longs in two locals."""
    if operator in _LONG:
        _load(code, first, second)
        code.emit(_LONG[operator])
    elif operator in _DIVISIONS:
        _divide(code, operator, first, second, divisor)
    elif operator == ">>" and 0 < _literal(divisor) < 64:
        _load(code, first, second)
        code.emit("LSHR")
    else:
        _general(code, first, second, _SHIFTS[operator])


def _divide(code: Code, operator: str, first: int, second: int, divisor: Any) -> None:
    """Write a division. By 0 and by -1 the library divides: it knows the error, and the result may be too large."""
    mnemonic, number = _DIVISIONS[operator]
    if _literal(divisor) > 0:
        _load(code, first, second)
        code.emit(mnemonic)
        return
    general, done = code.label(), code.label()
    for special in (0, -1):
        code.load(second)
        code.emit("CONST_I64", special)
        code.emit("LEQ")
        code.jump("JUMP_IF_TRUE", general)
    _load(code, first, second)
    code.emit(mnemonic)
    code.jump("JUMP", done)
    code.place(general)
    _general(code, first, second, number)
    code.place(done)


def _general(code: Code, first: int, second: int, number: int) -> None:
    """Write an operator on longs by that of the library on bigints; what is too large for a long throws."""
    for local in (first, second):
        code.load(local)
        code.convert(Held.LONG, Held.WORD)
    code.emit("CONST_F64", float(number))
    code.library("arithmetic")
    code.convert(Held.WORD, Held.LONG)


def lower_typed_unary(code: Code, node: syntax.Unary, kind: Held) -> Held:
    """`-x`, `~x`."""
    held = code.value(node.operand)
    code.at(node)
    code.convert(held, kind)
    if kind is Held.LONG:
        code.emit("LNEG_EXACT" if node.operator == "-" else "LNOT")
    elif node in code.program.flows_in(code.table).numbers.compared:
        code.emit("INEG_EXACT")
    else:
        code.convert(kind, Held.NUMBER)
        code.emit("FNEG")
        code.emit("F64_TO_I32")
    return kind


def step(code: Code, node: syntax.Update, kind: Held) -> None:
    """Write the int or long on the stack and one more, or one less."""
    code.at(node)
    if kind is Held.LONG:
        code.emit("CONST_I64", 1)
    else:
        code.integer(1)
    operator = "+" if node.operator == "++" else "-"
    code.emit(_LONG[operator] if kind is Held.LONG else _INT[operator])


def lower_typed_comparison(code: Code, node: syntax.Binary) -> Held | None:
    """A comparison of two ints or two longs; None if the operands are something else."""
    if node.operator not in _COMPARISONS:
        return None
    flows = code.program.flows_in(code.table)
    left, right = flows.held(code.table, node.left), flows.held(code.table, node.right)
    kind = left if left in (Held.INT, Held.LONG) else right
    if kind not in (Held.INT, Held.LONG) or not all(
        held is kind or _is_literal(operand, kind) for held, operand in ((left, node.left), (right, node.right))
    ):
        return None
    with code.temporary(kind) as first:
        code.convert(operand_of(code, node.left, kind), kind)
        code.store(first)
        code.convert(operand_of(code, node.right, kind), kind)
        with code.temporary(kind) as second:
            code.store(second)
            _load(code, first, second)
    of_ints, of_longs = _COMPARISONS[node.operator]
    code.emit(of_ints if kind is Held.INT else of_longs)
    return Held.BOOLEAN


def _is_literal(node: Any, kind: Held) -> bool:
    match node:
        case syntax.NumericLiteral(value=value):
            return kind is Held.INT and value.is_integer() and value < 1 << 31
        case syntax.BigIntLiteral(value=value):
            return kind is Held.LONG and value < 1 << 63
        case _:
            return False


def operand_of(code: Code, node: Any, kind: Held) -> Held:
    """Write an operand of an operator on ints or longs; how it is held: literals as what is wanted."""
    match node:
        case syntax.NumericLiteral(value=value) if _is_literal(node, kind):
            code.integer(int(value))
        case syntax.BigIntLiteral(value=value) if _is_literal(node, kind):
            code.emit("CONST_I64", value)
        case _:
            return code.value(node)
    return kind
