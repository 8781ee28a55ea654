"""Kernels that the tests run under both back ends."""

from __future__ import annotations

import math
from enum import IntEnum

from plait.kernel import (
    ConstantTable,
    Struct,
    add_u64,
    address,
    at,
    bool_to_i32,
    f64,
    fmod,
    i8,
    i16,
    i32,
    i64,
    kernel,
    likely,
    load_i32,
    load_u8,
    native_stack_short,
    offset_of,
    size_of,
    store_i64,
    store_u8,
    to_u64,
    u8,
    u16,
    u32,
    u64,
    unlikely,
    unreachable,
    wrap_i32,
)


class Color(IntEnum):
    """For constants."""

    RED = 3
    GREEN = 40


class Buffer(Struct):
    """For field access."""

    kind: u32
    length: u32


class Node(Struct):
    """Every kind of field."""

    flag: bool
    small: i8
    half: i16
    byte: u8
    next: Node
    buffer: Buffer
    wide: i64
    huge: u64
    number: f64
    low: u32 = at(32)
    high: u32 = at(36)


ROOT = Node(128)
FIRST = 100
INFINITE = math.inf
POWERS = ConstantTable(u64, [10**n for n in range(20)])
SMALL = ConstantTable(i16, [-3, 7, 32767, -32768])
HALVES = ConstantTable(f64, [0.5, -0.0, 1e300])


@kernel
def total(buffer: Buffer, limit: i32) -> i64:
    """The example of the manual."""
    result = 0
    for index in range(min(buffer.length, limit)):
        result += load_i32(address(buffer) + 16 + 4 * index)
    return result


@kernel(inline=True)
def pair(a: i32, b: i32) -> tuple[i32, i64]:
    """Two results."""
    return wrap_i32(a + b), a * b


@kernel
def swapped(a: i32, b: i32) -> tuple[i32, i64]:
    """Passes on two results."""
    return pair(b, a)


@kernel
def use_pair(a: i32, b: i32) -> i64:
    """Unpacks results."""
    first, second = swapped(a, b)
    return second - first


@kernel(cold=True)
def triple(a: i64, b: f64, c: bool) -> tuple[i64, f64, bool, i64, u8]:
    """More results than registers hold."""
    return a + 1, b * 2.0, not c, a, 7


@kernel
def use_triple(a: i64, b: f64) -> f64:
    """Unpacks many results of different types."""
    p, q, r, s, t = triple(a, b, a > 5)
    return q if r else float_of(p + s + t)


@kernel
def float_of(n: i64) -> f64:
    """By repeated addition."""
    result = 0.0
    while n > 0:
        result += 1.0
        n -= 1
    return result


@kernel
def fibonacci(n: i32) -> i64:
    """Recursion."""
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


@kernel
def is_even(n: i64) -> bool:
    """Mutual recursion, bool result."""
    return True if n == 0 else is_odd(n - 1)


@kernel
def is_odd(n: i64) -> bool:
    """The other half."""
    return False if n == 0 else is_even(n - 1)


@kernel
def classify(n: i64) -> i64:
    """A match with many arms, several values and nested ones."""
    result = 0
    match n:
        case 1 | 2 | -9:
            result = 10
        case Color.RED:
            result = 20
        case 5:
            match n + 1:
                case 6:
                    result = 61
                case _:
                    result = 62
        case 6:
            return -6
        case 7 | 40:
            pass
        case 1000000007:
            result = 99
        case _:
            result = -1
    return result + 1


@kernel
def small_match(n: i32) -> i64:
    """A match that is a chain, without default."""
    result = 5
    match n:
        case 1:
            result = 6
        case 2 | 3:
            result = 7
    return result


@kernel
def ranges(start: i64, stop: i64) -> i64:
    """continue must still step, break must leave, and the target keeps its last value."""
    result = 0
    index = -1
    for index in range(start, stop, 3):
        if index & 1 == 0:
            continue
        if index > 100:
            break
        result = result * 7 + index
        index = 5  # noqa: PLW2901 (the loop must not notice)
    for down in range(stop, start, -2):
        result = result ^ down
    for _ in range(3):
        result += 1
    return result * 3 + index


@kernel
def up_to_the_end(distance: i64) -> i64:
    """A range whose next value would not fit i64."""
    count = 0
    for _ in range(9223372036854775807 - distance, 9223372036854775807, 4):
        count += 1
    for _ in range(-9223372036854775808 + distance, -9223372036854775808, -5):
        count += 100
    return count


@kernel
def loops(n: i64) -> i64:
    """while with break and continue, and an endless loop."""
    result = 0
    while n > 0:
        n -= 1
        if n == 3:
            continue
        result += n
        if result > 1000:
            break
    while True:
        result -= 7
        if result < 0:
            return result


@kernel
def touch(offset: i32) -> bool:
    """An effect to be counted."""
    store_u8(offset, load_u8(offset) + 1)
    return load_u8(offset) > 1


@kernel
def short_circuit(a: bool, b: bool) -> i64:
    """What is not needed is not evaluated."""
    result = bool_to_i32(a and touch(100)) + 2 * bool_to_i32(b or touch(101))
    if unlikely(a or touch(102)) and likely(not b):
        result += 4
    if not (a and b) or touch(103):
        result += 8
    result += 16 if touch(104) else 32 if touch(104) else 64
    return result


@kernel
def order(n: i64) -> i64:
    """Arguments are evaluated from left to right."""
    return next_number(1) * 1000 + next_number(n) * 100 - next_number(2) + max(next_number(1), next_number(1))


@kernel
def next_number(step: i64) -> i64:
    """A counter in memory."""
    ROOT.wide += step
    return ROOT.wide


@kernel
def fields(offset: u32, number: f64) -> f64:
    """Every kind of field, overlays and augmented assignment of one."""
    node = Node(offset)
    node.next = ROOT
    node.next.flag = node.small == -5
    node.small = node.half - 3
    node.byte += 250
    node.buffer = Buffer(address(node) + 8)
    node.next.next = node
    ROOT.next.next.wide = -9223372036854775808
    node.huge = to_u64(-1)
    node.number = number
    node.next.low = 0xFFFFFFFF
    node.next.high = 1
    node.wide = size_of(Node) + offset_of(Node, "number") + node.buffer.kind
    if node == ROOT.next and node.next != node and address(node.next) != 0 and not node.flag:
        node.wide += 1000
    return node.number / 3.0


@kernel
def constants(index: i64) -> i64:
    """Constants and tables."""
    small = SMALL[index]
    if HALVES[1] == 0.0 and HALVES[index & 1] <= 0.5 and POWERS[19] > 9223372036854775808:
        small += len(POWERS)
    return small + Color.GREEN + FIRST * -(2 + 3) + (0xF0 & ~0x10 | 1 ^ 3)


@kernel
def tables(index: i32) -> u64:
    """An unsigned table."""
    return add_u64(POWERS[index], 1)


@kernel
def floats(a: f64, b: f64) -> f64:
    """IEEE arithmetic, without exceptions."""
    if a < b or a != a:
        return -a / b
    if a == INFINITE:
        return fmod(a, b)
    return a * b - a / b + 0.5


@kernel
def unsigned(a: u64, b: u64) -> u64:
    """u64 operands."""
    result = a & b ^ 0xFFFFFFFFFFFFFFF0 | 3
    if a > b:
        result = result ^ b
    return result if a != 5 else 18446744073709551615


@kernel
def narrow(a: i64) -> i32:
    """Narrows a result."""
    narrower: u16 = a & 0xFFFF
    signed: i8 = min(max(a, -128), 127)
    return narrower + signed


@kernel
def nothing(offset: i64, value: i64) -> None:
    """No result, an early return, an assertion and a point that is not reached."""
    if value < 0:
        return
    assert value >= 0, "not negative"
    store_i64(offset, value)
    if native_stack_short():
        unreachable("the limit is zero")


ALL = (
    total, use_pair, use_triple, float_of, fibonacci, is_even, classify, small_match, ranges, up_to_the_end, loops,
    short_circuit, order, fields, constants, tables, floats, unsigned, narrow, nothing, swapped,
)  # fmt: skip
