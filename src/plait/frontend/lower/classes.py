"""Class definitions: fields, method tables, statics, constructors."""

from __future__ import annotations

from plait.bytecode.module import ClassDefinition, Field, Method
from plait.frontend.check.held import held
from plait.frontend.check.members import ClassInfo, MemberKind
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.relations import fits_directly
from plait.frontend.check.types import UNDEFINED, VOID, FunctionOf
from plait.frontend.lower.code import Code, Tables
from plait.frontend.lower.conversion import convert_top, emit_nothing
from plait.frontend.lower.expressions import emit_expression
from plait.frontend.lower.object_tables import (
    MethodEntry,
    Presence,
    literal_type,
    method_type,
    method_types,
    static_fields,
)
from plait.isa.builtin_classes import BuiltinClass
from plait.isa.value_types import BOOL, InterfaceType, ObjectType


def declare_classes(tables: Tables) -> None:
    """Give the classes of the program their numbers in the module, and define the interfaces."""
    for info in tables.objects.classes:
        if tables.module.declare_class(info.name) != info.number:
            raise AssertionError("classes are numbered in their order")
    tables.objects.define_interfaces()


def define_classes(tables: Tables, ranges: Ranges) -> None:
    """Define all classes, those of object literals too."""
    for info in tables.objects.classes:
        tables.module.define_class(info.number, _definition(tables, ranges, info))
    for (_, _, with_this), number in tables.objects.literals.items():
        _define_literal(tables, ranges, number, with_this)


def _define_literal(tables: Tables, ranges: Ranges, number: int, with_this: frozenset[str]) -> None:
    """The class of object literals: a field for each property, and for each method, whose field holds its closure."""
    objects = tables.objects
    shape = objects.literal_shape(number)
    slots = objects.literal_slots(number)
    fields = tuple(Field(name, held(literal_type(shape, shape.members[name], name in with_this))) for name in slots)
    methods = tuple(
        Method(entry.name, _literal_method(tables, ranges, number, slots, entry, with_this))
        for entry in objects.literal_entries(number)
    )
    interfaces = objects.interfaces_of(number, None)
    tables.module.define_class(number, ClassDefinition("Object", None, fields, methods, interfaces=interfaces))


def _literal_method(
    tables: Tables,
    ranges: Ranges,
    number: int,
    slots: dict[str, int],
    entry: MethodEntry,
    with_this: frozenset[str],
) -> int:
    match entry.member.kind, entry.part:
        case _ if entry.presence is not Presence.EXPECTED:
            return _missing_property(tables, ranges, number, entry)
        case MemberKind.METHOD, _:
            return _closure_caller(tables, ranges, number, slots, entry, entry.member.name in with_this)
        case MemberKind.FIELD, _:
            return _field_method(tables, ranges, number, entry, slots[entry.member.name])
        case _:
            return _missing_setter(tables, ranges, number, entry)


def _field_method(tables: Tables, ranges: Ranges, number: int, entry: MethodEntry, slot: int) -> int:
    """The method by which an interface, to which a property is a pair of methods, reads or writes a field."""
    code, index = _property_method(tables, ranges, number, entry)
    own = entry.member.type
    code.emit("LOAD_LOCAL", 0)
    if entry.part == "get":
        given = entry.type.result
        code.emit("GET_FIELD", number, slot)
        convert_top(code, own, held(own), given, held(given))
        code.emit("RETURN")
    else:
        (given,) = entry.type.parameters
        code.emit("LOAD_LOCAL", 1)
        convert_top(code, given, held(given), own, held(own))
        code.emit("SET_FIELD", number, slot)
        code.emit("RETURN_VOID")
    return index


def _missing_property(tables: Tables, ranges: Ranges, number: int, entry: MethodEntry) -> int:
    """The method by which an interface reads or writes an optional property that the objects of a class do not have,
    or have with another type."""
    code, index = _property_method(tables, ranges, number, entry)
    if entry.presence is Presence.UNEXPECTED:
        _throw(code, f"the property {entry.member.name} has not the type that is asked for")
    elif entry.part == "get":
        emit_nothing(code, UNDEFINED, held(entry.type.result))
        code.emit("RETURN")
    else:
        _throw(code, f"Cannot add property {entry.member.name}, object is not extensible")
    return index


def _missing_setter(tables: Tables, ranges: Ranges, number: int, entry: MethodEntry) -> int:
    """What stands for the setter of an accessor that has only a getter: to TypeScript the property can be assigned."""
    code, index = _property_method(tables, ranges, number, entry)
    owner = "Object" if entry.member.owner is None else entry.member.owner.name
    _throw(code, f"Cannot set property {entry.member.name} of #<{owner}> which has only a getter")
    return index


def _throw(code: Code, message: str) -> None:
    """Throw a `TypeError`."""
    code.text(message)
    code.emit("NEW_ERROR", int(BuiltinClass.TYPE_ERROR))
    code.emit("BOX_REF")
    code.emit("THROW")


def _property_method(tables: Tables, ranges: Ranges, number: int, entry: MethodEntry) -> tuple[Code, int]:
    """A new method for a part of a property, empty as yet, and its index."""
    parameters, result = method_types(entry.type)
    index = tables.module.declare_function(entry.name, (ObjectType(number), *parameters), result)
    return Code(tables, tables.module.function(index), ranges, None, result, entry.type.result, emit_expression), index


def _closure_caller(
    tables: Tables, ranges: Ranges, number: int, slots: dict[str, int], entry: MethodEntry, has_this: bool
) -> int:
    """The method of an object literal's class: it calls the closure that the object holds."""
    own = method_type(entry.member)
    parameters, result = method_types(entry.type)
    this = ObjectType(number)
    index = tables.module.declare_function(f"Object.{entry.member.name}", (this, *parameters), result)
    code = Code(tables, tables.module.function(index), ranges, None, result, entry.type.result, emit_expression)
    code.emit("LOAD_LOCAL", 0)
    code.emit("GET_FIELD", number, slots[entry.member.name])
    if has_this:
        code.emit("LOAD_LOCAL", 0)
        code.emit("UPCAST", code.type_index(InterfaceType(tables.objects.literal_shape(number).number)))
    _emit_arguments(code, entry.type, own)
    count = len(own.parameters) + (own.rest is not None) + has_this
    code.emit("CALL_CLOSURE", count)
    _emit_result(code, own, entry.type)
    return index


def _definition(tables: Tables, ranges: Ranges, info: ClassInfo) -> ClassDefinition:
    objects = tables.objects
    base = None if info.base is None else info.base.number
    return ClassDefinition(
        info.name,
        base,
        (
            *(Field(member.name, held(member.type)) for member in objects.fresh[info]),
            *(Field(f"{member.name} is there", BOOL) for member in objects.late(info)),
        ),
        tuple(Method(entry.name, _function(tables, ranges, info, entry)) for entry in objects.entries[info]),
        tuple(Field(member.name, held(member.type)) for member in static_fields(info)),
        tuple(
            Method(member.name, member.function.index)
            for member in info.statics.values()
            if member.function is not None
        ),
        None if info.constructor is None else info.constructor.index,
        objects.interfaces_of(info.number, base),
        info.is_abstract,
    )


def _function(tables: Tables, ranges: Ranges, info: ClassInfo, entry: MethodEntry) -> int:
    """The function of a place in a method table: that of the member, or one between that calls it."""
    member = entry.member
    if entry.presence is not Presence.EXPECTED:
        return _missing_property(tables, ranges, info.number, entry)
    if member.kind is MemberKind.FIELD:
        return _field_method(tables, ranges, info.number, entry, tables.objects.slots[member])
    if entry.part == "set" and member.setter is None:
        return _missing_setter(tables, ranges, info.number, entry)
    symbol = {"": member.function, "get": member.getter, "set": member.setter}[entry.part]
    if symbol is None:
        raise AssertionError("a method has a function")
    function = tables.functions[symbol.index]
    is_direct = bool(entry.part) or fits_directly(method_type(member), entry.type)
    if is_direct and not function.is_async and member.owner is info:
        return symbol.index
    return _adapter(tables, ranges, info, entry, symbol.index)


def _adapter(tables: Tables, ranges: Ranges, info: ClassInfo, entry: MethodEntry, callee: int) -> int:
    """A function of the type that callers see, which calls the method; an async one it starts as a task."""
    function = tables.functions[callee]
    own = method_type(entry.member) if not entry.part else entry.type
    parameters, result = method_types(entry.type)
    this = ObjectType(info.number)
    index = tables.module.declare_function(f"{info.name}.{entry.name}", (this, *parameters), result)
    builder = tables.module.function(index)
    code = Code(tables, builder, ranges, None, result, entry.type.result, emit_expression)
    code.at(function.span)
    code.emit("LOAD_LOCAL", 0)
    wanted_this = held(function.parameters[0].type)
    if wanted_this != this:
        code.emit("UPCAST", code.type_index(wanted_this))
    _emit_arguments(code, entry.type, own)
    code.emit("SPAWN" if function.is_async else "CALL", callee, len(function.parameters))
    _emit_result(code, own, entry.type)
    return index


def _emit_arguments(code: Code, given: FunctionOf, own: FunctionOf) -> None:
    """The parameters from local 1 on, which callers give, as the method itself takes them."""
    for number, type_ in enumerate(own.parameters):
        if number < len(given.parameters):
            code.emit("LOAD_LOCAL", number + 1)
            source = given.parameters[number]
            convert_top(code, source, held(source), type_, held(type_))
        else:
            emit_nothing(code, UNDEFINED, held(type_))
    if own.rest is not None:
        code.emit("LOAD_LOCAL", len(given.parameters) + 1)


def _emit_result(code: Code, own: FunctionOf, given: FunctionOf) -> None:
    """Return the result of the method as callers expect it."""
    if given.result is VOID:
        if own.result is not VOID:
            code.emit("POP")
        code.emit("RETURN_VOID")
    else:
        convert_top(code, own.result, held(own.result), given.result, held(given.result))
        code.emit("RETURN")
