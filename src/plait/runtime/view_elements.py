"""Elements of typed arrays where compiled code expects a certain kind of them: what it does in line."""

from __future__ import annotations

from plait.kernel import address, f64, guess_i64, i32, i64, kernel, likely, shift_left, to_f64
from plait.memory.byte_layouts import BufferObject, Element, ViewObject
from plait.memory.fuel import worked
from plait.memory.layouts import DATA
from plait.memory.record_layouts import HOLDS_VIEW, RecordObject
from plait.runtime import elements
from plait.runtime.byte_buffers import SHIFTS, first_byte, is_view, typed_view, view_length
from plait.runtime.value_kinds import is_record

NO_ELEMENT = 0


@kernel(inline=True)
def expected_view(value: i64, element: i64) -> ViewObject:
    """The view of a typed array whose elements are numbers of a kind, and which is as long as it was made; null for all
    other values.
    """
    if likely(is_record(value) and element <= Element.FLOAT64):
        record = RecordObject(value)
        view = ViewObject(record.inner)
        if likely(record.flags & HOLDS_VIEW != 0 and view.element == element and view.flags == 0):
            return view
    return ViewObject(0)


@kernel(inline=True)
def place_of_expected(value: i64, index: f64, element: i64) -> i64:
    """Where the element of a typed array of numbers of a kind stands; NO_ELEMENT for all other values and indices."""
    view = expected_view(value, element)
    if likely(address(view) != 0):
        place = guess_i64(index)
        buffer = BufferObject(view.buffer)
        shift: i64 = SHIFTS[element]
        is_within = to_f64(place) == index and 0 <= place < view.length
        if likely(is_within and view.offset + shift_left(view.length, shift) <= buffer.length):
            return buffer.bytes + DATA + view.offset + shift_left(place, shift)
    return NO_ELEMENT


@kernel(inline=True)
def elements_of_expected(value: i64, element: i64) -> tuple[i64, i64]:
    """Where the elements of a typed array of numbers of a kind begin, and how many there are; none of all other values.

    That stays so until an operation that `Flags.CHANGES_VIEWS` marks, or a collection.
    """
    view = expected_view(value, element)
    if likely(address(view) != 0):
        buffer = BufferObject(view.buffer)
        shift: i64 = SHIFTS[element]
        if likely(view.offset + shift_left(view.length, shift) <= buffer.length):
            return buffer.bytes + DATA + view.offset, view.length
        return 0, 0
    start, length = elements_of_tracking(value, element)
    return start, length


@kernel(cold=True)
def elements_of_tracking(value: i64, element: i64) -> tuple[i64, i64]:
    """As `elements_of_expected`, for typed arrays that are as long as their buffers, too."""
    view = typed_view(value)
    if address(view) == 0 or view.element != element or element > Element.FLOAT64:
        return 0, 0
    return first_byte(view), view_length(view)


@kernel(inline=True)
def data_view(value: i64) -> ViewObject:
    """The view that a `DataView` keeps; null for all other values."""
    if is_record(value):
        inner = RecordObject(value).inner
        if is_view(inner) and ViewObject(inner).element == Element.ANY:
            return ViewObject(inner)
    return ViewObject(0)


@kernel
def bytes_of_data(value: i64) -> tuple[i64, i64]:
    """Where the bytes of a `DataView` begin, and how many there are; none of all other values."""
    view = data_view(value)
    if address(view) == 0:
        return 0, 0
    return first_byte(view), view_length(view)


@kernel(cold=True)
def set_unexpected(value: i64, index: f64, word: i64) -> tuple[bool, i32]:
    """What `view.set` does where no number is set within a typed array of the kind that is expected."""
    is_set, outcome = elements.set_element(value, index, word)
    return is_set, worked(outcome)
