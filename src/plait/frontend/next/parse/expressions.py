"""Expressions as they are written."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import method
from plait.frontend.next.parse.names import as_type, property_name
from plait.frontend.next.parse.parts import Builder, Part, Parts

_NO_TARGET: Final = "only a variable, a property, an element or a pattern can be assigned"


def _parenthesized(parts: Parts) -> Any:
    return parts.first()


def _binary(parts: Parts) -> syntax.Expression:
    operator = parts.part("operator")
    left = parts.get("left")
    right = parts.get("right")
    assert operator is not None
    if isinstance(left, syntax.PrivateName):
        return syntax.PrivateIn(parts.start, parts.end, left, right)
    return syntax.Binary(parts.start, parts.end, operator.kind, left, right)


def _unary(parts: Parts) -> syntax.Expression:
    operator = parts.part("operator")
    assert operator is not None
    return syntax.Unary(parts.start, parts.end, operator.kind, parts.get("argument"))


def _update(parts: Parts) -> syntax.Expression:
    operator, target = parts.part("operator"), parts.part("argument")
    assert operator is not None
    assert target is not None
    _require_target(parts, target.value)
    return syntax.Update(parts.start, parts.end, operator.kind, operator.start < target.start, target.value)


def _assignment(parts: Parts) -> Any:
    target, value = parts.get("left"), parts.get("right")
    if parts.has("using"):
        declarator = syntax.VariableDeclarator(target.start, parts.end, target, None, value, False)
        return syntax.VariableStatement(parts.start, parts.end, "using", (declarator,))
    operator = parts.part("operator")
    _require_target(parts, target)
    return syntax.Assignment(parts.start, parts.end, "=" if operator is None else operator.kind, target, value)


def _require_target(parts: Parts, target: Any) -> None:
    match target:
        case (
            syntax.Identifier()
            | syntax.PropertyAccess()
            | syntax.ElementAccess()
            | syntax.ObjectPattern()
            | syntax.ArrayPattern()
        ):
            return
        case syntax.NonNull() | syntax.As() | syntax.Satisfies():
            _require_target(parts, target.expression)
        case _:
            parts.source.report(Code.ASSIGNMENT_TARGET, target.start, target.end, "this cannot be assigned", _NO_TARGET)


def _conditional(parts: Parts) -> syntax.Expression:
    condition, when_true, when_false = (parts.get(field) for field in ("condition", "consequence", "alternative"))
    return syntax.Conditional(parts.start, parts.end, condition, when_true, when_false)


def _sequence(parts: Parts) -> syntax.Expression:
    first, *others = parts.values()
    result: syntax.Expression = first
    for other in others:
        result = syntax.Sequence(first.start, other.end, result, other)
    return result


def _linked(parts: Parts, part: Part, is_optional: bool) -> tuple[syntax.Expression, bool]:
    """What a link is fastened to, and whether both are parts of one chain of optional links."""
    value = part.value
    if isinstance(value, syntax.OptionalChain) and part.kind != "parenthesized_expression":
        return value.expression, True
    return value, is_optional


def _chained(parts: Parts, link: syntax.Expression, is_chain: bool) -> syntax.Expression:
    return syntax.OptionalChain(parts.start, parts.end, link) if is_chain else link


def _is_optional(parts: Parts) -> bool:
    return any(item.kind in ("optional_chain", "?.") for item in parts.items)


def _member(parts: Parts) -> syntax.Expression:
    inner = parts.part("object")
    name = parts.get("property")
    assert inner is not None
    if parts.has("import"):
        return syntax.MetaProperty(parts.start, parts.end, "import.meta")
    is_optional = _is_optional(parts)
    value, is_chain = _linked(parts, inner, is_optional)
    return _chained(parts, syntax.PropertyAccess(parts.start, parts.end, value, name, is_optional), is_chain)


def _subscript(parts: Parts) -> syntax.Expression:
    inner = parts.part("object")
    assert inner is not None
    is_optional = _is_optional(parts)
    value, is_chain = _linked(parts, inner, is_optional)
    link = syntax.ElementAccess(parts.start, parts.end, value, parts.get("index"), is_optional)
    return _chained(parts, link, is_chain)


def _call(parts: Parts) -> syntax.Expression:
    callee = parts.part("function")
    arguments = parts.part("arguments")
    assert callee is not None
    assert arguments is not None
    type_arguments = parts.get("type_arguments")
    if arguments.kind == "template_string":
        return _tagged(parts, callee.value, arguments.value, type_arguments)
    if callee.kind == "import":
        given = arguments.value
        argument = given[0] if given else syntax.ErrorExpression(parts.start, parts.end)
        return syntax.ImportCall(parts.start, parts.end, argument)
    is_optional = _is_optional(parts)
    value, is_chain = _linked(parts, callee, is_optional)
    link = syntax.Call(parts.start, parts.end, value, type_arguments, arguments.value, is_optional)
    return _chained(parts, link, is_chain)


def _tagged(parts: Parts, tag: Any, template: Any, type_arguments: Any) -> syntax.Expression:
    texts, raw = parts.source.raw_templates[template.start]
    parts.source.bad_escapes.pop(template.start, None)
    insertions = template.insertions if isinstance(template, syntax.TemplateExpression) else ()
    return syntax.TaggedTemplate(parts.start, parts.end, tag, type_arguments, texts, raw, insertions)


def _new(parts: Parts) -> syntax.Expression:
    return syntax.New(
        parts.start,
        parts.end,
        parts.get("constructor"),
        parts.get("type_arguments"),
        parts.get("arguments") or (),
    )


def _instantiation(parts: Parts) -> syntax.Expression:
    return syntax.Instantiation(parts.start, parts.end, parts.get("function"), parts.get("type_arguments"))


def _non_null(parts: Parts) -> syntax.Expression:
    (part,) = [item for item in parts.items if item.value is not None]
    value, is_chain = _linked(parts, part, False)
    return _chained(parts, syntax.NonNull(parts.start, parts.end, value), is_chain)


def _spread(parts: Parts) -> syntax.Spread:
    return syntax.Spread(parts.start, parts.end, parts.first())


def _array(parts: Parts) -> syntax.ArrayLiteral:
    return syntax.ArrayLiteral(parts.start, parts.end, tuple(parts.separated()))


def _pair(parts: Parts) -> syntax.PropertyAssignment:
    return syntax.PropertyAssignment(parts.start, parts.end, property_name(parts.get("key")), parts.get("value"))


def _object(parts: Parts) -> syntax.ObjectLiteral:
    members: list[syntax.ObjectMember] = []
    for item in parts.items:
        match item.value:
            case None:
                continue
            case syntax.Identifier() as name:
                members.append(syntax.ShorthandProperty(item.start, item.end, name))
            case syntax.Spread(start, end, expression):
                members.append(syntax.SpreadProperty(start, end, expression))
            case syntax.Assignment() | syntax.PatternElement():
                parts.source.report(
                    Code.SYNTAX, item.start, item.end, "`name = value` stands in patterns only", "write `name: value`"
                )
            case member:
                members.append(member)
    return syntax.ObjectLiteral(parts.start, parts.end, tuple(members))


def _await(parts: Parts) -> Any:
    value = parts.first()
    if isinstance(value, syntax.VariableStatement):
        return syntax.VariableStatement(parts.start, parts.end, "await using", value.declarators)
    return syntax.Await(parts.start, parts.end, value)


def _yield(parts: Parts) -> syntax.Expression:
    return syntax.Yield(parts.start, parts.end, parts.first(), parts.has("*"))


def _as(parts: Parts) -> syntax.Expression:
    expression, *written = parts.values()
    if not written:
        return syntax.AsConst(parts.start, parts.end, expression)
    return syntax.As(parts.start, parts.end, expression, as_type(written[0]))


def _satisfies(parts: Parts) -> syntax.Expression:
    expression, written = parts.values()
    return syntax.Satisfies(parts.start, parts.end, expression, as_type(written))


def _assertion(parts: Parts) -> syntax.Expression:
    written, expression = parts.values()
    name = parts.source.text[written[0].start : written[0].end]
    if name == "const":
        return syntax.AsConst(parts.start, parts.end, expression)
    return syntax.As(parts.start, parts.end, expression, written[0])


def _meta_property(parts: Parts) -> syntax.Expression:
    return syntax.MetaProperty(parts.start, parts.end, "new.target" if parts.has("new") else "import.meta")


BUILDERS: Final[dict[str, Builder]] = {
    "parenthesized_expression": _parenthesized,
    "binary_expression": _binary,
    "unary_expression": _unary,
    "update_expression": _update,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "ternary_expression": _conditional,
    "sequence_expression": _sequence,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "call_expression": _call,
    "arguments": lambda parts: parts.values(),
    "new_expression": _new,
    "instantiation_expression": _instantiation,
    "non_null_expression": _non_null,
    "spread_element": _spread,
    "array": _array,
    "pair": _pair,
    "object": _object,
    "await_expression": _await,
    "yield_expression": _yield,
    "as_expression": _as,
    "satisfies_expression": _satisfies,
    "type_assertion": _assertion,
    "meta_property": _meta_property,
    "method_definition": method,
}
