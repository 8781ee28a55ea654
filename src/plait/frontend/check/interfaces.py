"""Object types as interfaces of the machine: those that are held alike share one.

Alike are those whose members have the same names and are held alike; for object types that contain themselves this
means as far as one can look. An object type that leads only to others, not back to itself, is told apart by its members
once these are numbered: that takes linear time, however deep it is. Those in a circle (a strongly connected component,
found by R. Tarjan's algorithm, SIAM J. Computing 1, 1972) are parted by what can be seen of them, looking farther each
time.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from plait.frontend.check.members import MemberKind, Shape
from plait.frontend.check.relations import essence, held_alike
from plait.frontend.check.types import ArrayOf, FunctionOf, ObjectOf, PromiseOf, Type, parts
from plait.frontend.compilation import spend


def number_interfaces(shapes: Sequence[Shape]) -> None:
    """Give each object type the number of its interface."""
    kinds = _Kinds()
    for shape in shapes:
        kinds.enter(shape)
    numbers: dict[Shape, int] = {}
    for shape in shapes:
        shape.number = numbers.setdefault(kinds.of[shape], len(numbers))


@dataclass(slots=True, eq=False)
class _Kinds:
    """`of` gives the first one of the object types that share an interface.

    `order` is when each was reached, `lowest` the earliest one that it leads back to, `circle` those not settled yet.
    """

    of: dict[Shape, Shape] = field(default_factory=dict)
    _known: dict[Hashable, Shape] = field(default_factory=dict)
    _circles: dict[frozenset[str], list[Shape]] = field(default_factory=dict)
    _order: dict[Shape, int] = field(default_factory=dict)
    _lowest: dict[Shape, int] = field(default_factory=dict)
    _twins: dict[Shape, Shape] = field(default_factory=dict)
    _circle: list[Shape] = field(default_factory=list)

    def enter(self, shape: Shape) -> None:
        """Find out the kind of an object type, and of all that it leads to."""
        if shape in self._order:
            return
        pending = [self._reach(shape)]
        while pending:
            current, inside = pending[-1]
            following = next(inside, None)
            if following is None:
                pending.pop()
                self._settle(current)
                if pending:
                    self._leads_to(pending[-1][0], current)
            elif following not in self._order:
                pending.append(self._reach(following))
            else:
                self._leads_to(current, following)

    def _reach(self, shape: Shape) -> tuple[Shape, Iterator[Shape]]:
        spend(1 + len(shape.members))
        self._order[shape] = self._lowest[shape] = len(self._order)
        self._circle.append(shape)
        return shape, iter([inner for member in shape.members.values() for inner in _shapes_in(member.type)])

    def _leads_to(self, shape: Shape, other: Shape) -> None:
        if other not in self.of:
            self._lowest[shape] = min(self._lowest[shape], self._lowest[other])

    def _settle(self, shape: Shape) -> None:
        """All that it leads to has been seen."""
        if self._lowest[shape] < self._order[shape]:
            return
        place = self._circle.index(shape) if self._circle[-1] is not shape else len(self._circle) - 1
        circle, self._circle[place:] = self._circle[place:], []
        if len(circle) == 1 and shape not in (inner for m in shape.members.values() for inner in _shapes_in(m.type)):
            self.of[shape] = self._known.setdefault(self._signature(shape), shape)
            return
        for first in self._refine(circle):
            alike = self._circles.setdefault(frozenset(first.members), [])
            twin = next((other for other in alike if held_alike(ObjectOf(first), ObjectOf(other))), None)
            if twin is None:
                alike.append(first)
            self._twins[first] = twin or first
        for one in circle:
            self.of[one] = self._twins[self.of[one]]
        # One outside of the circle that leads into it may be alike too.
        for one in circle:
            self._known.setdefault(self._signature(one), self.of[one])

    def _refine(self, circle: list[Shape]) -> list[Shape]:
        """Part a circle into those that are alike, as E. F. Moore does with states of automata; the first of each."""
        for one in circle:
            self.of[one] = circle[0]
        count = 0
        while True:
            spend(len(circle))
            groups: dict[Hashable, Shape] = {}
            parted = {one: groups.setdefault((self.of[one], self._signature(one)), one) for one in circle}
            self.of.update(parted)
            if len(groups) == count:
                return list(groups.values())
            count = len(groups)

    def _signature(self, shape: Shape) -> Hashable:
        return frozenset(
            (name, member.kind is MemberKind.METHOD, self._held(member.type)) for name, member in shape.members.items()
        )

    def _held(self, type_: Type) -> Hashable:
        """Equal for types that are held alike."""
        held = essence(type_)
        match held:
            case ArrayOf(inner) | PromiseOf(inner):
                return type(held), self._held(inner)
            case FunctionOf(parameters, result, _, rest):
                last = None if rest is None else self._held(rest)
                return FunctionOf, tuple(map(self._held, parameters)), self._held(result), last
            case ObjectOf(shape):
                return self.of[shape]
            case _:
                return held


def _shapes_in(type_: Type) -> Iterator[Shape]:
    """The object types on which it depends how a type is held."""
    pending = [type_]
    while pending:
        held = essence(pending.pop())
        match held:
            case ObjectOf(shape):
                yield shape
            case ArrayOf() | PromiseOf() | FunctionOf():
                pending.extend(parts(held))
            case _:
                pass
