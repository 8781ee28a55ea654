"""Buffers of bytes and their views, range 0x0e: for programs that are compiled by flow.

What is no buffer or view throws BAD_CAST. Offsets and counts are whole numbers, as the library has checked; whatever
lies outside of a buffer is left out.
"""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, f64, guess_i64, i32, i64, kernel, shift_left, to_f64
from plait.memory.byte_layouts import DETACHED, RESIZABLE, TRACKING, BufferObject, Element, ViewObject
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ABSENT, MATHEMATICS_OFFSET, UNDEFINED, StringObject
from plait.native.table import NativeRange, native
from plait.runtime import byte_buffers, byte_elements, byte_parts, byte_texts
from plait.runtime.byte_buffers import (
    SHIFTS,
    is_buffer,
    is_outside,
    is_view,
    place_of_element,
    view_length,
)

BYTES = NativeRange.BYTES
THROWS = Flags.THROWS
WORKS = Flags.THROWS | Flags.WORKS
MAKES = WORKS | Flags.ALLOCATES
IN_PARTS = MAKES | Flags.CONTINUES
MAX_LENGTH = (1 << 32) - 64
ASIDE = MATHEMATICS_OFFSET + 64
"""Where the bytes of a number are turned round."""


@kernel
def size_of_number(number: f64) -> i64:
    """A whole number of bytes, at least 0."""
    if not number > 0.0:
        return 0
    return guess_i64(number) if number < to_f64(MAX_LENGTH) else MAX_LENGTH


@native(BYTES, 0x00, "bytes.newBuffer", "f64 f64 -> any", fuel=24, flags=MAKES)
@kernel
def new_buffer(length: f64, limit: f64) -> tuple[i64, i32]:
    """A buffer of bytes that are zero; it can be resized up to a limit of 0 or more."""
    most = size_of_number(limit) if limit >= 0.0 else -1
    word, outcome = byte_buffers.new_buffer(size_of_number(length), most)
    return word, outcome


@native(BYTES, 0x01, "bytes.isBuffer", "any -> bool", fuel=2)
@kernel
def is_buffer_word(word: i64) -> bool:
    """Whether a word is a buffer."""
    return is_buffer(word)


@native(BYTES, 0x02, "bytes.length", "any -> f64", fuel=2, flags=THROWS)
@kernel
def length_of(word: i64) -> tuple[f64, i32]:
    """How many bytes a buffer has."""
    if not is_buffer(word):
        return 0.0, ErrorCode.BAD_CAST
    return to_f64(BufferObject(word).length), Outcome.DONE


@native(BYTES, 0x03, "bytes.limit", "any -> f64", fuel=2, flags=THROWS)
@kernel
def limit_of(word: i64) -> tuple[f64, i32]:
    """Up to how many bytes a buffer can be resized; -1 when it cannot be, -2 when it is detached."""
    if not is_buffer(word):
        return 0.0, ErrorCode.BAD_CAST
    buffer = BufferObject(word)
    if buffer.flags & DETACHED != 0:
        return -2.0, Outcome.DONE
    return (to_f64(buffer.limit) if buffer.flags & RESIZABLE != 0 else -1.0), Outcome.DONE


@native(BYTES, 0x04, "bytes.resize", "any f64 -> bool", fuel=16, flags=MAKES | Flags.CHANGES_VIEWS)
@kernel
def resize(word: i64, length: f64) -> tuple[bool, i32]:
    """Gives a buffer another length; whether it can have that."""
    if not is_buffer(word):
        return False, ErrorCode.BAD_CAST
    buffer = BufferObject(word)
    size = size_of_number(length)
    if buffer.flags != RESIZABLE or size > buffer.limit:
        return False, Outcome.DONE
    outcome = byte_buffers.resize_buffer(buffer, size)
    return outcome == Outcome.DONE, outcome


@native(BYTES, 0x05, "bytes.take", "any -> any", fuel=16, flags=THROWS | Flags.ALLOCATES | Flags.CHANGES_VIEWS)
@kernel
def take(word: i64) -> tuple[i64, i32]:
    """A buffer with the bytes of another, which is detached then."""
    if not is_buffer(word):
        return UNDEFINED, ErrorCode.BAD_CAST
    taken, outcome = byte_buffers.take_bytes(BufferObject(word))
    return taken, outcome


@native(BYTES, 0x06, "bytes.copy", "any f64 any f64 f64 ->", fuel=16, flags=IN_PARTS)
@kernel
def copy(target: i64, to: f64, source: i64, start: f64, count: f64) -> i32:
    """Copies bytes from a buffer into another or within itself."""
    if not is_buffer(target) or not is_buffer(source):
        return ErrorCode.BAD_CAST
    return byte_parts.copy_between(
        BufferObject(target), size_of_number(to), BufferObject(source), size_of_number(start), size_of_number(count)
    )


@native(BYTES, 0x07, "bytes.newView", "any any i32 f64 f64 -> any", fuel=16, flags=THROWS | Flags.ALLOCATES)
@kernel
def new_view(buffer: i64, owner: i64, element: i32, offset: f64, length: f64) -> tuple[i64, i32]:
    """A view of a buffer, which programs know as another object, from a byte on, a multiple of the elements' size; it
    goes as far as the buffer if its length is below zero.
    """
    if not is_buffer(buffer) or element < 0 or element > Element.ANY:
        return UNDEFINED, ErrorCode.BAD_CAST
    first = size_of_number(offset)
    if first & (shift_left(1, SHIFTS[element]) - 1) != 0:
        return UNDEFINED, ErrorCode.BAD_CAST
    count = size_of_number(length) if length >= 0.0 else -1
    view, outcome = byte_buffers.new_view(buffer, owner, element, first, count)
    return view, outcome


@native(BYTES, 0x08, "bytes.view", "any i32 -> f64", fuel=3)
@kernel
def about_view(word: i64, which: i32) -> f64:
    """What a view is like: 0 the number of its elements' kind, 1 how many there are, 2 its first byte, 3 1 when it lies
    outside of its buffer, 4 1 when it goes as far as the buffer. -1 for what is no view.
    """
    if not is_view(word):
        return -1.0
    view = ViewObject(word)
    match which:
        case 0:
            return to_f64(view.element)
        case 1:
            return to_f64(view_length(view))
        case 2:
            return 0.0 if is_outside(view) else to_f64(view.offset)
        case 3:
            return 1.0 if is_outside(view) else 0.0
        case _:
            return 1.0 if view.flags & TRACKING != 0 else 0.0


@native(BYTES, 0x09, "bytes.owner", "any -> any", fuel=2)
@kernel
def owner(word: i64) -> i64:
    """The object that programs have of the buffer of a view; undefined for what is no view."""
    return ViewObject(word).owner if is_view(word) else UNDEFINED


@kernel(inline=True)
def is_typed(word: i64) -> bool:
    """Whether a word is a view whose bytes are elements of a kind: those of a `DataView` are read as any."""
    return is_view(word) and ViewObject(word).element != Element.ANY


@native(BYTES, 0x0A, "bytes.convert", "any f64 any f64 f64 ->", fuel=16, flags=IN_PARTS)
@kernel
def convert(target: i64, to: f64, source: i64, start: f64, count: f64) -> i32:
    """Sets elements of a view to those of another, one after the other."""
    if not is_typed(target) or not is_typed(source):
        return ErrorCode.BAD_CAST
    return byte_parts.convert_elements(
        ViewObject(target), size_of_number(to), ViewObject(source), size_of_number(start), size_of_number(count)
    )


@native(BYTES, 0x0B, "bytes.fill", "any any f64 f64 ->", fuel=16, flags=IN_PARTS)
@kernel
def fill(word: i64, value: i64, start: f64, end: f64) -> i32:
    """Sets the elements of a view from `start` to before `end` to a number or a bigint, as they are."""
    if not is_typed(word):
        return ErrorCode.BAD_CAST
    return byte_parts.fill_elements(ViewObject(word), value, size_of_number(start), size_of_number(end))


@native(BYTES, 0x0C, "bytes.indexOf", "any any f64 -> f64", fuel=16, flags=IN_PARTS)
@kernel
def index_of(word: i64, value: i64, start: f64) -> tuple[f64, i32]:
    """The first index from `start` on at which a view has a number or a bigint; -1 if nowhere."""
    if not is_typed(word):
        return -1.0, ErrorCode.BAD_CAST
    found, outcome = byte_parts.find_element(ViewObject(word), value, size_of_number(start))
    return to_f64(found), outcome


@native(BYTES, 0x0D, "bytes.read", "any i32 f64 bool -> any", fuel=8, flags=THROWS | Flags.ALLOCATES)
@kernel
def read(word: i64, element: i32, offset: f64, is_little: bool) -> tuple[i64, i32]:
    """What stands in a view of bytes at an offset; `ABSENT` when that lies outside."""
    if not is_view(word) or element < 0 or element >= Element.ANY:
        return UNDEFINED, ErrorCode.BAD_CAST
    view = ViewObject(word)
    size = shift_left(1, SHIFTS[element])
    if not byte_elements.lies_within(view, offset, size):
        return ABSENT, Outcome.DONE
    byte_elements.turn_bytes(place_of_element(view, guess_i64(offset)), ASIDE, size, not is_little)
    result, outcome = byte_elements.word_at(ASIDE, element)
    return result, outcome


@native(BYTES, 0x0E, "bytes.write", "any i32 f64 any bool -> bool", fuel=8, flags=THROWS)
@kernel
def write(word: i64, element: i32, offset: f64, value: i64, is_little: bool) -> tuple[bool, i32]:
    """Writes a number or a bigint into a view of bytes at an offset; false when that lies outside."""
    if not is_view(word) or element < 0 or element >= Element.ANY:
        return False, ErrorCode.BAD_CAST
    view = ViewObject(word)
    size = shift_left(1, SHIFTS[element])
    if not byte_elements.lies_within(view, offset, size):
        return False, Outcome.DONE
    if not byte_elements.put_word(ASIDE, element, value):
        return False, ErrorCode.BAD_CAST
    byte_elements.turn_bytes(ASIDE, place_of_element(view, guess_i64(offset)), size, not is_little)
    return True, Outcome.DONE


@native(BYTES, 0x0F, "bytes.encode", "string -> any", fuel=24, flags=MAKES)
@kernel
def encode(text: StringObject) -> tuple[i64, i32]:
    """A buffer with the bytes of a text in UTF-8; half pairs are replaced."""
    if address(text) == 0:
        return UNDEFINED, ErrorCode.NULL_REFERENCE
    buffer, outcome = byte_texts.encode(text)
    return buffer, outcome


@native(BYTES, 0x10, "bytes.decode", "any f64 f64 i32 -> any", fuel=24, flags=MAKES)
@kernel
def decode(word: i64, start: f64, end: f64, encoding: i32) -> tuple[i64, i32]:
    """The text of bytes: 0 one a unit, 1 two a unit (from an even place), 2 UTF-8, 3 UTF-8 that has to be right (else
    the result is `ABSENT`).
    """
    if not is_buffer(word):
        return UNDEFINED, ErrorCode.BAD_CAST
    buffer = BufferObject(word)
    first = size_of_number(start)
    last = min(size_of_number(end), buffer.length)
    if first > last or (encoding == 1 and first & 1 != 0):
        return UNDEFINED, ErrorCode.BAD_CAST
    match encoding:
        case 0:
            text, outcome = byte_texts.text_of_bytes(buffer, first, last)
        case 1:
            text, outcome = byte_texts.text_of_units(buffer, first, last)
        case _:
            text, outcome = byte_texts.decode(buffer, first, last, encoding == 3)
    return (ABSENT if address(text) == 0 else address(text)), outcome
