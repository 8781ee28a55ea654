"""Strings: what `String` makes of values, and the methods of strings."""

from __future__ import annotations

from functools import reduce
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.array_parts import array_of_parts, check_part
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context, FunctionSymbol
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.library_arguments import Arguments, as_index, as_word
from plait.frontend.check.prelude import call_prelude, native
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNDEFINED,
    VOID,
    ArrayOf,
    Type,
    has_invalid,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator

_MOST: Final = 2.0**31 - 1
_WHOLE: Final = ("trim", "trimStart", "trimEnd", "toUpperCase", "toLowerCase")


def check_text_function(context: Context, node: syntax.Call, name: str, check: Check) -> typed.Expression:
    """`String.fromCharCode(...)` and `String.fromCodePoint(...)`."""
    values = [check_part(context, argument, NUMBER, check) for argument in node.arguments]
    span = node.span
    if any(has_invalid(value.type) for value in values):
        return typed.Invalid(span, INVALID)
    if name not in ("fromCharCode", "fromCodePoint"):
        return context.invalid(Code.LIBRARY, node.callee.span, f"`String.{name}` is not supported yet")
    if any(isinstance(argument, syntax.Spread) for argument in node.arguments):
        numbers = array_of_parts(context, span, NUMBER, node.arguments, values)
        return call_prelude(context, span, f"{name}s", NUMBER, (numbers,))
    texts: list[typed.Expression] = []
    for value in values:
        number = assign(context, value, NUMBER)
        if has_invalid(number.type):
            return typed.Invalid(span, INVALID)
        is_unit = name == "fromCharCode"
        word = as_word(number) if is_unit else call_prelude(context, span, "codePoint", NUMBER, (number,))
        texts.append(native(span, f"string.{name}", TEXT, word))
    return _joined(node, texts or [typed.Constant(span, TEXT, "")])


def _joined(node: syntax.Call, texts: list[typed.Expression]) -> typed.Expression:
    return reduce(lambda left, right: typed.Concatenate(node.span, TEXT, left, right), texts)


def check_text_method(
    context: Context, node: syntax.Call, name: str, text: typed.Expression, arguments: Arguments
) -> typed.Expression | None:
    """A method of a string; None if there is none with the name."""
    return _Method(context, node, name, text, arguments).check()


class _Method:
    """One call of a method of a string."""

    def __init__(
        self, context: Context, node: syntax.Call, name: str, text: typed.Expression, arguments: Arguments
    ) -> None:
        self._context = context
        self._node = node
        self._name = name
        self._text = text
        self._arguments = arguments

    def check(self) -> typed.Expression | None:
        match self._name:
            case "charAt":
                return self._with(TEXT, (NUMBER,), (0.0,))
            case "charCodeAt":
                return self._with(NUMBER, (NUMBER,), (0.0,))
            case "codePointAt":
                return self._code_point()
            case "at":
                values = self._arguments.take(NUMBER)
                return self._invalid() if values is None else self._prelude("textAt", self._text, *values)
            case "localeCompare":
                values = self._arguments.take(TEXT)
                return self._invalid() if values is None else self._prelude("localeCompare", self._text, *values)
            case "slice":
                return self._with(TEXT, (NUMBER, NUMBER), (0.0, _MOST))
            case "substring":
                return self._substring()
            case "indexOf":
                return self._found(self._with(INT, (TEXT, NUMBER), (0.0,)))
            case "lastIndexOf":
                return self._last_index()
            case "includes" | "startsWith":
                return self._with(BOOLEAN, (TEXT, NUMBER), (0.0,))
            case "endsWith":
                return self._with(BOOLEAN, (TEXT, NUMBER), (_MOST,))
            case "repeat":
                return self._with(TEXT, (NUMBER,), ())
            case "padStart" | "padEnd":
                return self._with(TEXT, (NUMBER, TEXT), (" ",))
            case "replace" | "replaceAll" if any(map(self._is_function, self._node.arguments)):
                return self._context.invalid(
                    Code.LIBRARY,
                    self._node.span,
                    f"`{self._name}` with a function is not supported yet",
                    "find the place with indexOf, and put the text together",
                )
            case "replace" | "replaceAll":
                return self._with(TEXT, (TEXT, TEXT), ())
            case "split":
                return self._split()
            case "concat":
                return self._concat()
            case name if name in _WHOLE:
                return self._with(TEXT, (), ())
            case _:
                return None

    def _is_function(self, argument: syntax.Expression) -> bool:
        """Whether an argument is a function by its form."""
        if isinstance(argument, syntax.Name):
            return isinstance(self._context.scope.find(argument.name), FunctionSymbol)
        return isinstance(argument, syntax.FunctionExpression)

    def _invalid(self) -> typed.Expression:
        return typed.Invalid(self._node.span, INVALID)

    def _prelude(self, name: str, *values: typed.Expression) -> typed.Expression:
        return call_prelude(self._context, self._node.span, name, NUMBER, values)

    def _taken(self, wanted: tuple[Type, ...], defaults: tuple[float | str, ...]) -> list[typed.Expression] | None:
        """The arguments; those at the end that have a default may be left out. Numbers are positions."""
        values = self._arguments.take(*wanted, least=len(wanted) - len(defaults))
        if values is None:
            return None
        missing = defaults[len(values) - len(wanted) + len(defaults) :]
        for default in missing:
            type_ = TEXT if isinstance(default, str) else NUMBER
            values.append(typed.Constant(self._node.span, type_, default))
        return [
            as_index(self._context, value) if type_ is NUMBER else value
            for value, type_ in zip(values, wanted, strict=True)
        ]

    def _with(self, type_: Type, wanted: tuple[Type, ...], defaults: tuple[float | str, ...]) -> typed.Expression:
        """The function of the machine with the name."""
        values = self._taken(wanted, defaults)
        if values is None:
            return self._invalid()
        return native(self._node.span, f"string.{self._name}", type_, self._text, *values)

    def _found(self, index: typed.Expression) -> typed.Expression:
        return index if has_invalid(index.type) else typed.ToNumber(self._node.span, NUMBER, index)

    def _substring(self) -> typed.Expression:
        values = self._taken((NUMBER, NUMBER), (0.0, _MOST))
        if values is None:
            return self._invalid()
        return typed.Machine(self._node.span, TEXT, ("STRING_SUBSTRING",), (self._text, *values))

    def _last_index(self) -> typed.Expression:
        values = self._arguments.take(TEXT, NUMBER, least=1)
        if values is None:
            return self._invalid()
        span = self._node.span
        last = typed.Constant(span, NUMBER, _MOST)
        start = self._prelude("lastPosition", values[1]) if values[1:] else as_index(self._context, last)
        return self._found(native(span, "string.lastIndexOf", INT, self._text, values[0], start))

    def _code_point(self) -> typed.Expression:
        found = self._with(INT, (NUMBER,), (0.0,))
        if has_invalid(found.type):
            return found
        span, type_ = self._node.span, union((NUMBER, UNDEFINED))
        steps = Steps(self._context, span)
        point = steps.hold(found)
        test = typed.Compare(span, BOOLEAN, BinaryOperator.GREATER_EQUAL, point, steps.number(0))
        nothing = convert(typed.Nothing(span, UNDEFINED), type_)
        there = convert(typed.ToNumber(span, NUMBER, point), type_)
        return steps.result(typed.Choose(span, type_, test, there, nothing))

    def _split(self) -> typed.Expression:
        values = self._arguments.take(TEXT, NUMBER, least=1)
        if values is None:
            return self._invalid()
        span = self._node.span
        steps = Steps(self._context, span)
        text, separator = steps.hold(self._text), steps.hold(values[0])
        limit = as_word(values[1]) if values[1:] else as_index(self._context, steps.number(-1))
        parts = ArrayOf(TEXT)
        array = steps.read(steps.variable(parts, typed.NewArray(span, parts, ())))
        steps.do(native(span, "string.splitInto", VOID, array, text, separator, limit))
        return steps.result(array)

    def _concat(self) -> typed.Expression:
        values = self._arguments.take(*[TEXT] * len(self._node.arguments))
        return self._invalid() if values is None else _joined(self._node, [self._text, *values])
