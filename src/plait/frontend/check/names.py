"""What a name in an expression means."""

from __future__ import annotations

import math

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import (
    CapturedSymbol,
    ClassSymbol,
    Context,
    EnumSymbol,
    FunctionSymbol,
    RefusedSymbol,
    VariableSymbol,
)
from plait.frontend.check.functions import function_value
from plait.frontend.check.types import INVALID, NUMBER
from plait.frontend.codes import Code
from plait.frontend.words import words

BUILTINS = frozenset(["console", "Math", "Error", "RangeError", "TypeError", "ReferenceError", "String", "Array"])
"""Names that the library gives, where they have a meaning only as part of a larger expression."""

_ELSEWHERE = words(
    "Number Boolean Object Promise Map Set Date JSON RegExp Symbol BigInt parseInt parseFloat isNaN "
    "isFinite setTimeout setInterval clearTimeout queueMicrotask process require module globalThis "
    "SyntaxError Uint8Array Int32Array Float64Array structuredClone performance Intl Reflect Proxy "
    "WeakMap WeakSet sleep Mutex Channel EvalError URIError AggregateError encodeURIComponent decodeURIComponent"
)


def find_variable(context: Context, node: syntax.Name) -> typed.Variable | typed.Expression:
    """The variable of a name, or an expression in its place: a constant of the library, or something reported."""
    symbol = context.scope.find(node.name)
    if symbol is None:
        return _builtin(context, node)
    if isinstance(symbol, RefusedSymbol):
        return typed.Invalid(node.span, INVALID)
    if isinstance(symbol, CapturedSymbol):
        return context.invalid(
            Code.CLASS_PLACE,
            node.span,
            f"a class inside of a block cannot use `{node.name}` of what is around it yet",
            "hand it to the constructor, or move both to the top level",
        )
    if isinstance(symbol, FunctionSymbol):
        return function_value(context, node, symbol)
    if isinstance(symbol, EnumSymbol):
        return context.invalid(
            Code.CLASS_AS_VALUE,
            node.span,
            f"the enum `{node.name}` cannot be used as a value",
            f"name a member: `{node.name}.member`",
        )
    if isinstance(symbol, ClassSymbol):
        return context.invalid(
            Code.CLASS_AS_VALUE,
            node.span,
            f"the class `{node.name}` cannot be used as a value yet",
            f"write `new {node.name}(...)` or name a static member",
        )
    return _variable(context, node, symbol)


def _builtin(context: Context, node: syntax.Name) -> typed.Expression:
    match node.name:
        case "NaN":
            return typed.Constant(node.span, NUMBER, math.nan, is_literal=True)
        case "Infinity":
            return typed.Constant(node.span, NUMBER, math.inf)
        case name if context.scope.find_type(name) is not None:
            return context.invalid(Code.TYPE_AS_VALUE, node.span, f"`{name}` is a type, and is used as a value here")
        case name if name in BUILTINS or name in _ELSEWHERE:
            return context.invalid(Code.LIBRARY, node.span, f"`{name}` is not supported here yet")
        case name:
            return context.invalid(
                Code.UNKNOWN_NAME,
                node.span,
                f"`{name}` is not declared",
                "declare it with let or const, or check the spelling",
            )


def _is_early(node: syntax.Name, symbol: VariableSymbol) -> bool:
    """Whether a variable of the same function is used before its declaration has ended."""
    declarator = symbol.declarator
    if declarator is None:
        return symbol.variable is None and node.span.start < symbol.name.span.end
    if node.span.start >= declarator.span.end:
        return False
    if declarator.pattern is None or node.span.start >= declarator.pattern.span.end:
        return True
    end = syntax.end_of_declaration(declarator.pattern, symbol.name)
    return end is None or node.span.start < end


def _variable(context: Context, node: syntax.Name, symbol: VariableSymbol) -> typed.Variable | typed.Expression:
    here = context.function.index
    if symbol.scope.function != here:
        variable = context.program.variable(symbol, node.span)
        if variable is None:
            return typed.Invalid(node.span, INVALID)
        if symbol.scope.parent is None and here is not None:
            context.program.note_global(here, variable)
        return variable
    if _is_early(node, symbol):
        return context.invalid(
            Code.USED_BEFORE_DECLARATION,
            node.span,
            f"`{node.name}` is used before its declaration",
            "move the declaration up",
        )
    return context.program.variable(symbol, node.span) or typed.Invalid(node.span, INVALID)
