"""What belongs to one run of the compiler: how much work it may still do, how deep it is, and where it is.

Every stage counts its work here, in steps of about a microsecond, so that no text makes the compiler run on: the same
text takes the same number of steps on every machine, and one that takes too many is refused at the place where the
compiler was. Recursion is counted too, and ends long before Python's own limit.

There is one compilation in a thread at a time. Outside of any, work is not counted.
"""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from plait.frontend.codes import Code

if TYPE_CHECKING:
    from plait.source import SourceFile, Span

FREE_STEPS: Final = 200_000
STEPS_PER_CHARACTER: Final = 20
"""What a text may take: so much in any case, and so much more for each of its characters. Ordinary programs need one to
three for a character.
"""

MAX_DEPTH: Final = 2500
"""Statements, expressions, types and functions that may be in work inside each other.

A level takes up to ten frames of Python and three of the machine's stack.
"""


class TooMuchError(Exception):
    """The program asks for more than the compiler does. Raised through all stages."""

    def __init__(self, code: Code, span: Span | None, message: str, hint: str) -> None:
        self.code = code
        self.span = span
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(slots=True, eq=False)
class Compilation:
    """The state of one run over a file; `limit` is how many steps it may take, `most` what that may become.

    `place` is where it is in the file. `types` are the types made so far, so that equal ones are one object, `answers`
    what has been found out about pairs of them.
    """

    file: SourceFile | None = None
    limit: float = float("inf")
    steps: int = 0
    depth: int = 0
    place: Span | None = None
    types: dict[Hashable, object] = field(default_factory=dict)
    answers: dict[Hashable, object] = field(default_factory=dict)
    most: float = float("inf")

    def __post_init__(self) -> None:
        self.limit = min(self.limit, self.most)

    def spend(self, steps: int) -> None:
        """Count work. Raises `TooMuchError` when there was too much."""
        self.steps += steps
        if self.steps > self.limit:
            raise TooMuchError(
                Code.TOO_LARGE,
                self.place,
                "compiling this program takes too much work; it was here when it was given up",
                "split the program, or write simpler types: name object types, and annotate variables with them",
            )

    def allow(self, steps: int) -> None:
        """Let it take so many steps more: there is more to compile."""
        if self.limit >= 0:
            self.limit = min(self.limit + steps, self.most)

    def stop(self) -> None:
        """Let it end soon; another thread may ask for that."""
        self.limit = -1

    def enter(self, place: Span) -> None:
        """Begin something that stands in the text; `leave` ends it. Raises `TooMuchError` when it is too deep."""
        if place.file is self.file:
            self.place = place
        self.deepen()
        self.spend(1)

    def deepen(self) -> None:
        """Go one level deeper at the same place."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooMuchError(
                Code.NESTING,
                self.place,
                f"this is nested too deeply: {MAX_DEPTH} statements, expressions, types, functions in each other",
                "split it, and write down the types of what it uses: the results of functions, and variables",
            )

    def leave(self) -> None:
        """End what `enter` or `deepen` began."""
        self.depth -= 1


class _Threads(threading.local):
    compilation = Compilation()


_threads: Final = _Threads()


def current() -> Compilation:
    """The compilation of this thread."""
    return _threads.compilation


def spend(steps: int) -> None:
    """Count work of the current compilation. Raises `TooMuchError` when there was too much."""
    _threads.compilation.spend(steps)


@contextmanager
def deeper() -> Iterator[None]:
    """One level of recursion of the current compilation. Raises `TooMuchError` when it is too deep."""
    compilation = _threads.compilation
    compilation.deepen()
    try:
        yield
    finally:
        compilation.leave()


def compilation_of(file: SourceFile, budget: float = float("inf")) -> Compilation:
    """A compilation of a file, with the budget for it, or the one that is given if that is less.

    It knows the types that were made outside of any.
    """
    limit = FREE_STEPS + STEPS_PER_CHARACTER * len(file.text)
    return Compilation(file, limit, types=dict(_Threads.compilation.types), most=budget)


@contextmanager
def running(compilation: Compilation) -> Iterator[None]:
    """Let a compilation be the current one."""
    outer, _threads.compilation = _threads.compilation, compilation
    try:
        yield
    finally:
        _threads.compilation = outer
