"""Modules as assembly text. `assemble(disassemble(module)) == module` for every module that has a binary form."""

from __future__ import annotations

from collections.abc import Iterator

from plait.bytecode.assembly_text import quote, spell_float, spell_name, spell_native_import
from plait.bytecode.encoding import Decoded, decode_function_code
from plait.bytecode.member_names import MemberNames
from plait.bytecode.module import (
    FIRST_HOST_ID,
    ClassDefinition,
    Function,
    HostImport,
    InterfaceDefinition,
    MethodSignature,
    Module,
    SourcePosition,
)
from plait.errors import FormatError
from plait.isa import Immediate
from plait.isa.builtin_classes import BUILTIN_CLASSES, FIRST_MODULE_CLASS
from plait.isa.value_types import ValueType, spell_type
from plait.native import NATIVES


def disassemble(module: Module) -> str:
    """The module's text. Raises `FormatError` when a function's code does not decode."""
    return "\n".join(_Disassembler(module).lines()) + "\n"


class _Disassembler:
    """Spells a module. Indices become names where exactly one thing has the name."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._code = tuple(_decode(function, index) for index, function in enumerate(module.functions))
        self._function_names = _unique_names([function.name for function in module.functions])
        self._global_names = _unique_names([variable.name for variable in module.globals])
        self._import_names = _unique_names([item.name for item in module.imports])
        self._interface_names = _unique_names([interface.name for interface in module.interfaces])
        self._class_names = _class_names(module)
        self._members = MemberNames(module.classes, module.interfaces)
        self._string_numbers = _first_numbers(module.strings)
        self._type_numbers = _first_numbers(module.types)

    def lines(self) -> Iterator[str]:
        """All lines. Tables come first, and are left out where the code's use of them says the same."""
        module = self._module
        yield f".module {quote(module.name)}"
        if module.main is not None:
            yield f".main {self._name(self._function_names, module.main)}"
        if self._used(Immediate.TYPE, module.types) != module.types:
            yield from (f".type {self._type(value_type)}" for value_type in module.types)
        if self._used(Immediate.STRING, module.strings) != module.strings:
            yield from (f".string {quote(text)}" for text in module.strings)
        for variable in module.globals:
            yield f".global {spell_name(variable.name)} {self._type(variable.type)}"
        for item in module.imports:
            yield f".import {self._signature(item)}"
        for interface in module.interfaces:
            yield ""
            yield from self._interface_lines(interface)
        for definition in module.classes:
            yield ""
            yield from self._class_lines(definition)
        for function, code in zip(module.functions, self._code, strict=True):
            yield ""
            yield from self._function_lines(function, code)

    def _interface_lines(self, interface: InterfaceDefinition) -> Iterator[str]:
        yield f".interface {spell_name(interface.name)}" + self._interfaces("extends", interface.extends)
        for field in interface.fields:
            yield f".field {spell_name(field.name)} {self._type(field.type)}"
        for method in interface.methods:
            yield f".method {self._signature(method)}"

    def _class_lines(self, definition: ClassDefinition) -> Iterator[str]:
        base = "" if definition.base is None else f" extends {self._name(self._class_names, definition.base)}"
        implements = self._interfaces("implements", definition.interfaces)
        yield f".class {spell_name(definition.name)}{base}{implements}"
        if definition.is_abstract:
            yield ".abstract"
        for field in definition.fields:
            yield f".field {spell_name(field.name)} {self._type(field.type)}"
        for field in definition.statics:
            yield f".static {spell_name(field.name)} {self._type(field.type)}"
        if definition.constructor is not None:
            yield f".constructor {self._name(self._function_names, definition.constructor)}"
        for method in definition.methods:
            yield f".method {spell_name(method.name)} {self._name(self._function_names, method.function)}"
        for method in definition.static_methods:
            yield f".static_method {spell_name(method.name)} {self._name(self._function_names, method.function)}"

    def _interfaces(self, word: str, numbers: tuple[int, ...]) -> str:
        names = ", ".join(self._name(self._interface_names, number) for number in numbers)
        return f" {word} {names}" if names else ""

    def _signature(self, item: Function | HostImport | MethodSignature) -> str:
        parameters = ", ".join(map(self._type, item.parameter_types))
        result = "" if item.result is None else f" -> {self._type(item.result)}"
        return f"{spell_name(item.name)}({parameters}){result}"

    def _type(self, value_type: ValueType) -> str:
        return spell_type(
            value_type,
            lambda number: self._name(self._class_names, number),
            lambda number: self._name(self._interface_names, number),
        )

    def _used(self, kind: Immediate, table: tuple[str, ...] | tuple[ValueType, ...]) -> tuple[str | ValueType, ...]:
        """The entries of the table in the order in which the code first uses them."""
        found: dict[str | ValueType, None] = {}
        for code in self._code:
            for decoded in code:
                if kind not in decoded.instruction.immediates:
                    continue
                for immediate, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
                    if immediate is kind and value < len(table):
                        found.setdefault(table[int(value)])
        return tuple(found)

    def _function_lines(self, function: Function, code: tuple[Decoded, ...]) -> Iterator[str]:
        yield f".function {self._signature(function)}"
        if function.captures is not None:
            yield " ".join([".captures", ", ".join(map(self._type, function.captures))]).rstrip()
        if function.local_types:
            yield ".local " + ", ".join(map(self._type, function.local_types))
        starts = {decoded.offset for decoded in code}
        positions: dict[int, SourcePosition] = {}
        for position in function.positions:
            if position.offset in starts:
                positions[position.offset] = position
            else:
                yield f".line {position.line} {position.column} @{position.offset}"
        labels = _label_targets(code, starts)
        for decoded in code:
            if decoded.offset in labels:
                yield f"{labels[decoded.offset]}:"
            if decoded.offset in positions:
                position = positions[decoded.offset]
                yield f"    .line {position.line} {position.column}"
            yield "    " + " ".join([decoded.instruction.mnemonic, *self._operands(decoded, labels)])

    def _operands(self, decoded: Decoded, labels: dict[int, str]) -> Iterator[str]:
        for position, kind in enumerate(decoded.instruction.immediates):
            value = decoded.immediates[position]
            if kind is Immediate.F64:
                yield spell_float(value)
            elif kind is Immediate.JUMP:
                yield labels.get(decoded.next_offset + int(value), str(value))
            elif kind in (Immediate.SLOT, Immediate.STATIC, Immediate.MEMBER):
                owner = int(decoded.immediates[position - 1])
                name = self._members.name(decoded.instruction, kind, owner, int(value))
                yield str(value) if name is None else spell_name(name)
            else:
                yield self._operand(kind, int(value))

    def _operand(self, kind: Immediate, value: int) -> str:
        match kind:
            case Immediate.GLOBAL:
                return self._name(self._global_names, value)
            case Immediate.FUNCTION:
                return self._name(self._function_names, value)
            case Immediate.CLASS:
                return self._name(self._class_names, value)
            case Immediate.INTERFACE:
                return self._name(self._interface_names, value)
            case Immediate.NATIVE:
                return self._native(value)
            case Immediate.STRING if value in self._string_numbers:
                return quote(self._module.strings[value])
            case Immediate.TYPE if value in self._type_numbers:
                return self._type(self._module.types[value])
            case _:
                return str(value)

    def _native(self, number: int) -> str:
        if number - FIRST_HOST_ID in self._import_names:
            return spell_native_import(self._import_names[number - FIRST_HOST_ID])
        native = NATIVES.get(number)
        return f"0x{number:04x}" if native is None else spell_name(native.name)

    def _name(self, names: dict[int, str], number: int) -> str:
        return spell_name(names[number]) if number in names else str(number)


def _decode(function: Function, index: int) -> tuple[Decoded, ...]:
    try:
        return decode_function_code(function.code)
    except FormatError as error:
        raise FormatError(f"function {index}: {error}") from None


def _unique_names(names: list[str]) -> dict[int, str]:
    """By number: the names that stand for one thing only."""
    numbers: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        numbers.setdefault(name, []).append(number)
    return {found[0]: name for name, found in numbers.items() if len(found) == 1}


def _class_names(module: Module) -> dict[int, str]:
    """By number: the names of classes that stand for one class only, the built-in ones counted."""
    names: dict[int, str] = {int(number): definition.name for number, definition in BUILTIN_CLASSES.items()}
    for number, definition in enumerate(module.classes, FIRST_MODULE_CLASS):
        names[number] = definition.name
    positions = list(names)
    unique = _unique_names(list(names.values()))
    return {positions[index]: name for index, name in unique.items()}


def _first_numbers(table: tuple[str, ...] | tuple[ValueType, ...]) -> set[int]:
    """The numbers of the entries that do not repeat an earlier one."""
    first: dict[str | ValueType, int] = {}
    for number, entry in enumerate(table):
        first.setdefault(entry, number)
    return set(first.values())


def _label_targets(code: tuple[Decoded, ...], starts: set[int]) -> dict[int, str]:
    """Labels by offset, numbered from the top, for all instructions that some jump leads to."""
    targets: set[int] = set()
    for decoded in code:
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
            if kind is Immediate.JUMP:
                targets.add(decoded.next_offset + int(value))
    return {target: f"L{number}" for number, target in enumerate(sorted(targets & starts), 1)}
