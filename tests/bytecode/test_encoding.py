"""Every instruction of the table through all forms of code."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.bytecode.assembler import assemble
from plait.bytecode.disassembler import disassemble
from plait.bytecode.encoding import (
    CodeError,
    decode_function_code,
    encode_instruction,
    find_instruction,
    instruction_size,
    integer_range,
)
from plait.bytecode.module import Function, Module
from plait.errors import FormatError
from plait.isa import INSTRUCTIONS, Immediate, Instruction

from . import modules

ALL = [INSTRUCTIONS[number] for number in sorted(INSTRUCTIONS)]
UNUSED = [number for number in range(256) if number not in INSTRUCTIONS]


def code_of(mnemonic: str, *immediates: int | float) -> bytes:
    return encode_instruction(find_instruction(mnemonic), immediates)


def extremes(instruction: Instruction) -> list[tuple[int | float, ...]]:
    """Immediates at both ends of their ranges."""
    choices: list[tuple[int | float, ...]] = [
        (-0.0, modules.float_of(0x7FF0000000000001)) if kind is Immediate.F64 else integer_range(kind)
        for kind in instruction.immediates
    ]
    return [tuple(choice[end] for choice in choices) for end in (0, 1)]


@pytest.mark.parametrize("instruction", ALL, ids=lambda entry: entry.mnemonic)
def test_every_instruction_in_every_form(instruction: Instruction) -> None:
    for immediates in extremes(instruction):
        code = encode_instruction(instruction, immediates)
        assert len(code) == instruction_size(instruction)
        assert code[0] == instruction.number
        (decoded,) = decode_function_code(code)
        assert (decoded.offset, decoded.next_offset, decoded.instruction) == (0, len(code), instruction)
        assert encode_instruction(decoded.instruction, decoded.immediates) == code
        module = Module("m", (), (), (), (Function("f", (), None, (), code),), None)
        text = disassemble(module)
        assert instruction.mnemonic in text
        assert assemble(text, "m.plasm") == module
        assert Module.from_bytes(module.to_bytes()) == module


@pytest.mark.parametrize("instruction", ALL, ids=lambda entry: entry.mnemonic)
def test_immediates_are_checked(instruction: Instruction) -> None:
    good = extremes(instruction)[0]
    with pytest.raises(FormatError, match=f"{instruction.mnemonic} takes {len(good)} immediate"):
        encode_instruction(instruction, (*good, 0))
    for position, kind in enumerate(instruction.immediates):
        bad_values: list[int | float] = [True]
        if kind is Immediate.F64:
            bad_values.append(2**53 + 1)
        else:
            least, greatest = integer_range(kind)
            bad_values += [least - 1, greatest + 1, 0.0]
        for bad in bad_values:
            with pytest.raises(FormatError, match=f"{instruction.mnemonic}: the {kind.name} immediate"):
                encode_instruction(instruction, (*good[:position], bad, *good[position + 1 :]))


@pytest.mark.parametrize("instruction", [entry for entry in ALL if entry.immediates], ids=lambda entry: entry.mnemonic)
def test_truncated(instruction: Instruction) -> None:
    code = encode_instruction(instruction, extremes(instruction)[0])
    nop = code_of("NOP")
    for length in range(1, len(code)):
        with pytest.raises(CodeError) as caught:
            decode_function_code(nop + code[:length])
        assert caught.value.position == 1
        assert str(caught.value) == f"{instruction.mnemonic} is cut off at byte 1 of the code"


@pytest.mark.parametrize("number", UNUSED)
def test_unknown_opcode(number: int) -> None:
    with pytest.raises(FormatError, match=f"unknown opcode 0x{number:02x} at byte 1 of the code"):
        decode_function_code(code_of("NOP") + bytes([number]))


def test_layout_is_little_endian_in_order() -> None:
    assert code_of("CONST_I32", -2) == b"\x08\xfe\xff\xff\xff"
    assert code_of("CALL", 0x0102, 3) == b"\x70\x02\x01\x03\x00"
    assert code_of("CONST_F64", 1) == b"\x09" + struct.pack("<d", 1.0)
    assert code_of("JUMP", -5) == b"\x68\xfb\xff\xff\xff"


def test_targets_count_from_the_end_of_the_instruction() -> None:
    jump, back = decode_function_code(code_of("JUMP", 5) + code_of("JUMP", -10))
    assert (jump.target, back.target) == (10, 0)


@given(st.binary(max_size=60))
def test_any_bytes_decode_or_say_where_not(code: bytes) -> None:
    try:
        decoded = decode_function_code(code)
    except CodeError as error:
        decoded = decode_function_code(code[: error.position])
        code = code[: error.position]
    assert b"".join(encode_instruction(entry.instruction, entry.immediates) for entry in decoded) == code


def test_unknown_mnemonic() -> None:
    with pytest.raises(FormatError, match="no instruction is called 'ADD'"):
        find_instruction("ADD")
