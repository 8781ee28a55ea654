"""What the members of classes and interfaces are called, for assembly text: numbers by name and names by number.

A class whose bases make no sense, or are too many, has no names for its members; numbers always work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature
from plait.isa.builtin_classes import BUILTIN_CLASSES, ERROR_FIELDS, ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.instruction import Immediate, Instruction

MAX_BASES = 100
"""Longer chains of classes are not looked through, so that naming members stays cheap whatever the module says."""


@dataclass(slots=True)
class _Members:
    """Names and numbers of members of one kind."""

    names: dict[int, str] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)

    def add(self, name: str, number: int) -> None:
        self.names[number] = name
        self.numbers.setdefault(name, []).append(number)


@dataclass(slots=True)
class _Class:
    """What one class adds to the slots and to the method table of its base, whose ends are `slots` and `table`."""

    base: _Class | None
    depth: int
    slots: int
    table: int
    fields: _Members
    methods: _Members

    def chain(self) -> Iterator[_Class]:
        """The class and those that it inherits from."""
        current: _Class | None = self
        while current is not None:
            yield current
            current = current.base


class MemberNames:
    """The members of all classes (built-in ones too) and interfaces of a module."""

    def __init__(self, classes: Sequence[ClassDefinition], interfaces: Sequence[InterfaceDefinition]) -> None:
        self._classes = _builtin_classes()
        for number, definition in enumerate(classes, FIRST_MODULE_CLASS):
            _add_class(self._classes, definition, number)
        self._own: dict[tuple[Immediate, bool, int], _Members] = {}
        for number, definition in enumerate(classes, FIRST_MODULE_CLASS):
            self._own[Immediate.STATIC, False, number] = _members(definition.statics)
            self._own[Immediate.STATIC, True, number] = _members(definition.static_methods)
        for number, interface in enumerate(interfaces):
            self._own[Immediate.MEMBER, False, number] = _members(interface.fields)
            self._own[Immediate.MEMBER, True, number] = _members(interface.methods)

    def number(self, instruction: Instruction, kind: Immediate, owner: int, name: str) -> int | None:
        """What the immediate of this kind is when it stands for the member of the class or interface `owner`. None when
        no member has the name, or several have.
        """
        numbers = [
            number
            for members in self._members(instruction, kind, owner)
            for number in members.numbers.get(name, ())[:2]
        ]
        return numbers[0] if len(numbers) == 1 else None

    def name(self, instruction: Instruction, kind: Immediate, owner: int, number: int) -> str | None:
        """The name for which `number` gives this number, if there is one."""
        for members in self._members(instruction, kind, owner):
            name = members.names.get(number)
            if name is not None:
                return name if self.number(instruction, kind, owner, name) == number else None
        return None

    def _members(self, instruction: Instruction, kind: Immediate, owner: int) -> Iterator[_Members]:
        is_call = Immediate.COUNT in instruction.immediates
        if kind is not Immediate.SLOT:
            if (kind, is_call, owner) in self._own:
                yield self._own[kind, is_call, owner]
        elif owner in self._classes:
            for each in self._classes[owner].chain():
                yield each.methods if is_call else each.fields


def _members(items: Sequence[Field | Method | MethodSignature]) -> _Members:
    members = _Members()
    for number, item in enumerate(items):
        members.add(item.name, number)
    return members


def _builtin_classes() -> dict[int, _Class]:
    fields = _Members()
    for slot, (name, _) in enumerate(ERROR_FIELDS):
        fields.add(name, slot)
    error = _Class(None, 0, ERROR_SLOTS, 0, fields, _Members())
    return {
        number: error if definition.base is None else _Class(error, 1, ERROR_SLOTS, 0, _Members(), _Members())
        for number, definition in BUILTIN_CLASSES.items()
    }


def _add_class(classes: dict[int, _Class], definition: ClassDefinition, number: int) -> None:
    base = None
    if definition.base is not None:
        base = classes.get(definition.base)
        if base is None or base.depth >= MAX_BASES:
            return
    slots, table = (base.slots, base.table) if base is not None else (0, 0)
    added = _Class(base, base.depth + 1 if base is not None else 0, slots, table, _Members(), _Members())
    for item in definition.fields:
        added.fields.add(item.name, added.slots)
        added.slots += 1
    for method in definition.methods:
        if not any(method.name in each.methods.numbers for each in added.chain()):
            added.methods.add(method.name, added.table)
            added.table += 1
    classes[number] = added
