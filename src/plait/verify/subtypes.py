"""Which types fit where others are wanted."""

from __future__ import annotations

from plait.isa.value_types import InterfaceType, ObjectType, ValueType
from plait.verify.classes import VerifiedClass


class Subtypes:
    """Assignability between representatives: equal types, bases of classes, interfaces that they implement or extend.

    `interfaces` gives, for each interface, all that it extends, itself included.
    """

    def __init__(self, classes: tuple[VerifiedClass | None, ...], interfaces: tuple[frozenset[int], ...]) -> None:
        self._ancestors = {item.number: frozenset(item.ancestors) for item in classes if item is not None}
        self._implemented = {
            item.number: frozenset(binding.interface for binding in item.bindings)
            for item in classes
            if item is not None
        }
        self._extended = interfaces

    def is_assignable(self, found: ValueType, wanted: ValueType) -> bool:
        """Whether a value of the first type fits where the second is wanted."""
        if found is wanted:
            return True
        match found, wanted:
            case ObjectType(number), ObjectType(base):
                return base in self._ancestors[number]
            case ObjectType(number), InterfaceType(interface):
                return interface in self._implemented[number]
            case InterfaceType(number), InterfaceType(interface):
                return interface in self._extended[number]
            case _:
                return found == wanted
