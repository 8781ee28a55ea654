"""The layout of compiled patterns: what a regular expression is matched by."""

from __future__ import annotations

from plait.kernel import Struct, i64, u32
from plait.memory.layouts import TypeInfo

PATTERN_INFO = 11
"""The number of the type info of patterns (no class has it)."""


class PatternObject(Struct):
    """A compiled pattern, which nothing changes but matching, in `state`.

    `source` and `flags` are the strings that it was made of, `names` is the list of the names of its groups, each
    followed by the number of its group (undefined when there are none). `program` is a store that begins with a
    `PatternProgram` (`runtime/regexp_code.py`). `state` is the store of registers and choices that the next match
    may use, or 0 while one has it. `flag_bits` are those of `runtime/regexp_code.py`; `group_count` counts the whole
    match as a group.
    """

    kind: u32
    size: u32
    info: TypeInfo
    unused: u32
    source: i64
    flags: i64
    names: i64
    program: i64
    state: i64
    flag_bits: u32
    group_count: u32


PATTERN_TRACED: tuple[int, ...] = tuple(
    PatternObject.LAYOUT[name].offset for name in ("source", "flags", "names", "program", "state")
)
"""Byte distances of the traced slots of patterns."""
