"""The module as a whole: limits, tables, signatures, and every function's code decoded, with all indices in range.

Holds for unreachable code too. Nothing here looks at the flow of control or the stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from plait.bytecode.encoding import CodeError, Decoded, decode_function_code
from plait.bytecode.module import Function, Module
from plait.bytecode.text import encode_units
from plait.errors import VerifyError
from plait.isa.instruction import Immediate
from plait.isa.value_types import BOOL, F64, I32, I64, ArrayType, Opaque, Primitive, TaskType, ValueType
from plait.native.table import NATIVES
from plait.verify.limits import (
    MAX_CODE_SIZE,
    MAX_FRAME_SLOTS,
    MAX_FUNCTIONS,
    MAX_GLOBALS,
    MAX_INSTRUCTIONS,
    MAX_STRINGS,
    MAX_TEXT_UNITS,
    MAX_TYPES,
)

ELEMENT_TYPES: dict[str, tuple[ValueType, ...]] = {"NEW_ARRAY_ZEROED": (I32, F64, BOOL)}
"""By mnemonic: the only types that the type immediate of an instruction may name. An effect cannot say that."""


def check_module(module: Module) -> tuple[tuple[Decoded, ...], ...]:
    """The decoded code of every function. Raises `VerifyError`."""
    _check_count(len(module.types), MAX_TYPES, "types")
    _check_count(len(module.strings), MAX_STRINGS, "strings")
    _check_count(len(module.globals), MAX_GLOBALS, "globals")
    _check_count(len(module.functions), MAX_FUNCTIONS, "functions")
    _check_texts(module)
    checked: set[int] = set()
    _check_types(module.types, "type", checked)
    _check_types([variable.type for variable in module.globals], "global", checked)
    _check_main(module)
    decoded: list[tuple[Decoded, ...]] = []
    total = 0
    for index, function in enumerate(module.functions):
        _check_signature(function, index, checked)
        instructions = _decode(function, index)
        total += len(instructions)
        _check_count(total, MAX_INSTRUCTIONS, "instructions", index)
        _check_immediates(module, function, index, instructions)
        decoded.append(instructions)
    return tuple(decoded)


def _check_count(count: int, limit: int, what: str, function: int | None = None) -> None:
    if count > limit:
        raise VerifyError(f"too many {what}: more than {limit}", function)


def _check_texts(module: Module) -> None:
    units = len(module.name)
    for texts in (
        module.strings,
        [variable.name for variable in module.globals],
        [function.name for function in module.functions],
    ):
        for text in texts:
            units += len(text) if text.isascii() else len(encode_units(text)) // 2
            _check_count(units, MAX_TEXT_UNITS, "code units in strings and names")


def _check_types(types: Sequence[ValueType], what: str, checked: set[int], function: int | None = None) -> None:
    """Check types that are not among `checked` (identities) yet."""
    for number, value_type in enumerate(types):
        if id(value_type) not in checked:
            _check_type(value_type, f"{what} {number}", function)
            checked.add(id(value_type))


def _check_type(value_type: ValueType, where: str, function: int | None) -> None:
    """No type may contain i64, because no instruction makes one."""
    current: ValueType | None = value_type
    while current is not None:
        match current:
            case Primitive():
                if current is I64:
                    raise VerifyError(f"{where} is {value_type}, but i64 is not there yet", function)
                return
            case Opaque():
                return
            case ArrayType(inner) | TaskType(inner):
                current = inner
            case _:
                assert_never(current)


def _check_main(module: Module) -> None:
    if module.main is None:
        return
    if not 0 <= module.main < len(module.functions):
        raise VerifyError(f"main is function {module.main}, but there are {len(module.functions)} functions")
    parameters = module.functions[module.main].parameter_types
    if parameters:
        raise VerifyError(f"main must take no parameters, but takes {len(parameters)}", module.main)


def _check_signature(function: Function, index: int, checked: set[int]) -> None:
    _check_types(function.parameter_types + function.local_types, "local", checked, index)
    if function.result is not None:
        _check_type(function.result, "the result", index)
    count = len(function.parameter_types) + len(function.local_types)
    _check_count(count, MAX_FRAME_SLOTS, "locals", index)
    previous = -1
    for position in function.positions:
        if not previous < position.offset < len(function.code):
            raise VerifyError("source positions are not sorted by offset or lie outside the code", index)
        previous = position.offset


def _decode(function: Function, index: int) -> tuple[Decoded, ...]:
    if not function.code:
        raise VerifyError("the function has no code", index)
    _check_count(len(function.code), MAX_CODE_SIZE, "bytes of code", index)
    try:
        return decode_function_code(function.code)
    except CodeError as error:
        raise VerifyError(error.reason, index, error.position) from None


def _check_immediates(module: Module, function: Function, index: int, instructions: tuple[Decoded, ...]) -> None:
    locals_count = len(function.parameter_types) + len(function.local_types)
    for decoded in instructions:
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
            match kind:
                case Immediate.I32 | Immediate.F64 | Immediate.COUNT | Immediate.JUMP:
                    continue
                case Immediate.LOCAL:
                    what, count = "local", locals_count
                case Immediate.GLOBAL:
                    what, count = "global", len(module.globals)
                case Immediate.FUNCTION:
                    what, count = "function", len(module.functions)
                case Immediate.TYPE:
                    what, count = "type", len(module.types)
                case Immediate.STRING:
                    what, count = "string", len(module.strings)
                case Immediate.NATIVE:
                    if value not in NATIVES:
                        raise VerifyError(f"there is no native function 0x{value:04x}", index, decoded.offset)
                    continue
                case _:
                    assert_never(kind)
            if value >= count:
                mnemonic = decoded.instruction.mnemonic
                raise VerifyError(f"{mnemonic}: there is no {what} {value}; {what}s: {count}", index, decoded.offset)
            if kind is Immediate.TYPE:
                _check_element(decoded, module.types[int(value)], index)


def _check_element(decoded: Decoded, element: ValueType, index: int) -> None:
    allowed = ELEMENT_TYPES.get(decoded.instruction.mnemonic)
    if allowed is not None and element not in allowed:
        names = ", ".join(map(str, allowed))
        raise VerifyError(
            f"{decoded.instruction.mnemonic} takes elements of type {names}, not {element}", index, decoded.offset
        )
