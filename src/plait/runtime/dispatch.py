"""Finding what an object's class has for a method slot or a member of an interface."""

from __future__ import annotations

from plait.kernel import address, i64, kernel, likely, load_u32, shift_left, shift_right_logical, size_of, unreachable
from plait.memory.layouts import InlineCache, InterfaceTable, Object, TypeInfo


@kernel
def find_interface(info: TypeInfo, interface: i64) -> InterfaceTable:
    """How a class implements an interface; null when it does not. The tables are sorted by interface."""
    low = 0
    high = info.itable_count
    while low < high:
        middle = shift_right_logical(low + high, 1)
        candidate = InterfaceTable(info.itable + size_of(InterfaceTable) * middle)
        if candidate.interface == interface:
            return candidate
        if candidate.interface < interface:
            low = middle + 1
        else:
            high = middle
    return InterfaceTable(0)


@kernel(cold=True)
def remember_member(info: TypeInfo, cache: InlineCache, is_method: bool) -> i64:
    """Look a member up and note it in the cache."""
    table = find_interface(info, cache.interface)
    if address(table) == 0:
        unreachable("the verifier has let an object pass whose class does not implement the interface")
    members = table.methods if is_method else table.fields
    found = load_u32(members + 4 * cache.member)
    cache.word = address(info) + shift_left(found, 32)
    return found


@kernel(inline=True)
def cached_member(thing: Object, cache: InlineCache, is_method: bool) -> i64:
    """What the object's class has for the cache's member: the byte distance of a field or the index of a function.

    `thing` is not null, and its class implements the cache's interface.
    """
    info = thing.info
    word = cache.word
    if likely(word & 0xFFFFFFFF == address(info)):
        return shift_right_logical(word, 32)
    return remember_member(info, cache, is_method)
