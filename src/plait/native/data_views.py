"""What a `DataView` reads and writes where the call stands, range 0x0e. All else its methods do.

A *form* is the `Element` of a number of at most 64 bits that is no bigint, and `BIG_ENDIAN` if its first byte is the
highest.
"""

from __future__ import annotations

from plait.kernel import address, f64, guess_i64, i32, i64, kernel, shift_left
from plait.memory.byte_layouts import BIG_ENDIAN, Element
from plait.memory.layouts import ABSENT
from plait.native.byte_arrays import ASIDE
from plait.native.table import NativeRange, native
from plait.runtime.byte_buffers import SHIFTS, place_of_element
from plait.runtime.byte_elements import lies_within, number_at, put_number, turn_bytes
from plait.runtime.dynamic import box_number, is_number, number_of
from plait.runtime.view_elements import data_view

BYTES = NativeRange.BYTES


@kernel(inline=True)
def element_of(form: i64) -> i64:
    """The element of a form; ANY for what is none."""
    element = form & (BIG_ENDIAN - 1)
    return element if element <= Element.FLOAT64 and 0 <= form < 2 * BIG_ENDIAN else Element.ANY


@native(BYTES, 0x11, "data.isView", "any -> bool", fuel=2)
@kernel(inline=True)
def is_data_view(value: i64) -> bool:
    """Whether a value is a record that keeps a view of bytes that are read as anything."""
    return address(data_view(value)) != 0


@native(BYTES, 0x12, "data.get", "any f64 i32 -> any", fuel=6)
@kernel
def get_data(value: i64, offset: f64, form: i32) -> i64:
    """The number of a form at an offset in a `DataView`; `ABSENT` when there is none, and for all other values."""
    view = data_view(value)
    element = element_of(form)
    size = shift_left(1, SHIFTS[element])
    if address(view) == 0 or element == Element.ANY or not lies_within(view, offset, size):
        return ABSENT
    turn_bytes(place_of_element(view, guess_i64(offset)), ASIDE, size, form >= BIG_ENDIAN)
    return box_number(number_at(ASIDE, element))


@native(BYTES, 0x13, "data.set", "any f64 any i32 -> bool", fuel=6)
@kernel
def set_data(value: i64, offset: f64, word: i64, form: i32) -> bool:
    """Writes a number in a form at an offset in a `DataView`; false when it lies outside, and for all other values."""
    view = data_view(value)
    element = element_of(form)
    size = shift_left(1, SHIFTS[element])
    is_there = address(view) != 0 and element != Element.ANY
    if not is_there or not is_number(word) or not lies_within(view, offset, size):
        return False
    put_number(ASIDE, element, number_of(word))
    turn_bytes(ASIDE, place_of_element(view, guess_i64(offset)), size, form >= BIG_ENDIAN)
    return True
