"""Appending to a program image."""

from __future__ import annotations

import struct

from plait.errors import LimitError
from plait.memory.layouts import IMAGE_OFFSET
from plait.memory.string_objects import encode_string

MAX_IMAGE = 1 << 30


class ImageWriter:
    """The image as it grows; positions are offsets in the context's memory, `start` that of the first byte."""

    def __init__(self, start: int = IMAGE_OFFSET) -> None:
        self.start = start
        self.data = bytearray()
        self._strings: dict[str, int] = {}

    @property
    def position(self) -> int:
        """The offset behind what has been appended."""
        return self.start + len(self.data)

    def append(self, data: bytes | bytearray) -> int:
        """Append at the next multiple of 8 and give the offset. Raises `LimitError` when the image grows too large."""
        self.data.extend(bytes(-len(self.data) % 8))
        position = self.position
        self.data.extend(data)
        if len(self.data) > MAX_IMAGE:
            raise LimitError("max_memory", f"the program needs more than {MAX_IMAGE} bytes for its code and constants")
        return position

    def append_string(self, text: str) -> int:
        """The offset of a string object with the text; the same for equal texts."""
        if text not in self._strings:
            self._strings[text] = self.append(encode_string(text))
        return self._strings[text]

    def append_words(self, words: list[int]) -> int:
        """The offset of a table of u32."""
        return self.append(struct.pack(f"<{len(words)}I", *words))
