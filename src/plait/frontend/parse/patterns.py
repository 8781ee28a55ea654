"""Patterns as they are written: arrays and objects taken apart in declarations, parameters and loops."""

from __future__ import annotations

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.names import parse_identifier, parse_member_name
from plait.frontend.parse.reader import Reader, children, field


def parse_name(reader: Reader, node: Node) -> tuple[syntax.Identifier, syntax.Pattern | None]:
    """What a declaration declares: a name, or a pattern with a name for the whole that no program can write."""
    target = parse_target(reader, node)
    if isinstance(target, syntax.Identifier):
        return target, None
    return syntax.Identifier(target.span, f"(pattern {target.span.start})"), target


def parse_target(reader: Reader, node: Node) -> syntax.Target:
    """A name or a pattern inside of a declaration."""
    match node.type:
        case "array_pattern":
            return _array(reader, node)
        case "object_pattern":
            return _object(reader, node)
        case "shorthand_property_identifier_pattern":
            return syntax.Identifier(reader.span(node), reader.text(node))
        case _:
            return parse_identifier(reader, node)


def _element(reader: Reader, node: Node) -> syntax.PatternElement:
    from plait.frontend.parse.expressions import parse_expression

    if node.type in ("assignment_pattern", "object_assignment_pattern"):
        return syntax.PatternElement(
            parse_target(reader, field(node, "left")), parse_expression(reader, field(node, "right"))
        )
    return syntax.PatternElement(parse_target(reader, node), None)


def _array(reader: Reader, node: Node) -> syntax.ArrayPattern:
    elements: list[syntax.PatternElement | None] = []
    rest: syntax.Target | None = None
    is_open = True
    for child in node.children:
        if child.type == ",":
            if is_open:
                elements.append(None)
            is_open = True
        elif child.type == "rest_pattern":
            rest = parse_target(reader, children(child)[0])
            is_open = False
        elif child.is_named and child.type != "comment":
            elements.append(_element(reader, child))
            is_open = False
    return syntax.ArrayPattern(reader.span(node), tuple(elements), rest)


def _object(reader: Reader, node: Node) -> syntax.ObjectPattern:
    properties: list[syntax.PatternProperty] = []
    rest: syntax.Identifier | None = None
    for child in children(node):
        match child.type:
            case "shorthand_property_identifier_pattern" | "object_assignment_pattern":
                element = _element(reader, child)
                if isinstance(element.target, syntax.Identifier):
                    properties.append(syntax.PatternProperty(element.target, element))
            case "pair_pattern":
                name = parse_member_name(reader, field(child, "key"))
                properties.append(syntax.PatternProperty(name, _element(reader, field(child, "value"))))
            case "rest_pattern":
                rest = parse_identifier(reader, children(child)[0])
            case _:
                reader.report(Code.EXPRESSION, child, "this part of a pattern is not supported")
    return syntax.ObjectPattern(reader.span(node), tuple(properties), rest)


def parts_declaration(name: syntax.Identifier, pattern: syntax.Pattern, is_constant: bool) -> syntax.Statement:
    """The declaration of the parts of a value that a parameter or loop variable holds."""
    whole = syntax.Name(pattern.span, name.name)
    inner = syntax.Identifier(pattern.span, f"{name.name} again")
    declarator = syntax.Declarator(inner, None, whole, pattern.span, pattern)
    return syntax.VariableDeclaration(pattern.span, is_constant, (declarator,))
