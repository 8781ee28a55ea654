"""Types as they are written."""

from __future__ import annotations

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.reader import Reader, children, field

_WHAT = {
    "union_type": "union types",
    "literal_type": "literal types",
    "function_type": "function types",
    "object_type": "object types",
    "tuple_type": "tuple types",
    "readonly_type": "readonly types",
    "type_query": "typeof types",
    "conditional_type": "conditional types",
    "intersection_type": "intersection types",
    "type_predicate_annotation": "type predicates",
    "asserts_annotation": "assertion signatures",
}


def parse_annotation(reader: Reader, node: Node | None) -> syntax.TypeSyntax | None:
    """The type of an annotation (`: T`), or None where there is none."""
    if node is None:
        return None
    return parse_type(reader, children(node)[0] if node.type == "type_annotation" else node)


def parse_type(reader: Reader, node: Node) -> syntax.TypeSyntax:
    """A type."""
    span = reader.span(node)
    with reader.nested(node):
        match node.type:
            case "predefined_type" | "type_identifier":
                return syntax.NamedType(span, reader.text(node), ())
            case "array_type":
                return syntax.ArrayTypeSyntax(span, parse_type(reader, children(node)[0]))
            case "parenthesized_type":
                return parse_type(reader, children(node)[0])
            case "generic_type" if field(node, "name").type == "type_identifier":
                arguments = children(field(node, "type_arguments"))
                return syntax.NamedType(
                    span,
                    reader.text(field(node, "name")),
                    tuple(parse_type(reader, argument) for argument in arguments),
                )
            case kind:
                reader.report(
                    Code.TYPE,
                    node,
                    f"{_WHAT.get(kind, 'types of this kind')} are not supported",
                    "the types are number, int, boolean, string, void, T[] and Promise<T>",
                )
                return syntax.BadType(span)
