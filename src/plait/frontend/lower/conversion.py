"""Values held in another way: words, references of wider and narrower types."""

from __future__ import annotations

from typing import Final

from plait.frontend.check import typed
from plait.frontend.check.held import held, nullable
from plait.frontend.check.types import NULL, UNDEFINED, Type, members_of
from plait.frontend.lower.code import Code
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    I64,
    STRING,
    InterfaceType,
    ObjectType,
    ValueType,
    is_reference,
)

_BOX: Final = {I32: "BOX_I32", F64: "BOX_F64", BOOL: "BOX_BOOL", I64: "BOX_I64"}
_UNBOX: Final = {I32: "UNBOX_I32", F64: "UNBOX_F64", BOOL: "UNBOX_BOOL", I64: "UNBOX_I64"}


def emit_convert(code: Code, node: typed.Convert) -> None:
    """The operand as a value of another type."""
    operand = node.operand
    wanted = code.held(node)
    if isinstance(operand, typed.Nothing):
        emit_nothing(code, operand.type, wanted)
        return
    code.emit_value(code, operand)
    code.at(node.span)
    convert_top(code, operand.type, code.held(operand), node.type, wanted)


def emit_nothing(code: Code, kind: Type, wanted: ValueType) -> None:
    """Null or undefined."""
    if is_reference(wanted):
        code.emit("CONST_NULL", code.type_index(wanted))
    elif kind is UNDEFINED:
        code.emit("CONST_UNDEFINED")
    else:
        code.emit("CONST_NULL", code.type_index(STRING))
        code.emit("BOX_REF")


def convert_top(code: Code, source: Type, found: ValueType, target: Type, wanted: ValueType) -> None:
    """The top of the stack, of the source type, as the target type is held."""
    if code.tables.objects.widen_arrays(source, target) or found == wanted:
        return
    if wanted is ANY:
        _box(code, source, found)
    elif found is ANY:
        _unbox(code, target, wanted)
    elif found is I32 and wanted is F64:
        code.emit("I32_TO_F64")
    elif found is F64 and wanted is I32:
        code.emit("F64_TO_I32")
    else:
        _cast(code, source, found, target, wanted)


def _box(code: Code, source: Type, found: ValueType) -> None:
    if not is_reference(found):
        code.emit(_BOX[found])  # type: ignore[index]
        return
    only = nullable(source)
    if only is None or only[1] is NULL:
        code.emit("BOX_REF")
        return
    nothing, end = code.label(), code.label()
    code.emit("DUP")
    code.emit("IS_NULL")
    code.jump("JUMP_IF_TRUE", nothing)
    code.emit("BOX_REF")
    code.jump("JUMP", end)
    code.place(nothing)
    code.emit("POP")
    code.emit("CONST_UNDEFINED")
    code.place(end)


def _unbox(code: Code, target: Type, wanted: ValueType) -> None:
    if not is_reference(wanted):
        code.emit(_UNBOX[wanted])  # type: ignore[index]
        return
    if UNDEFINED not in members_of(target):
        code.emit("UNBOX_REF", code.type_index(wanted))
        return
    nothing, end = code.label(), code.label()
    code.emit("DUP")
    code.emit("ANY_IS_NULL")
    code.jump("JUMP_IF_TRUE", nothing)
    code.emit("UNBOX_REF", code.type_index(wanted))
    code.jump("JUMP", end)
    code.place(nothing)
    code.emit("POP")
    code.emit("CONST_NULL", code.type_index(wanted))
    code.place(end)


def _cast(code: Code, source: Type, found: ValueType, target: Type, wanted: ValueType) -> None:
    tables = code.tables.objects
    match found, wanted:
        case ObjectType(number), ObjectType(other) if tables.inherits(number, other):
            code.emit("UPCAST", code.type_index(wanted))
        case _, ObjectType(other):
            code.emit("CHECK_CAST", other)
        case ObjectType(number), InterfaceType(interface) if tables.implements(number, interface):
            code.emit("UPCAST", code.type_index(wanted))
        case _, InterfaceType(interface):
            code.emit("CHECK_CAST_INTERFACE", interface)
        case _:
            tables.note_impossible(f"{source} held as {found} where {target} is held as {wanted}")


def emit_converted(code: Code, value: typed.Expression, target: Type) -> None:
    """The value as one of the target type."""
    if isinstance(value, typed.Nothing):
        emit_nothing(code, value.type, held(target))
        return
    code.emit_value(code, value)
    convert_top(code, value.type, code.held(value), target, held(target))
