"""Freeing what Python does not know of: at the last moment, when no finaliser can use it any more.

Objects that stand in circles are found by Python's collector together. It then calls what is to be told of their end,
and their finalisers, in any order; these may still use all of them, or bring them back. What an object alone frees
then, such as memory or code, others would use afterwards. So it is freed with an object into which the collector
does not look: that goes when really nothing has it any more.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

from plait.errors import refuse_copy


def _nothing() -> None:
    """Has code, of which copies can be made."""


class Owned:
    """Something that is freed when this object is not referred to any more, or before by `free`.

    At the end of the process it is not: a thread may still use it.
    """

    __slots__ = ("_token", "free")
    __reduce__ = refuse_copy

    def __init__(self, function: Callable[..., object], *arguments: Any) -> None:
        # The code of a function can have weak references, and is nothing that the collector looks into.
        token = _nothing.__code__.replace()
        assert not gc.is_tracked(token)
        self._token = token
        self.free = weakref.finalize(token, function, *arguments)
        self.free.atexit = False
