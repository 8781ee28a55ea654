"""Operations whose LLVM IR is not the call of their meaning, because of how their operands are held (`slot_plan`), or
because of what is known of them. What they do is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from plait.jit.data_text import get_data, is_data, set_data
from plait.jit.element_accesses import Access
from plait.jit.number_text import is_absent, unbox_number
from plait.jit.slot_plan import whole_constant
from plait.jit.view_text import get_element, set_element
from plait.jit.writer import constant_text
from plait.memory.errors import ErrorCode
from plait.memory.kinds import TypeSelector
from plait.prepare.operations import Branch, Compute, MachineClass, entry_name
from plait.prepare.prepared import PreparedInstruction

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText

COMPARISONS: Final = {"FLT": "slt", "FLE": "sle", "FGT": "sgt", "FGE": "sge", "FEQ": "eq", "FNE": "ne"}
"""The comparisons of f64, and how LLVM compares the same whole numbers."""

EXTENSIONS: Final = {"I32_TO_F64": "sext", "U32_TO_F64": "zext"}


def compute_in_line(text: FunctionText, index: int, item: PreparedInstruction, kind: Compute) -> bool:
    """Write an operation, up to where it goes on, if it is one of these."""
    access = text.views.accesses.get(index)
    if access is not None:
        return _on_array(text, index, item, access, entry_name(kind.entry))
    condition = condition_in_line(text, item, kind)
    if condition is not None:
        text.out.write(item.slots[0], MachineClass.BOOL, condition)
        return True
    return _on_wholes(text, index, item, kind) or _on_numbers(text, index, item, kind)


def _on_array(text: FunctionText, index: int, item: PreparedInstruction, access: Access, name: str) -> bool:
    """Write an access to an array; whether that is all of it, or a block is open in which its meaning is called."""
    match name:
        case "view.get":
            get_element(text, index, item, access)
        case "view.set":
            set_element(text, index, item, access)
        case "data.isView":
            is_data(text, index, item, access)
        case "data.get":
            get_data(text, index, item, access)
            return False
        case _:
            set_data(text, index, item, access)
            return False
    return True


def condition_in_line(text: FunctionText, item: PreparedInstruction, kind: Compute | Branch) -> str | None:
    """Write an operation that gives a bool, if it is one of these; its result."""
    name, plan = entry_name(kind.entry), text.out.plan
    if name in COMPARISONS:
        operands = _whole_operands(text, item, kind)
        return None if operands is None else text.out.value(f"icmp {COMPARISONS[name]} i64 {', '.join(operands)}")
    if not item.slots or item.slots[-1] not in plan.numbers:
        return None
    if name == "ANY_IS" and item.immediate == TypeSelector.NUMBER:
        return text.out.read_number(item.slots[-1])[0]
    return is_absent(text, item.slots[-1]) if name == "value.isAbsent" else None


def expected_condition(item: PreparedInstruction, kind: Branch) -> bool | None:
    """What an operation that gives a bool probably gives: words that are asked are numbers, and values there are."""
    match entry_name(kind.entry):
        case "ANY_IS" if item.immediate == TypeSelector.NUMBER:
            return True
        case "value.isAbsent":
            return False
        case _:
            return None


def _whole_operands(text: FunctionText, item: PreparedInstruction, kind: Compute | Branch) -> list[str] | None:
    """The operands of a comparison if both are whole, one of them maybe a constant."""
    slots = list(item.slots if isinstance(kind, Branch) else item.slots[1:])
    if not all(slot in text.out.plan.wholes for slot in slots):
        return None
    operands = [text.out.read_whole(slot) for slot in slots]
    if kind.constant is not None:
        constant = whole_constant(item.immediate)
        if constant is None:
            return None
        operands.insert(kind.constant, str(constant))
    return operands


def _on_wholes(text: FunctionText, index: int, item: PreparedInstruction, kind: Compute) -> bool:
    out, wholes, name = text.out, text.out.plan.wholes, entry_name(kind.entry)
    if name in EXTENSIONS and kind.constant is None and item.slots[0] in wholes:
        out.write_whole(
            item.slots[0], out.value(f"{EXTENSIONS[name]} i32 {out.read(item.slots[1], MachineClass.I32)} to i64")
        )
        return True
    if len(item.slots) != 2 or item.slots[1] not in wholes:
        return False
    if name in ("FADD", "FSUB") and item.slots[0] in wholes:
        operation = "add" if name == "FADD" else "sub"
        step = whole_constant(item.immediate)
        out.write_whole(item.slots[0], out.value(f"{operation} i64 {out.read_whole(item.slots[1])}, {step}"))
        return True
    if name == "F64_TO_I32_WRAP":
        out.write(item.slots[0], MachineClass.I32, out.value(f"trunc i64 {out.read_whole(item.slots[1])} to i32"))
        return True
    if name == "F64_TO_INDEX":
        _whole_to_index(text, index, item)
        return True
    return False


def _whole_to_index(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    out = text.out
    whole = out.read_whole(item.slots[1])
    low = out.value(f"trunc i64 {whole} to i32")
    is_cut = out.value(f"icmp ne i64 {out.value(f'sext i32 {low} to i64')}, {whole}")
    out.branch(is_cut, f"odd{index}", f"done{index}")
    out.label(f"odd{index}")
    text.throw_code(index, int(ErrorCode.INDEX_NOT_INTEGER))
    out.label(f"done{index}")
    out.write(item.slots[0], MachineClass.I32, low)


def _on_numbers(text: FunctionText, index: int, item: PreparedInstruction, kind: Compute) -> bool:
    out, numbers = text.out, text.out.plan.numbers
    match entry_name(kind.entry):
        case "BOX_F64" if item.slots[0] in numbers:
            constant = kind.constant is not None
            number = (
                constant_text(item.immediate, MachineClass.F64)
                if constant
                else out.read(item.slots[1], MachineClass.F64)
            )
            out.write_number(item.slots[0], number)
            return True
        case "BOX_I32" if item.slots[0] in numbers and kind.constant is None:
            whole = out.read(item.slots[1], MachineClass.I32)
            out.write_number(item.slots[0], out.value(f"sitofp i32 {whole} to double"))
            return True
        case "UNBOX_F64" if kind.constant is None and item.slots[1] in numbers:
            unbox_number(text, index, item)
            return True
        case _:
            return False
