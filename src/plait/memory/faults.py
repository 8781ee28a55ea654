"""What the heap check can find."""

from __future__ import annotations

from enum import IntEnum


class HeapFault(IntEnum):
    """What the heap check has found wrong; `heap_fault_place` says where: with an object, a root, or a slot."""

    NONE = 0
    HEADER = 1
    """An object of no kind, or of a size that leads nowhere."""
    REFERENCE = 2
    """A reference, or an `any` word, that does not lead to the start of an object of the kind it should be."""
    SIZE = 3
    """A length, capacity or size that contradicts another."""
    FRAME = 4
    """A frame outside its stack, of no function, or stopped where it cannot be."""
    STATE = 5
    """A word that has none of its possible values."""
