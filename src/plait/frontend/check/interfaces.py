"""Object types as interfaces of the machine: those that are held alike share one."""

from __future__ import annotations

from collections.abc import Sequence

from plait.frontend.check.members import Shape
from plait.frontend.check.relations import same_interface


def number_interfaces(shapes: Sequence[Shape]) -> None:
    """Give each object type the number of its interface."""
    known: dict[frozenset[str], list[Shape]] = {}
    count = 0
    for shape in shapes:
        alike = known.setdefault(frozenset(shape.members), [])
        twin = next((other for other in alike if same_interface(shape, other)), None)
        if twin is not None:
            shape.number = twin.number
            continue
        shape.number = count
        count += 1
        alike.append(shape)
