"""The rules for the module as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plait.bytecode.module import Function, Module, SourcePosition
from plait.errors import VerifyError
from plait.isa import BY_MNEMONIC
from plait.isa.value_types import I32, I64, ArrayType, TaskType
from plait.verify import verify

RETURN_VOID = bytes([BY_MNEMONIC["RETURN_VOID"].number])
GOOD = Module("m", (), (), (), (Function("f", (), None, (), RETURN_VOID),), None)


def deep(depth: int) -> ArrayType:
    value_type = ArrayType(I32)
    for _ in range(depth - 1):
        value_type = ArrayType(value_type)
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
        (replace(GOOD, types=(I64,)), "type 0 is i64, but i64 is not there yet"),
        (replace(GOOD, types=(I32, ArrayType(TaskType(I64)))), "type 1 is array(task(i64)), but i64 is not there yet"),
        (
            replace(GOOD, functions=(Function("f", (), I64, (), RETURN_VOID),)),
            "the result is i64, but i64 is not there yet (function 0)",
        ),
        (
            replace(GOOD, functions=(Function("f", (I32,), None, (I64,), RETURN_VOID),)),
            "local 1 is i64, but i64 is not there yet (function 0)",
        ),
        (replace(GOOD, types=(deep(33),)), "a type is nested more than 32 deep"),
        (replace(GOOD, types=(I32,) * 65536), "too many types: more than 65535"),
        (
            replace(GOOD, functions=(Function("f", (), None, (I32,) * 4001, RETURN_VOID),)),
            "too many locals: more than 4000 (function 0)",
        ),
        (replace(GOOD, functions=(Function("f", (), None, (), b"\xff"),)), "unknown opcode 0xff (function 0, at 0)"),
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
