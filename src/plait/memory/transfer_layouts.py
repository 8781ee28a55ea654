"""What the host shares with the kernels that take and give plain data (`runtime/data_reader.py`, `data_writer.py`).

Data crosses as bytes in the form of Python's `marshal`, version 4: Python makes and reads it at the speed of C. The
bytes stand in the free part of the heap while a kernel works on them.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, u32
from plait.memory.layouts import ARGUMENTS_CAPACITY, ARGUMENTS_OFFSET, ArrayObject


class Transfer(Struct):
    """What a transfer has in hand, where the host hands over arguments otherwise.

    `place` is the byte that comes next, `end` where there is no more room. Reading: `references` is where the words
    stand of what is referred to again, the first below it, `count` of them; `specials` gets list or record, key, and
    description of what is no plain data; null if there is to be none; `was_held` says that the last
    description was of what the host holds. Writing: `table` has `mask + 1` entries of offset and number;
    `special_count` is how often something stands for what is no plain data. After a failure `path` has `path_length`
    pairs, innermost first, of an object and a position in it.
    """

    place: u32
    end: u32
    references: u32
    count: u32
    status: u32
    specials: ArrayObject
    table: u32
    mask: u32
    path_length: u32
    special_count: u32
    was_held: u32


TRANSFER_OFFSET = ARGUMENTS_OFFSET
PATH_OFFSET = TRANSFER_OFFSET + 64
PATH_CAPACITY = (8 * ARGUMENTS_CAPACITY - 64) // 8
"""The pairs of the path: an object (u32), and which of its elements or properties."""

SLACK = 16
"""Free bytes behind those that are read: four are loaded as eight."""

MAX_DEPTH = 150
"""How deep data may be nested."""


class TransferStatus(IntEnum):
    """How a transfer has ended."""

    DONE = 0
    NEED_MEMORY = 1
    UNKNOWN = 2
    """Something has to be looked at by the host."""
    CIRCLE = 3
    TOO_DEEP = 4


class Token(IntEnum):
    """The bytes with which values begin in the form of `marshal`."""

    NULL = ord("0")
    NONE = ord("N")
    FALSE = ord("F")
    TRUE = ord("T")
    INT = ord("i")
    LONG = ord("l")
    FLOAT = ord("g")
    COMPLEX = ord("y")
    BYTES = ord("s")
    ASCII = ord("a")
    ASCII_INTERNED = ord("A")
    SHORT_ASCII = ord("z")
    SHORT_ASCII_INTERNED = ord("Z")
    UNICODE = ord("u")
    INTERNED = ord("t")
    LIST = ord("[")
    TUPLE = ord("(")
    SMALL_TUPLE = ord(")")
    DICT = ord("{")
    REFERENCE = ord("r")


FLAG = 0x80
"""Is set in the first byte of what may be referred to again, by its number."""

DIGIT_BITS = 15
"""How many bits of a whole number stand in each u16 of a `LONG`."""

HELD_OBJECT = 9
"""A description that begins with this number is that of an object that the host holds: its index follows."""

SPECIAL_RECORD = 1
SPECIAL_OTHER = 2
"""What a `COMPLEX` stands for that is no number: a record with getters or a built-in class, anything else; behind it
the offset.
"""
