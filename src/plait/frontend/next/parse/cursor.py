"""What all parts of the parser share: what has to stand where, what is reported, trying and going back; and names."""

from __future__ import annotations

import re
import sys
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn, TypeVar

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.characters import is_name
from plait.frontend.next.parse.scanner import END, NAMES, WORDS, Scanner

Result = TypeVar("Result")

MAX_NESTING: Final = 2000
"""How deep statements, expressions and types may stand in each other."""

_AGAIN_FREE: Final = 100_000
_AGAIN_PER_CHARACTER: Final = 50
"""How many characters may be read again, where something had to be tried."""

_ESCAPE: Final = re.compile(r"\\u(?:\{([\da-fA-F]+)\}|([\da-fA-F]{4}))")
"""A character of a name, by its number."""


class SyntaxFaultError(Exception):
    """The text is no program. Caught where something is tried, and at last where it is reported."""

    def __init__(self, code: Code, start: int, end: int, message: str, hint: str = "") -> None:
        self.code = code
        self.start = start
        self.end = end
        self.message = message
        self.hint = hint
        super().__init__(message)


class TooMuchSyntaxError(SyntaxFaultError):
    """The text is too deep, or takes too much work: nothing else is tried."""


@dataclass(slots=True)
class Report:
    """Something wrong that nothing else depends on; `is_void` when it turned out to be right."""

    code: Code
    start: int
    end: int
    message: str
    hint: str
    is_void: bool = False


@dataclass(slots=True)
class Surroundings:
    """What the meaning of words depends on.

    Whether `in` is no operator, a conditional type may not stand, `yield` and `await` are operators, an index would be
    the name of the next member (behind a decorator), and this is the top level, where `await` may be an operator.
    `element_start` is where the element of a tuple type begins, behind which a `?` may stand.
    """

    no_in: bool = False
    no_conditional: bool = False
    yields: bool = False
    awaits: bool = False
    in_decorator: bool = False
    is_top: bool = True
    element_start: int = -1


class Cursor(Scanner):
    """The parser's place in the text. The rules of the grammar are methods of the classes below it."""

    __slots__ = ("_again_left", "_deepest", "depth", "raw_templates", "reports", "surroundings")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.reports: list[Report] = []
        self.surroundings = Surroundings()
        self.depth = 0
        self._again_left = _AGAIN_FREE + _AGAIN_PER_CHARACTER * len(text)

    # What other parts of the grammar give

    @abstractmethod
    def assignment(self, may_return: bool = True) -> syntax.Expression:
        """An expression without comma. Without `may_return`, an arrow function with a type of its result has to be
        followed by a colon.
        """

    @abstractmethod
    def expression(self) -> syntax.Expression:
        """An expression, with commas perhaps."""

    @abstractmethod
    def suffixed(self) -> syntax.Expression:
        """An operand with members, indexes, calls and assertions behind it."""

    @abstractmethod
    def block(self) -> syntax.Block:
        """Statements in braces."""

    @abstractmethod
    def class_expression(self, decorators: tuple[syntax.Decorator, ...], start: int) -> syntax.Class:
        """A class, from the word `class` or `abstract` on."""

    # Faults

    def fault(self, message: str, hint: str = "", start: int = -1) -> NoReturn:
        """Say that the text is no program at the current token, or from an offset to its end."""
        start = self.start if start < 0 else start
        raise SyntaxFaultError(Code.SYNTAX, start, max(self.end, start + 1), message, hint)

    def unexpected(self) -> NoReturn:
        """Say that the current token cannot stand where it does."""
        if self.kind == END:
            self.fault("the text ends too early", "look for a bracket that is not closed")
        shown = self.text[self.start : self.end].split("\n")[0]
        shown = shown if len(shown) <= 30 else shown[:27] + "..."
        hint = "look here and just before for something missing or superfluous"
        self.fault(f"syntax error at `{shown}`", hint)

    def report(self, start: int, end: int, message: str, hint: str = "", code: Code = Code.SYNTAX) -> None:
        """Report something that nothing else depends on."""
        self.reports.append(Report(code, start, end, message, hint))

    def deepen(self) -> None:
        """Begin something that may contain its like; `depth -= 1` ends it."""
        self.depth += 1
        self.bound(self.depth)

    def bound(self, depth: int) -> None:
        """Refuse what is too deep: a chain of so many links or operators makes a tree as deep."""
        if depth > MAX_NESTING:
            message = f"the program is nested more than {MAX_NESTING} deep"
            hint = "split the expression or the function"
            raise TooMuchSyntaxError(Code.NESTING, self.start, self.start + 1, message, hint)

    # Tokens

    def accept(self, kind: str) -> bool:
        """Pass over a token if it is of a kind; whether it was."""
        if self.kind != kind:
            return False
        self.advance()
        return True

    def expect(self, kind: str) -> None:
        """Pass over a token, which has to be of a kind."""
        if self.kind != kind:
            if self.kind == END:
                self.unexpected()
            shown = self.text[self.start : self.end].split("\n")[0][:30]
            self.fault(f"`{kind}` is missing before `{shown}`")
        self.advance()

    def expect_opening(self) -> None:
        """Pass over the `<` before type arguments, which may be the first half of `<<`."""
        if self.kind == "<<":
            self.split_less()
        self.expect("<")

    def at_name(self) -> bool:
        """Whether the current token can be a name."""
        return self.kind in NAMES

    def ends_statement(self) -> bool:
        """Whether a statement may end before the current token."""
        return self.line_before or self.kind == ";" or self.kind == "}" or self.kind == END

    def semicolon(self) -> None:
        """The end of a statement, by `;`, or before `}` or at the end of a line."""
        if self.kind == ";":
            self.advance()
        elif not (self.line_before or self.kind == "}" or self.kind == END):
            self.unexpected()

    # Trying

    def _place(self) -> tuple[str, str, int, int, int, bool, int, int]:
        return (
            self.kind,
            self.word,
            self.start,
            self.end,
            self.last_end,
            self.line_before,
            len(self.reports),
            self.depth,
        )

    def _go_back(self, place: tuple[str, str, int, int, int, bool, int, int]) -> None:
        self._again_left -= self.end - place[3]
        if self._again_left < 0:
            message = "it takes too much work to find out what belongs together"
            hint = "put parentheses around what belongs together"
            raise TooMuchSyntaxError(Code.TOO_LARGE, place[2], place[3], message, hint)
        (self.kind, self.word, self.start, self.end, self.last_end, self.line_before, reports, self.depth) = place
        del self.reports[reports:]

    def ahead(self, look: Callable[[], bool]) -> bool:
        """What `look` finds out, which begins at the current token; then go back to it."""
        place = self._place()
        outer = self.surroundings
        self.surroundings = _copy(outer)
        try:
            found = look()
        except TooMuchSyntaxError:
            raise
        except SyntaxFaultError:
            found = False
        self.surroundings = outer
        self._go_back(place)
        return found

    def attempt(self, parse: Callable[[], Result]) -> Result | None:
        """What `parse` gives; None, back at the current token, if that is None or the text is no such thing."""
        place = self._place()
        outer = self.surroundings
        self.surroundings = _copy(outer)
        found: Result | None = None
        try:
            found = parse()
        except TooMuchSyntaxError:
            raise
        except SyntaxFaultError:
            pass
        self.surroundings = outer
        if found is None:
            self._go_back(place)
        return found

    def next_is(self, kinds: frozenset[str], same_line: bool = False) -> bool:
        """Whether the next token is of some kinds, on the same line if that matters."""

        place = self._place()
        self.advance()
        found = self.kind in kinds and not (same_line and self.line_before)
        self._go_back(place)
        return found

    # Names

    def identifier(self) -> syntax.Identifier:
        """A name."""
        if self.kind not in NAMES:
            self.unexpected()
        return self.word_name()

    def word_name(self) -> syntax.Identifier:
        """A name, which may be a word of the language, as behind a dot."""
        if self.kind not in WORDS:
            self.unexpected()
        start, end = self.start, self.end
        name = self._spelled(self.word)
        self.advance()
        return syntax.Identifier(start, end, name)

    def _spelled(self, text: str) -> str:
        """A name with the characters that its escape sequences mean."""
        if text.isascii() and "\\" not in text:
            return text
        name = _ESCAPE.sub(_character, text)
        if not is_name(name):
            message = "names are of letters, digits, `_` and `$`"
            self.report(self.start, self.end, f"`{text}` is no name", message)
        return name

    def private_name(self) -> syntax.PrivateName:
        """`#name`."""
        if self.kind != "hash":
            self.unexpected()
        start, end = self.start, self.end
        name = "#" + self._spelled(self.text[start + 1 : end])
        self.advance()
        return syntax.PrivateName(start, end, name)


def _copy(around: Surroundings) -> Surroundings:
    return Surroundings(
        around.no_in,
        around.no_conditional,
        around.yields,
        around.awaits,
        around.in_decorator,
        around.is_top,
        around.element_start,
    )


def _character(found: re.Match[str]) -> str:
    """What an escape sequence of a name means; a blank if it means nothing."""
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= sys.maxunicode else " "
