"""The program image: what a module occupies in the memory of each context that runs it.

The image is the same for every context, stands at `IMAGE_OFFSET`, and holds only offsets. Only the globals and the
hotness counters in it change while the program runs.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from plait.isa.value_types import is_traced
from plait.memory.errors import BUILTIN_CLASS_NAMES, MACHINE_ERRORS, ErrorCode
from plait.memory.fields import set_fields
from plait.memory.layouts import (
    FRAME_HEADER,
    IMAGE_OFFSET,
    ErrorObject,
    FunctionInfo,
    Kind,
    LoopInfo,
    Prepared,
    SafepointMap,
    type_info_offset,
)
from plait.prepare.image_writer import ImageWriter
from plait.prepare.operations import DIRECT_FIELDS, Branch, Control, has_immediates
from plait.prepare.prepared import PreparedFunction, PreparedInstruction, PreparedModule
from plait.prepare.type_infos import reserve_type_infos, write_type_infos

U64 = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class ProgramImage:
    """The bytes of the image and the offsets (in the context's memory) of its parts."""

    data: bytes
    functions: int
    loops: int
    globals: int
    traced_globals: int
    traced_global_count: int
    strings: tuple[int, ...]
    constants: int
    constants_end: int
    """Between these stand the strings of the module, one behind the other."""
    memory_error: int
    """The error that is thrown when there is no memory to make one."""

    @property
    def end(self) -> int:
        """The offset just after the image."""
        return IMAGE_OFFSET + len(self.data)


def build_image(module: PreparedModule) -> ProgramImage:
    """Lay out a prepared module. Raises `LimitError` for one that is too large for any memory."""
    writer = ImageWriter()
    source = module.verified.module
    layout = module.layout
    infos = reserve_type_infos(writer, module)
    functions = writer.append(bytes(FunctionInfo.SIZE * len(module.functions)))
    loops = writer.append(bytes(LoopInfo.SIZE * module.loop_count))
    global_offset = writer.append(bytes(8 * len(layout.global_types)))
    traced = [8 * index for index, item in enumerate(layout.global_types) if is_traced(item)]
    traced_offset = writer.append(b"".join(struct.pack("<I", global_offset + item) for item in traced))
    constants = writer.append(b"")
    strings = tuple(writer.append_string(text) for text in source.strings)
    constants_end = writer.append(b"")
    for function in module.functions:
        _append_function(writer, function, functions, loops, global_offset, strings, source.name)
    write_type_infos(writer, module, infos)
    memory_error = _append_memory_error(writer)
    writer.append(b"")
    return ProgramImage(
        bytes(writer.data),
        functions,
        loops,
        global_offset,
        traced_offset,
        len(traced),
        strings,
        constants,
        constants_end,
        memory_error,
    )


def _append_memory_error(writer: ImageWriter) -> int:
    error = MACHINE_ERRORS[ErrorCode.OUT_OF_MEMORY]
    info = type_info_offset(error.error_class)
    data = bytearray(ErrorObject.SIZE)
    set_fields(
        data,
        ErrorObject,
        0,
        kind=Kind.OBJECT,
        size=ErrorObject.SIZE,
        info=info,
        message=writer.append_string(error.message),
        name=writer.append_string(BUILTIN_CLASS_NAMES[error.error_class]),
        code=ErrorCode.OUT_OF_MEMORY,
    )
    return writer.append(data)


def _append_function(
    writer: ImageWriter,
    function: PreparedFunction,
    functions: int,
    loops: int,
    global_offset: int,
    strings: tuple[int, ...],
    module_name: str,
) -> None:
    places = _source_places(function)
    code = writer.append(
        b"".join(_encode(item, index, global_offset, strings) for index, item in enumerate(function.instructions))
    )
    handlers = writer.append(
        b"".join(struct.pack("<III", item.start, item.end, item.target) for item in function.handlers)
    )
    maps = b""
    for index, live in sorted(function.live.items()):
        slots = [FRAME_HEADER + 8 * slot for slot, item in live if item.is_traced]
        place = writer.append(struct.pack(f"<{len(slots)}H", *slots))
        maps += struct.pack("<III", index, len(slots), place)
    result = function.verified.function.result
    set_fields(
        writer.data,
        FunctionInfo,
        functions + FunctionInfo.SIZE * function.index - IMAGE_OFFSET,
        code=code,
        code_length=len(function.instructions),
        frame_size=function.frame_size,
        stack_need=function.stack_need,
        entry_charge=function.entry_charge,
        parameter_count=len(function.verified.function.parameter_types),
        result_is_traced=int(result is not None and is_traced(result)),
        task_type=function.task_type,
        handlers=handlers,
        handler_count=len(function.handlers),
        maps=writer.append(maps),
        map_count=len(maps) // SafepointMap.SIZE,
        first_loop=function.first_loop,
        caption=writer.append_string(f"\n    at {function.verified.function.name} ({module_name}"),
        places=writer.append_words([word for place in places for word in place]),
        place_count=len(places),
    )
    for number, pc in enumerate(function.loops, function.first_loop):
        struct.pack_into("<II", writer.data, loops + LoopInfo.SIZE * number - IMAGE_OFFSET, function.index, pc)


def _source_places(function: PreparedFunction) -> list[tuple[int, int, int]]:
    """(prepared index, line, column), where they change."""
    source = function.verified.function
    places: list[tuple[int, int, int]] = []
    for index, item in enumerate(function.instructions):
        position = source.position_at(item.offset)
        if position is not None and (not places or places[-1][1:] != (position.line, position.column)):
            places.append((index, position.line, position.column))
    return places


def _encode(item: PreparedInstruction, index: int, global_offset: int, strings: tuple[int, ...]) -> bytes:
    fields = [FRAME_HEADER + 8 * slot for slot in item.slots]
    fields += [0] * (DIRECT_FIELDS - len(fields))
    immediate = item.immediate
    for place, field in enumerate(fields[DIRECT_FIELDS:]):
        immediate |= field << 16 * place
    distance = Prepared.SIZE * (item.target - index) if item.target >= 0 else 0
    match item.operation.kind:
        case Control.CONSTANT_STRING:
            immediate = strings[immediate]
        case Control.LOAD_GLOBAL | Control.STORE_GLOBAL:
            immediate = global_offset + 8 * immediate
        case Control.BRANCH_TRUE | Control.BRANCH_FALSE | Control.JUMP:
            immediate = distance
        case Branch(entry, constant=None) if not has_immediates(entry):
            immediate = distance
        case Branch():
            return struct.pack("<HHiQ", item.operation.number, fields[0], distance, immediate & U64)
        case _:
            pass
    return struct.pack("<HHHHQ", item.operation.number, *fields[:DIRECT_FIELDS], immediate & U64)
