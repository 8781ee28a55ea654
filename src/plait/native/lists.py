"""Elements of lists and strings, range 0x13: for programs that are compiled by flow."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, bool_to_i32, f64, guess_i64, i32, i64, kernel, likely, load_i64, to_f64
from plait.memory.barrier import store_element_word
from plait.memory.byte_layouts import ViewObject
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import worked
from plait.memory.layouts import ABSENT, DATA, ArrayObject, StringObject
from plait.memory.record_layouts import HOLDS_VIEW, INTEGRITY, IS_SPECIAL, LENGTH_IS_FIXED, RecordObject
from plait.native.table import NativeRange, native
from plait.runtime import elements, lists, property_sites
from plait.runtime.byte_buffers import view_length
from plait.runtime.byte_elements import number_at, put_number
from plait.runtime.dynamic import box_number, is_number, is_reference, number_of
from plait.runtime.lists import EXTENSIBLE
from plait.runtime.strings import unit_at
from plait.runtime.value_kinds import is_list, is_record, is_string
from plait.runtime.view_elements import NO_ELEMENT, place_of_expected

LIST = NativeRange.LIST
ELEMENT_GETS = Flags.ALLOCATES | Flags.DECLINES
ELEMENT_SETS = Flags.ALLOCATES | Flags.WORKS_SELDOM | Flags.DECLINES
FINDS_LENGTH = Flags.ALLOCATES | Flags.WORKS_SELDOM | Flags.HAS_SITE | Flags.DECLINES


@kernel(inline=True)
def element_within(value: i64, index: f64) -> tuple[i64, bool]:
    """The usual case of `get_element`: a list that has an element there."""
    if likely(is_list(value)):
        store = ArrayObject(value).store
        place = guess_i64(index)
        if likely(to_f64(place) == index and 0 <= place < store.length):
            return load_i64(address(store) + DATA + 8 * place), True
    return ABSENT, False


@native(LIST, 0x00, "element.get", "any f64 -> any", fuel=4, flags=ELEMENT_GETS, usual=element_within)
@kernel(inline=True)
def get_element(value: i64, index: f64) -> tuple[i64, i32]:
    """The element of a list or of a view in a record, or the unit of a string, at an index; undefined outside, `ABSENT`
    for holes and for other values.
    """
    found, is_found = element_within(value, index)
    if likely(is_found):
        return found, Outcome.DONE
    result, outcome = elements.get_element(value, index)
    return result, outcome


@kernel(inline=True)
def set_within(value: i64, index: f64, word: i64) -> bool:
    """The usual case of `set_element`: a list that has an element there."""
    if likely(is_list(value)):
        array = ArrayObject(value)
        place = guess_i64(index)
        is_within = to_f64(place) == index and 0 <= place < array.store.length
        if likely(is_within and array.flags & (INTEGRITY | IS_SPECIAL) == EXTENSIBLE):
            store_element_word(array.store, place, word)
            return True
    return False


@native(LIST, 0x01, "element.set", "any f64 any -> bool", fuel=6, flags=ELEMENT_SETS, usual=set_within)
@kernel(inline=True)
def set_element(value: i64, index: f64, word: i64) -> tuple[bool, i32]:
    """Sets an element of a list, or adds one at its end or not far behind; whether that has been done.

    An element of a view in a record is set to what can stand there as it is; nothing outside.
    """
    if likely(set_within(value, index, word)):
        return True, Outcome.DONE
    is_set, outcome = elements.set_element(value, index, word)
    return is_set, worked(outcome)


@native(LIST, 0x02, "list.setLength", "array(any) i32 ->", flags=Flags.ALLOCATES | Flags.WORKS | Flags.THROWS)
@kernel
def set_length(array: ArrayObject, length: i32) -> i32:
    """Makes the list shorter, or longer by holes; nothing when its integrity forbids it.

    Throws INVALID_LENGTH below zero.
    """
    if address(array) == 0:
        return ErrorCode.NULL_REFERENCE
    _, outcome = lists.set_length(array, length)
    return outcome


@native(LIST, 0x03, "list.isPlain", "any -> bool", fuel=2)
@kernel(inline=True)
def is_plain(value: i64) -> bool:
    """Whether a value is a list whose elements and length are ordinary."""
    return is_list(value) and ArrayObject(value).flags & IS_SPECIAL == 0


@native(LIST, 0x04, "list.fixLength", "any ->", fuel=2)
@kernel
def fix_length(value: i64) -> None:
    """Lets the length of a list not be assigned any more."""
    if is_list(value):
        array = ArrayObject(value)
        array.flags = array.flags | LENGTH_IS_FIXED


@native(LIST, 0x05, "view.get", "any f64 i32 -> any", fuel=4, flags=Flags.ALLOCATES)
@kernel(inline=True)
def get_view_element(value: i64, index: f64, element: i32) -> tuple[i64, i32]:
    """As `element.get`; the value is probably a typed array whose elements are of this kind."""
    place = place_of_expected(value, index, element)
    if likely(place != NO_ELEMENT):
        return box_number(number_at(place, element)), Outcome.DONE
    result, outcome = elements.get_element(value, index)
    return result, outcome


@native(LIST, 0x06, "view.set", "any f64 any i32 -> bool", fuel=6, flags=Flags.ALLOCATES | Flags.WORKS_SELDOM)
@kernel(inline=True)
def set_view_element(value: i64, index: f64, word: i64, element: i32) -> tuple[bool, i32]:
    """As `element.set`; the value is probably a typed array whose elements are of this kind."""
    if likely(is_number(word)):
        place = place_of_expected(value, index, element)
        if likely(place != NO_ELEMENT):
            put_number(place, element, number_of(word))
            return True, Outcome.DONE
    is_set, outcome = elements.set_element(value, index, word)
    return is_set, worked(outcome)


@native(LIST, 0x08, "text.unitIs", "any f64 i32 -> i32", fuel=3)
@kernel(inline=True)
def unit_is(value: i64, index: f64, unit: i32) -> i32:
    """Whether a text has a unit at an index, and no other there: 1 or 0; -1 for all other values."""
    if likely(is_string(value)):
        text = StringObject(value)
        place = guess_i64(index)
        if likely(to_f64(place) == index and 0 <= place < text.length):
            return bool_to_i32(unit_at(text, place) == unit)
        return 0
    return -1


@kernel(inline=True)
def length_at_once(value: i64, key: i64, site: i64) -> tuple[i64, bool]:
    """The usual case of `length_of`: a list, a string or a typed array."""
    if likely(is_reference(value)):
        if is_list(value):
            return box_number(to_f64(ArrayObject(value).store.length)), True
        if is_string(value):
            return box_number(to_f64(StringObject(value).length)), True
        if is_record(value) and RecordObject(value).flags & HOLDS_VIEW != 0:
            return box_number(to_f64(view_length(ViewObject(RecordObject(value).inner)))), True
    return ABSENT, False


@native(LIST, 0x07, "value.length", "any any -> any", flags=FINDS_LENGTH, usual=length_at_once)
@kernel(inline=True)
def length_of(value: i64, key: i64, site: i64) -> tuple[i64, i32]:
    """As `property.get` of the key `length`: at once of lists, strings and typed arrays."""
    length, is_known = length_at_once(value, key, site)
    if likely(is_known):
        return length, Outcome.DONE
    result, outcome = property_sites.get_property_at(site, value, key)
    return result, worked(outcome)
