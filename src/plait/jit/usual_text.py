"""LLVM IR of operations in code for the usual case alone, and how that code is left.

A function is compiled twice. The *usual* version holds the usual cases of operations on words (`NativeFunction.usual`);
where another comes, it writes its live values home and calls the *general* version, which is entered at that
instruction, goes on to the end and never comes back. So nothing joins the usual path, and what LLVM has learned there
(that a value is a number, what a header holds) stays true. Loops of the general version that go on for long enter the
usual one again, at the entry of the loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.isa.instruction import Flags, Instruction, NativeFunction
from plait.jit.linked_unit import general_name
from plait.kernel import Kernel, as_kernel
from plait.prepare.operations import Alternative, Compute, MachineClass, result_class
from plait.prepare.prepared import PreparedInstruction

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText


def usual_case(entry: Instruction | NativeFunction) -> Kernel | None:
    """The kernel for the usual case of an entry alone, if it has one."""
    return None if entry.usual is None else as_kernel(entry.usual)


def usual_operation(
    text: FunctionText, index: int, item: PreparedInstruction, kind: Compute | Alternative, usual: Kernel
) -> None:
    """The usual case of the operation at `index`; in every other case the code is left for the general version."""
    out = text.out
    gives_result = not isinstance(kind, Alternative) or kind.gives_result
    given = out.call(usual, *text.arguments(index, item, kind, int(gives_result), {}))
    both = text.unit.texts.of(usual).result
    if both == MachineClass.BOOL.llvm:
        _go_on_if(text, index, given)
        if gives_result:
            out.write(item.slots[0], MachineClass.BOOL, "true")
    else:
        result = out.value(f"extractvalue {both} {given}, 0")
        _go_on_if(text, index, out.value(f"extractvalue {both} {given}, 1"))
        produced = result_class(kind.entry)
        assert produced is not None
        if isinstance(kind, Alternative):
            _go_on_if(text, index, out.value(f"icmp ne {produced.llvm} {result}, {kind.declined}"))
        out.write(item.slots[0], produced, result)
    if kind.entry.flags & (Flags.WORKS | Flags.WORKS_SELDOM):
        # Past the charge: the usual case works nothing.
        out.go(f"i{index + 2}")


def _go_on_if(text: FunctionText, index: int, condition: str) -> None:
    out = text.out
    out.counter += 1
    label = f"usual{out.counter}"
    out.branch(out.value(f"xor i1 {condition}, true"), text.leaving(index), label)
    out.label(label)


def write_leaving(text: FunctionText) -> None:
    """Write the blocks in which the usual version is left."""
    out = text.out
    for index in text.left_at:
        out.label(text.leaving(index))
        text.save(index, text.function.stack_need)
        out.add(f"store i64 {index}, ptr %at")
        out.go("leave.usual")
    out.label("leave.usual")
    fuel, at = out.value("load i64, ptr %fuel"), out.value("load i64, ptr %at")
    general = f"@{general_name(text.function.index)}"
    arguments = f"ptr %base, i64 %frame, i64 {fuel}, i64 %depth, i64 {at}"
    both = out.value(f"call {{ i64, i64 }} {general}({arguments})")
    left = out.value(f"extractvalue {{ i64, i64 }} {both}, 0")
    bits = out.value(f"extractvalue {{ i64, i64 }} {both}, 1")
    out.add(f"store i64 {left}, ptr %fuel")
    produced = None if text.gives_bits else text.returned
    text.leave_with(bits if produced is None else out.from_bits(bits, produced))
