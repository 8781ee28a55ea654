"""Kernels that apply a runtime kernel to a whole array, so that both back ends can be fed many arguments in one call.

Each reads `count` items at `source`, writes its results at `destination` and gives the number of bytes written.
"""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    f64,
    f64_of,
    i32,
    i64,
    is_nan,
    kernel,
    load_f64,
    load_i32,
    load_i64,
    load_u8,
    store_f64,
    store_i32,
    store_i64,
    store_u8,
)
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT, DATA, StringObject
from plait.runtime.conversion import wrap_to_i32
from plait.runtime.display import (
    boolean_to_string,
    integer_length,
    integer_to_string,
    number_to_display,
    number_to_string,
    write_integer,
)
from plait.runtime.float_remainder import float_remainder
from plait.runtime.power import power
from plait.runtime.shortest import shortest

HEAP_TOP = 0x2000
LINE_BREAK = ord("\n")
CANONICAL_NAN = 0x7FF8 << 48


@kernel
def put_number(destination: i64, value: f64) -> None:
    """Store a number; every NaN as the same one."""
    if is_nan(value):
        store_f64(destination, f64_of(CANONICAL_NAN))
    else:
        store_f64(destination, value)


@kernel
def powers(source: i64, destination: i64, count: i64) -> i64:
    """Pairs of f64 to f64."""
    for index in range(count):
        put_number(destination + 8 * index, power(load_f64(source + 16 * index), load_f64(source + 16 * index + 8)))
    return 8 * count


@kernel
def remainders(source: i64, destination: i64, count: i64) -> i64:
    """Pairs of f64 to f64."""
    for index in range(count):
        value = float_remainder(load_f64(source + 16 * index), load_f64(source + 16 * index + 8))
        put_number(destination + 8 * index, value)
    return 8 * count


@kernel
def wrapped(source: i64, destination: i64, count: i64) -> i64:
    """f64 to i32."""
    for index in range(count):
        store_i32(destination + 4 * index, wrap_to_i32(load_f64(source + 8 * index)))
    return 4 * count


@kernel
def shortest_digits(source: i64, destination: i64, count: i64) -> i64:
    """f64 to pairs of i64: digits and exponent."""
    for index in range(count):
        digits, exponent = shortest(load_f64(source + 8 * index))
        store_i64(destination + 16 * index, digits)
        store_i64(destination + 16 * index + 8, exponent)
    return 16 * count


@kernel
def put_line(destination: i64, string: StringObject, outcome: i32) -> i64:
    """Write the text of a new string and a line break, and give the room of the string back."""
    assert outcome == Outcome.DONE, "there is room"
    assert string.form == 1, "a number is spelled in ASCII"
    copy_bytes(destination, address(string) + DATA, string.length)
    store_u8(destination + string.length, LINE_BREAK)
    CONTEXT.heap_top = HEAP_TOP
    return destination + string.length + 1


@kernel
def number_lines(source: i64, destination: i64, count: i64) -> i64:
    """f64 to lines."""
    end = destination
    for index in range(count):
        string, outcome = number_to_string(load_f64(source + 8 * index))
        end = put_line(end, string, outcome)
    return end - destination


@kernel
def display_lines(source: i64, destination: i64, count: i64) -> i64:
    """f64 to lines, as the console shows them."""
    end = destination
    for index in range(count):
        string, outcome = number_to_display(load_f64(source + 8 * index))
        end = put_line(end, string, outcome)
    return end - destination


@kernel
def i32_lines(source: i64, destination: i64, count: i64) -> i64:
    """i32 to lines."""
    end = destination
    for index in range(count):
        string, outcome = integer_to_string(load_i32(source + 4 * index))
        end = put_line(end, string, outcome)
    return end - destination


@kernel
def boolean_lines(source: i64, destination: i64, count: i64) -> i64:
    """Bytes to lines."""
    end = destination
    for index in range(count):
        string, outcome = boolean_to_string(load_u8(source + index) != 0)
        end = put_line(end, string, outcome)
    return end - destination


@kernel
def i64_lines(source: i64, destination: i64, count: i64) -> i64:
    """i64 to lines, without making strings."""
    end = destination
    for index in range(count):
        value = load_i64(source + 8 * index)
        written = write_integer(end, value)
        assert written == integer_length(value), "the length is known in advance"
        store_u8(end + written, LINE_BREAK)
        end += written + 1
    return end - destination


@kernel
def outcomes(source: i64, destination: i64, count: i64) -> i64:
    """f64 to triples of i64: the string (or null), the outcome, and how far the top of the heap was moved."""
    for index in range(count):
        top = CONTEXT.heap_top
        string, outcome = number_to_display(load_f64(source + 8 * index))
        store_i64(destination + 24 * index, address(string))
        store_i64(destination + 24 * index + 8, outcome)
        store_i64(destination + 24 * index + 16, CONTEXT.heap_top - top)
        CONTEXT.heap_top = top
    return 24 * count


ALL = (
    powers,
    remainders,
    wrapped,
    shortest_digits,
    number_lines,
    display_lines,
    i32_lines,
    boolean_lines,
    i64_lines,
    outcomes,
)
