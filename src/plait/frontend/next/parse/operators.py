"""Expressions: operators by how tight they bind.

The rules are those of the ECMAScript grammar (13.3 to 13.16 of ECMA-262) and, for types, those that the TypeScript
compiler follows where a text could be read in several ways.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.arrows import ArrowParser
from plait.frontend.next.parse.scanner import NAMES, WORDS
from plait.frontend.parse.precedence import ASSIGNMENTS, POWER, PRECEDENCE
from plait.frontend.words import words

_UNARY: Final = words("+ - ! ~ typeof void delete")


class OperatorParser(ArrowParser):
    """Reads operators.

    `_is_place` says of the expression read last that no operator but suffixes made it.
    """

    __slots__ = ("_is_place",)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_place = False

    @abstractmethod
    def operand(self) -> syntax.Expression:
        """An operand with its suffixes."""

    def expression(self) -> syntax.Expression:
        start = self.start
        result = self.assignment()
        operators = 0
        while self.kind == ",":
            operators += 1
            self.bound(operators)
            self.advance()
            second = self.assignment()
            result = syntax.Sequence(start, self.last_end, result, second)
            self._is_place = False
        return result

    def assignment(self, may_return: bool = True) -> syntax.Expression:
        self.deepen()
        kind = self.kind
        start = self.start
        result: syntax.Expression | None = None
        if kind == "(" or kind == "<" or kind == "async":
            result = self.arrow(may_return)
            if result is not None:
                self._is_place = False
        elif kind == "yield" and self._is_yield():
            result = self._yield()
        if result is None:
            result = self._assigned(start, self._binary(0), may_return)
        self.depth -= 1
        return result

    def _assigned(self, start: int, left: syntax.Expression, may_return: bool) -> syntax.Expression:
        """What begins with an operand: an assignment, a condition, a short arrow function, or that alone."""
        kind = self.kind
        if kind == "?":
            return self._conditional(start, left, may_return)
        if kind == "=>" and isinstance(left, syntax.Identifier) and left.start == start and not self.line_before:
            return self.arrow_of(start, left, may_return, False)
        if kind not in ASSIGNMENTS or not self._is_place:
            return left
        target: syntax.Expression | syntax.Pattern = left
        if kind == "=" and isinstance(left, syntax.ArrayLiteral | syntax.ObjectLiteral):
            target = self.as_pattern(left)
        else:
            self.require_target(left)
        self.advance()
        value = self.assignment(may_return)
        self._is_place = False
        return syntax.Assignment(start, self.last_end, kind, target, value)

    def _conditional(self, start: int, test: syntax.Expression, may_return: bool) -> syntax.Expression:
        self.advance()
        around = self.surroundings
        outer, around.no_in = around.no_in, False
        then = self.assignment(False)
        around.no_in = outer
        self.expect(":")
        otherwise = self.assignment(may_return)
        self._is_place = False
        return syntax.Conditional(start, self.last_end, test, then, otherwise)

    def _is_yield(self) -> bool:
        return self.surroundings.yields or self.next_is(WORDS | {"digits", "text"}, same_line=True)

    def _yield(self) -> syntax.Expression:
        start = self.start
        self.advance()
        value: syntax.Expression | None = None
        is_delegating = False
        if not self.line_before:
            is_delegating = self.accept("*")
            if is_delegating or self.starts_expression():
                value = self.assignment()
        self._is_place = False
        return syntax.Yield(start, self.last_end, value, is_delegating)

    def starts_expression(self) -> bool:
        """Whether an expression begins at the current token, or goes on with it as with an operand."""
        kind = self.kind
        if kind in _EXPRESSION_STARTS or kind in NAMES:
            return True
        return kind == "import" and self.next_is(_AFTER_IMPORT)

    # Operators between two operands

    def _binary(self, above: int) -> syntax.Expression:
        """Operands of operators that bind tighter than a level."""
        start = self.start
        left = self._unary()
        operators = 0
        while True:
            operators += 1
            self.bound(operators)
            kind = self.kind
            if kind == ">":
                self.join_greater()
                kind = self.kind
            level = PRECEDENCE.get(kind, 0)
            if level <= above or (kind == "in" and self.surroundings.no_in):
                return left
            if kind == "as" or kind == "satisfies":
                if self.line_before:
                    return left
                left = self._cast(start, kind, left)
            else:
                left = self._operation(start, kind, left, level)
            self._is_place = False

    def _operation(self, start: int, kind: str, left: syntax.Expression, level: int) -> syntax.Expression:
        at = self.start
        self.advance()
        right_start = self.start
        if level == POWER:
            self.deepen()
            right = self._binary(level - 1)
            self.depth -= 1
        else:
            right = self._binary(level)
        if isinstance(right, syntax.PrivateName):
            self.fault(f"`{right.name}` stands alone before `in` only", start=right.start)
        if isinstance(left, syntax.PrivateName):
            if kind != "in":
                self.fault(f"`{left.name}` stands alone before `in` only", start=left.start)
            return syntax.PrivateIn(start, self.last_end, left, right)
        if kind == "??" or kind == "&&" or kind == "||":
            mixes = _mixes(kind, left, start) or _mixes(kind, right, right_start)
            if mixes:
                message = "`??` cannot be mixed with `&&` or `||` without parentheses"
                self.report(at, at + 2, message, "put parentheses around the operands that belong together")
        return syntax.Binary(start, self.last_end, kind, left, right)

    def _cast(self, start: int, kind: str, operand: syntax.Expression) -> syntax.Expression:
        self.advance()
        written = self.type()
        if _is_const(written):
            if kind == "satisfies":
                self.report(written.start, written.end, "`const` stands behind `as` only", "write `as const`")
            return syntax.AsConst(start, self.last_end, operand)
        made = syntax.As if kind == "as" else syntax.Satisfies
        return made(start, self.last_end, operand, written)

    # Operators before an operand

    def _unary(self) -> syntax.Expression:
        kind = self.kind
        if kind not in _UNARY and kind != "<" and not (kind == "await" and self._is_await()):
            return self._update()
        start = self.start
        result = self._prefixed(kind, start)
        self._is_place = False
        if self.kind == "**":
            message = "a unary operator cannot stand directly before `**`"
            hint = "put parentheses around the operand that you mean"
            self.report(start, self.last_end, message, hint, Code.UNARY_POWER)
        return result

    def _simple_unary(self) -> syntax.Expression:
        kind = self.kind
        if kind not in _UNARY and kind != "<" and not (kind == "await" and self._is_await()):
            return self._update()
        return self._prefixed(kind, self.start)

    def _prefixed(self, kind: str, start: int) -> syntax.Expression:
        self.deepen()
        self.advance()
        written: syntax.TypeNode | None = None
        if kind == "<":
            written = self.type_with_conditional(True)
            self.expect(">")
        operand = self._simple_unary()
        if isinstance(operand, syntax.PrivateName):
            self.fault(f"`{operand.name}` stands alone before `in` only", start=operand.start)
        self.depth -= 1
        end = self.last_end
        if kind == "await":
            return syntax.Await(start, end, operand)
        if written is not None:
            if _is_const(written):
                return syntax.AsConst(start, end, operand)
            return syntax.As(start, end, operand, written)
        return syntax.Unary(start, end, kind, operand)

    def _is_await(self) -> bool:
        """Whether `await` is an operator: in an async function always, at the top level if an operand follows it."""
        around = self.surroundings
        if around.awaits:
            return True
        if around.is_top:
            return self.ahead(self._begins_awaited)
        return self.next_is(WORDS | {"digits", "text"}, same_line=True)

    def _begins_awaited(self) -> bool:
        self.advance()
        return self.starts_expression() and self.kind not in _AFTER_NAME_AWAIT

    def _update(self) -> syntax.Expression:
        start, kind = self.start, self.kind
        if kind == "++" or kind == "--":
            self.advance()
            operand = self.operand()
            self.require_target(operand)
            self._is_place = False
            return syntax.Update(start, self.last_end, kind, True, operand)
        operand = self.operand()
        kind = self.kind
        if (kind == "++" or kind == "--") and not self.line_before:
            self.advance()
            self.require_target(operand)
            self._is_place = False
            return syntax.Update(start, self.last_end, kind, False, operand)
        return operand


def _mixes(kind: str, operand: syntax.Expression, start: int) -> bool:
    """Whether an operand, whose first token is at an offset, is of an operator that does not go with another."""
    if not isinstance(operand, syntax.Binary) or operand.start != start:
        return False
    return operand.operator in _LOGICAL if kind == "??" else operand.operator == "??" and kind in _LOGICAL


def _is_const(written: syntax.TypeNode) -> bool:
    """Whether what stands behind `as` is the word `const`."""
    is_name = isinstance(written, syntax.TypeReference) and written.arguments is None and len(written.names) == 1
    return isinstance(written, syntax.TypeReference) and is_name and written.names[0].name == "const"


_LOGICAL: Final = words("&& ||")
_AFTER_IMPORT: Final = frozenset({"(", "<", "."})
_EXPRESSION_STARTS: Final = (
    words("this super null true false digits text ` ( [ { function class new / /= + - ~ ! delete typeof void ++ -- <")
    | words("hash @")
    | PRECEDENCE.keys()
)
_AFTER_NAME_AWAIT: Final = (frozenset(PRECEDENCE) - words("+ - < as satisfies")) | words("/=")
