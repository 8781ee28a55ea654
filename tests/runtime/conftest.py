"""The two back ends, and Node as the oracle."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from plait.kernel.native import load_kernels
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory
from plait.kernel.worker_page import WORKER_PAGE_SIZE
from plait.memory.layouts import CONTEXT_OFFSET, Context

from . import batches

SOURCE = 0x4000
ROOM_PER_ITEM = 32

Batch = Callable[[int, int, int], int]


class Machine:
    """One back end, with a memory that is as large as a batch needs. `scale` says how fast it is."""

    def __init__(self, name: str, scale: int) -> None:
        self.name = name
        self.scale = scale

    def run(self, batch: Batch, source: bytes, count: int, heap_size: int = 0x1000) -> bytes:
        """What a batch kernel writes when it gets `count` items."""
        destination = (SOURCE + len(source) + 15) // 16 * 16
        size = destination + ROOM_PER_ITEM * (count + 1)
        words = (ctypes.c_uint64 * ((WORKER_PAGE_SIZE + size) // 8))()
        view = memoryview(words).cast("B")[WORKER_PAGE_SIZE:]
        view[SOURCE : SOURCE + len(source)] = source
        for field, value in (("heap_top", batches.HEAP_TOP), ("heap_end", batches.HEAP_TOP + heap_size)):
            offset = CONTEXT_OFFSET + Context.LAYOUT[field].offset
            view[offset : offset + 4] = value.to_bytes(4, "little")
        if self.name == "reference":
            memory = ReferenceMemory(view, CONTEXT_OFFSET, size)
            written = _reference().function(batch)(memory, SOURCE, destination, count)
        else:
            base = ctypes.addressof(words) + WORKER_PAGE_SIZE
            written = _native().function(batch)(base, SOURCE, destination, count)
        assert written <= ROOM_PER_ITEM * count
        return bytes(view[destination : destination + written])


@cache
def _reference() -> Any:
    return compile_reference(batches.ALL)


@cache
def _native() -> Any:
    return load_kernels(batches.ALL)


@pytest.fixture(params=["reference", "native"])
def machine(request: pytest.FixtureRequest) -> Machine:
    """Each back end in turn."""
    return Machine(request.param, 1 if request.param == "reference" else 25)


class Node:
    """Runs JavaScript.

    A script sees its input as `bytes`, an `ArrayBuffer`, and gives a string or a typed array (all NaNs alike).
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.strip()

    def run(self, script: str, source: bytes) -> bytes:
        """The bytes of the value of the script, a function body."""
        program = f"""
            const chunk = require("fs").readFileSync(0)
            const bytes = chunk.buffer.slice(chunk.byteOffset, chunk.byteOffset + chunk.length)
            const value = (function () {{ {script} }})()
            if (value instanceof Float64Array) {{
                const words = new BigUint64Array(value.buffer)
                value.forEach((item, i) => {{ if (item !== item) words[i] = 0x7ff8n << 48n }})
            }}
            const out = typeof value === "string" ? Buffer.from(value) : Buffer.from(value.buffer)
            for (let at = 0; at < out.length;) at += require("fs").writeSync(1, out, at)
        """
        return subprocess.run([self._path, "-e", program], input=source, capture_output=True, check=True).stdout


@pytest.fixture(scope="session")
def node() -> Node:
    """Node, if it is installed."""
    path = shutil.which("node")
    if path is None:
        pytest.skip("node is not installed")
    return Node(path)
