"""What the compiler of patterns has in hand: its state, and growing lists of words.

It all stands in the room of library functions and in stores that are garbage when the pattern is compiled. Whoever
runs out of memory sets `failed`; what is appended afterwards is dropped, and everything ends soon.
"""

from __future__ import annotations

from plait.kernel import Struct, address, copy_bytes, i32, i64, kernel, load_i32, store_i32, u32
from plait.memory.allocator import align8, allocate, request_memory
from plait.memory.layouts import DATA, MATHEMATICS_OFFSET, Kind, Store, StringObject

FIRST_CAPACITY = 64


class Words(Struct):
    """A list of words of 4 bytes: `count` of them from the place `base` on, with room for `capacity`."""

    base: u32
    count: u32
    capacity: u32
    unused: u32


class Compilation(Struct):
    """The state of the compiler.

    `position` is that of the next unit of the source. `groups` counts the groups that have begun, `all_groups` those
    of the whole pattern, the whole match included. `is_named` says that some have names. `error` is a
    `RegexpFault`; `failed` says that memory is out, `allocated` how much has been taken. `registers` counts those given
    away; `scan` to `reach` are for the program. `without_sets` says that sets stay empty, since only mistakes are
    looked for, of which none depends on what is in a set.
    """

    source: StringObject
    length: u32
    position: u32
    flags: u32
    groups: u32
    all_groups: u32
    is_named: u32
    error: u32
    failed: u32
    allocated: u32
    registers: u32
    without_sets: u32
    scan: i32
    scanned: i32
    ahead: i32
    ahead_unit: i32
    boundary: i32
    leaps: i32
    reach: i32
    work: i64


COMPILATION = Compilation(MATHEMATICS_OFFSET)
_LISTS = MATHEMATICS_OFFSET + 0x80
NODES = Words(_LISTS)
RANGES = Words(_LISTS + 0x10)
"""Sets in the making, one on top of another: pairs of first and last code point."""
SETS = Words(_LISTS + 0x20)
"""Finished sets: how many ranges, then these. A set is known by its index here."""
CODE = Words(_LISTS + 0x30)
NAMES = Words(_LISTS + 0x40)
"""Named groups: where the name begins in `NAME_TEXT`, how many units it has, the number of the group."""
NAME_TEXT = Words(_LISTS + 0x50)
"""The units of all names."""
STRINGS = Words(_LISTS + 0x60)
"""Strings of sets in the making: how many code points, then these."""
CLASSES = Words(_LISTS + 0x70)
"""Classes within classes that are being read."""
IMAGES = Words(_LISTS + 0x80)
"""Sets as they stand in programs."""
PLACES = Words(_LISTS + 0x90)
"""Indices of `CODE` where the place of a set stands, counted from the first until all code is there."""


@kernel
def begin_words(words: Words) -> None:
    """Let a list be empty."""
    words.base = 0
    words.count = 0
    words.capacity = 0


@kernel(cold=True)
def grow(words: Words, count: i64) -> bool:
    """Make room for so many words more; whether there is room now."""
    capacity: i64 = max(FIRST_CAPACITY, 2 * words.capacity)
    while capacity < words.count + count:
        capacity *= 2
    size = align8(DATA + 4 * capacity)
    if COMPILATION.failed != 0:
        return False
    store = Store(allocate(Kind.STORE, size))
    if address(store) == 0:
        # All is done again when there is room: twice as much as was needed until now, or it would be done many times.
        request_memory(2 * (COMPILATION.allocated + size))
        COMPILATION.failed = 1
        return False
    COMPILATION.allocated = COMPILATION.allocated + size
    store.length = 0
    store.capacity = capacity
    copy_bytes(address(store) + DATA, words.base, 4 * words.count)
    words.base = address(store) + DATA
    words.capacity = capacity
    return True


@kernel
def push(words: Words, value: i64) -> None:
    """Append a word."""
    if words.count == words.capacity and not grow(words, 1):
        return
    store_i32(words.base + 4 * words.count, value)
    words.count += 1


@kernel(inline=True)
def word_at(words: Words, index: i64) -> i64:
    """The word at an index, which must be in range."""
    return load_i32(words.base + 4 * index)


@kernel(inline=True)
def set_word(words: Words, index: i64, value: i64) -> None:
    """Set the word at an index, which must be in range."""
    store_i32(words.base + 4 * index, value)


@kernel(inline=True)
def is_over() -> bool:
    """Whether the compiler has to stop: there is a fault, or no memory."""
    return COMPILATION.error != 0 or COMPILATION.failed != 0


@kernel(cold=True)
def report(error: i64) -> None:
    """Note a fault, if it is the first."""
    if COMPILATION.error == 0:
        COMPILATION.error = error
