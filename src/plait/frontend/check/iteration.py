"""What can be gone over, element by element."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import unknown
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import BOOLEAN, INT, INVALID, NUMBER, TEXT, UNKNOWN, ArrayOf, Type, has_invalid
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.source import Span


def element_of(context: Context, value: typed.Expression) -> Type:
    """The type of the elements of an array or string; what is neither is reported."""
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
            "arrays and strings have",
        )
    return INVALID


def go_over(
    context: Context,
    span: Span,
    target: typed.JumpTarget,
    variable: typed.Variable,
    value: typed.Expression,
    body: typed.Statement,
) -> typed.Statement:
    """A loop over the elements of an array, or over the code points of a string."""
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
