"""Expressions: syntax to typed expressions."""

from __future__ import annotations

from typing import Final, assert_never

from plait.frontend import syntax
from plait.frontend.check import calls, library, literals, objects, operators, typed
from plait.frontend.check.arguments import check_all
from plait.frontend.check.array_parts import array_of_parts, check_part, part_type
from plait.frontend.check.assignment import check_assign, check_assign_if, check_update
from plait.frontend.check.casts import as_type
from plait.frontend.check.conditions import (
    Condition,
    always_nullish,
    check_condition,
    constant_condition,
    constant_outcome,
)
from plait.frontend.check.context import Context, EnumSymbol
from plait.frontend.check.conversions import assign, become, common_type, condition, convert, to_text, unknown
from plait.frontend.check.flow import State, join
from plait.frontend.check.functions import check_function
from plait.frontend.check.library_functions import library_function_value
from plait.frontend.check.library_methods import check_await
from plait.frontend.check.names import find_variable
from plait.frontend.check.narrowing import outcomes
from plait.frontend.check.numbers import to_number
from plait.frontend.check.operators import COMPARISONS
from plait.frontend.check.patterns import check_assign_parts
from plait.frontend.check.relations import reduced_union
from plait.frontend.check.tuples import read_place, tuple_literal
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    NEVER,
    NULL,
    NULLISH,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ArrayOf,
    PromiseOf,
    TupleOf,
    Type,
    has_invalid,
    is_nullish,
    is_numeric,
    members_of,
    union,
    without_nullish,
)
from plait.frontend.codes import Code
from plait.frontend.compilation import current
from plait.frontend.syntax import BinaryOperator, LogicalOperator, UnaryOperator
from plait.source import Span


def check_expression(context: Context, node: syntax.Expression, wanted: Type | None = None) -> typed.Expression:
    """The typed expression. `wanted` is the type that the place asks for; it only guides array literals."""
    compilation = current()
    compilation.enter(node.span)
    try:
        return _check(context, node, wanted)
    finally:
        compilation.leave()


def _check(context: Context, node: syntax.Expression, wanted: Type | None) -> typed.Expression:
    match node:
        case syntax.NumberLiteral(span=span, value=value):
            return typed.Constant(span, NUMBER, value, is_literal=True)
        case syntax.StringLiteral(span=span, value=text):
            return typed.Constant(span, TEXT, text, is_literal=True)
        case syntax.BooleanLiteral(span=span, value=truth):
            return typed.Constant(span, BOOLEAN, truth, is_literal=True)
        case syntax.NullLiteral(span=span):
            return typed.Nothing(span, NULL)
        case syntax.UndefinedLiteral(span=span):
            return typed.Nothing(span, UNDEFINED)
        case syntax.Template():
            return _template(context, node)
        case syntax.ArrayLiteral():
            return _array(context, node, wanted)
        case syntax.ObjectLiteral():
            return literals.check_object_literal(context, node, wanted, check_expression)
        case syntax.This():
            return objects.check_this(context, node)
        case syntax.SuperCall(span=span, arguments=values):
            check_all(context, values, check_expression)
            return context.invalid(
                Code.SUPER_CALL, span, "`super(...)` stands as a statement of its own in a constructor", "move it there"
            )
        case syntax.SuperMember():
            static = objects.read_static_super(context, node)
            if static is not None:
                return static
            found = objects.check_super_member(context, node)
            if found is None:
                return typed.Invalid(node.span, INVALID)
            return objects.read_member(context, node.span, *found)
        case syntax.Name() | syntax.Member() if function := library_function_value(context, node, wanted):
            return check_function(context, function, wanted)
        case syntax.Name():
            return _name(context, node)
        case syntax.Unary(span=span, operator=operator, operand=operand):
            if operator is UnaryOperator.NOT:
                return _negation(context, node)
            if operator is UnaryOperator.VOID:
                dropped = check_expression(context, operand)
                return typed.Comma(span, UNDEFINED, dropped, typed.Nothing(span, UNDEFINED))
            if operator is UnaryOperator.PLUS:
                return to_number(context, span, check_expression(context, operand))
            return operators.unary(context, span, operator, check_expression(context, operand))
        case syntax.TypeOf(span=span, operand=operand):
            return _type_of(context, span, operand)
        case syntax.NonNull(span=span, operand=operand):
            found_value = context.value(check_expression(context, operand))
            return operators.narrow(found_value, without_nullish(found_value.type))
        case syntax.Coalesce():
            return _coalesce(context, node, wanted)
        case syntax.Update():
            return check_update(context, node, check_expression)
        case syntax.Binary():
            return _binary(context, node)
        case syntax.Logical():
            return _logical(context, node, wanted)
        case syntax.Assign():
            return check_assign(context, node, check_expression)
        case syntax.AssignIf():
            return check_assign_if(context, node, check_expression)
        case syntax.Conditional():
            return _conditional(context, node, wanted)
        case syntax.Sequence():
            return _sequence(context, node, wanted)
        case syntax.Call():
            return calls.check_call(context, node, wanted, check_expression)
        case syntax.New():
            return calls.check_new(context, node, wanted, check_expression)
        case syntax.Member():
            return objects.check_member(context, node, check_expression)
        case syntax.Chain():
            return _chain(context, node)
        case syntax.Index(span=span):
            return _element(context, node)
        case syntax.Await():
            return _await(context, node, wanted)
        case syntax.As(span=span, operand=operand, type=written):
            type_ = context.resolve(written)
            return as_type(context, span, check_expression(context, operand, type_), type_)
        case syntax.FunctionExpression():
            return check_function(context, node, wanted)
        case syntax.AssignParts():
            return check_assign_parts(context, node, check_expression)
        case syntax.Spread(span=span):
            return context.invalid(
                Code.EXPRESSION, span, "elements cannot be spread here yet", "pass the elements one by one"
            )
        case syntax.BadExpression(span=span):
            return typed.Invalid(span, INVALID)
    assert_never(node)


def _template(context: Context, node: syntax.Template) -> typed.Expression:
    parts: list[typed.Expression] = []
    for index, text in enumerate(node.texts):
        if text:
            parts.append(typed.Constant(node.span, TEXT, text))
        if index < len(node.insertions):
            parts.append(to_text(context, check_expression(context, node.insertions[index])))
    result = parts[0]
    for part in parts[1:]:
        result = operators.binary(context, node.span, BinaryOperator.ADD, result, part)
    return result


def _array(context: Context, node: syntax.ArrayLiteral, wanted: Type | None) -> typed.Expression:
    for member in () if wanted is None else members_of(wanted):
        if isinstance(member, TupleOf):
            return tuple_literal(context, node, member, check_expression)
    if any(isinstance(element, syntax.Spread) for element in node.elements):
        return _array_of_parts(context, node, wanted)
    wanted_element = _wanted_element(wanted)
    checked: dict[syntax.Expression, typed.Expression] = {}
    if wanted_element is None:
        # Elements that are empty arrays have the type of the others.
        checked = {e: check_expression(context, e) for e in node.elements if not _is_empty(e)}
    guide = next((element.type for element in checked.values()), wanted_element)
    elements = [context.value(checked.get(e) or check_expression(context, e, guide)) for e in node.elements]
    element_type = wanted_element
    if element_type is None:
        if wanted is INVALID:
            return typed.Invalid(node.span, INVALID)
        if not elements:
            return context.invalid(
                Code.MISSING_ELEMENT_TYPE,
                node.span,
                "the element type of this array is not known",
                "annotate the variable: `: number[]`",
            )
        element_type = common_type(context, elements)
        if is_nullish(element_type):
            return context.invalid(
                Code.MISSING_ELEMENT_TYPE,
                node.span,
                "the element type of this array is not known",
                "annotate the variable: `: (number | null)[]`",
            )
    return typed.NewArray(node.span, ArrayOf(element_type), tuple(assign(context, e, element_type) for e in elements))


def _array_of_parts(context: Context, node: syntax.ArrayLiteral, wanted: Type | None) -> typed.Expression:
    element = _wanted_element(wanted)
    values = [check_part(context, part, element, check_expression) for part in node.elements]
    if element is None:
        types = [part_type(context, part, value) for part, value in zip(node.elements, values, strict=True)]
        if any(map(has_invalid, types)):
            return typed.Invalid(node.span, INVALID)
        element = reduced_union(types)
    return array_of_parts(context, node.span, element, node.elements, values)


def _wanted_element(wanted: Type | None) -> Type | None:
    """The element type that is wanted of an array literal: that of the only array among the types that will do."""
    found = [] if wanted is None else [item.element for item in members_of(wanted) if isinstance(item, ArrayOf)]
    return found[0] if len(found) == 1 else None


def _is_empty(node: syntax.Expression) -> bool:
    return isinstance(node, syntax.ArrayLiteral) and not node.elements


def _name(context: Context, node: syntax.Name) -> typed.Expression:
    variable = find_variable(context, node)
    if not isinstance(variable, typed.Variable):
        return variable
    if variable.constant is not None and variable.function == context.function.index:
        constant = variable.constant
        return typed.Constant(node.span, constant.type, constant.value, constant.is_literal)
    return objects.narrowed(context, typed.Read(node.span, variable.type, variable), variable.type)


def _binary(context: Context, node: syntax.Binary) -> typed.Expression:
    # Long chains such as `a + b + c + ...` lean to the left: walk down their spine without recursion.
    chain: list[syntax.Binary] = []
    innermost: syntax.Expression = node
    while isinstance(innermost, syntax.Binary) and innermost.operator is not BinaryOperator.INSTANCE_OF:
        chain.append(innermost)
        innermost = innermost.left
    if isinstance(innermost, syntax.Binary):
        left = library.check_instance(context, innermost, check_expression(context, innermost.left))
    else:
        left = check_expression(context, innermost)
    for link in reversed(chain):
        left = operators.binary(context, link.span, link.operator, left, check_expression(context, link.right))
    return left


def _negation(context: Context, node: syntax.Unary) -> typed.Expression:
    state = context.flow.state
    found = check_condition(context, node, check_expression)
    _keep(context, state, found)
    return found.value


def _keep(context: Context, state: State, found: Condition) -> None:
    """A condition used as a value tells nothing about what follows, unless it assigned something."""
    if join(state, found.when_true) == join(state, found.when_false) == state:
        context.flow.state = state


def _logical(context: Context, node: syntax.Logical, wanted: Type | None) -> typed.Expression:
    outcome = constant_outcome(node.left)
    if outcome is not None:
        return constant_condition(context, node.left, outcome)
    flow = context.flow
    is_or = node.operator is LogicalOperator.OR
    if _is_condition(node.left):
        test = check_condition(context, node.left, check_expression)
        left, when_true, when_false = test.value, test.when_true, test.when_false
    else:
        left = context.value(check_expression(context, node.left, wanted))
        when_true, when_false = outcomes(
            flow.state, left if left.type is BOOLEAN else typed.Truthy(left.span, BOOLEAN, left)
        )
    kept_state, flow.state = (when_true, when_false) if is_or else (when_false, when_true)
    right = check_expression(context, node.right, wanted)
    flow.state = join(kept_state, flow.state)
    if has_invalid(left.type) or has_invalid(right.type):
        return typed.Invalid(node.span, INVALID)
    if right.type is VOID:
        nothing = typed.Nothing(node.span, UNDEFINED)
        then, otherwise = (nothing, right) if is_or else (right, nothing)
        return typed.Choose(node.span, VOID, condition(context, left), then, otherwise)
    if left.type in (BOOLEAN, TEXT) or is_numeric(left.type):
        type_ = common_type(context, (left, right))
        if type_ in (BOOLEAN, TEXT) or is_numeric(type_):
            return typed.Logical(
                node.span, type_, node.operator, assign(context, left, type_), assign(context, right, type_)
            )
    name = typed.OldValue(left.span, left.type)
    kept = operators.kept(name, node.operator)
    test_value = condition(context, name)
    type_ = right.type if kept.type is NEVER else common_type(context, (kept, right), wanted)
    both = become(context, kept, type_), become(context, right, type_)
    then, otherwise = both if is_or else (both[1], both[0])
    choice = typed.Choose(node.span, type_, test_value, then, otherwise)
    return typed.Let(node.span, type_, left, name, choice)


def _is_condition(node: syntax.Expression) -> bool:
    """Whether an operand is a boolean by its form, so that its own operands tell something."""
    match node:
        case syntax.Logical(left=left, right=right):
            return _is_condition(left) and _is_condition(right)
        case syntax.Unary(operator=UnaryOperator.NOT):
            return True
        case syntax.Binary(operator=operator):
            return operator in COMPARISONS
        case _:
            return False


def _coalesce(context: Context, node: syntax.Coalesce, wanted: Type | None) -> typed.Expression:
    flow = context.flow
    left = context.value(check_expression(context, node.left, wanted))
    if has_invalid(left.type):
        check_expression(context, node.right, wanted)
        return typed.Invalid(node.span, INVALID)
    when_nothing, when_there = outcomes(flow.state, typed.IsNothing(left.span, BOOLEAN, left, NULLISH))
    flow.state = when_nothing
    right = check_expression(context, node.right, wanted)
    flow.state = join(when_there, flow.state)
    if has_invalid(right.type):
        return typed.Invalid(node.span, INVALID)
    if always_nullish(node.left) is not None:
        return context.invalid(
            Code.CONSTANT_CONDITION, left.span, "the left side of `??` is always the same", "leave one side out"
        )
    if is_nullish(left.type):
        return typed.Comma(node.span, right.type, left, right)
    name = typed.OldValue(left.span, without_nullish(left.type))
    if right.type is VOID:
        return typed.IfPresent(node.span, VOID, left, name, typed.Nothing(node.span, UNDEFINED), right)
    type_ = common_type(context, (name, right), wanted)
    there, missing = become(context, name, type_), become(context, right, type_)
    return typed.IfPresent(node.span, type_, left, name, there, missing)


def _chain(context: Context, node: syntax.Chain) -> typed.Expression:
    context.function.links.append([])
    result = check_expression(context, node.expression)
    links = context.function.links.pop()
    if has_invalid(result.type) or not links:
        return result
    type_ = VOID if result.type is VOID else union((result.type, UNDEFINED))
    nothing = typed.Nothing(node.span, UNDEFINED)
    then = result if type_ is VOID else convert(result, type_)
    for value, name in reversed(links):
        then = typed.IfPresent(node.span, type_, value, name, then, typed.Convert(node.span, type_, nothing))
    return then


def _type_of(context: Context, span: Span, operand: syntax.Expression) -> typed.Expression:
    value = context.value(check_expression(context, operand))
    if has_invalid(value.type):
        return typed.Invalid(span, INVALID)
    return typed.TypeOf(span, TEXT, value)


def _conditional(context: Context, node: syntax.Conditional, wanted: Type | None) -> typed.Expression:
    flow = context.flow
    state = flow.state
    test = check_condition(context, node.condition, check_expression)
    if wanted is None and _is_empty(node.then):
        # An empty array has the type of the other branch.
        flow.state = test.when_false
        otherwise = check_expression(context, node.otherwise)
        after_then, after_otherwise = test.when_true, flow.state
        then = check_expression(context, node.then, otherwise.type)
    else:
        flow.state = test.when_true
        then = check_expression(context, node.then, wanted)
        after_then, flow.state = flow.state, test.when_false
        guide = then.type if wanted is None and _is_empty(node.otherwise) else wanted
        otherwise = check_expression(context, node.otherwise, guide)
        after_otherwise = flow.state
    flow.state = join(after_then, after_otherwise)
    if after_then == test.when_true and flow.state == join(test.when_true, test.when_false):
        _keep(context, state, test)
    is_void = VOID in (then.type, otherwise.type)
    type_ = VOID if is_void else common_type(context, (then, otherwise), wanted)
    if has_invalid(then.type) or has_invalid(otherwise.type):
        type_ = INVALID
    if INVALID in (type_, test.value.type):
        return typed.Invalid(node.span, INVALID)
    if is_void:
        return typed.Choose(node.span, VOID, test.value, then, otherwise)
    return typed.Choose(node.span, type_, test.value, assign(context, then, type_), assign(context, otherwise, type_))


def _sequence(context: Context, node: syntax.Sequence, wanted: Type | None) -> typed.Expression:
    first = check_expression(context, node.first)
    if _has_no_effect(node.first) and not isinstance(node.first, syntax.Sequence):
        context.report(Code.UNUSED_VALUE, node.first.span, "this operand of a comma has no effect", "leave it out")
    second = check_expression(context, node.second, wanted)
    if INVALID in (first.type, second.type):
        return typed.Invalid(node.span, INVALID)
    return typed.Comma(node.span, second.type, first, second)


def _has_no_effect(node: syntax.Expression) -> bool:
    """Whether TypeScript takes an expression for one without effect. Reading a property may have one."""
    match node:
        case syntax.Conditional(then=then, otherwise=otherwise):
            return _has_no_effect(then) and _has_no_effect(otherwise)
        case syntax.Binary(left=left, right=right) | syntax.Logical(left=left, right=right):
            return _has_no_effect(left) and _has_no_effect(right)
        case syntax.Coalesce(left=left, right=right) | syntax.Sequence(first=left, second=right):
            return _has_no_effect(left) and _has_no_effect(right)
        case syntax.Unary(operator=operator):
            return operator is not syntax.UnaryOperator.VOID
        case _:
            return isinstance(node, _WITHOUT_EFFECT)


_WITHOUT_EFFECT: Final = (
    syntax.Name,
    syntax.NumberLiteral,
    syntax.StringLiteral,
    syntax.BooleanLiteral,
    syntax.NullLiteral,
    syntax.UndefinedLiteral,
    syntax.Template,
    syntax.ArrayLiteral,
    syntax.ObjectLiteral,
    syntax.FunctionExpression,
    syntax.TypeOf,
    syntax.NonNull,
)


def _element(context: Context, node: syntax.Index) -> typed.Expression:
    if isinstance(node.object, syntax.Name) and isinstance(symbol := context.scope.find(node.object.name), EnumSymbol):
        from plait.frontend.check.enums import check_enum_name

        return check_enum_name(context, node, symbol)
    array = objects.present(context, objects.check_object(context, node.object, node.is_optional, check_expression))
    index = library.check_index(context, check_expression(context, node.index))
    if INVALID in (array.type, index.type):
        return typed.Invalid(node.span, INVALID)
    if isinstance(array.type, TupleOf):
        return read_place(context, node.span, array, index)
    return library.check_element(context, node.span, array, index)


def _await(context: Context, node: syntax.Await, wanted: Type | None) -> typed.Expression:
    if not context.function.may_await:
        context.report(
            Code.AWAIT_OUTSIDE,
            node.span,
            "`await` is allowed in async functions and at the top level only",
            "make the function async",
        )
    operand = check_expression(context, node.operand, None if wanted is None else PromiseOf(wanted))
    if operand.type is UNKNOWN:
        return unknown(context, operand.span)
    direct = check_await(context, operand)
    if direct is not None:
        return direct
    if operand.type is VOID:
        return typed.Await(node.span, VOID, operand)
    type_ = operand.type.result if isinstance(operand.type, PromiseOf) else operand.type
    return typed.Await(node.span, type_, operand)
