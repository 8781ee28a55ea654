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
from plait.isa.builtin_classes import BUILTIN_CLASSES, ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.value_types import (
    MAX_TYPE_DEPTH,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
)
from plait.verify.class_tables import resolve_interfaces
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
    MAX_MEMBER_ENTRIES,
    MAX_MEMBERS,
    MAX_STRINGS,
    MAX_TEXT_UNITS,
    MAX_TYPES,
)


def check_tables(module: Module) -> tuple[frozenset[int], ...]:
    """Check all that is not code, but for classes; gives what each interface extends. Raises `VerifyError`."""
    _check_count(len(module.types), MAX_TYPES, "types")
    _check_count(len(module.classes), MAX_CLASSES, "classes")
    _check_count(len(module.interfaces), MAX_INTERFACES, "interfaces")
    _check_count(len(module.imports), MAX_IMPORTS, "functions of the host")
    _check_count(len(module.strings), MAX_STRINGS, "strings")
    _check_count(len(module.globals), MAX_GLOBALS, "globals")
    _check_count(len(module.functions), MAX_FUNCTIONS, "functions")
    _check_texts(module)
    checker = TypeChecker(module)
    checker.check_all(module.types, "type")
    checker.check_all([variable.type for variable in module.globals], "global")
    for function in module.functions:
        _check_count(len(function.captures or ()), MAX_MEMBERS, "captured values")
    for index, function in enumerate(module.functions):
        checker.check_all(function.parameter_types + function.local_types, "local", index)
        checker.check_all(function.captures or (), "captured value", index)
        if function.result is not None:
            checker.check(function.result, "the result", index)
        _check_captures(function, index)
    for imported in module.imports:
        checker.check_all(imported.parameter_types, f"parameter of {imported.name}:")
        if imported.result is not None:
            checker.check(imported.result, f"the result of {imported.name}")
    for interface in module.interfaces:
        _check_count(len(interface.fields) + len(interface.methods), MAX_MEMBERS, f"members of {interface.name}")
        checker.check_all([field.type for field in interface.fields], f"interface {interface.name}: field")
        for method in interface.methods:
            checker.check_all(method.parameter_types, f"interface {interface.name}: {method.name}: parameter")
            if method.result is not None:
                checker.check(method.result, f"interface {interface.name}: {method.name}: the result")
    _check_classes(module, checker)
    _check_main(module)
    return resolve_interfaces(module)


def _check_classes(module: Module, checker: TypeChecker) -> None:
    """The types of fields, and that what classes inherit does not grow without bound."""
    sizes: list[int] = []
    total = 0
    for position, item in enumerate(module.classes):
        checker.check_all([field.type for field in item.fields], f"class {item.name}: field")
        checker.check_all([field.type for field in item.statics], f"class {item.name}: static field")
        base = -1 if item.base is None else item.base - FIRST_MODULE_CLASS
        inherited = sizes[base] if 0 <= base < position else ERROR_SLOTS
        size = inherited + len(item.fields) + len(item.methods) + len(item.interfaces) + 1
        _check_count(size, MAX_MEMBERS, f"members of class {item.name}, what it inherits included")
        sizes.append(size)
        members = sum(
            len(module.interfaces[number].fields) + len(module.interfaces[number].methods)
            for number in item.interfaces
            if 0 <= number < len(module.interfaces)
        )
        total += size + members
        _check_count(total, MAX_MEMBER_ENTRIES, "members of all classes, what they inherit included")


def _check_captures(function: Function, index: int) -> None:
    """The first parameter of a closure's function is the closure."""
    if function.captures is None:
        return
    first = function.parameter_types[0] if function.parameter_types else None
    wanted = ClosureType(function.parameter_types[1:], function.result)
    if first != wanted:
        raise VerifyError(f"the first parameter of a closure's function must be the closure, {wanted}", index)


def check_module(module: Module, classes: tuple[VerifiedClass | None, ...]) -> tuple[tuple[Decoded, ...], ...]:
    """The decoded code of every function, with all indices in range. Raises `VerifyError`."""
    decoded: list[tuple[Decoded, ...]] = []
    total = 0
    for index, function in enumerate(module.functions):
        _check_function(function, index)
        instructions = _decode(function, index)
        total += len(instructions)
        _check_count(total, MAX_INSTRUCTIONS, "instructions", index)
        ImmediateChecker(module, classes, function, index).check(instructions)
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


class TypeChecker:
    """Checks that types are not too deep or large and name classes and interfaces that are there."""

    def __init__(self, module: Module) -> None:
        self._classes = FIRST_MODULE_CLASS + len(module.classes)
        self._interfaces = len(module.interfaces)
        self._checked: set[int] = set()

    def check_all(self, types: Sequence[ValueType], what: str, function: int | None = None) -> None:
        """Check several types, which are numbered in messages."""
        for number, value_type in enumerate(types):
            if id(value_type) not in self._checked:
                self.check(value_type, f"{what} {number}", function)

    def check(self, value_type: ValueType, where: str, function: int | None = None) -> None:
        """Check a type with all its parts. The module keeps its types, so identities stay theirs."""
        pending: list[tuple[ValueType, int]] = [(value_type, 0)]
        count = 0
        while pending:
            current, depth = pending.pop()
            count += 1
            if id(current) in self._checked:
                continue
            if depth > MAX_TYPE_DEPTH:
                raise VerifyError(f"{where}: a type is nested more than {MAX_TYPE_DEPTH} deep", function)
            if count > MAX_MEMBERS:
                raise VerifyError(f"{where}: a type has more than {MAX_MEMBERS} parts", function)
            pending.extend((part, depth + 1) for part in self._parts(current, where, function))
        self._checked.add(id(value_type))

    def _parts(self, value_type: ValueType, where: str, function: int | None) -> tuple[ValueType, ...]:
        match value_type:
            case Primitive() | Opaque():
                return ()
            case ObjectType(number):
                reserved = len(BUILTIN_CLASSES) <= number < FIRST_MODULE_CLASS
                if reserved or not 0 <= number < self._classes:
                    raise VerifyError(f"{where}: there is no class {number}", function)
                return ()
            case InterfaceType(number):
                if not 0 <= number < self._interfaces:
                    raise VerifyError(f"{where}: there is no interface {number}", function)
                return ()
            case TaskType(None):
                return ()
            case ArrayType(inner) | TaskType(inner) | CellType(inner) | ChannelType(inner):
                assert inner is not None
                return (inner,)
            case TupleType(elements):
                if not elements:
                    raise VerifyError(f"{where}: a tuple has at least one element", function)
                return elements
            case ClosureType(parameters, result):
                return parameters if result is None else (*parameters, result)
            case _:
                assert_never(value_type)


def _check_main(module: Module) -> None:
    if module.main is None:
        return
    if not 0 <= module.main < len(module.functions):
        raise VerifyError(f"main is function {module.main}, but there are {len(module.functions)} functions")
    if module.functions[module.main].captures is not None:
        raise VerifyError("main must be no closure's function", module.main)
    parameters = module.functions[module.main].parameter_types
    if parameters:
        raise VerifyError(f"main must take no parameters, but takes {len(parameters)}", module.main)


def _check_function(function: Function, index: int) -> None:
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
