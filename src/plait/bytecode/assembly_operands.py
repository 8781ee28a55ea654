"""Operands of instructions in assembly text, turned into immediates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from plait.bytecode.assembly_cursor import Cursor, Table, TypeNames, integer_of, wrong
from plait.bytecode.assembly_text import HOST_PREFIX, AssemblyCode, Token, TokenKind, parse_float
from plait.bytecode.encoding import check_immediate, instruction_size
from plait.bytecode.member_names import MemberNames
from plait.errors import FormatError
from plait.isa import Immediate, Instruction
from plait.isa.value_types import ValueType
from plait.native import BY_NAME

Entry = TypeVar("Entry", str, ValueType)

_WHAT = {
    Immediate.SLOT: "a member",
    Immediate.STATIC: "a static member",
    Immediate.MEMBER: "a member",
}


@dataclass(frozen=True, slots=True)
class ModuleNames:
    """The names that operands may give."""

    functions: Table
    globals: Table
    imports: Table
    types: TypeNames
    members: MemberNames


class OperandReader:
    """Turns operands of instructions into immediates. Strings and types that are not in the tables yet are added."""

    def __init__(self, names: ModuleNames, types: list[ValueType], strings: list[str]) -> None:
        self._names = names
        self._types = types
        self._strings = strings
        self._type_numbers = _first_numbers(types)
        self._string_numbers = _first_numbers(strings)

    def read(self, instruction: Instruction, cursor: Cursor, labels: Table, offset: int) -> list[int | float]:
        """The immediates of an instruction at `offset`, whose operands are all that is left of the line."""
        next_offset = offset + instruction_size(instruction)
        immediates: list[int | float] = []
        for kind in instruction.immediates:
            token = cursor.peek()
            if kind is Immediate.JUMP:
                value: int | float = self._jump(cursor, labels, next_offset)
            elif kind in (Immediate.SLOT, Immediate.STATIC, Immediate.MEMBER):
                value = self._member(instruction, kind, int(immediates[-1]), cursor)
            else:
                value = self._value(kind, cursor)
            try:
                immediates.append(check_immediate(kind, value))
            except FormatError as error:
                assert token is not None
                raise wrong(token, str(error)) from None
        cursor.finish()
        return immediates

    def _value(self, kind: Immediate, cursor: Cursor) -> int | float:
        match kind:
            case Immediate.F64:
                return _take_float(cursor)
            case Immediate.GLOBAL:
                return cursor.take_number("a global", self._names.globals)
            case Immediate.FUNCTION:
                return cursor.take_number("a function", self._names.functions)
            case Immediate.CLASS:
                return cursor.take_number("a class", self._names.types.classes)
            case Immediate.INTERFACE:
                return cursor.take_number("an interface", self._names.types.interfaces)
            case Immediate.NATIVE:
                return self._native(cursor)
            case Immediate.STRING:
                token = cursor.peek()
                if token is not None and token.kind is TokenKind.STRING:
                    return _intern(cursor.take("a string").text, self._strings, self._string_numbers)
                return _take_integer(kind, cursor)
            case Immediate.TYPE:
                token = cursor.peek()
                if token is not None and integer_of(token) is None:
                    return _intern(cursor.take_type(), self._types, self._type_numbers)
                return _take_integer(kind, cursor)
            case _:
                return _take_integer(kind, cursor)

    def _jump(self, cursor: Cursor, labels: Table, next_offset: int) -> int:
        token = cursor.peek()
        target = cursor.take_number("a label", labels)
        assert token is not None
        return target if integer_of(token) is not None else target - next_offset

    def _member(self, instruction: Instruction, kind: Immediate, owner: int, cursor: Cursor) -> int:
        token = cursor.peek()
        if token is not None and integer_of(token) is not None:
            return _take_integer(kind, cursor)
        token = cursor.take_name(f"{_WHAT[kind]} or its number")
        number = self._names.members.number(instruction, kind, owner, token.text)
        if number is None:
            message = f"{_WHAT[kind]} called {token.text} is not there, or there are several"
            raise wrong(token, message, "members that are not one are given by number", AssemblyCode.NAME)
        return number

    def _native(self, cursor: Cursor) -> int:
        token = cursor.take("a native function or its number")
        value = integer_of(token)
        if value is not None:
            return value
        if token.text.startswith(HOST_PREFIX):
            name = Token(token.kind, token.text.removeprefix(HOST_PREFIX), token.start, token.end)
            return self._names.imports.number_of(name)
        native = BY_NAME.get(token.text)
        if native is None:
            raise wrong(token, f"no native function is called {token.text}", code=AssemblyCode.NAME)
        return native.id


def _take_integer(kind: Immediate, cursor: Cursor) -> int:
    token = cursor.take(f"a {kind.name} operand")
    value = integer_of(token)
    if value is None:
        what = "a string in quotes or an integer" if kind is Immediate.STRING else "an integer"
        raise wrong(token, f"{what} should stand here")
    return value


def _take_float(cursor: Cursor) -> float:
    token = cursor.take("a number")
    number = parse_float(token.text) if token.kind is TokenKind.WORD else None
    if number is None:
        raise wrong(token, "a finite number, inf, -inf or nan should stand here")
    return number


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
