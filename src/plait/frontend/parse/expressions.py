"""Expressions as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.functions import parse_function, parse_function_expression
from plait.frontend.parse.literals import LiteralError, number_value, string_value
from plait.frontend.parse.names import parse_member_name
from plait.frontend.parse.reader import Reader, children, field
from plait.frontend.parse.types import parse_type
from plait.source import Span

_LINKS: Final = ("member_expression", "subscript_expression", "call_expression")
_BINARY: Final = {operator.value: operator for operator in syntax.BinaryOperator}
_LOGICAL: Final = {operator.value: operator for operator in syntax.LogicalOperator}
_UNARY: Final = {operator.value: operator for operator in syntax.UnaryOperator}

_UNSUPPORTED: Final = {
    "generator_function": ("generators are not supported", "collect the values in an array"),
    "class": ("classes are not supported yet", ""),
    "regex": ("regular expressions are not supported yet", ""),
    "super": ("super is not supported", ""),
    "satisfies_expression": ("satisfies is not supported", "annotate the variable with the type"),
    "type_assertion": ("type assertions in angle brackets are not supported", "write `value as int`"),
    "yield_expression": ("generators are not supported", "collect the values in an array"),
    "import": ("import is not supported", "put everything in one file"),
    "meta_property": ("this expression is not supported", ""),
    "private_property_identifier": ("private names are not supported", ""),
}


def parse_expression(reader: Reader, node: Node) -> syntax.Expression:
    """An expression; parentheses leave no trace."""
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
        case "binary_expression":
            return _binary(reader, node)
        case "unary_expression":
            return _unary(reader, node)
        case "update_expression":
            operator = field(node, "operator")
            target = field(node, "argument")
            is_prefix = operator.start_byte < target.start_byte
            delta = 1 if operator.type == "++" else -1
            return syntax.Update(span, _target(reader, target), delta, is_prefix)
        case "assignment_expression" | "augmented_assignment_expression":
            return _assignment(reader, node)
        case "ternary_expression":
            parts = (
                parse_expression(reader, field(node, name)) for name in ("condition", "consequence", "alternative")
            )
            return syntax.Conditional(span, *parts)
        case "sequence_expression":
            return _sequence(reader, node)
        case "new_expression":
            return _new(reader, node)
        case "null":
            return syntax.NullLiteral(span)
        case "undefined":
            return syntax.UndefinedLiteral(span)
        case "this":
            return syntax.This(span)
        case "object":
            return parse_object(reader, node)
        case "non_null_expression":
            return syntax.NonNull(span, parse_expression(reader, children(node)[0]))
        case "member_expression" | "subscript_expression" | "call_expression":
            return _chain(reader, node)
        case "array":
            return _array(reader, node)
        case "arrow_function" | "function_expression":
            return parse_function_expression(reader, node)
        case "await_expression":
            return _await(reader, node)
        case "as_expression":
            return _as(reader, node, children(node)[0])
        case kind:
            message, hint = _UNSUPPORTED.get(kind, ("this expression is not supported", ""))
            return refuse(reader, node, message, hint)


def _name(reader: Reader, node: Node) -> syntax.Expression:
    name = reader.text(node)
    if "\\" in name:
        return refuse(reader, node, "escapes in names are not supported", "write the characters themselves")
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


# The parser lets `as` reach over all operators on its left but `await` and `**`. In TypeScript it binds as `<` does.

_LOOSER_THAN_AS: Final = ("===", "!==", "==", "!=", "&", "^", "|", "&&", "||", "??")


def _as(reader: Reader, node: Node, operand: Node) -> syntax.Expression:
    """`operand as T`, where the operand is what the parser takes for it, or the last part of that."""
    if len(children(node)) != 2:
        return refuse(reader, node, "`as const` is not supported", "leave it out")
    if operand.type == "binary_expression" and field(operand, "operator").type in _LOOSER_THAN_AS:
        return _binary(reader, operand, around_right=node)
    span = Span(reader.file, reader.span(operand).start, reader.span(node).end)
    return syntax.As(span, parse_expression(reader, operand), parse_type(reader, children(node)[1]))


def _await(reader: Reader, node: Node) -> syntax.Expression:
    """`await x`, or the `await x as T` that the parser takes for `await (x as T)`."""
    casts: list[Node] = []
    operand = children(node)[0]
    while operand.type == "as_expression" and len(children(operand)) == 2:
        casts.append(operand)
        operand = children(operand)[0]
    start, end = reader.span(node).start, reader.span(operand).end
    result: syntax.Expression = syntax.Await(Span(reader.file, start, end), parse_expression(reader, operand))
    for cast in reversed(casts):
        type_ = parse_type(reader, children(cast)[1])
        result = syntax.As(Span(reader.file, start, reader.span(cast).end), result, type_)
    return result


def _binary(reader: Reader, node: Node, around_right: Node | None = None) -> syntax.Expression:
    """Two operands and what is between them. `around_right` is an `as` that belongs to the right one."""
    operator_node = field(node, "operator")
    operator = operator_node.type
    if operator in ("==", "!="):
        reader.report(
            Code.LOOSE_EQUALITY,
            operator_node,
            f"`{operator}` is not supported",
            f"compare without conversion: `{operator}=`",
        )
        operator += "="
    left_node, right_node = field(node, "left"), field(node, "right")
    if operator == "**" and left_node.type in ("unary_expression", "await_expression"):
        reader.report(
            Code.UNARY_POWER,
            left_node,
            "a unary operator cannot stand directly before `**`",
            "put parentheses around the operand that you mean",
        )
    for operand in (left_node, right_node):
        inner_operator = operand.child_by_field_name("operator") if operand.type == "binary_expression" else None
        if inner_operator is not None and {operator, inner_operator.type} in ({"??", "&&"}, {"??", "||"}):
            reader.report(
                Code.SYNTAX,
                inner_operator,
                f"`{operator}` and `{inner_operator.type}` cannot be mixed without parentheses",
                "put parentheses around the operands that belong together",
            )
    left = parse_expression(reader, left_node)
    right = parse_expression(reader, right_node) if around_right is None else _as(reader, around_right, right_node)
    span = reader.span(node) if around_right is None else reader.span(around_right)
    if operator in _BINARY:
        casts: list[syntax.As] = []
        if operator not in _LOOSER_THAN_AS and right_node.type != "parenthesized_expression":
            while isinstance(right, syntax.As):
                casts.append(right)
                right = right.operand
        inner = Span(reader.file, span.start, right.span.end) if casts else span
        result: syntax.Expression = syntax.Binary(inner, _BINARY[operator], reader.span(operator_node), left, right)
        for cast in reversed(casts):
            result = syntax.As(Span(reader.file, span.start, cast.span.end), result, cast.type)
        return result
    if operator == "??":
        return syntax.Coalesce(span, left, right)
    if operator in _LOGICAL:
        return syntax.Logical(span, _LOGICAL[operator], left, right)
    return refuse(reader, operator_node, f"the operator `{operator}` is not supported")


def _unary(reader: Reader, node: Node) -> syntax.Expression:
    operator = field(node, "operator")
    operand = parse_expression(reader, field(node, "argument"))
    if operator.type in _UNARY:
        return syntax.Unary(reader.span(node), _UNARY[operator.type], operand)
    if operator.type == "typeof":
        return syntax.TypeOf(reader.span(node), operand)
    return refuse(reader, node, f"the operator `{operator.type}` is not supported")


def _target(reader: Reader, node: Node) -> syntax.Expression:
    """The target of an assignment."""
    target = parse_expression(reader, node)
    if not isinstance(target, syntax.Name | syntax.Index | syntax.Member | syntax.SuperMember | syntax.BadExpression):
        reader.report(
            Code.ASSIGNMENT_TARGET,
            node,
            "this cannot be assigned",
            "assign to a variable, a property or an array element",
        )
        return syntax.BadExpression(target.span)
    if isinstance(target, syntax.Name) and target.name in ("eval", "arguments"):
        reader.report(Code.RESERVED_NAME, node, f"`{target.name}` cannot be assigned")
    return target


def _assignment(reader: Reader, node: Node) -> syntax.Expression:
    span = reader.span(node)
    target_node = field(node, "left")
    if target_node.type == "array_pattern":
        return syntax.AssignParts(span, _parts(reader, target_node), parse_expression(reader, field(node, "right")))
    if target_node.type in ("object_pattern", "array", "object"):
        return refuse(reader, target_node, "this pattern cannot be assigned yet", "assign the parts one by one")
    target = _target(reader, target_node)
    value = parse_expression(reader, field(node, "right"))
    operator_node = node.child_by_field_name("operator")
    if operator_node is None:
        return syntax.Assign(span, None, target.span, target, value)
    operator = operator_node.type.removesuffix("=")
    if operator == "??" or operator in _LOGICAL:
        return syntax.AssignIf(span, _LOGICAL.get(operator), target, value)
    if operator not in _BINARY:
        return refuse(
            reader,
            operator_node,
            f"the operator `{operator_node.type}` is not supported",
            "write the assignment in an if",
        )
    return syntax.Assign(span, _BINARY[operator], reader.span(operator_node), target, value)


def _parts(reader: Reader, node: Node) -> tuple[syntax.Expression | None, ...]:
    """The targets of `[a, b[0]] = ...`."""
    targets: list[syntax.Expression | None] = []
    is_open = True
    for child in node.children:
        if child.type == ",":
            if is_open:
                targets.append(None)
            is_open = True
        elif child.is_named and child.type != "comment":
            is_open = False
            if child.type in ("identifier", "subscript_expression", "member_expression"):
                targets.append(_target(reader, child))
            else:
                hint = "assign the parts one by one"
                targets.append(refuse(reader, child, "this part of a pattern cannot be assigned yet", hint))
    return tuple(targets)


def _sequence(reader: Reader, node: Node) -> syntax.Expression:
    parts = [parse_expression(reader, child) for child in children(node)]
    result = parts[0]
    for part in parts[1:]:
        result = syntax.Sequence(Span(reader.file, result.span.start, part.span.end), result, part)
    return result


def _elements(reader: Reader, node: Node) -> Iterator[syntax.Expression]:
    """The elements of an array literal or the arguments of a call."""
    for child in children(node):
        if child.type == "spread_element":
            yield syntax.Spread(reader.span(child), parse_expression(reader, children(child)[0]))
        else:
            yield parse_expression(reader, child)


def _chain(reader: Reader, node: Node) -> syntax.Expression:
    """Members, elements and calls one behind the other; a `Chain` if a link is optional."""
    link, is_optional = _link(reader, node)
    return syntax.Chain(reader.span(node), link) if is_optional else link


def _link(reader: Reader, node: Node) -> tuple[syntax.Expression, bool]:
    """One link with those before it, and whether it or one of those is optional."""
    is_optional = any(child.type in ("optional_chain", "?.") for child in node.children)
    inner = node.child_by_field_name("function" if node.type == "call_expression" else "object")
    if inner is None:
        raise AssertionError(f"{node.type} without object")
    if inner.type == "super":
        return _super(reader, node), False
    with reader.nested(node):
        if inner.type in _LINKS:
            value, was_optional = _link(reader, inner)
        elif inner.type == "non_null_expression" and children(inner)[0].type in (
            "member_expression",
            "call_expression",
        ):
            value, was_optional = _link(reader, children(inner)[0])
            value = syntax.NonNull(reader.span(inner), value)
        else:
            value, was_optional = parse_expression(reader, inner), False
    span = reader.span(node)
    link: syntax.Expression
    match node.type:
        case "member_expression":
            name = field(node, "property")
            link = syntax.Member(span, value, reader.text(name), reader.span(name), is_optional)
        case "subscript_expression":
            index = parse_expression(reader, field(node, "index"))
            if isinstance(index, syntax.StringLiteral) and index.value.isidentifier():
                link = syntax.Member(span, value, index.value, index.span, is_optional)
            else:
                link = syntax.Index(span, value, index, is_optional)
        case _:
            link = _call(reader, node, value, is_optional)
    return link, is_optional or was_optional


def _call(reader: Reader, node: Node, callee: syntax.Expression, is_optional: bool) -> syntax.Expression:
    arguments = field(node, "arguments")
    if arguments.type == "template_string":
        return refuse(reader, node, "tagged templates are not supported", "call the function with parentheses")
    type_arguments = node.child_by_field_name("type_arguments")
    if type_arguments is not None:
        reader.report(
            Code.TYPE_ARGUMENTS, type_arguments, "type arguments of a call are not supported", "leave them out"
        )
    return syntax.Call(reader.span(node), callee, tuple(_elements(reader, arguments)), is_optional)


def _super(reader: Reader, node: Node) -> syntax.Expression:
    span = reader.span(node)
    match node.type:
        case "call_expression":
            return syntax.SuperCall(span, tuple(_elements(reader, field(node, "arguments"))))
        case "member_expression":
            name = field(node, "property")
            return syntax.SuperMember(span, reader.text(name), reader.span(name))
        case _:
            return refuse(reader, node, "an element of `super` is not supported", "name the method")


def _new(reader: Reader, node: Node) -> syntax.Expression:
    callee = parse_expression(reader, field(node, "constructor"))
    types = node.child_by_field_name("type_arguments")
    arguments = node.child_by_field_name("arguments")
    return syntax.New(
        reader.span(node),
        callee,
        () if types is None else tuple(parse_type(reader, child) for child in children(types)),
        () if arguments is None else tuple(_elements(reader, arguments)),
    )


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
    return syntax.ArrayLiteral(reader.span(node), tuple(_elements(reader, node)))
