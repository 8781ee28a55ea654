"""Arithmetic: in i32 where the result is certainly the same, exactly where the type is int, else in f64."""

from __future__ import annotations

from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.bounds import Range, arithmetic_range
from plait.frontend.check.operators import to_int32
from plait.frontend.check.types import INT
from plait.frontend.lower.code import Code
from plait.frontend.syntax import BinaryOperator
from plait.isa.value_types import F64, I32, ValueType

_FLOAT: Final = {
    BinaryOperator.ADD: "FADD",
    BinaryOperator.SUBTRACT: "FSUB",
    BinaryOperator.MULTIPLY: "FMUL",
    BinaryOperator.DIVIDE: "FDIV",
    BinaryOperator.REMAINDER: "FREM",
    BinaryOperator.POWER: "FPOW",
}
_WRAPPING: Final = {
    BinaryOperator.ADD: "IADD",
    BinaryOperator.SUBTRACT: "ISUB",
    BinaryOperator.MULTIPLY: "IMUL",
    BinaryOperator.REMAINDER: "IREM",
}
_EXACT: Final = {
    BinaryOperator.ADD: "IADD_EXACT",
    BinaryOperator.SUBTRACT: "ISUB_EXACT",
    BinaryOperator.MULTIPLY: "IMUL_EXACT",
    BinaryOperator.REMAINDER: "IREM_EXACT",
}
_BITWISE: Final = {
    BinaryOperator.AND: "IAND",
    BinaryOperator.OR: "IOR",
    BinaryOperator.XOR: "IXOR",
    BinaryOperator.SHIFT_LEFT: "ISHL",
    BinaryOperator.SHIFT_RIGHT: "ISHR",
    BinaryOperator.SHIFT_RIGHT_UNSIGNED: "IUSHR",
}
_MATH: Final = {
    typed.MathFunction.SQRT: "FSQRT",
    typed.MathFunction.FLOOR: "FFLOOR",
    typed.MathFunction.CEIL: "FCEIL",
    typed.MathFunction.ABS: "FABS",
    typed.MathFunction.TRUNC: "FTRUNC",
    typed.MathFunction.ROUND: "FROUND",
}
_EXACT_LIMIT: Final = 2**53


def emit_as(code: Code, expression: typed.Expression, wanted: ValueType) -> None:
    """The value, held as `wanted`: an i32 becomes an f64 where that is asked for."""
    if isinstance(expression, typed.Constant) and isinstance(expression.value, float) and wanted is F64:
        code.emit("CONST_F64", expression.value)
        return
    found = code.held(expression)
    if found is wanted is I32 or found is not I32:
        if found != wanted:
            raise AssertionError(f"{found} where {wanted} is wanted")
        code.emit_value(code, expression)
        return
    code.emit_value(code, expression)
    code.emit("I32_TO_F64")


def emit_constant(code: Code, expression: typed.Constant, value: float) -> None:
    """A number: as i32 if it has a range."""
    if code.held(expression) is I32:
        code.emit("CONST_I32", int(value))
    else:
        code.emit("CONST_F64", value)


def emit_arithmetic(code: Code, node: typed.Arithmetic) -> None:
    """`left operator right`."""
    if code.held(node) is F64:
        emit_as(code, node.left, F64)
        emit_as(code, node.right, F64)
        code.emit(_FLOAT[node.operator])
        return
    a, b = code.ranges.of(node.left), code.ranges.of(node.right)
    is_certain = a is not None and b is not None and arithmetic_range(node.operator, a, b) is not None
    if not is_certain and node.operator is BinaryOperator.MULTIPLY and _may_give_negative_zero(node, a, b):
        # Exact also about -0, which no int can hold.
        emit_as(code, node.left, F64)
        emit_as(code, node.right, F64)
        code.emit("FMUL")
        code.at(node.span)
        code.emit("F64_TO_I32")
        return
    emit_as(code, node.left, I32)
    emit_as(code, node.right, I32)
    code.at(node.span)
    code.emit((_WRAPPING if is_certain else _EXACT)[node.operator])


def _may_give_negative_zero(node: typed.Arithmetic, a: Range | None, b: Range | None) -> bool:
    match node.left, node.right:
        case typed.Read(variable=left), typed.Read(variable=right) if left is right:
            return False
    return a is None or b is None or (a.has_zero and b.low < 0) or (b.has_zero and a.low < 0)


def emit_compared(code: Code, node: typed.Expression) -> None:
    """An operand of a comparison of ints: whether a zero is -0 makes no difference there."""
    match node:
        case typed.Arithmetic(operator=BinaryOperator.REMAINDER, left=left, right=right) if code.held(node) is I32:
            divisor = code.ranges.of(right)
            emit_as(code, left, I32)
            emit_as(code, right, I32)
            code.at(node.span)
            is_safe = divisor is not None and not divisor.has_zero
            code.emit("IREM" if is_safe else "IREM_EXACT")
        case typed.Arithmetic(operator=BinaryOperator.MULTIPLY, left=left, right=right) if code.held(node) is I32:
            emit_as(code, left, I32)
            emit_as(code, right, I32)
            code.at(node.span)
            code.emit("IMUL_EXACT")
        case typed.Negate(operand=operand) if code.held(node) is I32:
            emit_as(code, operand, I32)
            code.at(node.span)
            code.emit("INEG_EXACT")
        case _:
            emit_as(code, node, I32)


def emit_negate(code: Code, node: typed.Negate) -> None:
    """`-operand`."""
    if code.held(node) is F64:
        emit_as(code, node.operand, F64)
        code.emit("FNEG")
        return
    operand = code.ranges.of(node.operand)
    if operand is not None and not operand.has_zero:
        emit_as(code, node.operand, I32)
        code.at(node.span)
        code.emit("INEG_EXACT")
        return
    emit_as(code, node.operand, F64)
    code.emit("FNEG")
    code.at(node.span)
    code.emit("F64_TO_I32")


def emit_bitwise(code: Code, node: typed.Bitwise) -> None:
    """A bitwise operation."""
    emit_int32(code, node.left)
    match node:
        case typed.Bitwise(operator=BinaryOperator.OR, right=typed.Constant(value=0.0)):
            return
    emit_int32(code, node.right)
    code.emit(_BITWISE[node.operator])
    if code.held(node) is F64:
        end = code.label()
        code.emit("I32_TO_F64")
        code.emit("DUP")
        code.emit("CONST_F64", 0.0)
        code.emit("FLT")
        code.jump("JUMP_IF_FALSE", end)
        code.emit("CONST_F64", 2.0**32)
        code.emit("FADD")
        code.place(end)


def emit_int32(code: Code, node: typed.Expression) -> None:
    """The value modulo 2^32, as the bitwise operators take it: sums and products wrap instead of throwing."""
    match node:
        case typed.Constant(value=float() as value):
            code.emit("CONST_I32", to_int32(value))
        case typed.ToNumber(operand=operand):
            emit_int32(code, operand)
        case typed.MathCall(function=typed.MathFunction.TRUNC, arguments=(argument,)):
            emit_int32(code, argument)
        case typed.Arithmetic():
            _emit_wrapped(code, node)
        case typed.Negate(operand=operand) if _bounds(code, operand) is not None:
            emit_int32(code, operand)
            code.emit("INEG")
        case typed.Negate(operand=operand) if node.type is INT:
            _emit_float(code, operand)
            code.emit("FNEG")
            code.emit("F64_TO_I32_WRAP")
        case typed.Bitwise(operator=BinaryOperator.SHIFT_RIGHT_UNSIGNED, left=left, right=right):
            emit_int32(code, left)
            emit_int32(code, right)
            code.emit("IUSHR")
        case _:
            code.emit_value(code, node)
            if code.held(node) is F64:
                code.emit("F64_TO_I32_WRAP")


def _emit_wrapped(code: Code, node: typed.Arithmetic) -> None:
    if _bounds(code, node) is not None:
        emit_int32(code, node.left)
        emit_int32(code, node.right)
        code.emit(_WRAPPING[node.operator])
        return
    divisor = code.ranges.of(node.right)
    is_whole = code.ranges.of(node.left) is not None and divisor is not None and not divisor.has_zero
    if is_whole and node.operator in (BinaryOperator.DIVIDE, BinaryOperator.REMAINDER):
        emit_as(code, node.left, I32)
        emit_as(code, node.right, I32)
        code.emit("IDIV" if node.operator is BinaryOperator.DIVIDE else "IREM")
        return
    _emit_float(code, node)
    code.emit("F64_TO_I32_WRAP")


def _emit_float(code: Code, node: typed.Expression) -> None:
    """The value as JavaScript computes it, in f64 throughout, whether or not its type is int."""
    match node:
        case typed.Arithmetic():
            _emit_float(code, node.left)
            _emit_float(code, node.right)
            code.emit(_FLOAT[node.operator])
        case typed.Negate():
            _emit_float(code, node.operand)
            code.emit("FNEG")
        case typed.ToNumber():
            _emit_float(code, node.operand)
        case _:
            emit_as(code, node, F64)


def _bounds(code: Code, node: typed.Expression) -> tuple[int, int] | None:
    """Bounds of a value that certainly is an integer and exact in f64, maybe beyond i32."""
    if not isinstance(node, typed.Arithmetic):
        found = code.ranges.of(node)
        if found is not None:
            return found.low, found.high
        match node:
            case typed.Bitwise(operator=BinaryOperator.SHIFT_RIGHT_UNSIGNED):
                return 0, 2**32 - 1
            case typed.ToNumber(operand=operand):
                return _bounds(code, operand)
        return None
    if node in code.bounds:
        return code.bounds[node]
    a, b = _bounds(code, node.left), _bounds(code, node.right)
    result: tuple[int, int] | None = None
    if a is not None and b is not None:
        match node.operator:
            case BinaryOperator.ADD:
                result = a[0] + b[0], a[1] + b[1]
            case BinaryOperator.SUBTRACT:
                result = a[0] - b[1], a[1] - b[0]
            case BinaryOperator.MULTIPLY:
                products = [x * y for x in a for y in b]
                result = min(products), max(products)
            case _:
                pass
    if result is not None and max(map(abs, result)) > _EXACT_LIMIT:
        result = None
    code.bounds[node] = result
    return result


def emit_index(code: Code, index: typed.Expression) -> None:
    """An index of an array, as i32."""
    code.emit_value(code, index)
    if code.held(index) is F64:
        code.at(index.span)
        code.emit("F64_TO_INDEX")


def emit_math(code: Code, node: typed.MathCall) -> None:
    """A function of `Math`."""
    if node.function is typed.MathFunction.IMUL:
        emit_int32(code, node.arguments[0])
        emit_int32(code, node.arguments[1])
        code.emit("IMUL")
        return
    (argument,) = node.arguments
    found = code.ranges.of(argument)
    if code.held(node) is F64:
        emit_as(code, argument, F64)
        code.emit(_MATH[node.function])
        return
    if node.function is typed.MathFunction.ABS and found is not None and found.low < 0:
        emit_as(code, argument, F64)
        code.emit("FABS")
        code.emit("F64_TO_I32")
        return
    emit_as(code, argument, I32)
