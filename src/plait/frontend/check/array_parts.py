"""Arrays made of parts: elements, and the elements of other arrays."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign
from plait.frontend.check.iteration import View, check_view, element_of, go_over
from plait.frontend.check.prelude import call_prelude, native
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import INVALID, NUMBER, VOID, ArrayOf, Type, has_invalid
from plait.source import Span


def check_part(context: Context, node: syntax.Expression, wanted: Type | None, check: Check) -> typed.Expression:
    """The value of a part: of a spread one, that of which the elements are taken."""
    if isinstance(node, syntax.Spread):
        return check_iterated(context, node.value, None if wanted is None else ArrayOf(wanted), check)
    return context.value(check(context, node, wanted))


def check_iterated(context: Context, node: syntax.Expression, wanted: Type | None, check: Check) -> typed.Expression:
    """A value of which all elements are taken at once; a view of an array is an array here."""
    view = check_view(context, node, wanted, check)
    if not isinstance(view, View):
        return view
    if view.kind == "values":
        return view.array
    types = {"T": view.element, "E": view.given}
    return call_prelude(context, node.span, view.kind, view.element, (view.array,), types)


def part_type(context: Context, node: syntax.Expression, value: typed.Expression) -> Type:
    """The type of the elements that a part gives."""
    return element_of(context, value) if isinstance(node, syntax.Spread) else value.type


def array_of_parts(
    context: Context, span: Span, element: Type, nodes: tuple[syntax.Expression, ...], values: list[typed.Expression]
) -> typed.Expression:
    """A new array of the parts, whose values have been checked."""
    if not any(isinstance(node, syntax.Spread) for node in nodes):
        elements = tuple(assign(context, value, element) for value in values)
        return _unless_invalid(typed.NewArray(span, ArrayOf(element), elements), elements)
    steps = Steps(context, span)
    array = steps.read(steps.variable(ArrayOf(element), typed.NewArray(span, ArrayOf(element), ())))
    return steps.result(array) if _append(context, steps, array, nodes, values) else typed.Invalid(span, INVALID)


def _append(
    context: Context,
    steps: Steps,
    array: typed.Expression,
    nodes: tuple[syntax.Expression, ...],
    values: list[typed.Expression],
) -> bool:
    if not isinstance(array.type, ArrayOf):
        raise AssertionError("an array of parts")
    element = array.type.element
    for node, value in zip(nodes, values, strict=True):
        if not isinstance(node, syntax.Spread):
            pushed = assign(context, value, element)
            if has_invalid(pushed.type):
                return False
            steps.add(steps.push(array, pushed))
            continue
        given = element_of(context, value)
        if has_invalid(given):
            return False
        if value.type == array.type:
            steps.do(native(value.span, "array.append", VOID, array, steps.hold(value)))
            continue
        function = context.function.index
        variable = typed.Variable("(element)", given, value.span, True, True, function, False, value.span.start)
        pushed = assign(context, typed.Read(value.span, given, variable), element)
        if has_invalid(pushed.type):
            return False
        source = steps.hold(value)
        target = typed.JumpTarget(is_loop=True)
        steps.add(go_over(context, value.span, target, variable, source, steps.push(array, pushed)))
    return True


def _unless_invalid(result: typed.Expression, parts: tuple[typed.Expression, ...]) -> typed.Expression:
    return typed.Invalid(result.span, INVALID) if any(has_invalid(part.type) for part in parts) else result


def push_parts(
    context: Context, node: syntax.Call, array: typed.Expression, element: Type, check: Check
) -> typed.Expression:
    """`array.push(a, ...b)`: all values are computed before the first is appended."""
    values = [check_part(context, argument, element, check) for argument in node.arguments]
    if has_invalid(array.type) or any(has_invalid(value.type) for value in values):
        return typed.Invalid(node.span, INVALID)
    steps = Steps(context, node.span)
    target = steps.hold(array)
    made = steps.hold(array_of_parts(context, node.span, element, node.arguments, values))
    if has_invalid(made.type):
        return typed.Invalid(node.span, INVALID)
    steps.do(native(node.span, "array.append", VOID, target, made))
    return steps.result(typed.Length(node.span, NUMBER, target))
