"""The rules for the module as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plait.bytecode.module import Function, Global, Module, SourcePosition
from plait.errors import VerifyError
from plait.isa import BY_MNEMONIC
from plait.isa.value_types import (
    I32,
    I64,
    ArrayType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
)
from plait.verify import verify

RETURN_VOID = bytes([BY_MNEMONIC["RETURN_VOID"].number])
GOOD = Module("m", (), (), (), (Function("f", (), None, (), RETURN_VOID),), None)


def deep(depth: int) -> ArrayType:
    value_type = ArrayType(I32)
    for _ in range(depth - 1):
        value_type = ArrayType(value_type)
    return value_type


def doubled(depth: int) -> ValueType:
    """A type that is held by few objects, and long when it is spelled."""
    value_type: ValueType = I32
    for _ in range(depth):
        value_type = TupleType((value_type, value_type))
    return value_type


@pytest.mark.parametrize(
    ("module", "message"),
    [
        (replace(GOOD, main=1), "main is function 1, but there are 1 functions"),
        (replace(GOOD, main=-1), "main is function -1, but there are 1 functions"),
        (
            replace(GOOD, functions=(Function("f", (I32,), None, (), RETURN_VOID),), main=0),
            "main must take no parameters, but takes 1 (function 0)",
        ),
        (replace(GOOD, types=(ObjectType(16),)), "type 0: there is no class 16"),
        (replace(GOOD, types=(I32, ArrayType(TaskType(ObjectType(4))))), "type 1: there is no class 4"),
        (replace(GOOD, globals=(Global("g", InterfaceType(0)),)), "global 0: there is no interface 0"),
        (replace(GOOD, types=(TupleType(()),)), "type 0: a tuple has at least one element"),
        (
            replace(GOOD, functions=(Function("f", (), ObjectType(-1), (), RETURN_VOID),)),
            "result: there is no class -1 (function 0)",
        ),
        (
            replace(
                GOOD, functions=(Function("f", (I32,), None, (I64, ClosureType((), ObjectType(15))), RETURN_VOID),)
            ),
            "local 1: there is no class 15 (function 0)",
        ),
        (
            replace(GOOD, functions=(Function("f", (I32, ObjectType(99)), None, (), RETURN_VOID),)),
            "parameter 1: there is no class 99 (function 0)",
        ),
        (replace(GOOD, types=(TupleType((I32,) * 4000),)), "type 0: a type is composed of more than 4000 types"),
        (replace(GOOD, types=(doubled(31),)), "type 0: a type is composed of more than 4000 types"),
        (
            replace(GOOD, types=(deep(32), ArrayType(deep(32)))),
            "type 1: a type is nested more than 32 deep",
        ),
        (replace(GOOD, types=(deep(33),)), "type 0: a type is nested more than 32 deep"),
        (replace(GOOD, types=(I32,) * 65536), "too many types: more than 65535"),
        (
            replace(GOOD, functions=(Function("f", (), None, (I32,) * 4001, RETURN_VOID),)),
            "too many locals: more than 4000 (function 0)",
        ),
        (replace(GOOD, functions=(Function("f", (), None, (), b"\x04"),)), "unknown opcode 0x04 (function 0, at 0)"),
        (
            replace(GOOD, functions=(Function("f", (), None, (), b"\x00\x08\x00"),)),
            "CONST_I32 is cut off (function 0, at 1)",
        ),
        (
            replace(GOOD, functions=(Function("f", (), None, (), RETURN_VOID, (SourcePosition(1, 1, 1),)),)),
            "source positions are not sorted by offset or lie outside the code (function 0)",
        ),
    ],
)
def test_the_module_as_a_whole(module: Module, message: str) -> None:
    with pytest.raises(VerifyError) as caught:
        verify(module)
    assert str(caught.value) == message


def test_types_nest_as_deep_as_they_may() -> None:
    verify(replace(GOOD, types=(deep(32),)))


def test_an_empty_module_is_fine() -> None:
    assert verify(Module("", (), (), (), (), None)).functions == ()
