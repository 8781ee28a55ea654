"""The collector: copies what is reachable into the other heap space (Cheney's algorithm), precisely, moving everything.

It runs only while no compiled code and no interpreter of the context is active: then every reference is in the
context, a global, a heap object, or a live slot of a frame of some unfinished task, and nothing else holds an
address. References to string constants lead into the program image, which does not move.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    divide,
    fill_bytes,
    i64,
    kernel,
    load_i64,
    load_u16,
    load_u32,
    size_of,
    store_i64,
    store_u32,
    unlikely,
    unreachable,
)
from plait.memory.allocator import align8
from plait.memory.atom_table import (
    CAPACITY_PER_ATOM,
    LEAST_CAPACITY,
    begin_table,
    entry_at,
    insert_entry,
    set_entry,
    string_of,
)
from plait.memory.code_layouts import FunctionInfo, SafepointMap
from plait.memory.frames import map_at
from plait.memory.heap_check import check_heap
from plait.memory.layouts import (
    BUFFER_DATA,
    CACHE_ENTRIES,
    CACHE_ENTRY_SIZE,
    CACHE_OFFSET,
    CONTEXT,
    DATA,
    HANDLES_OFFSET,
    NUMBERS_ENTRIES,
    NUMBERS_OFFSET,
    SHARED,
    SITES,
    ArrayObject,
    Frame,
    Kind,
    Object,
    ObjectHeader,
    SharedString,
    StackObject,
    Store,
    StringObject,
    Task,
    TaskStatus,
    TextBuffer,
    WaitKind,
)
from plait.memory.record_layouts import ENTRY_SIZE, Keys, RecordObject, Shape
from plait.memory.roots import (
    CONDITIONAL_ROOT_COUNT,
    CONDITIONAL_ROOTS,
    CONDITIONS,
    REFERENCE_ROOT_COUNT,
    REFERENCE_ROOTS,
    WORD_ROOT_COUNT,
    WORD_ROOTS,
)

COPIED_BYTES_PER_FUEL = 64
"""How many bytes a collection copies for one unit of fuel."""

MINIMUM_GROWTH = 1 << 22
"""After a collection at least this many bytes can be allocated before the next, if the limit allows."""

ERROR_RESERVE = 1 << 14
"""Bytes above the limit that are kept for making the object of an out-of-memory error."""


@kernel(cold=True)
def copy_buffer(buffer: TextBuffer, copy: TextBuffer) -> i64:
    """Copy a buffer, without the free room in it if nothing was put there for a while; gives the size of the copy.

    A text that still grows would need new room at once.
    """
    used = buffer.end - buffer.first
    if buffer.used_before != used:
        size: i64 = buffer.size
        copy_bytes(address(copy), address(buffer), size)
        copy.used_before = used
        return size
    trimmed = align8(BUFFER_DATA + used)
    copy.kind = Kind.TEXT_BUFFER
    copy.size = trimmed
    copy.first = BUFFER_DATA
    copy.end = BUFFER_DATA + used
    copy.used_before = used
    copy_bytes(address(copy) + BUFFER_DATA, address(buffer) + buffer.first, used)
    return trimmed


@kernel(inline=True)
def is_left(reference: i64) -> bool:
    """Whether an object lives in the space that is being left."""
    start = CONTEXT.space_start
    return reference >= start and reference < start + CONTEXT.space_size


@kernel
def forward(reference: i64) -> i64:
    """Where the object is now: copies it unless it has been copied or does not live in the space being left."""
    if not is_left(reference):
        return reference
    header = ObjectHeader(reference)
    if header.kind == Kind.FORWARDED:
        return header.size
    copy = CONTEXT.copy_top
    if unlikely(header.kind == Kind.TEXT_BUFFER and CONTEXT.trims_buffers != 0):
        CONTEXT.copy_top = copy + copy_buffer(TextBuffer(reference), TextBuffer(copy))
    else:
        size = header.size
        copy_bytes(copy, reference, size)
        CONTEXT.copy_top = copy + size
    header.kind = Kind.FORWARDED
    header.size = copy
    return copy


@kernel(inline=True)
def forward_at(place: i64) -> None:
    """Update the 4-byte reference at an offset."""
    store_u32(place, forward(load_u32(place)))


@kernel(inline=True)
def forward_word(place: i64) -> None:
    """Update the slot at an offset, which holds a reference or an `any` word.

    Words that are not references lie outside every space when they are read as an offset: constants are below the first
    object, numbers are negative or beyond 4 GiB.
    """
    store_i64(place, forward(load_i64(place)))


@kernel
def find_map(info: FunctionInfo, pc: i64) -> SafepointMap:
    """The map of the live references of a frame that stands at `pc`."""
    found = map_at(info, pc)
    if address(found) == 0:
        unreachable("a frame stands where it cannot be stopped")
    return found


@kernel
def forward_frames(stack: StackObject, innermost: i64) -> None:
    """Update the live references in the frames of a stack that has just been copied."""
    frame = address(stack) + innermost
    while True:
        header = Frame(frame)
        info = FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * header.function)
        live = find_map(info, header.pc)
        for index in range(live.count):
            forward_word(frame + load_u16(live.slots + 2 * index))
        if header.distance == 0:
            return
        frame -= header.distance


@kernel
def scan_task(task: Task) -> None:
    """Update the references of a copied task, its frames included."""
    if task.status == TaskStatus.COMPLETE and task.result_is_traced != 0:
        task.result = forward(task.result)
    task.error = forward(task.error)
    task.next = Task(forward(address(task.next)))
    task.previous = Task(forward(address(task.previous)))
    # That of suspended coroutines, which keeps none alive, is updated at the end.
    if task.wait_kind != WaitKind.SUSPENDED:
        task.link = Task(forward(address(task.link)))
    task.resumer = Task(forward(address(task.resumer)))
    task.first_waiter = Task(forward(address(task.first_waiter)))
    task.last_waiter = Task(forward(address(task.last_waiter)))
    task.spawner = Task(forward(address(task.spawner)))
    task.waits_on = forward(task.waits_on)
    task.first_later = Task(forward(address(task.first_later)))
    task.cursor = Store(forward(address(task.cursor)))
    if task.carried_is_traced != 0:
        task.carried = forward(task.carried)
    if address(task.stack) != 0:
        task.stack = StackObject(forward(address(task.stack)))
        forward_frames(task.stack, task.frame)


@kernel(cold=True)
def scan_shared(string: SharedString) -> None:
    """Update the buffer of a copied string, in whose copy the units may stand elsewhere.

    What is left of a buffer that has been copied still says where its units began.
    """
    old = string.buffer
    string.buffer = TextBuffer(forward(address(old)))
    string.start = string.start + string.buffer.first - old.first


@kernel(inline=True)
def scan_record(record: RecordObject) -> None:
    """Update the references of a copied record."""
    record.shape = Shape(forward(address(record.shape)))
    record.values = Store(forward(address(record.values)))
    record.inner = forward(record.inner)
    record.root = Shape(forward(address(record.root)))


@kernel
def scan_shape(shape: Shape) -> None:
    """Update the references of a copied shape."""
    shape.keys = Keys(forward(address(shape.keys)))
    shape.prototype = forward(shape.prototype)
    shape.root = Shape(forward(address(shape.root)))
    shape.key = forward(shape.key)
    shape.transitions = forward(shape.transitions)


@kernel
def scan_object(reference: i64) -> None:
    """Update the references of a copied object. The frames in a stack are updated with their task."""
    match ObjectHeader(reference).kind:
        case Kind.ARRAY:
            array = ArrayObject(reference)
            array.store = Store(forward(address(array.store)))
            if array.properties != 0:
                array.properties = forward(array.properties)
        case Kind.REFERENCE_STORE:
            store = Store(reference)
            for index in range(store.length):
                forward_at(reference + DATA + 4 * index)
        case Kind.WORD_STORE | Kind.CURSOR:
            words = Store(reference)
            for index in range(words.length):
                forward_word(reference + DATA + 8 * index)
        case Kind.OBJECT:
            info = Object(reference).info
            for index in range(info.traced_count):
                forward_word(reference + load_u16(info.traced + 2 * index))
        case Kind.TASK:
            scan_task(Task(reference))
        case Kind.STRING:
            if StringObject(reference).form & SHARED != 0:
                scan_shared(SharedString(reference))
        case Kind.RECORD:
            scan_record(RecordObject(reference))
        case Kind.SHAPE:
            scan_shape(Shape(reference))
        case Kind.KEYS:
            keys = Keys(reference)
            for index in range(keys.length):
                forward_at(reference + DATA + ENTRY_SIZE * index)
        case _:
            pass


@kernel
def forget_tasks() -> Task:
    """Take those out of the chain of all tasks that only references keep: the ended, and suspended coroutines.

    Gives the first of the latter; `link` leads through them.
    """
    first = Task(0)
    suspended = Task(0)
    task = CONTEXT.all_tasks
    while address(task) != 0:
        following = task.link
        if task.status == TaskStatus.COMPLETE or task.status == TaskStatus.FAILED:
            task.link = Task(0)
        elif task.wait_kind == WaitKind.SUSPENDED:
            task.link = suspended
            suspended = task
        else:
            task.link = first
            first = task
        task = following
    CONTEXT.all_tasks = first
    return suspended


@kernel
def remember_suspended(first: Task) -> None:
    """Put the suspended coroutines that have been copied back into the chain of all tasks.

    Nothing but its header has changed of what is left of a task that has been copied.
    """
    task = first
    while address(task) != 0:
        header = ObjectHeader(address(task))
        if header.kind == Kind.FORWARDED:
            copy = Task(header.size)
            copy.link = CONTEXT.all_tasks
            CONTEXT.all_tasks = copy
        task = task.link


@kernel
def forward_roots() -> None:
    """Update the references in all roots."""
    for index in range(REFERENCE_ROOT_COUNT):
        forward_at(REFERENCE_ROOTS[index])
    for index in range(WORD_ROOT_COUNT):
        forward_word(WORD_ROOTS[index])
    for index in range(CONDITIONAL_ROOT_COUNT):
        if load_u32(CONDITIONS[index]) != 0:
            forward_word(CONDITIONAL_ROOTS[index])
    for index in range(CONTEXT.handle_count):
        forward_word(HANDLES_OFFSET + 8 * index)
    for index in range(CONTEXT.traced_global_count):
        forward_word(load_u32(CONTEXT.traced_globals + 4 * index))


@kernel
def update_atoms(due: bool) -> None:
    """Copy the table of atoms, when all that is reachable has been copied.

    A collection that is due drops the atoms that nothing leads to. Others copy them, so that the table is the same in
    all engines and modes.
    """
    table = Store(CONTEXT.atoms)
    if address(table) == 0:
        return
    capacity = fitting_capacity(table) if due else table.capacity
    copy = begin_table(CONTEXT.copy_top, capacity)
    CONTEXT.copy_top = CONTEXT.copy_top + copy.size
    CONTEXT.atoms = address(copy)
    for position in range(table.capacity):
        entry = entry_at(table, position)
        string = string_of(entry)
        if entry == 0:
            continue
        if not due:
            set_entry(copy, position, entry - string + forward(string))
        elif is_kept(string):
            insert_entry(copy, entry - string + forward(string))
    if not due:
        copy.length = table.length


@kernel(inline=True)
def is_kept(reference: i64) -> bool:
    """Whether an object has been copied, or does not live in the space that is being left."""
    return not is_left(reference) or ObjectHeader(reference).kind == Kind.FORWARDED


@kernel
def fitting_capacity(table: Store) -> i64:
    """The capacity of the table of atoms for those that are kept."""
    kept = 0
    for position in range(table.capacity):
        entry = entry_at(table, position)
        if entry != 0 and is_kept(string_of(entry)):
            kept += 1
    capacity = table.capacity
    while capacity > LEAST_CAPACITY and CAPACITY_PER_ATOM * kept < capacity:
        capacity = divide(capacity, 2)
    return capacity


@kernel
def forget_cached_properties() -> None:
    """Empty the property cache and that of the atoms of numbers."""
    if CONTEXT.cache_is_used != 0:
        fill_bytes(CACHE_OFFSET, 0, CACHE_ENTRY_SIZE * (CACHE_ENTRIES + SITES) + CONTEXT.own_sites_used)
        CONTEXT.own_sites_used = 0
        fill_bytes(NUMBERS_OFFSET, 0, 8 * NUMBERS_ENTRIES)
        CONTEXT.cache_is_used = 0


@kernel
def used_memory() -> i64:
    """Bytes allocated since the start of the current space."""
    return CONTEXT.heap_top - CONTEXT.space_start


@kernel
def note_peak() -> None:
    """Keep the greatest amount of memory in use, for the statistics."""
    CONTEXT.peak_memory = max(CONTEXT.peak_memory, used_memory())


@kernel
def copy_reachable(due: bool) -> None:
    """Copy everything reachable to the other space and make that the current one.

    Only when a collection is due is free room taken out of buffers: how much is allocated later depends on it, and has
    to be the same in all engines and modes.
    """
    CONTEXT.trims_buffers = 1 if due else 0
    suspended = forget_tasks()
    left = used_memory()
    touched = max(CONTEXT.space_touched, left)
    target = CONTEXT.other_start
    CONTEXT.copy_top = target
    forward_roots()
    scan: i64 = target
    while scan < CONTEXT.copy_top:
        scan_object(scan)
        scan += ObjectHeader(scan).size
    remember_suspended(suspended)
    update_atoms(due)
    forget_cached_properties()
    CONTEXT.other_start = CONTEXT.space_start
    CONTEXT.space_start = target
    CONTEXT.heap_top = CONTEXT.copy_top
    CONTEXT.space_touched = CONTEXT.other_touched
    CONTEXT.other_touched = touched
    if unlikely(CONTEXT.check_heap != 0):
        check_heap(left)


@kernel
def allocated_since_due() -> i64:
    """Bytes allocated since the last collection that was due."""
    return CONTEXT.due_allocated + used_memory() - CONTEXT.live_after_collection


@kernel
def is_due(requested: i64) -> bool:
    """Whether a collection for `requested` bytes is due, and not one that `collect_always` adds.

    What the program is charged depends on those that are due, which are the same in all engines and modes.
    """
    return allocated_since_due() + requested > CONTEXT.due_room


@kernel
def collection_charge(requested: i64) -> i64:
    """The fuel for a collection that begins now: for what it copies again before as much has been allocated.

    A program far from its limit pays nothing: as much as was live can be allocated between two collections. One that
    fills its memory, and goes on all the same, would have everything copied for each little thing that it asks for.
    """
    if not is_due(requested):
        return 0
    return divide(max(0, CONTEXT.due_live - allocated_since_due()), COPIED_BYTES_PER_FUEL)


@kernel
def room_after(live: i64, wanted: i64) -> i64:
    """How many of the bytes that are wanted can be allocated below the limit."""
    return max(0, min(wanted, CONTEXT.memory_limit - live))


@kernel
def collect(requested: i64) -> bool:
    """Collect, and make room for `requested` bytes; False when they do not fit below the memory limit."""
    note_peak()
    due = is_due(requested)
    allocated = allocated_since_due()
    copy_reachable(due)
    CONTEXT.collections = CONTEXT.collections + 1
    live = used_memory()
    room = room_after(live, max(requested, max(live, MINIMUM_GROWTH)))
    CONTEXT.live_after_collection = live
    CONTEXT.due_allocated = 0 if due else allocated
    if due:
        CONTEXT.due_live = live
        CONTEXT.due_room = room
    CONTEXT.heap_end = CONTEXT.heap_top + (room_after(live, requested) if CONTEXT.collect_always != 0 else room)
    return live + requested <= CONTEXT.memory_limit


@kernel
def compact() -> None:
    """Drop the garbage although no collection is due; when the next one is due, and what it costs, stays the same."""
    note_peak()
    allocated = allocated_since_due()
    copy_reachable(False)
    CONTEXT.live_after_collection = used_memory()
    CONTEXT.due_allocated = allocated
    room = 0 if CONTEXT.collect_always != 0 else max(0, CONTEXT.due_room - allocated)
    CONTEXT.heap_end = CONTEXT.heap_top + room


@kernel
def open_error_reserve() -> None:
    """Allow the object of an error to be made although memory has run out. It may be used up."""
    CONTEXT.heap_end = min(CONTEXT.heap_top + ERROR_RESERVE, CONTEXT.space_start + CONTEXT.space_size)


@kernel
def close_error_reserve(heap_end: i64) -> None:
    """The error has been made; `heap_end` is what it was before."""
    CONTEXT.heap_end = max(CONTEXT.heap_top, heap_end)
