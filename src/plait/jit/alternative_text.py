"""LLVM IR of natives that may decline what they are asked: a function is called with the operands then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plait.isa.instruction import Flags
from plait.jit.call_text import guest_call
from plait.kernel import as_kernel
from plait.prepare.operations import Alternative, MachineClass, operand_classes
from plait.prepare.prepared import HEADER_SLOTS, PreparedInstruction

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText


def native_or_call(text: FunctionText, index: int, item: PreparedInstruction, kind: Alternative) -> None:
    """The operation at `index`, up to where its result is in its slot. What it has noted as work is charged behind, or
    before the call.
    """
    out, flags = text.out, kind.entry.flags
    meaning = as_kernel(kind.entry.meaning)
    arguments = text.arguments(index, item, kind, 1 if kind.gives_result else 0, {})
    given = out.call(meaning, *arguments, apart=text.is_apart(kind.entry))
    if kind.entry.has_outcome:
        both = text.unit.texts.of(meaning).result
        result = out.value(f"extractvalue {both} {given}, 0")
        outcome = out.value(f"extractvalue {both} {given}, 1")
        finish = partial(_finish, text, index, item, kind, result)
        text.after_outcome(index, outcome, flags, partial(finish, f"late{index}"))
        finish(f"at.once{index}")
    else:
        _finish(text, index, item, kind, given, f"at.once{index}")
    out.go(f"i{index + 2}" if flags & Flags.WORKS_SELDOM else f"i{index + 1}")
    out.label(f"declined{index}")
    if flags & Flags.WORKS_SELDOM:
        # The entry of the function looks at what is left.
        fuel = out.value("load i64, ptr %fuel")
        left = out.value(f"sub i64 {fuel}, {text.take_field('work')}")
        out.add(f"store i64 {left}, ptr %fuel")
    _pass_operands(text, item, kind)
    guest_call(text, index, item)
    out.go(f"i{index + 1}")


def _finish(
    text: FunctionText, index: int, item: PreparedInstruction, kind: Alternative, result: str, label: str
) -> None:
    """Keep the result of the native, unless it has declined."""
    out = text.out
    out.branch(declines(text, kind, result), f"declined{index}", label)
    out.label(label)
    if kind.result is not None:
        out.write(item.slots[0], kind.result, result)


def _pass_operands(text: FunctionText, item: PreparedInstruction, kind: Alternative) -> None:
    first = text.function.slot_count + HEADER_SLOTS
    operands = item.slots[1:] if kind.gives_result else item.slots
    for number, (slot, operand) in enumerate(zip(operands, operand_classes(kind.entry), strict=True)):
        text.out.write(first + number, operand, text.out.read(slot, operand))


def declines(text: FunctionText, kind: Alternative, result: str) -> str:
    """The condition that a result says that the native has declined."""
    out = text.out
    if kind.result is MachineClass.F64:
        return out.value(f"icmp eq i64 {out.bits(result, MachineClass.F64)}, {kind.declined}")
    held = MachineClass.BOOL if kind.result is None else kind.result
    return out.value(f"icmp eq {held.llvm} {result}, {kind.declined}")
