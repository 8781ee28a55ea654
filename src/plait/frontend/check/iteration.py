"""What can be gone over, element by element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import ClassSymbol, Context, EnumSymbol
from plait.frontend.check.conversions import unknown
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.synthetic import INDEX, Steps
from plait.frontend.check.tuples import as_array
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ArrayOf,
    ChannelOf,
    TupleOf,
    Type,
    has_invalid,
    members_of,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.source import Span


@dataclass(frozen=True, slots=True)
class View:
    """What `array.keys()`, `values()` or `entries()` goes over."""

    array: typed.Expression
    element: Type
    kind: Literal["keys", "values", "entries"]

    @property
    def given(self) -> Type:
        """The type of what the loop gets."""
        match self.kind:
            case "keys":
                return NUMBER
            case "values":
                return self.element
            case "entries":
                return TupleOf((NUMBER, self.element))


def check_view(context: Context, node: syntax.Expression, wanted: Type | None, check: Check) -> View | typed.Expression:
    """What a loop or spread goes over: a view of an array, or a value."""
    from plait.frontend.check import objects
    from plait.frontend.check.array_functions import array_of_length
    from plait.frontend.check.calls import check_method_of

    match node:
        case syntax.Call(
            callee=syntax.Member(object=inner, name="keys" | "values" | "entries" as kind) as member,
            arguments=(),
        ) if not (node.is_optional or member.is_optional or _names_no_variable(context, inner)):
            pass
        case _:
            return as_array(context, context.value(check(context, node, wanted)))
    if isinstance(inner, syntax.New | syntax.Call) and kind == "keys":
        made = array_of_length(context, inner, None, check)
        if made is not None:
            zero = typed.Constant(inner.span, NUMBER, 0.0)
            return View(typed.FilledArray(inner.span, ArrayOf(NUMBER), made[1], zero), NUMBER, kind)
    array = objects.present(context, objects.check_object(context, inner, False, check))
    if isinstance(array.type, ArrayOf):
        return View(array, array.type.element, kind)
    return context.value(check_method_of(context, node, member, array, wanted, check))


def _names_no_variable(context: Context, node: syntax.Expression) -> bool:
    """Whether this is the name of a class, or of something of the library."""
    return isinstance(node, syntax.Name) and isinstance(context.scope.find(node.name), ClassSymbol | EnumSymbol | None)


def element_of(context: Context, value: View | typed.Expression) -> Type:
    """The type of what a loop over the value gets; a value that has no elements is reported."""
    if isinstance(value, View):
        return value.given
    if isinstance(value.type, ArrayOf):
        return value.type.element
    if value.type is TEXT:
        return TEXT
    if has_invalid(value.type):
        return INVALID
    if value.type is UNKNOWN:
        unknown(context, value.span)
    else:
        context.report(
            Code.STATEMENT,
            value.span,
            f"a value of type {value.type} has no elements to go over",
            "go over what it carries: `for await`" if isinstance(value.type, ChannelOf) else "arrays and strings have",
        )
    return INVALID


def received_of(context: Context, span: Span, value: View | typed.Expression) -> Type:
    """The type of what `for await` gets of a channel; other values are reported."""
    if not context.function.may_await:
        context.report(
            Code.AWAIT_OUTSIDE,
            span,
            "`for await` is allowed in async functions and at the top level only",
            "make the function async",
        )
    if isinstance(value, typed.Invalid) or (not isinstance(value, View) and has_invalid(value.type)):
        return INVALID
    if isinstance(value, View) or not isinstance(value.type, ChannelOf):
        context.report(
            Code.STATEMENT, span, "`for await` goes over channels only", "await each promise in the body of a `for`"
        )
        return INVALID
    if UNDEFINED in members_of(value.type.element):
        context.report(
            Code.STATEMENT,
            span,
            "`for await` ends at undefined, which this channel may carry",
            "receive in a loop of your own",
        )
        return INVALID
    return value.type.element


def go_over(
    context: Context,
    span: Span,
    target: typed.JumpTarget,
    variable: typed.Variable,
    value: View | typed.Expression,
    body: typed.Statement,
) -> typed.Statement:
    """A loop over the elements of an array, its keys or entries, the code points of a string, a channel."""
    if isinstance(value, View):
        return _go_over_view(context, span, target, variable, value, body)
    if isinstance(value.type, ChannelOf):
        return _go_over_channel(context, span, target, variable, value, value.type.element, body)
    if value.type is not TEXT:
        return typed.ForOf(span, target, variable, value, body)
    steps = Steps(context, span)
    text = steps.hold(value)
    place = steps.variable(INT, typed.ToInt(span, INT, steps.number(0)), is_constant=False)
    test = typed.Compare(span, BOOLEAN, BinaryOperator.LESS, steps.read(place), typed.Length(span, NUMBER, text))
    inner = Steps(context, span)
    character = inner.hold(call_prelude(context, span, "nextCharacter", NUMBER, (text, inner.read(place))))
    length = typed.ToInt(span, INT, typed.Length(span, NUMBER, character))
    inner.store(place, typed.Arithmetic(span, INT, BinaryOperator.ADD, inner.read(place), length))
    inner.add(typed.Declare(span, variable, character))
    inner.add(body)
    steps.add(typed.Loop(span, target, test, inner.statement(), None, True))
    return steps.statement()


def _go_over_channel(
    context: Context,
    span: Span,
    target: typed.JumpTarget,
    variable: typed.Variable,
    value: typed.Expression,
    element: Type,
    body: typed.Statement,
) -> typed.Statement:
    """Each round waits for a value, until the channel is closed and empty."""
    steps = Steps(context, span)
    channel = steps.hold(value)
    waited = typed.Machine(span, BOOLEAN, ("CHANNEL_WAIT",), (channel,))
    taken = typed.Machine(span, element, ("CHANNEL_TAKE",), (channel,))
    steps.add(typed.Loop(span, target, waited, steps.block(typed.Declare(span, variable, taken), body), None, True))
    return steps.statement()


def _go_over_view(
    context: Context,
    span: Span,
    target: typed.JumpTarget,
    variable: typed.Variable,
    view: View,
    body: typed.Statement,
) -> typed.Statement:
    if view.kind == "values":
        return typed.ForOf(span, target, variable, view.array, body)
    steps = Steps(context, span)
    array = steps.hold(view.array)
    place = steps.variable(NUMBER, steps.number(0), is_constant=False)
    context.program.constant_ranges[place] = INDEX
    index = steps.read(place)
    value: typed.Expression = index
    if view.kind == "entries":
        value = typed.NewTuple(span, view.given, (index, steps.element(array, index)))
    # The array may grow and shrink meanwhile.
    test = typed.Compare(span, BOOLEAN, BinaryOperator.LESS, index, typed.Length(span, NUMBER, array))
    following = typed.Arithmetic(span, NUMBER, BinaryOperator.ADD, index, steps.number(1))
    step = typed.Store(span, NUMBER, place, following)
    inner = steps.block(typed.Declare(span, variable, value), body)
    steps.add(typed.Loop(span, target, test, inner, step, True))
    return steps.statement()
