"""What the verifier proves, against a second computation of the same; and what becomes of mutated programs."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from plait.bytecode.assembler import assemble
from plait.bytecode.encoding import encode_instruction, find_instruction
from plait.bytecode.module import Function, Global, Module
from plait.errors import FormatError, VerifyError
from plait.isa import INSTRUCTIONS
from plait.isa.value_types import ANY, BOOL, I32, STRING, TaskType
from plait.verify import verify
from plait.verify.verified import BlockState, OpenTry

from . import naive
from .programs import ProgramMaker


@pytest.mark.parametrize("seed", range(150))
def test_random_programs(seed: int) -> None:
    module = ProgramMaker(seed, 3 + seed % 60).make()
    verified = verify(module)
    assert verified.module is module
    for function in verified.functions:
        naive.check(verified, function)


def mutated(module: Module, random: Random) -> Module | None:
    data = bytearray(module.to_bytes())
    for _ in range(random.randint(1, 3)):
        position = random.randrange(len(data))
        match random.randrange(4):
            case 0:
                data[position] = random.randrange(256)
            case 1:
                data[position] ^= 1 << random.randrange(8)
            case 2:
                data[position] = data[random.randrange(len(data))]
            case _:
                other = random.randrange(len(data))
                data[position], data[other] = data[other], data[position]
    try:
        return Module.from_bytes(bytes(data), check_integrity=False)
    except FormatError:
        return None


@pytest.mark.parametrize("seed", range(25))
def test_mutated_programs_are_refused_or_proved(seed: int) -> None:
    random = Random(seed)
    module = ProgramMaker(seed, 3 + seed).make()
    refused = proved = 0
    for _ in range(200):
        mutant = mutated(module, random)
        if mutant is None:
            continue
        try:
            verified = verify(mutant)
        except VerifyError:
            refused += 1
            continue
        proved += 1
        for function in verified.functions:
            naive.check(verified, function)
    assert refused > 0
    assert proved > 0


def random_code(random: Random) -> bytes:
    """Random bytes, or random instructions whose immediates are small, which sometimes fit together."""
    if random.random() < 0.2:
        return random.randbytes(random.randrange(1, 30))
    numbers = random.choices(sorted(INSTRUCTIONS), k=random.randrange(1, 7))
    code = bytearray()
    for instruction in [INSTRUCTIONS[number] for number in numbers]:
        values = [random.choice((0, 1, 2, 0x400, -5)) for _ in instruction.immediates]
        with suppress(FormatError):
            code += encode_instruction(instruction, values)
    return bytes(code) + encode_instruction(find_instruction("RETURN_VOID"))


@pytest.mark.parametrize("seed", range(10))
def test_random_code_is_refused_or_proved(seed: int) -> None:
    random = Random(seed)
    proved = 0
    for _ in range(500):
        functions = (Function("f", (), None, (I32, STRING), random_code(random)),)
        try:
            verified = verify(Module("m", (I32, STRING), ("a",), (Global("g", I32),), functions, 0))
        except VerifyError:
            continue
        proved += 1
        for function in verified.functions:
            naive.check(verified, function)
    assert proved > 0


def test_the_proof_in_full() -> None:
    module = assemble(
        """
        .main main
        .function callee(i32) -> i32
            LOAD_LOCAL 0
            RETURN
        .function main() -> i32
        .local i32, i32, string
            CONST_I32 1      ; 0
            STORE_LOCAL 0    ; 5
            CONST_TRUE       ; 8
            TRY caught       ; 9
            LOAD_LOCAL 0     ; 14
            CALL callee 1    ; 17
            STORE_LOCAL 1    ; 22
            CONST_TRUE       ; 25
            JUMP_IF_TRUE end ; 26
            SPAWN main 0     ; 31
            AWAIT            ; 36
            POP              ; 37
            NOP              ; 38
        end:
            END_TRY          ; 39
            POP              ; 40
            LOAD_LOCAL 1     ; 41
            RETURN           ; 44
            NOP              ; 45 unreachable
        caught:
            POP              ; 46
            POP              ; 47
            LOAD_LOCAL 0     ; 48
            RETURN           ; 51
        """,
        "m",
    )
    main = verify(module).functions[1]
    inside = (OpenTry(46, 1),)
    assert main.function is module.functions[1]
    assert 45 not in {decoded.offset for decoded in main.instructions}
    assert main.blocks == {
        0: BlockState((), ()),
        31: BlockState((BOOL,), inside),
        39: BlockState((BOOL,), inside),
        46: BlockState((BOOL, ANY), ()),
    }
    assert main.result_types == {
        0: I32,
        8: BOOL,
        14: I32,
        17: I32,
        25: BOOL,
        31: TaskType(I32),
        36: I32,
        41: I32,
        48: I32,
    }
    assert main.max_stack == 2
    live = main.live_locals
    assert [live[offset] for offset in (0, 5, 8, 9)] == [0b00, 0b00, 0b01, 0b01]
    assert [live[offset] for offset in (14, 17, 22, 25, 39)] == [0b01, 0b01, 0b01, 0b11, 0b11]
    assert [live[offset] for offset in (40, 41, 44, 46, 51)] == [0b10, 0b10, 0, 0b01, 0]


def test_equal_neighbours_share_what_they_can() -> None:
    parameters = ", ".join(["string"] * 100)
    source = f".function f({parameters})\n" + "NOP\n" * 100 + "LOAD_LOCAL 99\nNATIVE_CALL console.log 1\nRETURN_VOID"
    live = verify(assemble(source, "m")).functions[0].live_locals
    assert {live[offset] for offset in range(101)} == {1 << 99}
    assert len({id(live[offset]) for offset in range(101)}) == 1


def test_string_constants_are_strings() -> None:
    verified = verify(assemble('.function f()\nCONST_STRING "a"\nPOP\nRETURN_VOID', "m"))
    assert verified.functions[0].result_types == {0: STRING}
