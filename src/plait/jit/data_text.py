"""LLVM IR of what is read and written of a `DataView` where the call stands (`native.data_views`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from plait.jit.element_accesses import FORMS, Access
from plait.kernel import as_kernel
from plait.kernel.memory_scopes import Scope
from plait.memory.byte_layouts import BIG_ENDIAN, Element
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedInstruction
from plait.runtime.byte_buffers import SHIFTS
from plait.runtime.byte_elements import wrapped
from plait.runtime.view_elements import data_view

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText
    from plait.jit.writer import IrWriter

SIGNED: Final = (Element.INT8, Element.INT16, Element.INT32)
FLOATS: Final = {Element.FLOAT32: "float", Element.FLOAT64: "double"}
SWAPS: Final = tuple(f"declare i{bits} @llvm.bswap.i{bits}(i{bits})" for bits in (16, 32, 64))
"""What a unit declares for numbers whose highest byte is the first."""


def is_data(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`data.isView` of what is probably known to have some bytes."""
    out = text.out
    word = out.read(item.slots[1], MachineClass.ANY)
    if access.view is not None:
        text.views.known_length(index, access.view, word, f"unknown{index}")
        out.write(item.slots[0], MachineClass.BOOL, "true")
        out.go(f"i{index + 1}")
        out.label(f"unknown{index}")
    view = out.call(as_kernel(data_view), f"i64 {word}")
    out.write(item.slots[0], MachineClass.BOOL, out.value(f"icmp ne i32 {view}, 0"))


def get_data(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`data.get` of a form, up to where it goes on; a block is open in which its meaning is called."""
    out, element = text.out, FORMS[access.form]
    word = out.read(item.slots[1], MachineClass.ANY)
    place = _place(text, index, item, access, word)
    bits = 8 << SHIFTS.values[element]
    loaded = out.value(f"load i{bits}, ptr {out.address(place)}, align 1{Scope.ELEMENTS.note}")
    out.write_number(item.slots[0], _number(out, element, bits, _turned(out, access, bits, loaded)))
    out.go(f"i{index + 1}")
    out.label(f"general{index}")


def set_data(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`data.set` of a form, as `get_data`."""
    out, element = text.out, FORMS[access.form]
    is_number, number = out.read_number(item.slots[3])
    out.branch(out.value(f"xor i1 {is_number}, true"), f"general{index}", f"number{index}")
    out.label(f"number{index}")
    word = out.read(item.slots[1], MachineClass.ANY)
    place = _place(text, index, item, access, word)
    bits = 8 << SHIFTS.values[element]
    stored = _turned(out, access, bits, _bits(out, element, bits, number))
    out.add(f"store i{bits} {stored}, ptr {out.address(place)}, align 1{Scope.ELEMENTS.note}")
    out.write(item.slots[0], MachineClass.BOOL, "true")
    out.go(f"i{index + 1}")
    out.label(f"general{index}")


def _place(text: FunctionText, index: int, item: PreparedInstruction, access: Access, word: str) -> str:
    """Where the bytes stand that an instruction names, in the block where there are so many; else on to `general`."""
    out = text.out
    place, is_whole = out.index_in(item.slots[2])
    start = text.views.place(index, access, word, place, is_whole)
    size = 1 << SHIFTS.values[FORMS[access.form]]
    if size > 1:
        end = out.value(f"add i64 {place}, {size}")
        is_cut = out.value(f"icmp ugt i64 {end}, {text.views.length(access)}")
        out.branch(is_cut, f"general{index}", f"whole{index}")
        out.label(f"whole{index}")
    return start


def _turned(out: IrWriter, access: Access, bits: int, value: str) -> str:
    if bits == 8 or not access.form & BIG_ENDIAN:
        return value
    return out.value(f"call i{bits} @llvm.bswap.i{bits}(i{bits} {value})")


def _number(out: IrWriter, element: int, bits: int, value: str) -> str:
    """The number that bits are."""
    held = FLOATS.get(Element(element))
    if held is None:
        return out.value(f"{'si' if element in SIGNED else 'ui'}tofp i{bits} {value} to double")
    number = out.value(f"bitcast i{bits} {value} to {held}")
    return number if held == "double" else out.value(f"fpext float {number} to double")


def _bits(out: IrWriter, element: int, bits: int, number: str) -> str:
    """The bits that a number is."""
    held = FLOATS.get(Element(element))
    if held is None:
        whole = out.call(as_kernel(wrapped), f"double {number}")
        return out.value(f"trunc i64 {whole} to i{bits}")
    value = number if held == "double" else out.value(f"fptrunc double {number} to float")
    return out.value(f"bitcast {held} {value} to i{bits}")
