"""Functions, their type parameters and parameters."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.names import property_name, written_type
from plait.frontend.next.parse.parts import Builder, Part, Parts, has_line_end


class ParameterList:
    """What stands between the parentheses: the parameters, and the type of a parameter `this`."""

    __slots__ = ("parameters", "this_type")

    def __init__(self, parameters: tuple[syntax.Parameter, ...], this_type: syntax.TypeNode | None) -> None:
        self.parameters = parameters
        self.this_type = this_type


class Signature:
    """What functions, methods and signatures share."""

    __slots__ = ("parameters", "result", "this_type", "type_parameters")

    def __init__(
        self,
        type_parameters: tuple[syntax.TypeParameterDeclaration, ...],
        parameters: ParameterList,
        result: syntax.TypeNode | None,
    ) -> None:
        self.type_parameters = type_parameters
        self.parameters = parameters.parameters
        self.this_type = parameters.this_type
        self.result = result


def signature(parts: Parts) -> Signature:
    """The signature among the parts of a function or member."""
    parameters = parts.get("parameters")
    if parameters is None:
        single = parts.get("parameter")
        alone = () if single is None else (_plain_parameter(single),)
        parameters = ParameterList(alone, None)
    return Signature(parts.get("type_parameters") or (), parameters, written_type(parts, "return_type"))


def _plain_parameter(name: syntax.Identifier) -> syntax.Parameter:
    return syntax.Parameter(name.start, name.end, name, None, None, False, False, "", False, ())


def function(parts: Parts, kind: syntax.FunctionKind, name: syntax.PropertyName | None) -> syntax.Function:
    """The function that the parts make."""
    own = signature(parts)
    body = parts.get("body")
    is_async = is_generator = False
    for index, item in enumerate(parts.items):
        if item.kind == "async":
            is_async = True
            _same_line(parts, item, parts.items[index + 1])
        elif item.kind == "*":
            is_generator = True
    return syntax.Function(
        parts.start,
        body.end if isinstance(body, syntax.Block) else parts.end,
        kind,
        name,
        own.type_parameters,
        own.this_type,
        own.parameters,
        own.result,
        body,
        is_async,
        is_generator,
    )


def _same_line(parts: Parts, first: Part, second: Part) -> None:
    """Report a line break between two parts."""
    if has_line_end(parts.source.text[first.end : second.start]):
        shown = parts.source.text[second.start : second.end] if second.value is None else first.kind
        parts.source.report(Code.SYNTAX, first.start, second.end, f"a line break cannot stand at this `{shown}`")


def decorators(parts: Parts) -> tuple[syntax.Decorator, ...]:
    """The decorators among the parts."""
    return tuple([item.value for item in parts.items if item.kind == "decorator"])


def _declaration(parts: Parts) -> syntax.FunctionDeclaration:
    made = function(parts, syntax.FunctionKind.DECLARATION, parts.get("name"))
    return syntax.FunctionDeclaration(parts.start, parts.end, made)


def _expression(parts: Parts) -> syntax.FunctionExpression:
    for before, item in pairwise(parts.items):
        if item.kind == "=>":
            _same_line(parts, before, item)
    kind = syntax.FunctionKind.ARROW if parts.kind == "arrow_function" else syntax.FunctionKind.EXPRESSION
    return syntax.FunctionExpression(parts.start, parts.end, function(parts, kind, parts.get("name")))


def arrow(head: Parts, body: Part) -> syntax.FunctionExpression:
    """The arrow function of its parts but the body, and its body, an expression."""
    return _expression(Parts(head.source, head.kind, head.start, body.end, [*head.items, body]))


def _type_parameter(parts: Parts) -> syntax.TypeParameterDeclaration:
    constraint = parts.of("constraint")
    if parts.source.hidden:
        parts.source.accept_variance(parts.start)
    default = parts.of("default_type")
    return syntax.TypeParameterDeclaration(
        parts.start, parts.end, parts.get("name"), constraint, default, parts.has("const")
    )


def _parameter(parts: Parts) -> syntax.Parameter | syntax.TupleMember:
    written = written_type(parts, "type")
    is_optional = parts.kind == "optional_parameter"
    label = parts.part("name")
    if label is not None:
        return _tuple_member(parts, label.value, written, is_optional)
    target: Any = parts.get("pattern")
    is_rest = isinstance(target, syntax.PatternElement)
    if isinstance(target, syntax.PatternElement):
        target = target.target
    access = ""
    is_readonly = False
    for item in parts.items:
        if item.kind == "accessibility_modifier":
            access = parts.source.text[item.start : item.end]
        elif item.kind in ("readonly", "override_modifier"):
            is_readonly = is_readonly or item.kind == "readonly"
    return syntax.Parameter(
        parts.start,
        parts.end,
        target,
        written,
        parts.get("value"),
        is_optional,
        is_rest,
        access,
        is_readonly,
        decorators(parts),
    )


def _tuple_member(parts: Parts, label: Any, written: syntax.TypeNode | None, is_optional: bool) -> syntax.TupleMember:
    is_rest = isinstance(label, syntax.PatternElement)
    name: Any = label.target if isinstance(label, syntax.PatternElement) else label
    if written is None:
        parts.report(Code.SYNTAX, "a member of a tuple with a name needs a type", "write `name: type`")
        written = syntax.KeywordType(parts.start, parts.end, "any")
    return syntax.TupleMember(parts.start, parts.end, name, written, is_optional, is_rest)


def _parameters(parts: Parts) -> ParameterList:
    found: list[syntax.Parameter] = []
    this_type: syntax.TypeNode | None = None
    for value in parts.values():
        if isinstance(value.target, syntax.This):
            this_type = value.type or syntax.KeywordType(value.start, value.end, "any")
        else:
            found.append(value)
    for parameter in found[:-1]:
        if parameter.is_rest:
            parts.source.report(Code.SYNTAX, parameter.start, parameter.end, "a rest parameter is the last one")
    return ParameterList(tuple(found), this_type)


def _decorator(parts: Parts) -> syntax.Decorator:
    match parts.first():
        case syntax.Call(callee=syntax.Identifier(name="@"), arguments=(expression,)):
            # The grammar was shown a call of a name in the place of the `@`, which moved.
            return syntax.Decorator(parts.start + 1, parts.end, expression)
        case syntax.Call(callee=syntax.Identifier(name="@")):
            parts.report(Code.SYNTAX, "one expression stands in the parentheses of a decorator")
            return syntax.Decorator(parts.start, parts.end, syntax.Identifier(parts.start, parts.end, "undefined"))
        case expression:
            return syntax.Decorator(parts.start, parts.end, _with_this(expression))


def _with_this(expression: Any) -> Any:
    """The expression of a decorator, at whose beginning the grammar takes `this` for a name, and in which it takes
    `#name` for one that is not private.
    """
    match expression:
        case syntax.Identifier(start=start, end=end, name="this"):
            return syntax.This(start, end)
        case syntax.PropertyAccess(start, end, inner, name, is_optional):
            if name.name.startswith("#"):
                name = syntax.PrivateName(name.start, name.end, name.name)
            return syntax.PropertyAccess(start, end, _with_this(inner), name, is_optional)
        case syntax.Call(start, end, inner, type_arguments, arguments, is_optional):
            return syntax.Call(start, end, _with_this(inner), type_arguments, arguments, is_optional)
        case _:
            return expression


def method(parts: Parts) -> syntax.ObjectMethod:
    """A method of an object literal, or of a class, which the class takes apart."""
    name = property_name(parts.get("name"))
    kind = syntax.FunctionKind.METHOD
    if parts.has("get"):
        kind = syntax.FunctionKind.GETTER
    elif parts.has("set"):
        kind = syntax.FunctionKind.SETTER
    return syntax.ObjectMethod(parts.start, parts.end, name, function(parts, kind, name))


BUILDERS: Final[dict[str, Builder]] = {
    "function_declaration": _declaration,
    "generator_function_declaration": _declaration,
    "function_signature": _declaration,
    "function_expression": _expression,
    "generator_function": _expression,
    "arrow_function": _expression,
    "type_parameters": lambda parts: parts.values(),
    "type_parameter": _type_parameter,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "formal_parameters": _parameters,
    "decorator": _decorator,
}
