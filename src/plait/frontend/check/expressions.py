"""Expressions: syntax to typed expressions."""

from __future__ import annotations

from typing import assert_never

from plait.frontend import syntax
from plait.frontend.check import calls, library, operators, typed
from plait.frontend.check.assignment import check_assign, check_update
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign, common_type, condition, narrowings, to_text, unknown
from plait.frontend.check.names import find_variable
from plait.frontend.check.types import (
    BOOLEAN,
    ERROR_OBJECT,
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    PromiseOf,
    Type,
    is_numeric,
)
from plait.frontend.check.written_types import resolve_type
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator, LogicalOperator, UnaryOperator


def check_expression(context: Context, node: syntax.Expression, wanted: Type | None = None) -> typed.Expression:
    """The typed expression. `wanted` is the type that the place asks for; it only guides array literals."""
    match node:
        case syntax.NumberLiteral(span=span, value=value):
            return typed.Constant(span, NUMBER, value, is_literal=True)
        case syntax.StringLiteral(span=span, value=text):
            return typed.Constant(span, TEXT, text, is_literal=True)
        case syntax.BooleanLiteral(span=span, value=truth):
            return typed.Constant(span, BOOLEAN, truth, is_literal=True)
        case syntax.Template():
            return _template(context, node)
        case syntax.ArrayLiteral():
            return _array(context, node, wanted)
        case syntax.Name():
            return _name(context, node)
        case syntax.Unary(span=span, operator=operator, operand=operand):
            if operator is UnaryOperator.NOT:
                return operators.negation(span, check_condition(context, operand))
            return operators.unary(context, span, operator, check_expression(context, operand))
        case syntax.Update():
            return check_update(context, node, check_expression)
        case syntax.Binary():
            return _binary(context, node)
        case syntax.Logical():
            return _logical(context, node, wanted)
        case syntax.Assign():
            return check_assign(context, node, check_expression)
        case syntax.Conditional():
            return _conditional(context, node, wanted)
        case syntax.Sequence():
            return _sequence(context, node, wanted)
        case syntax.Call():
            return calls.check_call(context, node, check_expression)
        case syntax.New():
            return calls.check_new(context, node, check_expression)
        case syntax.Member():
            return _member(context, node)
        case syntax.Index(span=span):
            return _element(context, node)
        case syntax.Await():
            return _await(context, node)
        case syntax.As(span=span, operand=operand, type=written):
            type_ = resolve_type(context.program.diagnostics, written)
            return operators.as_type(context, span, check_expression(context, operand, type_), type_)
        case syntax.BadExpression(span=span):
            return typed.Invalid(span, INVALID)
    assert_never(node)


def check_condition(context: Context, node: syntax.Expression) -> typed.Expression:
    """The typed expression as a condition: a boolean; the operands of `&&` and `||` are conditions too."""
    if isinstance(node, syntax.Logical):
        left = check_condition(context, node.left)
        right = check_condition(context.narrow(_narrowed_by(node.operator, left)), node.right)
        if INVALID in (left.type, right.type):
            return typed.Invalid(node.span, INVALID)
        return typed.Logical(node.span, BOOLEAN, node.operator, left, right)
    outcome = _constant_outcome(node)
    if outcome is not None:
        return _constant_condition(context, node, outcome)
    return condition(context, check_expression(context, node))


def _constant_outcome(node: syntax.Expression) -> bool | None:
    """The outcome of a condition that TypeScript refuses, because its form alone tells it."""
    match node:
        case syntax.NumberLiteral(value=value) if value not in (0, 1):
            return True
        case syntax.StringLiteral(value=text):
            return text != ""
        case syntax.As(operand=operand):
            return _constant_outcome(operand)
        case syntax.Conditional(then=then, otherwise=otherwise):
            outcome = _constant_outcome(then)
            return outcome if outcome is _constant_outcome(otherwise) else None
        case _:
            return None


def _constant_condition(context: Context, node: syntax.Expression, outcome: bool) -> typed.Expression:
    word = str(outcome).lower()
    return context.invalid(Code.CONSTANT_CONDITION, node.span, f"this condition is always {word}", f"write {word}")


def _narrowed_by(operator: LogicalOperator, left: typed.Expression) -> frozenset[typed.Variable]:
    when_true, when_false = narrowings(left)
    return when_true if operator is LogicalOperator.AND else when_false


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
    wanted_element = wanted.element if isinstance(wanted, ArrayOf) else None
    checked: dict[syntax.Expression, typed.Expression] = {}
    if wanted_element is None:
        # Elements that are empty arrays have the type of the others.
        checked = {e: check_expression(context, e) for e in node.elements if not _is_empty(e)}
    guide = next((element.type for element in checked.values()), wanted_element)
    elements = [context.value(checked.get(e) or check_expression(context, e, guide)) for e in node.elements]
    element_type = wanted_element
    if element_type is None:
        if not elements:
            return context.invalid(
                Code.MISSING_ELEMENT_TYPE,
                node.span,
                "the element type of this array is not known",
                "annotate the variable: `: number[]`",
            )
        element_type = common_type(context, elements)
        if element_type is None:
            types = " and ".join(dict.fromkeys(str(element.type) for element in elements))
            return context.invalid(
                Code.UNION, node.span, f"an array of {types} together is not supported", "use an array for each type"
            )
        if element_type is UNKNOWN:
            return unknown(context, node.span)
    return typed.NewArray(node.span, ArrayOf(element_type), tuple(assign(context, e, element_type) for e in elements))


def _is_empty(node: syntax.Expression) -> bool:
    return isinstance(node, syntax.ArrayLiteral) and not node.elements


def _name(context: Context, node: syntax.Name) -> typed.Expression:
    variable = find_variable(context, node)
    if not isinstance(variable, typed.Variable):
        return variable
    if variable.constant is not None and variable.function == context.function.index:
        constant = variable.constant
        return typed.Constant(node.span, constant.type, constant.value, constant.is_literal)
    type_ = variable.type
    if type_ is UNKNOWN and variable in context.narrowed:
        return typed.Read(node.span, ERROR_OBJECT, variable)
    return typed.Read(node.span, type_, variable)


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


def _logical(context: Context, node: syntax.Logical, wanted: Type | None) -> typed.Expression:
    outcome = _constant_outcome(node.left)
    if outcome is not None:
        return _constant_condition(context, node.left, outcome)
    left = context.value(check_expression(context, node.left, wanted))
    inner = context.narrow(_narrowed_by(node.operator, left))
    right = context.value(check_expression(inner, node.right, wanted))
    type_ = common_type(context, (left, right))
    if type_ is INVALID:
        return typed.Invalid(node.span, INVALID)
    if type_ is None:
        return context.invalid(
            Code.UNION,
            node.span,
            f"`{node.operator.value}` of {left.type} and {right.type} is not supported yet: its type is a union",
            "compare explicitly, or write `condition ? a : b`",
        )
    if type_ is not BOOLEAN and type_ is not TEXT and not is_numeric(type_):
        return condition(context, left)
    return typed.Logical(node.span, type_, node.operator, assign(context, left, type_), assign(context, right, type_))


def _conditional(context: Context, node: syntax.Conditional, wanted: Type | None) -> typed.Expression:
    test = check_condition(context, node.condition)
    when_true, when_false = narrowings(test)
    then = context.value(check_expression(context.narrow(when_true), node.then, wanted))
    otherwise = context.value(check_expression(context.narrow(when_false), node.otherwise, wanted))
    type_ = common_type(context, (then, otherwise))
    if type_ is None:
        return context.invalid(
            Code.UNION,
            node.span,
            f"a value that is {then.type} or {otherwise.type} is not supported yet",
            "give both branches the same type",
        )
    if INVALID in (type_, test.type):
        return typed.Invalid(node.span, INVALID)
    return typed.Choose(node.span, type_, test, assign(context, then, type_), assign(context, otherwise, type_))


def _sequence(context: Context, node: syntax.Sequence, wanted: Type | None) -> typed.Expression:
    effects = syntax.Assign | syntax.Update | syntax.Call | syntax.Await | syntax.Sequence | syntax.BadExpression
    first = check_expression(context, node.first)
    if not isinstance(node.first, effects):
        context.report(Code.UNUSED_VALUE, node.first.span, "this operand of a comma has no effect", "leave it out")
    second = check_expression(context, node.second, wanted)
    if INVALID in (first.type, second.type):
        return typed.Invalid(node.span, INVALID)
    return typed.Comma(node.span, second.type, first, second)


def _member(context: Context, node: syntax.Member) -> typed.Expression:
    if isinstance(node.object, syntax.Name) and context.scope.find(node.object.name) is None:
        constant = library.builtin_constant(context, node.object.name, node)
        if constant is not None:
            return constant
    return library.check_property(context, node, check_expression(context, node.object))


def _element(context: Context, node: syntax.Index) -> typed.Expression:
    array = context.value(check_expression(context, node.object))
    index = library.check_index(context, check_expression(context, node.index))
    if INVALID in (array.type, index.type):
        return typed.Invalid(node.span, INVALID)
    return library.check_element(context, node.span, array, index)


def _await(context: Context, node: syntax.Await) -> typed.Expression:
    if not context.function.may_await:
        context.report(
            Code.AWAIT_OUTSIDE,
            node.span,
            "`await` is allowed in async functions and at the top level only",
            "make the function async",
        )
    operand = check_expression(context, node.operand)
    if operand.type is UNKNOWN:
        return unknown(context, operand.span)
    if operand.type is VOID:
        return typed.Await(node.span, VOID, operand)
    type_ = operand.type.result if isinstance(operand.type, PromiseOf) else operand.type
    return typed.Await(node.span, type_, operand)
