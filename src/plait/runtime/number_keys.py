"""Numbers as keys, which are the atoms of their digits, and a cache of the atoms of indices.

An entry is a word: the number plus 1 (upper half) and its atom. The cache is emptied by collections and when the table
of atoms grows. Fuel does not depend on it: while the table stays, finding an atom again costs the same, and numbers
whose atoms are hard to find are not cached.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    guess_i64,
    i64,
    kernel,
    likely,
    load_i64,
    shift_left,
    shift_right_logical,
    store_i64,
    to_f64,
)
from plait.memory.fuel import charge_work
from plait.memory.layouts import CONTEXT, MATHEMATICS_OFFSET, NUMBERS_ENTRIES, NUMBERS_OFFSET, StringObject
from plait.runtime.atoms import find_units, intern_units
from plait.runtime.display import MAX_SAFE_INTEGER, write_integer
from plait.runtime.dynamic import number_of
from plait.runtime.hashing import hash_units

NUMBER_FUEL = 16
"""What it costs that a number is a key."""

NO_INDEX = -1

MAX_INDEX = (1 << 32) - 2
"""The greatest index of an array."""

DIGITS_PLACE = MATHEMATICS_OFFSET + 0x300
"""Where the digits of a number stand that is used as a key."""

MOST_DIGITS = 24

LOWER_HALF = 0xFFFFFFFF


@kernel(inline=True)
def index_of_number(word: i64) -> i64:
    """The index that a number is, from 0 to MAX_INDEX, or NO_INDEX."""
    number = number_of(word)
    index = guess_i64(number)
    return index if to_f64(index) == number and index >= 0 and index <= MAX_INDEX else NO_INDEX


@kernel
def write_key(word: i64) -> i64:
    """Write the digits of an integer at DIGITS_PLACE; how many they are, 0 when the number is no safe integer."""
    number = number_of(word)
    integer = guess_i64(number)
    if to_f64(integer) != number or integer > MAX_SAFE_INTEGER or integer < -MAX_SAFE_INTEGER:
        return 0
    return write_integer(DIGITS_PLACE, integer)


@kernel(inline=True)
def entry_of_index(index: i64) -> i64:
    """Where the entry of an index stands."""
    return NUMBERS_OFFSET + 8 * (index & (NUMBERS_ENTRIES - 1))


@kernel
def find_number(word: i64, unusable: i64) -> i64:
    """The atom of a number, 0 when there is none; `unusable` for numbers that are no safe integers."""
    charge_work(NUMBER_FUEL)
    index = index_of_number(word)
    entry = load_i64(entry_of_index(index))
    if likely(shift_right_logical(entry, 32) == index + 1 and index != NO_INDEX):
        return entry & LOWER_HALF
    size = write_key(word)
    if size == 0:
        return unusable
    work = CONTEXT.work
    atom = address(find_units(DIGITS_PLACE, size, 1, hash_units(DIGITS_PLACE, size)))
    if atom != 0 and index != NO_INDEX and CONTEXT.work == work:
        store_i64(entry_of_index(index), shift_left(index + 1, 32) | atom)
        CONTEXT.cache_is_used = 1
    return atom


@kernel
def make_number(word: i64) -> StringObject:
    """The atom of a safe integer; what it may need has been reserved."""
    return intern_units(DIGITS_PLACE, write_key(word))
