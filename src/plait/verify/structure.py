"""The module as a whole: limits, tables, signatures, and every function's code decoded, with all indices in range.

Holds for unreachable code too. Nothing here looks at the flow of control or the stack.
"""

from __future__ import annotations

from plait.bytecode.encoding import CodeError, Decoded, decode_function_code
from plait.bytecode.module import Function, Module
from plait.bytecode.text import encode_units
from plait.errors import VerifyError
from plait.verify.budget import Budget
from plait.verify.classes import VerifiedClass
from plait.verify.immediates import ImmediateChecker
from plait.verify.limits import (
    MAX_CLASSES,
    MAX_CODE_SIZE,
    MAX_FRAME_SLOTS,
    MAX_FUNCTIONS,
    MAX_GLOBALS,
    MAX_IMPORTS,
    MAX_INSTRUCTIONS,
    MAX_INTERFACES,
    MAX_MEMBERS,
    MAX_STRINGS,
    MAX_TEXT_UNITS,
    MAX_TYPES,
)
from plait.verify.module_types import ModuleTypes


def check_sizes(module: Module, base: Module | None) -> None:
    """Check how many things the module has, and those parts of it that its base has not. Raises `VerifyError`."""
    first = 0 if base is None else len(base.functions)
    _check_count(len(module.types), MAX_TYPES, "types")
    _check_count(len(module.strings), MAX_STRINGS, "strings")
    _check_count(len(module.globals), MAX_GLOBALS, "globals")
    _check_count(len(module.functions), MAX_FUNCTIONS, "functions")
    _check_count(len(module.classes), MAX_CLASSES, "classes")
    _check_count(len(module.interfaces), MAX_INTERFACES, "interfaces")
    _check_count(len(module.imports), MAX_IMPORTS, "functions of the host")
    _check_texts(module, base)
    for index, function in enumerate(module.functions[first:], first):
        count = len(function.parameter_types) + len(function.local_types)
        _check_count(count, MAX_FRAME_SLOTS, "locals", index)
        _check_count(len(function.captures or ()), MAX_MEMBERS, "captured values", index)
    for imported in module.imports:
        _check_count(len(imported.parameter_types), MAX_FRAME_SLOTS, "parameters of a function of the host")
    for interface in module.interfaces:
        _check_count(len(interface.fields) + len(interface.methods), MAX_MEMBERS, "members of an interface")
        for method in interface.methods:
            _check_count(len(method.parameter_types), MAX_FRAME_SLOTS, "parameters of a method")


def check_code(
    module: Module, types: ModuleTypes, classes: tuple[VerifiedClass | None, ...], budget: Budget, first: int
) -> tuple[tuple[Decoded, ...], ...]:
    """The decoded code of every function from the index `first` on, with all indices in range.

    Raises `VerifyError`.
    """
    check_main(module)
    decoded: list[tuple[Decoded, ...]] = []
    total = 0
    for index in range(first, len(module.functions)):
        instructions = check_function(module, types, classes, budget, index)
        total += len(instructions)
        _check_count(total, MAX_INSTRUCTIONS, "instructions", index)
        decoded.append(instructions)
    return tuple(decoded)


def check_function(
    module: Module, types: ModuleTypes, classes: tuple[VerifiedClass | None, ...], budget: Budget, index: int
) -> tuple[Decoded, ...]:
    """The decoded code of a function, with all indices in range. Raises `VerifyError`."""
    function = module.functions[index]
    _check_positions(function, index)
    instructions = _decode(function, index)
    ImmediateChecker(module, types, classes, budget, index).check(instructions)
    return instructions


def _check_count(count: int, limit: int, what: str, function: int | None = None) -> None:
    if count > limit:
        raise VerifyError(f"too many {what}: more than {limit}", function)


def _check_texts(module: Module, base: Module | None) -> None:
    units = len(module.name)
    for texts in (
        module.strings if base is None else module.strings[len(base.strings) :],
        [variable.name for variable in (module.globals if base is None else module.globals[len(base.globals) :])],
        [item.name for item in (module.functions if base is None else module.functions[len(base.functions) :])],
        [item.name for item in module.classes],
        [field.name for item in module.classes for field in (*item.fields, *item.statics)],
        [method.name for item in module.classes for method in (*item.methods, *item.static_methods)],
        [item.name for item in module.interfaces],
        [field.name for item in module.interfaces for field in item.fields],
        [method.name for item in module.interfaces for method in item.methods],
        [item.name for item in module.imports],
    ):
        for text in texts:
            units += len(text) if text.isascii() else len(encode_units(text)) // 2
            _check_count(units, MAX_TEXT_UNITS, "code units in strings and names")


def check_main(module: Module) -> None:
    if module.main is None:
        return
    if not 0 <= module.main < len(module.functions):
        raise VerifyError(f"main is function {module.main}, but there are {len(module.functions)} functions")
    if module.functions[module.main].captures is not None:
        raise VerifyError("main is the function of a closure", module.main)
    parameters = module.functions[module.main].parameter_types
    if parameters:
        raise VerifyError(f"main must take no parameters, but takes {len(parameters)}", module.main)


def _check_positions(function: Function, index: int) -> None:
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
