"""String objects as the host makes them."""

from __future__ import annotations

import struct

from plait.memory.layouts import DATA, Kind


def encode_string(text: str) -> bytes:
    """The string object of a text, in the width that its code units need: 1 byte when all are below 256."""
    try:
        units, width = text.encode("latin-1"), 1
    except UnicodeEncodeError:
        units, width = text.encode("utf-16-le", "surrogatepass"), 2
    size = (DATA + len(units) + 7) & ~7
    return struct.pack("<IIII", Kind.STRING, size, width, len(units) // width) + units.ljust(size - DATA, b"\0")
