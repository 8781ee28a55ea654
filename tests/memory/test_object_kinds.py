"""What objects have where records have their shape."""

from __future__ import annotations

from plait.kernel import Struct
from plait.memory.bigint_layouts import BigObject
from plait.memory.byte_layouts import BufferObject, ViewObject
from plait.memory.layouts import (
    SHAPE_DISTANCE,
    WIDTH_BITS,
    ArrayObject,
    ChannelObject,
    ErrorObject,
    MutexObject,
    Object,
    SharedString,
    Store,
    StringObject,
    Task,
    TypeInfo,
)
from plait.memory.pattern_layouts import PatternObject
from plait.memory.record_layouts import RecordObject, Shape, SymbolObject
from plait.memory.string_objects import encode_string
from plait.memory.table_layouts import TableObject


def at_shape(layout: type[Struct]) -> tuple[str, object]:
    (found,) = [(name, field.type) for name, field in layout.LAYOUT.items() if field.offset == SHAPE_DISTANCE]
    return found


def test_nothing_but_a_record_seems_to_have_a_shape() -> None:
    """All kinds of objects that words refer to (`memory.layouts.ObjectHeader`)."""
    assert at_shape(RecordObject) == ("shape", Shape)
    for layout in (
        *(Object, ErrorObject, MutexObject, ChannelObject, SymbolObject),
        *(BigObject, BufferObject, ViewObject, PatternObject, TableObject),
    ):
        assert at_shape(layout) == ("info", TypeInfo), layout
    assert at_shape(ArrayObject) == ("store", Store)
    assert at_shape(Task)[0] == "status"
    for text_layout in (StringObject, SharedString):
        assert at_shape(text_layout)[0] == "form"
    for text in ("", "a", "\u0100"):
        form = int.from_bytes(encode_string(text)[SHAPE_DISTANCE : SHAPE_DISTANCE + 4], "little")
        assert form & WIDTH_BITS in (1, 2), "a shape is at a multiple of 8"
