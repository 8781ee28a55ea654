"""The image of a program as the memories of its contexts begin with it: pages that they share until they write them."""

from __future__ import annotations

import mmap
from typing import Final

from plait.errors import refuse_copy
from plait.memory.layouts import IMAGE_OFFSET
from plait.memory.linear_memory import LinearMemory
from plait.memory.shared_pages import SharedPages
from plait.prepare.image import ProgramImage

MAX_BASES: Final = 4
"""The pages of how many bases are kept."""

_bases: list[tuple[bytes, SharedPages]] = []


class ImagePages:
    """The pages of one image. Those that are wholly of its base are the same for all programs that begin with that."""

    __reduce__ = refuse_copy

    def __init__(self, image: ProgramImage) -> None:
        base, own = image.parts
        page = mmap.PAGESIZE
        first = IMAGE_OFFSET // page * page
        filler = bytes(IMAGE_OFFSET - first)
        middle = max(first, (IMAGE_OFFSET + len(base)) // page * page)
        rest = base[middle - IMAGE_OFFSET :] if middle > first else filler + base
        rest += own
        self._parts = [(middle, SharedPages(rest.ljust(-(-len(rest) // page) * page, b"\0")))]
        if middle > first:
            self._parts.insert(0, (first, _base_pages(base, filler + base[: middle - IMAGE_OFFSET])))

    def lay(self, memory: LinearMemory) -> None:
        """Let a fresh memory hold the image."""
        for offset, pages in self._parts:
            memory.begin_with(offset, pages)


def _base_pages(base: bytes, data: bytes) -> SharedPages:
    for known, pages in tuple(_bases):
        if known is base:
            return pages
    pages = SharedPages(data)
    _bases.append((base, pages))
    del _bases[:-MAX_BASES]
    return pages
