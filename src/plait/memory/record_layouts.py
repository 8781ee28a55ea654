"""Layouts of records, the objects of programs whose properties are found by key, and of what describes them.

A record's values stand in a store of words; its *shape* says which property each of them belongs to. Records that have
got the same properties in the same order share a shape, and shapes that have grown out of one another share `Keys`.
"""

from __future__ import annotations

from plait.kernel import Struct, i64, u32
from plait.memory.layouts import Store as Store
from plait.memory.layouts import TypeInfo


class RecordObject(Struct):
    """A record. `values` may be null while there are none; `inner` is what a built-in class keeps in the record.

    `root` is the shape with which the records begin whose prototype this is, null while there are none. `flags` are an
    `Integrity`, IS_PROTOTYPE, which says that entries of the property cache depend on it for other records, and the
    number that identifies it, 0 while nobody has asked for it.
    """

    kind: u32
    size: u32
    shape: Shape
    values: Store
    inner: i64
    root: Shape
    flags: u32


INTEGRITY = 3
IS_PROTOTYPE = 4
HAS_ELEMENT_PROPERTIES = 8
LENGTH_IS_FIXED = 16
IDENTITY_SHIFT = 5
"""Parts of the `flags` of records and arrays.

A list with HAS_ELEMENT_PROPERTIES has elements that are no ordinary data: they are holes, and stand among its
properties. The length of one with LENGTH_IS_FIXED cannot be assigned.
"""

HOLDS_VIEW = 16
"""The flag of a record whose inner word is a view of elements that are its properties: of a typed array."""

IS_SPECIAL = HAS_ELEMENT_PROPERTIES | LENGTH_IS_FIXED
"""The flags of a list whose elements or length are not all ordinary."""


class Shape(Struct):
    """The keys and attributes of records, in order, and their prototype, an `any` word.

    `count` entries of `keys` belong to it. A shape that records share never changes; it has grown by one property,
    `key` with `attributes`, out of another, which leads to it: `transitions` is 0, a shape, or a store of shapes with
    room for twice as many, in which they stand where their key says. They all have a common `root`.

    A record's own shape has no root. It changes with the record; an entry of a property that has been deleted has no
    key. `number` says how many properties are left. In a root, it is the number of shapes that have grown out of it.
    `transition_count` is AT_SITES in a shape of a record's own when entries of it may stand at sites of the property
    cache, else 0: it leads to no other shape.
    """

    kind: u32
    size: u32
    keys: Keys
    count: u32
    prototype: i64
    root: Shape
    key: u32
    attributes: u32
    transitions: u32
    transition_count: u32
    number: u32


AT_SITES = 1


class Keys(Struct):
    """`length` of `capacity` entries (a power of 2), from `DATA` on: a key (u32) and its attributes (u32).

    Behind more than LINEAR_KEYS entries stands an index: twice as many numbers (u32) of entries, counted from 1, each
    where its key says; 0 is nobody's.
    """

    kind: u32
    size: u32
    length: u32
    capacity: u32


LINEAR_KEYS = 8
"""As many keys are looked through one by one."""

ENTRY_SIZE = 8

WRITABLE = 1
ENUMERABLE = 2
CONFIGURABLE = 4
ACCESSOR = 8
PRIVATE = 16
"""Attributes of properties. The value of an accessor is a list of its functions."""

ORDINARY = WRITABLE | ENUMERABLE | CONFIGURABLE
METHOD = WRITABLE | CONFIGURABLE


class SymbolObject(Struct):
    """A symbol. `serial` is the number that identifies it; `description` is an `any` word."""

    kind: u32
    size: u32
    info: TypeInfo
    serial: u32
    description: i64


SYMBOL_TRACED: tuple[int, ...] = (SymbolObject.LAYOUT["description"].offset,)
"""Byte distances of the traced slots of symbols."""
