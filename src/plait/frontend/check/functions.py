"""Functions as values: function expressions, names of functions, and what their parameters are."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, FunctionSymbol
from plait.frontend.check.members import Member, MemberKind
from plait.frontend.check.relations import Relation, held_alike, method_relation
from plait.frontend.check.types import INVALID, FunctionOf, Type, has_invalid, members_of
from plait.frontend.codes import Code


def check_function(
    context: Context, node: syntax.FunctionExpression, wanted: Type | None, infers_result: bool = False
) -> typed.Expression:
    """A function expression. The function type that is wanted gives the types that are not written."""
    guide = next((member for member in members_of(wanted) if isinstance(member, FunctionOf)), None) if wanted else None
    if guide is None and wanted is not None and has_invalid(wanted):
        # What should be here is in error, which is reported: so its parameters are not asked for.
        guide = FunctionOf((INVALID,) * len(node.function.parameters), INVALID)
    declaration = node.function if guide is None else _padded(node.function, guide)
    symbol = context.program.new_expression(context, declaration, guide, infers_result)
    return function_value(context, node, symbol)


class LiteralMethod:
    """A method of an object literal: a closure that takes the object before its arguments."""

    def __init__(self, context: Context, node: syntax.PropertyMethod, guide: Member | None, this: Type) -> None:
        self.name = node.key
        self._is_accessor = bool(node.accessor)
        self._context = context
        self._guide = guide
        self._this = this
        self._span = span = node.function.name.span
        kinds = () if guide is None else members_of(guide.type)
        wanted = next((kind for kind in kinds if isinstance(kind, FunctionOf)), None)
        declaration = replace(node.function, name=syntax.Identifier(span, ""))
        if wanted is not None:
            declaration = _padded(declaration, wanted)
        self._symbol = context.program.new_expression(context, declaration, wanted, False)
        index = self._symbol.index
        self._symbol.this = typed.Variable("this", this, span, True, True, index, is_program=False, end=0)

    def member(self) -> Member:
        """The member of the object that the method is."""
        member = Member(
            self.name, MemberKind.METHOD, lambda: self._context.program.function_type(self._symbol), self._span
        )
        if self._is_accessor:
            member.function = self._symbol
        return member

    def closure(self) -> typed.Expression:
        """The closure that the object holds."""
        value = function_value(self._context, syntax.This(self._span), self._symbol)
        if not isinstance(value.type, FunctionOf) or not isinstance(value, typed.Closure):
            return value
        type_ = value.type
        if self._guide is not None:
            wanted = self._guide.type
            fits = isinstance(wanted, FunctionOf) and method_relation(type_, wanted) is Relation.YES
            if self._guide.kind is not MemberKind.METHOD:
                return self._context.invalid(
                    Code.EXPRESSION,
                    self._span,
                    f"`{self.name}` is a property that holds a function here: it has no `this`",
                    f"name the object instead of `this`: `const o = {{ {self.name}: () => o.x }}`",
                )
            if not fits:
                return self._context.invalid(
                    Code.TYPE_MISMATCH, self._span, f"a method of type {type_} cannot stand where {wanted} is needed"
                )
            if not held_alike(type_, wanted):
                return self._context.invalid(
                    Code.HELD_DIFFERENTLY,
                    self._span,
                    f"a method of type {type_} cannot become one of type {wanted} yet",
                    "leave the types out, or write the same",
                )
        inside = FunctionOf((self._this, *type_.parameters), type_.result, type_.optional, type_.rest)
        return typed.Closure(value.span, inside, value.function)


def _padded(declaration: syntax.FunctionDeclaration, guide: FunctionOf) -> syntax.FunctionDeclaration:
    """The function with all parameters of the type that is wanted: it may leave out those at the end."""
    parameters = declaration.parameters
    missing = range(len(parameters), len(guide.parameters))
    if guide.rest is not None or not missing or any(parameter.is_rest for parameter in parameters):
        return declaration
    span = declaration.span
    unused = (syntax.Parameter(syntax.Identifier(span, f"(unused {number})"), None) for number in missing)
    return replace(declaration, parameters=(*parameters, *unused))


def function_value(context: Context, node: syntax.Expression, symbol: FunctionSymbol) -> typed.Expression:
    """A function as a value."""
    type_ = context.program.function_type(symbol)
    context.program.note_call(context.function.index, symbol.index, node.span)
    if has_invalid(type_):
        return typed.Invalid(node.span, INVALID)
    return typed.Closure(node.span, type_, symbol.index)
