"""Names where they are declared."""

from __future__ import annotations

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.literals import ACROSS_LINES, LiteralError, line_break_in, string_value
from plait.frontend.parse.reader import RESERVED, Reader, children
from plait.source import Span


def parse_identifier(reader: Reader, node: Node) -> syntax.Identifier:
    """The name of a variable, function or class."""
    name = reader.text(node)
    if name == "undefined":
        reader.report(Code.EXPRESSION, node, "`undefined` as a name is not supported", "choose another name")
    elif node.type not in ("identifier", "type_identifier") or name in RESERVED:
        reader.report(Code.RESERVED_NAME, node, f"`{name}` cannot be used as a name", "choose another name")
    elif "\\" in name:
        reader.report(Code.EXPRESSION, node, "escapes in names are not supported", "write the characters themselves")
    return syntax.Identifier(reader.span(node), name)


def parse_member_name(reader: Reader, node: Node) -> syntax.Identifier:
    """The name of a property or method."""
    span = reader.span(node)
    match node.type:
        case "property_identifier" | "private_property_identifier" | "shorthand_property_identifier":
            name = reader.text(node)
            if "\\" in name:
                reader.report(
                    Code.EXPRESSION, node, "escapes in names are not supported", "write the characters themselves"
                )
            return syntax.Identifier(span, name)
        case "string":
            report_line_break(reader, span)
            try:
                return syntax.Identifier(span, string_value(reader.text(node)[1:-1]))
            except LiteralError as error:
                reader.report(Code.ESCAPE, node, str(error))
                return syntax.Identifier(span, "")
        case "number":
            reader.report(Code.EXPRESSION, node, "a property whose name is a number is not supported", "use an array")
            return syntax.Identifier(span, reader.text(node))
        case "computed_property_name" if children(node)[0].type == "string":
            return parse_member_name(reader, children(node)[0])
        case _:
            reader.report(
                Code.EXPRESSION, node, "a computed property name is not supported", "write the name, or use an array"
            )
            return syntax.Identifier(span, "")


def report_line_break(reader: Reader, literal: Span) -> None:
    """Report a line break in a string literal."""
    at = line_break_in(reader.file.text[literal.start + 1 : literal.end - 1])
    if at >= 0:
        start = literal.start + 1 + at
        reader.diagnostics.report(Code.SYNTAX, Span(reader.file, start, start + 1), *ACROSS_LINES)
