"""What names of the library mean to code that uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend.next.represent.held import Held


@dataclass(frozen=True, slots=True)
class LibraryConstant:
    """A number or text for ever."""

    value: float | str


@dataclass(frozen=True, slots=True)
class LibraryFunction:
    """A function that is called directly: how its parameters and its result are held (None: no result).

    `takes_rest`: the last parameter is the list of all further arguments.
    """

    index: int
    parameters: tuple[Held, ...]
    takes_rest: bool
    result: Held | None


@dataclass(frozen=True, slots=True)
class LibraryVariable:
    """A class, a constant or a variable: the global it stands in, and how it is held."""

    index: int
    held: Held


LibraryName: TypeAlias = LibraryConstant | LibraryFunction | LibraryVariable
