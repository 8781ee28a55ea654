"""What the checker believes of expressions. It may be wrong, so code that trusts it checks."""

from __future__ import annotations

from typing import Any

from plait.frontend.next.represent.held import Held
from plait.frontend.next.types.model import NUMBER_LIKE, STRING_LIKE, Type, TypeFlags


class Hints:
    """Hints about the expressions of a program, from the types that the checker found."""

    __slots__ = ("types",)

    def __init__(self, types: dict[Any, Type]) -> None:
        self.types = types

    def of(self, node: Any) -> Held | None:
        """NUMBER or STRING for what has such a type, else None."""
        found = self.types.get(node)
        if found is None or found.flags & TypeFlags.INTEGER:
            return None
        if found.flags & NUMBER_LIKE and not found.flags & TypeFlags.UNION:
            return Held.NUMBER
        if found.flags & STRING_LIKE and not found.flags & TypeFlags.UNION:
            return Held.STRING
        return None
