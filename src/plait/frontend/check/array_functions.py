"""`Array.from`, `Array.of`, `Array.isArray`, and arrays of a length."""

from __future__ import annotations

from collections.abc import Callable

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.array_parts import array_of_parts, check_iterated
from plait.frontend.check.assignment import Check
from plait.frontend.check.callbacks import Callback, call, check_callback, result_element
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.iteration import element_of
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    NUMBER,
    UNDEFINED,
    UNKNOWN,
    ArrayOf,
    TupleOf,
    Type,
    has_invalid,
    members_of,
    without_nullish,
)
from plait.frontend.codes import Code


def check_array_function(
    context: Context, node: syntax.Call, name: str, wanted: Type | None, check: Check
) -> typed.Expression:
    """`Array.name(arguments)`."""
    match name:
        case "from" if len(node.arguments) in (1, 2):
            return _from(context, node, wanted, check)
        case "of":
            return check(context, syntax.ArrayLiteral(node.span, node.arguments), wanted)
        case "isArray" if len(node.arguments) == 1:
            return _is_array(context, node, context.value(check(context, node.arguments[0])))
        case _:
            for argument in node.arguments:
                check(context, argument)
            return context.invalid(
                Code.LIBRARY,
                node.callee.span,
                f"`Array.{name}` is not supported here yet",
                "there are Array.from, Array.of, Array.isArray",
            )


def _is_array(context: Context, node: syntax.Call, value: typed.Expression) -> typed.Expression:
    if has_invalid(value.type):
        return value
    answers = {isinstance(member, ArrayOf | TupleOf) for member in members_of(value.type)}
    if len(answers) > 1 or value.type is UNKNOWN:
        return context.invalid(
            Code.LIBRARY, node.span, f"`Array.isArray` of {value.type} is not supported yet", "ask for the other types"
        )
    return typed.Comma(node.span, BOOLEAN, value, typed.Constant(node.span, BOOLEAN, answers == {True}))


def _from(context: Context, node: syntax.Call, wanted: Type | None, check: Check) -> typed.Expression:
    source = node.arguments[0]
    steps = Steps(context, node.span)
    length = _length_property(source)
    if length is not None:
        return _from_length(context, node, length, wanted, check)
    values = check_iterated(context, source, None, check)
    element = element_of(context, values)
    if has_invalid(element):
        return typed.Invalid(node.span, INVALID)
    copied = array_of_parts(context, node.span, element, (syntax.Spread(source.span, source),), [values])
    if len(node.arguments) == 1:
        return copied
    array = steps.hold(copied)
    callback = check_callback(context, node.arguments[1], (element, NUMBER), None, steps, check)
    count = steps.hold(typed.Length(node.span, NUMBER, array))
    return _made(context, node, steps, callback, count, wanted, lambda index: steps.element(array, index))


def _length_property(node: syntax.Expression) -> syntax.Expression | None:
    """The length in `{ length: n }`."""
    match node:
        case syntax.ObjectLiteral(properties=(syntax.Property(name=syntax.Identifier(name="length"), value=value),)):
            return value
        case _:
            return None


def _from_length(
    context: Context, node: syntax.Call, length: syntax.Expression, wanted: Type | None, check: Check
) -> typed.Expression:
    number = assign(context, context.value(check(context, length)), NUMBER)
    if has_invalid(number.type):
        return typed.Invalid(node.span, INVALID)
    span = node.span
    if len(node.arguments) == 1:
        return context.invalid(
            Code.LIBRARY, span, "the elements of this array have no value", "give a function: `(_, i) => ...`"
        )
    steps = Steps(context, span)
    count = steps.hold(call_prelude(context, span, "lengthOf", NUMBER, (number,)))
    callback = check_callback(context, node.arguments[1], (UNKNOWN, NUMBER), None, steps, check)
    nothing = convert(typed.Nothing(span, UNDEFINED), UNKNOWN)
    return _made(context, node, steps, callback, count, wanted, lambda _: nothing)


def _made(
    context: Context,
    node: syntax.Call,
    steps: Steps,
    callback: Callback | None,
    count: typed.Expression,
    wanted: Type | None,
    element: Callable[[typed.Expression], typed.Expression],
) -> typed.Expression:
    """The array of what a function makes of elements and their indices."""
    if callback is None:
        return typed.Invalid(node.span, INVALID)
    type_ = result_element(context, node.arguments[1].span, callback.type.result, wanted)
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    made = steps.read(steps.variable(ArrayOf(type_), typed.NewArray(node.span, ArrayOf(type_), ())))

    def body(index: typed.Expression, _: typed.JumpTarget) -> typed.Statement:
        value = call(context, node.span, callback, (element(index), index))
        return steps.push(made, convert(value, type_))

    steps.count(count, body)
    return steps.result(made)


def array_of_length(
    context: Context, node: syntax.Call | syntax.New, wanted: Type | None, check: Check
) -> tuple[Type | None, typed.Expression] | None:
    """The element type, if it is known, and the length in `new Array<T>(length)`; None if it is something else."""
    if not is_array_of_length(context, node):
        return None
    element: Type | None = None
    if isinstance(node, syntax.New) and node.type_arguments:
        element = element_type(context, node)
    else:
        arrays = () if wanted is None else members_of(without_nullish(wanted))
        element = next((member.element for member in arrays if isinstance(member, ArrayOf)), None)
    return element, assign(context, context.value(check(context, node.arguments[0])), NUMBER)


def is_array_of_length(context: Context, node: syntax.Expression) -> bool:
    """Whether this is `new Array(length)` or `Array(length)`."""
    match node:
        case (
            syntax.New(callee=syntax.Name(name="Array"), arguments=(argument,))
            | syntax.Call(callee=syntax.Name(name="Array"), arguments=(argument,))
        ):
            return context.scope.find("Array") is None and not isinstance(argument, syntax.Spread)
        case _:
            return False


def filled_array(
    context: Context, node: syntax.Call, new: syntax.Expression, wanted: Type | None, check: Check
) -> typed.Expression:
    """`new Array<T>(length).fill(value)`."""
    if not isinstance(new, syntax.New | syntax.Call):
        raise AssertionError("an array of a length")
    known, length = array_of_length(context, new, wanted, check) or (INVALID, typed.Invalid(new.span, INVALID))
    if len(node.arguments) != 1:
        return context.invalid(
            Code.LIBRARY, node.span, "an array of a length takes one value to be filled with", "write `fill(value)`"
        )
    value = context.value(check(context, node.arguments[0], known))
    element = value.type if known is None else known
    value = assign(context, value, element)
    if any(map(has_invalid, (element, length.type, value.type))):
        return typed.Invalid(node.span, INVALID)
    return typed.FilledArray(node.span, ArrayOf(element), length, value)


def element_type(context: Context, node: syntax.New) -> Type:
    """The element type in `new Array<T>()`."""
    if len(node.type_arguments) != 1:
        context.report(
            Code.MISSING_ELEMENT_TYPE,
            node.span,
            "the element type of this array is not known",
            "write `new Array<number>(...)`",
        )
        return INVALID
    written = syntax.ArrayTypeSyntax(node.type_arguments[0].span, node.type_arguments[0])
    array = context.resolve(written)
    return array.element if isinstance(array, ArrayOf) else INVALID
