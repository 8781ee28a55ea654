"""Hashes of words by what JavaScript's SameValueZero tells apart, and that comparison. A hash has 32 bits."""

from __future__ import annotations

from plait.kernel import (
    compare_bytes,
    divide,
    i64,
    kernel,
    load_block,
    load_u8,
    shift_left,
    shift_right_logical,
    unlikely,
    wrap_mul_i64,
)
from plait.memory.bigint_layouts import LIMB_SIZE, LIMBS, BigObject
from plait.memory.fuel import charge_work
from plait.memory.layouts import ABSENT, FIRST_NUMBER, INTERNED, SHARED, UNDEFINED, Kind, ObjectHeader, StringObject
from plait.runtime.dynamic import int64_of, is_int64, is_long, is_reference, is_same_long
from plait.runtime.strings import equal, units_of, width_of
from plait.runtime.value_kinds import identity_of

MULTIPLIER = 0x2545F4914F6CDD1D
MINUS_ZERO = FIRST_NUMBER - (1 << 63)
HASHED_BYTES_PER_FUEL = 2
FREE_LENGTH = 64
"""Of strings that are not longer, hashing and comparing the units is in the price."""


@kernel(inline=True)
def mixed(hashed: i64, word: i64) -> i64:
    """A hash that takes in 8 bytes more."""
    product = wrap_mul_i64(hashed ^ word, MULTIPLIER)
    return product ^ shift_right_logical(product, 29)


@kernel(inline=True)
def finished(hashed: i64) -> i64:
    """The 32 bits of a hash that everything has been taken into."""
    return shift_right_logical(wrap_mul_i64(hashed, MULTIPLIER), 32)


@kernel
def short_block(place: i64, size: i64) -> i64:
    """Less than 8 bytes as one number."""
    word = 0
    for distance in range(size):
        word |= shift_left(load_u8(place + distance), 8 * distance)
    return word


@kernel
def hash_units(place: i64, size: i64) -> i64:
    """The hash of the units at a place, `size` bytes."""
    hashed: i64 = size
    if size < 8:
        return finished(mixed(hashed, short_block(place, size)))
    block = place
    last = place + size - 8
    while block < last:
        hashed = mixed(hashed, load_block(block))
        block += 8
    return finished(mixed(hashed, load_block(last)))


@kernel
def hash_string(string: StringObject) -> i64:
    """The hash of a string's units."""
    size = string.length * width_of(string)
    place = units_of(string)
    if 0 < size < 8 and string.form & SHARED == 0:
        # An object's size is a multiple of 8.
        return finished(mixed(size, load_block(place) & ~shift_left(-1, 8 * size)))
    if unlikely(string.length > FREE_LENGTH):
        charge_work(divide(size, HASHED_BYTES_PER_FUEL))
    return hash_units(place, size)


@kernel(inline=True)
def normal_key(word: i64) -> i64:
    """The word by which a key is known: of the zeros, one. Nobody's key is `ABSENT`."""
    if unlikely(word == MINUS_ZERO):
        return FIRST_NUMBER
    return UNDEFINED if unlikely(word == ABSENT) else word


@kernel
def hash_reference(word: i64) -> i64:
    """The hash of what a reference leads to."""
    if ObjectHeader(word).kind == Kind.STRING:
        return hash_string(StringObject(word))
    if is_int64(word):
        return finished(mixed(1, int64_of(word)))
    if unlikely(is_long(word)):
        size = LIMB_SIZE * BigObject(word).length
        charge_work(divide(size, HASHED_BYTES_PER_FUEL))
        return hash_units(word + LIMBS, size)
    return finished(mixed(2, identity_of(word)))


@kernel(inline=True)
def hash_word(word: i64) -> i64:
    """The hash of a word that is a normal key."""
    if is_reference(word):
        return hash_reference(word)
    return finished(mixed(0, word))


@kernel
def is_same_content(a: i64, b: i64) -> bool:
    """Whether two words that differ are equal all the same, of which the first is a reference."""
    if not is_reference(b):
        return False
    if ObjectHeader(a).kind != Kind.STRING:
        return (is_int64(a) and is_int64(b) and int64_of(a) == int64_of(b)) or is_same_long(a, b)
    return ObjectHeader(b).kind == Kind.STRING and is_same_text(StringObject(a), StringObject(b))


@kernel
def is_same_text(a: StringObject, b: StringObject) -> bool:
    """Whether two strings have the same units, which is in the price of what compares short ones."""
    if a.length != b.length or a.form & b.form & INTERNED != 0 or width_of(a) != width_of(b):
        return False
    if a.length > FREE_LENGTH:
        return equal(a, b)
    return compare_bytes(units_of(a), units_of(b), a.length * width_of(a))
