"""The machine's errors as programs that are compiled by flow see them, range 0x0f. What is no error throws BAD_CAST.

Such a program has a record for each error that it has caught or made; the error's `cause` leads to it.
"""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, i64, kernel, offset_of, size_of
from plait.memory.barrier import store_slot
from plait.memory.errors import BuiltinClass, ErrorCode, Outcome
from plait.memory.layouts import IMAGE_OFFSET, ErrorObject, StringObject, TypeInfo
from plait.native.table import NativeRange, native
from plait.runtime.errors import is_error, make_error, new_error, pend_value
from plait.runtime.stack_text import stack_text
from plait.runtime.strings import equal

ERROR = NativeRange.ERROR
MAKES = Flags.ALLOCATES | Flags.THROWS | Flags.WORKS


@kernel
def class_of_name(name: StringObject) -> TypeInfo:
    """The machine's class of errors with this name, else the most general one."""
    for number in range(BuiltinClass.REFERENCE_ERROR + 1):
        info = TypeInfo(IMAGE_OFFSET + size_of(TypeInfo) * number)
        if equal(info.error_name, name):
            return info
    return TypeInfo(IMAGE_OFFSET + size_of(TypeInfo) * BuiltinClass.ERROR)


@native(ERROR, 0x00, "error.new", "string string -> any", fuel=24, flags=MAKES)
@kernel
def error_new(name: StringObject, message: StringObject) -> tuple[i64, i32]:
    """An error with this name and message, as a word."""
    if address(name) == 0 or address(message) == 0:
        return 0, ErrorCode.NULL_REFERENCE
    made, outcome = new_error(class_of_name(name), message)
    if outcome == Outcome.DONE:
        made.name = address(name)
    return address(made), outcome


@native(ERROR, 0x01, "error.message", "any -> string", flags=Flags.THROWS)
@kernel
def error_message(value: i64) -> tuple[StringObject, i32]:
    """The error's message."""
    if not is_error(value):
        return StringObject(0), ErrorCode.BAD_CAST
    return StringObject(ErrorObject(value).message), Outcome.DONE


@native(ERROR, 0x02, "error.name", "any -> string", flags=Flags.THROWS)
@kernel
def error_name(value: i64) -> tuple[StringObject, i32]:
    """The error's name."""
    if not is_error(value):
        return StringObject(0), ErrorCode.BAD_CAST
    return StringObject(ErrorObject(value).name), Outcome.DONE


@native(ERROR, 0x03, "error.setText", "any string string ->", flags=Flags.THROWS)
@kernel
def error_set_text(value: i64, name: StringObject, message: StringObject) -> i32:
    """Give the error a name and a message."""
    if address(name) == 0 or address(message) == 0:
        return ErrorCode.NULL_REFERENCE
    if not is_error(value):
        return ErrorCode.BAD_CAST
    store_slot(value + offset_of(ErrorObject, "name"), address(name))
    store_slot(value + offset_of(ErrorObject, "message"), address(message))
    return Outcome.DONE


@native(ERROR, 0x04, "error.record", "any -> any", flags=Flags.THROWS)
@kernel
def error_record(value: i64) -> tuple[i64, i32]:
    """The error's record; undefined if it has none yet."""
    if not is_error(value):
        return 0, ErrorCode.BAD_CAST
    return ErrorObject(value).cause, Outcome.DONE


@native(ERROR, 0x05, "error.setRecord", "any any ->", flags=Flags.THROWS)
@kernel
def error_set_record(value: i64, record: i64) -> i32:
    """Give the error a record."""
    if not is_error(value):
        return ErrorCode.BAD_CAST
    store_slot(value + offset_of(ErrorObject, "cause"), record)
    return Outcome.DONE


@native(ERROR, 0x06, "error.stack", "any -> string", fuel=32, flags=Flags.ALLOCATES | Flags.THROWS)
@kernel
def error_stack(value: i64) -> tuple[StringObject, i32]:
    """Name and message of the error and, if it has been thrown, where."""
    if not is_error(value):
        return StringObject(0), ErrorCode.BAD_CAST
    text, outcome = stack_text(ErrorObject(value))
    return text, outcome


@native(ERROR, 0x07, "error.deadlock", "any ->", fuel=24, flags=Flags.ALLOCATES | Flags.THROWS)
@kernel
def error_deadlock(waits: i64) -> i32:
    """Throws the error of a deadlock, which ends the program; the host reads from the list who waits for whom."""
    made, outcome = make_error(ErrorCode.DEADLOCK)
    if outcome != Outcome.DONE:
        return outcome
    made.cause = waits
    pend_value(address(made))
    return Outcome.PENDING
