"""The program image: what a module occupies in the memory of each context that runs it.

The image is the same for every context, stands at `IMAGE_OFFSET`, and holds only offsets. Only the globals, the hotness
counters and what strings keep of their being atoms change in it while the program runs. That of a module with a base
begins with the image of the base, which all such modules share.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from plait.isa.value_types import is_traced
from plait.memory.code_layouts import FunctionInfo
from plait.memory.errors import BUILTIN_CLASS_NAMES, MACHINE_ERRORS, ErrorCode
from plait.memory.fields import set_fields
from plait.memory.layouts import FRAME_HEADER, IMAGE_OFFSET, ErrorObject, Kind, Prepared, type_info_offset
from plait.prepare.image_writer import ImageWriter
from plait.prepare.operations import DIRECT_FIELDS, TRACED, Branch, Control, has_immediates
from plait.prepare.prepared import BaseImage, PreparedFunction, PreparedInstruction, PreparedModule
from plait.prepare.type_infos import (
    reserve_own_type_infos,
    reserve_type_infos,
    write_own_type_infos,
    write_type_infos,
)

U64 = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class ProgramImage:
    """The bytes of the image and the offsets (in the context's memory) of its parts.

    `parts` are the bytes from `IMAGE_OFFSET` on, one behind the other: those of the base, if there is one, and the
    module's own. `globals` and `strings` are the offsets of each. The strings stand one behind the other, those of the
    module between `constants` and `constants_end`, those of its base between the other two.
    """

    parts: tuple[bytes, ...]
    functions: int
    loops: int
    globals: tuple[int, ...]
    traced_globals: int
    traced_global_count: int
    strings: tuple[int, ...]
    constants: int
    constants_end: int
    base_constants: int
    base_constants_end: int
    memory_error: int
    """The error that is thrown when there is no memory to make one."""

    @property
    def end(self) -> int:
        """The offset just after the image."""
        return IMAGE_OFFSET + sum(map(len, self.parts))


def build_image(module: PreparedModule) -> ProgramImage:
    """Lay out a prepared module. Raises `LimitError` for one that is too large for any memory.

    Behind a base the table of functions comes first, because it goes on where that of the base ends.
    """
    base = _NO_BASE if module.base is None else module.base.image
    writer = ImageWriter(base.end)
    infos = reserve_type_infos(writer, module) if module.base is None else 0
    functions = writer.append(bytes(FunctionInfo.SIZE * len(module.own_functions)))
    if module.base is not None:
        infos = reserve_own_type_infos(writer, module)
    loops = _append_loops(writer, module)
    globals_ = (*base.globals, *_append_globals(writer, len(module.layout.global_types) - len(base.globals)))
    traced, traced_count = _append_traced(writer, module, globals_)
    constants = writer.append(b"")
    texts = module.verified.module.strings[len(base.strings) :]
    strings = (*base.strings, *map(writer.append_string, texts))
    constants_end = writer.append(b"")
    _append_functions(writer, module, functions, globals_, strings)
    if module.base is None:
        write_type_infos(writer, module, infos)
    else:
        write_own_type_infos(writer, module, infos)
    memory_error = _append_memory_error(writer)
    writer.append(b"")
    return ProgramImage(
        (base.data, bytes(writer.data)),
        functions if module.base is None else base.functions,
        loops,
        globals_,
        traced,
        traced_count,
        strings,
        constants,
        constants_end,
        base.constants,
        base.constants_end,
        memory_error,
    )


_NO_BASE: Final = BaseImage(b"", 0, (), (), 0, 0, IMAGE_OFFSET)
"""What a module without a base begins with."""


def build_base_image(module: PreparedModule) -> BaseImage:
    """Lay out a prepared base. Raises `LimitError` for one that is too large for any memory."""
    writer = ImageWriter()
    infos = reserve_type_infos(writer, module)
    globals_ = _append_globals(writer, len(module.layout.global_types))
    constants = writer.append(b"")
    strings = tuple(writer.append_string(text) for text in module.verified.module.strings)
    constants_end = writer.append(b"")
    table = b"".join(_append_function(writer, item, globals_, strings, module) for item in module.functions)
    write_type_infos(writer, module, infos)
    functions = writer.append(table)
    return BaseImage(bytes(writer.data), functions, globals_, strings, constants, constants_end, writer.position)


def _append_loops(writer: ImageWriter, module: PreparedModule) -> int:
    return writer.append(b"".join(struct.pack("<IIII", function, pc, 0, 0) for function, pc in module.loops))


def _append_globals(writer: ImageWriter, count: int) -> tuple[int, ...]:
    start = writer.append(bytes(8 * count))
    return tuple(range(start, start + 8 * count, 8))


def _append_traced(writer: ImageWriter, module: PreparedModule, globals_: tuple[int, ...]) -> tuple[int, int]:
    """The table of the globals that the collector follows, and their number."""
    types = module.layout.global_types
    traced = [place for place, item in zip(globals_, types, strict=True) if is_traced(item)]
    return writer.append_words(traced), len(traced)


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


def _append_functions(
    writer: ImageWriter, module: PreparedModule, table: int, globals_: tuple[int, ...], strings: tuple[int, ...]
) -> None:
    """Append the module's own functions, and fill in their table."""
    infos = b"".join(_append_function(writer, item, globals_, strings, module) for item in module.own_functions)
    place = table - writer.start
    writer.data[place : place + len(infos)] = infos


def _append_function(
    writer: ImageWriter,
    function: PreparedFunction,
    globals_: tuple[int, ...],
    strings: tuple[int, ...],
    module: PreparedModule,
) -> bytes:
    """Append what a function consists of; its entry in the table of functions."""
    places = _source_places(function)
    code = writer.append(
        b"".join(_encode(item, index, globals_, strings) for index, item in enumerate(function.instructions))
    )
    handlers = writer.append(
        b"".join(struct.pack("<III", item.start, item.end, item.target) for item in function.handlers)
    )
    maps: list[bytes] = []
    known: dict[tuple[int, ...], int] = {}
    for index, live in sorted(function.live.items()):
        slots = tuple([FRAME_HEADER + 8 * slot for slot, item in live if item in TRACED])
        place = known.get(slots)
        if place is None:
            place = known[slots] = writer.append(struct.pack(f"<{len(slots)}H", *slots))
        maps.append(_MAP.pack(index, len(slots), place))
    result = function.verified.function.result
    caption = f"\n    at {function.verified.function.name} ({module.verified.module.name}"
    info = bytearray(FunctionInfo.SIZE)
    set_fields(
        info,
        FunctionInfo,
        0,
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
        maps=writer.append(b"".join(maps)),
        map_count=len(maps),
        first_loop=function.first_loop,
        caption=writer.append_string(caption),
        places=writer.append_words([word for place in places for word in place]),
        place_count=len(places),
    )
    return bytes(info)


def _source_places(function: PreparedFunction) -> list[tuple[int, int, int]]:
    """(prepared index, line, column), where they change."""
    positions = function.verified.function.positions
    if not positions:
        return []
    offsets = [position.offset for position in positions]
    places: list[tuple[int, int, int]] = []
    last = -1
    known = None
    for index, item in enumerate(function.instructions):
        if item.offset == last:
            continue
        last = item.offset
        number = bisect_right(offsets, last) - 1
        if number < 0 or positions[number] is known:
            continue
        known = positions[number]
        if not places or places[-1][1:] != (known.line, known.column):
            places.append((index, known.line, known.column))
    return places


_INSTRUCTION: Final = struct.Struct("<HHHHQ")
_BRANCH: Final = struct.Struct("<HHiQ")
_MAP: Final = struct.Struct("<III")
_NO_FIELDS: Final = [[0] * (DIRECT_FIELDS - count) for count in range(DIRECT_FIELDS)]


def _encode(item: PreparedInstruction, index: int, globals_: tuple[int, ...], strings: tuple[int, ...]) -> bytes:
    operation, slots, immediate, target, _ = item
    fields = [FRAME_HEADER + 8 * slot for slot in slots]
    if len(fields) < DIRECT_FIELDS:
        fields += _NO_FIELDS[len(fields)]
    elif len(fields) > DIRECT_FIELDS:
        for place, field in enumerate(fields[DIRECT_FIELDS:]):
            immediate |= field << 16 * place
        del fields[DIRECT_FIELDS:]
    kind = operation.kind
    if isinstance(kind, Control):
        if kind is Control.CONSTANT_STRING:
            immediate = strings[immediate]
        elif kind is Control.LOAD_GLOBAL or kind is Control.STORE_GLOBAL:
            immediate = globals_[immediate]
        elif target >= 0:
            immediate = Prepared.SIZE * (target - index)
    elif isinstance(kind, Branch):
        distance = Prepared.SIZE * (target - index)
        if kind.constant is not None or has_immediates(kind.entry):
            return _BRANCH.pack(operation.number, fields[0], distance, immediate & U64)
        immediate = distance
    return _INSTRUCTION.pack(operation.number, *fields, immediate & U64)
