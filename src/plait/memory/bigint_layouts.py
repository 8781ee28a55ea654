"""The layout of bigints that fit no i64; the others are boxed i64 values (`INT64_INFO`)."""

from __future__ import annotations

from plait.kernel import Struct, u32
from plait.memory.layouts import TypeInfo

BIGINT_INFO = 9
"""The number of the type info of long bigints (no class has it)."""


class BigObject(Struct):
    """A bigint: `length` limbs of 64 bits, the lowest first, from `LIMBS` on, of which the last is not 0.

    `is_negative` is 0 or 1. There may be free room behind the limbs.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    length: u32
    is_negative: u32


LIMBS = BigObject.SIZE
LIMB_SIZE = 8
