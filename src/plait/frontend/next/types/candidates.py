"""What an inference keeps: the types found for each type parameter, and how strong they are."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.types.model import Type, TypeParameter
from plait.frontend.next.types.store import TypeStore

DIRECT: Final = 0
NAKED: Final = 1
"""Found beside another constituent of a union: weaker than what stands alone."""
HOMOMORPHIC: Final = 2
KEYS: Final = 3
RESULT: Final = 4
"""Found from what is wanted of the result."""
UNTOLD: Final = 98
"""Found in something that cannot be told, so that nothing can be told of the type parameter either."""
WORST: Final = 99
CIRCULAR: Final = -1
"""Found nothing, for the types led back to themselves."""


class Candidate:
    """What is known of one type parameter: the types found for it, weaker ones replaced by stronger ones.

    `arity` is how many arguments a parameter `...args: A` of its type gets.
    """

    __slots__ = ("arity", "contra", "found", "inferred", "is_fixed", "is_top_level", "parameter", "priority")

    def __init__(self, parameter: TypeParameter) -> None:
        self.parameter = parameter
        self.arity: int | None = None
        self.found: list[Type] = []
        self.contra: list[Type] = []
        self.priority = WORST
        self.is_fixed = False
        self.is_top_level = True
        self.inferred: Type | None = None


class Inference:
    """The inference of the type arguments of one call. `best` is the strongest of what was found since it was reset.

    `from_result` is what the place of the call tells of its type parameters: literals among its arguments are made as
    it wants them. `unmapped` are the types that mapped types were found to be made of, by what they were made and the
    mapped type.
    """

    __slots__ = (
        "best",
        "by_id",
        "candidates",
        "depth",
        "from_result",
        "sources",
        "store",
        "targets",
        "unmapped",
        "visited",
    )

    def __init__(self, store: TypeStore, parameters: tuple[TypeParameter, ...]) -> None:
        self.store = store
        self.candidates = [Candidate(parameter) for parameter in parameters]
        self.by_id = {candidate.parameter.id: candidate for candidate in self.candidates}
        self.visited: dict[tuple[int, int], int] = {}
        self.unmapped: dict[tuple[int, ...], Type | None] = {}
        self.sources: list[Type] = []
        self.targets: list[Type] = []
        self.depth = 0
        self.best = WORST
        self.from_result: dict[int, Type] = {}

    def copy(self) -> Inference:
        """The same with candidates of its own."""
        made = Inference(self.store, tuple([candidate.parameter for candidate in self.candidates]))
        for old, new in zip(self.candidates, made.candidates, strict=True):
            new.found, new.contra = list(old.found), list(old.contra)
            new.priority, new.is_top_level = old.priority, old.is_top_level
            new.is_fixed, new.inferred, new.arity = old.is_fixed, old.inferred, old.arity
        return made
