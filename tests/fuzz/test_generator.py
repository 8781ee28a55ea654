"""The random modules of the fuzzers: the verifier accepts them, and they use the whole machine."""

from __future__ import annotations

from fuzz.generate_module import generate_module

from plait.bytecode.assembler import assemble
from plait.bytecode.disassembler import disassemble
from plait.bytecode.encoding import decode_function_code
from plait.bytecode.module import Module
from plait.isa import BY_MNEMONIC
from plait.verify import verify


def test_modules_are_accepted_and_have_both_forms() -> None:
    for seed in range(60):
        module = generate_module(seed)
        verify(module)
        assert Module.from_bytes(module.to_bytes()) == module
        assert assemble(disassemble(module), "module.plasm") == module


def test_modules_use_every_instruction() -> None:
    unused = set(BY_MNEMONIC)
    for seed in range(500):
        for function in generate_module(seed, small=True).functions:
            unused -= {decoded.instruction.mnemonic for decoded in decode_function_code(function.code)}
    assert unused == set()
