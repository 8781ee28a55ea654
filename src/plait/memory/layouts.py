"""Layouts of everything that lives in a context's memory.

The map of a context's memory, from offset 0:

    0x0000  the null page: nothing is ever there, so that a null reference reaches nothing
    0x1000  the `Context`
    0x1400  room for what a library function has in hand
    0x1800  the trace of the pending error
    0x1a00  arguments from the host
    0x2000  the console buffer
    0x12000 the handles of the host
    0x32000 the intrinsic prototypes
    0x33000 the caches of the atoms of numbers and of properties
    ...     the program image: type infos, inline caches, function descriptors, prepared code, safepoint maps,
            string constants, globals
    ...     two heap spaces of equal size; objects live in one of them

Every heap object starts with an `ObjectHeader`; sizes and offsets of objects are multiples of 8. What the numbers in
them mean stands in `memory/kinds.py`; it can be had from here as well.
"""

from __future__ import annotations

from plait.kernel import Scope, Struct, at, f64, i32, i64, u16, u32
from plait.memory.kinds import Delivery as Delivery
from plait.memory.kinds import Kind as Kind
from plait.memory.kinds import Storage as Storage
from plait.memory.kinds import TaskStatus as TaskStatus
from plait.memory.kinds import TypeKind as TypeKind
from plait.memory.kinds import TypeSelector as TypeSelector
from plait.memory.kinds import WaitKind as WaitKind

CONTEXT_OFFSET = 0x1000
MATHEMATICS_OFFSET = 0x1400
TRACE_OFFSET = 0x1800
TRACE_CAPACITY = 64
"""The stack trace of the pending error: (function, position) pairs of u32, innermost first."""

ARGUMENTS_OFFSET = 0x1A00
ARGUMENTS_CAPACITY = 192
"""Slots in which the host hands over the arguments of a task that it starts."""

CONSOLE_OFFSET = 0x2000
CONSOLE_SIZE = 0x10000
HANDLES_OFFSET = CONSOLE_OFFSET + CONSOLE_SIZE
HANDLES_CAPACITY = 1 << 14
"""Slots of 8 bytes that the host keeps `any` words in; the collector follows them."""

INTRINSICS_OFFSET = HANDLES_OFFSET + 8 * HANDLES_CAPACITY
INTRINSICS = 16
"""Words that every program shares: the prototypes of values that are no records, by the number of their kind."""

NULL_ROOT_OFFSET = INTRINSICS_OFFSET + 8 * INTRINSICS
"""The shape (u32) with which records without prototype begin, or 0."""

NUMBERS_OFFSET = INTRINSICS_OFFSET + 0x1000
NUMBERS_ENTRIES = 1 << 10
"""The cache of the atoms of numbers (`runtime/number_keys.py`): words."""

CACHE_OFFSET = NUMBERS_OFFSET + 8 * NUMBERS_ENTRIES
CACHE_ENTRIES = 1 << 10
CACHE_ENTRY_SIZE = 16
"""The property cache (`runtime/property_cache.py`)."""

SITES_OFFSET = CACHE_OFFSET + CACHE_ENTRY_SIZE * CACHE_ENTRIES
SITES = 1 << 10
"""More entries of the property cache: of places in compiled code, each of which has one."""

OWN_SITES_OFFSET = SITES_OFFSET + CACHE_ENTRY_SIZE * SITES
OWN_SITES = 1 << 12
OWN_SITE_SIZE = 24
"""What places in compiled code that share their site with no other keep there (`runtime/own_sites.py`)."""

IMAGE_OFFSET = OWN_SITES_OFFSET + OWN_SITE_SIZE * OWN_SITES

DATA = 16
"""Where the elements of a string or a store begin, from its start."""

BUFFER_DATA = 24
"""Where the room of a text buffer begins, from its start."""

FRAME_HEADER = 16
"""Where the slots of a frame begin, from its start. A slot has 8 bytes."""


class ObjectHeader(Struct):
    """`size` is in bytes and includes the header; in a forwarded object it is the new offset.

    A record has its shape at `SHAPE_DISTANCE`, and no other value that a word can refer to has something there that
    looks like a reference to a shape: it has a type info, a store, the form of a string (of which the lower three bits
    are never 0), or the status of a task. Compiled code relies on that (`runtime/own_sites.py`).
    """

    kind: u32
    size: u32


SHAPE_DISTANCE = 8

WIDTH_BITS = 3
SHARED = 4
INTERNED = 8
SERIAL_SHIFT = 4
SERIAL_BITS = 28
"""Parts of a string's `form`; from `SERIAL_SHIFT` on stands the serial number of an atom."""


class StringObject(Struct, scope=Scope.STRINGS):
    """A string of `length` UTF-16 code units.

    `form` says how many bytes a unit takes, 1 when all are below 256, else 2, and whether it is SHARED: then the string
    is a `SharedString`, else its units stand from `DATA` on. Only `runtime/strings.py` and the host's `read_string`
    know where the units of a string stand. A string that is INTERNED is an atom: no other atom has the same units;
    atoms are not SHARED.
    """

    kind: u32
    size: u32
    form: u32
    length: u32


class SharedString(Struct):
    """A string whose units stand in a `TextBuffer`, from `start` bytes behind its beginning on."""

    kind: u32
    size: u32
    form: u32
    length: u32
    buffer: TextBuffer
    start: u32


class TextBuffer(Struct):
    """Code units of strings that have grown out of one another, with room for more on both sides.

    In use are the bytes from `first` to before `end`, counted from its beginning; those in front and behind are free.
    The units stand from `BUFFER_DATA` on; every string in it has units of one width. Units in use never change; whoever
    has a string that ends at `end`, or begins at `first`, may put units there that belong to another string
    (`runtime/concatenation.py`). `used_before` is for the collector: how many bytes were in use when it was last due.
    """

    kind: u32
    size: u32
    first: u32
    end: u32
    used_before: u32
    unused: u32


class Store(Struct, scope=Scope.STORES):
    """The elements of an array, from `DATA` on. `length` of `capacity` elements are in use."""

    kind: u32
    size: u32
    length: u32
    capacity: u32


class ArrayObject(Struct, scope=Scope.ARRAYS):
    """A growable array: a reference to its current store. `type_word` is its `Storage`; from bit 8 on, its type id.

    For arrays of `any` words, `properties` is the record of their other properties, or 0; `flags` are as in
    `RecordObject`.
    """

    kind: u32
    size: u32
    store: Store
    type_word: u32
    properties: u32
    flags: u32


class Object(Struct):
    """An object made of 8-byte slots, which begin at `DATA`; `info` says what it is and which slots are traced.

    A slot holds a reference extended by zeros, an `any` word, an i64, an f64, an i32 (in its lower half), or a bool as
    0 or 1. Slots that are traced are always read and written whole.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32


class ErrorObject(Struct):
    """An object of class Error: `message`, `name`, `cause` (an `any` word), and what only the machine sees.

    `trace` is a store of (function, position) pairs, u32 each, from where the error was thrown, or null; `code` is the
    machine's error code, 0 for an error that the program made. The fields fill slots: write all 8 bytes.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    message: i64
    name: i64
    cause: i64
    trace: i64
    code: i64


class TypeInfo(Struct):
    """What objects of a class, of a tuple type, closures of a function, and so on, have in common.

    The infos stand at `IMAGE_OFFSET`, those of classes first, in the order of their numbers. `traced` points to
    `traced_count` u16 byte distances, from the object's start, of the slots that the collector follows. `display`
    points to the infos (u32) of the class at each `depth`, from the root to itself; `vtable` to function indices (u32);
    `itable` to `itable_count` `InterfaceTable`s. `function` is the body of a closure; `type_id` tells tuple and closure
    types apart; `element_traced` says whether the collector follows what a channel carries, `has_properties` whether
    the first slot of a closure is an `any` word, which holds its properties. `name` is a string object; `error_name`,
    for Error and what inherits from it, the name of the nearest built-in class.
    """

    type_kind: u32
    object_size: u32
    traced: u32
    traced_count: u32
    class_id: u32
    depth: u32
    display: u32
    vtable: u32
    itable: u32
    itable_count: u32
    name: StringObject
    function: u32
    type_id: u32
    element_traced: u32
    error_name: StringObject
    has_properties: u32


LIST_WORD = Storage.ANY | 1 << 8
"""The `type_word` of arrays of `any` words: the first type id is theirs."""

SYMBOL_INFO = 13
"""The number of the type info of symbols (no class has it)."""

INT64_INFO = 14
"""The number of the type info of boxed i64 values (no class has it)."""

MUTEX_INFO = 15
"""The number of the type info of mutexes (no class has it)."""


class MutexObject(Struct):
    """`owner` is the task that holds it, 0 when it is free. Each field is a slot: its upper half is 0."""

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    owner: i64
    first_waiter: i64
    last_waiter: i64


class ChannelObject(Struct):
    """`count` of `capacity` values are in `buffer` (a store of 8-byte elements) from index `head` on, in a circle."""

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    buffer: i64
    first_sender: i64
    last_sender: i64
    first_receiver: i64
    last_receiver: i64
    capacity: u32
    count: u32
    head: u32
    closed: u32


MUTEX_TRACED: tuple[int, ...] = (16, 24, 32)
CHANNEL_TRACED: tuple[int, ...] = (16, 24, 32, 40, 48)
"""Byte distances of the traced slots of mutexes and channels."""


class InterfaceTable(Struct):
    """How a class implements an interface: for each field its byte distance, for each method its function (u32)."""

    interface: u32
    fields: u32
    methods: u32
    unused: u32


class InlineCache(Struct):
    """What an access through an interface has found last. `info` and `found` are one word, read and written at once."""

    word: i64
    interface: u32
    member: u32


class StackObject(Struct):
    """The frames of one task, from `DATA` on."""

    kind: u32
    size: u32
    unused0: u32
    unused1: u32


class Task(Struct):
    """Task control block. `frame` is the innermost frame, counted from the start of the stack object.

    `result` is a slot (traced when `result_is_traced`); `error` is the `any` word that a failed task has thrown. `next`
    and `previous` link it in the queue it stands in: to run, or for what it awaits; `link` chains all unfinished.

    While it waits, `wait_kind` is a `WaitKind` and `waits_on` the task, mutex or channel, or the first of the stand-ins
    (`runtime/wait_all.py`), of whose tasks `missing` are not complete. Who wakes it sets `delivered` to a `Delivery`;
    `carried` is the slot of the value that it sends or has received. `wake_at` is in the context's milliseconds;
    `timer_number` and `first_later` are for `runtime/timers.py`, `cursor` for `runtime/parts.py`. `cancelled` says that
    it was asked to end, `cancel_pending` that it has not been told yet, `woken_to_cancel` that it was taken out of a
    wait to be told. `is_detached` says that it is a coroutine, for whose end nobody waits; `resumer` is the task that
    runs it now, which waits, or has been given a word and goes on as soon as this one waits or ends.
    """

    kind: u32
    size: u32
    status: u32
    id: u32
    result: i64
    function: u32
    frame: u32
    stack: StackObject
    error: i64
    next: Task
    previous: Task
    link: Task
    first_waiter: Task
    last_waiter: Task
    spawner: Task
    wait_kind: u32
    waits_on: u32
    carried: i64
    wake_at: f64
    timer_number: i64
    first_later: Task
    carried_is_traced: u32
    delivered: u32
    cancelled: u32
    cancel_pending: u32
    woken_to_cancel: u32
    missing: u32
    result_is_traced: u32
    observed: u32
    started: u32
    is_detached: u32
    resumer: Task
    cursor: Store


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


class Context(Struct, scope=Scope.MACHINE):
    """The context's own words. One exists, at `CONTEXT_OFFSET`.

    Which of them the collector follows is said in `memory/roots.py`. `constants` to `constants_end`, and
    `base_constants` to `base_constants_end`, are the string constants of the program, one behind the other; `atoms` is
    the table of atoms (`runtime/atoms.py`), or 0.
    `now` is the time in milliseconds that timers go by, `epoch` what to add to it for those since 1970; `reads_clock`
    says that the system's clock can be read in between.
    `begun_task` is the task of a quick call that has to be gone on with (`vm/quick_calls.py`); such calls can be made
    until the time is `quick_until`, while the heap's top is not above `quick_top`. `collects_later` says that tasks
    stop for the host when something has to be collected. `asides` is how often something else has run while a function
    of the host did, `asked_asides` how often when it was called. `random_first` and `random_second` are the state of
    the random numbers. `coroutine_spawner` is the id of the task whose next child is a coroutine, or 0. `call_limit`
    is what the interpreter takes for the end of the stack when it calls: `stack_end`, or under `forge_frames` 0, so
    that every call looks closer.
    """

    heap_top: u32
    heap_end: u32
    space_start: u32
    other_start: u32
    space_size: u32
    space_touched: u32
    other_touched: u32
    live_after_collection: u32
    collections: u32
    memory_limit: u32
    copy_top: u32
    requested: u32
    collect_always: u32
    forge_frames: u32
    check_heap: u32
    heap_fault: u32
    heap_fault_place: u32

    functions: u32
    function_count: u32
    loops: u32
    loop_count: u32
    traced_globals: u32
    traced_global_count: u32
    image_end: u32

    current_task: Task
    main_task: Task
    begun_task: Task
    queue_head: Task
    queue_tail: Task
    all_tasks: Task
    unhandled: Task
    last_unhandled: Task
    ends_when_unhandled: u32
    coroutine_spawner: u32
    stops_at_switches: u32
    shown_task: u32
    first_timer: Task
    next_timer_number: i64
    next_task_id: u32
    unfinished: u32
    now: f64
    epoch: f64
    reads_clock: u32
    random_first: i64
    random_second: i64

    stop_reason: u32
    stop_frame: u32
    stack_end: u32
    call_limit: u32
    max_depth: u32
    stop_task: Task
    throw_on_resume: u32

    handle_count: u32
    stepping: u32
    host_task: Task
    host_function: u32
    host_state: u32
    host_result_is_traced: u32
    host_result: i64

    memory_error: ErrorObject
    pending_code: u32
    pending_value: i64
    pending_first: i64
    pending_second: i64
    trace_count: u32

    console_used: u32
    console_written: u32
    console_long: StringObject
    console_long_is_error: u32
    compile_threshold: u32
    compile_requests: u32
    calls_compiler: u32
    nested_interpreters: u32
    suspend_always: u32

    fuel: i64
    work: i64
    thrown_work: i64
    quantum: i64
    slice: i64
    slice_left: i64
    budget_left: i64
    granted: i64
    stop_word: i64

    peak_memory: u32
    due_live: u32
    due_allocated: u32
    due_room: u32
    trims_buffers: u32
    constants: u32
    constants_end: u32
    base_constants: u32
    base_constants_end: u32
    atoms: u32
    last_serial: u32
    cache_is_used: u32
    cache_stamp: u32
    site_misses: u32
    own_sites_used: u32
    preemptions: u32
    refills_left: u32
    delays_left: u32
    turns_left: u32
    collects_later: u32
    quick_top: u32
    quick_until: f64
    asides: u32
    asked_asides: u32


CONTEXT = Context(CONTEXT_OFFSET)

UNDEFINED = 0
NULL = 1
FALSE = 2
TRUE = 3
ABSENT = 4
FIRST_REFERENCE = 0x1000
FIRST_NUMBER = 1 << 48
"""`any` words: these constants, references from the second last to below the last, above that numbers: their bits plus
`FIRST_NUMBER`. `ABSENT` says that there is no value; no program sees it.
"""

DECLINED_NUMBER = 0x7FF8_0000_0000_0001
"""The bits of the NaN by which natives decline that give a number. No word holds it: there all NaNs are one."""


def type_info_offset(number: int) -> int:
    """Where the type info with this number stands; those of classes have the numbers of the classes."""
    return IMAGE_OFFSET + TypeInfo.SIZE * number
