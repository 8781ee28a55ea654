"""Types as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.names import parse_member_name
from plait.frontend.parse.reader import Reader, children, field

_WHAT = {
    "literal_type": "literal types",
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
    return _inner(reader, node) if node.type == "type_annotation" else parse_type(reader, node)


def _inner(reader: Reader, node: Node) -> syntax.TypeSyntax:
    """The type inside a node."""
    inside = children(node)
    if inside:
        return parse_type(reader, inside[0])
    # The grammar takes `const` for a type.
    reader.report(Code.SYNTAX, node, "this is no type", "write a type")
    return syntax.BadType(reader.span(node))


def parse_type(reader: Reader, node: Node) -> syntax.TypeSyntax:
    """A type."""
    span = reader.span(node)
    with reader.nested(node):
        match node.type:
            case "predefined_type" | "type_identifier" | "this_type":
                return syntax.NamedType(span, reader.text(node), ())
            case "array_type":
                return syntax.ArrayTypeSyntax(span, _inner(reader, node))
            case "union_type":
                return syntax.UnionType(span, tuple(_union_members(reader, node)))
            case "object_type":
                return parse_object_type(reader, node)
            case "literal_type" if children(node) and children(node)[0].type in ("null", "undefined"):
                return syntax.NamedType(span, reader.text(node), ())
            case "function_type":
                return _function_type(reader, node)
            case "tuple_type":
                return _tuple_type(reader, node)
            case "parenthesized_type":
                return _inner(reader, node)
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
                    "the types are number, int, boolean, string, classes, interfaces, A | B, T[] and Promise<T>",
                )
                return syntax.BadType(span)


def _function_type(reader: Reader, node: Node) -> syntax.TypeSyntax:
    from plait.frontend.parse.functions import parse_parameters, refuse_generics

    refuse_generics(reader, node, "functions")
    result = parse_annotation(reader, field(node, "return_type"))
    if result is None:
        raise AssertionError("a function type has a result")
    return syntax.FunctionTypeSyntax(reader.span(node), parse_parameters(reader, node), result)


def _tuple_type(reader: Reader, node: Node) -> syntax.TypeSyntax:
    elements: list[syntax.TypeSyntax] = []
    for child in children(node):
        if child.type in ("optional_type", "rest_type", "optional_parameter"):
            reader.report(
                Code.TYPE, child, "a tuple has a fixed number of elements", "use an array, or `T | undefined`"
            )
            return syntax.BadType(reader.span(node))
        written = parse_annotation(reader, child.child_by_field_name("type")) if "parameter" in child.type else None
        elements.append(written or parse_type(reader, child))
    return syntax.TupleTypeSyntax(reader.span(node), tuple(elements))


def _union_members(reader: Reader, node: Node) -> Iterator[syntax.TypeSyntax]:
    """The members of a union, which the grammar nests: a chain of any length is no nesting."""
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type == "union_type":
            pending.extend(reversed(children(part)))
        else:
            yield parse_type(reader, part)


def parse_object_type(reader: Reader, node: Node) -> syntax.ObjectTypeSyntax:
    """The members between the braces of an object type or interface."""
    members = [member for child in children(node) if (member := _member(reader, child)) is not None]
    return syntax.ObjectTypeSyntax(reader.span(node), tuple(members))


def _member(reader: Reader, node: Node) -> syntax.TypeMember | None:
    from plait.frontend.parse.functions import parse_parameters

    words = {child.type for child in node.children if not child.is_named}
    match node.type:
        case "property_signature":
            return syntax.PropertySignature(
                reader.span(node),
                parse_member_name(reader, field(node, "name")),
                parse_annotation(reader, node.child_by_field_name("type")),
                "?" in words,
                "readonly" in words,
            )
        case "method_signature" if not words & {"get", "set"}:
            if node.child_by_field_name("type_parameters") is not None:
                reader.report(Code.TYPE, node, "generic methods are not supported yet", "declare one for each type")
            return syntax.MethodSignature(
                reader.span(node),
                parse_member_name(reader, field(node, "name")),
                parse_parameters(reader, node),
                parse_annotation(reader, node.child_by_field_name("return_type")),
                "?" in words,
            )
        case kind:
            what, hint = _WHAT_MEMBER.get(kind, ("members of this kind", ""))
            reader.report(Code.TYPE, node, f"{what} in an object type are not supported yet", hint)
            return None


_WHAT_MEMBER = {
    "method_signature": ("accessors", "declare a property"),
    "index_signature": ("index signatures", "use an array"),
    "call_signature": ("call signatures", ""),
    "construct_signature": ("constructors", ""),
}
