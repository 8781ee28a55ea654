"""Arrow functions, and what is assigned: literals that turn out to be patterns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, assert_never

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.cursor import Report
from plait.frontend.next.parse.functions import FunctionParser, Signature
from plait.frontend.next.parse.scanner import NAMES
from plait.frontend.next.parse.types import MODIFIERS
from plait.frontend.words import words


class ArrowParser(FunctionParser):
    """Reads arrow functions.

    `covered` has by the offsets of their starts what is reported of what may stand in a pattern alone (`{ a = 1 }`).
    `closed` has the starts of the literals and assignments that stand in parentheses.
    """

    __slots__ = ("_no_arrows", "closed", "covered")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.covered: dict[int, Report] = {}
        self.closed: set[int] = set()
        self._no_arrows: set[int] = set()

    # Arrow functions

    def arrow(self, may_return: bool) -> syntax.Expression | None:
        """An arrow function, if one begins at the current token, which is `(`, `<` or `async`. What could be one is
        tried, as the TypeScript compiler does.
        """
        start = self.start
        if self._seen(self._is_short_async):
            self.advance()
            return self.arrow_of(start, self.identifier(), may_return, True)
        if start in self._no_arrows or not self._seen(self._may_be_arrow):
            return None
        if self._seen(self._is_certain):
            return self._arrow(True)
        found = self.attempt(lambda: self._arrow(may_return))
        if found is None:
            self._no_arrows.add(start)
        return found

    def _seen(self, look: Callable[[], bool]) -> bool:
        """What looking at the next tokens finds out."""
        place = self._place()
        found = look()
        self._go_back(place)
        return found

    def _is_short_async(self) -> bool:
        """`async x =>`."""
        if self.kind != "async":
            return False
        self.advance()
        if self.line_before or self.kind not in NAMES:
            return False
        self.advance()
        return self.kind == "=>" and not self.line_before

    def _opens(self) -> bool:
        """Pass over `async`; whether `(` or `<` is there then."""
        if self.kind == "async":
            self.advance()
            if self.line_before:
                return False
        return self.kind == "(" or self.kind == "<"

    def _may_be_arrow(self) -> bool:
        if not self._opens():
            return False
        if self.kind == "<":
            self.advance()
            return self.kind in NAMES or self.kind == "const"
        if self._is_certain():
            return True
        # The second token is looked at once more: what is certain is not all that may be.
        return self.kind in _MAY_GO_ON

    def _is_certain(self) -> bool:
        """Whether what begins here can be nothing else. Ends at the token that decides what is not certain."""
        if not self._opens() or self.kind == "<":
            return False
        self.advance()
        kind = self.kind
        if kind == ")":
            self.advance()
            is_head = self.kind in ("=>", ":", "{")
            self.kind = ""
            return is_head
        if kind == "..." or kind == "[" or kind == "{":
            return kind == "..."
        if kind in MODIFIERS and kind != "async" and self.next_is(NAMES):
            self.advance()
            is_cast = self.kind == "as"
            self.kind = ""
            return not is_cast
        if kind not in NAMES and kind != "this":
            self.kind = ""
            return False
        self.advance()
        if self.kind == ":":
            return True
        if self.kind == "?":
            self.advance()
            is_optional = self.kind in (":", ",", "=", ")")
            self.kind = ""
            return is_optional
        if self.kind not in (",", "=", ")"):
            self.kind = ""
        return False

    def _arrow(self, may_return: bool) -> syntax.Expression | None:
        start = self.start
        is_async = self.accept("async")
        outer = self.inside(is_async, False)
        type_parameters = self.type_parameters()
        parameters, this_type = self.parameters()
        has_result = self.kind == ":"
        result = self.result(":") if has_result else None
        own = Signature(type_parameters, parameters, this_type, result)
        found = self._with_body(start, own, may_return, is_async, outer.no_in)
        self.surroundings = outer
        if has_result and not may_return and self.kind != ":":
            return None
        return found

    def arrow_of(self, start: int, name: syntax.Identifier, may_return: bool, is_async: bool) -> syntax.Expression:
        """The arrow function of one parameter, whose name was read."""
        outer = self.inside(is_async, False)
        alone = syntax.Parameter(name.start, name.end, name, None, None, False, False, "", False, ())
        found = self._with_body(start, Signature((), (alone,), None, None), may_return, is_async, outer.no_in)
        self.surroundings = outer
        return found

    def _with_body(
        self, start: int, own: Signature, may_return: bool, is_async: bool, no_in: bool
    ) -> syntax.Expression:
        if self.kind == "=>" and self.line_before:
            self.fault("a line break cannot stand before `=>`")
        self.expect("=>")
        self.surroundings.no_in = no_in
        body = self.block() if self.kind == "{" else self.assignment(may_return)
        made = syntax.Function(
            start,
            self.last_end,
            syntax.FunctionKind.ARROW,
            None,
            own.type_parameters,
            own.this_type,
            own.parameters,
            own.result,
            body,
            is_async,
            False,
        )
        return syntax.FunctionExpression(start, self.last_end, made)

    # What is assigned

    def require_target(self, target: syntax.Expression) -> None:
        """Report what is assigned if it cannot be."""
        inner = syntax.assigned_place(target)
        match inner:
            case syntax.Identifier() | syntax.PropertyAccess() | syntax.ElementAccess():
                return
            case _:
                hint = "only a variable, a property, an element or a pattern can be assigned"
                self.report(inner.start, inner.end, "this cannot be assigned", hint, Code.ASSIGNMENT_TARGET)

    def as_target(self, value: syntax.Expression | syntax.Pattern) -> syntax.Target:
        """What a value is as a place that is assigned: literals without parentheses are patterns."""
        if isinstance(value, syntax.ArrayLiteral | syntax.ObjectLiteral) and value.start not in self.closed:
            return self.as_pattern(value)
        assert not isinstance(value, syntax.ArrayPattern | syntax.ObjectPattern)
        self.require_target(value)
        return value

    def as_pattern(self, literal: syntax.ArrayLiteral | syntax.ObjectLiteral) -> syntax.Pattern:
        """The pattern that a literal turns out to be."""
        if literal.start in self.closed:
            self.fault("a pattern cannot stand in parentheses", start=literal.start)
        if isinstance(literal, syntax.ArrayLiteral):
            elements = [None if item is None else self._element_of(item) for item in literal.elements]
            self._rest_is_last(elements)
            return syntax.ArrayPattern(literal.start, literal.end, tuple(elements))
        members = [self._member_of_pattern(item) for item in literal.members]
        self._rest_is_last(members)
        return syntax.ObjectPattern(literal.start, literal.end, tuple(members))

    def _rest_is_last(self, elements: Sequence[syntax.PatternElement | None]) -> None:
        for element in elements[:-1]:
            if element is not None and element.is_rest:
                self.report(element.start, element.end, "a rest element is the last one")

    def _element_of(self, item: syntax.Expression) -> syntax.PatternElement:
        if isinstance(item, syntax.Spread):
            target = self.as_target(item.expression)
            return syntax.PatternElement(item.start, item.end, None, target, None, True)
        target, default = self._with_default(item)
        return syntax.PatternElement(item.start, item.end, None, target, default, False)

    def _with_default(self, value: syntax.Expression) -> tuple[syntax.Target, syntax.Expression | None]:
        is_default = isinstance(value, syntax.Assignment) and value.operator == "=" and value.start not in self.closed
        if isinstance(value, syntax.Assignment) and is_default:
            return value.target, value.value
        return self.as_target(value), None

    def _member_of_pattern(self, item: syntax.ObjectMember | syntax.PatternElement) -> syntax.PatternElement:
        if isinstance(item, syntax.ObjectMethod):
            self.fault("a method cannot stand in a pattern", start=item.start)
        match item:
            case syntax.PatternElement():
                self.covered[item.start].is_void = True
                return item
            case syntax.ShorthandProperty(start, end, name):
                return syntax.PatternElement(start, end, name, name, None, False)
            case syntax.SpreadProperty(start, end, inner):
                return syntax.PatternElement(start, end, None, self.as_target(inner), None, True)
            case syntax.PropertyAssignment(start, end, name, value):
                target, default = self._with_default(value)
                return syntax.PatternElement(start, end, name, target, default, False)
            case _:
                assert_never(item)


_MAY_GO_ON: Final = words(", = ) [ {")
