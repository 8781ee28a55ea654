"""Kernels that the tests run under both back ends."""

from __future__ import annotations

from plait.kernel import Struct, address, i32, i64, kernel, load_i32, u32, wrap_i32


class Buffer(Struct):
    kind: u32
    length: u32


@kernel
def total(buffer: Buffer, limit: i32) -> i64:
    result = 0
    for index in range(min(buffer.length, limit)):
        result += load_i32(address(buffer) + 16 + 4 * index)
    return result


@kernel(inline=True)
def pair(a: i32, b: i32) -> tuple[i32, i64]:
    return wrap_i32(a + b), a * b


@kernel
def use_pair(a: i32, b: i32) -> i64:
    first, second = pair(a, b)
    return first + second


@kernel
def fibonacci(n: i32) -> i64:
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)
