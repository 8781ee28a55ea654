"""LLVM IR of calls from one guest function to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.jit.callees import DYNAMIC, callee_of
from plait.jit.exits import Exit
from plait.jit.limits import INLINED_CALLS
from plait.jit.linked_unit import body_name
from plait.kernel.worker_page import BODY_TABLE
from plait.memory.errors import ErrorCode
from plait.memory.layouts import Frame
from plait.prepare.operations import MachineClass, machine_class
from plait.prepare.prepared import HEADER_SLOTS, DynamicSignature, PreparedInstruction
from plait.tasks.stops import StopReason

if TYPE_CHECKING:
    from plait.jit.function_text import FunctionText


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: the callee's index (an LLVM value) and signature, and the LLVM values that it gets.

    `member` is the index of a callee that is compiled in the same unit: certainly the one that is called, or, if
    `is_expected`, probably.
    """

    index: int
    callee: str
    member: int | None
    is_expected: bool
    signature: DynamicSignature
    frame: str
    fuel: str
    depth: str
    values: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The LLVM type of the result; i64 where there is none."""
        return "i64" if self.signature.result is None else self.signature.result.llvm

    @property
    def passed(self) -> str:
        """All arguments of the call of the body."""
        own = ["ptr %base", f"i64 {self.frame}", f"i64 {self.fuel}", f"i64 {self.depth}"]
        pairs = zip(self.signature.parameters, self.values, strict=True)
        return ", ".join([*own, *(f"{item.llvm} {value}" for item, value in pairs)])


def guest_call(text: FunctionText, index: int, item: PreparedInstruction) -> None:
    """The call at `index`, up to where its result is in its slot."""
    out = text.out
    out.branch(out.value("icmp eq i64 %depth, 0"), f"deep{index}", f"call{index}")
    out.label(f"deep{index}")
    text.throw_code(index, int(ErrorCode.STACK_OVERFLOW))
    out.label(f"call{index}")
    text.views.forget()
    call = _make_call(text, index, item)
    aside = out.set_aside(index) if call.member not in text.unit.inlined else []
    if call.member is None:
        left, value = _call_outside(text, call)
    elif call.is_expected:
        left, value = _call_expected(text, call, call.member)
    else:
        left, value = _call_member(text, call, call.member)
    out.take_back(aside)
    out.branch(out.value(f"icmp slt i64 {left}, 0"), f"stopped{index}", f"returned{index}")
    out.label(f"stopped{index}")
    _after_stopped_call(text, index)
    out.label(f"returned{index}")
    out.add(f"store i64 {left}, ptr %fuel")
    if call.signature.result is not None:
        out.write(item.slots[0], call.signature.result, value)


def _make_call(text: FunctionText, index: int, item: PreparedInstruction) -> _Call:
    out, unit = text.out, text.unit
    number = item.immediate & 0xFFFFFFFF
    is_expected = item.operation.kind in DYNAMIC
    if is_expected:
        signature = unit.module.layout.signatures[number]
        callee = out.value(f"zext i32 {out.read(item.slots[-1], MachineClass.I32)} to i64")
    else:
        function = unit.module.functions[number].verified.function
        result = None if function.result is None else machine_class(function.result)
        signature = DynamicSignature(tuple(map(machine_class, function.parameter_types)), result)
        callee = str(number)
    entered = callee_of(text.function, index)
    first = text.function.slot_count + HEADER_SLOTS
    return _Call(
        index,
        callee,
        entered if entered in _callable(text) else None,
        is_expected,
        signature,
        out.value(f"add i64 %frame, {text.function.frame_size}"),
        out.value("load i64, ptr %fuel"),
        out.value("sub i64 %depth, 1"),
        tuple(out.read(first + number, part) for number, part in enumerate(signature.parameters)),
    )


def _callable(text: FunctionText) -> frozenset[int]:
    """The functions of the unit that a function calls without looking them up. The general version leaves aside those
    that are there to be inlined.
    """
    unit = text.unit
    return unit.members if text.entered is None else unit.members - unit.inlined


def _call_member(text: FunctionText, call: _Call, member: int) -> tuple[str, str]:
    return _call_body(text, call, f"@{body_name(member)}", _inlining(text, member))


def _call_expected(text: FunctionText, call: _Call, member: int) -> tuple[str, str]:
    """Call a function of the unit if it is the callee, else the callee."""
    out, index = text.out, call.index
    out.branch(out.value(f"icmp ne i64 {call.callee}, {member}"), f"other{index}", f"expected{index}")
    out.label(f"expected{index}")
    left1, value1 = _call_member(text, call, member)
    out.go(f"called{index}")
    out.label(f"other{index}")
    left2, value2 = _call_outside(text, call)
    out.go(f"called{index}")
    out.label(f"called{index}")
    left = out.value(f"phi i64 [ {left1}, %expected{index} ], [ {left2}, %joined{index} ]")
    value = out.value(f"phi {call.kind} [ {value1}, %expected{index} ], [ {value2}, %joined{index} ]")
    return left, value


def _inlining(text: FunctionText, member: int) -> str:
    """The attribute of a call of a small function, while the caller may still grow by those."""
    if text.inlined == INLINED_CALLS or member not in text.unit.inlined:
        return ""
    text.inlined += 1
    return " alwaysinline"


def _call_body(text: FunctionText, call: _Call, code: str, attribute: str = "") -> tuple[str, str]:
    out = text.out
    result = out.value(f"call {{ i64, {call.kind} }} {code}({call.passed}){attribute}")
    left = out.value(f"extractvalue {{ i64, {call.kind} }} {result}, 0")
    return left, out.value(f"extractvalue {{ i64, {call.kind} }} {result}, 1")


def _call_outside(text: FunctionText, call: _Call) -> tuple[str, str]:
    """Call through the body table, or the interpreter when the callee is not compiled (yet)."""
    out, index = text.out, call.index
    table = out.value(f"load ptr, ptr {out.address(str(BODY_TABLE))}")
    entry = out.value(f"getelementptr ptr, ptr {table}, i64 {call.callee}")
    code = out.value(f"load ptr, ptr {entry}")
    out.branch(out.value(f"icmp eq ptr {code}, null"), f"interpret{index}", f"direct{index}")
    out.label(f"direct{index}")
    left1, value1 = _call_body(text, call, code)
    out.go(f"joined{index}")
    out.label(f"interpret{index}")
    left2, value2 = _call_interpreted(text, call)
    out.go(f"joined{index}")
    out.label(f"joined{index}")
    left = out.value(f"phi i64 [ {left1}, %direct{index} ], [ {left2}, %interpret{index} ]")
    value = out.value(f"phi {call.kind} [ {value1}, %direct{index} ], [ {value2}, %interpret{index} ]")
    return left, value


def _call_interpreted(text: FunctionText, call: _Call) -> tuple[str, str]:
    out = text.out
    frame_size = text.function.frame_size
    first = text.function.slot_count + HEADER_SLOTS
    for number, (item, value) in enumerate(zip(call.signature.parameters, call.values, strict=True)):
        out.store_home(first + number, item, value=value)
    distance = out.frame_address(frame_size + Frame.LAYOUT["distance"].offset)
    out.add(f"store i32 {frame_size}, ptr {distance}")
    arguments = f"i64 {call.frame}", f"i64 {call.callee}", f"i64 {call.fuel}", f"i64 {call.depth}"
    pair = out.call(text.unit.interpreted.call, *arguments)
    left = out.value(f"extractvalue {{ i64, i64 }} {pair}, 0")
    bits = out.value(f"extractvalue {{ i64, i64 }} {pair}, 1")
    return left, bits if call.signature.result is None else out.from_bits(bits, call.signature.result)


def _after_stopped_call(text: FunctionText, index: int) -> None:
    """The callee has come back with a negative fuel: an error passes, or the task stops."""
    out = text.out
    if text.function.handler_at(index) >= 0:
        reason = out.load_context("stop_reason")
        thrown = out.value(f"icmp eq i64 {reason}, {int(StopReason.THROWN)}")
        out.fork(thrown, f"passes{index}", f"stops{index}")
        out.label(f"passes{index}")
        out.add(f"store i64 {out.load_context('fuel')}, ptr %fuel")
        text.throw(index)
        out.label(f"stops{index}")
    text.save(index, text.function.frame_size)
    text.exits.leave(Exit.CALLEE_LEFT, index)
