"""Outcomes of instructions, and the errors that the machine itself throws: code, class, limit and message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto


class Outcome(IntEnum):
    """What became of an instruction that may not complete. Greater ones are `ErrorCode`s."""

    DONE = 0
    NEED_MEMORY = 1
    NEED_FLUSH = 2
    THROWN = 3
    """What was thrown is `pending_value` of the context already."""
    WAITING = 4
    """The current task has been put where someone will wake it; the instruction is then done again."""
    PENDING = 5
    """The instruction throws what it has put into `pending_value` itself."""
    WORKED = 6
    """As DONE; work has been noted, which is to be charged."""
    UNFINISHED = 7
    """A part of the work is done, and the task has a cursor; the instruction is done again when it has been charged."""


class BuiltinClass(IntEnum):
    """Numbers of the classes that every module has without defining them."""

    ERROR = 0
    TYPE_ERROR = 1
    RANGE_ERROR = 2
    REFERENCE_ERROR = 3


BUILTIN_CLASS_NAMES: dict[BuiltinClass, str] = {
    BuiltinClass.ERROR: "Error",
    BuiltinClass.TYPE_ERROR: "TypeError",
    BuiltinClass.RANGE_ERROR: "RangeError",
    BuiltinClass.REFERENCE_ERROR: "ReferenceError",
}


class ErrorCode(IntEnum):
    """Errors that instructions throw, as outcomes: without gaps, tables are made of them."""

    INDEX_OUT_OF_BOUNDS = 16
    INDEX_NOT_INTEGER = auto()
    DIVISION_BY_ZERO = auto()
    INTEGER_OVERFLOW = auto()
    NOT_AN_INT = auto()
    STACK_OVERFLOW = auto()
    OUT_OF_MEMORY = auto()
    INVALID_LENGTH = auto()
    AWAIT_SELF = auto()
    INVALID_STRING_LENGTH = auto()
    FORMAT_STRING = auto()
    NULL_REFERENCE = auto()
    BAD_CAST = auto()
    ABSTRACT_CLASS = auto()
    NOT_LOCKED = auto()
    CHANNEL_CLOSED = auto()
    TASK_CANCELLED = auto()
    TRAP = auto()
    EMPTY_ARRAY = auto()
    LONG_OVERFLOW = auto()
    NOT_A_LONG = auto()
    STRING_INDEX_OUT_OF_BOUNDS = auto()
    NO_TEXT = auto()
    INVALID_COUNT = auto()
    INVALID_DIGITS = auto()
    REPLACEMENT_PATTERN = auto()
    INVALID_CODE_POINT = auto()
    INVALID_EXPONENT_DIGITS = auto()
    INVALID_PRECISION = auto()
    INVALID_RADIX = auto()
    NOT_A_COROUTINE = auto()
    COROUTINE_RUNNING = auto()
    COROUTINE_ENDED = auto()
    CYCLIC_PROTOTYPE = auto()
    BIGINT_TOO_LARGE = auto()
    BIGINT_DIVISION_BY_ZERO = auto()
    DEADLOCK = auto()


@dataclass(frozen=True, slots=True)
class MachineError:
    """`{0}` and `{1}` in the message stand for the context's `pending_first` and `pending_second` (integers).

    `limit` names the option of `VmOptions` whose limit was hit, when that is what happened.
    """

    error_class: BuiltinClass
    message: str
    limit: str = ""


MACHINE_ERRORS: dict[ErrorCode, MachineError] = {
    ErrorCode.INDEX_OUT_OF_BOUNDS: MachineError(
        BuiltinClass.RANGE_ERROR, "array index {0} is out of bounds for length {1}"
    ),
    ErrorCode.INDEX_NOT_INTEGER: MachineError(
        BuiltinClass.RANGE_ERROR, "array index is not an integer from 0 to 2147483647"
    ),
    ErrorCode.DIVISION_BY_ZERO: MachineError(BuiltinClass.RANGE_ERROR, "division by zero"),
    ErrorCode.INTEGER_OVERFLOW: MachineError(
        BuiltinClass.RANGE_ERROR, "integer overflow: the result does not fit an int"
    ),
    ErrorCode.NOT_AN_INT: MachineError(BuiltinClass.RANGE_ERROR, "the number is not an int"),
    ErrorCode.STACK_OVERFLOW: MachineError(
        BuiltinClass.RANGE_ERROR, "Maximum call stack size exceeded", "max_stack_depth"
    ),
    ErrorCode.OUT_OF_MEMORY: MachineError(BuiltinClass.RANGE_ERROR, "out of memory", "max_memory"),
    ErrorCode.INVALID_LENGTH: MachineError(BuiltinClass.RANGE_ERROR, "Invalid array length"),
    ErrorCode.AWAIT_SELF: MachineError(BuiltinClass.TYPE_ERROR, "a task cannot await itself"),
    ErrorCode.FORMAT_STRING: MachineError(
        BuiltinClass.ERROR,
        "console.log: format strings (%s, %d and so on) are not supported yet; pass one template string",
    ),
    ErrorCode.NULL_REFERENCE: MachineError(BuiltinClass.TYPE_ERROR, "null has no fields, methods or elements"),
    ErrorCode.BAD_CAST: MachineError(BuiltinClass.TYPE_ERROR, "the value is not of the type that is asked for"),
    ErrorCode.ABSTRACT_CLASS: MachineError(BuiltinClass.TYPE_ERROR, "an abstract class has no instances of its own"),
    ErrorCode.NOT_LOCKED: MachineError(BuiltinClass.ERROR, "the mutex is not locked"),
    ErrorCode.CHANNEL_CLOSED: MachineError(BuiltinClass.ERROR, "the channel is closed"),
    ErrorCode.TASK_CANCELLED: MachineError(BuiltinClass.ERROR, "the task was cancelled"),
    ErrorCode.TRAP: MachineError(BuiltinClass.ERROR, "trap"),
    ErrorCode.EMPTY_ARRAY: MachineError(BuiltinClass.RANGE_ERROR, "the array is empty"),
    ErrorCode.LONG_OVERFLOW: MachineError(BuiltinClass.RANGE_ERROR, "integer overflow: the result does not fit a long"),
    ErrorCode.NOT_A_LONG: MachineError(BuiltinClass.RANGE_ERROR, "the number is not a long"),
    ErrorCode.STRING_INDEX_OUT_OF_BOUNDS: MachineError(
        BuiltinClass.RANGE_ERROR, "string index {0} is out of bounds for length {1}"
    ),
    ErrorCode.NO_TEXT: MachineError(
        BuiltinClass.TYPE_ERROR, "arrays, functions and objects of a dynamic type have no text yet"
    ),
    ErrorCode.INVALID_COUNT: MachineError(BuiltinClass.RANGE_ERROR, "Invalid count value: {0}"),
    ErrorCode.INVALID_DIGITS: MachineError(
        BuiltinClass.RANGE_ERROR, "toFixed() digits argument must be between 0 and 100"
    ),
    ErrorCode.REPLACEMENT_PATTERN: MachineError(
        BuiltinClass.ERROR, "replacements with $$, $&, $` or $' are not supported yet"
    ),
    ErrorCode.INVALID_EXPONENT_DIGITS: MachineError(
        BuiltinClass.RANGE_ERROR, "toExponential() argument must be between 0 and 100"
    ),
    ErrorCode.INVALID_PRECISION: MachineError(
        BuiltinClass.RANGE_ERROR, "toPrecision() argument must be between 1 and 100"
    ),
    ErrorCode.INVALID_RADIX: MachineError(
        BuiltinClass.RANGE_ERROR, "toString() radix argument must be between 2 and 36"
    ),
    ErrorCode.NOT_A_COROUTINE: MachineError(BuiltinClass.TYPE_ERROR, "the task is no coroutine"),
    ErrorCode.COROUTINE_RUNNING: MachineError(BuiltinClass.TYPE_ERROR, "the coroutine is not suspended: it runs"),
    ErrorCode.COROUTINE_ENDED: MachineError(BuiltinClass.TYPE_ERROR, "the coroutine has ended"),
    ErrorCode.CYCLIC_PROTOTYPE: MachineError(BuiltinClass.TYPE_ERROR, "Cyclic __proto__ value"),
    ErrorCode.BIGINT_TOO_LARGE: MachineError(BuiltinClass.RANGE_ERROR, "Maximum BigInt size exceeded"),
    ErrorCode.BIGINT_DIVISION_BY_ZERO: MachineError(BuiltinClass.RANGE_ERROR, "Division by zero"),
    ErrorCode.DEADLOCK: MachineError(BuiltinClass.ERROR, "no task can ever run again"),
    ErrorCode.INVALID_CODE_POINT: MachineError(BuiltinClass.RANGE_ERROR, "Invalid code point {0}"),
    ErrorCode.INVALID_STRING_LENGTH: MachineError(BuiltinClass.RANGE_ERROR, "Invalid string length"),
}
