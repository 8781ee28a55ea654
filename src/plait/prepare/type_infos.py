"""The type infos and inline caches at the start of the image."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from plait.bytecode.module import Field
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.value_types import is_traced
from plait.memory.bigint_layouts import BIGINT_INFO
from plait.memory.byte_layouts import BUFFER_INFO, BUFFER_TRACED, VIEW_INFO, VIEW_TRACED, BufferObject, ViewObject
from plait.memory.errors import BUILTIN_CLASS_NAMES, BuiltinClass
from plait.memory.fields import set_fields
from plait.memory.layouts import (
    DATA,
    INT64_INFO,
    MUTEX_INFO,
    MUTEX_TRACED,
    SYMBOL_INFO,
    InlineCache,
    InterfaceTable,
    TypeInfo,
    TypeKind,
    type_info_offset,
)
from plait.memory.pattern_layouts import PATTERN_INFO, PATTERN_TRACED, PatternObject
from plait.memory.record_layouts import SYMBOL_TRACED, SymbolObject
from plait.memory.table_layouts import TABLE_INFO, TABLE_TRACED, TableObject
from plait.prepare.image_writer import ImageWriter
from plait.prepare.prepared import PreparedModule
from plait.prepare.type_tables import InfoSpec
from plait.verify.classes import VerifiedClass


def reserve_own_type_infos(writer: ImageWriter, module: PreparedModule) -> int:
    """Make room for the infos of a module that its base has not; gives their offset."""
    tables = module.layout.tables
    infos = writer.append(bytes(TypeInfo.SIZE * (len(tables.infos) - tables.base_count)))
    assert infos == tables.own_info
    return infos


def write_own_type_infos(writer: ImageWriter, module: PreparedModule, first_info: int) -> None:
    """Fill in the infos of a module that its base has not."""
    for number, spec in enumerate(module.layout.infos[module.layout.tables.base_count :]):
        _write_spec(writer, first_info + TypeInfo.SIZE * number, spec)


def reserve_type_infos(writer: ImageWriter, module: PreparedModule) -> int:
    """Make room for the infos of classes, the caches, and the other infos; gives the offset of the last."""
    classes = FIRST_MODULE_CLASS + len(module.verified.module.classes)
    writer.append(bytes(TypeInfo.SIZE * classes))
    caches = b"".join(struct.pack("<QII", 0, interface, member) for interface, member in module.layout.caches)
    writer.append(caches)
    infos = writer.position
    writer.append(bytes(TypeInfo.SIZE * len(module.layout.infos)))
    assert infos == type_info_offset(classes) + InlineCache.SIZE * len(module.layout.caches)
    return infos


def write_type_infos(writer: ImageWriter, module: PreparedModule, first_info: int) -> None:
    """Fill in all infos."""
    for item in module.verified.classes:
        if item is not None:
            _write_class(writer, item)
    _write(writer, type_info_offset(SYMBOL_INFO), TypeKind.SYMBOL, SymbolObject.SIZE, SYMBOL_TRACED)
    _write(writer, type_info_offset(TABLE_INFO), TypeKind.TABLE, TableObject.SIZE, TABLE_TRACED)
    _write(writer, type_info_offset(PATTERN_INFO), TypeKind.PATTERN, PatternObject.SIZE, PATTERN_TRACED)
    _write(writer, type_info_offset(BUFFER_INFO), TypeKind.BUFFER, BufferObject.SIZE, BUFFER_TRACED)
    _write(writer, type_info_offset(VIEW_INFO), TypeKind.VIEW, ViewObject.SIZE, VIEW_TRACED)
    _write(writer, type_info_offset(BIGINT_INFO), TypeKind.BIGINT, 0, ())
    _write(writer, type_info_offset(INT64_INFO), TypeKind.INT64, DATA + 8, ())
    _write(writer, type_info_offset(MUTEX_INFO), TypeKind.MUTEX, 0, MUTEX_TRACED)
    for number, spec in enumerate(module.layout.infos):
        _write_spec(writer, first_info + TypeInfo.SIZE * number, spec)


def _write_class(writer: ImageWriter, item: VerifiedClass) -> None:
    place = type_info_offset(item.number)
    _write(writer, place, TypeKind.CLASS, DATA + 8 * len(item.slots), traced_fields(item.slots))
    tables = b"".join(
        struct.pack(
            "<IIII",
            binding.interface,
            writer.append_words([DATA + 8 * slot for slot in binding.slots]),
            writer.append_words(list(binding.functions)),
            0,
        )
        for binding in item.bindings
    )
    assert len(tables) == InterfaceTable.SIZE * len(item.bindings)
    builtin = [number for number in item.ancestors if number in BUILTIN_CLASS_NAMES]
    set_fields(
        writer.data,
        TypeInfo,
        place - writer.start,
        class_id=item.number,
        depth=len(item.ancestors) - 1,
        display=writer.append_words([type_info_offset(number) for number in item.ancestors]),
        vtable=writer.append_words(list(item.methods)),
        itable=writer.append(tables),
        itable_count=len(item.bindings),
        name=writer.append_string(item.name),
        error_name=writer.append_string(BUILTIN_CLASS_NAMES[BuiltinClass(builtin[-1])]) if builtin else 0,
    )


def _write_spec(writer: ImageWriter, place: int, spec: InfoSpec) -> None:
    _write(writer, place, spec.kind, spec.object_size, spec.traced)
    set_fields(
        writer.data,
        TypeInfo,
        place - writer.start,
        function=spec.function,
        type_id=spec.type_id,
        element_traced=int(spec.element_traced),
        has_properties=int(spec.has_properties),
    )


def _write(writer: ImageWriter, place: int, kind: TypeKind, size: int, traced: Sequence[int]) -> None:
    table = writer.append(struct.pack(f"<{len(traced)}H", *traced))
    set_fields(
        writer.data,
        TypeInfo,
        place - writer.start,
        type_kind=kind,
        object_size=size,
        traced=table,
        traced_count=len(traced),
    )


def traced_fields(slots: Sequence[Field]) -> tuple[int, ...]:
    """The byte distances of the slots that the collector follows."""
    return tuple(DATA + 8 * index for index, item in enumerate(slots) if is_traced(item.type))
