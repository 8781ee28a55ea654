"""Tuples: literals, places."""

from __future__ import annotations

from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import INVALID, ArrayOf, TupleOf, has_invalid, union
from plait.frontend.codes import Code
from plait.frontend.words import words
from plait.source import Span


def tuple_literal(
    context: Context, node: syntax.ArrayLiteral, wanted: TupleOf | None, check: Check
) -> typed.Expression:
    """`[a, b]` where a tuple is wanted."""
    if any(isinstance(element, syntax.Spread) for element in node.elements):
        return context.invalid(
            Code.EXPRESSION, node.span, "elements cannot be spread into a tuple", "write them one by one"
        )
    if wanted is not None and len(wanted.elements) != len(node.elements):
        return context.invalid(
            Code.TYPE_MISMATCH,
            node.span,
            f"{wanted} has {len(wanted.elements)} elements, not {len(node.elements)}",
        )
    values: list[typed.Expression] = []
    for index, element in enumerate(node.elements):
        type_ = None if wanted is None else wanted.elements[index]
        value = context.value(check(context, element, type_))
        values.append(value if type_ is None else assign(context, value, type_))
    if any(has_invalid(value.type) for value in values):
        return typed.Invalid(node.span, INVALID)
    types = wanted or TupleOf(tuple(value.type for value in values))
    return typed.NewTuple(node.span, types, tuple(values))


def place_of(context: Context, tuple_: typed.Expression, index: typed.Expression) -> int | None:
    """The place that an index names; None if it is none, which is reported."""
    if not isinstance(tuple_.type, TupleOf):
        raise AssertionError("a tuple")
    if not isinstance(index, typed.Constant) or not isinstance(index.value, float) or index.value != int(index.value):
        context.report(
            Code.EXPRESSION, index.span, "a place of a tuple is named by a number that is known", "write `t[0]`"
        )
        return None
    if not 0 <= index.value < len(tuple_.type.elements):
        context.report(
            Code.UNKNOWN_PROPERTY, index.span, f"{tuple_.type} has {len(tuple_.type.elements)} elements only"
        )
        return None
    return int(index.value)


def read_place(context: Context, span: Span, tuple_: typed.Expression, index: typed.Expression) -> typed.Expression:
    """`tuple[0]`; at a place that is not known the element of an array."""
    if not isinstance(index, typed.Constant) and isinstance(tuple_.type, TupleOf) and tuple_.type.elements:
        array = as_array(context, tuple_)
        return typed.Element(span, union(tuple_.type.elements), array, index)
    place = place_of(context, tuple_, index)
    if place is None or not isinstance(tuple_.type, TupleOf):
        return typed.Invalid(span, INVALID)
    return typed.ReadPlace(span, tuple_.type.elements[place], tuple_, place)


METHODS: Final = words(
    "at concat every filter find findIndex findLast flat flatMap forEach includes indexOf join lastIndexOf map reduce "
    "reduceRight slice some"
)
"""The methods of arrays that tuples have as well: those that change nothing."""


def as_array(context: Context, value: typed.Expression) -> typed.Expression:
    """The elements of a tuple as a new array; other values, and the empty tuple, as they are."""
    if not isinstance(value.type, TupleOf) or not value.type.elements:
        return value
    element = union(value.type.elements)
    steps = Steps(context, value.span)
    whole = steps.hold(value)
    parts = tuple(
        convert(typed.ReadPlace(value.span, type_, whole, place), element)
        for place, type_ in enumerate(value.type.elements)
    )
    return steps.result(typed.NewArray(value.span, ArrayOf(element), parts))
