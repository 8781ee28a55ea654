"""Expressions as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.functions import parse_function, parse_function_expression
from plait.frontend.parse.literals import LiteralError, number_value, string_value
from plait.frontend.parse.names import parse_member_name, report_line_break
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.tokens import DISSOLVED
from plait.source import Span

_UNSUPPORTED: Final = {
    "generator_function": ("generators are not supported", "collect the values in an array"),
    "class": ("classes are not supported yet", ""),
    "regex": ("regular expressions are not supported yet", ""),
    "super": ("super is not supported", ""),
    "type_assertion": ("type assertions in angle brackets are not supported", "write `value as int`"),
    "yield_expression": ("generators are not supported", "collect the values in an array"),
    "import": ("import is not supported", "put everything in one file"),
    "meta_property": ("this expression is not supported", ""),
    "private_property_identifier": ("private names are not supported", ""),
}


def parse_expression(reader: Reader, node: Node) -> syntax.Expression:
    """An expression; parentheses leave no trace."""
    if node.type in DISSOLVED or node.type == "arrow_function":
        from plait.frontend.parse.operators import parse_operators

        return parse_operators(reader, node)
    return parse_operand(reader, node)


def parse_operand(reader: Reader, node: Node) -> syntax.Expression:
    """An expression that is no operation: a name, a literal, a function, something in brackets."""
    with reader.nested(node):
        return _parse(reader, node)


def refuse(reader: Reader, node: Node, message: str, hint: str = "") -> syntax.BadExpression:
    """Report an expression outside the language."""
    reader.report(Code.EXPRESSION, node, message, hint)
    return syntax.BadExpression(reader.span(node))


def _parse(reader: Reader, node: Node) -> syntax.Expression:
    span = reader.span(node)
    match node.type:
        case "identifier":
            return _name(reader, node)
        case "number":
            return _number(reader, node)
        case "string":
            return _string(reader, node)
        case "template_string":
            return _template(reader, node)
        case "true" | "false":
            return syntax.BooleanLiteral(span, node.type == "true")
        case "parenthesized_expression":
            return parse_expression(reader, children(node)[0])
        case "null":
            return syntax.NullLiteral(span)
        case "undefined":
            return syntax.UndefinedLiteral(span)
        case "this":
            return syntax.This(span)
        case "object":
            return parse_object(reader, node)
        case "array":
            return _array(reader, node)
        case "function_expression":
            return parse_function_expression(reader, node)
        case kind:
            message, hint = _UNSUPPORTED.get(kind, ("this expression is not supported", ""))
            return refuse(reader, node, message, hint)


def _name(reader: Reader, node: Node) -> syntax.Expression:
    name = reader.text(node)
    if "\\" in name:
        return refuse(reader, node, "escapes in names are not supported", "write the characters themselves")
    if name in ("in", "instanceof"):
        # Behind type arguments the grammar takes the operator for a name.
        return refuse(reader, node, f"`{name}` is not understood here", "put parentheses around its operands")
    return syntax.Name(reader.span(node), name)


def _number(reader: Reader, node: Node) -> syntax.Expression:
    text = reader.text(node)
    if text.endswith("n"):
        return refuse(reader, node, "bigint is not supported yet", "use number or int")
    try:
        return syntax.NumberLiteral(reader.span(node), number_value(text))
    except LiteralError as error:
        reader.report(Code.NUMBER_LITERAL, node, str(error))
        return syntax.BadExpression(reader.span(node))


def _cook(reader: Reader, start: int, end: int) -> str:
    """The value of the text from one offset to another, inside a string or template."""
    try:
        return string_value(reader.file.text[start:end])
    except LiteralError as error:
        at = start + error.offset
        reader.diagnostics.report(Code.ESCAPE, Span(reader.file, at, at + 2), str(error))
        return ""


def _string(reader: Reader, node: Node) -> syntax.Expression:
    span = reader.span(node)
    report_line_break(reader, span)
    return syntax.StringLiteral(span, _cook(reader, span.start + 1, span.end - 1))


def _template(reader: Reader, node: Node) -> syntax.Expression:
    span = reader.span(node)
    texts: list[str] = []
    insertions: list[syntax.Expression] = []
    start = span.start + 1
    for part in children(node):
        if part.type == "template_substitution":
            inserted = reader.span(part)
            texts.append(_template_text(reader, start, inserted.start))
            insertions.append(parse_expression(reader, children(part)[0]))
            start = inserted.end
    texts.append(_template_text(reader, start, span.end - 1))
    if not insertions:
        return syntax.StringLiteral(span, texts[0])
    return syntax.Template(span, tuple(texts), tuple(insertions))


def _template_text(reader: Reader, start: int, end: int) -> str:
    # A carriage return can stand in the text alone (escaped it is \r): JavaScript reads line breaks in templates as \n.
    raw = reader.file.text[start:end]
    if "\r" not in raw:
        return _cook(reader, start, end)
    try:
        return string_value(raw.replace("\r\n", "\n").replace("\r", "\n"))
    except LiteralError:
        return _cook(reader, start, end)


def parse_elements(reader: Reader, node: Node) -> Iterator[syntax.Expression]:
    """The elements of an array literal or the arguments of a call."""
    for child in children(node):
        if child.type == "spread_element":
            yield syntax.Spread(reader.span(child), parse_expression(reader, children(child)[0]))
        else:
            yield parse_expression(reader, child)


def parse_object(reader: Reader, node: Node) -> syntax.Expression:
    """An object literal."""
    properties: list[syntax.Property | syntax.PropertyMethod | syntax.PropertySpread] = []
    for child in children(node):
        span = reader.span(child)
        match child.type:
            case "pair":
                name = parse_member_name(reader, field(child, "key"))
                properties.append(syntax.Property(span, name, parse_expression(reader, field(child, "value"))))
            case "shorthand_property_identifier":
                name = parse_member_name(reader, child)
                properties.append(syntax.Property(span, name, syntax.Name(span, name.name)))
            case "spread_element":
                properties.append(syntax.PropertySpread(span, parse_expression(reader, children(child)[0])))
            case "method_definition":
                method_name = parse_member_name(reader, field(child, "name"))
                accessor = next((part.type for part in child.children if part.type in ("get", "set")), "")
                properties.append(syntax.PropertyMethod(span, parse_function(reader, child, method_name), accessor))
            case _:
                refuse(reader, child, "this part of an object literal is not supported", "")
    return syntax.ObjectLiteral(reader.span(node), tuple(properties))


def _array(reader: Reader, node: Node) -> syntax.Expression:
    expect_element = True
    for child in node.children:
        if child.type == ",":
            if expect_element:
                return refuse(reader, node, "an array literal cannot have holes", "write the element")
            expect_element = True
        elif child.is_named and child.type != "comment":
            expect_element = False
    return syntax.ArrayLiteral(reader.span(node), tuple(parse_elements(reader, node)))
