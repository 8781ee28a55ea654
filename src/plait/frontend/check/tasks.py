"""Promises, mutexes, channels: how they are made, and going over a channel."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.types import (
    INVALID,
    MUTEX,
    NUMBER,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ArrayOf,
    ChannelOf,
    PromiseOf,
    TupleOf,
    Type,
    has_invalid,
)
from plait.frontend.codes import Code


def check_promise_function(
    context: Context, node: syntax.Call, name: str, wanted: Type | None, check: Check
) -> typed.Expression:
    """`Promise.all(...)` and its kin."""
    match name:
        case "all" if len(node.arguments) == 1:
            return _all(context, node, wanted, check)
        case "resolve" if len(node.arguments) <= 1:
            return _resolve(context, node, wanted, check)
        case "reject" if len(node.arguments) <= 1:
            return _reject(context, node, wanted, check)
        case _:
            for argument in node.arguments:
                check(context, argument)
            return context.invalid(
                Code.LIBRARY,
                node.callee.span,
                f"`Promise.{name}` is not supported yet",
                "there are Promise.all, Promise.resolve and Promise.reject; write an async function",
            )


def _all(context: Context, node: syntax.Call, wanted: Type | None, check: Check) -> typed.Expression:
    (argument,) = node.arguments
    if isinstance(wanted, ArrayOf | TupleOf):
        # An async function returns it: what is wanted there is the result.
        wanted = PromiseOf(wanted)
    is_literal = isinstance(argument, syntax.ArrayLiteral) and not any(
        isinstance(element, syntax.Spread) for element in argument.elements
    )
    if isinstance(argument, syntax.ArrayLiteral) and is_literal and argument.elements:
        return _all_of(context, node, argument, wanted, check)
    guide = None
    if isinstance(wanted, PromiseOf) and isinstance(wanted.result, ArrayOf):
        guide = ArrayOf(PromiseOf(wanted.result.element))
    elif is_literal:
        guide = ArrayOf(PromiseOf(VOID))
    array = context.value(check(context, argument, guide))
    if isinstance(array.type, ArrayOf) and isinstance(array.type.element, PromiseOf):
        return _all_tasks(context, node, array, array.type.element.result)
    if has_invalid(array.type):
        return typed.Invalid(node.span, INVALID)
    return context.invalid(Code.LIBRARY, array.span, f"`Promise.all` takes an array of promises, not {array.type}")


def _all_tasks(context: Context, node: syntax.Call, array: typed.Expression, result: Type) -> typed.Expression:
    if result is VOID:
        return call_prelude(context, node.span, "allVoid", NUMBER, (array,))
    return call_prelude(context, node.span, "all", result, (array,))


def _all_of(
    context: Context, node: syntax.Call, argument: syntax.ArrayLiteral, wanted: Type | None, check: Check
) -> typed.Expression:
    """The tuple form; when all results have one type and no tuple is wanted, an array will do just as well."""
    tasks: list[typed.Expression] = []
    results: list[Type] = []
    for place, element in enumerate(argument.elements):
        guide = _guide(wanted, place) if isinstance(element, syntax.Call) else None
        value = context.value(check(context, element, guide))
        if has_invalid(value.type):
            return typed.Invalid(node.span, INVALID)
        if not isinstance(value.type, PromiseOf):
            if value.type is UNKNOWN:
                return context.invalid(Code.UNKNOWN_VALUE, value.span, "the type of this value is unknown")
            value = call_prelude(context, value.span, "resolved", value.type, (value,))
        if not isinstance(value.type, PromiseOf):
            return typed.Invalid(node.span, INVALID)
        tasks.append(value)
        results.append(value.type.result)
    if all(result is VOID for result in results):
        made = typed.NewArray(node.span, ArrayOf(PromiseOf(VOID)), tuple(tasks))
        return _all_tasks(context, node, made, VOID)
    wants_tuple = isinstance(wanted, PromiseOf) and isinstance(wanted.result, TupleOf)
    if not wants_tuple and all(result == results[0] for result in results):
        made = typed.NewArray(node.span, ArrayOf(tasks[0].type), tuple(tasks))
        return _all_tasks(context, node, made, results[0])
    return _tuple_of(context, node, tasks, results)


def _guide(wanted: Type | None, place: int) -> Type | None:
    """The promise that is wanted at a place, so that an inner `Promise.all` knows whether an array or a tuple is."""
    match wanted:
        case PromiseOf(ArrayOf(element)):
            return PromiseOf(element)
        case PromiseOf(TupleOf(elements)) if place < len(elements):
            return PromiseOf(elements[place])
        case _:
            return None


def _tuple_of(
    context: Context, node: syntax.Call, tasks: list[typed.Expression], results: list[Type]
) -> typed.Expression:
    """An async function of the library that waits for a tuple of promises, made for its types."""
    name = context.program.prelude.all_of(results)
    given = TupleOf(tuple(task.type for task in tasks))
    made = typed.NewTuple(node.span, given, tuple(tasks))
    values = TupleOf(tuple(UNDEFINED if result is VOID else result for result in results))
    types = {"T": given, "R": values}
    return call_prelude(context, node.span, name, given, (made,), types)


def _resolve(context: Context, node: syntax.Call, wanted: Type | None, check: Check) -> typed.Expression:
    if not node.arguments:
        return call_prelude(context, node.span, "resolvedVoid", NUMBER, ())
    guide = wanted.result if isinstance(wanted, PromiseOf) and wanted.result is not VOID else None
    value = context.value(check(context, node.arguments[0], guide))
    if has_invalid(value.type) or isinstance(value.type, PromiseOf):
        return value
    if guide is not None:
        value = assign(context, value, guide)
    return call_prelude(context, node.span, "resolved", value.type, (value,))


def _reject(context: Context, node: syntax.Call, wanted: Type | None, check: Check) -> typed.Expression:
    """`Promise.reject(reason)`: a promise of what is wanted, which it never gives."""
    reason: typed.Expression = typed.Nothing(node.span, UNDEFINED)
    if node.arguments:
        reason = context.value(check(context, node.arguments[0]))
    type_ = wanted.result if isinstance(wanted, PromiseOf) else wanted or VOID
    if has_invalid(reason.type) or has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    return call_prelude(context, node.span, "rejected", type_, (assign(context, reason, UNKNOWN),))


def check_sleep(context: Context, node: syntax.Call, check: Check) -> typed.Expression:
    """`sleep(milliseconds)`."""
    if len(node.arguments) != 1:
        return context.invalid(Code.ARGUMENT_COUNT, node.span, f"`sleep` takes 1 argument, not {len(node.arguments)}")
    time = assign(context, context.value(check(context, node.arguments[0], NUMBER)), NUMBER)
    return call_prelude(context, node.span, "sleep", NUMBER, (time,))


def check_new_task_object(
    context: Context, node: syntax.New, name: str, wanted: Type | None, check: Check
) -> typed.Expression:
    """`new Mutex()`, `new Channel<T>(capacity)`; `new Promise` is refused."""
    values = [context.value(check(context, argument)) for argument in node.arguments]
    most = {"Mutex": 0, "Channel": 1}.get(name)
    if most is None:
        return context.invalid(
            Code.LIBRARY,
            node.span,
            "`new Promise` is not supported",
            "write an async function; to hand a value from one task to another, use a Channel",
        )
    if len(values) > most:
        return context.invalid(
            Code.ARGUMENT_COUNT, node.span, f"`new {name}` takes {'no' if most == 0 else 'at most 1'} argument"
        )
    if name == "Mutex":
        return typed.Machine(node.span, MUTEX, ("NEW_MUTEX",), ())
    type_: Type | None = wanted
    if node.type_arguments:
        element = context.resolve(node.type_arguments[0])
        if element is VOID:
            span = node.type_arguments[0].span
            context.report(Code.TYPE, span, "a channel of void is not supported", "let it carry a boolean")
        type_ = INVALID if has_invalid(element) or element is VOID else ChannelOf(element)
    if not isinstance(type_, ChannelOf):
        if type_ is not INVALID:
            context.report(
                Code.MISSING_ELEMENT_TYPE,
                node.span,
                "what this channel carries is not known",
                "write `new Channel<number>()`",
            )
        return typed.Invalid(node.span, INVALID)
    capacity: typed.Expression = typed.Constant(node.span, NUMBER, 0.0)
    if values:
        capacity = assign(context, values[0], NUMBER)
    if has_invalid(capacity.type):
        return typed.Invalid(node.span, INVALID)
    # A capacity that is no int is refused as one below zero is.
    size = call_prelude(context, node.span, "capacity", NUMBER, (capacity,))
    return typed.Machine(node.span, type_, ("NEW_CHANNEL",), (size,))
