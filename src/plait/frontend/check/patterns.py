"""Patterns: values taken apart, in declarations and assignments."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import objects, typed
from plait.frontend.check.array_parts import array_of_parts
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context, VariableSymbol
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.synthetic import Steps
from plait.frontend.check.tuples import tuple_literal
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ArrayOf,
    ClassOf,
    ObjectOf,
    TupleOf,
    Type,
    UnionOf,
    has_invalid,
    members_of,
    union,
)
from plait.frontend.check.unions import read_of_union
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator
from plait.source import Span


def check_whole(
    context: Context, pattern: syntax.Pattern | None, value: syntax.Expression, wanted: Type | None, check: Check
) -> typed.Expression:
    """The value that is taken apart: beside an array pattern, an array literal is a tuple, a string its code points."""
    is_array = pattern is None or isinstance(pattern, syntax.ArrayPattern)
    is_literal = isinstance(value, syntax.ArrayLiteral) and not any(
        isinstance(element, syntax.Spread) for element in value.elements
    )
    if is_array and wanted is None and isinstance(value, syntax.ArrayLiteral) and is_literal:
        return tuple_literal(context, value, None, check)
    whole = objects.present(context, context.value(check(context, value, wanted)))
    if is_array and whole.type is TEXT:
        return array_of_parts(context, value.span, TEXT, (syntax.Spread(value.span, value),), [whole])
    return whole


class Parts:
    """The declarations of the parts of one value."""

    def __init__(self, context: Context, check: Check) -> None:
        self._context = context
        self._check = check
        self.statements: list[typed.Statement] = []

    def take(self, target: syntax.Target, value: typed.Expression) -> None:
        """Declare what a target names."""
        match target:
            case syntax.Identifier():
                self._declare(target, value)
            case syntax.ArrayPattern():
                self._array(target, self._held(target.span, value))
            case syntax.ObjectPattern():
                self._object(target, self._held(target.span, value))

    def _held(self, span: Span, value: typed.Expression) -> typed.Expression:
        if (isinstance(value, typed.Read) and value.variable.is_constant) or has_invalid(value.type):
            return value
        function = self._context.function.index
        whole = typed.Variable("(pattern)", value.type, span, True, True, function, False, span.start)
        self.statements.append(typed.Declare(span, whole, value))
        return typed.Read(span, value.type, whole)

    def _declare(self, name: syntax.Identifier, value: typed.Expression) -> None:
        from plait.frontend.check.declarations import new_variable

        symbol = self._context.scope.names.get(name.name)
        if not isinstance(symbol, VariableSymbol) or symbol.name is not name or symbol.declarator is None:
            return
        type_ = INVALID if has_invalid(value.type) else value.type
        end = symbol.declarator.span.end
        symbol.variable = new_variable(self._context, symbol, type_, has_value=True, end=end)
        self.statements.append(typed.Declare(name.span, symbol.variable, value))

    def _element(self, element: syntax.PatternElement, value: typed.Expression) -> None:
        if element.default is None or has_invalid(value.type):
            self.take(element.target, value)
            return
        default = self._context.value(self._check(self._context, element.default, value.type))
        span = element.target.span
        if isinstance(value, typed.Element):
            # TypeScript says that the element is there; JavaScript takes the default when it is not.
            length = typed.Length(span, NUMBER, value.array)
            test = typed.Compare(span, BOOLEAN, BinaryOperator.LESS, value.index, length)
            if UNDEFINED not in members_of(value.type):
                chosen = assign(self._context, default, value.type)
                self.take(element.target, typed.Choose(span, value.type, test, value, chosen))
                return
            absent = convert(typed.Nothing(span, UNDEFINED), value.type)
            value = typed.Choose(span, value.type, test, value, absent)
        kept = union(member for member in members_of(value.type) if member is not UNDEFINED)
        if kept == value.type:
            self.take(element.target, value)
            return
        type_ = union((kept, default.type))
        held = self._held(span, value)
        missing = typed.IsNothing(span, BOOLEAN, held, (UNDEFINED,))
        there = convert(convert(held, kept), type_)
        self.take(element.target, typed.Choose(span, type_, missing, convert(default, type_), there))

    def _array(self, pattern: syntax.ArrayPattern, value: typed.Expression) -> None:
        context = self._context
        for index, element in enumerate(pattern.elements):
            if element is not None:
                self._element(element, part_at(context, element.target.span, value, index))
        if pattern.rest is None:
            return
        count = len(pattern.elements)
        match value.type:
            case TupleOf(elements):
                kept = range(count, len(elements))
                parts = tuple(typed.ReadPlace(pattern.span, elements[place], value, place) for place in kept)
                self.take(pattern.rest, typed.NewTuple(pattern.span, TupleOf(elements[count:]), parts))
            case ArrayOf(element_type):
                first = typed.Constant(pattern.span, NUMBER, float(count))
                length = typed.Length(pattern.span, NUMBER, value)
                rest = call_prelude(context, pattern.span, "slice", element_type, (value, first, length))
                self.take(pattern.rest, rest)
            case _:
                self.take(pattern.rest, typed.Invalid(pattern.span, INVALID))

    def _object(self, pattern: syntax.ObjectPattern, value: typed.Expression) -> None:
        context = self._context
        if pattern.rest is not None:
            context.report(
                Code.EXPRESSION, pattern.rest.span, "the rest of an object is not supported yet", "name the properties"
            )
            self.take(pattern.rest, typed.Invalid(pattern.rest.span, INVALID))
        if not all(isinstance(item, ClassOf | ObjectOf) for item in members_of(value.type)) and not has_invalid(
            value.type
        ):
            what = "of unknown type" if value.type is UNKNOWN else f"of type {value.type}"
            context.report(Code.OPERAND_TYPES, value.span, f"a value {what} has no properties to take")
            value = typed.Invalid(value.span, INVALID)
        for item in pattern.properties:
            self._element(item.element, self._property(item.name, value))

    def _property(self, name: syntax.Identifier, value: typed.Expression) -> typed.Expression:
        if has_invalid(value.type):
            return value
        node = syntax.Member(name.span, syntax.Name(name.span, ""), name.name, name.span)
        if isinstance(value.type, UnionOf):
            return read_of_union(self._context, node, value)
        member = objects.find_member(self._context, node, value.type)
        if member is None:
            return typed.Invalid(name.span, INVALID)
        return objects.read_member(self._context, name.span, value, member)


def part_at(context: Context, span: Span, value: typed.Expression, index: int) -> typed.Expression:
    """One part of a value that an array pattern takes apart."""
    match value.type:
        case TupleOf(elements) if index < len(elements):
            return typed.ReadPlace(span, elements[index], value, index)
        case TupleOf(elements):
            return context.invalid(Code.UNKNOWN_PROPERTY, span, f"{value.type} has {len(elements)} elements only")
        case ArrayOf(element):
            return typed.Element(span, element, value, typed.Constant(span, NUMBER, float(index)))
        case type_ if has_invalid(type_):
            return typed.Invalid(span, INVALID)
        case _:
            return context.invalid(
                Code.UNION if isinstance(value.type, UnionOf) else Code.OPERAND_TYPES,
                value.span,
                f"a value of type {value.type} cannot be taken apart yet",
            )


def check_assign_parts(context: Context, node: syntax.AssignParts, check: Check) -> typed.Expression:
    """`[a, b] = value`: the whole value is computed before the first assignment."""
    from plait.frontend.check.targets import check_target

    value = check_whole(context, None, node.value, None, check)
    steps = Steps(context, node.span)
    parts: list[typed.Expression] = []
    if isinstance(value, typed.NewTuple):
        parts = [steps.hold(element) for element in value.elements]
    elif not has_invalid(value.type):
        whole = steps.hold(value)
        parts = [part_at(context, node.span, whole, index) for index in range(len(node.targets))]
    if has_invalid(value.type) or any(has_invalid(part.type) for part in parts):
        return typed.Invalid(node.span, INVALID)
    if len(parts) < len(node.targets):
        return context.invalid(
            Code.UNKNOWN_PROPERTY, node.span, f"there are {len(parts)} values for {len(node.targets)} targets"
        )
    for target_node, part in zip(node.targets, parts, strict=False):
        if target_node is None:
            continue
        target = check_target(context, target_node, False, check)
        if target is None:
            return typed.Invalid(node.span, INVALID)
        found = part.type
        assigned = assign(context, part, target.type)
        if has_invalid(assigned.type):
            return typed.Invalid(node.span, INVALID)
        steps.do(target.write(assigned))
        context.flow.assign(target.reference, target.type, found)
    return steps.result(None)
