"""What is not compiled: LLVM's time grows faster than the code for large functions and deep loop nests."""

from __future__ import annotations

from plait.prepare.prepared import PreparedFunction

MAX_INSTRUCTIONS = 4000
MAX_LOOPS = 100
MAX_LOOP_DEPTH = 12
MAX_LIVE_VALUES = 40_000
"""Live values at all stops together: each is a store in the compiled code."""

UNIT_INSTRUCTIONS = 3000
"""About how many prepared instructions are compiled together."""

PROGRAM_INSTRUCTIONS = 120_000
"""How many prepared instructions of one program are compiled at all."""


def is_compilable(function: PreparedFunction) -> bool:
    """Whether the function is small enough to be compiled."""
    return (
        len(function.instructions) <= MAX_INSTRUCTIONS
        and len(function.loops) <= MAX_LOOPS
        and loop_depth(function) <= MAX_LOOP_DEPTH
        and sum(len(live) for live in function.live.values()) <= MAX_LIVE_VALUES
    )


def loop_depth(function: PreparedFunction) -> int:
    """How many loops are around the instruction with the most, judged by the extent of backward jumps."""
    ends: dict[int, int] = {}
    for index, item in enumerate(function.instructions):
        if 0 <= item.target <= index:
            ends[item.target] = index
    depth = 0
    open_ends: list[int] = []
    for start in sorted(ends):
        open_ends = [end for end in open_ends if end >= start]
        open_ends.append(ends[start])
        depth = max(depth, len(open_ends))
    return depth
