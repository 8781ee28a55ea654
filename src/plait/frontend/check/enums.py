"""Enums: their members are constants."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.context import Context, EnumSymbol, Scope, VariableSymbol
from plait.frontend.check.conversions import convert
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.members import EnumInfo
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    NUMBER,
    TEXT,
    ArrayOf,
    EnumOf,
    has_invalid,
    is_numeric,
    plain,
)
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator


def check_enum(context: Context, scope: Scope, node: syntax.EnumDeclaration) -> EnumSymbol:
    """The enum, with its members' values."""
    info = EnumInfo(node.name.name)
    inner = Scope(scope, context.function.index)
    place = replace(context, scope=inner)
    following: float | None = 0.0
    for name, written in node.members:
        value: float | str | None = following
        if written is not None:
            value = _value(place, written)
        elif value is None:
            context.report(
                Code.MISSING_VARIABLE_TYPE, name.span, f"`{name.name}` needs a value", f'write `{name.name} = "text"`'
            )
        if name.name in info.members:
            context.report(Code.DUPLICATE_NAME, name.span, f"`{name.name}` is declared twice", "rename one of them")
        if value is not None:
            info.members[name.name] = value
        following = value + 1 if isinstance(value, float) else None
        _declare(inner, name, value)
    kinds = {type(value) for value in info.members.values()}
    if len(kinds) > 1:
        context.report(
            Code.TYPE, node.name.span, "an enum of numbers and strings together is not supported", "split it"
        )
    return EnumSymbol(node, info)


def _value(context: Context, written: syntax.Expression) -> float | str | None:
    checked = check_expression(context, written)
    if isinstance(checked, typed.Constant) and not isinstance(checked.value, bool):
        return checked.value
    if checked.type is not INVALID:
        context.report(
            Code.EXPRESSION, written.span, "the value of an enum's member is a constant", "declare a const instead"
        )
    return None


def _declare(scope: Scope, name: syntax.Identifier, value: float | str | None) -> None:
    """The values that follow can name the member."""
    symbol = VariableSymbol(name, None, True, scope)
    type_ = INVALID if value is None else plain(EnumOf(EnumInfo("", {"": value})))
    constant = None if value is None else typed.Constant(name.span, type_, value)
    symbol.variable = typed.Variable(
        name.name, type_, name.span, True, True, scope.function, False, name.span.end, constant
    )
    scope.names[name.name] = symbol


def check_enum_member(context: Context, node: syntax.Member, symbol: EnumSymbol) -> typed.Expression:
    """`Enum.name`."""
    info = symbol.info
    if node.name not in info.members:
        return context.invalid(
            Code.UNKNOWN_PROPERTY, node.name_span, f"the enum {info.name} has no member `{node.name}`"
        )
    return typed.Constant(node.span, EnumOf(info), info.members[node.name], is_literal=True)


def check_enum_name(context: Context, node: syntax.Index, symbol: EnumSymbol) -> typed.Expression:
    """`Enum[value]`: the name of the member with a value, the last one of several. It throws if there is none."""
    info, span = symbol.info, node.span
    value = as_plain(context.value(check_expression(context, node.index)))
    if has_invalid(value.type):
        return typed.Invalid(span, INVALID)
    if not is_numeric(value.type):
        return context.invalid(Code.TYPE_MISMATCH, node.index.span, f"an enum has names for numbers, not {value.type}")
    if info.is_text or symbol.declaration.is_constant:
        kind = "of strings" if info.is_text else "that is `const`"
        return context.invalid(
            Code.TYPE_MISMATCH, span, f"an enum {kind} has no names for its values", "write a function with a `switch`"
        )
    number = typed.OldValue(span, NUMBER)
    names = {value: name for name, value in info.members.items() if isinstance(value, float)}
    found: typed.Expression = typed.Element(span, TEXT, typed.NewArray(span, ArrayOf(TEXT), ()), number)
    for held, name in reversed(names.items()):
        test = typed.Compare(span, BOOLEAN, BinaryOperator.EQUAL, number, typed.Constant(span, NUMBER, held))
        found = typed.Choose(span, TEXT, test, typed.Constant(span, TEXT, name), found)
    return typed.Let(span, TEXT, convert(value, NUMBER), number, found)
