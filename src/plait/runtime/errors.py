"""Errors: the machine's own as codes until somebody catches them, the program's as objects.

A thrown error is *pending* in the context: either an object (`pending_error`) or a code with two integers for its
message. `take_pending` makes the object when a handler is entered or a task fails, so that throwing itself needs no
memory.
"""

from __future__ import annotations

from plait.kernel import ConstantTable, address, copy_bytes, i32, i64, kernel, size_of, store_u8, store_u32, u8, u32
from plait.memory.allocator import align8, allocate, has_room
from plait.memory.errors import ERROR_CLASS_NAMES, MACHINE_ERRORS, ErrorClass, ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    TRACE_CAPACITY,
    TRACE_OFFSET,
    ErrorObject,
    Kind,
    Store,
    StringObject,
)
from plait.runtime.display import integer_length, write_integer
from plait.runtime.strings import allocate_string

FIRST_CODE = min(ErrorCode)
_TEMPLATES = [MACHINE_ERRORS[code].message for code in sorted(ErrorCode)]
_NAMES = [ERROR_CLASS_NAMES[item] for item in sorted(ErrorClass)]


def _starts(texts: list[str]) -> list[int]:
    return [sum(map(len, texts[:index])) for index in range(len(texts) + 1)]


TEMPLATE_TEXT = ConstantTable(u8, list("".join(_TEMPLATES).encode("ascii")))
TEMPLATE_STARTS = ConstantTable(u32, _starts(_TEMPLATES))
TEMPLATE_CLASSES = ConstantTable(u8, [int(MACHINE_ERRORS[code].error_class) for code in sorted(ErrorCode)])
NAME_TEXT = ConstantTable(u8, list("".join(_NAMES).encode("ascii")))
NAME_STARTS = ConstantTable(u32, _starts(_NAMES))

BRACE = ord("{")
DIGIT_ZERO = ord("0")


@kernel
def new_error(error_class: i64, message: StringObject) -> tuple[ErrorObject, i32]:
    """An error object without a trace."""
    error = ErrorObject(allocate(Kind.ERROR, size_of(ErrorObject)))
    if address(error) == 0:
        return error, Outcome.NEED_MEMORY
    error.error_class = error_class
    error.message = message
    error.trace = Store(0)
    error.code = 0
    return error, Outcome.DONE


@kernel
def error_name(error: ErrorObject) -> tuple[StringObject, i32]:
    """The name of the error's class as a new string."""
    start = NAME_STARTS[error.error_class]
    length = NAME_STARTS[error.error_class + 1] - start
    name = allocate_string(length, 1)
    if address(name) == 0:
        return name, Outcome.NEED_MEMORY
    for index in range(length):
        store_u8(address(name) + DATA + index, NAME_TEXT[start + index])
    return name, Outcome.DONE


@kernel(cold=True)
def pend_code(code: i64) -> None:
    """Make an error of the machine the pending one."""
    CONTEXT.pending_error = ErrorObject(0)
    CONTEXT.pending_code = code
    CONTEXT.trace_count = 0


@kernel(cold=True)
def pend_error(error: ErrorObject) -> None:
    """Make an error object the pending one."""
    CONTEXT.pending_error = error
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
def _make_error(code: i64) -> tuple[ErrorObject, i32]:
    """The object for an error of the machine."""
    entry = code - FIRST_CODE
    start = TEMPLATE_STARTS[entry]
    end = TEMPLATE_STARTS[entry + 1]
    length = _message_length(start, end)
    if not has_room(align8(DATA + length) + size_of(ErrorObject)):
        return ErrorObject(0), Outcome.NEED_MEMORY
    message = allocate_string(length, 1)
    _write_message(start, end, address(message) + DATA)
    error, outcome = new_error(TEMPLATE_CLASSES[entry], message)
    error.code = code
    return error, outcome


@kernel
def simplify_pending() -> None:
    """Memory is out: the pending error goes without a trace, and one of the machine becomes the error of that."""
    CONTEXT.trace_count = 0
    if CONTEXT.pending_code != 0:
        pend_error(CONTEXT.memory_error)


@kernel
def take_pending() -> tuple[ErrorObject, i32]:
    """The pending error as an object, with its trace; nothing is pending afterwards. NEED_MEMORY leaves it pending."""
    if CONTEXT.pending_code != 0:
        made, outcome = _make_error(CONTEXT.pending_code)
        if outcome != Outcome.DONE:
            return made, outcome
        CONTEXT.pending_error = made
        CONTEXT.pending_code = 0
    error = CONTEXT.pending_error
    if address(error.trace) == 0 and CONTEXT.trace_count != 0 and error != CONTEXT.memory_error:
        count = min(CONTEXT.trace_count, TRACE_CAPACITY)
        trace = Store(allocate(Kind.STORE, DATA + 8 * count))
        if address(trace) == 0:
            return ErrorObject(0), Outcome.NEED_MEMORY
        trace.length = 2 * count
        trace.capacity = 2 * count
        copy_bytes(address(trace) + DATA, TRACE_OFFSET, 8 * count)
        error.trace = trace
    CONTEXT.pending_error = ErrorObject(0)
    return error, Outcome.DONE
