"""Steps of instructions that preparation takes apart: entries without opcode, reached by name.

Dynamic calls first find the function: a resolver gives its index, then the call itself is always the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plait.isa.instruction import Flags, Immediate, Meaning, NativeFunction, parse_effect
from plait.kernel import i32, i64, kernel, load_i64, load_u32, u32, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import InlineCache, Object
from plait.runtime.dispatch import cached_member

EXPECTED: Final = "resolve.expected"

RESOLVERS: list[NativeFunction] = []
"""All of them, in order."""

BY_NAME: dict[str, NativeFunction] = {}


def _resolver(
    name: str, effect: str, *immediates: Immediate, flags: Flags = Flags.THROWS
) -> Callable[[Meaning], Meaning]:
    def register(meaning: Meaning) -> Meaning:
        summary = (getattr(meaning, "__doc__", None) or "").strip()
        entry = NativeFunction(-1 - len(RESOLVERS), name, parse_effect(effect), 0, flags, meaning, summary, immediates)
        RESOLVERS.append(entry)
        BY_NAME[name] = entry
        return meaning

    return register


@_resolver("resolve.method", "R -> i32", Immediate.SLOT)
@kernel(inline=True)
def resolve_method(value: u32, distance: i32) -> tuple[i32, i32]:
    """The function at a byte distance in the method table of the object's class. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return load_u32(Object(value).info.vtable + distance), Outcome.DONE


@_resolver("resolve.interface", "R -> i32", Immediate.INTERFACE)
@kernel(inline=True)
def resolve_interface(value: u32, cache: i32) -> tuple[i32, i32]:
    """The function by which the object's class implements the cache's method. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return cached_member(Object(value), InlineCache(cache), True), Outcome.DONE


@_resolver("resolve.closure", "R -> i32")
@kernel(inline=True)
def resolve_closure(value: u32) -> tuple[i32, i32]:
    """The function that the closure is of. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return Object(value).info.function, Outcome.DONE


@_resolver(EXPECTED, "R -> i32", Immediate.FUNCTION)
@kernel(inline=True)
def resolve_expected(value: u32, function: i32) -> tuple[i32, i32]:
    """The function that the closure is of, which is probably the given one. Throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return Object(value).info.function, Outcome.DONE


@_resolver("closure.captured", "R -> W", Immediate.CAPTURED, flags=Flags.NONE)
@kernel(inline=True)
def captured(closure: u32, distance: i32) -> i64:
    """What the running closure has captured; a running closure is not null."""
    return load_i64(closure + distance)
