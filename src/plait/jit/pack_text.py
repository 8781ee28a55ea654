"""LLVM IR of making objects and arrays of outgoing slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.isa.instruction import Flags
from plait.memory.layouts import DATA, ArrayObject, Storage
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import HEADER_SLOTS, PreparedInstruction

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText

_ELEMENTS = {
    Storage.BYTE: ("i8", 1),
    Storage.WORD: ("i32", 4),
    Storage.REFERENCE: ("i32", 4),
    Storage.DOUBLE: ("i64", 8),
    Storage.ANY: ("i64", 8),
}
"""The LLVM type and the bytes of an element in its store."""


def pack_object(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """PACK: an object of the outgoing slots."""
    out = text.out
    made = _made(text, index, "new_object_of", f"i32 {item.immediate & 0xFFFFFFFF}")
    start = out.value(f"zext i32 {made} to i64")
    for number in range(item.immediate >> 32):
        place = out.address(out.value(f"add i64 {start}, {DATA + 8 * number}"))
        out.add(f"store i64 {_outgoing(text, number)}, ptr {place}")
    out.write(item.slots[0], MachineClass.REFERENCE, made)


def pack_array(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """PACK_ARRAY: an array of the outgoing slots."""
    out = text.out
    word, count = item.immediate & 0xFFFFFFFF, item.immediate >> 32
    made = _made(text, index, "new_array_for", f"i64 {word}", f"i64 {count}")
    llvm, size = _ELEMENTS[Storage(word & 0xFF)]
    array = out.value(f"zext i32 {made} to i64")
    field = out.address(out.value(f"add i64 {array}, {ArrayObject.LAYOUT['store'].offset}"))
    start = out.value(f"zext i32 {out.value(f'load i32, ptr {field}')} to i64")
    for number in range(count):
        bits = _outgoing(text, number)
        value = bits if llvm == "i64" else out.value(f"trunc i64 {bits} to {llvm}")
        place = out.address(out.value(f"add i64 {start}, {DATA + size * number}"))
        out.add(f"store {llvm} {value}, ptr {place}")
    out.write(item.slots[0], MachineClass.REFERENCE, made)


def _made(text: FunctionText, index: int, kernel: str, *arguments: str) -> str:
    """Call the kernel that allocates; what it made, in the block where there was memory for it."""
    pair = text.out.support(kernel, *arguments)
    made = text.out.value(f"extractvalue {{ i32, i32 }} {pair}, 0")
    text.after_outcome(index, text.out.value(f"extractvalue {{ i32, i32 }} {pair}, 1"), Flags.ALLOCATES)
    return made


def _outgoing(text: FunctionText, number: int) -> str:
    """The 8 bytes of an outgoing slot."""
    first = text.function.slot_count + HEADER_SLOTS
    return text.out.value(f"load i64, ptr {text.out.slot(first + number)}")
