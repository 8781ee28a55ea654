"""Layouts of everything that lives in a context's memory.

The map of a context's memory, from offset 0:

    0x0000  the null page: nothing is ever there, so that a null reference reaches nothing
    0x1000  the `Context`
    0x1800  the trace of the pending error
    0x1a00  arguments from the host
    0x2000  the console buffer
    ...     the program image: function descriptors, prepared code, safepoint maps, string constants, globals
    ...     two heap spaces of equal size; objects live in one of them

Every heap object starts with an `ObjectHeader`; sizes and offsets of objects are multiples of 8.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, at, i32, i64, u16, u32

CONTEXT_OFFSET = 0x1000
TRACE_OFFSET = 0x1800
TRACE_CAPACITY = 64
"""The stack trace of the pending error: (function, position) pairs of u32, innermost first."""

ARGUMENTS_OFFSET = 0x1A00
ARGUMENTS_CAPACITY = 192
"""Slots in which the host hands over the arguments of a task that it starts."""

CONSOLE_OFFSET = 0x2000
CONSOLE_SIZE = 0x10000
IMAGE_OFFSET = CONSOLE_OFFSET + CONSOLE_SIZE

DATA = 16
"""Where the elements of a string or a store begin, from its start."""

FRAME_HEADER = 16
"""Where the slots of a frame begin, from its start. A slot has 8 bytes."""


class Kind(IntEnum):
    """What a heap object is: the first word of its header. FORWARDED appears only during a collection."""

    FORWARDED = 0
    STRING = 1
    ARRAY = 2
    STORE = 3
    REFERENCE_STORE = 4
    ERROR = 5
    TASK = 6
    STACK = 7


class Storage(IntEnum):
    """How the elements of an array are stored; the value is passed to kernels for a type immediate."""

    BYTE = 0
    WORD = 1
    DOUBLE = 2
    REFERENCE = 3


class TaskStatus(IntEnum):
    """Where a task stands."""

    READY = 0
    RUNNING = 1
    WAITING = 2
    COMPLETE = 3
    FAILED = 4


class ObjectHeader(Struct):
    """`size` is in bytes and includes the header; in a forwarded object it is the new offset."""

    kind: u32
    size: u32


class StringObject(Struct):
    """UTF-16 code units from `DATA` on, `width` bytes each: 1 when all units are below 256, else 2."""

    kind: u32
    size: u32
    length: u32
    width: u32


class Store(Struct):
    """The elements of an array, from `DATA` on. `length` of `capacity` elements are in use."""

    kind: u32
    size: u32
    length: u32
    capacity: u32


class ArrayObject(Struct):
    """A growable array: a reference to its current store. `storage` is a `Storage`."""

    kind: u32
    size: u32
    store: Store
    storage: u32


class ErrorObject(Struct):
    """An error: its class (`memory.errors.ErrorClass`) and message. `trace` holds (function, position) pairs, u32 each.

    `code` is the machine's error code, 0 for an error that the program made.
    """

    kind: u32
    size: u32
    error_class: u32
    message: StringObject
    trace: Store
    code: u32


class StackObject(Struct):
    """The frames of one task, from `DATA` on."""

    kind: u32
    size: u32
    unused0: u32
    unused1: u32


class Task(Struct):
    """Task control block. `frame` is the innermost frame, counted from the start of the stack object.

    `result` is a slot (a reference when `result_is_reference`). `next` links the task in the one queue it stands in:
    the run queue or the list of those who wait for another task. `link` chains all unfinished tasks.
    """

    kind: u32
    size: u32
    result: i64
    status: u32
    id: u32
    function: u32
    frame: u32
    stack: StackObject
    error: ErrorObject
    next: Task
    link: Task
    first_waiter: Task
    last_waiter: Task
    spawner: Task
    awaiting: Task
    result_is_reference: u32
    observed: u32
    started: u32


class Frame(Struct):
    """Header of a frame. `distance` leads back to the caller's frame; 0 in a task's outermost frame.

    `pc` is an index into the function's prepared code: of the instruction to execute next in the innermost frame, of
    the call in progress in every other. `depth` is how many more frames may be pushed on top of this one.
    """

    function: u32
    pc: u32
    distance: u32
    depth: u32


class Prepared(Struct):
    """A prepared instruction. Fields hold slots as byte distances from the frame; `target` overlays two of them."""

    operation: u16
    field0: u16
    field1: u16
    field2: u16
    immediate: i64
    target: i32 = at(4)


class FunctionInfo(Struct):
    """Descriptor of a function. Offsets are absolute; sizes in bytes.

    `stack_need` is how much stack, from the frame's start, must be there to run the function and write the arguments of
    any call it makes. `handlers` points to `HandlerRange`s, `maps` to `SafepointMap`s sorted by `pc`.
    """

    code: u32
    code_length: u32
    frame_size: u32
    stack_need: u32
    entry_charge: u32
    parameter_count: u32
    result_is_reference: u32
    handlers: u32
    handler_count: u32
    maps: u32
    map_count: u32
    hotness: u32
    request: u32
    first_loop: u32


class HandlerRange(Struct):
    """Instructions from `start` to before `end` are guarded by the handler at `handler` (indices of prepared
    instructions).
    """

    start: u32
    end: u32
    handler: u32


class SafepointMap(Struct):
    """The live references of a frame stopped at `pc`: `count` slots (u16 byte distances from the frame) at `slots`."""

    pc: u32
    count: u32
    slots: u32


class LoopInfo(Struct):
    """A loop head that compiled code can be entered at: its function and the index of its charge instruction."""

    function: u32
    pc: u32
    hotness: u32
    request: u32


class Context(Struct):
    """The context's own words. One exists, at `CONTEXT_OFFSET`."""

    heap_top: u32
    heap_end: u32
    space_start: u32
    other_start: u32
    space_size: u32
    memory_limit: u32
    copy_top: u32
    requested: u32
    collect_always: u32

    functions: u32
    function_count: u32
    loops: u32
    loop_count: u32
    globals: u32
    global_references: u32
    global_reference_count: u32
    image_end: u32

    current_task: Task
    main_task: Task
    queue_head: Task
    queue_tail: Task
    all_tasks: Task
    unhandled: Task
    last_unhandled: Task
    next_task_id: u32
    unfinished: u32

    stop_reason: u32
    stop_frame: u32
    stack_end: u32
    max_depth: u32
    stop_task: Task
    throw_on_resume: u32

    memory_error: ErrorObject
    pending_error: ErrorObject
    pending_code: u32
    pending_first: i64
    pending_second: i64
    trace_count: u32

    console_used: u32
    console_written: u32
    console_long: StringObject
    compile_threshold: u32
    compile_requests: u32
    suspend_always: u32

    fuel: i64
    work: i64
    quantum: i64
    slice: i64
    slice_left: i64
    budget_left: i64
    granted: i64
    stop_word: i64

    collections: u32
    peak_memory: u32
    live_after_collection: u32
    preemptions: u32
    refills_left: u32
    delays_left: u32
    turns_left: u32


CONTEXT = Context(CONTEXT_OFFSET)
