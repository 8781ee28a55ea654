"""Classes and their members."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import decorators, function
from plait.frontend.next.parse.names import as_type, property_name, written_type
from plait.frontend.next.parse.parts import Builder, Parts


class Heritage:
    """What a class extends and implements."""

    __slots__ = ("arguments", "base", "interfaces")

    def __init__(self, base: Any, arguments: Any, interfaces: tuple[syntax.TypeNode, ...]) -> None:
        self.base = base
        self.arguments = arguments
        self.interfaces = interfaces


def class_of(parts: Parts) -> syntax.Class:
    """The class that the parts make."""
    heritage: Heritage = parts.of("class_heritage") or Heritage(None, None, ())
    body = parts.part("body")
    return syntax.Class(
        parts.start,
        parts.end if body is None else body.end,
        parts.get("name"),
        parts.get("type_parameters") or (),
        heritage.base,
        heritage.arguments,
        heritage.interfaces,
        parts.get("body"),
        parts.kind == "abstract_class_declaration",
        decorators(parts),
    )


def _declaration(parts: Parts) -> syntax.ClassDeclaration:
    return syntax.ClassDeclaration(parts.start, parts.end, class_of(parts))


def _expression(parts: Parts) -> syntax.ClassExpression:
    return syntax.ClassExpression(parts.start, parts.end, class_of(parts))


def _heritage(parts: Parts) -> Heritage:
    found = Heritage(None, None, ())
    for value in parts.values():
        if value.base is not None:
            found.base, found.arguments = value.base, value.arguments
        found.interfaces += value.interfaces
    return found


def _extends(parts: Parts) -> Heritage:
    return Heritage(parts.get("value"), parts.get("type_arguments"), ())


def _implements(parts: Parts) -> Heritage:
    return Heritage(None, None, tuple([as_type(value) for value in parts.values()]))


def _modifiers(parts: Parts) -> syntax.Modifiers:
    words = {item.kind for item in parts.items}
    access = ""
    for item in parts.items:
        if item.kind == "accessibility_modifier":
            access = parts.source.text[item.start : item.end]
    return syntax.Modifiers(
        parts.start,
        parts.start,
        access,
        "static" in words,
        "readonly" in words,
        "abstract" in words,
        "override_modifier" in words,
        "declare" in words,
        "accessor" in words or _has_hidden_accessor(parts),
        decorators(parts),
    )


def _has_hidden_accessor(parts: Parts) -> bool:
    """Whether the grammar was not shown an `accessor` before the name."""
    name = parts.part("name")
    if not parts.source.hidden or name is None:
        return False
    return parts.source.accept_hidden(parts.start, name.start)


def _property(parts: Parts) -> syntax.PropertyDeclaration:
    return syntax.PropertyDeclaration(
        parts.start,
        parts.end,
        _modifiers(parts),
        property_name(parts.get("name")),
        written_type(parts, "type"),
        parts.get("value"),
        parts.has("?"),
        parts.has("!"),
    )


def _method(parts: Parts) -> syntax.MethodDeclaration:
    """A method; in a class body the grammar gives the same node as in an object literal."""
    name = property_name(parts.get("name"))
    modifiers = _modifiers(parts)
    kind = syntax.FunctionKind.METHOD
    if parts.has("get"):
        kind = syntax.FunctionKind.GETTER
    elif parts.has("set"):
        kind = syntax.FunctionKind.SETTER
    elif (
        not modifiers.is_static
        and isinstance(name, syntax.Identifier | syntax.LiteralName)
        and name.name == "constructor"
        and parts.source.text[name.start] != "["
    ):
        kind = syntax.FunctionKind.CONSTRUCTOR
    made = function(parts, kind, name)
    return syntax.MethodDeclaration(parts.start, parts.end, modifiers, name, made, parts.has("?"))


def _static_block(parts: Parts) -> syntax.StaticBlock:
    return syntax.StaticBlock(parts.start, parts.end, parts.get("body"))


def _body(parts: Parts) -> tuple[syntax.ClassMember, ...]:
    """The members; decorators stand before them in the grammar."""
    members: list[syntax.ClassMember] = []
    pending: list[syntax.Decorator] = []
    for value in parts.values():
        if isinstance(value, syntax.Decorator):
            pending.append(value)
            continue
        is_decorated = pending and isinstance(value, syntax.MethodDeclaration)
        members.append(_decorated(value, tuple(pending)) if is_decorated else value)
        pending = []
    return tuple(members)


def _decorated(value: syntax.MethodDeclaration, found: tuple[syntax.Decorator, ...]) -> syntax.MethodDeclaration:
    old = value.modifiers
    modifiers = syntax.Modifiers(
        old.start,
        old.end,
        old.access,
        old.is_static,
        old.is_readonly,
        old.is_abstract,
        old.is_override,
        old.is_declare,
        old.is_accessor,
        (*found, *old.decorators),
    )
    return syntax.MethodDeclaration(value.start, value.end, modifiers, value.name, value.function, value.is_optional)


BUILDERS: Final[dict[str, Builder]] = {
    "class_declaration": _declaration,
    "abstract_class_declaration": _declaration,
    "class": _expression,
    "class_heritage": _heritage,
    "extends_clause": _extends,
    "implements_clause": _implements,
    "class_body": _body,
    "public_field_definition": _property,
    "abstract_method_signature": _method,
    "class_static_block": _static_block,
}

IN_CLASS_BODY: Final[dict[str, Builder]] = {"method_definition": _method, "method_signature": _method}
"""Builders of nodes that mean another thing directly in the body of a class."""
