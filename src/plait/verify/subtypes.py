"""Which types fit where others are wanted."""

from __future__ import annotations

from plait.isa.value_types import InterfaceType, ObjectType, TaskType, ValueType
from plait.verify.classes import CallSignature, VerifiedClass


class Subtypes:
    """Assignability between representatives: equal types, bases of classes, interfaces that they implement or extend.

    A task of any result is a `task(void)`: who awaits it so leaves the result.

    `interfaces` gives, for each interface, all that it extends, itself included. Every answer takes constant time.
    """

    def __init__(self, classes: tuple[VerifiedClass | None, ...], interfaces: tuple[frozenset[int], ...]) -> None:
        self._ancestors = [() if item is None else item.ancestors for item in classes]
        self._implemented = [
            frozenset(() if item is None else (binding.interface for binding in item.bindings)) for item in classes
        ]
        self._extended = interfaces

    def is_assignable(self, found: ValueType, wanted: ValueType) -> bool:
        """Whether a value of the first type fits where the second is wanted."""
        if found is wanted:
            return True
        match found, wanted:
            case ObjectType(number), ObjectType(base):
                # A class stands in its own line of ancestors where it stands in those of all its subclasses.
                depth = len(self._ancestors[base]) - 1
                return self._ancestors[number][depth : depth + 1] == (base,)
            case ObjectType(number), InterfaceType(interface):
                return interface in self._implemented[number]
            case InterfaceType(number), InterfaceType(interface):
                return interface in self._extended[number]
            case TaskType(), TaskType(None):
                return True
            case _:
                return False

    def can_stand_for(self, own: CallSignature, wanted: CallSignature) -> bool:
        """Whether what has the first signature can be called as if it had the second. Objects come first in both."""
        if len(own.parameters) != len(wanted.parameters) or (own.result is None) != (wanted.result is None):
            return False
        pairs = zip(wanted.parameters[1:], own.parameters[1:], strict=True)
        if not all(self.is_assignable(given, taken) for given, taken in pairs):
            return False
        return own.result is None or wanted.result is None or self.is_assignable(own.result, wanted.result)
