"""Errors: the machine's own as codes until somebody catches them, the program's as objects.

What is thrown is *pending* in the context: either an `any` word (`pending_value`) or a code with two integers for its
message. `take_pending` makes the object when a handler is entered or a task fails, so that throwing itself needs no
memory.
"""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    address,
    copy_bytes,
    fill_bytes,
    i32,
    i64,
    kernel,
    size_of,
    store_u8,
    store_u32,
    u8,
    u32,
)
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import MACHINE_ERRORS, ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    IMAGE_OFFSET,
    TRACE_CAPACITY,
    TRACE_OFFSET,
    UNDEFINED,
    ErrorObject,
    Kind,
    Object,
    Store,
    StringObject,
    TypeInfo,
)
from plait.runtime.display import integer_length, write_integer
from plait.runtime.strings import allocate_string

FIRST_CODE = min(ErrorCode)
_TEMPLATES = [MACHINE_ERRORS[code].message for code in sorted(ErrorCode)]


def _starts(texts: list[str]) -> list[int]:
    return [sum(map(len, texts[:index])) for index in range(len(texts) + 1)]


TEMPLATE_TEXT = ConstantTable(u8, list("".join(_TEMPLATES).encode("ascii")))
TEMPLATE_STARTS = ConstantTable(u32, _starts(_TEMPLATES))
TEMPLATE_CLASSES = ConstantTable(u8, [int(MACHINE_ERRORS[code].error_class) for code in sorted(ErrorCode)])

BRACE = ord("{")
DIGIT_ZERO = ord("0")


@kernel
def new_error(info: TypeInfo, message: StringObject) -> tuple[ErrorObject, i32]:
    """An object of Error or a class that inherits from it, without a trace; further fields are zero."""
    size = info.object_size
    error = ErrorObject(allocate(Kind.OBJECT, size))
    if address(error) == 0:
        return error, Outcome.NEED_MEMORY
    fill_bytes(address(error) + DATA, 0, size - DATA)
    error.info = info
    error.unused = 0
    error.message = address(message)
    error.name = address(info.error_name)
    error.cause = UNDEFINED
    return error, Outcome.DONE


@kernel
def is_error(value: i64) -> bool:
    """Whether an `any` word is an object of Error or a class that inherits from it."""
    if value < FIRST_REFERENCE or value >= FIRST_NUMBER:
        return False
    thing = Object(value)
    return thing.kind == Kind.OBJECT and address(thing.info.error_name) != 0


@kernel(cold=True)
def pend_code(code: i64) -> None:
    """Make an error of the machine the pending one; PENDING says that there is one already.

    The work that the throwing instruction has noted is charged when the error is taken: between instructions none is
    noted. It does not go on where it was.
    """
    CONTEXT.thrown_work = CONTEXT.thrown_work + CONTEXT.work
    CONTEXT.work = 0
    CONTEXT.current_task.cursor = Store(0)
    if code == Outcome.PENDING:
        return
    CONTEXT.pending_value = UNDEFINED
    CONTEXT.pending_code = code
    CONTEXT.trace_count = 0


@kernel(cold=True)
def pend_value(value: i64) -> None:
    """Make an `any` word that the program throws the pending one."""
    CONTEXT.pending_value = value
    CONTEXT.pending_code = 0
    CONTEXT.trace_count = 0


@kernel(cold=True)
def add_trace(function: i64, position: i64) -> None:
    """The pending error has left, or was thrown in, a frame of the function at the prepared position."""
    count = CONTEXT.trace_count
    if count < TRACE_CAPACITY:
        store_u32(TRACE_OFFSET + 8 * count, function)
        store_u32(TRACE_OFFSET + 8 * count + 4, position)
    CONTEXT.trace_count = count + 1


@kernel
def _template_argument(start: i64) -> i64:
    """The integer that the placeholder at an index of the template text stands for."""
    return CONTEXT.pending_first if TEMPLATE_TEXT[start + 1] == DIGIT_ZERO else CONTEXT.pending_second


@kernel
def _message_length(start: i64, end: i64) -> i64:
    length = 0
    index = start
    while index < end:
        if TEMPLATE_TEXT[index] == BRACE:
            length += integer_length(_template_argument(index))
            index += 3
        else:
            length += 1
            index += 1
    return length


@kernel
def _write_message(start: i64, end: i64, destination: i64) -> None:
    place = destination
    index = start
    while index < end:
        if TEMPLATE_TEXT[index] == BRACE:
            place += write_integer(place, _template_argument(index))
            index += 3
        else:
            store_u8(place, TEMPLATE_TEXT[index])
            place += 1
            index += 1


@kernel
def make_error(code: i64) -> tuple[ErrorObject, i32]:
    """The object for an error of the machine."""
    entry = code - FIRST_CODE
    start = TEMPLATE_STARTS[entry]
    end = TEMPLATE_STARTS[entry + 1]
    length = _message_length(start, end)
    if not has_room(align8(DATA + length) + size_of(ErrorObject)):
        return ErrorObject(0), Outcome.NEED_MEMORY
    message = allocate_string(length, 1)
    _write_message(start, end, address(message) + DATA)
    info = TypeInfo(IMAGE_OFFSET + size_of(TypeInfo) * TEMPLATE_CLASSES[entry])
    error, outcome = new_error(info, message)
    error.code = code
    return error, outcome


@kernel
def simplify_pending() -> None:
    """Memory is out: what is pending goes without a trace, and an error of the machine becomes the one of that."""
    CONTEXT.trace_count = 0
    if CONTEXT.pending_code != 0:
        pend_value(address(CONTEXT.memory_error))


@kernel
def take_pending() -> tuple[i64, i32]:
    """The `any` word that is pending; nothing is pending afterwards. NEED_MEMORY leaves it pending.

    An error object that has no trace yet gets the one noted since it was thrown.
    """
    if CONTEXT.pending_code != 0:
        made, outcome = make_error(CONTEXT.pending_code)
        if outcome != Outcome.DONE:
            return 0, outcome
        CONTEXT.pending_value = address(made)
        CONTEXT.pending_code = 0
    value = CONTEXT.pending_value
    if CONTEXT.trace_count != 0 and is_error(value) and value != address(CONTEXT.memory_error):
        error = ErrorObject(value)
        if error.trace == 0:
            count = min(CONTEXT.trace_count, TRACE_CAPACITY)
            trace = Store(allocate(Kind.STORE, DATA + 8 * count))
            if address(trace) == 0:
                return 0, Outcome.NEED_MEMORY
            trace.length = 2 * count
            trace.capacity = 2 * count
            copy_bytes(address(trace) + DATA, TRACE_OFFSET, 8 * count)
            error.trace = address(trace)
    CONTEXT.pending_value = UNDEFINED
    return value, Outcome.DONE
