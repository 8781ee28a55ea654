"""All types that a module names, as representatives of one interner, with errors that say where a type stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plait.bytecode.module import ClassDefinition, Field, Function, InterfaceDefinition, Method, MethodSignature, Module
from plait.errors import VerifyError
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.value_types import ValueType
from plait.verify.classes import CallSignature
from plait.verify.interning import BadTypeError, TypeInterner

MAX_SPELLED_SIZE = 100
"""Of how many types the parameters may be composed with which an error spells a type that the module does not name."""


@dataclass(frozen=True, slots=True)
class FunctionTypes:
    """A function's signature, its locals (parameters first) and what it has captured, None for no closure's body."""

    call: CallSignature
    locals: tuple[ValueType, ...]
    captures: tuple[ValueType, ...] | None


@dataclass(frozen=True, slots=True)
class ModuleTypes:
    """The tables of a module with representatives for types.

    `functions` and `imports` say what a call takes and gives. `classes` are the module's own.
    """

    interner: TypeInterner
    types: tuple[ValueType, ...]
    globals: tuple[ValueType, ...]
    functions: tuple[FunctionTypes, ...]
    imports: tuple[CallSignature, ...]
    classes: tuple[ClassDefinition, ...]
    interfaces: tuple[InterfaceDefinition, ...]


def intern_module(module: Module, base: ModuleTypes | None = None) -> ModuleTypes:
    """The types of a module, which begins with those of `base`.

    Raises `VerifyError` for a type that is too large or names what is not there.
    """
    if base is None:
        interner = TypeInterner(FIRST_MODULE_CLASS + len(module.classes), len(module.interfaces))
        base = ModuleTypes(interner, (), (), (), (), (), ())
    else:
        interner = base.interner.extended()
    places = _Places(interner)
    first = len(base.functions)
    return ModuleTypes(
        interner,
        (*base.types, *places.all(module.types[len(base.types) :], "type", first=len(base.types))),
        (
            *base.globals,
            *places.all(
                [variable.type for variable in module.globals[len(base.globals) :]], "global", first=len(base.globals)
            ),
        ),
        (
            *base.functions,
            *(places.function(function, index) for index, function in enumerate(module.functions[first:], first)),
        ),
        tuple(
            places.signature(item.parameter_types, item.result, f"import {number}, ")
            for number, item in enumerate(module.imports)
        ),
        tuple(
            replace(
                item,
                methods=places.methods(item.methods),
                fields=places.fields(item.fields, f"{label('class', FIRST_MODULE_CLASS + number, item.name)}: field"),
                statics=places.fields(
                    item.statics, f"{label('class', FIRST_MODULE_CLASS + number, item.name)}: static"
                ),
            )
            for number, item in enumerate(module.classes)
        ),
        tuple(
            places.interface(item, label("interface", number, item.name))
            for number, item in enumerate(module.interfaces)
        ),
    )


def label(what: str, number: int, name: str) -> str:
    """How errors call a class or interface: by its number, and as much of its name as fits a line."""
    return f"{what} {number} ({shorten(name)})"


def shorten(name: str) -> str:
    """A name for an error: at most a few dozen characters."""
    return name if len(name) <= 40 else f"{name[:40]}..."


class _Places:
    """Interns types; errors say where they stand. Equal names of members become one object, to be compared at once."""

    def __init__(self, interner: TypeInterner) -> None:
        self._interner = interner
        self._names: dict[str, str] = {}

    def one(self, value_type: ValueType, where: str, function: int | None = None) -> ValueType:
        try:
            return self._interner.intern(value_type)
        except BadTypeError as problem:
            raise VerifyError(f"{where}: {problem}", function) from None

    def all(
        self, types: Sequence[ValueType], what: str, function: int | None = None, first: int = 0
    ) -> tuple[ValueType, ...]:
        try:
            return tuple(map(self._interner.intern, types))
        except BadTypeError:
            # Once more, to find out which one it is.
            return tuple(self.one(item, f"{what} {number}", function) for number, item in enumerate(types, first))

    def fields(self, fields: tuple[Field, ...], what: str) -> tuple[Field, ...]:
        types = self.all([field.type for field in fields], what)
        return tuple(Field(self._name(field.name), item) for field, item in zip(fields, types, strict=True))

    def methods(self, methods: tuple[Method, ...]) -> tuple[Method, ...]:
        return tuple(Method(self._name(method.name), method.function) for method in methods)

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, name)

    def signature(
        self, parameters: tuple[ValueType, ...], result: ValueType | None, where: str = "", function: int | None = None
    ) -> CallSignature:
        given = None if result is None else self.one(result, f"{where}result", function)
        return CallSignature(self.all(parameters, f"{where}parameter", function), given)

    def function(self, function: Function, index: int) -> FunctionTypes:
        call = self.signature(function.parameter_types, function.result, function=index)
        locals_ = self.all(function.local_types, "local", index)
        captures = None if function.captures is None else self.all(function.captures, "captured value", index)
        if captures is not None:
            closure = self._interner.closure_of(call.parameters[1:], call.result)
            if not call.parameters or call.parameters[0] is not closure:
                size = sum(map(self._interner.size, call.parameters))
                wanted = f"the closure, {closure}" if size <= MAX_SPELLED_SIZE else "the closure"
                raise VerifyError(f"the first parameter of a closure's function must be {wanted}", index)
        return FunctionTypes(call, call.parameters + locals_, captures)

    def interface(self, item: InterfaceDefinition, where: str) -> InterfaceDefinition:
        methods: list[MethodSignature] = []
        for number, method in enumerate(item.methods):
            call = self.signature(method.parameter_types, method.result, f"{where}: method {number}, ")
            methods.append(MethodSignature(self._name(method.name), call.parameters, call.result))
        return replace(item, fields=self.fields(item.fields, f"{where}: field"), methods=tuple(methods))
