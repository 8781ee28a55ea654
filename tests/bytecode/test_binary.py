"""The binary form: round trips, and every kind of damage."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plait
from plait.bytecode.binary import HEADER_SIZE, MAGIC, VERSION, checksum
from plait.bytecode.module import Function, Global, Module, SourcePosition
from plait.errors import FormatError
from plait.isa.value_types import I32, MAX_TYPE_DEPTH, STRING, ArrayType, TaskType, ValueType
from plait.pipeline import assemble_text

from . import modules

EMPTY = Module("", (), (), (), (), None)
SAMPLE = Module(
    "a module",
    (ArrayType(I32), TaskType(None), TaskType(ArrayType(STRING))),
    ("hello", "", "\ud800", "é𝄞\n"),
    (Global("counter", I32),),
    (
        Function("main", (), None, (I32, STRING), b"\x00\x72", (SourcePosition(0, 1, 1), SourcePosition(1, 2, 5))),
        Function("odd \udfff", (I32,), ArrayType(I32), (), b""),
    ),
    0,
)


def with_body(body: bytes) -> bytes:
    """A module file with the body, whatever it is, and its true checksum."""
    return MAGIC + struct.pack("<I", VERSION) + checksum(body) + body


def body_of(module: Module) -> bytes:
    return module.to_bytes()[HEADER_SIZE:]


def nested(depth: int, inner: ValueType = I32) -> ValueType:
    for _ in range(depth):
        inner = ArrayType(inner)
    return inner


@given(modules.modules)
def test_round_trip(module: Module) -> None:
    data = module.to_bytes()
    assert Module.from_bytes(data) == module
    assert Module.from_bytes(data).to_bytes() == data


def test_sample_round_trip() -> None:
    assert Module.from_bytes(SAMPLE.to_bytes()) == SAMPLE
    assert len(EMPTY.to_bytes()) == HEADER_SIZE + 9 * 4


def test_every_truncation_is_refused() -> None:
    data = SAMPLE.to_bytes()
    for length in range(len(data)):
        with pytest.raises(FormatError, match=r"at byte \d+"):
            Module.from_bytes(data[:length], check_integrity=False)


def test_every_flipped_bit_is_noticed() -> None:
    data = SAMPLE.to_bytes()
    for position in range(len(data)):
        damaged = bytearray(data)
        damaged[position] ^= 1 << position % 8
        with pytest.raises(FormatError):
            Module.from_bytes(bytes(damaged))


def test_checksum_is_all_that_is_skipped() -> None:
    data = bytearray(SAMPLE.to_bytes())
    data[HEADER_SIZE - 1] ^= 1
    assert Module.from_bytes(bytes(data), check_integrity=False) == SAMPLE
    with pytest.raises(FormatError, match="the checksum at byte 12 is not that of the bytes"):
        Module.from_bytes(bytes(data))
    data[len(MAGIC)] = 1
    with pytest.raises(FormatError, match="format version 1 at byte 8 is not 2"):
        Module.from_bytes(bytes(data), check_integrity=False)


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_module_or_a_format_error(body: bytes, is_whole: bool) -> None:
    data = body if is_whole else with_body(body)
    try:
        module = Module.from_bytes(data)
    except FormatError:
        return
    assert module.to_bytes() == data


@pytest.mark.parametrize("seed", range(20))
def test_mutations_are_canonical_or_refused(seed: int) -> None:
    random_source = random.Random(seed)
    original = body_of(SAMPLE)
    accepted = 0
    for _ in range(300):
        body = bytearray(original)
        for _ in range(random_source.randint(1, 3)):
            match random_source.randrange(3):
                case 0:
                    body[random_source.randrange(len(body))] = random_source.choice(
                        (0, 1, 16, 17, 20, 22, 23, 255, random_source.randrange(256))
                    )
                case 1:
                    del body[random_source.randrange(len(body))]
                case _:
                    body.insert(random_source.randrange(len(body)), random_source.randrange(256))
        data = MAGIC + struct.pack("<I", VERSION) + bytes(16) + bytes(body)
        try:
            module = Module.from_bytes(data, check_integrity=False)
        except FormatError:
            continue
        accepted += 1
        assert body_of(module) == bytes(body)
    assert accepted > 0


@given(modules.modules, st.data())
@settings(max_examples=50)
def test_mutated_random_modules(module: Module, data: st.DataObject) -> None:
    body = bytearray(body_of(module))
    body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = Module.from_bytes(with_body(bytes(body)))
    except FormatError:
        return
    assert body_of(read) == bytes(body)


U32 = struct.Struct("<I").pack
HUGE = U32(0xFFFFFFFF)
NAME = U32(0)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (HUGE, "4294967295 code units in the module's name do not fit the bytes that follow, at byte 32"),
        (NAME + HUGE, "4294967295 types do not fit the bytes that follow, at byte 36"),
        (NAME + U32(0) + HUGE, "4294967295 strings do not fit the bytes that follow, at byte 40"),
        (NAME + U32(0) * 2 + HUGE, "4294967295 globals do not fit the bytes that follow, at byte 44"),
        (NAME + U32(0) * 3 + HUGE, "4294967295 interfaces do not fit the bytes that follow, at byte 48"),
        (NAME + U32(0) * 4 + HUGE, "4294967295 classes do not fit the bytes that follow, at byte 52"),
        (NAME + U32(0) * 5 + HUGE, "4294967295 functions of the host do not fit the bytes that follow, at byte 56"),
        (NAME + U32(0) * 6 + HUGE, "4294967295 functions do not fit the bytes that follow, at byte 60"),
        (NAME + U32(1) + b"\x00" + U32(0) * 4, "void stands for a type in a type, at byte 36"),
        (NAME + U32(1) + b"\x10\x00" + U32(0) * 4, "void stands for a type in a type, at byte 37"),
        (NAME + U32(1) + b"\x08" + U32(0) * 4, "8 stands for no type in a type, at byte 36"),
        (NAME + U32(1) + b"\x16\0\0" + U32(0) * 4, "a tuple without elements in a type, at byte 39"),
        (
            NAME + U32(1) + b"\x16\xff\xff\1",
            "65535 parts of a type in a type do not fit the bytes that follow, at byte 39",
        ),
        (NAME + U32(1) + b"\x16\xff\x0f" + b"\1" * 4095, "a type in a type takes more than 4096 bytes, at byte 4134"),
        (NAME + U32(1) + b"\x14\1", "a type is cut off, at byte 37"),
        (NAME + U32(1) + b"\x10" * 33, "a type in a type is nested more than 32 deep, at byte 69"),
        (NAME + U32(1) + b"\x10", "a type is cut off, at byte 37"),
        (NAME + U32(0) * 7 + HUGE + b"x", "1 bytes follow the module, at byte 64"),
        (NAME + U32(0) * 7, "the index of main is cut off, at byte 60"),
    ],
)
def test_what_is_wrong_and_where(body: bytes, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        Module.from_bytes(with_body(body))
    assert str(caught.value) == message


def test_function_bodies() -> None:
    def function(code_count: bytes, code: bytes, positions: bytes) -> bytes:
        head = NAME + U32(0) * 6 + U32(1) + NAME + b"\0\0" + b"\0" + b"\0\0" + b"\0"
        return head + code_count + code + positions + HUGE

    with pytest.raises(FormatError, match="4294967295 bytes of code do not fit"):
        Module.from_bytes(with_body(function(HUGE, b"", U32(0))))
    with pytest.raises(FormatError, match="4294967295 source positions do not fit"):
        Module.from_bytes(with_body(function(U32(0), b"", HUGE)))
    unsorted = U32(2) + struct.pack("<III", 1, 1, 1) + struct.pack("<III", 1, 2, 1)
    with pytest.raises(FormatError, match="the source positions are not sorted by offset"):
        Module.from_bytes(with_body(function(U32(0), b"", unsorted)))
    with pytest.raises(FormatError, match="a source position has line or column 0"):
        Module.from_bytes(with_body(function(U32(0), b"", U32(1) + struct.pack("<III", 1, 0, 1))))


def test_types_nest_as_deep_as_they_may() -> None:
    module = Module("", (nested(MAX_TYPE_DEPTH),), (), (), (), None)
    assert Module.from_bytes(module.to_bytes()) == module
    for depth in (MAX_TYPE_DEPTH + 1, 100_000):
        with pytest.raises(FormatError, match="a type is nested more than 32 deep"):
            Module("", (nested(depth),), (), (), (), None).to_bytes()


@pytest.mark.parametrize(
    ("module", "message"),
    [
        (Module("\ud834\udd1e", (), (), (), (), None), "the module's name spells a character as two surrogates"),
        (Module("", (), ("a", "\ud834\udd1e"), (), (), None), "string 1 spells a character as two surrogates"),
        (Module("", (), (), (), (), 2**32 - 1), "main cannot be 4294967295"),
        (Module("", (), (), (), (), -1), "main cannot be -1"),
        (
            Module("", (), (), (), (Function("f", (I32,) * 65536, None, (), b""),), None),
            "too many parameters of function 0",
        ),
    ],
)
def test_what_has_no_binary_form(module: Module, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        module.to_bytes()


@pytest.mark.parametrize(
    "positions",
    [
        (SourcePosition(1, 1, 1), SourcePosition(0, 1, 1)),
        (SourcePosition(0, 1, 1), SourcePosition(0, 2, 1)),
        (SourcePosition(-1, 1, 1),),
        (SourcePosition(2**32, 1, 1),),
        (SourcePosition(0, 0, 1),),
        (SourcePosition(0, 1, 2**32),),
    ],
)
def test_positions_without_binary_form(positions: tuple[SourcePosition, ...]) -> None:
    with pytest.raises(FormatError):
        Module("", (), (), (), (Function("f", (), None, (), b"", positions),), None).to_bytes()


def test_no_magic() -> None:
    for data in (b"", b"#!/usr/bin/env", MAGIC[:-1]):
        with pytest.raises(
            FormatError, match="this is no plait module: it does not start with the magic bytes at byte 0"
        ):
            Module.from_bytes(data)


def test_what_is_no_bytes_or_text_at_all() -> None:
    data = SAMPLE.to_bytes()
    assert Module.from_bytes(bytearray(data)) == Module.from_bytes(memoryview(data)) == Module.from_bytes(data)
    for wrong in (None, 5, "text", [1]):
        with pytest.raises(TypeError, match="the bytes of a module are needed"):
            Module.from_bytes(wrong)  # type: ignore[arg-type]
    for use in (plait.compile, assemble_text):
        with pytest.raises(TypeError, match="must be a str, not bytes"):
            use(b"1")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="name must be a str, not int"):
            use("", 5)  # type: ignore[arg-type]
