"""LLVM IR of operations in code for the usual case alone, and how that code is left.

A function has two versions. The *usual* version holds the usual cases of operations on words (`NativeFunction.usual`);
where another comes, it writes its live values home and is left for good: the *general* version, which is entered at
that instruction, goes on to the end. So nothing joins the usual path, and what LLVM has learned there (that a value is
a number, what a header holds) stays true. Loops of the general version that go on for long enter the usual one again,
at the entry of the loop.

Most functions hardly meet the unusual. The general version is compiled when the usual one has been left often; until
then the interpreter stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from plait.isa.instruction import Flags, Instruction, NativeFunction
from plait.isa.resolvers import EXPECTED
from plait.jit.number_text import ON_NUMBERS
from plait.jit.view_text import known_length
from plait.kernel import Kernel, as_kernel
from plait.kernel.memory_scopes import Scope
from plait.kernel.worker_page import LOOP_TABLE
from plait.memory.layouts import Object
from plait.prepare.operations import Alternative, Compute, Control, MachineClass, entry_name, result_class
from plait.prepare.prepared import PreparedInstruction
from plait.runtime.dynamic import is_reference

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText


FUNCTION_OF: Final = "function.of"


def usual_case(entry: Instruction | NativeFunction) -> Kernel | None:
    """The kernel for the usual case of an entry alone, if it has one."""
    return None if entry.usual is None else as_kernel(entry.usual)


def usual_operation(
    text: FunctionText, index: int, item: PreparedInstruction, kind: Compute | Alternative, usual: Kernel
) -> None:
    """The usual case of the operation at `index`; in every other case the code is left for the general version."""
    out, name = text.out, entry_name(kind.entry)
    access = text.views.accesses.get(index)
    if access is not None:
        known_length(text, index, item, access)
    elif name in ON_NUMBERS:
        ON_NUMBERS[name](text, index, item)
        out.go(text.leaving(index))
        return
    gives_result = not isinstance(kind, Alternative) or kind.gives_result
    info = _expected_info(text, index, item) if name == FUNCTION_OF else None
    if info is not None:
        _take_expected(text, index, item, info)
    given = out.call(usual, *text.arguments(index, item, kind, int(gives_result), {}))
    both = text.unit.texts.of(usual).result
    if both == MachineClass.BOOL.llvm:
        _go_on_if(text, index, given)
        if gives_result:
            out.write(item.slots[0], MachineClass.BOOL, "true")
    else:
        result = out.value(f"extractvalue {both} {given}, 0")
        produced = result_class(kind.entry)
        assert produced is not None
        if isinstance(kind, Alternative) and kind.result is not MachineClass.F64:
            # The result of every other case is that by which the native declines.
            is_usual = out.value(f"icmp ne {produced.llvm} {result}, {kind.declined}")
        else:
            is_usual = out.value(f"extractvalue {both} {given}, 1")
        _go_on_if(text, index, is_usual)
        out.write(item.slots[0], produced, result)
    if kind.entry.flags & (Flags.WORKS | Flags.WORKS_SELDOM):
        # Past the charge: the usual case works nothing.
        out.go(f"i{index + 2}")


def _expected_info(text: FunctionText, index: int, item: PreparedInstruction) -> int | None:
    """Of the function that the call behind `function.of` probably enters: the type info of its closures."""
    for behind in text.function.instructions[index + 1 :]:
        kind = behind.operation.kind
        if isinstance(kind, Compute) and finds_expected(kind):
            is_of_it = behind.slots[1] == item.slots[0]
            return text.unit.module.layout.closure_info(behind.immediate) if is_of_it else None
        if kind not in (Control.MOVE, Control.PAD, Control.CONSTANT, Control.CONSTANT_STRING):
            return None
    return None


def _take_expected(text: FunctionText, index: int, item: PreparedInstruction, info: int) -> None:
    """Go on at once if a word is a closure of the expected function: nothing else has its type info at that place
    (`memory.layouts.ObjectHeader`).
    """
    out = text.out
    word = out.read(item.slots[1], MachineClass.ANY)
    out.counter += 1
    number = out.counter
    out.fork(out.call(as_kernel(is_reference), f"i64 {word}"), f"reference{number}", f"other{number}")
    out.label(f"reference{number}")
    closure = out.value(f"trunc i64 {word} to i32")
    out.fork(_has_info(text, closure, info), f"closure{number}", f"other{number}")
    out.label(f"closure{number}")
    out.write(item.slots[0], MachineClass.REFERENCE, closure)
    out.go(f"i{index + 1}")
    out.label(f"other{number}")


def finds_expected(kind: Compute) -> bool:
    """Whether an operation finds the function of a closure that probably is of a certain one."""
    return entry_name(kind.entry) == EXPECTED


def usual_callee(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """Write which function a closure is of where it is of the expected one; elsewhere, the code that
    comes next finds out.
    """
    out = text.out
    info = text.unit.module.layout.closure_info(item.immediate)
    if info is None:
        return
    closure = out.read(item.slots[1], MachineClass.REFERENCE)
    out.counter += 1
    number = out.counter
    out.fork(_has_info(text, closure, info), f"known{number}", f"unknown{number}")
    out.label(f"known{number}")
    out.write(item.slots[0], MachineClass.I32, str(item.immediate))
    out.go(f"i{index + 1}")
    out.label(f"unknown{number}")


def _has_info(text: FunctionText, closure: str, info: int) -> str:
    """The condition that an object has a type info."""
    out = text.out
    place = out.value(f"add i64 {out.value(f'zext i32 {closure} to i64')}, {Object.LAYOUT['info'].offset}")
    found = out.value(f"load i32, ptr {out.address(place)}, align 4{Scope.PROGRAMS.note}")
    return out.value(f"icmp eq i32 {found}, {info}")


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
        _learn(text, index)
        text.save(index, text.function.stack_need)
        out.add(f"store i64 {index}, ptr %at")
        out.keep_apart(index)
        out.go("leave.usual")
    out.label("leave.usual")
    bits = go_on(text, out.value("load i64, ptr %at"))
    produced = None if text.gives_bits else text.returned
    text.leave_with(bits if produced is None else out.from_bits(bits, produced))


def go_on(text: FunctionText, at: str) -> str:
    """Go on elsewhere at an instruction to the end of the function; the value that it gives, as 8 bytes."""
    out = text.out
    fuel = out.value("load i64, ptr %fuel")
    both = out.call(
        text.unit.interpreted.go_on,
        "i64 %frame",
        f"i64 {text.function.index}",
        f"i64 {at}",
        f"i64 {fuel}",
        "i64 %depth",
    )
    out.add(f"store i64 {out.value(f'extractvalue {{ i64, i64 }} {both}, 0')}, ptr %fuel")
    return out.value(f"extractvalue {{ i64, i64 }} {both}, 1")


def _learn(text: FunctionText, index: int) -> None:
    """Let the site of an instruction learn, if it has one that does."""
    item = text.function.instructions[index]
    kind = item.operation.kind
    assert isinstance(kind, Compute | Alternative)
    learns = kind.entry.learns if isinstance(kind.entry, NativeFunction) else None
    if learns is not None:
        gives_result = not isinstance(kind, Alternative) or kind.gives_result
        text.out.call(as_kernel(learns), *text.arguments(index, item, kind, int(gives_result), {}))


def enter_usual(text: FunctionText, loop: int, index: int, otherwise: str) -> None:
    """Go on in the usual version where the general one has come to a loop, if code that is entered there is compiled;
    else ask for that code, and go to a label.
    """
    out = text.out
    is_compiled = out.support("ask_for_loop", f"i64 {loop}")
    out.counter += 1
    label = f"entering{out.counter}"
    out.branch(is_compiled, label, otherwise)
    out.label(label)
    text.save(index, text.function.stack_need)
    table = out.value(f"load ptr, ptr {out.address(str(LOOP_TABLE))}")
    entry = out.value(f"getelementptr ptr, ptr {table}, i64 {loop}")
    code = out.value(f"load ptr, ptr {entry}")
    fuel = out.value("load i64, ptr %fuel")
    both = out.value(f"call {{ i64, i64 }} {code}(ptr %base, i64 %frame, i64 {fuel}, i64 %depth)")
    out.add(f"store i64 {out.value(f'extractvalue {{ i64, i64 }} {both}, 0')}, ptr %fuel")
    text.leave_with(out.value(f"extractvalue {{ i64, i64 }} {both}, 1"))
