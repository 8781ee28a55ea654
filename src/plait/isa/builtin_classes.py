"""Classes that every module has without defining them: errors. The classes of a module are numbered after these."""

from __future__ import annotations

from dataclasses import dataclass

from plait.isa.value_types import ANY, STRING, ValueType
from plait.memory.errors import BUILTIN_CLASS_NAMES, BuiltinClass

__all__ = ["BUILTIN_CLASSES", "ERROR_FIELDS", "ERROR_SLOTS", "FIRST_MODULE_CLASS", "BuiltinClass", "BuiltinDefinition"]

FIRST_MODULE_CLASS = 16
"""The number of a module's first class; those between the built-in ones and this are reserved."""


@dataclass(frozen=True, slots=True)
class BuiltinDefinition:
    """A built-in class: its name and the number of the class it inherits from (None for none)."""

    name: str
    base: BuiltinClass | None


BUILTIN_CLASSES: dict[BuiltinClass, BuiltinDefinition] = {
    number: BuiltinDefinition(name, None if number is BuiltinClass.ERROR else BuiltinClass.ERROR)
    for number, name in BUILTIN_CLASS_NAMES.items()
}

ERROR_FIELDS: tuple[tuple[str, ValueType], ...] = (("message", STRING), ("name", STRING), ("cause", ANY))
"""The fields of `Error` that programs see, in the order of their slots. `cause` of undefined is no cause."""

ERROR_SLOTS = 5
"""Slots of an `Error` object: its fields, then its trace and the machine's code, which only the machine sees."""
