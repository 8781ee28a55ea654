"""Instructions as bytes: opcode, then the immediates in order, little endian. All of it comes from the table."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from plait.errors import FormatError
from plait.isa import BY_MNEMONIC, INSTRUCTIONS, Immediate, Instruction


class CodeError(FormatError):
    """Bytes that are not instructions: `reason`, and the byte `position` in the function's code."""

    def __init__(self, reason: str, position: int) -> None:
        self.reason = reason
        self.position = position
        super().__init__(f"{reason} at byte {position} of the code")


class Decoded(NamedTuple):
    """One instruction of a function's code: its byte offset, that of the next instruction, entry and immediates."""

    offset: int
    next_offset: int
    instruction: Instruction
    immediates: tuple[int | float, ...]

    @property
    def target(self) -> int:
        """The byte offset that a jump (or a TRY's handler) leads to."""
        return self.next_offset + int(self.immediates[0])


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one instruction is laid out: `layout` packs the immediates behind the opcode; `size` includes the opcode."""

    instruction: Instruction
    layout: struct.Struct
    size: int


def _encoding(instruction: Instruction) -> Encoding:
    layout = struct.Struct("<" + "".join(immediate.format for immediate in instruction.immediates))
    return Encoding(instruction, layout, 1 + layout.size)


ENCODINGS: tuple[Encoding | None, ...] = tuple(
    _encoding(INSTRUCTIONS[number]) if number in INSTRUCTIONS else None for number in range(256)
)
"""The encoding of every opcode, by number; None where no instruction has the number."""


@dataclass(frozen=True, slots=True)
class PlainEncoding:
    """The encoding of an instruction of which no immediate is a jump; `kinds` are the classes of its immediates."""

    kinds: tuple[type, ...]
    opcode: bytes
    layout: struct.Struct

    def encode(self, immediates: tuple[object, ...]) -> bytes | None:
        """The bytes of the instruction; None for immediates that are wrong, or not of these very classes."""
        kinds = self.kinds
        if len(immediates) != len(kinds):
            return None
        if not kinds:
            return self.opcode
        for value, kind in zip(immediates, kinds, strict=True):
            if type(value) is not kind:
                return None
        try:
            return self.opcode + self.layout.pack(*immediates)
        except struct.error:
            return None


PLAIN_ENCODINGS: dict[str, PlainEncoding] = {
    item.instruction.mnemonic: PlainEncoding(
        tuple(float if kind is Immediate.F64 else int for kind in item.instruction.immediates),
        bytes((item.instruction.number,)),
        item.layout,
    )
    for item in ENCODINGS
    if item is not None and Immediate.JUMP not in item.instruction.immediates
}
"""The quick way to encode most instructions."""


def find_instruction(mnemonic: str) -> Instruction:
    """The entry of a mnemonic. Raises `FormatError` when there is none."""
    instruction = BY_MNEMONIC.get(mnemonic)
    if instruction is None:
        raise FormatError(f"no instruction is called {mnemonic!r}")
    return instruction


def instruction_size(instruction: Instruction) -> int:
    """The number of bytes that the instruction takes, opcode included."""
    encoding = ENCODINGS[instruction.number]
    assert encoding is not None
    return encoding.size


@cache
def integer_range(immediate: Immediate) -> tuple[int, int]:
    """The least and the greatest value of an immediate; not for F64."""
    bits = 8 * struct.calcsize("<" + immediate.format)
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if immediate.format.islower() else (0, (1 << bits) - 1)


def check_immediate(immediate: Immediate, value: object) -> int | float:
    """The value, if it is one that the immediate can hold. Raises `FormatError` otherwise."""
    if immediate is Immediate.F64:
        if isinstance(value, float):
            return value
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 2**53:
            return float(value)
        raise FormatError(f"the F64 immediate cannot be {value!r}")
    if not isinstance(value, int) or isinstance(value, bool):
        raise FormatError(f"the {immediate.name} immediate must be an integer, not {value!r}")
    least, greatest = integer_range(immediate)
    if not least <= value <= greatest:
        raise FormatError(f"the {immediate.name} immediate must be from {least} to {greatest}, not {value}")
    return value


def encode_instruction(instruction: Instruction, immediates: Sequence[int | float] = ()) -> bytes:
    """The bytes of one instruction. Raises `FormatError` for a wrong number, kind or range of immediates."""
    kinds = instruction.immediates
    if len(immediates) != len(kinds):
        raise FormatError(f"{instruction.mnemonic} takes {len(kinds)} immediate(s), not {len(immediates)}")
    encoding = ENCODINGS[instruction.number]
    assert encoding is not None
    try:
        values = [check_immediate(kind, value) for kind, value in zip(kinds, immediates, strict=True)]
    except FormatError as error:
        raise FormatError(f"{instruction.mnemonic}: {error}") from None
    return bytes((instruction.number,)) + encoding.layout.pack(*values)


def decode_function_code(code: bytes) -> tuple[Decoded, ...]:
    """All instructions of a function's code, in order. Raises `CodeError` for an unknown or truncated instruction."""
    decoded: list[Decoded] = []
    append = decoded.append
    new = tuple.__new__  # Named tuples have a constructor in Python around it.
    offset = 0
    end = len(code)
    while offset < end:
        encoding = ENCODINGS[code[offset]]
        if encoding is None:
            raise CodeError(f"unknown opcode 0x{code[offset]:02x}", offset)
        next_offset = offset + encoding.size
        if next_offset > end:
            raise CodeError(f"{encoding.instruction.mnemonic} is cut off", offset)
        immediates = encoding.layout.unpack_from(code, offset + 1) if encoding.size > 1 else ()
        append(new(Decoded, (offset, next_offset, encoding.instruction, immediates)))
        offset = next_offset
    return tuple(decoded)
