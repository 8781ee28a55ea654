"""Making modules in Python: tables that find what they already have, functions with labels and source positions."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from plait.bytecode.encoding import PLAIN_ENCODINGS, encode_instruction, find_instruction
from plait.bytecode.module import (
    FIRST_HOST_ID,
    Base,
    ClassDefinition,
    Field,
    Function,
    Global,
    HostImport,
    InterfaceDefinition,
    Method,
    Module,
    SourcePosition,
)
from plait.bytecode.text import normalize_text
from plait.errors import FormatError
from plait.isa import Immediate
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.value_types import ClosureType, ValueType


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A place in one function's code, to jump to before or after it is placed. Equal only to itself."""

    function: FunctionBuilder
    number: int

    def __repr__(self) -> str:
        return f"Label({self.number})"


class _Jump(NamedTuple):
    """An instruction up to the byte `end` whose immediate is a label, which is resolved when the function is built."""

    end: int
    label: Label


_DISTANCE: Final = struct.Struct(f"<{Immediate.JUMP.format}")
"""The immediate of a jump."""


class FunctionBuilder:
    """The code of one function, instruction by instruction.

    Locals are numbered parameters first. Every method raises `FormatError` on misuse and has then changed nothing.
    """

    def __init__(
        self,
        index: int,
        name: str,
        parameter_types: tuple[ValueType, ...],
        result: ValueType | None,
        captures: tuple[ValueType, ...] | None = None,
    ) -> None:
        self.index = index
        self.captures = captures
        self.name = name
        self.parameter_types = parameter_types
        self.result = result
        self._local_types: list[ValueType] = []
        self._code = bytearray()
        self._positions: list[SourcePosition] = []
        self._mark: tuple[int, int] | None = None
        self._label_count = 0
        self._placed: dict[Label, int] = {}
        self._jumps: list[_Jump] = []

    @property
    def offset(self) -> int:
        """The byte offset of the instruction that is emitted next."""
        return len(self._code)

    def add_local(self, value_type: ValueType) -> int:
        """A new local; its index."""
        _check_type(value_type)
        self._local_types.append(value_type)
        return len(self.parameter_types) + len(self._local_types) - 1

    def new_label(self) -> Label:
        """A label that is not placed yet."""
        self._label_count += 1
        return Label(self, self._label_count - 1)

    def place(self, label: Label) -> None:
        """The label stands for the instruction that is emitted next."""
        self._check_owner(label)
        if label in self._placed:
            raise FormatError(f"function {self.name!r}: {label} is placed twice")
        self._placed[label] = self.offset

    def mark(self, line: int, column: int) -> None:
        """The instructions emitted from here on come from this line and column, both from 1."""
        if type(line) is not int or type(column) is not int:
            raise FormatError(f"function {self.name!r}: lines and columns are integers, not {line!r} and {column!r}")
        if line < 1 or column < 1:
            raise FormatError(f"function {self.name!r}: lines and columns count from 1, not {line}:{column}")
        self._mark = line, column

    def emit(self, mnemonic: str, *immediates: int | float | Label) -> None:
        """Append an instruction. A jump immediate is a label; all others are numbers."""
        plain = PLAIN_ENCODINGS.get(mnemonic)
        encoded = None if plain is None else plain.encode(immediates)
        if encoded is None:
            self._emit_other(mnemonic, immediates)
            return
        if self._mark is not None:
            self._flush_mark()
        self._code += encoded

    def _emit_other(self, mnemonic: str, immediates: tuple[int | float | Label, ...]) -> None:
        """Append a jump, or what has immediates of other classes than it should."""
        try:
            instruction = find_instruction(mnemonic)
            values = [
                self._provisional(kind, value) for kind, value in zip(instruction.immediates, immediates, strict=False)
            ]
            encoded = encode_instruction(instruction, [*values, *(0 for _ in immediates[len(values) :])])
        except FormatError as error:
            raise FormatError(f"function {self.name!r}: {error}") from None
        self._flush_mark()
        label = next((item for item in immediates if isinstance(item, Label)), None)
        if label is not None:
            self._jumps.append(_Jump(self.offset + len(encoded), label))
        self._code += encoded

    def build(self) -> Function:
        """The function as it stands. Raises `FormatError` when a label that is jumped to was never placed."""
        code = bytearray(self._code)
        for jump in self._jumps:
            _DISTANCE.pack_into(code, jump.end - _DISTANCE.size, self._distance(jump.label, jump.end))
        return Function(
            self.name,
            self.parameter_types,
            self.result,
            tuple(self._local_types),
            bytes(code),
            tuple(self._positions),
            self.captures,
        )

    def _provisional(self, kind: Immediate, value: int | float | Label) -> int | float:
        if kind is Immediate.JUMP:
            if not isinstance(value, Label):
                raise FormatError(f"a jump leads to a label, not {value!r}")
            self._check_owner(value)
            return 0
        if isinstance(value, Label):
            raise FormatError(f"the {kind.name} immediate cannot be a label")
        return value

    def _check_owner(self, label: Label) -> None:
        if not isinstance(label, Label):
            raise FormatError(f"function {self.name!r}: a label (see new_label) is needed, not {label!r}")
        if label.function is not self:
            raise FormatError(f"{label} of function {label.function.name!r} is used in function {self.name!r}")

    def _distance(self, label: Label, end: int) -> int:
        if label not in self._placed:
            raise FormatError(f"function {self.name!r}: {label} is jumped to but never placed")
        return self._placed[label] - end

    def _flush_mark(self) -> None:
        if self._mark is None:
            return
        line, column = self._mark
        self._mark = None
        last = self._positions[-1] if self._positions else None
        if last is None or (last.line, last.column) != (line, column):
            self._positions.append(SourcePosition(self.offset, line, column))


class ModuleBuilder:
    """A module in the making. Types and strings are added once however often they are asked for.

    It begins with what `base` has. Every method raises `FormatError` on misuse and has then changed nothing.
    """

    def __init__(self, name: str, base: Base | None = None) -> None:
        first = Module("", (), (), (), (), None) if base is None else base.module
        self.name = _text(name)
        self.base = base
        self._base_functions = first.functions
        self._types: dict[ValueType, int] = {item: number for number, item in enumerate(first.types)}
        self._strings: dict[str, int] = {item: number for number, item in enumerate(first.strings)}
        self._globals: list[Global] = list(first.globals)
        self._functions: list[FunctionBuilder] = []
        self._classes: list[ClassDefinition] = []
        self._interfaces: list[InterfaceDefinition] = []
        self._imports: dict[HostImport, int] = {item: number for number, item in enumerate(first.imports)}

    def add_type(self, value_type: ValueType) -> int:
        """The index of the type in the type table."""
        _check_type(value_type)
        return self._types.setdefault(value_type, len(self._types))

    def add_string(self, text: str) -> int:
        """The index of the string in the string table."""
        known = self._strings.get(text) if isinstance(text, str) else None
        return self._strings.setdefault(_text(text), len(self._strings)) if known is None else known

    def add_global(self, name: str, value_type: ValueType) -> int:
        """A new global; its index."""
        _check_type(value_type)
        self._globals.append(Global(_text(name), value_type))
        return len(self._globals) - 1

    def declare_function(self, name: str, parameter_types: tuple[ValueType, ...], result: ValueType | None) -> int:
        """A new function, without code yet; its index, so that functions can call each other before either has code."""
        return self._declare(name, _types(parameter_types), result, None)

    def declare_closure(
        self,
        name: str,
        captures: tuple[ValueType, ...],
        parameter_types: tuple[ValueType, ...],
        result: ValueType | None,
    ) -> int:
        """A new function for closures that capture values of these types, without code yet; its index.

        Its local 0 is the closure; `parameter_types` are those that a caller gives, from local 1 on.
        """
        closure = ClosureType(_types(parameter_types), result)
        return self._declare(name, (closure, *closure.parameters), result, _types(captures))

    def declare_class(self, name: str) -> int:
        """A new class; its number. Until it is defined it has no members and no base."""
        self._classes.append(ClassDefinition(_text(name)))
        return FIRST_MODULE_CLASS + len(self._classes) - 1

    def define_class(self, number: int, definition: ClassDefinition) -> None:
        """Say what a declared class is; its name is taken from the definition."""
        _check_is(number, int, "the number of a class")
        check_class(definition)
        position = number - FIRST_MODULE_CLASS
        if not 0 <= position < len(self._classes):
            raise FormatError(f"class {number} is not declared")
        self._classes[position] = definition

    def add_class(self, definition: ClassDefinition) -> int:
        """A new class; its number."""
        check_class(definition)
        number = self.declare_class(definition.name)
        self.define_class(number, definition)
        return number

    def declare_interface(self, name: str) -> int:
        """A new interface; its number. Until it is defined it asks for nothing."""
        self._interfaces.append(InterfaceDefinition(_text(name)))
        return len(self._interfaces) - 1

    def define_interface(self, number: int, definition: InterfaceDefinition) -> None:
        """Say what a declared interface is."""
        _check_is(number, int, "the number of an interface")
        _check_is(definition, InterfaceDefinition, "an InterfaceDefinition")
        if not 0 <= number < len(self._interfaces):
            raise FormatError(f"interface {number} is not declared")
        self._interfaces[number] = definition

    def add_interface(self, definition: InterfaceDefinition) -> int:
        """A new interface; its number."""
        _check_is(definition, InterfaceDefinition, "an InterfaceDefinition")
        number = self.declare_interface(definition.name)
        self.define_interface(number, definition)
        return number

    def add_import(self, name: str, parameter_types: tuple[ValueType, ...], result: ValueType | None) -> int:
        """A function of the host, once however often it is asked for; the id by which `NATIVE_CALL` names it."""
        _check_result(result)
        imported = HostImport(_text(name), _types(parameter_types), result)
        return FIRST_HOST_ID + self._imports.setdefault(imported, len(self._imports))

    def _declare(
        self,
        name: str,
        parameter_types: tuple[ValueType, ...],
        result: ValueType | None,
        captures: tuple[ValueType, ...] | None,
    ) -> int:
        _check_result(result)
        index = len(self._base_functions) + len(self._functions)
        self._functions.append(FunctionBuilder(index, _text(name), parameter_types, result, captures))
        return index

    def function(self, index: int) -> FunctionBuilder:
        """The builder of a declared function; the same one each time."""
        _check_is(index, int, "the index of a function")
        first = len(self._base_functions)
        if not 0 <= index < first + len(self._functions):
            raise FormatError(f"function {index} is not declared; there are {first + len(self._functions)}")
        if index < first:
            raise FormatError(f"function {index} is one of the base")
        return self._functions[index - first]

    def build(self, main: int | None) -> Module:
        """The module as it stands, with this main function."""
        if main is not None:
            self.function(main)
        return Module(
            self.name,
            tuple(self._types),
            tuple(self._strings),
            tuple(self._globals),
            (*self._base_functions, *(function.build() for function in self._functions)),
            main,
            tuple(self._classes),
            tuple(self._interfaces),
            tuple(self._imports),
            self.base,
        )


def check_class(definition: ClassDefinition) -> None:
    """Raise `FormatError` for what is no definition of a class, or has fields whose types are none."""
    _check_is(definition, ClassDefinition, "a ClassDefinition")
    for item in (*definition.fields, *definition.statics):
        _check_is(item, Field, "a Field")
        _check_type(item.type)
    for method in (*definition.methods, *definition.static_methods):
        _check_is(method, Method, "a Method")
        _check_is(method.function, int, "the index of a function")


def _check_is(value: object, kind: type, what: str) -> None:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise FormatError(f"{what} is needed, not {value!r}")


def _text(text: str) -> str:
    """A name or string as a module holds it."""
    _check_is(text, str, "a str")
    return normalize_text(text)


def _types(types: Sequence[ValueType]) -> tuple[ValueType, ...]:
    if not isinstance(types, list | tuple):
        raise FormatError(f"a tuple of types is needed, not {types!r}")
    for item in types:
        _check_type(item)
    return tuple(types)


def _check_result(result: ValueType | None) -> None:
    if result is not None:
        _check_type(result)


def _check_type(value_type: ValueType) -> None:
    if not isinstance(value_type, ValueType):
        raise FormatError(
            f"a type of plait.isa.value_types, such as I32 or ArrayType(F64), is needed, not {value_type!r}"
        )
