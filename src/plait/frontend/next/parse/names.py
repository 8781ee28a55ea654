"""Literals, names and patterns."""

from __future__ import annotations

import re
import sys
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.numbers import number_text
from plait.frontend.next.parse.characters import is_name, is_part_of_name
from plait.frontend.next.parse.parts import Builder, Parts, has_line_end
from plait.frontend.parse.literals import ACROSS_LINES, LiteralError, line_break_in, number_value, string_value
from plait.frontend.words import words
from plait.native.pattern_faults import fault_of

_ESCAPE: Final = re.compile(r"\\u(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{4}))")
"""A character of a name, by its number."""

_OLD_OCTAL: Final = re.compile(r"0[\d_]")


def _identifier(parts: Parts) -> syntax.Identifier:
    return syntax.Identifier(parts.start, parts.end, _name(parts))


def _name(parts: Parts) -> str:
    """A name with the characters that its escape sequences mean."""
    text = parts.source.text[parts.start : parts.end]
    if text.isascii() and "\\" not in text:
        return text
    name = _ESCAPE.sub(_character, text)
    if not is_name(name.removeprefix("#")) or text.startswith("\\u0023"):
        parts.report(Code.SYNTAX, f"`{text}` is no name", "names are of letters, digits, `_` and `$`")
    return name


def _character(found: re.Match[str]) -> str:
    """What an escape sequence of a name means; a blank if it means nothing."""
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= sys.maxunicode else " "


def _private_name(parts: Parts) -> syntax.PrivateName:
    return syntax.PrivateName(parts.start, parts.end, _name(parts))


def _number(parts: Parts) -> syntax.Expression:
    text = parts.text
    behind = parts.source.text[parts.end : parts.end + 1]
    if behind and (behind == "\\" or is_part_of_name(behind)):
        parts.report(Code.NUMBER_LITERAL, "a name or digit stands directly behind a number", "put a blank between")
    try:
        if text.endswith("n"):
            if _OLD_OCTAL.match(text):
                raise ValueError
            return syntax.BigIntLiteral(parts.start, parts.end, int(text[:-1].replace("_", ""), 0))
        return syntax.NumericLiteral(parts.start, parts.end, number_value(text))
    except ValueError as error:
        message = str(error) if isinstance(error, LiteralError) else "this is not a bigint of JavaScript"
        parts.report(Code.NUMBER_LITERAL, message)
        return syntax.ErrorExpression(parts.start, parts.end)


def _string(parts: Parts) -> syntax.StringLiteral:
    text = parts.text[1:-1]
    broken = line_break_in(text)
    if broken >= 0:
        at = parts.start + 1 + broken
        parts.source.report(Code.SYNTAX, at, at + 1, *ACROSS_LINES)
    try:
        value = string_value(text)
    except LiteralError as error:
        at = parts.start + 1 + error.offset
        parts.source.report(Code.ESCAPE, at, at + 2, str(error))
        value = ""
    return syntax.StringLiteral(parts.start, parts.end, value, False)


def _regular_expression(parts: Parts) -> syntax.RegularExpressionLiteral:
    text = parts.text
    last = text.rindex("/")
    fault = fault_of(text[1:last], text[last + 1 :])
    if has_line_end(text):
        parts.report(Code.SYNTAX, *ACROSS_LINES)
    elif fault is not None:
        parts.report(Code.PATTERN, fault)
    return syntax.RegularExpressionLiteral(parts.start, parts.end, text[1:last], text[last + 1 :])


def _template(parts: Parts) -> syntax.Expression:
    texts: list[str] = []
    cooked: list[str | None] = []
    raw: list[str] = []
    insertions: list[syntax.Expression] = []
    position = parts.start + 1

    def add(end: int) -> None:
        text = parts.source.text[position:end].replace("\r\n", "\n").replace("\r", "\n")
        raw.append(text)
        try:
            value = string_value(text)
        except LiteralError as error:
            parts.source.bad_escapes.setdefault(parts.start, []).append((position + error.offset, str(error)))
            texts.append("")
            cooked.append(None)
        else:
            texts.append(value)
            cooked.append(value)

    for item in parts.items:
        if item.kind == "template_substitution":
            add(item.start)
            insertions.append(item.value)
            position = item.end
    add(parts.end - 1)
    parts.source.raw_templates[parts.start] = tuple(cooked), tuple(raw)
    if not insertions:
        return syntax.StringLiteral(parts.start, parts.end, texts[0], True)
    return syntax.TemplateExpression(parts.start, parts.end, tuple(texts), tuple(insertions))


def _first(parts: Parts) -> Any:
    return parts.first()


def property_name(part: Any) -> syntax.PropertyName:
    """The name of a property, of what was built where one stands."""
    match part:
        case syntax.StringLiteral(start, end, value):
            return syntax.LiteralName(start, end, value, False)
        case syntax.NumericLiteral(start, end, value):
            return syntax.LiteralName(start, end, number_text(value), True)
        case syntax.BigIntLiteral(start, end, value):
            return syntax.LiteralName(start, end, str(value), True)
        case syntax.ComputedName(start, end, syntax.StringLiteral(value=value)) if value != "__proto__":
            return syntax.LiteralName(start, end, value, False)
        case syntax.ComputedName(start, end, syntax.NumericLiteral(value=value)):
            return syntax.LiteralName(start, end, number_text(value), True)
        case syntax.ErrorExpression(start, end):
            return syntax.LiteralName(start, end, "", False)
        case _:
            name: syntax.PropertyName = part
            return name


KEYWORD_TYPES: Final = words("any bigint boolean intrinsic never number object string symbol undefined unknown void")
"""Types with names of the language."""


def as_type(value: Any) -> syntax.TypeNode:
    """What was built where a type stands: a name alone refers to a type."""
    match value:
        case syntax.Identifier(start, end, name) if name in KEYWORD_TYPES:
            return syntax.KeywordType(start, end, name)
        case syntax.Identifier(start, end):
            return syntax.TypeReference(start, end, (value,), None)
        case syntax.This(start, end):
            return syntax.ThisType(start, end)
        case _:
            written: syntax.TypeNode = imported_type(value) or value
            return written


def imported_type(value: Any) -> syntax.ImportType | None:
    """`import("m").A`, which the grammar takes for an expression; None if it is something else."""
    names: list[syntax.Identifier] = []
    current = value
    while isinstance(current, syntax.PropertyAccess) and isinstance(current.name, syntax.Identifier):
        names.append(current.name)
        current = current.object
    if not isinstance(current, syntax.ImportCall) or not isinstance(current.argument, syntax.StringLiteral):
        return None
    return syntax.ImportType(value.start, value.end, current.argument.value, tuple(reversed(names)), None, False)


def written_type(parts: Parts, field: str) -> syntax.TypeNode | None:
    """The type in a field, if there is one."""
    value = parts.get(field)
    return None if value is None else as_type(value)


def _computed_name(parts: Parts) -> syntax.ComputedName:
    return syntax.ComputedName(parts.start, parts.end, parts.first())


def _element(target: Any, name: syntax.PropertyName | None = None) -> syntax.PatternElement:
    """The part of a pattern that something built stands for."""
    if isinstance(target, syntax.PatternElement):
        start = target.start if name is None else name.start
        return syntax.PatternElement(
            start, target.end, name or target.name, target.target, target.default, target.is_rest
        )
    start = target.start if name is None else name.start
    return syntax.PatternElement(start, target.end, name, target, None, False)


def _shorthand_pattern(parts: Parts) -> syntax.PatternElement:
    name = _identifier(parts)
    return syntax.PatternElement(parts.start, parts.end, name, name, None, False)


def _default_pattern(parts: Parts) -> syntax.PatternElement:
    left = _element(parts.get("left"))
    return syntax.PatternElement(parts.start, parts.end, left.name, left.target, parts.get("right"), False)


def _rest_pattern(parts: Parts) -> syntax.PatternElement:
    return syntax.PatternElement(parts.start, parts.end, None, parts.first(), None, True)


def _pair_pattern(parts: Parts) -> syntax.PatternElement:
    return _element(parts.get("value"), property_name(parts.get("key")))


def _object_pattern(parts: Parts) -> syntax.ObjectPattern:
    return syntax.ObjectPattern(parts.start, parts.end, tuple([_element(value) for value in parts.values()]))


def _array_pattern(parts: Parts) -> syntax.ArrayPattern:
    elements = [None if value is None else _element(value) for value in parts.separated()]
    return syntax.ArrayPattern(parts.start, parts.end, tuple(elements))


BUILDERS: Final[dict[str, Builder]] = {
    "identifier": _identifier,
    "undefined": _identifier,
    "type_identifier": _identifier,
    "property_identifier": _identifier,
    "statement_identifier": _identifier,
    "shorthand_property_identifier": _identifier,
    "private_property_identifier": _private_name,
    "number": _number,
    "string": _string,
    "regex": _regular_expression,
    "template_string": _template,
    "template_substitution": _first,
    "computed_property_name": _computed_name,
    "shorthand_property_identifier_pattern": _shorthand_pattern,
    "assignment_pattern": _default_pattern,
    "object_assignment_pattern": _default_pattern,
    "rest_pattern": _rest_pattern,
    "pair_pattern": _pair_pattern,
    "object_pattern": _object_pattern,
    "array_pattern": _array_pattern,
    "true": lambda parts: syntax.BooleanLiteral(parts.start, parts.end, True),
    "false": lambda parts: syntax.BooleanLiteral(parts.start, parts.end, False),
    "null": lambda parts: syntax.NullLiteral(parts.start, parts.end),
    "this": lambda parts: syntax.This(parts.start, parts.end),
    "super": lambda parts: syntax.Super(parts.start, parts.end),
}
