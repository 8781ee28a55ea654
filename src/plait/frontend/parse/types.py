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
    "constructor_type": "types of constructors",
    "intersection_type": "intersection types",
    "type_predicate_annotation": "type predicates",
    "asserts_annotation": "assertion signatures",
}


_NAMELESS = ("unique symbol",)
_OPERATORS = ("infer", "keyof", "unique")
"""What the grammar takes for the name of a type, and is none."""


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
            case "type_identifier" if reader.text(node) in _OPERATORS:
                reader.report(Code.SYNTAX, node, f"`{reader.text(node)}` cannot be the name of a type", "")
                return syntax.BadType(span)
            case "predefined_type" | "type_identifier" | "this_type" if reader.text(node) not in _NAMELESS:
                return syntax.NamedType(span, reader.text(node), ())
            case "array_type":
                return syntax.ArrayTypeSyntax(span, _inner(reader, node))
            case "union_type" if _begins_constructor(node):
                return _refuse(reader, node, "constructor_type")
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
                return _refuse(reader, node, kind)


def _refuse(reader: Reader, node: Node, kind: str) -> syntax.BadType:
    reader.report(
        Code.TYPE,
        node,
        f"{_WHAT.get(kind, 'types of this kind')} are not supported",
        "the types are number, int, boolean, string, classes, interfaces, A | B, T[] and Promise<T>",
    )
    return syntax.BadType(reader.span(node))


def _begins_constructor(node: Node) -> bool:
    """Whether a union is what `new () => A | B` makes: the grammar lets a constructor end before `|`."""
    first = node.children[0]
    while first.type == "union_type":
        first = first.children[0]
    return first.type == "constructor_type"


def _function_type(reader: Reader, node: Node) -> syntax.TypeSyntax:
    from plait.frontend.parse.functions import refuse_generics

    refuse_generics(reader, node, "functions")
    result = parse_annotation(reader, field(node, "return_type"))
    if result is None:
        raise AssertionError("a function type has a result")
    return syntax.FunctionTypeSyntax(reader.span(node), parse_signature(reader, node), result)


def parse_signature(reader: Reader, node: Node) -> tuple[syntax.Parameter, ...]:
    """The parameters of a function without body."""
    from plait.frontend.parse.functions import parse_parameters

    parameters = parse_parameters(reader, node)
    for parameter in parameters:
        if parameter.default is not None:
            message = "a parameter of a function without body has no default value"
            reader.diagnostics.report(Code.SYNTAX, parameter.default.span, message, "write `name?: type`")
    return parameters


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
        elif part.type in ("function_type", "constructor_type"):
            message = "the type of a function cannot stand in a union without parentheses"
            reader.report(Code.SYNTAX, part, message, "put parentheses around it")
        else:
            yield parse_type(reader, part)


def parse_object_type(reader: Reader, node: Node) -> syntax.ObjectTypeSyntax:
    """The members between the braces of an object type or interface."""
    members = [member for child in children(node) if (member := _member(reader, child)) is not None]
    return syntax.ObjectTypeSyntax(reader.span(node), tuple(members))


def _member(reader: Reader, node: Node) -> syntax.TypeMember | None:
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
                parse_signature(reader, node),
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


def reads_as_parameters(reader: Reader, node: Node) -> bool:
    """Whether a type ends by one in parentheses that would be the parameters of a function if `=>` came behind it."""
    last = node
    while last.named_child_count and last.type != "parenthesized_type" and last.children[-1].is_named:
        last = last.children[-1]
    return last.type == "parenthesized_type" and _reads_as_parameter(reader, children(last)[0])


def _reads_as_parameter(reader: Reader, node: Node) -> bool:
    match node.type:
        case "type_identifier" | "predefined_type" | "this_type" | "literal_type":
            text = reader.text(node)
            return text.isidentifier() and text not in ("void", "null", "true", "false")
        case "tuple_type":
            return all(_reads_as_parameter(reader, child) for child in children(node))
        case "object_type":
            return all(_reads_as_part(reader, child) for child in children(node))
        case _:
            return False


def _reads_as_part(reader: Reader, node: Node) -> bool:
    if node.type != "property_signature" or not all(child.is_named for child in node.children):
        return False
    type_ = node.child_by_field_name("type")
    return type_ is None or _reads_as_parameter(reader, children(type_)[0])
