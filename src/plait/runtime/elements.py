"""Elements of any value by a number: what `element.get` and `element.set` do where the value is no list that has it."""

from __future__ import annotations

from plait.kernel import address, f64, guess_i64, i32, i64, kernel, to_f64
from plait.memory.errors import Outcome
from plait.memory.layouts import ABSENT, UNDEFINED, ArrayObject, StringObject
from plait.runtime import byte_elements, lists
from plait.runtime.byte_buffers import typed_view
from plait.runtime.number_keys import MAX_INDEX
from plait.runtime.strings import unit_at
from plait.runtime.substrings import unit_string
from plait.runtime.value_kinds import is_list, is_string


@kernel
def get_element(value: i64, index: f64) -> tuple[i64, i32]:
    """The element of a list or of a view in a record, or the unit of a string, at an index; undefined outside, ABSENT
    for other values, and for numbers that are no indices but may be keys of a list.
    """
    place = guess_i64(index)
    is_whole = to_f64(place) == index
    if is_list(value):
        array = ArrayObject(value)
        if is_whole and 0 <= place <= MAX_INDEX:
            return lists.element(array, place), Outcome.DONE
        return (UNDEFINED if array.properties == 0 else ABSENT), Outcome.DONE
    if not is_string(value):
        view = typed_view(value)
        if address(view) == 0:
            return ABSENT, Outcome.DONE
        element, made = byte_elements.get_element(view, index)
        return element, made
    text = StringObject(value)
    if not is_whole or place < 0 or place >= text.length:
        return UNDEFINED, Outcome.DONE
    unit, outcome = unit_string(unit_at(text, place))
    return address(unit), outcome


@kernel
def set_element(value: i64, index: f64, word: i64) -> tuple[bool, i32]:
    """Set an element of a list, or add one at its end or not far behind, or set one of a view; whether it is done."""
    place = guess_i64(index)
    if not is_list(value):
        view = typed_view(value)
        return (address(view) != 0 and byte_elements.set_element(view, index, word)), Outcome.DONE
    if to_f64(place) != index or place < 0:
        return False, Outcome.DONE
    is_set, outcome = lists.set_element(ArrayObject(value), place, word)
    return is_set, outcome
