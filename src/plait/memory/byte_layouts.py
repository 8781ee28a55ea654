"""The layout of buffers of bytes and of the views through which programs see them as numbers."""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, i64, u32
from plait.memory.layouts import TypeInfo

BUFFER_INFO = 10
"""The number of the type info of buffers (no class has it)."""

VIEW_INFO = 8
"""The number of the type info of views (no class has it)."""


class BufferObject(Struct):
    """Bytes. `bytes` is a store of `length` bytes or more, 0 when there are none.

    A buffer that is RESIZABLE may grow up to `limit`. One that is DETACHED has given its bytes to another.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    bytes: i64
    length: u32
    limit: u32
    flags: u32
    unused1: u32


RESIZABLE = 1
DETACHED = 2

BUFFER_TRACED: tuple[int, ...] = (BufferObject.LAYOUT["bytes"].offset,)
"""Byte distances of the traced slots of buffers."""


class ViewObject(Struct):
    """A view of a buffer as numbers: `length` elements from the byte `offset` on, or all there are if it is TRACKING.

    `owner` is the object that programs have of the buffer, an `any` word.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    buffer: i64
    owner: i64
    element: u32
    offset: u32
    length: u32
    flags: u32


TRACKING = 1

VIEW_TRACED: tuple[int, ...] = tuple(ViewObject.LAYOUT[name].offset for name in ("buffer", "owner"))
"""Byte distances of the traced slots of views."""


class Element(IntEnum):
    """What the elements of a view are."""

    INT8 = 0
    UINT8 = 1
    CLAMPED = 2
    INT16 = 3
    UINT16 = 4
    INT32 = 5
    UINT32 = 6
    FLOAT16 = 7
    FLOAT32 = 8
    FLOAT64 = 9
    BIG_INT64 = 10
    BIG_UINT64 = 11
    ANY = 12
    """Bytes that are read and written as anything: of a `DataView`."""


BIG_ENDIAN = 16
"""Beside an `Element`: the first byte of a number is the highest."""
