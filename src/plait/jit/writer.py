"""Writing LLVM IR: values, blocks, calls of kernels, and the slots and memory of a guest function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, assert_never

from plait.jit.slot_plan import SlotPlan
from plait.jit.slots import slot_of
from plait.jit.straight_line import straight_line
from plait.kernel import Kernel
from plait.kernel.call_texts import CallTexts
from plait.kernel.memory_scopes import Scope
from plait.memory.layouts import CONTEXT_OFFSET, FIRST_NUMBER, FRAME_HEADER, Context
from plait.prepare.image import ProgramImage
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedFunction, PreparedModule
from plait.runtime.dynamic import NAN_WORD

NO_WORD = 5
"""No value is this word: constants are below it, references and numbers far above."""

UNLIKELY = "!prof !0"
"""Metadata for branches whose first target is cold; the unit defines `!0`."""


class Interpreted(NamedTuple):
    """What the interpreter does for compiled code (`vm.compiled_support`)."""

    call: Kernel
    """Call a function that is not compiled."""
    go_on: Kernel
    """Go on where the usual version of a function ends."""


class UnitContext(NamedTuple):
    """What the text of a function depends on besides the function: the module, its image, who else is in the unit.

    A named tuple, because making a data class takes longer than importing all the rest of this module.
    """

    module: PreparedModule
    image: ProgramImage
    members: frozenset[int]
    """The functions whose bodies stand in the unit, copies for inlining among them."""
    inlined: frozenset[int]
    """Those among them by which calls are replaced."""
    first_sites: Mapping[int, int]
    """The number of the first of its own sites of each of the program's own functions."""
    texts: CallTexts
    support: dict[str, Kernel]
    interpreted: Interpreted
    forges: bool
    """Whether slots begin with forged references, and frames are filled with them before live values are saved."""


class IrWriter:
    """The text of one LLVM function as it grows; `called` collects the kernels that it calls, by name.

    `open` says whether the block being written still lacks its end, `used` holds the labels that something leads to.
    """

    def __init__(self, unit: UnitContext, function: PreparedFunction, plan: SlotPlan) -> None:
        self.unit = unit
        self.function = function
        self.plan = plan
        self.called: dict[str, None] = {}
        self.watched: dict[int, str] = {}
        """Variables, i64, that become 0 when the slots of words are written."""
        self.lines: list[str] = []
        self.counter = 0
        self.open = False
        self.used: set[str] = set()

    # Pieces of text

    def add(self, line: str) -> None:
        """Append an instruction."""
        self.lines.append("  " + line)

    def end(self, line: str) -> None:
        """Append the instruction that ends the block."""
        self.add(line)
        self.open = False

    def label(self, label: str) -> None:
        """Begin a block; the one before goes on into it, unless it has ended."""
        if self.open:
            self.go(label)
        self.lines.append(f"{label}:")
        self.open = True

    def new(self) -> str:
        """A fresh name for a value."""
        self.counter += 1
        return f"%t{self.counter}"

    def value(self, text: str) -> str:
        """Append an instruction that gives a value; the name of the value."""
        name = self.new()
        self.add(f"{name} = {text}")
        return name

    def branch(self, condition: str, cold: str, otherwise: str) -> None:
        """Go to the first label, which is unlikely, if the condition holds, else to the second."""
        self.used.update((cold, otherwise))
        self.end(f"br i1 {condition}, label %{cold}, label %{otherwise}, {UNLIKELY}")

    def fork(self, condition: str, yes: str, no: str) -> None:
        """Go to the first label if the condition holds, else to the second."""
        self.used.update((yes, no))
        self.end(f"br i1 {condition}, label %{yes}, label %{no}")

    def go(self, label: str) -> None:
        """Go to a label."""
        self.used.add(label)
        self.end(f"br label %{label}")

    def keep_apart(self, number: int) -> None:
        """Keep the block from being merged with others that end alike but for a number. LLVM would compute what they
        differ in before it branches to them: where the code is hot that they leave.
        """
        self.add(f'call void asm sideeffect "", "i"(i64 {number})')

    def call(self, kernel: Kernel, *arguments: str, scope: Scope | None = None, apart: bool = False) -> str:
        """Call a kernel; the arguments are LLVM values with their types. Gives the result's name, "" for none.

        `scope` says to which memory a kernel that is not inline keeps (`kernel.memory_scopes`); `apart`, that one which
        is inline stands in the unit once for all such calls.
        """
        text = self.unit.texts.of(kernel)
        template = straight_line(text.definition) if text.definition and not apart else None
        if template is not None:
            lines, result = template.pasted([argument.rpartition(" ")[2] for argument in arguments], self.new() + ".")
            self.lines += [f"  {line}" for line in lines]
            self.called.update(dict.fromkeys(text.callees))
            return result
        self.called[kernel.name] = None
        note = scope.note if scope else ""
        place = " noinline" if apart and text.definition else ""
        call = f"call {text.result} @{kernel.name}({', '.join(['ptr %base', *arguments])}){place}{note}"
        if text.result != "void":
            return self.value(call)
        self.add(call)
        return ""

    def support(self, name: str, *arguments: str, scope: Scope | None = None) -> str:
        """Call a support kernel."""
        return self.call(self.unit.support[name], *arguments, scope=scope)

    # Slots and memory

    def slot(self, slot: int) -> str:
        """The name of the variable that holds a slot: of a number slot, the word."""
        return f"%s{slot}"

    def declare_slot(self, slot: int) -> None:
        """Write the variables of a slot of the function's own."""
        held = "i64" if slot in self.plan.wholes else self.held(slot).llvm
        self.add(f"{self.slot(slot)} = alloca {held}")
        if slot in self.plan.numbers:
            self.add(f"{self.slot(slot)}.number = alloca double")

    def held(self, slot: int) -> MachineClass:
        """How a slot of the function's own is held."""
        return self.function.slot_classes[slot_of(slot)]

    def is_outgoing(self, slot: int) -> bool:
        """Whether the slot is a parameter of the next call; such slots are held as 8 bytes."""
        return slot_of(slot) >= self.function.slot_count

    def read(self, slot: int, item: MachineClass) -> str:
        """The value of a slot."""
        if self.is_outgoing(slot):
            return self.from_bits(self.value(f"load i64, ptr {self.slot(slot)}"), item)
        held = self.held(slot)
        if slot in self.plan.numbers:
            value = self._word_of(slot)
        elif slot in self.plan.wholes:
            value = self.value(f"sitofp i64 {self.value(f'load i64, ptr {self.slot(slot)}')} to double")
        else:
            value = self.value(f"load {held.llvm}, ptr {self.slot(slot)}")
        return self.bits(value, held) if item is MachineClass.WORD else value

    def write(self, slot: int, item: MachineClass, value: str) -> None:
        """Set a slot."""
        if self.is_outgoing(slot):
            self.add(f"store i64 {self.bits(value, item)}, ptr {self.slot(slot)}")
            return
        self._forget(slot)
        held = self.held(slot)
        if item is MachineClass.WORD:
            value = self.from_bits(value, held)
        if slot in self.plan.numbers:
            is_number, number = self.number_in(value)
            self._store_number(slot, number, self.value(f"select i1 {is_number}, i64 {NO_WORD}, i64 {value}"))
        elif slot in self.plan.wholes:
            # What is written is whole: another value comes from a frame of forged ones, which nobody reads.
            whole = self.value(f"freeze i64 {self.value(f'fptosi double {value} to i64')}")
            self.write_whole(slot, whole)
        else:
            self.add(f"store {held.llvm} {value}, ptr {self.slot(slot)}")

    # Words that may be numbers, and whole numbers

    def number_in(self, word: str) -> tuple[str, str]:
        """Whether a word is a number, and the number that it is then."""
        moved = self.value(f"sub i64 {word}, {FIRST_NUMBER}")
        # All words below the numbers come to lie above them: there are no more than `FIRST_NUMBER`.
        is_number = self.value(f"icmp ult i64 {moved}, {-FIRST_NUMBER}")
        return is_number, self.value(f"bitcast i64 {moved} to double")

    def word_in(self, number: str) -> str:
        """The word of a number: all NaNs are one."""
        word = self.value(f"add i64 {self.value(f'bitcast double {number} to i64')}, {FIRST_NUMBER}")
        is_nan = self.value(f"fcmp uno double {number}, 0.0")
        return self.value(f"select i1 {is_nan}, i64 {NAN_WORD}, i64 {word}")

    def read_number(self, slot: int) -> tuple[str, str]:
        """Whether the word in a slot is a number, and the number that it is then."""
        if slot not in self.plan.numbers:
            return self.number_in(self.read(slot, MachineClass.ANY))
        is_number = self.value(f"icmp eq i64 {self.other_word(slot)}, {NO_WORD}")
        return is_number, self.value(f"load double, ptr {self.slot(slot)}.number")

    def other_word(self, slot: int) -> str:
        """The word in a number slot, NO_WORD if it is a number."""
        return self.value(f"load i64, ptr {self.slot(slot)}")

    def write_number(self, slot: int, number: str) -> None:
        """Set a slot of words to a number."""
        if self.is_outgoing(slot) or slot not in self.plan.numbers:
            self.write(slot, MachineClass.ANY, self.word_in(number))
        else:
            self._store_number(slot, number, str(NO_WORD))

    def move_number(self, target: int, source: int) -> None:
        """Set a number slot to another."""
        _, number = self.read_number(source)
        self._store_number(target, number, self.other_word(source))

    def _forget(self, slot: int) -> None:
        if slot in self.watched:
            self.add(f"store i64 0, ptr {self.watched[slot]}")

    def _store_number(self, slot: int, number: str, word: str) -> None:
        self._forget(slot)
        self.add(f"store double {number}, ptr {self.slot(slot)}.number")
        self.add(f"store i64 {word}, ptr {self.slot(slot)}")

    def _word_of(self, slot: int) -> str:
        is_number, number = self.read_number(slot)
        return self.value(f"select i1 {is_number}, i64 {self.word_in(number)}, i64 {self.other_word(slot)}")

    def read_whole(self, slot: int) -> str:
        """The number in a whole slot, an i64."""
        return self.value(f"load i64, ptr {self.slot(slot)}")

    def index_in(self, slot: int) -> tuple[str, str | None]:
        """The i64 that an index in a slot of f64 is, and whether it is one; None if that is certain."""
        if slot in self.plan.wholes:
            return self.read_whole(slot), None
        number = self.read(slot, MachineClass.F64)
        whole = self.value(f"freeze i64 {self.value(f'fptosi double {number} to i64')}")
        return whole, self.value(f"fcmp oeq double {self.value(f'sitofp i64 {whole} to double')}, {number}")

    def write_whole(self, slot: int, value: str) -> None:
        """Set a slot of f64 to a whole number, which is exact as one and not -0."""
        if slot in self.plan.wholes:
            self.add(f"store i64 {value}, ptr {self.slot(slot)}")
        else:
            self.write(slot, MachineClass.F64, self.value(f"sitofp i64 {value} to double"))

    def bits(self, value: str, item: MachineClass) -> str:
        """A value as the 8 bytes of a slot."""
        match item:
            case MachineClass.I64 | MachineClass.ANY | MachineClass.WORD:
                return value
            case MachineClass.F64:
                return self.value(f"bitcast double {value} to i64")
            case MachineClass.I32 | MachineClass.BOOL | MachineClass.REFERENCE:
                return self.value(f"zext {item.llvm} {value} to i64")
            case _:
                assert_never(item)

    def from_bits(self, bits: str, item: MachineClass) -> str:
        """A value from the 8 bytes of a slot."""
        match item:
            case MachineClass.I64 | MachineClass.ANY | MachineClass.WORD:
                return bits
            case MachineClass.F64:
                return self.value(f"bitcast i64 {bits} to double")
            case MachineClass.I32 | MachineClass.BOOL | MachineClass.REFERENCE:
                return self.value(f"trunc i64 {bits} to {item.llvm}")
            case _:
                assert_never(item)

    def address(self, offset: str) -> str:
        """The host address of an offset."""
        return self.value(f"getelementptr i8, ptr %base, i64 {offset}")

    def frame_address(self, distance: int) -> str:
        """The host address at a distance from the frame."""
        return self.value(f"getelementptr i8, ptr %home, i64 {distance}")

    def _home(self, slot: int) -> str:
        """The host address of a slot's place in the frame."""
        return self.frame_address(FRAME_HEADER + 8 * slot_of(slot))

    def store_home(self, slot: int, item: MachineClass, value: str | None = None) -> None:
        """Write a slot's value (or `value`) to its place in the frame."""
        held = self.read(slot, item) if value is None else value
        typed = f"double {held}" if item is MachineClass.F64 else f"i64 {self.bits(held, item)}"
        self.add(f"store {typed}, ptr {self._home(slot)}")

    def store_live(self, index: int) -> None:
        """Write home what must be in the frame when it stops at an index."""
        for slot, item in self.function.live[index]:
            self.store_home(slot, item)

    def set_aside(self, index: int) -> list[int]:
        """Write numbers that are live at an index to their places in the frame, where nobody looks, so that a call
        that happens seldom does not cost all the code around it the registers of f64, none of which a call keeps.
        Gives the slots, which `take_back` reads again.
        """
        live = [slot for slot, _ in self.function.live.get(index, ()) if self._holds_number(slot)]
        for slot in live:
            number = self.value(f"load double, ptr {self._number_variable(slot)}")
            self.add(f"store double {number}, ptr {self._home(slot)}{Scope.MACHINE.note}")
        return live

    def take_back(self, slots: list[int]) -> None:
        """Read numbers again that have been set aside."""
        for slot in slots:
            number = self.value(f"load double, ptr {self._home(slot)}{Scope.MACHINE.note}")
            self.add(f"store double {number}, ptr {self._number_variable(slot)}")

    def _holds_number(self, slot: int) -> bool:
        if slot in self.plan.numbers:
            return True
        return self.held(slot) is MachineClass.F64 and slot not in self.plan.wholes

    def _number_variable(self, slot: int) -> str:
        return self.slot(slot) + (".number" if slot in self.plan.numbers else "")

    def context_field(self, name: str) -> tuple[str, str]:
        """Address and LLVM type of a word of the context."""
        field = Context.LAYOUT[name]
        llvm = "i64" if llvm_of(field.type) == "i64" else "i32"
        return self.address(str(CONTEXT_OFFSET + field.offset)), llvm

    def load_context(self, name: str) -> str:
        """A word of the context as i64."""
        place, llvm = self.context_field(name)
        value = self.value(f"load {llvm}, ptr {place}")
        return value if llvm == "i64" else self.value(f"zext {llvm} {value} to i64")


def to_bits(name: str, llvm: str, value: str) -> list[str]:
    if llvm == "i64":
        return [f"  %{name} = add i64 {value}, 0"]
    if llvm == "double":
        return [f"  %{name} = bitcast double {value} to i64"]
    return [f"  %{name} = zext {llvm} {value} to i64"]


def load_slot_lines(name: str, slot: int, item: MachineClass) -> list[str]:
    """Instructions that load a slot from the frame at `%home`."""
    lines = [f"  %{name}.a = getelementptr i8, ptr %home, i64 {FRAME_HEADER + 8 * slot_of(slot)}"]
    if item is MachineClass.BOOL:
        return [*lines, f"  %{name}.b = load i8, ptr %{name}.a", f"  %{name} = icmp ne i8 %{name}.b, 0"]
    return [*lines, f"  %{name} = load {item.llvm}, ptr %{name}.a"]


UNOPTIMISED = "optnone noinline nounwind"
"""Attributes of code that LLVM is not to spend time on: what runs once, and mere transitions."""

HOME = "%home = getelementptr i8, ptr %base, i64 %frame"
"""What a function begins with: the host address of its frame."""


def llvm_of(value_type: object) -> str:
    """The LLVM type of a kernel's value: struct values are 32-bit offsets."""
    return str(getattr(value_type, "llvm", "i32"))


def signed(bits: int) -> int:
    bits &= (1 << 64) - 1
    return bits - (1 << 64) if bits >> 63 else bits


def constant_text(bits: int, item: MachineClass) -> str:
    """The LLVM constant for the 8 bytes of a slot."""
    match item:
        case MachineClass.I64 | MachineClass.ANY | MachineClass.WORD:
            return str(signed(bits))
        case MachineClass.F64:
            return f"0x{bits:016X}"
        case MachineClass.BOOL:
            return "true" if bits else "false"
        case MachineClass.I32 | MachineClass.REFERENCE:
            return str(bits & 0xFFFFFFFF)
        case _:
            assert_never(item)
