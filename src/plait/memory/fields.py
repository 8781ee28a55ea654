"""Reading and writing structs of a context's memory from the host."""

from __future__ import annotations

import struct

from plait.kernel import Struct

_FORMATS = {
    name: struct.Struct("<" + form)
    for name, form in {
        "i8": "b",
        "u8": "B",
        "i16": "h",
        "u16": "H",
        "i32": "i",
        "u32": "I",
        "i64": "q",
        "u64": "Q",
    }.items()
}
_REFERENCE = struct.Struct("<I")


_places: dict[tuple[type[Struct], str], tuple[struct.Struct, int]] = {}


def _place(layout: type[Struct], name: str) -> tuple[struct.Struct, int]:
    found = _places.get((layout, name))
    if found is None:
        field = layout.LAYOUT[name]
        found = _FORMATS.get(getattr(field.type, "name", ""), _REFERENCE), field.offset
        _places[layout, name] = found
    return found


def get_field(memory: memoryview, layout: type[Struct], offset: int, name: str) -> int:
    """The value of a field of the struct at an offset; a struct reference is its offset."""
    form, place = _place(layout, name)
    value: int = form.unpack_from(memory, offset + place)[0]
    return value


def set_field(memory: memoryview | bytearray, layout: type[Struct], offset: int, name: str, value: int) -> None:
    """Set a field of the struct at an offset."""
    form, place = _place(layout, name)
    form.pack_into(memory, offset + place, value)


def set_fields(memory: memoryview | bytearray, layout: type[Struct], offset: int, **values: int) -> None:
    """Set some fields of the struct at an offset."""
    for name, value in values.items():
        set_field(memory, layout, offset, name, value)


def get_double(memory: memoryview, layout: type[Struct], offset: int, name: str) -> float:
    """The value of an f64 field of the struct at an offset."""
    value: float = struct.unpack_from("<d", memory, offset + layout.LAYOUT[name].offset)[0]
    return value


def set_double(memory: memoryview, layout: type[Struct], offset: int, name: str, value: float) -> None:
    """Set an f64 field of the struct at an offset."""
    struct.pack_into("<d", memory, offset + layout.LAYOUT[name].offset, value)
