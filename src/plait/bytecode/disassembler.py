"""Modules as assembly text. `assemble(disassemble(module)) == module` for every module that has a binary form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from plait.bytecode.assembly_text import quote, spell_float, spell_name
from plait.bytecode.encoding import Decoded, decode_function_code
from plait.bytecode.module import Function, Module, SourcePosition
from plait.errors import FormatError
from plait.isa import Immediate
from plait.isa.value_types import ValueType
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
        self._string_numbers = _first_numbers(module.strings)
        self._type_numbers = _first_numbers(module.types)

    def lines(self) -> Iterator[str]:
        """All lines. Tables come first, and are left out where the code's use of them says the same."""
        module = self._module
        yield f".module {quote(module.name)}"
        if module.main is not None:
            yield f".main {self._name(self._function_names, module.main)}"
        if self._used(Immediate.TYPE, module.types) != module.types:
            yield from (f".type {value_type}" for value_type in module.types)
        if self._used(Immediate.STRING, module.strings) != module.strings:
            yield from (f".string {quote(text)}" for text in module.strings)
        for variable in module.globals:
            yield f".global {spell_name(variable.name)} {variable.type}"
        for function, code in zip(module.functions, self._code, strict=True):
            yield ""
            yield from self._function_lines(function, code)

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
        parameters = ", ".join(map(str, function.parameter_types))
        result = "" if function.result is None else f" -> {function.result}"
        yield f".function {spell_name(function.name)}({parameters}){result}"
        if function.local_types:
            yield ".local " + ", ".join(map(str, function.local_types))
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
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
            match kind:
                case Immediate.I32 | Immediate.COUNT | Immediate.LOCAL:
                    yield str(value)
                case Immediate.F64:
                    yield spell_float(value)
                case Immediate.GLOBAL:
                    yield self._name(self._global_names, int(value))
                case Immediate.FUNCTION:
                    yield self._name(self._function_names, int(value))
                case Immediate.NATIVE:
                    native = NATIVES.get(int(value))
                    yield f"0x{value:04x}" if native is None else spell_name(native.name)
                case Immediate.STRING:
                    is_named = int(value) in self._string_numbers
                    yield quote(self._module.strings[int(value)]) if is_named else str(value)
                case Immediate.TYPE:
                    yield str(self._module.types[int(value)] if int(value) in self._type_numbers else value)
                case Immediate.JUMP:
                    yield labels.get(decoded.next_offset + int(value), str(value))
                case _:
                    assert_never(kind)

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
