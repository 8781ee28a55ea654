"""Classes that every module has without defining them: errors. The classes of a module are numbered after these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from plait.isa.value_types import ANY, STRING, ValueType

FIRST_MODULE_CLASS = 16
"""The number of a module's first class; those between the built-in ones and this are reserved."""


class BuiltinClass(IntEnum):
    """Numbers of the built-in classes."""

    ERROR = 0
    TYPE_ERROR = 1
    RANGE_ERROR = 2
    REFERENCE_ERROR = 3


@dataclass(frozen=True, slots=True)
class BuiltinDefinition:
    """A built-in class: its name and the number of the class it inherits from (None for none)."""

    name: str
    base: BuiltinClass | None


BUILTIN_CLASSES: dict[BuiltinClass, BuiltinDefinition] = {
    BuiltinClass.ERROR: BuiltinDefinition("Error", None),
    BuiltinClass.TYPE_ERROR: BuiltinDefinition("TypeError", BuiltinClass.ERROR),
    BuiltinClass.RANGE_ERROR: BuiltinDefinition("RangeError", BuiltinClass.ERROR),
    BuiltinClass.REFERENCE_ERROR: BuiltinDefinition("ReferenceError", BuiltinClass.ERROR),
}

ERROR_FIELDS: tuple[tuple[str, ValueType], ...] = (("message", STRING), ("name", STRING), ("cause", ANY))
"""The fields of `Error` that programs see, in the order of their slots. `cause` of undefined is no cause."""

ERROR_SLOTS = 5
"""Slots of an `Error` object: its fields, then its trace and the machine's code, which only the machine sees."""
