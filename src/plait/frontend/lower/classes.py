"""Class definitions: fields, method tables, statics, constructors."""

from __future__ import annotations

from plait.bytecode.module import ClassDefinition, Field, Method
from plait.frontend.check.context import FunctionSymbol
from plait.frontend.check.held import held, value_type
from plait.frontend.check.members import ClassInfo, Member, MemberKind
from plait.frontend.lower.code import Tables
from plait.frontend.lower.object_tables import machine_name
from plait.isa.value_types import ObjectType, TaskType


def declare_classes(tables: Tables) -> None:
    """Give the classes of the program their numbers in the module, and define the interfaces."""
    for info in tables.objects.classes:
        if tables.module.declare_class(info.name) != info.number:
            raise AssertionError("classes are numbered in their order")
    tables.objects.define_interfaces()


def define_classes(tables: Tables) -> None:
    """Define all classes, those of object literals too."""
    for info in tables.objects.classes:
        tables.module.define_class(info.number, _definition(tables, info))
    tables.objects.define_literals()


def _definition(tables: Tables, info: ClassInfo) -> ClassDefinition:
    objects = tables.objects
    statics = [member for member in info.statics.values() if member.kind is MemberKind.FIELD]
    base = None if info.base is None else info.base.number
    return ClassDefinition(
        info.name,
        base,
        tuple(Field(member.name, held(member.type)) for member in objects.fresh[info]),
        tuple(method for member in info.members.values() for method in _methods(tables, info, member)),
        tuple(Field(member.name, held(member.type)) for member in statics),
        tuple(
            Method(member.name, member.function.index)
            for member in info.statics.values()
            if member.function is not None
        ),
        None if info.constructor is None else info.constructor.index,
        objects.interfaces_of(info.number, base),
        info.is_abstract,
    )


def _methods(tables: Tables, info: ClassInfo, member: Member) -> list[Method]:
    own = machine_name(member)
    parts: list[tuple[str, FunctionSymbol | None]] = [
        (own, member.function),
        (f"get {own}", member.getter),
        (f"set {own}", member.setter),
    ]
    return [Method(name, _function(tables, info, name, symbol)) for name, symbol in parts if symbol is not None]


def _function(tables: Tables, info: ClassInfo, name: str, symbol: FunctionSymbol) -> int:
    """The function of a method in the table; for an async one another that starts it as a task."""
    function = tables.functions[symbol.index]
    if not function.is_async:
        return symbol.index
    parameters = (ObjectType(info.number), *(held(parameter.type) for parameter in function.parameters[1:]))
    result = TaskType(value_type(function.result))
    index = tables.module.declare_function(f"{info.name}.{name}", parameters, result)
    builder = tables.module.function(index)
    builder.mark(*function.span.file.locate(function.span.start))
    for number in range(len(parameters)):
        builder.emit("LOAD_LOCAL", number)
    builder.emit("SPAWN", symbol.index, len(parameters))
    builder.emit("RETURN")
    return index
