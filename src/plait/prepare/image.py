"""The program image: what a module occupies in the memory of each context that runs it.

The image is the same for every context, stands at `IMAGE_OFFSET`, and holds only offsets. Only the globals and the
hotness counters in it change while the program runs.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from plait.errors import LimitError
from plait.isa.value_types import is_reference
from plait.memory.errors import MACHINE_ERRORS, ErrorCode
from plait.memory.layouts import (
    DATA,
    FRAME_HEADER,
    IMAGE_OFFSET,
    ErrorObject,
    FunctionInfo,
    Kind,
    LoopInfo,
    Prepared,
    SafepointMap,
)
from plait.prepare.operations import Branch, Control, MachineClass
from plait.prepare.prepared import PreparedFunction, PreparedInstruction, PreparedModule

MAX_IMAGE = 1 << 30
U64 = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class ProgramImage:
    """The bytes of the image and the offsets (in the context's memory) of its parts."""

    data: bytes
    functions: int
    loops: int
    globals: int
    global_references: int
    global_reference_count: int
    strings: tuple[int, ...]
    memory_error: int
    """The error that is thrown when there is no memory to make one."""

    @property
    def end(self) -> int:
        """The offset just after the image."""
        return IMAGE_OFFSET + len(self.data)


class _Writer:
    """Appends to the image; positions are offsets in the context's memory."""

    def __init__(self) -> None:
        self.data = bytearray()

    @property
    def position(self) -> int:
        return IMAGE_OFFSET + len(self.data)

    def append(self, data: bytes | bytearray) -> int:
        """Append at the next multiple of 8 and give the offset."""
        self.data.extend(bytes(-len(self.data) % 8))
        position = self.position
        self.data.extend(data)
        if len(self.data) > MAX_IMAGE:
            raise LimitError("max_memory", f"the program needs more than {MAX_IMAGE} bytes for its code and constants")
        return position


def build_image(module: PreparedModule) -> ProgramImage:
    """Lay out a prepared module. Raises `LimitError` for one that is too large for any memory."""
    writer = _Writer()
    source = module.verified.module
    functions = writer.append(bytes(FunctionInfo.SIZE * len(module.functions)))
    loops = writer.append(bytes(LoopInfo.SIZE * module.loop_count))
    global_offset = writer.append(bytes(8 * len(source.globals)))
    references = [8 * index for index, item in enumerate(source.globals) if is_reference(item.type)]
    reference_offset = writer.append(b"".join(struct.pack("<I", global_offset + item) for item in references))
    strings = tuple(writer.append(_string_object(text)) for text in source.strings)
    for function in module.functions:
        _append_function(writer, function, functions, loops, global_offset, strings)
    memory_error = _append_memory_error(writer)
    writer.append(b"")
    return ProgramImage(
        bytes(writer.data), functions, loops, global_offset, reference_offset, len(references), strings, memory_error
    )


def _string_object(text: str) -> bytes:
    units = text.encode("utf-16-le", "surrogatepass")
    width = 2
    if all(high == 0 for high in units[1::2]):
        units, width = units[::2], 1
    size = (DATA + len(units) + 7) & ~7
    return struct.pack("<IIII", Kind.STRING, size, len(units) // width, width) + units.ljust(size - DATA, b"\0")


def _append_memory_error(writer: _Writer) -> int:
    error = MACHINE_ERRORS[ErrorCode.OUT_OF_MEMORY]
    fields = {
        "kind": Kind.ERROR,
        "size": ErrorObject.SIZE,
        "error_class": error.error_class,
        "message": writer.append(_string_object(error.message)),
        "code": ErrorCode.OUT_OF_MEMORY,
    }
    data = bytearray(ErrorObject.SIZE)
    for name, value in fields.items():
        struct.pack_into("<I", data, ErrorObject.LAYOUT[name].offset, value)
    return writer.append(data)


def _append_function(
    writer: _Writer,
    function: PreparedFunction,
    functions: int,
    loops: int,
    global_offset: int,
    strings: tuple[int, ...],
) -> None:
    code = writer.append(
        b"".join(_encode(item, index, global_offset, strings) for index, item in enumerate(function.instructions))
    )
    handlers = writer.append(
        b"".join(struct.pack("<III", item.start, item.end, item.target) for item in function.handlers)
    )
    maps = b""
    for index, live in sorted(function.live.items()):
        slots = [FRAME_HEADER + 8 * slot for slot, item in live if item is MachineClass.REFERENCE]
        place = writer.append(struct.pack(f"<{len(slots)}H", *slots))
        maps += struct.pack("<III", index, len(slots), place)
    result = function.verified.function.result
    fields = {
        "code": code,
        "code_length": len(function.instructions),
        "frame_size": function.frame_size,
        "stack_need": function.stack_need,
        "entry_charge": function.entry_charge,
        "parameter_count": len(function.verified.function.parameter_types),
        "result_is_reference": int(result is not None and is_reference(result)),
        "handlers": handlers,
        "handler_count": len(function.handlers),
        "maps": writer.append(maps),
        "map_count": len(maps) // SafepointMap.SIZE,
        "first_loop": function.first_loop,
    }
    info = functions + FunctionInfo.SIZE * function.index - IMAGE_OFFSET
    for name, value in fields.items():
        struct.pack_into("<I", writer.data, info + FunctionInfo.LAYOUT[name].offset, value)
    for number, pc in enumerate(function.loops, function.first_loop):
        struct.pack_into("<II", writer.data, loops + LoopInfo.SIZE * number - IMAGE_OFFSET, function.index, pc)


def _encode(item: PreparedInstruction, index: int, global_offset: int, strings: tuple[int, ...]) -> bytes:
    fields = [FRAME_HEADER + 8 * slot for slot in item.slots]
    fields += [0] * (3 - len(fields))
    immediate = item.immediate
    distance = Prepared.SIZE * (item.target - index) if item.target >= 0 else 0
    match item.operation.kind:
        case Control.CONSTANT_STRING:
            immediate = strings[immediate]
        case Control.LOAD_GLOBAL | Control.LOAD_GLOBAL_REFERENCE | Control.STORE_GLOBAL:
            immediate = global_offset + 8 * immediate
        case Control.BRANCH_TRUE | Control.BRANCH_FALSE | Control.JUMP:
            immediate = distance
        case Branch(constant=None):
            immediate = distance
        case Branch():
            return struct.pack("<HHiQ", item.operation.number, fields[0], distance, immediate & U64)
        case _:
            pass
    return struct.pack("<HHHHQ", item.operation.number, *fields, immediate & U64)
