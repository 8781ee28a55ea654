"""Reading the binary form of modules."""

from __future__ import annotations

import struct

from plait.bytecode.byte_reader import LEAST_TEXT, LEAST_TYPE, ByteReader
from plait.bytecode.module import (
    ClassDefinition,
    Field,
    Function,
    Global,
    HostImport,
    InterfaceDefinition,
    Method,
    MethodSignature,
    Module,
    SourcePosition,
)

NO_INDEX = 0xFFFFFFFF
"""Stands for no index, where one may be missing."""

_POSITION = struct.Struct("<III")

_LEAST_MEMBER = LEAST_TEXT + LEAST_TYPE
_LEAST_METHOD = LEAST_TEXT + 4
_LEAST_SIGNATURE = LEAST_TEXT + 2 + LEAST_TYPE
_LEAST_INTERFACE = LEAST_TEXT + 3 * 2
_LEAST_CLASS = LEAST_TEXT + 4 + 4 + 1 + 5 * 2
_LEAST_FUNCTION = LEAST_TEXT + 2 + 1 + 2 + 1 + 4 + 4


class ModuleReader:
    """Reads a module from bytes, from a position on to their end."""

    def __init__(self, data: bytes, position: int) -> None:
        self._in = ByteReader(data, position)

    def module(self) -> Module:
        """The module. Raises `FormatError`."""
        source = self._in
        name = source.text("the module's name")
        types = tuple(source.type("a type") for _ in range(source.count("types", LEAST_TYPE)))
        strings = tuple(source.text("a string") for _ in range(source.count("strings", LEAST_TEXT)))
        variables = tuple(
            Global(source.text("a global's name"), source.type("a global's type"))
            for _ in range(source.count("globals", _LEAST_MEMBER))
        )
        interfaces = tuple(self._interface() for _ in range(source.count("interfaces", _LEAST_INTERFACE)))
        classes = tuple(self._class() for _ in range(source.count("classes", _LEAST_CLASS)))
        imports = tuple(self._import() for _ in range(source.count("functions of the host", _LEAST_SIGNATURE)))
        functions = tuple(self._function() for _ in range(source.count("functions", _LEAST_FUNCTION)))
        main = self._index("the index of main")
        if source.position != len(source.data):
            source.fail(f"{len(source.data) - source.position} bytes follow the module")
        return Module(name, types, strings, variables, functions, main, classes, interfaces, imports)

    def _interface(self) -> InterfaceDefinition:
        source = self._in
        name = source.text("the name of an interface")
        extends = self._numbers("extended interfaces")
        fields = self._fields()
        methods = tuple(
            MethodSignature(source.text("a method's name"), source.types("parameters"), source.type_or_void("a result"))
            for _ in range(source.short_count("methods", _LEAST_SIGNATURE))
        )
        return InterfaceDefinition(name, extends, fields, methods)

    def _class(self) -> ClassDefinition:
        source = self._in
        name = source.text("the name of a class")
        base = self._index("a base")
        constructor = self._index("a constructor")
        is_abstract = source.flag("the mark of an abstract class")
        interfaces = self._numbers("implemented interfaces")
        fields, methods, statics, static_methods = self._fields(), self._methods(), self._fields(), self._methods()
        return ClassDefinition(
            name, base, fields, methods, statics, static_methods, constructor, interfaces, is_abstract
        )

    def _import(self) -> HostImport:
        source = self._in
        name = source.text("the name of a function of the host")
        return HostImport(name, source.types("parameters"), source.type_or_void("a result"))

    def _fields(self) -> tuple[Field, ...]:
        source = self._in
        count = source.short_count("fields", _LEAST_MEMBER)
        return tuple(Field(source.text("a field's name"), source.type("a field's type")) for _ in range(count))

    def _methods(self) -> tuple[Method, ...]:
        source = self._in
        count = source.short_count("methods", _LEAST_METHOD)
        return tuple(Method(source.text("a method's name"), self._function_index()) for _ in range(count))

    def _numbers(self, what: str) -> tuple[int, ...]:
        return tuple(self._in.u16(what) for _ in range(self._in.short_count(what, 2)))

    def _index(self, what: str) -> int | None:
        index = self._in.u32(what)
        return None if index == NO_INDEX else index

    def _function_index(self) -> int:
        index = self._index("the function of a method")
        return self._in.fail("the function of a method is missing") if index is None else index

    def _function(self) -> Function:
        source = self._in
        name = source.text("a function's name")
        parameter_types = source.types("parameters")
        result = source.type_or_void("a result")
        local_types = source.types("locals")
        captures = source.types("captured values") if source.flag("the mark of a closure's function") else None
        code = source.take(source.count("bytes of code", 1), "code")
        return Function(name, parameter_types, result, local_types, code, self._positions(), captures)

    def _positions(self) -> tuple[SourcePosition, ...]:
        source = self._in
        count = source.count("source positions", _POSITION.size)
        positions: list[SourcePosition] = []
        previous = -1
        for _ in range(count):
            offset, line, column = _POSITION.unpack_from(source.data, source.position)
            if offset <= previous:
                source.fail("the source positions are not sorted by offset")
            if line == 0 or column == 0:
                source.fail("a source position has line or column 0")
            positions.append(SourcePosition(offset, line, column))
            previous = offset
            source.position += _POSITION.size
        return tuple(positions)
