"""What is not compiled: LLVM's time grows faster than the code for large functions and deep loop nests."""

from __future__ import annotations

from collections.abc import Iterable, Set

from plait.jit.callees import callees
from plait.prepare.operations import Alternative
from plait.prepare.prepared import PreparedFunction, PreparedModule

MAX_INSTRUCTIONS = 4000
MAX_LOOPS = 100
MAX_LOOP_DEPTH = 12
MAX_LIVE_VALUES = 40_000
"""Live values at all stops together: each is a store in the compiled code."""

FUNCTION_STEPS = 3000
LOOP_STEPS = 2500
INSTRUCTION_STEPS = 150
LIVE_STEPS = 40
"""What a function, a loop, a prepared instruction and a live value at a stop cost to compile: about the microseconds
that LLVM needs, and the same on every machine.
"""

UNIT_STEPS = 450_000
"""About how many steps are compiled together before a program starts."""

BACKGROUND_STEPS = 90_000
"""About how many in the background: a program that has asked for little does not wait long for it."""

FIRST_STEPS = 2_000_000
"""How many steps a program waits for before it starts. What is left is compiled in the background when it is hot."""

FIRST_LOOP_STEPS = 4_000_000
"""How many more where the entries at all loops are wanted before."""

PROGRAM_STEPS = 24_000_000
"""How many steps of one program are compiled at all."""


ALTERNATIVE_WEIGHT = 4
"""An operation that calls a function where a native declines is as much code as so many others."""


def weight(function: PreparedFunction) -> int:
    """The number of prepared instructions that the function is worth."""
    alternatives = sum(1 for item in function.instructions if isinstance(item.operation.kind, Alternative))
    return len(function.instructions) + (ALTERNATIVE_WEIGHT - 1) * alternatives


def compile_steps(function: PreparedFunction) -> int:
    """The steps that it takes to compile the function once: as a whole, or entered at one of its loops."""
    return (
        FUNCTION_STEPS
        + LOOP_STEPS * len(function.loops)
        + INSTRUCTION_STEPS * weight(function)
        + LIVE_STEPS * sum(len(live) for live in function.live.values())
    )


def is_compilable(function: PreparedFunction) -> bool:
    """Whether the function is small enough to be compiled."""
    return (
        weight(function) <= MAX_INSTRUCTIONS
        and len(function.loops) <= MAX_LOOPS
        and loop_depth(function) <= MAX_LOOP_DEPTH
        and sum(len(live) for live in function.live.values()) <= MAX_LIVE_VALUES
    )


INLINED_INSTRUCTIONS = 32
"""Functions of at most so many prepared instructions are inlined into their callers, if they have no loops, and what
they call calls no such functions in turn.
"""

INLINED_CALLS = 32
"""In how many places of one function at most."""


def is_inlined(module: PreparedModule, function: PreparedFunction, inlinable: Set[int]) -> bool:
    """Whether calls of a function are replaced by its body; only those in `inlinable` are looked at. Its charges, its
    depth and its frame stay the same.
    """
    return _is_small(function) and not any(
        _small_callees(module, callee, inlinable) for callee in _small_callees(module, function, inlinable)
    )


def inlined_functions(module: PreparedModule, roots: Iterable[PreparedFunction], inlinable: Set[int]) -> frozenset[int]:
    """The functions that are inlined into roots, and into one another."""
    found: set[int] = set()
    left = list(roots)
    while left:
        for callee in (callees(left.pop()) & inlinable) - found:
            function = module.functions[callee]
            if is_inlined(module, function, inlinable):
                found.add(callee)
                left.append(function)
    return frozenset(found)


def _small_callees(module: PreparedModule, function: PreparedFunction, inlinable: Set[int]) -> list[PreparedFunction]:
    return [module.functions[callee] for callee in callees(function) & inlinable if _is_small(module.functions[callee])]


def _is_small(function: PreparedFunction) -> bool:
    return weight(function) <= INLINED_INSTRUCTIONS and not function.loops


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
