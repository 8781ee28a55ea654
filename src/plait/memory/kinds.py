"""What objects are, and where tasks stand: the numbers that stand in the words of `memory/layouts.py`."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What a heap object is: the first word of its header. FORWARDED appears only during a collection."""

    FORWARDED = 0
    STRING = 1
    ARRAY = 2
    STORE = 3
    REFERENCE_STORE = 4
    OBJECT = 5
    """Anything made of slots that a `TypeInfo` describes: instances, tuples, closures, cells, channels and so on."""
    TASK = 6
    STACK = 7
    WORD_STORE = 8
    """A store of 8-byte elements that may lead to objects: `any` words."""
    TEXT_BUFFER = 9
    """Code units that several strings share."""
    RECORD = 10
    SHAPE = 11
    KEYS = 12
    """The keys of shapes. These three are laid out in `memory/record_layouts.py`."""
    CURSOR = 13
    """Words of work that is done in parts (`runtime/parts.py`); they may lead to stores, which no program holds."""


class Storage(IntEnum):
    """How the elements of an array are stored; the lowest byte of an array's `type_word`."""

    BYTE = 0
    WORD = 1
    DOUBLE = 2
    REFERENCE = 3
    ANY = 4


class TaskStatus(IntEnum):
    """Where a task stands."""

    READY = 0
    RUNNING = 1
    WAITING = 2
    COMPLETE = 3
    FAILED = 4


class WaitKind(IntEnum):
    """What a task waits for."""

    NONE = 0
    TASK = 1
    MUTEX = 2
    SENDING = 3
    RECEIVING = 4
    SLEEP = 5
    ALL = 6
    STAND_IN = 7
    """It is no task, but stands in a task's queue for one that waits for all of several."""
    RESUMING = 8
    """A coroutine runs on its behalf, until that hands out a word or ends."""
    SUSPENDED = 9
    """It is a coroutine that waits to be resumed; only references keep it."""


class Delivery(IntEnum):
    """What a task that waited has been woken with."""

    NONE = 0
    DONE = 1
    """It has what it waited for."""
    CLOSED = 2
    """The channel has been closed."""
    THROWN = 3
    """What it has waited for has failed, with the `any` word that it carries."""


class TypeKind(IntEnum):
    """What a `TypeInfo` describes."""

    CLASS = 0
    CLOSURE = 1
    TUPLE = 2
    CELL = 3
    MUTEX = 4
    CHANNEL = 5
    INT64 = 6
    """An i64 boxed in an `any` word."""
    SYMBOL = 7
    TABLE = 8
    PATTERN = 9
    BUFFER = 10
    VIEW = 11
    """Bytes, and a view of them: laid out in `memory/byte_layouts.py`."""
    BIGINT = 12
    """A bigint that fits no i64: laid out in `memory/bigint_layouts.py`."""


class TypeSelector(IntEnum):
    """What kind of type an `any` word is tested for; the rest of the selector, from bit 4 on, says which."""

    STRING = 0
    MUTEX = 1
    CLASS = 2
    """The number of a class."""
    INTERFACE = 3
    """The number of an interface."""
    ARRAY = 4
    """A type id, as for the following."""
    OBJECT_TYPE = 5
    """A tuple, closure, cell or channel type."""
    TASK = 6
    NUMBER = 7
    INT32 = 8
    """A number that is an i32."""
    BOOLEAN = 9
    INT64 = 10
