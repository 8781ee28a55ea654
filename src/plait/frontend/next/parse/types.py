"""Types as they are written, and the members of object types."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import Signature, signature
from plait.frontend.next.parse.names import as_type, imported_type, property_name, written_type
from plait.frontend.next.parse.parts import Builder, Part, Parts
from plait.frontend.parse.literals import LiteralError, string_value


def types(values: tuple[Any, ...]) -> tuple[syntax.TypeNode, ...]:
    """What was built where types stand."""
    return tuple([as_type(value) for value in values])


def _keyword(parts: Parts) -> syntax.TypeNode:
    if parts.has("unique"):
        inner = syntax.KeywordType(parts.end - len("symbol"), parts.end, "symbol")
        return syntax.TypeOperator(parts.start, parts.end, "unique", inner)
    text = parts.text
    if text.startswith("unique") and text != "unique":
        inner = syntax.KeywordType(parts.end - len("symbol"), parts.end, "symbol")
        return syntax.TypeOperator(parts.start, parts.end, "unique", inner)
    return syntax.KeywordType(parts.start, parts.end, text)


def _this_type(parts: Parts) -> syntax.TypeNode:
    return syntax.ThisType(parts.start, parts.end)


def _inner(parts: Parts) -> syntax.TypeNode:
    value = parts.first()
    if value is None:
        parts.report(Code.SYNTAX, "this is no type", "write a type")
        return syntax.KeywordType(parts.start, parts.end, "any")
    return as_type(value)


def _literal_type(parts: Parts) -> syntax.TypeNode:
    value = parts.first()
    match value:
        case syntax.NullLiteral():
            return syntax.KeywordType(parts.start, parts.end, "null")
        case syntax.Identifier():
            return syntax.KeywordType(parts.start, parts.end, "undefined")
        case _:
            return syntax.LiteralType(parts.start, parts.end, value)


def _names(value: Any) -> tuple[syntax.Identifier, ...]:
    return value if isinstance(value, tuple) else (value,)


def _nested_name(parts: Parts) -> tuple[syntax.Identifier, ...]:
    """`A.B`: the names."""
    names: tuple[syntax.Identifier, ...] = ()
    for value in parts.values():
        if isinstance(value, syntax.TypeReference):
            names += value.names
        elif isinstance(value, syntax.PropertyAccess):
            names += _path(value)
        else:
            names += _names(value)
    return names


def _path(value: Any) -> tuple[syntax.Identifier, ...]:
    """The names of `a.b.c`, which was read as an expression."""
    if not isinstance(value, syntax.PropertyAccess):
        return (value,)
    return *_path(value.object), syntax.Identifier(value.name.start, value.name.end, value.name.name)


_IMPORT: Final = re.compile(r"import\s*\(\s*['\"](.*)['\"]\s*\)")
"""What stands for a name before those of an imported type: the grammar is shown a name there."""


def _reference(
    parts: Parts, names: tuple[syntax.Identifier, ...], arguments: tuple[syntax.TypeNode, ...] | None
) -> syntax.TypeNode:
    imported = _IMPORT.fullmatch(names[0].name)
    if imported is None:
        return syntax.TypeReference(parts.start, parts.end, names, arguments)
    return syntax.ImportType(parts.start, parts.end, imported[1], names[1:], arguments, False)


def _nested_type(parts: Parts) -> syntax.TypeNode:
    return _reference(parts, _nested_name(parts), None)


def _generic_type(parts: Parts) -> syntax.TypeNode:
    name = parts.get("name")
    arguments = parts.get("type_arguments")
    match name:
        case syntax.ImportType(module=module, names=names):
            return syntax.ImportType(parts.start, parts.end, module, names, arguments, False)
        case syntax.TypeReference(names=names):
            return syntax.TypeReference(parts.start, parts.end, names, arguments)
        case _:
            return _reference(parts, _names(name), arguments)


def _type_arguments(parts: Parts) -> tuple[syntax.TypeNode, ...]:
    return types(parts.values())


def _type_query(parts: Parts) -> syntax.TypeNode:
    value = parts.first()
    match imported_type(value) or value:
        case syntax.ImportType() as found:
            return syntax.ImportType(parts.start, parts.end, found.module, found.names, found.arguments, True)
        case syntax.Instantiation():
            return syntax.TypeQuery(parts.start, parts.end, value.expression, value.type_arguments)
        case _:
            return syntax.TypeQuery(parts.start, parts.end, value, None)


def _array_type(parts: Parts) -> syntax.TypeNode:
    return syntax.ArrayTypeNode(parts.start, parts.end, _inner(parts))


def _readonly_type(parts: Parts) -> syntax.TypeNode:
    return _with_readonly(parts.start, _inner(parts))


def _with_readonly(start: int, inner: syntax.TypeNode) -> syntax.TypeNode:
    """`readonly` before a type: it belongs to the first constituent of a union, which the grammar takes as a whole."""
    match inner:
        case syntax.UnionTypeNode(constituents=(first, *others)):
            return syntax.UnionTypeNode(start, inner.end, (_with_readonly(start, first), *others))
        case syntax.IntersectionTypeNode(constituents=(first, *others)):
            return syntax.IntersectionTypeNode(start, inner.end, (_with_readonly(start, first), *others))
        case syntax.ConditionalTypeNode():
            check = _with_readonly(start, inner.check)
            return syntax.ConditionalTypeNode(start, inner.end, check, inner.extends, inner.true_type, inner.false_type)
        case _:
            return syntax.TypeOperator(start, inner.end, "readonly", inner)


def _keyof_type(parts: Parts) -> syntax.TypeNode:
    return syntax.TypeOperator(parts.start, parts.end, "keyof", _inner(parts))


def _optional_type(parts: Parts) -> syntax.TupleMember:
    return syntax.TupleMember(parts.start, parts.end, None, _inner(parts), True, False)


def _rest_type(parts: Parts) -> syntax.TupleMember:
    return syntax.TupleMember(parts.start, parts.end, None, _inner(parts), False, True)


def _tuple_type(parts: Parts) -> syntax.TypeNode:
    members = [
        value
        if isinstance(value, syntax.TupleMember)
        else syntax.TupleMember(value.start, value.end, None, value, False, False)
        for value in (item if isinstance(item, syntax.TupleMember) else as_type(item) for item in parts.values())
    ]
    return syntax.TupleTypeNode(parts.start, parts.end, tuple(members))


def _union_type(parts: Parts) -> syntax.TypeNode:
    return _joined(parts, syntax.UnionTypeNode)


def _intersection_type(parts: Parts) -> syntax.TypeNode:
    return _joined(parts, syntax.IntersectionTypeNode)


def _joined(parts: Parts, made: type[syntax.UnionTypeNode | syntax.IntersectionTypeNode]) -> syntax.TypeNode:
    """One type of all constituents, which the grammar nests. A `|` or `&` before a single one means nothing."""
    found: list[syntax.TypeNode] = []
    first: Part | None = None
    for item in parts.items:
        if item.value is not None:
            first = first or item
            value = as_type(item.value)
            if item.kind == parts.kind and isinstance(value, made):
                found.extend(value.constituents)
            else:
                found.append(value)
    if len(found) == 1:
        return found[0]

    def join(result: syntax.TypeNode) -> syntax.TypeNode:
        inner = result.constituents if isinstance(result, made) else (result,)
        return made(result.start, parts.end, (*inner, *found[1:]))

    made_of_result = _in_result(parts, first, join)
    if made_of_result is not None:
        return made_of_result
    for item in parts.items:
        if item.kind in ("function_type", "constructor_type"):
            message = "the type of a function needs parentheses among others"
            parts.source.report(Code.SYNTAX, item.start, item.end, message, "put parentheses around it")
    return made(parts.start, parts.end, tuple(found))


def _in_result(
    parts: Parts, first: Part | None, make: Callable[[syntax.TypeNode], syntax.TypeNode]
) -> syntax.TypeNode | None:
    """`new () => A | B` makes a union: what the grammar takes for that of a constructor's type is that of its result.

    None if what stands first is no type of a constructor without parentheses.
    """
    value = None if first is None or first.kind == "parenthesized_type" else first.value
    if not isinstance(value, syntax.FunctionTypeNode) or not value.is_constructor:
        return None
    inner = value.result
    is_bracketed = parts.source.text[value.start : inner.start].rstrip().endswith("(")
    nested = None if is_bracketed else _in_result(parts, Part("", None, inner.start, inner.end, inner), make)
    return _with_result(value, parts.end, nested or make(inner))


def _with_result(type_: syntax.FunctionTypeNode, end: int, result: syntax.TypeNode) -> syntax.FunctionTypeNode:
    return syntax.FunctionTypeNode(
        type_.start,
        end,
        type_.type_parameters,
        type_.this_type,
        type_.parameters,
        result,
        type_.is_constructor,
        type_.is_abstract,
    )


def _function_type(parts: Parts) -> syntax.TypeNode:
    own = signature(parts)
    for parameter in own.parameters:
        if parameter.default is not None:
            at = parameter.default
            message = "a parameter of a type has no default value"
            parts.source.report(Code.SYNTAX, at.start, at.end, message, "write `name?: T`")
    result = parts.get("return_type") if parts.kind == "function_type" else parts.get("type")
    return syntax.FunctionTypeNode(
        parts.start,
        parts.end,
        own.type_parameters,
        own.this_type,
        own.parameters,
        as_type(result),
        parts.kind == "constructor_type",
        parts.has("abstract"),
    )


def _indexed_access(parts: Parts) -> syntax.TypeNode:
    inner, index = types(parts.values())
    return syntax.IndexedAccessTypeNode(parts.start, parts.end, inner, index)


def _conditional_type(parts: Parts) -> syntax.TypeNode:
    check, extends, true_type, false_type = (
        as_type(parts.get(field)) for field in ("left", "right", "consequence", "alternative")
    )
    first = next((item for item in parts.items if item.field == "left"), None)

    def test(result: syntax.TypeNode) -> syntax.TypeNode:
        return syntax.ConditionalTypeNode(result.start, parts.end, result, extends, true_type, false_type)

    return _in_result(parts, first, test) or test(check)


def _infer_type(parts: Parts) -> syntax.TypeNode:
    name, *constraint = parts.values()
    if isinstance(name, syntax.TypeReference):
        name = name.names[0]
    limit = as_type(constraint[0]) if constraint else None
    parameter = syntax.TypeParameterDeclaration(name.start, parts.end, name, limit, None, False)
    return syntax.InferType(parts.start, parts.end, parameter)


def _template_type(parts: Parts) -> syntax.TypeNode:
    texts: list[str] = []
    inserted: list[syntax.TypeNode] = []
    position = parts.start + 1
    for item in parts.items:
        if item.kind == "template_type":
            texts.append(_template_text(parts, position, item.start))
            inserted.append(item.value)
            position = item.end
    texts.append(_template_text(parts, position, parts.end - 1))
    if not inserted:
        literal = syntax.StringLiteral(parts.start, parts.end, texts[0], True)
        return syntax.LiteralType(parts.start, parts.end, literal)
    return syntax.TemplateLiteralTypeNode(parts.start, parts.end, tuple(texts), tuple(inserted))


def _template_text(parts: Parts, start: int, end: int) -> str:
    """What a piece of a template stands for."""
    try:
        return string_value(parts.source.text[start:end])
    except LiteralError as error:
        at = start + error.offset
        parts.source.report(Code.ESCAPE, at, at + 2, str(error))
        return ""


def _predicate(parts: Parts) -> syntax.TypeNode:
    name = parts.part("name")
    written = "this" if name is None else parts.source.text[name.start : name.end]
    return syntax.TypePredicateNode(parts.start, parts.end, written, as_type(parts.get("type")), False)


def _asserts(parts: Parts) -> syntax.TypeNode:
    value = parts.first()
    match value:
        case syntax.TypePredicateNode():
            return syntax.TypePredicateNode(parts.start, parts.end, value.name, value.type, True)
        case syntax.Identifier():
            return syntax.TypePredicateNode(parts.start, parts.end, value.name, None, True)
        case _:
            return syntax.TypePredicateNode(parts.start, parts.end, "this", None, True)


def _property_signature(parts: Parts) -> syntax.PropertySignature:
    return syntax.PropertySignature(
        parts.start,
        parts.end,
        property_name(parts.get("name")),
        written_type(parts, "type"),
        parts.has("?"),
        parts.has("readonly"),
    )


def _method_signature(parts: Parts) -> syntax.MethodSignature:
    own: Signature = signature(parts)
    accessor = "get" if parts.has("get") else "set" if parts.has("set") else ""
    return syntax.MethodSignature(
        parts.start,
        parts.end,
        property_name(parts.get("name")),
        own.type_parameters,
        own.this_type,
        own.parameters,
        own.result,
        parts.has("?"),
        accessor,
    )


def _call_signature(parts: Parts) -> syntax.CallSignature:
    own = signature(parts)
    result = parts.get("type") if parts.kind == "construct_signature" else own.result
    return syntax.CallSignature(
        parts.start,
        parts.end,
        own.type_parameters,
        own.this_type,
        own.parameters,
        None if result is None else as_type(result),
        parts.kind == "construct_signature",
    )


class _MappedClause:
    """`K in C as N` between the brackets of a mapped type."""

    __slots__ = ("name_type", "parameter")

    def __init__(self, parameter: syntax.TypeParameterDeclaration, name_type: syntax.TypeNode | None) -> None:
        self.parameter = parameter
        self.name_type = name_type


def _mapped_clause(parts: Parts) -> _MappedClause:
    name = parts.get("name")
    constraint = as_type(parts.get("type"))
    alias = parts.get("alias")
    parameter = syntax.TypeParameterDeclaration(parts.start, parts.end, name, constraint, None, False)
    return _MappedClause(parameter, None if alias is None else as_type(alias))


def _index_signature(parts: Parts) -> Any:
    clause = parts.of("mapped_type_clause")
    annotation = parts.part("type")
    written = None if annotation is None else annotation.value
    if clause is not None:
        return _mapped_type(parts, clause, written)
    name = parts.get("name")
    return syntax.IndexSignature(
        parts.start,
        parts.end,
        name,
        as_type(parts.get("index_type")),
        syntax.KeywordType(parts.end, parts.end, "any") if written is None else as_type(written),
        parts.has("readonly"),
        parts.has("static"),
    )


def _mapped_type(parts: Parts, clause: _MappedClause, written: Any) -> syntax.MappedTypeNode:
    annotation = parts.part("type")
    readonly = ""
    for item in parts.items:
        if item.kind in ("+", "-"):
            readonly = item.kind
        elif item.kind == "readonly":
            readonly = readonly or "+"
            break
        elif item.kind == "[":
            readonly = ""
            break
    optional = ""
    if annotation is not None:
        optional = {"omitting_type_annotation": "-", "opting_type_annotation": "+", "adding_type_annotation": "+"}.get(
            annotation.kind, ""
        )
    return syntax.MappedTypeNode(
        parts.start,
        parts.end,
        clause.parameter,
        clause.name_type,
        None if written is None else as_type(written),
        readonly,
        optional,
    )


def _object_type(parts: Parts) -> syntax.TypeNode:
    members = parts.values()
    if len(members) == 1 and isinstance(members[0], syntax.MappedTypeNode):
        inner = members[0]
        return syntax.MappedTypeNode(
            parts.start,
            parts.end,
            inner.parameter,
            inner.name_type,
            inner.type,
            inner.readonly_modifier,
            inner.optional_modifier,
        )
    return syntax.TypeLiteral(parts.start, parts.end, members)


def _existential(parts: Parts) -> syntax.TypeNode:
    parts.report(Code.SYNTAX, "`*` is no type of TypeScript", "write a type")
    return syntax.KeywordType(parts.start, parts.end, "any")


BUILDERS: Final[dict[str, Builder]] = {
    "predefined_type": _keyword,
    "this_type": _this_type,
    "type_annotation": _inner,
    "omitting_type_annotation": _inner,
    "opting_type_annotation": _inner,
    "adding_type_annotation": _inner,
    "type_predicate_annotation": _inner,
    "asserts_annotation": _inner,
    "parenthesized_type": _inner,
    "template_type": _inner,
    "constraint": _inner,
    "default_type": _inner,
    "literal_type": _literal_type,
    "nested_identifier": _nested_name,
    "nested_type_identifier": _nested_type,
    "generic_type": _generic_type,
    "type_arguments": _type_arguments,
    "type_query": _type_query,
    "array_type": _array_type,
    "readonly_type": _readonly_type,
    "index_type_query": _keyof_type,
    "optional_type": _optional_type,
    "rest_type": _rest_type,
    "tuple_type": _tuple_type,
    "union_type": _union_type,
    "intersection_type": _intersection_type,
    "function_type": _function_type,
    "constructor_type": _function_type,
    "lookup_type": _indexed_access,
    "conditional_type": _conditional_type,
    "infer_type": _infer_type,
    "template_literal_type": _template_type,
    "type_predicate": _predicate,
    "asserts": _asserts,
    "object_type": _object_type,
    "interface_body": lambda parts: parts.values(),
    "property_signature": _property_signature,
    "method_signature": _method_signature,
    "call_signature": _call_signature,
    "construct_signature": _call_signature,
    "mapped_type_clause": _mapped_clause,
    "index_signature": _index_signature,
    "existential_type": _existential,
    "flow_maybe_type": _existential,
}
