"""Functions, methods and their parameters as they are written."""

from __future__ import annotations

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.names import parse_identifier
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_annotation


def parse_function(reader: Reader, node: Node, name: syntax.Identifier) -> syntax.FunctionDeclaration:
    """A function, method or accessor; one without body (an abstract method) gets an empty one."""
    from plait.frontend.parse.statements import parse_block

    _refuse_generics(reader, node)
    if any(child.type == "*" for child in node.children):
        reader.report(Code.STATEMENT, node, "generators are not supported", "collect the values in an array")
    body = node.child_by_field_name("body")
    return syntax.FunctionDeclaration(
        reader.span(node),
        name,
        any(child.type == "async" for child in node.children),
        parse_parameters(reader, node),
        parse_annotation(reader, node.child_by_field_name("return_type")),
        syntax.Block(reader.span(node), ()) if body is None else parse_block(reader, body),
    )


def _refuse_generics(reader: Reader, node: Node) -> None:
    if node.child_by_field_name("type_parameters") is not None:
        reader.report(
            Code.STATEMENT,
            field(node, "type_parameters"),
            "generic functions are not supported yet",
            "declare one function for each type",
        )


def parse_parameters(reader: Reader, node: Node) -> tuple[syntax.Parameter, ...]:
    """The parameters of a function or signature."""
    return tuple(
        parameter
        for child in children(field(node, "parameters"))
        if (parameter := _parameter(reader, child)) is not None
    )


def _parameter(reader: Reader, node: Node) -> syntax.Parameter | None:
    pattern = node.child_by_field_name("pattern")
    if pattern is None:
        reader.report(Code.PARAMETER, node, "this parameter is not supported")
        return None
    hint = "declare an ordinary parameter and pass the value in every call"
    if pattern.type == "this":
        reader.report(Code.PARAMETER, node, "a parameter `this` is not supported", hint)
        return None
    if pattern.type == "rest_pattern":
        reader.report(
            Code.PARAMETER, node, "rest parameters are not supported yet", "declare a parameter that is an array"
        )
        name = next((child for child in children(pattern) if child.type == "identifier"), None)
        return (
            None
            if name is None
            else syntax.Parameter(parse_identifier(reader, name), syntax.BadType(reader.span(node)))
        )
    if node.child_by_field_name("value") is not None:
        reader.report(Code.PARAMETER, node, "default values of parameters are not supported yet", hint)
        return syntax.Parameter(parse_identifier(reader, pattern), syntax.BadType(reader.span(node)))
    if node.type == "optional_parameter":
        reader.report(Code.PARAMETER, node, "optional parameters are not supported yet", hint)
    return syntax.Parameter(
        parse_identifier(reader, pattern),
        parse_annotation(reader, node.child_by_field_name("type")),
        _field_modifiers(reader, node),
    )


def _field_modifiers(reader: Reader, node: Node) -> syntax.Modifiers | None:
    """The modifiers that make a parameter of a constructor a field."""
    words = [child for child in node.children if child.type in ("accessibility_modifier", "readonly")]
    if not words:
        return None
    access = next((reader.text(word) for word in words if word.type == "accessibility_modifier"), None)
    return syntax.Modifiers(access, is_readonly=any(word.type == "readonly" for word in words))
