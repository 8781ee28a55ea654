"""Ints and longs: what the types of a program say of its numbers, which is checked where it comes to be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plait.frontend.next.represent.held import Held


@dataclass(frozen=True, slots=True, eq=False)
class TypedNumbers:
    """Each is INT or LONG. `stored` are the expressions whose values become such numbers, `within` those whose values
    do if they are numbers (or bigints) at all: of `int | string`. `operations` are the operators whose results are
    such numbers because both operands are, `parameters` the parameters, or the types that are written of them,
    `targets` what is assigned by operators like `+=`. Of the operations in `compared` it makes no difference whether a
    zero is -0.
    """

    stored: Mapping[Any, Held] = field(default_factory=dict)
    within: Mapping[Any, tuple[Held, ...]] = field(default_factory=dict)
    operations: Mapping[Any, Held] = field(default_factory=dict)
    parameters: Mapping[Any, Held] = field(default_factory=dict)
    targets: Mapping[Any, Held] = field(default_factory=dict)
    compared: frozenset[Any] = frozenset()
    has_longs: bool = False

    def held(self, node: Any) -> Held | None:
        """How the value of an expression is held, if that is decided here."""
        return self.stored.get(node) or (Held.WORD if node in self.within else self.operations.get(node))
