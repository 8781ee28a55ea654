"""Functions given to methods of arrays: they are called in loops that stand where the method is called."""

from __future__ import annotations

from dataclasses import dataclass

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.functions import check_function
from plait.frontend.check.library_functions import library_function_value
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import INVALID, UNDEFINED, VOID, ArrayOf, FunctionOf, Type, has_invalid
from plait.frontend.codes import Code
from plait.source import Span


@dataclass(frozen=True, slots=True)
class Callback:
    """A function that a method calls: one of the program, called by name, or a value."""

    type: FunctionOf
    function: int | None
    is_async: bool
    value: typed.Expression | None


def check_callback(
    context: Context, node: syntax.Expression, given: tuple[Type, ...], result: Type | None, steps: Steps, check: Check
) -> Callback | None:
    """The function that an argument is; None if it is none. `result` is what it should give, None for anything."""
    guide = FunctionOf(given, VOID if result is None else result)
    node = library_function_value(context, node, guide) or node
    if isinstance(node, syntax.FunctionExpression):
        closure = check_function(context, node, guide, infers_result=result is None)
        if isinstance(closure, typed.Closure) and isinstance(closure.type, FunctionOf):
            is_async = node.function.is_async
            context.program.call_directly(closure.function)
            return _fitting(context, Callback(closure.type, closure.function, is_async, None), given, node.span)
        return None
    value = context.value(check(context, node, guide))
    if has_invalid(value.type):
        return None
    if not isinstance(value.type, FunctionOf):
        context.report(
            Code.TYPE_MISMATCH, value.span, f"a value of type {value.type} cannot stand where a function is needed"
        )
        return None
    if isinstance(value, typed.Closure):
        is_async = context.program.call_directly(value.function)
        if is_async is not None:
            return _fitting(context, Callback(value.type, value.function, is_async, None), given, node.span)
    return _fitting(context, Callback(value.type, None, False, steps.hold(value)), given, node.span)


def result_element(context: Context, span: Span, result: Type, wanted: Type | None) -> Type:
    """The element type of an array of what a function gives, where a type may be wanted."""
    if result is VOID:
        context.report(Code.NO_VALUE, span, "this function gives no value", "use `forEach`")
        return INVALID
    if isinstance(wanted, ArrayOf) and relate(result, wanted.element) is Relation.YES:
        return wanted.element
    return result


def _fitting(context: Context, callback: Callback, given: tuple[Type, ...], span: Span) -> Callback | None:
    if len(callback.type.parameters) - callback.type.optional <= len(given):
        return None if has_invalid(callback.type) else callback
    context.report(
        Code.TYPE_MISMATCH,
        span,
        f"the function takes {len(callback.type.parameters)} arguments, but it is called with {len(given)}",
        "leave parameters out",
    )
    return None


def call(context: Context, span: Span, callback: Callback, given: tuple[typed.Expression, ...]) -> typed.Expression:
    """A call of the function with as many of the values as it takes."""
    type_ = callback.type
    nothing = typed.Nothing(span, UNDEFINED)
    values: list[typed.Expression] = []
    for index, parameter in enumerate(type_.parameters):
        values.append(assign(context, given[index], parameter) if index < len(given) else convert(nothing, parameter))
    if type_.rest is not None:
        rest = tuple(assign(context, value, type_.rest) for value in given[len(type_.parameters) :])
        values.append(typed.NewArray(span, ArrayOf(type_.rest), rest))
    if any(has_invalid(value.type) for value in values):
        return typed.Invalid(span, INVALID)
    if callback.function is not None:
        context.program.note_call(context.function.index, callback.function, span)
        return typed.Call(span, type_.result, callback.function, callback.is_async, tuple(values))
    if callback.value is None:
        raise AssertionError("a callback is a function or a value")
    return typed.CallValue(span, type_.result, callback.value, tuple(values))
