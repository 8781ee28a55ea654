"""The heap against the types of the program, for the stress mode `check_heap`: what the kernels cannot know.

It follows everything reachable from the globals, the handles and the frames of tasks, and looks at every reference from
a place whose type is declared: a global, a field, an element, a captured value, a local, a result. It is run where the
host is at hand: between turns, and when a function of the host is called.

It cannot find a wrong value of the right type, nor the wrong type of a value on the operand stack, of which only the
machine class is known.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from plait.isa.value_types import (
    ANY,
    I64,
    ArrayType,
    CellType,
    ChannelType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
    is_traced,
)
from plait.memory.byte_layouts import ViewObject
from plait.memory.fields import get_field
from plait.memory.layouts import (
    CONSOLE_OFFSET,
    DATA,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    FRAME_HEADER,
    HANDLES_OFFSET,
    ArrayObject,
    ChannelObject,
    Frame,
    Kind,
    Object,
    ObjectHeader,
    Storage,
    Store,
    Task,
    TaskStatus,
    TypeInfo,
    TypeKind,
)
from plait.memory.record_layouts import RecordObject, Shape
from plait.memory.table_layouts import TableObject
from plait.verify.class_tables import hidden_slots
from plait.vm.context import VmContext
from plait.vm.frames import frame_offsets

MAX_CHECKED = 1 << 18
"""Heaps of more bytes are not followed: that takes CPython too long."""

Edge = tuple[int, ValueType | None, str]
"""A slot's word, its declared type (None: any reference), and where it is."""


def wrong_types(context: VmContext) -> list[str]:
    """What a context holds that does not fit its declared type, in words."""
    return _Walk(context).run()


class _Walk:
    def __init__(self, context: VmContext) -> None:
        self.context = context
        self.view = context.memory.view
        self.prepared = context.program.prepared
        self.types = self.prepared.layout
        self.heap = range(context.get("space_start"), context.get("heap_top"))
        self.image = range(CONSOLE_OFFSET, context.get("image_end"))
        self.seen: set[int] = set()
        self.pending: list[Edge] = []
        self.wrong: list[str] = []

    def run(self) -> list[str]:
        if len(self.heap) > MAX_CHECKED:
            return []
        self.pending += self._roots()
        while self.pending and not self.wrong:
            word, value_type, where = self.pending.pop()
            if value_type is ANY and not FIRST_REFERENCE <= word < FIRST_NUMBER:
                continue
            if word == 0:
                continue
            if value_type is not None and not self._fits(word, value_type):
                self.wrong.append(f"{where}: {word:#x} is no {value_type}")
            elif word in self.heap and word not in self.seen:
                self.seen.add(word)
                self.pending += self._edges(word)
        return self.wrong

    # Reading

    def _word(self, place: int) -> int:
        word: int = struct.unpack_from("<Q", self.view, place)[0]
        return word

    def _kind(self, reference: int) -> int:
        return get_field(self.view, ObjectHeader, reference, "kind")

    def _info(self, reference: int, name: str) -> int:
        return get_field(self.view, TypeInfo, get_field(self.view, Object, reference, "info"), name)

    # Where references begin

    def _roots(self) -> Iterator[Edge]:
        for index, item in enumerate(self.types.global_types):
            if is_traced(item):
                yield self._word(self.context.program.image.globals[index]), item, f"global {index}"
        for index in range(self.context.get("handle_count")):
            yield self._word(HANDLES_OFFSET + 8 * index), ANY, f"handle {index}"
        task = self.context.get("all_tasks")
        while task:
            yield task, None, "a task"
            task = get_field(self.view, Task, task, "link")

    # What a type allows

    def _fits(self, word: int, value_type: ValueType) -> bool:
        if word & 7 or not (word in self.heap or word in self.image):
            return False
        kind = self._kind(word)
        match value_type:
            case Primitive():
                return kind in (Kind.STRING, Kind.ARRAY, Kind.OBJECT, Kind.TASK, Kind.RECORD)
            case Opaque.STRING:
                return kind == Kind.STRING
            case ArrayType():
                return kind == Kind.ARRAY and self._array_type(word) == value_type
            case TaskType(result):
                if kind != Kind.TASK:
                    return False
                # A task of any result is a `task(void)`.
                function = get_field(self.view, Task, word, "function")
                return result is None or self.context.module.functions[function].result == result
            case _:
                return kind == Kind.OBJECT and self._object_fits(word, value_type)

    def _array_type(self, array: int) -> ValueType:
        return self.types.type_of_id(get_field(self.view, ArrayObject, array, "type_word") >> 8)

    def _object_fits(self, reference: int, value_type: ValueType) -> bool:
        kind = TypeKind(self._info(reference, "type_kind"))
        match value_type:
            case ObjectType(number):
                return kind is TypeKind.CLASS and number in self.context.class_of_object(reference).ancestors
            case InterfaceType(number):
                if kind is not TypeKind.CLASS:
                    return False
                return any(item.interface == number for item in self.context.class_of_object(reference).bindings)
            case Opaque():
                return kind is TypeKind.MUTEX
            case _:
                has_id = kind in (TypeKind.TUPLE, TypeKind.CLOSURE, TypeKind.CELL, TypeKind.CHANNEL)
                return has_id and self.types.type_of_id(self._info(reference, "type_id")) == value_type

    # Where references lead

    def _edges(self, reference: int) -> Iterator[Edge]:
        match Kind(self._kind(reference)):
            case Kind.ARRAY:
                yield from self._array_edges(reference)
            case Kind.OBJECT:
                yield from self._object_edges(reference)
            case Kind.RECORD:
                yield from self._record_edges(reference)
            case Kind.TASK:
                yield from self._task_edges(reference)
            case _:
                pass

    def _array_edges(self, array: int) -> Iterator[Edge]:
        array_type = self._array_type(array)
        storage = get_field(self.view, ArrayObject, array, "type_word") & 0xFF
        form = {Storage.REFERENCE: "I", Storage.ANY: "Q"}.get(Storage(storage))
        if not isinstance(array_type, ArrayType):
            self.wrong.append(f"array {array:#x} is of {array_type}")
        elif form is not None:
            store = get_field(self.view, ArrayObject, array, "store")
            length = get_field(self.view, Store, store, "length")
            for word in struct.unpack_from(f"<{length}{form}", self.view, store + DATA):
                yield word, array_type.element, f"element of array {array:#x}"
            yield get_field(self.view, ArrayObject, array, "properties"), ANY, f"properties of array {array:#x}"

    def _object_edges(self, reference: int) -> Iterator[Edge]:
        match TypeKind(self._info(reference, "type_kind")):
            case TypeKind.CLASS:
                found = self.context.class_of_object(reference)
                hidden = hidden_slots(found)
                types = tuple(I64 if slot in hidden else item.type for slot, item in enumerate(found.slots))
                yield from self._slots(reference, types, found.name)
            case TypeKind.TABLE:
                entries = get_field(self.view, TableObject, reference, "entries")
                length = get_field(self.view, Store, entries, "length") if entries else 0
                for word in struct.unpack_from(f"<{length}Q", self.view, entries + DATA):
                    yield word, ANY, f"entry of table {reference:#x}"
            case TypeKind.VIEW:
                yield self._word(reference + ViewObject.LAYOUT["buffer"].offset), ANY, f"buffer of view {reference:#x}"
                yield self._word(reference + ViewObject.LAYOUT["owner"].offset), ANY, f"owner of view {reference:#x}"
            case TypeKind.CLOSURE:
                captures = self.context.module.functions[self._info(reference, "function")].captures
                yield from self._slots(reference, captures or (), "a closure")
            case TypeKind.TUPLE | TypeKind.CELL | TypeKind.CHANNEL:
                match self.types.type_of_id(self._info(reference, "type_id")):
                    case TupleType(elements):
                        yield from self._slots(reference, elements, "a tuple")
                    case CellType(content):
                        yield from self._slots(reference, (content,), "a cell")
                    case ChannelType(element):
                        yield from self._channel_edges(reference, element)
                    case other:
                        self.wrong.append(f"object {reference:#x} is of {other}")
            case _:
                pass

    def _record_edges(self, record: int) -> Iterator[Edge]:
        where = f"record {record:#x}"
        shape = get_field(self.view, RecordObject, record, "shape")
        yield self._word(shape + Shape.LAYOUT["prototype"].offset), ANY, f"prototype of {where}"
        yield self._word(record + RecordObject.LAYOUT["inner"].offset), ANY, f"inner word of {where}"
        values = get_field(self.view, RecordObject, record, "values")
        length = get_field(self.view, Store, values, "length")
        for word in struct.unpack_from(f"<{length}Q", self.view, values + DATA):
            yield word, ANY, f"value in {where}"

    def _slots(self, reference: int, types: tuple[ValueType, ...], what: str) -> Iterator[Edge]:
        for index, item in enumerate(types):
            if is_traced(item):
                yield self._word(reference + DATA + 8 * index), item, f"slot {index} of {what}"

    def _channel_edges(self, channel: int, element: ValueType) -> Iterator[Edge]:
        if not is_traced(element):
            return
        count, head, capacity = (
            get_field(self.view, ChannelObject, channel, name) for name in ("count", "head", "capacity")
        )
        buffer = get_field(self.view, ChannelObject, channel, "buffer")
        for index in range(count):
            place = buffer + DATA + 8 * ((head + index) % capacity)
            yield self._word(place), element, f"value in channel {channel:#x}"

    def _task_edges(self, task: int) -> Iterator[Edge]:
        status = get_field(self.view, Task, task, "status")
        result = self.context.module.functions[get_field(self.view, Task, task, "function")].result
        if status == TaskStatus.COMPLETE and result is not None and is_traced(result):
            yield self._word(task + Task.LAYOUT["result"].offset), result, f"result of task {task:#x}"
        if status == TaskStatus.FAILED:
            yield self._word(task + Task.LAYOUT["error"].offset), ANY, f"error of task {task:#x}"
        for frame in frame_offsets(self.context, task):
            yield from self._frame_edges(frame)

    def _frame_edges(self, frame: int) -> Iterator[Edge]:
        function = self.prepared.functions[get_field(self.view, Frame, frame, "function")]
        own = function.verified.function
        types = (*own.parameter_types, *own.local_types)
        # A frame between two steps of a debugger stands anywhere.
        for slot, item in function.live.get(get_field(self.view, Frame, frame, "pc"), ()):
            if item.is_traced:
                value_type = types[slot] if slot < len(types) else ANY if item.name == "ANY" else None
                yield self._word(frame + FRAME_HEADER + 8 * slot), value_type, f"slot {slot} of {own.name}"
