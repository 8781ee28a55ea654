"""The memory that kernels work on in the reference, and the failures that its checks report."""

from __future__ import annotations

import time
from math import copysign
from typing import NoReturn

from plait.kernel.errors import KernelAssertionError, KernelMemoryError, KernelRangeError

NULL_HEADER = 16
"""The first bytes of every memory are zero: so many that null looks like an object without kind, length and size."""

_MASK = (1 << 64) - 1
_SIGN = 1 << 63


class ReferenceMemory:
    """A context memory over any writable buffer: offset 0 is its start.

    Offsets from `lowest` up to `limit` (exclusive) may be accessed. `limit` may be raised at any time, up to the
    length of the buffer, which must be a multiple of 8.
    """

    __slots__ = (
        "limit",
        "lowest",
        "view_f64",
        "view_i8",
        "view_i16",
        "view_i32",
        "view_i64",
        "view_u8",
        "view_u16",
        "view_u32",
        "view_u64",
    )

    def __init__(self, buffer: bytearray | memoryview, lowest: int, limit: int) -> None:
        self.lowest = lowest
        self.limit = limit
        self.view_u8 = memoryview(buffer).cast("B")
        self.view_i8 = self.view_u8.cast("b")
        self.view_i16 = self.view_u8.cast("h")
        self.view_u16 = self.view_u8.cast("H")
        self.view_i32 = self.view_u8.cast("i")
        self.view_u32 = self.view_u8.cast("I")
        self.view_i64 = self.view_u8.cast("q")
        self.view_u64 = self.view_u8.cast("Q")
        self.view_f64 = self.view_u8.cast("d")

    def release(self) -> None:
        """Gives up the views, so that the buffer can be closed or resized."""
        for name in ("i8", "i16", "u16", "i32", "u32", "i64", "u64", "f64", "u8"):
            getattr(self, f"view_{name}").release()

    def _check_range(self, offset: int, count: int) -> None:
        if count < 0:
            raise KernelRangeError(f"a count of {count} bytes")
        if count and not self.lowest <= offset <= self.limit - count:
            access_failed(offset, count, "")

    def _index(self, offset: int) -> int:
        """The index in the view of i64 of an atomically accessed offset."""
        if not self.lowest <= offset <= self.limit - 8 or offset & 7:
            access_failed(offset, 8, "")
        return offset >> 3

    def copy_bytes(self, destination: int, source: int, count: int) -> None:
        """The intrinsic of this name."""
        self._check_range(destination, count)
        self._check_range(source, count)
        if count:
            self.view_u8[destination : destination + count] = self.view_u8[source : source + count]

    def fill_bytes(self, offset: int, value: int, count: int) -> None:
        """The intrinsic of this name."""
        self._check_range(offset, count)
        if count:
            self.view_u8[offset : offset + count] = bytes((value,)) * count

    def compare_bytes(self, a: int, b: int, count: int) -> bool:
        """The intrinsic of this name."""
        self._check_range(a, count)
        self._check_range(b, count)
        return count == 0 or self.view_u8[a : a + count] == self.view_u8[b : b + count]

    def load_block(self, offset: int) -> int:
        """The intrinsic of this name."""
        self._check_range(offset, 8)
        return int.from_bytes(self.view_u8[offset : offset + 8], "little", signed=True)

    def read_clock(self, offset: int) -> None:
        """The intrinsic of this name."""
        self._check_range(offset, 16)
        self.view_i64[offset >> 3], self.view_i64[(offset >> 3) + 1] = divmod(time.monotonic_ns(), 10**9)

    def atomic_load_i64(self, offset: int) -> int:
        """The intrinsic of this name."""
        return self.view_i64[self._index(offset)]

    def atomic_store_i64(self, offset: int, value: int) -> None:
        """The intrinsic of this name."""
        self.view_i64[self._index(offset)] = value

    def atomic_add_i64(self, offset: int, value: int) -> int:
        """The intrinsic of this name."""
        index = self._index(offset)
        old = self.view_i64[index]
        self.view_i64[index] = (((old + value) & _MASK) ^ _SIGN) - _SIGN
        return old

    def atomic_exchange_i64(self, offset: int, value: int) -> int:
        """The intrinsic of this name."""
        index = self._index(offset)
        old = self.view_i64[index]
        self.view_i64[index] = value
        return old

    def atomic_compare_exchange_i64(self, offset: int, expected: int, new: int) -> bool:
        """The intrinsic of this name."""
        index = self._index(offset)
        if self.view_i64[index] != expected:
            return False
        self.view_i64[index] = new
        return True


def access_failed(offset: int, size: int, site: str) -> NoReturn:
    """An access at a wrong offset. `site` is the file and line of the kernel."""
    raise KernelMemoryError(f"{_place(site)}an access of {size} bytes at offset {offset:#x}")


def outside_load(offset: int, size: int, site: str) -> int:
    """What a load at a wrong offset gives: 0 in the header of null, which kernels may read; an error elsewhere."""
    if 0 <= offset <= NULL_HEADER - size and not offset & (size - 1):
        return 0
    access_failed(offset, size, site)


def range_failed(value: int, type_name: str, site: str) -> NoReturn:
    """An integer that does not fit."""
    raise KernelRangeError(f"{_place(site)}{value} does not fit {type_name}")


def index_failed(index: int, length: int, site: str) -> NoReturn:
    """An index outside a constant table."""
    raise KernelRangeError(f"{_place(site)}index {index} in a table of {length}")


def assertion_failed(message: str, site: str) -> NoReturn:
    """An assertion that does not hold."""
    raise KernelAssertionError(f"{_place(site)}{message}")


def unreachable_reached(message: str, site: str) -> NoReturn:
    """An `unreachable` that was reached."""
    raise KernelAssertionError(f"{_place(site)}reached the unreachable: {message}")


def _place(site: str) -> str:
    return f"{site}: " if site else ""


def divide_f64(a: float, b: float) -> float:
    """IEEE division, also by zero."""
    if b:
        return a / b
    if a == 0.0 or a != a:
        return float("nan")
    # Only the signs of dividend and zero matter now.
    return copysign(float("inf"), a) * copysign(1.0, b)
