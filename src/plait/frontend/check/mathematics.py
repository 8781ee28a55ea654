"""`Math`: constants and functions."""

from __future__ import annotations

import math
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.array_parts import array_of_parts, check_part
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.library_arguments import as_word
from plait.frontend.check.prelude import call_prelude, native
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import BOOLEAN, INT, INVALID, NUMBER, has_invalid
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator

CONSTANTS: Final = {
    "PI": math.pi,
    "E": math.e,
    "LN2": 0.6931471805599453,
    "LN10": 2.302585092994046,
    "LOG2E": 1.4426950408889634,
    "LOG10E": 0.4342944819032518,
    "SQRT2": 1.4142135623730951,
    "SQRT1_2": 0.7071067811865476,
}

_RANGED: Final = {function.value: function for function in typed.MathFunction}
_INSTRUCTIONS: Final = {"pow": ("FPOW", 2), "sign": ("FSIGN", 1)}
_NATIVES: Final = {
    **dict.fromkeys(("exp", "log", "log2", "log10", "cbrt", "sin", "cos", "tan", "asin", "acos", "atan"), 1),
    **dict.fromkeys(("log1p", "expm1", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "fround"), 1),
    "atan2": 2,
}
_EXTREMES: Final = {"max": -math.inf, "min": math.inf}
_FUNCTIONS: Final = {
    **{name: 2 if function is typed.MathFunction.IMUL else 1 for name, function in _RANGED.items()},
    **{name: count for name, (_, count) in _INSTRUCTIONS.items()},
    **_NATIVES,
    "clz32": 1,
}
"""How many arguments each function takes; those that take any number are not among them."""
NAMES: Final = frozenset([*_FUNCTIONS, *_EXTREMES, "hypot"])


def parameter_count(name: str) -> int | None:
    """How many numbers a function takes; None for one that takes any number, or that is not there."""
    return _FUNCTIONS.get(name)


def check_math(context: Context, node: syntax.Call, name: str, check: Check) -> typed.Expression:
    """`Math.name(arguments)`."""
    values = [check_part(context, argument, NUMBER, check) for argument in node.arguments]
    if name not in NAMES:
        hint = f"there are Math.{', Math.'.join(sorted(NAMES))}"
        if name == "random":
            hint = "a program gets nothing from outside that the host does not give it: import a function of the host"
        return context.invalid(Code.LIBRARY, node.callee.span, f"`Math.{name}` is not supported yet", hint)
    count = _FUNCTIONS.get(name)
    if count is None:
        return _of_any_number(context, node, name, values)
    if len(values) != count:
        message = f"`Math.{name}` takes {count} argument{'s' * (count > 1)}, not {len(values)}"
        return context.invalid(Code.ARGUMENT_COUNT, node.span, message)
    for argument in node.arguments:
        if isinstance(argument, syntax.Spread):
            return context.invalid(
                Code.ARGUMENT_COUNT, argument.span, "elements cannot be spread here", "pass them one by one"
            )
    numbers = tuple(assign(context, value, NUMBER) for value in values)
    if any(has_invalid(value.type) for value in numbers):
        return typed.Invalid(node.span, INVALID)
    return _computed(context, node, name, numbers)


def _computed(context: Context, node: syntax.Call, name: str, values: tuple[typed.Expression, ...]) -> typed.Expression:
    span = node.span
    if name in _RANGED:
        return typed.MathCall(span, NUMBER, _RANGED[name], values)
    if name in _INSTRUCTIONS:
        return typed.Machine(span, NUMBER, (_INSTRUCTIONS[name][0],), values)
    if name == "clz32":
        return typed.ToNumber(span, NUMBER, native(span, "math.clz32", INT, as_word(values[0])))
    return native(span, f"math.{name}", NUMBER, *values)


def _of_any_number(context: Context, node: syntax.Call, name: str, values: list[typed.Expression]) -> typed.Expression:
    span = node.span
    if name == "hypot" or any(isinstance(argument, syntax.Spread) for argument in node.arguments):
        if any(has_invalid(value.type) for value in values):
            return typed.Invalid(span, INVALID)
        array = array_of_parts(context, span, NUMBER, node.arguments, values)
        return call_prelude(context, span, name, NUMBER, (array,))
    numbers = [assign(context, value, NUMBER) for value in values]
    if any(has_invalid(value.type) for value in numbers):
        return typed.Invalid(span, INVALID)
    if not numbers:
        return typed.Constant(span, NUMBER, _EXTREMES[name])
    if len(numbers) > 1 and all(map(context.fits_int, numbers)):
        return _extreme_int(context, node, name, numbers)
    result = numbers[0]
    for number in numbers[1:]:
        result = typed.Machine(span, NUMBER, ("FMAX" if name == "max" else "FMIN",), (result, number))
    return result


def _extreme_int(context: Context, node: syntax.Call, name: str, numbers: list[typed.Expression]) -> typed.Expression:
    """Of numbers that certainly are ints the largest or smallest is one, too."""
    steps = Steps(context, node.span)
    held = [steps.hold(convert(number, NUMBER)) for number in numbers]
    operator = BinaryOperator.GREATER if name == "max" else BinaryOperator.LESS
    result = held[0]
    for number in held[1:]:
        test = typed.Compare(node.span, BOOLEAN, operator, number, result)
        result = steps.hold(typed.Choose(node.span, NUMBER, test, number, result))
    return steps.result(result)
