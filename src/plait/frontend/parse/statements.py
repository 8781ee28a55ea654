"""Statements and declarations as they are written."""

from __future__ import annotations

from typing import Final

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.classes import parse_alias, parse_class, parse_enum, parse_interface
from plait.frontend.parse.expressions import parse_expression
from plait.frontend.parse.functions import parse_function
from plait.frontend.parse.modules import parse_ambient, parse_import
from plait.frontend.parse.names import parse_identifier
from plait.frontend.parse.patterns import parse_name, parts_declaration
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_annotation

_UNSUPPORTED: Final = {
    "export_statement": ("`export` stands at the top level only", "leave it out"),
    "with_statement": ("with is not supported", ""),
    "debugger_statement": ("debugger is not supported", "leave it out"),
    "generator_function_declaration": ("generators are not supported", "collect the values in an array"),
    "function_signature": ("overloads are not supported", "declare one function for each signature"),
    "module": ("namespaces are not supported", ""),
    "internal_module": ("namespaces are not supported", ""),
}


def parse_statement(reader: Reader, node: Node) -> syntax.Statement:
    """A statement."""
    with reader.nested(node):
        return _parse(reader, node)


def _parse(reader: Reader, node: Node) -> syntax.Statement:
    span = reader.span(node)
    match node.type:
        case "lexical_declaration" | "variable_declaration":
            return _declaration(reader, node)
        case "function_declaration":
            return parse_function(reader, node, parse_identifier(reader, field(node, "name")))
        case "class_declaration" | "abstract_class_declaration":
            return parse_class(reader, node)
        case "interface_declaration":
            return parse_interface(reader, node)
        case "type_alias_declaration":
            return parse_alias(reader, node)
        case "enum_declaration":
            return parse_enum(reader, node)
        case "import_statement":
            return parse_import(reader, node)
        case "ambient_declaration":
            return parse_ambient(reader, node)
        case "switch_statement":
            return _switch(reader, node)
        case "expression_statement":
            child = children(node)[0]
            if child.type == "internal_module":
                return _refuse(reader, child)
            if _begins_by_function(child):
                reader.report(
                    Code.SYNTAX, child, "a function declared here needs a name", "name it, or use parentheses"
                )
            return syntax.ExpressionStatement(span, parse_expression(reader, child))
        case "statement_block":
            return parse_block(reader, node)
        case "empty_statement":
            return syntax.Block(span, ())
        case "if_statement":
            consequence = field(node, "consequence")
            if consequence.type == "empty_statement":
                reader.report(Code.SYNTAX, consequence, "an `if` without a statement", "write `{}` if that is meant")
            alternative = node.child_by_field_name("alternative")
            return syntax.If(
                span,
                parse_expression(reader, field(node, "condition")),
                _body(reader, consequence),
                None if alternative is None else _body(reader, children(alternative)[0]),
            )
        case "while_statement":
            return syntax.While(
                span, parse_expression(reader, field(node, "condition")), _body(reader, field(node, "body"))
            )
        case "do_statement":
            body = _body(reader, field(node, "body"))
            return syntax.DoWhile(span, body, parse_expression(reader, field(node, "condition")))
        case "for_statement":
            return _for(reader, node)
        case "for_in_statement":
            return _for_of(reader, node)
        case "break_statement":
            return syntax.Break(span, _label(reader, node))
        case "continue_statement":
            return syntax.Continue(span, _label(reader, node))
        case "return_statement":
            values = children(node)
            return syntax.Return(span, parse_expression(reader, values[0]) if values else None)
        case "throw_statement":
            value = children(node)[0]
            if "\n" in reader.file.text[span.start : reader.offset(value.start_byte)]:
                reader.report(Code.SYNTAX, node, "a line break cannot follow `throw`", "put the value on the same line")
            return syntax.Throw(span, parse_expression(reader, value))
        case "try_statement":
            return _try(reader, node)
        case "labeled_statement":
            label = field(node, "label")
            name = syntax.Identifier(reader.span(label), reader.text(label))
            return syntax.Labeled(span, name, _body(reader, field(node, "body")))
        case _:
            return _refuse(reader, node)


def _refuse(reader: Reader, node: Node) -> syntax.Statement:
    """Report a statement outside the language."""
    message, hint = _UNSUPPORTED.get(node.type, ("this statement is not supported", ""))
    reader.report(Code.STATEMENT, node, message, hint)
    declaration = node.child_by_field_name("declaration")
    if node.type == "export_statement" and declaration is not None:
        return parse_statement(reader, declaration)
    declared = node.child_by_field_name("name")
    names = [] if declared is None or declared.type not in ("identifier", "type_identifier") else [declared]
    return syntax.BadStatement(
        reader.span(node), tuple(syntax.Identifier(reader.span(n), reader.text(n)) for n in names)
    )


def _body(reader: Reader, node: Node) -> syntax.Statement:
    """The statement that another statement governs: it cannot be a declaration."""
    if node.type in ("lexical_declaration", "function_declaration"):
        reader.report(Code.SYNTAX, node, "a declaration cannot stand here", "put it into a block: { ... }")
    return parse_statement(reader, node)


def parse_block(reader: Reader, node: Node) -> syntax.Block:
    """Statements between braces."""
    return syntax.Block(reader.span(node), tuple(parse_statement(reader, child) for child in children(node)))


def _label(reader: Reader, node: Node) -> syntax.Identifier | None:
    label = node.child_by_field_name("label")
    return None if label is None else syntax.Identifier(reader.span(label), reader.text(label))


def _declaration(reader: Reader, node: Node) -> syntax.VariableDeclaration:
    kind = node.child_by_field_name("kind")
    is_constant = kind is not None and kind.type == "const"
    if kind is None:
        reader.report(Code.VAR, node, "`var` is not supported", "use `let` or `const`")
    declarators = []
    for child in children(node):
        value = child.child_by_field_name("value")
        name = field(child, "name")
        if any(part.type == "!" for part in child.children):
            reader.report(
                Code.TYPE, child, "the assertion `!` of a declaration is not supported", "give the variable a value"
            )
        if name.type != "identifier" and value is None:
            reader.report(Code.CONST_WITHOUT_VALUE, child, "a pattern needs a value to take apart", "write `= value`")
        elif is_constant and value is None:
            reader.report(
                Code.CONST_WITHOUT_VALUE, child, "a `const` needs a value", "give it one, or declare it with `let`"
            )
        whole, pattern = parse_name(reader, name)
        declarators.append(
            syntax.Declarator(
                whole,
                parse_annotation(reader, child.child_by_field_name("type")),
                None if value is None else parse_expression(reader, value),
                reader.span(child),
                pattern,
            )
        )
    return syntax.VariableDeclaration(reader.span(node), is_constant, tuple(declarators))


def _for(reader: Reader, node: Node) -> syntax.Statement:
    start: syntax.VariableDeclaration | syntax.ExpressionStatement | None = None
    initializer = field(node, "initializer")
    match initializer.type:
        case "empty_statement":
            pass
        case "lexical_declaration" | "variable_declaration":
            start = _declaration(reader, initializer)
        case "expression_statement":
            start = syntax.ExpressionStatement(
                reader.span(initializer), parse_expression(reader, children(initializer)[0])
            )
        case _:
            start = syntax.ExpressionStatement(reader.span(initializer), parse_expression(reader, initializer))
    condition_node = field(node, "condition")
    if condition_node.type == "expression_statement":
        condition_node = children(condition_node)[0]
    step = node.child_by_field_name("increment")
    return syntax.For(
        reader.span(node),
        start,
        None if condition_node.type == "empty_statement" else parse_expression(reader, condition_node),
        None if step is None else parse_expression(reader, step),
        _body(reader, field(node, "body")),
    )


def _for_of(reader: Reader, node: Node) -> syntax.Statement:
    span = reader.span(node)
    left = field(node, "left")
    kind = node.child_by_field_name("kind")
    refused: str | None = None
    if field(node, "operator").type == "in":
        refused = "for-in is not supported"
    elif kind is None:
        refused = "for-of over anything but a newly declared variable is not supported"
    if refused is not None or kind is None:
        reader.report(Code.STATEMENT, node, refused or "", "write `for (const x of array)`")
        return syntax.BadStatement(span, ())
    if kind.type == "var":
        reader.report(Code.VAR, kind, "`var` is not supported", "use `let` or `const`")
    name, pattern = parse_name(reader, left)
    iterable = parse_expression(reader, field(node, "right"))
    body = _body(reader, field(node, "body"))
    is_constant = kind.type == "const"
    if pattern is not None:
        body = syntax.Block(body.span, (parts_declaration(name, pattern, is_constant), body))
    is_await = any(child.type == "await" for child in node.children)
    return syntax.ForOf(span, is_constant, name, iterable, body, is_await)


def _switch(reader: Reader, node: Node) -> syntax.Statement:
    cases = []
    for child in children(field(node, "body")):
        test = child.child_by_field_name("value")
        body = [part for part in child.children_by_field_name("body") if part.type != "comment"]
        statements = tuple(parse_statement(reader, part) for part in body)
        cases.append(
            syntax.Case(reader.span(child), None if test is None else parse_expression(reader, test), statements)
        )
    return syntax.Switch(reader.span(node), parse_expression(reader, field(node, "value")), tuple(cases))


def _try(reader: Reader, node: Node) -> syntax.Statement:
    handler = node.child_by_field_name("handler")
    finalizer = node.child_by_field_name("finalizer")
    catch = None
    if handler is None and finalizer is None:
        reader.report(Code.SYNTAX, node, "a `try` needs a `catch` or a `finally`", "write `catch { }` behind it")
    if handler is not None:
        parameter = handler.child_by_field_name("parameter")
        annotation = handler.child_by_field_name("type")
        if annotation is not None and reader.text(annotation).lstrip(": ") != "unknown":
            reader.report(Code.TYPE, annotation, "a caught value is `unknown`", "leave the type out")
        catch = syntax.Catch(
            None if parameter is None else parse_identifier(reader, parameter),
            parse_block(reader, field(handler, "body")),
        )
    return syntax.Try(
        reader.span(node),
        parse_block(reader, field(node, "body")),
        catch,
        None if finalizer is None else parse_block(reader, field(finalizer, "body")),
    )


def _begins_by_function(node: Node) -> bool:
    """Whether the first thing of an expression is a function, which stands for a declaration there."""
    while node.children and node.type not in ("function_expression", "generator_function"):
        node = node.children[0]
    return node.type in ("function_expression", "generator_function")
