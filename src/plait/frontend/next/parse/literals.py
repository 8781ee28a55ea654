"""Numbers, texts, templates, regular expressions, and the names of properties."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.numbers import number_text
from plait.frontend.next.parse.characters import is_part_of_name
from plait.frontend.next.parse.cursor import Cursor
from plait.frontend.next.parse.scanner import WORDS
from plait.frontend.parse.literals import LiteralError, number_value, string_value
from plait.native.pattern_faults import fault_of

Inserted = TypeVar("Inserted")

_OLD_OCTAL: Final = re.compile(r"0[\d_]")

PROPERTY_NAMES: Final = WORDS | {"text", "digits", "hash", "["}
"""The kinds of tokens that begin the name of a property."""


class Template:
    """The texts of a template: what they mean (None where an escape sequence means nothing), as they are written, and
    what is wrong in them, with its place.
    """

    __slots__ = ("cooked", "end", "faults", "raw", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.cooked: list[str | None] = []
        self.raw: list[str] = []
        self.faults: list[tuple[int, str]] = []

    def add(self, text: str, start: int) -> None:
        """Add a text, which stands at an offset."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.raw.append(text)
        try:
            self.cooked.append(string_value(text))
        except LiteralError as error:
            self.cooked.append(None)
            self.faults.append((start + error.offset, str(error)))

    def texts(self, cursor: Cursor) -> tuple[str, ...]:
        """The texts of a template that has no tag; what is wrong is reported."""
        for at, message in self.faults:
            cursor.report(at, at + 2, message, code=Code.ESCAPE)
        return tuple([text or "" for text in self.cooked])


class LiteralParser(Cursor):
    """Reads literals."""

    __slots__ = ()

    def number(self) -> syntax.NumericLiteral | syntax.BigIntLiteral:
        """A number."""
        start, end = self.start, self.end
        text = self.text[start:end]
        behind = self.text[end : end + 1]
        if behind and (behind == "\\" or is_part_of_name(behind)):
            message = "a name or digit stands directly behind a number"
            self.report(start, end, message, "put a blank between", Code.NUMBER_LITERAL)
        self.advance()
        try:
            if not text.endswith("n"):
                return syntax.NumericLiteral(start, end, number_value(text))
            if _OLD_OCTAL.match(text):
                raise ValueError
            return syntax.BigIntLiteral(start, end, int(text[:-1].replace("_", ""), 0))
        except ValueError as error:
            message = str(error) if isinstance(error, LiteralError) else "this is not a bigint of JavaScript"
            self.report(start, end, message, code=Code.NUMBER_LITERAL)
            return syntax.NumericLiteral(start, end, 0.0)

    def string(self) -> syntax.StringLiteral:
        """A text in quotes."""
        if self.kind != "text":
            self.unexpected()
        start, end = self.start, self.end
        text = self.text[start + 1 : end - 1]
        self.advance()
        try:
            return syntax.StringLiteral(start, end, string_value(text), False)
        except LiteralError as error:
            at = start + 1 + error.offset
            self.report(at, at + 2, str(error), code=Code.ESCAPE)
            return syntax.StringLiteral(start, end, "", False)

    def regular_expression(self) -> syntax.RegularExpressionLiteral:
        """`/pattern/flags`."""
        if not self.read_pattern():
            self.unexpected()
        start, end = self.start, self.end
        text = self.text[start:end]
        last = text.rindex("/")
        pattern, flags = text[1:last], text[last + 1 :]
        fault = fault_of(pattern, flags)
        if fault is not None:
            self.report(start, end, fault, code=Code.PATTERN)
        self.advance()
        return syntax.RegularExpressionLiteral(start, end, pattern, flags)

    def template(self, insertion: Callable[[], Inserted]) -> tuple[Template, tuple[Inserted, ...]]:
        """A template, from its first backtick on, with what is inserted."""
        template = Template(self.start)
        inserted: list[Inserted] = []
        while True:
            begin = self.end
            piece = self.read_piece()
            if piece is None:
                self.fault("a template is not closed", "write a backtick behind it", template.start)
            end, closing = piece
            template.add(self.text[begin:end], begin)
            if closing == "`":
                template.end = self.end
                self.advance()
                return template, tuple(inserted)
            self.advance()
            outer, self.surroundings.no_in = self.surroundings.no_in, False
            inserted.append(insertion())
            self.surroundings.no_in = outer
            if self.kind != "}":
                self.unexpected()

    def property_name(self) -> syntax.PropertyName:
        """The name of a property or member."""
        kind = self.kind
        if kind in WORDS:
            return self.word_name()
        if kind == "text":
            literal = self.string()
            return syntax.LiteralName(literal.start, literal.end, literal.value, False)
        if kind == "digits":
            number = self.number()
            key = number_text(number.value) if isinstance(number, syntax.NumericLiteral) else str(number.value)
            return syntax.LiteralName(number.start, number.end, key, True)
        if kind == "hash":
            return self.private_name()
        if kind != "[":
            self.unexpected()
        start = self.start
        self.advance()
        around = self.surroundings
        outer = around.no_in, around.in_decorator
        around.no_in = around.in_decorator = False
        inner = self.expression()
        around.no_in, around.in_decorator = outer
        self.expect("]")
        return _computed(syntax.ComputedName(start, self.last_end, inner))


def _computed(name: syntax.ComputedName) -> syntax.PropertyName:
    """The name of a property that is written in brackets: a text or number in them is a name by itself."""
    match name.expression:
        case syntax.StringLiteral(value=value) if value != "__proto__":
            return syntax.LiteralName(name.start, name.end, value, False)
        case syntax.NumericLiteral(value=number):
            return syntax.LiteralName(name.start, name.end, number_text(number), True)
        case _:
            return name
