"""Questions about pairs of types that lead to themselves, because types do: asked once, and answered in linear time.

A question that comes up again while it is open is assumed to have the best answer. What was found under an assumption
is kept for good only when the assumption has turned out right; until then it serves those inside of the open question.
An answer that is the worst possible one in spite of all assumptions holds in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from plait.frontend.compilation import current

Answer = TypeVar("Answer")
Part = TypeVar("Part")

_INDEPENDENT = 1 << 30
"""The level of an answer that rests on no open question."""


@dataclass(slots=True, eq=False)
class Questions(Generic[Part, Answer]):
    """One kind of question about two things. `decide` answers it by asking others; `best` is what is assumed."""

    decide: Callable[[Part, Part], Answer]
    best: Answer
    worst: Answer
    _name: object = field(default_factory=object)

    def ask(self, first: Part, second: Part) -> Answer:
        """The answer. Raises `TooMuchError` when the budget of the compilation is spent."""
        compilation = current()
        state = compilation.answers.get(self._name)
        if not isinstance(state, _State):
            state = compilation.answers[self._name] = _State()
        key = (first, second)
        if key in state.found:
            known: Answer = state.found[key]
            return known
        if key in state.kept:
            state.reach = min(state.reach, state.floor)
            answer: Answer = state.kept[key]
            return answer
        level = state.open.get(key)
        if level is not None:
            state.reach = min(state.reach, level)
            return self.best
        return self._answer(state, key, first, second)

    def _answer(self, state: _State, key: Hashable, first: Part, second: Part) -> Answer:
        compilation = current()
        compilation.spend(8)
        compilation.deepen()
        level = state.open[key] = len(state.open)
        outer, state.reach = state.reach, _INDEPENDENT
        start = len(state.kept)
        try:
            answer = self.decide(first, second)
        finally:
            del state.open[key]
            compilation.leave()
        is_independent = state.reach >= level
        if is_independent or answer != self.best:
            state.close(start, is_true=answer == self.best)
        if is_independent or answer == self.worst:
            state.found[key] = answer
        else:
            state.kept[key] = answer
            state.floor = min(state.floor, state.reach)
        state.reach = outer if is_independent else min(outer, state.reach)
        return answer


@dataclass(slots=True, eq=False)
class _State:
    """What one compilation has found out.

    `open` are the questions in work with their levels, `kept` the answers that rest on them, in the order in which they
    were found; none of them rests on one below the level `floor`. `reach` is the outermost level that has been assumed
    in the innermost open question.
    """

    found: dict[Hashable, Any] = field(default_factory=dict)
    kept: dict[Hashable, Any] = field(default_factory=dict)
    open: dict[Hashable, int] = field(default_factory=dict)
    floor: int = _INDEPENDENT
    reach: int = _INDEPENDENT

    def close(self, start: int, is_true: bool) -> None:
        """What was found inside of a question holds if what was assumed is true; else it is forgotten."""
        while len(self.kept) > start:
            key, answer = self.kept.popitem()
            if is_true:
                self.found[key] = answer
        if not self.kept:
            self.floor = _INDEPENDENT
