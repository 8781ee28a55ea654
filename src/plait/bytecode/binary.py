"""The binary form of modules (`.plb`), as docs/module-format.md describes it.

There is one way to write each module: what `read_module` accepts is exactly what `write_module` gives.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from hashlib import blake2b

from plait.bytecode.module import ClassDefinition, Field, Function, InterfaceDefinition, Method, Module
from plait.bytecode.module_reader import NO_INDEX, ModuleReader
from plait.bytecode.text import encode_units, is_normal
from plait.bytecode.type_codes import MAX_U16, encode_type
from plait.errors import FormatError
from plait.isa.value_types import ValueType

MAGIC = b"\x89plb\r\n\x1a\n"
"""The first bytes: no text starts like this, and a transfer as text damages it."""

VERSION = 2
CHECKSUM_SIZE = 16
HEADER_SIZE = len(MAGIC) + 4 + CHECKSUM_SIZE

MAX_U32 = 0xFFFFFFFF


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
    yield _count(len(module.interfaces), "interfaces")
    for interface in module.interfaces:
        yield from _interface_parts(interface)
    yield _count(len(module.classes), "classes")
    for definition in module.classes:
        yield from _class_parts(definition)
    yield _count(len(module.imports), "functions of the host")
    for imported in module.imports:
        yield _text(imported.name, "the name of a function of the host")
        yield _types(imported.parameter_types, f"parameters of {imported.name}")
        yield encode_type(imported.result)
    yield _count(len(module.functions), "functions")
    for index, function in enumerate(module.functions):
        yield from _function_parts(function, index)
    yield _index(module.main, "main")


def _interface_parts(interface: InterfaceDefinition) -> Iterable[bytes]:
    yield _text(interface.name, "the name of an interface")
    yield _numbers(interface.extends, f"interfaces that {interface.name} extends")
    yield from _field_parts(interface.fields, interface.name)
    yield _short_count(len(interface.methods), f"methods of {interface.name}")
    for method in interface.methods:
        yield _text(method.name, f"the name of a method of {interface.name}")
        yield _types(method.parameter_types, f"parameters of {interface.name}.{method.name}")
        yield encode_type(method.result)


def _class_parts(definition: ClassDefinition) -> Iterable[bytes]:
    name = definition.name
    yield _text(name, "the name of a class")
    yield _index(definition.base, f"the base of {name}")
    yield _index(definition.constructor, f"the constructor of {name}")
    yield bytes((definition.is_abstract,))
    yield _numbers(definition.interfaces, f"interfaces that {name} implements")
    yield from _field_parts(definition.fields, name)
    yield from _method_parts(definition.methods, name)
    yield from _field_parts(definition.statics, name)
    yield from _method_parts(definition.static_methods, name)


def _field_parts(fields: tuple[Field, ...], owner: str) -> Iterable[bytes]:
    yield _short_count(len(fields), f"fields of {owner}")
    for field in fields:
        yield _text(field.name, f"the name of a field of {owner}")
        yield encode_type(field.type)


def _method_parts(methods: tuple[Method, ...], owner: str) -> Iterable[bytes]:
    yield _short_count(len(methods), f"methods of {owner}")
    for method in methods:
        yield _text(method.name, f"the name of a method of {owner}")
        yield _index(method.function, f"the function of {owner}.{method.name}")


def _index(index: int | None, what: str) -> bytes:
    """A u32; `NO_INDEX` for None."""
    if index is not None and not 0 <= index < NO_INDEX:
        raise FormatError(f"{what} cannot be {index}")
    return struct.pack("<I", NO_INDEX if index is None else index)


def _numbers(numbers: tuple[int, ...], what: str) -> bytes:
    """A count and u16 numbers."""
    if any(not 0 <= number <= MAX_U16 for number in numbers):
        raise FormatError(f"{what} have numbers that are not from 0 to {MAX_U16}")
    return _short_count(len(numbers), what) + struct.pack(f"<{len(numbers)}H", *numbers)


def _short_count(count: int, what: str) -> bytes:
    if count > MAX_U16:
        raise FormatError(f"too many {what}: {count}")
    return struct.pack("<H", count)


def _function_parts(function: Function, index: int) -> Iterable[bytes]:
    yield _text(function.name, f"the name of function {index}")
    yield _types(function.parameter_types, f"parameters of function {index}")
    yield encode_type(function.result)
    yield _types(function.local_types, f"locals of function {index}")
    yield bytes((function.captures is not None,))
    if function.captures is not None:
        yield _types(function.captures, f"captured values of function {index}")
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
    return _short_count(len(types), what) + b"".join(map(encode_type, types))


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
    (version,) = struct.unpack_from("<I", data, len(MAGIC))
    if version != VERSION:
        raise FormatError(f"format version {version} at byte {len(MAGIC)} is not {VERSION}, the one that can be read")
    stored = data[HEADER_SIZE - CHECKSUM_SIZE : HEADER_SIZE]
    if check_integrity and checksum(memoryview(data)[HEADER_SIZE:]) != stored:
        raise FormatError(
            f"the checksum at byte {HEADER_SIZE - CHECKSUM_SIZE} is not that of the bytes: they are damaged"
        )
    return ModuleReader(data, HEADER_SIZE).module()
