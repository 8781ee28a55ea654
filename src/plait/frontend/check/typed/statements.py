"""Typed statements, functions, and the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend.check.bounds import Range
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.typed.expressions import Expression, OldValue, Variable
from plait.frontend.check.types import Type
from plait.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class JumpTarget:
    """What `break` and `continue` name: a loop or a labelled statement."""

    is_loop: bool


@dataclass(frozen=True, slots=True, eq=False)
class Declare:
    """A variable begins, with its value if it has one."""

    span: Span
    variable: Variable
    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class Evaluate:
    """An expression for its effect."""

    span: Span
    expression: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Statements in order."""

    span: Span
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class If:
    """`if (condition) then else otherwise`."""

    span: Span
    condition: Expression
    then: Statement
    otherwise: Statement | None


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """`while`, `do` and `for`: without condition it goes on for ever; `step` follows the body."""

    span: Span
    target: JumpTarget
    condition: Expression | None
    body: Statement
    step: Expression | None
    tests_first: bool


@dataclass(frozen=True, slots=True, eq=False)
class ForOf:
    """`for (const variable of array) body`; the array's length is read before each step."""

    span: Span
    target: JumpTarget
    variable: Variable
    array: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """`case`: the condition says whether execution begins here; None for `default`."""

    span: Span
    condition: Expression | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """`switch (subject)`: the conditions of the cases use the subject as `value`."""

    span: Span
    target: JumpTarget
    subject: Expression
    value: OldValue
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Labeled:
    """A labelled statement that is no loop."""

    span: Span
    target: JumpTarget
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Break:
    """Leaves the target."""

    span: Span
    target: JumpTarget


@dataclass(frozen=True, slots=True, eq=False)
class Continue:
    """Goes to the next round of the loop."""

    span: Span
    target: JumpTarget


@dataclass(frozen=True, slots=True, eq=False)
class Return:
    """`return value`. `follows_promise`: an async function returns a promise, whose result becomes its own."""

    span: Span
    value: Expression | None
    follows_promise: bool


@dataclass(frozen=True, slots=True, eq=False)
class Throw:
    """`throw value`."""

    span: Span
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Try:
    """`try body catch (variable) handler finally finalizer`."""

    span: Span
    body: Block
    variable: Variable | None
    handler: Block | None
    finalizer: Block | None


Statement: TypeAlias = (
    Declare | Evaluate | Block | If | Loop | ForOf | Switch | Labeled | Break | Continue | Return | Throw | Try
)


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function. `result` is what a call gives after awaiting: T for an async function of type Promise<T>."""

    name: str
    span: Span
    parameters: tuple[Variable, ...]
    result: Type
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A checked program. Calls name functions by their index.

    `classes` are those of the program, each behind its base. `globals` are the top-level variables that functions use;
    `guarded` are those of them that a function may use before their declaration has run. `constant_ranges` are the
    ranges of constants that hold numbers.
    """

    functions: tuple[Function, ...]
    main: Function
    classes: tuple[ClassInfo, ...]
    globals: frozenset[Variable]
    guarded: frozenset[Variable]
    constant_ranges: Mapping[Variable, Range]
