"""Methods of arrays that take functions, as loops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.callbacks import Callback, call, check_callback, result_element
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, condition, convert
from plait.frontend.check.operators import negation
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ArrayOf,
    Type,
    has_invalid,
    members_of,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.isa.builtin_classes import BuiltinClass

Method: TypeAlias = Callable[["_Method"], typed.Expression]


class _Method:
    """One call of a method of an array."""

    def __init__(
        self, context: Context, node: syntax.Call, array: typed.Expression, wanted: Type | None, check: Check
    ) -> None:
        if not isinstance(array.type, ArrayOf):
            raise AssertionError("an array")
        self.context = context
        self.node = node
        self.wanted = wanted
        self.check = check
        self.element: Type = array.type.element
        self.steps = Steps(context, node.span)
        self.array = self.steps.hold(array)
        self.invalid = typed.Invalid(node.span, INVALID)

    def callback(self, result: Type | None, *before: Type) -> Callback | None:
        """The function that is the first argument. It takes `before`, an element, its index and the array."""
        given = (*before, self.element, NUMBER, self.array.type)
        return check_callback(self.context, self.node.arguments[0], given, result, self.steps, self.check)

    def call(self, callback: Callback, index: typed.Expression, *before: typed.Expression) -> typed.Expression:
        """The call for one element."""
        element = self.steps.element(self.array, index)
        return call(self.context, self.node.span, callback, (*before, element, index, self.array))

    def length(self) -> typed.Expression:
        """The length of the array before the first call."""
        return self.steps.hold(typed.Length(self.node.span, NUMBER, self.array))

    def evaluate(self, value: typed.Expression) -> typed.Statement:
        """An expression as a statement."""
        return typed.Evaluate(self.node.span, value)

    def when(self, test: typed.Expression, *then: typed.Statement) -> typed.Statement:
        """An `if`."""
        return typed.If(self.node.span, test, self.steps.block(*then), None)


def check_array_method(
    context: Context, node: syntax.Call, array: typed.Expression, name: str, wanted: Type | None, check: Check
) -> typed.Expression | None:
    """The call of a method that takes a function; None if the name is that of another."""
    found = _METHODS.get(name)
    if found is None:
        return None
    method, most = found
    if not 1 <= len(node.arguments) <= most or any(isinstance(part, syntax.Spread) for part in node.arguments):
        return context.invalid(
            Code.ARGUMENT_COUNT, node.span, f"`{name}` takes {'1 or ' * (most > 1)}{most} argument{'s' * (most > 1)}"
        )
    return method(_Method(context, node, array, wanted, check))


def _map(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    element = result_element(method.context, method.node.arguments[0].span, callback.type.result, method.wanted)
    if has_invalid(element):
        return method.invalid
    steps, length = method.steps, method.length()
    type_ = ArrayOf(element)
    made = steps.read(steps.variable(type_, typed.NewArray(method.node.span, type_, ())))

    def body(index: typed.Expression, _: typed.JumpTarget) -> typed.Statement:
        return steps.push(made, convert(method.call(callback, index), element))

    steps.count(length, body)
    return steps.result(made)


def _flat_map(method: _Method) -> typed.Expression:
    """As `map`; the elements of a result that is an array are appended one by one."""
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    result = callback.type.result
    given = result.element if isinstance(result, ArrayOf) else result
    if any(isinstance(member, ArrayOf) for member in members_of(result)) and not isinstance(result, ArrayOf):
        return method.context.invalid(
            Code.UNION, method.node.arguments[0].span, f"results of type {result} cannot be joined", "give arrays only"
        )
    element = result_element(method.context, method.node.arguments[0].span, given, method.wanted)
    if has_invalid(element):
        return method.invalid
    steps, length = method.steps, method.length()
    type_ = ArrayOf(element)
    made = steps.read(steps.variable(type_, typed.NewArray(method.node.span, type_, ())))

    def body(index: typed.Expression, _: typed.JumpTarget) -> typed.Statement:
        value = method.call(callback, index)
        if not isinstance(result, ArrayOf):
            return steps.push(made, convert(value, element))
        inner = Steps(method.context, method.node.span)
        more = inner.hold(value)
        inner.count(
            inner.hold(typed.Length(method.node.span, NUMBER, more)),
            lambda place, _: inner.push(made, convert(inner.element(more, place), element)),
        )
        return inner.statement()

    steps.count(length, body)
    return steps.result(made)


def _for_each(method: _Method) -> typed.Expression:
    callback = method.callback(VOID)
    if callback is None:
        return method.invalid
    method.steps.count(method.length(), lambda index, _: method.evaluate(method.call(callback, index)))
    return method.steps.result(None)


def _filter(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    steps, length = method.steps, method.length()
    made = steps.read(steps.variable(method.array.type, typed.NewArray(method.node.span, method.array.type, ())))

    def body(index: typed.Expression, _: typed.JumpTarget) -> typed.Statement:
        inner = Steps(method.context, method.node.span)
        element = inner.hold(steps.element(method.array, index))
        given = (element, index, method.array)
        test = condition(method.context, call(method.context, method.node.span, callback, given))
        chosen = inner.result(
            typed.Logical(method.node.span, BOOLEAN, syntax.LogicalOperator.AND, test, _pushed(made, element))
        )
        return method.evaluate(chosen)

    steps.count(length, body)
    return steps.result(made)


def _pushed(array: typed.Expression, element: typed.Expression) -> typed.Expression:
    """Pushes the element; a condition that is always true."""
    pushed = typed.Push(element.span, NUMBER, array, (element,))
    return typed.Comma(element.span, BOOLEAN, pushed, typed.Constant(element.span, BOOLEAN, True))


def _decided(
    method: _Method,
    first: Type,
    initial: typed.Expression,
    callback: Callback,
    negated: bool,
    found: Callable[[typed.Expression, typed.Expression], typed.Expression],
) -> typed.Expression:
    """Goes on until the function says yes (or no): then the result is what is found of the element, read before the
    function was called, and its index; else the initial value.
    """
    steps, length = method.steps, method.length()
    result = steps.variable(first, initial, is_constant=False)

    def body(index: typed.Expression, target: typed.JumpTarget) -> typed.Statement:
        span = method.node.span
        inner = Steps(method.context, span)
        element = inner.hold(steps.element(method.array, index))
        test = condition(method.context, call(method.context, span, callback, (element, index, method.array)))
        if negated:
            test = negation(span, test)
        store = typed.Store(span, first, result, found(element, index))
        inner.add(method.when(test, method.evaluate(store), typed.Break(span, target)))
        return inner.statement()

    steps.count(length, body)
    return steps.result(steps.read(result))


def _some(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    yes, no = method.steps.truth(True), method.steps.truth(False)
    return _decided(method, BOOLEAN, no, callback, False, lambda _element, _index: yes)


def _every(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    yes, no = method.steps.truth(True), method.steps.truth(False)
    return _decided(method, BOOLEAN, yes, callback, True, lambda _element, _index: no)


def _find(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    type_ = union((method.element, UNDEFINED))
    nothing = convert(typed.Nothing(method.node.span, UNDEFINED), type_)
    return _decided(method, type_, nothing, callback, False, lambda element, _: convert(element, type_))


def _find_index(method: _Method) -> typed.Expression:
    callback = method.callback(None)
    if callback is None:
        return method.invalid
    return _decided(method, NUMBER, method.steps.number(-1), callback, False, lambda _, index: index)


def _check_not_empty(method: _Method) -> None:
    span = method.node.span
    message = typed.Constant(span, TEXT, "Reduce of empty array with no initial value")
    error = typed.Machine(span, UNKNOWN, (f"NEW_ERROR {int(BuiltinClass.TYPE_ERROR)}", "BOX_REF"), (message,))
    length = typed.Length(span, NUMBER, method.array)
    is_empty = typed.Compare(span, BOOLEAN, BinaryOperator.EQUAL, length, method.steps.number(0))
    method.steps.add(method.when(is_empty, typed.Throw(span, error)))


def _reduce(method: _Method) -> typed.Expression:
    return _folded(method, is_from_right=False)


def _reduce_right(method: _Method) -> typed.Expression:
    return _folded(method, is_from_right=True)


def _folded(method: _Method, is_from_right: bool) -> typed.Expression:
    steps, context, node = method.steps, method.context, method.node
    if len(node.arguments) == 2:
        initial = context.value(method.check(context, node.arguments[1], method.wanted))
        if has_invalid(initial.type):
            return method.invalid
        type_ = initial.type
        if method.wanted is INT:
            initial = assign(context, initial, INT)
            type_ = initial.type
        first = 0
        # The function is computed before the initial value.
        result = steps.variable(type_, initial, is_constant=False)
        callback = method.callback(type_, type_)
    else:
        type_ = method.element
        first = 1
        callback = method.callback(type_, type_)
        _check_not_empty(method)
        length = method.length()
        start = _mirrored(method, length, steps.number(0)) if is_from_right else steps.number(0)
        result = steps.variable(type_, steps.element(method.array, start), is_constant=False)
    if callback is None:
        return method.invalid
    if first == 0:
        length = method.length()

    def body(place: typed.Expression, _: typed.JumpTarget) -> typed.Statement:
        index = _mirrored(method, length, place) if is_from_right else place
        value = assign(context, method.call(callback, index, steps.read(result)), type_)
        store = method.evaluate(typed.Store(node.span, type_, result, value))
        if first == 0:
            return store
        later = typed.Compare(node.span, BOOLEAN, BinaryOperator.GREATER, place, steps.number(0))
        return method.when(later, store)

    steps.count(length, body)
    return steps.result(steps.read(result))


def _mirrored(method: _Method, length: typed.Expression, place: typed.Expression) -> typed.Expression:
    """The index as far from the end as the place is from the start."""
    span = method.node.span
    last = typed.Arithmetic(span, NUMBER, BinaryOperator.SUBTRACT, length, method.steps.number(1))
    return typed.Arithmetic(span, NUMBER, BinaryOperator.SUBTRACT, last, place)


_METHODS: Final[dict[str, tuple[Method, int]]] = {
    "map": (_map, 1),
    "forEach": (_for_each, 1),
    "filter": (_filter, 1),
    "some": (_some, 1),
    "every": (_every, 1),
    "find": (_find, 1),
    "findIndex": (_find_index, 1),
    "reduce": (_reduce, 2),
    "reduceRight": (_reduce_right, 2),
    "flatMap": (_flat_map, 1),
}
