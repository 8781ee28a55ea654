"""Appending to a program image."""

from __future__ import annotations

import struct

from plait.errors import LimitError
from plait.kernel import Struct
from plait.memory.layouts import DATA, IMAGE_OFFSET, Kind

MAX_IMAGE = 1 << 30


class ImageWriter:
    """The image as it grows; positions are offsets in the context's memory."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._strings: dict[str, int] = {}

    @property
    def position(self) -> int:
        """The offset behind what has been appended."""
        return IMAGE_OFFSET + len(self.data)

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
            self._strings[text] = self.append(_string_object(text))
        return self._strings[text]

    def append_words(self, words: list[int]) -> int:
        """The offset of a table of u32."""
        return self.append(struct.pack(f"<{len(words)}I", *words))


def _string_object(text: str) -> bytes:
    units = text.encode("utf-16-le", "surrogatepass")
    width = 2
    if all(high == 0 for high in units[1::2]):
        units, width = units[::2], 1
    size = (DATA + len(units) + 7) & ~7
    return struct.pack("<IIII", Kind.STRING, size, len(units) // width, width) + units.ljust(size - DATA, b"\0")


def pack_fields(data: bytearray, struct_type: type[Struct], start: int = 0, **values: int) -> None:
    """Set u32, i64 and reference fields of a struct that begins at `start`."""
    for name, value in values.items():
        field = struct_type.LAYOUT[name]
        struct.pack_into("<q" if field.annotation == "i64" else "<I", data, start + field.offset, value)
