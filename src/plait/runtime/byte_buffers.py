"""Buffers of bytes and views of them: making, growing, how many elements there are."""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    address,
    copy_bytes,
    divide,
    fill_bytes,
    i32,
    i64,
    kernel,
    offset_of,
    shift_left,
    shift_right_logical,
    size_of,
    u8,
    unlikely,
)
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.barrier import store_slot
from plait.memory.byte_layouts import (
    BUFFER_INFO,
    DETACHED,
    RESIZABLE,
    TRACKING,
    VIEW_INFO,
    BufferObject,
    ViewObject,
)
from plait.memory.errors import Outcome
from plait.memory.fuel import BYTES_PER_FUEL, charge_work
from plait.memory.layouts import DATA, Kind, Object, Store, TypeInfo, type_info_offset
from plait.memory.record_layouts import HOLDS_VIEW, RecordObject
from plait.runtime.dynamic import is_reference

BUFFER_TYPE = TypeInfo(type_info_offset(BUFFER_INFO))
VIEW_TYPE = TypeInfo(type_info_offset(VIEW_INFO))

SHIFTS = ConstantTable(u8, [0, 0, 0, 1, 1, 2, 2, 1, 2, 3, 3, 3, 0])
"""Of each `Element` the logarithm of its size."""


@kernel(inline=True)
def is_buffer(word: i64) -> bool:
    """Whether a word is a buffer."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == BUFFER_TYPE


@kernel(inline=True)
def is_view(word: i64) -> bool:
    """Whether a word is a view."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == VIEW_TYPE


@kernel(inline=True)
def view_in(record: RecordObject) -> ViewObject:
    """The view whose elements are properties of a record; null if there is none."""
    return ViewObject(record.inner) if record.flags & HOLDS_VIEW != 0 else ViewObject(0)


@kernel(inline=True)
def typed_view(word: i64) -> ViewObject:
    """The view whose elements are properties of a value; null if there is none."""
    if is_reference(word) and Object(word).kind == Kind.RECORD:
        return view_in(RecordObject(word))
    return ViewObject(0)


@kernel
def new_bytes(length: i64) -> Store:
    """A store of bytes that are zero; null when there is no room."""
    store = Store(allocate(Kind.STORE, align8(DATA + length)))
    if address(store) != 0:
        store.length = length
        store.capacity = length
        fill_bytes(address(store) + DATA, 0, length)
        charge_work(divide(length, BYTES_PER_FUEL))
    return store


@kernel
def new_buffer(length: i64, limit: i64) -> tuple[i64, i32]:
    """The word of a buffer of bytes that are zero. A limit below zero says that it cannot be resized."""
    if not has_room(size_of(BufferObject) + align8(DATA + length)):
        return 0, Outcome.NEED_MEMORY
    buffer = BufferObject(allocate(Kind.OBJECT, size_of(BufferObject)))
    buffer.info = BUFFER_TYPE
    buffer.unused = 0
    buffer.unused1 = 0
    buffer.length = length
    buffer.limit = max(limit, length)
    buffer.flags = RESIZABLE if limit >= 0 else 0
    store_slot(address(buffer) + offset_of(BufferObject, "bytes"), address(new_bytes(length)))
    return address(buffer), Outcome.DONE


@kernel
def resize_buffer(buffer: BufferObject, length: i64) -> i32:
    """Give a buffer another length; bytes that come are zero."""
    if length > Store(buffer.bytes).capacity:
        grown = new_bytes(max(length, min(buffer.limit, 2 * Store(buffer.bytes).capacity)))
        if address(grown) == 0:
            return Outcome.NEED_MEMORY
        copy_bytes(address(grown) + DATA, buffer.bytes + DATA, buffer.length)
        charge_work(divide(buffer.length, BYTES_PER_FUEL))
        store_slot(address(buffer) + offset_of(BufferObject, "bytes"), address(grown))
    elif length < buffer.length:
        fill_bytes(buffer.bytes + DATA + length, 0, buffer.length - length)
        charge_work(divide(buffer.length - length, BYTES_PER_FUEL))
    buffer.length = length
    return Outcome.DONE


@kernel
def take_bytes(buffer: BufferObject) -> tuple[i64, i32]:
    """A buffer with the bytes of another, which is detached then."""
    taken = BufferObject(allocate(Kind.OBJECT, size_of(BufferObject)))
    if address(taken) == 0:
        return 0, Outcome.NEED_MEMORY
    copy_bytes(address(taken), address(buffer), size_of(BufferObject))
    taken.unused = 0
    store_slot(address(buffer) + offset_of(BufferObject, "bytes"), 0)
    buffer.length = 0
    buffer.limit = 0
    buffer.flags = buffer.flags | DETACHED
    return address(taken), Outcome.DONE


@kernel
def new_view(buffer: i64, owner: i64, element: i64, offset: i64, length: i64) -> tuple[i64, i32]:
    """The word of a view of a buffer; a length below zero says that it goes as far as the buffer does."""
    view = ViewObject(allocate(Kind.OBJECT, size_of(ViewObject)))
    if address(view) == 0:
        return 0, Outcome.NEED_MEMORY
    view.info = VIEW_TYPE
    view.unused = 0
    store_slot(address(view) + offset_of(ViewObject, "buffer"), buffer)
    store_slot(address(view) + offset_of(ViewObject, "owner"), owner)
    view.element = element
    view.offset = offset
    view.length = max(length, 0)
    view.flags = TRACKING if length < 0 else 0
    return address(view), Outcome.DONE


@kernel(inline=True)
def view_length(view: ViewObject) -> i64:
    """How many elements a view has: none when it does not lie within its buffer any more."""
    room = BufferObject(view.buffer).length - view.offset
    shift: i64 = SHIFTS[view.element]
    if unlikely(view.flags != 0):
        return shift_right_logical(room, shift) if room > 0 else 0
    return view.length if shift_left(view.length, shift) <= room else 0


@kernel
def is_outside(view: ViewObject) -> bool:
    """Whether a view does not lie within its buffer any more."""
    buffer = BufferObject(view.buffer)
    if buffer.flags & DETACHED != 0:
        return True
    room = buffer.length - view.offset
    if view.flags != 0:
        return room < 0
    return shift_left(view.length, SHIFTS[view.element]) > room


@kernel(inline=True)
def first_byte(view: ViewObject) -> i64:
    """Where the elements of a view begin."""
    return BufferObject(view.buffer).bytes + DATA + view.offset


@kernel(inline=True)
def place_of_element(view: ViewObject, index: i64) -> i64:
    """Where an element stands."""
    shift: i64 = SHIFTS[view.element]
    return first_byte(view) + shift_left(index, shift)


@kernel
def buffer_bytes(buffer: BufferObject) -> i64:
    """Where the bytes of a buffer begin."""
    return buffer.bytes + DATA
