"""Functions, methods and their parameters as they are written."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.names import parse_identifier
from plait.frontend.parse.patterns import parse_name, parts_declaration
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_annotation, reads_as_parameters
from plait.source import Span


def parse_function(
    reader: Reader, node: Node, name: syntax.Identifier, value: syntax.Expression | None = None
) -> syntax.FunctionDeclaration:
    """A function, method or accessor; one without body (an abstract method) gets an empty one.

    `value` is the body of an arrow function that has no block.
    """
    from plait.frontend.parse.statements import parse_block

    refuse_generics(reader, node, "functions")
    if any(child.type == "*" for child in node.children):
        reader.report(Code.STATEMENT, node, "generators are not supported", "collect the values in an array")
    parameters = parse_parameters(reader, node)
    body_node = node.child_by_field_name("body")
    if value is not None:
        body = syntax.Block(value.span, (syntax.Return(value.span, value),))
    elif body_node is None:
        body = syntax.Block(reader.span(node), ())
    else:
        body = parse_block(reader, body_node)
    return syntax.FunctionDeclaration(
        reader.span(node),
        name,
        any(child.type == "async" for child in node.children),
        parameters,
        parse_annotation(reader, node.child_by_field_name("return_type")),
        body,
        node.type == "arrow_function",
    )


def parse_arrow(reader: Reader, node: Node, span: Span, value: syntax.Expression | None) -> syntax.FunctionExpression:
    """An arrow function, whose value is what was read behind its arrow already; None for one with a block."""
    result = node.child_by_field_name("return_type")
    if result is not None and reads_as_parameters(reader, result):
        body = node.child_by_field_name("body")
        if body is not None and body.child_by_field_name("parameter") is not None:
            # The grammar takes `(a): (b) => C => d` for an arrow function that gives another one.
            message, hint = "a function type as a result needs parentheses", "write `((b: B) => C)`"
            reader.report(Code.TYPE, result, message, hint)
        else:
            message = "`(T) =>` begins the type of a function here"
            reader.report(Code.SYNTAX, result, message, "leave the parentheses out")
    function = parse_function(reader, node, syntax.Identifier(span, ""), value)
    return syntax.FunctionExpression(span, replace(function, span=span))


def parse_function_expression(reader: Reader, node: Node) -> syntax.FunctionExpression:
    """A function expression."""
    name = node.child_by_field_name("name")
    span = reader.span(node)
    identifier = syntax.Identifier(span, "") if name is None else parse_identifier(reader, name)
    return syntax.FunctionExpression(span, parse_function(reader, node, identifier))


def refuse_generics(reader: Reader, node: Node, what: str) -> None:
    """Report type parameters; what their names stand for is not reported again."""
    parameters = node.child_by_field_name("type_parameters")
    if parameters is None:
        return
    reader.report(Code.STATEMENT, parameters, f"generic {what} are not supported yet", "declare one for each type")
    for parameter in children(parameters):
        reader.refused_types.append(parse_identifier(reader, field(parameter, "name")))


def parse_parameters(reader: Reader, node: Node) -> tuple[syntax.Parameter, ...]:
    """The parameters of a function or signature."""
    single = node.child_by_field_name("parameter")
    if single is not None:
        return (syntax.Parameter(parse_identifier(reader, single), None),)
    parameters: list[syntax.Parameter] = []
    for child in children(field(node, "parameters")):
        _parameter(reader, child, parameters)
    for parameter, after in pairwise(parameters):
        if parameter.is_rest:
            reader.diagnostics.report(Code.SYNTAX, parameter.name.span, "a rest parameter is the last one")
        elif parameter.is_optional and not (after.is_optional or after.is_rest or after.default is not None):
            message = "a parameter that must be given cannot stand behind an optional one"
            reader.diagnostics.report(Code.SYNTAX, after.name.span, message, "change their order")
    return tuple(parameters)


def _parameter(reader: Reader, node: Node, parameters: list[syntax.Parameter]) -> None:
    from plait.frontend.parse.expressions import parse_expression

    pattern = node.child_by_field_name("pattern")
    if pattern is None:
        reader.report(Code.PARAMETER, node, "this parameter is not supported")
        return
    if pattern.type == "this":
        reader.report(Code.PARAMETER, node, "a parameter `this` is not supported", "declare an ordinary parameter")
        return
    if any(child.type == "decorator" for child in node.children):
        reader.report(Code.PARAMETER, node, "decorators are not supported", "call a function instead")
    is_rest = pattern.type == "rest_pattern"
    name, inside = parse_name(reader, children(pattern)[0] if is_rest else pattern)
    value = node.child_by_field_name("value")
    modifiers = _field_modifiers(reader, node)
    if modifiers is not None and (inside is not None or is_rest):
        reader.report(Code.PARAMETER, node, "this parameter cannot be a property", "declare the property in the class")
    parameters.append(
        syntax.Parameter(
            name,
            parse_annotation(reader, node.child_by_field_name("type")),
            modifiers,
            None if value is None else parse_expression(reader, value),
            node.type == "optional_parameter",
            is_rest,
            None if inside is None else parts_declaration(name, inside, is_constant=False),
        )
    )


def _field_modifiers(reader: Reader, node: Node) -> syntax.Modifiers | None:
    """The modifiers that make a parameter of a constructor a field."""
    words = [child for child in node.children if child.type in ("accessibility_modifier", "readonly")]
    if not words:
        return None
    access = next((reader.text(word) for word in words if word.type == "accessibility_modifier"), None)
    return syntax.Modifiers(access, is_readonly=any(word.type == "readonly" for word in words))
