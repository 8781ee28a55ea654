"""How the elements of arrays are stored."""

from __future__ import annotations

from plait.isa.value_types import Primitive, ValueType
from plait.memory.layouts import Storage

_STORAGE = {
    Primitive.BOOL: Storage.BYTE,
    Primitive.I32: Storage.WORD,
    Primitive.F64: Storage.DOUBLE,
    Primitive.I64: Storage.DOUBLE,
    Primitive.ANY: Storage.ANY,
}


def storage_of(element: ValueType) -> Storage:
    """How elements of a type are stored in an array."""
    return _STORAGE[element] if isinstance(element, Primitive) else Storage.REFERENCE
