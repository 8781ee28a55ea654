"""Reading one line of assembly text, token by token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plait.bytecode.assembly_text import BARE_NAME, INTEGER, AssemblyCode, AssemblyError, Token, TokenKind
from plait.isa.builtin_classes import BUILTIN_CLASSES
from plait.isa.value_types import TypeSyntaxError, ValueType, parse_type


def wrong(token: Token, message: str, hint: str = "", code: AssemblyCode = AssemblyCode.OPERAND) -> AssemblyError:
    """The error that a token is not what it should be."""
    return AssemblyError(code, message, token.start, token.end, hint)


def integer_of(token: Token) -> int | None:
    """The integer that a token spells, if it does."""
    if token.kind is not TokenKind.WORD or not INTEGER.fullmatch(token.text):
        return None
    digits = token.text.lstrip("+-")
    value = int(digits, 16 if digits[:2].lower() == "0x" else 10)
    return -value if token.text.startswith("-") else value


class Table:
    """Names of things of one kind, and their numbers. A name of several things cannot be used."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._numbers: dict[str, list[int]] = {}

    def add(self, name: str, number: int) -> bool:
        """The name stands for this number, too. Whether it did not stand for another before."""
        numbers = self._numbers.setdefault(name, [])
        numbers.append(number)
        return len(numbers) == 1

    def number_of(self, token: Token) -> int:
        """What the name stands for. Raises `AssemblyError`."""
        numbers = self._numbers.get(token.text, [])
        if not numbers:
            raise wrong(token, f"no {self._what} is called {token.text}", code=AssemblyCode.NAME)
        if len(numbers) > 1:
            message = f"{len(numbers)} {_plural(self._what)} are called {token.text}"
            raise wrong(token, message, "use the index instead", AssemblyCode.NAME)
        return numbers[0]


def _plural(what: str) -> str:
    return what + ("es" if what.endswith("s") else "s")


def _class_table() -> Table:
    table = Table("class")
    for number, definition in BUILTIN_CLASSES.items():
        table.add(definition.name, number)
    return table


@dataclass(frozen=True, slots=True)
class TypeNames:
    """The names that may stand in types. They are known before any line is read."""

    classes: Table = field(default_factory=_class_table)
    interfaces: Table = field(default_factory=lambda: Table("interface"))


class Cursor:
    """The tokens of a line, one after the other. Every method raises `AssemblyError` when the line is otherwise."""

    def __init__(self, tokens: Sequence[Token], names: TypeNames) -> None:
        self._tokens = tokens
        self._names = names
        self._position = 0

    def peek(self) -> Token | None:
        """The next token, if there is one."""
        return self._tokens[self._position] if self._position < len(self._tokens) else None

    def take(self, what: str) -> Token:
        """The next token, which should be `what`."""
        token = self.peek()
        if token is None:
            end = self._tokens[-1].end
            raise AssemblyError(AssemblyCode.OPERAND, f"{what} is missing", end - 1, end)
        self._position += 1
        return token

    def skip_mark(self, text: str) -> bool:
        """Whether the next token is the mark; if so, go past it."""
        token = self.peek()
        if token is None or not token.is_mark(text):
            return False
        self._position += 1
        return True

    def skip_word(self, text: str) -> bool:
        """Whether the next token is this word; if so, go past it."""
        token = self.peek()
        if token is None or not token.is_word(text):
            return False
        self._position += 1
        return True

    def expect_mark(self, text: str) -> None:
        """Go past the mark."""
        token = self.take(f"{text!r}")
        if not token.is_mark(text):
            raise wrong(token, f"{text!r} should stand here")

    def take_string(self, what: str) -> str:
        """A string in quotes."""
        token = self.take(what)
        if token.kind is not TokenKind.STRING:
            raise wrong(token, f"{what} stands in quotes")
        return token.text

    def take_name(self, what: str) -> Token:
        """A name, bare or in quotes."""
        token = self.take(what)
        if _is_name(token):
            return token
        hint = 'a name with other characters than letters, digits, _ $ . is put in "quotes"'
        raise wrong(token, f"{what} should stand here", hint)

    def take_integer(self, what: str, least: int, greatest: int) -> int:
        """An integer from `least` to `greatest`."""
        token = self.take(what)
        value = integer_of(token)
        if value is None:
            raise wrong(token, f"{what} should be an integer")
        if not least <= value <= greatest:
            raise wrong(token, f"{what} must be from {least} to {greatest}")
        return value

    def take_number(self, what: str, table: Table) -> int:
        """The number of a thing that is named, or numbered."""
        token = self.peek()
        value = None if token is None else integer_of(token)
        if value is not None:
            self.take(what)
            return value
        return table.number_of(self.take_name(f"{what} or its number"))

    def take_type(self) -> ValueType:
        """A type, such as `array(i32)`."""
        tokens = [self.take("a type")]
        depth = 0
        while (token := self.peek()) is not None and (depth > 0 or token.is_mark("(")):
            depth += token.is_mark("(") - token.is_mark(")")
            tokens.append(self.take("a type"))
            if depth == 0:
                break
        text = " ".join(self._spell(tokens))
        try:
            return parse_type(text)
        except TypeSyntaxError as error:
            raise AssemblyError(AssemblyCode.OPERAND, str(error), tokens[0].start, tokens[-1].end) from None

    def _spell(self, tokens: list[Token]) -> Iterator[str]:
        """The words of a type, with numbers for the names of classes and interfaces."""
        tables = {"object": self._names.classes, "interface": self._names.interfaces}
        for index, token in enumerate(tokens):
            is_inside = index >= 2 and tokens[index - 1].is_mark("(")
            table = tables.get(tokens[index - 2].text) if is_inside else None
            if table is not None and _is_name(token):
                yield str(table.number_of(token))
            elif token.kind is TokenKind.STRING:
                raise wrong(token, "only names of classes and interfaces stand in quotes in a type")
            else:
                yield token.text

    def take_types(self, end: str | None) -> tuple[ValueType, ...]:
        """Types with commas between them, up to the mark `end` or the end of the line."""
        types: list[ValueType] = []
        if end is not None and self.skip_mark(end):
            return ()
        while True:
            types.append(self.take_type())
            if not self.skip_mark(","):
                break
        if end is not None:
            self.expect_mark(end)
        return tuple(types)

    def take_signature(self) -> tuple[tuple[ValueType, ...], ValueType | None]:
        """Parameters and result, up to the end of the line."""
        self.expect_mark("(")
        parameters = self.take_types(")")
        result = self.take_type() if self.skip_mark("->") and not self.skip_word("void") else None
        self.finish()
        return parameters, result

    def finish(self) -> None:
        """Nothing may follow."""
        token = self.peek()
        if token is not None:
            raise wrong(token, "this is too much")


def _is_name(token: Token) -> bool:
    return token.kind is TokenKind.STRING or (
        token.kind is TokenKind.WORD and BARE_NAME.fullmatch(token.text) is not None
    )
