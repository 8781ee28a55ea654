"""Typed expressions about functions as values, tuples, and statements inside of expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plait.frontend.check.types import Type
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.check.typed.expressions import Expression
    from plait.frontend.check.typed.statements import Statement


@dataclass(frozen=True, slots=True, eq=False)
class Closure:
    """A function of the program as a value."""

    span: Span
    type: Type
    function: int


@dataclass(frozen=True, slots=True, eq=False)
class CallValue:
    """A call of a function value, with one argument for each parameter, rest parameters as an array."""

    span: Span
    type: Type
    callee: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CallHost:
    """A call of a function of the embedding program."""

    span: Span
    type: Type
    name: str
    parameters: tuple[Type, ...]
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NewTuple:
    """`[a, b]` where a tuple is wanted."""

    span: Span
    type: Type
    elements: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReadPlace:
    """`tuple[place]`."""

    span: Span
    type: Type
    tuple: Expression
    place: int


@dataclass(frozen=True, slots=True, eq=False)
class StorePlace:
    """`tuple[place] = value`."""

    span: Span
    type: Type
    tuple: Expression
    place: int
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class WaitAll:
    """Waits until all of several tasks are complete, or throws the error of the first that fails."""

    span: Span
    type: Type
    tasks: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """The value, after the statements, which stand in no loop or `try` that they leave."""

    span: Span
    type: Type
    statements: tuple[Statement, ...]
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """An operation of the machine on values held as the operands' types say: `instruction`, or several.

    `HOST_CALL name` stands for a call of a function of the embedding program.
    """

    span: Span
    type: Type
    instructions: tuple[str, ...]
    operands: tuple[Expression, ...]
