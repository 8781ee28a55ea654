"""Operands in assembly text: reading them off a line, and turning them into immediates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, assert_never

from plait.bytecode.assembly_text import BARE_NAME, INTEGER, AssemblyCode, AssemblyError, Token, TokenKind, parse_float
from plait.bytecode.encoding import check_immediate
from plait.errors import FormatError
from plait.isa import Immediate
from plait.isa.value_types import TypeSyntaxError, ValueType, parse_type
from plait.native import BY_NAME

Entry = TypeVar("Entry", str, ValueType)


class Cursor:
    """The tokens of a line, one after the other. Every method raises `AssemblyError` when the line is otherwise."""

    def __init__(self, tokens: Sequence[Token], line: str, offset: int) -> None:
        self._tokens = tokens
        self._line = line
        self._offset = offset
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
        if token.kind is TokenKind.STRING or (token.kind is TokenKind.WORD and BARE_NAME.fullmatch(token.text)):
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

    def take_type(self) -> ValueType:
        """A type, such as `array(i32)`."""
        first = last = self.take("a type")
        depth = 0
        while (token := self.peek()) is not None and (depth > 0 or token.is_mark("(")):
            depth += token.is_mark("(") - token.is_mark(")")
            last = self.take("a type")
            if depth == 0:
                break
        text = self._line[first.start - self._offset : last.end - self._offset]
        try:
            return parse_type(text)
        except TypeSyntaxError as error:
            raise AssemblyError(AssemblyCode.OPERAND, str(error), first.start, last.end) from None

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

    def finish(self) -> None:
        """Nothing may follow."""
        token = self.peek()
        if token is not None:
            raise wrong(token, "this is too much")


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
    """Names of functions, globals or labels, and their numbers. A name of several things cannot be used."""

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
            message = f"{len(numbers)} {self._what}s are called {token.text}"
            raise wrong(token, message, "use the index instead", AssemblyCode.NAME)
        return numbers[0]


class OperandReader:
    """Turns operands of instructions into immediates. Strings and types that are not in the tables yet are added."""

    def __init__(self, functions: Table, variables: Table, types: list[ValueType], strings: list[str]) -> None:
        self._functions = functions
        self._variables = variables
        self._types = types
        self._strings = strings
        self._type_numbers = _first_numbers(types)
        self._string_numbers = _first_numbers(strings)

    def read(self, kind: Immediate, cursor: Cursor, labels: Table, next_offset: int) -> int | float:
        """The immediate that the operand at the cursor stands for."""
        token = cursor.peek()
        value = self._value(kind, cursor, labels, next_offset)
        try:
            return check_immediate(kind, value)
        except FormatError as error:
            assert token is not None
            raise wrong(token, str(error)) from None

    def read_function_number(self, cursor: Cursor) -> int:
        """The number of the function that is named, or numbered, at the cursor."""
        return self._number_or_name(cursor, "a function", self._functions.number_of)

    def _value(self, kind: Immediate, cursor: Cursor, labels: Table, next_offset: int) -> int | float:
        match kind:
            case Immediate.I32 | Immediate.COUNT | Immediate.LOCAL:
                return self._number(kind, cursor)
            case Immediate.F64:
                return _take_float(cursor)
            case Immediate.GLOBAL:
                return self._number_or_name(cursor, "a global", self._variables.number_of)
            case Immediate.FUNCTION:
                return self.read_function_number(cursor)
            case Immediate.NATIVE:
                return self._number_or_name(cursor, "a native function", _native_id)
            case Immediate.JUMP:
                return self._number_or_name(cursor, "a label", lambda token: labels.number_of(token) - next_offset)
            case Immediate.STRING:
                token = cursor.peek()
                if token is not None and token.kind is TokenKind.STRING:
                    return _intern(cursor.take("a string").text, self._strings, self._string_numbers)
                return self._number(kind, cursor)
            case Immediate.TYPE:
                token = cursor.peek()
                if token is not None and integer_of(token) is None:
                    return _intern(cursor.take_type(), self._types, self._type_numbers)
                return self._number(kind, cursor)
            case _:
                assert_never(kind)

    def _number(self, kind: Immediate, cursor: Cursor) -> int:
        token = cursor.take(f"a {kind.name} operand")
        value = integer_of(token)
        if value is None:
            what = "a string in quotes or an integer" if kind is Immediate.STRING else "an integer"
            raise wrong(token, f"{what} should stand here")
        return value

    def _number_or_name(self, cursor: Cursor, what: str, number_of: Callable[[Token], int]) -> int:
        token = cursor.peek()
        value = None if token is None else integer_of(token)
        if value is not None:
            cursor.take(what)
            return value
        return number_of(cursor.take_name(f"{what} or its number"))


def _take_float(cursor: Cursor) -> float:
    token = cursor.take("a number")
    number = parse_float(token.text) if token.kind is TokenKind.WORD else None
    if number is None:
        raise wrong(token, "a finite number, inf, -inf or nan should stand here")
    return number


def _native_id(token: Token) -> int:
    native = BY_NAME.get(token.text)
    if native is None:
        raise wrong(token, f"no native function is called {token.text}", code=AssemblyCode.NAME)
    return native.id


def _first_numbers(table: list[Entry]) -> dict[Entry, int]:
    numbers: dict[Entry, int] = {}
    for number, entry in enumerate(table):
        numbers.setdefault(entry, number)
    return numbers


def _intern(entry: Entry, table: list[Entry], numbers: dict[Entry, int]) -> int:
    number = numbers.get(entry)
    if number is None:
        number = numbers[entry] = len(table)
        table.append(entry)
    return number
