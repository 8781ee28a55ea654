"""Numbers: `Number` and its kin, and the methods of numbers."""

from __future__ import annotations

import math
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import convert, unknown
from plait.frontend.check.library_arguments import Arguments, as_index, as_word
from plait.frontend.check.prelude import call_prelude, native
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    NULL,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    Simple,
    Type,
    has_invalid,
    is_numeric,
    members_of,
    plain,
)
from plait.frontend.codes import Code
from plait.source import Span

CONSTANTS: Final = {
    "MAX_SAFE_INTEGER": 2.0**53 - 1,
    "MIN_SAFE_INTEGER": 1 - 2.0**53,
    "EPSILON": 2.0**-52,
    "MAX_VALUE": (2.0 - 2.0**-52) * 2.0**1023,
    "MIN_VALUE": 5e-324,
    "POSITIVE_INFINITY": math.inf,
    "NEGATIVE_INFINITY": -math.inf,
    "NaN": math.nan,
}

_TESTS: Final = ("isNaN", "isFinite", "isInteger", "isSafeInteger")
GLOBAL_FUNCTIONS: Final = ("isNaN", "isFinite", "parseInt", "parseFloat")
"""Functions that have a name of their own, beside the one in `Number`."""

PARAMETERS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_TESTS, ("number",)),
    "parseFloat": ("string",),
    "parseInt": ("string", "number?"),
}
"""The types of the parameters of the functions in `Number`; one with a question mark is 0 when it is left out."""

_METHODS: Final = ("toFixed", "toPrecision", "toExponential", "toString")


def check_number_function(context: Context, node: syntax.Call, name: str, check: Check) -> typed.Expression:
    """`Number.name(arguments)`, or the global function with that name."""
    arguments = Arguments(context, node, name, check)
    span = node.span
    if name in _TESTS:
        return _native(span, f"number.{name}", BOOLEAN, arguments.take(NUMBER))
    if name == "parseFloat":
        return _native(span, "number.parseFloat", NUMBER, arguments.take(TEXT))
    if name == "parseInt":
        values = arguments.take(TEXT, NUMBER, least=1)
        if values is None:
            return typed.Invalid(span, INVALID)
        radix = as_word(values[1] if values[1:] else typed.Constant(span, NUMBER, 0.0))
        return native(span, "number.parseInt", NUMBER, values[0], radix)
    for argument in node.arguments:
        check(context, argument)
    return context.invalid(Code.LIBRARY, node.callee.span, f"`Number.{name}` is not supported yet")


def _native(span: Span, name: str, type_: Type, values: list[typed.Expression] | None) -> typed.Expression:
    return typed.Invalid(span, INVALID) if values is None else native(span, name, type_, *values)


def to_number(context: Context, span: Span, value: typed.Expression) -> typed.Expression:
    """What `Number(value)` and `+value` give."""
    value = as_plain(context.value(value))
    type_ = value.type
    if has_invalid(type_) or is_numeric(type_):
        return value
    if type_ is UNKNOWN:
        return unknown(context, value.span)
    if type_ is TEXT:
        return native(span, "number.ofString", NUMBER, value)
    if type_ is BOOLEAN:
        one, zero = typed.Constant(span, NUMBER, 1.0), typed.Constant(span, NUMBER, 0.0)
        return typed.Choose(span, NUMBER, value, one, zero)
    if type_ in (NULL, UNDEFINED):
        result = typed.Constant(span, NUMBER, 0.0 if type_ is NULL else math.nan)
        return typed.Comma(span, NUMBER, value, result)
    if all(isinstance(plain(member), Simple) for member in members_of(type_)):
        return call_prelude(context, span, "toNumber", NUMBER, (convert(value, UNKNOWN),))
    return context.invalid(
        Code.OPERAND_TYPES, value.span, f"a value of type {type_} cannot become a number", "narrow it first"
    )


def check_number_method(
    context: Context, node: syntax.Call, name: str, value: typed.Expression, arguments: Arguments
) -> typed.Expression | None:
    """A method of a number; None if there is none with the name."""
    if name not in _METHODS or (name == "toString" and not node.arguments):
        return None
    span = node.span
    values = arguments.take(NUMBER, least=0)
    if values is None:
        return typed.Invalid(span, INVALID)
    number = convert(as_plain(value), NUMBER)
    if not values and name == "toPrecision":
        return typed.ToText(span, TEXT, number)
    if not values:
        # To toExponential, -1 stands for as many digits as are needed.
        values = [typed.Constant(span, NUMBER, -1.0 if name == "toExponential" else 0.0)]
    elif name == "toExponential":
        values = [call_prelude(context, span, "digits", NUMBER, (values[0],))]
    return native(span, f"number.{name}", TEXT, number, as_index(context, values[0]))
