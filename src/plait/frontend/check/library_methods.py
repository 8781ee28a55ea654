"""Methods of values that are no objects; those of arrays, promises, mutexes and channels stand here."""

from __future__ import annotations

import math

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.array_methods import check_array_method
from plait.frontend.check.array_parts import array_of_parts
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import convert, joined, to_text
from plait.frontend.check.library_arguments import Arguments
from plait.frontend.check.numbers import check_number_method
from plait.frontend.check.prelude import SEARCHED_BY_MACHINE, call_prelude
from plait.frontend.check.promise_methods import check_promise_method
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.text_methods import check_text_method
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    MUTEX,
    NUMBER,
    TEXT,
    UNDEFINED,
    VOID,
    ArrayOf,
    ChannelOf,
    PromiseOf,
    Type,
    has_invalid,
    is_numeric,
    members_of,
    plain,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator


def check_library_method(
    context: Context,
    node: syntax.Call,
    member: syntax.Member,
    value: typed.Expression,
    wanted: Type | None,
    check: Check,
) -> typed.Expression | None:
    """A method of a value that is no object; None if there is none with the name."""
    arguments = Arguments(context, node, member.name, check)
    found: typed.Expression | None = None
    match value.type:
        case ArrayOf():
            found = check_array_method(context, node, value, member.name, wanted, check)
            if found is None:
                found = _array(context, node, member.name, value, arguments, check)
        case PromiseOf() if member.name == "cancel":
            found = _machine(node, arguments.take(), BOOLEAN, "TASK_CANCEL", value)
        case PromiseOf():
            found = check_promise_method(context, node, member.name, value, check)
        case ChannelOf(element):
            found = _channel(context, node, member.name, value, element, arguments)
        case type_ if type_ is MUTEX:
            found = _mutex(context, node, member.name, value, arguments)
        case type_ if is_numeric(plain(type_)):
            found = check_number_method(context, node, member.name, value, arguments)
        case type_ if type_ is TEXT:
            found = check_text_method(context, node, member.name, value, arguments)
        case _:
            pass
    return found


def _machine(
    node: syntax.Call,
    arguments: list[typed.Expression] | None,
    type_: Type,
    instruction: str,
    *values: typed.Expression,
) -> typed.Expression:
    if arguments is None:
        return typed.Invalid(node.span, INVALID)
    return typed.Machine(node.span, type_, (instruction,), (*values, *arguments))


def _number(node: syntax.Call, value: float) -> typed.Expression:
    return typed.Constant(node.span, NUMBER, value)


def _array(
    context: Context, node: syntax.Call, name: str, array: typed.Expression, arguments: Arguments, check: Check
) -> typed.Expression | None:
    if not isinstance(array.type, ArrayOf):
        raise AssertionError("an array")
    element, span = array.type.element, node.span
    first, last = _number(node, 0.0), _number(node, math.inf)

    def library(function: str, values: list[typed.Expression] | None, *rest: typed.Expression) -> typed.Expression:
        if values is None:
            return typed.Invalid(span, INVALID)
        return call_prelude(context, span, function, element, (array, *values, *rest))

    match name:
        case "slice":
            values = arguments.take(NUMBER, NUMBER, least=0)
            return library(name, values, *(first, last)[len(values or ()) :])
        case "concat":
            return _concat(context, node, array, element, check)
        case "flat":
            return _flat(context, node, array, element)
        case "toString" if not node.arguments:
            return to_text(context, array)
        case "reverse":
            return library(name, arguments.take())
        case "indexOf":
            values = arguments.take(element, NUMBER, least=1)
            search = "indexOfPlain" if element in SEARCHED_BY_MACHINE else name
            return library(search, values, *(first,)[len(values or ()) - 1 :])
        case "lastIndexOf":
            values = arguments.take(element, NUMBER, least=1)
            return library(name, values, *(last,)[len(values or ()) - 1 :])
        case "includes":
            values = arguments.take(element, NUMBER, least=1)
            test = "includesPlain" if element in SEARCHED_BY_MACHINE else name
            function = "includesNumber" if element is NUMBER else test
            return library(function, values, *(first,)[len(values or ()) - 1 :])
        case "join":
            values = arguments.take(TEXT, least=0)
            if values is None:
                return typed.Invalid(span, INVALID)
            return joined(context, span, array, *values)
        case "fill":
            values = arguments.take(element, NUMBER, NUMBER, least=1)
            return library(name, values, *(first, last)[len(values or ()) - 1 :])
        case "sort":
            return _sort(context, node, array, element, arguments)
        case "pop" | "shift":
            return _taken(context, node, name, array, element, arguments)
        case "unshift":
            values = arguments.take(*[element] * len(node.arguments))
            if values is None:
                return typed.Invalid(span, INVALID)
            steps = Steps(context, span)
            held = steps.hold(array)
            for value in reversed([steps.hold(value) for value in values]):
                steps.do(call_prelude(context, span, name, element, (held, value)))
            return steps.result(typed.Length(span, NUMBER, held))
        case "splice":
            return _splice(context, node, array, element, arguments)
        case "at":
            values = arguments.take(NUMBER)
            return library(name, values)
        case _:
            return None


def _concat(
    context: Context, node: syntax.Call, array: typed.Expression, element: Type, check: Check
) -> typed.Expression:
    """`concat`: the elements of what is an array, and what is none."""
    steps = Steps(context, node.span)
    parts = [steps.hold(array)]
    nodes: list[syntax.Expression] = [syntax.Spread(node.span, node)]
    for argument in node.arguments:
        value = context.value(check(context, argument, array.type))
        if isinstance(argument, syntax.Spread) or has_invalid(value.type):
            return typed.Invalid(node.span, INVALID)
        parts.append(steps.hold(value))
        nodes.append(syntax.Spread(argument.span, argument) if isinstance(value.type, ArrayOf) else argument)
    return steps.result(array_of_parts(context, node.span, element, tuple(nodes), parts))


def _flat(context: Context, node: syntax.Call, array: typed.Expression, element: Type) -> typed.Expression:
    """`flat()`, `flat(2)`: the depth has to be known, for the type follows from it."""
    depth = 1.0
    if node.arguments:
        match node.arguments:
            case (syntax.NumberLiteral(value=depth),):
                pass
            case (syntax.Name(name="Infinity"),):
                depth = math.inf
            case _:
                return context.invalid(
                    Code.LIBRARY, node.span, "`flat` takes a depth that is written as a number", "write `flat(2)`"
                )
    result = call_prelude(context, node.span, "slice", element, (array, _number(node, 0.0), _number(node, math.inf)))
    while depth >= 1 and isinstance(result.type, ArrayOf) and isinstance(result.type.element, ArrayOf):
        result = call_prelude(context, node.span, "flat", result.type.element.element, (result,))
        depth -= 1
    return result


def _sort(
    context: Context, node: syntax.Call, array: typed.Expression, element: Type, arguments: Arguments
) -> typed.Expression:
    from plait.frontend.check.types import FunctionOf

    if node.arguments:
        values = arguments.take(FunctionOf((element, element), NUMBER))
        if values is None:
            return typed.Invalid(node.span, INVALID)
        name = "sortSome" if UNDEFINED in members_of(element) else "sort"
        return call_prelude(context, node.span, name, element, (array, *values))
    if element is TEXT or is_numeric(element) or element is BOOLEAN:
        return call_prelude(context, node.span, "sortText", element, (array,))
    return context.invalid(
        Code.LIBRARY, node.span, f"`sort` of {array.type} needs a function that compares", "write `sort((a, b) => ...)`"
    )


def _taken(
    context: Context, node: syntax.Call, name: str, array: typed.Expression, element: Type, arguments: Arguments
) -> typed.Expression:
    """`pop` and `shift`: undefined when the array is empty."""
    if arguments.take() is None:
        return typed.Invalid(node.span, INVALID)
    span = node.span
    type_ = union((element, UNDEFINED))
    steps = Steps(context, span)
    held = steps.hold(array)
    test = typed.Compare(span, BOOLEAN, BinaryOperator.GREATER, typed.Length(span, NUMBER, held), steps.number(0))
    taken = typed.Machine(span, element, ("ARRAY_POP" if name == "pop" else "ARRAY_SHIFT",), (held,))
    nothing = typed.Nothing(span, UNDEFINED)
    return steps.result(typed.Choose(span, type_, test, convert(taken, type_), convert(nothing, type_)))


def _splice(
    context: Context, node: syntax.Call, array: typed.Expression, element: Type, arguments: Arguments
) -> typed.Expression:
    count = len(node.arguments)
    values = arguments.take(NUMBER, NUMBER, *[element] * max(0, count - 2), least=1)
    if values is None:
        return typed.Invalid(node.span, INVALID)
    removed = values[1] if count > 1 else _number(node, math.inf)
    more = typed.NewArray(node.span, ArrayOf(element), tuple(values[2:]))
    return call_prelude(context, node.span, "splice", element, (array, values[0], removed, more))


def _mutex(
    context: Context, node: syntax.Call, name: str, mutex: typed.Expression, arguments: Arguments
) -> typed.Expression | None:
    match name:
        case "lock":
            if arguments.take() is None:
                return typed.Invalid(node.span, INVALID)
            return call_prelude(context, node.span, "lock", NUMBER, (mutex,))
        case "unlock":
            return _machine(node, arguments.take(), VOID, "MUTEX_UNLOCK", mutex)
        case "tryLock":
            return _machine(node, arguments.take(), BOOLEAN, "MUTEX_TRY_LOCK", mutex)
        case _:
            return None


def _channel(
    context: Context,
    node: syntax.Call,
    name: str,
    channel: typed.Expression,
    element: Type,
    arguments: Arguments,
) -> typed.Expression | None:
    match name:
        case "send":
            values = arguments.take(element)
            if values is None:
                return typed.Invalid(node.span, INVALID)
            return call_prelude(context, node.span, "send", element, (channel, *values))
        case "receive":
            if arguments.take() is None:
                return typed.Invalid(node.span, INVALID)
            return call_prelude(context, node.span, "receive", element, (channel,))
        case "close":
            return _machine(node, arguments.take(), VOID, "CHANNEL_CLOSE", channel)
        case _:
            return None


def check_library_property(span_node: syntax.Member, value: typed.Expression) -> typed.Expression | None:
    """A property of a value that is no object; None if there is none with the name."""
    span = span_node.span
    match value.type, span_node.name:
        case PromiseOf(), "isDone":
            return typed.Machine(span, BOOLEAN, ("TASK_IS_DONE",), (value,))
        case PromiseOf(), "isCancelled":
            return typed.Machine(span, BOOLEAN, ("TASK_IS_CANCELLED",), (value,))
        case ChannelOf(), "isClosed":
            return typed.Machine(span, BOOLEAN, ("CHANNEL_IS_CLOSED",), (value,))
        case ChannelOf(), "length":
            return typed.ToNumber(span, NUMBER, typed.Machine(span, INT, ("CHANNEL_LENGTH",), (value,)))
        case type_, "isLocked" if type_ is MUTEX:
            return typed.Machine(span, BOOLEAN, ("MUTEX_IS_LOCKED",), (value,))
        case _:
            return None


def check_await(context: Context, operand: typed.Expression) -> typed.Expression | None:
    """The wait for what a mutex, a channel or `sleep` gives, without a task of its own; None for something else."""
    if not isinstance(operand, typed.Call):
        return None
    name = context.program.prelude.name_of(operand.function)
    span, type_ = operand.span, operand.type
    if not isinstance(type_, PromiseOf):
        return None
    match name:
        case "lock":
            return typed.Machine(span, VOID, ("MUTEX_LOCK",), operand.arguments)
        case "sleep":
            return typed.Machine(span, VOID, ("SLEEP",), operand.arguments)
        case "send":
            return typed.Machine(span, VOID, ("CHANNEL_SEND",), operand.arguments)
        case "receive":
            (channel,) = operand.arguments
            if not isinstance(channel.type, ChannelOf):
                return None
            steps = Steps(context, span)
            held = steps.hold(channel)
            waited = typed.Machine(span, BOOLEAN, ("CHANNEL_WAIT",), (held,))
            taken = typed.Machine(span, channel.type.element, ("CHANNEL_TAKE",), (held,))
            result = type_.result
            nothing = convert(typed.Nothing(span, UNDEFINED), result)
            return steps.result(typed.Choose(span, result, waited, convert(taken, result), nothing))
        case _:
            return None
