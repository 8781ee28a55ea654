"""What words are as keys of properties: atoms and symbols, and the indices of lists and strings."""

from __future__ import annotations

from plait.kernel import address, i64, kernel, load_i64, shift_left
from plait.memory.layouts import StringObject
from plait.runtime.atoms import atom_need, intern, is_atom, known_atom
from plait.runtime.dynamic import is_number
from plait.runtime.number_keys import MAX_INDEX, MOST_DIGITS, NO_INDEX, find_number, index_of_number, make_number
from plait.runtime.strings import unit_at, units_of, width_of
from plait.runtime.value_kinds import is_string, is_symbol

UNKNOWN = 0
"""No object has such a key."""

UNUSABLE = -1
"""The word is no key that kernels know."""

MAX_INDEX_LENGTH = 10

ZERO = ord("0")
NINE = ord("9")
MINUS = ord("-")
LETTER_I = ord("I")
LETTER_N = ord("N")


@kernel(reads=True)
def is_short_text(text: StringObject, expected: i64, length: i64) -> bool:
    """Whether a string is the one of 1 to 7 units of a byte that an integer holds, lowest first."""
    if text.length != length or width_of(text) != 1:
        return False
    return load_i64(units_of(text)) & (shift_left(1, 8 * length) - 1) == expected


TEXT_LENGTH = int.from_bytes(b"length", "little")


@kernel(reads=True)
def is_length(word: i64) -> bool:
    """Whether a key is "length"."""
    return is_string(word) and is_short_text(StringObject(word), TEXT_LENGTH, 6)


@kernel
def may_spell_number(word: i64) -> bool:
    """Whether a key begins as the text of a number does: by a digit, `-`, or as `Infinity` and `NaN`. Numbers do."""
    if not is_string(word):
        return is_number(word)
    text = StringObject(word)
    if text.length == 0:
        return False
    unit = unit_at(text, 0)
    return (unit >= ZERO and unit <= NINE) or unit == MINUS or unit == LETTER_I or unit == LETTER_N


@kernel
def find_key_of(word: i64) -> i64:
    """The atom or symbol that a word is as a key; UNKNOWN when no object has it, UNUSABLE for other words."""
    if is_string(word):
        return address(known_atom(StringObject(word)))
    if is_number(word):
        return find_number(word, UNUSABLE)
    return word if is_symbol(word) else UNUSABLE


@kernel
def key_need(word: i64) -> i64:
    """How many bytes it may take to make a key of a word that is not UNUSABLE."""
    if is_number(word):
        return atom_need(MOST_DIGITS)
    if is_symbol(word) or is_atom(StringObject(word)):
        return 0
    text = StringObject(word)
    return atom_need(text.length * width_of(text))


@kernel
def make_key_of(word: i64) -> i64:
    """As `find_key_of`, but makes the atom that is not there. There is room (`key_need`)."""
    if is_number(word):
        return address(make_number(word))
    return word if is_symbol(word) else address(intern(StringObject(word)))


@kernel(reads=True)
def index_of(word: i64) -> i64:
    """The index that a number or string is, from 0 to MAX_INDEX, or NO_INDEX."""
    if is_number(word):
        return index_of_number(word)
    return index_of_text(StringObject(word)) if is_string(word) else NO_INDEX


@kernel(reads=True)
def index_of_text(text: StringObject) -> i64:
    """The index that a string spells as JavaScript does, or NO_INDEX."""
    length = text.length
    if length == 0 or length > MAX_INDEX_LENGTH:
        return NO_INDEX
    first = unit_at(text, 0)
    if first < ZERO or first > ZERO + 9 or (first == ZERO and length > 1):
        return NO_INDEX
    index = 0
    for position in range(length):
        digit = unit_at(text, position) - ZERO
        if digit < 0 or digit > 9:
            return NO_INDEX
        index = 10 * index + digit
    return index if index <= MAX_INDEX else NO_INDEX
