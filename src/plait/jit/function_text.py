"""LLVM IR of one prepared function.

The calling convention: `{ i64 fuel, T value } body(ptr base, i64 frame, i64 fuel, i64 depth, parameters...)`. A negative fuel in the
result means that the task has stopped or that an error leaves the function; which of the two, and the true fuel, the context knows. While
the function runs, its slots are in registers; before a stop the live ones are written home, and only then is the frame's header
written: a call that runs through touches no memory of its frame.

`entry_text` gives the function that the interpreter enters at the start (parameters from the frame), `loop_text` the one that it enters
at a loop head (all live slots from the frame): the same body once more, begun elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from plait.isa.instruction import Flags, Instruction, NativeFunction
from plait.kernel import Kernel, as_kernel
from plait.kernel.worker_page import BODY_TABLE, STACK_LIMIT
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import CONTEXT_OFFSET, FRAME_HEADER, Context, Frame, Task, TaskStatus
from plait.prepare.image import ProgramImage
from plait.prepare.operations import (
    Branch,
    Compute,
    Control,
    MachineClass,
    has_immediates,
    machine_class,
    operand_classes,
    result_class,
)
from plait.prepare.prepared import HEADER_SLOTS, PreparedFunction, PreparedInstruction, PreparedModule
from plait.tasks.stops import StopReason

UNLIKELY = "!prof !0"
"""Metadata for branches whose first target is cold; the unit defines `!0`."""


@dataclass(frozen=True, slots=True)
class UnitContext:
    """What the text of a function depends on besides the function: the module, its image, who else is in the unit."""

    module: PreparedModule
    image: ProgramImage
    members: frozenset[int]
    name_of: Callable[[Kernel], str]
    support: dict[str, Kernel]
    call_interpreted: Kernel


def body_name(index: int) -> str:
    """The symbol of a function's body."""
    return f"plait_body_{index}"


def entry_name(index: int) -> str:
    """The symbol of a function's entry for the interpreter."""
    return f"plait_entry_{index}"


def loop_name(index: int) -> str:
    """The symbol of the entry at a loop."""
    return f"plait_loop_{index}"


def result_type(function: PreparedFunction) -> str:
    """The LLVM type of a function's value; i64 where there is none."""
    result = function.verified.function.result
    return "i64" if result is None else machine_class(result).llvm


def parameter_types(function: PreparedFunction) -> list[str]:
    """The LLVM types of a function's parameters."""
    return [machine_class(item).llvm for item in function.verified.function.parameter_types]


def entry_text(function: PreparedFunction) -> str:
    """The function that the interpreter enters: parameters from the frame's slots, the value as 8 bytes."""
    lines = [f"define {{ i64, i64 }} @{entry_name(function.index)}(ptr %base, i64 %frame, i64 %fuel, i64 %depth) nounwind {{"]
    arguments = ["ptr %base", "i64 %frame", "i64 %fuel", "i64 %depth"]
    for slot, llvm in enumerate(parameter_types(function)):
        lines += _load_slot_lines(f"p{slot}", slot, function.slot_classes[slot], "%frame")
        arguments.append(f"{llvm} %p{slot}")
    kind = result_type(function)
    lines.append(f"  %r = call {{ i64, {kind} }} @{body_name(function.index)}({', '.join(arguments)})")
    lines.append(f"  %left = extractvalue {{ i64, {kind} }} %r, 0")
    lines.append(f"  %value = extractvalue {{ i64, {kind} }} %r, 1")
    lines += _to_bits("bits", kind, "%value")
    lines.append("  %a = insertvalue { i64, i64 } poison, i64 %left, 0")
    lines.append("  %b = insertvalue { i64, i64 } %a, i64 %bits, 1")
    lines += ["  ret { i64, i64 } %b", "}"]
    return "\n".join(lines) + "\n"


def _to_bits(name: str, llvm: str, value: str) -> list[str]:
    if llvm == "i64":
        return [f"  %{name} = add i64 {value}, 0"]
    if llvm == "double":
        return [f"  %{name} = bitcast double {value} to i64"]
    return [f"  %{name} = zext {llvm} {value} to i64"]


def _load_slot_lines(name: str, slot: int, item: MachineClass, frame: str) -> list[str]:
    place = FRAME_HEADER + 8 * slot
    lines = [f"  %{name}.o = add i64 {frame}, {place}", f"  %{name}.a = getelementptr i8, ptr %base, i64 %{name}.o"]
    if item is MachineClass.BOOL:
        return [*lines, f"  %{name}.b = load i8, ptr %{name}.a", f"  %{name} = icmp ne i8 %{name}.b, 0"]
    return [*lines, f"  %{name} = load {item.llvm}, ptr %{name}.a"]


class FunctionText:
    """Writes the text of one function, entered at its start (`loop` None) or at one of its loop heads."""

    def __init__(self, unit: UnitContext, function: PreparedFunction, loop: int | None) -> None:
        self.unit = unit
        self.function = function
        self.loop = loop
        self.kernels: list[Kernel] = []
        self.lines: list[str] = []
        self.counter = 0
        self.has_calls = any(
            item.operation.kind in (Control.CALL, Control.CALL_VOID) for item in function.instructions
        )
        self.kind = result_type(function) if loop is None else "i64"

    def text(self) -> str:
        """The whole definition; afterwards `kernels` holds the kernels it calls."""
        function = self.function
        parameters = ["ptr %base", "i64 %frame", "i64 %fuel.in", "i64 %depth"]
        if self.loop is None:
            name = body_name(function.index)
            parameters += [f"{llvm} %arg{i}" for i, llvm in enumerate(parameter_types(function))]
        else:
            name = loop_name(function.first_loop + function.loops.index(self.loop))
        head = f"define {{ i64, {self.kind} }} @{name}({', '.join(parameters)}) nounwind {{"
        self._prologue()
        for index, instruction in enumerate(function.instructions):
            self._label(f"i{index}")
            self._instruction(index, instruction)
        return "\n".join([head, *self.lines, "}"]) + "\n"

    # Pieces of text

    def _add(self, line: str) -> None:
        self.lines.append("  " + line)

    def _label(self, label: str) -> None:
        self.lines.append(f"{label}:")

    def _new(self) -> str:
        self.counter += 1
        return f"%t{self.counter}"

    def _value(self, text: str) -> str:
        name = self._new()
        self._add(f"{name} = {text}")
        return name

    def _branch(self, condition: str, cold: str, otherwise: str) -> None:
        self._add(f"br i1 {condition}, label %{cold}, label %{otherwise}, {UNLIKELY}")

    def _go(self, label: str) -> None:
        self._add(f"br label %{label}")

    def _call(self, kernel: Kernel, *arguments: str) -> str:
        """Call a kernel; the arguments are LLVM values with their types. Gives the result's name, "" for none."""
        self.kernels.append(kernel)
        results = [_llvm_of(item) for item in kernel.signature.results]
        kind = "void" if not results else results[0] if len(results) == 1 else "{ " + ", ".join(results) + " }"
        text = f"call {kind} @{self.unit.name_of(kernel)}({', '.join(['ptr %base', *arguments])})"
        if results:
            return self._value(text)
        self._add(text)
        return ""

    def _support(self, name: str, *arguments: str) -> str:
        return self._call(self.unit.support[name], *arguments)

    # Slots and memory

    def _slot(self, slot: int) -> str:
        return f"%s{slot}"

    def _is_outgoing(self, slot: int) -> bool:
        return slot >= self.function.slot_count

    def _read(self, slot: int, item: MachineClass) -> str:
        if self._is_outgoing(slot):
            return self._from_bits(self._value(f"load i64, ptr {self._slot(slot)}"), item)
        return self._value(f"load {item.llvm}, ptr {self._slot(slot)}")

    def _write(self, slot: int, item: MachineClass, value: str) -> None:
        if self._is_outgoing(slot):
            self._add(f"store i64 {self._bits(value, item)}, ptr {self._slot(slot)}")
        else:
            self._add(f"store {item.llvm} {value}, ptr {self._slot(slot)}")

    def _bits(self, value: str, item: MachineClass) -> str:
        match item:
            case MachineClass.I64:
                return value
            case MachineClass.F64:
                return self._value(f"bitcast double {value} to i64")
            case MachineClass.I32 | MachineClass.BOOL | MachineClass.REFERENCE:
                return self._value(f"zext {item.llvm} {value} to i64")
            case _:
                assert_never(item)

    def _from_bits(self, bits: str, item: MachineClass) -> str:
        match item:
            case MachineClass.I64:
                return bits
            case MachineClass.F64:
                return self._value(f"bitcast i64 {bits} to double")
            case MachineClass.I32 | MachineClass.BOOL | MachineClass.REFERENCE:
                return self._value(f"trunc i64 {bits} to {item.llvm}")
            case _:
                assert_never(item)

    def _address(self, offset: str) -> str:
        return self._value(f"getelementptr i8, ptr %base, i64 {offset}")

    def _frame_address(self, distance: int) -> str:
        return self._address(self._value(f"add i64 %frame, {distance}"))

    def _store_home(self, slot: int, item: MachineClass, frame_distance: int = 0, value: str | None = None) -> None:
        """Write a slot's value (or `value`) to its place in the frame."""
        bits = self._bits(self._read(slot, item) if value is None else value, item)
        place = frame_distance + FRAME_HEADER + 8 * slot
        self._add(f"store i64 {bits}, ptr {self._frame_address(place)}")

    def _store_live(self, index: int) -> None:
        for slot, item in self.function.live[index]:
            self._store_home(slot, item)

    def _context_field(self, name: str) -> tuple[str, str]:
        """Address and LLVM type of a word of the context."""
        field = Context.LAYOUT[name]
        llvm = "i64" if _llvm_of(field.type) == "i64" else "i32"
        return self._address(str(CONTEXT_OFFSET + field.offset)), llvm

    def _load_context(self, name: str) -> str:
        """A word of the context as i64."""
        place, llvm = self._context_field(name)
        value = self._value(f"load {llvm}, ptr {place}")
        return value if llvm == "i64" else self._value(f"zext {llvm} {value} to i64")

    # Beginning, ending, stopping

    def _prologue(self) -> None:
        function = self.function
        self._label("start")
        for slot, item in enumerate(function.slot_classes):
            self._add(f"{self._slot(slot)} = alloca {item.llvm}")
        for number in range(function.outgoing):
            self._add(f"{self._slot(function.slot_count + HEADER_SLOTS + number)} = alloca i64")
        self._add("%fuel = alloca i64")
        self._add("store i64 %fuel.in, ptr %fuel")
        if self.loop is not None:
            for slot, item in function.live[self.loop + 1]:
                name = f"l{slot}"
                self.lines += _load_slot_lines(name, slot, item, "%frame")
                self._write(slot, item, f"%{name}")
            self._go(f"i{self.loop + 1}")
            return
        for slot in range(len(function.verified.function.parameter_types)):
            self._add(f"store {function.slot_classes[slot].llvm} %arg{slot}, ptr {self._slot(slot)}")
        self._charge(str(function.entry_charge), 0, "entered")
        self._label("entered")
        end = self._value(f"add i64 %frame, {function.stack_need}")
        short = self._value(f"icmp ugt i64 {end}, {self._load_context('stack_end')}")
        if self.has_calls:
            pointer = self._value("call i64 @llvm.read_register.i64(metadata !1)")
            limit = self._value(f"load i64, ptr {self._address(str(STACK_LIMIT))}")
            native = self._value(f"icmp ult i64 {pointer}, {limit}")
            short = self._value(f"or i1 {short}, {native}")
        self._branch(short, "short", "i0")
        self._label("short")
        self._stop(0, StopReason.NEED_STACK)

    def _return(self, value: str) -> None:
        fuel = self._value("load i64, ptr %fuel")
        first = self._value(f"insertvalue {{ i64, {self.kind} }} poison, i64 {fuel}, 0")
        both = self._value(f"insertvalue {{ i64, {self.kind} }} {first}, {self.kind} {value}, 1")
        self._add(f"ret {{ i64, {self.kind} }} {both}")

    def _return_stopped(self) -> None:
        zero = "0.0" if self.kind == "double" else "0"
        self._add(f"ret {{ i64, {self.kind} }} {{ i64 -1, {self.kind} {zero} }}")

    def _stop(self, index: int, reason: StopReason) -> None:
        """Stop before the instruction at `index`."""
        self._store_live(index)
        fuel = self._value("load i64, ptr %fuel")
        self._support(
            "stop_compiled",
            "i64 %frame",
            f"i64 {self.function.index}",
            f"i64 {index}",
            "i64 %depth",
            f"i64 {fuel}",
            f"i64 {int(reason)}",
        )
        self._return_stopped()

    def _charge(self, amount: str, resume: int, done: str) -> None:
        """Charge fuel; if the task must stop for it, it goes on at the instruction `resume`."""
        old = self._value("load i64, ptr %fuel")
        new = self._value(f"sub i64 {old}, {amount}")
        self._add(f"store i64 {new}, ptr %fuel")
        self.counter += 1
        low, refused = f"low{self.counter}", f"refused{self.counter}"
        self._branch(self._value(f"icmp slt i64 {new}, 0"), low, done)
        self._label(low)
        drawn = self._support("refill", f"i64 {new}")
        self._add(f"store i64 {drawn}, ptr %fuel")
        self._branch(self._value(f"icmp slt i64 {drawn}, 0"), refused, done)
        self._label(refused)
        self._store_live(resume)
        self._support(
            "stop_refused", "i64 %frame", f"i64 {self.function.index}", f"i64 {resume}", "i64 %depth", f"i64 {drawn}"
        )
        self._return_stopped()

    def _throw(self, index: int) -> None:
        """The pending error was thrown by the instruction at `index`."""
        handler = self.function.handler_at(index)
        where = f"i64 {self.function.index}", f"i64 {index}"
        if handler >= 0:
            self._support("add_trace", *where)
            self._go(f"i{handler}")
            return
        fuel = self._value("load i64, ptr %fuel")
        self._support("leave_by_error", *where, f"i64 {fuel}")
        self._return_stopped()

    def _after_outcome(self, index: int, outcome: str, flags: Flags, done: str) -> None:
        """Go to `done` if the outcome is DONE, else stop or throw."""
        self._branch(self._value(f"icmp ne i32 {outcome}, 0"), f"odd{index}", done)
        self._label(f"odd{index}")
        for flag, code, reason in (
            (Flags.ALLOCATES, Outcome.NEED_MEMORY, StopReason.NEED_MEMORY),
            (Flags.FLUSHES, Outcome.NEED_FLUSH, StopReason.NEED_FLUSH),
        ):
            if flags & flag:
                label = f"{code.name.lower()}{index}"
                wanted = self._value(f"icmp eq i32 {outcome}, {int(code)}")
                self._add(f"br i1 {wanted}, label %{label}, label %{label}.not")
                self._label(label)
                self._stop(index, reason)
                self._label(f"{label}.not")
        if flags & Flags.THROWS:
            code64 = self._value(f"zext i32 {outcome} to i64")
            self._support("pend_code", f"i64 {code64}")
            self._throw(index)
        else:
            self._add("unreachable")

    # Instructions

    def _instruction(self, index: int, item: PreparedInstruction) -> None:
        match item.operation.kind:
            case Compute() as kind:
                result = self._apply(index, item, kind, 0 if result_class(kind.entry) is None else 1)
                produced = result_class(kind.entry)
                if produced is not None:
                    self._write(item.slots[0], produced, result)
                self._go(f"i{index + 1}")
            case Branch() as kind:
                condition = self._apply(index, item, kind, 0)
                yes, no = (item.target, index + 1) if kind.sense else (index + 1, item.target)
                self._add(f"br i1 {condition}, label %i{yes}, label %i{no}")
            case Control() as kind:
                self._control(index, item, kind)
            case _:
                assert_never(item.operation.kind)

    def _apply(self, index: int, item: PreparedInstruction, kind: Compute | Branch, first: int) -> str:
        """Call the meaning and deal with its outcome; gives the result's value, in the block where it is known."""
        entry = kind.entry
        meaning = _meaning(entry)
        arguments: list[str] = []
        slot = first
        for position, operand in enumerate(operand_classes(entry)):
            if position == kind.constant:
                value = _constant(item.immediate, operand)
            else:
                value = self._read(item.slots[slot], operand)
                slot += 1
            arguments.append(f"{operand.llvm} {value}")
        if has_immediates(entry):
            arguments.append(f"i32 {item.immediate}")
        result = self._call(meaning, *arguments)
        if not entry.has_outcome:
            return result
        outcome = result
        if result_class(entry) is not None:
            kinds = ", ".join(_llvm_of(part) for part in meaning.signature.results)
            outcome = self._value(f"extractvalue {{ {kinds} }} {result}, 1")
            result = self._value(f"extractvalue {{ {kinds} }} {result}, 0")
        self._after_outcome(index, outcome, entry.flags, f"done{index}")
        self._label(f"done{index}")
        return result

    def _control(self, index: int, item: PreparedInstruction, kind: Control) -> None:
        following = f"i{index + 1}"
        match kind:
            case Control.MOVE:
                source = self.function.slot_classes[item.slots[1]]
                self._write(item.slots[0], source, self._read(item.slots[1], source))
                self._go(following)
            case Control.CONSTANT:
                self._constant_to(item.slots[0], item.immediate)
                self._go(following)
            case Control.CONSTANT_STRING:
                self._constant_to(item.slots[0], self.unit.image.strings[item.immediate])
                self._go(following)
            case Control.LOAD_GLOBAL | Control.LOAD_GLOBAL_REFERENCE:
                self._load_global(index, item, kind is Control.LOAD_GLOBAL_REFERENCE)
            case Control.STORE_GLOBAL:
                source = self.function.slot_classes[item.slots[0]]
                bits = self._bits(self._read(item.slots[0], source), source)
                place = self._address(str(self.unit.image.globals + 8 * item.immediate))
                self._add(f"store i64 {bits}, ptr {place}")
                self._go(following)
            case Control.JUMP:
                self._go(f"i{item.target}")
            case Control.BRANCH_TRUE | Control.BRANCH_FALSE:
                condition = self._read(item.slots[0], MachineClass.BOOL)
                taken, other = f"i{item.target}", following
                if kind is Control.BRANCH_FALSE:
                    taken, other = other, taken
                self._add(f"br i1 {condition}, label %{taken}, label %{other}")
            case Control.CHARGE:
                self._charge(str(item.immediate & 0xFFFFFFFF), index + 1, following)
            case Control.CHARGE_WORK:
                place, _ = self._context_field("work")
                work = self._value(f"load i64, ptr {place}")
                self._add(f"store i64 0, ptr {place}")
                self._charge(work, index + 1, following)
            case Control.CALL | Control.CALL_VOID:
                self._guest_call(index, item)
            case Control.RETURN:
                returned = self.function.slot_classes[item.slots[0]]
                value = self._read(item.slots[0], returned)
                self._return(self._bits(value, returned) if self.loop is not None else value)
            case Control.RETURN_VOID:
                self._return("0")
            case Control.THROW:
                error = self._read(item.slots[0], MachineClass.REFERENCE)
                self._support("pend_error", f"i32 {error}")
                self._throw(index)
            case Control.CATCH:
                self._catch(index, item)
            case Control.SPAWN | Control.YIELD:
                self._stop(index, StopReason.CONTINUE)
            case Control.AWAIT | Control.AWAIT_VOID:
                self._await(index, item)
            case _:
                assert_never(kind)

    def _constant_to(self, slot: int, bits: int) -> None:
        if self._is_outgoing(slot):
            self._add(f"store i64 {_signed(bits)}, ptr {self._slot(slot)}")
        else:
            item = self.function.slot_classes[slot]
            self._write(slot, item, _constant(bits, item))

    def _load_global(self, index: int, item: PreparedInstruction, check: bool) -> None:
        slot = item.slots[0]
        value_type = self.unit.module.verified.module.globals[item.immediate].type
        place = self._address(str(self.unit.image.globals + 8 * item.immediate))
        bits = self._value(f"load i64, ptr {place}")
        produced = machine_class(value_type)
        if check:
            self._branch(self._value(f"icmp eq i64 {bits}, 0"), f"odd{index}", f"done{index}")
            self._label(f"odd{index}")
            self._support("pend_code", f"i64 {int(ErrorCode.GLOBAL_NOT_INITIALIZED)}")
            self._throw(index)
            self._label(f"done{index}")
        self._write(slot, produced, self._from_bits(bits, produced))
        self._go(f"i{index + 1}")

    def _catch(self, index: int, item: PreparedInstruction) -> None:
        taken = self._support("take_pending")
        error = self._value(f"extractvalue {{ i32, i32 }} {taken}, 0")
        outcome = self._value(f"extractvalue {{ i32, i32 }} {taken}, 1")
        self._after_outcome(index, outcome, Flags.ALLOCATES, f"done{index}")
        self._label(f"done{index}")
        self._write(item.slots[0], MachineClass.REFERENCE, error)
        self._charge(str(item.immediate), index + 1, f"i{index + 1}")

    def _await(self, index: int, item: PreparedInstruction) -> None:
        task = self._read(item.slots[-1], MachineClass.REFERENCE)
        offset = self._value(f"zext i32 {task} to i64")
        place = self._address(self._value(f"add i64 {offset}, {Task.LAYOUT['status'].offset}"))
        status = self._value(f"load i32, ptr {place}")
        waits = self._value(f"icmp ne i32 {status}, {int(TaskStatus.COMPLETE)}")
        self._branch(waits, f"odd{index}", f"done{index}")
        self._label(f"odd{index}")
        self._stop(index, StopReason.CONTINUE)
        self._label(f"done{index}")
        if item.operation.kind is Control.AWAIT:
            result = self._address(self._value(f"add i64 {offset}, {Task.LAYOUT['result'].offset}"))
            produced = self.function.slot_classes[item.slots[0]]
            self._write(item.slots[0], produced, self._from_bits(self._value(f"load i64, ptr {result}"), produced))
        self._go(f"i{index + 1}")

    # Calls

    def _guest_call(self, index: int, item: PreparedInstruction) -> None:
        callee = self.unit.module.functions[item.immediate & 0xFFFFFFFF]
        deep = self._value("icmp eq i64 %depth, 0")
        self._branch(deep, f"deep{index}", f"call{index}")
        self._label(f"deep{index}")
        self._support("pend_code", f"i64 {int(ErrorCode.STACK_OVERFLOW)}")
        self._throw(index)
        self._label(f"call{index}")
        frame = self._value(f"add i64 %frame, {self.function.frame_size}")
        depth = self._value("sub i64 %depth, 1")
        fuel = self._value("load i64, ptr %fuel")
        first = self.function.slot_count + HEADER_SLOTS
        classes = [machine_class(part) for part in callee.verified.function.parameter_types]
        values = [self._read(first + number, part) for number, part in enumerate(classes)]
        passed = ", ".join(
            ["ptr %base", f"i64 {frame}", f"i64 {fuel}", f"i64 {depth}"]
            + [f"{part.llvm} {value}" for part, value in zip(classes, values, strict=True)]
        )
        kind = result_type(callee)
        if callee.index in self.unit.members:
            result = self._value(f"call {{ i64, {kind} }} @{body_name(callee.index)}({passed})")
            left = self._value(f"extractvalue {{ i64, {kind} }} {result}, 0")
            value = self._value(f"extractvalue {{ i64, {kind} }} {result}, 1")
        else:
            left, value = self._call_outside(index, callee, kind, passed, list(zip(classes, values, strict=True)), frame, depth, fuel)
        self._branch(self._value(f"icmp slt i64 {left}, 0"), f"stopped{index}", f"returned{index}")
        self._label(f"stopped{index}")
        self._after_stopped_call(index)
        self._label(f"returned{index}")
        self._add(f"store i64 {left}, ptr %fuel")
        result_kind = callee.verified.function.result
        if result_kind is not None:
            self._write(item.slots[0], machine_class(result_kind), value)
        self._go(f"i{index + 1}")

    def _call_outside(
        self,
        index: int,
        callee: PreparedFunction,
        kind: str,
        passed: str,
        arguments: list[tuple[MachineClass, str]],
        frame: str,
        depth: str,
        fuel: str,
    ) -> tuple[str, str]:
        """Call through the body table, or the interpreter when the callee is not compiled (yet)."""
        table = self._value(f"load ptr, ptr {self._address(str(BODY_TABLE))}")
        entry = self._value(f"getelementptr ptr, ptr {table}, i64 {callee.index}")
        code = self._value(f"load ptr, ptr {entry}")
        self._branch(self._value(f"icmp eq ptr {code}, null"), f"interpret{index}", f"direct{index}")
        self._label(f"direct{index}")
        result = self._value(f"call {{ i64, {kind} }} {code}({passed})")
        left1 = self._value(f"extractvalue {{ i64, {kind} }} {result}, 0")
        value1 = self._value(f"extractvalue {{ i64, {kind} }} {result}, 1")
        self._go(f"joined{index}")
        self._label(f"interpret{index}")
        first = self.function.slot_count + HEADER_SLOTS
        for number, (item, value) in enumerate(arguments):
            self._store_home(first + number, item, value=value)
        self._add(f"store i32 {self.function.frame_size}, ptr {self._frame_address(self.function.frame_size + Frame.LAYOUT['distance'].offset)}")
        pair = self._call(
            self.unit.call_interpreted, f"i64 {frame}", f"i64 {callee.index}", f"i64 {fuel}", f"i64 {depth}"
        )
        left2 = self._value(f"extractvalue {{ i64, i64 }} {pair}, 0")
        bits = self._value(f"extractvalue {{ i64, i64 }} {pair}, 1")
        result_kind = callee.verified.function.result
        value2 = bits if result_kind is None else self._from_bits(bits, machine_class(result_kind))
        self._go(f"joined{index}")
        self._label(f"joined{index}")
        left = self._value(f"phi i64 [ {left1}, %direct{index} ], [ {left2}, %interpret{index} ]")
        value = self._value(f"phi {kind} [ {value1}, %direct{index} ], [ {value2}, %interpret{index} ]")
        return left, value

    def _after_stopped_call(self, index: int) -> None:
        """The callee has come back with a negative fuel: an error passes, or the task stops."""
        reason = self._load_context("stop_reason")
        thrown = self._value(f"icmp eq i64 {reason}, {int(StopReason.THROWN)}")
        self._add(f"br i1 {thrown}, label %passes{index}, label %stops{index}")
        self._label(f"passes{index}")
        self._add(f"store i64 {self._load_context('fuel')}, ptr %fuel")
        self._throw(index)
        self._label(f"stops{index}")
        self._store_live(index)
        self._support(
            "stop_caller",
            "i64 %frame",
            f"i64 {self.function.index}",
            f"i64 {index}",
            "i64 %depth",
            f"i64 {self.function.frame_size}",
        )
        self._return_stopped()


def _meaning(entry: Instruction | NativeFunction) -> Kernel:
    assert entry.meaning is not None
    return as_kernel(entry.meaning)


def _llvm_of(value_type: object) -> str:
    """The LLVM type of a kernel's value: struct values are 32-bit offsets."""
    return str(getattr(value_type, "llvm", "i32"))


def _signed(bits: int) -> int:
    bits &= (1 << 64) - 1
    return bits - (1 << 64) if bits >> 63 else bits


def _constant(bits: int, item: MachineClass) -> str:
    """The LLVM constant for the 8 bytes of a slot."""
    match item:
        case MachineClass.I64:
            return str(_signed(bits))
        case MachineClass.F64:
            return f"0x{bits:016X}"
        case MachineClass.BOOL:
            return "true" if bits else "false"
        case MachineClass.I32 | MachineClass.REFERENCE:
            return str(bits & 0xFFFFFFFF)
        case _:
            assert_never(item)
