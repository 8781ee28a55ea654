"""Where members of classes and object types are: slots, places in method tables, numbers of interfaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, MethodSignature
from plait.frontend.check.held import held
from plait.frontend.check.members import ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.types import BUILTIN_ERRORS, ClassOf, FunctionOf, ObjectOf, Type
from plait.isa.builtin_classes import ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.value_types import ClosureType, ValueType

if TYPE_CHECKING:
    pass

_ERROR_FIELDS = ("message", "name", "cause")


@dataclass(slots=True, eq=False)
class ObjectTables:
    """The tables of one module.

    `slots` are those of fields. `fresh` are the fields that take a slot of their own, by class. `methods` are the
    places in the method tables, by class. `literals` are the classes of object literals, by interface and names.
    """

    module: ModuleBuilder
    classes: tuple[ClassInfo, ...]
    shapes: tuple[Shape, ...]
    slots: dict[Member, int] = field(default_factory=dict)
    fresh: dict[ClassInfo, list[Member]] = field(default_factory=dict)
    methods: dict[ClassInfo, dict[str, int]] = field(default_factory=dict)
    literals: dict[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    _implemented: dict[tuple[int, int], bool] = field(default_factory=dict)
    _literal_shapes: dict[int, Shape] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in _ERROR_FIELDS:
            self.slots[BUILTIN_ERRORS["Error"].members[name]] = _ERROR_FIELDS.index(name)
        for info in self.classes:
            self._lay_out(info)

    def _lay_out(self, info: ClassInfo) -> None:
        count = self.slot_count(info.base)
        fresh = self.fresh[info] = []
        names = dict(self.methods.get(info.base, {})) if info.base is not None else {}
        for member in info.members.values():
            if member.kind is not MemberKind.FIELD:
                for name in method_names(member):
                    names.setdefault(name, len(names))
                continue
            inherited = None if info.base is None or member.name.startswith("#") else info.base.find(member.name)
            if inherited is not None:
                self.slots[member] = self.slots[inherited]
            else:
                self.slots[member] = count + len(fresh)
                fresh.append(member)
        self.methods[info] = names

    def slot_count(self, info: ClassInfo | None) -> int:
        """How many slots an object of the class has."""
        if info is None:
            return 0
        if info.is_builtin:
            return ERROR_SLOTS
        return self.slot_count(info.base) + len(self.fresh[info])

    def inherits(self, number: int, other: int) -> bool:
        """Whether a class, by number, inherits from another."""
        info, base = self._class(number), self._class(other)
        return info is not None and base is not None and info.inherits(base)

    def _class(self, number: int) -> ClassInfo | None:
        if number < FIRST_MODULE_CLASS:
            return next(info for info in BUILTIN_ERRORS.values() if info.number == number)
        index = number - FIRST_MODULE_CLASS
        return self.classes[index] if index < len(self.classes) else None

    def implements(self, number: int, interface: int) -> bool:
        """Whether a class, by number, implements an interface."""
        key = number, interface
        if key not in self._implemented:
            info = self._class(number)
            own: Type = ObjectOf(self._literal_shapes[number]) if info is None else ClassOf(info)
            shapes = (shape for shape in self.shapes if shape.number == interface)
            self._implemented[key] = any(relate(own, ObjectOf(shape)) is Relation.YES for shape in shapes)
        return self._implemented[key]

    def interfaces_of(self, number: int, base: int | None) -> tuple[int, ...]:
        """The interfaces that a class implements, beside those of its base."""
        numbers = range(1 + max((shape.number for shape in self.shapes), default=-1))
        return tuple(
            interface
            for interface in numbers
            if self.implements(number, interface) and not (base is not None and self.implements(base, interface))
        )

    def place(self, shape: Shape, member: Member) -> int:
        """The number of a member among the fields, or methods, of its interface."""
        is_method = member.kind is MemberKind.METHOD
        names = sorted(other.name for other in shape.members.values() if (other.kind is MemberKind.METHOD) is is_method)
        return names.index(member.name)

    def literal_class(self, shape: Shape, names: tuple[str, ...]) -> int:
        """The class of the object literals of a type that give its properties in this order."""
        key = shape.number, names
        if key not in self.literals:
            number = self.module.declare_class("Object")
            self.literals[key] = number
            self._literal_shapes[number] = shape
        return self.literals[key]

    def literal_slot(self, shape: Shape, names: tuple[str, ...], name: str) -> int:
        """The slot of a property of an object literal."""
        return self.literal_names(shape, names).index(name)

    def literal_names(self, shape: Shape, names: tuple[str, ...]) -> tuple[str, ...]:
        """The properties of the objects of a literal: those that it gives, then the others of the type."""
        return (*names, *(name for name in shape.members if name not in names))

    def define_literals(self) -> None:
        """Define the classes of all object literals."""
        for (_, names), number in self.literals.items():
            shape = self._literal_shapes[number]
            fields = tuple(Field(name, held(shape.members[name].type)) for name in self.literal_names(shape, names))
            interfaces = self.interfaces_of(number, None)
            self.module.define_class(number, ClassDefinition("Object", fields=fields, interfaces=interfaces))

    def define_interfaces(self) -> None:
        """Define the interfaces of all object types."""
        done: set[int] = set()
        for shape in self.shapes:
            if shape.number in done:
                continue
            done.add(shape.number)
            members = sorted(shape.members.values(), key=lambda member: member.name)
            fields = tuple(
                Field(member.name, held(member.type)) for member in members if member.kind is not MemberKind.METHOD
            )
            methods = tuple(signature(member) for member in members if member.kind is MemberKind.METHOD)
            number = self.module.add_interface(InterfaceDefinition(shape.name or "Object", (), fields, methods))
            if number != shape.number:
                raise AssertionError("interfaces are numbered in their order")


def signature(member: Member) -> MethodSignature:
    """What an interface asks of a method."""
    if not isinstance(member.type, FunctionOf):
        raise AssertionError("a method has the type of a function")
    parameters, result = method_types(member.type)
    return MethodSignature(member.name, parameters, result)


def method_types(type_: FunctionOf) -> tuple[tuple[ValueType, ...], ValueType | None]:
    """How a method's parameters and result are held."""
    closure = held(type_)
    if not isinstance(closure, ClosureType):
        raise AssertionError("a method has the type of a function")
    return closure.parameters, closure.result


def method_names(member: Member) -> tuple[str, ...]:
    """What the machine calls a method or the parts of an accessor. Those of private ones are of one class alone."""
    own = machine_name(member)
    if member.kind is MemberKind.METHOD:
        return (own,)
    parts = (("get", member.getter), ("set", member.setter))
    return tuple(f"{word} {own}" for word, function in parts if function is not None)


def machine_name(member: Member) -> str:
    """The name of a member; with that of its class if it is private by name."""
    if member.name.startswith("#") and member.owner is not None:
        return f"{member.owner.name}.{member.name}"
    return member.name
