"""Reading the parts that the binary form of modules is made of: numbers, texts, types."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import NoReturn

from plait.bytecode.text import decode_units
from plait.bytecode.type_codes import (
    ARRAY,
    CELL,
    CHANNEL,
    CLOSURE,
    INTERFACE,
    MAX_TYPE_SIZE,
    OBJECT,
    SIMPLE_TYPES,
    TASK,
    TUPLE,
    VOID,
)
from plait.errors import FormatError
from plait.isa.value_types import (
    MAX_TYPE_DEPTH,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
)

LEAST_TYPE = 1
LEAST_TEXT = 4
"""The least bytes that one of each takes. A count that the remaining bytes cannot hold is refused before reading on."""

_WRAPPERS: dict[int, Callable[[ValueType], ValueType]] = {ARRAY: ArrayType, CELL: CellType, CHANNEL: ChannelType}

_U16 = struct.Struct("<H")


class ByteReader:
    """A position in bytes. Every method reads one thing there and moves behind it, or raises `FormatError`."""

    def __init__(self, data: bytes, position: int) -> None:
        self.data = data
        self.position = position
        self._types: dict[bytes, ValueType | None] = {}

    def types(self, what: str) -> tuple[ValueType, ...]:
        """A u16 count and as many types."""
        count = self.short_count(what, LEAST_TYPE)
        return tuple(self.type(what) for _ in range(count))

    def type(self, what: str) -> ValueType:
        """A type that is not void."""
        start = self.position
        value_type = self.type_or_void(what)
        if value_type is None:
            self.position = start
            self.fail(f"void stands for a type in {what}")
        return value_type

    def type_or_void(self, what: str) -> ValueType | None:
        """A type, or None for void. The same bytes give the same object."""
        start = self.position
        value_type = self._type(what, 0)
        if self.position - start > MAX_TYPE_SIZE:
            self.fail(f"a type in {what} takes more than {MAX_TYPE_SIZE} bytes")
        return self._types.setdefault(self.data[start : self.position], value_type)

    def _type(self, what: str, depth: int) -> ValueType | None:
        if depth > MAX_TYPE_DEPTH:
            self.fail(f"a type in {what} is nested more than {MAX_TYPE_DEPTH} deep")
        code = self.byte(what)
        if code in SIMPLE_TYPES:
            return SIMPLE_TYPES[code]
        if code == VOID:
            return None
        if code == TASK:
            return TaskType(self._type(what, depth + 1))
        if code in _WRAPPERS:
            return _WRAPPERS[code](self._part(what, depth))
        if code == OBJECT:
            return ObjectType(self.u16(what))
        if code == INTERFACE:
            return InterfaceType(self.u16(what))
        if code == TUPLE:
            return TupleType(self._parts(what, depth) or self.fail(f"a tuple without elements in {what}"))
        if code == CLOSURE:
            return ClosureType(self._parts(what, depth), self._type(what, depth + 1))
        self.position -= 1
        return self.fail(f"{code} stands for no type in {what}")

    def _part(self, what: str, depth: int) -> ValueType:
        start = self.position
        part = self._type(what, depth + 1)
        if part is None:
            self.position = start
            self.fail(f"void stands for a type in {what}")
        return part

    def _parts(self, what: str, depth: int) -> tuple[ValueType, ...]:
        count = self.short_count(f"parts of a type in {what}", LEAST_TYPE)
        return tuple(self._part(what, depth) for _ in range(count))

    def text(self, what: str) -> str:
        """A string of UTF-16 code units with its length."""
        count = self.count(f"code units in {what}", 2)
        return decode_units(self.take(2 * count, what))

    def flag(self, what: str) -> bool:
        """A byte that is 0 or 1."""
        value = self.byte(what)
        if value > 1:
            self.position -= 1
            self.fail(f"{what} is {value}, not 0 or 1")
        return value == 1

    def byte(self, what: str) -> int:
        """One byte."""
        return self.take(1, what)[0]

    def count(self, what: str, least_size: int) -> int:
        """A u32 count of things that take at least so many bytes each."""
        count = self.u32(f"the number of {what}")
        self._check_count(count, what, least_size)
        return count

    def short_count(self, what: str, least_size: int) -> int:
        """A u16 count of things that take at least so many bytes each."""
        count = self.u16(f"the number of {what}")
        self._check_count(count, what, least_size)
        return count

    def _check_count(self, count: int, what: str, least_size: int) -> None:
        if count * least_size > len(self.data) - self.position:
            self.fail(f"{count} {what} do not fit the bytes that follow")

    def u16(self, what: str) -> int:
        """An unsigned number of 2 bytes."""
        number: int = _U16.unpack(self.take(2, what))[0]
        return number

    def u32(self, what: str) -> int:
        """An unsigned number of 4 bytes."""
        return int.from_bytes(self.take(4, what), "little")

    def take(self, count: int, what: str) -> bytes:
        """So many bytes."""
        taken = self.data[self.position : self.position + count]
        if len(taken) < count:
            self.fail(f"{what} is cut off")
        self.position += count
        return taken

    def fail(self, message: str) -> NoReturn:
        """Raise `FormatError`, with the place."""
        raise FormatError(f"{message}, at byte {self.position}")
