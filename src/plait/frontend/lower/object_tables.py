"""Where members of classes and object types are: slots, places in method tables, numbers of interfaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import product
from typing import TypeAlias

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Field, InterfaceDefinition, MethodSignature
from plait.frontend.check.accessors import find_in_shape
from plait.frontend.check.held import element_type, held
from plait.frontend.check.members import ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.relations import Relation, fits_directly, relate, stands_directly
from plait.frontend.check.shape_index import Fitting, Holders, names_of_class, names_of_shape, required_names
from plait.frontend.check.types import (
    BUILTIN_ERRORS,
    VOID,
    ArrayOf,
    ClassOf,
    FunctionOf,
    ObjectOf,
    Type,
    members_of,
)
from plait.frontend.compilation import spend
from plait.isa.builtin_classes import ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.value_types import ClosureType, ValueType

_ERROR_FIELDS = ("message", "name", "cause")


@dataclass(frozen=True, slots=True)
class InterfacePart:
    """A method that an interface asks for: a method of the object type, or the reading or writing of a property.

    `part` is `get` or `set` of a property that some object has as an accessor, empty for a method.
    """

    member: Member
    type: FunctionOf
    part: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return f"{self.part} {self.member.name}" if self.part else self.member.name


class Presence(Enum):
    """What a class has for a property that an interface asks for."""

    EXPECTED = auto()
    ABSENT = auto()
    """Nothing; the property is optional."""
    UNEXPECTED = auto()
    """Something of another type: the property is optional, and a base of the class has nothing."""


@dataclass(frozen=True, slots=True)
class MethodEntry:
    """A place in the method table of a class: its name, the member that stands there, and the type that callers see.

    `part` is which function of the member it is: `get` or `set` of an accessor or a field, empty for a method. A
    property that is absent has the member of the interface.
    """

    name: str
    member: Member
    type: FunctionOf
    part: str = ""
    presence: Presence = Presence.EXPECTED


LiteralKey: TypeAlias = tuple[int, tuple[str, ...], frozenset[str]]
"""Of the object literals of one class: the interface, the names in their order, the methods that take the object."""


def static_fields(info: ClassInfo) -> list[Member]:
    """The static fields of a class, in the order of their slots."""
    return [member for member in info.statics.values() if member.kind is MemberKind.FIELD]


@dataclass(slots=True, eq=False)
class ObjectTables:
    """The tables of one module.

    `slots` are those of fields, static ones among them. `fresh` are the fields that take a slot of their own, by class.
    `ready` are the slots that say whether a late field has a value; they stand behind the others. `methods` are the
    places in the method tables, by class, `entries` what a class puts there. `literals` are the classes of object
    literals, by interface and names.
    """

    module: ModuleBuilder
    classes: tuple[ClassInfo, ...]
    shapes: tuple[Shape, ...]
    slots: dict[Member, int] = field(default_factory=dict)
    fresh: dict[ClassInfo, list[Member]] = field(default_factory=dict)
    ready: dict[Member, int] = field(default_factory=dict)
    methods: dict[ClassInfo, dict[str, int]] = field(default_factory=dict)
    entries: dict[ClassInfo, list[MethodEntry]] = field(default_factory=dict)
    literals: dict[LiteralKey, int] = field(default_factory=dict)
    _implemented: dict[tuple[int, int], bool] = field(default_factory=dict)
    _by_accessor: dict[int, frozenset[str]] = field(default_factory=dict)
    _literal_shapes: dict[int, Shape] = field(default_factory=dict)
    _literal_slots: dict[int, dict[str, int]] = field(default_factory=dict)
    _places: dict[int, tuple[dict[str, int], dict[str, int]]] = field(default_factory=dict)
    _slot_counts: dict[ClassInfo, int] = field(default_factory=dict)
    _slot_owners: dict[Member, Member] = field(default_factory=dict)
    _by_number: dict[int, list[Shape]] = field(default_factory=dict)
    _widened: dict[Type, None] = field(default_factory=dict)
    _impossible: str = ""
    _fitting: Fitting = field(init=False)
    _holders: Holders = field(default_factory=Holders)

    def __post_init__(self) -> None:
        for shape in self.shapes:
            self._by_number.setdefault(shape.number, []).append(shape)
        distinct = self._distinct_shapes()
        self._fitting = Fitting(distinct)
        self._holders.add(self.classes, distinct)
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
                continue
            inherited = None if info.base is None or member.name.startswith("#") else info.base.find(member.name)
            if inherited is not None:
                self.slots[member] = self.slots[inherited]
                if inherited in self.ready:
                    self.ready[member] = self.ready[inherited]
            else:
                self.slots[member] = count + len(fresh)
                fresh.append(member)
        for number, member in enumerate(static_fields(info)):
            self.slots[member] = number
        for number, member in enumerate(self.late(info)):
            self.ready[member] = count + len(fresh) + number
        self._slot_counts[info] = count + len(fresh) + len(self.late(info))
        self.entries[info] = list(self._entries(info))
        spend(len(names) + len(self.entries[info]))
        for entry in self.entries[info]:
            names.setdefault(entry.name, len(names))
        self.methods[info] = names

    def _entries(self, info: ClassInfo) -> Iterator[MethodEntry]:
        """What the class puts into its method table: its own members, wherever an inherited one stands, and the methods
        by which it implements interfaces."""
        for member in info.members.values():
            if member.kind is MemberKind.ACCESSOR:
                for part, function in (("get", member.getter), ("set", member.setter)):
                    if function is not None:
                        yield MethodEntry(f"{part} {machine_name(member)}", member, _accessor_type(member, part), part)
            elif member.kind is MemberKind.METHOD:
                for owner in self.owners(info, member):
                    yield MethodEntry(slot_name(owner), member, method_type(owner))
        base = info.base
        for shape in self._fitting.of(names_of_class(info)):
            if not self.implements(info.number, shape.number):
                continue
            is_new = base is None or not self.implements(base.number, shape.number)
            for wanted in self.parts(shape):
                if is_new or wanted.member.name in info.members:
                    yield _interface_entry(shape, wanted, info.find(wanted.member.name))

    def owners(self, info: ClassInfo, member: Member) -> list[Member]:
        """The members with places of their own in the method table, for all of which a member of a class stands."""
        found: list[Member] = []
        for current in info.ancestors():
            other = current.members.get(member.name)
            if other is not None and other.kind is MemberKind.METHOD and self.slot_owner(other) is other:
                found.append(other)
            if member.name.startswith("#"):
                break
        return found

    def slot_owner(self, member: Member) -> Member:
        """The inherited method in whose place in the table a method stands for its callers; or the method itself.

        Those of its base are asked for before, when the base is laid out.
        """
        if member not in self._slot_owners:
            base = member.owner.base if member.owner is not None else None
            inherited = None if base is None or member.name.startswith("#") else base.find(member.name)
            is_own = (
                inherited is None
                or inherited.kind is not MemberKind.METHOD
                or not fits_directly(method_type(member), method_type(inherited))
            )
            self._slot_owners[member] = member if inherited is None or is_own else self.slot_owner(inherited)
        return self._slot_owners[member]

    def _distinct_shapes(self) -> list[Shape]:
        return [shapes[0] for shapes in self._by_number.values()]

    def slot_count(self, info: ClassInfo | None) -> int:
        """How many slots an object of the class has."""
        if info is None:
            return 0
        return ERROR_SLOTS if info.is_builtin else self._slot_counts[info]

    def late(self, info: ClassInfo) -> list[Member]:
        """The fields of a class that may be read before they have a value."""
        return [member for member in self.fresh[info] if member.is_late]

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
        """Whether a class, by number, implements an interface. If its base does, it does: an object of it goes as one.

        Then its own member may be one that the interface does not expect, where the base has no property at all.
        """
        key = number, interface
        if key not in self._implemented:
            info = self._class(number)
            own: Type = ObjectOf(self._literal_shapes[number]) if info is None else ClassOf(info)
            base = None if info is None else info.base
            shapes = self._by_number[interface]
            self._implemented[key] = (info is None or all(map(info.find, required_names(shapes[0])))) and (
                (base is not None and self.implements(base.number, interface))
                or any(relate(own, ObjectOf(shape)) is Relation.YES for shape in shapes)
            )
        return self._implemented[key]

    def interfaces_of(self, number: int, base: int | None) -> tuple[int, ...]:
        """The interfaces that a class implements, beside those of its base."""
        return tuple(
            shape.number
            for shape in self._that_may_fit(number)
            if self.implements(number, shape.number) and not (base is not None and self.implements(base, shape.number))
        )

    def _that_may_fit(self, number: int) -> list[Shape]:
        """The object types that objects of a class, by number, may fit."""
        info = self._class(number)
        return self._fitting.of(names_of_shape(self._literal_shapes[number]) if info is None else names_of_class(info))

    def fields(self, shape: Shape) -> list[Member]:
        """The fields that an interface asks for, in their order."""
        hidden = self._properties_by_accessor(shape)
        found = [item for item in shape.members.values() if item.kind is MemberKind.FIELD and item.name not in hidden]
        return sorted(found, key=lambda member: member.name)

    def parts(self, shape: Shape) -> list[InterfacePart]:
        """The methods that an interface asks for, in their order."""
        found: list[InterfacePart] = []
        hidden = self._properties_by_accessor(shape)
        for member in shape.members.values():
            if member.kind is MemberKind.METHOD:
                found.append(InterfacePart(member, method_type(member)))
            elif member.name in hidden:
                found += [InterfacePart(member, _accessor_type(member, part), part) for part in ("get", "set")]
        return sorted(found, key=lambda part: part.name)

    def field_place(self, shape: Shape, member: Member) -> int | None:
        """The number of a property among the fields of its interface; None for one that has methods instead."""
        return self._places_in(shape)[0].get(member.name)

    def method_place(self, shape: Shape, name: str) -> int:
        """The number of a method among those of its interface; that of a property is `get` or `set` and its name."""
        return self._places_in(shape)[1][name]

    def _places_in(self, shape: Shape) -> tuple[dict[str, int], dict[str, int]]:
        if shape.number not in self._places:
            self._places[shape.number] = (
                {member.name: place for place, member in enumerate(self.fields(shape))},
                {part.name: place for place, part in enumerate(self.parts(shape))},
            )
        return self._places[shape.number]

    def _properties_by_accessor(self, shape: Shape) -> frozenset[str]:
        """The properties of an object type for which methods stand: some object that fits holds them in another way.

        It may have an accessor, a field of a type that is held differently, or, of an optional one, nothing.
        """
        if shape.number not in self._by_accessor:
            asked = [item for item in shape.members.values() if item.kind is MemberKind.FIELD]
            names: set[str] = set()
            for type_, find in self._holders.that_may_fit(shape) if asked else ():
                spend(len(asked))
                differing = {item.name for item in asked if not stands_directly(find(item.name), item)}
                if differing - names and relate(type_, ObjectOf(shape)) is Relation.YES:
                    names |= differing
            self._by_accessor[shape.number] = frozenset(names)
        return self._by_accessor[shape.number]

    def widen_arrays(self, source: Type, target: Type) -> bool:
        """Whether arrays of the source type have yet to hold words, because one stands for one of wider elements.

        Then nothing that is lowered now will last: see `mark_widened`.
        """
        if source == target:
            return False
        arrays = [member for member in members_of(source) if isinstance(member, ArrayOf)]
        targets = [member for member in members_of(target) if isinstance(member, ArrayOf)] if arrays else []
        spend(len(arrays) * len(targets))
        # An array whose own type is among the targets stands for no other.
        pairs = product((array for array in arrays if array not in targets), targets)
        widened = [self._widen_elements(array.element, wider.element) for array, wider in pairs]
        return any(widened)

    def _widen_elements(self, element: Type, wider: Type) -> bool:
        if element_type(element) == element_type(wider) or relate(element, wider) is not Relation.YES:
            return False
        if isinstance(element, ArrayOf) and isinstance(wider, ArrayOf):
            return self._widen_elements(element.element, wider.element)
        self._widened.update(dict.fromkeys((*members_of(element), *members_of(wider))))
        return True

    def note_impossible(self, what: str) -> None:
        """A value is converted as no value can be, which may be so until arrays hold words."""
        self._impossible = self._impossible or what

    def mark_widened(self) -> bool:
        """Mark the types of elements whose arrays have to hold words; whether there are any."""
        infos: list[ClassInfo | Shape] = []
        for element in self._widened:
            if isinstance(element, ClassOf):
                infos.append(element.info)
            elif isinstance(element, ObjectOf):
                infos.extend(self._by_number[element.shape.number])
        is_new = any(not info.is_word_in_arrays for info in infos)
        for info in infos:
            info.is_word_in_arrays = True
        if self._impossible and not is_new:
            raise AssertionError(self._impossible)
        return is_new

    def literal_class(self, shape: Shape, names: tuple[str, ...], with_this: frozenset[str]) -> int:
        """The class of the object literals of a type that give its properties in this order."""
        key = shape.number, names, with_this
        if key not in self.literals:
            number = self.module.declare_class("Object")
            self.literals[key] = number
            self._literal_shapes[number] = shape
            # The properties that it gives, then the others of the type.
            slots = dict.fromkeys((*names, *shape.members))
            self._literal_slots[number] = {name: slot for slot, name in enumerate(slots)}
        return self.literals[key]

    def literal_slots(self, number: int) -> dict[str, int]:
        """The slots of the properties of the object literals of a class, in their order."""
        return self._literal_slots[number]

    def literal_shape(self, number: int) -> Shape:
        """The type of the object literals of a class."""
        return self._literal_shapes[number]

    def literal_entries(self, number: int) -> Iterator[MethodEntry]:
        """The methods by which the class of an object literal implements interfaces."""
        for shape in self._that_may_fit(number):
            if self.implements(number, shape.number):
                for wanted in self.parts(shape):
                    members = self._literal_shapes[number].members
                    own = members.get(wanted.name)
                    if own is not None:
                        yield MethodEntry(interface_method(shape, wanted), own, wanted.type)
                    else:
                        own = find_in_shape(self._literal_shapes[number], wanted.member.name)
                        yield _interface_entry(shape, wanted, own)

    def define_interfaces(self) -> None:
        """Define the interfaces of all object types."""
        for shape in self._distinct_shapes():
            fields = tuple(Field(member.name, held(member.type)) for member in self.fields(shape))
            methods = tuple(signature(shape, part) for part in self.parts(shape))
            number = self.module.add_interface(InterfaceDefinition(shape.name or "Object", (), fields, methods))
            if number != shape.number:
                raise AssertionError("interfaces are numbered in their order")


def _interface_entry(shape: Shape, wanted: InterfacePart, found: Member | None) -> MethodEntry:
    """What a class, whose member is given, puts into its method table for a part of an interface."""
    if found is None and not wanted.member.is_optional:
        raise AssertionError("the class has what its interface asks for")
    presence, member = Presence.EXPECTED, found or wanted.member
    if found is None:
        presence = Presence.ABSENT
    elif wanted.part and (
        found.kind is MemberKind.METHOD or relate(found.type, wanted.member.type) is not Relation.YES
    ):
        presence = Presence.UNEXPECTED
    return MethodEntry(interface_method(shape, wanted), member, wanted.type, wanted.part, presence)


def signature(shape: Shape, part: InterfacePart) -> MethodSignature:
    """What an interface asks of a method."""
    parameters, result = method_types(part.type)
    return MethodSignature(interface_method(shape, part), parameters, result)


def interface_method(shape: Shape, part: InterfacePart) -> str:
    """The name under which classes implement a method of an interface."""
    return f"{part.name}@{shape.number}"


def method_type(member: Member) -> FunctionOf:
    """The type of a method."""
    if not isinstance(member.type, FunctionOf):
        raise AssertionError("a method has the type of a function")
    return member.type


def literal_type(shape: Shape, member: Member, has_this: bool) -> Type:
    """The type of what an object literal holds for a member: of a method its closure."""
    if member.kind is not MemberKind.METHOD or not has_this:
        return member.type
    type_ = method_type(member)
    return FunctionOf((ObjectOf(shape), *type_.parameters), type_.result, type_.optional, type_.rest)


def _accessor_type(member: Member, part: str) -> FunctionOf:
    return FunctionOf((), member.type) if part == "get" else FunctionOf((member.type,), VOID)


def slot_name(member: Member) -> str:
    """The name of a method's own place in the table."""
    base = member.owner.base if member.owner is not None else None
    if base is None or member.name.startswith("#") or base.find(member.name) is None or member.owner is None:
        return machine_name(member)
    return f"{member.name} of {member.owner.name}"


def method_types(type_: FunctionOf) -> tuple[tuple[ValueType, ...], ValueType | None]:
    """How a method's parameters and result are held."""
    closure = held(type_)
    if not isinstance(closure, ClosureType):
        raise AssertionError("a method has the type of a function")
    return closure.parameters, closure.result


def machine_name(member: Member) -> str:
    """The name of a member; with that of its class if it is private by name."""
    if member.name.startswith("#") and member.owner is not None:
        return f"{member.owner.name}.{member.name}"
    return member.name
