"""Typed statements, functions, and the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend.check.bounds import Range
from plait.frontend.check.members import ClassInfo, Shape
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
    """`while`, `do` and `for`: without condition it goes on for ever; `step` follows the body.

    `renewed` are the variables of a `for`: each round has its own ones, which begin with the values of the last,
    or, the first, of the head.
    """

    span: Span
    target: JumpTarget
    condition: Expression | None
    body: Statement
    step: Expression | None
    tests_first: bool
    renewed: tuple[Variable, ...] = ()


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
    """`switch (subject)`: the conditions of the cases use the subject as `value`; one is true if it `is_exhaustive`."""

    span: Span
    target: JumpTarget
    subject: Expression
    value: OldValue
    cases: tuple[Case, ...]
    is_exhaustive: bool = False


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
    """A function. `result` is what a call gives after awaiting: T for an async function of type Promise<T>.

    `is_closure`: it is never called by name, only as a value.
    """

    name: str
    span: Span
    parameters: tuple[Variable, ...]
    result: Type
    body: Block
    is_async: bool = False
    is_closure: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Captures:
    """What functions share of their variables.

    `variables` are those of other functions that a function needs, by its index. `cells` are held in cells. `early` are
    those that may be reached before their declaration has run. `selves`: the constant that holds the closure of a
    function, which needs no capture inside.
    """

    variables: Mapping[int, tuple[Variable, ...]]
    cells: frozenset[Variable]
    early: frozenset[Variable]
    selves: Mapping[int, Variable]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A checked program. Calls name functions by their index.

    `classes` are those of the program, each behind its base, `shapes` its object types. `globals` are the top-level
    variables that functions use; `guarded` are those of them that a function may use before their declaration has run.
    `constant_ranges` are the ranges of constants that hold numbers.
    """

    functions: tuple[Function, ...]
    main: Function
    classes: tuple[ClassInfo, ...]
    shapes: tuple[Shape, ...]
    globals: frozenset[Variable]
    guarded: frozenset[Variable]
    constant_ranges: Mapping[Variable, Range]
    captures: Captures
