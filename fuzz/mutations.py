"""Damage done to modules: to their bytes, and, knowing the format, to their parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from fuzz.generate_module import generate_module
from fuzz.table_damage import damage_table, random_type
from plait.bytecode.binary import HEADER_SIZE, MAGIC, VERSION
from plait.bytecode.encoding import (
    ENCODINGS,
    Decoded,
    check_immediate,
    decode_function_code,
    encode_instruction,
    integer_range,
)
from plait.bytecode.module import Function, Module
from plait.errors import FormatError
from plait.isa import Immediate, Instruction

CORPUS_SIZE = 200
VALUES = (0, 1, -1, 2, 255, 256, 4000, 65535, 2**31 - 1, -(2**31), 2**32 - 1)


def random_bytes(random: Random) -> bytes:
    """Bytes without sense, half of them behind a proper header."""
    body = random.randbytes(random.choice((0, 1, 5, 40, 400)))
    return MAGIC + VERSION.to_bytes(4, "little") + bytes(16) + body if random.random() < 0.5 else body


@cache
def _corpus_module(seed: int) -> Module:
    return generate_module(seed, small=True)


def mutant(random: Random) -> bytes:
    """The bytes of a damaged module."""
    module = _corpus_module(random.randrange(CORPUS_SIZE))
    if random.random() < 0.55:
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            module = _damage_part(module, random)
        try:
            return module.to_bytes()
        except FormatError:
            return random_bytes(random)
    data = bytearray(module.to_bytes())
    for _ in range(random.choice((1, 1, 2, 5))):
        random.choice(BYTE_DAMAGE)(data, random)
    return bytes(data)


# Bytes


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(min(HEADER_SIZE, len(data) - 1), len(data)) if len(data) > 1 else 0


def _flip(data: bytearray, random: Random) -> None:
    data[_place(data, random)] ^= 1 << random.randrange(8)


def _overwrite(data: bytearray, random: Random) -> None:
    data[_place(data, random)] = random.randrange(256)


def _cut(data: bytearray, random: Random) -> None:
    del data[max(1, _place(data, random)) :]


def _remove(data: bytearray, random: Random) -> None:
    place = max(1, _place(data, random))
    del data[place : place + random.choice((1, 2, 4, 20))]


def _insert(data: bytearray, random: Random) -> None:
    place = _place(data, random)
    data[place:place] = random.randbytes(random.choice((1, 2, 4, 20)))


def _splice(data: bytearray, random: Random) -> None:
    """A piece of the module once more, at another place."""
    start, place = _place(data, random), _place(data, random)
    piece = data[start : start + random.choice((1, 4, 9, 40))]
    data[place : place + len(piece)] = piece


BYTE_DAMAGE: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip,
    _flip,
    _overwrite,
    _cut,
    _remove,
    _insert,
    _splice,
)


# Parts


def _damage_part(module: Module, random: Random) -> Module:
    damage = random.choices((_damage_code, _damage_signature, damage_table), (8, 2, 3))[0]
    return damage(module, random)


def _with_function(module: Module, index: int, function: Function) -> Module:
    functions = list(module.functions)
    functions[index] = function
    return replace(module, functions=tuple(functions))


def _damage_signature(module: Module, random: Random) -> Module:
    index = random.randrange(len(module.functions))
    function = module.functions[index]
    match random.randrange(4):
        case 0:
            result = None if random.random() < 0.3 else random_type(module, random)
            return _with_function(module, index, replace(function, result=result))
        case 1 if function.local_types:
            types = list(function.local_types)
            types[random.randrange(len(types))] = random_type(module, random)
            return _with_function(module, index, replace(function, local_types=tuple(types)))
        case 2 if function.parameter_types:
            parameters = list(function.parameter_types)
            parameters[random.randrange(len(parameters))] = random_type(module, random)
            return _with_function(module, index, replace(function, parameter_types=tuple(parameters)))
        case _:
            other = random.choice(module.functions)
            return _with_function(module, index, replace(function, code=other.code, local_types=other.local_types))


def _damage_code(module: Module, random: Random) -> Module:
    index = random.randrange(len(module.functions))
    function = module.functions[index]
    pieces: list[tuple[Instruction, list[int | float]]] = []
    try:
        decoded = decode_function_code(function.code)
    except FormatError:
        return module
    if not decoded:
        return module
    pieces = [(item.instruction, list(item.immediates)) for item in decoded]
    place = random.randrange(len(pieces))
    match random.randrange(6):
        case 0 | 1:
            _change_opcode(pieces, place, random)
        case 2 | 3:
            _change_immediate(pieces, decoded, place, random)
        case 4:
            other = random.randrange(len(pieces))
            pieces[place], pieces[other] = pieces[other], pieces[place]
        case _ if random.random() < 0.5:
            del pieces[place]
        case _:
            pieces.insert(random.randrange(len(pieces)), pieces[place])
    code = b"".join(encode_instruction(instruction, values) for instruction, values in pieces)
    return _with_function(module, index, replace(function, code=code, positions=()))


def _change_opcode(pieces: list[tuple[Instruction, list[int | float]]], place: int, random: Random) -> None:
    """Another instruction with immediates of the same sizes."""
    instruction, values = pieces[place]
    alike = [
        item.instruction
        for item in ENCODINGS
        if item is not None
        and [kind.format for kind in item.instruction.immediates] == [kind.format for kind in instruction.immediates]
    ]
    pieces[place] = random.choice(alike), values


def _change_immediate(
    pieces: list[tuple[Instruction, list[int | float]]], decoded: tuple[Decoded, ...], place: int, random: Random
) -> None:
    having = [index for index, (instruction, _) in enumerate(pieces) if instruction.immediates]
    if not having:
        return
    place = random.choice(having)
    instruction, values = pieces[place]
    number = random.randrange(len(values))
    kind = instruction.immediates[number]
    if kind is Immediate.F64:
        values[number] = random.choice((0.0, -0.0, 1e308, float("nan"), float("inf"), random.random()))
        return
    if kind is Immediate.JUMP:
        target = random.choice(decoded).offset
        values[number] = target - decoded[place].next_offset
        return
    low, high = integer_range(kind)
    value = random.choice((random.choice(VALUES), random.randrange(8), int(values[number]) + random.choice((-1, 1))))
    values[number] = check_immediate(kind, min(max(value, low), high))
