"""LLVM IR of accesses to typed arrays: where the elements of an array stand, and how many there are, is looked up once
and kept in registers, until something may change it.

Nothing moves while compiled code runs: a collection has to stop the task first, which leaves the function. What lets
elements stand elsewhere, or be none any more, says so (`Flags.CHANGES_VIEWS`), or stands in a function that is called.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plait.isa.instruction import Flags
from plait.jit.element_accesses import Access, Accesses, View
from plait.jit.writer import NO_WORD
from plait.kernel import as_kernel
from plait.memory.byte_layouts import Element
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedInstruction
from plait.runtime.byte_buffers import SHIFTS
from plait.runtime.byte_elements import number_at, put_number
from plait.runtime.view_elements import bytes_of_data, elements_of_expected

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText
    from plait.jit.writer import IrWriter


class Views:
    """What a function knows of typed arrays: of each where its elements begin, how many there are, none if nothing is
    known, and, unless it is what stands in a slot, its word.
    """

    def __init__(self, out: IrWriter, found: Accesses) -> None:
        self._out = out
        self.accesses = found.by_index
        self._views = found.views
        self._found = ""
        out.watched.update({view.slot: f"{_name(view)}.length" for view in found.views if view.slot is not None})

    def declare(self) -> None:
        """Write the variables; to be called in the first block."""
        for view in self._views:
            for part in ("start", "length") if view.slot is not None else ("start", "length", "word"):
                self._out.add(f"{_name(view)}.{part} = alloca i64")
            if view.slot is None:
                self._out.add(f"store i64 {NO_WORD}, ptr {_name(view)}.word")
        self.forget()

    def forget(self) -> None:
        """Write that nothing is known."""
        for view in self._views:
            self._out.add(f"store i64 0, ptr {_name(view)}.length")

    def place(self, index: int, access: Access, word: str, place: str, is_whole: str | None) -> str:
        """Write the look-up of an element; where it stands, in the block where there is one, else on to `general`."""
        out, view = self._out, access.view
        if view is None:
            start, length = self._look_up(access, word)
            self._found = length
            self._test(place, length, is_whole, f"general{index}", f"within{index}")
        else:
            name = _name(view)
            if view.slot is None:
                known = out.value(f"load i64, ptr {name}.word")
                out.branch(out.value(f"icmp ne i64 {known}, {word}"), f"look{index}", f"known{index}")
                out.label(f"known{index}")
            self._test(place, out.value(f"load i64, ptr {name}.length"), is_whole, f"look{index}", f"within{index}")
            out.label(f"look{index}")
            start, length = self._look_up(access, word)
            if view.slot is None:
                out.add(f"store i64 {word}, ptr {name}.word")
            out.add(f"store i64 {start}, ptr {name}.start")
            out.add(f"store i64 {length}, ptr {name}.length")
            self._test(place, length, is_whole, f"general{index}", f"within{index}")
        out.label(f"within{index}")
        if view is not None:
            start = out.value(f"load i64, ptr {_name(view)}.start")
        distance = out.value(f"shl i64 {place}, {SHIFTS.values[access.element]}")
        return out.value(f"add i64 {start}, {distance}")

    def length(self, access: Access) -> str:
        """How many elements there are of an array that has just been looked up."""
        return self._found if access.view is None else self._out.value(f"load i64, ptr {_name(access.view)}.length")

    def _test(self, place: str, length: str, is_whole: str | None, outside: str, within: str) -> None:
        """Write a jump by whether a place is an index below a length."""
        out = self._out
        if is_whole is not None:
            out.branch(out.value(f"xor i1 {is_whole}, true"), outside, f"{within}.{out.counter}")
            out.label(f"{within}.{out.counter}")
        out.branch(out.value(f"icmp uge i64 {place}, {length}"), outside, within)

    def _look_up(self, access: Access, word: str) -> tuple[str, str]:
        if access.element == Element.ANY:
            found = self._out.call(as_kernel(bytes_of_data), f"i64 {word}")
        else:
            found = self._out.call(as_kernel(elements_of_expected), f"i64 {word}", f"i64 {access.element}")
        start = self._out.value(f"extractvalue {{ i64, i64 }} {found}, 0")
        return start, self._out.value(f"extractvalue {{ i64, i64 }} {found}, 1")

    def known_length(self, index: int, view: View, word: str, otherwise: str) -> str:
        """Write how many elements an array has if that is known and not none; else it goes on at a label."""
        out, name = self._out, _name(view)
        length = out.value(f"load i64, ptr {name}.length")
        is_known = out.value(f"icmp ne i64 {length}, 0")
        if view.slot is None:
            is_same = out.value(f"icmp eq i64 {out.value(f'load i64, ptr {name}.word')}, {word}")
            is_known = out.value(f"and i1 {is_known}, {is_same}")
        out.branch(out.value(f"xor i1 {is_known}, true"), otherwise, f"counted{index}")
        out.label(f"counted{index}")
        return length


def _name(view: View) -> str:
    return f"%view{view.number}"


def get_element(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`view.get` with an expected kind of elements, up to where it goes on."""
    out = text.out
    word = out.read(item.slots[1], MachineClass.ANY)
    place = _place(text, index, item, access, word)
    out.write_number(item.slots[0], out.call(as_kernel(number_at), f"i64 {place}", f"i64 {access.element}"))
    out.go(f"i{index + 1}")
    out.label(f"general{index}")
    aside = out.set_aside(index)
    found = out.support("get_element", f"i64 {word}", f"double {out.read(item.slots[2], MachineClass.F64)}")
    out.take_back(aside)
    result = out.value(f"extractvalue {{ i64, i32 }} {found}, 0")
    text.after_outcome(index, out.value(f"extractvalue {{ i64, i32 }} {found}, 1"), Flags.ALLOCATES)
    out.write(item.slots[0], MachineClass.ANY, result)
    out.go(f"i{index + 1}")


def set_element(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`view.set` with an expected kind of elements, up to where it goes on: behind the charge for its work."""
    out = text.out
    is_number, number = out.read_number(item.slots[3])
    out.branch(out.value(f"xor i1 {is_number}, true"), f"general{index}", f"number{index}")
    out.label(f"number{index}")
    word = out.read(item.slots[1], MachineClass.ANY)
    place = _place(text, index, item, access, word)
    out.call(as_kernel(put_number), f"i64 {place}", f"i64 {access.element}", f"double {number}")
    out.write(item.slots[0], MachineClass.BOOL, "true")
    out.go(f"i{index + 2}")
    out.label(f"general{index}")
    array = out.read(item.slots[1], MachineClass.ANY)
    value = out.read(item.slots[3], MachineClass.ANY)
    given = f"i64 {array}", f"double {out.read(item.slots[2], MachineClass.F64)}", f"i64 {value}"
    aside = out.set_aside(index)
    found = out.support("set_unexpected", *given)
    out.take_back(aside)
    both = text.unit.texts.of(text.unit.support["set_unexpected"]).result
    result = out.value(f"extractvalue {both} {found}, 0")
    keep = partial(out.write, item.slots[0], MachineClass.BOOL, result)
    flags = Flags.ALLOCATES | Flags.WORKS_SELDOM
    text.after_outcome(index, out.value(f"extractvalue {both} {found}, 1"), flags, keep)
    keep()
    out.go(f"i{index + 2}")


def known_length(text: FunctionText, index: int, item: PreparedInstruction, access: Access) -> None:
    """`value.length` of what is probably a typed array: its result if it is known, up to where it goes on; a block is
    open in which it is not.
    """
    out = text.out
    word = out.read(item.slots[1], MachineClass.ANY)
    assert access.view is not None
    length = text.views.known_length(index, access.view, word, f"uncounted{index}")
    out.write_number(item.slots[0], out.value(f"sitofp i64 {length} to double"))
    out.go(f"i{index + 2}")
    out.label(f"uncounted{index}")


def _place(text: FunctionText, index: int, item: PreparedInstruction, access: Access, word: str) -> str:
    """Where the element stands that an instruction names, in the block where there is one; else on to `general`."""
    place, is_whole = text.out.index_in(item.slots[2])
    return text.views.place(index, access, word, place, is_whole)
