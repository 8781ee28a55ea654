"""Arguments of calls, beside the parameters that take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.array_parts import array_of_parts, check_part
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, convert, unknown
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import (
    INVALID,
    NULLISH,
    UNDEFINED,
    UNKNOWN,
    FunctionOf,
    TupleOf,
    Type,
    has_invalid,
    members_of,
)
from plait.frontend.codes import Code
from plait.source import Span


@dataclass(frozen=True, slots=True)
class _Part:
    """An argument that is an element of a tuple; `node` is the tuple."""

    node: syntax.Expression
    value: typed.Expression

    @property
    def span(self) -> Span:
        """Where the tuple is."""
        return self.node.span


Argument: TypeAlias = syntax.Expression | _Part


def check_all(context: Context, nodes: tuple[syntax.Expression, ...], check: Check) -> list[typed.Expression]:
    """The arguments of what cannot be called: what they should be is not known, and not asked of them."""
    return [check_part(context, argument, INVALID, check) for argument in nodes]


def check_arguments(
    context: Context,
    span: Span,
    nodes: tuple[syntax.Expression, ...],
    function: FunctionOf,
    name: str,
    check: Check,
) -> tuple[typed.Expression, ...] | None:
    """The arguments of a call, one for each parameter; None if something is wrong, which is reported."""
    parameters = function.parameters
    values: list[typed.Expression] = []
    given = _spread_tuples(context, nodes, len(parameters), check)
    for argument, wanted in zip(given, parameters, strict=False):
        if isinstance(argument, syntax.Spread):
            context.report(
                Code.ARGUMENT_COUNT,
                argument.span,
                "elements can be spread only into a rest parameter",
                "pass them one by one",
            )
            check_all(context, nodes, check)
            return None
        values.append(assign(context, _value_of(context, argument, wanted, check), wanted))
    more = given[len(parameters) :]
    is_too_many = bool(more) and function.rest is None
    if is_too_many or len(values) < len(parameters) - function.optional:
        check_all(context, tuple(item for item in more if not isinstance(item, _Part)), check)
        _wrong_count(context, span, given, function, name)
        return None
    if not more:
        values.extend(left_out(context, span, function, len(values)))
    elif function.rest is not None:
        rest = [_value_of(context, argument, function.rest, check) for argument in more]
        if any(has_invalid(value.type) for value in rest):
            return None
        parts = tuple(item.node if isinstance(item, _Part) else item for item in more)
        values.append(array_of_parts(context, span, function.rest, parts, rest))
    return None if any(has_invalid(value.type) for value in values) else tuple(values)


def left_out(context: Context, span: Span, function: FunctionOf, given: int) -> list[typed.Expression]:
    """What stands for the parameters that a call with so many arguments leaves out."""
    nothing = typed.Nothing(span, UNDEFINED)
    values: list[typed.Expression] = [convert(nothing, parameter) for parameter in function.parameters[given:]]
    if function.rest is not None and given <= len(function.parameters):
        values.append(array_of_parts(context, span, function.rest, (), []))
    return values


def _spread_tuples(
    context: Context, nodes: tuple[syntax.Expression, ...], ordinary: int, check: Check
) -> tuple[Argument, ...]:
    """The arguments, in place of tuples that are spread among the first, ordinary ones their elements."""
    given: list[Argument] = []
    for node in nodes:
        if not isinstance(node, syntax.Spread) or len(given) >= ordinary:
            given.append(node)
            continue
        value = context.value(check(context, node.value, None))
        if not isinstance(value.type, TupleOf) or not value.type.elements:
            given.append(node)
            continue
        steps = Steps(context, node.span)
        whole = steps.hold(value)
        places = [
            typed.ReadPlace(node.span, element, whole, number) for number, element in enumerate(value.type.elements)
        ]
        # The tuple is computed where its first element is.
        given.append(_Part(node.value, steps.result(places[0])))
        given += [_Part(node.value, place) for place in places[1:]]
    return tuple(given)


def _value_of(context: Context, argument: Argument, wanted: Type, check: Check) -> typed.Expression:
    return argument.value if isinstance(argument, _Part) else check_part(context, argument, wanted, check)


def _wrong_count(context: Context, span: Span, nodes: tuple[Argument, ...], function: FunctionOf, name: str) -> None:
    most = len(function.parameters)
    least = most - function.optional
    count = f"{most} argument{'s' * (most != 1)}" if least == most else f"{least} to {most} arguments"
    if function.rest is not None:
        count = f"{least} or more arguments"
    if len(nodes) > most:
        span = Span(span.file, nodes[most].span.start, nodes[-1].span.end)
    called = f"`{name}`" if name else "this function"
    context.report(Code.ARGUMENT_COUNT, span, f"{called} takes {count}, not {len(nodes)}")


def call_value(context: Context, node: syntax.Call, callee: typed.Expression, check: Check) -> typed.Expression:
    """A call of a function value."""
    type_ = callee.type
    if not isinstance(type_, FunctionOf):
        check_all(context, node.arguments, check)
        return _not_callable(context, node, callee)
    name = node.callee.name if isinstance(node.callee, syntax.Name | syntax.Member) else ""
    values = check_arguments(context, node.span, node.arguments, type_, name, check)
    if values is None or has_invalid(type_):
        return typed.Invalid(node.span, type_.result)
    if isinstance(callee, typed.Closure):
        is_async = context.program.call_directly(callee.function)
        return typed.Call(node.span, type_.result, callee.function, is_async, values)
    return typed.CallValue(node.span, type_.result, callee, values)


def _not_callable(context: Context, node: syntax.Call, callee: typed.Expression) -> typed.Expression:
    type_, span = callee.type, node.callee.span
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    if type_ is UNKNOWN:
        return unknown(context, callee.span)
    nothing = [str(member) for member in members_of(type_) if member in NULLISH]
    if nothing and any(isinstance(member, FunctionOf) for member in members_of(type_)):
        return context.invalid(
            Code.POSSIBLY_NOTHING,
            span,
            f"this may be {' or '.join(nothing)}",
            f"ask first: `if (f !== {nothing[0]})`, or write `f?.()`",
        )
    if isinstance(node.callee, syntax.Name):
        return context.invalid(Code.NOT_CALLABLE, span, f"`{node.callee.name}` is no function")
    return context.invalid(Code.NOT_CALLABLE, span, f"a value of type {type_} is no function")
