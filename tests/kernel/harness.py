"""Runs kernels under both back ends and insists that they agree, in their results and in what they leave in memory."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable
from typing import Any

from plait.kernel.native import load_kernels
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory

FRONT = 4096
SIZE = 4096
LOWEST = 64


class Both:
    """A set of kernels under both back ends. Each has a memory of its own, cleared before every run."""

    def __init__(self, kernels: Iterable[Callable[..., object]]) -> None:
        roots = tuple(kernels)
        self.reference = compile_reference(roots)
        self.native = load_kernels(roots)
        self._buffers = bytearray(FRONT + SIZE), bytearray(FRONT + SIZE)
        self._address = ctypes.addressof(ctypes.c_char.from_buffer(self._buffers[1])) + FRONT
        self.memory = ReferenceMemory(memoryview(self._buffers[0])[FRONT:], LOWEST, SIZE)

    @property
    def native_memory(self) -> memoryview:
        """The memory that native code works on."""
        return memoryview(self._buffers[1])[FRONT:]

    def run(self, kernel: Callable[..., object], *arguments: object, memory: bytes = b"", at: int = LOWEST) -> Any:
        """Runs a kernel on a memory that holds `memory` at offset `at`; its result."""
        for buffer in self._buffers:
            buffer[FRONT:] = bytes(SIZE)
            buffer[FRONT + at : FRONT + at + len(memory)] = memory
        expected = self.reference.function(kernel)(self.memory, *arguments)
        result = self.native.function(kernel)(self._address, *arguments)
        assert same(expected, result), f"{arguments}: {expected} by the reference, {result} natively"
        assert self._buffers[0][FRONT:] == self._buffers[1][FRONT:], f"{arguments}: the memories differ"
        return expected


def same(first: object, second: object) -> bool:
    """Equal and of one type; zeros of different sign differ, all NaN are the same."""
    if type(first) is not type(second):
        return False
    if isinstance(first, float) and isinstance(second, float):
        if math.isnan(first) or math.isnan(second):
            return math.isnan(first) and math.isnan(second)
        return first == second and math.copysign(1, first) == math.copysign(1, second)
    return first == second
