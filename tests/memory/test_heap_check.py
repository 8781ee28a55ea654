"""The heap check finds every kind of damage, and none in a sound heap."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import plait
from plait.bytecode.assembler import assemble
from plait.kernel import as_kernel
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory
from plait.memory.faults import HeapFault
from plait.memory.fields import get_field, set_field
from plait.memory.frames import FORGED
from plait.memory.heap_check import check_heap
from plait.memory.layouts import (
    CONTEXT_OFFSET,
    DATA,
    FRAME_HEADER,
    HANDLES_OFFSET,
    ArrayObject,
    ChannelObject,
    Frame,
    Object,
    ObjectHeader,
    SharedString,
    Store,
    StringObject,
    Task,
    TextBuffer,
)
from plait.memory.record_layouts import Keys, RecordObject, Shape
from plait.memory.table_layouts import TableObject
from plait.vm.context import VmContext
from plait.vm.heap_faults import HeapFaultError
from plait.vm.heap_types import wrong_types

TEXT = """
.module "heap"
.main main
.class Point
.field name string
.field x f64
.global text string
.global names array(string)
.global words array(any)
.global numbers array(i32)
.global point object(Point)
.global gate mutex
.global pipe channel(string)
.global long string
.global table any
.global record any
.function main()
    CONST_NULL string
    BOX_REF
    NATIVE_CALL record.new 1
    STORE_GLOBAL record
    LOAD_GLOBAL record
    CONST_STRING "key"
    BOX_REF
    CONST_UNDEFINED
    CONST_I32 7
    NATIVE_CALL property.define 4
    CONST_STRING "a"
    CONST_STRING "b"
    STRING_CONCAT
    STORE_GLOBAL text
    LOAD_GLOBAL text
    LOAD_GLOBAL text
    NEW_ARRAY_OF string 2
    STORE_GLOBAL names
    LOAD_GLOBAL text
    BOX_REF
    NEW_ARRAY_OF any 1
    STORE_GLOBAL words
    CONST_I32 7
    NEW_ARRAY_OF i32 1
    STORE_GLOBAL numbers
    NEW_OBJECT Point
    DUP
    LOAD_GLOBAL text
    SET_FIELD Point name
    STORE_GLOBAL point
    NEW_MUTEX
    STORE_GLOBAL gate
    CONST_I32 2
    NEW_CHANNEL string
    STORE_GLOBAL pipe
    LOAD_GLOBAL pipe
    LOAD_GLOBAL text
    CHANNEL_SEND
    CONST_STRING "LONG"
    LOAD_GLOBAL text
    STRING_CONCAT
    STORE_GLOBAL long
    NATIVE_CALL table.new 0
    STORE_GLOBAL table
    LOAD_GLOBAL table
    LOAD_GLOBAL text
    BOX_REF
    CONST_UNDEFINED
    NATIVE_CALL table.set 3
    LOAD_GLOBAL gate
    MUTEX_LOCK
    RETURN_VOID
.function wait(string) -> string
    LOAD_LOCAL 0
    LOAD_LOCAL 0
    STRING_CONCAT
    CALL inner 1
    RETURN
.function inner(string) -> string
    LOAD_GLOBAL gate
    MUTEX_LOCK
    LOAD_LOCAL 0
    RETURN
"""
GLOBALS = ("text", "names", "words", "numbers", "point", "gate", "pipe", "long", "table", "record")


class Heap:
    """A context with an object of every kind, one task of which waits two frames deep."""

    def __init__(self) -> None:
        self.vm = plait.Vm(plait.VmOptions(engine="interpreter", max_memory=1 << 20, check_heap=True))
        self.context: VmContext = self.vm.load(assemble(TEXT.replace("LONG", "x" * 200), "heap.plasm"))
        self.vm.run(self.context, "main")
        self.task_number = self.vm.spawn_task("wait", ["waiting"])
        self.vm.run_until_idle()
        self.view = self.context.memory.view

    def global_place(self, name: str) -> int:
        return self.context.program.image.globals[GLOBALS.index(name)]

    def global_value(self, name: str) -> int:
        return int.from_bytes(self.view[self.global_place(name) : self.global_place(name) + 8], "little")

    def write(self, place: int, word: int, size: int = 8) -> None:
        self.view[place : place + size] = word.to_bytes(size, "little")

    @property
    def task(self) -> int:
        return self.context.get("all_tasks")

    @property
    def frame(self) -> int:
        """The innermost frame of the task that waits."""
        stack = get_field(self.view, Task, self.task, "stack")
        return stack + get_field(self.view, Task, self.task, "frame")

    def store_of(self, name: str) -> int:
        return get_field(self.view, ArrayObject, self.global_value(name), "store")

    def buffer_of(self, name: str) -> int:
        return get_field(self.view, SharedString, self.global_value(name), "buffer")

    def shape_of(self, name: str) -> int:
        return get_field(self.view, RecordObject, self.global_value(name), "shape")

    def keys_of(self, name: str) -> int:
        return get_field(self.view, Shape, self.shape_of(name), "keys")

    def check(self) -> HeapFault:
        """What the check finds, run by the reference without a collection before it."""
        checker()(ReferenceMemory(self.view, CONTEXT_OFFSET, self.context.memory.size), 0)
        fault = HeapFault(self.context.get("heap_fault"))
        self.context.set("heap_fault", 0)
        return fault


@cache
def checker() -> Callable[..., object]:
    kernel = as_kernel(check_heap)
    function: Callable[..., object] = compile_reference([kernel]).function(kernel)
    return function


def damage(struct: type, place: str, field: str, value: int, fault: HeapFault) -> object:
    """A field of the object in a global (or in its store) that gets another value."""

    def apply(heap: Heap) -> None:
        name = place.removesuffix(".store")
        found = heap.store_of(name) if place.endswith(".store") else heap.global_value(name)
        set_field(heap.view, struct, found, field, value)

    return pytest.param(apply, fault, id=f"{place}.{field}={value:#x}")


def damage_shape(field: str, value: int, fault: HeapFault) -> object:
    return pytest.param(
        lambda heap: set_field(heap.view, Shape, heap.shape_of("record"), field, value), fault, id=f"shape.{field}"
    )


def damage_keys(field: str, value: int, fault: HeapFault) -> object:
    return pytest.param(
        lambda heap: set_field(heap.view, Keys, heap.keys_of("record"), field, value), fault, id=f"keys.{field}"
    )


def damage_task(field: str, value: int, fault: HeapFault) -> object:
    return pytest.param(lambda heap: set_field(heap.view, Task, heap.task, field, value), fault, id=f"task.{field}")


def damage_frame(field: str, value: int, fault: HeapFault) -> object:
    return pytest.param(lambda heap: set_field(heap.view, Frame, heap.frame, field, value), fault, id=f"frame.{field}")


DAMAGE = [
    damage(ObjectHeader, "text", "kind", 0, HeapFault.HEADER),
    damage(ObjectHeader, "text", "kind", 99, HeapFault.HEADER),
    damage(ObjectHeader, "text", "size", 12, HeapFault.HEADER),
    damage(ObjectHeader, "text", "size", 1 << 30, HeapFault.HEADER),
    damage(ObjectHeader, "text", "kind", 3, HeapFault.REFERENCE),
    damage(StringObject, "text", "length", 1000, HeapFault.SIZE),
    damage(StringObject, "text", "form", 3, HeapFault.SIZE),
    damage(StringObject, "long", "form", 9, HeapFault.SIZE),
    damage(StringObject, "long", "length", 5000, HeapFault.SIZE),
    damage(SharedString, "long", "start", 4, HeapFault.SIZE),
    damage(SharedString, "long", "buffer", FORGED, HeapFault.REFERENCE),
    damage(ArrayObject, "names", "type_word", 9, HeapFault.STATE),
    damage(ArrayObject, "names", "store", 0, HeapFault.REFERENCE),
    damage(ArrayObject, "names", "store", FORGED, HeapFault.REFERENCE),
    damage(Store, "numbers.store", "length", 1 << 20, HeapFault.SIZE),
    damage(Store, "names.store", "capacity", 1 << 20, HeapFault.SIZE),
    damage(Object, "point", "info", 0x20, HeapFault.STATE),
    damage(ObjectHeader, "point", "size", DATA, HeapFault.HEADER),
    damage(ChannelObject, "pipe", "count", 3, HeapFault.SIZE),
    damage(ChannelObject, "pipe", "head", 2, HeapFault.SIZE),
    damage(ChannelObject, "pipe", "capacity", 9, HeapFault.REFERENCE),
    damage(TableObject, "table", "count", 9, HeapFault.SIZE),
    damage(TableObject, "table", "ordered", 2, HeapFault.SIZE),
    damage(TableObject, "table", "entries", FORGED, HeapFault.REFERENCE),
    damage(TableObject, "table", "entries", 0, HeapFault.STATE),
    damage(TableObject, "table", "index", 0, HeapFault.REFERENCE),
    damage(ArrayObject, "words", "properties", FORGED, HeapFault.REFERENCE),
    damage(RecordObject, "record", "shape", FORGED, HeapFault.REFERENCE),
    damage(RecordObject, "record", "values", FORGED, HeapFault.REFERENCE),
    damage(RecordObject, "record", "values", 0, HeapFault.SIZE),
    damage(RecordObject, "record", "inner", 77, HeapFault.STATE),
    damage(RecordObject, "record", "root", FORGED, HeapFault.REFERENCE),
    damage_shape("keys", FORGED, HeapFault.REFERENCE),
    damage_shape("count", 2, HeapFault.SIZE),
    damage_shape("prototype", FORGED, HeapFault.REFERENCE),
    damage_shape("root", FORGED, HeapFault.REFERENCE),
    damage_shape("transitions", FORGED, HeapFault.REFERENCE),
    damage_keys("length", 9, HeapFault.SIZE),
    damage_keys("capacity", 2, HeapFault.SIZE),
    pytest.param(
        lambda heap: heap.write(heap.keys_of("record") + DATA, heap.global_value("text"), 4),
        HeapFault.REFERENCE,
        id="a key that is no atom",
    ),
    pytest.param(
        lambda heap: set_field(heap.view, Store, heap.context.get("atoms"), "length", 9),
        HeapFault.SIZE,
        id="the number of atoms",
    ),
    pytest.param(lambda heap: heap.context.set("atoms", FORGED), HeapFault.REFERENCE, id="the table of atoms"),
    damage_task("status", 9, HeapFault.STATE),
    damage_task("resumer", FORGED, HeapFault.REFERENCE),
    damage_task("waits_on", FORGED, HeapFault.REFERENCE),
    damage_task("stack", FORGED, HeapFault.REFERENCE),
    damage_task("frame", 4, HeapFault.FRAME),
    damage_task("frame", 1 << 20, HeapFault.FRAME),
    damage_frame("function", 99, HeapFault.FRAME),
    damage_frame("pc", 999, HeapFault.FRAME),
    damage_frame("distance", 0, HeapFault.FRAME),
    pytest.param(lambda heap: heap.write(heap.frame + FRAME_HEADER, FORGED), HeapFault.REFERENCE, id="slot of a frame"),
    pytest.param(
        lambda heap: heap.write(heap.frame + FRAME_HEADER, heap.global_value("text") + 8),
        HeapFault.REFERENCE,
        id="a slot that leads into an object",
    ),
    pytest.param(
        lambda heap: heap.write(heap.store_of("names") + DATA, heap.store_of("words"), 4),
        HeapFault.REFERENCE,
        id="an element that no program can hold",
    ),
    pytest.param(
        lambda heap: set_field(
            heap.view,
            TextBuffer,
            get_field(heap.view, SharedString, heap.global_value("long"), "buffer"),
            "end",
            1 << 20,
        ),
        HeapFault.SIZE,
        id="a buffer of a text",
    ),
    pytest.param(lambda heap: heap.write(heap.store_of("words") + DATA, 77), HeapFault.STATE, id="no any word"),
    pytest.param(
        lambda heap: heap.write(heap.global_value("point") + DATA, FORGED), HeapFault.REFERENCE, id="field of an object"
    ),
    pytest.param(lambda heap: heap.write(heap.global_place("text"), FORGED), HeapFault.REFERENCE, id="a global"),
    pytest.param(lambda heap: heap.write(HANDLES_OFFSET, FORGED), HeapFault.REFERENCE, id="a handle"),
    pytest.param(lambda heap: heap.context.set("pending_value", FORGED), HeapFault.REFERENCE, id="the pending error"),
    pytest.param(
        lambda heap: heap.context.set("main_task", heap.global_value("text")), HeapFault.REFERENCE, id="a root's kind"
    ),
]


def test_a_sound_heap() -> None:
    assert Heap().check() is HeapFault.NONE


@pytest.mark.parametrize(("apply", "fault"), DAMAGE)
def test_damage_is_found(apply: Callable[[Heap], None], fault: HeapFault) -> None:
    heap = Heap()
    apply(heap)
    assert heap.check() is fault


def test_a_root_that_holds_for_the_host_is_followed_when_it_says_so() -> None:
    heap = Heap()
    heap.context.set("host_result", FORGED)
    assert heap.check() is HeapFault.NONE
    heap.context.set("host_result_is_traced", 1)
    assert heap.check() is HeapFault.REFERENCE


def test_a_fault_ends_the_run() -> None:
    heap = Heap()
    heap.write(heap.global_place("text"), FORGED)
    heap.context.set("heap_end", heap.context.get("heap_top"))
    with pytest.raises(HeapFaultError, match="REFERENCE at"):
        heap.vm.global_vars["names"] = ["x"]
    with pytest.raises(HeapFaultError):
        heap.vm.run_until_idle()


def test_the_space_that_was_left_is_spoiled() -> None:
    heap = Heap()
    old = heap.global_value("text")
    heap.context.set("heap_end", heap.context.get("heap_top"))
    heap.vm.global_vars["names"] = ["x"]
    assert heap.context.get("collections") > 0
    assert heap.global_value("text") != old
    assert get_field(heap.view, ObjectHeader, old, "kind") == 0xF0F0F0F0


def exchange(target: str, source: str) -> object:
    """A global gets what another global of another type holds."""
    return pytest.param(
        lambda heap: heap.write(heap.global_place(target), heap.global_value(source)), id=f"{target} = {source}"
    )


WRONG_TYPES = [
    exchange("text", "names"),
    exchange("names", "words"),
    exchange("names", "numbers"),
    exchange("point", "gate"),
    exchange("gate", "pipe"),
    exchange("pipe", "point"),
    exchange("text", "record"),
    pytest.param(
        lambda heap: heap.write(heap.store_of("names") + DATA, heap.global_value("point"), 4), id="element of names"
    ),
    pytest.param(
        lambda heap: heap.write(heap.global_value("point") + DATA, heap.global_value("names")), id="field of point"
    ),
    pytest.param(
        lambda heap: heap.write(
            get_field(heap.view, ChannelObject, heap.global_value("pipe"), "buffer") + DATA, heap.global_value("gate")
        ),
        id="value in pipe",
    ),
    pytest.param(
        lambda heap: heap.write(heap.frame + FRAME_HEADER, heap.global_value("point")), id="parameter of a frame"
    ),
]


def test_a_heap_of_the_declared_types() -> None:
    assert wrong_types(Heap().context) == []


@pytest.mark.parametrize("apply", WRONG_TYPES)
def test_values_of_other_types_are_found(apply: Callable[[Heap], None]) -> None:
    """The kernels take them for sound: they are objects."""
    heap = Heap()
    apply(heap)
    assert heap.check() is HeapFault.NONE
    assert len(wrong_types(heap.context)) == 1


def test_values_of_other_types_end_the_run() -> None:
    heap = Heap()
    heap.write(heap.global_place("text"), heap.global_value("names"))
    with pytest.raises(HeapFaultError, match=r"global 0: 0x[0-9a-f]+ is no string"):
        heap.vm.run_until_idle()
