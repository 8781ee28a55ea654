"""The binary form of modules (`.plb`), as docs/module-format.md describes it.

There is one way to write each module: what `read_module` accepts is exactly what `write_module` gives.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from hashlib import blake2b
from typing import NoReturn

from plait.bytecode.module import Function, Global, Module, SourcePosition
from plait.bytecode.text import decode_units, encode_units, is_normal
from plait.bytecode.type_codes import ARRAY, SIMPLE_TYPES, TASK, VOID, encode_type, type_of_codes
from plait.errors import FormatError
from plait.isa.value_types import MAX_TYPE_DEPTH, ValueType

MAGIC = b"\x89plb\r\n\x1a\n"
"""The first bytes: no text starts like this, and a transfer as text damages it."""

VERSION = 1
CHECKSUM_SIZE = 16
HEADER_SIZE = len(MAGIC) + 4 + CHECKSUM_SIZE
NO_MAIN = 0xFFFFFFFF

MAX_U16 = 0xFFFF
MAX_U32 = 0xFFFFFFFF


_U16 = struct.Struct("<H")
_U32 = struct.Struct("<I")
_POSITION = struct.Struct("<III")

_LEAST_TYPE = 1
_LEAST_TEXT = 4
_LEAST_GLOBAL = _LEAST_TEXT + _LEAST_TYPE
_LEAST_FUNCTION = _LEAST_TEXT + 2 + 1 + 2 + 4 + 4
"""The least bytes that one of each takes. A count that the remaining bytes cannot hold is refused before reading on."""


def checksum(body: bytes | memoryview) -> bytes:
    """The checksum of all bytes behind the header."""
    return blake2b(body, digest_size=CHECKSUM_SIZE).digest()


def write_module(module: Module) -> bytes:
    """The module's bytes. Raises `FormatError` when a part has no binary form, such as a type nested too deep."""
    body = b"".join(_module_parts(module))
    return MAGIC + struct.pack("<I", VERSION) + checksum(body) + body


def _module_parts(module: Module) -> Iterable[bytes]:
    yield _text(module.name, "the module's name")
    yield _count(len(module.types), "types")
    for value_type in module.types:
        yield encode_type(value_type)
    yield _count(len(module.strings), "strings")
    for index, text in enumerate(module.strings):
        yield _text(text, f"string {index}")
    yield _count(len(module.globals), "globals")
    for index, variable in enumerate(module.globals):
        yield _text(variable.name, f"the name of global {index}")
        yield encode_type(variable.type)
    yield _count(len(module.functions), "functions")
    for index, function in enumerate(module.functions):
        yield from _function_parts(function, index)
    if module.main is None:
        yield struct.pack("<I", NO_MAIN)
    elif 0 <= module.main < NO_MAIN:
        yield struct.pack("<I", module.main)
    else:
        raise FormatError(f"main cannot be {module.main}")


def _function_parts(function: Function, index: int) -> Iterable[bytes]:
    yield _text(function.name, f"the name of function {index}")
    yield _types(function.parameter_types, f"parameters of function {index}")
    yield encode_type(function.result)
    yield _types(function.local_types, f"locals of function {index}")
    yield _count(len(function.code), f"bytes of code of function {index}")
    yield function.code
    yield _count(len(function.positions), f"positions of function {index}")
    previous = -1
    for position in function.positions:
        if not previous < position.offset <= MAX_U32:
            raise FormatError(f"the positions of function {index} are not sorted by offset")
        if not (1 <= position.line <= MAX_U32 and 1 <= position.column <= MAX_U32):
            raise FormatError(f"function {index} has a position at {position.line}:{position.column}")
        previous = position.offset
        yield struct.pack("<III", position.offset, position.line, position.column)


def _types(types: tuple[ValueType, ...], what: str) -> bytes:
    if len(types) > MAX_U16:
        raise FormatError(f"too many {what}: {len(types)}")
    return struct.pack("<H", len(types)) + b"".join(map(encode_type, types))


def _text(text: str, what: str) -> bytes:
    if not is_normal(text):
        raise FormatError(f"{what} spells a character as two surrogates: {text!r}")
    units = encode_units(text)
    return _count(len(units) // 2, f"code units in {what}") + units


def _count(count: int, what: str) -> bytes:
    if count > MAX_U32:
        raise FormatError(f"too many {what}: {count}")
    return struct.pack("<I", count)


def read_module(data: bytes, check_integrity: bool = True) -> Module:
    """The module that `write_module` gave these bytes for. Raises `FormatError`, and nothing else, for any other bytes.

    `check_integrity=False` skips the comparison of the checksum, and only that.
    """
    if data[: len(MAGIC)] != MAGIC:
        raise FormatError("this is no plait module: it does not start with the magic bytes at byte 0")
    if len(data) < HEADER_SIZE:
        raise FormatError(f"the header is cut off at byte {len(data)}")
    (version,) = _U32.unpack_from(data, len(MAGIC))
    if version != VERSION:
        raise FormatError(f"format version {version} at byte {len(MAGIC)} is not {VERSION}, the one that can be read")
    stored = data[HEADER_SIZE - CHECKSUM_SIZE : HEADER_SIZE]
    if check_integrity and checksum(memoryview(data)[HEADER_SIZE:]) != stored:
        raise FormatError(
            f"the checksum at byte {HEADER_SIZE - CHECKSUM_SIZE} is not that of the bytes: they are damaged"
        )
    return _Reader(data).module()


class _Reader:
    """A position in the bytes. Every method reads one thing there and moves behind it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = HEADER_SIZE
        self._types: dict[bytes, ValueType | None] = {}

    def module(self) -> Module:
        name = self._text("the module's name")
        types = tuple(self._type("a type") for _ in range(self._count("types", _LEAST_TYPE)))
        strings = tuple(self._text("a string") for _ in range(self._count("strings", _LEAST_TEXT)))
        variables = tuple(
            Global(self._text("a global's name"), self._type("a global's type"))
            for _ in range(self._count("globals", _LEAST_GLOBAL))
        )
        functions = tuple(self._function() for _ in range(self._count("functions", _LEAST_FUNCTION)))
        main = self._u32("the index of main")
        if self._position != len(self._data):
            self._fail(f"{len(self._data) - self._position} bytes follow the module")
        return Module(name, types, strings, variables, functions, None if main == NO_MAIN else main)

    def _function(self) -> Function:
        name = self._text("a function's name")
        parameter_types = self._short_types("parameters")
        result = self._type_or_void("a result")
        local_types = self._short_types("locals")
        code = self._take(self._count("bytes of code", 1), "code")
        return Function(name, parameter_types, result, local_types, code, self._positions())

    def _positions(self) -> tuple[SourcePosition, ...]:
        count = self._count("source positions", _POSITION.size)
        positions: list[SourcePosition] = []
        previous = -1
        for _ in range(count):
            offset, line, column = _POSITION.unpack_from(self._data, self._position)
            if offset <= previous:
                self._fail("the source positions are not sorted by offset")
            if line == 0 or column == 0:
                self._fail("a source position has line or column 0")
            positions.append(SourcePosition(offset, line, column))
            previous = offset
            self._position += _POSITION.size
        return tuple(positions)

    def _short_types(self, what: str) -> tuple[ValueType, ...]:
        (count,) = _U16.unpack(self._take(2, f"the number of {what}"))
        self._check_count(count, what, _LEAST_TYPE)
        return tuple(self._type(what) for _ in range(count))

    def _type(self, what: str) -> ValueType:
        start = self._position
        value_type = self._type_or_void(what)
        if value_type is None:
            self._position = start
            self._fail(f"void stands for a type in {what}")
        return value_type

    def _type_or_void(self, what: str) -> ValueType | None:
        data = self._data
        start = position = self._position
        outer = -1
        while True:
            if position >= len(data):
                self._fail(f"{what} is cut off")
            code = data[position]
            if code not in (ARRAY, TASK):
                break
            outer = code
            position += 1
            if position - start > MAX_TYPE_DEPTH:
                self._fail(f"a type in {what} is nested more than {MAX_TYPE_DEPTH} deep")
        if code not in SIMPLE_TYPES and (code != VOID or outer == ARRAY):
            self._position = position
            self._fail(f"{code} stands for no type in {what}")
        self._position = position + 1
        codes = data[start : position + 1]
        if codes not in self._types:
            self._types[codes] = type_of_codes(codes)
        return self._types[codes]

    def _text(self, what: str) -> str:
        count = self._count(f"code units in {what}", 2)
        return decode_units(self._take(2 * count, what))

    def _count(self, what: str, least_size: int) -> int:
        """A count of things that take at least so many bytes each."""
        count = self._u32(f"the number of {what}")
        self._check_count(count, what, least_size)
        return count

    def _check_count(self, count: int, what: str, least_size: int) -> None:
        if count * least_size > len(self._data) - self._position:
            self._fail(f"{count} {what} do not fit the bytes that follow")

    def _u32(self, what: str) -> int:
        return int.from_bytes(self._take(4, what), "little")

    def _take(self, count: int, what: str) -> bytes:
        taken = self._data[self._position : self._position + count]
        if len(taken) < count:
            self._fail(f"{what} is cut off")
        self._position += count
        return taken

    def _fail(self, message: str) -> NoReturn:
        raise FormatError(f"{message}, at byte {self._position}")
