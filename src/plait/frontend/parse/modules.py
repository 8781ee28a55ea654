"""Imports of functions of the embedding program, and their declarations; exports, which have no effect."""

from __future__ import annotations

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.functions import refuse_generics
from plait.frontend.parse.names import parse_identifier
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_annotation, parse_signature

_PREFIX = "host:"


def _module_name(reader: Reader, node: Node) -> str | None:
    name = reader.text(node)[1:-1]
    if name.startswith(_PREFIX) and "\\" not in name:
        return name.removeprefix(_PREFIX)
    reader.report(
        Code.STATEMENT,
        node,
        "there are only modules of the embedding program, whose names begin with `host:`",
        "put everything else in one file",
    )
    return None


def parse_import(reader: Reader, node: Node) -> syntax.Statement:
    """`import { name } from "host:module"`."""
    span = reader.span(node)
    source = node.child_by_field_name("source")
    module = None if source is None else _module_name(reader, source)
    names: list[tuple[syntax.Identifier, syntax.Identifier]] = []
    clause = next((child for child in children(node) if child.type == "import_clause"), None)
    lists = [] if clause is None else children(clause)
    if [child.type for child in lists] != ["named_imports"]:
        reader.report(Code.STATEMENT, node, "this form of import is not supported", 'write `import { f } from "..."`')
        return syntax.BadStatement(span, ())
    for child in children(lists[0]):
        there = field(child, "name")
        here = child.child_by_field_name("alias") or there
        names.append((syntax.Identifier(reader.span(there), reader.text(there)), parse_identifier(reader, here)))
    if module is None:
        return syntax.BadStatement(span, tuple(here for _, here in names))
    return syntax.Import(span, module, tuple(names))


def parse_ambient(reader: Reader, node: Node) -> syntax.Statement:
    """`declare module "host:module" { ... }`."""
    span = reader.span(node)
    inner = children(node)[0]
    if inner.type != "module" or field(inner, "name").type != "string":
        reader.report(Code.STATEMENT, node, "declarations without code are not supported", "leave it out")
        name = inner.child_by_field_name("name")
        names = () if name is None else (syntax.Identifier(reader.span(name), reader.text(name)),)
        return syntax.BadStatement(span, names)
    module = _module_name(reader, field(inner, "name"))
    functions: list[syntax.FunctionSignature] = []
    body = inner.child_by_field_name("body")
    for child in [] if body is None else children(body):
        declared = child.child_by_field_name("declaration") if child.type == "export_statement" else child
        if declared is None or declared.type != "function_signature":
            reader.report(Code.STATEMENT, child, "a module of the embedding program has functions only")
            continue
        refuse_generics(reader, declared, "functions")
        functions.append(
            syntax.FunctionSignature(
                reader.span(declared),
                parse_identifier(reader, field(declared, "name")),
                parse_signature(reader, declared),
                parse_annotation(reader, declared.child_by_field_name("return_type")),
            )
        )
    return syntax.BadStatement(span, ()) if module is None else syntax.DeclareModule(span, module, tuple(functions))


def parse_export(reader: Reader, node: Node) -> syntax.Statement:
    """`export` before a declaration, `export { a, b as c }`, `export default f`: nobody imports it."""
    from plait.frontend.parse.statements import parse_statement

    span = reader.span(node)
    words = {child.type for child in node.children}
    declaration = node.child_by_field_name("declaration")
    clause = next((child for child in children(node) if child.type == "export_clause"), None)
    value = node.child_by_field_name("value")
    if node.child_by_field_name("source") is not None:
        reader.report(Code.STATEMENT, node, "there are no other modules to export from", "put everything in one file")
    elif declaration is not None:
        return parse_statement(reader, declaration)
    elif clause is not None:
        return syntax.Export(span, tuple(_exported(reader, child) for child in children(clause)))
    elif "default" in words and value is not None and value.type == "identifier":
        name = syntax.Identifier(reader.span(value), reader.text(value))
        return syntax.Export(span, ((name, syntax.Identifier(name.span, "default")),))
    elif "default" in words:
        reader.report(Code.STATEMENT, node, "`export default` takes something with a name", "declare it first")
    else:
        reader.report(Code.STATEMENT, node, "this form of export is not supported", "write `export { name }`")
    return syntax.BadStatement(span, ())


def _exported(reader: Reader, node: Node) -> tuple[syntax.Identifier, syntax.Identifier]:
    here = field(node, "name")
    there = node.child_by_field_name("alias") or here
    return (
        syntax.Identifier(reader.span(here), reader.text(here)),
        syntax.Identifier(reader.span(there), reader.text(there)),
    )
