"""Expressions as they are written."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import method
from plait.frontend.next.parse.names import property_name
from plait.frontend.next.parse.parts import Builder, Parts


def _parenthesized(parts: Parts) -> Any:
    return parts.first()


def _using(parts: Parts) -> syntax.VariableStatement:
    """`using x = y`, which the grammar takes for an assignment."""
    target = parts.get("left")
    declarator = syntax.VariableDeclarator(target.start, parts.end, target, None, parts.get("right"), False)
    return syntax.VariableStatement(parts.start, parts.end, "using", (declarator,))


def _arguments(parts: Parts) -> tuple[Any, ...]:
    if any(value is None for value in parts.separated()):
        parts.report(Code.SYNTAX, "an argument is missing before a comma", "leave the comma out, or write `undefined`")
    return parts.values()


def _spread(parts: Parts) -> syntax.Spread:
    return syntax.Spread(parts.start, parts.end, parts.first())


def _array(parts: Parts) -> syntax.ArrayLiteral:
    return syntax.ArrayLiteral(parts.start, parts.end, tuple(parts.separated()))


def _pair(parts: Parts) -> syntax.PropertyAssignment:
    return syntax.PropertyAssignment(parts.start, parts.end, property_name(parts.get("key")), parts.get("value"))


def _object(parts: Parts) -> syntax.ObjectLiteral:
    members: list[syntax.ObjectMember] = []
    for item in parts.items:
        match item.value:
            case None:
                continue
            case syntax.Identifier() as name:
                members.append(syntax.ShorthandProperty(item.start, item.end, name))
            case syntax.Spread(start, end, expression):
                members.append(syntax.SpreadProperty(start, end, expression))
            case syntax.Assignment() | syntax.PatternElement():
                parts.source.report(
                    Code.SYNTAX, item.start, item.end, "`name = value` stands in patterns only", "write `name: value`"
                )
            case member:
                members.append(member)
    return syntax.ObjectLiteral(parts.start, parts.end, tuple(members))


def _await_using(parts: Parts) -> syntax.VariableStatement:
    declared = parts.first()
    return syntax.VariableStatement(parts.start, parts.end, "await using", declared.declarators)


def _meta_property(parts: Parts) -> syntax.Expression:
    return syntax.MetaProperty(parts.start, parts.end, "new.target" if parts.has("new") else "import.meta")


BUILDERS: Final[dict[str, Builder]] = {
    "parenthesized_expression": _parenthesized,
    "assignment_expression": _using,
    "arguments": _arguments,
    "spread_element": _spread,
    "array": _array,
    "pair": _pair,
    "object": _object,
    "await_expression": _await_using,
    "meta_property": _meta_property,
    "method_definition": method,
}
