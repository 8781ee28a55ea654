"""LLVM IR of operations on number slots: words that are probably numbers, held apart (`slot_plan`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from plait.memory.errors import ErrorCode
from plait.memory.layouts import ABSENT
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedInstruction

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText


def unbox_number(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """UNBOX_F64 of a number slot."""
    out = text.out
    is_number, number = out.read_number(item.slots[1])
    out.branch(out.value(f"xor i1 {is_number}, true"), f"odd{index}", f"done{index}")
    out.label(f"odd{index}")
    text.throw_code(index, int(ErrorCode.BAD_CAST))
    out.label(f"done{index}")
    out.write(item.slots[0], MachineClass.F64, number)


def is_absent(text: FunctionText, slot: int) -> str:
    """Whether the word in a number slot is absent."""
    return text.out.value(f"icmp eq i64 {text.out.other_word(slot)}, {ABSENT}")


def add_numbers(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """`dynamic.add` of two numbers, up to where it goes on; a block is open for all other words."""
    out = text.out
    one, left = out.read_number(item.slots[1])
    other, right = out.read_number(item.slots[2])
    are_numbers = out.value(f"and i1 {one}, {other}")
    out.branch(out.value(f"xor i1 {are_numbers}, true"), f"words{index}", f"numbers{index}")
    out.label(f"numbers{index}")
    out.write_number(item.slots[0], out.value(f"fadd double {left}, {right}"))
    out.go(f"i{index + 2}")
    out.label(f"words{index}")


def take_number(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """`dynamic.number` of a number, up to where it goes on; a block is open for all other words."""
    out = text.out
    is_number, number = out.read_number(item.slots[1])
    out.branch(out.value(f"xor i1 {is_number}, true"), f"word{index}", f"number{index}")
    out.label(f"number{index}")
    out.write(item.slots[0], MachineClass.F64, number)
    out.go(f"i{index + 1}")
    out.label(f"word{index}")


ON_NUMBERS: Final[dict[str, Callable[[FunctionText, int, PreparedInstruction], None]]] = {
    "dynamic.add": add_numbers,
    "dynamic.number": take_number,
}
"""Natives whose usual case is written here: up to where it goes on, with a block open for every other."""
