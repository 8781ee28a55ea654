"""Writing the code of one function of the machine: reachability, temporary locals, places of the source, dispatch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, TypeVar

from plait.bytecode.builder import FunctionBuilder, Label
from plait.errors import FormatError
from plait.frontend.codes import Code as Diagnosis
from plait.frontend.compilation import Compilation, TooMuchError, current
from plait.frontend.next import syntax
from plait.frontend.next.lower.library_names import LibraryFunction
from plait.frontend.next.lower.program_tables import ProgramTables
from plait.frontend.next.represent.flows import Direct
from plait.frontend.next.represent.held import BOXES, MACHINE, Held
from plait.frontend.next.represent.units import Unit, UnitTable, Variable
from plait.isa.value_types import ANY, ValueType
from plait.native.table import BY_NAME
from plait.source import Span

MAX_CODE_SIZE: Final = 1 << 20
MAX_LOCALS: Final = 3000
"""What the verifier allows of code, and less than what it allows of locals and stack together."""

MAX_WAITING: Final = 64
"""So many words of expressions that are not complete stand on the stack."""

_ENDS: Final = frozenset({"RETURN", "RETURN_VOID", "THROW", "RETHROW"})
"""Instructions behind which execution does not go on."""

Written = TypeVar("Written")


def is_int(value: float) -> bool:
    """Whether a number of the text is an int."""
    return float(value).is_integer() and value < 1 << 31


ValueLowering: TypeAlias = "Callable[[Code, Any], Held]"
EffectLowering: TypeAlias = "Callable[[Code, Any], None]"


@dataclass(frozen=True, slots=True)
class Lowerings:
    """How each class of nodes is lowered: for its value, for its effect alone, as a statement."""

    values: Mapping[type, ValueLowering]
    effects: Mapping[type, EffectLowering]
    statements: Mapping[type, EffectLowering]
    branches: Mapping[type, Callable[[Code, Any, Label, bool], None]]


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """Around a place: a statement that `break` or `continue` can leave, with the labels to go to.

    A loop that closes an iterator is two of these: outside of what closes it for `break`, inside for `continue`.
    """

    names: tuple[str, ...]
    answers_break: bool
    break_label: Label | None
    continue_label: Label | None


@dataclass(frozen=True, slots=True, eq=False)
class Guarded:
    """Around a place: a guarded range, which `END_TRY` closes; then the finalizer is written, if there is one."""

    finalizer: Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class Jump:
    """A way out of surroundings: to a label."""

    label: Label


@dataclass(frozen=True, slots=True)
class Return:
    """A way out of all surroundings: a return of the value in a local, if any."""

    value: int | None


Exit: TypeAlias = Jump | Return


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Around a place: a guarded range whose finalizer is written once, at a label.

    `way` is the local that says how to go on behind it, `value` that of a value that is returned through it; `exits`
    are the ways out that go through it, each with the number of the surroundings that it leaves standing.
    """

    way: int
    value: int | None
    label: Label
    exits: list[tuple[Exit, int]] = field(default_factory=list)


Surrounding: TypeAlias = Leaving | Guarded | Shared


@dataclass(slots=True, eq=False)
class Code:
    """The code of a function in the making. Code that cannot be reached is not written.

    `first_capture` is the number of the first captured variable of the unit; `this_local` the local that `this` stands
    in; `is_static`: that is the class whose static parts are written, whatever `this` is around. `result` says how the
    function gives its result, None if it gives none. `resources` is the local of the list of what the block around
    disposes of. `waiting` words are on the stack, at least, while what is combined with them is computed.
    """

    program: ProgramTables
    table: UnitTable
    unit: Unit
    builder: FunctionBuilder
    lowerings: Lowerings
    result: Held | None
    direct: Direct | None = None
    first_capture: int = 1
    this_local: int | None = None
    is_static: bool = False
    has_place: bool = True
    is_library: bool = False
    locals: dict[Variable, int] = field(default_factory=dict)
    surroundings: list[Surrounding] = field(default_factory=list)
    reachable: bool = True
    labels: tuple[str, ...] = ()
    chain_end: Label | None = None
    class_name: str = ""
    enum_object: int | None = None
    namespace: int | None = None
    resources: int | None = None
    in_static_block: bool = False
    waiting: int = 0
    _compilation: Compilation = field(default_factory=current)
    _targeted: set[Label] = field(default_factory=set)
    _free: dict[ValueType, list[int]] = field(default_factory=dict)

    # Instructions.

    def emit(self, mnemonic: str, *immediates: int | float) -> None:
        """Write an instruction that is no jump."""
        if self.reachable:
            self._write(mnemonic, immediates)
            if mnemonic in _ENDS:
                self.reachable = False

    def jump(self, mnemonic: str, label: Label) -> None:
        """Write a jump, or another instruction that names a place."""
        if self.reachable:
            self._write(mnemonic, (label,))
            self._targeted.add(label)
            if mnemonic == "JUMP":
                self.reachable = False

    def _write(self, mnemonic: str, immediates: tuple[int | float | Label, ...]) -> None:
        self._compilation.spend(1)
        if self.builder.offset > MAX_CODE_SIZE:
            raise self.too_large(f"it needs more than {MAX_CODE_SIZE} bytes of code")
        try:
            self.builder.emit(mnemonic, *immediates)
        except FormatError as error:
            raise self.too_large(str(error)) from None

    def too_large(self, reason: str) -> TooMuchError:
        """The error of a function that no module can hold."""
        node = self.unit.node
        span = Span(self.table.bound.file, node.start, min(node.end, node.start + 1))
        message = f"the function `{self.builder.name}` is too large: {reason}"
        return TooMuchError(Diagnosis.TOO_LARGE, span, message, "split it")

    def report(self, diagnosis: Diagnosis, node: syntax.Node, message: str, hint: str = "") -> None:
        """Report something that plait does not do."""
        self.program.diagnostics.report(diagnosis, Span(self.table.bound.file, node.start, node.end), message, hint)

    def label(self) -> Label:
        """A new label."""
        return self.builder.new_label()

    def place(self, label: Label) -> None:
        """The label stands for what is written next."""
        self.builder.place(label)
        self.reachable = self.reachable or label in self._targeted

    def at(self, node: syntax.Node) -> None:
        """What is written next comes from this place of the source."""
        if self.reachable and self.has_place:
            self.builder.mark(*self.table.bound.file.locate(node.start))

    def native(self, name: str) -> None:
        """Write a call of a native."""
        entry = BY_NAME[name]
        self.emit("NATIVE_CALL", entry.id, len(entry.effect.pops))

    def text(self, value: str, mnemonic: str = "CONST_STRING") -> None:
        """Write the load of a string constant."""
        if self.reachable:
            if self.program.library is not None:
                self.program.library.add_program_text(value)
            self.emit(mnemonic, self.program.module.add_string(value))

    def computed_name(self) -> None:
        """A property is read whose name is computed."""
        if self.program.library is not None:
            self.program.library.add_all_names()

    def word_text(self, value: str) -> None:
        """Write the load of a string constant as a word."""
        self.text(value, "CONST_WORD")

    def key(self, name: str) -> None:
        """Write the load of a property's name as a word."""
        self.word_text(name)

    def integer(self, value: int) -> None:
        """Write the load of an i32."""
        self.emit("CONST_I32", value)

    def type_index(self, value_type: ValueType) -> int:
        """The index of a type in the module."""
        return self.program.module.add_type(value_type)

    def null(self, value_type: ValueType) -> None:
        """Write the load of a null reference."""
        self.emit("CONST_NULL", self.type_index(value_type))

    # Locals.

    @contextmanager
    def temporary(self, held: Held = Held.WORD) -> Iterator[int]:
        """A local for a while."""
        local = self.take(MACHINE[held])
        yield local
        self.give_back(MACHINE[held], local)

    def take(self, value_type: ValueType) -> int:
        """A local, to be given back."""
        free = self._free.setdefault(value_type, [])
        if free:
            return free.pop()
        local = self.builder.add_local(value_type)
        if local >= MAX_LOCALS:
            raise self.too_large(f"it has more than {MAX_LOCALS} variables at a time")
        return local

    def take_list(self) -> int:
        """A local that holds a new list."""
        local = self.builder.add_local(MACHINE[Held.LIST])
        self.emit("NEW_ARRAY", self.type_index(ANY))
        self.store(local)
        return local

    def give_back(self, value_type: ValueType, local: int) -> None:
        """The local is free for another use."""
        self._free.setdefault(value_type, []).append(local)

    def load(self, local: int) -> None:
        """Write the load of a local."""
        self.emit("LOAD_LOCAL", local)

    def store(self, local: int) -> None:
        """Write a store into a local."""
        self.emit("STORE_LOCAL", local)

    # Values.

    def value(self, node: Any) -> Held:
        """Write the computation of an expression; how its value is held."""
        numbers = self.program.flows_in(self.table).numbers
        wanted = numbers.stored.get(node)
        if wanted is not None:
            return self._stored(node, wanted)
        held = self.lowerings.values[type(node)](self, node)
        for kind in numbers.within.get(node, ()):
            self.convert(held, Held.WORD)
            held = Held.WORD
            self.at(node)
            if kind is Held.INT:
                self.library("intWithin")
            else:
                self._unless_long("longWithin")
        return held

    def _stored(self, node: Any, wanted: Held) -> Held:
        """Write the computation of an expression that becomes an int or a long."""
        match node:
            case syntax.NumericLiteral(value=value) if wanted is Held.INT and is_int(value):
                self.integer(int(value))
            case syntax.BigIntLiteral(value=value) if wanted is Held.LONG and value < 1 << 63:
                self.emit("CONST_I64", value)
            case _:
                held = self.lowerings.values[type(node)](self, node)
                self.at(node)
                self.convert(held, wanted)
        return wanted

    def above(self, waiting: int, write: Callable[[], Written]) -> Written:
        """Write the computation of something while so many words more wait on the stack."""
        self.waiting += waiting
        written = write()
        self.waiting -= waiting
        return written

    def has_room(self, words: int) -> bool:
        """Whether so many words may wait on the stack. What is nested deeper keeps them in locals: the verifier looks
        at the whole stack again and again.
        """
        return self.waiting + words <= MAX_WAITING

    def effect(self, node: Any) -> None:
        """Write the computation of an expression whose value nobody wants."""
        lowering = self.lowerings.effects.get(type(node))
        if lowering is not None:
            lowering(self, node)
        else:
            self.value(node)
            self.emit("POP")

    def statement(self, node: Any) -> None:
        """Write a statement."""
        if self.reachable or isinstance(node, syntax.FunctionDeclaration):
            self.lowerings.statements[type(node)](self, node)

    def branch(self, node: Any, label: Label, sense: bool) -> None:
        """Write a jump to the label if an expression is true (or false), else go on."""
        lowering = self.lowerings.branches.get(type(node))
        if lowering is not None:
            lowering(self, node, label, sense)
        else:
            self.truth(self.value(node))
            self.jump("JUMP_IF_TRUE" if sense else "JUMP_IF_FALSE", label)

    def word(self, node: Any) -> None:
        """Write the computation of an expression as a word."""
        if isinstance(node, syntax.StringLiteral):
            self.word_text(node.value)
        else:
            self.convert(self.value(node), Held.WORD)

    def valued(self, node: Any, held: Held) -> None:
        """Write the computation of an expression, held as wanted; it must be held so or as a word."""
        self.convert(self.value(node), held)

    def number(self, node: Any) -> None:
        """Write the computation of an expression as a number, as JavaScript converts it."""
        self.to_number(self.value(node))

    # Conversions of the top of the stack.

    def convert(self, held: Held, wanted: Held) -> None:
        """Write the change from one way to hold a value to another; what is not what it should be throws."""
        if held is wanted:
            return
        if wanted is Held.WORD:
            self.emit(BOXES[held])
        elif held in (Held.INTEGER, Held.INT) and wanted in (Held.INTEGER, Held.INT):
            pass
        elif held in (Held.INTEGER, Held.INT) and wanted is Held.NUMBER:
            self.emit("I32_TO_F64")
        elif wanted is Held.INT:
            self.convert(held, Held.NUMBER)
            self.emit("F64_TO_I32")
        elif wanted is Held.INTEGER:
            self.convert(held, Held.NUMBER)
            self.native("number.toInteger")
        else:
            self.convert(held, Held.WORD)
            self._unbox(wanted)

    def _unbox(self, wanted: Held) -> None:
        match wanted:
            case Held.NUMBER:
                self.emit("UNBOX_F64")
            case Held.BOOLEAN:
                self.emit("UNBOX_BOOL")
            case Held.LONG:
                self._unbox_long()
            case _:
                self.emit("UNBOX_REF", self.type_index(MACHINE[wanted]))

    def _unbox_long(self) -> None:
        self._unless_long("notLong")
        self.emit("UNBOX_I64")

    def _unless_long(self, name: str) -> None:
        """Write a call of a library function with the word on the stack, if that is no long."""
        is_long = self.label()
        self.emit("DUP")
        self.emit("ANY_IS", self.type_index(MACHINE[Held.LONG]))
        self.jump("JUMP_IF_TRUE", is_long)
        self.library(name)
        self.place(is_long)

    def to_number(self, held: Held, convert: str = "toNumber") -> None:
        """Write JavaScript's conversion to a number, of a word by a function of the library."""
        match held:
            case Held.NUMBER:
                pass
            case Held.INTEGER | Held.INT:
                self.emit("I32_TO_F64")
            case Held.BOOLEAN:
                self.emit("BOX_BOOL")
                self.native_or_library("dynamic.number", "toNumber")
            case Held.WORD:
                self.native_or_library("dynamic.number", convert)
            case _:
                self.convert(held, Held.WORD)
                self.library("toNumber")

    def to_text(self, held: Held) -> None:
        """Write JavaScript's conversion to a string."""
        match held:
            case Held.STRING:
                pass
            case Held.NUMBER:
                self.emit("F64_TO_STRING")
            case Held.INTEGER | Held.INT:
                self.emit("I32_TO_STRING")
            case Held.LONG:
                self.emit("I64_TO_STRING")
            case Held.BOOLEAN:
                self.emit("BOOL_TO_STRING")
            case _:
                self.convert(held, Held.WORD)
                self.library("toText")

    def truth(self, held: Held) -> None:
        """Write the test whether a condition holds of a value."""
        match held:
            case Held.BOOLEAN:
                pass
            case Held.INTEGER | Held.INT:
                self.integer(0)
                self.emit("INE")
            case Held.LONG:
                self.emit("CONST_I64", 0)
                self.emit("LNE")
            case Held.STRING:
                self.emit("STRING_LENGTH")
                self.integer(0)
                self.emit("INE")
            case Held.LIST | Held.FUNCTION:
                self.emit("POP")
                self.emit("CONST_TRUE")
            case _:
                self.convert(held, Held.WORD)
                self.emit("ANY_TRUTHY")

    # Calls of the library.

    def library(self, name: str) -> Held | None:
        """Write a direct call of a library function, whose arguments are on the stack, held as it wants them."""
        if not self.reachable:
            return Held.WORD
        function = self.program.library_function(name)
        self.emit("CALL", function.index, len(function.parameters))
        return function.result

    def native_or_library(self, native: str, name: str) -> None:
        """Write a call of a native, and of a library function with the same arguments where the native declines."""
        if self.reachable:
            self.emit("NATIVE_OR_CALL", BY_NAME[native].id, self.program.library_function(name).index)

    def library_signature(self, name: str) -> LibraryFunction:
        """How a library function is called."""
        return self.program.library_function(name)

    def throws(self, name: str, *texts: str) -> None:
        """Write a call of a library function that throws; texts are its arguments."""
        for text in texts:
            self.text(text)
        if self.library(name) is not None:
            self.emit("POP")

    def undefined(self) -> None:
        """Write the load of undefined."""
        self.emit("CONST_UNDEFINED")

    def absent_test(self) -> None:
        """Write the test whether the word on top, which stays, is absent."""
        self.emit("DUP")
        self.native("value.isAbsent")

    def present(self) -> None:
        """Write that the word on top, if it is absent, becomes undefined: what is read of a hole."""
        there = self.label()
        self.absent_test()
        self.jump("JUMP_IF_FALSE", there)
        self.emit("POP")
        self.undefined()
        self.place(there)

    def cell_type(self, held: Held) -> ValueType:
        """The machine's type of a variable held so."""
        return MACHINE[held]
