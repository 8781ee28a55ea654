"""LLVM IR of one prepared function.

The calling convention: `{ i64 fuel, T value } body(ptr base, i64 frame, i64 fuel, i64 depth, parameters...)`. A
negative fuel in the result means that the task has stopped or that an error leaves the function; which of the two,
and the true fuel, the context knows. While the function runs, its slots are in registers; before a stop the live ones
are written home, and only then is the frame's header written: a call that runs through touches no memory of its
frame.

`entry_text` gives the function that the interpreter enters at the start (parameters from the frame), `loop_text` the
one that it enters at a loop head (all live slots from the frame): the same body once more, begun elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import assert_never

from plait.isa.instruction import Flags, Instruction, NativeFunction
from plait.isa.value_types import GENERAL_ARGUMENTS
from plait.jit.alternative_text import native_or_call
from plait.jit.call_text import guest_call
from plait.jit.callees import CALLS
from plait.jit.copies import without_copies
from plait.jit.element_accesses import Accesses, find_accesses
from plait.jit.exits import Exit, Exits
from plait.jit.in_line import compute_in_line, condition_in_line, expected_condition
from plait.jit.linked_unit import body_name, entry_name, general_name, loop_name
from plait.jit.pack_text import pack_array, pack_object
from plait.jit.sites import sites
from plait.jit.slot_plan import SlotPlan, plan_slots, whole_constant
from plait.jit.slots import variables_of
from plait.jit.usual_text import enter_usual, finds_expected, usual_callee, usual_case, usual_operation, write_leaving
from plait.jit.variables import divided
from plait.jit.view_text import Views
from plait.jit.writer import HOME, UNOPTIMISED, IrWriter, UnitContext, constant_text, load_slot_lines, signed, to_bits
from plait.kernel import Kernel, as_kernel
from plait.kernel.memory_scopes import Scope
from plait.kernel.worker_page import STACK_LIMIT
from plait.memory.errors import Outcome
from plait.memory.frames import FORGED
from plait.memory.layouts import UNDEFINED, Task, TaskStatus
from plait.prepare.operations import (
    Alternative,
    Branch,
    Compute,
    Control,
    Joined,
    MachineClass,
    has_immediates,
    machine_class,
    operand_classes,
    result_class,
)
from plait.prepare.prepared import HEADER_SLOTS, PreparedFunction, PreparedInstruction
from plait.tasks.stops import StopReason

GENERAL = "cold noinline nounwind"
"""Attributes of the general version of a function."""

LEAVES = Flags.ALLOCATES | Flags.FLUSHES | Flags.WAITS | Flags.CONTINUES
"""What may have an outcome with which the task stops."""


def result_type(function: PreparedFunction) -> str:
    """The LLVM type of a function's value; i64 where there is none."""
    result = function.verified.function.result
    return "i64" if result is None else machine_class(result).llvm


def parameter_types(function: PreparedFunction) -> list[str]:
    """The LLVM types of a function's parameters."""
    return [machine_class(item).llvm for item in function.verified.function.parameter_types]


def entry_text(function: PreparedFunction) -> str:
    """The function that the interpreter enters: parameters from the frame's slots, the value as 8 bytes."""
    arguments = ["ptr %base", "i64 %frame", "i64 %fuel", "i64 %depth"]
    lines = [
        f"define {{ i64, i64 }} @{entry_name(function.index)}({', '.join(arguments)}) {UNOPTIMISED} {{",
        f"  {HOME}",
    ]
    for slot, llvm in enumerate(parameter_types(function)):
        lines += load_slot_lines(f"p{slot}", slot, function.slot_classes[slot])
        arguments.append(f"{llvm} %p{slot}")
    kind = result_type(function)
    lines.append(f"  %r = call {{ i64, {kind} }} @{body_name(function.index)}({', '.join(arguments)})")
    lines.append(f"  %left = extractvalue {{ i64, {kind} }} %r, 0")
    lines.append(f"  %value = extractvalue {{ i64, {kind} }} %r, 1")
    lines += to_bits("bits", kind, "%value")
    lines.append("  %a = insertvalue { i64, i64 } poison, i64 %left, 0")
    lines.append("  %b = insertvalue { i64, i64 } %a, i64 %bits, 1")
    lines += ["  ret { i64, i64 } %b", "}"]
    return "\n".join(lines) + "\n"


class FunctionText:
    """Writes the text of one function, entered at its start (`loop` None) or at one of its loop heads."""

    def __init__(
        self, unit: UnitContext, function: PreparedFunction, loop: int | None, entered: Collection[int] | None = None
    ) -> None:
        if entered is None:
            function = without_copies(divided(function))
        self.unit = unit
        self.function = function
        self.loop = loop
        self.entered = entered
        self.runs_once = loop is None and function.index == unit.module.verified.module.main and not function.loops
        self.is_usual = entered is None and not self.runs_once
        self.left_at: dict[int, None] = {}
        self.out = IrWriter(unit, function, plan_slots(function) if entered is None else SlotPlan())
        self.has_calls = any(_may_call(item) for item in function.instructions)
        produced = function.verified.function.result
        self.returned = None if produced is None else machine_class(produced)
        self.gives_bits = loop is not None or entered is not None
        self.kind = "i64" if self.gives_bits else result_type(function)
        self.inlined = 0
        self.exits = Exits(self.out)
        self.views = Views(self.out, find_accesses(function) if entered is None else Accesses({}, ()))
        self.jumps = {item.target for item in function.instructions} | {item.target for item in function.handlers}
        self.sites = sites(function, self.jumps, unit.first_sites.get(function.index))

    def text(self, is_copy: bool = False) -> str:
        """The whole definition, of a copy that is there to be inlined one that nobody finds from outside; afterwards
        `out.called` holds the kernels it calls.
        """
        function = self.function
        parameters = ["ptr %base", "i64 %frame", "i64 %fuel.in", "i64 %depth"]
        if self.entered is not None:
            name = general_name(function.index)
            parameters.append("i64 %entry")
        elif self.loop is None:
            name = body_name(function.index)
            parameters += [f"{llvm} %arg{i}" for i, llvm in enumerate(parameter_types(function))]
        else:
            name = loop_name(function.first_loop + function.loops.index(self.loop))
        attributes = UNOPTIMISED if self.runs_once else "nounwind" if self.entered is None else GENERAL
        linkage = "internal " if is_copy else ""
        head = f"define {linkage}{{ i64, {self.kind} }} @{name}({', '.join(parameters)}) {attributes} {{"
        self._prologue()
        for index, instruction in enumerate(function.instructions):
            label = f"i{index}"
            if label in self.out.used or index in self.jumps:
                self.out.label(label)
            if self.out.open:
                self._instruction(index, instruction)
        self._epilogue()
        return "\n".join([head, *self.out.lines, "}"]) + "\n"

    # Beginning, ending, stopping

    def _prologue(self) -> None:
        function = self.function
        self.out.label("start")
        for slot in variables_of(function):
            self.out.declare_slot(slot)
        for number in range(function.outgoing):
            self.out.add(f"{self.out.slot(function.slot_count + HEADER_SLOTS + number)} = alloca i64")
        self.out.add("%fuel = alloca i64")
        self.out.add(f"%result = alloca {self.kind}")
        self.out.add("store i64 %fuel.in, ptr %fuel")
        self.out.add(HOME)
        self.exits.declare()
        self.views.declare()
        if self.unit.forges:
            self._forge_slots()
        if self.entered is not None:
            self._enter_general(self.entered)
            return
        if self.loop is not None:
            self._load_live(self.loop + 1, "l")
            self.out.go(f"i{self.loop + 1}")
            return
        for slot in range(len(function.verified.function.parameter_types)):
            self.out.write(slot, function.slot_classes[slot], f"%arg{slot}")
        self._charge(str(function.entry_charge), 0, "entered")
        self.out.label("entered")
        end = self.out.value(f"add i64 %frame, {function.stack_need}")
        short = self.out.value(f"icmp ugt i64 {end}, {self.out.load_context('stack_end')}")
        if self.has_calls:
            short = self.out.value(f"or i1 {short}, {self._is_stack_short()}")
        self.out.branch(short, "short", "i0")
        self.out.label("short")
        self.stop(0, StopReason.NEED_STACK)

    def _is_stack_short(self) -> str:
        """The condition that too little is left of the native stack."""
        pointer = self.out.value("call i64 @llvm.read_register.i64(metadata !1)")
        limit = self.out.value(f"load i64, ptr {self.out.address(str(STACK_LIMIT))}")
        return self.out.value(f"icmp ult i64 {pointer}, {limit}")

    def _load_live(self, index: int, prefix: str) -> None:
        """Take what is live at an instruction from the frame."""
        for slot, item in self.function.live[index]:
            name = f"{prefix}{slot}"
            self.out.lines += load_slot_lines(name, slot, item)
            self.out.write(slot, item, f"%{name}")

    def _enter_general(self, entered: Collection[int]) -> None:
        """Begin the general version at the instruction that is asked for."""
        self.out.branch(self._is_stack_short(), "short", "enter")
        self.out.label("short")
        self.exits.leave(Exit.STOP, "%entry", StopReason.NEED_STACK)
        self.out.label("enter")
        choices = " ".join(f"i64 {index}, label %enter{index}" for index in entered)
        self.out.end(f"switch i64 %entry, label %elsewhere [ {choices} ]")
        self.out.label("elsewhere")
        self.exits.leave(Exit.STOP, "%entry", StopReason.CONTINUE)
        for index in entered:
            self.out.label(f"enter{index}")
            self._load_live(index, f"e{index}.")
            self.out.go(f"i{index}")

    def leaving(self, index: int) -> str:
        """The block in which the usual version goes on in the general one at an instruction."""
        self.left_at[index] = None
        return f"leave{index}"

    def leave_with(self, value: str) -> None:
        """Return a value."""
        self.out.add(f"store {self.kind} {value}, ptr %result")
        self.out.go("return")

    def _epilogue(self) -> None:
        """The only return: where the body is inlined, LLVM does not look into aggregates that come from several."""
        if self.left_at:
            write_leaving(self)
        if self.exits.write():
            self.out.add("store i64 -1, ptr %fuel")
            self.leave_with("0.0" if self.kind == "double" else "0")
        if "return" in self.out.used:
            self.out.label("return")
            fuel = self.out.value("load i64, ptr %fuel")
            value = self.out.value(f"load {self.kind}, ptr %result")
            first = self.out.value(f"insertvalue {{ i64, {self.kind} }} poison, i64 {fuel}, 0")
            both = self.out.value(f"insertvalue {{ i64, {self.kind} }} {first}, {self.kind} {value}, 1")
            self.out.end(f"ret {{ i64, {self.kind} }} {both}")

    def stop(self, index: int, reason: StopReason) -> None:
        """Stop before the instruction at `index`."""
        self.save(index, self.function.stack_need)
        self.exits.leave(Exit.STOP, index, int(reason))

    def save(self, index: int, size: int) -> None:
        """Write home what is live at `index`. The first `size` bytes of the frame are its own now.

        Where a function begins, there may be no more than the parameters; the frame is then forged when it goes on.
        """
        if self.unit.forges and index != 0:
            self.out.support("forge_slots", "i64 %frame", f"i64 {size}")
        self.out.store_live(index)

    def _forge_slots(self) -> None:
        """Put forged references into all slots."""
        function = self.function
        for slot in variables_of(function):
            self.out.write(slot, self.out.held(slot), constant_text(FORGED, self.out.held(slot)))
        for number in range(function.outgoing):
            self.out.add(f"store i64 {FORGED}, ptr {self.out.slot(function.slot_count + HEADER_SLOTS + number)}")

    def _charge(self, amount: str, resume: int, done: str, loop: int | None = None) -> None:
        """Charge fuel (at the head of `loop`); if the task must stop for it, it goes on at the instruction `resume`."""
        old = self.out.value("load i64, ptr %fuel")
        new = self.out.value(f"sub i64 {old}, {amount}")
        self.out.add(f"store i64 {new}, ptr %fuel")
        self.out.counter += 1
        low, refused = f"low{self.out.counter}", f"refused{self.out.counter}"
        self.out.branch(self.out.value(f"icmp slt i64 {new}, 0"), low, done)
        self.out.label(low)
        aside = self.out.set_aside(resume)
        if loop is None:
            drawn = self.out.support("refill", f"i64 {new}", scope=Scope.MACHINE)
        else:
            drawn = self.out.support("refill_in_loop", f"i64 {new}", f"i64 {loop}", scope=Scope.MACHINE)
        self.out.take_back(aside)
        self.out.add(f"store i64 {drawn}, ptr %fuel")
        again = f"again{self.out.counter}"
        enters = loop is not None and self.entered is not None
        self.out.branch(self.out.value(f"icmp slt i64 {drawn}, 0"), refused, again if enters else done)
        self.out.label(refused)
        self.stop(resume, StopReason.NONE)
        if loop is not None and enters:
            self.out.label(again)
            enter_usual(self, loop, resume, done)

    def throw_code(self, index: int, code: int | str) -> None:
        """The instruction at `index` throws an error of the machine."""
        if self.function.handler_at(index) < 0:
            self.exits.leave(Exit.THROW_CODE, index, code)
            return
        self.out.support("pend_code", f"i64 {code}")
        self.throw(index)

    def throw(self, index: int) -> None:
        """The pending error was thrown by the instruction at `index`."""
        handler = self.function.handler_at(index)
        if handler < 0:
            self.exits.leave(Exit.THROW_PENDING, index)
            return
        self.out.support("add_trace", f"i64 {self.function.index}", f"i64 {index}")
        self.out.go(f"i{handler}")

    def after_outcome(self, index: int, outcome: str, flags: Flags, keep: Callable[[], None] | None = None) -> None:
        """Go on if the outcome is DONE, else stop or throw. `keep` writes the result where work is to be charged."""
        done = f"done{index}"
        self.out.branch(self.out.value(f"icmp ne i32 {outcome}, 0"), f"odd{index}", done)
        self.out.label(f"odd{index}")
        if flags & Flags.WORKS_SELDOM:
            worked = self.out.value(f"icmp eq i32 {outcome}, {int(Outcome.WORKED)}")
            self.out.fork(worked, f"worked{index}", f"worked{index}.not")
            self.out.label(f"worked{index}")
            if keep is not None:
                keep()
            self.out.go(f"i{index + 1}")
            self.out.label(f"worked{index}.not")
            if not flags & (LEAVES | Flags.THROWS):
                self.out.end("unreachable")
        stops = [
            (code, reason)
            for flag, code, reason in (
                (Flags.ALLOCATES, Outcome.NEED_MEMORY, StopReason.NEED_MEMORY),
                (Flags.FLUSHES, Outcome.NEED_FLUSH, StopReason.NEED_FLUSH),
                (Flags.WAITS, Outcome.WAITING, StopReason.WAITING),
                (Flags.CONTINUES, Outcome.UNFINISHED, StopReason.UNFINISHED),
            )
            if flags & flag
        ]
        for number, (code, reason) in enumerate(stops, 1):
            if number < len(stops) or flags & Flags.THROWS:
                label = f"{code.name.lower()}{index}"
                self.out.fork(self.out.value(f"icmp eq i32 {outcome}, {int(code)}"), label, f"{label}.not")
                self.out.label(label)
                self.stop(index, reason)
                self.out.label(f"{label}.not")
            else:
                self.stop(index, reason)
        if flags & Flags.THROWS:
            self.throw_code(index, self.out.value(f"zext i32 {outcome} to i64"))
        self.out.label(done)

    # Instructions

    def _instruction(self, index: int, item: PreparedInstruction) -> None:
        match item.operation.kind:
            case Compute() | Alternative() as kind if self.is_usual and (usual := usual_case(kind.entry)) is not None:
                usual_operation(self, index, item, kind, usual)
            case Compute() as kind if compute_in_line(self, index, item, kind):
                pass
            case Compute() as kind:
                if self.is_usual and finds_expected(kind):
                    usual_callee(self, index, item)
                produced = result_class(kind.entry)
                result = self.apply(index, item, kind, 0 if produced is None else 1)
                if produced is not None:
                    self.out.write(item.slots[0], produced, result)
                if kind.entry.flags & Flags.WORKS_SELDOM:
                    # Past the charge for the work.
                    self.out.go(f"i{index + 2}")
            case Branch() as kind:
                condition = condition_in_line(self, item, kind) or self.apply(index, item, kind, 0)
                yes, no = (item.target, index + 1) if kind.sense else (index + 1, item.target)
                match expected_condition(item, kind):
                    case True:
                        self.out.branch(self.out.value(f"xor i1 {condition}, true"), f"i{no}", f"i{yes}")
                    case False:
                        self.out.branch(condition, f"i{yes}", f"i{no}")
                    case None:
                        self.out.fork(condition, f"i{yes}", f"i{no}")
            case Joined() as kind:
                self._joined(index, item, kind)
            case Alternative() as kind:
                native_or_call(self, index, item, kind)
            case Control() as kind:
                self._control(index, item, kind)
            case _:
                assert_never(item.operation.kind)

    def apply(self, index: int, item: PreparedInstruction, kind: Compute | Branch, first: int) -> str:
        """Call the meaning and deal with its outcome; gives the result's value, in the block where it is known."""
        entry = kind.entry
        meaning = _meaning(entry)
        if entry.flags & Flags.CHANGES_VIEWS:
            self.views.forget()
        result = self.out.call(meaning, *self.arguments(index, item, kind, first, {}), apart=self.is_apart(entry))
        if not entry.has_outcome:
            return result
        outcome = result
        if result_class(entry) is not None:
            both = self.unit.texts.of(meaning).result
            outcome = self.out.value(f"extractvalue {both} {result}, 1")
            result = self.out.value(f"extractvalue {both} {result}, 0")
        produced = result_class(entry)
        keep = None if produced is None else partial(self.out.write, item.slots[0], produced, result)
        self.after_outcome(index, outcome, entry.flags, keep)
        return result

    def is_apart(self, entry: Instruction | NativeFunction) -> bool:
        """Whether the meaning of an entry is called where others have it in line: in the general version, which is
        there for what is not usual.
        """
        return self.entered is not None and entry.usual is not None

    def _joined(self, index: int, item: PreparedInstruction, kind: Joined) -> None:
        """Neither meaning has an outcome."""
        inner = self.out.call(_meaning(kind.first.entry), *self.arguments(index, item, kind.first, 1, {}))
        given = {kind.position: inner}
        outer = self.out.call(
            _meaning(kind.second.entry), *self.arguments(index, item, kind.second, kind.second_slots, given)
        )
        produced = result_class(kind.second.entry)
        assert produced is not None
        self.out.write(item.slots[0], produced, outer)

    def arguments(
        self,
        index: int,
        item: PreparedInstruction,
        kind: Compute | Branch | Alternative,
        first: int,
        given: Mapping[int, str],
    ) -> list[str]:
        """What a meaning is called with: operands that are given, in the slots from `first` on, or constant."""
        arguments: list[str] = []
        slot = first
        for position, operand in enumerate(operand_classes(kind.entry)):
            if position in given:
                value = given[position]
            elif not isinstance(kind, Alternative) and position == kind.constant:
                value = constant_text(item.immediate, operand)
            else:
                value = self.out.read(item.slots[slot], operand)
                slot += 1
            arguments.append(f"{operand.llvm} {value}")
        if has_immediates(kind.entry):
            arguments.append(f"i32 {item.immediate}")
        if kind.entry.flags & Flags.HAS_SITE:
            arguments.append(f"i64 {self.sites[index]}")
        return arguments

    def _control(self, index: int, item: PreparedInstruction, kind: Control) -> None:
        following = f"i{index + 1}"
        match kind:
            case Control.MOVE:
                self._move(item.slots[0], item.slots[1])
            case Control.CONSTANT:
                self._constant_to(item.slots[0], item.immediate)
            case Control.CONSTANT_STRING:
                self._constant_to(item.slots[0], self.unit.image.strings[item.immediate])
            case Control.LOAD_GLOBAL:
                self._load_global(item)
            case Control.STORE_GLOBAL:
                source = self.out.held(item.slots[0])
                bits = self.out.bits(self.out.read(item.slots[0], source), source)
                place = self.out.address(str(self.unit.image.globals[item.immediate]))
                self.out.add(f"store i64 {bits}, ptr {place}{Scope.PROGRAMS.note}")
            case Control.JUMP:
                self.out.go(f"i{item.target}")
            case Control.BRANCH_TRUE | Control.BRANCH_FALSE:
                condition = self.out.read(item.slots[0], MachineClass.BOOL)
                taken, other = f"i{item.target}", following
                if kind is Control.BRANCH_FALSE:
                    taken, other = other, taken
                self.out.fork(condition, taken, other)
            case Control.CHARGE:
                self._charge(str(item.immediate & 0xFFFFFFFF), index + 1, following, item.immediate >> 32)
            case Control.CHARGE_WORK:
                self._charge(self.take_field("work"), index + 1, following)
            case Control.CALL | Control.CALL_VOID | Control.CALL_DYNAMIC | Control.CALL_DYNAMIC_VOID:
                guest_call(self, index, item)
            case Control.PAD:
                self._pad(item.immediate)
            case Control.RETURN:
                returned = self.out.held(item.slots[0])
                value = self.out.read(item.slots[0], returned)
                self.leave_with(self.out.bits(value, returned) if self.gives_bits else value)
            case Control.RETURN_VOID:
                self.leave_with("0")
            case Control.THROW:
                value = self.out.read(item.slots[0], MachineClass.ANY)
                self.out.support("pend_value", f"i64 {value}")
                self.throw(index)
            case Control.CATCH:
                self._catch(index, item)
            case Control.PACK:
                pack_object(self, index, item)
            case Control.PACK_ARRAY:
                pack_array(self, index, item)
            case Control.SPAWN | Control.SPAWN_DYNAMIC | Control.YIELD | Control.CALL_HOST | Control.CALL_HOST_VOID:
                self.stop(index, StopReason.CONTINUE)
            case Control.AWAIT | Control.AWAIT_VOID:
                self._await(index, item)
            case _:
                assert_never(kind)

    def _pad(self, count: int) -> None:
        """Fill the outgoing slots of a call by the general signature behind so many arguments."""
        first = self.function.slot_count + HEADER_SLOTS + 2
        for number in range(count, GENERAL_ARGUMENTS):
            self._constant_to(first + number, UNDEFINED)
        self._constant_to(first + GENERAL_ARGUMENTS, 0)
        self._constant_to(first + GENERAL_ARGUMENTS + 1, count)

    def _move(self, target: int, source: int) -> None:
        held, plan = self.out.held(source), self.out.plan
        if source in plan.numbers and target in plan.numbers:
            self.out.move_number(target, source)
        elif source in plan.wholes and target in plan.wholes:
            self.out.write_whole(target, self.out.read_whole(source))
        else:
            self.out.write(target, held, self.out.read(source, held))

    def _constant_to(self, slot: int, bits: int) -> None:
        if self.out.is_outgoing(slot):
            self.out.add(f"store i64 {signed(bits)}, ptr {self.out.slot(slot)}")
        elif slot in self.out.plan.wholes:
            self.out.write_whole(slot, str(whole_constant(bits)))
        else:
            item = self.out.held(slot)
            self.out.write(slot, item, constant_text(bits, item))

    def _load_global(self, item: PreparedInstruction) -> None:
        place = self.out.address(str(self.unit.image.globals[item.immediate]))
        produced = machine_class(self.unit.module.layout.global_types[item.immediate])
        bits = self.out.value(f"load i64, ptr {place}{Scope.PROGRAMS.note}")
        self.out.write(item.slots[0], produced, self.out.from_bits(bits, produced))

    def _catch(self, index: int, item: PreparedInstruction) -> None:
        taken = self.out.support("take_pending")
        value = self.out.value(f"extractvalue {{ i64, i32 }} {taken}, 0")
        outcome = self.out.value(f"extractvalue {{ i64, i32 }} {taken}, 1")
        self.after_outcome(index, outcome, Flags.ALLOCATES)
        self.out.write(item.slots[0], MachineClass.ANY, value)
        work = self.take_field("thrown_work")
        self._charge(self.out.value(f"add i64 {work}, {item.immediate}"), index + 1, f"i{index + 1}")

    def take_field(self, name: str) -> str:
        """A number of the context, which is then 0."""
        place, _ = self.out.context_field(name)
        number = self.out.value(f"load i64, ptr {place}")
        self.out.add(f"store i64 0, ptr {place}")
        return number

    def _await(self, index: int, item: PreparedInstruction) -> None:
        task = self.out.read(item.slots[-1], MachineClass.REFERENCE)
        offset = self.out.value(f"zext i32 {task} to i64")
        place = self.out.address(self.out.value(f"add i64 {offset}, {Task.LAYOUT['status'].offset}"))
        status = self.out.value(f"load i32, ptr {place}")
        waits = self.out.value(f"icmp ne i32 {status}, {int(TaskStatus.COMPLETE)}")
        self.out.branch(waits, f"odd{index}", f"done{index}")
        self.out.label(f"odd{index}")
        self.stop(index, StopReason.CONTINUE)
        self.out.label(f"done{index}")
        if item.operation.kind is Control.AWAIT:
            result = self.out.address(self.out.value(f"add i64 {offset}, {Task.LAYOUT['result'].offset}"))
            produced = self.out.held(item.slots[0])
            self.out.write(
                item.slots[0], produced, self.out.from_bits(self.out.value(f"load i64, ptr {result}"), produced)
            )


def _may_call(item: PreparedInstruction) -> bool:
    return item.operation.kind in CALLS or isinstance(item.operation.kind, Alternative)


def _meaning(entry: Instruction | NativeFunction) -> Kernel:
    assert entry.meaning is not None
    return as_kernel(entry.meaning)
