"""The heap check: a walk over the whole heap after a collection, for the stress mode `check_heap`.

It goes over the current space from object to object, which proves the headers, and notes for every object where it
starts, in the space that is not in use: a byte with its kind for each 8 bytes. Then it goes over the roots, the objects
and the frames, and looks every reference up there. At last it spoils the space that has been left: whoever still
follows a reference that nobody has updated meets no object.

It knows kinds of objects, not types of the program: whether a reference of type `object(C)` leads to an object of class
C is for the host to check, which has the types (`vm/heap_types.py`). It sees the places that a map names, not those
that it should name.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    divide,
    fill_bytes,
    i64,
    kernel,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    size_of,
    store_u8,
)
from plait.memory.allocator import align8
from plait.memory.atom_table import entry_at, string_of
from plait.memory.byte_layouts import BufferObject, Element, ViewObject
from plait.memory.code_layouts import FunctionInfo
from plait.memory.faults import HeapFault
from plait.memory.frames import map_at
from plait.memory.layouts import (
    ABSENT,
    BUFFER_DATA,
    CONTEXT,
    DATA,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    HANDLES_OFFSET,
    IMAGE_OFFSET,
    INTERNED,
    SHARED,
    WIDTH_BITS,
    ArrayObject,
    ChannelObject,
    Frame,
    Kind,
    Object,
    ObjectHeader,
    SharedString,
    Storage,
    Store,
    StringObject,
    Task,
    TaskStatus,
    TextBuffer,
    TypeInfo,
    TypeKind,
)
from plait.memory.record_layouts import ENTRY_SIZE, HOLDS_VIEW, LINEAR_KEYS, Keys, RecordObject, Shape
from plait.memory.roots import (
    CONDITIONAL_ROOT_COUNT,
    CONDITIONAL_ROOTS,
    CONDITIONS,
    REFERENCE_ROOT_COUNT,
    REFERENCE_ROOT_KINDS,
    REFERENCE_ROOTS,
    WORD_ROOT_COUNT,
    WORD_ROOTS,
)
from plait.memory.table_layouts import TableObject

SPOILED = 0xF0
"""The byte that a space is filled with when it has been left."""

LAST_WIDTH = 2


@kernel(cold=True)
def note_fault(fault: i64, place: i64) -> None:
    """Keep the first fault that is found."""
    if CONTEXT.heap_fault == HeapFault.NONE:
        CONTEXT.heap_fault = fault
        CONTEXT.heap_fault_place = place


@kernel
def expect(holds: bool, fault: i64, place: i64) -> None:
    """Note a fault unless something holds."""
    if not holds:
        note_fault(fault, place)


@kernel
def kind_at(reference: i64) -> i64:
    """The kind of the object that starts at a place in the heap or the image; 0 when none does.

    In the image every multiple of 8 that looks like a constant counts as one.
    """
    if reference & 7 != 0:
        return 0
    if reference >= CONTEXT.space_start and reference < CONTEXT.heap_top:
        return load_u8(CONTEXT.other_start + divide(reference - CONTEXT.space_start, 8))
    if reference < IMAGE_OFFSET or reference >= CONTEXT.image_end:
        return 0
    kind = ObjectHeader(reference).kind
    return kind if kind == Kind.STRING or kind == Kind.OBJECT else 0


@kernel
def is_value(kind: i64) -> bool:
    """Whether a program can hold an object of a kind."""
    if kind == Kind.RECORD:
        return True
    return kind == Kind.STRING or kind == Kind.ARRAY or kind == Kind.OBJECT or kind == Kind.TASK


@kernel
def check_kind(reference: i64, kind: i64, place: i64) -> None:
    """A reference to an object of a kind, or null."""
    expect(reference == 0 or kind_at(reference) == kind, HeapFault.REFERENCE, place)


@kernel
def check_word(word: i64, place: i64) -> None:
    """What a traced slot holds: a reference, null, or an `any` word. `place` is where it was found."""
    if word < 0 or word >= FIRST_NUMBER:
        return
    if word < FIRST_REFERENCE:
        expect(word <= ABSENT, HeapFault.STATE, place)
    else:
        expect(is_value(kind_at(word)), HeapFault.REFERENCE, place)


@kernel
def check_inner_word(word: i64, place: i64) -> None:
    """What only the machine sees: what a traced slot holds, or a store."""
    kind = kind_at(word)
    if kind != Kind.STORE and kind != Kind.WORD_STORE:
        check_word(word, place)


@kernel
def has_sound_header(place: i64) -> bool:
    """Whether an object with a kind and a size that fits the heap starts here."""
    if place + size_of(ObjectHeader) > CONTEXT.heap_top:
        return False
    header = ObjectHeader(place)
    is_kind = header.kind > Kind.FORWARDED and header.kind <= Kind.CURSOR
    return is_kind and header.size >= DATA and header.size & 7 == 0 and place + header.size <= CONTEXT.heap_top


@kernel
def note_starts() -> bool:
    """Check the headers, and note where objects start and of which kind they are; whether all headers are sound."""
    start = CONTEXT.space_start
    fill_bytes(CONTEXT.other_start, 0, divide(CONTEXT.heap_top - start, 8))
    place: i64 = start
    while place < CONTEXT.heap_top:
        if not has_sound_header(place):
            note_fault(HeapFault.HEADER, place)
            return False
        store_u8(CONTEXT.other_start + divide(place - start, 8), ObjectHeader(place).kind)
        place += ObjectHeader(place).size
    return True


@kernel
def element_bytes(storage: i64) -> i64:
    """Bytes of an element; 0 for a storage that there is not."""
    if storage == Storage.BYTE:
        return 1
    if storage == Storage.WORD or storage == Storage.REFERENCE:
        return 4
    return 8 if storage == Storage.DOUBLE or storage == Storage.ANY else 0


@kernel
def check_array(array: ArrayObject) -> None:
    """An array and its store agree."""
    place = address(array)
    storage = array.type_word & 0xFF
    width = element_bytes(storage)
    if width == 0 or array.size != size_of(ArrayObject):
        note_fault(HeapFault.STATE, place)
        return
    check_kind(array.properties, Kind.RECORD, place)
    kind: i64 = Kind.STORE
    if storage == Storage.REFERENCE:
        kind = Kind.REFERENCE_STORE
    elif storage == Storage.ANY:
        kind = Kind.WORD_STORE
    store = array.store
    if kind_at(address(store)) != kind:
        note_fault(HeapFault.REFERENCE, place)
        return
    expect(store.length <= store.capacity and DATA + width * store.capacity <= store.size, HeapFault.SIZE, place)


@kernel
def check_element(reference: i64, place: i64) -> None:
    """What a store of references holds: what a program can hold, or, among transitions, a shape."""
    if kind_at(reference) != Kind.SHAPE:
        check_word(reference, place)


@kernel
def check_store(store: Store, width: i64) -> None:
    """A store's numbers fit its size; its references are sound when it holds some (`width` 4: references, 8: words)."""
    place = address(store)
    if store.length > store.capacity or DATA + width * store.capacity > store.size:
        note_fault(HeapFault.SIZE, place)
        return
    for index in range(store.length):
        if width == 8:
            check_word(load_i64(place + DATA + 8 * index), place)
        elif width == 4:
            check_element(load_u32(place + DATA + 4 * index), place)


@kernel
def check_string(string: StringObject) -> None:
    """A string's units stand in it, or within what its buffer has in use."""
    place = address(string)
    width = string.form & WIDTH_BITS
    size = string.length * width
    is_atom = string.form & INTERNED != 0
    if (width != 1 and width != LAST_WIDTH) or (string.form >= 2 * SHARED and not is_atom):
        note_fault(HeapFault.SIZE, place)
        return
    if string.form & SHARED == 0:
        expect(DATA + size <= string.size, HeapFault.SIZE, place)
        return
    shared = SharedString(place)
    buffer = shared.buffer
    if shared.size != size_of(SharedString) or kind_at(address(buffer)) != Kind.TEXT_BUFFER:
        note_fault(HeapFault.REFERENCE, place)
        return
    expect(shared.start >= buffer.first and shared.start + size <= buffer.end, HeapFault.SIZE, place)


@kernel
def check_channel(channel: ChannelObject) -> None:
    """A channel's numbers fit its buffer."""
    place = address(channel)
    kind: i64 = Kind.WORD_STORE if channel.info.element_traced != 0 else Kind.STORE
    if kind_at(channel.buffer) != kind or Store(channel.buffer).capacity != channel.capacity:
        note_fault(HeapFault.REFERENCE, place)
        return
    is_within = channel.head == 0 or channel.head < channel.capacity
    expect(channel.count <= channel.capacity and is_within, HeapFault.SIZE, place)


@kernel
def check_table(table: TableObject) -> None:
    """A table's numbers fit its stores."""
    place = address(table)
    if table.entries == 0:
        expect(table.count == 0 and table.index == 0 and table.order == 0, HeapFault.STATE, place)
        return
    if kind_at(table.entries) != Kind.WORD_STORE or kind_at(table.index) != Kind.STORE:
        note_fault(HeapFault.REFERENCE, place)
        return
    entries = Store(table.entries)
    expect(Store(table.index).capacity == entries.capacity, HeapFault.SIZE, place)
    expect(2 * max(table.count, max(table.first, table.ordered)) <= entries.length, HeapFault.SIZE, place)
    if table.order != 0:
        is_store = kind_at(table.order) == Kind.STORE
        expect(is_store and Store(table.order).length == table.ordered, HeapFault.REFERENCE, place)


@kernel
def check_cursor(cursor: Store) -> None:
    """A cursor's words are sound."""
    place = address(cursor)
    if cursor.length > cursor.capacity or DATA + 8 * cursor.capacity > cursor.size:
        note_fault(HeapFault.SIZE, place)
        return
    for index in range(cursor.length):
        check_inner_word(load_i64(place + DATA + 8 * index), place)


@kernel
def check_buffer(buffer: BufferObject) -> None:
    """A buffer's bytes are there."""
    place = address(buffer)
    if buffer.bytes == 0:
        expect(buffer.length == 0 and buffer.limit == 0, HeapFault.STATE, place)
        return
    if kind_at(buffer.bytes) != Kind.STORE:
        note_fault(HeapFault.REFERENCE, place)
        return
    is_within = buffer.length <= Store(buffer.bytes).capacity and buffer.length <= buffer.limit
    expect(is_within and DATA + Store(buffer.bytes).capacity <= Store(buffer.bytes).size, HeapFault.SIZE, place)


@kernel
def check_view(view: ViewObject) -> None:
    """A view has a buffer."""
    is_object = kind_at(view.buffer) == Kind.OBJECT
    expect(is_object and Object(view.buffer).info.type_kind == TypeKind.BUFFER, HeapFault.REFERENCE, address(view))


@kernel
def object_size(info: TypeInfo) -> i64:
    """The size of the objects that an info describes, which those of the machine's own kinds do not say."""
    if info.object_size != 0:
        return align8(info.object_size)
    return size_of(ChannelObject) if info.type_kind == TypeKind.CHANNEL else 0


@kernel
def check_object_slots(thing: Object) -> None:
    """An object of slots is as large as its info says, and its traced slots are sound.

    The traces of errors, the buffers of channels, and queues lead to objects that no program can hold.
    """
    place = address(thing)
    info = thing.info
    if address(info) < IMAGE_OFFSET or address(info) + size_of(TypeInfo) > CONTEXT.image_end:
        note_fault(HeapFault.STATE, place)
        return
    size = object_size(info)
    if info.type_kind > TypeKind.BIGINT or (size != 0 and size != thing.size):
        note_fault(HeapFault.SIZE, place)
        return
    for index in range(info.traced_count):
        distance = load_u16(info.traced + 2 * index)
        if distance + 8 > thing.size:
            note_fault(HeapFault.SIZE, place)
            return
        check_inner_word(load_i64(place + distance), place + distance)
    if info.type_kind == TypeKind.CHANNEL:
        check_channel(ChannelObject(place))
    elif info.type_kind == TypeKind.TABLE:
        check_table(TableObject(place))
    elif info.type_kind == TypeKind.BUFFER:
        check_buffer(BufferObject(place))
    elif info.type_kind == TypeKind.VIEW:
        check_view(ViewObject(place))


@kernel
def check_record(record: RecordObject) -> None:
    """A record has as many values as its shape has properties."""
    place = address(record)
    check_kind(address(record.root), Kind.SHAPE, place)
    check_word(record.inner, place)
    expect((record.flags & HOLDS_VIEW != 0) == is_view_with_elements(record.inner), HeapFault.STATE, place)
    has_values = address(record.values) == 0 or kind_at(address(record.values)) == Kind.WORD_STORE
    if kind_at(address(record.shape)) != Kind.SHAPE or not has_values:
        note_fault(HeapFault.REFERENCE, place)
        return
    expect(record.values.length == record.shape.count, HeapFault.SIZE, place)


@kernel
def is_view_with_elements(word: i64) -> bool:
    """Whether a word is a view whose elements are properties of the record that has it."""
    if kind_at(word) != Kind.OBJECT or Object(word).info.type_kind != TypeKind.VIEW:
        return False
    return ViewObject(word).element != Element.ANY


@kernel
def check_shape(shape: Shape) -> None:
    """A shape and its keys agree; what has grown out of it are shapes."""
    place = address(shape)
    check_kind(address(shape.root), Kind.SHAPE, place)
    check_word(shape.prototype, place)
    check_word(shape.key, place)
    if shape.transitions != 0 and kind_at(shape.transitions) != Kind.SHAPE:
        check_kind(shape.transitions, Kind.REFERENCE_STORE, place)
    if address(shape.keys) != 0 and kind_at(address(shape.keys)) != Kind.KEYS:
        note_fault(HeapFault.REFERENCE, place)
        return
    length = shape.keys.length
    is_own = address(shape.root) == 0
    expect(shape.count == length or (shape.count < length and not is_own), HeapFault.SIZE, place)


@kernel
def check_keys(keys: Keys) -> None:
    """Keys are atoms or symbols, or deleted, and their numbers fit their size."""
    place = address(keys)
    has_index = keys.capacity > LINEAR_KEYS
    entries = DATA + ENTRY_SIZE * keys.capacity
    if keys.length > keys.capacity or keys.size != entries + (8 * keys.capacity if has_index else 0):
        note_fault(HeapFault.SIZE, place)
        return
    for slot in range(keys.length):
        key = load_u32(place + DATA + ENTRY_SIZE * slot)
        kind = kind_at(key)
        is_atom = kind == Kind.STRING and StringObject(key).form & INTERNED != 0
        expect(key == 0 or kind == Kind.OBJECT or is_atom, HeapFault.REFERENCE, place)
    if has_index:
        for position in range(2 * keys.capacity):
            expect(load_u32(place + entries + 4 * position) <= keys.length, HeapFault.SIZE, place)


@kernel
def check_atoms() -> None:
    """The table of atoms holds atoms, and knows how many."""
    table = Store(CONTEXT.atoms)
    if address(table) != 0 and kind_at(address(table)) != Kind.STORE:
        note_fault(HeapFault.REFERENCE, address(table))
        return
    found = 0
    for position in range(table.capacity):
        entry = entry_at(table, position)
        if entry != 0:
            found += 1
            string = string_of(entry)
            is_atom = kind_at(string) == Kind.STRING and StringObject(string).form & INTERNED != 0
            expect(is_atom, HeapFault.REFERENCE, address(table))
    expect(found == table.length, HeapFault.SIZE, address(table))


@kernel
def check_frames(task: Task) -> None:
    """The frames of a task stand in its stack, one behind the other, each where it can be stopped."""
    stack = task.stack
    bottom = address(stack) + DATA
    frame = address(stack) + task.frame
    while True:
        header = Frame(frame)
        if frame < bottom or frame + DATA > address(stack) + stack.size or header.function >= CONTEXT.function_count:
            note_fault(HeapFault.FRAME, frame)
            return
        info = FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * header.function)
        live = map_at(info, header.pc)
        if address(live) == 0 or header.pc >= info.code_length:
            note_fault(HeapFault.FRAME, frame)
            return
        for index in range(live.count):
            place = frame + load_u16(live.slots + 2 * index)
            check_word(load_i64(place), place)
        if header.distance == 0:
            expect(frame == bottom, HeapFault.FRAME, frame)
            return
        frame -= header.distance


@kernel
def check_task(task: Task) -> None:
    """A task's links, values and frames."""
    place = address(task)
    if task.status > TaskStatus.FAILED:
        note_fault(HeapFault.STATE, place)
        return
    check_kind(address(task.next), Kind.TASK, place)
    check_kind(address(task.previous), Kind.TASK, place)
    check_kind(address(task.link), Kind.TASK, place)
    check_kind(address(task.first_waiter), Kind.TASK, place)
    check_kind(address(task.last_waiter), Kind.TASK, place)
    check_kind(address(task.spawner), Kind.TASK, place)
    check_kind(address(task.resumer), Kind.TASK, place)
    check_kind(address(task.first_later), Kind.TASK, place)
    check_kind(address(task.stack), Kind.STACK, place)
    check_kind(address(task.cursor), Kind.CURSOR, place)
    check_word(task.waits_on, place)
    check_word(task.error, place)
    if task.status == TaskStatus.COMPLETE and task.result_is_traced != 0:
        check_word(task.result, place)
    if task.carried_is_traced != 0:
        check_word(task.carried, place)
    if kind_at(address(task.stack)) == Kind.STACK:
        check_frames(task)


@kernel
def check_object(place: i64) -> None:
    """The object that starts at a place."""
    match ObjectHeader(place).kind:
        case Kind.STRING:
            check_string(StringObject(place))
        case Kind.TEXT_BUFFER:
            buffer = TextBuffer(place)
            is_within = buffer.first >= BUFFER_DATA and buffer.first <= buffer.end
            expect(is_within and buffer.end <= buffer.size, HeapFault.SIZE, place)
        case Kind.ARRAY:
            check_array(ArrayObject(place))
        case Kind.STORE:
            check_store(Store(place), 0)
        case Kind.REFERENCE_STORE:
            check_store(Store(place), 4)
        case Kind.WORD_STORE:
            check_store(Store(place), 8)
        case Kind.CURSOR:
            check_cursor(Store(place))
        case Kind.OBJECT:
            check_object_slots(Object(place))
        case Kind.RECORD:
            check_record(RecordObject(place))
        case Kind.SHAPE:
            check_shape(Shape(place))
        case Kind.KEYS:
            check_keys(Keys(place))
        case Kind.TASK:
            check_task(Task(place))
        case _:
            pass


@kernel
def check_roots() -> None:
    """All roots, and the table of atoms, which is none."""
    check_atoms()
    for index in range(REFERENCE_ROOT_COUNT):
        check_kind(load_u32(REFERENCE_ROOTS[index]), REFERENCE_ROOT_KINDS[index], REFERENCE_ROOTS[index])
    for index in range(WORD_ROOT_COUNT):
        check_word(load_i64(WORD_ROOTS[index]), WORD_ROOTS[index])
    for index in range(CONDITIONAL_ROOT_COUNT):
        if load_u32(CONDITIONS[index]) != 0:
            check_word(load_i64(CONDITIONAL_ROOTS[index]), CONDITIONAL_ROOTS[index])
    for index in range(CONTEXT.handle_count):
        check_word(load_i64(HANDLES_OFFSET + 8 * index), HANDLES_OFFSET + 8 * index)
    for index in range(CONTEXT.traced_global_count):
        place = load_u32(CONTEXT.traced_globals + 4 * index)
        check_word(load_i64(place), place)


@kernel(cold=True)
def check_heap(left: i64) -> None:
    """Check everything after a collection, and spoil the `left` bytes that objects took in the space that it left."""
    if note_starts():
        check_roots()
        place: i64 = CONTEXT.space_start
        while place < CONTEXT.heap_top:
            check_object(place)
            place += ObjectHeader(place).size
    noted = divide(CONTEXT.heap_top - CONTEXT.space_start, 8)
    fill_bytes(CONTEXT.other_start, SPOILED, align8(max(left, noted)))
