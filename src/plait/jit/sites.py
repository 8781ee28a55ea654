"""Where the places of compiled code that find properties have their sites."""

from __future__ import annotations

from collections.abc import Set

from plait.memory.layouts import CACHE_ENTRY_SIZE, OWN_SITE_SIZE, OWN_SITES, OWN_SITES_OFFSET, SITES, SITES_OFFSET
from plait.prepare.operations import Alternative, Branch, Compute, Control, has_site, result_class
from plait.prepare.prepared import PreparedFunction

SITES_APART = 61
"""How far from those of one function the shared sites of the next begin: an odd number, so that they spread."""


def sites(function: PreparedFunction, jumps: Set[int], first: int | None) -> dict[int, int]:
    """The offset of the site of each instruction of a function that finds a property, in all versions of its code.

    It has one of its own, which knows of one key alone, where the key is always the same, while there are some: those
    of the function begin with number `first`. All others share entries of the property cache. `jumps` are the
    instructions that are jumped to.
    """
    found: dict[int, int] = {}
    for index, item in enumerate(function.instructions):
        if has_site(item.operation):
            number = len(found)
            if first is not None and first + number < OWN_SITES and has_constant_key(function, jumps, index):
                found[index] = OWN_SITES_OFFSET + OWN_SITE_SIZE * (first + number)
            else:
                found[index] = SITES_OFFSET + CACHE_ENTRY_SIZE * ((SITES_APART * function.index + number) % SITES)
    return found


def has_constant_key(function: PreparedFunction, jumps: Set[int], index: int) -> bool:
    """Whether the key of a property, the second operand of the instruction, is a string of the program there."""
    item = function.instructions[index]
    kind = item.operation.kind
    assert isinstance(kind, Compute | Branch | Alternative)
    if not isinstance(kind, Alternative) and kind.constant is not None:
        return False
    gives_result = result_class(kind.entry) is not None and not isinstance(kind, Branch)
    first = int(kind.gives_result if isinstance(kind, Alternative) else gives_result)
    key = item.slots[first + 1]
    for before in range(index - 1, -1, -1):
        if before + 1 in jumps:
            return False
        written = function.instructions[before]
        if written.slots and written.slots[0] == key:
            return written.operation.kind is Control.CONSTANT_STRING
    return False
