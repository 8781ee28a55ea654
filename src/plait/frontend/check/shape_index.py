"""Which classes and object types may fit which object types, by names of members: not all are compared with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from plait.frontend.check.accessors import find_in_shape
from plait.frontend.check.members import ClassInfo, Member, Shape
from plait.frontend.check.types import ClassOf, ObjectOf, Type
from plait.frontend.compilation import spend

Holder = tuple[Type, Callable[[str], Member | None]]
"""A type of objects, and what finds its members."""


def required_names(shape: Shape) -> list[str]:
    """The members that an object type asks for in any case."""
    return [member_name for member_name, member in shape.members.items() if not member.is_optional]


def names_of_shape(shape: Shape) -> Iterator[str]:
    """The names of the members of an object type; an accessor has its own beside those of its parts."""
    for name in shape.members:
        yield name
        _, is_accessor, property_name = name.partition(" ")
        if is_accessor:
            yield property_name


def names_of_class(info: ClassInfo) -> Iterator[str]:
    """The names of the members of a class, inherited ones too."""
    for ancestor in info.ancestors():
        spend(len(ancestor.members) // 4)
        yield from ancestor.members


class Fitting:
    """Object types by the rarest member that each asks for. One that asks for none stands under all it may have."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        counts: dict[str, int] = defaultdict(int)
        for shape in shapes:
            for name in required_names(shape):
                counts[name] += 1
        self._by_name: dict[str, list[Shape]] = defaultdict(list)
        self._empty = [shape for shape in shapes if not shape.members]
        for shape in shapes:
            required = required_names(shape)
            for name in [min(required, key=counts.__getitem__)] if required else shape.members:
                self._by_name[name].append(shape)

    def candidates(self, names: Iterable[str]) -> Iterator[Shape]:
        """The object types that something with members of these names may fit; some may come twice."""
        for name in names:
            yield from self._by_name.get(name, ())
        yield from self._empty

    def of(self, names: Iterable[str]) -> list[Shape]:
        """The same, each once, by their numbers."""
        found = set(self.candidates(names))
        spend(len(found) // 2)
        return sorted(found, key=lambda shape: shape.number)


@dataclass(slots=True, eq=False)
class Holders:
    """Classes and object types by the members that they declare themselves."""

    _classes: dict[str, list[ClassInfo]] = field(default_factory=lambda: defaultdict(list))
    _shapes: dict[str, list[Shape]] = field(default_factory=lambda: defaultdict(list))
    _derived: dict[ClassInfo, list[ClassInfo]] = field(default_factory=lambda: defaultdict(list))

    def add(self, classes: Sequence[ClassInfo], shapes: Sequence[Shape]) -> None:
        """Enter all."""
        for info in classes:
            if info.base is not None:
                self._derived[info.base].append(info)
            for name in info.members:
                self._classes[name].append(info)
        for ancestor in {info for base in list(self._derived) for info in base.ancestors() if info.is_builtin}:
            for name in ancestor.members:
                self._classes[name].append(ancestor)
        for shape in shapes:
            for name in names_of_shape(shape):
                self._shapes[name].append(shape)

    def that_may_fit(self, shape: Shape) -> Iterator[Holder]:
        """Those that have a member that the object type asks for, or, if it asks for none, one that it may have."""
        required = required_names(shape)
        names = [min(required, key=self._count)] if required else list(shape.members)
        for info in dict.fromkeys(info for name in names for info in self._with(name)):
            spend(1)
            yield ClassOf(info), info.find
        for other in dict.fromkeys(other for name in names for other in self._shapes.get(name, ())):
            spend(1)
            yield ObjectOf(other), partial(find_in_shape, other)

    def _count(self, name: str) -> int:
        return len(self._classes.get(name, ())) + len(self._shapes.get(name, ()))

    def _with(self, name: str) -> Iterator[ClassInfo]:
        """The classes with a member, own or inherited."""
        pending = list(self._classes.get(name, ()))
        seen: set[ClassInfo] = set()
        while pending:
            info = pending.pop()
            if info not in seen:
                seen.add(info)
                pending.extend(self._derived.get(info, ()))
                if not info.is_builtin:
                    yield info
