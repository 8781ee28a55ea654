"""Elements of views: bytes as numbers, and numbers as bytes, as ECMAScript converts them."""

from __future__ import annotations

from plait.kernel import (
    absolute,
    f64,
    f64_of_single,
    guess_i64,
    i32,
    i64,
    kernel,
    likely,
    load_f64,
    load_i8,
    load_i16,
    load_i32,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    single_bits_of,
    store_f64,
    store_i64,
    store_u8,
    store_u16,
    store_u32,
    to_f64,
    wrap_u8,
    wrap_u16,
    wrap_u32,
)
from plait.memory.byte_layouts import Element, ViewObject
from plait.memory.errors import Outcome
from plait.memory.layouts import UNDEFINED
from plait.runtime.bigints import is_bigint, low_bits, of_unsigned
from plait.runtime.byte_buffers import place_of_element, view_length
from plait.runtime.conversion import wrap_to_i32
from plait.runtime.dynamic import box_int64, box_number, is_number, number_of
from plait.runtime.half_floats import bits_of_half, half_of_bits

EXACT = 4503599627370496.0
"""Below it a number cut to an integer fits an i64."""


@kernel(inline=True)
def wrapped(number: f64) -> i64:
    """A number cut to an integer, of which the lower 32 bits count."""
    if likely(absolute(number) < EXACT):
        return guess_i64(number)
    return wrap_to_i32(number)


@kernel(inline=True)
def clamped(number: f64) -> i64:
    """The nearest integer from 0 to 255, the even one of two as near; 0 for NaN."""
    above = number if number > 0.0 else 0.0
    bounded = above if above < 255.0 else 255.0
    # What has no room for a fraction is rounded so.
    return guess_i64((bounded + EXACT) - EXACT)


@kernel(inline=True)
def number_at(place: i64, element: i64) -> f64:
    """The number that stands at a place, which is none of 64 bits but a float."""
    match element:
        case Element.INT8:
            return to_f64(load_i8(place))
        case Element.UINT8 | Element.CLAMPED:
            return to_f64(load_u8(place))
        case Element.INT16:
            return to_f64(load_i16(place))
        case Element.UINT16:
            return to_f64(load_u16(place))
        case Element.INT32:
            return to_f64(load_i32(place))
        case Element.UINT32:
            return to_f64(load_u32(place))
        case Element.FLOAT16:
            return half_of_bits(load_u16(place))
        case Element.FLOAT32:
            return f64_of_single(load_u32(place))
        case _:
            return load_f64(place)


@kernel(inline=True)
def is_big(element: i64) -> bool:
    """Whether elements are bigints."""
    return element == Element.BIG_INT64 or element == Element.BIG_UINT64


@kernel(inline=True)
def put_number(place: i64, element: i64, number: f64) -> None:
    """Write a number at a place."""
    match element:
        case Element.INT8 | Element.UINT8:
            store_u8(place, wrap_u8(wrapped(number)))
        case Element.CLAMPED:
            store_u8(place, clamped(number))
        case Element.INT16 | Element.UINT16:
            store_u16(place, wrap_u16(wrapped(number)))
        case Element.INT32 | Element.UINT32:
            store_u32(place, wrap_u32(wrapped(number)))
        case Element.FLOAT16:
            store_u16(place, wrap_u16(bits_of_half(number)))
        case Element.FLOAT32:
            store_u32(place, single_bits_of(number))
        case _:
            store_f64(place, number)


@kernel
def word_at(place: i64, element: i64) -> tuple[i64, i32]:
    """What stands at a place, as a word."""
    if not is_big(element):
        return box_number(number_at(place, element)), Outcome.DONE
    if element == Element.BIG_UINT64:
        unsigned, made = of_unsigned(load_i64(place))
        return unsigned, made
    word, outcome = box_int64(load_i64(place))
    return word, outcome


@kernel
def put_word(place: i64, element: i64, word: i64) -> bool:
    """Write a number or a bigint at a place; False for what does not stand in such elements."""
    if is_big(element):
        if not is_bigint(word):
            return False
        store_i64(place, low_bits(word))
        return True
    if not is_number(word):
        return False
    put_number(place, element, number_of(word))
    return True


@kernel
def get_element(view: ViewObject, index: f64) -> tuple[i64, i32]:
    """The element of a view at an index, undefined outside."""
    place = guess_i64(index)
    if to_f64(place) != index or place < 0 or place >= view_length(view):
        return UNDEFINED, Outcome.DONE
    word, outcome = word_at(place_of_element(view, place), view.element)
    return word, outcome


@kernel
def set_element(view: ViewObject, index: f64, word: i64) -> bool:
    """Set an element of a view, nothing outside; False when the word has to be converted first."""
    place = guess_i64(index)
    if to_f64(place) != index or place < 0 or place >= view_length(view):
        return is_number(word) != is_big(view.element) and (is_number(word) or is_bigint(word))
    return put_word(place_of_element(view, place), view.element, word)


@kernel
def turn_bytes(source: i64, goal: i64, size: i64, is_turned: bool) -> None:
    """Copy the bytes of a number, the other way round or as they are."""
    for index in range(size):
        store_u8(goal + index, load_u8(source + (size - 1 - index if is_turned else index)))


@kernel
def lies_within(view: ViewObject, offset: f64, size: i64) -> bool:
    """Whether so many bytes stand in a view of bytes at an offset."""
    place = guess_i64(offset)
    return to_f64(place) == offset and place >= 0 and place + size <= view_length(view)
