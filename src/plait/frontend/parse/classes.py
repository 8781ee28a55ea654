"""Classes, interfaces, type aliases and enums as they are written."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.expressions import parse_expression
from plait.frontend.parse.functions import parse_function, refuse_generics
from plait.frontend.parse.names import parse_identifier, parse_member_name
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_annotation, parse_object_type, parse_type


def parse_class(reader: Reader, node: Node) -> syntax.ClassDeclaration:
    """A class."""
    refuse_generics(reader, node, "classes")
    if any(child.type == "decorator" for child in node.children):
        reader.report(Code.STATEMENT, node, "decorators are not supported", "call a function instead")
    base: syntax.Identifier | None = None
    interfaces: list[syntax.NamedType] = []
    for heritage in children(node):
        if heritage.type == "class_heritage":
            for clause in children(heritage):
                if clause.type == "extends_clause":
                    base = _base(reader, clause)
                else:
                    interfaces.extend(_named_types(reader, clause))
    members = [member for child in children(field(node, "body")) if (member := _member(reader, child)) is not None]
    return syntax.ClassDeclaration(
        reader.span(node),
        parse_identifier(reader, field(node, "name")),
        base,
        tuple(interfaces),
        node.type == "abstract_class_declaration",
        tuple(members),
    )


def _base(reader: Reader, clause: Node) -> syntax.Identifier | None:
    value = field(clause, "value")
    if value.type != "identifier":
        reader.report(Code.STATEMENT, value, "a class extends a class that it names", "write `extends Name`")
        return None
    arguments = clause.child_by_field_name("type_arguments")
    if arguments is not None:
        reader.report(Code.TYPE_ARGUMENTS, arguments, "generic classes are not supported yet", "leave them out")
    return syntax.Identifier(reader.span(value), reader.text(value))


def _named_types(reader: Reader, clause: Node) -> list[syntax.NamedType]:
    found = []
    for child in children(clause):
        written = parse_type(reader, child)
        if isinstance(written, syntax.NamedType):
            found.append(written)
        elif not isinstance(written, syntax.BadType):
            reader.report(Code.STATEMENT, child, "the name of a class or interface stands here", "name the type")
    return found


def _modifiers(reader: Reader, node: Node) -> syntax.Modifiers:
    words = {child.type: child for child in node.children}
    if "declare" in words:
        reader.report(Code.STATEMENT, words["declare"], "`declare` is not supported", "leave it out")
    if any(child.type == "decorator" for child in node.children):
        reader.report(Code.STATEMENT, node, "decorators are not supported", "call a function instead")
    if "accessor" in words:
        reader.report(Code.STATEMENT, words["accessor"], "`accessor` is not supported", "write `get` and `set`")
    access = words.get("accessibility_modifier")
    return syntax.Modifiers(
        None if access is None else reader.text(access),
        "static" in words,
        "readonly" in words,
        "abstract" in words,
        "override_modifier" in words,
    )


def _member(reader: Reader, node: Node) -> syntax.ClassMember | None:
    match node.type:
        case "public_field_definition":
            words = {child.type for child in node.children if not child.is_named}
            value = node.child_by_field_name("value")
            return syntax.FieldDeclaration(
                reader.span(node),
                parse_member_name(reader, field(node, "name")),
                _modifiers(reader, node),
                parse_annotation(reader, node.child_by_field_name("type")),
                None if value is None else parse_expression(reader, value),
                "?" in words,
                "!" in words,
            )
        case "method_definition" | "abstract_method_signature":
            return _method(reader, node)
        case "class_static_block":
            from plait.frontend.parse.statements import parse_block

            return syntax.StaticBlock(reader.span(node), parse_block(reader, field(node, "body")))
        case kind:
            message, hint = _UNSUPPORTED.get(kind, ("this member of a class is not supported", ""))
            reader.report(Code.STATEMENT, node, message, hint)
            return None


_UNSUPPORTED = {
    "index_signature": ("index signatures are not supported yet", "use an array"),
    "method_signature": ("overloads are not supported", "declare one method for each signature"),
    "decorator": ("decorators are not supported", "call a function instead"),
}


def _method(reader: Reader, node: Node) -> syntax.MethodDeclaration:
    name = parse_member_name(reader, field(node, "name"))
    words = {child.type for child in node.children if not child.is_named}
    if "?" in words:
        reader.report(Code.STATEMENT, node, "optional methods of a class are not supported", "leave `?` out")
    kind = syntax.MethodKind.METHOD
    if "get" in words:
        kind = syntax.MethodKind.GETTER
    elif "set" in words:
        kind = syntax.MethodKind.SETTER
    elif name.name == "constructor" and "static" not in words:
        kind = syntax.MethodKind.CONSTRUCTOR
    function = parse_function(reader, node, name)
    if node.type == "abstract_method_signature":
        # It is never called: a body that does not come to its end fits every result.
        never = syntax.Throw(function.span, syntax.UndefinedLiteral(function.span))
        function = replace(function, body=syntax.Block(function.span, (never,)))
        if function.result is None and kind is not syntax.MethodKind.SETTER:
            reader.report(
                Code.MISSING_RESULT_TYPE, node, f"`{name.name}` needs a result type", f"write `{name.name}(): void`"
            )
    return syntax.MethodDeclaration(reader.span(node), kind, _modifiers(reader, node), function)


def parse_interface(reader: Reader, node: Node) -> syntax.InterfaceDeclaration:
    """An interface."""
    refuse_generics(reader, node, "interfaces")
    bases: list[syntax.NamedType] = []
    for child in children(node):
        if child.type == "extends_type_clause":
            bases.extend(_named_types(reader, child))
    body = parse_object_type(reader, field(node, "body"))
    name = parse_identifier(reader, field(node, "name"))
    return syntax.InterfaceDeclaration(reader.span(node), name, tuple(bases), body)


def parse_alias(reader: Reader, node: Node) -> syntax.AliasDeclaration:
    """`type Name = type;`."""
    refuse_generics(reader, node, "types")
    name = parse_identifier(reader, field(node, "name"))
    return syntax.AliasDeclaration(reader.span(node), name, parse_type(reader, field(node, "value")))


def parse_enum(reader: Reader, node: Node) -> syntax.EnumDeclaration:
    """An enum."""
    members: list[tuple[syntax.Identifier, syntax.Expression | None]] = []
    for child in children(field(node, "body")):
        if child.type == "enum_assignment":
            value = parse_expression(reader, field(child, "value"))
            members.append((parse_member_name(reader, field(child, "name")), value))
        else:
            members.append((parse_member_name(reader, child), None))
    name = parse_identifier(reader, field(node, "name"))
    is_constant = any(child.type == "const" for child in node.children)
    return syntax.EnumDeclaration(reader.span(node), name, tuple(members), is_constant)
