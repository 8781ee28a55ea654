"""Writing the code of one function: reachability, temporary locals, and where variables are held."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from plait.bytecode.builder import FunctionBuilder, Label, ModuleBuilder
from plait.errors import FormatError
from plait.frontend.check import typed
from plait.frontend.check.held import held
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.prelude_text import LIBRARY_FILE
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.types import Type, is_numeric
from plait.frontend.compilation import spend
from plait.frontend.lower.object_tables import ObjectTables
from plait.frontend.lower.shared import (
    capture_type,
    declare_shared,
    load_shared,
    storage,
    store_shared,
    throw_unless_ready,
)
from plait.isa.value_types import ANY, BOOL, F64, I32, CellType, ValueType
from plait.source import Span

MAX_CODE_SIZE: Final = 1 << 20
MAX_LOCALS: Final = 3000
"""What the verifier allows of code, and less than what it allows of locals and stack together."""


class TooLargeError(Exception):
    """A function that no module can hold."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What all functions of the module share. `guards` say whether their variable has been declared.

    `wrappers` are functions made by the way, for whoever wants the same again.
    """

    module: ModuleBuilder
    functions: tuple[typed.Function, ...]
    globals: Mapping[typed.Variable, int]
    guards: Mapping[typed.Variable, int]
    captures: typed.Captures
    objects: ObjectTables
    wrappers: dict[Hashable, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """Around a place: a loop or labelled statement that can be left, with the labels to go to."""

    target: typed.JumpTarget
    break_label: Label
    continue_label: Label | None


@dataclass(frozen=True, slots=True, eq=False)
class Guarded:
    """Around a place: a guarded range, which `END_TRY` closes; then the finalizer runs, if there is one."""

    finalizer: typed.Block | None


Surrounding: TypeAlias = Leaving | Guarded


@dataclass(slots=True, eq=False)
class Code:
    """The code of a function in the making. Code that cannot be reached is not written.

    `surroundings` are the statements around the current place, outermost first. `old_values` are the locals of elements
    that are being updated. `captured` are the numbers of what a closure has captured; `captured_ready` and `readies`
    the cells that say whether an early variable is there.
    """

    tables: Tables
    builder: FunctionBuilder
    ranges: Ranges
    function: int | None
    result: ValueType | None
    result_type: Type
    emit_value: Callable[[Code, typed.Expression], None]
    locals: dict[typed.Variable, int] = field(default_factory=dict)
    captured: dict[typed.Variable, int] = field(default_factory=dict)
    captured_ready: dict[typed.Variable, int] = field(default_factory=dict)
    readies: dict[typed.Variable, int] = field(default_factory=dict)
    old_values: dict[typed.OldValue, int] = field(default_factory=dict)
    bounds: dict[typed.Expression, tuple[int, int] | None] = field(default_factory=dict)
    surroundings: list[Surrounding] = field(default_factory=list)
    reachable: bool = True
    _targeted: set[Label] = field(default_factory=set)
    _free: dict[ValueType, list[int]] = field(default_factory=dict)

    def emit(self, mnemonic: str, *immediates: int | float) -> None:
        """Write an instruction that is no jump."""
        if self.reachable:
            self._write(mnemonic, *immediates)
            if mnemonic in ("RETURN", "RETURN_VOID", "THROW", "RETHROW"):
                self.reachable = False

    def jump(self, mnemonic: str, label: Label) -> None:
        """Write a jump, or another instruction that names a place."""
        if self.reachable:
            self._write(mnemonic, label)
            self._targeted.add(label)
            if mnemonic == "JUMP":
                self.reachable = False

    def _write(self, mnemonic: str, *immediates: int | float | Label) -> None:
        spend(1)
        if self.builder.offset > MAX_CODE_SIZE:
            raise TooLargeError(f"it needs more than {MAX_CODE_SIZE} bytes of code")
        try:
            self.builder.emit(mnemonic, *immediates)
        except FormatError as error:
            raise TooLargeError(str(error)) from None

    def _new_local(self, value_type: ValueType) -> int:
        local = self.builder.add_local(value_type)
        if local >= MAX_LOCALS:
            raise TooLargeError(f"it has more than {MAX_LOCALS} variables at a time")
        return local

    def label(self) -> Label:
        """A new label."""
        return self.builder.new_label()

    def place(self, label: Label) -> None:
        """The label stands for what is written next."""
        self.builder.place(label)
        self.reachable = self.reachable or label in self._targeted

    def at(self, span: Span) -> None:
        """What is written next comes from this place of the source. Functions of the library have no place in it."""
        if self.reachable and span.file.name != LIBRARY_FILE:
            self.builder.mark(*span.file.locate(span.start))

    def type_index(self, value_type: ValueType) -> int:
        """The index of a type in the module."""
        return self.tables.module.add_type(value_type)

    def text(self, value: str) -> None:
        """Write the load of a string constant."""
        if self.reachable:
            self.emit("CONST_STRING", self.tables.module.add_string(value))

    @contextmanager
    def temporary(self, value_type: ValueType) -> Iterator[int]:
        """A local for a while."""
        local = self._take_local(value_type)
        yield local
        self._free[value_type].append(local)

    def _take_local(self, value_type: ValueType) -> int:
        free = self._free.setdefault(value_type, [])
        return free.pop() if free else self._new_local(value_type)

    def release(self, variable: typed.Variable) -> None:
        """The variable's block has ended: its local is free for another use."""
        local = self.locals.pop(variable, None)
        if local is not None:
            self._free[capture_type(self.tables.captures, self.ranges, variable)].append(local)

    def held(self, expression: typed.Expression) -> ValueType:
        """How the value of the expression is held once computed: as i32 wherever that makes no difference."""
        if is_numeric(expression.type):
            return F64 if self.ranges.of(expression) is None else I32
        return held(expression.type)

    def storage(self, variable: typed.Variable) -> ValueType:
        """How the variable is held."""
        return storage(self.ranges, variable)

    def local(self, variable: typed.Variable) -> int:
        """The local of a variable of this function."""
        if variable not in self.locals:
            self.locals[variable] = self._take_local(capture_type(self.tables.captures, self.ranges, variable))
        return self.locals[variable]

    def ready(self, variable: typed.Variable) -> int:
        """The local of the cell that says whether an early variable of this function is there."""
        if variable not in self.readies:
            self.readies[variable] = self._new_local(CellType(BOOL))
        return self.readies[variable]

    def is_foreign(self, variable: typed.Variable) -> bool:
        """Whether the variable belongs to the top-level code and this is a function."""
        return variable.function != self.function

    def load(self, variable: typed.Variable, span: Span) -> None:
        """Write the load of a variable; a check, if it may not have its value yet."""
        if load_shared(self, variable, span):
            return
        self.check_declared(variable, span)
        if variable.constant is not None:
            self.emit_value(self, variable.constant)
        elif variable in self.tables.globals:
            self.at(span)
            self.emit("LOAD_GLOBAL", self.tables.globals[variable])
        else:
            self.emit("LOAD_LOCAL", self.local(variable))

    def store(self, variable: typed.Variable, span: Span) -> None:
        """Write an assignment of the top of the stack, held as the variable is."""
        if store_shared(self, variable, span):
            return
        if variable not in self.tables.globals:
            self.emit("STORE_LOCAL", self.local(variable))
            return
        self.check_declared(variable, span)
        self.emit("STORE_GLOBAL", self.tables.globals[variable])

    def check_declared(self, variable: typed.Variable, span: Span) -> None:
        """Write a check that a variable of the top-level code has been declared, where it may not be."""
        if self.is_foreign(variable) and variable in self.tables.guards:
            throw_unless_ready(self, variable, span, lambda: self.emit("LOAD_GLOBAL", self.tables.guards[variable]))

    def check_class(self, info: ClassInfo, span: Span) -> None:
        """Write a check that a class has been declared, where it may not be."""
        if info.variable is not None:
            self.check_declared(info.variable, span)

    def declare(self, variable: typed.Variable, span: Span) -> None:
        """Write the beginning of a variable whose value is the top of the stack."""
        if not declare_shared(self, variable, has_value=True):
            self.store(variable, span)

    def begin(self, variable: typed.Variable) -> None:
        """Write that the variable has been declared."""
        if variable in self.tables.guards:
            self.emit("CONST_TRUE")
            self.emit("STORE_GLOBAL", self.tables.guards[variable])


def element_suffix(element: ValueType) -> str:
    """The ending of the array instructions for an element type."""
    if element is I32:
        return "I32"
    if element is F64:
        return "F64"
    if element is ANY:
        return "ANY"
    return "BOOL" if element is BOOL else "REF"
